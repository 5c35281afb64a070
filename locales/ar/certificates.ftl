# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

certificates-menu-item =
    .label = الشهادات (S/MIME)…
    .accesskey = ش
certificates-title = الشهادات
certificates-groups =
    .aria-label = أصحاب الشهادات
certificates-own = شهاداتك
certificates-people = الأشخاص
certificates-authorities = سلطات الإصدار
certificates-search =
    .placeholder = ابحث بالاسم أو العنوان أو البصمة
    .aria-label = البحث في الشهادات
certificates-list =
    .aria-label = الشهادات
certificates-count = { $count ->
        [zero] لا شهادات
        [one] شهادة واحدة
        [two] شهادتان
        [few] { $count } شهادات
       *[other] { $count } شهادة
    }
certificates-none-found = لا توجد شهادة تحتوي على هذه الكلمات كلها.
certificates-none-own = ليست لديك هنا شهادة خاصة بك. استورد واحدة من ملف أعطتك إياه مؤسستك أو سلطة إصدار.
certificates-none-person = لا توجد شهادات لأشخاص آخرين بعد. تُحفظ عندما يرسل إليك أحدهم رسالة موقّعة، أو استوردها من ملف.
certificates-none-authority = لا توجد شهادات لسلطات إصدار.
certificates-nothing-selected = حدّد شهادة لترى الغرض منها وإن كان يمكن استخدامها.
certificates-collect = حفظ شهادات الأشخاص من الرسائل الموقّعة وإعلامي بذلك (يحفظ Thunderbird نفسه بعضها في كل حال)
certificates-import = استيراد…
    .accesskey = س
certificates-close = إغلاق
    .accesskey = غ
certificates-ok = موافق
certificates-cancel = إلغاء

## State in the list

certificates-until = حتى { DATETIME($until, dateStyle: "medium") }
certificates-usable = سليمة
certificates-trusted = موثوقة
certificates-state-expired = منتهية الصلاحية
certificates-state-not-yet = لم تسرِ بعد
certificates-state-revoked = ملغاة
certificates-state-distrusted = غير موثوقة
certificates-state-issuer = من أصدرها غير موثوق
certificates-state-unusable = لا يمكن استخدامها

## Details

certificates-address = البريد الإلكتروني
certificates-issuer = أصدرها
certificates-valid = الصلاحية
certificates-valid-range = من { DATETIME($from, dateStyle: "long") } إلى { DATETIME($until, dateStyle: "long") }
certificates-for-signing = للتوقيع
certificates-for-encryption = للتشفير
certificates-use-yes = يمكن استخدامها
certificates-use-no = لا يمكن استخدامها. { $reason }
certificates-key = المفتاح
certificates-signed-with = طريقة توقيعها
certificates-reads = ما يمكن قراءته هناك
certificates-stored-in = محفوظة في
certificates-subject = الاسم الكامل
certificates-issuer-subject = الاسم الكامل لمن أصدرها
certificates-serial = الرقم التسلسلي
certificates-sha256 = بصمة SHA-256
certificates-sha1 = بصمة SHA-1
certificates-chain = من يضمنها
certificates-view = عرض…
    .accesskey = ع
certificates-export = تصدير…
    .accesskey = ص
certificates-back-up = نسخ احتياطي…
    .accesskey = ن
certificates-delete = حذف…
    .accesskey = ح

## Trust for e-mail

certificates-trust-authority = أتسمح بأن يضمن { $name } عناوين البريد الإلكتروني؟
certificates-trust-authority-trusted = نعم، ثق بما تصدره هذه السلطة من شهادات للبريد الإلكتروني
certificates-trust-authority-none = فقط إذا كانت سلطة فوقها موثوقة
certificates-trust-authority-distrusted = لا، ارفض كل شهادة تصدرها هذه السلطة
certificates-trust-person = أتثق بهذه الشهادة؟
certificates-trust-person-none = إذا كانت السلطة التي أصدرتها موثوقة
certificates-trust-person-trusted = نعم، أيًّا كان من أصدرها: قارنتُ بصمتها مع { $name }
certificates-trust-person-distrusted = لا، أبدًا

## Importing

certificates-import-title = استيراد شهادات
certificates-files = ملفات الشهادات
certificates-password-title = كلمة سر الملف
certificates-password-of-file = الملف { $name } محمي بكلمة سر اختيرت عند صنعه.
certificates-password-wrong = هذه ليست كلمة سر الملف { $name }. حاول من جديد؛ فالحروف الكبيرة غير الصغيرة.
certificates-password = كلمة السر:
certificates-password-again = كلمة السر ثانيةً:
certificates-imported = تم الاستيراد
certificates-not-imported = لم يُستورد شيء
certificates-stored = حُفظت شهادة { $name }.
certificates-stored-with-key = حُفظت شهادة { $name } مع مفتاحها الخاص.
certificates-importing = جارٍ استيراد { $name }
certificates-progress = { $done } من { $total } من الشهادات
certificates-stop = أوقف
certificates-many-stored =
    { $count ->
        [one] حُفظت شهادة واحدة.
        [two] حُفظت شهادتان.
        [few] حُفظت { $count } شهادات.
       *[other] حُفظت { $count } شهادة.
    }
certificates-many-already-there =
    { $count ->
        [one] كانت شهادة واحدة موجودة من قبل.
        [two] كانت شهادتان موجودتين من قبل.
        [few] كانت { $count } شهادات موجودة من قبل.
       *[other] كانت { $count } شهادة موجودة من قبل.
    }
certificates-many-failed =
    { $count ->
        [one] تعذّر حفظ شهادة واحدة:
        [two] تعذّر حفظ شهادتين:
        [few] تعذّر حفظ { $count } شهادات:
       *[other] تعذّر حفظ { $count } شهادة:
    }
certificates-import-stopped =
    { $count ->
        [one] أُوقف الاستيراد: تُركت شهادة واحدة من الملف. للمتابعة استورد الملف مرة أخرى.
        [two] أُوقف الاستيراد: تُركت شهادتان من الملف. للمتابعة استورد الملف مرة أخرى.
        [few] أُوقف الاستيراد: تُركت { $count } شهادات من الملف. للمتابعة استورد الملف مرة أخرى.
       *[other] أُوقف الاستيراد: تُركت { $count } شهادة من الملف. للمتابعة استورد الملف مرة أخرى.
    }

## Getting a certificate of one's own

certificates-request = طلب…
    .accesskey = ط
certificates-request-title = طلب شهادة
certificates-request-text = يُصنع المفتاح هنا ويبقى هنا، ويُحفظ الطلب في ملف. أرسل الملف إلى سلطة إصدار، كالتي في مؤسستك. وعندما يصل الجواب استورده هنا، فيجد مفتاحه.
certificates-request-address = البريد الإلكتروني:
certificates-request-name = الاسم:
certificates-request-organization = المؤسسة:
certificates-request-key = نوع المفتاح:
certificates-request-token = حفظ المفتاح في:
certificates-request-ok = صنع المفتاح وحفظ الطلب…
certificates-request-save = حفظ الطلب
certificates-request-made = حُفظ الطلب باسم { $file }. أرسل هذا الملف إلى سلطة الإصدار، واستورد الشهادة التي تصلك منها.
certificates-key-rsa-2048 = RSA،‏ 2048 بت
certificates-key-rsa-3072 = RSA،‏ 3072 بت (موصى به)
certificates-key-rsa-4096 = RSA،‏ 4096 بت
certificates-key-p-256 = منحنى إهليلجي P-256
certificates-key-p-384 = منحنى إهليلجي P-384
certificates-key-p-521 = منحنى إهليلجي P-521
certificates-key-ed25519 = Ed25519 (للتوقيع فقط)
certificates-tryout = صنع شهادة للتجربة
certificates-tryout-text = للتجربة فقط يمكنك صنع شهادة لا يضمنها أحد. تعمل فورًا على هذا الحاسوب، ويُقال للآخرين إنها لا تثبت شيئًا.

## Exporting and backing up

certificates-export-title = تصدير الشهادة
certificates-export-pem = شهادة بصيغة نصية (.pem)
certificates-export-der = شهادة (.cer)
certificates-export-pkcs7 = شهادة مع سلطات إصدارها (.p7b)
certificates-back-up-file = نسخة احتياطية مع المفتاح الخاص (.p12)
certificates-back-up-title = نسخة احتياطية من الشهادة والمفتاح الخاص
certificates-back-up-text = اختر كلمة سر تحمي الملف. من لديه الملف وكلمة السر معًا يستطيع أن يوقّع باسمك وأن يقرأ ما شُفّر لك. ومن دون كلمة السر لا ينفعك الملف أنت أيضًا.

## Deleting

certificates-delete-title = أتريد حذف شهادة { $name }؟
certificates-delete-own = يُحذف معها مفتاحها الخاص. ولا يمكن بعد ذلك قراءة الرسائل المشفّرة لها إلا إذا كانت لديك نسخة احتياطية؛ ولا يستطيع أحد صنع المفتاح من جديد.
certificates-delete-person = لن يمكنك بعد ذلك إرسال رسائل مشفّرة إلى { $address } حتى تكون لديك من جديد شهادة لهذا العنوان. وتبقى الرسائل التي تلقّيتها مقروءة.
certificates-delete-authority = { $dependents ->
        [0] لم تصدر هذه السلطة أي شهادة هنا.
        [one] أصدرت هذه السلطة شهادة واحدة هنا. قد يتعذّر بعد ذلك التحقق منها ومن التواقيع المصنوعة بها.
        [two] أصدرت هذه السلطة شهادتين هنا. قد يتعذّر بعد ذلك التحقق منهما ومن التواقيع المصنوعة بهما.
        [few] أصدرت هذه السلطة { $dependents } شهادات هنا. قد يتعذّر بعد ذلك التحقق منها ومن التواقيع المصنوعة بها.
       *[other] أصدرت هذه السلطة { $dependents } شهادة هنا. قد يتعذّر بعد ذلك التحقق منها ومن التواقيع المصنوعة بها.
    }
certificates-delete-used = هي مختارة في إعدادات حساب { $users }: اختر هناك شهادة أخرى بعد ذلك.
certificates-delete-yes = حذف
certificates-delete-yes-key = حذف الشهادة والمفتاح
