# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

help-button = مساعدة
    .accesskey = م

help-learn-more = المزيد
    .aria-label = المزيد: { $about }

set-by-organisation = حدّدت مؤسستك هذا، فلا يمكن تغييره هنا. إن احتجت إلى غيره فاسأل من يعتني بحاسوبك.

algorithm-with = { $first } مع { $second }
algorithm-and = { $first } و { $second }
algorithm-bits = { $name } بطول { $bits } بت
