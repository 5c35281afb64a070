/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A message as it has been prepared for sending: what the module was asked, and as what it was shown.
//
// Relies on: nsIMsgCompDeliverMode.

/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeMessageInit} ComposeMessageInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */
/** @typedef {import("./compose-encapsulation.sys.mjs").Protected} Protected */
/** @typedef {import("./compose-encapsulation.sys.mjs").Written} Written */

/**
 * What the module does for sending.
 * @typedef {object} Protector
 * @property {() => Promise<void>} complete Looks elsewhere for certificates that are missing; takes no
 *     longer than a person can wait, and never fails.
 * @property {(message: ComposeMessageInit) => Promise<ComposeSecurityView>} view
 * @property {(message: ComposeMessageInit) => Promise<void>} unlock
 * @property {(message: ComposeMessageInit, shown: ComposeSecurityView, written: Written, signal: AbortSignal) =>
 *     Promise<Protected>} protect
 */

/**
 * What is about to be sent, and as what it was shown.
 * @typedef {{message: ComposeMessageInit, view: ComposeSecurityView}} Prepared
 */

/**
 * The same for some of the recipients.
 * @param {Prepared} prepared
 * @param {string[]} addresses
 * @returns {Prepared}
 */
export function preparedFor({ message, view }, addresses) {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  const isWanted = (/** @type {string} */ address) => wanted.has(address.toLowerCase());
  return {
    message: { ...message, recipients: message.recipients.filter(isWanted) },
    view: { ...view, recipients: view.recipients.filter(({ address }) => isWanted(address)) },
  };
}

/** @param {ComposeSecurityView} a @param {ComposeSecurityView} b @returns {boolean} */
export function sameProtection(a, b) {
  // The module compares again when it protects the message; by then the person has been told.
  const [first, second] = [a, b].map((view) =>
    JSON.stringify([
      view.signature,
      view.encryption,
      [view.signingCertificate, view.encryptionCertificate].map((each) => each?.sha256),
      view.recipients.map(({ address, certificate }) => [address, certificate?.sha256]),
    ]),
  );
  return first === second;
}

/** @param {number} msgType @returns {boolean} The message is kept, not sent. */
export function isSaving(msgType) {
  const { Save, SaveAs, SaveAsDraft, SaveAsTemplate, AutoSaveAsDraft } = Ci.nsIMsgCompDeliverMode;
  return [Save, SaveAs, SaveAsDraft, SaveAsTemplate, AutoSaveAsDraft].includes(msgType);
}
