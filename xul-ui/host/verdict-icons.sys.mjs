/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which icons stand for what is known of a message. The module decides what the message is; but it is
// the host that opens encrypted mail for display, and what is not on display must not get a good mark.

/** @typedef {import("./displayed-message.sys.mjs").Security} Security */
/** @typedef {"pen" | "broken-pen" | "question-pen" | "none"} SignatureIcon */
/** @typedef {"key" | "broken-key" | "none"} EncryptionIcon */
/** @typedef {{signature: SignatureIcon, encryption: EncryptionIcon}} Icons */

/** @type {Icons} */
const NONE = { signature: "none", encryption: "none" };

/** @param {Security | null} security @returns {Icons} */
export function iconsFor(security) {
  if (!security?.view || security.phase === "failed") {
    return NONE;
  }
  const encryption = encryptionIcon(security);
  return { signature: signatureIcon(security, encryption), encryption };
}

/** @param {Security} security @returns {EncryptionIcon} */
function encryptionIcon({ view, hostEncryption, loaded }) {
  if (!view || view.encryption === "none") {
    // Also when the host reports encryption: then it is a part of the message that was encrypted.
    return "none";
  }
  // A host that says nothing by the end has not opened it.
  return hostEncryption ?? (loaded ? "broken-key" : "none");
}

/** @param {Security} security @param {EncryptionIcon} encryption @returns {SignatureIcon} */
function signatureIcon({ view, hostSawSignature }, encryption) {
  if (!view) {
    return "none";
  }
  if (encryption === "broken-key" && isInside(view)) {
    return "none";
  }
  if (view.signatureIcon === "none" && encryption === "key" && view.encryption === "failed") {
    // The host has opened what the module could not: what is inside has not been judged.
    return hostSawSignature ? "question-pen" : "none";
  }
  return view.signatureIcon;
}

/** @param {NonNullable<Security["view"]>} view @returns {boolean} What is signed lies inside. */
function isInside({ layers }) {
  const whole = layers.filter(({ wholeMessage }) => wholeMessage);
  return whole.length > 0 && whole[0].kind !== "signed";
}
