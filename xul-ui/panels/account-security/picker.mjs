/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The certificate picker: one's own certificates for one use, those that can be used to choose from,
// the others below with why not. Radio buttons, so that the keyboard does what it does everywhere.

import { showDialog } from "../closing.mjs";
import { learnMore } from "../help-links.mjs";
import { isolatedTexts, reasonsInWords, tokenNames } from "../reasons.mjs";

/** @typedef {import("../../generated/js/account-security.sys.mjs").OwnCertificateView} OwnCertificateView */

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {"signing" | "encryption"} use
 * @param {OwnCertificateView[]} certificates Usable ones first.
 * @param {{address: string, selected?: string | null}} options `selected`: the databaseKey to begin with.
 * @returns {Promise<OwnCertificateView | null>} Null if the person chooses none.
 */
export async function pickCertificate(use, certificates, { address, selected }) {
  const usable = certificates.filter((each) => each.usable);
  const others = certificates.filter((each) => !each.usable);
  // Where they are matters only if they are in several places.
  const tellTokens = new Set(certificates.flatMap(({ tokens }) => tokens)).size > 1;
  document.l10n.setAttributes(element("picker-heading"), `account-security-pick-${use}`);
  document.l10n.setAttributes(
    element("picker-intro"),
    certificates.length === 0
      ? "account-security-pick-no-own"
      : usable.length === 0
        ? "account-security-pick-none"
        : "account-security-pick-intro",
    { address },
  );
  const choices = await Promise.all(
    usable.map((each, index) => choice(each, index, tellTokens)),
  );
  element("usable").replaceChildren(...choices);
  element("unusable").hidden = others.length === 0;
  element("unusable")
    .querySelector("ul")
    ?.replaceChildren(...(await Promise.all(others.map((each) => refused(each, tellTokens)))));
  await document.l10n.translateElements([element("picker-heading"), element("picker-intro")]);
  const ok = /** @type {HTMLButtonElement} */ (element("picker-ok"));
  ok.disabled = usable.length === 0;
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (
    element("usable").querySelectorAll("input")
  );
  const first = [...radios].find(({ value }) => value === selected) ?? radios[0];
  if (first) {
    first.checked = true;
  }
  const closed = showDialog("picker");
  (first ?? element("picker-cancel")).focus();
  const answer = await closed;
  const chosen = [...radios].find(({ checked }) => checked)?.value;
  return answer === "ok"
    ? (usable.find(({ databaseKey }) => databaseKey === chosen) ?? null)
    : null;
}

/**
 * @param {OwnCertificateView} own
 * @param {number} index
 * @param {boolean} tellTokens
 * @returns {Promise<HTMLElement>}
 */
async function choice(own, index, tellTokens) {
  const row = document.createElement("div");
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = "certificate";
  radio.id = `certificate-${index}`;
  radio.value = own.databaseKey;
  const label = document.createElement("label");
  label.htmlFor = radio.id;
  label.append(...(await description(own, tellTokens)));
  const reasons = await reasonsInWords(document.l10n, own.reasons);
  label.append(...reasons.map(({ sentence }) => line(sentence, "warning")));
  const text = document.createElement("div");
  text.append(label, ...reasons.flatMap(learnMore));
  row.append(radio, text);
  return row;
}

/** @param {OwnCertificateView} own @param {boolean} tellTokens @returns {Promise<HTMLElement>} */
async function refused(own, tellTokens) {
  const item = document.createElement("li");
  item.append(...(await description(own, tellTokens)));
  for (const words of await reasonsInWords(document.l10n, own.reasons)) {
    item.append(line(words.sentence, "error"), ...learnMore(words));
  }
  return item;
}

/** @param {OwnCertificateView} own @param {boolean} tellTokens @returns {Promise<HTMLElement[]>} */
async function description({ certificate, tokens }, tellTokens) {
  const [details, where] = await document.l10n.formatValues([
    {
      id: "account-security-pick-details",
      args: {
        ...isolatedTexts({ issuer: certificate.issuerName, serial: certificate.serial }),
        from: certificate.notBefore,
        until: certificate.notAfter,
      },
    },
    { id: "account-security-pick-token", args: isolatedTexts({ tokens: (await tokenNames(tokens)).join(", ") }) },
  ]);
  const { commonName, addresses } = certificate;
  const name = [commonName, ...addresses.filter((address) => address !== commonName)].join(", ");
  const lines = [line(name, "name"), line(details, "details")];
  return tellTokens ? [...lines, line(where, "details")] : lines;
}

/** @param {string} text @param {string} kind @returns {HTMLElement} */
function line(text, kind) {
  const created = document.createElement("span");
  created.className = `line ${kind}`;
  created.textContent = text;
  return created;
}
