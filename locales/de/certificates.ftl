# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

certificates-menu-item =
    .label = Zertifikate (S/MIME)…
    .accesskey = Z
certificates-title = Zertifikate
certificates-groups =
    .aria-label = Wessen Zertifikate
certificates-own = Eigene
certificates-people = Personen
certificates-authorities = Zertifizierungsstellen
certificates-search =
    .placeholder = Nach Name, Adresse oder Fingerabdruck suchen
    .aria-label = Zertifikate suchen
certificates-list =
    .aria-label = Zertifikate
certificates-count = { $count ->
        [one] { $count } Zertifikat
       *[other] { $count } Zertifikate
    }
certificates-none-found = Kein Zertifikat enthält alle diese Wörter.
certificates-none-own = Sie haben hier kein eigenes Zertifikat. Importieren Sie eines aus einer Datei, die Sie von Ihrer Organisation oder einer Zertifizierungsstelle bekommen haben.
certificates-none-person = Es gibt noch keine Zertifikate anderer Personen. Sie werden gespeichert, wenn Ihnen jemand eine unterschriebene Nachricht sendet, oder Sie importieren sie aus einer Datei.
certificates-none-authority = Es gibt keine Zertifikate von Zertifizierungsstellen.
certificates-nothing-selected = Wählen Sie ein Zertifikat aus, um zu sehen, wofür es ist und ob es verwendet werden kann.
certificates-collect = Zertifikate von Personen aus unterschriebenen Nachrichten speichern und es sagen (manche speichert Thunderbird ohnehin)
certificates-import = Importieren…
    .accesskey = I
certificates-close = Schließen
    .accesskey = S
certificates-ok = OK
certificates-cancel = Abbrechen

## State in the list

certificates-until = bis { DATETIME($until, dateStyle: "medium") }
certificates-usable = In Ordnung
certificates-trusted = Vertrauenswürdig
certificates-state-expired = Abgelaufen
certificates-state-not-yet = Noch nicht gültig
certificates-state-revoked = Widerrufen
certificates-state-distrusted = Kein Vertrauen
certificates-state-issuer = Aussteller ohne Vertrauen
certificates-state-unusable = Nicht verwendbar

## Details

certificates-address = E-Mail-Adresse
certificates-issuer = Ausgestellt von
certificates-valid = Gültig
certificates-valid-range = { DATETIME($from, dateStyle: "long") } bis { DATETIME($until, dateStyle: "long") }
certificates-for-signing = Zum Unterschreiben
certificates-for-encryption = Zum Verschlüsseln
certificates-use-yes = Kann verwendet werden
certificates-use-no = Kann nicht verwendet werden. { $reason }
certificates-key = Schlüssel
certificates-signed-with = Unterschrieben mit
certificates-reads = Dort lesbar
certificates-stored-in = Gespeichert in
certificates-subject = Voller Name
certificates-issuer-subject = Voller Name des Ausstellers
certificates-serial = Seriennummer
certificates-sha256 = Fingerabdruck SHA-256
certificates-sha1 = Fingerabdruck SHA-1
certificates-chain = Verbürgt durch
certificates-view = Ansehen…
    .accesskey = A
certificates-export = Exportieren…
    .accesskey = E
certificates-back-up = Sichern…
    .accesskey = c
certificates-delete = Löschen…
    .accesskey = L

## Trust for e-mail

certificates-trust-authority = Darf { $name } für E-Mail-Adressen bürgen?
certificates-trust-authority-trusted = Ja, den ausgestellten Zertifikaten für E-Mail vertrauen
certificates-trust-authority-none = Nur wenn einer Stelle darüber vertraut wird
certificates-trust-authority-distrusted = Nein, jedes ausgestellte Zertifikat ablehnen
certificates-trust-person = Soll diesem Zertifikat vertraut werden?
certificates-trust-person-none = Wenn der Stelle vertraut wird, die es ausgestellt hat
certificates-trust-person-trusted = Ja, wer auch immer es ausgestellt hat: Ich habe den Fingerabdruck mit { $name } verglichen
certificates-trust-person-distrusted = Nein, nie

## Importing

certificates-import-title = Zertifikate importieren
certificates-files = Zertifikatdateien
certificates-password-title = Passwort der Datei
certificates-password-of-file = Die Datei { $name } ist mit einem Passwort geschützt. Es wurde gewählt, als die Datei entstand.
certificates-password-wrong = Das ist nicht das Passwort von { $name }. Versuchen Sie es noch einmal; große und kleine Buchstaben sind verschieden.
certificates-password = Passwort:
certificates-password-again = Noch einmal:
certificates-imported = Importiert
certificates-not-imported = Nichts wurde importiert
certificates-stored = Das Zertifikat von { $name } wurde gespeichert.
certificates-stored-with-key = Das Zertifikat von { $name } wurde mit seinem privaten Schlüssel gespeichert.
certificates-importing = { $name } wird importiert
certificates-progress = { $done } von { $total } Zertifikaten
certificates-stop = Anhalten
certificates-many-stored =
    { $count ->
        [one] Ein Zertifikat wurde gespeichert.
       *[other] { $count } Zertifikate wurden gespeichert.
    }
certificates-many-already-there =
    { $count ->
        [one] Ein Zertifikat war schon da.
       *[other] { $count } Zertifikate waren schon da.
    }
certificates-many-failed =
    { $count ->
        [one] Ein Zertifikat konnte nicht gespeichert werden:
       *[other] { $count } Zertifikate konnten nicht gespeichert werden:
    }
certificates-import-stopped =
    { $count ->
        [one] Sie haben angehalten: Ein Zertifikat der Datei wurde ausgelassen. Um fortzufahren, importieren Sie die Datei noch einmal.
       *[other] Sie haben angehalten: { $count } Zertifikate der Datei wurden ausgelassen. Um fortzufahren, importieren Sie die Datei noch einmal.
    }

## Getting a certificate of one's own

certificates-request = Beantragen…
    .accesskey = B
certificates-request-title = Zertifikat beantragen
certificates-request-text = Ein Schlüssel wird hier erzeugt und bleibt hier; der Antrag wird als Datei gespeichert. Senden Sie die Datei an eine Zertifizierungsstelle, etwa die Ihrer Organisation. Kommt die Antwort, importieren Sie sie hier: Sie findet ihren Schlüssel.
certificates-request-address = E-Mail-Adresse:
certificates-request-name = Name:
certificates-request-organization = Organisation:
certificates-request-key = Art des Schlüssels:
certificates-request-token = Schlüssel aufbewahren in:
certificates-request-ok = Erzeugen und Antrag speichern…
certificates-request-save = Antrag speichern
certificates-request-made = Der Antrag wurde als { $file } gespeichert. Senden Sie diese Datei an die Zertifizierungsstelle, und importieren Sie das Zertifikat, das Sie zurückbekommen.
certificates-key-rsa-2048 = RSA, 2048 Bit
certificates-key-rsa-3072 = RSA, 3072 Bit (empfohlen)
certificates-key-rsa-4096 = RSA, 4096 Bit
certificates-key-p-256 = Elliptische Kurve P-256
certificates-key-p-384 = Elliptische Kurve P-384
certificates-key-p-521 = Elliptische Kurve P-521
certificates-key-ed25519 = Ed25519 (nur zum Unterschreiben)
certificates-tryout = Zertifikat zum Ausprobieren erzeugen
certificates-tryout-text = Nur zum Ausprobieren können Sie ein Zertifikat erzeugen, für das niemand bürgt. Auf diesem Computer gilt es sofort; andere erfahren, dass es nichts beweist.

## Exporting and backing up

certificates-export-title = Zertifikat exportieren
certificates-export-pem = Zertifikat als Text (.pem)
certificates-export-der = Zertifikat (.cer)
certificates-export-pkcs7 = Zertifikat mit seinen Zertifizierungsstellen (.p7b)
certificates-back-up-file = Sicherung mit dem privaten Schlüssel (.p12)
certificates-back-up-title = Zertifikat und privaten Schlüssel sichern
certificates-back-up-text = Wählen Sie ein Passwort, das die Datei schützt. Wer beides hat, kann als Sie unterschreiben und lesen, was für Sie verschlüsselt wurde. Ohne das Passwort nützt die Datei auch Ihnen nichts.

## Deleting

certificates-delete-title = Das Zertifikat von { $name } löschen?
certificates-delete-own = Sein privater Schlüssel wird mit gelöscht. Nachrichten, die dafür verschlüsselt wurden, sind dann nicht mehr lesbar, außer Sie haben eine Sicherung; niemand kann den Schlüssel noch einmal erzeugen.
certificates-delete-person = Sie können dann keine verschlüsselten Nachrichten mehr an { $address } senden, bis Sie wieder ein Zertifikat für diese Adresse haben. Empfangene Nachrichten bleiben lesbar.
certificates-delete-authority = { $dependents ->
        [0] Kein Zertifikat hier wurde von ihr ausgestellt.
        [one] Ein Zertifikat hier wurde von ihr ausgestellt. Es und die Unterschriften damit sind dann vielleicht nicht mehr prüfbar.
       *[other] { $dependents } Zertifikate hier wurden von ihr ausgestellt. Sie und die Unterschriften damit sind dann vielleicht nicht mehr prüfbar.
    }
certificates-delete-used = Es ist in den Kontoeinstellungen von { $users } gewählt: Wählen Sie dort danach ein anderes.
certificates-delete-yes = Löschen
certificates-delete-yes-key = Zertifikat und Schlüssel löschen
