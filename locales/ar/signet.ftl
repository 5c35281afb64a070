# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = لا يلائم Signet هذا الإصدار من Thunderbird وقد أوقف نفسه. يستخدم Thunderbird وظائف S/MIME الخاصة به. حدّث Signet في مدير الإضافات. (الناقص: { $details })

notice-organisation = في إعدادات مؤسستك لـ Signet خطأ، فيُستخدم مكانه الإعداد الآمن أو إعداد Signet نفسه. أبلغ من يعتني بحاسوبك بهذا: { $details }

notice-module-not-loaded = تعذّر تحميل وحدة الأمان في Signet، فأوقف Signet نفسه. يستخدم Thunderbird وظائف S/MIME الخاصة به. أعد تثبيت Signet؛ فإن لم يُجدِ ذلك فأبلغ عنه مع هذه التفاصيل: { $details }

notice-version-mismatch = { $reason } { $remedy } حتى ذلك الحين يبقى Signet متوقفًا ويستخدم Thunderbird وظائف S/MIME الخاصة به.

notice-module-failed = لا تستجيب وحدة الأمان في Signet كما يجب. تظهر علامات Thunderbird نفسه على الرسائل التي يتعذّر فحصها. أعد تشغيل Thunderbird؛ فإن تكرر ذلك فأبلغ عنه مع هذه التفاصيل: { $details }

collected-notice = حُفظت شهادة { $name }، فيمكنك إرسال رسائل مشفّرة إلى { $address }.
collected-undo =
    .label = تراجع
    .accesskey = ت

notice-own-expires = تنتهي صلاحية شهادتك للعنوان { $address } في { DATETIME($until, dateStyle: "long") }. اطلب شهادة جديدة، أو استوردها إن كانت لديك من قبل؛ واحتفظ بالقديمة.
notice-own-expired = انتهت صلاحية شهادتك للعنوان { $address } في { DATETIME($until, dateStyle: "long") }. لم يعد يمكنك التوقيع بها. اطلب شهادة جديدة، أو استوردها إن كانت لديك من قبل؛ واحتفظ بالقديمة.
notice-open-certificates =
    .label = الشهادات…
    .accesskey = ش
