/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The view of a message that is on a server and cannot be had.

/** @typedef {import("../generated/js/message-security.sys.mjs").MessageSecurityView} MessageSecurityView */

/**
 * What is known of a message of which the host has nothing, as when it is offline: not even its labels
 * are there for the module to look at.
 * @type {MessageSecurityView}
 */
export const NOT_HERE = {
  signature: "unknown",
  encryption: "none",
  signatureIcon: "question-pen",
  encryptionIcon: "none",
  address: null,
  protectedSubject: null,
  signers: [],
  layers: [],
  reasons: [
    {
      code: "content-not-available",
      severity: "error",
      texts: {},
      dates: {},
      where: null,
      certificate: null,
      diagnostic: null,
    },
  ],
  remedies: [{ action: "download", certificate: null, authority: false }],
  pending: null,
  collected: null,
};
