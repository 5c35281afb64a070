# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

help-button = Aide
    .accesskey = d

help-learn-more = En savoir plus
    .aria-label = En savoir plus : { $about }

set-by-organisation = Votre organisation a fixé cela ; on ne peut donc pas le changer ici. S’il vous le faut autrement, adressez-vous à la personne qui s’occupe de votre ordinateur.

algorithm-with = { $first } avec { $second }
algorithm-and = { $first } et { $second }
algorithm-bits = { $name } de { $bits } bits
