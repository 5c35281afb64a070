/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The subject of an answer to a message whose own subject stands inside of its encryption only. The host
// makes the answer's subject from the one outside, which says nothing.
//
// Relies on: the events "compose-startup-done" and "compose-editor-ready"; gMsgCompose.originalMsgURI; #msgSubject, whose "input"
// event the host follows; GetCurrentEditor; that the fields of a forwarded message stand in a table
// .moz-email-headers-table, or in a text that begins with them, a field in a line.

/** What stands outside in place of a subject (RFC 9788, section 3.2.1). */
const CONCEALED = "[...]";

/** When the fields have their values, and when the text is there. */
const EVENTS = ["compose-startup-done", "compose-editor-ready"];

/**
 * @param {Window & Record<string, any>} window A compose window.
 * @param {(uri: string) => Promise<string | null>} subjectOf The protected subject of a message that was
 *     opened, or null.
 * @returns {() => void} Stops it.
 */
export function followSubject(window, subjectOf) {
  let concealed = false;
  const takeOver = async () => {
    const uri = window.gMsgCompose?.originalMsgURI;
    /** @type {HTMLInputElement | null} */
    const field = window.document.querySelector("#msgSubject");
    concealed ||= !!field?.value.includes(CONCEALED);
    if (!uri || !field || !concealed) {
      return;
    }
    const subject = await subjectOf(uri);
    if (subject && field.value.includes(CONCEALED)) {
      field.value = field.value.replace(CONCEALED, () => subject);
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    }
    const text = forwardedLine(window);
    if (subject && text) {
      text.nodeValue = (text.nodeValue ?? "").replace(CONCEALED, () => subject);
    }
  };
  const listener = () => {
    takeOver().catch((error) => console.error("Signet: the subject of an answer.", error));
  };
  for (const event of EVENTS) {
    window.addEventListener(event, listener);
  }
  return () => {
    for (const event of EVENTS) {
      window.removeEventListener(event, listener);
    }
  };
}

/**
 * @param {Window & Record<string, any>} window A compose window.
 * @returns {Text | null} Where the subject of a forwarded message stands, above its text.
 */
function forwardedLine(window) {
  /** @type {Document | undefined} */
  const page = window.GetCurrentEditor?.()?.document;
  if (!page?.body || window.gMsgCompose.type !== Ci.nsIMsgCompType.ForwardInline) {
    return null;
  }
  const cells = page.querySelectorAll(".moz-email-headers-table td");
  const [cell] = Array.from(cells).filter(({ textContent }) => textContent?.trim() === CONCEALED);
  if (cell) {
    return /** @type {Text | null} */ (cell.firstChild);
  }
  const texts = page.createTreeWalker(page.body, /* NodeFilter.SHOW_TEXT */ 4);
  let text = texts.nextNode();
  while (text && !text.nodeValue?.trim().endsWith(`: ${CONCEALED}`)) {
    text = texts.nextNode();
  }
  // Below another field it would be somebody's own words.
  return cells.length === 0 ? /** @type {Text | null} */ (text) : null;
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn({ document }) {
  return document.getElementById("msgSubject") ? [] : ["#msgSubject"];
}
