/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The host's own S/MIME verdicts, as libmime reports them to the displayed message. They are put aside:
// Signet judges the message itself. The sink is also the way from a channel of libmime's to the
// displayed message that the channel is for.
//
// Relies on: the global `smimeSink` of about:message (msgHdrViewSMIMEOverlay.js), an nsIMsgSMIMESink
// that msgHdrView.js hands to the channel of each message; isCurrentMessage of the host's OpenPGP modules, with which the host's own sink tells which message a report is about.

/** @type {{EnigmailFuncs?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  EnigmailFuncs: "chrome://openpgp/content/modules/funcs.sys.mjs",
});

/** Takes the place of a window's sink until it is restored. */
export class SinkInterceptor {
  #window;
  #original;
  /** @type {(() => void)[]} The calls put aside for the message on display. */
  #aside = [];
  /** The host's verdicts are let through for the message on display. */
  #released = false;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {import("./displayed-message.sys.mjs").DisplayedMessage} displayed Found by way of the sink.
   */
  constructor(window, displayed) {
    this.#window = window;
    this.#original = window.smimeSink;
    window.smimeSink = this.#sink(displayed);
  }

  /** A new message is displayed: nothing is known of it. */
  reset() {
    this.#aside = [];
    this.#released = false;
  }

  /** Lets the host show its own verdict of the message on display, as if Signet were not there. */
  release() {
    this.#released = true;
    for (const call of this.#aside.splice(0)) {
      call();
    }
  }

  restore() {
    this.release();
    this.#window.smimeSink = this.#original;
  }

  /** @param {import("./displayed-message.sys.mjs").DisplayedMessage} displayed */
  #sink(displayed) {
    const original = this.#original;
    /** @param {() => void} call */
    const putAside = (call) => {
      if (this.#released) {
        call();
      } else {
        this.#aside.push(call);
      }
    };
    return {
      QueryInterface: ChromeUtils.generateQI(["nsIMsgSMIMESink"]),
      wrappedJSObject: { displayed },
      getSelectedMessageURI: () => original.getSelectedMessageURI(),
      /** @param {string} part */
      ignoreStatusFrom: (part) => original.ignoreStatusFrom(part),
      /** @param {[number, string]} values */
      signatureProcessingStarted: (...values) =>
        putAside(() => original.signatureProcessingStarted(...values)),
      /** @param {[string]} values */
      resetSignedStatus: (...values) => putAside(() => original.resetSignedStatus(...values)),
      /** @param {[number, number, any, string, string]} values */
      signedStatus: (...values) => putAside(() => original.signedStatus(...values)),
      /** @param {[number, number, any, string, string]} values */
      encryptionStatus: (...values) => putAside(() => original.encryptionStatus(...values)),
    };
  }

  /** @param {string} url The host's address of a message. @returns {boolean} It is the one on display. */
  isCurrent(url) {
    const { gMessageURI } = this.#window;
    return !!gMessageURI && lazy.EnigmailFuncs.isCurrentMessage(gMessageURI, url);
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  const sink = window.smimeSink;
  return [
    "getSelectedMessageURI",
    "ignoreStatusFrom",
    "signatureProcessingStarted",
    "resetSignedStatus",
    "signedStatus",
    "encryptionStatus",
  ]
    .filter((name) => typeof sink?.[name] !== "function")
    .map((name) => `smimeSink.${name}`);
}

export const requirements = [
  { name: "nsIMsgSMIMESink", test: () => "nsIMsgSMIMESink" in Ci },
  {
    name: "EnigmailFuncs.isCurrentMessage",
    test: () => typeof lazy.EnigmailFuncs.isCurrentMessage === "function",
  },
];
