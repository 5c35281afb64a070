# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

certificates-menu-item =
    .label = Certificados (S/MIME)…
    .accesskey = C
certificates-title = Certificados
certificates-groups =
    .aria-label = De quién son los certificados
certificates-own = Suyos
certificates-people = Personas
certificates-authorities = Autoridades
certificates-search =
    .placeholder = Buscar por nombre, dirección o huella
    .aria-label = Buscar certificados
certificates-list =
    .aria-label = Certificados
certificates-count = { $count ->
        [one] { $count } certificado
       *[other] { $count } certificados
    }
certificates-none-found = Ningún certificado contiene todas estas palabras.
certificates-none-own = Aquí no tiene ningún certificado propio. Importe uno de un archivo que le haya dado su organización o una autoridad.
certificates-none-person = Todavía no hay certificados de otras personas. Se guardan cuando alguien le envía un mensaje firmado, o puede importarlos de un archivo.
certificates-none-authority = No hay certificados de autoridades.
certificates-nothing-selected = Seleccione un certificado para ver para qué sirve y si se puede usar.
certificates-collect = Guardar los certificados de las personas de sus mensajes firmados y decirlo (Thunderbird guarda algunos de todos modos)
certificates-import = Importar…
    .accesskey = I
certificates-close = Cerrar
    .accesskey = R
certificates-ok = Aceptar
certificates-cancel = Cancelar

certificates-until = hasta el { DATETIME($until, dateStyle: "medium") }
certificates-usable = En orden
certificates-trusted = De confianza
certificates-state-expired = Caducado
certificates-state-not-yet = Aún no es válido
certificates-state-revoked = Revocado
certificates-state-distrusted = Sin confianza
certificates-state-issuer = Emisor sin confianza
certificates-state-unusable = No se puede usar

certificates-address = Dirección de correo
certificates-issuer = Emitido por
certificates-valid = Validez
certificates-valid-range = Del { DATETIME($from, dateStyle: "long") } al { DATETIME($until, dateStyle: "long") }
certificates-for-signing = Para firmar
certificates-for-encryption = Para cifrar
certificates-use-yes = Se puede usar
certificates-use-no = No se puede usar. { $reason }
certificates-key = Clave
certificates-signed-with = Firmado con
certificates-reads = Allí se puede leer
certificates-stored-in = Guardado en
certificates-subject = Nombre completo
certificates-issuer-subject = Nombre completo del emisor
certificates-serial = Número de serie
certificates-sha256 = Huella SHA-256
certificates-sha1 = Huella SHA-1
certificates-chain = Responden por él
certificates-view = Ver…
    .accesskey = V
certificates-export = Exportar…
    .accesskey = E
certificates-back-up = Hacer copia…
    .accesskey = H
certificates-delete = Eliminar…
    .accesskey = L

certificates-trust-authority = ¿Puede { $name } responder por direcciones de correo?
certificates-trust-authority-trusted = Sí, confiar en los certificados que emite para correo
certificates-trust-authority-none = Solo si se confía en una autoridad superior
certificates-trust-authority-distrusted = No, rechazar todos los certificados que emite
certificates-trust-person = ¿Se debe confiar en este certificado?
certificates-trust-person-none = Si se confía en la autoridad que lo emitió
certificates-trust-person-trusted = Sí, lo haya emitido quien lo haya emitido: he comparado su huella con { $name }
certificates-trust-person-distrusted = No, nunca

certificates-import-title = Importar certificados
certificates-files = Archivos de certificados
certificates-password-title = Contraseña del archivo
certificates-password-of-file = El archivo { $name } está protegido con una contraseña. Se eligió cuando se hizo el archivo.
certificates-password-wrong = Esta no es la contraseña de { $name }. Inténtelo de nuevo; las mayúsculas y las minúsculas no son lo mismo.
certificates-password = Contraseña:
certificates-password-again = Repítala:
certificates-imported = Importado
certificates-not-imported = No se importó nada
certificates-stored = El certificado de { $name } se ha guardado.
certificates-stored-with-key = El certificado de { $name } se ha guardado, con su clave privada.
certificates-importing = Importando { $name }
certificates-progress = { $done } de { $total } certificados
certificates-stop = Detener
certificates-many-stored =
    { $count ->
        [one] Se ha guardado un certificado.
       *[other] Se han guardado { $count } certificados.
    }
certificates-many-already-there =
    { $count ->
        [one] Un certificado ya estaba aquí.
       *[other] { $count } certificados ya estaban aquí.
    }
certificates-many-failed =
    { $count ->
        [one] No se ha podido guardar un certificado:
       *[other] No se han podido guardar { $count } certificados:
    }
certificates-import-stopped =
    { $count ->
        [one] Lo ha detenido: un certificado del archivo ha quedado fuera. Para continuar, importe el archivo de nuevo.
       *[other] Lo ha detenido: { $count } certificados del archivo han quedado fuera. Para continuar, importe el archivo de nuevo.
    }

certificates-request = Solicitar…
    .accesskey = S
certificates-request-title = Solicitar un certificado
certificates-request-text = Se crea una clave que se queda aquí, y se guarda un archivo con la solicitud. Envíe el archivo a una autoridad, por ejemplo la de su organización. Cuando llegue la respuesta, impórtela aquí: encuentra su clave.
certificates-request-address = Dirección de correo:
certificates-request-name = Nombre:
certificates-request-organization = Organización:
certificates-request-key = Tipo de clave:
certificates-request-token = Guardar la clave en:
certificates-request-ok = Crear y guardar la solicitud…
certificates-request-save = Guardar la solicitud
certificates-request-made = La solicitud se ha guardado como { $file }. Envíe este archivo a la autoridad e importe el certificado que reciba.
certificates-key-rsa-2048 = RSA, 2048 bits
certificates-key-rsa-3072 = RSA, 3072 bits (recomendado)
certificates-key-rsa-4096 = RSA, 4096 bits
certificates-key-p-256 = Curva elíptica P-256
certificates-key-p-384 = Curva elíptica P-384
certificates-key-p-521 = Curva elíptica P-521
certificates-key-ed25519 = Ed25519 (solo para firmar)
certificates-tryout = Crear un certificado de prueba
certificates-tryout-text = Solo para probar, puede crear un certificado por el que nadie responde. En este equipo funciona enseguida; a los demás se les dice que no prueba nada.

certificates-export-title = Exportar el certificado
certificates-export-pem = Certificado como texto (.pem)
certificates-export-der = Certificado (.cer)
certificates-export-pkcs7 = Certificado con sus autoridades (.p7b)
certificates-back-up-file = Copia de seguridad con la clave privada (.p12)
certificates-back-up-title = Copia del certificado y de la clave privada
certificates-back-up-text = Elija una contraseña que proteja el archivo. Quien tenga las dos cosas puede firmar como usted y leer lo que se cifró para usted. Sin la contraseña, el archivo tampoco le sirve a usted.

certificates-delete-title = ¿Eliminar el certificado de { $name }?
certificates-delete-own = También se elimina su clave privada. Los mensajes cifrados para él ya no se podrán leer, salvo que tenga una copia; nadie puede volver a crear la clave.
certificates-delete-person = Ya no podrá enviar mensajes cifrados a { $address } hasta que vuelva a tener un certificado para esta dirección. Los mensajes recibidos se siguen pudiendo leer.
certificates-delete-authority = { $dependents ->
        [0] Ningún certificado de aquí fue emitido por ella.
        [one] Un certificado de aquí fue emitido por ella. Quizá ya no se puedan comprobar ni él ni las firmas hechas con él.
       *[other] { $dependents } certificados de aquí fueron emitidos por ella. Quizá ya no se puedan comprobar ni ellos ni las firmas hechas con ellos.
    }
certificates-delete-used = Está elegido en la configuración de { $users }: elija otro allí después.
certificates-delete-yes = Eliminar
certificates-delete-yes-key = Eliminar certificado y clave
