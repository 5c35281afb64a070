# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Reasons: why a verdict is what it is, and what to do about it.
###
### Each code of the enum ReasonCode in idl/reasons.webidl has a message `reason-<code>`: one sentence
### that names the thing. Its attribute `remedy` is one sentence that says what to do. The command line
### and the windows show the same words. The reader is a nurse or a lawyer: no jargon.
###
### Variables are listed above each message; whoever produces the reason supplies exactly those:
###   $subject          whom the certificate is for: common name, or else e-mail address, or else the
###                     whole name; it may be a person or an authority
###   $issuer           who issued that certificate, in the same form
###   $address          the address in the message's From field
###   $signerAddresses  the addresses in the signer's certificate, joined with ", "
###   $algorithm        as experts write it: "SHA-1", "RSA 1024 bits", "Triple DES"
###   $limit            name of the limit, as in module/base/limits.h
###   $where            "part 1.2", "signer 1", "byte 301": the member `where` of the reason, supplied
###                     for every reason that has one
###   $notBefore, $notAfter, $revokedAt, $signingTime, $messageDate
###                     points in time (`dates` of the reason); all others are texts
### A variable that is missing all the same is replaced by the message `missing-<variable>`.

## What a signature can be

# $subject
reason-valid = This message was signed by { $subject } and has not been changed since.
    .remedy = Nothing needs to be done.

reason-not-signed = This message is not signed.
    .remedy = If you must be certain who wrote it, ask the sender to sign it or to confirm it in another way.

reason-partly-signed = Only a part of this message is signed; the rest could have been written by anyone.
    .remedy = Rely on nothing in it that you have not confirmed with the sender, or ask for the message again, signed as a whole.

# $subject
reason-signed-outside-encryption = { $subject } signed this message only after it had been encrypted, which does not show who wrote it.
    .remedy = If you must be certain who wrote it, ask the sender to sign messages before they are encrypted, as mail programs do.

reason-altered = This message was changed after it was signed.
    .remedy = Do not rely on its content; ask the sender to send it again.

# $subject
reason-signature-mismatch = The signature was not made with the key of { $subject }, whose certificate it names.
    .remedy = Do not rely on this message; ask the sender in another way whether it is genuine.

reason-signer-certificate-missing = The certificate of the person who signed is neither in the message nor on this computer.
    .remedy = Ask the sender for a signed message that contains the certificate.

reason-no-signer = This message looks like a signed one, but nobody signed it.
    .remedy = Treat it as an unsigned message; ask the sender to send it again, signed.

reason-content-not-available = The signature cannot be checked because the signed content is not completely there.
    .remedy = Download the whole message and open it again; if that does not help, ask the sender to send it again.

reason-embedded-content = The signature brings its own copy of the text, which may not be what this message shows.
    .remedy = Do not rely on this message; ask the sender to send it again.

reason-signed-attributes-missing = The signature does not say what kind of content it was made for.
    .remedy = Do not rely on this message; ask the sender to sign it again with an up-to-date mail program.

# $attribute: name of the signed attribute, "message digest"
reason-signed-attribute-invalid = A detail of the signature is missing, wrong or there twice: { $attribute }.
    .remedy = Do not rely on this message; ask the sender to sign it again with an up-to-date mail program.

reason-signed-attributes-as-content = The content of this message is a piece taken from another signature, which is a sign of forgery.
    .remedy = Do not rely on this message; tell the supposed sender in another way that you received it.

# $subject
reason-signing-certificate-mismatch = The signer signed with a different certificate than the one that is shown, which belongs to { $subject }.
    .remedy = Do not rely on this message; ask the sender in another way whether it is genuine.

reason-algorithm-protection-mismatch = This message was signed by other methods than its signature says.
    .remedy = Do not rely on this message; ask the sender to send it again.

# $messageDate, $signingTime
reason-date-mismatch = This message is dated { DATETIME($messageDate, dateStyle: "long", timeStyle: "short") }, but it was signed on { DATETIME($signingTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = If the time matters, ask the sender when it was written; it may be an older message sent again.

## Whose certificate it is

# $address, $signerAddresses
reason-address-mismatch = This message comes from { $address }, but it was signed by { $signerAddresses }.
    .remedy = Ask the person you know, at an address or telephone number you know, whether the message is genuine.

# $subject, $address
reason-no-address-in-certificate = The certificate of { $subject } contains no e-mail address, so it does not show that { $address } sent this message.
    .remedy = Ask the sender to use a certificate that contains the e-mail address.

reason-no-from-address = This message names no sender with whom the signature could be compared.
    .remedy = Ask the person who you think sent it whether it is genuine.

# $signerAddresses
reason-several-from-addresses = This message names several senders, but only { $signerAddresses } signed it.
    .remedy = Ask the other senders whether they stand by the message.

# $displayName: the sender's name as the message shows it; $address
reason-display-name-misleads = The sender calls itself “{ $displayName }”, but the message comes from { $address }.
    .remedy = Look closely at the address before you answer or follow a link.

## What is wrong with a certificate or its path

# $subject, $issuer, $notAfter
reason-certificate-expired = The certificate of { $subject } expired on { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Ask { $subject } for a newer certificate; it is renewed by { $issuer }.

# $subject, $notBefore
reason-certificate-not-yet-valid = The certificate of { $subject } is not valid before { DATETIME($notBefore, dateStyle: "long") }.
    .remedy = Check the date and time of this computer; if they are right, the certificate can be used from that day.

# $subject, $issuer, $revokedAt
reason-certificate-revoked = The certificate of { $subject } was revoked by { $issuer } on { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = Do not use it any more; ask { $subject } in another way for a new certificate.

# $subject
reason-certificate-distrusted = The certificate of { $subject } is marked as not trusted on this computer.
    .remedy = Trust it again, under Tools, Certificates, only if you know for certain that the certificate is genuine.

# $subject
reason-certificate-malformed = The certificate of { $subject } is damaged or does not follow the standard.
    .remedy = Ask { $subject } for a correct certificate.

# $subject, $issuer
reason-issuer-unknown = The certificate of { $subject } was issued by { $issuer }, which this computer does not know.
    .remedy = Ask your administrator whether { $issuer } can be trusted, and import its certificate if so.

# $subject, $issuer: the authority at the end of the path
reason-issuer-not-trusted = The certificate of { $subject } goes back to { $issuer }, which is not trusted for e-mail on this computer.
    .remedy = If you know that { $issuer } can be trusted, compare its fingerprint and then trust it for e-mail: here, or under Tools, Certificates.

# $subject
reason-self-signed = The certificate of { $subject } was issued by { $subject } itself, so nobody else vouches for it.
    .remedy = Trust it only after you have compared its fingerprint with the owner, by telephone or in person.

# $subject, $issuer
reason-issuer-not-authority = The certificate of { $subject } was issued by { $issuer }, which has no right to issue certificates.
    .remedy = Do not rely on it; ask { $subject } for a certificate from an authority that is trusted.

# $subject, $issuer: the authority whose limit is exceeded
reason-path-too-long = More authorities stand between { $issuer } and the certificate of { $subject } than { $issuer } permits.
    .remedy = Ask { $subject } for a certificate that was issued correctly.

# $subject, $issuer: the authority that limits the names; $name: the name that is not permitted
reason-name-not-permitted = The certificate of { $subject } contains the name { $name }, which is outside of what { $issuer } permits.
    .remedy = Do not rely on it; ask { $subject } for a certificate that was issued correctly.

# $subject: the authority whose certificate has the condition
reason-name-constraint-unsupported = The certificate of { $subject } limits the names it may vouch for in a way that cannot be checked here.
    .remedy = Ask your administrator; the authority has to issue its certificate in another form.

# $subject, $extension: its name or dotted number
reason-critical-extension-unknown = The certificate of { $subject } sets a condition that cannot be checked here and must not be ignored ({ $extension }).
    .remedy = Update the mail program; if that does not help, ask { $subject } for another certificate.

# $subject
reason-policy-not-satisfied = The certificate of { $subject } does not keep to the rules that the authorities above it have set.
    .remedy = Ask { $subject } for a certificate that was issued correctly.

# $subject, $issuer
reason-certificate-signature-invalid = The certificate of { $subject } was not issued by { $issuer }, or it was changed afterwards.
    .remedy = Do not rely on it; ask { $subject } in another way for the genuine certificate.

# $subject
reason-not-for-email = The certificate of { $subject } was not issued for e-mail.
    .remedy = Ask { $subject } for a certificate that was issued for e-mail.

# $subject
reason-not-for-signing = The certificate of { $subject } was not issued for signing messages.
    .remedy = Ask { $subject } to sign with a certificate that was issued for signing.

# $subject
reason-not-for-encryption = The certificate of { $subject } was not issued for encrypting messages.
    .remedy = Ask { $subject } for a certificate that was issued for encryption.

# $subject
reason-path-budget-exhausted = Checking the certificate of { $subject } was given up, because the certificates that came with it fit together in too many ways.
    .remedy = Ask { $subject } for a message that contains only the certificates it needs.

## Algorithms

# $algorithm
reason-weak-digest = A signature was made with { $algorithm }, a method so weak that signatures can be forged.
    .remedy = Do not rely on it; ask the sender to sign with an up-to-date mail program or certificate.

# $subject, $algorithm: kind and length of the key
reason-weak-key = The key of { $subject } is too weak to be safe: { $algorithm }.
    .remedy = Ask { $subject } for a certificate with a stronger key.

# $algorithm
reason-weak-cipher = This message is encrypted with { $algorithm }, a method so weak that others may be able to read it.
    .remedy = Treat the content as not confidential; ask the sender to use an up-to-date mail program.

# $algorithm
reason-algorithm-refused = A method was used that is not accepted in signed or encrypted mail: { $algorithm }.
    .remedy = Ask the sender to use an up-to-date mail program and to send the message again.

# $algorithm
reason-algorithm-unsupported = A method was used that this mail program does not have: { $algorithm }.
    .remedy = Update the mail program; if that does not help, ask the sender to use a more common method.

# $subject
reason-key-invalid = The certificate of { $subject } contains a key that cannot be a genuine one.
    .remedy = Do not rely on it; ask { $subject } for a new certificate.

## The message and its parts

# $where
reason-malformed = This message is damaged or does not follow the standard; the fault lies at { $where }.
    .remedy = Ask the sender to send the message again.

# $limit
reason-limit-exceeded = This message is bigger or more complicated than any ordinary one, so it is not accepted ({ $limit }).
    .remedy = If you expected it, ask the sender to send it in a simpler form.

# $type: name or dotted number of the content type
reason-content-type-unsupported = This message contains protected content of a kind that cannot be opened here: { $type }.
    .remedy = Ask the sender to send it as an ordinary signed or encrypted message.

## Encryption

# $recipients: the certificates it was encrypted for: owner where known, issuer and serial number,
# joined with "; "
reason-no-matching-key = No private key on this computer opens this message. It was encrypted for: { $recipients }.
    .remedy = If one of these certificates is yours, import it with its private key; otherwise ask the sender to encrypt the message with your current certificate.

# $subject
reason-private-key-missing = The private key that belongs to the certificate of { $subject } is not on this computer.
    .remedy = Import it from a backup, or insert the card or device that holds it.

reason-decryption-failed = This message cannot be decrypted because it was damaged or changed on its way.
    .remedy = Ask the sender to send it again.

reason-encryption-not-authenticated = The encryption kept others from reading this message, but not from changing it on its way.
    .remedy = Before you act on anything important in it, ask the sender; messages that are signed as well, or encrypted with a newer method such as AES-GCM, cannot be changed unnoticed.

# $field: name of a header field; $outer: what the list shows; $inner: what was protected
reason-protected-header-differs = The field { $field } was changed outside of the protection: the sender wrote “{ $inner }”, and outside it says “{ $outer }”.
    .remedy = Rely on what the sender wrote; the other could have been put there by anyone.

reason-encrypted-in-part = Only a part of this message was encrypted; others may have read or written the rest.
    .remedy = When you answer, quote only what you would show to anyone; ask the sender to encrypt the whole message.

reason-not-encrypted = This message is not encrypted.
    .remedy = Send nothing confidential in an answer unless you encrypt it.

reason-protection-changed = How this message can be protected has changed while it was being sent.
    .remedy = Look again at how it will be sent, and press Send once more.

reason-hidden-recipients = This encrypted message has hidden recipients (Bcc), each of whom gets a copy of their own. Such a message cannot wait in the Outbox.
    .remedy = Send it now instead of later. If you are offline, save it as a draft and send it when you are online.

## Around it

# $token: the token's or device's name
reason-password-needed = The password of { $token } is needed.
    .remedy = Enter the password and try again.

# $token
reason-password-cancelled = This message was not opened, because the password of { $token } was asked for and not entered.
    .remedy = Open the message again and enter the password.

# $token
reason-password-wrong = The password entered for { $token } is wrong.
    .remedy = Try again with the right password; a card may lock itself after too many attempts.

reason-cancelled = The task was cancelled before it was done.
    .remedy = Start it again if you still need it.

# $token
reason-token-unavailable = The security device { $token } is not available.
    .remedy = Insert the card or connect the device, then try again.

# $path
reason-file-unreadable = The file { $path } cannot be read.
    .remedy = Check that the file exists and that you are allowed to read it.

# $profile: the folder; $problem: one of the words below
reason-profile-unusable = { $problem ->
        [missing] The folder { $profile } does not exist.
        [not-a-database] The folder { $profile } contains no database of certificates and keys.
        [old-format] The database of certificates and keys in { $profile } has a format that is no longer in use.
        [locked] The database of certificates and keys in { $profile } is in use by another program.
        [unreadable] The database of certificates and keys in { $profile } cannot be read.
        [roots-missing] The list of authorities that are trusted from the start cannot be loaded.
        [not-started] The mail program has not opened its certificates and keys.
       *[other] The certificates and keys in { $profile } cannot be opened.
    }
    .remedy = Check that the folder is the right one and that you are allowed to read it, then try again.

reason-invalid-request = One part of Signet asked another for something that it does not understand.
    .remedy = Restart the program; if it happens again, report it with the details.

reason-internal = Signet could not do this because of a fault of its own.
    .remedy = Try again; if it happens again, report it with the details.

# $scriptVersion, $moduleVersion
reason-version-mismatch = The add-on is of version { $scriptVersion }, but its security module is of version { $moduleVersion }.
    .remedy = Install Signet again, so that both parts are of the same version.

reason-out-of-memory = There is not enough memory left for this.
    .remedy = Close other programs and try again.

## What is known, or not, of a certificate having been revoked

# $subject, $issuer
reason-revocation-unknown = It is not known whether { $issuer } has revoked the certificate of { $subject }.
    .remedy = Check again when you are connected to the network; if it stays so, ask your administrator whether { $issuer } offers this information.

# $subject
reason-revocation-answer-invalid = The answer to whether the certificate of { $subject } was revoked is damaged, or not signed by the authority that it names.
    .remedy = Check again later or from another network; if it stays so, tell your administrator.

# $subject
reason-revocation-answer-unauthorized = The answer to whether the certificate of { $subject } was revoked comes from somebody who has no right to give it.
    .remedy = Check again later or from another network; if it stays so, tell your administrator.

# $subject
reason-revocation-answer-mismatched = The answer to whether the certificate of { $subject } was revoked speaks of another certificate.
    .remedy = Check again later; if it stays so, tell your administrator.

# $subject
reason-revocation-answer-outdated = The answer to whether the certificate of { $subject } was revoked is too old to be relied on.
    .remedy = Check again when you are connected to the network.

# $subject
reason-revocation-answer-from-future = The answer to whether the certificate of { $subject } was revoked bears a date in the future.
    .remedy = Check the date and time of this computer, then check again.

# $subject
reason-revocation-answer-replayed = The answer to whether the certificate of { $subject } was revoked was made for another question than the one that was asked.
    .remedy = Check again later or from another network; if it stays so, tell your administrator.

# $subject
reason-revocation-answer-unsupported = The answer to whether the certificate of { $subject } was revoked is of a kind that cannot be used here.
    .remedy = Update the mail program; if that does not help, tell your administrator.

# $subject
reason-revocation-responder-failed = The service that knows whether the certificate of { $subject } was revoked answered that it cannot tell.
    .remedy = Check again later; if it stays so, tell your administrator.

## Which certificate is used, and for whom

# $subject, $address: the address that a certificate is wanted for; $addresses: those that it is for,
# joined with ", "
reason-certificate-for-other-address = The certificate of { $subject } is for { $addresses }, not for { $address }.
    .remedy = Use a certificate for { $address }, or use the address that this certificate is for.

# $subject, $address
reason-certificate-without-address = The certificate of { $subject } contains no e-mail address, so it does not show that it belongs to { $address }.
    .remedy = Use a certificate that contains the address { $address }.

# $subject, $notAfter: end of the validity of the one that is used
reason-newer-certificate-preferred = There is a newer certificate of { $subject }, valid until { DATETIME($notAfter, dateStyle: "long") }, which is used instead.
    .remedy = Nothing needs to be done.

# $address
reason-recipient-certificate-missing = There is no certificate for { $address } on this computer.
    .remedy = Ask { $address } for a signed message and open it, or import the certificate from a file.

# $address
reason-own-certificate-missing = You have no certificate of your own for { $address } on this computer.
    .remedy = If it is on a card or device, insert that; otherwise import it from a backup, or request one from an authority.

# $subject, $notAfter
reason-certificate-expires-soon = The certificate of { $subject } expires on { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Request a new one before that day, and keep this one: messages that were encrypted for it can be read only with it.

## Certificates and keys that come and go

# $subject
reason-certificate-already-there = The certificate of { $subject } is on this computer already.
    .remedy = Nothing needs to be done.

# $path
reason-file-damaged = The file { $path } is damaged, or it is not a file of certificates.
    .remedy = Save or export it again where it came from, and try again.

# $path, $algorithm
reason-file-algorithm-unsupported = The file { $path } is protected by a method that this program does not have: { $algorithm }.
    .remedy = Export it again where it came from and choose another method there, such as AES-256.

# $path
reason-file-without-certificates = The file { $path } contains no certificate.
    .remedy = Choose a file that contains certificates.

# $path
reason-file-not-authenticated = Nothing in the file { $path } shows whether it was changed.
    .remedy = Compare the certificates with their owner if you did not make the file yourself.

# $subject, $algorithm: kind of the key
reason-key-not-storable = The private key for the certificate of { $subject } is of a kind that cannot be kept here: { $algorithm }.
    .remedy = Update the mail program, or use a certificate with a key of another kind.

# $subject, $token
reason-key-not-extractable = The private key for the certificate of { $subject } cannot leave { $token }.
    .remedy = Keep the card or device in a safe place; no copy can be made of this key.

# $path
reason-file-unwritable = The file { $path } cannot be written.
    .remedy = Check that the folder exists, that you are allowed to write there and that there is space left.

# $token
reason-storing-failed = { $token } did not accept what was to be stored.
    .remedy = Check that there is space left and that you are allowed to write there, then try again.

## More of revocation

# $subject, $issuer
reason-revocation-not-checked = Whether { $issuer } has revoked the certificate of { $subject } has not been checked.
    .remedy = Before you rely on it for something important, allow asking the authority over the network, and check again.

## What became of fetching something over the network
##   $host     name of the server that was asked
##   $subject  whom the certificate is for that the question was about

# $host, $subject
reason-fetch-no-answer = The server { $host }, which was asked about the certificate of { $subject }, cannot be reached.
    .remedy = Check again when you are connected to the network; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-too-slow = The server { $host }, which was asked about the certificate of { $subject }, did not finish its answer in time.
    .remedy = Check again later; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-cut-short = The answer of the server { $host } about the certificate of { $subject } broke off before its end.
    .remedy = Check again later; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-too-large = The answer of the server { $host } about the certificate of { $subject } was given up because it is far too long.
    .remedy = Tell your administrator; a server that answers so is broken or hostile.

# $host, $subject, $status: three digits, as servers number their refusals
reason-fetch-refused = The server { $host } does not have what was asked about the certificate of { $subject } (it answered { $status }).
    .remedy = Check again later; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-redirected-too-often = The server { $host }, which was asked about the certificate of { $subject }, only passed the question on from place to place.
    .remedy = Check again later; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-address-refused = The certificate of { $subject } names { $host } as the server to ask, which was not asked because it lies in a private network or in this computer.
    .remedy = If your organisation really runs this server, allow private addresses in the settings for checking certificates.

# $host, $subject
reason-fetch-not-secure = No secure connection to the server { $host }, which was to be asked about the certificate of { $subject }, could be made.
    .remedy = Check the date and time of this computer and try from another network; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-answer-not-expected = The server { $host }, asked about the certificate of { $subject }, answered with a web page or something else that is no answer.
    .remedy = If the network asks you to log in first, do that and check again; if it stays so, tell your administrator.

# $host, $subject
reason-fetch-answer-damaged = The answer of the server { $host } about the certificate of { $subject } is damaged and cannot be read.
    .remedy = Check again later; if it stays so, tell your administrator.

## Protecting a message

# $subject
reason-signing-failed = The message could not be signed: the card, device or program that keeps the private key of { $subject } refused.
    .remedy = Check that the card or device is connected and that its password was right, then try again.

reason-encryption-failed = The message could not be encrypted.
    .remedy = Try again; if it happens again, report it with the details.

# $subject, $algorithm: kind of the key
reason-signing-key-unsupported = The certificate of { $subject } has a kind of key that cannot sign here: { $algorithm }.
    .remedy = Sign with another certificate, or ask your administrator for one with a more common kind of key.

# $subject, $algorithm: kind of the key
reason-recipient-key-unsupported = Nothing can be encrypted for { $subject }, because the certificate has a kind of key that cannot be used here: { $algorithm }.
    .remedy = Ask { $subject } for a certificate with a more common kind of key.

reason-no-recipients = There is nobody for whom the message could be encrypted.
    .remedy = Name at least one recipient who has a certificate.

# $address: what the newsgroup is called
reason-recipient-newsgroup = { $address } is a newsgroup. Everybody can read it, so nothing that goes there can be encrypted.
    .remedy = Remove it from the recipients, or send this message without encryption.

# $address: what the recipient is called
reason-recipient-without-address = “{ $address }” has no e-mail address.
    .remedy = Enter the address in the address book or in the message, or remove the recipient.

## What was chosen to protect a message, and why

# $algorithm
reason-cipher-announced = The content is encrypted with { $algorithm }, which the mail programs of all recipients have said that they can read.
    .remedy = Nothing needs to be done.

# $algorithm; $subject: the recipient; $better: the method that was not used
reason-cipher-not-announced = The content is encrypted with { $algorithm }, because the mail program of { $subject } has not said that it can read { $better }.
    .remedy = Nothing needs to be done; a signed message from { $subject } may tell what can be read there.

# $algorithm
reason-cipher-by-policy = The content is encrypted with { $algorithm }, as your settings demand.
    .remedy = Nothing needs to be done; if somebody cannot read the message, choose another method.

# $subject, $algorithm
reason-method-announced = The message is locked for { $subject } with { $algorithm }, which the mail program there has said that it can read.
    .remedy = Nothing needs to be done.

# $subject, $algorithm
reason-method-usual = The message is locked for { $subject } with { $algorithm }, which every mail program can read.
    .remedy = Nothing needs to be done.

# $subject, $algorithm
reason-method-of-key = The message is locked for { $subject } with { $algorithm }, the method for the kind of key in that certificate.
    .remedy = Nothing needs to be done.

# $subject, $algorithm
reason-method-by-policy = The message is locked for { $subject } with { $algorithm }, as your settings demand.
    .remedy = Nothing needs to be done; if { $subject } cannot read the message, choose another method.

## While something is being fetched

# $subject, $issuer
reason-revocation-being-checked = Whether { $issuer } has revoked the certificate of { $subject } is being asked over the network.
    .remedy = Wait a moment for the answer before you rely on it.

# $subject, $issuer
reason-issuer-being-fetched = The certificate of { $subject } was issued by { $issuer }, whose own certificate is missing here and is being fetched over the network.
    .remedy = Wait a moment; then it will be known whether the certificate can be trusted.

# No variables. The service is the one that was chosen in the settings for checking certificates.
reason-responder-unusable = The service that was chosen in the settings to tell whether certificates were revoked cannot be asked: its address or its certificate is missing or is not right.
    .remedy = Choose the service again in the settings for checking certificates, or let the one be asked that the certificate names.

## Signed while the certificate was valid, which it is not any more

# $subject, $notAfter, $signingTime
reason-expired-since-claimed = The certificate of { $subject } expired on { DATETIME($notAfter, dateStyle: "long") }. It was still valid on { DATETIME($signingTime, dateStyle: "long") }, when the sender says that this was signed; nobody else confirms that date.
    .remedy = If it matters that it was signed before the certificate expired, ask { $subject } to confirm the message.

# $subject, $notAfter, $seenTime
reason-expired-since-seen = The certificate of { $subject } expired on { DATETIME($notAfter, dateStyle: "long") }. It was still valid on { DATETIME($seenTime, dateStyle: "long") }, when this signature was first seen on this computer.
    .remedy = Nothing needs to be done; for new messages, { $subject } needs a newer certificate.

# $subject, $notAfter, $stampedTime, $authority: who confirms the time
reason-expired-since-stamped = The certificate of { $subject } expired on { DATETIME($notAfter, dateStyle: "long") }. It was still valid on { DATETIME($stampedTime, dateStyle: "long") }: { $authority } confirms that this had been signed by then.
    .remedy = Nothing needs to be done; for new messages, { $subject } needs a newer certificate.

## A time-stamp beside a signature that nothing can rest on

# No variables
reason-time-stamp-malformed = There is a time-stamp beside this signature, but it cannot be read.
    .remedy = Nothing needs to be done: the signature is judged without it; if it matters when it was made, ask the sender.

# No variables
reason-time-stamp-mismatched = The time-stamp beside this signature was made for something else.
    .remedy = Nothing needs to be done: the signature is judged without it; if it matters when it was made, ask the sender.

# $authority: whom it names
reason-time-stamp-invalid = The time-stamp beside this signature was not made by { $authority }, whom it names, or it was changed afterwards.
    .remedy = Nothing needs to be done: the signature is judged without it; if it matters when it was made, ask the sender.

# $algorithm
reason-time-stamp-method-refused = The time-stamp beside this signature was made with { $algorithm }, which is too weak or is not known here.
    .remedy = Nothing needs to be done: the signature is judged without it; if it matters when it was made, ask the sender.

# $authority: whose it is
reason-time-stamp-not-trusted = The time-stamp beside this signature comes from { $authority }, whom this computer does not trust to confirm times.
    .remedy = Nothing needs to be done: the signature is judged without it; if you know { $authority }, the authority above it can be trusted for e-mail in the window with the certificates.

# $authority: whose it is
reason-time-stamp-expired = The time-stamp beside this signature comes from { $authority }, whose own certificate is not valid any more; so it confirms nothing now.
    .remedy = Nothing needs to be done: the signature is judged without it; if it matters when it was made, ask the sender.

# $stampedTime
reason-time-stamp-from-future = The time-stamp beside this signature names a time that has not come yet: { DATETIME($stampedTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = Check the date and time of this computer; if they are right, do not rely on the time-stamp.

# $subject
reason-not-for-time-stamping = The certificate of { $subject } was not issued for confirming times.
    .remedy = Nothing needs to be done: what it confirms is not relied on.

## A certificate of one's own

# $subject, $issuer, $notAfter
reason-own-certificate-expired = Your certificate, issued to { $subject }, expired on { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Request a new one from { $issuer }, and import it here; keep the expired one, because it opens the messages that were encrypted for it.

# $subject, $issuer, $revokedAt
reason-own-certificate-revoked = Your certificate, issued to { $subject }, was revoked by { $issuer } on { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = Request a new one from { $issuer }; if you do not know why this one was revoked, ask there.

# $subject, $issuer
reason-own-not-for-email = Your certificate, issued to { $subject }, was not issued for e-mail.
    .remedy = Request a certificate for e-mail from { $issuer }.

# $subject, $issuer
reason-own-not-for-signing = Your certificate, issued to { $subject }, was not issued for signing messages.
    .remedy = Choose another one of your certificates for signing, or request one from { $issuer }.

# $subject, $issuer
reason-own-not-for-encryption = Your certificate, issued to { $subject }, was not issued for encrypting messages.
    .remedy = Choose another one of your certificates for encryption, or request one from { $issuer }.

# $subject, $issuer, $algorithm
reason-own-key-weak = The key of your certificate, issued to { $subject }, is too weak to be safe: { $algorithm }.
    .remedy = Request a certificate with a stronger key from { $issuer }.

## Getting a certificate of one's own

# $token, $algorithm: the kind of key
reason-key-not-made = { $token } did not make a key of this kind: { $algorithm }.
    .remedy = Choose another kind of key, such as RSA with 3072 bits.

# $address
reason-address-not-usable = “{ $address }” is not an e-mail address that a certificate can be made for.
    .remedy = Write the address as it stands in your account, such as name@example.com.

## Asking a directory for certificates
##   $host     name of the server that was asked

# $host, $address
reason-directory-nothing-found = The directory on { $host } has no certificate for { $address }.
    .remedy = Ask { $address } for a signed message and open it, or ask whoever keeps the directory to add the certificate.

# $host
reason-directory-login-needed = The directory on { $host } answers only to those who log in.
    .remedy = Enter your name for this directory in its properties in the address book, search there once and let the password be saved; then look again.

# $host
reason-directory-login-refused = The directory on { $host } did not accept the name and password with which it was asked.
    .remedy = Correct the name in the properties of this directory in the address book, search there once and enter the right password; then look again.

## In place of a variable that is missing

missing-subject = an unnamed owner
missing-issuer = an unnamed authority
missing-address = an unnamed sender
missing-signerAddresses = somebody without an e-mail address
missing-algorithm = an unnamed method
missing-better = another method
missing-limit = an unnamed limit
missing-where = an unknown place
missing-attribute = an unnamed detail
missing-displayName = …
missing-name = (unknown)
missing-extension = (unknown)
missing-recipients = other certificates
missing-type = (unknown)
missing-addresses = nobody who is named
missing-token = Thunderbird
missing-field = not known
missing-inner = nothing
missing-outer = nothing
missing-host = (unknown)
missing-status = (unknown)
missing-path = (unknown)
missing-profile = (unknown)
missing-problem = other
missing-scriptVersion = (unknown)
missing-moduleVersion = (unknown)
missing-notBefore = an unknown date
missing-notAfter = an unknown date
missing-revokedAt = an unknown date
missing-signingTime = an unknown date
missing-seenTime = an unknown date
missing-stampedTime = an unknown date
missing-authority = an unnamed authority
missing-messageDate = an unknown date
