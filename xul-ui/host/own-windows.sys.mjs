/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Signet's windows that belong to no message: opens them with what they show, and puts them into the Tools
// menu of a main window.

import { CertificatesModel } from "./certificates-window.sys.mjs";
import { SetUpModel } from "./set-up.sys.mjs";
import { addToolsItem } from "./tools-menu.sys.mjs";
import { ValidationModel } from "./validation-window.sys.mjs";

/** @typedef {Window & Record<string, any>} HostWindow */

export class OwnWindows {
  #module;
  #panels;
  #changes;

  /**
   * @param {import("../worker/security-module.sys.mjs").SecurityModule} module
   * @param {import("./panels.sys.mjs").Panels} panels
   * @param {import("./changes.sys.mjs").CertificateChanges} changes
   */
  constructor(module, panels, changes) {
    this.#module = module;
    this.#panels = panels;
    this.#changes = changes;
  }

  /** @param {HostWindow} window */
  openValidation(window) {
    const present = Services.wm.getMostRecentWindow("signet:validation");
    if (present) {
      present.focus();
    } else {
      const owner = window.browsingContext.topChromeWindow;
      this.#panels.open("validation", owner, new ValidationModel(this.#module.validation));
    }
  }

  /**
   * @param {HostWindow} window
   * @param {{begin?: "import" | "request", select?: string}} [options]
   */
  openCertificates(window, options) {
    const owner = window.browsingContext.topChromeWindow;
    if (options) {
      this.#panels.closeOne("certificates", owner); // it is to begin with something
    }
    const model = new CertificatesModel(this.#module.certificates, this.#changes, options);
    this.#panels.open("certificates", owner, model);
  }

  /** @returns {SetUpModel} */
  setUpModel() {
    return new SetUpModel({
      view: (identities) => this.#module.setUpView(identities),
      openCertificates: (window, options) => this.openCertificates(window, options),
      changes: this.#changes,
    });
  }

  /** @param {HostWindow} window */
  openSetUp(window) {
    this.#panels.open("set-up", window, this.setUpModel());
  }

  /**
   * @param {HostWindow} window A main window.
   * @param {import("./localization.sys.mjs").Words} words
   * @returns {() => void} Takes the items out.
   */
  addToolsItems(window, words) {
    const before = "tasksMenuAfterDeleteSeparator";
    const undo = [
      addToolsItem(window, words, {
        id: "signet-validation-item",
        message: "validation-menu-item",
        open: () => this.openValidation(window),
      }),
      addToolsItem(window, words, {
        id: "signet-certificates-item",
        message: "certificates-menu-item",
        before,
        open: () => this.openCertificates(window),
      }),
      addToolsItem(window, words, {
        id: "signet-set-up-item",
        message: "set-up-menu-item",
        before,
        open: () => this.openSetUp(window),
      }),
    ];
    return () => undo.reverse().forEach((each) => each());
  }
}
