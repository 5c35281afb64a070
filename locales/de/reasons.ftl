# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Reasons. The variables are explained in locales/en-US/reasons.ftl.

## What a signature can be

reason-valid = Diese Nachricht wurde von { $subject } unterschrieben und seither nicht verändert.
    .remedy = Sie brauchen nichts zu tun.

reason-not-signed = Diese Nachricht ist nicht unterschrieben.
    .remedy = Wenn Sie sicher sein müssen, wer sie geschrieben hat, bitten Sie den Absender, sie zu unterschreiben oder auf anderem Weg zu bestätigen.

reason-partly-signed = Nur ein Teil dieser Nachricht ist unterschrieben; den Rest könnte jeder geschrieben haben.
    .remedy = Verlassen Sie sich auf nichts darin, was Ihnen der Absender nicht bestätigt hat, oder bitten Sie um die Nachricht noch einmal, als Ganzes unterschrieben.

reason-signed-outside-encryption = { $subject } hat diese Nachricht erst unterschrieben, als sie schon verschlüsselt war; das zeigt nicht, wer sie geschrieben hat.
    .remedy = Wenn Sie sicher sein müssen, wer sie geschrieben hat, bitten Sie den Absender, Nachrichten vor dem Verschlüsseln zu unterschreiben, wie Mailprogramme es tun.

reason-altered = Diese Nachricht wurde verändert, nachdem sie unterschrieben wurde.
    .remedy = Verlassen Sie sich nicht auf ihren Inhalt; bitten Sie den Absender, sie noch einmal zu senden.

reason-signature-mismatch = Die Unterschrift wurde nicht mit dem Schlüssel von { $subject } gemacht, dessen Zertifikat sie nennt.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; fragen Sie den Absender auf anderem Weg, ob sie echt ist.

reason-signer-certificate-missing = Das Zertifikat der Person, die unterschrieben hat, ist weder in der Nachricht noch auf diesem Computer.
    .remedy = Bitten Sie den Absender um eine unterschriebene Nachricht, die das Zertifikat enthält.

reason-no-signer = Diese Nachricht sieht aus wie eine unterschriebene, aber niemand hat sie unterschrieben.
    .remedy = Behandeln Sie sie wie eine Nachricht ohne Unterschrift; bitten Sie den Absender, sie noch einmal zu senden, unterschrieben.

reason-content-not-available = Die Unterschrift lässt sich nicht prüfen, weil der unterschriebene Inhalt nicht vollständig da ist.
    .remedy = Laden Sie die ganze Nachricht herunter, und öffnen Sie sie noch einmal; hilft das nicht, bitten Sie den Absender, sie noch einmal zu senden.

reason-embedded-content = Die Unterschrift bringt ihren eigenen Text mit, der ein anderer sein kann als der, den diese Nachricht zeigt.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; bitten Sie den Absender, sie noch einmal zu senden.

reason-signed-attributes-missing = Die Unterschrift sagt nicht, für welche Art von Inhalt sie gemacht wurde.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; bitten Sie den Absender, sie mit einem aktuellen Mailprogramm noch einmal zu unterschreiben.

reason-signed-attribute-invalid = Eine Angabe in der Unterschrift fehlt, ist falsch oder doppelt: { $attribute }.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; bitten Sie den Absender, sie mit einem aktuellen Mailprogramm noch einmal zu unterschreiben.

reason-signed-attributes-as-content = Der Inhalt dieser Nachricht ist ein Stück aus einer anderen Unterschrift; das deutet auf eine Fälschung hin.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; sagen Sie dem angeblichen Absender auf anderem Weg, dass Sie sie erhalten haben.

reason-signing-certificate-mismatch = Unterschrieben wurde mit einem anderen Zertifikat als dem gezeigten, das { $subject } gehört.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; fragen Sie den Absender auf anderem Weg, ob sie echt ist.

reason-algorithm-protection-mismatch = Diese Nachricht wurde mit anderen Verfahren unterschrieben, als ihre Unterschrift sagt.
    .remedy = Verlassen Sie sich nicht auf diese Nachricht; bitten Sie den Absender, sie noch einmal zu senden.

reason-date-mismatch = Diese Nachricht trägt das Datum { DATETIME($messageDate, dateStyle: "long", timeStyle: "short") }, wurde aber am { DATETIME($signingTime, dateStyle: "long", timeStyle: "short") } unterschrieben.
    .remedy = Wenn es auf die Zeit ankommt, fragen Sie den Absender, wann sie geschrieben wurde; es kann eine ältere Nachricht sein, die noch einmal gesendet wurde.

## Whose certificate it is

reason-address-mismatch = Diese Nachricht kommt von { $address }, unterschrieben hat sie aber { $signerAddresses }.
    .remedy = Fragen Sie die Person, die Sie kennen, unter einer Adresse oder Telefonnummer, die Sie kennen, ob die Nachricht echt ist.

reason-no-address-in-certificate = Das Zertifikat von { $subject } enthält keine E-Mail-Adresse; es zeigt darum nicht, dass { $address } diese Nachricht gesendet hat.
    .remedy = Bitten Sie den Absender, ein Zertifikat zu verwenden, das die E-Mail-Adresse enthält.

reason-no-from-address = Diese Nachricht nennt keinen Absender, mit dem die Unterschrift verglichen werden könnte.
    .remedy = Fragen Sie die Person, von der Sie glauben, dass sie sie gesendet hat, ob sie echt ist.

reason-several-from-addresses = Diese Nachricht nennt mehrere Absender, aber nur { $signerAddresses } hat sie unterschrieben.
    .remedy = Fragen Sie die anderen Absender, ob sie zu der Nachricht stehen.

reason-display-name-misleads = Der Absender nennt sich „{ $displayName }“, aber die Nachricht kommt von { $address }.
    .remedy = Sehen Sie sich die Adresse genau an, bevor Sie antworten oder auf etwas klicken.

## What is wrong with a certificate or its path

reason-certificate-expired = Das Zertifikat von { $subject } ist am { DATETIME($notAfter, dateStyle: "long") } abgelaufen.
    .remedy = Bitten Sie { $subject } um ein neueres Zertifikat; erneuert wird es von { $issuer }.

reason-certificate-not-yet-valid = Das Zertifikat von { $subject } ist erst ab dem { DATETIME($notBefore, dateStyle: "long") } gültig.
    .remedy = Prüfen Sie Datum und Uhrzeit dieses Computers; stimmen sie, kann das Zertifikat von jenem Tag an verwendet werden.

reason-certificate-revoked = Das Zertifikat von { $subject } wurde von { $issuer } am { DATETIME($revokedAt, dateStyle: "long") } widerrufen.
    .remedy = Verwenden Sie es nicht mehr; bitten Sie { $subject } auf anderem Weg um ein neues Zertifikat.

reason-certificate-distrusted = Das Zertifikat von { $subject } ist auf diesem Computer als nicht vertrauenswürdig gekennzeichnet.
    .remedy = Vertrauen Sie ihm unter Extras, Zertifikate nur dann wieder, wenn Sie sicher wissen, dass das Zertifikat echt ist.

reason-certificate-malformed = Das Zertifikat von { $subject } ist beschädigt oder hält sich nicht an die Regeln.
    .remedy = Bitten Sie { $subject } um ein richtiges Zertifikat.

reason-issuer-unknown = Das Zertifikat von { $subject } wurde von { $issuer } ausgestellt; diese Stelle kennt dieser Computer nicht.
    .remedy = Fragen Sie Ihren Administrator, ob { $issuer } vertrauenswürdig ist, und importieren Sie in diesem Fall deren Zertifikat.

reason-issuer-not-trusted = Das Zertifikat von { $subject } geht auf { $issuer } zurück; dieser Stelle wird auf diesem Computer für E-Mail nicht vertraut.
    .remedy = Wenn Sie wissen, dass { $issuer } vertrauenswürdig ist, vergleichen Sie den Fingerabdruck und vertrauen Sie der Stelle dann für E-Mail: hier oder unter Extras, Zertifikate.

reason-self-signed = Das Zertifikat von { $subject } wurde von { $subject } selbst ausgestellt; niemand sonst bürgt dafür.
    .remedy = Vertrauen Sie ihm erst, nachdem Sie den Fingerabdruck mit dem Inhaber verglichen haben, am Telefon oder persönlich.

reason-issuer-not-authority = Das Zertifikat von { $subject } wurde von { $issuer } ausgestellt, ohne dass diese Stelle Zertifikate ausstellen darf.
    .remedy = Verlassen Sie sich nicht darauf; bitten Sie { $subject } um ein Zertifikat einer vertrauenswürdigen Stelle.

reason-path-too-long = Zwischen { $issuer } und dem Zertifikat von { $subject } stehen mehr Stellen, als { $issuer } erlaubt.
    .remedy = Bitten Sie { $subject } um ein richtig ausgestelltes Zertifikat.

reason-name-not-permitted = Das Zertifikat von { $subject } enthält den Namen { $name }; er liegt außerhalb dessen, was { $issuer } erlaubt.
    .remedy = Verlassen Sie sich nicht darauf; bitten Sie { $subject } um ein richtig ausgestelltes Zertifikat.

reason-name-constraint-unsupported = Das Zertifikat von { $subject } beschränkt die Namen, für die es bürgen darf, auf eine Weise, die sich hier nicht prüfen lässt.
    .remedy = Fragen Sie Ihren Administrator; die Stelle muss ihr Zertifikat in anderer Form ausstellen.

reason-critical-extension-unknown = Das Zertifikat von { $subject } stellt eine Bedingung, die sich hier nicht prüfen lässt und nicht übergangen werden darf ({ $extension }).
    .remedy = Aktualisieren Sie das Mailprogramm; hilft das nicht, bitten Sie { $subject } um ein anderes Zertifikat.

reason-policy-not-satisfied = Das Zertifikat von { $subject } hält sich nicht an die Regeln, die die Stellen darüber gesetzt haben.
    .remedy = Bitten Sie { $subject } um ein richtig ausgestelltes Zertifikat.

reason-certificate-signature-invalid = Das Zertifikat von { $subject } wurde nicht von { $issuer } ausgestellt, oder es wurde danach verändert.
    .remedy = Verlassen Sie sich nicht darauf; bitten Sie { $subject } auf anderem Weg um das echte Zertifikat.

reason-not-for-email = Das Zertifikat von { $subject } wurde nicht für E-Mail ausgestellt.
    .remedy = Bitten Sie { $subject } um ein Zertifikat, das für E-Mail ausgestellt ist.

reason-not-for-signing = Das Zertifikat von { $subject } wurde nicht zum Unterschreiben von Nachrichten ausgestellt.
    .remedy = Bitten Sie { $subject }, mit einem Zertifikat zu unterschreiben, das dafür ausgestellt ist.

reason-not-for-encryption = Das Zertifikat von { $subject } wurde nicht zum Verschlüsseln von Nachrichten ausgestellt.
    .remedy = Bitten Sie { $subject } um ein Zertifikat, das zum Verschlüsseln ausgestellt ist.

reason-path-budget-exhausted = Die Prüfung des Zertifikats von { $subject } wurde aufgegeben, weil die mitgelieferten Zertifikate auf zu viele Arten zusammenpassen.
    .remedy = Bitten Sie { $subject } um eine Nachricht, die nur die nötigen Zertifikate enthält.

## Algorithms

reason-weak-digest = Eine Unterschrift wurde mit { $algorithm } gemacht, einem Verfahren, das so schwach ist, dass sich Unterschriften fälschen lassen.
    .remedy = Verlassen Sie sich nicht darauf; bitten Sie den Absender, mit einem aktuellen Mailprogramm oder Zertifikat zu unterschreiben.

reason-weak-key = Der Schlüssel von { $subject } ist zu schwach, um sicher zu sein: { $algorithm }.
    .remedy = Bitten Sie { $subject } um ein Zertifikat mit einem stärkeren Schlüssel.

reason-weak-cipher = Diese Nachricht ist mit { $algorithm } verschlüsselt, einem Verfahren, das so schwach ist, dass andere sie möglicherweise lesen können.
    .remedy = Betrachten Sie den Inhalt als nicht vertraulich; bitten Sie den Absender, ein aktuelles Mailprogramm zu verwenden.

reason-algorithm-refused = Es wurde ein Verfahren verwendet, das in unterschriebener oder verschlüsselter Post nicht angenommen wird: { $algorithm }.
    .remedy = Bitten Sie den Absender, ein aktuelles Mailprogramm zu verwenden und die Nachricht noch einmal zu senden.

reason-algorithm-unsupported = Es wurde ein Verfahren verwendet, das dieses Mailprogramm nicht hat: { $algorithm }.
    .remedy = Aktualisieren Sie das Mailprogramm; hilft das nicht, bitten Sie den Absender, ein üblicheres Verfahren zu verwenden.

reason-key-invalid = Das Zertifikat von { $subject } enthält einen Schlüssel, der nicht echt sein kann.
    .remedy = Verlassen Sie sich nicht darauf; bitten Sie { $subject } um ein neues Zertifikat.

## The message and its parts

reason-malformed = Diese Nachricht ist beschädigt oder hält sich nicht an die Regeln; der Fehler liegt hier: { $where }.
    .remedy = Bitten Sie den Absender, die Nachricht noch einmal zu senden.

reason-limit-exceeded = Diese Nachricht ist größer oder verwickelter als jede gewöhnliche, darum wird sie nicht angenommen ({ $limit }).
    .remedy = Wenn Sie sie erwartet haben, bitten Sie den Absender, sie in einfacherer Form zu senden.

reason-content-type-unsupported = Diese Nachricht enthält geschützten Inhalt einer Art, die sich hier nicht öffnen lässt: { $type }.
    .remedy = Bitten Sie den Absender, ihn als gewöhnliche unterschriebene oder verschlüsselte Nachricht zu senden.

## Encryption

reason-no-matching-key = Kein privater Schlüssel auf diesem Computer öffnet diese Nachricht. Verschlüsselt wurde sie für: { $recipients }.
    .remedy = Gehört eines dieser Zertifikate Ihnen, importieren Sie es mit seinem privaten Schlüssel; sonst bitten Sie den Absender, die Nachricht mit Ihrem jetzigen Zertifikat zu verschlüsseln.

reason-private-key-missing = Der private Schlüssel, der zum Zertifikat von { $subject } gehört, ist nicht auf diesem Computer.
    .remedy = Importieren Sie ihn aus einer Sicherung, oder stecken Sie die Karte oder das Gerät ein, das ihn enthält.

reason-decryption-failed = Diese Nachricht lässt sich nicht entschlüsseln, weil sie auf ihrem Weg beschädigt oder verändert wurde.
    .remedy = Bitten Sie den Absender, sie noch einmal zu senden.

reason-encryption-not-authenticated = Die Verschlüsselung hat andere daran gehindert, diese Nachricht zu lesen, aber nicht daran, sie unterwegs zu ändern.
    .remedy = Fragen Sie beim Absender nach, bevor Sie nach etwas Wichtigem darin handeln; Nachrichten, die auch unterschrieben oder mit einem neueren Verfahren wie AES-GCM verschlüsselt sind, kann niemand unbemerkt ändern.

# $field, $outer, $inner
reason-protected-header-differs = Das Feld { $field } wurde außerhalb des Schutzes geändert: Der Absender schrieb „{ $inner }“, außen steht „{ $outer }“.
    .remedy = Verlassen Sie sich auf das, was der Absender schrieb; das andere kann jeder dorthin gesetzt haben.

reason-encrypted-in-part = Nur ein Teil dieser Nachricht war verschlüsselt; den Rest können andere gelesen oder geschrieben haben.
    .remedy = Wenn Sie antworten, zitieren Sie nur, was Sie jedem zeigen würden; bitten Sie den Absender, die ganze Nachricht zu verschlüsseln.

reason-not-encrypted = Diese Nachricht ist nicht verschlüsselt.
    .remedy = Senden Sie in einer Antwort nichts Vertrauliches, es sei denn, Sie verschlüsseln sie.

reason-protection-changed = Wie diese Nachricht geschützt werden kann, hat sich während des Sendens geändert.
    .remedy = Sehen Sie noch einmal nach, wie sie gesendet wird, und drücken Sie erneut auf „Senden“.

reason-hidden-recipients = Diese verschlüsselte Nachricht hat verborgene Empfänger (Bcc), von denen jeder seine eigene Kopie bekommt. Eine solche Nachricht kann nicht im Postausgang warten.
    .remedy = Senden Sie sie jetzt statt später. Sind Sie offline, speichern Sie sie als Entwurf, und senden Sie sie, wenn Sie online sind.

## Around it

reason-password-needed = Das Passwort von { $token } wird gebraucht.
    .remedy = Geben Sie das Passwort ein, und versuchen Sie es noch einmal.

# $token
reason-password-cancelled = Diese Nachricht wurde nicht geöffnet, weil nach dem Passwort von { $token } gefragt und keines eingegeben wurde.
    .remedy = Öffnen Sie die Nachricht noch einmal, und geben Sie das Passwort ein.

reason-password-wrong = Das Passwort, das für { $token } eingegeben wurde, ist falsch.
    .remedy = Versuchen Sie es noch einmal mit dem richtigen Passwort; eine Karte kann sich nach zu vielen Versuchen sperren.

reason-cancelled = Die Aufgabe wurde abgebrochen, bevor sie fertig war.
    .remedy = Beginnen Sie sie noch einmal, wenn Sie sie noch brauchen.

reason-token-unavailable = Das Sicherheitsgerät { $token } ist nicht verfügbar.
    .remedy = Stecken Sie die Karte ein, oder schließen Sie das Gerät an, und versuchen Sie es noch einmal.

reason-file-unreadable = Die Datei { $path } lässt sich nicht lesen.
    .remedy = Prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen.

reason-profile-unusable = { $problem ->
        [missing] Den Ordner { $profile } gibt es nicht.
        [not-a-database] Der Ordner { $profile } enthält keine Datenbank mit Zertifikaten und Schlüsseln.
        [old-format] Die Datenbank mit Zertifikaten und Schlüsseln in { $profile } hat ein Format, das nicht mehr verwendet wird.
        [locked] Die Datenbank mit Zertifikaten und Schlüsseln in { $profile } wird von einem anderen Programm verwendet.
        [unreadable] Die Datenbank mit Zertifikaten und Schlüsseln in { $profile } lässt sich nicht lesen.
        [roots-missing] Die Liste der Stellen, denen von Anfang an vertraut wird, lässt sich nicht laden.
        [not-started] Das Mailprogramm hat seine Zertifikate und Schlüssel nicht geöffnet.
       *[other] Die Zertifikate und Schlüssel in { $profile } lassen sich nicht öffnen.
    }
    .remedy = Prüfen Sie, ob es der richtige Ordner ist und ob Sie ihn lesen dürfen, und versuchen Sie es noch einmal.

reason-invalid-request = Ein Teil von Signet hat einen anderen um etwas gebeten, was dieser nicht versteht.
    .remedy = Starten Sie das Programm neu; geschieht es wieder, melden Sie es mit allen Angaben.

reason-internal = Signet konnte das wegen eines eigenen Fehlers nicht tun.
    .remedy = Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es mit allen Angaben.

reason-version-mismatch = Das Add-on hat die Version { $scriptVersion }, sein Sicherheitsmodul aber die Version { $moduleVersion }.
    .remedy = Installieren Sie Signet neu, damit beide Teile dieselbe Version haben.

reason-out-of-memory = Dafür ist nicht genug Speicher frei.
    .remedy = Schließen Sie andere Programme, und versuchen Sie es noch einmal.

## What is known, or not, of a certificate having been revoked

reason-revocation-unknown = Es ist nicht bekannt, ob { $issuer } das Zertifikat von { $subject } widerrufen hat.
    .remedy = Prüfen Sie noch einmal, wenn Sie mit dem Netz verbunden sind; bleibt es so, fragen Sie Ihren Administrator, ob { $issuer } darüber Auskunft gibt.

reason-revocation-answer-invalid = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, ist beschädigt oder nicht von der Stelle unterschrieben, die sie nennt.
    .remedy = Prüfen Sie später oder aus einem anderen Netz noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-revocation-answer-unauthorized = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, kommt von jemandem, der sie nicht geben darf.
    .remedy = Prüfen Sie später oder aus einem anderen Netz noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-revocation-answer-mismatched = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, spricht von einem anderen Zertifikat.
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-revocation-answer-outdated = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, ist zu alt, um sich darauf zu verlassen.
    .remedy = Prüfen Sie noch einmal, wenn Sie mit dem Netz verbunden sind.

reason-revocation-answer-from-future = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, trägt ein Datum in der Zukunft.
    .remedy = Prüfen Sie Datum und Uhrzeit dieses Computers, und prüfen Sie dann noch einmal.

reason-revocation-answer-replayed = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, gehört zu einer anderen Frage als der gestellten.
    .remedy = Prüfen Sie später oder aus einem anderen Netz noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-revocation-answer-unsupported = Die Antwort darauf, ob das Zertifikat von { $subject } widerrufen wurde, ist von einer Art, mit der sich hier nichts anfangen lässt.
    .remedy = Aktualisieren Sie das Mailprogramm; hilft das nicht, sagen Sie es Ihrem Administrator.

reason-revocation-responder-failed = Der Dienst, der weiß, ob das Zertifikat von { $subject } widerrufen wurde, antwortete, er könne es nicht sagen.
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

## Which certificate is used, and for whom

reason-certificate-for-other-address = Das Zertifikat von { $subject } ist für { $addresses }, nicht für { $address }.
    .remedy = Verwenden Sie ein Zertifikat für { $address }, oder verwenden Sie die Adresse, für die dieses Zertifikat ist.

reason-certificate-without-address = Das Zertifikat von { $subject } enthält keine E-Mail-Adresse; es zeigt darum nicht, dass es zu { $address } gehört.
    .remedy = Verwenden Sie ein Zertifikat, das die Adresse { $address } enthält.

reason-newer-certificate-preferred = Es gibt ein neueres Zertifikat von { $subject }, gültig bis { DATETIME($notAfter, dateStyle: "long") }; dieses wird verwendet.
    .remedy = Sie brauchen nichts zu tun.

reason-recipient-certificate-missing = Auf diesem Computer ist kein Zertifikat für { $address }.
    .remedy = Bitten Sie { $address } um eine unterschriebene Nachricht und öffnen Sie sie, oder importieren Sie das Zertifikat aus einer Datei.

reason-own-certificate-missing = Sie haben auf diesem Computer kein eigenes Zertifikat für { $address }.
    .remedy = Wenn es auf einer Karte oder einem Gerät ist, stecken Sie es ein; sonst importieren Sie es aus einer Sicherung, oder beantragen Sie eines bei einer Zertifizierungsstelle.

reason-certificate-expires-soon = Das Zertifikat von { $subject } läuft am { DATETIME($notAfter, dateStyle: "long") } ab.
    .remedy = Beantragen Sie vorher ein neues, und behalten Sie dieses: Nachrichten, die dafür verschlüsselt wurden, lassen sich nur damit lesen.

## Certificates and keys that come and go

reason-certificate-already-there = Das Zertifikat von { $subject } ist schon auf diesem Computer.
    .remedy = Sie brauchen nichts zu tun.

reason-file-damaged = Die Datei { $path } ist beschädigt, oder sie ist keine Datei mit Zertifikaten.
    .remedy = Speichern oder exportieren Sie sie dort, woher sie kommt, noch einmal, und versuchen Sie es erneut.

reason-file-algorithm-unsupported = Die Datei { $path } ist mit einem Verfahren geschützt, das dieses Programm nicht hat: { $algorithm }.
    .remedy = Exportieren Sie sie dort, woher sie kommt, noch einmal, und wählen Sie dort ein anderes Verfahren, etwa AES-256.

reason-file-without-certificates = Die Datei { $path } enthält kein Zertifikat.
    .remedy = Wählen Sie eine Datei, die Zertifikate enthält.

reason-file-not-authenticated = Nichts in der Datei { $path } zeigt, ob sie verändert wurde.
    .remedy = Vergleichen Sie die Zertifikate mit ihrem Inhaber, wenn Sie die Datei nicht selbst gemacht haben.

reason-key-not-storable = Der private Schlüssel zum Zertifikat von { $subject } ist von einer Art, die sich hier nicht aufbewahren lässt: { $algorithm }.
    .remedy = Aktualisieren Sie das Mailprogramm, oder verwenden Sie ein Zertifikat mit einem Schlüssel anderer Art.

reason-key-not-extractable = Der private Schlüssel zum Zertifikat von { $subject } kann { $token } nicht verlassen.
    .remedy = Bewahren Sie die Karte oder das Gerät sicher auf; von diesem Schlüssel lässt sich keine Kopie machen.

reason-file-unwritable = Die Datei { $path } lässt sich nicht schreiben.
    .remedy = Prüfen Sie, ob es den Ordner gibt, ob Sie dort schreiben dürfen und ob noch Platz ist.

reason-storing-failed = { $token } hat nicht angenommen, was gespeichert werden sollte.
    .remedy = Prüfen Sie, ob noch Platz ist und ob Sie dort schreiben dürfen, und versuchen Sie es noch einmal.

## More of revocation

reason-revocation-not-checked = Ob { $issuer } das Zertifikat von { $subject } widerrufen hat, wurde nicht geprüft.
    .remedy = Bevor Sie sich bei etwas Wichtigem darauf verlassen, erlauben Sie, die Stelle über das Netz zu fragen, und prüfen Sie noch einmal.

## What became of fetching something over the network

reason-fetch-no-answer = Der Server { $host }, der nach dem Zertifikat von { $subject } gefragt wurde, ist nicht erreichbar.
    .remedy = Prüfen Sie noch einmal, wenn Sie mit dem Netz verbunden sind; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-too-slow = Der Server { $host }, der nach dem Zertifikat von { $subject } gefragt wurde, wurde mit seiner Antwort nicht rechtzeitig fertig.
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-cut-short = Die Antwort des Servers { $host } über das Zertifikat von { $subject } brach vor ihrem Ende ab.
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-too-large = Die Antwort des Servers { $host } über das Zertifikat von { $subject } wurde aufgegeben, weil sie viel zu lang ist.
    .remedy = Sagen Sie es Ihrem Administrator; ein Server, der so antwortet, ist defekt oder feindlich.

reason-fetch-refused = Der Server { $host } hat nicht, wonach er zum Zertifikat von { $subject } gefragt wurde (er antwortete { $status }).
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-redirected-too-often = Der Server { $host }, der nach dem Zertifikat von { $subject } gefragt wurde, reichte die Frage nur von Ort zu Ort weiter.
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-address-refused = Das Zertifikat von { $subject } nennt { $host } als den Server, den man fragen soll; er wurde nicht gefragt, weil er in einem privaten Netz oder in diesem Computer liegt.
    .remedy = Wenn Ihre Organisation diesen Server wirklich betreibt, erlauben Sie private Adressen in den Einstellungen für die Prüfung von Zertifikaten.

reason-fetch-not-secure = Zum Server { $host }, der nach dem Zertifikat von { $subject } gefragt werden sollte, kam keine sichere Verbindung zustande.
    .remedy = Prüfen Sie Datum und Uhrzeit dieses Computers, und versuchen Sie es aus einem anderen Netz; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-answer-not-expected = Der Server { $host }, der nach dem Zertifikat von { $subject } gefragt wurde, antwortete mit einer Webseite oder etwas anderem, das keine Antwort ist.
    .remedy = Wenn das Netz verlangt, dass Sie sich zuerst anmelden, tun Sie das, und prüfen Sie noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

reason-fetch-answer-damaged = Die Antwort des Servers { $host } über das Zertifikat von { $subject } ist beschädigt und lässt sich nicht lesen.
    .remedy = Prüfen Sie später noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.

## Protecting a message

reason-signing-failed = Die Nachricht konnte nicht unterschrieben werden: Die Karte, das Gerät oder das Programm, das den privaten Schlüssel von { $subject } aufbewahrt, hat es verweigert.
    .remedy = Prüfen Sie, ob die Karte oder das Gerät angeschlossen ist und ob das Passwort richtig war, und versuchen Sie es noch einmal.

reason-encryption-failed = Die Nachricht konnte nicht verschlüsselt werden.
    .remedy = Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es mit allen Angaben.

reason-signing-key-unsupported = Das Zertifikat von { $subject } hat eine Art von Schlüssel, mit der sich hier nicht unterschreiben lässt: { $algorithm }.
    .remedy = Unterschreiben Sie mit einem anderen Zertifikat, oder bitten Sie Ihren Administrator um eines mit einer üblicheren Art von Schlüssel.

reason-recipient-key-unsupported = Für { $subject } lässt sich nichts verschlüsseln, weil das Zertifikat eine Art von Schlüssel hat, die sich hier nicht verwenden lässt: { $algorithm }.
    .remedy = Bitten Sie { $subject } um ein Zertifikat mit einer üblicheren Art von Schlüssel.

reason-no-recipients = Es gibt niemanden, für den die Nachricht verschlüsselt werden könnte.
    .remedy = Nennen Sie mindestens einen Empfänger, der ein Zertifikat hat.

reason-recipient-newsgroup = { $address } ist eine Newsgroup. Jeder kann sie lesen; darum kann nichts, was dorthin geht, verschlüsselt werden.
    .remedy = Nehmen Sie sie aus den Empfängern heraus, oder senden Sie diese Nachricht unverschlüsselt.

reason-recipient-without-address = „{ $address }“ hat keine E-Mail-Adresse.
    .remedy = Tragen Sie die Adresse im Adressbuch oder in der Nachricht ein, oder nehmen Sie den Empfänger heraus.

## What was chosen to protect a message, and why

reason-cipher-announced = Der Inhalt ist mit { $algorithm } verschlüsselt; die Mailprogramme aller Empfänger haben gesagt, dass sie das lesen können.
    .remedy = Sie brauchen nichts zu tun.

reason-cipher-not-announced = Der Inhalt ist mit { $algorithm } verschlüsselt, weil das Mailprogramm von { $subject } nicht gesagt hat, dass es { $better } lesen kann.
    .remedy = Sie brauchen nichts zu tun; eine unterschriebene Nachricht von { $subject } kann verraten, was dort gelesen werden kann.

reason-cipher-by-policy = Der Inhalt ist mit { $algorithm } verschlüsselt, wie Ihre Einstellungen es verlangen.
    .remedy = Sie brauchen nichts zu tun; kann jemand die Nachricht nicht lesen, wählen Sie ein anderes Verfahren.

reason-method-announced = Die Nachricht ist für { $subject } mit { $algorithm } verschlossen; das Mailprogramm dort hat gesagt, dass es das lesen kann.
    .remedy = Sie brauchen nichts zu tun.

reason-method-usual = Die Nachricht ist für { $subject } mit { $algorithm } verschlossen; das kann jedes Mailprogramm lesen.
    .remedy = Sie brauchen nichts zu tun.

reason-method-of-key = Die Nachricht ist für { $subject } mit { $algorithm } verschlossen, dem Verfahren für die Art von Schlüssel in jenem Zertifikat.
    .remedy = Sie brauchen nichts zu tun.

reason-method-by-policy = Die Nachricht ist für { $subject } mit { $algorithm } verschlossen, wie Ihre Einstellungen es verlangen.
    .remedy = Sie brauchen nichts zu tun; kann { $subject } die Nachricht nicht lesen, wählen Sie ein anderes Verfahren.

## While something is being fetched

reason-revocation-being-checked = Ob { $issuer } das Zertifikat von { $subject } widerrufen hat, wird gerade über das Netz gefragt.
    .remedy = Warten Sie die Antwort einen Augenblick ab, bevor Sie sich darauf verlassen.

reason-issuer-being-fetched = Das Zertifikat von { $subject } wurde von { $issuer } ausgestellt; dessen eigenes Zertifikat fehlt hier und wird gerade über das Netz geholt.
    .remedy = Warten Sie einen Augenblick; dann steht fest, ob dem Zertifikat zu trauen ist.

reason-responder-unusable = Der Dienst, der in den Einstellungen gewählt wurde, um über Widerrufe Auskunft zu geben, kann nicht gefragt werden: Seine Adresse oder sein Zertifikat fehlt oder stimmt nicht.
    .remedy = Wählen Sie den Dienst in den Einstellungen für die Prüfung von Zertifikaten neu, oder lassen Sie den fragen, den das Zertifikat nennt.

## Signed while the certificate was valid, which it is not any more

reason-expired-since-claimed = Das Zertifikat von { $subject } ist am { DATETIME($notAfter, dateStyle: "long") } abgelaufen. Am { DATETIME($signingTime, dateStyle: "long") } war es noch gültig; an diesem Tag wurde nach Angabe des Absenders unterschrieben, niemand sonst bestätigt das.
    .remedy = Wenn es darauf ankommt, dass vor dem Ablauf unterschrieben wurde, bitten Sie { $subject }, die Nachricht zu bestätigen.

reason-expired-since-seen = Das Zertifikat von { $subject } ist am { DATETIME($notAfter, dateStyle: "long") } abgelaufen. Am { DATETIME($seenTime, dateStyle: "long") }, als diese Unterschrift zum ersten Mal auf diesem Computer gesehen wurde, war es noch gültig.
    .remedy = Sie brauchen nichts zu tun; für neue Nachrichten braucht { $subject } ein neueres Zertifikat.

reason-expired-since-stamped = Das Zertifikat von { $subject } ist am { DATETIME($notAfter, dateStyle: "long") } abgelaufen. Am { DATETIME($stampedTime, dateStyle: "long") } war es noch gültig: { $authority } bestätigt, dass bis dahin unterschrieben war.
    .remedy = Sie brauchen nichts zu tun; für neue Nachrichten braucht { $subject } ein neueres Zertifikat.

## Ein Zeitstempel neben einer Unterschrift, auf den sich nichts stützen lässt

reason-time-stamp-malformed = Neben dieser Unterschrift steht ein Zeitstempel, der sich nicht lesen lässt.
    .remedy = Sie brauchen nichts zu tun: Die Unterschrift wird ohne ihn beurteilt; wenn es darauf ankommt, wann sie entstand, fragen Sie den Absender.

reason-time-stamp-mismatched = Der Zeitstempel neben dieser Unterschrift wurde für etwas anderes gemacht.
    .remedy = Sie brauchen nichts zu tun: Die Unterschrift wird ohne ihn beurteilt; wenn es darauf ankommt, wann sie entstand, fragen Sie den Absender.

reason-time-stamp-invalid = Der Zeitstempel neben dieser Unterschrift stammt nicht von { $authority }, wie er angibt, oder er wurde danach verändert.
    .remedy = Sie brauchen nichts zu tun: Die Unterschrift wird ohne ihn beurteilt; wenn es darauf ankommt, wann sie entstand, fragen Sie den Absender.

reason-time-stamp-method-refused = Der Zeitstempel neben dieser Unterschrift wurde mit { $algorithm } gemacht; das ist zu schwach oder hier nicht bekannt.
    .remedy = Sie brauchen nichts zu tun: Die Unterschrift wird ohne ihn beurteilt; wenn es darauf ankommt, wann sie entstand, fragen Sie den Absender.

reason-time-stamp-not-trusted = Der Zeitstempel neben dieser Unterschrift stammt von { $authority }; dieser Computer vertraut dieser Stelle nicht, wenn sie Zeiten bestätigt.
    .remedy = Sie brauchen nichts zu tun: Die Unterschrift wird ohne ihn beurteilt; wenn Sie { $authority } kennen, können Sie der Stelle darüber im Fenster mit den Zertifikaten für E-Mail vertrauen.

reason-time-stamp-expired = Der Zeitstempel neben dieser Unterschrift stammt von { $authority }; deren eigenes Zertifikat ist nicht mehr gültig, darum bestätigt er jetzt nichts mehr.
    .remedy = Sie brauchen nichts zu tun: Die Unterschrift wird ohne ihn beurteilt; wenn es darauf ankommt, wann sie entstand, fragen Sie den Absender.

reason-time-stamp-from-future = Der Zeitstempel neben dieser Unterschrift nennt eine Zeit, die noch nicht da ist: { DATETIME($stampedTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = Prüfen Sie Datum und Uhrzeit dieses Computers; wenn sie stimmen, verlassen Sie sich nicht auf den Zeitstempel.

reason-not-for-time-stamping = Das Zertifikat von { $subject } wurde nicht zum Bestätigen von Zeiten ausgestellt.
    .remedy = Sie brauchen nichts zu tun: Was es bestätigt, zählt nicht.

## A certificate of one's own

reason-own-certificate-expired = Ihr Zertifikat, ausgestellt für { $subject }, ist am { DATETIME($notAfter, dateStyle: "long") } abgelaufen.
    .remedy = Beantragen Sie ein neues bei { $issuer }, und importieren Sie es hier; behalten Sie das abgelaufene, denn es öffnet die Nachrichten, die dafür verschlüsselt wurden.

reason-own-certificate-revoked = Ihr Zertifikat, ausgestellt für { $subject }, wurde am { DATETIME($revokedAt, dateStyle: "long") } von { $issuer } widerrufen.
    .remedy = Beantragen Sie ein neues bei { $issuer }; wissen Sie nicht, warum es widerrufen wurde, fragen Sie dort.

reason-own-not-for-email = Ihr Zertifikat, ausgestellt für { $subject }, ist nicht für E-Mail bestimmt.
    .remedy = Beantragen Sie bei { $issuer } ein Zertifikat für E-Mail.

reason-own-not-for-signing = Ihr Zertifikat, ausgestellt für { $subject }, ist nicht zum Unterschreiben von Nachrichten bestimmt.
    .remedy = Wählen Sie zum Unterschreiben ein anderes Ihrer Zertifikate, oder beantragen Sie eines bei { $issuer }.

reason-own-not-for-encryption = Ihr Zertifikat, ausgestellt für { $subject }, ist nicht zum Verschlüsseln von Nachrichten bestimmt.
    .remedy = Wählen Sie zum Verschlüsseln ein anderes Ihrer Zertifikate, oder beantragen Sie eines bei { $issuer }.

reason-own-key-weak = Der Schlüssel Ihres Zertifikats, ausgestellt für { $subject }, ist zu schwach, um sicher zu sein: { $algorithm }.
    .remedy = Beantragen Sie bei { $issuer } ein Zertifikat mit einem stärkeren Schlüssel.

## Getting a certificate of one's own

reason-key-not-made = Ein Schlüssel dieser Art konnte dort nicht erzeugt werden: { $algorithm } ({ $token }).
    .remedy = Wählen Sie eine andere Art von Schlüssel, etwa RSA mit 3072 Bit.

reason-address-not-usable = „{ $address }“ ist keine E-Mail-Adresse, für die ein Zertifikat gemacht werden kann.
    .remedy = Schreiben Sie die Adresse so, wie sie in Ihrem Konto steht, etwa name@example.com.

reason-directory-nothing-found = Das Verzeichnis auf { $host } hat kein Zertifikat für { $address }.
    .remedy = Bitten Sie { $address } um eine unterschriebene Nachricht und öffnen Sie sie, oder bitten Sie, wer das Verzeichnis pflegt, das Zertifikat einzutragen.

reason-directory-login-needed = Das Verzeichnis auf { $host } antwortet nur denen, die sich anmelden.
    .remedy = Tragen Sie im Adressbuch in den Eigenschaften dieses Verzeichnisses Ihren Namen dafür ein, suchen Sie dort einmal und lassen Sie das Passwort speichern; suchen Sie dann noch einmal.

reason-directory-login-refused = Das Verzeichnis auf { $host } hat den Namen und das Passwort nicht angenommen, mit denen es gefragt wurde.
    .remedy = Berichtigen Sie den Namen im Adressbuch in den Eigenschaften dieses Verzeichnisses, suchen Sie dort einmal und geben Sie das richtige Passwort ein; suchen Sie dann noch einmal.

## In place of a variable that is missing

missing-subject = einem ungenannten Inhaber
missing-issuer = einer ungenannten Stelle
missing-address = einem ungenannten Absender
missing-signerAddresses = jemand ohne E-Mail-Adresse
missing-algorithm = ein ungenanntes Verfahren
missing-better = ein anderes Verfahren
missing-limit = eine ungenannte Grenze
missing-where = an unbekannter Stelle
missing-attribute = eine ungenannte Angabe
missing-displayName = …
missing-name = (unbekannt)
missing-extension = (unbekannt)
missing-recipients = andere Zertifikate
missing-type = (unbekannt)
missing-addresses = niemanden, der genannt ist
missing-token = Thunderbird
missing-field = nicht bekannt
missing-inner = nichts
missing-outer = nichts
missing-host = (unbekannt)
missing-status = (unbekannt)
missing-path = (unbekannt)
missing-profile = (unbekannt)
missing-problem = anderes
missing-scriptVersion = (unbekannt)
missing-moduleVersion = (unbekannt)
missing-notBefore = einem unbekannten Datum
missing-notAfter = einem unbekannten Datum
missing-revokedAt = einem unbekannten Datum
missing-signingTime = einem unbekannten Datum
missing-messageDate = eines unbekannten Tages
missing-seenTime = einem unbekannten Datum
missing-stampedTime = einem unbekannten Datum
missing-authority = eine ungenannte Stelle
