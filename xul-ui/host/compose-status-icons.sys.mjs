/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The two status icons at the lower right of the compose window: what will be done with the message, or
// why what was chosen cannot be done.
//
// Relies on: #status-bar.

import { reasonsInWords } from "../panels/reasons.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("../generated/js/compose-security.sys.mjs").StatusIcon} StatusIcon */
/** @typedef {import("../generated/js/reasons.sys.mjs").Reason} Reason */

const HTML = "http://www.w3.org/1999/xhtml";

export class StatusIcons {
  #window;
  #words;
  #openInfo;
  /** @type {Record<"sign" | "encrypt", HTMLButtonElement>} */
  #icons;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {() => void} openInfo Opens the window that tells more.
   */
  constructor(window, words, openInfo) {
    this.#window = window;
    this.#words = words;
    this.#openInfo = openInfo;
    this.#icons = { encrypt: this.#make("encrypt", "key"), sign: this.#make("sign", "pen") };
  }

  remove() {
    Object.values(this.#icons).forEach((icon) => icon.remove());
  }

  /**
   * @param {"sign" | "encrypt"} name
   * @param {string} icon
   * @returns {HTMLButtonElement}
   */
  #make(name, icon) {
    const { document } = this.#window;
    const button = /** @type {HTMLButtonElement} */ (document.createElementNS(HTML, "button"));
    button.id = `signet-${name}-status`;
    button.type = "button";
    button.className = "plain-button signet-status";
    button.hidden = true;
    const image = /** @type {HTMLImageElement} */ (document.createElementNS(HTML, "img"));
    image.className = "signet-icon";
    image.src = `chrome://signet/content/skin/${icon}.svg`;
    image.alt = "";
    button.append(image);
    button.addEventListener("click", () => this.#openInfo());
    document.getElementById("status-bar")?.append(button);
    return button;
  }

  /** @param {ComposeState} state */
  async show({ choices, view, failed }) {
    if (!view && !failed) {
      return; // the module will speak in a moment; until then what it said last stays
    }
    // Without the module's word nothing can be protected, and sending is stopped.
    const chosen = (/** @type {boolean} */ wanted) => (wanted ? "struck-out" : "absent");
    await Promise.all([
      this.#showIcon("sign", "pen", view?.signIcon ?? chosen(choices.sign), view?.signatureReasons),
      this.#showIcon(
        "encrypt",
        "key",
        view?.encryptIcon ?? chosen(choices.encryption !== "never"),
        view?.encryptionReasons,
      ),
    ]);
  }

  /**
   * @param {"sign" | "encrypt"} name
   * @param {string} icon
   * @param {StatusIcon} state
   * @param {Reason[]} [reasons]
   */
  async #showIcon(name, icon, state, reasons = []) {
    const button = this.#icons[name];
    button.hidden = state === "absent";
    button.dataset.state = state;
    const suffix = state === "struck-out" ? "-struck-out" : "";
    const [reason] = await reasonsInWords(this.#words, reasons);
    const because = reason ?? { sentence: await this.#words.text("compose-icon-no-answer") };
    const title = await this.#words.text(`compose-icon-${icon}${suffix}`, {
      reason: because.sentence,
    });
    if (button.dataset.state === state) {
      button.title = title;
      /** @type {HTMLImageElement} */ (button.firstElementChild).alt = title;
    }
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn({ document }) {
  return document.getElementById("status-bar") ? [] : ["#status-bar"];
}
