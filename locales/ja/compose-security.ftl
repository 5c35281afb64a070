# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

compose-security-button =
    .label = セキュリティ
    .tooltiptext = このメッセージを暗号化または署名します

compose-security-never =
    .label = このメッセージを暗号化しない
    .accesskey = N
compose-security-if-possible =
    .label = 可能なら暗号化する
    .accesskey = P
compose-security-required =
    .label = このメッセージを暗号化する
    .accesskey = E
compose-security-sign =
    .label = このメッセージに署名する
    .accesskey = S
compose-security-info =
    .label = セキュリティ情報を表示
    .accesskey = V

compose-icon-pen = このメッセージは署名されます。Enter キーでセキュリティの詳細を表示します。
compose-icon-key = このメッセージは暗号化されます。Enter キーでセキュリティの詳細を表示します。
compose-icon-pen-struck-out = このメッセージには署名できません。{ $reason } Enter キーでセキュリティの詳細を表示します。
compose-icon-key-struck-out = このメッセージは暗号化できません。{ $reason } Enter キーでセキュリティの詳細を表示します。
compose-icon-no-answer = Signet のセキュリティモジュールが応答しません。

compose-security-stopped-module = メッセージは送信されませんでした。保護が選ばれていますが、Signet のセキュリティモジュールが実行できませんでした。もう一度試してください。解決しない場合は、Thunderbird を再起動するか、「セキュリティ」メニューで保護なしの送信を選んでください。
compose-security-stopped-disk = メッセージは送信されませんでした。Thunderbird が送信の準備に使うディスクに空きがありません。不要なものを削除して、もう一度「送信」を押してください。メッセージはそのまま残っています。
compose-security-stopped-changed = メッセージは送信されませんでした。送信中に、保護できる方法が変わったためです。右下のアイコンを確かめて、もう一度「送信」を押してください。
compose-security-stopped-openpgp = メッセージは送信されませんでした。OpenPGP と「セキュリティ」メニューの両方が有効になっています。どちらかを無効にしてください。
compose-security-stopped-copy =
    メッセージは送信されませんでした。暗号化メッセージの隠された宛先 (Bcc) には、それぞれ専用のコピーが送られますが、{ $address } のコピーは受け付けられませんでした: { $why } { $sent ->
        [0] まだ誰にも届いていません。
       *[other] ほかの隠された宛先 { $sent } 件にはすでに届いており、再送信するともう一度届きます。
    }
compose-security-copy-no-room = Thunderbird が準備に使うディスクに空きがありません。
compose-security-stopped-reason =
    メッセージは送信されませんでした。{ $reason } { $remedy }{ $others ->
        [0] { "" }
       *[other] { " " }理由はほかに { $others } 件あります。
    }
compose-security-stopped-details = セキュリティ情報を表示
    .accesskey = V

compose-security-protecting = メッセージを署名または暗号化しています…
compose-security-protecting-cancel = 送信を中止
    .accesskey = N

compose-security-draft-not-saved = 下書きは保存されませんでした。暗号化が選ばれていますが、下書きを自分宛てに暗号化できません。{ $reason } { $remedy } 暗号化せずに保存するには、「セキュリティ」メニューで「このメッセージを暗号化しない」を選んでください。
compose-security-draft-not-saved-module = 下書きは保存されませんでした。暗号化が選ばれていますが、Signet のセキュリティモジュールが下書きを暗号化できませんでした。暗号化せずに保存するには、「セキュリティ」メニューで「このメッセージを暗号化しない」を選んでください。
compose-security-draft-not-saved-disk = 下書きは保存されませんでした。Thunderbird が下書きの準備に使うディスクに空きがありません。不要なものを削除して、もう一度保存してください。メッセージはそのまま残っています。
compose-security-draft-from-encrypted = 下書きは保存されませんでした。暗号化されていたメッセージの文章が含まれていますが、下書きを自分宛てに暗号化できません。{ $reason } { $remedy }

compose-security-title = メッセージのセキュリティ
compose-security-signed = 署名
compose-security-encrypted = 暗号化
compose-security-yes = はい
compose-security-no = いいえ
compose-security-not-possible = できません
compose-security-module-failed = Signet のセキュリティモジュールが応答しないため、このメッセージは保護できず、送信されません。Thunderbird を再起動してもう一度試すか、「セキュリティ」メニューで保護なしの送信を選んでください。
compose-security-as-plain = 途中で他の人に読まれる可能性があります。
compose-security-not-encrypted-then = 可能なら暗号化することが選ばれています。このメッセージは暗号化せずに送信されます。

compose-security-own-certificate = あなたの証明書
compose-security-issuer = 発行者
compose-security-valid = 有効期限
compose-security-until = { DATETIME($until, dateStyle: "long") }

compose-security-recipients = 宛先
compose-security-recipient = アドレス
compose-security-can-read = 読める
compose-security-certificate = 証明書
compose-security-recipient-certificate = 発行者 { $issuer }、{ DATETIME($until, dateStyle: "long") } まで有効
compose-security-source-stored = このコンピューターに保存済み
compose-security-source-directory = ディレクトリーから。メッセージの送信時に保存されます
compose-security-looking-up = 足りない証明書をディレクトリーで探しています…
compose-security-lookup-cancel = 探すのをやめる
    .accesskey = L
compose-security-look-up = ディレクトリーで探す
    .aria-label = ディレクトリーで探す: { $address }
compose-security-close = 閉じる
    .accesskey = C

compose-security-choose = ほかの証明書を選ぶ…
    .aria-label = ほかの証明書を選ぶ: { $address }
compose-security-import = 読み込む…
    .aria-label = 証明書を読み込む: { $address }
compose-security-ask = 証明書を送ってもらう
    .aria-label = 証明書を送ってもらう: { $address }
compose-security-choose-title = { $address } の証明書
compose-security-choose-lead = このメッセージの暗号化に使う証明書を選んでください。
compose-security-choose-current = 今使われています。
compose-security-choose-use = この証明書を使う
    .accesskey = U
compose-security-choose-cancel = キャンセル
    .accesskey = N
compose-security-picked = あなたが選びました。
compose-security-method-others = { $others ->
       *[other] ほかの宛先 { $others } 件も同じです。
    }

compose-recipient-look-up =
    .label = ディレクトリーで証明書を探す
    .accesskey = L
compose-recipient-choose =
    .label = ほかの証明書を選ぶ…
    .accesskey = O
compose-recipient-import =
    .label = 証明書を読み込む…
    .accesskey = I
compose-recipient-ask =
    .label = 証明書を送ってもらう
    .accesskey = K
compose-recipient-info =
    .label = セキュリティ情報を表示
    .accesskey = V

ask-certificate-subject = 署名付きのメッセージをお送りください
ask-certificate-body =
    こんにちは。

    暗号化したメッセージをお送りしたいと思っています。そのために、あなたの S/MIME 証明書が必要です。

    お持ちでしたら、このメッセージに電子署名を付けて返信してください。証明書は署名と一緒に届きます。お持ちでない場合は、コンピューターの管理者に入手方法をお尋ねください。

    よろしくお願いします。
