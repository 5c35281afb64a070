/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where one about:message document tells what it displays, and how it is told to display the same once more.
//
// Relies on: the globals of aboutMessage.js and msgHdrView.js: displayMessage (called for each message to
// display), gMessageListeners (onStartHeaders is called when the host begins to lay the message out,
// onEndHeaders when the header shows it, onEndAttachments when all parts are known), gMessageURI,
// ReloadMessage, which calls displayMessage.

/**
 * @typedef {object} Told
 * @property {() => void} begins A message is going to be displayed, or none.
 * @property {() => void} beginsAgain The same as before, because of showAgain().
 * @property {() => boolean} laidOutByUs What is laid out at this moment is no message, but Signet's own wish.
 * @property {() => void} inHeader The header shows it.
 * @property {() => void} loaded All of it is displayed.
 */

export class DisplayHooks {
  #window;
  #told;
  #listener;
  #displayMessage;
  /** @type {string | null} The message that displayMessage() has announced; not yet laid out. */
  #announced = null;
  /** @type {string | null} The message that is to be displayed once more. */
  #again = null;
  #stopped = false;

  /** @param {Window & Record<string, any>} window @param {Told} told */
  constructor(window, told) {
    this.#window = window;
    this.#told = told;
    this.#listener = {
      onStartHeaders: () => this.#laysOut(),
      onEndHeaders: () => told.inHeader(),
      onEndAttachments: () => told.loaded(),
    };
    window.gMessageListeners.push(this.#listener);
    const original = window.displayMessage;
    const wrapper = (/** @type {unknown[]} */ ...values) => {
      const result = original.apply(window, values);
      if (!this.#stopped) {
        this.#announces();
      }
      return result;
    };
    window.displayMessage = wrapper;
    this.#displayMessage = { original, wrapper };
  }

  /** The host is to display the message on display once more. */
  showAgain() {
    this.#again = this.#window.gMessageURI;
    try {
      this.#window.ReloadMessage();
    } finally {
      this.#again = null;
    }
  }

  /** Gives the window back to the host. */
  stop() {
    this.#stopped = true;
    const { original, wrapper } = this.#displayMessage;
    if (this.#window.displayMessage === wrapper) {
      this.#window.displayMessage = original;
    }
    const { gMessageListeners } = this.#window;
    const index = gMessageListeners.indexOf(this.#listener);
    if (index >= 0) {
      gMessageListeners.splice(index, 1);
    }
  }

  /**
   * What is said of a message begins as soon as the host knows which one it is going to display, so that the
   * verdict is there when the header is.
   */
  #announces() {
    const { gMessageURI } = this.#window;
    if (this.#again && this.#again === gMessageURI) {
      this.#told.beginsAgain();
    } else {
      this.#told.begins();
    }
    this.#announced = gMessageURI;
  }

  #laysOut() {
    if (this.#told.laidOutByUs()) {
      return;
    }
    if (!this.#announced || this.#announced !== this.#window.gMessageURI) {
      this.#told.begins(); // laid out again, without displayMessage()
    }
    this.#announced = null;
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  const missing = Array.isArray(window.gMessageListeners) ? [] : ["gMessageListeners"];
  const functions = ["displayMessage", "ReloadMessage"];
  return [...missing, ...functions.filter((name) => typeof window[name] !== "function")];
}
