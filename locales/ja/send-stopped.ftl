# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

send-stopped-title = 送信されなかったメッセージ
send-stopped-heading = メッセージは送信されませんでした
send-stopped-lead-encryption = 暗号化が選ばれていますが、今はできません。コンピューターから何も出ておらず、何も失われていません。
send-stopped-lead-signature = 署名が選ばれていますが、今はできません。コンピューターから何も出ておらず、何も失われていません。
send-stopped-lead-both = 署名と暗号化が選ばれていますが、今はできません。コンピューターから何も出ておらず、何も失われていません。

send-stopped-signature = 署名できない理由
send-stopped-encryption = 暗号化できない理由

send-stopped-back = 戻る
    .accesskey = B
send-stopped-without-encryption = 暗号化せずに送信…
    .accesskey = W
send-stopped-without-signature = 署名せずに送信…
    .accesskey = W
send-stopped-without-both = 保護せずに送信…
    .accesskey = W

send-stopped-ask-encryption = このメッセージを暗号化せずに送信しますか？
send-stopped-ask-signature = このメッセージを署名せずに送信しますか？
send-stopped-ask-both = このメッセージをまったく保護せずに送信しますか？
send-stopped-from-encrypted = 暗号化されていたメッセージの文章が含まれています。書いた人は、ほかの誰にも読まれないと考えていました。暗号化しないと、引用した部分も途中で読まれるおそれがあります。
send-stopped-meaning-encryption = 他の人に読まれるおそれがあります。途中のメールサーバーを運用する人や、保存されたメールボックスに入り込んだ人です。取り消しはできません。この選択はこのメッセージだけに適用されます。
send-stopped-meaning-signature = 受け取った人は、あなたからのものであることも、途中で変更されていないことも確かめられません。この選択はこのメッセージだけに適用されます。
send-stopped-meaning-both = 他の人に読まれるおそれがあり、受け取った人は、あなたからのものであることも変更されていないことも確かめられません。取り消しはできません。この選択はこのメッセージだけに適用されます。
send-stopped-send-encryption = 暗号化せずに送信
    .accesskey = S
send-stopped-send-signature = 署名せずに送信
    .accesskey = S
send-stopped-send-both = 保護せずに送信
    .accesskey = S
