# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### Reasons. The variables are explained in locales/en-US/reasons.ftl.

reason-valid = Este mensaje lo firmó { $subject } y no se ha cambiado desde entonces.
    .remedy = No hay que hacer nada.

reason-not-signed = Este mensaje no está firmado.
    .remedy = Si debe estar seguro de quién lo escribió, pida al remitente que lo firme o que lo confirme por otro medio.

reason-partly-signed = Solo una parte de este mensaje está firmada; el resto pudo escribirlo cualquiera.
    .remedy = No se fíe de nada que el remitente no le haya confirmado, o pida de nuevo el mensaje, firmado entero.

reason-signed-outside-encryption = { $subject } firmó este mensaje solo después de cifrado, lo que no muestra quién lo escribió.
    .remedy = Si debe estar seguro de quién lo escribió, pida al remitente que firme los mensajes antes de cifrarlos, como hacen los programas de correo.

reason-altered = Este mensaje se cambió después de firmarlo.
    .remedy = No se fíe de su contenido; pida al remitente que lo envíe de nuevo.

reason-signature-mismatch = La firma no se hizo con la clave de { $subject }, cuyo certificado nombra.
    .remedy = No se fíe de este mensaje; pregunte al remitente por otro medio si es auténtico.

reason-signer-certificate-missing = El certificado de quien firmó no está ni en el mensaje ni en este equipo.
    .remedy = Pida al remitente un mensaje firmado que contenga el certificado.

reason-no-signer = Este mensaje parece firmado, pero nadie lo firmó.
    .remedy = Trátelo como un mensaje sin firmar; pida al remitente que lo envíe de nuevo, firmado.

reason-content-not-available = No se puede comprobar la firma, porque el contenido firmado no está completo.
    .remedy = Descargue el mensaje entero y ábralo de nuevo; si no ayuda, pida al remitente que lo envíe otra vez.

reason-embedded-content = La firma trae su propia copia del texto, que puede no ser lo que muestra este mensaje.
    .remedy = No se fíe de este mensaje; pida al remitente que lo envíe de nuevo.

reason-signed-attributes-missing = La firma no dice para qué clase de contenido se hizo.
    .remedy = No se fíe de este mensaje; pida al remitente que lo firme de nuevo con un programa de correo actualizado.

reason-signed-attribute-invalid = Un dato de la firma falta, es erróneo o está dos veces: { $attribute }.
    .remedy = No se fíe de este mensaje; pida al remitente que lo firme de nuevo con un programa de correo actualizado.

reason-signed-attributes-as-content = El contenido de este mensaje es un trozo de otra firma, lo que es señal de falsificación.
    .remedy = No se fíe de este mensaje; diga por otro medio al supuesto remitente que lo ha recibido.

reason-signing-certificate-mismatch = El firmante firmó con un certificado distinto del que se muestra, que pertenece a { $subject }.
    .remedy = No se fíe de este mensaje; pregunte al remitente por otro medio si es auténtico.

reason-algorithm-protection-mismatch = Este mensaje se firmó con otros métodos que los que dice su firma.
    .remedy = No se fíe de este mensaje; pida al remitente que lo envíe de nuevo.

reason-date-mismatch = Este mensaje lleva la fecha { DATETIME($messageDate, dateStyle: "long", timeStyle: "short") }, pero se firmó el { DATETIME($signingTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = Si la fecha importa, pregunte al remitente cuándo se escribió; puede ser un mensaje antiguo enviado otra vez.

reason-address-mismatch = Este mensaje viene de { $address }, pero lo firmó { $signerAddresses }.
    .remedy = Pregunte a la persona que conoce, en una dirección o un teléfono que conozca, si el mensaje es auténtico.

reason-no-address-in-certificate = El certificado de { $subject } no contiene ninguna dirección de correo, así que no muestra que { $address } enviara este mensaje.
    .remedy = Pida al remitente que use un certificado que contenga la dirección de correo.

reason-no-from-address = Este mensaje no nombra a ningún remitente con quien comparar la firma.
    .remedy = Pregunte a la persona que cree que lo envió si es auténtico.

reason-several-from-addresses = Este mensaje nombra a varios remitentes, pero solo { $signerAddresses } lo firmó.
    .remedy = Pregunte a los demás remitentes si respaldan el mensaje.

reason-display-name-misleads = El remitente se llama «{ $displayName }», pero el mensaje viene de { $address }.
    .remedy = Mire bien la dirección antes de responder o de seguir un enlace.

reason-certificate-expired = El certificado de { $subject } caducó el { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Pida a { $subject } un certificado más nuevo; lo renueva { $issuer }.

reason-certificate-not-yet-valid = El certificado de { $subject } no es válido antes del { DATETIME($notBefore, dateStyle: "long") }.
    .remedy = Compruebe la fecha y la hora de este equipo; si son correctas, el certificado se podrá usar desde ese día.

reason-certificate-revoked = { $issuer } revocó el certificado de { $subject } el { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = No lo use más; pida a { $subject } por otro medio un certificado nuevo.

reason-certificate-distrusted = El certificado de { $subject } está marcado como no fiable en este equipo.
    .remedy = Vuelva a confiar en él, en Herramientas, Certificados, solo si sabe con certeza que el certificado es auténtico.

reason-certificate-malformed = El certificado de { $subject } está dañado o no sigue las reglas.
    .remedy = Pida a { $subject } un certificado correcto.

reason-issuer-unknown = El certificado de { $subject } lo emitió { $issuer }, a quien este equipo no conoce.
    .remedy = Pregunte a su administrador si se puede confiar en { $issuer } y, en ese caso, importe su certificado.

reason-issuer-not-trusted = El certificado de { $subject } se remonta a { $issuer }, en quien este equipo no confía para el correo.
    .remedy = Si sabe que se puede confiar en { $issuer }, compare su huella y confíe luego en esta entidad para el correo: aquí o en Herramientas, Certificados.

reason-self-signed = El certificado de { $subject } lo emitió el propio { $subject }; nadie más responde de él.
    .remedy = Confíe en él solo después de comparar su huella con el titular, por teléfono o en persona.

reason-issuer-not-authority = El certificado de { $subject } lo emitió { $issuer }, que no tiene derecho a emitir certificados.
    .remedy = No se fíe de él; pida a { $subject } un certificado de una autoridad fiable.

reason-path-too-long = Entre { $issuer } y el certificado de { $subject } hay más autoridades de las que { $issuer } permite.
    .remedy = Pida a { $subject } un certificado emitido correctamente.

reason-name-not-permitted = El certificado de { $subject } contiene el nombre { $name }, que queda fuera de lo que { $issuer } permite.
    .remedy = No se fíe de él; pida a { $subject } un certificado emitido correctamente.

reason-name-constraint-unsupported = El certificado de { $subject } limita los nombres de los que puede responder de una forma que no se puede comprobar aquí.
    .remedy = Pregunte a su administrador; la autoridad debe emitir su certificado de otra forma.

reason-critical-extension-unknown = El certificado de { $subject } pone una condición que no se puede comprobar aquí y que no debe pasarse por alto ({ $extension }).
    .remedy = Actualice el programa de correo; si no ayuda, pida a { $subject } otro certificado.

reason-policy-not-satisfied = El certificado de { $subject } no cumple las reglas que han fijado las autoridades que están por encima.
    .remedy = Pida a { $subject } un certificado emitido correctamente.

reason-certificate-signature-invalid = El certificado de { $subject } no lo emitió { $issuer }, o se cambió después.
    .remedy = No se fíe de él; pida a { $subject } por otro medio el certificado auténtico.

reason-not-for-email = El certificado de { $subject } no se emitió para el correo electrónico.
    .remedy = Pida a { $subject } un certificado emitido para el correo electrónico.

reason-not-for-signing = El certificado de { $subject } no se emitió para firmar mensajes.
    .remedy = Pida a { $subject } que firme con un certificado emitido para ello.

reason-not-for-encryption = El certificado de { $subject } no se emitió para cifrar mensajes.
    .remedy = Pida a { $subject } un certificado emitido para cifrar.

reason-path-budget-exhausted = Se abandonó la comprobación del certificado de { $subject }, porque los certificados que lo acompañan encajan de demasiadas formas.
    .remedy = Pida a { $subject } un mensaje que contenga solo los certificados necesarios.

reason-weak-digest = Una firma se hizo con { $algorithm }, un método tan débil que se pueden falsificar firmas.
    .remedy = No se fíe de ella; pida al remitente que firme con un programa o un certificado actualizado.

reason-weak-key = La clave de { $subject } es demasiado débil para ser segura: { $algorithm }.
    .remedy = Pida a { $subject } un certificado con una clave más fuerte.

reason-weak-cipher = Este mensaje está cifrado con { $algorithm }, un método tan débil que otros podrían leerlo.
    .remedy = Trate el contenido como no confidencial; pida al remitente que use un programa de correo actualizado.

reason-algorithm-refused = Se usó un método que no se acepta en el correo firmado o cifrado: { $algorithm }.
    .remedy = Pida al remitente que use un programa de correo actualizado y envíe el mensaje de nuevo.

reason-algorithm-unsupported = Se usó un método que este programa de correo no tiene: { $algorithm }.
    .remedy = Actualice el programa de correo; si no ayuda, pida al remitente un método más común.

reason-key-invalid = El certificado de { $subject } contiene una clave que no puede ser auténtica.
    .remedy = No se fíe de él; pida a { $subject } un certificado nuevo.

reason-malformed = Este mensaje está dañado o no sigue las reglas; el fallo está aquí: { $where }.
    .remedy = Pida al remitente que envíe el mensaje de nuevo.

reason-limit-exceeded = Este mensaje es más grande o más complicado que cualquier mensaje corriente, así que no se acepta ({ $limit }).
    .remedy = Si lo esperaba, pida al remitente que lo envíe de una forma más sencilla.

reason-content-type-unsupported = Este mensaje contiene contenido protegido de una clase que no se puede abrir aquí: { $type }.
    .remedy = Pida al remitente que lo envíe como mensaje firmado o cifrado corriente.

reason-no-matching-key = Ninguna clave privada de este equipo abre este mensaje. Se cifró para: { $recipients }.
    .remedy = Si uno de estos certificados es suyo, impórtelo con su clave privada; si no, pida al remitente que cifre el mensaje con su certificado actual.

reason-private-key-missing = La clave privada del certificado de { $subject } no está en este equipo.
    .remedy = Impórtela de una copia de seguridad, o inserte la tarjeta o el dispositivo que la contiene.

reason-decryption-failed = Este mensaje no se puede descifrar, porque se dañó o se cambió en el camino.
    .remedy = Pida al remitente que lo envíe de nuevo.

reason-encryption-not-authenticated = El cifrado impidió que otros leyeran este mensaje, pero no que lo cambiaran en el camino.
    .remedy = Antes de actuar por algo importante que diga, pregunte al remitente; los mensajes que además están firmados, o cifrados con un método más nuevo como AES-GCM, no se pueden cambiar sin que se note.

reason-protected-header-differs = El campo { $field } se cambió fuera de la protección: el remitente escribió «{ $inner }» y fuera dice «{ $outer }».
    .remedy = Fíese de lo que escribió el remitente; lo otro pudo ponerlo cualquiera.

reason-encrypted-in-part = Solo una parte de este mensaje estaba cifrada; otros pudieron leer o escribir el resto.
    .remedy = Al responder, cite solo lo que enseñaría a cualquiera; pida al remitente que cifre el mensaje entero.

reason-not-encrypted = Este mensaje no está cifrado.
    .remedy = No envíe nada confidencial en una respuesta, salvo que la cifre.

reason-protection-changed = La forma de proteger este mensaje cambió durante el envío.
    .remedy = Mire de nuevo cómo se enviará y pulse «Enviar» otra vez.

reason-hidden-recipients = Este mensaje cifrado tiene destinatarios ocultos (Cco), y cada uno de ellos recibe su propia copia. Un mensaje así no puede esperar en la bandeja de salida.
    .remedy = Envíelo ahora en lugar de más tarde. Si está sin conexión, guárdelo como borrador y envíelo cuando tenga conexión.

reason-password-needed = Hace falta la contraseña de { $token }.
    .remedy = Escriba la contraseña e inténtelo de nuevo.

reason-password-cancelled = Este mensaje no se abrió, porque se pidió la contraseña de { $token } y no se escribió.
    .remedy = Abra el mensaje de nuevo y escriba la contraseña.

reason-password-wrong = La contraseña escrita para { $token } es incorrecta.
    .remedy = Inténtelo de nuevo con la contraseña correcta; una tarjeta puede bloquearse tras demasiados intentos.

reason-cancelled = La tarea se canceló antes de terminar.
    .remedy = Empiécela de nuevo si todavía la necesita.

reason-token-unavailable = El dispositivo de seguridad { $token } no está disponible.
    .remedy = Inserte la tarjeta o conecte el dispositivo e inténtelo de nuevo.

reason-file-unreadable = No se puede leer el archivo { $path }.
    .remedy = Compruebe que el archivo existe y que tiene permiso para leerlo.

reason-profile-unusable = { $problem ->
        [missing] La carpeta { $profile } no existe.
        [not-a-database] La carpeta { $profile } no contiene ninguna base de certificados y claves.
        [old-format] La base de certificados y claves de { $profile } tiene un formato que ya no se usa.
        [locked] Otro programa está usando la base de certificados y claves de { $profile }.
        [unreadable] No se puede leer la base de certificados y claves de { $profile }.
        [roots-missing] No se puede cargar la lista de autoridades fiables de partida.
        [not-started] El programa de correo no ha abierto sus certificados y claves.
       *[other] No se pueden abrir los certificados y claves de { $profile }.
    }
    .remedy = Compruebe que es la carpeta correcta y que tiene permiso para leerla, e inténtelo de nuevo.

reason-invalid-request = Una parte de Signet pidió a otra algo que esta no entiende.
    .remedy = Reinicie el programa; si vuelve a ocurrir, comuníquelo con los detalles.

reason-internal = Signet no pudo hacerlo por un fallo propio.
    .remedy = Inténtelo de nuevo; si vuelve a ocurrir, comuníquelo con los detalles.

reason-version-mismatch = El complemento es de la versión { $scriptVersion }, pero su módulo de seguridad es de la versión { $moduleVersion }.
    .remedy = Vuelva a instalar Signet, para que ambas partes sean de la misma versión.

reason-out-of-memory = No queda memoria suficiente para esto.
    .remedy = Cierre otros programas e inténtelo de nuevo.

reason-revocation-unknown = No se sabe si { $issuer } ha revocado el certificado de { $subject }.
    .remedy = Compruébelo de nuevo cuando esté conectado a la red; si sigue igual, pregunte a su administrador si { $issuer } ofrece esa información.

reason-revocation-answer-invalid = La respuesta sobre si se revocó el certificado de { $subject } está dañada, o no la firmó la autoridad que nombra.
    .remedy = Compruébelo de nuevo más tarde o desde otra red; si sigue igual, dígaselo a su administrador.

reason-revocation-answer-unauthorized = La respuesta sobre si se revocó el certificado de { $subject } viene de alguien que no tiene derecho a darla.
    .remedy = Compruébelo de nuevo más tarde o desde otra red; si sigue igual, dígaselo a su administrador.

reason-revocation-answer-mismatched = La respuesta sobre si se revocó el certificado de { $subject } habla de otro certificado.
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-revocation-answer-outdated = La respuesta sobre si se revocó el certificado de { $subject } es demasiado antigua para fiarse de ella.
    .remedy = Compruébelo de nuevo cuando esté conectado a la red.

reason-revocation-answer-from-future = La respuesta sobre si se revocó el certificado de { $subject } lleva una fecha futura.
    .remedy = Compruebe la fecha y la hora de este equipo y vuelva a comprobarlo.

reason-revocation-answer-replayed = La respuesta sobre si se revocó el certificado de { $subject } corresponde a otra pregunta que la que se hizo.
    .remedy = Compruébelo de nuevo más tarde o desde otra red; si sigue igual, dígaselo a su administrador.

reason-revocation-answer-unsupported = La respuesta sobre si se revocó el certificado de { $subject } es de una clase que no se puede usar aquí.
    .remedy = Actualice el programa de correo; si no ayuda, dígaselo a su administrador.

reason-revocation-responder-failed = El servicio que sabe si se revocó el certificado de { $subject } respondió que no puede decirlo.
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-certificate-for-other-address = El certificado de { $subject } es para { $addresses }, no para { $address }.
    .remedy = Use un certificado para { $address }, o use la dirección para la que es este certificado.

reason-certificate-without-address = El certificado de { $subject } no contiene ninguna dirección de correo, así que no muestra que pertenezca a { $address }.
    .remedy = Use un certificado que contenga la dirección { $address }.

reason-newer-certificate-preferred = Hay un certificado más nuevo de { $subject }, válido hasta el { DATETIME($notAfter, dateStyle: "long") }, que se usa en su lugar.
    .remedy = No hay que hacer nada.

reason-recipient-certificate-missing = No hay ningún certificado para { $address } en este equipo.
    .remedy = Pida a { $address } un mensaje firmado y ábralo, o importe el certificado de un archivo.

reason-own-certificate-missing = No tiene ningún certificado propio para { $address } en este equipo.
    .remedy = Si está en una tarjeta o dispositivo, insértelo; si no, impórtelo de una copia de seguridad, o solicite uno a una autoridad.

reason-certificate-expires-soon = El certificado de { $subject } caduca el { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Solicite uno nuevo antes de ese día y conserve este: los mensajes cifrados para él solo se pueden leer con él.

reason-certificate-already-there = El certificado de { $subject } ya está en este equipo.
    .remedy = No hay que hacer nada.

reason-file-damaged = El archivo { $path } está dañado, o no es un archivo de certificados.
    .remedy = Guárdelo o expórtelo de nuevo en su origen e inténtelo otra vez.

reason-file-algorithm-unsupported = El archivo { $path } está protegido con un método que este programa no tiene: { $algorithm }.
    .remedy = Expórtelo de nuevo en su origen eligiendo otro método, como AES-256.

reason-file-without-certificates = El archivo { $path } no contiene ningún certificado.
    .remedy = Elija un archivo que contenga certificados.

reason-file-not-authenticated = Nada en el archivo { $path } muestra si se cambió.
    .remedy = Compare los certificados con su titular si no hizo el archivo usted mismo.

reason-key-not-storable = La clave privada del certificado de { $subject } es de una clase que no se puede guardar aquí: { $algorithm }.
    .remedy = Actualice el programa de correo, o use un certificado con una clave de otra clase.

reason-key-not-extractable = La clave privada del certificado de { $subject } no puede salir de { $token }.
    .remedy = Guarde la tarjeta o el dispositivo en lugar seguro; no se puede hacer ninguna copia de esta clave.

reason-file-unwritable = No se puede escribir el archivo { $path }.
    .remedy = Compruebe que la carpeta existe, que tiene permiso para escribir en ella y que queda espacio.

reason-storing-failed = { $token } no aceptó lo que había que guardar.
    .remedy = Compruebe que queda espacio y que tiene permiso para escribir allí, e inténtelo de nuevo.

reason-revocation-not-checked = No se ha comprobado si { $issuer } ha revocado el certificado de { $subject }.
    .remedy = Antes de fiarse de él para algo importante, permita preguntar a la autoridad por la red y vuelva a comprobarlo.

reason-fetch-no-answer = No se puede contactar con el servidor { $host }, al que se preguntó por el certificado de { $subject }.
    .remedy = Compruébelo de nuevo cuando esté conectado a la red; si sigue igual, dígaselo a su administrador.

reason-fetch-too-slow = El servidor { $host }, al que se preguntó por el certificado de { $subject }, no terminó su respuesta a tiempo.
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-fetch-cut-short = La respuesta del servidor { $host } sobre el certificado de { $subject } se cortó antes del final.
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-fetch-too-large = Se abandonó la respuesta del servidor { $host } sobre el certificado de { $subject }, porque es demasiado larga.
    .remedy = Dígaselo a su administrador; un servidor que responde así está averiado o es hostil.

reason-fetch-refused = El servidor { $host } no tiene lo que se le pidió sobre el certificado de { $subject } (respondió { $status }).
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-fetch-redirected-too-often = El servidor { $host }, al que se preguntó por el certificado de { $subject }, solo pasó la pregunta de un sitio a otro.
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-fetch-address-refused = El certificado de { $subject } nombra a { $host } como el servidor al que preguntar; no se le preguntó porque está en una red privada o en este equipo.
    .remedy = Si su organización maneja de verdad este servidor, permita las direcciones privadas en los ajustes de la comprobación de certificados.

reason-fetch-not-secure = No se pudo establecer una conexión segura con el servidor { $host }, al que se iba a preguntar por el certificado de { $subject }.
    .remedy = Compruebe la fecha y la hora de este equipo y pruebe desde otra red; si sigue igual, dígaselo a su administrador.

reason-fetch-answer-not-expected = El servidor { $host }, al que se preguntó por el certificado de { $subject }, respondió con una página web u otra cosa que no es una respuesta.
    .remedy = Si la red le pide que inicie sesión primero, hágalo y compruébelo de nuevo; si sigue igual, dígaselo a su administrador.

reason-fetch-answer-damaged = La respuesta del servidor { $host } sobre el certificado de { $subject } está dañada y no se puede leer.
    .remedy = Compruébelo de nuevo más tarde; si sigue igual, dígaselo a su administrador.

reason-signing-failed = No se pudo firmar el mensaje: la tarjeta, el dispositivo o el programa que guarda la clave privada de { $subject } se negó.
    .remedy = Compruebe que la tarjeta o el dispositivo está conectado y que la contraseña era correcta, e inténtelo de nuevo.

reason-encryption-failed = No se pudo cifrar el mensaje.
    .remedy = Inténtelo de nuevo; si vuelve a ocurrir, comuníquelo con los detalles.

reason-signing-key-unsupported = El certificado de { $subject } tiene una clase de clave con la que aquí no se puede firmar: { $algorithm }.
    .remedy = Firme con otro certificado, o pida a su administrador uno con una clase de clave más común.

reason-recipient-key-unsupported = No se puede cifrar nada para { $subject }, porque el certificado tiene una clase de clave que no se puede usar aquí: { $algorithm }.
    .remedy = Pida a { $subject } un certificado con una clase de clave más común.

reason-no-recipients = No hay nadie para quien cifrar el mensaje.
    .remedy = Nombre al menos a un destinatario que tenga certificado.

reason-recipient-newsgroup = { $address } es un grupo de noticias. Todos pueden leerlo, así que nada de lo que se envía allí se puede cifrar.
    .remedy = Quítelo de los destinatarios, o envíe este mensaje sin cifrar.

reason-recipient-without-address = «{ $address }» no tiene dirección de correo.
    .remedy = Escriba la dirección en la libreta de direcciones o en el mensaje, o quite ese destinatario.

reason-cipher-announced = El contenido se cifra con { $algorithm }, que los programas de correo de todos los destinatarios han dicho que pueden leer.
    .remedy = No hay que hacer nada.

reason-cipher-not-announced = El contenido se cifra con { $algorithm }, porque el programa de correo de { $subject } no ha dicho que pueda leer { $better }.
    .remedy = No hay que hacer nada; un mensaje firmado de { $subject } puede decir qué se puede leer allí.

reason-cipher-by-policy = El contenido se cifra con { $algorithm }, como exigen sus ajustes.
    .remedy = No hay que hacer nada; si alguien no puede leer el mensaje, elija otro método.

reason-method-announced = El mensaje se cierra para { $subject } con { $algorithm }, que su programa de correo ha dicho que puede leer.
    .remedy = No hay que hacer nada.

reason-method-usual = El mensaje se cierra para { $subject } con { $algorithm }, que cualquier programa de correo puede leer.
    .remedy = No hay que hacer nada.

reason-method-of-key = El mensaje se cierra para { $subject } con { $algorithm }, el método para la clase de clave de ese certificado.
    .remedy = No hay que hacer nada.

reason-method-by-policy = El mensaje se cierra para { $subject } con { $algorithm }, como exigen sus ajustes.
    .remedy = No hay que hacer nada; si { $subject } no puede leer el mensaje, elija otro método.

reason-revocation-being-checked = Se está preguntando por la red si { $issuer } ha revocado el certificado de { $subject }.
    .remedy = Espere un momento la respuesta antes de fiarse de él.

reason-issuer-being-fetched = El certificado de { $subject } lo emitió { $issuer }, cuyo propio certificado falta aquí y se está pidiendo por la red.
    .remedy = Espere un momento; entonces se sabrá si se puede confiar en el certificado.

reason-responder-unusable = No se puede preguntar al servicio elegido en los ajustes para saber si se revocaron certificados: su dirección o su certificado falta o no es correcto.
    .remedy = Elija de nuevo el servicio en los ajustes de la comprobación de certificados, o deje que se pregunte al que nombra el certificado.

reason-expired-since-claimed = El certificado de { $subject } caducó el { DATETIME($notAfter, dateStyle: "long") }. Aún era válido el { DATETIME($signingTime, dateStyle: "long") }, cuando el remitente dice que se firmó; nadie más confirma esa fecha.
    .remedy = Si importa que se firmara antes de caducar, pida a { $subject } que confirme el mensaje.

reason-expired-since-seen = El certificado de { $subject } caducó el { DATETIME($notAfter, dateStyle: "long") }. Aún era válido el { DATETIME($seenTime, dateStyle: "long") }, cuando se vio esta firma por primera vez en este equipo.
    .remedy = No hay que hacer nada; para mensajes nuevos, { $subject } necesita un certificado más nuevo.

reason-expired-since-stamped = El certificado de { $subject } caducó el { DATETIME($notAfter, dateStyle: "long") }. Aún era válido el { DATETIME($stampedTime, dateStyle: "long") }: { $authority } confirma que para entonces ya se había firmado.
    .remedy = No hay que hacer nada; para mensajes nuevos, { $subject } necesita un certificado más nuevo.

## Un sello de tiempo junto a una firma en el que nada puede apoyarse

reason-time-stamp-malformed = Junto a esta firma hay un sello de tiempo, pero no se puede leer.
    .remedy = No hay que hacer nada: la firma se juzga sin él; si importa cuándo se hizo, pregunte al remitente.

reason-time-stamp-mismatched = El sello de tiempo que acompaña a esta firma se hizo para otra cosa.
    .remedy = No hay que hacer nada: la firma se juzga sin él; si importa cuándo se hizo, pregunte al remitente.

reason-time-stamp-invalid = El sello de tiempo que acompaña a esta firma no lo hizo { $authority }, como dice, o se modificó después.
    .remedy = No hay que hacer nada: la firma se juzga sin él; si importa cuándo se hizo, pregunte al remitente.

reason-time-stamp-method-refused = El sello de tiempo que acompaña a esta firma se hizo con { $algorithm }, que es demasiado débil o no se conoce aquí.
    .remedy = No hay que hacer nada: la firma se juzga sin él; si importa cuándo se hizo, pregunte al remitente.

reason-time-stamp-not-trusted = El sello de tiempo que acompaña a esta firma procede de { $authority }, en quien este equipo no confía para confirmar horas.
    .remedy = No hay que hacer nada: la firma se juzga sin él; si conoce a { $authority }, puede confiar para el correo en la autoridad que está por encima, en la ventana de certificados.

reason-time-stamp-expired = El sello de tiempo que acompaña a esta firma procede de { $authority }, cuyo propio certificado ya no es válido; por eso ya no confirma nada.
    .remedy = No hay que hacer nada: la firma se juzga sin él; si importa cuándo se hizo, pregunte al remitente.

reason-time-stamp-from-future = El sello de tiempo que acompaña a esta firma indica un momento que aún no ha llegado: { DATETIME($stampedTime, dateStyle: "long", timeStyle: "short") }.
    .remedy = Compruebe la fecha y la hora de este equipo; si son correctas, no se fíe del sello de tiempo.

reason-not-for-time-stamping = El certificado de { $subject } no se emitió para confirmar horas.
    .remedy = No hay que hacer nada: lo que confirma no se tiene en cuenta.

reason-own-certificate-expired = Su certificado, emitido para { $subject }, caducó el { DATETIME($notAfter, dateStyle: "long") }.
    .remedy = Solicite uno nuevo a { $issuer } e impórtelo aquí; conserve el caducado, porque abre los mensajes que se cifraron para él.

reason-own-certificate-revoked = Su certificado, emitido para { $subject }, fue revocado por { $issuer } el { DATETIME($revokedAt, dateStyle: "long") }.
    .remedy = Solicite uno nuevo a { $issuer }; si no sabe por qué se revocó, pregunte allí.

reason-own-not-for-email = Su certificado, emitido para { $subject }, no se emitió para correo electrónico.
    .remedy = Solicite a { $issuer } un certificado para correo electrónico.

reason-own-not-for-signing = Su certificado, emitido para { $subject }, no se emitió para firmar mensajes.
    .remedy = Elija otro de sus certificados para firmar, o solicite uno a { $issuer }.

reason-own-not-for-encryption = Su certificado, emitido para { $subject }, no se emitió para cifrar mensajes.
    .remedy = Elija otro de sus certificados para cifrar, o solicite uno a { $issuer }.

reason-own-key-weak = La clave de su certificado, emitido para { $subject }, es demasiado débil para ser segura: { $algorithm }.
    .remedy = Solicite a { $issuer } un certificado con una clave más fuerte.

reason-key-not-made = No se pudo crear allí una clave de este tipo: { $algorithm } ({ $token }).
    .remedy = Elija otro tipo de clave, por ejemplo RSA de 3072 bits.

reason-address-not-usable = «{ $address }» no es una dirección de correo para la que se pueda hacer un certificado.
    .remedy = Escriba la dirección como está en su cuenta, por ejemplo name@example.com.

reason-directory-nothing-found = El directorio de { $host } no tiene ningún certificado para { $address }.
    .remedy = Pida a { $address } un mensaje firmado y ábralo, o pida a quien lleva el directorio que añada el certificado.

reason-directory-login-needed = El directorio de { $host } solo responde a quien se identifica.
    .remedy = Escriba su nombre para este directorio en sus propiedades, en la libreta de direcciones, busque allí una vez y deje que se guarde la contraseña; luego busque de nuevo.

reason-directory-login-refused = El directorio de { $host } no aceptó el nombre y la contraseña con los que se le preguntó.
    .remedy = Corrija el nombre en las propiedades de este directorio, en la libreta de direcciones, busque allí una vez y escriba la contraseña correcta; luego busque de nuevo.

missing-subject = un titular sin nombre
missing-issuer = una autoridad sin nombre
missing-address = un remitente sin nombre
missing-signerAddresses = alguien sin dirección de correo
missing-algorithm = un método sin nombre
missing-better = otro método
missing-limit = un límite sin nombre
missing-where = un lugar desconocido
missing-attribute = un dato sin nombre
missing-displayName = …
missing-name = (desconocido)
missing-extension = (desconocido)
missing-recipients = otros certificados
missing-type = (desconocido)
missing-addresses = nadie que se nombre
missing-token = Thunderbird
missing-field = no conocido
missing-inner = nada
missing-outer = nada
missing-host = (desconocido)
missing-status = (desconocido)
missing-path = (desconocido)
missing-profile = (desconocido)
missing-problem = otro
missing-scriptVersion = (desconocido)
missing-moduleVersion = (desconocido)
missing-notBefore = una fecha desconocida
missing-notAfter = una fecha desconocida
missing-revokedAt = una fecha desconocida
missing-signingTime = una fecha desconocida
missing-messageDate = una fecha desconocida
missing-seenTime = una fecha desconocida
missing-stampedTime = una fecha desconocida
missing-authority = una autoridad sin nombre
