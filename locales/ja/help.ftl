# This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.

help-button = ヘルプ
    .accesskey = H

help-learn-more = 詳しい説明
    .aria-label = 詳しい説明: { $about }

set-by-organisation = これは組織が設定したもので、ここでは変更できません。変更が必要なときは、コンピューターの担当者に尋ねてください。

algorithm-with = { $first }({ $second })
algorithm-and = { $first }、{ $second }
algorithm-bits = { $name } { $bits } ビット
