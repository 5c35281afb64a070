/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which words the two sections of the Message Security window show, for what is known of a message.

import { isElsewhere, isUnseen } from "../../host/verdict-icons.sys.mjs";

/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */
/** @typedef {import("../../host/displayed-message.sys.mjs").Security} Security */

/**
 * What the window shows: what is known, and the icons that stand for it in the header.
 * @typedef {object} PanelState
 * @property {Security} security
 * @property {{signature: string, encryption: string}} icons
 */

/**
 * One section. The verdict is a message id; so are the messages, sentences that belong to no reason.
 * @typedef {object} SectionState
 * @property {string} icon
 * @property {string} verdict
 * @property {string[]} messages
 * @property {Reason[]} reasons
 */

/** The reasons that speak of encryption; all others speak of the signature or of the message. */
const OF_ENCRYPTION = new Set([
  "weak-cipher",
  "no-matching-key",
  "private-key-missing",
  "decryption-failed",
  "encrypted-in-part",
  "not-encrypted",
  "encryption-not-authenticated",
  "password-needed",
  "password-cancelled",
  "password-wrong",
  "token-unavailable",
]);

/** @param {PanelState} state @returns {SectionState} */
export function signatureState({ security, icons }) {
  const icon = icons.signature;
  const { phase, view, notHere, partsRemoved } = security;
  if (phase === "failed") {
    return section("message-security-signature-failed", icon, ["message-security-failed"]);
  }
  if (!view) {
    return section("message-security-judging", icon);
  }
  if (notHere) {
    const messages = ["message-security-signature-not-here"];
    return section("message-security-signature-unknown", icon, messages);
  }
  if (partsRemoved) {
    const messages = ["message-security-parts-removed"];
    return section("message-security-signature-unknown", icon, messages);
  }
  if (isElsewhere(security)) {
    return notShown(security, "message-security-signature-unknown", icon);
  }
  if (isUnseen(view)) {
    const messages = ["message-security-inside-not-seen"];
    return section("message-security-signature-unknown", icon, messages);
  }
  const reasons = view.reasons.filter(({ code }) => !OF_ENCRYPTION.has(code));
  return section(`message-security-signature-${view.signature}`, icon, [], reasons);
}

/** @param {PanelState} state @returns {SectionState} */
export function encryptionState({ security, icons }) {
  const icon = icons.encryption;
  const { phase, view, notHere } = security;
  if (phase === "failed") {
    return section("message-security-signature-failed", icon);
  }
  if (!view) {
    return section("message-security-judging", icon);
  }
  if (notHere) {
    const messages = ["message-security-encryption-not-here"];
    return section("message-security-encryption-unknown", icon, messages);
  }
  // Where nothing could be opened, a method that is missing or an object that is damaged is the encryption's.
  const reasons = view.reasons.filter(({ code }) =>
    isUnseen(view) ? code !== "not-signed" : OF_ENCRYPTION.has(code),
  );
  if (isElsewhere(security)) {
    return notShown(security, "message-security-encryption-unknown", icon);
  }
  if (view.encryption !== "none") {
    const messages = view.encryption === "decrypted" ? ["message-security-opened"] : [];
    return section(`message-security-encryption-${view.encryption}`, icon, messages, reasons);
  }
  const messages = reasons.length === 0 ? ["message-security-not-encrypted"] : [];
  return section("message-security-encryption-none", icon, messages, reasons);
}

/** @param {Security} security @param {string} verdict @param {string} icon @returns {SectionState} */
function notShown({ loaded }, verdict, icon) {
  return loaded
    ? section(verdict, icon, ["message-security-not-shown"])
    : section("message-security-judging", icon);
}

/**
 * @param {string} verdict
 * @param {string} icon
 * @param {string[]} messages
 * @param {Reason[]} reasons
 * @returns {SectionState}
 */
function section(verdict, icon, messages = [], reasons = []) {
  return { verdict, icon, messages, reasons };
}
