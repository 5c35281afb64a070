# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = Signet passt nicht zu dieser Version von Thunderbird und hat sich abgeschaltet. Thunderbird verwendet seine eigenen S/MIME-Funktionen. Aktualisieren Sie Signet in der Add-on-Verwaltung. (Es fehlt: { $details })

notice-module-not-loaded = Das Sicherheitsmodul von Signet konnte nicht geladen werden, darum hat Signet sich abgeschaltet. Thunderbird verwendet seine eigenen S/MIME-Funktionen. Installieren Sie Signet neu; hilft das nicht, melden Sie es mit diesen Angaben: { $details }

notice-version-mismatch = { $reason } { $remedy } Bis dahin ist Signet abgeschaltet, und Thunderbird verwendet seine eigenen S/MIME-Funktionen.

notice-module-failed = Das Sicherheitsmodul von Signet antwortet nicht richtig. Bei Nachrichten, die es nicht prüfen kann, sehen Sie die Zeichen von Thunderbird selbst. Starten Sie Thunderbird neu; geschieht es wieder, melden Sie es mit diesen Angaben: { $details }
