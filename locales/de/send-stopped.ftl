# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

send-stopped-title = Nachricht nicht gesendet
send-stopped-heading = Ihre Nachricht wurde nicht gesendet
send-stopped-lead-encryption = Sie haben gewählt, sie zu verschlüsseln, und das ist jetzt nicht möglich. Nichts hat Ihren Computer verlassen, und nichts ist verloren.
send-stopped-lead-signature = Sie haben gewählt, sie digital zu unterschreiben, und das ist jetzt nicht möglich. Nichts hat Ihren Computer verlassen, und nichts ist verloren.
send-stopped-lead-both = Sie haben gewählt, sie digital zu unterschreiben und zu verschlüsseln, und das ist jetzt nicht möglich. Nichts hat Ihren Computer verlassen, und nichts ist verloren.

send-stopped-signature = Warum sie nicht unterschrieben werden kann
send-stopped-encryption = Warum sie nicht verschlüsselt werden kann

send-stopped-back = Zurück
    .accesskey = Z
send-stopped-without-encryption = Unverschlüsselt senden…
    .accesskey = U
send-stopped-without-signature = Ohne Unterschrift senden…
    .accesskey = O
send-stopped-without-both = Ungeschützt senden…
    .accesskey = U

## The second step

send-stopped-ask-encryption = Diese Nachricht unverschlüsselt senden?
send-stopped-ask-signature = Diese Nachricht ohne Unterschrift senden?
send-stopped-ask-both = Diese Nachricht ganz ungeschützt senden?
send-stopped-from-encrypted = Sie enthält Text aus einer Nachricht, die verschlüsselt war. Wer sie schrieb, hat sich darauf verlassen, dass sonst niemand sie liest. Unverschlüsselt kann unterwegs auch gelesen werden, was Sie daraus zitieren.
send-stopped-meaning-encryption = Andere können sie möglicherweise lesen: wer auf ihrem Weg einen Mailserver betreibt, und wer in ein Postfach gelangt, in dem sie liegt. Sie lässt sich nicht zurückholen. Ihre Wahl gilt nur für diese Nachricht.
send-stopped-meaning-signature = Wer sie erhält, kann nicht prüfen, ob sie von Ihnen kommt und ob sie unterwegs verändert wurde. Ihre Wahl gilt nur für diese Nachricht.
send-stopped-meaning-both = Andere können sie möglicherweise lesen, und wer sie erhält, kann nicht prüfen, ob sie von Ihnen kommt und ob sie verändert wurde. Sie lässt sich nicht zurückholen. Ihre Wahl gilt nur für diese Nachricht.
send-stopped-send-encryption = Unverschlüsselt senden
    .accesskey = U
send-stopped-send-signature = Ohne Unterschrift senden
    .accesskey = O
send-stopped-send-both = Ungeschützt senden
    .accesskey = U
