/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The header of a message of which the host has nothing but its entry in the list, as when it is offline.
// The host hides the header then, and with it who wrote and whether the signature was checked. What
// the list knows is laid out by the host itself, as if the message had come.
//
// Relies on: messageProgressListener of msgHdrView.js, whose onStartHeaders and processHeaders lay the
// header out of names and values; ClearCurrentHeaders; gMessage (an nsIMsgDBHdr); #msgHeaderView, which tells with the event
// "message-header-pane-hidden" that it has been hidden.

export class HeaderFromList {
  #window;
  #wanted;
  #showing = false;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {() => boolean} wanted The host has nothing of the message on display.
   */
  constructor(window, wanted) {
    this.#window = window;
    this.#wanted = wanted;
    this.#pane?.addEventListener("message-header-pane-hidden", this.#hidden);
  }

  /** @returns {boolean} The host is laying the header out at this moment, because of show(). */
  get showing() {
    return this.#showing;
  }

  /** Shows the header if it is wanted and not there. */
  show() {
    const { gMessage, messageProgressListener } = this.#window;
    if (!this.#wanted() || !gMessage || this.#showing) {
      return;
    }
    const fields = fieldsOf(gMessage).filter(([, value]) => value);
    this.#showing = true;
    try {
      this.#window.ClearCurrentHeaders();
      messageProgressListener.onStartHeaders();
      messageProgressListener.processHeaders(
        fields.map(([name]) => name),
        fields.map(([, value]) => value),
      );
    } finally {
      this.#showing = false;
    }
  }

  stop() {
    this.#pane?.removeEventListener("message-header-pane-hidden", this.#hidden);
  }

  /** @returns {Element | null} */
  get #pane() {
    return this.#window.document.getElementById("msgHeaderView");
  }

  #hidden = () => this.show();
}

/** @param {any} message An nsIMsgDBHdr. @returns {[string, string][]} */
function fieldsOf(message) {
  return [
    ["From", message.mime2DecodedAuthor],
    ["To", message.mime2DecodedRecipients],
    ["Cc", message.ccList],
    ["Subject", message.mime2DecodedSubject],
    ["Date", new Date(message.dateInSeconds * 1000).toUTCString()],
  ];
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  const listener = window.messageProgressListener;
  const missing = ["onStartHeaders", "processHeaders"]
    .filter((name) => typeof listener?.[name] !== "function")
    .map((name) => `messageProgressListener.${name}`);
  return typeof window.ClearCurrentHeaders === "function"
    ? missing
    : [...missing, "ClearCurrentHeaders"];
}
