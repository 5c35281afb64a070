# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### La fenêtre du premier démarrage : quels certificats sont là, et lesquels utiliser.

set-up-menu-item =
    .label = Configurer les certificats (S/MIME)…
    .accesskey = S
set-up-title = Configurer les certificats (S/MIME)
set-up-heading = Signer et chiffrer vos messages
set-up-introduction = Avec un certificat à vous, vous pouvez signer vos messages, et les autres peuvent chiffrer des messages pour vous. Voici ce qui a été trouvé sur cet ordinateur. Rien ne change tant que vous ne le demandez pas.
set-up-no-account = Configurez d’abord un compte de courrier.
set-up-failed = Le module de sécurité de Signet ne répond pas : on ne sait donc rien de vos certificats. Redémarrez Thunderbird et réessayez.

set-up-chosen-both = Vous pouvez signer, et les autres peuvent chiffrer pour vous, avec ce certificat :
set-up-chosen-signing = Vous pouvez signer avec ce certificat :
set-up-chosen-encryption = Les autres peuvent chiffrer pour vous avec ce certificat :
set-up-proposed-both = Signer, et laisser les autres chiffrer pour moi, avec ce certificat
set-up-proposed-signing = Signer avec ce certificat
set-up-proposed-encryption = Laisser les autres chiffrer pour moi avec ce certificat
set-up-missing-both = Vous ne pouvez pas encore signer, et les autres ne peuvent pas chiffrer pour vous.
set-up-missing-signing = Vous ne pouvez pas encore signer.
set-up-missing-encryption = Les autres ne peuvent pas encore chiffrer pour vous.
set-up-details = Délivré par { $issuer }, valable jusqu’au { DATETIME($until, dateStyle: "long") }

set-up-how-heading = Comment obtenir un certificat
set-up-how-ask = Au travail, demandez à la personne qui s’occupe de votre ordinateur ; sinon, une autorité de certification en délivre. Vous recevez un fichier, souvent avec l’extension .p12 ou .pfx, et son mot de passe : importez ce fichier. Si l’on vous réclame une demande, créez-la ici.
set-up-how-card = Votre certificat est sur une carte ? Insérez la carte. Son lecteur se configure dans les paramètres de Thunderbird, sous Vie privée et sécurité, Périphériques de sécurité.
set-up-import = Importer un certificat…
    .accesskey = I
set-up-request = Demander un certificat…
    .accesskey = D

set-up-later = Vous pouvez changer cela à tout moment dans les paramètres des comptes, à la page « Sécurité (S/MIME) ». Cette fenêtre ne s’ouvrira plus d’elle-même ; elle se trouve dans le menu Outils.
set-up-use = Utiliser
    .accesskey = U
set-up-not-now = Pas maintenant
    .accesskey = P
set-up-close = Fermer
    .accesskey = F
set-up-done = C’est fait : désormais, c’est cela qui est utilisé.
