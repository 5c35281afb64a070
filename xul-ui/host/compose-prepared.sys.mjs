/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A message as it has been prepared for sending: what the module was asked, and as what it was shown.
//
// Relies on: nsIMsgCompDeliverMode; the identity's attribute protectSubject, which says whether an encrypted message
// hides its subject.

/** A preference: the header is signed with messages that are signed only. */
const PROTECT_SIGNED = "extensions.signet.protectSignedHeader";

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

/**
 * The header is protected with an encrypted message unless the person wants the subject to be seen
 * (the host's own setting of the identity, which it has for OpenPGP), and with one that is only signed
 * if an administrator says so: programs that know nothing of it show such fields as text of the message.
 * @param {any} identity An nsIMsgIdentity.
 * @param {boolean} encrypts
 * @returns {boolean}
 */
export function protectsHeader(identity, encrypts) {
  return encrypts
    ? identity.getBoolAttribute("protectSubject")
    : Services.prefs.getBoolPref(PROTECT_SIGNED, false);
}
