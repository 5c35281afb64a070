/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The self-check at start: what each file of this folder relies on is looked for in this version of the
// host, and what is missing is named, before anything is changed. What lies inside a window can only be
// looked for in a window; each of those files has missingIn(window), asked before it touches one.

import { requirements as accountSettings } from "./account-settings.sys.mjs";
import { requirements as askCertificate } from "./ask-certificate.sys.mjs";
import { requirements as composeMessage } from "./compose-message.sys.mjs";
import { requirements as composeOrigin } from "./compose-origin.sys.mjs";
import { requirements as composeSend } from "./compose-send.sys.mjs";
import { requirements as directory } from "./directory.sys.mjs";
import { requirements as fileDialogs } from "./file-dialogs.sys.mjs";
import { requirements as languages } from "./languages.sys.mjs";
import { requirements as encryptedMail } from "./encrypted-mail.sys.mjs";
import { requirements as fetching } from "./fetching.sys.mjs";
import { requirements as localization } from "./localization.sys.mjs";
import { requirements as messageBytes } from "./message-bytes.sys.mjs";
import { requirements as nativeLibrary } from "./native-library.sys.mjs";
import { requirements as opaqueParts } from "./opaque-parts.sys.mjs";
import { requirements as openedMessages } from "./opened-messages.sys.mjs";
import { requirements as organisation } from "./organisation.sys.mjs";
import { requirements as partialMessages } from "./partial-messages.sys.mjs";
import { requirements as smimeSink } from "./smime-sink.sys.mjs";
import { requirements as validationWindow } from "./validation-window.sys.mjs";
import { requirements as windows } from "./windows.sys.mjs";

/** @typedef {{name: string, test: () => boolean}} Requirement */

/** @type {Requirement[]} */
const ALL = [
  ...windows,
  ...languages,
  ...localization,
  ...nativeLibrary,
  ...messageBytes,
  ...openedMessages,
  ...opaqueParts,
  ...encryptedMail,
  ...smimeSink,
  ...partialMessages,
  ...fetching,
  ...directory,
  ...validationWindow,
  ...askCertificate,
  ...composeMessage,
  ...composeOrigin,
  ...composeSend,
  ...organisation,
  ...accountSettings,
  ...fileDialogs,
];

/** @returns {string[]} The names of what is missing. */
export function missingInHost() {
  return ALL.filter(({ test }) => !holds(test)).map(({ name }) => name);
}

/** @param {() => boolean} test @returns {boolean} */
function holds(test) {
  try {
    return test();
  } catch {
    return false;
  }
}
