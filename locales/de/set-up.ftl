# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Das Fenster beim ersten Start: welche Zertifikate da sind, und welche benutzt werden sollen.

set-up-menu-item =
    .label = Zertifikate einrichten (S/MIME)…
    .accesskey = e
set-up-title = Zertifikate einrichten (S/MIME)
set-up-heading = Nachrichten unterschreiben und verschlüsseln
set-up-introduction = Mit einem eigenen Zertifikat können Sie Nachrichten unterschreiben, und andere können Nachrichten für Sie verschlüsseln. Das wurde auf diesem Computer gefunden. Es ändert sich nichts, bevor Sie es sagen.
set-up-no-account = Richten Sie zuerst ein E-Mail-Konto ein.
set-up-failed = Das Sicherheitsmodul von Signet antwortet nicht, deshalb ist über Ihre Zertifikate nichts bekannt. Starten Sie Thunderbird neu und versuchen Sie es noch einmal.

set-up-chosen-both = Mit diesem Zertifikat können Sie unterschreiben, und andere können für Sie verschlüsseln:
set-up-chosen-signing = Mit diesem Zertifikat können Sie unterschreiben:
set-up-chosen-encryption = Mit diesem Zertifikat können andere für Sie verschlüsseln:
set-up-proposed-both = Mit diesem Zertifikat unterschreiben und andere für mich verschlüsseln lassen
set-up-proposed-signing = Mit diesem Zertifikat unterschreiben
set-up-proposed-encryption = Mit diesem Zertifikat andere für mich verschlüsseln lassen
set-up-missing-both = Sie können noch nicht unterschreiben, und andere können noch nicht für Sie verschlüsseln.
set-up-missing-signing = Sie können noch nicht unterschreiben.
set-up-missing-encryption = Andere können noch nicht für Sie verschlüsseln.
set-up-details = Ausgestellt von { $issuer }, gültig bis { DATETIME($until, dateStyle: "long") }

set-up-how-heading = Wie man ein Zertifikat bekommt
set-up-how-ask = Fragen Sie bei der Arbeit die Person, die Ihren Computer betreut; sonst stellt eine Zertifizierungsstelle eines aus. Sie bekommen eine Datei, oft mit der Endung .p12 oder .pfx, und ein Passwort dazu: Importieren Sie diese Datei. Wird ein Antrag verlangt, machen Sie ihn hier.
set-up-how-card = Ist Ihr Zertifikat auf einer Karte? Stecken Sie die Karte ein. Ihr Lesegerät wird in den Einstellungen von Thunderbird unter Datenschutz & Sicherheit, Kryptographie-Module eingerichtet.
set-up-import = Zertifikat importieren…
    .accesskey = i
set-up-request = Zertifikat beantragen…
    .accesskey = a

set-up-later = Das können Sie jederzeit in den Konten-Einstellungen ändern, auf der Seite „Sicherheit (S/MIME)“. Dieses Fenster öffnet sich nicht noch einmal von selbst; es ist im Menü Extras zu finden.
set-up-use = Benutzen
    .accesskey = B
set-up-not-now = Nicht jetzt
    .accesskey = N
set-up-close = Schließen
    .accesskey = c
set-up-done = Erledigt: Das wird ab jetzt benutzt.
