# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Reasons. The variables are explained in locales/en-US/reasons.ftl.

reason-valid = このメッセージは { $subject } によって署名され、その後変更されていません。
    .remedy = 何もする必要はありません。

reason-not-signed = このメッセージは署名されていません。
    .remedy = 誰が書いたかを確かめる必要がある場合は、署名するか別の方法で確認してくれるよう、差出人に頼んでください。

reason-partly-signed = このメッセージは一部だけが署名されています。残りは誰が書いたか分かりません。
    .remedy = 差出人に確認していないことは信用しないでください。または、全体に署名して送り直すよう頼んでください。

reason-signed-outside-encryption = { $subject } は、暗号化された後でこのメッセージに署名しました。これでは誰が書いたかは分かりません。
    .remedy = 誰が書いたかを確かめる必要がある場合は、メールソフトの通常の動作どおり、暗号化の前に署名するよう差出人に頼んでください。

reason-altered = このメッセージは署名の後で変更されました。
    .remedy = 内容を信用しないでください。差出人に送り直すよう頼んでください。

reason-signature-mismatch = この署名は、そこに示された { $subject } の証明書の鍵で作られたものではありません。
    .remedy = このメッセージを信用しないでください。本物かどうか、別の方法で差出人に尋ねてください。

reason-signer-certificate-missing = 署名した人の証明書が、メッセージにもこのコンピューターにもありません。
    .remedy = 証明書を含む署名付きメッセージを送るよう、差出人に頼んでください。

reason-no-signer = このメッセージは署名付きのように見えますが、誰も署名していません。
    .remedy = 署名のないメッセージとして扱ってください。署名して送り直すよう、差出人に頼んでください。

reason-content-not-available = 署名された内容がすべてそろっていないため、署名を検証できません。
    .remedy = メッセージ全体をダウンロードしてもう一度開いてください。解決しない場合は、差出人に送り直すよう頼んでください。

reason-embedded-content = 署名の中に本文の別の写しが含まれており、このメッセージの表示と異なるかもしれません。
    .remedy = このメッセージを信用しないでください。差出人に送り直すよう頼んでください。

reason-signed-attributes-missing = この署名には、どの種類の内容のために作られたかが書かれていません。
    .remedy = このメッセージを信用しないでください。最新のメールソフトで署名し直すよう、差出人に頼んでください。

reason-signed-attribute-invalid = 署名の項目が欠けているか、誤っているか、重複しています: { $attribute }。
    .remedy = このメッセージを信用しないでください。最新のメールソフトで署名し直すよう、差出人に頼んでください。

reason-signed-attributes-as-content = このメッセージの内容は別の署名から取られた断片で、偽造のしるしです。
    .remedy = このメッセージを信用しないでください。受け取ったことを、別の方法で名乗られた差出人に知らせてください。

reason-signing-certificate-mismatch = 署名には、示されている { $subject } の証明書とは別の証明書が使われました。
    .remedy = このメッセージを信用しないでください。本物かどうか、別の方法で差出人に尋ねてください。

reason-algorithm-protection-mismatch = このメッセージは、署名に書かれているのとは別の方式で署名されています。
    .remedy = このメッセージを信用しないでください。差出人に送り直すよう頼んでください。

reason-date-mismatch = このメッセージの日付は { DATETIME($messageDate, dateStyle: "long", timeStyle: "short") } ですが、署名は { DATETIME($signingTime, dateStyle: "long", timeStyle: "short") } に行われました。
    .remedy = 日時が重要な場合は、いつ書いたかを差出人に尋ねてください。古いメッセージが再送された可能性があります。

reason-address-mismatch = このメッセージの差出人は { $address } ですが、署名したのは { $signerAddresses } です。
    .remedy = 知っているアドレスか電話番号で、知っている本人に、本物かどうか尋ねてください。

reason-no-address-in-certificate = { $subject } の証明書にメールアドレスがないため、{ $address } がこのメッセージを送ったことを示していません。
    .remedy = メールアドレスを含む証明書を使うよう、差出人に頼んでください。

reason-no-from-address = このメッセージには、署名と照合できる差出人がありません。
    .remedy = 送ったと思われる人に、本物かどうか尋ねてください。

reason-several-from-addresses = このメッセージには複数の差出人がありますが、署名したのは { $signerAddresses } だけです。
    .remedy = ほかの差出人に、このメッセージを認めるかどうか尋ねてください。

reason-display-name-misleads = 差出人は「{ $displayName }」と名乗っていますが、メッセージは { $address } から届いています。
    .remedy = 返信したりリンクを開いたりする前に、アドレスをよく確かめてください。

reason-certificate-expired = { $subject } の証明書は { DATETIME($notAfter, dateStyle: "long") } に期限が切れました。
    .remedy = { $subject } に新しい証明書を頼んでください。更新は { $issuer } が行います。

reason-certificate-not-yet-valid = { $subject } の証明書は { DATETIME($notBefore, dateStyle: "long") } より前は有効ではありません。
    .remedy = このコンピューターの日付と時刻を確かめてください。正しければ、その日から使えます。

reason-certificate-revoked = { $subject } の証明書は { $issuer } によって { DATETIME($revokedAt, dateStyle: "long") } に失効しました。
    .remedy = もう使わないでください。別の方法で { $subject } に新しい証明書を頼んでください。

reason-certificate-distrusted = { $subject } の証明書は、このコンピューターで信頼しないものとされています。
    .remedy = 証明書が本物だと確実に分かっている場合にだけ、「ツール」の「証明書」で信頼し直してください。

reason-certificate-malformed = { $subject } の証明書は壊れているか、規則に従っていません。
    .remedy = { $subject } に正しい証明書を頼んでください。

reason-issuer-unknown = { $subject } の証明書を発行した { $issuer } を、このコンピューターは知りません。
    .remedy = { $issuer } を信頼できるかどうか管理者に尋ね、信頼できる場合はその証明書を読み込んでください。

reason-issuer-not-trusted = { $subject } の証明書は { $issuer } にさかのぼりますが、このコンピューターではメール用に信頼されていません。
    .remedy = { $issuer } を信頼できると分かっている場合は、フィンガープリントを比べてから、メール用に信頼してください。ここ、または「ツール」の「証明書」でできます。

reason-self-signed = { $subject } の証明書は { $subject } 自身が発行したもので、ほかに保証する者がいません。
    .remedy = 電話か対面で所有者とフィンガープリントを照合してから信頼してください。

reason-issuer-not-authority = { $subject } の証明書は、証明書を発行する権限のない { $issuer } が発行したものです。
    .remedy = 信用しないでください。信頼された認証局の証明書を { $subject } に頼んでください。

reason-path-too-long = { $issuer } と { $subject } の証明書の間に、{ $issuer } が認めるより多くの認証局があります。
    .remedy = 正しく発行された証明書を { $subject } に頼んでください。

reason-name-not-permitted = { $subject } の証明書に含まれる名前 { $name } は、{ $issuer } が認める範囲の外です。
    .remedy = 信用しないでください。正しく発行された証明書を { $subject } に頼んでください。

reason-name-constraint-unsupported = { $subject } の証明書は、保証できる名前を、ここでは検証できない方法で制限しています。
    .remedy = 管理者に尋ねてください。認証局が別の形で証明書を発行する必要があります。

reason-critical-extension-unknown = { $subject } の証明書には、ここでは検証できず、無視してはならない条件があります ({ $extension })。
    .remedy = メールソフトを更新してください。解決しない場合は、{ $subject } に別の証明書を頼んでください。

reason-policy-not-satisfied = { $subject } の証明書は、上位の認証局が定めた規則を守っていません。
    .remedy = 正しく発行された証明書を { $subject } に頼んでください。

reason-certificate-signature-invalid = { $subject } の証明書は { $issuer } が発行したものではないか、後から変更されています。
    .remedy = 信用しないでください。別の方法で { $subject } に本物の証明書を頼んでください。

reason-not-for-email = { $subject } の証明書はメール用に発行されたものではありません。
    .remedy = メール用に発行された証明書を { $subject } に頼んでください。

reason-not-for-signing = { $subject } の証明書はメッセージの署名用に発行されたものではありません。
    .remedy = 署名用に発行された証明書で署名するよう { $subject } に頼んでください。

reason-not-for-encryption = { $subject } の証明書はメッセージの暗号化用に発行されたものではありません。
    .remedy = 暗号化用に発行された証明書を { $subject } に頼んでください。

reason-path-budget-exhausted = { $subject } の証明書の検証は中止されました。添えられた証明書の組み合わせが多すぎるためです。
    .remedy = 必要な証明書だけを含むメッセージを送るよう { $subject } に頼んでください。

reason-weak-digest = 署名に、偽造できるほど弱い方式 { $algorithm } が使われています。
    .remedy = 信用しないでください。最新のメールソフトか証明書で署名するよう、差出人に頼んでください。

reason-weak-key = { $subject } の鍵は安全とは言えないほど弱いものです: { $algorithm }。
    .remedy = より強い鍵の証明書を { $subject } に頼んでください。

reason-weak-cipher = このメッセージは、他の人に読まれるおそれがあるほど弱い方式 { $algorithm } で暗号化されています。
    .remedy = 内容は秘密ではないものとして扱ってください。最新のメールソフトを使うよう、差出人に頼んでください。

reason-algorithm-refused = 署名または暗号化されたメールでは受け入れられない方式が使われています: { $algorithm }。
    .remedy = 最新のメールソフトを使って送り直すよう、差出人に頼んでください。

reason-algorithm-unsupported = このメールソフトにない方式が使われています: { $algorithm }。
    .remedy = メールソフトを更新してください。解決しない場合は、より一般的な方式を使うよう差出人に頼んでください。

reason-key-invalid = { $subject } の証明書には、本物ではありえない鍵が含まれています。
    .remedy = 信用しないでください。{ $subject } に新しい証明書を頼んでください。

reason-malformed = このメッセージは壊れているか、規則に従っていません。問題の場所: { $where }。
    .remedy = メッセージを送り直すよう、差出人に頼んでください。

reason-limit-exceeded = このメッセージは通常のどのメッセージよりも大きいか複雑なため、受け入れられません ({ $limit })。
    .remedy = 心当たりがある場合は、より簡単な形で送るよう差出人に頼んでください。

reason-content-type-unsupported = このメッセージには、ここでは開けない種類の保護された内容が含まれています: { $type }。
    .remedy = 通常の署名付きまたは暗号化されたメッセージとして送るよう、差出人に頼んでください。

reason-no-matching-key = このメッセージを開ける秘密鍵が、このコンピューターにありません。暗号化の宛先: { $recipients }。
    .remedy = この中にあなたの証明書があれば、秘密鍵とともに読み込んでください。なければ、今の証明書で暗号化するよう差出人に頼んでください。

reason-private-key-missing = { $subject } の証明書に対応する秘密鍵が、このコンピューターにありません。
    .remedy = バックアップから読み込むか、秘密鍵の入ったカードや機器を挿入してください。

reason-decryption-failed = このメッセージは途中で壊れたか変更されたため、復号できません。
    .remedy = 差出人に送り直すよう頼んでください。

reason-encryption-not-authenticated = 暗号化により他の人はこのメッセージを読めませんでしたが、途中で変更することはできました。
    .remedy = 重要な内容に従う前に、差出人に確かめてください。署名もされたメッセージや、AES-GCM のような新しい方式で暗号化されたメッセージは、気付かれずに変更することができません。

reason-protected-header-differs = { $field } が保護の外側で変えられています。差出人は「{ $inner }」と書きましたが、外側では「{ $outer }」です。
    .remedy = 差出人が書いたほうを信用してください。もう一方は誰でも書き込めたものです。

reason-encrypted-in-part = このメッセージは一部だけが暗号化されていました。残りは他の人が読んだり書いたりした可能性があります。
    .remedy = 返信するときは、誰に見せてもよい部分だけを引用してください。全体を暗号化するよう差出人に頼んでください。

reason-not-encrypted = このメッセージは暗号化されていません。
    .remedy = 暗号化しないかぎり、返信に秘密の内容を書かないでください。

reason-protection-changed = 送信中に、このメッセージを保護できる方法が変わりました。
    .remedy = どのように送信されるかをもう一度確かめて、「送信」を押してください。

reason-hidden-recipients = この暗号化メッセージには隠された宛先 (Bcc) があり、それぞれに専用のコピーが送られます。このようなメッセージは送信トレイで待つことができません。
    .remedy = 後で送信せずに、今すぐ送信してください。オフラインの場合は下書きとして保存し、オンラインになってから送信してください。

reason-password-needed = { $token } のパスワードが必要です。
    .remedy = パスワードを入力して、もう一度試してください。

reason-password-cancelled = { $token } のパスワードが求められましたが入力されなかったため、このメッセージは開かれませんでした。
    .remedy = メッセージをもう一度開き、パスワードを入力してください。

reason-password-wrong = { $token } に入力されたパスワードが違います。
    .remedy = 正しいパスワードでもう一度試してください。何度も間違えるとカードがロックされることがあります。

reason-cancelled = 処理は終わる前に中止されました。
    .remedy = まだ必要な場合は、もう一度始めてください。

reason-token-unavailable = セキュリティデバイス { $token } を使えません。
    .remedy = カードを挿入するか機器を接続して、もう一度試してください。

reason-file-unreadable = ファイル { $path } を読めません。
    .remedy = ファイルがあること、読む権限があることを確かめてください。

reason-profile-unusable = { $problem ->
        [missing] フォルダー { $profile } がありません。
        [not-a-database] フォルダー { $profile } に証明書と鍵のデータベースがありません。
        [old-format] { $profile } の証明書と鍵のデータベースは、もう使われていない形式です。
        [locked] { $profile } の証明書と鍵のデータベースを別のプログラムが使っています。
        [unreadable] { $profile } の証明書と鍵のデータベースを読めません。
        [roots-missing] 最初から信頼されている認証局の一覧を読み込めません。
        [not-started] メールソフトが証明書と鍵を開いていません。
       *[other] { $profile } の証明書と鍵を開けません。
    }
    .remedy = 正しいフォルダーであること、読む権限があることを確かめて、もう一度試してください。

reason-invalid-request = Signet の一部分が、別の部分に理解できない要求をしました。
    .remedy = プログラムを再起動してください。再び起きる場合は、詳細を添えて報告してください。

reason-internal = Signet 自身の不具合のため、実行できませんでした。
    .remedy = もう一度試してください。再び起きる場合は、詳細を添えて報告してください。

reason-version-mismatch = アドオンのバージョンは { $scriptVersion } ですが、セキュリティモジュールのバージョンは { $moduleVersion } です。
    .remedy = 両方が同じバージョンになるように、Signet を再インストールしてください。

reason-out-of-memory = メモリーが足りません。
    .remedy = ほかのプログラムを閉じて、もう一度試してください。

reason-revocation-unknown = { $issuer } が { $subject } の証明書を失効させたかどうか分かりません。
    .remedy = ネットワークに接続してもう一度確認してください。変わらない場合は、{ $issuer } がこの情報を提供しているか管理者に尋ねてください。

reason-revocation-answer-invalid = { $subject } の証明書が失効したかどうかの回答が、壊れているか、名乗っている認証局の署名ではありません。
    .remedy = 後で、または別のネットワークから、もう一度確認してください。変わらない場合は管理者に知らせてください。

reason-revocation-answer-unauthorized = { $subject } の証明書が失効したかどうかの回答が、回答する権限のない者から来ています。
    .remedy = 後で、または別のネットワークから、もう一度確認してください。変わらない場合は管理者に知らせてください。

reason-revocation-answer-mismatched = { $subject } の証明書が失効したかどうかの回答が、別の証明書についてのものです。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-revocation-answer-outdated = { $subject } の証明書が失効したかどうかの回答が古すぎて、当てになりません。
    .remedy = ネットワークに接続してもう一度確認してください。

reason-revocation-answer-from-future = { $subject } の証明書が失効したかどうかの回答に、未来の日付が付いています。
    .remedy = このコンピューターの日付と時刻を確かめてから、もう一度確認してください。

reason-revocation-answer-replayed = { $subject } の証明書が失効したかどうかの回答が、尋ねたのとは別の質問への回答です。
    .remedy = 後で、または別のネットワークから、もう一度確認してください。変わらない場合は管理者に知らせてください。

reason-revocation-answer-unsupported = { $subject } の証明書が失効したかどうかの回答が、ここでは使えない種類のものです。
    .remedy = メールソフトを更新してください。解決しない場合は管理者に知らせてください。

reason-revocation-responder-failed = { $subject } の証明書が失効したかどうかを知っているサービスが、答えられないと回答しました。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-certificate-for-other-address = { $subject } の証明書は { $addresses } 用で、{ $address } 用ではありません。
    .remedy = { $address } 用の証明書を使うか、この証明書のアドレスを使ってください。

reason-certificate-without-address = { $subject } の証明書にメールアドレスがないため、{ $address } のものであることを示していません。
    .remedy = アドレス { $address } を含む証明書を使ってください。

reason-newer-certificate-preferred = { $subject } には { DATETIME($notAfter, dateStyle: "long") } まで有効な新しい証明書があり、代わりにそれが使われます。
    .remedy = 何もする必要はありません。

reason-recipient-certificate-missing = { $address } の証明書がこのコンピューターにありません。
    .remedy = { $address } に署名付きメッセージを頼んで開くか、証明書をファイルから読み込んでください。

reason-own-certificate-missing = { $address } 用のあなたの証明書がこのコンピューターにありません。
    .remedy = カードや機器に入っている場合は、それを挿入してください。そうでなければ、バックアップから読み込むか、認証局に申請してください。

reason-certificate-expires-soon = { $subject } の証明書は { DATETIME($notAfter, dateStyle: "long") } に期限が切れます。
    .remedy = その日より前に新しい証明書を申請し、この証明書も残しておいてください。これで暗号化されたメッセージは、これでしか読めません。

reason-certificate-already-there = { $subject } の証明書はすでにこのコンピューターにあります。
    .remedy = 何もする必要はありません。

reason-file-damaged = ファイル { $path } は壊れているか、証明書のファイルではありません。
    .remedy = 元の場所で保存または書き出しをやり直して、もう一度試してください。

reason-file-algorithm-unsupported = ファイル { $path } は、このプログラムにない方式で保護されています: { $algorithm }。
    .remedy = 元の場所で、AES-256 など別の方式を選んで書き出し直してください。

reason-file-without-certificates = ファイル { $path } に証明書がありません。
    .remedy = 証明書を含むファイルを選んでください。

reason-file-not-authenticated = ファイル { $path } には、変更されたかどうかを示すものがありません。
    .remedy = 自分で作ったファイルでなければ、証明書を所有者と照合してください。

reason-key-not-storable = { $subject } の証明書の秘密鍵は、ここでは保管できない種類です: { $algorithm }。
    .remedy = メールソフトを更新するか、別の種類の鍵の証明書を使ってください。

reason-key-not-extractable = { $subject } の証明書の秘密鍵は { $token } から取り出せません。
    .remedy = カードや機器を安全な場所に保管してください。この鍵の写しは作れません。

reason-file-unwritable = ファイル { $path } に書き込めません。
    .remedy = フォルダーがあること、書き込む権限があること、空きがあることを確かめてください。

reason-storing-failed = 保存しようとしたものを { $token } が受け付けませんでした。
    .remedy = 空きがあること、書き込む権限があることを確かめて、もう一度試してください。

reason-revocation-not-checked = { $issuer } が { $subject } の証明書を失効させたかどうかは確認されていません。
    .remedy = 重要なことで信用する前に、ネットワーク経由で認証局に尋ねることを許可して、もう一度確認してください。

reason-fetch-no-answer = { $subject } の証明書について尋ねたサーバー { $host } に接続できません。
    .remedy = ネットワークに接続してもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-fetch-too-slow = { $subject } の証明書について尋ねたサーバー { $host } の回答が間に合いませんでした。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-fetch-cut-short = { $subject } の証明書についてのサーバー { $host } の回答が途中で切れました。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-fetch-too-large = { $subject } の証明書についてのサーバー { $host } の回答は、長すぎるため中止されました。
    .remedy = 管理者に知らせてください。このように答えるサーバーは、故障しているか悪意があります。

reason-fetch-refused = サーバー { $host } に、{ $subject } の証明書について尋ねたものがありません (回答: { $status })。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-fetch-redirected-too-often = { $subject } の証明書について尋ねたサーバー { $host } は、質問をあちこちに回すだけでした。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-fetch-address-refused = { $subject } の証明書が問い合わせ先に挙げるサーバー { $host } には、プライベートネットワークまたはこのコンピューターの中にあるため、尋ねませんでした。
    .remedy = 実際に組織がこのサーバーを運用している場合は、証明書の検証の設定でプライベートアドレスを許可してください。

reason-fetch-not-secure = { $subject } の証明書について尋ねるサーバー { $host } と、安全な接続ができませんでした。
    .remedy = このコンピューターの日付と時刻を確かめ、別のネットワークから試してください。変わらない場合は管理者に知らせてください。

reason-fetch-answer-not-expected = { $subject } の証明書について尋ねたサーバー { $host } は、ウェブページなど回答ではないものを返しました。
    .remedy = ネットワークが先にログインを求める場合は、ログインしてからもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-fetch-answer-damaged = { $subject } の証明書についてのサーバー { $host } の回答は、壊れていて読めません。
    .remedy = 後でもう一度確認してください。変わらない場合は管理者に知らせてください。

reason-signing-failed = メッセージに署名できませんでした。{ $subject } の秘密鍵を保管するカード、機器、またはプログラムが拒否しました。
    .remedy = カードや機器が接続されていること、パスワードが正しかったことを確かめて、もう一度試してください。

reason-encryption-failed = メッセージを暗号化できませんでした。
    .remedy = もう一度試してください。再び起きる場合は、詳細を添えて報告してください。

reason-signing-key-unsupported = { $subject } の証明書の鍵は、ここでは署名できない種類です: { $algorithm }。
    .remedy = 別の証明書で署名するか、より一般的な種類の鍵の証明書を管理者に頼んでください。

reason-recipient-key-unsupported = { $subject } の証明書の鍵がここでは使えない種類のため、暗号化できません: { $algorithm }。
    .remedy = より一般的な種類の鍵の証明書を { $subject } に頼んでください。

reason-no-recipients = 暗号化の宛先がありません。
    .remedy = 証明書のある宛先を少なくとも一つ指定してください。

reason-recipient-newsgroup = { $address } はニュースグループです。誰でも読めるので、そこに送るものは暗号化できません。
    .remedy = 宛先から外すか、このメッセージを暗号化せずに送ってください。

reason-recipient-without-address = 「{ $address }」にはメールアドレスがありません。
    .remedy = アドレス帳またはメッセージにアドレスを入力するか、宛先から外してください。

reason-cipher-announced = 内容は { $algorithm } で暗号化されます。すべての受信者のメールソフトが読めると知らせている方式です。
    .remedy = 何もする必要はありません。

reason-cipher-not-announced = { $subject } のメールソフトが { $better } を読めると知らせていないため、内容は { $algorithm } で暗号化されます。
    .remedy = 何もする必要はありません。{ $subject } からの署名付きメッセージで、読める方式が分かることがあります。

reason-cipher-by-policy = 設定により、内容は { $algorithm } で暗号化されます。
    .remedy = 何もする必要はありません。読めない人がいる場合は、別の方式を選んでください。

reason-method-announced = メッセージは { $subject } 用に { $algorithm } でロックされます。相手のメールソフトが読めると知らせている方式です。
    .remedy = 何もする必要はありません。

reason-method-usual = メッセージは { $subject } 用に { $algorithm } でロックされます。どのメールソフトでも読める方式です。
    .remedy = 何もする必要はありません。

reason-method-of-key = メッセージは { $subject } 用に { $algorithm } でロックされます。その証明書の鍵の種類に合った方式です。
    .remedy = 何もする必要はありません。

reason-method-by-policy = 設定により、メッセージは { $subject } 用に { $algorithm } でロックされます。
    .remedy = 何もする必要はありません。{ $subject } が読めない場合は、別の方式を選んでください。

reason-revocation-being-checked = { $issuer } が { $subject } の証明書を失効させたかどうかを、ネットワーク経由で尋ねています。
    .remedy = 信用する前に、少し待って回答を確かめてください。

reason-issuer-being-fetched = { $subject } の証明書を発行した { $issuer } 自身の証明書がここになく、ネットワーク経由で取り寄せています。
    .remedy = 少しお待ちください。証明書を信頼できるかどうかが分かります。

reason-responder-unusable = 失効を確認するために設定で選ばれたサービスに尋ねられません。アドレスまたは証明書がないか、正しくありません。
    .remedy = 証明書の検証の設定でサービスを選び直すか、証明書に書かれたサービスに尋ねるようにしてください。

reason-expired-since-claimed = { $subject } の証明書は { DATETIME($notAfter, dateStyle: "long") } に期限が切れました。差出人が署名したと言う { DATETIME($signingTime, dateStyle: "long") } にはまだ有効でしたが、その日付をほかに確認する者はいません。
    .remedy = 期限前に署名されたことが重要な場合は、{ $subject } にメッセージの確認を頼んでください。

reason-expired-since-seen = { $subject } の証明書は { DATETIME($notAfter, dateStyle: "long") } に期限が切れました。この署名がこのコンピューターで最初に見られた { DATETIME($seenTime, dateStyle: "long") } にはまだ有効でした。
    .remedy = 何もする必要はありません。新しいメッセージには、{ $subject } の新しい証明書が必要です。

reason-expired-since-stamped = { $subject } の証明書は { DATETIME($notAfter, dateStyle: "long") } に期限が切れました。{ DATETIME($stampedTime, dateStyle: "long") } にはまだ有効でした。それまでに署名されていたことを { $authority } が確認しています。
    .remedy = 何もする必要はありません。新しいメッセージには、{ $subject } の新しい証明書が必要です。

## 署名に付いたタイムスタンプで、根拠にならないもの

reason-time-stamp-malformed = この署名にはタイムスタンプが付いていますが、読み取れません。
    .remedy = 何もする必要はありません。署名はタイムスタンプなしで判断されます。いつ署名されたかが重要な場合は、差出人に尋ねてください。

reason-time-stamp-mismatched = この署名に付いたタイムスタンプは、別のものに対して作られています。
    .remedy = 何もする必要はありません。署名はタイムスタンプなしで判断されます。いつ署名されたかが重要な場合は、差出人に尋ねてください。

reason-time-stamp-invalid = この署名に付いたタイムスタンプは、名前のある { $authority } が作ったものではないか、後で変更されています。
    .remedy = 何もする必要はありません。署名はタイムスタンプなしで判断されます。いつ署名されたかが重要な場合は、差出人に尋ねてください。

reason-time-stamp-method-refused = この署名に付いたタイムスタンプは { $algorithm } で作られています。これは弱すぎるか、ここでは知られていません。
    .remedy = 何もする必要はありません。署名はタイムスタンプなしで判断されます。いつ署名されたかが重要な場合は、差出人に尋ねてください。

reason-time-stamp-not-trusted = この署名に付いたタイムスタンプは { $authority } のものですが、このコンピューターは時刻の確認についてこの機関を信頼していません。
    .remedy = 何もする必要はありません。署名はタイムスタンプなしで判断されます。{ $authority } を知っている場合は、その上の認証局を証明書のウィンドウでメール用に信頼できます。

reason-time-stamp-expired = この署名に付いたタイムスタンプは { $authority } のものですが、その証明書自体がもう有効ではないため、今は何も確認できません。
    .remedy = 何もする必要はありません。署名はタイムスタンプなしで判断されます。いつ署名されたかが重要な場合は、差出人に尋ねてください。

reason-time-stamp-from-future = この署名に付いたタイムスタンプは、まだ来ていない時刻を示しています: { DATETIME($stampedTime, dateStyle: "long", timeStyle: "short") }。
    .remedy = このコンピューターの日付と時刻を確認してください。正しい場合は、このタイムスタンプに頼らないでください。

reason-not-for-time-stamping = { $subject } の証明書は時刻の確認用に発行されたものではありません。
    .remedy = 何もする必要はありません。この証明書による確認は考慮されません。

reason-own-certificate-expired = { $subject } に発行されたあなたの証明書は { DATETIME($notAfter, dateStyle: "long") } に期限が切れました。
    .remedy = { $issuer } に新しい証明書を申請し、ここで読み込んでください。期限が切れた証明書も残しておいてください。その証明書で暗号化されたメッセージを開くのに必要です。

reason-own-certificate-revoked = { $subject } に発行されたあなたの証明書は { $issuer } によって { DATETIME($revokedAt, dateStyle: "long") } に失効しました。
    .remedy = { $issuer } に新しい証明書を申請してください。失効した理由が分からない場合は、そこに尋ねてください。

reason-own-not-for-email = { $subject } に発行されたあなたの証明書は、メール用に発行されたものではありません。
    .remedy = { $issuer } にメール用の証明書を申請してください。

reason-own-not-for-signing = { $subject } に発行されたあなたの証明書は、メッセージの署名用に発行されたものではありません。
    .remedy = 署名には自分の別の証明書を選ぶか、{ $issuer } に申請してください。

reason-own-not-for-encryption = { $subject } に発行されたあなたの証明書は、メッセージの暗号化用に発行されたものではありません。
    .remedy = 暗号化には自分の別の証明書を選ぶか、{ $issuer } に申請してください。

reason-own-key-weak = { $subject } に発行されたあなたの証明書の鍵は、安全とは言えないほど弱いものです: { $algorithm }。
    .remedy = { $issuer } に、より強い鍵の証明書を申請してください。

reason-key-not-made = { $token } では、この種類の鍵を作れませんでした: { $algorithm }。
    .remedy = RSA 3072 ビットなど、別の種類の鍵を選んでください。

reason-address-not-usable = 「{ $address }」は、証明書を作れるメールアドレスではありません。
    .remedy = アカウントに書かれているとおり、name@example.com のようにアドレスを入力してください。

reason-directory-nothing-found = { $host } のディレクトリーには { $address } の証明書がありません。
    .remedy = { $address } に署名付きメッセージを頼んで開くか、ディレクトリーの管理者に証明書の登録を頼んでください。

reason-directory-login-needed = { $host } のディレクトリーは、ログインした人にだけ答えます。
    .remedy = アドレス帳でこのディレクトリーのプロパティに名前を入力し、そこで一度検索してパスワードを保存してから、もう一度探してください。

reason-directory-login-refused = { $host } のディレクトリーは、問い合わせに使われた名前とパスワードを受け付けませんでした。
    .remedy = アドレス帳でこのディレクトリーのプロパティの名前を直し、そこで一度検索して正しいパスワードを入力してから、もう一度探してください。

missing-subject = 名前のない所有者
missing-issuer = 名前のない認証局
missing-address = 名前のない差出人
missing-signerAddresses = メールアドレスのない人
missing-algorithm = 名前のない方式
missing-better = 別の方式
missing-limit = 名前のない制限
missing-where = 不明な場所
missing-attribute = 名前のない項目
missing-displayName = …
missing-name = (不明)
missing-extension = (不明)
missing-recipients = ほかの証明書
missing-type = (不明)
missing-addresses = 名前のない相手
missing-token = Thunderbird
missing-field = 不明
missing-inner = なし
missing-outer = なし
missing-host = (不明)
missing-status = (不明)
missing-path = (不明)
missing-profile = (不明)
missing-problem = その他
missing-scriptVersion = (不明)
missing-moduleVersion = (不明)
missing-notBefore = 不明な日
missing-notAfter = 不明な日
missing-revokedAt = 不明な日
missing-signingTime = 不明な日
missing-messageDate = 不明な日
missing-seenTime = 不明な日
missing-stampedTime = 不明な日
missing-authority = 名前のない機関
