# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = التوقيع الرقمي صالح.
header-icon-broken-pen = هناك مشكلة في التوقيع الرقمي.
header-icon-question-pen = تعذّر التحقق من التوقيع الرقمي.
header-icon-key = كانت هذه الرسالة مشفّرة.
header-icon-broken-key = تعذّر فتح هذه الرسالة المشفّرة.

message-security-menu-item =
    .label = أمان الرسالة
    .accesskey = أ

message-security-title = أمان الرسالة
message-security-no-subject = (بلا موضوع)
message-security-from = من { $from }
message-security-none = لم تُحدَّد أي رسالة.
message-security-close = إغلاق
    .accesskey = غ

message-security-signature-heading = التوقيع الرقمي
message-security-encryption-heading = التشفير

message-security-judging = يجري الفحص…

message-security-signature-none = غير موقّعة
message-security-signature-valid = توقيع صالح
message-security-signature-invalid = مشكلة في التوقيع
message-security-signature-unknown = لم يُفحص التوقيع
message-security-signature-failed = لم يفحصها Signet

message-security-encryption-unknown = غير معروف
message-security-encryption-none = غير مشفّرة
message-security-encryption-decrypted = مشفّرة
message-security-encryption-failed = مشفّرة ولم تُفتح

message-security-inside-not-judged = وُقّعت هذه الرسالة قبل تشفيرها. فتح Thunderbird التشفير، ولم يفحص Signet التوقيع الذي بداخله.
message-security-inside-not-seen = لا يمكن معرفة إن كانت هذه الرسالة موقّعة إلا بعد فتحها.
message-security-signature-not-here = لم تُنزَّل هذه الرسالة بعد، فلا يعرف أحد إن كانت موقّعة.
    .remedy = اتصل بالشبكة وافتح الرسالة من جديد.
message-security-encryption-not-here = لا يمكن معرفة إن كانت هذه الرسالة مشفّرة إلا بعد تنزيلها.
message-security-opened-by-host = فتح Thunderbird هذه الرسالة لك. لم يكن يستطيع قراءتها في الطريق إلا من شُفّرت لهم.
message-security-not-opened-by-host = لم يستطع Thunderbird فتح هذه الرسالة.
    .remedy = استورد الشهادة التي شُفّرت لها مع مفتاحها الخاص، أو اطلب من المرسل تشفيرها بشهادتك الحالية.
message-security-not-known-to-host = شُفّرت هذه الرسالة بطريقة لا يستطيع Thunderbird عرضها.
    .remedy = اطلب من المرسل إرسالها من جديد مشفّرة بطريقة أكثر شيوعًا.
message-security-not-encrypted = ربما استطاع آخرون قراءة هذه الرسالة في طريقها إليك.
message-security-failed = لم تستجب وحدة الأمان في Signet؛ العلامات في ترويسة الرسالة من Thunderbird نفسه.
    .remedy = افتح الرسالة من جديد؛ فإن لم يُجدِ ذلك فأعد تشغيل Thunderbird.

message-security-signer-heading = الموقّع { $number } من { $total }
message-security-signed-by = وقّعها
message-security-certificate-of = شهادة
message-security-address = البريد الإلكتروني
message-security-no-address = لا يوجد في الشهادة
message-security-issuer = أصدرها
message-security-valid = صلاحية الشهادة
message-security-valid-range = من { DATETIME($from, dateStyle: "long") } إلى { DATETIME($until, dateStyle: "long") }
message-security-signed-on = وُقّعت في
message-security-signing-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }، بحسب ساعة الموقّع
message-security-algorithm = الطريقة
message-security-view-certificate = عرض شهادة التوقيع
    .accesskey = ع
