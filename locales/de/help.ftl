# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

help-button = Hilfe
    .accesskey = H

help-learn-more = Mehr dazu
    .aria-label = Mehr dazu: { $about }

set-by-organisation = Das hat Ihre Organisation festgelegt, darum lässt es sich hier nicht ändern. Brauchen Sie es anders, fragen Sie die Person, die Ihren Computer betreut.

algorithm-with = { $first } mit { $second }
algorithm-and = { $first } und { $second }
algorithm-bits = { $name }, { $bits } Bit
