/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The host's own S/MIME verdicts, as libmime reports them to the displayed message. They are put aside:
// Signet judges the signature itself. What the host says of encryption is kept, because the host
// still decrypts, and with it what the host does on that occasion.
//
// Relies on: the global `smimeSink` of about:message (msgHdrViewSMIMEOverlay.js), an nsIMsgSMIMESink
// that msgHdrView.js hands to the channel of each message; nsICMSMessageErrors; isCurrentMessage of
// the host's OpenPGP modules, with which the host's own sink tells which message a report is about.

/** @type {{EnigmailFuncs?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  EnigmailFuncs: "chrome://openpgp/content/modules/funcs.sys.mjs",
});

/** Takes the place of a window's sink until it is restored. */
export class SinkInterceptor {
  #window;
  #original;
  #report;
  /** @type {(() => void)[]} The calls put aside for the message on display. */
  #aside = [];
  /** The host's verdicts are let through for the message on display. */
  #released = false;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {object} report Who wants to know what the host found.
   * @param {(icon: "key" | "broken-key") => void} report.encrypted
   * @param {() => void} report.signedInside The host judged a signature (inside the encryption, if
   *     it reported encryption as well).
   */
  constructor(window, report) {
    this.#window = window;
    this.#original = window.smimeSink;
    this.#report = report;
    window.smimeSink = this.#sink();
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

  #sink() {
    const original = this.#original;
    /** @param {() => void} call */
    const putAside = (call) => {
      if (this.#released) {
        call();
      } else {
        this.#aside.push(call);
      }
    };
    /** @param {string} url @param {number} level */
    const concernsDisplayed = (url, level) => level <= 1 && this.#isCurrent(url);
    return {
      QueryInterface: ChromeUtils.generateQI(["nsIMsgSMIMESink"]),
      getSelectedMessageURI: () => original.getSelectedMessageURI(),
      /** @param {string} part */
      ignoreStatusFrom: (part) => original.ignoreStatusFrom(part),
      /** @param {[number, string]} values */
      signatureProcessingStarted: (...values) =>
        putAside(() => original.signatureProcessingStarted(...values)),
      /** @param {[string]} values */
      resetSignedStatus: (...values) => putAside(() => original.resetSignedStatus(...values)),
      /** @param {[number, number, any, string, string]} values */
      signedStatus: (...values) => {
        putAside(() => original.signedStatus(...values));
        if (concernsDisplayed(values[3], values[0])) {
          this.#report.signedInside();
        }
      },
      /** @param {[number, number, any, string, string]} values */
      encryptionStatus: (...values) => {
        original.encryptionStatus(...values);
        const [level, status, , url] = values;
        if (concernsDisplayed(url, level)) {
          const opened = status === Ci.nsICMSMessageErrors.SUCCESS;
          this.#report.encrypted(opened ? "key" : "broken-key");
        }
      },
    };
  }

  /** @param {string} url */
  #isCurrent(url) {
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
  { name: "nsICMSMessageErrors", test: () => Ci.nsICMSMessageErrors?.SUCCESS === 0 },
];
