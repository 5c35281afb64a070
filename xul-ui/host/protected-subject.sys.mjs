/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The subject that the sender protected, wherever the host shows the one outside: in the header of a message, in the
// title of its tab or window, and on paper. Not in the list of messages, where it would stay on the disk.
//
// Relies on: #expandedsubjectBox of about:message, the header's row of the subject, with headerValue; the document
// that libmime makes of a message, which begins with a table .moz-main-header, shown on paper only, in whose cells the
// field's name stands in an element before its text; PrintUtils.loadPrintBrowser of the main windows, called with
// the address of a message that is printed without being displayed, and PrintUtils.printBrowser, which holds it
// then; nsIMsgMessageUrl.

/**
 * @param {Window & Record<string, any>} window Of about:message.
 * @param {string} subject
 */
export function showInMessage(window, subject) {
  const { document, gMessage } = window;
  /** @type {any} */
  const row = document.getElementById("expandedsubjectBox");
  if (row) {
    row.headerValue = subject;
  }
  document.title = subject;
  showOnPaper(window.getMessagePaneBrowser?.()?.contentDocument, gMessage, subject);
}

/**
 * @param {Window & Record<string, any>} window A main window.
 * @param {(uri: string) => Promise<string | null>} subjectOf The protected subject of a message that was opened.
 * @returns {() => void} Stops it.
 */
export function followPrinting(window, subjectOf) {
  const { PrintUtils } = window;
  const original = PrintUtils.loadPrintBrowser;
  /** @this {any} @param {string} url */
  const wrapper = async function loadPrintBrowser(url) {
    await original.call(this, url);
    try {
      const header = headerOf(url);
      const subject = header && (await subjectOf(header.folder.getUriForMsg(header)));
      if (subject) {
        showOnPaper(PrintUtils.printBrowser.contentDocument, header, subject);
      }
    } catch (error) {
      console.warn("Signet: the subject of a message on paper.", error);
    }
  };
  PrintUtils.loadPrintBrowser = wrapper;
  return () => {
    if (PrintUtils.loadPrintBrowser === wrapper) {
      PrintUtils.loadPrintBrowser = original;
    }
  };
}

/** @param {string} url @returns {any} An nsIMsgDBHdr; null: it is not the address of a message in a folder. */
function headerOf(url) {
  const uri = Services.io.newURI(url);
  if (!(uri instanceof Ci.nsIMsgMessageUrl)) {
    return null;
  }
  const { messageHeader } = /** @type {any} */ (uri);
  return messageHeader?.folder ? messageHeader : null;
}

/**
 * @param {Document | null | undefined} page That libmime made of the message.
 * @param {any} header The message's nsIMsgDBHdr.
 * @param {string} subject
 */
function showOnPaper(page, header, subject) {
  const outside = header?.mime2DecodedSubject;
  if (!page || !outside) {
    return;
  }
  if (page.title === outside) {
    page.title = subject;
  }
  const cells = page.querySelector(".moz-main-header")?.querySelectorAll("td") ?? [];
  for (const cell of cells) {
    const text = cell.lastChild;
    if (text?.nodeType === page.TEXT_NODE && text.nodeValue?.trim() === outside) {
      text.nodeValue = subject;
      return;
    }
  }
}

/**
 * @param {Window & Record<string, any>} window A main window.
 * @returns {string[]} What is missing in this window.
 */
export function missingInMainWindow({ PrintUtils }) {
  return typeof PrintUtils?.loadPrintBrowser === "function" ? [] : ["PrintUtils.loadPrintBrowser"];
}
