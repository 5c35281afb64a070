# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

compose-security-button =
    .label = Sicherheit
    .tooltiptext = Diese Nachricht verschlüsseln oder digital unterschreiben

compose-security-never =
    .label = Diese Nachricht nicht verschlüsseln
    .accesskey = n
compose-security-if-possible =
    .label = Verschlüsseln, wenn möglich
    .accesskey = m
compose-security-required =
    .label = Diese Nachricht verschlüsseln
    .accesskey = v
compose-security-sign =
    .label = Diese Nachricht digital unterschreiben
    .accesskey = u
compose-security-info =
    .label = Sicherheit anzeigen
    .accesskey = S

## Status icons at the lower right, for screen readers and as tooltip

compose-icon-pen = Diese Nachricht wird digital unterschrieben. Eingabetaste: mehr über ihre Sicherheit.
compose-icon-key = Diese Nachricht wird verschlüsselt. Eingabetaste: mehr über ihre Sicherheit.
compose-icon-pen-struck-out = Diese Nachricht kann nicht digital unterschrieben werden. { $reason } Eingabetaste: mehr über ihre Sicherheit.
compose-icon-key-struck-out = Diese Nachricht kann nicht verschlüsselt werden. { $reason } Eingabetaste: mehr über ihre Sicherheit.
compose-icon-no-answer = Das Sicherheitsmodul von Signet antwortet nicht.

## What stops a message

compose-security-stopped-module = Ihre Nachricht wurde nicht gesendet: Sie haben gewählt, sie zu schützen, aber das Sicherheitsmodul von Signet konnte es nicht. Versuchen Sie es noch einmal; hilft das nicht, starten Sie Thunderbird neu, oder wählen Sie im Menü „Sicherheit“, sie ungeschützt zu senden.
compose-security-stopped-disk = Ihre Nachricht wurde nicht gesendet: Auf der Platte, auf der Thunderbird zusammenstellt, was es sendet, ist kein Platz mehr. Löschen Sie, was Sie nicht brauchen, und drücken Sie noch einmal auf Senden. Ihre Nachricht ist noch da.
compose-security-stopped-changed = Ihre Nachricht wurde nicht gesendet, weil sich während des Sendens geändert hat, wie sie geschützt werden kann. Sehen Sie auf die Zeichen rechts unten, und drücken Sie noch einmal auf „Senden“.
compose-security-stopped-openpgp = Ihre Nachricht wurde nicht gesendet: OpenPGP und das Menü „Sicherheit“ sind beide für sie eingeschaltet. Schalten Sie eines von beiden aus.
compose-security-stopped-copy =
    Ihre Nachricht wurde nicht gesendet. Jeder verborgene Empfänger (Bcc) einer verschlüsselten Nachricht bekommt seine eigene Kopie, und die für { $address } wurde nicht angenommen: { $why } { $sent ->
        [0] Niemand hat sie erhalten.
        [one] Ein anderer verborgener Empfänger hat sie schon erhalten und erhält sie noch einmal, wenn Sie wieder senden.
       *[other] { $sent } andere verborgene Empfänger haben sie schon erhalten und erhalten sie noch einmal, wenn Sie wieder senden.
    }
compose-security-copy-no-room = Auf der Platte, auf der Thunderbird sie zusammenstellt, ist kein Platz mehr.
compose-security-stopped-reason =
    Ihre Nachricht wurde nicht gesendet. { $reason } { $remedy }{ $others ->
        [0] { "" }
        [one] { " " }Es gibt noch einen weiteren Grund.
       *[other] { " " }Es gibt noch { $others } weitere Gründe.
    }
compose-security-stopped-details = Sicherheit anzeigen
    .accesskey = S

compose-security-protecting = Ihre Nachricht wird unterschrieben oder verschlüsselt…
compose-security-protecting-cancel = Senden abbrechen
    .accesskey = a

compose-security-draft-not-saved = Der Entwurf wurde nicht gespeichert: Sie haben gewählt, diese Nachricht zu verschlüsseln, und ihr Entwurf kann nicht für Sie selbst verschlüsselt werden. { $reason } { $remedy } Um ihn unverschlüsselt zu speichern, wählen Sie im Menü „Sicherheit“ den Eintrag „Diese Nachricht nicht verschlüsseln“.
compose-security-draft-not-saved-module = Der Entwurf wurde nicht gespeichert: Sie haben gewählt, diese Nachricht zu verschlüsseln, und das Sicherheitsmodul von Signet konnte ihren Entwurf nicht verschlüsseln. Um ihn unverschlüsselt zu speichern, wählen Sie im Menü „Sicherheit“ den Eintrag „Diese Nachricht nicht verschlüsseln“.
compose-security-draft-not-saved-disk = Der Entwurf wurde nicht gespeichert: Auf der Platte, auf der Thunderbird ihn zusammenstellt, ist kein Platz mehr. Löschen Sie, was Sie nicht brauchen, und speichern Sie ihn noch einmal. Ihre Nachricht ist noch da.
compose-security-draft-from-encrypted = Der Entwurf wurde nicht gespeichert: Er enthält Text aus einer Nachricht, die verschlüsselt war, und er kann nicht für Sie selbst verschlüsselt werden. { $reason } { $remedy }

## The Message Security window of the compose window

compose-security-title = Nachrichten-Sicherheit
compose-security-signed = Digital unterschrieben
compose-security-encrypted = Verschlüsselt
compose-security-yes = Ja
compose-security-no = Nein
compose-security-not-possible = Nicht möglich
compose-security-module-failed = Das Sicherheitsmodul von Signet antwortet nicht. Diese Nachricht kann darum nicht geschützt werden und wird nicht gesendet. Starten Sie Thunderbird neu, und versuchen Sie es noch einmal, oder wählen Sie im Menü „Sicherheit“, sie ungeschützt zu senden.
compose-security-as-plain = Andere können die Nachricht auf ihrem Weg möglicherweise lesen.
compose-security-not-encrypted-then = Sie haben gewählt, zu verschlüsseln, wenn es möglich ist: Die Nachricht wird unverschlüsselt gesendet.

compose-security-own-certificate = Ihr Zertifikat
compose-security-issuer = Ausgestellt von
compose-security-valid = Gültig bis
compose-security-until = { DATETIME($until, dateStyle: "long") }

compose-security-recipients = Empfänger
compose-security-recipient = Adresse
compose-security-can-read = Kann sie lesen
compose-security-certificate = Zertifikat
compose-security-recipient-certificate = Ausgestellt von { $issuer }, gültig bis { DATETIME($until, dateStyle: "long") }
compose-security-source-stored = Auf diesem Computer gespeichert
compose-security-source-directory = Aus dem Verzeichnis; wird gespeichert, wenn Sie die Nachricht senden
compose-security-looking-up = Im Verzeichnis werden Zertifikate gesucht, die fehlen …
compose-security-lookup-cancel = Nicht weiter suchen
    .accesskey = N
compose-security-look-up = Im Verzeichnis suchen
    .aria-label = Im Verzeichnis suchen: { $address }
compose-security-close = Schließen
    .accesskey = S

compose-security-choose = Ein anderes wählen…
    .aria-label = Ein anderes Zertifikat wählen: { $address }
compose-security-import = Importieren…
    .aria-label = Ein Zertifikat importieren: { $address }
compose-security-ask = Um das Zertifikat bitten
    .aria-label = Um das Zertifikat bitten: { $address }
compose-security-choose-title = Zertifikate von { $address }
compose-security-choose-lead = Wählen Sie, mit welchem diese Nachricht verschlüsselt wird.
compose-security-choose-current = Es wird jetzt verwendet.
compose-security-choose-use = Dieses Zertifikat verwenden
    .accesskey = Z
compose-security-choose-cancel = Abbrechen
    .accesskey = A
compose-security-picked = Sie haben es gewählt.
compose-security-method-others = { $others ->
        [one] Dasselbe gilt für einen weiteren Empfänger.
       *[other] Dasselbe gilt für { $others } weitere Empfänger.
    }

compose-recipient-look-up =
    .label = Zertifikat im Verzeichnis suchen
    .accesskey = V
compose-recipient-choose =
    .label = Ein anderes Zertifikat wählen…
    .accesskey = Z
compose-recipient-import =
    .label = Zertifikat importieren…
    .accesskey = I
compose-recipient-ask =
    .label = Um das Zertifikat bitten
    .accesskey = U
compose-recipient-info =
    .label = Sicherheit anzeigen
    .accesskey = S

ask-certificate-subject = Bitte senden Sie mir eine unterschriebene Nachricht
ask-certificate-body =
    Guten Tag,

    ich möchte Ihnen verschlüsselt schreiben. Dafür brauche ich Ihr S/MIME-Zertifikat.

    Wenn Sie eines haben, antworten Sie bitte auf diese Nachricht und unterschreiben Sie Ihre Antwort digital: Mit der Unterschrift kommt Ihr Zertifikat. Wenn Sie keines haben, sagt Ihnen, wer Ihren Computer betreut, wie Sie eines bekommen.

    Vielen Dank!
