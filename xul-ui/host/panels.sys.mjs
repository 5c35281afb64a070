/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Opens Signet's own windows, one for each window that they belong to, and closes them with it.
//
// Relies on: openDialog of the host's windows, with an argument that the opened window finds in
// window.arguments.

export class Panels {
  /** @type {Map<Window, Window>} The window that a panel belongs to → the panel. */
  #open = new Map();

  /**
   * Opens a panel, or brings it to the front if it is open.
   * @param {string} name Of its folder in panels/.
   * @param {Window & Record<string, any>} owner The window that it belongs to and follows.
   * @param {object} model What it is opened with.
   */
  open(name, owner, model) {
    const present = this.#open.get(owner);
    if (present && !present.closed) {
      present.focus();
      return;
    }
    const top = owner.browsingContext.topChromeWindow;
    const panel = top.openDialog(
      `chrome://signet/content/panels/${name}/${name}.xhtml`,
      "_blank",
      "chrome,dialog=no,titlebar,close,resizable,centerscreen",
      { wrappedJSObject: model },
    );
    this.#open.set(owner, panel);
    owner.addEventListener("unload", () => this.close(owner), { once: true });
  }

  /** Closes the panel of a window, if there is one. @param {Window} owner */
  close(owner) {
    const panel = this.#open.get(owner);
    this.#open.delete(owner);
    if (panel && !panel.closed) {
      panel.close();
    }
  }

  /** Closes every panel. */
  closeAll() {
    for (const owner of [...this.#open.keys()]) {
      this.close(owner);
    }
  }
}
