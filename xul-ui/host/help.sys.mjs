/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The window with the help pages. There is one, and it belongs to no other window.
//
// Relies on: openDialog of the host's windows; Services.wm.

import { languageOfHelp } from "./languages.sys.mjs";

const TYPE = "signet:help";

/** @param {string} place An id in the page. @returns {string} Its address, in the person's language. */
export function helpAddress(place) {
  return `chrome://signet-help/content/${languageOfHelp()}/signet/help.xhtml#${place}`;
}

/**
 * Opens the help at a place, or brings it there if it is open.
 * @param {Window} opener
 * @param {string} place An id in the page.
 */
export function openHelp(opener, place) {
  const present = Services.wm.getMostRecentWindow(TYPE);
  if (present) {
    // Also when it is there already: the person may have scrolled away.
    present.location.replace(helpAddress(place));
    present.dispatchEvent(new present.CustomEvent("signet-place"));
    present.focus();
    return;
  }
  opener.browsingContext.topChromeWindow.openDialog(
    helpAddress(place),
    "_blank",
    "chrome,dialog=no,titlebar,close,resizable,centerscreen",
  );
}

export function closeHelp() {
  Services.wm.getMostRecentWindow(TYPE)?.close();
}
