# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### 最初の起動時のウィンドウ: 見つかった証明書と、使う証明書。

set-up-menu-item =
    .label = 証明書の設定 (S/MIME)…
    .accesskey = S
set-up-title = 証明書の設定 (S/MIME)
set-up-heading = メッセージの署名と暗号化
set-up-introduction = 自分の証明書があれば、メッセージに署名でき、ほかの人はあなた宛てのメッセージを暗号化できます。このコンピューターで次のものが見つかりました。あなたが指示するまで、何も変わりません。
set-up-no-account = 先にメールアカウントを設定してください。
set-up-failed = Signet のセキュリティモジュールが応答しないため、証明書について何もわかりません。Thunderbird を再起動して、もう一度お試しください。

set-up-chosen-both = この証明書で署名でき、ほかの人はあなた宛てに暗号化できます:
set-up-chosen-signing = この証明書で署名できます:
set-up-chosen-encryption = ほかの人はこの証明書であなた宛てに暗号化できます:
set-up-proposed-both = この証明書で署名し、ほかの人が自分宛てに暗号化できるようにする
set-up-proposed-signing = この証明書で署名する
set-up-proposed-encryption = ほかの人がこの証明書で自分宛てに暗号化できるようにする
set-up-missing-both = まだ署名できず、ほかの人もあなた宛てに暗号化できません。
set-up-missing-signing = まだ署名できません。
set-up-missing-encryption = ほかの人はまだあなた宛てに暗号化できません。
set-up-details = 発行者: { $issuer }、有効期限: { DATETIME($until, dateStyle: "long") }

set-up-how-heading = 証明書の入手方法
set-up-how-ask = 職場では、コンピューターの担当者に尋ねてください。そうでない場合は、認証局が発行します。多くは .p12 や .pfx で終わるファイルと、そのパスワードを受け取ります。そのファイルをインポートしてください。申請書 (リクエスト) を求められたら、ここで作成してください。
set-up-how-card = 証明書はカードの中にありますか。カードを差し込んでください。カードリーダーは Thunderbird の設定の「プライバシーとセキュリティ」、「セキュリティデバイス」で設定します。
set-up-import = 証明書をインポート…
    .accesskey = I
set-up-request = 証明書を申請…
    .accesskey = R

set-up-later = これはアカウント設定の「セキュリティ (S/MIME)」のページでいつでも変更できます。このウィンドウが再び自動的に開くことはありません。「ツール」メニューから開けます。
set-up-use = 使う
    .accesskey = U
set-up-not-now = 今はしない
    .accesskey = N
set-up-close = 閉じる
    .accesskey = C
set-up-done = 完了しました。これからはこれを使います。
