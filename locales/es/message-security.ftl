# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

header-icon-pen = La firma digital es válida.
header-icon-broken-pen = Hay un problema con la firma digital.
header-icon-question-pen = No se pudo comprobar la firma digital.
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

message-security-signature-heading = Firma digital
message-security-encryption-heading = Cifrado

message-security-judging = Comprobando…

message-security-signature-none = Sin firmar
message-security-signature-valid = Firma válida
message-security-signature-invalid = Problema con la firma
message-security-signature-unknown = Firma sin comprobar
message-security-signature-failed = Signet no lo ha comprobado

message-security-encryption-unknown = No se sabe
message-security-encryption-none = Sin cifrar
message-security-encryption-decrypted = Cifrado
message-security-encryption-failed = Cifrado, pero sin abrir

message-security-inside-not-judged = Este mensaje se firmó antes de cifrarlo. Thunderbird abrió el cifrado; Signet no ha comprobado la firma que hay dentro.
message-security-inside-not-seen = Solo se puede ver si este mensaje está firmado cuando se haya abierto.
message-security-signature-not-here = Este mensaje aún no se ha descargado, así que nadie puede decir si está firmado.
    .remedy = Conéctese y vuelva a abrir el mensaje.
message-security-encryption-not-here = Solo se puede ver si este mensaje está cifrado cuando se haya descargado.
message-security-opened-by-host = Thunderbird abrió este mensaje para usted. En su camino solo podían leerlo las personas para las que se cifró.
message-security-not-opened-by-host = Thunderbird no pudo abrir este mensaje.
    .remedy = Importe el certificado para el que se cifró, con su clave privada, o pida al remitente que lo cifre con su certificado actual.
message-security-not-known-to-host = Este mensaje se cifró de una forma que Thunderbird no puede mostrar.
    .remedy = Pida al remitente que lo envíe de nuevo, cifrado de una forma más común.
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
message-security-algorithm = Método
message-security-view-certificate = Ver el certificado de la firma
    .accesskey = V
