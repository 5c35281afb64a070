/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The buttons of the Message Security window that do something about a reason. The module says which ones
// there are; what they do is done by the host. To trust a certificate is asked again, with its fingerprint:
// a message that asks for trust by itself must not get it by one click.

import { showDialog } from "../closing.mjs";
import { isolatedTexts, reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/message-security.sys.mjs").RemedyOffer} RemedyOffer */

/** What is done about the encryption; everything else is about the signature. */
const OF_ENCRYPTION = new Set(["import-backup", "enter-password", "try-again"]);

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {RemedyOffer[]} offers
 * @param {(offer: RemedyOffer) => Promise<void>} carryOut
 * @returns {{signature: HTMLElement[], encryption: HTMLElement[]}} The buttons of each section.
 */
export function remedyButtons(offers, carryOut) {
  const buttons = (/** @type {boolean} */ encryption) =>
    offers
      .filter(({ action }) => OF_ENCRYPTION.has(action) === encryption)
      .map((offer) => remedyButton(offer, carryOut));
  return { signature: buttons(false), encryption: buttons(true) };
}

/** @param {RemedyOffer} offer @param {(offer: RemedyOffer) => Promise<void>} carryOut */
function remedyButton(offer, carryOut) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.action = offer.action;
  button.dataset.l10nAttrs = "accesskey"; // not among those that HTML gets by itself
  document.l10n.setAttributes(button, `message-security-remedy-${offer.action}`);
  button.addEventListener("click", () => {
    act(offer, carryOut).catch(console.error);
  });
  return button;
}

/** @param {RemedyOffer} offer @param {(offer: RemedyOffer) => Promise<void>} carryOut */
async function act(offer, carryOut) {
  element("told").removeAttribute("data-l10n-id");
  element("told").textContent = "";
  if (offer.action === "trust" && !(await isToBeTrusted(offer))) {
    return;
  }
  try {
    await carryOut(offer);
  } catch (error) {
    const reason = /** @type {any} */ (error).reason;
    if (!reason) {
      throw error;
    }
    const [{ sentence, remedy }] = await reasonsInWords(document.l10n, [reason]);
    element("told").textContent = `${sentence} ${remedy}`;
  }
}

/** @param {RemedyOffer} offer @returns {Promise<boolean>} */
async function isToBeTrusted({ certificate, authority }) {
  if (!certificate) {
    return false;
  }
  const name = certificate.commonName || certificate.addresses[0] || certificate.subject;
  const args = isolatedTexts({ name });
  const heading = element("trust-heading");
  const text = element("trust-text");
  document.l10n.setAttributes(heading, "message-security-trust-title", args);
  document.l10n.setAttributes(
    text,
    authority ? "message-security-trust-authority" : "message-security-trust-person",
    args,
  );
  await document.l10n.translateElements([heading, text]);
  const pairs = certificate.sha256.toUpperCase().match(/../g) ?? [];
  // Lines end between pairs of digits.
  element("trust-fingerprint").replaceChildren(
    ...pairs.flatMap((pair, index) => [
      index + 1 < pairs.length ? `${pair}:` : pair,
      document.createElement("wbr"),
    ]),
  );
  return (await showDialog("trust")) === "yes";
}
