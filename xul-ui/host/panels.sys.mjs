/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Opens Signet's own windows, one of a kind for each window that they belong to, and closes them with it.
//
// Relies on: openDialog of the host's windows, with an argument that the opened window finds in
// window.arguments.

export class Panels {
  /** @type {Map<Window, Map<string, Window>>} The window that panels belong to → the panels, by name. */
  #open = new Map();

  /**
   * Opens a panel, or brings it to the front if it is open.
   * @param {string} name Of its folder in panels/.
   * @param {Window & Record<string, any>} owner The window that it belongs to and follows.
   * @param {object} model What it is opened with.
   */
  open(name, owner, model) {
    const panels = this.#open.get(owner) ?? new Map();
    const present = panels.get(name);
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
    this.#open.set(owner, panels.set(name, panel));
    owner.addEventListener("unload", () => this.close(owner), { once: true });
  }

  /** Closes a panel if it is open. @param {string} name @param {Window} owner */
  closeOne(name, owner) {
    const panels = this.#open.get(owner);
    const present = panels?.get(name);
    panels?.delete(name);
    if (present && !present.closed) {
      present.close();
    }
  }

  /** Closes the panels of a window. @param {Window} owner */
  close(owner) {
    const panels = this.#open.get(owner)?.values() ?? [];
    this.#open.delete(owner);
    for (const panel of panels) {
      if (!panel.closed) {
        panel.close();
      }
    }
  }

  /** Closes every panel. */
  closeAll() {
    for (const owner of [...this.#open.keys()]) {
      this.close(owner);
    }
  }
}
