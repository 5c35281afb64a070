/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The host's windows and the documents inside them: those that are open now, and those that will be.
//
// Relies on: the observer topic "chrome-document-loaded", whose subject is the document;
// Services.wm; BrowsingContext.getAllBrowsingContextsInSubtree, because about:message lies inside
// about:3pane, inside a tab, inside a window.

/**
 * Calls `opened` for each document with this address, open now or later, and `closed` when it goes
 * away or when watching ends.
 * @param {string} address Of the document, without query and fragment.
 * @param {(window: Window & Record<string, any>) => ((closing: boolean) => void) | null} opened Returns
 *     how its work on the window is undone, told whether the window is closing; or null if there is
 *     nothing to undo.
 * @returns {() => void} Ends watching and undoes the work on every window that is still open.
 */
export function watchDocuments(address, opened) {
  /** @type {Map<Window, () => void>} */
  const open = new Map();

  /** @param {Document} document */
  const enter = (document) => {
    const window = document.defaultView;
    if (!window || open.has(window) || document.documentURI.split(/[?#]/, 1)[0] !== address) {
      return;
    }
    const undo = opened(window);
    if (!undo) {
      return;
    }
    /** @param {Event} event */
    const leave = (event) => {
      // Frames inside the window unload as well; theirs comes from another document.
      if (event.target === document) {
        finish(true);
      }
    };
    const finish = (closing = false) => {
      window.removeEventListener("unload", leave);
      open.delete(window);
      undo(closing);
    };
    open.set(window, finish);
    window.addEventListener("unload", leave);
  };

  const observer = {
    /** @param {any} subject */
    observe(subject) {
      enter(subject);
    },
  };
  Services.obs.addObserver(observer, "chrome-document-loaded");
  for (const document of openDocuments()) {
    if (document.readyState === "complete") {
      enter(document);
    }
  }
  return () => {
    Services.obs.removeObserver(observer, "chrome-document-loaded");
    for (const finish of [...open.values()]) {
      finish();
    }
  };
}

/** @returns {Generator<Document>} Every document of the host's own process in every window. */
function* openDocuments() {
  for (const window of Services.wm.getEnumerator(null)) {
    for (const context of window.browsingContext.getAllBrowsingContextsInSubtree()) {
      const document = context.window?.document;
      if (document) {
        yield document;
      }
    }
  }
}

/** @returns {(Window & Record<string, any>) | null} The main window used last. */
export function mainWindow() {
  return Services.wm.getMostRecentWindow("mail:3pane");
}

export const requirements = [
  { name: "Services.wm", test: () => typeof Services.wm.getMostRecentWindow === "function" },
  {
    name: "BrowsingContext.getAllBrowsingContextsInSubtree",
    test: () =>
      typeof BrowsingContext.prototype.getAllBrowsingContextsInSubtree === "function",
  },
];
