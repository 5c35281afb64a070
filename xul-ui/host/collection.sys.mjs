/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Certificates of people are stored when a message that they signed is displayed: the settings for
// that, and the quiet notice above the message, with which it is undone.
//
// Relies on: gMessageNotificationBar.msgNotificationBar of about:message, a toolkit NotificationBox
// that the host clears when it begins with another message.

/** @typedef {import("../generated/js/message-security.sys.mjs").CollectedCertificate} CollectedCertificate */
/** @typedef {import("./displayed-message.sys.mjs").Security} Security */

/** Whether certificates are stored by themselves. */
const COLLECT = "extensions.signet.collectCertificates";
/** The fingerprints of those that the person did not want, separated by spaces, the latest last. */
const NEVER = "extensions.signet.neverCollect";
/** So many of them are remembered. */
const NEVER_MOST = 500;
const VALUE = "signet-collected";
/** Milliseconds after which the host has checked and stored what it wants to store. */
const HOST_STORES_WITHIN = 1500;

/**
 * The fingerprints of those that were told of since the program was started. The module names a new one
 * again with every message of its owner.
 * @type {Set<string>}
 */
const told = new Set();

/** The settings: preferences of the host, so that they are where all others are. */
export const collection = {
  get enabled() {
    return Services.prefs.getBoolPref(COLLECT, true);
  },
  set enabled(value) {
    Services.prefs.setBoolPref(COLLECT, value);
  },
  /** The person's organisation has set it. */
  get locked() {
    return Services.prefs.prefIsLocked(COLLECT);
  },
  /** @returns {string[]} */
  get never() {
    return Services.prefs.getStringPref(NEVER, "").split(" ").filter(Boolean);
  },
  /** The person wants this certificate after all. @param {string} sha256 */
  welcome(sha256) {
    told.delete(sha256);
    if (this.never.includes(sha256)) {
      const others = this.never.filter((each) => each !== sha256);
      Services.prefs.setStringPref(NEVER, others.join(" "));
    }
  },
  /** From now on this certificate is not stored by itself. @param {string} sha256 */
  forget(sha256) {
    const all = this.never.filter((each) => each !== sha256);
    Services.prefs.setStringPref(NEVER, [...all, sha256].slice(-NEVER_MOST).join(" "));
  },
};

/**
 * Takes certificates out, if they are other people's: with one of the person's own its key would go, too.
 * @param {import("../generated/js/certificates.sys.mjs").Certificates} certificates
 * @param {string[]} sha256s
 */
export async function takeOutOthers(certificates, sha256s) {
  for (const sha256 of sha256s) {
    const details = await certificates.details(sha256, Date.now());
    if (details?.row.group === "person") {
      await certificates.remove([sha256]);
    }
  }
}

/** The notice above one about:message's message. */
export class CollectionNotice {
  #window;
  #words;
  #undo;
  /** @type {string | null} The fingerprint that the notice is about, until it is closed. */
  #telling = null;
  /** @type {string | null} The fingerprint that other windows were told of, for this message. */
  #spread = null;
  #takeOut;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {(certificate: CollectedCertificate) => Promise<void>} undo
   * @param {(sha256s: string[]) => Promise<void>} takeOut
   */
  constructor(window, words, undo, takeOut) {
    this.#takeOut = takeOut;
    this.#window = window;
    this.#words = words;
    this.#undo = undo;
  }

  /**
   * @param {Security | null} security What is known of the message on display.
   * @returns {boolean} The message has brought a certificate: other windows may not know it yet.
   */
  show(security) {
    const collected = security?.view?.collected;
    if (!security?.view) {
      this.#spread = null; // another message
    }
    // Until all of it is there, the host may clear the bar.
    if (!security?.view || !security.loaded) {
      return false;
    }
    this.#keepOut(security.view);
    const sha256 = collected?.certificate.sha256 ?? null;
    const isNews = !!sha256 && sha256 !== this.#spread;
    this.#spread = sha256;
    if (sha256 && !told.has(sha256)) {
      told.add(sha256);
      this.#telling = sha256;
    } else if (sha256 !== this.#telling) {
      this.#telling = null; // another message
    }
    // The host clears the bar as well when it lays the same message out again.
    if (collected && this.#telling && !this.#notice()) {
      this.#append(collected).catch((error) =>
        console.error("Signet: the notice of a certificate could not be shown.", error),
      );
    }
    return isNews;
  }

  remove() {
    const notice = this.#notice();
    if (notice) {
      this.#window.gMessageNotificationBar.msgNotificationBar.removeNotification(notice, true);
    }
  }

  /**
   * The host stores certificates of signed messages by itself when it has checked them: those that the
   * person did not want are taken out again.
   * @param {NonNullable<Security["view"]>} view
   */
  #keepOut({ signers }) {
    const { never } = collection;
    const unwanted = signers
      .map(({ certificate }) => certificate?.sha256 ?? "")
      .filter((sha256) => never.includes(sha256));
    if (unwanted.length > 0) {
      this.#window.setTimeout(() => {
        this.#takeOut(unwanted).catch((error) =>
          console.error("Signet: a certificate could not be taken out again.", error),
        );
      }, HOST_STORES_WITHIN);
    }
  }

  #notice() {
    const bar = this.#window.gMessageNotificationBar.msgNotificationBar;
    return bar.getNotificationWithValue(VALUE);
  }

  /** @param {CollectedCertificate} collected */
  async #append(collected) {
    const { certificate, address } = collected;
    const [said, undo] = await this.#words.messages([
      { id: "collected-notice", args: { name: certificate.commonName, address } },
      "collected-undo",
    ]);
    if (this.#window.closed || this.#telling !== certificate.sha256 || this.#notice()) {
      return;
    }
    const bar = this.#window.gMessageNotificationBar.msgNotificationBar;
    const eventCallback = (/** @type {string} */ event) => {
      if (event === "dismissed") {
        this.#telling = null;
      }
    };
    const options = { label: said.value, priority: bar.PRIORITY_INFO_LOW, eventCallback };
    await bar.appendNotification(VALUE, options, [
      {
        label: undo.attributes.label,
        accessKey: undo.attributes.accesskey,
        callback: () => {
          this.#telling = null;
          this.#undo(collected).catch((error) =>
            console.error("Signet: a certificate could not be taken out again.", error),
          );
          return false; // closes the notice
        },
      },
    ]);
  }
}

/**
 * @param {Window & Record<string, any>} window Of about:message.
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  return typeof window.gMessageNotificationBar?.msgNotificationBar?.appendNotification === "function"
    ? []
    : ["gMessageNotificationBar"];
}
