# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = Signet ne convient pas à cette version de Thunderbird et s’est désactivé. Thunderbird emploie ses propres fonctions S/MIME. Mettez Signet à jour dans le gestionnaire de modules. (Il manque : { $details })

notice-organisation = Il y a une erreur dans les réglages de votre organisation pour Signet ; à sa place, le réglage sûr s’applique, ou celui de Signet. Signalez-le à la personne qui s’occupe de votre ordinateur : { $details }

notice-module-not-loaded = Le module de sécurité de Signet n’a pas pu être chargé ; Signet s’est donc désactivé. Thunderbird emploie ses propres fonctions S/MIME. Réinstallez Signet ; si cela n’aide pas, signalez-le avec ces détails : { $details }

notice-version-mismatch = { $reason } { $remedy } D’ici là, Signet est désactivé et Thunderbird emploie ses propres fonctions S/MIME.

notice-module-failed = Le module de sécurité de Signet ne répond pas correctement. Pour les messages qu’il ne peut pas vérifier, vous voyez les signes de Thunderbird. Redémarrez Thunderbird ; si cela se reproduit, signalez-le avec ces détails : { $details }

collected-notice = Le certificat de { $name } a été conservé ; vous pouvez envoyer des messages chiffrés à { $address }.
collected-undo =
    .label = Annuler
    .accesskey = A

notice-own-expires = Votre certificat pour { $address } expire le { DATETIME($until, dateStyle: "long") }. Demandez-en un nouveau, ou importez-le si vous l’avez déjà ; gardez l’ancien.
notice-own-expired = Votre certificat pour { $address } a expiré le { DATETIME($until, dateStyle: "long") }. Vous ne pouvez plus signer avec lui. Demandez-en un nouveau, ou importez-le si vous l’avez déjà ; gardez l’ancien.
notice-open-certificates =
    .label = Certificats…
    .accesskey = C
