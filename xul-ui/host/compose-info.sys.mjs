/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the Message Security window of one compose window is given, and the menu of its recipients: the
// state of the message, and what can be done for those who could not read it.
//
// Relies on: what ask-certificate relies on.

import { askForCertificate } from "./ask-certificate.sys.mjs";
import { messageIn } from "./compose-message.sys.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeSecurityState} ComposeSecurityState */
/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("./directory-lookup.sys.mjs").RecipientLookup} RecipientLookup */

/**
 * @typedef {object} InfoServices
 * @property {import("./localization.sys.mjs").Words} words
 * @property {import("./compose-prepared.sys.mjs").Protector["view"]} view
 * @property {(model: ComposeInfo) => void} open Opens the window, or brings it to the front.
 * @property {() => void} openImport Of certificates.
 */

export class ComposeInfo {
  #window;
  #security;
  #lookup;
  #services;
  /** @type {string | null} The recipient for whom a certificate is to be chosen. */
  #choosing = null;
  /** @type {((address: string) => void) | null} */
  #choose = null;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {ComposeSecurityState} security
   * @param {RecipientLookup} lookup
   * @param {InfoServices} services
   */
  constructor(window, security, lookup, services) {
    this.#window = window;
    this.#security = security;
    this.#lookup = lookup;
    this.#services = services;
  }

  /** Opens the window. */
  open() {
    this.#services.open(this);
    this.#lookup.lookUp().catch(report);
  }

  /** Opens the window to choose a certificate for somebody. @param {string} address */
  openToChoose(address) {
    this.#choosing = address;
    this.open();
    this.#tellChoosing();
  }

  /**
   * @param {(state: ComposeState) => void} observer
   * @returns {() => void} Ends it.
   */
  observe(observer) {
    return this.#security.observe(observer);
  }

  /**
   * @param {(address: string) => void} choose Called when a certificate is to be chosen for somebody.
   * @returns {() => void} Ends it.
   */
  whenChoosing(choose) {
    this.#choose = choose;
    this.#tellChoosing();
    return () => {
      this.#choose = null;
    };
  }

  /** @param {string} address Is looked up in the directory. */
  lookUp(address) {
    return this.#lookup.lookUpOne(address);
  }

  cancelLookup() {
    this.#lookup.cancel();
  }

  /** The person wants this certificate. @param {string} address @param {string} sha256 */
  pick(address, sha256) {
    this.#security.pick(address, sha256);
  }

  /** Asks people for their certificates. @param {string[]} addresses */
  async ask(addresses) {
    const choices = /** @type {const} */ ({ sign: true, encryption: "never" });
    const message = { ...messageIn(this.#window, choices), recipients: [] };
    const { signature } = await this.#services.view(message);
    await askForCertificate(this.#window, this.#services.words, addresses, signature === "yes");
  }

  importCertificates() {
    this.#services.openImport();
  }

  #tellChoosing() {
    const address = this.#choosing;
    if (address && this.#choose) {
      this.#choosing = null;
      this.#choose(address);
    }
  }
}

/** @param {unknown} error */
function report(error) {
  console.error("Signet: the directory.", error);
}
