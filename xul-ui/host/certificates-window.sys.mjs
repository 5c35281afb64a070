/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the Certificates window is given: the module's answers, files, and the host's certificate viewer.
//
// Relies on: MailServices.accounts.allIdentities.

import { preferencesOf } from "./account-settings.sys.mjs";
import { viewCertificates } from "./certificate-viewer.sys.mjs";
import { collection } from "./collection.sys.mjs";
import { openFiles, saveFile } from "./file-dialogs.sys.mjs";

/** @type {{MailServices?: any}} */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/** @typedef {import("../generated/js/certificates.sys.mjs").Certificates} Certificates */
/** @typedef {import("../generated/js/certificates.sys.mjs").CertificateFormat} CertificateFormat */
/** @typedef {import("../generated/js/certificates.sys.mjs").CertificateGroup} CertificateGroup */
/** @typedef {import("../generated/js/certificates.sys.mjs").EmailTrust} EmailTrust */
/** @typedef {import("./changes.sys.mjs").CertificateChanges} CertificateChanges */

/** Of calls that may wait for a person who types the primary password. */
const PATIENT = { patient: true };

const PATTERN = "*.p12; *.pfx; *.pem; *.crt; *.cer; *.der; *.p7b; *.p7c; *.p7s; *.p7m";

export class CertificatesModel {
  #certificates;
  #changes;
  /** What the window begins with, unless it is just the list. */
  begin;
  /** The fingerprint of the certificate that it is to begin with, or null. */
  select;

  /**
   * @param {Certificates} certificates
   * @param {CertificateChanges} changes
   * @param {{begin?: "import" | "request", select?: string}} [options]
   */
  constructor(certificates, changes, { begin, select } = {}) {
    this.#certificates = certificates;
    this.#changes = changes;
    this.begin = begin;
    this.select = select ?? null;
  }

  /** @param {CertificateGroup} group @param {string} text @param {number} first @param {number} count */
  list(group, text, first, count) {
    return this.#certificates.list({ group, text, first, count, time: Date.now() });
  }

  /** @param {string} sha256 */
  details(sha256) {
    return this.#certificates.details(sha256, Date.now());
  }

  /** @param {string} sha256 */
  dependents(sha256) {
    return this.#certificates.dependents(sha256);
  }

  /** Shows it in the host's viewer. @param {string} sha256 */
  async view(sha256) {
    viewCertificates(await this.#certificates.chain(sha256, Date.now()));
  }

  /** @param {Window} window @param {{title: string, filter: string}} words */
  openFiles(window, { title, filter }) {
    return openFiles(window, title, [{ label: filter, pattern: PATTERN }]);
  }

  /**
   * @param {string} name
   * @param {ArrayBuffer} octets
   * @param {string | null} password
   * @param {number} from The certificate to begin with.
   */
  async importFile(name, octets, password, from) {
    const view = await withSecret(password, (secret) =>
      this.#certificates.importFile(name, octets, secret, from, PATIENT),
    );
    view.certificates.forEach(({ certificate }) => collection.welcome(certificate.sha256));
    return view;
  }

  /** Certificates were imported, and no more come now. */
  imported() {
    this.#changes.notify();
  }

  /**
   * Saves a certificate alone, or in a PKCS #7 file with its authorities, as the person chooses.
   * @param {Window} window
   * @param {string} sha256
   * @param {{title: string, name: string, pem: string, der: string, pkcs7: string}} words
   */
  async exportFile(window, sha256, { title, name, ...labels }) {
    const one = (/** @type {CertificateFormat} */ format) => () =>
      this.#certificates.exportFile([sha256], format);
    const withAuthorities = async () => {
      const chain = (await this.details(sha256))?.chain ?? [];
      const all = new Set([sha256, ...chain.map((certificate) => certificate.sha256)]);
      return this.#certificates.exportFile([...all], "pkcs7");
    };
    return saveFile(window, title, name, [
      { label: labels.pem, extension: "pem", octets: one("pem") },
      { label: labels.der, extension: "cer", octets: one("der") },
      { label: labels.pkcs7, extension: "p7b", octets: withAuthorities },
    ]);
  }

  /**
   * @param {Window} window
   * @param {string[]} sha256s
   * @param {string} password
   * @param {{title: string, name: string, label: string}} words
   */
  async backUp(window, sha256s, password, { title, name, label }) {
    const octets = await withSecret(password, (secret) =>
      this.#certificates.backUp(sha256s, /** @type {ArrayBuffer} */ (secret), Date.now(), PATIENT),
    );
    return saveFile(window, title, name, [{ label, extension: "p12", octets: async () => octets }]);
  }

  /** @returns {{address: string, name: string, organization: string}[]} Each address once. */
  identities() {
    /** @type {Map<string, {address: string, name: string, organization: string}>} */
    const found = new Map();
    for (const { email: address, fullName: name, organization } of lazy.MailServices.accounts
      .allIdentities) {
      if (address && !found.has(address)) {
        found.set(address, { address, name, organization });
      }
    }
    return [...found.values()];
  }

  tokens() {
    return this.#certificates.tokens();
  }

  /**
   * Makes a key and saves its request; no key where the person does not save it.
   * @param {Window} window
   * @param {import("../generated/js/certificates.sys.mjs").CertificateRequestInit} request
   * @param {{title: string, name: string}} words
   */
  async request(window, request, { title, name }) {
    const octets = () => this.#certificates.request(request, PATIENT);
    return saveFile(window, title, name, [{ extension: "csr", octets }]);
  }

  /** @param {string} name @param {string} address */
  async makeTryout(name, address) {
    const made = await this.#certificates.makeTryout(name, address, Date.now(), PATIENT);
    this.#changes.notify();
    return made;
  }

  /** @param {string} sha256 @param {EmailTrust} trust */
  async setTrust(sha256, trust) {
    await this.#certificates.setTrust(sha256, trust, PATIENT);
    this.#changes.notify();
  }

  /** @param {string} sha256 */
  async remove(sha256) {
    await this.#certificates.remove([sha256], PATIENT);
    collection.forget(sha256);
    this.#changes.notify();
  }

  /**
   * The addresses of the person's identities that sign with a certificate or are encrypted to with it.
   * @param {string} databaseKey
   * @returns {string[]}
   */
  usedBy(databaseKey) {
    return [...lazy.MailServices.accounts.allIdentities]
      .filter((identity) => {
        const { signingKey, encryptionKey } = preferencesOf(identity);
        return signingKey === databaseKey || encryptionKey === databaseKey;
      })
      .map((identity) => identity.email);
  }

  get collects() {
    return collection.enabled;
  }
  get collectsLocked() {
    return collection.locked;
  }
  set collects(value) {
    collection.enabled = value;
  }

  /** @param {() => void} observer Told of every change. @returns {() => void} Ends it. */
  observe(observer) {
    return this.#changes.observe(observer);
  }
}

/**
 * Gives a password as octets, and wipes these afterwards.
 * @template Answer
 * @param {string | null} password
 * @param {(secret: ArrayBuffer | null) => Promise<Answer>} use
 * @returns {Promise<Answer>}
 */
async function withSecret(password, use) {
  const octets = password === null ? null : new TextEncoder().encode(password);
  try {
    return await use(octets?.buffer ?? null);
  } finally {
    octets?.fill(0);
  }
}
