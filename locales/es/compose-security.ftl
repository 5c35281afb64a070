# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

compose-security-button =
    .label = Seguridad
    .tooltiptext = Cifrar o firmar este mensaje

compose-security-never =
    .label = No cifrar este mensaje
    .accesskey = N
compose-security-if-possible =
    .label = Cifrar si es posible
    .accesskey = p
compose-security-required =
    .label = Cifrar este mensaje
    .accesskey = C
compose-security-sign =
    .label = Firmar este mensaje
    .accesskey = F
compose-security-info =
    .label = Ver la seguridad
    .accesskey = V

compose-icon-pen = Este mensaje se firmará. Intro: más sobre su seguridad.
compose-icon-key = Este mensaje se cifrará. Intro: más sobre su seguridad.
compose-icon-pen-struck-out = Este mensaje no se puede firmar. { $reason } Intro: más sobre su seguridad.
compose-icon-key-struck-out = Este mensaje no se puede cifrar. { $reason } Intro: más sobre su seguridad.
compose-icon-no-answer = El módulo de seguridad de Signet no responde.

compose-security-stopped-module = Su mensaje no se ha enviado: eligió protegerlo, pero el módulo de seguridad de Signet no pudo hacerlo. Inténtelo de nuevo; si no ayuda, reinicie Thunderbird o elija en el menú «Seguridad» enviarlo sin protección.
compose-security-stopped-disk = Su mensaje no se ha enviado: no queda espacio en el disco donde Thunderbird prepara lo que envía. Borre lo que no necesite y pulse Enviar otra vez. Su mensaje sigue aquí.
compose-security-stopped-changed = Su mensaje no se ha enviado, porque la forma de protegerlo cambió durante el envío. Mire los iconos de abajo a la derecha y pulse «Enviar» de nuevo.
compose-security-stopped-openpgp = Su mensaje no se ha enviado: OpenPGP y el menú «Seguridad» están activados a la vez. Desactive uno de los dos.
compose-security-stopped-copy =
    Su mensaje no se ha enviado. Cada destinatario oculto (Cco) de un mensaje cifrado recibe su propia copia, y la de { $address } no se ha aceptado: { $why } { $sent ->
        [0] Nadie lo ha recibido.
        [one] Otro destinatario oculto ya lo ha recibido, y lo recibirá de nuevo cuando usted lo reenvíe.
       *[other] Otros { $sent } destinatarios ocultos ya lo han recibido, y lo recibirán de nuevo cuando usted lo reenvíe.
    }
compose-security-copy-no-room = No queda espacio en el disco donde Thunderbird la prepara.
compose-security-stopped-reason =
    Su mensaje no se ha enviado. { $reason } { $remedy }{ $others ->
        [0] { "" }
        [one] { " " }Hay un motivo más.
       *[other] { " " }Hay { $others } motivos más.
    }
compose-security-stopped-details = Ver la seguridad
    .accesskey = V

compose-security-protecting = Firmando o cifrando su mensaje…
compose-security-protecting-cancel = Cancelar el envío
    .accesskey = n

compose-security-draft-not-saved = El borrador no se ha guardado: eligió cifrar este mensaje, y su borrador no se puede cifrar para usted. { $reason } { $remedy } Para guardarlo sin cifrar, elija «No cifrar este mensaje» en el menú «Seguridad».
compose-security-draft-not-saved-module = El borrador no se ha guardado: eligió cifrar este mensaje, y el módulo de seguridad de Signet no pudo cifrar su borrador. Para guardarlo sin cifrar, elija «No cifrar este mensaje» en el menú «Seguridad».
compose-security-draft-not-saved-disk = El borrador no se ha guardado: no queda espacio en el disco donde Thunderbird lo prepara. Borre lo que no necesite y guárdelo otra vez. Su mensaje sigue aquí.
compose-security-draft-from-encrypted = El borrador no se ha guardado: contiene texto de un mensaje que estaba cifrado, y no se puede cifrar para usted. { $reason } { $remedy }

compose-security-title = Seguridad del mensaje
compose-security-signed = Firmado
compose-security-encrypted = Cifrado
compose-security-yes = Sí
compose-security-no = No
compose-security-not-possible = No es posible
compose-security-module-failed = El módulo de seguridad de Signet no responde, así que este mensaje no se puede proteger y no se envía. Reinicie Thunderbird e inténtelo de nuevo, o elija en el menú «Seguridad» enviarlo sin protección.
compose-security-as-plain = Otros podrían leer el mensaje en su camino.
compose-security-not-encrypted-then = Eligió cifrar si es posible: el mensaje se enviará sin cifrar.

compose-security-own-certificate = Su certificado
compose-security-issuer = Emitido por
compose-security-valid = Válido hasta
compose-security-until = { DATETIME($until, dateStyle: "long") }

compose-security-recipients = Destinatarios
compose-security-recipient = Dirección
compose-security-can-read = Puede leerlo
compose-security-certificate = Certificado
compose-security-recipient-certificate = Emitido por { $issuer }, válido hasta el { DATETIME($until, dateStyle: "long") }
compose-security-source-stored = Guardado en este equipo
compose-security-source-directory = Del directorio; se guardará al enviar el mensaje
compose-security-looking-up = Buscando en el directorio los certificados que faltan…
compose-security-lookup-cancel = Dejar de buscar
    .accesskey = D
compose-security-look-up = Buscar en el directorio
    .aria-label = Buscar en el directorio: { $address }
compose-security-close = Cerrar
    .accesskey = C

compose-security-choose = Elegir otro…
    .aria-label = Elegir otro certificado: { $address }
compose-security-import = Importar…
    .aria-label = Importar un certificado: { $address }
compose-security-ask = Pedir su certificado
    .aria-label = Pedir su certificado: { $address }
compose-security-choose-title = Certificados de { $address }
compose-security-choose-lead = Elija con cuál se cifra este mensaje.
compose-security-choose-current = Se usa ahora.
compose-security-choose-use = Usar este certificado
    .accesskey = U
compose-security-choose-cancel = Cancelar
    .accesskey = n
compose-security-picked = Usted lo eligió.
compose-security-method-others = { $others ->
        [one] Lo mismo vale para un destinatario más.
       *[other] Lo mismo vale para { $others } destinatarios más.
    }

compose-recipient-look-up =
    .label = Buscar el certificado en el directorio
    .accesskey = B
compose-recipient-choose =
    .label = Elegir otro certificado…
    .accesskey = o
compose-recipient-import =
    .label = Importar un certificado…
    .accesskey = I
compose-recipient-ask =
    .label = Pedir su certificado
    .accesskey = P
compose-recipient-info =
    .label = Ver la seguridad
    .accesskey = V

ask-certificate-subject = Por favor, envíeme un mensaje firmado
ask-certificate-body =
    Hola:

    Me gustaría escribirle con cifrado. Para eso necesito su certificado S/MIME.

    Si tiene uno, responda por favor a este mensaje y firme digitalmente su respuesta: su certificado viene con la firma. Si no tiene ninguno, quien se ocupa de su equipo puede decirle cómo conseguirlo.

    ¡Gracias!
