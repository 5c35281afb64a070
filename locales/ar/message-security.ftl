# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = التوقيع الرقمي صالح.
header-icon-broken-pen = هناك مشكلة في التوقيع الرقمي.
header-icon-question-pen = تعذّر التحقق من التوقيع الرقمي، أو تعذّر ذلك جزئيًا.
header-icon-clock-pen = كان التوقيع الرقمي صالحًا، وانتهت صلاحية شهادته منذ ذلك الحين.
header-icon-checking = ما زال يجري التحقق من الشهادة عبر الشبكة.
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

message-security-copy = نسخ التفاصيل
    .accesskey = ن
message-security-copied = نُسخت.

message-security-signature-heading = التوقيع الرقمي
message-security-encryption-heading = التشفير

message-security-judging = يجري الفحص…

message-security-signature-none = غير موقّعة
message-security-signature-valid = توقيع صالح
message-security-signature-invalid = مشكلة في التوقيع
message-security-signature-unknown = لم يُفحص التوقيع
message-security-signature-expired-since = انتهت صلاحية الشهادة
message-security-signature-failed = لم يفحصها Signet

message-security-encryption-unknown = غير معروف
message-security-encryption-none = غير مشفّرة
message-security-encryption-decrypted = مشفّرة
message-security-encryption-failed = مشفّرة ولم تُفتح

message-security-inside-not-seen = لا يمكن معرفة إن كانت هذه الرسالة موقّعة إلا بعد فتحها.
message-security-signature-not-here = لم تُنزَّل هذه الرسالة بعد، فلا يعرف أحد إن كانت موقّعة.
    .remedy = اتصل بالشبكة وافتح الرسالة من جديد.
message-security-parts-removed = أُزيلت أجزاء من هذه الرسالة بعد وصولها، ولذلك لم يعد ممكنًا التحقق من توقيعها.
    .remedy = إن كان الأمر مهمًا فاطلب من المرسل إرسالها من جديد، واحتفظ بمرفقات الرسائل الموقّعة.
message-security-encryption-not-here = لا يمكن معرفة إن كانت هذه الرسالة مشفّرة إلا بعد تنزيلها.
message-security-opened = لم يكن يستطيع قراءة هذه الرسالة في الطريق إلا من شُفّرت لهم.
message-security-not-shown = يعرض Thunderbird شيئًا غير المحمي في هذه الرسالة: أجزاؤها مركّبة بطريقة يمكن قراءتها على أكثر من وجه.
    .remedy = لا تعتمد على شيء مما تراه فيها، واطلب من المرسل إرسالها من جديد.
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
message-security-stamped-on = الوقت المؤكد
message-security-time-stamp = { DATETIME($time, dateStyle: "long", timeStyle: "short") }، بتأكيد من { $authority }
message-security-history = سبقت رؤيته
message-security-history-first-time = لا: هذه أول رسالة موقّعة من { $address } على هذا الحاسوب
message-security-history-changed = ليس بهذه الشهادة: كان { $address } يستخدم شهادة أخرى حتى { DATETIME($previousUsed, dateStyle: "long") }
message-security-history-known = نعم: يستخدم { $address } هذه الشهادة منذ { DATETIME($since, dateStyle: "long") }
message-security-algorithm = الطريقة
message-security-view-certificate = عرض شهادة التوقيع
    .accesskey = ع

## Facts about the encryption

message-security-opened-with = فُتحت بـ
message-security-encryption-method = الطريقة
message-security-key-method = أُرسل المفتاح بـ
message-security-integrity = التغييرات في الطريق
message-security-integrity-protected = كانت ستُلاحظ
message-security-integrity-none = لا يلاحظها التشفير وحده
message-security-other-readers = من يستطيع قراءتها أيضًا
message-security-readers = من يستطيع قراءتها
message-security-recipient-known = { $name }، شهادة من { $issuer }، صالحة حتى { DATETIME($until, dateStyle: "long") }
message-security-recipient-unknown = شخص غير معروف هنا: { $certificate }
message-security-recipient-password = من يعرف كلمة سر
message-security-recipients-more = { $count ->
    [one] شخص آخر
   *[other] { $count } آخرون
}
message-security-view-encryption-certificate = عرض شهادة التشفير
    .accesskey = ش

## Buttons for what can be done about a reason

message-security-remedy-trust = الوثوق…
    .accesskey = ث
message-security-remedy-change-trust = تغيير الثقة…
    .accesskey = ث
message-security-remedy-import = استيراد شهادة…
    .accesskey = س
message-security-remedy-import-backup = استيراد نسخة احتياطية…
    .accesskey = ط
message-security-remedy-check-again = السؤال من جديد
    .accesskey = ج
message-security-remedy-save = حفظ الشهادة
    .accesskey = ح
message-security-remedy-enter-password = إدخال كلمة السر…
    .accesskey = ك
message-security-remedy-try-again = المحاولة من جديد
    .accesskey = ل
message-security-remedy-download = تنزيل الرسالة
    .accesskey = ز

## Trusting a certificate

message-security-trust-title = هل تثق بـ { $name } للبريد الإلكتروني؟
message-security-trust-authority = تُعدّ بعد ذلك كل شهادة أصدرتها { $name } صحيحة. لا يعرف هل هذه هي البصمة الصحيحة إلا المسؤول لديك أو { $name } نفسها: اسأل بطريقة غير البريد الإلكتروني وقارن.
message-security-trust-person = تُعدّ هذه الشهادة بعد ذلك صحيحة مع أن أي سلطة لا تضمنها. اسأل { $name } هاتفيًا أو وجهًا لوجه هل هذه هي البصمة، وقارن.
message-security-trust-yes = البصمة مطابقة: ثق
message-security-trust-no = إلغاء

## In the place of a part that is not opened

part-failed = لم تستجب وحدة الأمان في Signet، فلم يمكن فتح هذه الرسالة.
    .remedy = افتح الرسالة من جديد؛ فإن لم يُجدِ ذلك فأعد تشغيل Thunderbird.
part-closed = هذه الرسالة مشفّرة ولم تُفتح.
part-encrypted-apart = [هذا الجزء مشفّر وحده. لا يُفتح لأن الأجزاء المجاورة له، التي ربما أضافها أي شخص، قد تسيء استعمال نصه.]
part-signed-apart = [هذا الجزء موقّع وحده. لا يشمل التوقيع بقية الرسالة ولم يُفحص.]
part-not-quoted = [لا يُقتبس النص: ربما غيّره أحد في الطريق ليكشف محتواه عبر الإنترنت.]

## The bar above a message that would load something from the Internet

remote-content-bar = ستحمّل هذه الرسالة محتوى من الإنترنت. شُفّرت بطريقة يستطيع آخرون تغييرها، فقد يكشف التحميل نصها لهم.
remote-content-load =
    .label = حمّل رغم ذلك
    .accesskey = ح
