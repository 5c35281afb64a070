/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Which words the two sections of the Message Security window show, for what is known of a message.

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
  "password-needed",
  "password-wrong",
  "token-unavailable",
]);

/** @param {PanelState} state @returns {SectionState} */
export function signatureState({ security, icons }) {
  const icon = icons.signature;
  const { phase, view, notHere } = security;
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
  if (icon === "none" && icons.encryption === "broken-key") {
    const messages = ["message-security-inside-not-seen"];
    return section("message-security-signature-unknown", icon, messages);
  }
  if (view.signature === "none" && icon === "question-pen") {
    // Only the host could open the message; see verdict-icons.
    const messages = ["message-security-inside-not-judged"];
    return section("message-security-signature-unknown", icon, messages);
  }
  const reasons = view.reasons.filter(({ code }) => !OF_ENCRYPTION.has(code));
  return section(`message-security-signature-${view.signature}`, icon, [], reasons);
}

/** @param {PanelState} state @returns {SectionState} */
export function encryptionState({ security, icons }) {
  const icon = icons.encryption;
  const { phase, view, hostEncryption, notHere } = security;
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
  const reasons = view.reasons.filter(({ code }) => OF_ENCRYPTION.has(code));
  if (icon === "key") {
    const messages = ["message-security-opened-by-host"];
    // Where the module could not open it, its reasons are not the host's.
    const own = view.encryption === "decrypted" ? reasons : [];
    return section("message-security-encryption-decrypted", icon, messages, own);
  }
  if (icon === "broken-key") {
    if (hostEncryption === null) {
      // Not a question of keys: the host does not know this kind of encryption.
      const messages = ["message-security-not-known-to-host"];
      return section("message-security-encryption-failed", icon, messages);
    }
    const own = view.encryption === "failed" ? reasons : [];
    const messages = own.length > 0 ? [] : ["message-security-not-opened-by-host"];
    return section("message-security-encryption-failed", icon, messages, own);
  }
  if (view.encryption !== "none") {
    return section("message-security-judging", icon); // the host is still opening it
  }
  const messages = reasons.length === 0 ? ["message-security-not-encrypted"] : [];
  return section("message-security-encryption-none", icon, messages, reasons);
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
