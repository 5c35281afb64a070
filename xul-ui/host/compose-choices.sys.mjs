/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the person has chosen for the message in one compose window: sign it or not, encrypt it or not.
// The choice lives as long as the window. It begins with what the host would have done with S/MIME by
// itself (the identity's defaults, an answer to an encrypted message), and from then on the host is
// told to do nothing: one of the two decides, never both.
//
// Relies on: the globals of MsgComposeCommands.js gSendSigned, gSendEncrypted, gSelectedTechnologyIsPGP,
// gUserTouchedSendEncrypted, gCurrentIdentity, isSmimeSigningConfigured, isSmimeEncryptionConfigured,
// gIsRelatedToEncryptedOriginal, isPgpConfigured, checkEncryptionState, gUserTouchedSendSigned; the
// identity's signMail, and its attribute e2etechpref.

import { messageIn, sameMessage } from "./compose-message.sys.mjs";
import { encryptionByDefault } from "./encryption-policy.sys.mjs";

/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeChoices} ComposeChoices */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeMessageInit} ComposeMessageInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */
/** @typedef {import("./directory-lookup.sys.mjs").LookupState} LookupState */

/** The identity's attribute e2etechpref, where both technologies are set up. */
const PREFERS_SMIME = 1;

/**
 * What is known of the message. `view` is null until the module has spoken about exactly this message,
 * and stays null when it cannot; then `failed` is true.
 * @typedef {object} ComposeState
 * @property {ComposeChoices} choices
 * @property {ComposeMessageInit} message What the module was asked about.
 * @property {ComposeSecurityView | null} view
 * @property {boolean} failed
 * @property {LookupState} lookup Of the directory that is asked for certificates that are missing.
 */

export class ComposeSecurityState {
  #window;
  #askModule;
  /** @type {ComposeChoices} */
  #choices = { sign: false, encryption: "never" };
  /** @type {Map<string, string>} Address of a recipient → fingerprint of the certificate that the person wants. */
  #picked = new Map();
  /** The person has chosen; defaults no longer apply. */
  #touched = { sign: false, encryption: false };
  /** @type {ComposeMessageInit} */
  #message;
  /** @type {ComposeSecurityView | null} */
  #view = null;
  #failed = false;
  /** @type {LookupState} */
  #lookup = { host: "", searching: [] };
  /** @type {Promise<void>} Settles when the module has spoken about the current message, or failed. */
  #settled = Promise.resolve();
  /** @type {Set<(state: ComposeState) => void>} */
  #observers = new Set();

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {(message: ComposeMessageInit) => Promise<ComposeSecurityView>} askModule
   */
  constructor(window, askModule) {
    this.#window = window;
    this.#askModule = askModule;
    this.#message = this.#read();
    this.refresh({ anew: true });
  }

  /** @returns {ComposeState} */
  get state() {
    return {
      choices: { ...this.#choices },
      message: this.#message,
      view: this.#view,
      failed: this.#failed,
      lookup: this.#lookup,
    };
  }

  /** @returns {boolean} The person wants any protection. */
  get wantsProtection() {
    return this.#choices.sign || this.#choices.encryption !== "never";
  }

  /** @returns {Promise<ComposeState>} The state when the module has spoken about the message. */
  async settled() {
    this.refresh();
    for (let awaited = null; awaited !== this.#settled; ) {
      awaited = this.#settled;
      await awaited;
    }
    return this.state;
  }

  /**
   * @param {(state: ComposeState) => void} observer Called at once and with each change.
   * @returns {() => void} Ends it.
   */
  observe(observer) {
    this.#observers.add(observer);
    observer(this.state);
    return () => this.#observers.delete(observer);
  }

  /** The person chooses. @param {Partial<ComposeChoices>} choices */
  choose(choices) {
    this.#touched.sign ||= "sign" in choices;
    this.#touched.encryption ||= "encryption" in choices;
    this.#choose(choices);
  }

  /**
   * The person has chosen it before, for the draft that is gone on with.
   * @param {ComposeChoices} choices
   */
  goOnWith({ sign, encryption }) {
    this.choose({
      ...(this.#touched.sign ? {} : { sign }),
      ...(this.#touched.encryption ? {} : { encryption }),
    });
  }

  /**
   * The person wants a certificate for somebody.
   * @param {string} address
   * @param {string} sha256
   */
  pick(address, sha256) {
    this.#picked.set(address, sha256);
    this.refresh();
  }

  /** @returns {Record<string, string>} What the person wants, by address. */
  get picked() {
    return Object.fromEntries(this.#picked);
  }

  /** Another identity writes the message: its defaults apply where the person has not chosen. */
  identityChanged() {
    if (!this.#touched.sign) {
      this.#choose({ sign: this.#hostSignsByDefault() });
    }
    this.adoptHostChoice();
  }

  /**
   * Takes over what the host has decided for S/MIME since the last time, and leaves it nothing to do.
   * What belongs to OpenPGP is not touched.
   */
  adoptHostChoice() {
    const window = this.#window;
    if (window.gSelectedTechnologyIsPGP) {
      if (window.isPgpConfigured() || !window.gSendEncrypted) {
        return;
      }
      // The host takes an encrypted draft, or what is answered, for one of OpenPGP, of which this identity has
      // nothing: it could be neither saved again nor sent.
      window.gSelectedTechnologyIsPGP = false;
    }
    /** @type {Partial<ComposeChoices>} */
    const adopted = {};
    if (window.gSendSigned && !this.#touched.sign) {
      adopted.sign = true;
    }
    if (
      window.gSendEncrypted &&
      (!this.#touched.encryption || window.gUserTouchedSendEncrypted)
    ) {
      adopted.encryption = this.#encryptsIfPossible() ? "if-possible" : "required";
    }
    window.gSendSigned = false;
    window.gSendEncrypted = false;
    window.gUserTouchedSendEncrypted = false;
    if (window.isPgpConfigured()) {
      // The host's own menu is there for OpenPGP, and only for that. The identity's default was meant
      // for S/MIME: it must not become one for OpenPGP as well.
      window.gSelectedTechnologyIsPGP = true;
      window.gUserTouchedSendSigned = true;
    }
    this.#choose(adopted);
  }

  /** The host decides again, beginning with what was chosen, as far as it can do that. */
  handBack() {
    const window = this.#window;
    this.#observers.clear();
    if (window.closed || !this.wantsProtection) {
      return;
    }
    const sign = this.#choices.sign && window.isSmimeSigningConfigured();
    const encrypt =
      this.#choices.encryption !== "never" && window.isSmimeEncryptionConfigured();
    if (sign || encrypt) {
      window.gSelectedTechnologyIsPGP = false;
      window.gSendSigned = sign;
      window.gUserTouchedSendSigned = true;
      window.gSendEncrypted = encrypt;
      window.gUserTouchedSendEncrypted = true;
      window.checkEncryptionState();
    }
  }

  /** @param {LookupState} lookup What is being asked of the directory. */
  showLookup(lookup) {
    if (JSON.stringify(lookup) !== JSON.stringify(this.#lookup)) {
      this.#lookup = lookup;
      this.#notify();
    }
  }

  /** @returns {boolean} */
  #hostSignsByDefault() {
    const window = this.#window;
    const identity = window.gCurrentIdentity;
    const preferred =
      !window.isPgpConfigured() || identity?.getIntAttribute("e2etechpref") === PREFERS_SMIME;
    return !!identity?.signMail && preferred && window.isSmimeSigningConfigured();
  }

  /** What the host encrypts, it encrypts only because the identity does so where possible. @returns {boolean} */
  #encryptsIfPossible() {
    const { gCurrentIdentity, gIsRelatedToEncryptedOriginal, gUserTouchedSendEncrypted } = this.#window;
    const byDefault = gCurrentIdentity && encryptionByDefault(gCurrentIdentity) === "if-possible";
    return byDefault && !gIsRelatedToEncryptedOriginal && !gUserTouchedSendEncrypted;
  }

  /** @returns {ComposeMessageInit} */
  #read() {
    return messageIn(this.#window, this.#choices, this.picked);
  }

  /** @param {Partial<ComposeChoices>} changes */
  #choose(changes) {
    this.#choices = { ...this.#choices, ...changes };
    this.refresh();
  }

  /**
   * Asks the module if the message has changed: recipients, sender, choices.
   * @param {{anew?: boolean}} [options] `anew`: also if it has not.
   */
  refresh({ anew = false } = {}) {
    const message = this.#read();
    if (!anew && sameMessage(message, this.#message)) {
      return;
    }
    this.#message = message;
    this.#view = null;
    this.#failed = false;
    this.#settled = this.#ask(message);
    this.#notify();
  }

  /** @param {ComposeMessageInit} message */
  async #ask(message) {
    let view = null;
    try {
      view = await this.#askModule(message);
    } catch (error) {
      console.warn("Signet: the module did not answer about a message being written.", error);
    }
    if (message === this.#message) {
      this.#view = view;
      this.#failed = !view;
      this.#notify();
    }
  }

  #notify() {
    for (const observer of [...this.#observers]) {
      observer(this.state);
    }
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  const missing = ["gSendSigned", "gSendEncrypted", "gSelectedTechnologyIsPGP"].filter(
    (name) => typeof window[name] !== "boolean",
  );
  const functions = [
    "isSmimeSigningConfigured",
    "isSmimeEncryptionConfigured",
    "isPgpConfigured",
    "checkEncryptionState",
  ];
  return missing.concat(functions.filter((name) => typeof window[name] !== "function"));
}
