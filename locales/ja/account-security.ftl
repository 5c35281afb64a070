# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

account-security-title = セキュリティ (S/MIME)
account-security-intro = メッセージに署名し、暗号化されたメッセージを受け取るには、自分の証明書が必要です。使う証明書をここで選びます。

account-security-certificates = 証明書…
    .accesskey = T
account-security-import = 証明書を読み込む…
    .accesskey = M
account-security-identity = 差出人情報:
    .accesskey = I

account-security-signing-heading = デジタル署名
account-security-signing-certificate = 署名に使う証明書:
account-security-sign-by-default = メッセージにデジタル署名する
    .accesskey = D
account-security-encryption-heading = 暗号化
account-security-encryption-certificate = 他の人があなた宛てに暗号化し、あなたが開くために使う証明書:
account-security-encryption-default = メッセージを書くとき:
account-security-encrypt-never = メッセージごとに選ばないかぎり暗号化しない
    .accesskey = N
account-security-encrypt-if-possible = 全員が読める場合は暗号化し、そうでなければ暗号化せずに送信する
    .accesskey = P
account-security-encrypt-required = 暗号化する。暗号化できないメッセージは送信しない
    .accesskey = R
account-security-protect-subject = 暗号化したメッセージの件名を隠す
    .accesskey = B

account-security-none-chosen = 証明書は選ばれていません
account-security-not-here = 選ばれた証明書はこのコンピューターにありません

account-security-select-signing = 選択…
    .accesskey = S
    .aria-label = 選択… 署名用の証明書
account-security-clear-signing = 解除
    .accesskey = C
    .aria-label = 解除: 署名用の証明書
account-security-select-encryption = 選択…
    .accesskey = E
    .aria-label = 選択… 暗号化用の証明書
account-security-clear-encryption = 解除
    .accesskey = L
    .aria-label = 解除: 暗号化用の証明書

account-security-usable = この証明書は { DATETIME($until, dateStyle: "long") } まで使えます。
account-security-proposed = { $name } の証明書 (発行者 { $issuer }、{ DATETIME($until, dateStyle: "long") } まで有効) を使えます。「選択…」を押してください。
account-security-failed = Signet のセキュリティモジュールが応答しないため、証明書について何も分かりません。Thunderbird を再起動してもう一度試してください。

account-security-pick-signing = 署名用の証明書
account-security-pick-encryption = 暗号化用の証明書
account-security-pick-intro = { $address } 用:
account-security-pick-none = { $address } に使える証明書がありません。
account-security-pick-no-own = このコンピューターにあなたの証明書はありません。
account-security-pick-others = 次の証明書は使えません:
account-security-pick-ok = OK
account-security-pick-cancel = キャンセル
account-security-pick-details = 発行者 { $issuer }、有効期間 { DATETIME($from, dateStyle: "medium") } から { DATETIME($until, dateStyle: "medium") } まで、シリアル番号 { $serial }
account-security-pick-token = 保管場所: { $tokens }

account-security-both-title = 両方に使いますか？
account-security-both-encryption = 同じ証明書を暗号化にも使えます。そうすれば、他の人があなたに暗号化したメッセージを送れます。暗号化にも使いますか？
account-security-both-signing = 同じ証明書をメッセージの署名にも使えます。署名にも使いますか？
account-security-pair-encryption = これと対になる暗号化用の証明書 ({ $name }、発行者 { $issuer }) もあります。それを暗号化に使いますか？
account-security-pair-signing = これと対になる署名用の証明書 ({ $name }、発行者 { $issuer }) もあります。それを署名に使いますか？
account-security-both-yes = 使う
account-security-both-no = 使わない
