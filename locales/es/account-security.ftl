# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

account-security-title = Seguridad (S/MIME)
account-security-intro = Para firmar mensajes y recibir mensajes cifrados necesita un certificado propio. Elija aquí cuál se usa.

account-security-certificates = Certificados…
    .accesskey = T
account-security-import = Importar un certificado…
    .accesskey = M
account-security-identity = Identidad:
    .accesskey = I

account-security-signing-heading = Firma digital
account-security-signing-certificate = Firmar los mensajes con este certificado:
account-security-sign-by-default = Firmar los mensajes
    .accesskey = F
account-security-encryption-heading = Cifrado
account-security-encryption-certificate = Los demás cifran para usted con este certificado, y usted abre con él sus mensajes:
account-security-encryption-default = Cuando escribe un mensaje:
account-security-encrypt-never = No cifrar, salvo que se elija en el mensaje
    .accesskey = N
account-security-encrypt-if-possible = Cifrar si todos pueden leer el mensaje; si no, enviarlo sin cifrar
    .accesskey = p
account-security-encrypt-required = Cifrar; un mensaje que no se pueda cifrar no se envía
    .accesskey = C
account-security-protect-subject = Ocultar el asunto de los mensajes cifrados
    .accesskey = O

account-security-none-chosen = Ningún certificado elegido
account-security-not-here = El certificado elegido no está en este equipo

account-security-select-signing = Seleccionar…
    .accesskey = S
    .aria-label = Seleccionar… un certificado para firmar
account-security-clear-signing = Quitar
    .accesskey = Q
    .aria-label = Quitar el certificado para firmar
account-security-select-encryption = Seleccionar…
    .accesskey = l
    .aria-label = Seleccionar… un certificado para cifrar
account-security-clear-encryption = Quitar
    .accesskey = t
    .aria-label = Quitar el certificado para cifrar

account-security-usable = Este certificado se puede usar hasta el { DATETIME($until, dateStyle: "long") }.
account-security-proposed = Podría usar el certificado de { $name }, emitido por { $issuer } y válido hasta el { DATETIME($until, dateStyle: "long") }: elija «Seleccionar…»
account-security-failed = El módulo de seguridad de Signet no responde, así que no se sabe nada de sus certificados. Reinicie Thunderbird e inténtelo de nuevo.

account-security-pick-signing = Certificados para firmar
account-security-pick-encryption = Certificados para cifrar
account-security-pick-intro = Para { $address }:
account-security-pick-none = Ninguno de sus certificados se puede usar para { $address }.
account-security-pick-no-own = No hay ningún certificado suyo en este equipo.
account-security-pick-others = Estos no se pueden usar:
account-security-pick-ok = Aceptar
account-security-pick-cancel = Cancelar
account-security-pick-details = Emitido por { $issuer }, válido del { DATETIME($from, dateStyle: "medium") } al { DATETIME($until, dateStyle: "medium") }, número de serie { $serial }
account-security-pick-token = En { $tokens }

account-security-both-title = ¿Usarlo para ambas cosas?
account-security-both-encryption = El mismo certificado sirve para cifrar, para que otros puedan enviarle mensajes cifrados. ¿Usarlo también para eso?
account-security-both-signing = El mismo certificado sirve para firmar mensajes. ¿Usarlo también para eso?
account-security-pair-encryption = También tiene un certificado para cifrar que va con él ({ $name }, emitido por { $issuer }). ¿Usarlo para cifrar?
account-security-pair-signing = También tiene un certificado para firmar que va con él ({ $name }, emitido por { $issuer }). ¿Usarlo para firmar mensajes?
account-security-both-yes = Usar
account-security-both-no = No usar
