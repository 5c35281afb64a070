# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

### The ways to the help pages. The pages themselves are help.xhtml.

help-button = Help
    .accesskey = H

# Beside each reason. $about: the reason's sentence, for screen readers
help-learn-more = Learn more
    .aria-label = Learn more: { $about }

# Beside what an administrator has set, in any window
set-by-organisation = Your organisation has set this, so it cannot be changed here. If you need it otherwise, ask whoever looks after your computer.

# Names of algorithms, in any window: "ECDSA with SHA-256", "RSA-OAEP with SHA-256 and MGF1 with SHA-1"
algorithm-with = { $first } with { $second }
algorithm-and = { $first } and { $second }
# A kind of key and its length: "RSA 2048 bits"
algorithm-bits = { $name } { $bits } bits
