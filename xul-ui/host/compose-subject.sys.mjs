/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The subject of an answer to a message whose own subject stands inside of its encryption only. The host
// makes the answer's subject from the one outside, which says nothing.
//
// Relies on: the event "compose-startup-done"; gMsgCompose.originalMsgURI; #msgSubject, whose "input"
// event the host follows.

/** What stands outside in place of a subject (RFC 9788, section 3.2.1). */
const CONCEALED = "[...]";

/**
 * @param {Window & Record<string, any>} window A compose window.
 * @param {(uri: string) => Promise<string | null>} subjectOf The protected subject of a message that is
 *     displayed, or null.
 * @returns {() => void} Stops it.
 */
export function followSubject(window, subjectOf) {
  const takeOver = async () => {
    const uri = window.gMsgCompose?.originalMsgURI;
    /** @type {HTMLInputElement | null} */
    const field = window.document.querySelector("#msgSubject");
    if (!uri || !field?.value.includes(CONCEALED)) {
      return;
    }
    const subject = await subjectOf(uri);
    if (subject && field.value.includes(CONCEALED)) {
      field.value = field.value.replace(CONCEALED, () => subject);
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    }
  };
  const listener = () => {
    takeOver().catch((error) => console.error("Signet: the subject of an answer.", error));
  };
  window.addEventListener("compose-startup-done", listener);
  return () => window.removeEventListener("compose-startup-done", listener);
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn({ document }) {
  return document.getElementById("msgSubject") ? [] : ["#msgSubject"];
}
