# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = デジタル署名は有効です。
header-icon-broken-pen = デジタル署名に問題があります。
header-icon-question-pen = デジタル署名を検証できなかったか、完全には検証できませんでした。
header-icon-clock-pen = デジタル署名は有効でしたが、その後、証明書の期限が切れました。
header-icon-checking = 証明書はまだネットワークで確認中です。
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

message-security-copy = 詳細をコピー
    .accesskey = D
message-security-copied = コピーしました。

message-security-signature-heading = デジタル署名
message-security-encryption-heading = 暗号化

message-security-judging = 検証しています…

message-security-signature-none = 署名されていません
message-security-signature-valid = 有効な署名
message-security-signature-invalid = 署名に問題があります
message-security-signature-unknown = 署名は検証されていません
message-security-signature-expired-since = 証明書の期限切れ
message-security-signature-failed = Signet は検証していません

message-security-encryption-unknown = 不明
message-security-encryption-none = 暗号化されていません
message-security-encryption-decrypted = 暗号化されています
message-security-encryption-failed = 暗号化されていますが、開けません

message-security-inside-not-seen = このメッセージが署名されているかどうかは、開いてからでないと分かりません。
message-security-signature-not-here = このメッセージはまだダウンロードされていないため、署名されているかどうか分かりません。
    .remedy = オンラインにして、メッセージをもう一度開いてください。
message-security-parts-removed = このメッセージは届いた後に一部が取り除かれたため、署名をもう確認できません。
    .remedy = 重要な場合は送信者にもう一度送るよう頼んでください。署名付きメッセージの添付ファイルは残しておいてください。
message-security-encryption-not-here = このメッセージが暗号化されているかどうかは、ダウンロードしてからでないと分かりません。
message-security-opened = 届くまでの間にこのメッセージを読めたのは、暗号化の宛先になった人だけです。
message-security-not-shown = Thunderbird が表示しているものは、このメッセージの中で保護されているものと違います。部分の組み立て方が、何通りにも読めるものになっています。
    .remedy = 表示されている内容を信用せず、送り直すよう差出人に頼んでください。
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
message-security-stamped-on = 時刻の確認
message-security-time-stamp = { DATETIME($time, dateStyle: "long", timeStyle: "short") }（{ $authority } による）
message-security-history = 以前の確認
message-security-history-first-time = なし: このコンピューターで { $address } から届いた最初の署名付きメッセージです
message-security-history-changed = この証明書ではなし: { $address } は { DATETIME($previousUsed, dateStyle: "long") } まで別の証明書を使っていました
message-security-history-known = あり: { $address } は { DATETIME($since, dateStyle: "long") } からこの証明書を使っています
message-security-algorithm = 方式
message-security-view-certificate = 署名の証明書を表示
    .accesskey = V

## Facts about the encryption

message-security-opened-with = 開いた証明書
message-security-encryption-method = 方式
message-security-key-method = 鍵の送り方
message-security-integrity = 途中での変更
message-security-integrity-protected = あれば検出されます
message-security-integrity-none = 暗号化だけでは検出されません
message-security-other-readers = ほかに読める人
message-security-readers = 読める人
message-security-recipient-known = { $name }、{ $issuer } の証明書、{ DATETIME($until, dateStyle: "long") } まで有効
message-security-recipient-unknown = ここでは知られていない人: { $certificate }
message-security-recipient-password = パスワードを知っている人
message-security-recipients-more = { $count ->
   *[other] ほか { $count } 人
}
message-security-view-encryption-certificate = 暗号化の証明書を表示
    .accesskey = E

## Buttons for what can be done about a reason

message-security-remedy-trust = 信頼…
    .accesskey = T
message-security-remedy-change-trust = 信頼を変更…
    .accesskey = T
message-security-remedy-import = 証明書をインポート…
    .accesskey = I
message-security-remedy-import-backup = バックアップをインポート…
    .accesskey = B
message-security-remedy-check-again = もう一度問い合わせる
    .accesskey = A
message-security-remedy-save = 証明書を保存
    .accesskey = S
message-security-remedy-enter-password = パスワードを入力…
    .accesskey = P
message-security-remedy-try-again = もう一度試す
    .accesskey = R
message-security-remedy-download = メッセージをダウンロード
    .accesskey = W

## Trusting a certificate

message-security-trust-title = { $name } をメールについて信頼しますか？
message-security-trust-authority = { $name } が発行したすべての証明書が本物とみなされるようになります。このフィンガープリントが正しいかどうかは、管理者か { $name } 自身にしかわかりません。メール以外の方法で尋ねて照合してください。
message-security-trust-person = どの認証局も保証していないこの証明書が、本物とみなされるようになります。このフィンガープリントが正しいかどうか、{ $name } に電話または対面で尋ねて照合してください。
message-security-trust-yes = 一致したので信頼する
message-security-trust-no = キャンセル

## In the place of a part that is not opened

part-failed = Signet のセキュリティモジュールが応答しなかったため、このメッセージを開けませんでした。
    .remedy = メッセージをもう一度開いてください。解決しない場合は Thunderbird を再起動してください。
part-closed = このメッセージは暗号化されていて、開かれませんでした。
part-encrypted-apart = [この部分は単独で暗号化されています。隣の部分は誰でも加えることができ、その内容を悪用するおそれがあるため、開きません。]
part-signed-apart = [この部分は単独で署名されています。署名はメッセージの残りには及ばず、検証していません。]
part-not-quoted = [本文は引用されません。途中で、内容をインターネット経由で漏らすように変えられたおそれがあります。]

## The bar above a message that would load something from the Internet

remote-content-bar = このメッセージはインターネットから内容を読み込もうとしています。他の人が変更できる方法で暗号化されているため、読み込むと本文が知られるおそれがあります。
remote-content-load =
    .label = それでも読み込む
    .accesskey = L
