# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### نافذة التشغيل الأول: ما الشهادات الموجودة، وأيها يُستعمل.

set-up-menu-item =
    .label = إعداد الشهادات (S/MIME)…
    .accesskey = ع
set-up-title = إعداد الشهادات (S/MIME)
set-up-heading = وقّع رسائلك وشفّرها
set-up-introduction = بشهادة خاصة بك يمكنك توقيع الرسائل، ويمكن للآخرين تشفير الرسائل لك. هذا ما عُثر عليه في هذا الحاسوب. لن يتغير شيء قبل أن تطلب ذلك.
set-up-no-account = أعِدّ حساب بريد أولًا.
set-up-failed = لا تستجيب وحدة الأمان في Signet، ولذلك لا يُعرف شيء عن شهاداتك. أعد تشغيل Thunderbird وحاول مرة أخرى.

set-up-chosen-both = يمكنك التوقيع، ويمكن للآخرين التشفير لك، بهذه الشهادة:
set-up-chosen-signing = يمكنك التوقيع بهذه الشهادة:
set-up-chosen-encryption = يمكن للآخرين التشفير لك بهذه الشهادة:
set-up-proposed-both = التوقيع بهذه الشهادة، وتمكين الآخرين من التشفير لي بها
set-up-proposed-signing = التوقيع بهذه الشهادة
set-up-proposed-encryption = تمكين الآخرين من التشفير لي بهذه الشهادة
set-up-missing-both = لا يمكنك التوقيع بعد، ولا يمكن للآخرين التشفير لك.
set-up-missing-signing = لا يمكنك التوقيع بعد.
set-up-missing-encryption = لا يمكن للآخرين التشفير لك بعد.
set-up-details = أصدرها { $issuer }، صالحة حتى { DATETIME($until, dateStyle: "long") }

set-up-how-heading = كيف تحصل على شهادة
set-up-how-ask = في العمل، اسأل من يعتني بحاسوبك؛ وإلا فإن سلطة إصدار تصدر واحدة. تحصل على ملف، ينتهي اسمه غالبًا بـ ‎.p12 أو ‎.pfx، وعلى كلمة سره: استورد هذا الملف. إن طُلب منك طلب شهادة، فأنشئه هنا.
set-up-how-card = هل شهادتك على بطاقة؟ أدخل البطاقة. يُعَدّ قارئها في إعدادات Thunderbird، تحت «الخصوصية والأمان»، «أجهزة الأمان».
set-up-import = استيراد شهادة…
    .accesskey = س
set-up-request = طلب شهادة…
    .accesskey = ط

set-up-later = يمكنك تغيير هذا في أي وقت في إعدادات الحسابات، في صفحة «الأمان (S/MIME)». لن تُفتح هذه النافذة من تلقاء نفسها مرة أخرى؛ تجدها في قائمة الأدوات.
set-up-use = استعمال
    .accesskey = ا
set-up-not-now = ليس الآن
    .accesskey = ل
set-up-close = إغلاق
    .accesskey = غ
set-up-done = تم: سيُستعمل هذا من الآن فصاعدًا.
