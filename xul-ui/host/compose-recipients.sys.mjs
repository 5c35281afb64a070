/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Marks the recipients who could not read an encrypted message, in the address rows themselves, with the
// reason and what to do.
//
// Relies on: <mail-address-pill> in #recipientsContainer with a child .pill-label; the host puts its own
// tooltip on the pill, ours is on the label inside it.

import { addressesOf } from "./compose-message.sys.mjs";
import { reasonsInWords } from "../panels/reasons.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */

const MARK = "signet-no-certificate";

export class RecipientMarks {
  #window;
  #words;
  /** Counts states: the words of an earlier one that arrive late are not set. */
  #newest = 0;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {import("./localization.sys.mjs").Words} words
   */
  constructor(window, words) {
    this.#window = window;
    this.#words = words;
  }

  /** @param {ComposeState} state */
  async show({ view, failed }) {
    if (!view && !failed) {
      return; // the module will speak in a moment
    }
    const mine = ++this.#newest;
    const unreadable = (view?.recipients ?? []).filter(({ certificate }) => !certificate);
    const texts = await Promise.all(
      unreadable.map(async ({ reasons }) => {
        const [first] = await reasonsInWords(this.#words, reasons);
        return first ? `${first.sentence}\n${first.remedy}` : "";
      }),
    );
    if (mine !== this.#newest) {
      return;
    }
    const marks = new Map(unreadable.map(({ address }, index) => [address, texts[index]]));
    for (const pill of this.#pills()) {
      const wrong = addressesOf(pill).flatMap((address) => marks.get(address) ?? []);
      mark(pill, wrong.length > 0 ? wrong.join("\n") : undefined);
    }
  }

  remove() {
    ++this.#newest;
    for (const pill of this.#pills()) {
      mark(pill, undefined);
    }
  }

  /** @returns {any[]} */
  #pills() {
    return [...this.#window.document.querySelectorAll("#recipientsContainer mail-address-pill")];
  }
}

/** @param {any} pill @param {string | undefined} text Why; undefined: nothing is wrong. */
function mark(pill, text) {
  const label = pill.querySelector(".pill-label");
  if (text === undefined) {
    if (pill.hasAttribute(MARK)) {
      pill.removeAttribute(MARK);
      pill.removeAttribute("aria-description");
      label?.removeAttribute("tooltiptext");
    }
    return;
  }
  pill.setAttribute(MARK, "");
  pill.setAttribute("aria-description", text);
  label?.setAttribute("tooltiptext", text);
}
