# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Reasons. The variables are explained in locales/en-US/reasons.ftl.

reason-valid = Ce message a été signé par { $subject } et n’a pas été modifié depuis.
    .remedy = Il n’y a rien à faire.

reason-not-signed = Ce message n’est pas signé.
    .remedy = Si vous devez être certain de son auteur, demandez à l’expéditeur de le signer ou de le confirmer autrement.

reason-partly-signed = Une partie seulement de ce message est signée ; n’importe qui a pu écrire le reste.
    .remedy = Ne vous fiez à rien que l’expéditeur ne vous ait confirmé, ou demandez de nouveau le message, signé en entier.

reason-signed-outside-encryption = { $subject } n’a signé ce message qu’après son chiffrement, ce qui ne montre pas qui l’a écrit.
    .remedy = Si vous devez être certain de son auteur, demandez à l’expéditeur de signer les messages avant de les chiffrer, comme le font les logiciels de messagerie.

reason-altered = Ce message a été modifié après avoir été signé.
    .remedy = Ne vous fiez pas à son contenu ; demandez à l’expéditeur de l’envoyer de nouveau.

reason-signature-mismatch = La signature n’a pas été faite avec la clé de { $subject }, dont elle nomme le certificat.
    .remedy = Ne vous fiez pas à ce message ; demandez autrement à l’expéditeur s’il est authentique.

reason-signer-certificate-missing = Le certificat de la personne qui a signé n’est ni dans le message ni sur cet ordinateur.
    .remedy = Demandez à l’expéditeur un message signé qui contient le certificat.

reason-no-signer = Ce message ressemble à un message signé, mais personne ne l’a signé.
    .remedy = Traitez-le comme un message non signé ; demandez à l’expéditeur de l’envoyer de nouveau, signé.

reason-content-not-available = La signature ne peut pas être vérifiée, car le contenu signé n’est pas là en entier.
    .remedy = Téléchargez tout le message et ouvrez-le de nouveau ; si cela n’aide pas, demandez à l’expéditeur de le renvoyer.

reason-embedded-content = La signature apporte sa propre copie du texte, qui n’est peut-être pas ce que montre ce message.
    .remedy = Ne vous fiez pas à ce message ; demandez à l’expéditeur de l’envoyer de nouveau.

reason-signed-attributes-missing = La signature ne dit pas pour quel genre de contenu elle a été faite.
    .remedy = Ne vous fiez pas à ce message ; demandez à l’expéditeur de le signer de nouveau avec un logiciel à jour.

reason-signed-attribute-invalid = Un détail de la signature manque, est faux ou figure deux fois : { $attribute }.
    .remedy = Ne vous fiez pas à ce message ; demandez à l’expéditeur de le signer de nouveau avec un logiciel à jour.

reason-signed-attributes-as-content = Le contenu de ce message est un morceau d’une autre signature, ce qui est un signe de falsification.
    .remedy = Ne vous fiez pas à ce message ; dites autrement à l’expéditeur supposé que vous l’avez reçu.

reason-signing-certificate-mismatch = Le signataire a signé avec un autre certificat que celui qui est montré, qui appartient à { $subject }.
    .remedy = Ne vous fiez pas à ce message ; demandez autrement à l’expéditeur s’il est authentique.

reason-algorithm-protection-mismatch = Ce message a été signé par d’autres méthodes que ne le dit sa signature.
    .remedy = Ne vous fiez pas à ce message ; demandez à l’expéditeur de l’envoyer de nouveau.

reason-date-mismatch = Ce message est daté du { DATETIME($messageDate, dateStyle: "long", timeStyle: "short") }, mais il a été signé le { DATETIME($signingTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = Si la date compte, demandez à l’expéditeur quand il a été écrit ; ce peut être un ancien message renvoyé.

reason-address-mismatch = Ce message vient de { $address }, mais il a été signé par { $signerAddresses }.
    .remedy = Demandez à la personne que vous connaissez, à une adresse ou un numéro que vous connaissez, si le message est authentique.

reason-no-address-in-certificate = Le certificat de { $subject } ne contient pas d’adresse électronique ; il ne montre donc pas que { $address } a envoyé ce message.
    .remedy = Demandez à l’expéditeur d’employer un certificat qui contient l’adresse électronique.

reason-no-from-address = Ce message ne nomme aucun expéditeur auquel comparer la signature.
    .remedy = Demandez à la personne que vous croyez en être l’auteur s’il est authentique.

reason-several-from-addresses = Ce message nomme plusieurs expéditeurs, mais seul { $signerAddresses } l’a signé.
    .remedy = Demandez aux autres expéditeurs s’ils répondent du message.

reason-display-name-misleads = L’expéditeur se nomme « { $displayName } », mais le message vient de { $address }.
    .remedy = Regardez bien l’adresse avant de répondre ou de suivre un lien.

reason-certificate-expired = Le certificat de { $subject } a expiré le { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Demandez à { $subject } un certificat plus récent ; il est renouvelé par { $issuer }.

reason-certificate-not-yet-valid = Le certificat de { $subject } n’est pas valide avant le { DATETIME($notBefore, dateStyle: "long") }.
    .remedy = Vérifiez la date et l’heure de cet ordinateur ; si elles sont justes, le certificat pourra servir à partir de ce jour.

reason-certificate-revoked = Le certificat de { $subject } a été révoqué par { $issuer } le { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = Ne l’employez plus ; demandez autrement à { $subject } un nouveau certificat.

reason-certificate-distrusted = Le certificat de { $subject } est marqué comme non fiable sur cet ordinateur.
    .remedy = Ne lui faites de nouveau confiance, sous Outils, Certificats, que si vous savez avec certitude que le certificat est authentique.

reason-certificate-malformed = Le certificat de { $subject } est endommagé ou ne suit pas les règles.
    .remedy = Demandez à { $subject } un certificat correct.

reason-issuer-unknown = Le certificat de { $subject } a été émis par { $issuer }, que cet ordinateur ne connaît pas.
    .remedy = Demandez à votre administrateur si l’on peut se fier à { $issuer } et, dans ce cas, importez son certificat.

reason-issuer-not-trusted = Le certificat de { $subject } remonte à { $issuer }, à qui cet ordinateur ne fait pas confiance pour le courrier.
    .remedy = Si vous savez que l’on peut se fier à { $issuer }, comparez son empreinte, puis faites-lui confiance pour le courrier : ici ou sous Outils, Certificats.

reason-self-signed = Le certificat de { $subject } a été émis par { $subject } même ; personne d’autre n’en répond.
    .remedy = Ne lui faites confiance qu’après avoir comparé son empreinte avec le titulaire, par téléphone ou en personne.

reason-issuer-not-authority = Le certificat de { $subject } a été émis par { $issuer }, qui n’a pas le droit d’émettre des certificats.
    .remedy = Ne vous y fiez pas ; demandez à { $subject } un certificat d’une autorité de confiance.

reason-path-too-long = Entre { $issuer } et le certificat de { $subject } se trouvent plus d’autorités que { $issuer } n’en permet.
    .remedy = Demandez à { $subject } un certificat émis correctement.

reason-name-not-permitted = Le certificat de { $subject } contient le nom { $name }, qui sort de ce que { $issuer } permet.
    .remedy = Ne vous y fiez pas ; demandez à { $subject } un certificat émis correctement.

reason-name-constraint-unsupported = Le certificat de { $subject } limite les noms dont il peut répondre d’une façon qui ne peut pas être vérifiée ici.
    .remedy = Demandez à votre administrateur ; l’autorité doit émettre son certificat sous une autre forme.

reason-critical-extension-unknown = Le certificat de { $subject } pose une condition qui ne peut pas être vérifiée ici et ne doit pas être ignorée ({ $extension }).
    .remedy = Mettez le logiciel de messagerie à jour ; si cela n’aide pas, demandez à { $subject } un autre certificat.

reason-policy-not-satisfied = Le certificat de { $subject } ne respecte pas les règles que les autorités au-dessus de lui ont fixées.
    .remedy = Demandez à { $subject } un certificat émis correctement.

reason-certificate-signature-invalid = Le certificat de { $subject } n’a pas été émis par { $issuer }, ou il a été modifié ensuite.
    .remedy = Ne vous y fiez pas ; demandez autrement à { $subject } le certificat authentique.

reason-not-for-email = Le certificat de { $subject } n’a pas été émis pour le courrier électronique.
    .remedy = Demandez à { $subject } un certificat émis pour le courrier électronique.

reason-not-for-signing = Le certificat de { $subject } n’a pas été émis pour signer des messages.
    .remedy = Demandez à { $subject } de signer avec un certificat émis pour cela.

reason-not-for-encryption = Le certificat de { $subject } n’a pas été émis pour chiffrer des messages.
    .remedy = Demandez à { $subject } un certificat émis pour le chiffrement.

reason-path-budget-exhausted = La vérification du certificat de { $subject } a été abandonnée, car les certificats joints s’assemblent de trop de façons.
    .remedy = Demandez à { $subject } un message qui ne contient que les certificats nécessaires.

reason-weak-digest = Une signature a été faite avec { $algorithm }, une méthode si faible que l’on peut falsifier des signatures.
    .remedy = Ne vous y fiez pas ; demandez à l’expéditeur de signer avec un logiciel ou un certificat à jour.

reason-weak-key = La clé de { $subject } est trop faible pour être sûre : { $algorithm }.
    .remedy = Demandez à { $subject } un certificat avec une clé plus forte.

reason-weak-cipher = Ce message est chiffré avec { $algorithm }, une méthode si faible que d’autres peuvent peut-être le lire.
    .remedy = Considérez le contenu comme non confidentiel ; demandez à l’expéditeur d’employer un logiciel à jour.

reason-algorithm-refused = Une méthode employée n’est pas acceptée dans le courrier signé ou chiffré : { $algorithm }.
    .remedy = Demandez à l’expéditeur d’employer un logiciel à jour et d’envoyer de nouveau le message.

reason-algorithm-unsupported = Une méthode employée n’existe pas dans ce logiciel : { $algorithm }.
    .remedy = Mettez le logiciel à jour ; si cela n’aide pas, demandez à l’expéditeur une méthode plus courante.

reason-key-invalid = Le certificat de { $subject } contient une clé qui ne peut pas être authentique.
    .remedy = Ne vous y fiez pas ; demandez à { $subject } un nouveau certificat.

reason-malformed = Ce message est endommagé ou ne suit pas les règles ; le défaut se trouve ici : { $where }.
    .remedy = Demandez à l’expéditeur d’envoyer de nouveau le message.

reason-limit-exceeded = Ce message est plus gros ou plus compliqué que tout message ordinaire ; il n’est donc pas accepté ({ $limit }).
    .remedy = Si vous l’attendiez, demandez à l’expéditeur de l’envoyer sous une forme plus simple.

reason-content-type-unsupported = Ce message contient un contenu protégé d’un genre qui ne peut pas être ouvert ici : { $type }.
    .remedy = Demandez à l’expéditeur de l’envoyer comme message signé ou chiffré ordinaire.

reason-no-matching-key = Aucune clé privée sur cet ordinateur n’ouvre ce message. Il a été chiffré pour : { $recipients }.
    .remedy = Si l’un de ces certificats est à vous, importez-le avec sa clé privée ; sinon, demandez à l’expéditeur de chiffrer le message avec votre certificat actuel.

reason-private-key-missing = La clé privée du certificat de { $subject } n’est pas sur cet ordinateur.
    .remedy = Importez-la d’une sauvegarde, ou insérez la carte ou l’appareil qui la contient.

reason-decryption-failed = Ce message ne peut pas être déchiffré, car il a été endommagé ou modifié en chemin.
    .remedy = Demandez à l’expéditeur de l’envoyer de nouveau.

reason-encryption-not-authenticated = Le chiffrement a empêché d’autres de lire ce message, mais pas de le modifier en chemin.
    .remedy = Avant d’agir sur quelque chose d’important qu’il contient, interrogez l’expéditeur ; les messages qui sont aussi signés, ou chiffrés avec une méthode plus récente comme AES-GCM, ne peuvent pas être modifiés sans que cela se voie.

reason-protected-header-differs = Le champ { $field } a été modifié hors de la protection : l’expéditeur a écrit « { $inner } », et à l’extérieur on lit « { $outer } ».
    .remedy = Fiez-vous à ce que l’expéditeur a écrit ; le reste a pu être mis là par n’importe qui.

reason-encrypted-in-part = Une partie seulement de ce message était chiffrée ; d’autres ont pu lire ou écrire le reste.
    .remedy = En répondant, ne citez que ce que vous montreriez à tous ; demandez à l’expéditeur de chiffrer tout le message.

reason-not-encrypted = Ce message n’est pas chiffré.
    .remedy = N’envoyez rien de confidentiel en réponse, à moins de la chiffrer.

reason-protection-changed = La façon dont ce message peut être protégé a changé pendant l’envoi.
    .remedy = Regardez de nouveau comment il sera envoyé et appuyez encore sur « Envoyer ».

reason-hidden-recipients = Ce message chiffré a des destinataires cachés (Cci), et chacun d’eux reçoit sa propre copie. Un tel message ne peut pas attendre dans les messages en attente.
    .remedy = Envoyez-le maintenant plutôt que plus tard. Si vous êtes hors ligne, enregistrez-le comme brouillon et envoyez-le une fois en ligne.

reason-password-needed = Le mot de passe de { $token } est nécessaire.
    .remedy = Saisissez le mot de passe et réessayez.

reason-password-cancelled = Ce message n’a pas été ouvert, car le mot de passe de { $token } a été demandé et n’a pas été saisi.
    .remedy = Ouvrez de nouveau le message et saisissez le mot de passe.

reason-password-wrong = Le mot de passe saisi pour { $token } est faux.
    .remedy = Réessayez avec le bon mot de passe ; une carte peut se bloquer après trop d’essais.

reason-cancelled = La tâche a été annulée avant la fin.
    .remedy = Recommencez-la si vous en avez encore besoin.

reason-token-unavailable = Le périphérique de sécurité { $token } n’est pas disponible.
    .remedy = Insérez la carte ou branchez l’appareil, puis réessayez.

reason-file-unreadable = Le fichier { $path } ne peut pas être lu.
    .remedy = Vérifiez qu’il existe et que vous avez le droit de le lire.

reason-profile-unusable = { $problem ->
        [missing] Le dossier { $profile } n’existe pas.
        [not-a-database] Le dossier { $profile } ne contient pas de base de certificats et de clés.
        [old-format] La base de certificats et de clés dans { $profile } a un format qui n’est plus employé.
        [locked] La base de certificats et de clés dans { $profile } est employée par un autre programme.
        [unreadable] La base de certificats et de clés dans { $profile } ne peut pas être lue.
        [roots-missing] La liste des autorités fiables dès le départ ne peut pas être chargée.
        [not-started] Le logiciel de messagerie n’a pas ouvert ses certificats et ses clés.
       *[other] Les certificats et les clés dans { $profile } ne peuvent pas être ouverts.
    }
    .remedy = Vérifiez que c’est le bon dossier et que vous avez le droit de le lire, puis réessayez.

reason-invalid-request = Une partie de Signet a demandé à une autre quelque chose que celle-ci ne comprend pas.
    .remedy = Redémarrez le programme ; si cela se reproduit, signalez-le avec les détails.

reason-internal = Signet n’a pas pu le faire à cause d’un défaut qui lui est propre.
    .remedy = Réessayez ; si cela se reproduit, signalez-le avec les détails.

reason-version-mismatch = Le module complémentaire est de version { $scriptVersion }, mais son module de sécurité est de version { $moduleVersion }.
    .remedy = Réinstallez Signet, pour que les deux parties soient de la même version.

reason-out-of-memory = Il n’y a plus assez de mémoire pour cela.
    .remedy = Fermez d’autres programmes et réessayez.

reason-revocation-unknown = On ne sait pas si { $issuer } a révoqué le certificat de { $subject }.
    .remedy = Vérifiez de nouveau une fois connecté au réseau ; si cela persiste, demandez à votre administrateur si { $issuer } donne cette information.

reason-revocation-answer-invalid = La réponse disant si le certificat de { $subject } a été révoqué est endommagée, ou n’est pas signée par l’autorité qu’elle nomme.
    .remedy = Vérifiez de nouveau plus tard ou depuis un autre réseau ; si cela persiste, dites-le à votre administrateur.

reason-revocation-answer-unauthorized = La réponse disant si le certificat de { $subject } a été révoqué vient de quelqu’un qui n’a pas le droit de la donner.
    .remedy = Vérifiez de nouveau plus tard ou depuis un autre réseau ; si cela persiste, dites-le à votre administrateur.

reason-revocation-answer-mismatched = La réponse disant si le certificat de { $subject } a été révoqué parle d’un autre certificat.
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-revocation-answer-outdated = La réponse disant si le certificat de { $subject } a été révoqué est trop ancienne pour que l’on s’y fie.
    .remedy = Vérifiez de nouveau une fois connecté au réseau.

reason-revocation-answer-from-future = La réponse disant si le certificat de { $subject } a été révoqué porte une date à venir.
    .remedy = Vérifiez la date et l’heure de cet ordinateur, puis vérifiez de nouveau.

reason-revocation-answer-replayed = La réponse disant si le certificat de { $subject } a été révoqué répond à une autre question que celle posée.
    .remedy = Vérifiez de nouveau plus tard ou depuis un autre réseau ; si cela persiste, dites-le à votre administrateur.

reason-revocation-answer-unsupported = La réponse disant si le certificat de { $subject } a été révoqué est d’un genre inutilisable ici.
    .remedy = Mettez le logiciel de messagerie à jour ; si cela n’aide pas, dites-le à votre administrateur.

reason-revocation-responder-failed = Le service qui sait si le certificat de { $subject } a été révoqué a répondu qu’il ne pouvait pas le dire.
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-certificate-for-other-address = Le certificat de { $subject } est pour { $addresses }, non pour { $address }.
    .remedy = Employez un certificat pour { $address }, ou employez l’adresse pour laquelle est ce certificat.

reason-certificate-without-address = Le certificat de { $subject } ne contient pas d’adresse électronique ; il ne montre donc pas qu’il appartient à { $address }.
    .remedy = Employez un certificat qui contient l’adresse { $address }.

reason-newer-certificate-preferred = Il y a un certificat plus récent de { $subject }, valide jusqu’au { DATETIME($notAfter, dateStyle: "long") }, qui est employé à la place.
    .remedy = Il n’y a rien à faire.

reason-recipient-certificate-missing = Il n’y a pas de certificat pour { $address } sur cet ordinateur.
    .remedy = Demandez à { $address } un message signé et ouvrez-le, ou importez le certificat d’un fichier.

reason-own-certificate-missing = Vous n’avez pas de certificat à vous pour { $address } sur cet ordinateur.
    .remedy = S’il est sur une carte ou un appareil, insérez-le ; sinon, importez-le d’une sauvegarde, ou demandez-en un à une autorité.

reason-certificate-expires-soon = Le certificat de { $subject } expire le { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Demandez-en un nouveau avant ce jour et gardez celui-ci : les messages chiffrés pour lui ne peuvent être lus qu’avec lui.

reason-certificate-already-there = Le certificat de { $subject } est déjà sur cet ordinateur.
    .remedy = Il n’y a rien à faire.

reason-file-damaged = Le fichier { $path } est endommagé, ou ce n’est pas un fichier de certificats.
    .remedy = Enregistrez-le ou exportez-le de nouveau là d’où il vient, et réessayez.

reason-file-algorithm-unsupported = Le fichier { $path } est protégé par une méthode que ce programme n’a pas : { $algorithm }.
    .remedy = Exportez-le de nouveau là d’où il vient en choisissant une autre méthode, comme AES-256.

reason-file-without-certificates = Le fichier { $path } ne contient aucun certificat.
    .remedy = Choisissez un fichier qui contient des certificats.

reason-file-not-authenticated = Rien dans le fichier { $path } ne montre s’il a été modifié.
    .remedy = Comparez les certificats avec leur titulaire si vous n’avez pas fait le fichier vous-même.

reason-key-not-storable = La clé privée du certificat de { $subject } est d’un genre qui ne peut pas être gardé ici : { $algorithm }.
    .remedy = Mettez le logiciel de messagerie à jour, ou employez un certificat avec une clé d’un autre genre.

reason-key-not-extractable = La clé privée du certificat de { $subject } ne peut pas quitter { $token }.
    .remedy = Gardez la carte ou l’appareil en lieu sûr ; aucune copie de cette clé n’est possible.

reason-file-unwritable = Le fichier { $path } ne peut pas être écrit.
    .remedy = Vérifiez que le dossier existe, que vous avez le droit d’y écrire et qu’il reste de la place.

reason-storing-failed = { $token } n’a pas accepté ce qui devait être enregistré.
    .remedy = Vérifiez qu’il reste de la place et que vous avez le droit d’y écrire, puis réessayez.

reason-revocation-not-checked = On n’a pas vérifié si { $issuer } a révoqué le certificat de { $subject }.
    .remedy = Avant de vous y fier pour quelque chose d’important, autorisez que l’on interroge l’autorité par le réseau et vérifiez de nouveau.

reason-fetch-no-answer = Le serveur { $host }, interrogé sur le certificat de { $subject }, est injoignable.
    .remedy = Vérifiez de nouveau une fois connecté au réseau ; si cela persiste, dites-le à votre administrateur.

reason-fetch-too-slow = Le serveur { $host }, interrogé sur le certificat de { $subject }, n’a pas fini sa réponse à temps.
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-fetch-cut-short = La réponse du serveur { $host } sur le certificat de { $subject } s’est interrompue avant la fin.
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-fetch-too-large = La réponse du serveur { $host } sur le certificat de { $subject } a été abandonnée, car elle est beaucoup trop longue.
    .remedy = Dites-le à votre administrateur ; un serveur qui répond ainsi est défaillant ou hostile.

reason-fetch-refused = Le serveur { $host } n’a pas ce qui lui était demandé sur le certificat de { $subject } (il a répondu { $status }).
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-fetch-redirected-too-often = Le serveur { $host }, interrogé sur le certificat de { $subject }, n’a fait que renvoyer la question d’un lieu à l’autre.
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-fetch-address-refused = Le certificat de { $subject } nomme { $host } comme serveur à interroger ; il ne l’a pas été, car il se trouve dans un réseau privé ou dans cet ordinateur.
    .remedy = Si votre organisation exploite vraiment ce serveur, autorisez les adresses privées dans les réglages de la vérification des certificats.

reason-fetch-not-secure = Aucune connexion sûre n’a pu être établie avec le serveur { $host }, qui devait être interrogé sur le certificat de { $subject }.
    .remedy = Vérifiez la date et l’heure de cet ordinateur et essayez depuis un autre réseau ; si cela persiste, dites-le à votre administrateur.

reason-fetch-answer-not-expected = Le serveur { $host }, interrogé sur le certificat de { $subject }, a répondu par une page web ou autre chose qui n’est pas une réponse.
    .remedy = Si le réseau vous demande d’abord de vous connecter, faites-le et vérifiez de nouveau ; si cela persiste, dites-le à votre administrateur.

reason-fetch-answer-damaged = La réponse du serveur { $host } sur le certificat de { $subject } est endommagée et ne peut pas être lue.
    .remedy = Vérifiez de nouveau plus tard ; si cela persiste, dites-le à votre administrateur.

reason-signing-failed = Le message n’a pas pu être signé : la carte, l’appareil ou le programme qui garde la clé privée de { $subject } a refusé.
    .remedy = Vérifiez que la carte ou l’appareil est branché et que le mot de passe était bon, puis réessayez.

reason-encryption-failed = Le message n’a pas pu être chiffré.
    .remedy = Réessayez ; si cela se reproduit, signalez-le avec les détails.

reason-signing-key-unsupported = Le certificat de { $subject } a un genre de clé avec lequel on ne peut pas signer ici : { $algorithm }.
    .remedy = Signez avec un autre certificat, ou demandez-en un à votre administrateur avec un genre de clé plus courant.

reason-recipient-key-unsupported = On ne peut rien chiffrer pour { $subject }, car le certificat a un genre de clé inutilisable ici : { $algorithm }.
    .remedy = Demandez à { $subject } un certificat avec un genre de clé plus courant.

reason-no-recipients = Il n’y a personne pour qui le message pourrait être chiffré.
    .remedy = Nommez au moins un destinataire qui a un certificat.

reason-recipient-newsgroup = { $address } est un groupe de discussion. Tout le monde peut le lire ; rien de ce qui y est envoyé ne peut donc être chiffré.
    .remedy = Retirez-le des destinataires, ou envoyez ce message sans chiffrement.

reason-recipient-without-address = « { $address } » n’a pas d’adresse électronique.
    .remedy = Saisissez l’adresse dans le carnet d’adresses ou dans le message, ou retirez ce destinataire.

reason-cipher-announced = Le contenu est chiffré avec { $algorithm }, que les logiciels de tous les destinataires ont dit savoir lire.
    .remedy = Il n’y a rien à faire.

reason-cipher-not-announced = Le contenu est chiffré avec { $algorithm }, car le logiciel de { $subject } n’a pas dit savoir lire { $better }.
    .remedy = Il n’y a rien à faire ; un message signé de { $subject } peut révéler ce qui peut y être lu.

reason-cipher-by-policy = Le contenu est chiffré avec { $algorithm }, comme vos réglages l’exigent.
    .remedy = Il n’y a rien à faire ; si quelqu’un ne peut pas lire le message, choisissez une autre méthode.

reason-method-announced = Le message est verrouillé pour { $subject } avec { $algorithm }, que le logiciel de cette personne a dit savoir lire.
    .remedy = Il n’y a rien à faire.

reason-method-usual = Le message est verrouillé pour { $subject } avec { $algorithm }, que tout logiciel de messagerie sait lire.
    .remedy = Il n’y a rien à faire.

reason-method-of-key = Le message est verrouillé pour { $subject } avec { $algorithm }, la méthode du genre de clé de ce certificat.
    .remedy = Il n’y a rien à faire.

reason-method-by-policy = Le message est verrouillé pour { $subject } avec { $algorithm }, comme vos réglages l’exigent.
    .remedy = Il n’y a rien à faire ; si { $subject } ne peut pas lire le message, choisissez une autre méthode.

reason-revocation-being-checked = On demande par le réseau si { $issuer } a révoqué le certificat de { $subject }.
    .remedy = Attendez un instant la réponse avant de vous y fier.

reason-issuer-being-fetched = Le certificat de { $subject } a été émis par { $issuer }, dont le propre certificat manque ici et est demandé par le réseau.
    .remedy = Attendez un instant ; on saura alors si l’on peut se fier au certificat.

reason-responder-unusable = Le service choisi dans les réglages pour dire si des certificats ont été révoqués ne peut pas être interrogé : son adresse ou son certificat manque ou n’est pas juste.
    .remedy = Choisissez de nouveau le service dans les réglages de la vérification des certificats, ou laissez interroger celui que le certificat nomme.

reason-expired-since-claimed = Le certificat de { $subject } a expiré le { DATETIME($notAfter, dateStyle: "long") }. Il était encore valide le { DATETIME($signingTime, dateStyle: "long") }, jour où l’expéditeur dit avoir signé ; personne d’autre ne confirme cette date.
    .remedy = S’il importe que ce fût signé avant l’expiration, demandez à { $subject } de confirmer le message.

reason-expired-since-seen = Le certificat de { $subject } a expiré le { DATETIME($notAfter, dateStyle: "long") }. Il était encore valide le { DATETIME($seenTime, dateStyle: "long") }, quand cette signature a été vue pour la première fois sur cet ordinateur.
    .remedy = Il n’y a rien à faire ; pour de nouveaux messages, { $subject } a besoin d’un certificat plus récent.

reason-expired-since-stamped = Le certificat de { $subject } a expiré le { DATETIME($notAfter, dateStyle: "long") }. Il était encore valide le { DATETIME($stampedTime, dateStyle: "long") } : { $authority } confirme que la signature existait alors.
    .remedy = Il n’y a rien à faire ; pour de nouveaux messages, { $subject } a besoin d’un certificat plus récent.

## Un horodatage à côté d’une signature, sur lequel rien ne peut reposer

reason-time-stamp-malformed = Un horodatage accompagne cette signature, mais il est illisible.
    .remedy = Il n’y a rien à faire : la signature est jugée sans lui ; si le moment de la signature importe, demandez-le à l’expéditeur.

reason-time-stamp-mismatched = L’horodatage qui accompagne cette signature a été fait pour autre chose.
    .remedy = Il n’y a rien à faire : la signature est jugée sans lui ; si le moment de la signature importe, demandez-le à l’expéditeur.

reason-time-stamp-invalid = L’horodatage qui accompagne cette signature n’a pas été fait par { $authority }, qu’il nomme, ou il a été modifié ensuite.
    .remedy = Il n’y a rien à faire : la signature est jugée sans lui ; si le moment de la signature importe, demandez-le à l’expéditeur.

reason-time-stamp-method-refused = L’horodatage qui accompagne cette signature a été fait avec { $algorithm }, qui est trop faible ou inconnu ici.
    .remedy = Il n’y a rien à faire : la signature est jugée sans lui ; si le moment de la signature importe, demandez-le à l’expéditeur.

reason-time-stamp-not-trusted = L’horodatage qui accompagne cette signature vient de { $authority }, à qui cet ordinateur ne fait pas confiance pour confirmer des heures.
    .remedy = Il n’y a rien à faire : la signature est jugée sans lui ; si vous connaissez { $authority }, vous pouvez faire confiance pour le courrier à l’autorité qui est au-dessus, dans la fenêtre des certificats.

reason-time-stamp-expired = L’horodatage qui accompagne cette signature vient de { $authority }, dont le propre certificat n’est plus valable ; il ne confirme donc plus rien.
    .remedy = Il n’y a rien à faire : la signature est jugée sans lui ; si le moment de la signature importe, demandez-le à l’expéditeur.

reason-time-stamp-from-future = L’horodatage qui accompagne cette signature indique un moment qui n’est pas encore venu : { DATETIME($stampedTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = Vérifiez la date et l’heure de cet ordinateur ; si elles sont justes, ne vous fiez pas à l’horodatage.

reason-not-for-time-stamping = Le certificat de { $subject } n’a pas été émis pour confirmer des heures.
    .remedy = Il n’y a rien à faire : ce qu’il confirme ne compte pas.

reason-own-certificate-expired = Votre certificat, émis pour { $subject }, a expiré le { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Demandez-en un nouveau à { $issuer } et importez-le ici ; gardez celui qui a expiré, car il ouvre les messages chiffrés pour lui.

reason-own-certificate-revoked = Votre certificat, émis pour { $subject }, a été révoqué par { $issuer } le { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = Demandez-en un nouveau à { $issuer } ; si vous ne savez pas pourquoi il a été révoqué, posez-y la question.

reason-own-not-for-email = Votre certificat, émis pour { $subject }, n’a pas été émis pour le courrier électronique.
    .remedy = Demandez à { $issuer } un certificat pour le courrier électronique.

reason-own-not-for-signing = Votre certificat, émis pour { $subject }, n’a pas été émis pour signer des messages.
    .remedy = Choisissez un autre de vos certificats pour signer, ou demandez-en un à { $issuer }.

reason-own-not-for-encryption = Votre certificat, émis pour { $subject }, n’a pas été émis pour chiffrer des messages.
    .remedy = Choisissez un autre de vos certificats pour chiffrer, ou demandez-en un à { $issuer }.

reason-own-key-weak = La clé de votre certificat, émis pour { $subject }, est trop faible pour être sûre : { $algorithm }.
    .remedy = Demandez à { $issuer } un certificat avec une clé plus forte.

reason-key-not-made = Une clé de ce genre n’a pas pu y être faite : { $algorithm } ({ $token }).
    .remedy = Choisissez un autre genre de clé, par exemple RSA de 3072 bits.

reason-address-not-usable = « { $address } » n’est pas une adresse électronique pour laquelle un certificat peut être fait.
    .remedy = Écrivez l’adresse comme elle est dans votre compte, par exemple name@example.com.

reason-directory-nothing-found = L’annuaire de { $host } n’a pas de certificat pour { $address }.
    .remedy = Demandez à { $address } un message signé et ouvrez-le, ou demandez au responsable de l’annuaire d’y ajouter le certificat.

reason-directory-login-needed = L’annuaire de { $host } ne répond qu’à ceux qui s’identifient.
    .remedy = Indiquez votre nom pour cet annuaire dans ses propriétés, dans le carnet d’adresses, faites-y une recherche et laissez enregistrer le mot de passe ; puis cherchez de nouveau.

reason-directory-login-refused = L’annuaire de { $host } n’a pas accepté le nom et le mot de passe avec lesquels il a été interrogé.
    .remedy = Corrigez le nom dans les propriétés de cet annuaire, dans le carnet d’adresses, faites-y une recherche et entrez le bon mot de passe ; puis cherchez de nouveau.

missing-subject = un titulaire non nommé
missing-issuer = une autorité non nommée
missing-address = un expéditeur non nommé
missing-signerAddresses = quelqu’un sans adresse électronique
missing-algorithm = une méthode non nommée
missing-better = une autre méthode
missing-limit = une limite non nommée
missing-where = un endroit inconnu
missing-attribute = un détail non nommé
missing-displayName = …
missing-name = (inconnu)
missing-extension = (inconnu)
missing-recipients = d’autres certificats
missing-type = (inconnu)
missing-addresses = personne de nommé
missing-token = Thunderbird
missing-field = inconnu
missing-inner = rien
missing-outer = rien
missing-host = (inconnu)
missing-status = (inconnu)
missing-path = (inconnu)
missing-profile = (inconnu)
missing-problem = autre
missing-scriptVersion = (inconnu)
missing-moduleVersion = (inconnu)
missing-notBefore = une date inconnue
missing-notAfter = une date inconnue
missing-revokedAt = une date inconnue
missing-signingTime = une date inconnue
missing-messageDate = une date inconnue
missing-seenTime = une date inconnue
missing-stampedTime = une date inconnue
missing-authority = une autorité non nommée
