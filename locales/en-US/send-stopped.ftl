# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The window that opens when a message cannot be sent as it was to be protected.

send-stopped-title = Message Not Sent
send-stopped-heading = Your message was not sent
send-stopped-lead-encryption = You chose to encrypt it, and that is not possible now. Nothing has left your computer, and nothing is lost.
send-stopped-lead-signature = You chose to sign it digitally, and that is not possible now. Nothing has left your computer, and nothing is lost.
send-stopped-lead-both = You chose to sign it digitally and to encrypt it, and that is not possible now. Nothing has left your computer, and nothing is lost.

send-stopped-signature = Why it cannot be signed
send-stopped-encryption = Why it cannot be encrypted

send-stopped-back = Go Back
    .accesskey = B
send-stopped-without-encryption = Send Without Encryption…
    .accesskey = W
send-stopped-without-signature = Send Without Signature…
    .accesskey = W
send-stopped-without-both = Send Without Protection…
    .accesskey = W

## The second step

send-stopped-ask-encryption = Send this message without encryption?
send-stopped-ask-signature = Send this message without a signature?
send-stopped-ask-both = Send this message without any protection?
# Before send-stopped-meaning-…, where the message answers, passes on or goes on with an encrypted one
send-stopped-from-encrypted = It contains text from a message that was encrypted. Whoever wrote that relied on nobody else reading it. Without encryption, what you quote from it can be read on its way, too.
send-stopped-meaning-encryption = Others may be able to read it: whoever runs a mail server on its way, and whoever gets into a mailbox in which it lies. It cannot be called back. Your choice is for this message only.
send-stopped-meaning-signature = Those who receive it cannot check that it comes from you, nor that nobody has changed it on its way. Your choice is for this message only.
send-stopped-meaning-both = Others may be able to read it, and those who receive it cannot check that it comes from you, nor that nobody has changed it. It cannot be called back. Your choice is for this message only.
send-stopped-send-encryption = Send Without Encryption
    .accesskey = S
send-stopped-send-signature = Send Without Signature
    .accesskey = S
send-stopped-send-both = Send Without Protection
    .accesskey = S
