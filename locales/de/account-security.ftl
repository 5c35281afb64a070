# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

account-security-title = Sicherheit (S/MIME)
account-security-intro = Um Nachrichten zu unterschreiben und verschlüsselte zu empfangen, brauchen Sie ein eigenes Zertifikat. Wählen Sie hier, welches verwendet wird.

# Opens the window with all certificates
account-security-certificates = Zertifikate…
    .accesskey = Z
account-security-import = Zertifikat importieren…
    .accesskey = m
account-security-identity = Identität:
    .accesskey = I

## Digital signing, encryption

account-security-signing-heading = Digitale Unterschrift
account-security-signing-certificate = Nachrichten mit diesem Zertifikat unterschreiben:
account-security-sign-by-default = Nachrichten digital unterschreiben
    .accesskey = d
account-security-encryption-heading = Verschlüsselung
account-security-encryption-certificate = Mit diesem Zertifikat verschlüsseln andere Nachrichten für Sie, und Sie öffnen sie damit:
account-security-encryption-default = Wenn Sie eine Nachricht schreiben:
account-security-encrypt-never = Nicht verschlüsseln, außer in der Nachricht wird es gewählt
    .accesskey = N
account-security-encrypt-if-possible = Verschlüsseln, wenn alle sie öffnen können; sonst unverschlüsselt senden
    .accesskey = w
account-security-encrypt-required = Verschlüsseln; eine Nachricht, die nicht verschlüsselt werden kann, wird nicht gesendet
    .accesskey = V
account-security-protect-subject = Betreff verschlüsselter Nachrichten verbergen
    .accesskey = B

account-security-none-chosen = Kein Zertifikat gewählt
account-security-not-here = Das gewählte Zertifikat ist nicht auf diesem Computer

account-security-select-signing = Auswählen…
    .accesskey = A
    .aria-label = Auswählen… Zertifikat für die digitale Unterschrift
account-security-clear-signing = Entfernen
    .accesskey = E
    .aria-label = Entfernen: Zertifikat für die digitale Unterschrift
account-security-select-encryption = Auswählen…
    .accesskey = w
    .aria-label = Auswählen… Zertifikat für die Verschlüsselung
account-security-clear-encryption = Entfernen
    .accesskey = f
    .aria-label = Entfernen: Zertifikat für die Verschlüsselung

## The state of a certificate

account-security-usable = Dieses Zertifikat kann bis { DATETIME($until, dateStyle: "long") } verwendet werden.
account-security-proposed = Sie könnten das Zertifikat von { $name } verwenden, ausgestellt von { $issuer } und gültig bis { DATETIME($until, dateStyle: "long") }: Wählen Sie „Auswählen…“
account-security-failed = Das Sicherheitsmodul von Signet antwortet nicht, darum ist über Ihre Zertifikate nichts bekannt. Starten Sie Thunderbird neu, und versuchen Sie es noch einmal.

## Choosing a certificate

account-security-pick-signing = Zertifikate für die digitale Unterschrift
account-security-pick-encryption = Zertifikate für die Verschlüsselung
account-security-pick-intro = Für { $address }:
account-security-pick-none = Keines Ihrer Zertifikate kann für { $address } verwendet werden.
account-security-pick-no-own = Auf diesem Computer ist kein eigenes Zertifikat von Ihnen.
account-security-pick-others = Diese können nicht verwendet werden:
account-security-pick-ok = OK
account-security-pick-cancel = Abbrechen
account-security-pick-details = Ausgestellt von { $issuer }, gültig von { DATETIME($from, dateStyle: "medium") } bis { DATETIME($until, dateStyle: "medium") }, Seriennummer { $serial }
account-security-pick-token = In { $tokens }

## The other use

account-security-both-title = Für beides verwenden?
account-security-both-encryption = Dasselbe Zertifikat kann auch zum Verschlüsseln verwendet werden, damit andere Ihnen verschlüsselte Nachrichten senden können. Auch dafür verwenden?
account-security-both-signing = Mit demselben Zertifikat können auch Nachrichten unterschrieben werden. Auch dafür verwenden?
account-security-pair-encryption = Sie haben auch ein Zertifikat für die Verschlüsselung, das dazugehört ({ $name }, ausgestellt von { $issuer }). Dieses für die Verschlüsselung verwenden?
account-security-pair-signing = Sie haben auch ein Zertifikat für die digitale Unterschrift, das dazugehört ({ $name }, ausgestellt von { $issuer }). Mit diesem Nachrichten unterschreiben?
account-security-both-yes = Verwenden
account-security-both-no = Nicht verwenden
