# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = La signature numérique est valide.
header-icon-broken-pen = Il y a un problème avec la signature numérique.
header-icon-question-pen = La signature numérique n’a pas pu être vérifiée, ou pas entièrement.
header-icon-clock-pen = La signature numérique était valide ; son certificat a expiré depuis.
header-icon-checking = Le certificat est encore en cours de vérification sur le réseau.
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

message-security-copy = Copier les détails
    .accesskey = D
message-security-copied = Copié.

message-security-signature-heading = Signature numérique
message-security-encryption-heading = Chiffrement

message-security-judging = Vérification en cours…

message-security-signature-none = Non signé
message-security-signature-valid = Signature valide
message-security-signature-invalid = Problème avec la signature
message-security-signature-unknown = Signature non vérifiée
message-security-signature-expired-since = Certificat expiré
message-security-signature-failed = Non vérifié par Signet

message-security-encryption-unknown = Inconnu
message-security-encryption-none = Non chiffré
message-security-encryption-decrypted = Chiffré
message-security-encryption-failed = Chiffré, mais non ouvert

message-security-inside-not-seen = On ne peut voir si ce message est signé qu’une fois qu’il est ouvert.
message-security-signature-not-here = Ce message n’a pas encore été téléchargé ; personne ne peut donc dire s’il est signé.
    .remedy = Connectez-vous et ouvrez de nouveau le message.
message-security-parts-removed = Des parties de ce message ont été retirées après son arrivée ; sa signature ne peut donc plus être vérifiée.
    .remedy = Si c’est important, demandez à l’expéditeur de le renvoyer, et conservez les pièces jointes des messages signés.
message-security-encryption-not-here = On ne peut voir si ce message est chiffré qu’une fois qu’il est téléchargé.
message-security-opened = En chemin, seules les personnes pour lesquelles ce message a été chiffré pouvaient le lire.
message-security-not-shown = Thunderbird affiche autre chose que ce qui est protégé dans ce message : ses parties sont assemblées d’une façon qui peut se lire différemment.
    .remedy = Ne vous fiez à rien de ce que vous y voyez et demandez à l’expéditeur de l’envoyer de nouveau.
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
message-security-stamped-on = Heure confirmée
message-security-time-stamp = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, par { $authority }
message-security-history = Déjà vu
message-security-history-first-time = non : c’est le premier message signé de { $address } sur cet ordinateur
message-security-history-changed = pas avec ce certificat : { $address } en utilisait un autre jusqu’au { DATETIME($previousUsed, dateStyle: "long") }
message-security-history-known = oui : { $address } utilise ce certificat depuis le { DATETIME($since, dateStyle: "long") }
message-security-algorithm = Méthode
message-security-view-certificate = Afficher le certificat de la signature
    .accesskey = A

## Facts about the encryption

message-security-opened-with = Ouvert avec
message-security-encryption-method = Méthode
message-security-key-method = Clé transmise avec
message-security-integrity = Modifications en chemin
message-security-integrity-protected = auraient été remarquées
message-security-integrity-none = le chiffrement seul ne les aurait pas remarquées
message-security-other-readers = Qui d’autre peut le lire
message-security-readers = Qui peut le lire
message-security-recipient-known = { $name }, certificat de { $issuer }, valable jusqu’au { DATETIME($until, dateStyle: "long") }
message-security-recipient-unknown = quelqu’un d’inconnu ici : { $certificate }
message-security-recipient-password = qui connaît un mot de passe
message-security-recipients-more = { $count ->
    [one] une personne de plus
   *[other] { $count } de plus
}
message-security-view-encryption-certificate = Afficher le certificat du chiffrement
    .accesskey = C

## Buttons for what can be done about a reason

message-security-remedy-trust = Faire confiance…
    .accesskey = o
message-security-remedy-change-trust = Modifier la confiance…
    .accesskey = o
message-security-remedy-import = Importer un certificat…
    .accesskey = I
message-security-remedy-import-backup = Importer une sauvegarde…
    .accesskey = S
message-security-remedy-check-again = Demander à nouveau
    .accesskey = n
message-security-remedy-save = Enregistrer le certificat
    .accesskey = E
message-security-remedy-enter-password = Saisir le mot de passe…
    .accesskey = p
message-security-remedy-try-again = Réessayer
    .accesskey = R
message-security-remedy-download = Télécharger le message
    .accesskey = T

## Trusting a certificate

message-security-trust-title = Faire confiance à { $name } pour le courrier ?
message-security-trust-authority = Tous les certificats émis par { $name } seront alors tenus pour authentiques. Seul votre administrateur, ou { $name } même, peut vous dire si cette empreinte est la bonne : demandez-la autrement que par courrier électronique, et comparez.
message-security-trust-person = Ce certificat sera alors tenu pour authentique, bien qu’aucune autorité ne s’en porte garante. Demandez à { $name }, par téléphone ou en personne, si cette empreinte est la bonne, et comparez.
message-security-trust-yes = Elle est identique : faire confiance
message-security-trust-no = Annuler

## In the place of a part that is not opened

part-failed = Le module de sécurité de Signet n’a pas répondu ; ce message n’a donc pas pu être ouvert.
    .remedy = Ouvrez de nouveau le message ; si cela n’aide pas, redémarrez Thunderbird.
part-closed = Ce message est chiffré et n’a pas été ouvert.
part-encrypted-apart = [Cette partie est chiffrée à part. Elle n’est pas ouverte, car les parties voisines, que n’importe qui a pu ajouter, pourraient abuser de son texte.]
part-signed-apart = [Cette partie est signée à part. La signature ne couvre pas le reste du message et n’a pas été vérifiée.]
part-not-quoted = [Le texte n’est pas cité : quelqu’un a pu le modifier en chemin pour qu’il livre son contenu par Internet.]

## The bar above a message that would load something from the Internet

remote-content-bar = Ce message chargerait du contenu d’Internet. Il a été chiffré d’une façon que d’autres pouvaient modifier ; le chargement pourrait leur livrer son texte.
remote-content-load =
    .label = Charger quand même
    .accesskey = C
