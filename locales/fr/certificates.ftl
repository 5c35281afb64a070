# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

certificates-menu-item =
    .label = Certificats (S/MIME)…
    .accesskey = C
certificates-title = Certificats
certificates-groups =
    .aria-label = À qui sont les certificats
certificates-own = Les vôtres
certificates-people = Personnes
certificates-authorities = Autorités
certificates-search =
    .placeholder = Chercher un nom, une adresse ou une empreinte
    .aria-label = Chercher des certificats
certificates-list =
    .aria-label = Certificats
certificates-count = { $count ->
        [one] { $count } certificat
       *[other] { $count } certificats
    }
certificates-none-found = Aucun certificat ne contient tous ces mots.
certificates-none-own = Vous n’avez pas de certificat à vous ici. Importez-en un d’un fichier que vous a donné votre organisation ou une autorité.
certificates-none-person = Il n’y a pas encore de certificats d’autres personnes. Ils sont conservés quand quelqu’un vous envoie un message signé, ou importez-les d’un fichier.
certificates-none-authority = Il n’y a pas de certificats d’autorités.
certificates-nothing-selected = Choisissez un certificat pour voir à quoi il sert et s’il peut être employé.
certificates-collect = Conserver les certificats des personnes à partir de leurs messages signés et le dire (Thunderbird en conserve de toute façon)
certificates-import = Importer…
    .accesskey = I
certificates-close = Fermer
    .accesskey = F
certificates-ok = OK
certificates-cancel = Annuler

certificates-until = jusqu’au { DATETIME($until, dateStyle: "medium") }
certificates-usable = En ordre
certificates-trusted = De confiance
certificates-state-expired = Expiré
certificates-state-not-yet = Pas encore valable
certificates-state-revoked = Révoqué
certificates-state-distrusted = Sans confiance
certificates-state-issuer = Émetteur sans confiance
certificates-state-unusable = Inutilisable

certificates-address = Adresse électronique
certificates-issuer = Émis par
certificates-valid = Validité
certificates-valid-range = Du { DATETIME($from, dateStyle: "long") } au { DATETIME($until, dateStyle: "long") }
certificates-for-signing = Pour signer
certificates-for-encryption = Pour chiffrer
certificates-use-yes = Peut être employé
certificates-use-no = Ne peut pas être employé. { $reason }
certificates-key = Clé
certificates-signed-with = Signé avec
certificates-reads = Lisible là-bas
certificates-stored-in = Conservé dans
certificates-subject = Nom complet
certificates-issuer-subject = Nom complet de l’émetteur
certificates-serial = Numéro de série
certificates-sha256 = Empreinte SHA-256
certificates-sha1 = Empreinte SHA-1
certificates-chain = Répondent de lui
certificates-view = Voir…
    .accesskey = V
certificates-export = Exporter…
    .accesskey = E
certificates-back-up = Sauvegarder…
    .accesskey = S
certificates-delete = Supprimer…
    .accesskey = p

certificates-trust-authority = { $name } peut-elle répondre d’adresses électroniques ?
certificates-trust-authority-trusted = Oui, se fier aux certificats qu’elle émet pour le courrier
certificates-trust-authority-none = Seulement si l’on se fie à une autorité au-dessus
certificates-trust-authority-distrusted = Non, refuser tous les certificats qu’elle émet
certificates-trust-person = Faut-il se fier à ce certificat ?
certificates-trust-person-none = Si l’on se fie à l’autorité qui l’a émis
certificates-trust-person-trusted = Oui, quel que soit l’émetteur : j’ai comparé son empreinte avec { $name }
certificates-trust-person-distrusted = Non, jamais

certificates-import-title = Importer des certificats
certificates-files = Fichiers de certificats
certificates-password-title = Mot de passe du fichier
certificates-password-of-file = Le fichier { $name } est protégé par un mot de passe. Il a été choisi quand le fichier a été fait.
certificates-password-wrong = Ce n’est pas le mot de passe de { $name }. Réessayez ; les majuscules et les minuscules comptent.
certificates-password = Mot de passe :
certificates-password-again = Encore une fois :
certificates-imported = Importé
certificates-not-imported = Rien n’a été importé
certificates-stored = Le certificat de { $name } a été conservé.
certificates-stored-with-key = Le certificat de { $name } a été conservé, avec sa clé privée.
certificates-importing = Importation de { $name }
certificates-progress = { $done } certificats sur { $total }
certificates-stop = Arrêter
certificates-many-stored =
    { $count ->
        [one] { $count } certificat a été conservé.
       *[other] { $count } certificats ont été conservés.
    }
certificates-many-already-there =
    { $count ->
        [one] { $count } certificat était déjà là.
       *[other] { $count } certificats étaient déjà là.
    }
certificates-many-failed =
    { $count ->
        [one] { $count } certificat n’a pas pu être conservé :
       *[other] { $count } certificats n’ont pas pu être conservés :
    }
certificates-import-stopped =
    { $count ->
        [one] Vous avez arrêté : { $count } certificat du fichier a été laissé de côté. Pour continuer, importez le fichier de nouveau.
       *[other] Vous avez arrêté : { $count } certificats du fichier ont été laissés de côté. Pour continuer, importez le fichier de nouveau.
    }

certificates-request = Demander…
    .accesskey = D
certificates-request-title = Demander un certificat
certificates-request-text = Une clé est faite et gardée ici, et un fichier contenant la demande est enregistré. Envoyez le fichier à une autorité, par exemple celle de votre organisation. Quand la réponse arrive, importez-la ici : elle trouve sa clé.
certificates-request-address = Adresse électronique :
certificates-request-name = Nom :
certificates-request-organization = Organisation :
certificates-request-key = Genre de clé :
certificates-request-token = Garder la clé dans :
certificates-request-ok = Faire et enregistrer la demande…
certificates-request-save = Enregistrer la demande
certificates-request-made = La demande a été enregistrée sous { $file }. Envoyez ce fichier à l’autorité, et importez le certificat que vous recevrez.
certificates-key-rsa-2048 = RSA, 2048 bits
certificates-key-rsa-3072 = RSA, 3072 bits (conseillé)
certificates-key-rsa-4096 = RSA, 4096 bits
certificates-key-p-256 = Courbe elliptique P-256
certificates-key-p-384 = Courbe elliptique P-384
certificates-key-p-521 = Courbe elliptique P-521
certificates-key-ed25519 = Ed25519 (pour signer seulement)
certificates-tryout = Faire un certificat d’essai
certificates-tryout-text = Pour essayer seulement, vous pouvez faire un certificat dont personne ne répond. Sur cet ordinateur il marche aussitôt ; aux autres, on dit qu’il ne prouve rien.

certificates-export-title = Exporter le certificat
certificates-export-pem = Certificat sous forme de texte (.pem)
certificates-export-der = Certificat (.cer)
certificates-export-pkcs7 = Certificat avec ses autorités (.p7b)
certificates-back-up-file = Sauvegarde avec la clé privée (.p12)
certificates-back-up-title = Sauvegarder le certificat et la clé privée
certificates-back-up-text = Choisissez un mot de passe qui protège le fichier. Qui a les deux peut signer à votre place et lire ce qui a été chiffré pour vous. Sans le mot de passe, le fichier ne vous sert à rien non plus.

certificates-delete-title = Supprimer le certificat de { $name } ?
certificates-delete-own = Sa clé privée est supprimée aussi. Les messages chiffrés pour lui ne pourront plus être lus, sauf si vous avez une sauvegarde ; personne ne peut refaire la clé.
certificates-delete-person = Vous ne pourrez plus envoyer de messages chiffrés à { $address } avant d’avoir de nouveau un certificat pour cette adresse. Les messages reçus restent lisibles.
certificates-delete-authority = { $dependents ->
        [0] Aucun certificat ici n’a été émis par elle.
        [one] Un certificat ici a été émis par elle. Lui et les signatures faites avec lui ne pourront peut-être plus être vérifiés.
       *[other] { $dependents } certificats ici ont été émis par elle. Eux et les signatures faites avec eux ne pourront peut-être plus être vérifiés.
    }
certificates-delete-used = Il est choisi dans les paramètres de { $users } : choisissez-y un autre ensuite.
certificates-delete-yes = Supprimer
certificates-delete-yes-key = Supprimer certificat et clé
