/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Looking for the certificates of recipients who have none that is valid, for one compose window: when
// recipients change, when the window that tells more is opened, and when the message is sent. Writing
// never waits for it, and sending only so long.

import { Directory } from "./directory.sys.mjs";

const { clearTimeout, setTimeout } = ChromeUtils.importESModule(
  "resource://gre/modules/Timer.sys.mjs",
);

/** @typedef {import("./compose-choices.sys.mjs").ComposeSecurityState} ComposeSecurityState */
/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("../generated/js/directory-lookup.sys.mjs").DirectoryLookup} DirectoryLookup */
/** @typedef {import("../generated/js/directory-lookup.sys.mjs").DirectorySearch} DirectorySearch */

/**
 * What is known about asking.
 * @typedef {object} LookupState
 * @property {string} host The server that would be asked; empty: there is none, or no network.
 * @property {string[]} searching The addresses that are being asked for.
 */

/** All that is asked at one time may take so many milliseconds. */
const DEADLINE = 10_000;
/** Searches at the same time. */
const AT_ONCE = 4;
/** Who has been asked for is asked for again within so many milliseconds only by the person. */
const FRESH = 60_000;

export class RecipientLookup {
  #window;
  #security;
  #module;
  #end;
  /** @type {Map<string, number>} Address → when it was asked for last. */
  #asked = new Map();
  /** @type {Map<string, Promise<void>>} The addresses that are being asked for. */
  #searching = new Map();
  #controller = new AbortController();
  /** @type {string | undefined} Key of the identity: another one may have another directory. */
  #identity;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {ComposeSecurityState} security
   * @param {DirectoryLookup} module
   */
  constructor(window, security, module) {
    this.#window = window;
    this.#security = security;
    this.#module = module;
    this.#end = security.observe((state) => this.#follow(state));
  }

  stop() {
    this.#end();
    this.#controller.abort();
  }

  /** Asks for everybody who has no certificate, but not for those who have been asked for lately. */
  async lookUp() {
    await this.#ask(this.#notLately(missingIn(this.#security.state)));
  }

  /** Asks for one. @param {string} address */
  async lookUpOne(address) {
    await this.#ask([address]);
  }

  /** What is asked is given up. */
  cancel() {
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  /** The same, before the message is sent, for what is in it by then. */
  async beforeSending() {
    await this.#ask(this.#notLately(missingIn(await this.#security.settled())));
  }

  /** @param {string[]} addresses @returns {string[]} Those who are being asked for are among them. */
  #notLately(addresses) {
    const now = Date.now();
    return addresses.filter(
      (address) => this.#searching.has(address) || now - (this.#asked.get(address) ?? 0) > FRESH,
    );
  }

  /** @param {ComposeState} state */
  #follow(state) {
    const identity = this.#window.gCurrentIdentity?.key;
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#asked.clear();
    }
    this.#tell();
    const fresh = missingIn(state).filter((address) => !this.#asked.has(address));
    this.#ask(fresh).catch((error) => console.error("Signet: the directory.", error));
  }

  /** @param {string[]} addresses */
  async #ask(addresses) {
    const directory = Directory.of(this.#window.gCurrentIdentity);
    if (!directory) {
      return;
    }
    const fresh = addresses.filter((address) => !this.#searching.has(address));
    if (fresh.length > 0) {
      const done = this.#search(directory, fresh);
      for (const address of fresh) {
        this.#asked.set(address, Date.now());
        this.#searching.set(address, done);
      }
      this.#tell();
    }
    await Promise.all(addresses.map((address) => this.#searching.get(address)));
    await this.#security.settled();
  }

  /** @param {Directory} directory @param {string[]} addresses */
  async #search(directory, addresses) {
    const limit = new AbortController();
    const abort = () => limit.abort();
    const timer = setTimeout(abort, DEADLINE);
    const { signal: given } = this.#controller;
    given.addEventListener("abort", abort);
    const bounds = { given, limit: limit.signal };
    try {
      const { place } = directory;
      const searches = await this.#module.searches(place, addresses, false);
      const again = await this.#make(directory, searches, bounds);
      if (again.length > 0) {
        await this.#make(directory, await this.#module.searches(place, again, true), bounds);
      }
    } catch (error) {
      console.warn("Signet: the directory could not be asked.", error);
    } finally {
      clearTimeout(timer);
      given.removeEventListener("abort", abort);
      for (const address of addresses) {
        this.#searching.delete(address);
      }
      this.#tell();
      this.#security.refresh({ anew: true });
    }
  }

  /**
   * @param {Directory} directory
   * @param {DirectorySearch[]} searches
   * @param {{given: AbortSignal, limit: AbortSignal}} bounds `given`: the person has given it up, which
   *     says nothing about the server. `limit`: that, or it has taken too long.
   * @returns {Promise<string[]>} The addresses to be asked for again, one by one.
   */
  async #make(directory, searches, { given, limit }) {
    /** @type {string[]} */
    const again = [];
    const waiting = [...searches];
    const work = async () => {
      for (let search = waiting.shift(); search; search = waiting.shift()) {
        const outcome = await directory.search(search, limit);
        if (given.aborted) {
          return;
        }
        again.push(...(await this.#module.take(directory.host, search, outcome, { transfer: true })));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return again;
  }

  #tell() {
    this.#security.showLookup({
      host: Directory.of(this.#window.gCurrentIdentity)?.host ?? "",
      searching: [...this.#searching.keys()],
    });
  }
}

/** @param {ComposeState} state @returns {string[]} Who has no certificate that is valid. */
function missingIn({ view }) {
  return (view?.recipients ?? [])
    .filter(({ address, certificate }) => !certificate && address.includes("@"))
    .map(({ address }) => address);
}
