# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = デジタル署名は有効です。
header-icon-broken-pen = デジタル署名に問題があります。
header-icon-question-pen = デジタル署名を検証できませんでした。
header-icon-key = このメッセージは暗号化されていました。
header-icon-broken-key = この暗号化されたメッセージを開けませんでした。

message-security-menu-item =
    .label = メッセージのセキュリティ
    .accesskey = y

message-security-title = メッセージのセキュリティ
message-security-no-subject = (件名なし)
message-security-from = 差出人: { $from }
message-security-none = メッセージが選択されていません。
message-security-close = 閉じる
    .accesskey = C

message-security-signature-heading = デジタル署名
message-security-encryption-heading = 暗号化

message-security-judging = 検証しています…

message-security-signature-none = 署名されていません
message-security-signature-valid = 有効な署名
message-security-signature-invalid = 署名に問題があります
message-security-signature-unknown = 署名は検証されていません
message-security-signature-failed = Signet は検証していません

message-security-encryption-unknown = 不明
message-security-encryption-none = 暗号化されていません
message-security-encryption-decrypted = 暗号化されています
message-security-encryption-failed = 暗号化されていますが、開けません

message-security-inside-not-judged = このメッセージは暗号化の前に署名されました。暗号化は Thunderbird が開きました。中の署名は Signet が検証していません。
message-security-inside-not-seen = このメッセージが署名されているかどうかは、開いてからでないと分かりません。
message-security-signature-not-here = このメッセージはまだダウンロードされていないため、署名されているかどうか分かりません。
    .remedy = オンラインにして、メッセージをもう一度開いてください。
message-security-encryption-not-here = このメッセージが暗号化されているかどうかは、ダウンロードしてからでないと分かりません。
message-security-opened-by-host = Thunderbird がこのメッセージを開きました。途中で読めたのは、暗号化の宛先になった人だけです。
message-security-not-opened-by-host = Thunderbird はこのメッセージを開けませんでした。
    .remedy = 暗号化に使われた証明書を秘密鍵とともに読み込むか、今の証明書で暗号化するよう差出人に頼んでください。
message-security-not-known-to-host = このメッセージは、Thunderbird が表示できない方法で暗号化されています。
    .remedy = もっと一般的な方法で暗号化して送り直すよう、差出人に頼んでください。
message-security-not-encrypted = このメッセージは、届くまでの間に他の人に読まれた可能性があります。
message-security-failed = Signet のセキュリティモジュールが応答しませんでした。ヘッダーの表示は Thunderbird 自身のものです。
    .remedy = メッセージをもう一度開いてください。解決しない場合は Thunderbird を再起動してください。

message-security-signer-heading = 署名者 { $number } / { $total }
message-security-signed-by = 署名者
message-security-certificate-of = 証明書の所有者
message-security-address = メールアドレス
message-security-no-address = 証明書にありません
message-security-issuer = 発行者
message-security-valid = 証明書の有効期間
message-security-valid-range = { DATETIME($from, dateStyle: "long") } から { DATETIME($until, dateStyle: "long") } まで
message-security-signed-on = 署名日時
message-security-signing-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") } (署名者の時計による)
message-security-algorithm = 方式
message-security-view-certificate = 署名の証明書を表示
    .accesskey = V
