# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The window with the settings for checking certificates, and the answers that are stored.

## How one gets there

validation-menu-item =
    .label = Checking Certificates
    .accesskey = h
# In Thunderbird's settings, Privacy & Security, below its own line about OCSP
validation-settings-description = Signet checks certificates of signed mail. Whom it may ask over the network, and what is stored of the answers, is set in a window of its own.
validation-settings-button =
    .label = Checking Certificates…
    .accesskey = h

## The window

validation-title = Checking Certificates
validation-close = Close
    .accesskey = C
validation-introduction = An authority can revoke a certificate before it expires, for example when its key was stolen. Signet can ask whether that has happened. Whoever is asked learns that somebody here received mail from the owner of the certificate.

validation-ocsp-heading = Ask whether a certificate was revoked
validation-ocsp-off = Do not ask
validation-ocsp-certificate = Ask the service that the certificate names
validation-ocsp-chosen = Always ask this service:
validation-responder-url = Address of the service
validation-responder-url-wrong = The address begins with http:// or https://.
validation-responder-certificate = Certificate with which the service signs its answers
# No certificate is chosen
validation-responder-authority = none: the authority that issued a certificate must have signed the answer itself, or have certified the service
validation-responder-choose = Choose a File…
    .accesskey = F
validation-responder-forget = None
    .accesskey = N
validation-responder-not-read = The file contains no certificate.

validation-fetch-heading = Fetch
validation-crls = Lists of revoked certificates
validation-crls-note = These say less about you, but can be large.
validation-issuers = Missing certificates of authorities
validation-issuers-note = Some senders forget to send them. The server is named by the message’s certificate, which anybody can make.
validation-private = Also from private networks and this computer
validation-private-note = Only if your own organisation runs such servers: otherwise a stranger’s message could make Thunderbird knock on doors behind your firewall.

validation-unreachable-heading = If there is no answer
validation-warn = Say so, and accept the certificate
validation-refuse = Refuse the certificate

validation-stored-heading = Stored answers
validation-stored-note = They serve until they expire, also without a network.
validation-none = Nothing is stored.
validation-about = About
validation-issued-by = Issued by
validation-age = Issued
validation-expires = Valid until
validation-actions = Actions
validation-kind-crl = List of revoked certificates
# $subject: owner of the certificate that the answer is about
validation-kind-ocsp = Certificate of { $subject }
validation-kind-issuer = Certificate of an authority
# $time: a date
validation-date = { DATETIME($time, dateStyle: "medium", timeStyle: "short") }
# $time: a date that has passed
validation-date-past = { DATETIME($time, dateStyle: "medium", timeStyle: "short") } (expired)
validation-update = Update Now
validation-delete = Delete
validation-updating = Asking…
validation-updated = The answer is up to date.
validation-deleted = The answer was deleted.
validation-offline = Thunderbird is offline.
