# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

send-stopped-title = لم تُرسَل الرسالة
send-stopped-heading = لم تُرسَل رسالتك
send-stopped-lead-encryption = اخترت تشفيرها، وهذا غير ممكن الآن. لم يغادر شيء حاسوبك ولم يضِع شيء.
send-stopped-lead-signature = اخترت توقيعها، وهذا غير ممكن الآن. لم يغادر شيء حاسوبك ولم يضِع شيء.
send-stopped-lead-both = اخترت توقيعها وتشفيرها، وهذا غير ممكن الآن. لم يغادر شيء حاسوبك ولم يضِع شيء.

send-stopped-signature = لماذا لا يمكن توقيعها
send-stopped-encryption = لماذا لا يمكن تشفيرها

send-stopped-back = رجوع
    .accesskey = ر
send-stopped-without-encryption = إرسال بلا تشفير…
    .accesskey = ب
send-stopped-without-signature = إرسال بلا توقيع…
    .accesskey = ب
send-stopped-without-both = إرسال بلا حماية…
    .accesskey = ب

send-stopped-ask-encryption = أتريد إرسال هذه الرسالة بلا تشفير؟
send-stopped-ask-signature = أتريد إرسال هذه الرسالة بلا توقيع؟
send-stopped-ask-both = أتريد إرسال هذه الرسالة بلا أي حماية؟
send-stopped-from-encrypted = فيها نص من رسالة كانت مشفّرة، وقد اعتمد كاتبها على ألا يقرأها أحد غيره. بلا تشفير يمكن أن يُقرأ في الطريق أيضًا ما تقتبسه منها.
send-stopped-meaning-encryption = قد يقرؤها آخرون: من يشغّل خادم بريد في طريقها، ومن يدخل إلى صندوق بريد محفوظة فيه. لا يمكن استرجاعها. يسري اختيارك على هذه الرسالة وحدها.
send-stopped-meaning-signature = لن يستطيع متلقّوها التحقق من أنها منك ولا من أن أحدًا لم يغيّرها في الطريق. يسري اختيارك على هذه الرسالة وحدها.
send-stopped-meaning-both = قد يقرؤها آخرون، ولن يستطيع متلقّوها التحقق من أنها منك ولا من أن أحدًا لم يغيّرها. لا يمكن استرجاعها. يسري اختيارك على هذه الرسالة وحدها.
send-stopped-send-encryption = إرسال بلا تشفير
    .accesskey = إ
send-stopped-send-signature = إرسال بلا توقيع
    .accesskey = إ
send-stopped-send-both = إرسال بلا حماية
    .accesskey = إ
