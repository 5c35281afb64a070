/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Messages of which the host has only a part, or nothing but an entry in its list: fetching the rest, when the
// person wants it.
//
// Relies on: nsMsgMessageFlags.Partial, which a message of a POP3 account has when only its header or its
// beginning was fetched; nsIMsgFolder.downloadMessagesForOffline, which for such an account fetches the
// rest, puts the whole message in the place of the part and selects it; ReloadMessage; gMessage;
// Services.io.offline and the preference offline.autoDetect, as the host's own menu changes them.

/**
 * Goes online if need be, and fetches what is missing of the message on display.
 * @param {Window & Record<string, any>} window Of about:message.
 * @param {boolean} notHere The host has nothing of it: to display it anew is to fetch it.
 */
export function downloadRest(window, notHere) {
  if (Services.io.offline) {
    Services.io.offline = false;
    Services.io.manageOfflineStatus = Services.prefs.getBoolPref("offline.autoDetect", true);
  }
  const { gMessage } = window;
  if (notHere || !isPartial(gMessage)) {
    window.ReloadMessage();
    return;
  }
  const { msgWindow } = window.browsingContext.topChromeWindow;
  gMessage.folder.downloadMessagesForOffline([gMessage], msgWindow ?? null);
}

/** @param {any} header An nsIMsgDBHdr, or null. @returns {boolean} The host has only a part of the message. */
export function isPartial(header) {
  return ((header?.flags ?? 0) & Ci.nsMsgMessageFlags.Partial) !== 0;
}

export const requirements = [
  {
    name: "nsMsgMessageFlags.Partial",
    test: () => typeof Ci.nsMsgMessageFlags?.Partial === "number",
  },
];
