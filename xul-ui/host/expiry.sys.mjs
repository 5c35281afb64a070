/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Tells in the main window, 30, 14 and 3 days before it happens, that a certificate which an identity uses
// expires, and after it has: once for each of these, however often the program starts.
//
// Relies on: MailServices.accounts.allIdentities; what account-settings reads of an identity.

import { preferencesOf } from "./account-settings.sys.mjs";

/** @type {any} */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
  clearInterval: "resource://gre/modules/Timer.sys.mjs",
  setInterval: "resource://gre/modules/Timer.sys.mjs",
});

const DAY = 24 * 60 * 60 * 1000;
/** Days before the end at which it is said; 0: it has come. */
const SAID = [0, 3, 14, 30];
/** The days at which it was last said of each certificate: JSON, by fingerprint. */
const TOLD = "extensions.signet.expiryTold";

/** @typedef {import("./account-settings.sys.mjs").AccountModel} AccountModel */

/**
 * @param {number} notAfter
 * @param {number} now
 * @returns {number | null} Of SAID; null: it is not time yet.
 */
export function stageOf(notAfter, now) {
  const days = (notAfter - now) / DAY;
  return SAID.find((stage) => days <= stage) ?? null;
}

/**
 * Looks at once and every day.
 * @param {(choices: {address: string, signingKey: string, encryptionKey: string}) =>
 *     ReturnType<AccountModel["view"]>} view Asks the module.
 * @param {(expiry: {stage: number, address: string, notAfter: number}) => void} tell
 * @returns {() => void} Ends it.
 */
export function watchExpiry(view, tell) {
  const look = () =>
    lookForExpiry(view, tell).catch((error) =>
      console.warn("Signet: nothing is known of expiring certificates.", error),
    );
  const timer = lazy.setInterval(look, DAY);
  look();
  return () => lazy.clearInterval(timer);
}

/** @param {Parameters<typeof watchExpiry>[0]} view @param {Parameters<typeof watchExpiry>[1]} tell */
async function lookForExpiry(view, tell) {
  /** @type {Record<string, number>} */
  const told = JSON.parse(Services.prefs.getStringPref(TOLD, "{}"));
  /** @type {{stage: number, address: string, notAfter: number} | null} */
  let soonest = null;
  for (const identity of lazy.MailServices.accounts.allIdentities) {
    const { address, signingKey, encryptionKey } = preferencesOf(identity);
    if (!signingKey && !encryptionKey) {
      continue;
    }
    const { signing, encryption } = await view({ address, signingKey, encryptionKey });
    for (const use of [signing, encryption]) {
      const found = use.certificate?.certificate;
      const stage = found ? stageOf(found.notAfter, Date.now()) : null;
      if (found && stage !== null && stage < (told[found.sha256] ?? Infinity)) {
        told[found.sha256] = stage;
        if (!soonest || found.notAfter < soonest.notAfter) {
          soonest = { stage, address, notAfter: found.notAfter };
        }
      }
    }
  }
  if (soonest) {
    Services.prefs.setStringPref(TOLD, JSON.stringify(told));
    tell(soonest);
  }
}
