# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### What Signet says outside of its own windows: notices at the bottom of the main window.

# $details: names of parts of Thunderbird, for a bug report
notice-host-unknown = Signet does not fit this version of Thunderbird and has switched itself off. Thunderbird’s own S/MIME functions are in use. Update Signet in the Add-ons Manager. (Missing: { $details })

# $details: what the settings have that is not understood, in English, for an administrator
notice-organisation = Something in your organisation’s settings for Signet is not right, so the safe setting is used in its place, or Signet’s own. Please tell whoever looks after your computer: { $details }

# $details: what the system said, for a bug report
notice-module-not-loaded = Signet’s security module could not be loaded, so Signet has switched itself off. Thunderbird’s own S/MIME functions are in use. Install Signet again; if that does not help, report this with the details: { $details }

# $reason, $remedy: a sentence each
notice-version-mismatch = { $reason } { $remedy } Until then Signet is switched off, and Thunderbird’s own S/MIME functions are in use.

# $details: what the module said, for a bug report
notice-module-failed = Signet’s security module does not answer properly. For messages that it cannot check, Thunderbird’s own signs are shown. Restart Thunderbird; if it happens again, report it with the details: { $details }

## A certificate was stored because its owner signed a message: above that message

# $name: the owner of the certificate, $address: who sent the message
collected-notice = The certificate of { $name } was stored, so you can send encrypted messages to { $address }.
collected-undo =
    .label = Undo
    .accesskey = U

## A certificate of one's own expires, or has

# $address: whose certificate it is, $until: date
notice-own-expires = Your certificate for { $address } expires on { DATETIME($until, dateStyle: "long") }. Request a new one, or import it if you have it already; keep the old one.
# $address, $until: date
notice-own-expired = Your certificate for { $address } expired on { DATETIME($until, dateStyle: "long") }. You cannot sign with it any more. Request a new one, or import it if you have it already; keep the old one.
notice-open-certificates =
    .label = Certificates…
    .accesskey = C
