/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Whether the certificates of a message that is written were revoked: what is stored is looked at each
// time, and what the settings allow is fetched once for everybody who joins, while the person writes. The
// module stores what counts, so that the next look at the message knows it.

import { fetchAll } from "./fetching.sys.mjs";
import { currentSettings, readSettings } from "./validation-settings.sys.mjs";

/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeMessageInit} ComposeMessageInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */
/** @typedef {import("../worker/security-module.sys.mjs").SecurityModule} SecurityModule */

/** All that is fetched at one time may take so many milliseconds; sending waits for no longer. */
const DEADLINE = 10_000;
/** Who has been asked about is asked about again after so many milliseconds. */
const FRESH = 300_000;

/**
 * The message with what the settings say now; a draft, which goes to nobody, without.
 * @param {ComposeMessageInit} message
 * @returns {ComposeMessageInit}
 */
export function withSettings(message) {
  return "validation" in message ? message : { ...message, validation: currentSettings() };
}

export class ComposeAnswers {
  #module;
  #changed;
  #controller = new AbortController();
  /** @type {Map<string, number>} Fingerprint → when it was asked about last. */
  #asked = new Map();
  /** @type {Set<Promise<void>>} */
  #running = new Set();

  /**
   * @param {SecurityModule} module
   * @param {() => void} changed More is known: the message is to be looked at again.
   */
  constructor(module, changed) {
    this.#module = module;
    this.#changed = changed;
  }

  stop() {
    this.#controller.abort();
  }

  /**
   * What becomes of the message, from what is on this machine; fetches what it lacks.
   * @param {ComposeMessageInit} message
   * @returns {Promise<ComposeSecurityView>}
   */
  async view(message) {
    const view = await this.#module.composeView(withSettings(message));
    if (!view.pending) {
      return view;
    }
    const now = Date.now();
    const fresh = certificatesIn(view).filter(
      (sha256) => now - (this.#asked.get(sha256) ?? 0) > FRESH,
    );
    if (fresh.length === 0 && this.#running.size === 0) {
      // Everybody was asked about a moment ago, and this is what came of it.
      return this.#module.composeRefine(view.pending.question, [], true);
    }
    if (fresh.length > 0) {
      fresh.forEach((sha256) => this.#asked.set(sha256, now));
      const done = this.#fetch(view).finally(() => {
        this.#running.delete(done);
        if (!this.#controller.signal.aborted) {
          this.#changed();
        }
      });
      this.#running.add(done);
    }
    return { ...view, pending: null };
  }

  /** Waits for what is being fetched; not long, and never fails. */
  async settled() {
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
    }
  }

  /** @param {ComposeSecurityView} first */
  async #fetch(first) {
    const { signal } = this.#controller;
    const until = Date.now() + DEADLINE;
    try {
      for (let view = first; view.pending && !signal.aborted; ) {
        const { question, fetches } = view.pending;
        const outcomes = await fetchAll(fetches, {
          allowPrivate: readSettings().privateAddresses,
          arePublic: (addresses) => this.#module.validation.arePublic(addresses),
          until,
          signal,
        });
        view = await this.#module.composeRefine(question, outcomes, Date.now() >= until);
      }
    } catch (error) {
      if (!signal.aborted) {
        console.warn("Signet: a certificate could not be checked over the network.", error);
      }
    }
  }
}

/**
 * The certificates that a view is about, and the recipients who have none: about them, too, something may
 * become known.
 * @param {ComposeSecurityView} view
 * @returns {string[]}
 */
function certificatesIn({ signingCertificate, encryptionCertificate, recipients }) {
  const names = [signingCertificate?.sha256, encryptionCertificate?.sha256];
  names.push(
    ...recipients.flatMap(({ address, certificate, reasons }) =>
      certificate ? [certificate.sha256] : [address, ...reasons.map((reason) => reason.certificate ?? "")],
    ),
  );
  return names.filter((name) => typeof name === "string" && name !== "").map(String);
}
