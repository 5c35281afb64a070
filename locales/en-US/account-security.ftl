# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The Security page of an identity in the account settings.

account-security-title = Security (S/MIME)
account-security-intro = To sign messages, and to receive encrypted ones, you need a certificate of your own. Choose here which one is used.

# Opens the window with all certificates
account-security-certificates = Certificates…
    .accesskey = T
account-security-import = Import a Certificate…
    .accesskey = M
account-security-identity = Identity:
    .accesskey = I

## Digital signing, encryption

account-security-signing-heading = Digital Signing
account-security-signing-certificate = Sign messages with this certificate:
account-security-sign-by-default = Digitally sign messages
    .accesskey = D
account-security-encryption-heading = Encryption
account-security-encryption-certificate = Others encrypt messages for you with this certificate, and you open them with it:
account-security-encryption-default = When you write a message:
account-security-encrypt-never = Do not encrypt unless chosen in the message
    .accesskey = N
account-security-encrypt-if-possible = Encrypt if everyone can read it; otherwise send without encryption
    .accesskey = P
account-security-encrypt-required = Encrypt; a message that cannot be encrypted is not sent
    .accesskey = R
account-security-protect-subject = Hide the subject of encrypted messages
    .accesskey = b

account-security-none-chosen = No certificate chosen
account-security-not-here = The chosen certificate is not on this computer

account-security-select-signing = Select…
    .accesskey = S
    .aria-label = Select a certificate for digital signing
account-security-clear-signing = Clear
    .accesskey = C
    .aria-label = Clear the certificate for digital signing
account-security-select-encryption = Select…
    .accesskey = E
    .aria-label = Select a certificate for encryption
account-security-clear-encryption = Clear
    .accesskey = L
    .aria-label = Clear the certificate for encryption

## The state of a certificate

# $until: date
account-security-usable = This certificate can be used until { DATETIME($until, dateStyle: "long") }.
# $name: whom it is for, $issuer, $until: date
account-security-proposed = You could use the certificate of { $name }, issued by { $issuer } and valid until { DATETIME($until, dateStyle: "long") }: choose Select…
account-security-failed = Signet’s security module does not answer, so nothing is known about your certificates. Restart Thunderbird and try again.

## Choosing a certificate

account-security-pick-signing = Certificates for Digital Signing
account-security-pick-encryption = Certificates for Encryption
# $address
account-security-pick-intro = For { $address }:
account-security-pick-none = None of your certificates can be used for { $address }.
account-security-pick-no-own = There is no certificate of your own on this computer.
account-security-pick-others = These cannot be used:
account-security-pick-ok = OK
account-security-pick-cancel = Cancel
# $issuer, $from, $until: dates, $serial
account-security-pick-details = Issued by { $issuer }, valid from { DATETIME($from, dateStyle: "medium") } to { DATETIME($until, dateStyle: "medium") }, serial number { $serial }
# $tokens: names of devices or stores
account-security-pick-token = In { $tokens }

## The other use

account-security-both-title = Use It for Both?
account-security-both-encryption = The same certificate can be used for encryption, so that others can send you encrypted messages. Use it for that, too?
account-security-both-signing = The same certificate can be used to sign messages. Use it for that, too?
# $name, $issuer
account-security-pair-encryption = You also have a certificate for encryption that belongs with it ({ $name }, issued by { $issuer }). Use that one for encryption?
account-security-pair-signing = You also have a certificate for digital signing that belongs with it ({ $name }, issued by { $issuer }). Use that one to sign messages?
account-security-both-yes = Use
account-security-both-no = Do Not Use
