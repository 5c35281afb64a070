# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

## The icons, for screen readers and as tooltip

header-icon-pen = Die digitale Unterschrift ist gültig.
header-icon-broken-pen = Mit der digitalen Unterschrift stimmt etwas nicht.
header-icon-question-pen = Die digitale Unterschrift konnte nicht oder nicht ganz geprüft werden.
header-icon-clock-pen = Die digitale Unterschrift war gültig; ihr Zertifikat ist seither abgelaufen.
header-icon-checking = Das Zertifikat wird noch über das Netz geprüft.
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

message-security-copy = Einzelheiten kopieren
    .accesskey = K
message-security-copied = Kopiert.

message-security-signature-heading = Digitale Unterschrift
message-security-encryption-heading = Verschlüsselung

message-security-judging = Wird geprüft…

message-security-signature-none = Nicht unterschrieben
message-security-signature-valid = Gültige Unterschrift
message-security-signature-invalid = Problem mit der Unterschrift
message-security-signature-unknown = Unterschrift nicht geprüft
message-security-signature-expired-since = Zertifikat abgelaufen
message-security-signature-failed = Von Signet nicht geprüft

message-security-encryption-unknown = Nicht bekannt
message-security-encryption-none = Nicht verschlüsselt
message-security-encryption-decrypted = Verschlüsselt
message-security-encryption-failed = Verschlüsselt, aber nicht geöffnet

## Sentences that belong to no reason code

message-security-inside-not-seen = Ob diese Nachricht unterschrieben ist, lässt sich erst sehen, wenn sie geöffnet ist.
message-security-signature-not-here = Diese Nachricht ist noch nicht heruntergeladen, darum kann niemand sagen, ob sie unterschrieben ist.
    .remedy = Stellen Sie die Verbindung her, und öffnen Sie die Nachricht noch einmal.
message-security-parts-removed = Teile dieser Nachricht wurden entfernt, nachdem sie angekommen war; ihre Unterschrift lässt sich deshalb nicht mehr prüfen.
    .remedy = Bitten Sie den Absender, sie noch einmal zu senden, wenn es darauf ankommt, und lassen Sie Anhänge unterschriebener Nachrichten an ihrem Platz.
message-security-encryption-not-here = Ob diese Nachricht verschlüsselt ist, lässt sich erst sehen, wenn sie heruntergeladen ist.
message-security-opened = Auf dem Weg hierher konnten diese Nachricht nur die Personen lesen, für die sie verschlüsselt wurde.
message-security-not-shown = Thunderbird zeigt etwas anderes an, als in dieser Nachricht geschützt ist: Ihre Teile sind so zusammengesetzt, dass man sie verschieden lesen kann.
    .remedy = Verlassen Sie sich auf nichts, was darin zu sehen ist, und bitten Sie den Absender, sie noch einmal zu senden.
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
message-security-stamped-on = Zeit bestätigt
message-security-time-stamp = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, von { $authority }
message-security-history = Schon gesehen
message-security-history-first-time = nein: Das ist die erste unterschriebene Nachricht von { $address } auf diesem Computer
message-security-history-changed = nicht mit diesem Zertifikat: { $address } benutzte bis zum { DATETIME($previousUsed, dateStyle: "long") } ein anderes
message-security-history-known = ja: { $address } benutzt dieses Zertifikat seit dem { DATETIME($since, dateStyle: "long") }
message-security-algorithm = Verfahren
message-security-view-certificate = Zertifikat der Unterschrift anzeigen
    .accesskey = Z

## Facts about the encryption

message-security-opened-with = Geöffnet mit
message-security-encryption-method = Verfahren
message-security-key-method = Schlüssel übermittelt mit
message-security-integrity = Änderungen unterwegs
message-security-integrity-protected = wären bemerkt worden
message-security-integrity-none = hätte die Verschlüsselung selbst nicht bemerkt
message-security-other-readers = Wer sie noch lesen kann
message-security-readers = Wer sie lesen kann
message-security-recipient-known = { $name }, Zertifikat von { $issuer }, gültig bis { DATETIME($until, dateStyle: "long") }
message-security-recipient-unknown = jemand hier Unbekanntes: { $certificate }
message-security-recipient-password = wer ein Passwort kennt
message-security-recipients-more = { $count ->
    [one] eine weitere Person
   *[other] { $count } weitere
}
message-security-view-encryption-certificate = Zertifikat der Verschlüsselung anzeigen
    .accesskey = V

## Buttons for what can be done about a reason

message-security-remedy-trust = Vertrauen…
    .accesskey = T
message-security-remedy-change-trust = Vertrauen ändern…
    .accesskey = T
message-security-remedy-import = Zertifikat importieren…
    .accesskey = I
message-security-remedy-import-backup = Sicherung importieren…
    .accesskey = R
message-security-remedy-check-again = Noch einmal fragen
    .accesskey = F
message-security-remedy-save = Zertifikat speichern
    .accesskey = P
message-security-remedy-enter-password = Passwort eingeben…
    .accesskey = W
message-security-remedy-try-again = Noch einmal versuchen
    .accesskey = N
message-security-remedy-download = Nachricht herunterladen
    .accesskey = L

## Trusting a certificate

message-security-trust-title = { $name } für E-Mail vertrauen?
message-security-trust-authority = Jedes Zertifikat, das { $name } ausgestellt hat, gilt dann als echt. Ob dies der richtige Fingerabdruck ist, können nur Ihr Administrator oder { $name } selbst sagen: Fragen Sie nicht per E-Mail, und vergleichen Sie ihn.
message-security-trust-person = Dieses Zertifikat gilt dann als echt, obwohl keine Stelle dafür bürgt. Fragen Sie { $name } am Telefon oder persönlich, ob dies der Fingerabdruck ist, und vergleichen Sie ihn.
message-security-trust-yes = Er stimmt überein: vertrauen
message-security-trust-no = Abbrechen

## In the place of a part that is not opened

part-failed = Das Sicherheitsmodul von Signet hat nicht geantwortet, darum konnte diese Nachricht nicht geöffnet werden.
    .remedy = Öffnen Sie die Nachricht noch einmal; hilft das nicht, starten Sie Thunderbird neu.
part-closed = Diese Nachricht ist verschlüsselt und wurde nicht geöffnet.
part-encrypted-apart = [Dieser Teil ist für sich verschlüsselt. Er wird nicht geöffnet, weil die Teile daneben, die jeder hinzugefügt haben könnte, seinen Text missbrauchen könnten.]
part-signed-apart = [Dieser Teil ist für sich unterschrieben. Die Unterschrift gilt nicht für den Rest der Nachricht und wurde nicht geprüft.]
part-not-quoted = [Der Text wird nicht zitiert: Jemand könnte ihn unterwegs so geändert haben, dass er seinen Inhalt über das Internet preisgibt.]

## The bar above a message that would load something from the Internet

remote-content-bar = Diese Nachricht würde Inhalte aus dem Internet laden. Sie wurde auf eine Weise verschlüsselt, die andere ändern konnten; das Laden könnte ihnen den Text verraten.
remote-content-load =
    .label = Trotzdem laden
    .accesskey = T
