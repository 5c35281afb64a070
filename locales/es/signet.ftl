# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

notice-host-unknown = Signet no es compatible con esta versión de Thunderbird y se ha desactivado. Thunderbird usa sus propias funciones S/MIME. Actualice Signet en el administrador de complementos. (Falta: { $details })

notice-organisation = Hay un error en los ajustes de su organización para Signet; en su lugar se usa el ajuste seguro, o el de Signet. Avise a quien se ocupa de su equipo: { $details }

notice-module-not-loaded = No se pudo cargar el módulo de seguridad de Signet, así que Signet se ha desactivado. Thunderbird usa sus propias funciones S/MIME. Vuelva a instalar Signet; si no ayuda, comuníquelo con estos datos: { $details }

notice-version-mismatch = { $reason } { $remedy } Hasta entonces, Signet está desactivado y Thunderbird usa sus propias funciones S/MIME.

notice-module-failed = El módulo de seguridad de Signet no responde bien. En los mensajes que no puede comprobar se ven los signos de Thunderbird. Reinicie Thunderbird; si vuelve a ocurrir, comuníquelo con estos datos: { $details }

collected-notice = El certificado de { $name } se ha guardado; ya puede enviar mensajes cifrados a { $address }.
collected-undo =
    .label = Deshacer
    .accesskey = D

notice-own-expires = Su certificado para { $address } caduca el { DATETIME($until, dateStyle: "long") }. Solicite uno nuevo, o impórtelo si ya lo tiene; conserve el antiguo.
notice-own-expired = Su certificado para { $address } caducó el { DATETIME($until, dateStyle: "long") }. Ya no puede firmar con él. Solicite uno nuevo, o impórtelo si ya lo tiene; conserve el antiguo.
notice-open-certificates =
    .label = Certificados…
    .accesskey = C
