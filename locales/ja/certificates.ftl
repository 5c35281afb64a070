# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

certificates-menu-item =
    .label = 証明書 (S/MIME)…
    .accesskey = C
certificates-title = 証明書
certificates-groups =
    .aria-label = 誰の証明書か
certificates-own = 自分
certificates-people = 他の人
certificates-authorities = 認証局
certificates-search =
    .placeholder = 名前、アドレス、フィンガープリントで検索
    .aria-label = 証明書を検索
certificates-list =
    .aria-label = 証明書
certificates-count = { $count ->
       *[other] 証明書 { $count } 件
    }
certificates-none-found = これらの語をすべて含む証明書はありません。
certificates-none-own = ここに自分の証明書はありません。組織や認証局から受け取ったファイルから読み込んでください。
certificates-none-person = 他の人の証明書はまだありません。署名付きメッセージを受け取ると保存されます。ファイルから読み込むこともできます。
certificates-none-authority = 認証局の証明書はありません。
certificates-nothing-selected = 証明書を選択すると、何に使うものか、使えるかどうかが分かります。
certificates-collect = 署名付きメッセージから他の人の証明書を保存し、そのことを知らせる (一部はいずれにしても Thunderbird 自身が保存します)
certificates-import = 読み込む…
    .accesskey = I
certificates-close = 閉じる
    .accesskey = C
certificates-ok = OK
certificates-cancel = キャンセル

## State in the list

certificates-until = { DATETIME($until, dateStyle: "medium") } まで
certificates-usable = 問題なし
certificates-trusted = 信頼済み
certificates-state-expired = 期限切れ
certificates-state-not-yet = まだ有効でない
certificates-state-revoked = 失効
certificates-state-distrusted = 信頼しない
certificates-state-issuer = 発行者が信頼されていない
certificates-state-unusable = 使えない

## Details

certificates-address = メールアドレス
certificates-issuer = 発行者
certificates-valid = 有効期間
certificates-valid-range = { DATETIME($from, dateStyle: "long") } から { DATETIME($until, dateStyle: "long") } まで
certificates-for-signing = 署名
certificates-for-encryption = 暗号化
certificates-use-yes = 使えます
certificates-use-no = 使えません。{ $reason }
certificates-key = 鍵
certificates-signed-with = 署名の方式
certificates-reads = 相手が読める方式
certificates-stored-in = 保管場所
certificates-subject = 完全な名前
certificates-issuer-subject = 発行者の完全な名前
certificates-serial = シリアル番号
certificates-sha256 = SHA-256 フィンガープリント
certificates-sha1 = SHA-1 フィンガープリント
certificates-chain = 保証する認証局
certificates-view = 表示…
    .accesskey = V
certificates-export = 書き出す…
    .accesskey = E
certificates-back-up = バックアップ…
    .accesskey = B
certificates-delete = 削除…
    .accesskey = D

## Trust for e-mail

certificates-trust-authority = { $name } がメールアドレスを保証することを認めますか？
certificates-trust-authority-trusted = はい。ここが発行したメール用の証明書を信頼する
certificates-trust-authority-none = 上位の認証局が信頼されている場合だけ
certificates-trust-authority-distrusted = いいえ。ここが発行した証明書をすべて受け入れない
certificates-trust-person = この証明書を信頼しますか？
certificates-trust-person-none = 発行した認証局が信頼されている場合だけ
certificates-trust-person-trusted = はい。発行者が誰でも信頼する。フィンガープリントを { $name } と照合しました
certificates-trust-person-distrusted = いいえ。決して信頼しない

## Importing

certificates-import-title = 証明書を読み込む
certificates-files = 証明書ファイル
certificates-password-title = ファイルのパスワード
certificates-password-of-file = ファイル { $name } はパスワードで保護されています。ファイルを作ったときに決められたパスワードです。
certificates-password-wrong = { $name } のパスワードが違います。もう一度試してください。大文字と小文字は区別されます。
certificates-password = パスワード:
certificates-password-again = もう一度入力:
certificates-imported = 読み込みました
certificates-not-imported = 何も読み込まれませんでした
certificates-stored = { $name } の証明書を保存しました。
certificates-stored-with-key = { $name } の証明書を秘密鍵とともに保存しました。
certificates-importing = { $name } を読み込んでいます
certificates-progress = { $total } 件中 { $done } 件の証明書
certificates-stop = 中止
certificates-many-stored =
    { $count ->
       *[other] { $count } 件の証明書を保存しました。
    }
certificates-many-already-there =
    { $count ->
       *[other] { $count } 件の証明書はすでにありました。
    }
certificates-many-failed =
    { $count ->
       *[other] { $count } 件の証明書を保存できませんでした：
    }
certificates-import-stopped =
    { $count ->
       *[other] 中止しました。ファイル内の { $count } 件の証明書は読み込まれていません。続けるには、ファイルをもう一度読み込んでください。
    }

## Getting a certificate of one's own

certificates-request = 申請…
    .accesskey = R
certificates-request-title = 証明書を申請
certificates-request-text = 鍵はここで作られ、ここに保管されます。申請はファイルに保存されます。そのファイルを、組織の認証局などに送ってください。届いた証明書は、ここで読み込めば自分の鍵と結び付きます。
certificates-request-address = メールアドレス:
certificates-request-name = 名前:
certificates-request-organization = 組織:
certificates-request-key = 鍵の種類:
certificates-request-token = 鍵の保管場所:
certificates-request-ok = 鍵を作って申請を保存…
certificates-request-save = 申請を保存
certificates-request-made = 申請を { $file } として保存しました。このファイルを認証局に送り、届いた証明書を読み込んでください。
certificates-key-rsa-2048 = RSA、2048 ビット
certificates-key-rsa-3072 = RSA、3072 ビット (推奨)
certificates-key-rsa-4096 = RSA、4096 ビット
certificates-key-p-256 = 楕円曲線 P-256
certificates-key-p-384 = 楕円曲線 P-384
certificates-key-p-521 = 楕円曲線 P-521
certificates-key-ed25519 = Ed25519 (署名のみ)
certificates-tryout = お試し用の証明書を作る
certificates-tryout-text = 試すだけであれば、誰も保証しない証明書を作れます。このコンピューターではすぐに使えますが、他の人には何の証明にもならないと表示されます。

## Exporting and backing up

certificates-export-title = 証明書を書き出す
certificates-export-pem = テキスト形式の証明書 (.pem)
certificates-export-der = 証明書 (.cer)
certificates-export-pkcs7 = 証明書とその認証局 (.p7b)
certificates-back-up-file = 秘密鍵を含むバックアップ (.p12)
certificates-back-up-title = 証明書と秘密鍵をバックアップ
certificates-back-up-text = ファイルを保護するパスワードを決めてください。ファイルとパスワードの両方を手に入れた人は、あなたとして署名し、あなた宛てに暗号化されたものを読めます。パスワードがなければ、あなた自身もこのファイルを使えません。

## Deleting

certificates-delete-title = { $name } の証明書を削除しますか？
certificates-delete-own = 秘密鍵も削除されます。バックアップがないかぎり、この証明書で暗号化されたメッセージは読めなくなります。同じ鍵は誰にも作り直せません。
certificates-delete-person = { $address } の証明書を再び手に入れるまで、このアドレスに暗号化したメッセージを送れなくなります。受け取ったメッセージは引き続き読めます。
certificates-delete-authority = { $dependents ->
        [0] ここに、この認証局が発行した証明書はありません。
       *[other] ここに、この認証局が発行した証明書が { $dependents } 件あります。その証明書と、それを使った署名を検証できなくなることがあります。
    }
certificates-delete-used = { $users } のアカウント設定で選ばれています。削除した後、そこで別の証明書を選んでください。
certificates-delete-yes = 削除
certificates-delete-yes-key = 証明書と鍵を削除
