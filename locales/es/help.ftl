# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

help-button = Ayuda
    .accesskey = y

help-learn-more = Más información
    .aria-label = Más información: { $about }

set-by-organisation = Lo ha fijado su organización, así que no puede cambiarse aquí. Si lo necesita de otra manera, pregunte a quien se ocupa de su equipo.

algorithm-with = { $first } con { $second }
algorithm-and = { $first } y { $second }
algorithm-bits = { $name } de { $bits } bits
