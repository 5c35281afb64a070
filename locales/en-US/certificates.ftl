# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The Certificates window.

certificates-menu-item =
    .label = Certificates (S/MIME)…
    .accesskey = C
certificates-title = Certificates
certificates-groups =
    .aria-label = Whose certificates
certificates-own = Yours
certificates-people = People
certificates-authorities = Authorities
certificates-search =
    .placeholder = Search by name, address or fingerprint
    .aria-label = Search certificates
certificates-list =
    .aria-label = Certificates
# $count: number
certificates-count = { $count ->
        [one] { $count } certificate
       *[other] { $count } certificates
    }
certificates-none-found = No certificate has all of these words.
certificates-none-own = You have no certificate of your own here. Import one from a file that your organisation or a certificate authority gave you.
certificates-none-person = There are no certificates of other people yet. They are stored when somebody sends you a signed message, or import them from a file.
certificates-none-authority = There are no certificates of authorities.
certificates-nothing-selected = Select a certificate to see what it is for and whether it can be used.
certificates-collect = Store people’s certificates from signed messages and say so (Thunderbird itself stores some in any case)
certificates-import = Import…
    .accesskey = I
certificates-close = Close
    .accesskey = O
certificates-ok = OK
certificates-cancel = Cancel

## State in the list

# $until: date
certificates-until = until { DATETIME($until, dateStyle: "medium") }
certificates-usable = In order
certificates-trusted = Trusted
certificates-state-expired = Expired
certificates-state-not-yet = Not valid yet
certificates-state-revoked = Revoked
certificates-state-distrusted = Distrusted
certificates-state-issuer = Issuer not trusted
certificates-state-unusable = Cannot be used

## Details

certificates-address = E-mail address
certificates-issuer = Issued by
certificates-valid = Valid
# $from, $until: dates
certificates-valid-range = { DATETIME($from, dateStyle: "long") } to { DATETIME($until, dateStyle: "long") }
certificates-for-signing = To sign
certificates-for-encryption = To encrypt
certificates-use-yes = Can be used
# $reason: a sentence
certificates-use-no = Cannot be used. { $reason }
certificates-key = Key
certificates-signed-with = Signed with
# The ways of encrypting that the owner's mail program has said it can read
certificates-reads = Can be read there
certificates-stored-in = Stored in
certificates-subject = Full name
certificates-issuer-subject = Full name of the issuer
certificates-serial = Serial number
certificates-sha256 = SHA-256 fingerprint
certificates-sha1 = SHA-1 fingerprint
certificates-chain = Vouched for by
certificates-view = View…
    .accesskey = V
certificates-export = Export…
    .accesskey = E
certificates-back-up = Back Up…
    .accesskey = B
certificates-delete = Delete…
    .accesskey = D

## Trust for e-mail; $name: the owner

certificates-trust-authority = May { $name } vouch for e-mail addresses?
certificates-trust-authority-trusted = Yes, trust certificates that it issues for e-mail
certificates-trust-authority-none = Only if an authority above it is trusted
certificates-trust-authority-distrusted = No, refuse every certificate that it issues
certificates-trust-person = Is this certificate to be trusted?
certificates-trust-person-none = If the authority that issued it is trusted
certificates-trust-person-trusted = Yes, whoever issued it: I have compared its fingerprint with { $name }
certificates-trust-person-distrusted = No, never

## Importing

certificates-import-title = Import Certificates
certificates-files = Certificate files
certificates-password-title = Password of the File
# $name: of the file
certificates-password-of-file = The file { $name } is protected with a password. It was chosen when the file was made.
# $name: of the file
certificates-password-wrong = This is not the password of { $name }. Try again; capital and small letters are not the same.
certificates-password = Password:
certificates-password-again = Repeat it:
certificates-imported = Imported
certificates-not-imported = Nothing Was Imported
# $name: the owner
certificates-stored = The certificate of { $name } was stored.
# $name: the owner
certificates-stored-with-key = The certificate of { $name } was stored, with its private key.
# The dialog while a file with many certificates is imported. $name: of the file
certificates-importing = Importing { $name }
# $done, $total: numbers of certificates
certificates-progress = { $done } of { $total } certificates
certificates-stop = Stop
# What became of the certificates in a file with many. $count: so many of them
certificates-many-stored =
    { $count ->
        [one] One certificate was stored.
       *[other] { $count } certificates were stored.
    }
certificates-many-already-there =
    { $count ->
        [one] One certificate was here already.
       *[other] { $count } certificates were here already.
    }
certificates-many-failed =
    { $count ->
        [one] One certificate could not be stored:
       *[other] { $count } certificates could not be stored:
    }
# $count: so many certificates
certificates-import-stopped =
    { $count ->
        [one] You stopped it: one certificate in the file was left out. To go on, import the file again.
       *[other] You stopped it: { $count } certificates in the file were left out. To go on, import the file again.
    }

## Getting a certificate of one's own

certificates-request = Request…
    .accesskey = R
certificates-request-title = Request a Certificate
certificates-request-text = A key is made and kept here, and a file with the request is saved. Send the file to a certificate authority, such as that of your organisation. When the answer comes, import it here: it finds its key.
certificates-request-address = E-mail address:
certificates-request-name = Name:
certificates-request-organization = Organisation:
certificates-request-key = Kind of key:
certificates-request-token = Keep the key in:
certificates-request-ok = Make and Save Request…
certificates-request-save = Save the Request
# $file: its name
certificates-request-made = The request was saved as { $file }. Send this file to the certificate authority, and import the certificate that you get back.
certificates-key-rsa-2048 = RSA, 2048 bits
certificates-key-rsa-3072 = RSA, 3072 bits (recommended)
certificates-key-rsa-4096 = RSA, 4096 bits
certificates-key-p-256 = Elliptic curve P-256
certificates-key-p-384 = Elliptic curve P-384
certificates-key-p-521 = Elliptic curve P-521
certificates-key-ed25519 = Ed25519 (for signing only)
certificates-tryout = Make a Tryout Certificate
certificates-tryout-text = Only to try things out, you can make a certificate that nobody vouches for. It works on this computer at once; others are told that it proves nothing.

## Exporting and backing up

certificates-export-title = Export Certificate
certificates-export-pem = Certificate as text (.pem)
certificates-export-der = Certificate (.cer)
certificates-export-pkcs7 = Certificate with its authorities (.p7b)
certificates-back-up-file = Backup with the private key (.p12)
certificates-back-up-title = Back Up Certificate and Private Key
certificates-back-up-text = Choose a password that protects the file. Whoever has both can sign as you and read what was encrypted for you. Without the password, the file is of no use to you either.

## Deleting; $name: the owner, $address, $dependents: number, $users: addresses of identities

certificates-delete-title = Delete the Certificate of { $name }?
certificates-delete-own = Its private key is deleted, too. Messages that were encrypted for it can then no longer be read, unless you have a backup; nobody can make the key again.
certificates-delete-person = You can then send no encrypted messages to { $address } until you have a certificate for this address again. Messages that you have received stay readable.
certificates-delete-authority = { $dependents ->
        [0] No certificate here was issued by it.
        [one] One certificate here was issued by it. It and signatures made with it may then no longer be checked.
       *[other] { $dependents } certificates here were issued by it. They and signatures made with them may then no longer be checked.
    }
certificates-delete-used = It is chosen in the account settings of { $users }: choose another one there afterwards.
certificates-delete-yes = Delete
certificates-delete-yes-key = Delete Certificate and Key
