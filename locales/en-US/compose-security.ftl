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

compose-icon-pen = This message is to be digitally signed. Press Enter for more about its security.
compose-icon-key = This message is to be encrypted. Press Enter for more about its security.

## What stops a message

compose-security-stopped-module = Your message was not sent: you chose to protect it, but Signet’s security module does not answer. Restart Thunderbird and try again, or choose in the Security menu to send it unprotected.
# $reason, $remedy: a sentence each
compose-security-stopped-reason = Your message was not sent. { $reason } { $remedy }
compose-security-stopped-details = View Security Info
    .accesskey = V

compose-security-draft-plain = You chose to encrypt this message, but its drafts are saved without encryption, because you have not chosen a certificate for encryption in the account settings.

## The Message Security window of the compose window

compose-security-title = Message Security
compose-security-intro = How this message will be sent:
compose-security-signed = Digitally signed
compose-security-encrypted = Encrypted
compose-security-yes = Yes
compose-security-no = No
compose-security-not-possible = Not possible
compose-security-module-failed = Signet’s security module does not answer, so this message cannot be protected and is not sent. Restart Thunderbird and try again, or choose in the Security menu to send it unprotected.
compose-security-as-plain = The message can be sent. Others may be able to read it on its way, and nobody can tell whether it was changed.
compose-security-close = Close
    .accesskey = C
