# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

compose-security-button =
    .label = Sécurité
    .tooltiptext = Chiffrer ou signer ce message

compose-security-never =
    .label = Ne pas chiffrer ce message
    .accesskey = N
compose-security-if-possible =
    .label = Chiffrer si possible
    .accesskey = p
compose-security-required =
    .label = Chiffrer ce message
    .accesskey = C
compose-security-sign =
    .label = Signer ce message
    .accesskey = S
compose-security-info =
    .label = Afficher la sécurité
    .accesskey = A

compose-icon-pen = Ce message sera signé. Entrée : en savoir plus sur sa sécurité.
compose-icon-key = Ce message sera chiffré. Entrée : en savoir plus sur sa sécurité.
compose-icon-pen-struck-out = Ce message ne peut pas être signé. { $reason } Entrée : en savoir plus sur sa sécurité.
compose-icon-key-struck-out = Ce message ne peut pas être chiffré. { $reason } Entrée : en savoir plus sur sa sécurité.
compose-icon-no-answer = Le module de sécurité de Signet ne répond pas.

compose-security-stopped-module = Votre message n’a pas été envoyé : vous avez choisi de le protéger, mais le module de sécurité de Signet n’a pas pu le faire. Réessayez ; si cela n’aide pas, redémarrez Thunderbird, ou choisissez dans le menu « Sécurité » de l’envoyer sans protection.
compose-security-stopped-disk = Votre message n’a pas été envoyé : il n’y a plus de place sur le disque où Thunderbird prépare ce qu’il envoie. Supprimez ce dont vous n’avez pas besoin et appuyez de nouveau sur Envoyer. Votre message est toujours là.
compose-security-stopped-changed = Votre message n’a pas été envoyé, car la façon dont il peut être protégé a changé pendant l’envoi. Regardez les icônes en bas à droite et appuyez de nouveau sur « Envoyer ».
compose-security-stopped-openpgp = Votre message n’a pas été envoyé : OpenPGP et le menu « Sécurité » sont tous deux activés pour lui. Désactivez l’un des deux.
compose-security-stopped-copy =
    Votre message n’a pas été envoyé. Chaque destinataire caché (Cci) d’un message chiffré reçoit sa propre copie, et celle de { $address } n’a pas été acceptée : { $why } { $sent ->
        [0] Personne ne l’a reçu.
        [one] Un autre destinataire caché l’a déjà reçu, et le recevra de nouveau quand vous le renverrez.
       *[other] { $sent } autres destinataires cachés l’ont déjà reçu, et le recevront de nouveau quand vous le renverrez.
    }
compose-security-copy-no-room = Il n’y a plus de place sur le disque où Thunderbird la prépare.
compose-security-stopped-reason =
    Votre message n’a pas été envoyé. { $reason } { $remedy }{ $others ->
        [0] { "" }
        [one] { " " }Il y a une raison de plus.
       *[other] { " " }Il y a { $others } raisons de plus.
    }
compose-security-stopped-details = Afficher la sécurité
    .accesskey = A

compose-security-protecting = Signature ou chiffrement de votre message…
compose-security-protecting-cancel = Annuler l’envoi
    .accesskey = n

compose-security-draft-not-saved = Le brouillon n’a pas été enregistré : vous avez choisi de chiffrer ce message, et son brouillon ne peut pas être chiffré pour vous-même. { $reason } { $remedy } Pour l’enregistrer sans chiffrement, choisissez « Ne pas chiffrer ce message » dans le menu « Sécurité ».
compose-security-draft-not-saved-module = Le brouillon n’a pas été enregistré : vous avez choisi de chiffrer ce message, et le module de sécurité de Signet n’a pas pu chiffrer son brouillon. Pour l’enregistrer sans chiffrement, choisissez « Ne pas chiffrer ce message » dans le menu « Sécurité ».
compose-security-draft-not-saved-disk = Le brouillon n’a pas été enregistré : il n’y a plus de place sur le disque où Thunderbird le prépare. Supprimez ce dont vous n’avez pas besoin et enregistrez-le de nouveau. Votre message est toujours là.
compose-security-draft-from-encrypted = Le brouillon n’a pas été enregistré : il contient du texte d’un message qui était chiffré, et il ne peut pas être chiffré pour vous-même. { $reason } { $remedy }

compose-security-title = Sécurité du message
compose-security-signed = Signé
compose-security-encrypted = Chiffré
compose-security-yes = Oui
compose-security-no = Non
compose-security-not-possible = Impossible
compose-security-module-failed = Le module de sécurité de Signet ne répond pas ; ce message ne peut donc pas être protégé et n’est pas envoyé. Redémarrez Thunderbird et réessayez, ou choisissez dans le menu « Sécurité » de l’envoyer sans protection.
compose-security-as-plain = D’autres pourront peut-être lire le message en chemin.
compose-security-not-encrypted-then = Vous avez choisi de chiffrer si possible : le message sera envoyé sans chiffrement.

compose-security-own-certificate = Votre certificat
compose-security-issuer = Émis par
compose-security-valid = Valide jusqu’au
compose-security-until = { DATETIME($until, dateStyle: "long") }

compose-security-recipients = Destinataires
compose-security-recipient = Adresse
compose-security-can-read = Peut le lire
compose-security-certificate = Certificat
compose-security-recipient-certificate = Émis par { $issuer }, valide jusqu’au { DATETIME($until, dateStyle: "long") }
compose-security-source-stored = Enregistré sur cet ordinateur
compose-security-source-directory = De l’annuaire ; il sera enregistré à l’envoi du message
compose-security-looking-up = Recherche dans l’annuaire des certificats qui manquent…
compose-security-lookup-cancel = Arrêter la recherche
    .accesskey = r
compose-security-look-up = Chercher dans l’annuaire
    .aria-label = Chercher dans l’annuaire : { $address }
compose-security-close = Fermer
    .accesskey = F

compose-security-choose = En choisir un autre…
    .aria-label = Choisir un autre certificat : { $address }
compose-security-import = Importer…
    .aria-label = Importer un certificat : { $address }
compose-security-ask = Demander son certificat
    .aria-label = Demander son certificat : { $address }
compose-security-choose-title = Certificats de { $address }
compose-security-choose-lead = Choisissez celui avec lequel ce message est chiffré.
compose-security-choose-current = Il est utilisé maintenant.
compose-security-choose-use = Utiliser ce certificat
    .accesskey = U
compose-security-choose-cancel = Annuler
    .accesskey = n
compose-security-picked = Vous l’avez choisi.
compose-security-method-others = { $others ->
        [one] Il en va de même d’un autre destinataire.
       *[other] Il en va de même de { $others } autres destinataires.
    }

compose-recipient-look-up =
    .label = Chercher le certificat dans l’annuaire
    .accesskey = h
compose-recipient-choose =
    .label = Choisir un autre certificat…
    .accesskey = u
compose-recipient-import =
    .label = Importer un certificat…
    .accesskey = I
compose-recipient-ask =
    .label = Demander son certificat
    .accesskey = D
compose-recipient-info =
    .label = Afficher la sécurité
    .accesskey = A

ask-certificate-subject = Merci de m’envoyer un message signé
ask-certificate-body =
    Bonjour,

    J’aimerais vous écrire de façon chiffrée. Pour cela, j’ai besoin de votre certificat S/MIME.

    Si vous en avez un, merci de répondre à ce message en signant votre réponse : votre certificat vient avec la signature. Si vous n’en avez pas, la personne qui s’occupe de votre ordinateur peut vous dire comment en obtenir un.

    Merci !
