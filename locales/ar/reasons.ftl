# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Reasons. The variables are explained in locales/en-US/reasons.ftl.

reason-valid = وقّع { $subject } هذه الرسالة ولم تتغيّر منذ ذلك الحين.
    .remedy = لا يلزم فعل شيء.

reason-not-signed = هذه الرسالة غير موقّعة.
    .remedy = إن كان عليك التأكد ممن كتبها فاطلب من المرسل توقيعها أو تأكيدها بطريقة أخرى.

reason-partly-signed = جزء فقط من هذه الرسالة موقّع؛ وقد يكون أي شخص كتب الباقي.
    .remedy = لا تعتمد على شيء فيها لم يؤكده لك المرسل، أو اطلب الرسالة من جديد موقّعة كلها.

reason-signed-outside-encryption = لم يوقّع { $subject } هذه الرسالة إلا بعد تشفيرها، وهذا لا يبيّن من كتبها.
    .remedy = إن كان عليك التأكد ممن كتبها فاطلب من المرسل توقيع الرسائل قبل تشفيرها، كما تفعل برامج البريد.

reason-altered = غُيّرت هذه الرسالة بعد توقيعها.
    .remedy = لا تعتمد على محتواها؛ اطلب من المرسل إرسالها من جديد.

reason-signature-mismatch = لم يُصنع التوقيع بمفتاح { $subject } الذي يذكر التوقيع شهادته.
    .remedy = لا تعتمد على هذه الرسالة؛ اسأل المرسل بطريقة أخرى إن كانت حقيقية.

reason-signer-certificate-missing = شهادة من وقّع ليست في الرسالة ولا على هذا الحاسوب.
    .remedy = اطلب من المرسل رسالة موقّعة تحتوي على الشهادة.

reason-no-signer = تبدو هذه الرسالة موقّعة، لكن لم يوقّعها أحد.
    .remedy = عاملها كرسالة غير موقّعة؛ اطلب من المرسل إرسالها من جديد موقّعة.

reason-content-not-available = لا يمكن فحص التوقيع لأن المحتوى الموقّع غير موجود كاملًا.
    .remedy = نزّل الرسالة كلها وافتحها من جديد؛ فإن لم يُجدِ ذلك فاطلب من المرسل إرسالها ثانية.

reason-embedded-content = يحمل التوقيع نسخته الخاصة من النص، وقد لا تكون ما تعرضه هذه الرسالة.
    .remedy = لا تعتمد على هذه الرسالة؛ اطلب من المرسل إرسالها من جديد.

reason-signed-attributes-missing = لا يذكر التوقيع نوع المحتوى الذي صُنع له.
    .remedy = لا تعتمد على هذه الرسالة؛ اطلب من المرسل توقيعها من جديد ببرنامج بريد حديث.

reason-signed-attribute-invalid = أحد تفاصيل التوقيع ناقص أو خاطئ أو مكرر: { $attribute }.
    .remedy = لا تعتمد على هذه الرسالة؛ اطلب من المرسل توقيعها من جديد ببرنامج بريد حديث.

reason-signed-attributes-as-content = محتوى هذه الرسالة قطعة من توقيع آخر، وهذه علامة على التزوير.
    .remedy = لا تعتمد على هذه الرسالة؛ أخبر المرسل المزعوم بطريقة أخرى أنك تلقّيتها.

reason-signing-certificate-mismatch = وقّع الموقّع بشهادة غير المعروضة، وهي شهادة { $subject }.
    .remedy = لا تعتمد على هذه الرسالة؛ اسأل المرسل بطريقة أخرى إن كانت حقيقية.

reason-algorithm-protection-mismatch = وُقّعت هذه الرسالة بطرق غير التي يذكرها توقيعها.
    .remedy = لا تعتمد على هذه الرسالة؛ اطلب من المرسل إرسالها من جديد.

reason-date-mismatch = تاريخ هذه الرسالة { DATETIME($messageDate, dateStyle: "long", timeStyle: "short") }، لكنها وُقّعت في { DATETIME($signingTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = إن كان الوقت مهمًا فاسأل المرسل متى كُتبت؛ فقد تكون رسالة قديمة أُرسلت من جديد.

reason-address-mismatch = جاءت هذه الرسالة من { $address }، لكن وقّعها { $signerAddresses }.
    .remedy = اسأل الشخص الذي تعرفه، على عنوان أو رقم هاتف تعرفه، إن كانت الرسالة حقيقية.

reason-no-address-in-certificate = لا تحتوي شهادة { $subject } على عنوان بريد، فلا تبيّن أن { $address } أرسل هذه الرسالة.
    .remedy = اطلب من المرسل استخدام شهادة تحتوي على عنوان البريد.

reason-no-from-address = لا تذكر هذه الرسالة مرسلًا يمكن مقارنة التوقيع به.
    .remedy = اسأل من تظن أنه أرسلها إن كانت حقيقية.

reason-several-from-addresses = تذكر هذه الرسالة عدة مرسلين، لكن لم يوقّعها إلا { $signerAddresses }.
    .remedy = اسأل المرسلين الآخرين إن كانوا يقرّون الرسالة.

reason-display-name-misleads = يسمّي المرسل نفسه «{ $displayName }»، لكن الرسالة جاءت من { $address }.
    .remedy = انظر إلى العنوان جيدًا قبل أن ترد أو تتبع رابطًا.

reason-certificate-expired = انتهت صلاحية شهادة { $subject } في { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = اطلب من { $subject } شهادة أحدث؛ يجدّدها { $issuer }.

reason-certificate-not-yet-valid = لا تسري شهادة { $subject } قبل { DATETIME($notBefore, dateStyle: "long") }.
    .remedy = تحقق من تاريخ هذا الحاسوب ووقته؛ فإن كانا صحيحين أمكن استخدام الشهادة ابتداءً من ذلك اليوم.

reason-certificate-revoked = ألغى { $issuer } شهادة { $subject } في { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = لا تستخدمها بعد الآن؛ اطلب من { $subject } بطريقة أخرى شهادة جديدة.

reason-certificate-distrusted = شهادة { $subject } معلّمة على هذا الحاسوب بأنها غير موثوقة.
    .remedy = لا تثق بها من جديد، من «أدوات» ثم «الشهادات»، إلا إذا كنت متيقنًا من أن الشهادة حقيقية.

reason-certificate-malformed = شهادة { $subject } تالفة أو لا تتبع القواعد.
    .remedy = اطلب من { $subject } شهادة صحيحة.

reason-issuer-unknown = أصدر شهادة { $subject } جهة لا يعرفها هذا الحاسوب: { $issuer }.
    .remedy = اسأل المسؤول عن الحواسيب إن كان يمكن الوثوق بجهة { $issuer }، واستورد شهادتها إن كان كذلك.

reason-issuer-not-trusted = تعود شهادة { $subject } إلى { $issuer }، وهي جهة لا يثق بها هذا الحاسوب في البريد.
    .remedy = إن كنت تعلم أن { $issuer } جهة موثوقة فقارن بصمتها ثم ثق بها للبريد: هنا أو من «أدوات» ثم «الشهادات».

reason-self-signed = أصدر { $subject } شهادة { $subject } بنفسه، فلا يضمنها أحد آخر.
    .remedy = لا تثق بها إلا بعد مقارنة بصمتها مع صاحبها، هاتفيًا أو وجهًا لوجه.

reason-issuer-not-authority = أصدر شهادة { $subject } من لا يحق له إصدار شهادات: { $issuer }.
    .remedy = لا تعتمد عليها؛ اطلب من { $subject } شهادة من سلطة موثوقة.

reason-path-too-long = بين { $issuer } وشهادة { $subject } سلطات أكثر مما يسمح به { $issuer }.
    .remedy = اطلب من { $subject } شهادة أُصدرت كما يجب.

reason-name-not-permitted = تحتوي شهادة { $subject } على الاسم { $name }، وهو خارج ما يسمح به { $issuer }.
    .remedy = لا تعتمد عليها؛ اطلب من { $subject } شهادة أُصدرت كما يجب.

reason-name-constraint-unsupported = تحدّ شهادة { $subject } الأسماء التي تضمنها بطريقة لا يمكن التحقق منها هنا.
    .remedy = اسأل المسؤول عن الحواسيب؛ على السلطة إصدار شهادتها بصورة أخرى.

reason-critical-extension-unknown = تضع شهادة { $subject } شرطًا لا يمكن التحقق منه هنا ولا يجوز تجاهله ({ $extension }).
    .remedy = حدّث برنامج البريد؛ فإن لم يُجدِ ذلك فاطلب من { $subject } شهادة أخرى.

reason-policy-not-satisfied = لا تلتزم شهادة { $subject } بالقواعد التي وضعتها السلطات التي فوقها.
    .remedy = اطلب من { $subject } شهادة أُصدرت كما يجب.

reason-certificate-signature-invalid = لم يُصدر { $issuer } شهادة { $subject }، أو غُيّرت بعد إصدارها.
    .remedy = لا تعتمد عليها؛ اطلب من { $subject } بطريقة أخرى الشهادة الحقيقية.

reason-not-for-email = لم تُصدر شهادة { $subject } للبريد الإلكتروني.
    .remedy = اطلب من { $subject } شهادة أُصدرت للبريد الإلكتروني.

reason-not-for-signing = لم تُصدر شهادة { $subject } لتوقيع الرسائل.
    .remedy = اطلب من { $subject } التوقيع بشهادة أُصدرت للتوقيع.

reason-not-for-encryption = لم تُصدر شهادة { $subject } لتشفير الرسائل.
    .remedy = اطلب من { $subject } شهادة أُصدرت للتشفير.

reason-path-budget-exhausted = تُرك فحص شهادة { $subject } لأن الشهادات المرفقة بها تتصل بعضها ببعض بطرق كثيرة جدًا.
    .remedy = اطلب من { $subject } رسالة لا تحتوي إلا على الشهادات اللازمة.

reason-weak-digest = صُنع توقيع بالطريقة { $algorithm }، وهي ضعيفة إلى حد يمكن معه تزوير التواقيع.
    .remedy = لا تعتمد عليه؛ اطلب من المرسل التوقيع ببرنامج بريد أو شهادة حديثة.

reason-weak-key = مفتاح { $subject } أضعف من أن يكون آمنًا: { $algorithm }.
    .remedy = اطلب من { $subject } شهادة بمفتاح أقوى.

reason-weak-cipher = شُفّرت هذه الرسالة بالطريقة { $algorithm }، وهي ضعيفة إلى حد قد يستطيع معه آخرون قراءتها.
    .remedy = اعتبر المحتوى غير سري؛ اطلب من المرسل استخدام برنامج بريد حديث.

reason-algorithm-refused = استُخدمت طريقة غير مقبولة في البريد الموقّع أو المشفّر: { $algorithm }.
    .remedy = اطلب من المرسل استخدام برنامج بريد حديث وإرسال الرسالة من جديد.

reason-algorithm-unsupported = استُخدمت طريقة ليست في برنامج البريد هذا: { $algorithm }.
    .remedy = حدّث برنامج البريد؛ فإن لم يُجدِ ذلك فاطلب من المرسل استخدام طريقة أكثر شيوعًا.

reason-key-invalid = تحتوي شهادة { $subject } على مفتاح لا يمكن أن يكون حقيقيًا.
    .remedy = لا تعتمد عليها؛ اطلب من { $subject } شهادة جديدة.

reason-malformed = هذه الرسالة تالفة أو لا تتبع القواعد؛ موضع الخلل: { $where }.
    .remedy = اطلب من المرسل إرسال الرسالة من جديد.

reason-limit-exceeded = هذه الرسالة أكبر أو أعقد من أي رسالة عادية، فلا تُقبل ({ $limit }).
    .remedy = إن كنت تتوقعها فاطلب من المرسل إرسالها بصورة أبسط.

reason-content-type-unsupported = تحتوي هذه الرسالة على محتوى محمي من نوع لا يمكن فتحه هنا: { $type }.
    .remedy = اطلب من المرسل إرساله كرسالة موقّعة أو مشفّرة عادية.

reason-no-matching-key = لا يفتح هذه الرسالة أي مفتاح خاص على هذا الحاسوب. شُفّرت لأجل: { $recipients }.
    .remedy = إن كانت إحدى هذه الشهادات لك فاستوردها مع مفتاحها الخاص؛ وإلا فاطلب من المرسل تشفير الرسالة بشهادتك الحالية.

reason-private-key-missing = المفتاح الخاص بشهادة { $subject } ليس على هذا الحاسوب.
    .remedy = استورده من نسخة احتياطية، أو أدخل البطاقة أو الجهاز الذي يحمله.

reason-decryption-failed = لا يمكن فك تشفير هذه الرسالة لأنها تلفت أو غُيّرت في طريقها.
    .remedy = اطلب من المرسل إرسالها من جديد.

reason-encryption-not-authenticated = منع التشفير الآخرين من قراءة هذه الرسالة، لكنه لم يمنعهم من تغييرها في الطريق.
    .remedy = قبل أن تتصرف بناءً على شيء مهم فيها اسأل المرسل؛ فالرسائل الموقّعة أيضًا، أو المشفّرة بطريقة أحدث مثل AES-GCM، لا يمكن تغييرها دون أن يُلاحظ ذلك.

reason-protected-header-differs = غُيّر الحقل { $field } خارج الحماية: كتب المرسل «{ $inner }» وفي الخارج «{ $outer }».
    .remedy = اعتمد على ما كتبه المرسل؛ أما الآخر فربما وضعه أي شخص.

reason-encrypted-in-part = شُفّر جزء فقط من هذه الرسالة؛ وربما قرأ آخرون الباقي أو كتبوه.
    .remedy = عند الرد لا تقتبس إلا ما تريه لأي شخص؛ اطلب من المرسل تشفير الرسالة كلها.

reason-not-encrypted = هذه الرسالة غير مشفّرة.
    .remedy = لا ترسل شيئًا سريًا في الرد إلا إذا شفّرته.

reason-protection-changed = تغيّرت طريقة حماية هذه الرسالة أثناء إرسالها.
    .remedy = انظر من جديد كيف ستُرسَل، ثم اضغط «إرسال» مرة أخرى.

reason-hidden-recipients = لهذه الرسالة المشفّرة مستلمون مخفيون (Bcc)، ويصل إلى كل منهم نسخة خاصة به. رسالة كهذه لا يمكن أن تنتظر في صندوق الصادر.
    .remedy = أرسلها الآن بدلًا من إرسالها لاحقًا. إن كنت غير متصل فاحفظها مسودةً وأرسلها حين تتصل.

reason-password-needed = كلمة سر { $token } مطلوبة.
    .remedy = أدخل كلمة السر وحاول من جديد.

reason-password-cancelled = لم تُفتح هذه الرسالة، لأن كلمة سر { $token } طُلبت ولم تُدخل.
    .remedy = افتح الرسالة من جديد وأدخل كلمة السر.

reason-password-wrong = كلمة السر المدخلة للجهاز { $token } خاطئة.
    .remedy = حاول من جديد بكلمة السر الصحيحة؛ فقد تقفل البطاقة نفسها بعد محاولات كثيرة.

reason-cancelled = أُلغيت المهمة قبل أن تتم.
    .remedy = ابدأها من جديد إن كنت ما زلت تحتاج إليها.

reason-token-unavailable = جهاز الأمان { $token } غير متاح.
    .remedy = أدخل البطاقة أو وصّل الجهاز ثم حاول من جديد.

reason-file-unreadable = لا يمكن قراءة الملف { $path }.
    .remedy = تحقق من وجود الملف ومن أنه يُسمح لك بقراءته.

reason-profile-unusable = { $problem ->
        [missing] المجلد { $profile } غير موجود.
        [not-a-database] لا يحتوي المجلد { $profile } على قاعدة بيانات للشهادات والمفاتيح.
        [old-format] قاعدة بيانات الشهادات والمفاتيح في { $profile } بصيغة لم تعد مستخدمة.
        [locked] يستخدم برنامج آخر قاعدة بيانات الشهادات والمفاتيح في { $profile }.
        [unreadable] لا يمكن قراءة قاعدة بيانات الشهادات والمفاتيح في { $profile }.
        [roots-missing] لا يمكن تحميل قائمة السلطات الموثوقة أصلًا.
        [not-started] لم يفتح برنامج البريد شهاداته ومفاتيحه.
       *[other] لا يمكن فتح الشهادات والمفاتيح في { $profile }.
    }
    .remedy = تحقق من أن المجلد هو الصحيح ومن أنه يُسمح لك بقراءته، ثم حاول من جديد.

reason-invalid-request = طلب جزء من Signet من جزء آخر شيئًا لا يفهمه.
    .remedy = أعد تشغيل البرنامج؛ فإن تكرر ذلك فأبلغ عنه مع التفاصيل.

reason-internal = لم يستطع Signet فعل ذلك بسبب خلل فيه.
    .remedy = حاول من جديد؛ فإن تكرر ذلك فأبلغ عنه مع التفاصيل.

reason-version-mismatch = إصدار الإضافة { $scriptVersion }، لكن إصدار وحدة الأمان فيها { $moduleVersion }.
    .remedy = أعد تثبيت Signet ليكون الجزءان من الإصدار نفسه.

reason-out-of-memory = لم تبق ذاكرة كافية لهذا.
    .remedy = أغلق برامج أخرى وحاول من جديد.

reason-revocation-unknown = لا يُعرف إن كان { $issuer } قد ألغى شهادة { $subject }.
    .remedy = افحص من جديد عند اتصالك بالشبكة؛ فإن بقي الأمر كذلك فاسأل المسؤول عن الحواسيب إن كان { $issuer } يقدّم هذه المعلومة.

reason-revocation-answer-invalid = الجواب عن إلغاء شهادة { $subject } تالف، أو لم توقّعه السلطة التي يذكرها.
    .remedy = افحص من جديد لاحقًا أو من شبكة أخرى؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-revocation-answer-unauthorized = جاء الجواب عن إلغاء شهادة { $subject } ممن لا يحق له أن يجيب.
    .remedy = افحص من جديد لاحقًا أو من شبكة أخرى؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-revocation-answer-mismatched = يتحدث الجواب عن إلغاء شهادة { $subject } عن شهادة أخرى.
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-revocation-answer-outdated = الجواب عن إلغاء شهادة { $subject } أقدم من أن يُعتمد عليه.
    .remedy = افحص من جديد عند اتصالك بالشبكة.

reason-revocation-answer-from-future = يحمل الجواب عن إلغاء شهادة { $subject } تاريخًا في المستقبل.
    .remedy = تحقق من تاريخ هذا الحاسوب ووقته، ثم افحص من جديد.

reason-revocation-answer-replayed = الجواب عن إلغاء شهادة { $subject } جواب عن سؤال غير الذي طُرح.
    .remedy = افحص من جديد لاحقًا أو من شبكة أخرى؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-revocation-answer-unsupported = الجواب عن إلغاء شهادة { $subject } من نوع لا يمكن استخدامه هنا.
    .remedy = حدّث برنامج البريد؛ فإن لم يُجدِ ذلك فأخبر المسؤول عن الحواسيب.

reason-revocation-responder-failed = أجابت الخدمة التي تعرف إن كانت شهادة { $subject } قد أُلغيت بأنها لا تستطيع القول.
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-certificate-for-other-address = شهادة { $subject } لأجل { $addresses }، لا لأجل { $address }.
    .remedy = استخدم شهادة للعنوان { $address }، أو استخدم العنوان الذي صدرت له هذه الشهادة.

reason-certificate-without-address = لا تحتوي شهادة { $subject } على عنوان بريد، فلا تبيّن أنها تخص { $address }.
    .remedy = استخدم شهادة تحتوي على العنوان { $address }.

reason-newer-certificate-preferred = توجد شهادة أحدث لدى { $subject } صالحة حتى { DATETIME($notAfter, dateStyle: "long") }، وهي المستخدمة بدلًا منها.
    .remedy = لا يلزم فعل شيء.

reason-recipient-certificate-missing = لا توجد شهادة للعنوان { $address } على هذا الحاسوب.
    .remedy = اطلب من { $address } رسالة موقّعة وافتحها، أو استورد الشهادة من ملف.

reason-own-certificate-missing = ليست لديك شهادة خاصة بك للعنوان { $address } على هذا الحاسوب.
    .remedy = إن كانت على بطاقة أو جهاز فأدخله؛ وإلا فاستوردها من نسخة احتياطية، أو اطلب واحدة من سلطة إصدار.

reason-certificate-expires-soon = تنتهي صلاحية شهادة { $subject } في { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = اطلب واحدة جديدة قبل ذلك اليوم واحتفظ بهذه: فالرسائل المشفّرة لها لا تُقرأ إلا بها.

reason-certificate-already-there = شهادة { $subject } موجودة على هذا الحاسوب من قبل.
    .remedy = لا يلزم فعل شيء.

reason-file-damaged = الملف { $path } تالف، أو ليس ملف شهادات.
    .remedy = احفظه أو صدّره من جديد من مصدره، ثم حاول ثانية.

reason-file-algorithm-unsupported = الملف { $path } محمي بطريقة ليست في هذا البرنامج: { $algorithm }.
    .remedy = صدّره من جديد من مصدره واختر هناك طريقة أخرى، مثل AES-256.

reason-file-without-certificates = لا يحتوي الملف { $path } على أي شهادة.
    .remedy = اختر ملفًا يحتوي على شهادات.

reason-file-not-authenticated = لا شيء في الملف { $path } يبيّن إن كان قد غُيّر.
    .remedy = قارن الشهادات مع صاحبها إن لم تصنع الملف بنفسك.

reason-key-not-storable = المفتاح الخاص بشهادة { $subject } من نوع لا يمكن حفظه هنا: { $algorithm }.
    .remedy = حدّث برنامج البريد، أو استخدم شهادة بمفتاح من نوع آخر.

reason-key-not-extractable = لا يمكن إخراج المفتاح الخاص بشهادة { $subject } من { $token }.
    .remedy = احفظ البطاقة أو الجهاز في مكان آمن؛ فلا يمكن صنع نسخة من هذا المفتاح.

reason-file-unwritable = لا يمكن كتابة الملف { $path }.
    .remedy = تحقق من وجود المجلد ومن أنه يُسمح لك بالكتابة فيه ومن وجود مساحة كافية.

reason-storing-failed = لم يقبل { $token } ما كان يراد حفظه.
    .remedy = تحقق من وجود مساحة ومن أنه يُسمح لك بالكتابة هناك، ثم حاول من جديد.

reason-revocation-not-checked = لم يُفحص إن كان { $issuer } قد ألغى شهادة { $subject }.
    .remedy = قبل أن تعتمد عليها في أمر مهم، اسمح بسؤال السلطة عبر الشبكة وافحص من جديد.

reason-fetch-no-answer = لا يمكن الوصول إلى الخادم { $host } الذي سُئل عن شهادة { $subject }.
    .remedy = افحص من جديد عند اتصالك بالشبكة؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-too-slow = لم يُتمّ الخادم { $host } الذي سُئل عن شهادة { $subject } جوابه في الوقت المناسب.
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-cut-short = انقطع جواب الخادم { $host } عن شهادة { $subject } قبل نهايته.
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-too-large = تُرك جواب الخادم { $host } عن شهادة { $subject } لأنه أطول بكثير مما ينبغي.
    .remedy = أخبر المسؤول عن الحواسيب؛ فالخادم الذي يجيب هكذا معطّل أو معادٍ.

reason-fetch-refused = ليس لدى الخادم { $host } ما سُئل عنه بشأن شهادة { $subject } (أجاب { $status }).
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-redirected-too-often = لم يفعل الخادم { $host } الذي سُئل عن شهادة { $subject } إلا أن أحال السؤال من مكان إلى مكان.
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-address-refused = تذكر شهادة { $subject } الخادم { $host } ليُسأل، ولم يُسأل لأنه في شبكة خاصة أو في هذا الحاسوب.
    .remedy = إن كانت مؤسستك تشغّل هذا الخادم حقًا فاسمح بالعناوين الخاصة في إعدادات فحص الشهادات.

reason-fetch-not-secure = تعذّر إنشاء اتصال آمن بالخادم { $host } الذي كان سيُسأل عن شهادة { $subject }.
    .remedy = تحقق من تاريخ هذا الحاسوب ووقته وحاول من شبكة أخرى؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-answer-not-expected = أجاب الخادم { $host } الذي سُئل عن شهادة { $subject } بصفحة ويب أو بشيء آخر ليس جوابًا.
    .remedy = إن طلبت الشبكة منك تسجيل الدخول أولًا فافعل ذلك وافحص من جديد؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-fetch-answer-damaged = جواب الخادم { $host } عن شهادة { $subject } تالف ولا يمكن قراءته.
    .remedy = افحص من جديد لاحقًا؛ فإن بقي الأمر كذلك فأخبر المسؤول عن الحواسيب.

reason-signing-failed = تعذّر توقيع الرسالة: رفضت البطاقة أو الجهاز أو البرنامج الذي يحفظ المفتاح الخاص لدى { $subject }.
    .remedy = تحقق من توصيل البطاقة أو الجهاز ومن صحة كلمة السر، ثم حاول من جديد.

reason-encryption-failed = تعذّر تشفير الرسالة.
    .remedy = حاول من جديد؛ فإن تكرر ذلك فأبلغ عنه مع التفاصيل.

reason-signing-key-unsupported = في شهادة { $subject } نوع من المفاتيح لا يمكن التوقيع به هنا: { $algorithm }.
    .remedy = وقّع بشهادة أخرى، أو اطلب من المسؤول عن الحواسيب شهادة بنوع مفاتيح أكثر شيوعًا.

reason-recipient-key-unsupported = لا يمكن تشفير شيء لأجل { $subject } لأن في الشهادة نوعًا من المفاتيح لا يمكن استخدامه هنا: { $algorithm }.
    .remedy = اطلب من { $subject } شهادة بنوع مفاتيح أكثر شيوعًا.

reason-no-recipients = لا يوجد من تُشفَّر الرسالة لأجله.
    .remedy = اذكر مستلمًا واحدًا على الأقل لديه شهادة.

reason-recipient-newsgroup = { $address } مجموعة أخبار يستطيع الجميع قراءتها، فلا يمكن تشفير شيء يُرسَل إليها.
    .remedy = احذفها من المستلمين، أو أرسل هذه الرسالة بلا تشفير.

reason-recipient-without-address = ليس لدى «{ $address }» عنوان بريد إلكتروني.
    .remedy = أدخل العنوان في دفتر العناوين أو في الرسالة، أو احذف هذا المستلم.

reason-cipher-announced = يُشفَّر المحتوى بالطريقة { $algorithm } التي أعلنت برامج البريد لدى جميع المستلمين أنها تقرؤها.
    .remedy = لا يلزم فعل شيء.

reason-cipher-not-announced = يُشفَّر المحتوى بالطريقة { $algorithm } لأن برنامج البريد لدى { $subject } لم يعلن أنه يقرأ { $better }.
    .remedy = لا يلزم فعل شيء؛ وقد تبيّن رسالة موقّعة من { $subject } ما يمكن قراءته هناك.

reason-cipher-by-policy = يُشفَّر المحتوى بالطريقة { $algorithm } كما تقتضي إعداداتك.
    .remedy = لا يلزم فعل شيء؛ فإن لم يستطع أحد قراءة الرسالة فاختر طريقة أخرى.

reason-method-announced = تُقفل الرسالة لأجل { $subject } بالطريقة { $algorithm } التي أعلن برنامج البريد هناك أنه يقرؤها.
    .remedy = لا يلزم فعل شيء.

reason-method-usual = تُقفل الرسالة لأجل { $subject } بالطريقة { $algorithm } التي يقرؤها كل برنامج بريد.
    .remedy = لا يلزم فعل شيء.

reason-method-of-key = تُقفل الرسالة لأجل { $subject } بالطريقة { $algorithm } الملائمة لنوع المفتاح في تلك الشهادة.
    .remedy = لا يلزم فعل شيء.

reason-method-by-policy = تُقفل الرسالة لأجل { $subject } بالطريقة { $algorithm } كما تقتضي إعداداتك.
    .remedy = لا يلزم فعل شيء؛ فإن لم يستطع { $subject } قراءة الرسالة فاختر طريقة أخرى.

reason-revocation-being-checked = يُسأل الآن عبر الشبكة إن كان { $issuer } قد ألغى شهادة { $subject }.
    .remedy = انتظر الجواب لحظة قبل أن تعتمد عليها.

reason-issuer-being-fetched = أصدر { $issuer } شهادة { $subject }، وشهادة تلك الجهة نفسها ناقصة هنا ويجري جلبها عبر الشبكة.
    .remedy = انتظر لحظة؛ وسيُعرف عندئذ إن كان يمكن الوثوق بالشهادة.

reason-responder-unusable = لا يمكن سؤال الخدمة المختارة في الإعدادات لمعرفة الشهادات الملغاة: عنوانها أو شهادتها ناقص أو غير صحيح.
    .remedy = اختر الخدمة من جديد في إعدادات فحص الشهادات، أو اسمح بسؤال الخدمة التي تذكرها الشهادة.

reason-expired-since-claimed = انتهت صلاحية شهادة { $subject } في { DATETIME($notAfter, dateStyle: "long") }. كانت لا تزال صالحة في { DATETIME($signingTime, dateStyle: "long") } حين يقول المرسل إنه وقّع؛ ولا يؤكد أحد غيره ذلك التاريخ.
    .remedy = إن كان مهمًا أن يكون التوقيع قبل انتهاء الصلاحية فاطلب من { $subject } تأكيد الرسالة.

reason-expired-since-seen = انتهت صلاحية شهادة { $subject } في { DATETIME($notAfter, dateStyle: "long") }. كانت لا تزال صالحة في { DATETIME($seenTime, dateStyle: "long") } حين رُئي هذا التوقيع أول مرة على هذا الحاسوب.
    .remedy = لا يلزم فعل شيء؛ وللرسائل الجديدة يحتاج { $subject } إلى شهادة أحدث.

reason-expired-since-stamped = انتهت صلاحية شهادة { $subject } في { DATETIME($notAfter, dateStyle: "long") }. كانت لا تزال صالحة في { DATETIME($stampedTime, dateStyle: "long") }: يؤكد { $authority } أن التوقيع كان قد تم حتى ذلك الحين.
    .remedy = لا يلزم فعل شيء؛ وللرسائل الجديدة يحتاج { $subject } إلى شهادة أحدث.

## ختم زمني بجانب توقيع لا يمكن الاستناد إليه

reason-time-stamp-malformed = يوجد ختم زمني بجانب هذا التوقيع، لكن لا يمكن قراءته.
    .remedy = لا يلزم فعل شيء: يُحكم على التوقيع بدونه؛ وإذا كان وقت التوقيع مهمًا فاسأل المرسل.

reason-time-stamp-mismatched = الختم الزمني بجانب هذا التوقيع أُنشئ لشيء آخر.
    .remedy = لا يلزم فعل شيء: يُحكم على التوقيع بدونه؛ وإذا كان وقت التوقيع مهمًا فاسأل المرسل.

reason-time-stamp-invalid = الختم الزمني بجانب هذا التوقيع لم يُنشئه { $authority } كما يذكر، أو غُيّر بعد ذلك.
    .remedy = لا يلزم فعل شيء: يُحكم على التوقيع بدونه؛ وإذا كان وقت التوقيع مهمًا فاسأل المرسل.

reason-time-stamp-method-refused = الختم الزمني بجانب هذا التوقيع أُنشئ بطريقة { $algorithm }، وهي ضعيفة جدًا أو غير معروفة هنا.
    .remedy = لا يلزم فعل شيء: يُحكم على التوقيع بدونه؛ وإذا كان وقت التوقيع مهمًا فاسأل المرسل.

reason-time-stamp-not-trusted = الختم الزمني بجانب هذا التوقيع صادر عن { $authority }، ولا يثق هذا الحاسوب بهذه الجهة لتأكيد الأوقات.
    .remedy = لا يلزم فعل شيء: يُحكم على التوقيع بدونه؛ وإذا كنت تعرف { $authority } فيمكنك الوثوق للبريد بالجهة التي فوقها في نافذة الشهادات.

reason-time-stamp-expired = الختم الزمني بجانب هذا التوقيع صادر عن { $authority }، ولم تعد شهادة هذه الجهة نفسها صالحة؛ لذلك لا يؤكد شيئًا الآن.
    .remedy = لا يلزم فعل شيء: يُحكم على التوقيع بدونه؛ وإذا كان وقت التوقيع مهمًا فاسأل المرسل.

reason-time-stamp-from-future = الختم الزمني بجانب هذا التوقيع يذكر وقتًا لم يحن بعد: { DATETIME($stampedTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = تحقق من تاريخ هذا الحاسوب ووقته؛ فإن كانا صحيحين فلا تعتمد على الختم الزمني.

reason-not-for-time-stamping = لم تُصدر شهادة { $subject } لتأكيد الأوقات.
    .remedy = لا يلزم فعل شيء: ما تؤكده لا يُعتمد عليه.

reason-own-certificate-expired = انتهت صلاحية شهادتك الصادرة باسم { $subject } في { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = اطلب من { $issuer } شهادة جديدة واستوردها هنا؛ واحتفظ بالمنتهية، فهي تفتح الرسائل المشفّرة لها.

reason-own-certificate-revoked = ألغى { $issuer } شهادتك الصادرة باسم { $subject } في { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = اطلب من { $issuer } شهادة جديدة؛ وإن كنت لا تعرف لماذا أُلغيت هذه فاسأل هناك.

reason-own-not-for-email = شهادتك باسم { $subject } لم تُصدر للبريد الإلكتروني.
    .remedy = اطلب من { $issuer } شهادة للبريد الإلكتروني.

reason-own-not-for-signing = شهادتك باسم { $subject } لم تُصدر لتوقيع الرسائل.
    .remedy = اختر للتوقيع شهادة أخرى من شهاداتك، أو اطلب واحدة من { $issuer }.

reason-own-not-for-encryption = شهادتك باسم { $subject } لم تُصدر لتشفير الرسائل.
    .remedy = اختر للتشفير شهادة أخرى من شهاداتك، أو اطلب واحدة من { $issuer }.

reason-own-key-weak = مفتاح شهادتك الصادرة باسم { $subject } أضعف من أن يكون آمنًا: { $algorithm }.
    .remedy = اطلب من { $issuer } شهادة بمفتاح أقوى.

reason-key-not-made = لم يصنع { $token } مفتاحًا من هذا النوع: { $algorithm }.
    .remedy = اختر نوعًا آخر من المفاتيح، مثل RSA بطول 3072 بت.

reason-address-not-usable = «{ $address }» ليس عنوان بريد يمكن صنع شهادة له.
    .remedy = اكتب العنوان كما هو في حسابك، مثل name@example.com.

reason-directory-nothing-found = لا توجد في دليل { $host } شهادة للعنوان { $address }.
    .remedy = اطلب من { $address } رسالة موقّعة وافتحها، أو اطلب من القائم على الدليل أن يضيف الشهادة.

reason-directory-login-needed = لا يجيب دليل { $host } إلا من سجّل الدخول.
    .remedy = أدخل اسمك لهذا الدليل في خصائصه في دفتر العناوين، وابحث فيه مرة واحفظ كلمة المرور؛ ثم ابحث من جديد.

reason-directory-login-refused = لم يقبل دليل { $host } الاسم وكلمة المرور اللذين سُئل بهما.
    .remedy = صحّح الاسم في خصائص هذا الدليل في دفتر العناوين، وابحث فيه مرة وأدخل كلمة المرور الصحيحة؛ ثم ابحث من جديد.

missing-subject = صاحب غير مسمّى
missing-issuer = سلطة غير مسمّاة
missing-address = مرسل غير مسمّى
missing-signerAddresses = شخص بلا عنوان بريد
missing-algorithm = طريقة غير مسمّاة
missing-better = طريقة أخرى
missing-limit = حد غير مسمّى
missing-where = موضع غير معروف
missing-attribute = تفصيل غير مسمّى
missing-displayName = …
missing-name = (غير معروف)
missing-extension = (غير معروف)
missing-recipients = شهادات أخرى
missing-type = (غير معروف)
missing-addresses = لا أحد مسمّى
missing-token = Thunderbird
missing-field = غير معروف
missing-inner = لا شيء
missing-outer = لا شيء
missing-host = (غير معروف)
missing-status = (غير معروف)
missing-path = (غير معروف)
missing-profile = (غير معروف)
missing-problem = غير ذلك
missing-scriptVersion = (غير معروف)
missing-moduleVersion = (غير معروف)
missing-notBefore = تاريخ غير معروف
missing-notAfter = تاريخ غير معروف
missing-revokedAt = تاريخ غير معروف
missing-signingTime = تاريخ غير معروف
missing-messageDate = تاريخ غير معروف
missing-seenTime = تاريخ غير معروف
missing-stampedTime = تاريخ غير معروف
missing-authority = جهة غير مسمّاة
