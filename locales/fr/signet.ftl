# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = Signet ne convient pas à cette version de Thunderbird et s’est désactivé. Thunderbird emploie ses propres fonctions S/MIME. Mettez Signet à jour dans le gestionnaire de modules. (Il manque : { $details })

notice-module-not-loaded = Le module de sécurité de Signet n’a pas pu être chargé ; Signet s’est donc désactivé. Thunderbird emploie ses propres fonctions S/MIME. Réinstallez Signet ; si cela n’aide pas, signalez-le avec ces détails : { $details }

notice-version-mismatch = { $reason } { $remedy } D’ici là, Signet est désactivé et Thunderbird emploie ses propres fonctions S/MIME.

notice-module-failed = Le module de sécurité de Signet ne répond pas correctement. Pour les messages qu’il ne peut pas vérifier, vous voyez les signes de Thunderbird. Redémarrez Thunderbird ; si cela se reproduit, signalez-le avec ces détails : { $details }
