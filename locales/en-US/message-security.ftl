# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The icons in the header of a received message, and the Message Security window that they open.

## The icons, for screen readers and as tooltip

header-icon-pen = The digital signature is valid.
header-icon-broken-pen = There is a problem with the digital signature.
header-icon-question-pen = The digital signature could not be checked, or not completely.
header-icon-clock-pen = The digital signature was valid; its certificate has expired since.
# Follows one of the sentences above while an answer from the network is awaited
header-icon-checking = The certificate is still being checked over the network.
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

message-security-copy = Copy Details
    .accesskey = D
message-security-copied = Copied.

message-security-signature-heading = Digital Signature
message-security-encryption-heading = Encryption

message-security-judging = Being checked…

message-security-signature-none = Not signed
message-security-signature-valid = Valid signature
message-security-signature-invalid = Problem with the signature
message-security-signature-unknown = Signature not checked
message-security-signature-expired-since = Certificate has expired
message-security-signature-failed = Not checked by Signet

message-security-encryption-unknown = Not known
message-security-encryption-none = Not encrypted
message-security-encryption-decrypted = Encrypted
message-security-encryption-failed = Encrypted, but not opened

## Sentences that belong to no reason code

message-security-inside-not-seen = Whether this message is signed can be seen only when it has been opened.
message-security-signature-not-here = This message has not been downloaded yet, so nobody can tell whether it is signed.
    .remedy = Go online and open the message again.
message-security-parts-removed = Parts of this message were removed after it had arrived, so its signature can no longer be checked.
    .remedy = If it matters, ask the sender to send it again, and keep attachments of signed messages.
message-security-encryption-not-here = Whether this message is encrypted can be seen only when it has been downloaded.
message-security-opened = On its way here only the people it was encrypted for could read this message.
message-security-not-shown = Thunderbird shows something else than what is protected in this message: its parts are put together in a way that can be read differently.
    .remedy = Rely on nothing that you see in it, and ask the sender to send it again.
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
# The label of a time that somebody else than the signer confirms
message-security-stamped-on = Time confirmed
# $time: what a time-stamp says, $authority: whose it is
message-security-time-stamp = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, by { $authority }
# Whether this address has signed with this certificate before, as far as this computer remembers
message-security-history = Seen before
# $address: of the sender
message-security-history-first-time = no: this is the first signed message from { $address } on this computer
# $address: of the sender, $previousUsed: a date
message-security-history-changed = not with this certificate: { $address } used another one until { DATETIME($previousUsed, dateStyle: "long") }
# $address: of the sender, $since: a date
message-security-history-known = yes: { $address } has used this certificate since { DATETIME($since, dateStyle: "long") }
message-security-algorithm = Method
message-security-view-certificate = View Signature Certificate
    .accesskey = V

## Facts about the encryption

message-security-opened-with = Opened with
message-security-encryption-method = Method
message-security-key-method = Key sent with
message-security-integrity = Changes on the way
message-security-integrity-protected = would have been noticed
message-security-integrity-none = would not have been noticed by the encryption itself
message-security-other-readers = Others who can read it
message-security-readers = Who can read it
# $name: owner of a certificate, $issuer: who issued it, $until: a date
message-security-recipient-known = { $name }, certificate of { $issuer }, valid to { DATETIME($until, dateStyle: "long") }
# $certificate: issuer and serial number, or key identifier, of a certificate that is not known here
message-security-recipient-unknown = somebody unknown here: { $certificate }
message-security-recipient-password = whoever knows a password
# $count: how many others there are
message-security-recipients-more = { $count ->
    [one] one more
   *[other] { $count } more
}
message-security-view-encryption-certificate = View Encryption Certificate
    .accesskey = E

## Buttons for what can be done about a reason

message-security-remedy-trust = Trust…
    .accesskey = T
message-security-remedy-change-trust = Change Trust…
    .accesskey = T
# Of an authority
message-security-remedy-import = Import Certificate…
    .accesskey = I
# Of a certificate of one's own with its private key
message-security-remedy-import-backup = Import Backup…
    .accesskey = B
# The services that know whether certificates were revoked
message-security-remedy-check-again = Ask Again
    .accesskey = A
# The sender's, which is not stored yet
message-security-remedy-save = Save Certificate
    .accesskey = S
message-security-remedy-enter-password = Enter Password…
    .accesskey = P
message-security-remedy-try-again = Try Again
    .accesskey = T
message-security-remedy-download = Download Message
    .accesskey = W

## Trusting a certificate; $name: its owner

message-security-trust-title = Trust { $name } for E-Mail?
# Above the fingerprint
message-security-trust-authority = Every certificate that { $name } has issued is then taken as genuine. Nobody but your administrator, or { $name } itself, can tell you whether this is its fingerprint: ask them in another way than by mail, and compare.
message-security-trust-person = This certificate is then taken as genuine, although no authority vouches for it. Ask { $name } by telephone or in person whether this is the fingerprint, and compare.
message-security-trust-yes = It Is the Same: Trust
message-security-trust-no = Cancel

## In the place of a part that is not opened

part-failed = Signet’s security module did not answer, so this message could not be opened.
    .remedy = Open the message again; if that does not help, restart Thunderbird.
part-closed = This message is encrypted and was not opened.
part-encrypted-apart = [This part is encrypted by itself. It is not opened, because the parts beside it, which anyone could have added, might misuse its text.]
part-signed-apart = [This part is signed by itself. The signature does not cover the rest of the message and was not checked.]
part-not-quoted = [The text is not quoted: somebody could have changed it on its way so that it gives its content away over the Internet.]

## The bar above a message that would load something from the Internet

remote-content-bar = This message would load content from the Internet. It was encrypted in a way that others could change, so loading might give its text away to them.
remote-content-load =
    .label = Load Anyway
    .accesskey = L
