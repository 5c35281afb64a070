# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The icons in the header of a received message, and the Message Security window that they open.

## The icons, for screen readers and as tooltip

header-icon-pen = The digital signature is valid.
header-icon-broken-pen = There is a problem with the digital signature.
header-icon-question-pen = The digital signature could not be checked.
header-icon-key = This message was encrypted.
header-icon-broken-key = This encrypted message could not be opened.

## In the View menu and in the menu of the message header

message-security-menu-item =
    .label = Message Security
    .accesskey = y

## The window

message-security-title = Message Security
# The message has no subject
message-security-no-subject = (no subject)
# $from: name and address as the message states them
message-security-from = From { $from }
message-security-none = No message is selected.
message-security-close = Close
    .accesskey = C

message-security-signature-heading = Digital Signature
message-security-encryption-heading = Encryption

message-security-judging = Being checked…

message-security-signature-none = Not signed
message-security-signature-valid = Valid signature
message-security-signature-invalid = Problem with the signature
message-security-signature-unknown = Signature not checked
message-security-signature-failed = Not checked by Signet

message-security-encryption-unknown = Not known
message-security-encryption-none = Not encrypted
message-security-encryption-decrypted = Encrypted
message-security-encryption-failed = Encrypted, but not opened

## Sentences that belong to no reason code

message-security-inside-not-judged = This message was signed before it was encrypted. Thunderbird opened the encryption; Signet has not checked the signature inside it.
message-security-inside-not-seen = Whether this message is signed can be seen only when it has been opened.
message-security-signature-not-here = This message has not been downloaded yet, so nobody can tell whether it is signed.
    .remedy = Go online and open the message again.
message-security-encryption-not-here = Whether this message is encrypted can be seen only when it has been downloaded.
message-security-opened-by-host = Thunderbird opened this message for you. On its way here only the people it was encrypted for could read it.
message-security-not-opened-by-host = Thunderbird could not open this message.
    .remedy = Import the certificate it was encrypted for with its private key, or ask the sender to encrypt it with your current certificate.
message-security-not-known-to-host = This message was encrypted in a way that Thunderbird cannot show.
    .remedy = Ask the sender to send it again, encrypted in a more common way.
message-security-not-encrypted = Others may have been able to read this message on its way to you.
message-security-failed = Signet’s security module did not answer; the signs in the message header are Thunderbird’s own.
    .remedy = Open the message again; if that does not help, restart Thunderbird.

## Facts about a signer

# $number: first, second, … of $total signers
message-security-signer-heading = Signer { $number } of { $total }
message-security-signed-by = Signed by
# In place of "Signed by" when the signature is not valid
message-security-certificate-of = Certificate of
message-security-address = E-mail address
message-security-no-address = none in the certificate
message-security-issuer = Issued by
message-security-valid = Certificate valid
# $from, $until: dates
message-security-valid-range = { DATETIME($from, dateStyle: "long") } to { DATETIME($until, dateStyle: "long") }
message-security-signed-on = Signed on
# $time: what the signer's own clock said
message-security-signing-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, by the signer’s clock
message-security-algorithm = Method
message-security-view-certificate = View Signature Certificate
    .accesskey = V
