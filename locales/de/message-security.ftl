# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

## The icons, for screen readers and as tooltip

header-icon-pen = Die digitale Unterschrift ist gültig.
header-icon-broken-pen = Mit der digitalen Unterschrift stimmt etwas nicht.
header-icon-question-pen = Die digitale Unterschrift konnte nicht geprüft werden.
header-icon-key = Diese Nachricht war verschlüsselt.
header-icon-broken-key = Diese verschlüsselte Nachricht konnte nicht geöffnet werden.

## In the View menu and in the menu of the message header

message-security-menu-item =
    .label = Nachrichten-Sicherheit
    .accesskey = S

## The window

message-security-title = Nachrichten-Sicherheit
message-security-no-subject = (kein Betreff)
message-security-from = Von { $from }
message-security-none = Es ist keine Nachricht ausgewählt.
message-security-close = Schließen
    .accesskey = S

message-security-signature-heading = Digitale Unterschrift
message-security-encryption-heading = Verschlüsselung

message-security-judging = Wird geprüft…

message-security-signature-none = Nicht unterschrieben
message-security-signature-valid = Gültige Unterschrift
message-security-signature-invalid = Problem mit der Unterschrift
message-security-signature-unknown = Unterschrift nicht geprüft
message-security-signature-failed = Von Signet nicht geprüft

message-security-encryption-unknown = Nicht bekannt
message-security-encryption-none = Nicht verschlüsselt
message-security-encryption-decrypted = Verschlüsselt
message-security-encryption-failed = Verschlüsselt, aber nicht geöffnet

## Sentences that belong to no reason code

message-security-inside-not-judged = Diese Nachricht wurde unterschrieben, bevor sie verschlüsselt wurde. Thunderbird hat die Verschlüsselung geöffnet; die Unterschrift darin hat Signet nicht geprüft.
message-security-inside-not-seen = Ob diese Nachricht unterschrieben ist, lässt sich erst sehen, wenn sie geöffnet ist.
message-security-signature-not-here = Diese Nachricht ist noch nicht heruntergeladen, darum kann niemand sagen, ob sie unterschrieben ist.
    .remedy = Stellen Sie die Verbindung her, und öffnen Sie die Nachricht noch einmal.
message-security-encryption-not-here = Ob diese Nachricht verschlüsselt ist, lässt sich erst sehen, wenn sie heruntergeladen ist.
message-security-opened-by-host = Thunderbird hat diese Nachricht für Sie geöffnet. Auf dem Weg hierher konnten sie nur die Personen lesen, für die sie verschlüsselt wurde.
message-security-not-opened-by-host = Thunderbird konnte diese Nachricht nicht öffnen.
    .remedy = Importieren Sie das Zertifikat, für das sie verschlüsselt wurde, mit seinem privaten Schlüssel, oder bitten Sie den Absender, sie mit Ihrem jetzigen Zertifikat zu verschlüsseln.
message-security-not-known-to-host = Diese Nachricht wurde auf eine Weise verschlüsselt, die Thunderbird nicht anzeigen kann.
    .remedy = Bitten Sie den Absender, sie noch einmal zu senden, auf üblichere Weise verschlüsselt.
message-security-not-encrypted = Andere konnten diese Nachricht auf dem Weg zu Ihnen möglicherweise lesen.
message-security-failed = Das Sicherheitsmodul von Signet hat nicht geantwortet; die Zeichen im Kopf der Nachricht stammen von Thunderbird selbst.
    .remedy = Öffnen Sie die Nachricht noch einmal; hilft das nicht, starten Sie Thunderbird neu.

## Facts about a signer

message-security-signer-heading = Unterschrift { $number } von { $total }
message-security-signed-by = Unterschrieben von
message-security-certificate-of = Zertifikat von
message-security-address = E-Mail-Adresse
message-security-no-address = keine im Zertifikat
message-security-issuer = Ausgestellt von
message-security-valid = Zertifikat gültig
message-security-valid-range = { DATETIME($from, dateStyle: "long") } bis { DATETIME($until, dateStyle: "long") }
message-security-signed-on = Unterschrieben am
message-security-signing-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, nach der Uhr des Unterzeichners
message-security-algorithm = Verfahren
message-security-view-certificate = Zertifikat der Unterschrift anzeigen
    .accesskey = Z
