# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = La firma digital es válida.
header-icon-broken-pen = Hay un problema con la firma digital.
header-icon-question-pen = No se pudo comprobar la firma digital, o no del todo.
header-icon-clock-pen = La firma digital era válida; su certificado ha caducado desde entonces.
header-icon-checking = El certificado todavía se está comprobando por la red.
header-icon-key = Este mensaje estaba cifrado.
header-icon-broken-key = No se pudo abrir este mensaje cifrado.

message-security-menu-item =
    .label = Seguridad del mensaje
    .accesskey = u

message-security-title = Seguridad del mensaje
message-security-no-subject = (sin asunto)
message-security-from = De { $from }
message-security-none = No hay ningún mensaje seleccionado.
message-security-close = Cerrar
    .accesskey = C

message-security-copy = Copiar detalles
    .accesskey = D
message-security-copied = Copiado.

message-security-signature-heading = Firma digital
message-security-encryption-heading = Cifrado

message-security-judging = Comprobando…

message-security-signature-none = Sin firmar
message-security-signature-valid = Firma válida
message-security-signature-invalid = Problema con la firma
message-security-signature-unknown = Firma sin comprobar
message-security-signature-expired-since = Certificado caducado
message-security-signature-failed = Signet no lo ha comprobado

message-security-encryption-unknown = No se sabe
message-security-encryption-none = Sin cifrar
message-security-encryption-decrypted = Cifrado
message-security-encryption-failed = Cifrado, pero sin abrir

message-security-inside-not-seen = Solo se puede ver si este mensaje está firmado cuando se haya abierto.
message-security-signature-not-here = Este mensaje aún no se ha descargado, así que nadie puede decir si está firmado.
    .remedy = Conéctese y vuelva a abrir el mensaje.
message-security-parts-removed = Se quitaron partes de este mensaje después de que llegó, por lo que su firma ya no se puede comprobar.
    .remedy = Si es importante, pida al remitente que lo envíe de nuevo, y conserve los adjuntos de los mensajes firmados.
message-security-encryption-not-here = Solo se puede ver si este mensaje está cifrado cuando se haya descargado.
message-security-opened = En su camino solo podían leer este mensaje las personas para las que se cifró.
message-security-not-shown = Thunderbird muestra algo distinto de lo que está protegido en este mensaje: sus partes están unidas de un modo que se puede leer de varias formas.
    .remedy = No se fíe de nada de lo que ve en él y pida al remitente que lo envíe de nuevo.
message-security-not-encrypted = Otros pudieron leer este mensaje en su camino hasta usted.
message-security-failed = El módulo de seguridad de Signet no respondió; los signos de la cabecera son de Thunderbird.
    .remedy = Vuelva a abrir el mensaje; si no ayuda, reinicie Thunderbird.

message-security-signer-heading = Firmante { $number } de { $total }
message-security-signed-by = Firmado por
message-security-certificate-of = Certificado de
message-security-address = Dirección de correo
message-security-no-address = ninguna en el certificado
message-security-issuer = Emitido por
message-security-valid = Certificado válido
message-security-valid-range = del { DATETIME($from, dateStyle: "long") } al { DATETIME($until, dateStyle: "long") }
message-security-signed-on = Firmado el
message-security-signing-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, según el reloj del firmante
message-security-stamped-on = Hora confirmada
message-security-time-stamp = { DATETIME($time, dateStyle: "long", timeStyle: "short") }, por { $authority }
message-security-history = Visto antes
message-security-history-first-time = no: es el primer mensaje firmado de { $address } en este equipo
message-security-history-changed = no con este certificado: { $address } usó otro hasta el { DATETIME($previousUsed, dateStyle: "long") }
message-security-history-known = sí: { $address } usa este certificado desde el { DATETIME($since, dateStyle: "long") }
message-security-algorithm = Método
message-security-view-certificate = Ver el certificado de la firma
    .accesskey = V

## Facts about the encryption

message-security-opened-with = Abierto con
message-security-encryption-method = Método
message-security-key-method = Clave enviada con
message-security-integrity = Cambios en el camino
message-security-integrity-protected = se habrían notado
message-security-integrity-none = el cifrado por sí mismo no los habría notado
message-security-other-readers = Quién más puede leerlo
message-security-readers = Quién puede leerlo
message-security-recipient-known = { $name }, certificado de { $issuer }, válido hasta el { DATETIME($until, dateStyle: "long") }
message-security-recipient-unknown = alguien desconocido aquí: { $certificate }
message-security-recipient-password = quien sepa una contraseña
message-security-recipients-more = { $count ->
    [one] uno más
   *[other] { $count } más
}
message-security-view-encryption-certificate = Ver el certificado del cifrado
    .accesskey = F

## Buttons for what can be done about a reason

message-security-remedy-trust = Confiar…
    .accesskey = o
message-security-remedy-change-trust = Cambiar la confianza…
    .accesskey = o
message-security-remedy-import = Importar certificado…
    .accesskey = I
message-security-remedy-import-backup = Importar copia de seguridad…
    .accesskey = I
message-security-remedy-check-again = Preguntar otra vez
    .accesskey = P
message-security-remedy-save = Guardar el certificado
    .accesskey = G
message-security-remedy-enter-password = Introducir la contraseña…
    .accesskey = t
message-security-remedy-try-again = Intentar de nuevo
    .accesskey = n
message-security-remedy-download = Descargar el mensaje
    .accesskey = e

## Trusting a certificate

message-security-trust-title = ¿Confiar en { $name } para el correo?
message-security-trust-authority = Todos los certificados que ha emitido { $name } se tomarán entonces por auténticos. Solo su administrador, o { $name }, puede decirle si esta es su huella: pregunte por una vía que no sea el correo y compárela.
message-security-trust-person = Este certificado se tomará entonces por auténtico, aunque ninguna autoridad responda por él. Pregunte a { $name }, por teléfono o en persona, si esta es la huella y compárela.
message-security-trust-yes = Es la misma: confiar
message-security-trust-no = Cancelar

## In the place of a part that is not opened

part-failed = El módulo de seguridad de Signet no respondió, así que no se pudo abrir este mensaje.
    .remedy = Vuelva a abrir el mensaje; si no ayuda, reinicie Thunderbird.
part-closed = Este mensaje está cifrado y no se abrió.
part-encrypted-apart = [Esta parte está cifrada por separado. No se abre, porque las partes que la acompañan, que cualquiera pudo añadir, podrían abusar de su texto.]
part-signed-apart = [Esta parte está firmada por separado. La firma no abarca el resto del mensaje y no se comprobó.]
part-not-quoted = [El texto no se cita: alguien pudo cambiarlo en el camino para que revele su contenido por Internet.]

## The bar above a message that would load something from the Internet

remote-content-bar = Este mensaje cargaría contenido de Internet. Se cifró de un modo que otros podían cambiar, así que la carga podría revelarles su texto.
remote-content-load =
    .label = Cargar de todos modos
    .accesskey = C
