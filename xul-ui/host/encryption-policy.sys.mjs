/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What an identity does about encryption by default, as the host keeps it.
//
// Relies on: nsIMsgIdentity.encryptionPolicy, the preference mail.identity.<key>.encryptionpolicy. The
// host knows 1 only as "not never": without Signet such an identity encrypts, or does not send.

/** @typedef {import("../generated/js/compose-security.sys.mjs").EncryptionChoice} EncryptionChoice */

/** @type {Record<EncryptionChoice, number>} */
export const ENCRYPTION_POLICIES = { never: 0, "if-possible": 1, required: 2 };

/**
 * @param {any} identity nsIMsgIdentity
 * @returns {EncryptionChoice} "required" for a number without a meaning, as the host takes it.
 */
export function encryptionByDefault({ encryptionPolicy }) {
  switch (encryptionPolicy) {
    case ENCRYPTION_POLICIES.never:
      return "never";
    case ENCRYPTION_POLICIES["if-possible"]:
      return "if-possible";
    default:
      return "required";
  }
}
