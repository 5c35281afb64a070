# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = Signet passt nicht zu dieser Version von Thunderbird und hat sich abgeschaltet. Thunderbird verwendet seine eigenen S/MIME-Funktionen. Aktualisieren Sie Signet in der Add-on-Verwaltung. (Es fehlt: { $details })

notice-organisation = In den Einstellungen Ihrer Organisation für Signet stimmt etwas nicht, darum gilt an dieser Stelle die sichere Einstellung oder die von Signet. Bitte sagen Sie es der Person, die Ihren Computer betreut: { $details }

notice-module-not-loaded = Das Sicherheitsmodul von Signet konnte nicht geladen werden, darum hat Signet sich abgeschaltet. Thunderbird verwendet seine eigenen S/MIME-Funktionen. Installieren Sie Signet neu; hilft das nicht, melden Sie es mit diesen Angaben: { $details }

notice-version-mismatch = { $reason } { $remedy } Bis dahin ist Signet abgeschaltet, und Thunderbird verwendet seine eigenen S/MIME-Funktionen.

notice-module-failed = Das Sicherheitsmodul von Signet antwortet nicht richtig. Bei Nachrichten, die es nicht prüfen kann, sehen Sie die Zeichen von Thunderbird selbst. Starten Sie Thunderbird neu; geschieht es wieder, melden Sie es mit diesen Angaben: { $details }

## A certificate was stored because its owner signed a message: above that message

collected-notice = Das Zertifikat von { $name } wurde gespeichert; Sie können nun verschlüsselte Nachrichten an { $address } senden.
collected-undo =
    .label = Rückgängig
    .accesskey = R

## A certificate of one's own expires, or has

notice-own-expires = Ihr Zertifikat für { $address } läuft am { DATETIME($until, dateStyle: "long") } ab. Beantragen Sie ein neues, oder importieren Sie es, wenn Sie es schon haben; behalten Sie das alte.
notice-own-expired = Ihr Zertifikat für { $address } ist am { DATETIME($until, dateStyle: "long") } abgelaufen. Sie können damit nicht mehr unterschreiben. Beantragen Sie ein neues, oder importieren Sie es, wenn Sie es schon haben; behalten Sie das alte.
notice-open-certificates =
    .label = Zertifikate…
    .accesskey = Z
