# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

send-stopped-title = Message non envoyé
send-stopped-heading = Votre message n’a pas été envoyé
send-stopped-lead-encryption = Vous avez choisi de le chiffrer, et ce n’est pas possible maintenant. Rien n’a quitté votre ordinateur et rien n’est perdu.
send-stopped-lead-signature = Vous avez choisi de le signer, et ce n’est pas possible maintenant. Rien n’a quitté votre ordinateur et rien n’est perdu.
send-stopped-lead-both = Vous avez choisi de le signer et de le chiffrer, et ce n’est pas possible maintenant. Rien n’a quitté votre ordinateur et rien n’est perdu.

send-stopped-signature = Pourquoi il ne peut pas être signé
send-stopped-encryption = Pourquoi il ne peut pas être chiffré

send-stopped-back = Retour
    .accesskey = R
send-stopped-without-encryption = Envoyer sans chiffrement…
    .accesskey = s
send-stopped-without-signature = Envoyer sans signature…
    .accesskey = s
send-stopped-without-both = Envoyer sans protection…
    .accesskey = s

send-stopped-ask-encryption = Envoyer ce message sans chiffrement ?
send-stopped-ask-signature = Envoyer ce message sans signature ?
send-stopped-ask-both = Envoyer ce message sans aucune protection ?
send-stopped-from-encrypted = Il contient du texte d’un message qui était chiffré. La personne qui l’a écrit comptait sur le fait que nul autre ne le lise. Sans chiffrement, ce que vous en citez pourra aussi être lu en chemin.
send-stopped-meaning-encryption = D’autres pourront peut-être le lire : ceux qui exploitent un serveur sur son chemin, et ceux qui accèdent à une boîte où il se trouve. Il ne pourra pas être rappelé. Votre choix ne vaut que pour ce message.
send-stopped-meaning-signature = Ceux qui le reçoivent ne pourront vérifier ni qu’il vient de vous, ni que personne ne l’a modifié en chemin. Votre choix ne vaut que pour ce message.
send-stopped-meaning-both = D’autres pourront peut-être le lire, et ceux qui le reçoivent ne pourront vérifier ni qu’il vient de vous, ni que personne ne l’a modifié. Il ne pourra pas être rappelé. Votre choix ne vaut que pour ce message.
send-stopped-send-encryption = Envoyer sans chiffrement
    .accesskey = E
send-stopped-send-signature = Envoyer sans signature
    .accesskey = E
send-stopped-send-both = Envoyer sans protection
    .accesskey = E
