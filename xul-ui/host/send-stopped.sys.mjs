/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Asks what to do with a message that cannot be protected as it was chosen.
//
// Relies on: openDialog of the compose window, which the host keeps locked while "beforesend" is
// answered, as it does for its spelling dialog; nsIWindowWatcher.registerNotification.

/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */

/**
 * @param {ComposeSecurityView} view Of a message that may not be sent.
 * @returns {"encryption" | "signature" | "both" | null} What is chosen and not possible; null: neither
 *     is what stops it.
 */
export function missingProtection({ signIcon, encryptIcon }) {
  const encryption = encryptIcon === "struck-out";
  if (signIcon === "struck-out") {
    return encryption ? "both" : "signature";
  }
  return encryption ? "encryption" : null;
}

export class StopDialog {
  #window;
  /** @type {Window | null} */
  #open = null;

  /** @param {Window & Record<string, any>} window A compose window. */
  constructor(window) {
    this.#window = window;
  }

  /**
   * @param {object} question
   * @param {ComposeSecurityView | null} question.view Null: the module has not spoken about it.
   * @param {"encryption" | "signature" | "both"} question.missing
   * @param {boolean} question.fromEncrypted The message contains text that had been encrypted.
   * @param {boolean} [question.secondStep] At once: the person has not chosen what is missing.
   * @returns {Promise<boolean>} True: send it without what is missing. False: go back.
   */
  async ask(question) {
    let without = false;
    const model = {
      ...question,
      sendWithout: () => {
        without = true;
      },
    };
    const dialog = this.#window.openDialog(
      "chrome://signet/content/panels/send-stopped/send-stopped.xhtml",
      "_blank",
      "chrome,dialog,titlebar,close,dependent,resizable,centerscreen",
      { wrappedJSObject: model },
    );
    this.#open = dialog;
    await closed(dialog);
    this.#open = null;
    return without;
  }

  stop() {
    this.#open?.close();
  }
}

/** @param {Window} dialog @returns {Promise<void>} */
function closed(dialog) {
  return new Promise((resolve) => {
    const observer = (/** @type {any} */ subject, /** @type {string} */ topic) => {
      if (topic === "domwindowclosed" && subject === dialog) {
        Services.ww.unregisterNotification(observer);
        resolve();
      }
    };
    Services.ww.registerNotification(observer);
  });
}
