# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

send-stopped-title = Mensaje no enviado
send-stopped-heading = Su mensaje no se ha enviado
send-stopped-lead-encryption = Eligió cifrarlo, y ahora no es posible. Nada ha salido de su equipo y nada se ha perdido.
send-stopped-lead-signature = Eligió firmarlo, y ahora no es posible. Nada ha salido de su equipo y nada se ha perdido.
send-stopped-lead-both = Eligió firmarlo y cifrarlo, y ahora no es posible. Nada ha salido de su equipo y nada se ha perdido.

send-stopped-signature = Por qué no se puede firmar
send-stopped-encryption = Por qué no se puede cifrar

send-stopped-back = Volver
    .accesskey = V
send-stopped-without-encryption = Enviar sin cifrar…
    .accesskey = s
send-stopped-without-signature = Enviar sin firmar…
    .accesskey = s
send-stopped-without-both = Enviar sin protección…
    .accesskey = s

send-stopped-ask-encryption = ¿Enviar este mensaje sin cifrar?
send-stopped-ask-signature = ¿Enviar este mensaje sin firmar?
send-stopped-ask-both = ¿Enviar este mensaje sin ninguna protección?
send-stopped-from-encrypted = Contiene texto de un mensaje que estaba cifrado. Quien lo escribió confiaba en que nadie más lo leyera. Sin cifrado, también lo que usted cita de él puede leerse en el camino.
send-stopped-meaning-encryption = Otros podrían leerlo: quien maneje un servidor de correo en su camino y quien entre en un buzón donde esté. No se puede recuperar. Su elección vale solo para este mensaje.
send-stopped-meaning-signature = Quienes lo reciban no podrán comprobar que viene de usted ni que nadie lo ha cambiado en el camino. Su elección vale solo para este mensaje.
send-stopped-meaning-both = Otros podrían leerlo, y quienes lo reciban no podrán comprobar que viene de usted ni que nadie lo ha cambiado. No se puede recuperar. Su elección vale solo para este mensaje.
send-stopped-send-encryption = Enviar sin cifrar
    .accesskey = E
send-stopped-send-signature = Enviar sin firmar
    .accesskey = E
send-stopped-send-both = Enviar sin protección
    .accesskey = E
