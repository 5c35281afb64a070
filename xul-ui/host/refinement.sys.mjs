/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// From the verdict that this machine knows by itself to the one that the network's answers make of it.

import { fetchAll } from "./fetching.sys.mjs";
import { readSettings } from "./validation-settings.sys.mjs";

/** @typedef {import("../generated/js/message-security.sys.mjs").MessageSecurityView} MessageSecurityView */
/** @typedef {import("../worker/security-module.sys.mjs").SecurityModule} SecurityModule */

/**
 * Fetches what a pending view waits for, and shows each better one.
 * @typedef {(view: MessageSecurityView, signal: AbortSignal,
 *     show: (better: MessageSecurityView) => void) => Promise<void>} Refine
 */

/** All that is fetched for one message may take so many milliseconds. */
const DEADLINE = 20_000;

/**
 * Fetches what a view waits for and shows each better one.
 * @param {SecurityModule} module
 * @param {MessageSecurityView} first
 * @param {AbortSignal} signal Aborted as soon as nobody wants to know any more.
 * @param {(view: MessageSecurityView) => void} show
 */
export async function refineWithAnswers(module, first, signal, show) {
  let view = first;
  const until = Date.now() + DEADLINE;
  try {
    while (view.pending && !signal.aborted) {
      const { question, fetches } = view.pending;
      const outcomes = await fetchAll(fetches, {
        allowPrivate: readSettings().privateAddresses,
        arePublic: (addresses) => module.validation.arePublic(addresses),
        until,
        signal,
      });
      if (signal.aborted) {
        return;
      }
      view = await module.refine(question, outcomes, Date.now() >= until, signal);
      if (!signal.aborted) {
        show(view);
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      console.warn("Signet: a certificate could not be checked over the network.", error);
      show({ ...view, pending: null });
    }
  }
}
