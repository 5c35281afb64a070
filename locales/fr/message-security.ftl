# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = La signature numérique est valide.
header-icon-broken-pen = Il y a un problème avec la signature numérique.
header-icon-question-pen = La signature numérique n’a pas pu être vérifiée.
header-icon-key = Ce message était chiffré.
header-icon-broken-key = Ce message chiffré n’a pas pu être ouvert.

message-security-menu-item =
    .label = Sécurité du message
    .accesskey = u

message-security-title = Sécurité du message
message-security-no-subject = (sans objet)
message-security-from = De { $from }
message-security-none = Aucun message n’est sélectionné.
message-security-close = Fermer
    .accesskey = F

message-security-signature-heading = Signature numérique
message-security-encryption-heading = Chiffrement

message-security-judging = Vérification en cours…

message-security-signature-none = Non signé
message-security-signature-valid = Signature valide
message-security-signature-invalid = Problème avec la signature
message-security-signature-unknown = Signature non vérifiée
message-security-signature-failed = Non vérifié par Signet

message-security-encryption-unknown = Inconnu
message-security-encryption-none = Non chiffré
message-security-encryption-decrypted = Chiffré
message-security-encryption-failed = Chiffré, mais non ouvert

message-security-inside-not-judged = Ce message a été signé avant d’être chiffré. Thunderbird a ouvert le chiffrement ; Signet n’a pas vérifié la signature qui s’y trouve.
message-security-inside-not-seen = On ne peut voir si ce message est signé qu’une fois qu’il est ouvert.
message-security-signature-not-here = Ce message n’a pas encore été téléchargé ; personne ne peut donc dire s’il est signé.
    .remedy = Connectez-vous et ouvrez de nouveau le message.
message-security-encryption-not-here = On ne peut voir si ce message est chiffré qu’une fois qu’il est téléchargé.
message-security-opened-by-host = Thunderbird a ouvert ce message pour vous. En chemin, seules les personnes pour lesquelles il a été chiffré pouvaient le lire.
message-security-not-opened-by-host = Thunderbird n’a pas pu ouvrir ce message.
    .remedy = Importez le certificat pour lequel il a été chiffré, avec sa clé privée, ou demandez à l’expéditeur de le chiffrer avec votre certificat actuel.
message-security-not-known-to-host = Ce message a été chiffré d’une façon que Thunderbird ne sait pas afficher.
    .remedy = Demandez à l’expéditeur de l’envoyer de nouveau, chiffré d’une façon plus courante.
message-security-not-encrypted = D’autres ont peut-être pu lire ce message en chemin.
message-security-failed = Le module de sécurité de Signet n’a pas répondu ; les signes dans l’en-tête du message sont ceux de Thunderbird.
    .remedy = Ouvrez de nouveau le message ; si cela n’aide pas, redémarrez Thunderbird.

message-security-signer-heading = Signataire { $number } sur { $total }
message-security-signed-by = Signé par
message-security-certificate-of = Certificat de
message-security-address = Adresse électronique
message-security-no-address = aucune dans le certificat
message-security-issuer = Émis par
message-security-valid = Certificat valide
message-security-valid-range = du { DATETIME($from, dateStyle: "long") } au { DATETIME($until, dateStyle: "long") }
message-security-signed-on = Signé le
message-security-signing-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, selon l’horloge du signataire
message-security-algorithm = Méthode
message-security-view-certificate = Afficher le certificat de la signature
    .accesskey = A
