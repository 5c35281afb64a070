# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The Security menu and the status icons of the compose window, and its Message Security window.

compose-security-button =
    .label = Security
    .tooltiptext = Encrypt or digitally sign this message

compose-security-never =
    .label = Do Not Encrypt This Message
    .accesskey = N
compose-security-if-possible =
    .label = Encrypt If Possible
    .accesskey = P
compose-security-required =
    .label = Encrypt This Message
    .accesskey = E
compose-security-sign =
    .label = Digitally Sign This Message
    .accesskey = S
compose-security-info =
    .label = View Security Info
    .accesskey = V

## Status icons at the lower right, for screen readers and as tooltip

compose-icon-pen = This message will be digitally signed. Press Enter for more about its security.
compose-icon-key = This message will be encrypted. Press Enter for more about its security.
# $reason: a sentence
compose-icon-pen-struck-out = This message cannot be digitally signed. { $reason } Press Enter for more about its security.
compose-icon-key-struck-out = This message cannot be encrypted. { $reason } Press Enter for more about its security.
# In place of a reason
compose-icon-no-answer = Signet’s security module does not answer.

## What stops a message

compose-security-stopped-module = Your message was not sent: you chose to protect it, but Signet’s security module could not do it. Try again; if that does not help, restart Thunderbird, or choose in the Security menu to send it unprotected.
compose-security-stopped-disk = Your message was not sent: there is no room left on the disk where Thunderbird puts together what it sends. Delete what you do not need, and press Send again. Your message is still here.
compose-security-stopped-changed = Your message was not sent, because how it can be protected has changed while it was being sent. Look at the icons at the lower right, and press Send again.
compose-security-stopped-openpgp = Your message was not sent: OpenPGP and the Security menu are both switched on for it. Switch one of them off.
# $address: a hidden recipient's; $sent: how many others have theirs; $why: what the mail server or
# Thunderbird says
compose-security-stopped-copy =
    Your message was not sent. Each hidden recipient (Bcc) of an encrypted message gets a copy of their own, and the one for { $address } was not accepted: { $why } { $sent ->
        [0] Nobody has received it.
        [one] One other hidden recipient has received it already, and will receive it again when you send it again.
       *[other] { $sent } other hidden recipients have received it already, and will receive it again when you send it again.
    }
# In place of what the mail server says of a copy
compose-security-copy-no-room = There is no room left on the disk where Thunderbird puts it together.
# $reason, $remedy: a sentence each; $others: how many more reasons there are
compose-security-stopped-reason =
    Your message was not sent. { $reason } { $remedy }{ $others ->
        [0] { "" }
        [one] { " " }There is one more reason.
       *[other] { " " }There are { $others } more reasons.
    }
compose-security-stopped-details = View Security Info
    .accesskey = V

# While the message is being signed and encrypted, if that takes a while
compose-security-protecting = Signing or encrypting your message…
compose-security-protecting-cancel = Cancel Sending
    .accesskey = n

# $reason, $remedy: a sentence each
compose-security-draft-not-saved = The draft was not saved: you chose to encrypt this message, and its draft cannot be encrypted for yourself. { $reason } { $remedy } To save it without encryption, choose “Do Not Encrypt This Message” in the Security menu.
compose-security-draft-not-saved-module = The draft was not saved: you chose to encrypt this message, and Signet’s security module could not encrypt its draft. To save it without encryption, choose “Do Not Encrypt This Message” in the Security menu.
compose-security-draft-not-saved-disk = The draft was not saved: there is no room left on the disk where Thunderbird puts it together. Delete what you do not need, and save it again. Your message is still here.
# $reason, $remedy: a sentence each
compose-security-draft-from-encrypted = The draft was not saved: it contains text from a message that was encrypted, and the draft cannot be encrypted for yourself. { $reason } { $remedy }

## The Message Security window of the compose window

compose-security-title = Message Security
compose-security-signed = Digitally Signed
compose-security-encrypted = Encrypted
compose-security-yes = Yes
compose-security-no = No
compose-security-not-possible = Not possible
compose-security-module-failed = Signet’s security module does not answer, so this message cannot be protected and is not sent. Restart Thunderbird and try again, or choose in the Security menu to send it unprotected.
compose-security-as-plain = Others may be able to read the message on its way.
compose-security-not-encrypted-then = You chose to encrypt if possible: the message will be sent without encryption.

compose-security-own-certificate = Your certificate
compose-security-issuer = Issued by
compose-security-valid = Valid until
# $until: a date
compose-security-until = { DATETIME($until, dateStyle: "long") }

compose-security-recipients = Recipients
compose-security-recipient = Address
compose-security-can-read = Can read it
compose-security-certificate = Certificate
# $issuer: who issued the certificate; $until: a date
compose-security-recipient-certificate = Issued by { $issuer }, valid until { DATETIME($until, dateStyle: "long") }
compose-security-source-stored = Stored on this computer
compose-security-source-directory = From the directory; it is stored when you send the message
# While the directory (a server in the network) is asked for certificates
compose-security-looking-up = Looking in the directory for certificates that are missing…
compose-security-lookup-cancel = Stop Looking
    .accesskey = L
# $address: of somebody who has no certificate
compose-security-look-up = Look Up in the Directory
    .aria-label = Look up in the directory: { $address }
compose-security-close = Close
    .accesskey = C

## What can be done for a recipient who has no valid certificate here, and choosing among several

# $address: of the recipient
compose-security-choose = Choose Another…
    .aria-label = Choose another certificate: { $address }
compose-security-import = Import…
    .aria-label = Import a certificate: { $address }
compose-security-ask = Ask for Their Certificate
    .aria-label = Ask for their certificate: { $address }
compose-security-choose-title = Certificates of { $address }
compose-security-choose-lead = Choose with which one this message is encrypted.
compose-security-choose-current = It is used now.
compose-security-choose-use = Use This Certificate
    .accesskey = U
compose-security-choose-cancel = Cancel
    .accesskey = n
compose-security-picked = You chose it.
# $others: of how many more recipients the sentence before is true
compose-security-method-others = { $others ->
        [one] The same is true of one more recipient.
       *[other] The same is true of { $others } more recipients.
    }

## The menu of a recipient in the address rows

compose-recipient-look-up =
    .label = Look Up Certificate in the Directory
    .accesskey = L
compose-recipient-choose =
    .label = Choose Another Certificate…
    .accesskey = O
compose-recipient-import =
    .label = Import Certificate…
    .accesskey = I
compose-recipient-ask =
    .label = Ask for Their Certificate
    .accesskey = K
compose-recipient-info =
    .label = View Security Info
    .accesskey = V

## The message that asks for a certificate

ask-certificate-subject = Please send me a signed message
ask-certificate-body =
    Hello,

    I would like to write to you in encrypted form. For that I need your S/MIME certificate.

    If you have one, please answer this message and sign your answer digitally: your certificate comes with the signature. If you have none, those who look after your computer can tell you how to get one.

    Thank you!
