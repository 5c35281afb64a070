/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which icons stand for what is known of a message. The module decides what the message is; but it is
// the host that displays it, and what is not on display must not get a good mark.

/** @typedef {import("./displayed-message.sys.mjs").Security} Security */
/** @typedef {"pen" | "broken-pen" | "question-pen" | "clock-pen" | "none"} SignatureIcon */
/** @typedef {"key" | "broken-key" | "none"} EncryptionIcon */
/** @typedef {{signature: SignatureIcon, encryption: EncryptionIcon}} Icons */

/** @type {Icons} */
const NONE = { signature: "none", encryption: "none" };

/** @param {Security | null} security @returns {Icons} */
export function iconsFor(security) {
  if (!security?.view || security.phase === "failed") {
    return NONE;
  }
  const { view, loaded } = security;
  if (isElsewhere(security)) {
    return loaded ? iconsOfHidden(view) : NONE;
  }
  return {
    signature: isUnseen(view) ? "none" : view.signatureIcon,
    encryption: view.encryptionIcon,
  };
}

/**
 * What is inside of the message is not what the host displays (yet; or, when it has loaded, ever: the
 * two read the message's structure in different ways).
 * @param {Security} security
 * @returns {boolean}
 */
export function isElsewhere({ hasContent, contentShown }) {
  return hasContent && !contentShown;
}

/**
 * Nothing can be said of a signature, because it would lie inside of an encryption that is closed.
 * @param {NonNullable<Security["view"]>} view
 * @returns {boolean}
 */
export function isUnseen({ encryption, layers }) {
  const [outermost] = layers.filter(({ wholeMessage }) => wholeMessage);
  return encryption === "failed" && outermost?.kind !== "signed";
}

/** @param {NonNullable<Security["view"]>} view @returns {Icons} */
function iconsOfHidden({ signatureIcon, encryptionIcon }) {
  return {
    signature: signatureIcon === "none" ? "none" : "question-pen",
    encryption: encryptionIcon === "none" ? "none" : "broken-key",
  };
}
