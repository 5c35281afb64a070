# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

## How one gets there

validation-menu-item =
    .label = Zertifikate prüfen
    .accesskey = p
validation-settings-description = Signet prüft die Zertifikate unterschriebener Nachrichten. Wen es dafür über das Netz fragen darf und was von den Antworten gespeichert ist, steht in einem eigenen Fenster.
validation-settings-button =
    .label = Zertifikate prüfen …
    .accesskey = p

## The window

validation-title = Zertifikate prüfen
validation-close = Schließen
    .accesskey = S
validation-introduction = Eine Stelle kann ein Zertifikat widerrufen, bevor es abläuft, zum Beispiel wenn sein Schlüssel gestohlen wurde. Signet kann fragen, ob das geschehen ist. Wer gefragt wird, erfährt, dass hier jemand Post vom Inhaber des Zertifikats bekommen hat.

validation-ocsp-heading = Fragen, ob ein Zertifikat widerrufen wurde
validation-ocsp-off = Nicht fragen
validation-ocsp-certificate = Den Dienst fragen, den das Zertifikat nennt
validation-ocsp-chosen = Immer diesen Dienst fragen:
validation-responder-url = Adresse des Dienstes
validation-responder-url-wrong = Die Adresse beginnt mit http:// oder https://.
validation-responder-certificate = Zertifikat, mit dem der Dienst seine Antworten unterschreibt
validation-responder-authority = keines: Die Stelle, die ein Zertifikat ausgestellt hat, muss die Antwort selbst unterschrieben oder den Dienst dafür zugelassen haben
validation-responder-choose = Datei wählen …
    .accesskey = D
validation-responder-forget = Keines
    .accesskey = K
validation-responder-not-read = Die Datei enthält kein Zertifikat.

validation-fetch-heading = Holen
validation-crls = Listen widerrufener Zertifikate
validation-crls-note = Sie verraten weniger über Sie, können aber groß sein.
validation-issuers = Fehlende Zertifikate ausstellender Stellen
validation-issuers-note = Manche Absender vergessen sie. Den Server nennt das Zertifikat der Nachricht, das jeder machen kann.
validation-private = Auch aus privaten Netzen und von diesem Computer
validation-private-note = Nur wenn Ihre eigene Organisation solche Server betreibt: Sonst könnte die Nachricht eines Fremden Thunderbird an Türen hinter Ihrer Firewall klopfen lassen.

validation-unreachable-heading = Wenn keine Antwort kommt
validation-warn = Darauf hinweisen und das Zertifikat annehmen
validation-refuse = Das Zertifikat ablehnen

validation-stored-heading = Gespeicherte Antworten
validation-stored-note = Sie gelten, bis sie ablaufen, auch ohne Netz.
validation-none = Es ist nichts gespeichert.
validation-about = Worüber
validation-issued-by = Von wem
validation-age = Ausgestellt
validation-expires = Gültig bis
validation-actions = Aktionen
validation-kind-crl = Liste widerrufener Zertifikate
validation-kind-ocsp = Zertifikat von { $subject }
validation-kind-issuer = Zertifikat einer ausstellenden Stelle
validation-date = { DATETIME($time, dateStyle: "medium", timeStyle: "short") }
validation-date-past = { DATETIME($time, dateStyle: "medium", timeStyle: "short") } (abgelaufen)
validation-update = Jetzt erneuern
validation-delete = Löschen
validation-updating = Wird gefragt …
validation-updated = Die Antwort ist auf dem neuesten Stand.
validation-deleted = Die Antwort wurde gelöscht.
validation-offline = Thunderbird ist offline.
