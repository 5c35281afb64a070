/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Reading a message for a person: its verdict and, where it is encrypted, what is inside of it, both from
// one reading of the same octets. What was inside stays in memory, for as long as a window displays the
// message.
//
// Relies on: what message-bytes relies on; MailServices.accounts.allIdentities.

import { readMessage } from "./message-bytes.sys.mjs";
import { concatenated } from "./octets.sys.mjs";
import { currentSettings } from "./validation-settings.sys.mjs";

/** @typedef {import("../generated/js/message-security.sys.mjs").OpenedMessage} OpenedMessage */
/** @typedef {import("../generated/js/message-security.sys.mjs").JudgeOptionsInit} JudgeOptionsInit */

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/**
 * @param {import("../generated/js/message-security.sys.mjs").MessageSecurityView | null | undefined} view
 * @returns {string | null} The subject that the sender protected; null where there is none, or the
 *     protection does not hold.
 */
export function protectedSubjectOf(view) {
  const holds = view?.signature === "valid" || view?.encryption === "decrypted";
  return holds ? (view.protectedSubject ?? null) : null;
}

/**
 * @typedef {(options: JudgeOptionsInit, mayAsk: boolean, message: ArrayBuffer, signal: AbortSignal) =>
 *     Promise<OpenedMessage>} Open As the module does; the octets are given away.
 */

/**
 * Which message is meant, and what the host knows of it.
 * @typedef {object} Wanted
 * @property {string} uri
 * @property {number} size A hint.
 * @property {boolean} incomplete The host has only a part of it.
 * @property {boolean} [collect] The sender's certificate is to be stored, whatever the settings say.
 * @property {(queued: boolean) => void} [queued] As of readMessage().
 */

const REMEMBERED_SUBJECTS = 100;

export class OpenedMessages {
  #open;
  /** @type {Map<string, Set<Promise<OpenedMessage>>>} By URI: those that windows display. */
  #displayed = new Map();
  /** @type {Set<string>} URIs of messages that were encrypted and whose content has been taken. */
  #takenEncrypted = new Set();
  /** @type {Map<string, string | null>} By URI: the protected subjects of the last messages whose content has been taken. */
  #takenSubjects = new Map();
  /** @type {Promise<unknown>} Settles when nobody is being asked for a password. */
  #asking = Promise.resolve();

  /** @param {Open} open */
  constructor(open) {
    this.#open = open;
  }

  /**
   * Opens a message for a person who waits for it, asking for the password of a key if need be: one
   * question at a time, and none for a message that has been left meanwhile.
   * @param {Wanted} wanted
   * @param {AbortSignal} signal
   * @returns {Promise<OpenedMessage>}
   */
  open(wanted, signal) {
    return this.#askingIfNeeded((mayAsk) => this.#read(wanted, mayAsk, signal), signal);
  }

  /**
   * @param {(mayAsk: boolean) => Promise<OpenedMessage>} read
   * @param {AbortSignal} signal
   * @returns {Promise<OpenedMessage>}
   */
  async #askingIfNeeded(read, signal) {
    const opened = await read(false);
    if (!needsPassword(opened)) {
      return opened;
    }
    const before = this.#asking;
    const { promise, resolve } = Promise.withResolvers();
    this.#asking = promise;
    try {
      await before;
      signal.throwIfAborted();
      return await read(true);
    } finally {
      resolve(undefined);
    }
  }

  /**
   * Opens a message that a window displays. It can be had again, by take(), until the signal comes.
   * @param {Wanted} wanted
   * @param {AbortSignal} signal
   * @returns {Promise<OpenedMessage>}
   */
  display(wanted, signal) {
    const opening = this.open(wanted, signal);
    const all = this.#displayed.get(wanted.uri) ?? new Set();
    this.#displayed.set(wanted.uri, all.add(opening));
    signal.addEventListener("abort", () => {
      all.delete(opening);
      if (all.size === 0 && this.#displayed.get(wanted.uri) === all) {
        this.#displayed.delete(wanted.uri);
      }
    });
    return opening;
  }

  /**
   * A message for the person's next step with it: a reply, an attachment, a print.
   * @param {Wanted} wanted
   * @returns {Promise<OpenedMessage>}
   */
  async take(wanted) {
    const [opening] = this.#displayed.get(wanted.uri) ?? [];
    const displayed = await opening?.catch(() => null);
    const opened = displayed ?? (await this.open(wanted, new AbortController().signal));
    return this.#taken(wanted.uri, opened);
  }

  /**
   * As take(), of a message that no window displays and whose server is giving it out at this moment: it could
   * not be read beside that. The content comes from the part in hand; the verdict is about that alone.
   * @param {string} uri
   * @param {Uint8Array} object Octets of the body of the message's only part, in BER.
   * @returns {Promise<OpenedMessage>}
   */
  async takePart(uri, object) {
    const options = { time: Date.now(), checkAddress: false, validation: currentSettings() };
    const { signal } = new AbortController();
    const opened = await this.#askingIfNeeded(
      (mayAsk) => this.#open(options, mayAsk, asMessage(object), signal),
      signal,
    );
    return this.#taken(uri, opened);
  }

  /** @param {string} uri @returns {boolean} A window displays it. */
  isDisplayed(uri) {
    return this.#displayed.has(uri);
  }

  /** @param {string} uri @param {OpenedMessage} opened */
  #taken(uri, opened) {
    if (opened.content && opened.view.encryption !== "none") {
      this.#takenEncrypted.add(uri);
    }
    this.#takenSubjects.delete(uri);
    this.#takenSubjects.set(uri, protectedSubjectOf(opened.view));
    if (this.#takenSubjects.size > REMEMBERED_SUBJECTS) {
      this.#takenSubjects.delete(this.#takenSubjects.keys().next().value ?? "");
    }
    return opened;
  }

  /** @param {string} uri @returns {boolean} Its content has been taken, and was encrypted. */
  wasEncrypted(uri) {
    return this.#takenEncrypted.has(uri);
  }

  /**
   * @param {string} uri
   * @returns {Promise<string | null>} The subject that the sender protected, of a message that a window
   *     displays or whose content has been taken; null where there is none.
   */
  async subjectOf(uri) {
    const [opening] = this.#displayed.get(uri) ?? [];
    const opened = await opening?.catch(() => null);
    return opened ? protectedSubjectOf(opened.view) : (this.#takenSubjects.get(uri) ?? null);
  }

  /**
   * What a part that does not cover the message holds inside of its signature. Nothing is decrypted.
   * @param {Uint8Array} object Octets of the part's body, in BER.
   * @returns {Promise<OpenedMessage>}
   */
  withoutKeys(object) {
    const options = { time: Date.now(), checkAddress: false, decrypt: false };
    return this.#open(options, false, asMessage(object), new AbortController().signal);
  }

  /**
   * @param {Wanted} wanted
   * @param {boolean} mayAsk
   * @param {AbortSignal} signal
   */
  async #read({ uri, size, incomplete, collect, queued }, mayAsk, signal) {
    const validation = currentSettings();
    const options = {
      time: Date.now(),
      incomplete,
      collect,
      ownAddresses: ownAddresses(),
      validation,
    };
    const message = await readMessage(uri, size, signal, queued);
    return this.#open(options, mayAsk, message, signal);
  }
}

/** @param {Uint8Array} object In BER. @returns {ArrayBuffer} A message that is nothing else. */
function asMessage(object) {
  const header = new TextEncoder().encode(
    "Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n\r\n",
  );
  return concatenated([header, object]).buffer;
}

/** @param {OpenedMessage} opened @returns {boolean} */
function needsPassword({ view }) {
  return view.reasons.some(({ code }) => code === "password-needed");
}

/** @returns {string[]} */
function ownAddresses() {
  const identities = lazy.MailServices.accounts.allIdentities;
  const addresses = Array.from(identities, ({ email }) => String(email ?? ""));
  return [...new Set(addresses.filter((address) => address.isWellFormed() && address))];
}

export const requirements = [
  {
    name: "MailServices.accounts.allIdentities",
    test: () => Symbol.iterator in lazy.MailServices.accounts.allIdentities,
  },
];
