# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### La ventana del primer inicio: qué certificados hay y cuáles usar.

set-up-menu-item =
    .label = Configurar certificados (S/MIME)…
    .accesskey = S
set-up-title = Configurar certificados (S/MIME)
set-up-heading = Firme y cifre sus mensajes
set-up-introduction = Con un certificado propio puede firmar mensajes, y los demás pueden cifrar mensajes para usted. Esto es lo que se ha encontrado en este equipo. Nada cambia hasta que usted lo diga.
set-up-no-account = Configure primero una cuenta de correo.
set-up-failed = El módulo de seguridad de Signet no responde, así que no se sabe nada de sus certificados. Reinicie Thunderbird e inténtelo de nuevo.

set-up-chosen-both = Puede firmar, y los demás pueden cifrar para usted, con este certificado:
set-up-chosen-signing = Puede firmar con este certificado:
set-up-chosen-encryption = Los demás pueden cifrar para usted con este certificado:
set-up-proposed-both = Firmar, y dejar que los demás cifren para mí, con este certificado
set-up-proposed-signing = Firmar con este certificado
set-up-proposed-encryption = Dejar que los demás cifren para mí con este certificado
set-up-missing-both = Todavía no puede firmar, y los demás no pueden cifrar para usted.
set-up-missing-signing = Todavía no puede firmar.
set-up-missing-encryption = Los demás todavía no pueden cifrar para usted.
set-up-details = Emitido por { $issuer }, válido hasta el { DATETIME($until, dateStyle: "long") }

set-up-how-heading = Cómo obtener un certificado
set-up-how-ask = En el trabajo, pregunte a quien se ocupa de su equipo; si no, lo emite una autoridad de certificación. Recibirá un archivo, a menudo terminado en .p12 o .pfx, y su contraseña: importe ese archivo. Si le piden una solicitud, créela aquí.
set-up-how-card = ¿Está su certificado en una tarjeta? Inserte la tarjeta. Su lector se configura en los ajustes de Thunderbird, en Privacidad y seguridad, Dispositivos de seguridad.
set-up-import = Importar un certificado…
    .accesskey = I
set-up-request = Solicitar un certificado…
    .accesskey = S

set-up-later = Puede cambiarlo en cualquier momento en la configuración de las cuentas, en la página «Seguridad (S/MIME)». Esta ventana no volverá a abrirse sola; está en el menú Herramientas.
set-up-use = Usar
    .accesskey = U
set-up-not-now = Ahora no
    .accesskey = N
set-up-close = Cerrar
    .accesskey = C
set-up-done = Hecho: a partir de ahora se usa esto.
