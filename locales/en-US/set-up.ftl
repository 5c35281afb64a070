# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The window of the first start: which certificates are here, and which to use.

# In the Tools menu
set-up-menu-item =
    .label = Set Up Certificates (S/MIME)…
    .accesskey = S
set-up-title = Set Up Certificates (S/MIME)
set-up-heading = Sign and Encrypt Your Messages
set-up-introduction = With a certificate of your own you can sign messages, and others can encrypt messages for you. This is what was found on this computer. Nothing changes until you say so.
set-up-no-account = Set up an e-mail account first.
set-up-failed = Signet’s security module does not answer, so nothing is known about your certificates. Restart Thunderbird and try again.

## Of each identity. "Both" stands for signing and encryption.

set-up-chosen-both = You can sign, and others can encrypt for you, with this certificate:
set-up-chosen-signing = You can sign with this certificate:
set-up-chosen-encryption = Others can encrypt for you with this certificate:
# Beside a tick
set-up-proposed-both = Sign, and let others encrypt for you, with this certificate
set-up-proposed-signing = Sign with this certificate
set-up-proposed-encryption = Let others encrypt for you with this certificate
set-up-missing-both = You cannot sign yet, and others cannot encrypt for you.
set-up-missing-signing = You cannot sign yet.
set-up-missing-encryption = Others cannot encrypt for you yet.
# $issuer: who issued the certificate, $until: date
set-up-details = Issued by { $issuer }, valid until { DATETIME($until, dateStyle: "long") }

## Getting a certificate

set-up-how-heading = How to Get a Certificate
set-up-how-ask = At work, ask whoever looks after your computer; otherwise, a certificate authority issues one. You get a file, often with the ending .p12 or .pfx, and a password for it: import that file. If you are asked for a request, make one here.
set-up-how-card = Is your certificate on a card? Insert the card. Its reader is set up in Thunderbird’s settings, under Privacy & Security, Security Devices.
set-up-import = Import a Certificate…
    .accesskey = I
set-up-request = Request a Certificate…
    .accesskey = R

## What one decides

set-up-later = You can change this at any time in the account settings, on the page “Security (S/MIME)”. This window does not open by itself again; the Tools menu has it.
set-up-use = Use
    .accesskey = U
set-up-not-now = Not Now
    .accesskey = N
set-up-close = Close
    .accesskey = C
set-up-done = Done: from now on, this is used.
