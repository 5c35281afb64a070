# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

account-security-title = Sécurité (S/MIME)
account-security-intro = Pour signer des messages et recevoir des messages chiffrés, vous avez besoin d’un certificat à vous. Choisissez ici celui qui est employé.

account-security-certificates = Certificats…
    .accesskey = T
account-security-import = Importer un certificat…
    .accesskey = M
account-security-identity = Identité :
    .accesskey = I

account-security-signing-heading = Signature numérique
account-security-signing-certificate = Signer les messages avec ce certificat :
account-security-sign-by-default = Signer les messages
    .accesskey = g
account-security-encryption-heading = Chiffrement
account-security-encryption-certificate = Les autres chiffrent pour vous avec ce certificat, et vous ouvrez leurs messages avec lui :
account-security-encryption-default = Quand vous écrivez un message :
account-security-encrypt-never = Ne pas chiffrer, sauf si on le choisit dans le message
    .accesskey = N
account-security-encrypt-if-possible = Chiffrer si tous peuvent lire le message ; sinon l’envoyer sans chiffrement
    .accesskey = p
account-security-encrypt-required = Chiffrer ; un message qui ne peut pas être chiffré n’est pas envoyé
    .accesskey = C
account-security-protect-subject = Cacher le sujet des messages chiffrés
    .accesskey = u

account-security-none-chosen = Aucun certificat choisi
account-security-not-here = Le certificat choisi n’est pas sur cet ordinateur

account-security-select-signing = Sélectionner…
    .accesskey = S
    .aria-label = Sélectionner… un certificat pour la signature
account-security-clear-signing = Retirer
    .accesskey = R
    .aria-label = Retirer le certificat pour la signature
account-security-select-encryption = Sélectionner…
    .accesskey = l
    .aria-label = Sélectionner… un certificat pour le chiffrement
account-security-clear-encryption = Retirer
    .accesskey = t
    .aria-label = Retirer le certificat pour le chiffrement

account-security-usable = Ce certificat peut être employé jusqu’au { DATETIME($until, dateStyle: "long") }.
account-security-proposed = Vous pourriez employer le certificat de { $name }, émis par { $issuer } et valide jusqu’au { DATETIME($until, dateStyle: "long") } : choisissez « Sélectionner… »
account-security-failed = Le module de sécurité de Signet ne répond pas ; on ne sait donc rien de vos certificats. Redémarrez Thunderbird et réessayez.

account-security-pick-signing = Certificats pour la signature
account-security-pick-encryption = Certificats pour le chiffrement
account-security-pick-intro = Pour { $address } :
account-security-pick-none = Aucun de vos certificats ne peut être employé pour { $address }.
account-security-pick-no-own = Il n’y a pas de certificat à vous sur cet ordinateur.
account-security-pick-others = Ceux-ci ne peuvent pas être employés :
account-security-pick-ok = OK
account-security-pick-cancel = Annuler
account-security-pick-details = Émis par { $issuer }, valide du { DATETIME($from, dateStyle: "medium") } au { DATETIME($until, dateStyle: "medium") }, numéro de série { $serial }
account-security-pick-token = Dans { $tokens }

account-security-both-title = L’employer pour les deux ?
account-security-both-encryption = Le même certificat peut servir au chiffrement, pour que d’autres puissent vous envoyer des messages chiffrés. L’employer aussi pour cela ?
account-security-both-signing = Le même certificat peut servir à signer des messages. L’employer aussi pour cela ?
account-security-pair-encryption = Vous avez aussi un certificat pour le chiffrement qui va avec ({ $name }, émis par { $issuer }). L’employer pour le chiffrement ?
account-security-pair-signing = Vous avez aussi un certificat pour la signature qui va avec ({ $name }, émis par { $issuer }). L’employer pour signer des messages ?
account-security-both-yes = Employer
account-security-both-no = Ne pas employer
