/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Messages of which the host has only a part, or nothing but an entry in its list: fetching the rest, when the
// person wants it.
//
// Relies on: nsMsgMessageFlags.Partial, which a message of a POP3 account has when only its header or its
// beginning was fetched; nsIMsgFolder.downloadMessagesForOffline, which for such an account fetches the
// rest and puts the whole message into the folder, instead of the part, but leaves the selection to
// whatever is next in the list; MailServices.mfn and mailSession, which tell of it; ReloadMessage; displayMessage; gMessage,
// gMessageURI, gViewWrapper; threadTree and gDBView of about:3pane, in which the message may be;
// Services.io.offline and the preference offline.autoDetect, as the host's own menu changes them.

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/** @type {WeakMap<Window, () => void>} Ends waiting for the whole of the message that a window displayed. */
const waiting = new WeakMap();

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
  showWhenThere(window);
  const { msgWindow } = window.browsingContext.topChromeWindow;
  gMessage.folder.downloadMessagesForOffline([gMessage], msgWindow ?? null);
}

/**
 * Shows the whole of the message on display when it has come. It comes before the part goes, and when that goes, the
 * host selects what is next in the list.
 * @param {Window & Record<string, any>} window
 */
function showWhenThere(window) {
  waiting.get(window)?.();
  const { gMessage: part, gMessageURI: uri } = window;
  const { mfn, mailSession } = lazy.MailServices;
  /** @type {any} The header of the whole, if the part was still on display when it came. */
  let whole = null;
  const coming = {
    /** @param {any} header An nsIMsgDBHdr. */
    msgAdded(header) {
      if (header.folder === part.folder && header.messageId === part.messageId) {
        whole = window.gMessageURI === uri ? header : null;
        mfn.removeListener(coming);
      }
    },
  };
  const going = {
    QueryInterface: ChromeUtils.generateQI(["nsIFolderListener"]),
    /** @param {any} _folder @param {any} header */
    onMessageRemoved(_folder, header) {
      if (header.messageId === part.messageId) {
        end();
        if (whole) {
          // The host selects in a timeout that it sets in the course of this notification.
          window.parent.setTimeout(() => window.parent.setTimeout(() => show(window, whole)));
        }
      }
    },
  };
  const end = () => {
    mfn.removeListener(coming);
    mailSession.RemoveFolderListener(going);
    window.removeEventListener("unload", end);
    waiting.delete(window);
  };
  mfn.addListener(coming, mfn.msgAdded);
  mailSession.AddFolderListener(going, Ci.nsIFolderListener.removed);
  window.addEventListener("unload", end);
  waiting.set(window, end);
}

/** @param {Window & Record<string, any>} window @param {any} header An nsIMsgDBHdr. */
function show(window, header) {
  /** @type {any} */
  const { threadTree, gDBView } = window.parent;
  const row = gDBView?.findIndexOfMsgHdr(header, true) ?? -1;
  const uri = header.folder.getUriForMsg(header);
  if (threadTree && row >= 0 && row < gDBView.rowCount) {
    threadTree.selectedIndex = row;
  } else if (window.gMessageURI !== uri) {
    window.displayMessage(uri, window.gViewWrapper);
  }
}

/** @param {any} header An nsIMsgDBHdr, or null. @returns {boolean} The host has only a part of the message. */
export function isPartial(header) {
  return ((header?.flags ?? 0) & Ci.nsMsgMessageFlags.Partial) !== 0;
}

export const requirements = [
  {
    name: "MailServices.mfn.addListener",
    test: () => typeof lazy.MailServices.mfn.addListener === "function",
  },
  {
    name: "nsMsgMessageFlags.Partial",
    test: () => typeof Ci.nsMsgMessageFlags?.Partial === "number",
  },
];
