# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

compose-security-button =
    .label = الأمان
    .tooltiptext = تشفير هذه الرسالة أو توقيعها

compose-security-never =
    .label = لا تشفّر هذه الرسالة
    .accesskey = ل
compose-security-if-possible =
    .label = شفّر إن أمكن
    .accesskey = م
compose-security-required =
    .label = شفّر هذه الرسالة
    .accesskey = ش
compose-security-sign =
    .label = وقّع هذه الرسالة
    .accesskey = و
compose-security-info =
    .label = عرض معلومات الأمان
    .accesskey = ع

compose-icon-pen = ستُوقَّع هذه الرسالة. اضغط Enter لمعرفة المزيد عن أمانها.
compose-icon-key = ستُشفَّر هذه الرسالة. اضغط Enter لمعرفة المزيد عن أمانها.
compose-icon-pen-struck-out = لا يمكن توقيع هذه الرسالة. { $reason } اضغط Enter لمعرفة المزيد عن أمانها.
compose-icon-key-struck-out = لا يمكن تشفير هذه الرسالة. { $reason } اضغط Enter لمعرفة المزيد عن أمانها.
compose-icon-no-answer = لا تستجيب وحدة الأمان في Signet.

compose-security-stopped-module = لم تُرسَل رسالتك: اخترت حمايتها، لكن وحدة الأمان في Signet لم تستطع ذلك. حاول من جديد؛ فإن لم يُجدِ ذلك فأعد تشغيل Thunderbird، أو اختر من قائمة «الأمان» إرسالها بلا حماية.
compose-security-stopped-disk = لم تُرسَل رسالتك: لم تبقَ مساحة على القرص الذي يُعِدّ فيه Thunderbird ما يرسله. احذف ما لا تحتاج إليه واضغط «إرسال» مرة أخرى. رسالتك ما زالت هنا.
compose-security-stopped-changed = لم تُرسَل رسالتك لأن طريقة حمايتها الممكنة تغيّرت أثناء الإرسال. انظر إلى الأيقونات في أسفل النافذة واضغط «إرسال» من جديد.
compose-security-stopped-openpgp = لم تُرسَل رسالتك: ‏OpenPGP وقائمة «الأمان» مفعّلان معًا. أوقف أحدهما.
compose-security-stopped-copy =
    لم تُرسَل رسالتك. كل مستلم مخفي (Bcc) لرسالة مشفّرة تصله نسخة خاصة به، ولم تُقبل نسخة { $address }: { $why } { $sent ->
        [0] لم تصل إلى أحد.
        [one] وصلت إلى مستلم مخفي آخر، وستصل إليه مرة أخرى حين تعيد إرسالها.
        [two] وصلت إلى مستلمَين مخفيَّين آخرَين، وستصل إليهما مرة أخرى حين تعيد إرسالها.
        [few] وصلت إلى { $sent } مستلمين مخفيين آخرين، وستصل إليهم مرة أخرى حين تعيد إرسالها.
       *[other] وصلت إلى { $sent } مستلمًا مخفيًا آخر، وستصل إليهم مرة أخرى حين تعيد إرسالها.
    }
compose-security-copy-no-room = لم تبقَ مساحة على القرص الذي يُعِدّها فيه Thunderbird.
compose-security-stopped-reason =
    لم تُرسَل رسالتك. { $reason } { $remedy }{ $others ->
        [0] { "" }
        [one] { " " }وهناك سبب آخر.
        [two] { " " }وهناك سببان آخران.
        [few] { " " }وهناك { $others } أسباب أخرى.
       *[other] { " " }وهناك { $others } سببًا آخر.
    }
compose-security-stopped-details = عرض معلومات الأمان
    .accesskey = ع

compose-security-protecting = يجري توقيع رسالتك أو تشفيرها…
compose-security-protecting-cancel = إلغاء الإرسال
    .accesskey = غ

compose-security-draft-not-saved = لم تُحفظ المسودة: اخترت تشفير هذه الرسالة، ولا يمكن تشفير مسودتها لك أنت. { $reason } { $remedy } لحفظها بلا تشفير اختر «لا تشفّر هذه الرسالة» من قائمة «الأمان».
compose-security-draft-not-saved-module = لم تُحفظ المسودة: اخترت تشفير هذه الرسالة، ولم تستطع وحدة الأمان في Signet تشفير مسودتها. لحفظها بلا تشفير اختر «لا تشفّر هذه الرسالة» من قائمة «الأمان».
compose-security-draft-not-saved-disk = لم تُحفظ المسودة: لم تبقَ مساحة على القرص الذي يُعِدّها فيه Thunderbird. احذف ما لا تحتاج إليه واحفظها مرة أخرى. رسالتك ما زالت هنا.
compose-security-draft-from-encrypted = لم تُحفظ المسودة: فيها نص من رسالة كانت مشفّرة، ولا يمكن تشفيرها لك أنت. { $reason } { $remedy }

compose-security-title = أمان الرسالة
compose-security-signed = التوقيع
compose-security-encrypted = التشفير
compose-security-yes = نعم
compose-security-no = لا
compose-security-not-possible = غير ممكن
compose-security-module-failed = لا تستجيب وحدة الأمان في Signet، فلا يمكن حماية هذه الرسالة ولا تُرسَل. أعد تشغيل Thunderbird وحاول من جديد، أو اختر من قائمة «الأمان» إرسالها بلا حماية.
compose-security-as-plain = قد يستطيع آخرون قراءة الرسالة في طريقها.
compose-security-not-encrypted-then = اخترت التشفير إن أمكن: ستُرسَل الرسالة بلا تشفير.

compose-security-own-certificate = شهادتك
compose-security-issuer = أصدرها
compose-security-valid = صالحة حتى
compose-security-until = { DATETIME($until, dateStyle: "long") }

compose-security-recipients = المستلمون
compose-security-recipient = العنوان
compose-security-can-read = يستطيع قراءتها
compose-security-certificate = الشهادة
compose-security-recipient-certificate = أصدرها { $issuer }، صالحة حتى { DATETIME($until, dateStyle: "long") }
compose-security-source-stored = محفوظة على هذا الحاسوب
compose-security-source-directory = من الدليل؛ تُحفظ عند إرسال الرسالة
compose-security-looking-up = يجري البحث في الدليل عن الشهادات الناقصة…
compose-security-lookup-cancel = إيقاف البحث
    .accesskey = ق
compose-security-look-up = ابحث في الدليل
    .aria-label = ابحث في الدليل: { $address }
compose-security-close = إغلاق
    .accesskey = غ

compose-security-choose = اختيار شهادة أخرى…
    .aria-label = اختيار شهادة أخرى: { $address }
compose-security-import = استيراد…
    .aria-label = استيراد شهادة: { $address }
compose-security-ask = طلب الشهادة
    .aria-label = طلب الشهادة: { $address }
compose-security-choose-title = شهادات { $address }
compose-security-choose-lead = اختر الشهادة التي تُشفَّر بها هذه الرسالة.
compose-security-choose-current = هي المستخدمة الآن.
compose-security-choose-use = استخدام هذه الشهادة
    .accesskey = ش
compose-security-choose-cancel = إلغاء
    .accesskey = غ
compose-security-picked = أنت اخترتها.
compose-security-method-others = { $others ->
        [one] ويصح ذلك على مستلم آخر.
       *[other] ويصح ذلك على { $others } من المستلمين الآخرين.
    }

compose-recipient-look-up =
    .label = البحث عن الشهادة في الدليل
    .accesskey = ب
compose-recipient-choose =
    .label = اختيار شهادة أخرى…
    .accesskey = خ
compose-recipient-import =
    .label = استيراد شهادة…
    .accesskey = س
compose-recipient-ask =
    .label = طلب الشهادة
    .accesskey = ط
compose-recipient-info =
    .label = عرض معلومات الأمان
    .accesskey = ع

ask-certificate-subject = من فضلك أرسل إليّ رسالة موقّعة
ask-certificate-body =
    مرحبًا،

    أودّ أن أكتب إليك برسائل مشفّرة، وأحتاج لذلك إلى شهادتك (S/MIME).

    إن كانت لديك شهادة فأجب من فضلك عن هذه الرسالة ووقّع إجابتك رقميًا: تأتي شهادتك مع التوقيع. وإن لم تكن لديك شهادة فسيخبرك المسؤول عن حاسوبك كيف تحصل عليها.

    شكرًا!
