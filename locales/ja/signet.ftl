# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = Signet はこのバージョンの Thunderbird に対応していないため、無効になりました。Thunderbird 自身の S/MIME 機能が使われます。アドオンマネージャーで Signet を更新してください。(足りないもの: { $details })

notice-organisation = 組織による Signet の設定に誤りがあります。その項目では、安全な設定か Signet 本来の設定が使われます。コンピューターの担当者に次のことを伝えてください: { $details }

notice-module-not-loaded = Signet のセキュリティモジュールを読み込めなかったため、Signet は無効になりました。Thunderbird 自身の S/MIME 機能が使われます。Signet を再インストールしてください。解決しない場合は、次の詳細を添えて報告してください: { $details }

notice-version-mismatch = { $reason } { $remedy } それまで Signet は無効で、Thunderbird 自身の S/MIME 機能が使われます。

notice-module-failed = Signet のセキュリティモジュールが正しく応答しません。検証できないメッセージには Thunderbird 自身の表示が出ます。Thunderbird を再起動してください。再び起きる場合は、次の詳細を添えて報告してください: { $details }

collected-notice = { $name } の証明書を保存しました。{ $address } に暗号化したメッセージを送れます。
collected-undo =
    .label = 元に戻す
    .accesskey = U

notice-own-expires = { $address } 用のあなたの証明書は { DATETIME($until, dateStyle: "long") } に期限が切れます。新しい証明書を申請するか、すでに持っている場合は読み込んでください。古い証明書も残しておいてください。
notice-own-expired = { $address } 用のあなたの証明書は { DATETIME($until, dateStyle: "long") } に期限が切れました。もう署名には使えません。新しい証明書を申請するか、すでに持っている場合は読み込んでください。古い証明書も残しておいてください。
notice-open-certificates =
    .label = 証明書…
    .accesskey = C
