# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

account-security-title = الأمان (S/MIME)
account-security-intro = لتوقيع الرسائل وتلقّي رسائل مشفّرة تحتاج إلى شهادة خاصة بك. اختر هنا الشهادة المستخدمة.

account-security-certificates = الشهادات…
    .accesskey = د
account-security-import = استيراد شهادة…
    .accesskey = س
account-security-identity = الهوية:
    .accesskey = ه

account-security-signing-heading = التوقيع الرقمي
account-security-signing-certificate = توقيع الرسائل بهذه الشهادة:
account-security-sign-by-default = وقّع الرسائل رقميًا
    .accesskey = و
account-security-encryption-heading = التشفير
account-security-encryption-certificate = يشفّر الآخرون لك بهذه الشهادة، وتفتح بها رسائلهم:
account-security-encryption-default = عندما تكتب رسالة:
account-security-encrypt-never = لا تشفّر إلا إذا اختير ذلك في الرسالة
    .accesskey = ل
account-security-encrypt-if-possible = شفّر إن أمكن للجميع قراءة الرسالة، وإلا فأرسلها بلا تشفير
    .accesskey = م
account-security-encrypt-required = شفّر؛ ولا تُرسَل رسالة يتعذّر تشفيرها
    .accesskey = ش
account-security-protect-subject = أخفِ موضوع الرسائل المشفّرة
    .accesskey = ض

account-security-none-chosen = لم تُختر أي شهادة
account-security-not-here = الشهادة المختارة ليست على هذا الحاسوب

account-security-select-signing = اختيار…
    .accesskey = خ
    .aria-label = اختيار… شهادة للتوقيع
account-security-clear-signing = إزالة
    .accesskey = ز
    .aria-label = إزالة شهادة التوقيع
account-security-select-encryption = اختيار…
    .accesskey = ت
    .aria-label = اختيار… شهادة للتشفير
account-security-clear-encryption = إزالة
    .accesskey = ة
    .aria-label = إزالة شهادة التشفير

account-security-usable = يمكن استخدام هذه الشهادة حتى { DATETIME($until, dateStyle: "long") }.
account-security-proposed = يمكنك استخدام شهادة { $name } التي أصدرها { $issuer } والصالحة حتى { DATETIME($until, dateStyle: "long") }: اضغط «اختيار…»
account-security-failed = لا تستجيب وحدة الأمان في Signet، فلا يُعرف شيء عن شهاداتك. أعد تشغيل Thunderbird وحاول من جديد.

account-security-pick-signing = شهادات التوقيع
account-security-pick-encryption = شهادات التشفير
account-security-pick-intro = للعنوان { $address }:
account-security-pick-none = لا يمكن استخدام أي من شهاداتك للعنوان { $address }.
account-security-pick-no-own = لا توجد شهادة خاصة بك على هذا الحاسوب.
account-security-pick-others = لا يمكن استخدام هذه:
account-security-pick-ok = موافق
account-security-pick-cancel = إلغاء
account-security-pick-details = أصدرها { $issuer }، صالحة من { DATETIME($from, dateStyle: "medium") } إلى { DATETIME($until, dateStyle: "medium") }، الرقم التسلسلي { $serial }
account-security-pick-token = في { $tokens }

account-security-both-title = أتستخدمها للأمرين؟
account-security-both-encryption = يمكن استخدام الشهادة نفسها للتشفير، ليستطيع الآخرون إرسال رسائل مشفّرة إليك. أتستخدمها لذلك أيضًا؟
account-security-both-signing = يمكن استخدام الشهادة نفسها لتوقيع الرسائل. أتستخدمها لذلك أيضًا؟
account-security-pair-encryption = لديك أيضًا شهادة للتشفير مقترنة بها ({ $name }، أصدرها { $issuer }). أتستخدمها للتشفير؟
account-security-pair-signing = لديك أيضًا شهادة للتوقيع مقترنة بها ({ $name }، أصدرها { $issuer }). أتستخدمها لتوقيع الرسائل؟
account-security-both-yes = استخدام
account-security-both-no = عدم الاستخدام
