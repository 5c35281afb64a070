/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The right side of the Certificates window: everything about the one that is selected.

import { algorithmInWords } from "../algorithm-names.mjs";
import { paragraphs } from "../paragraphs.mjs";
import { reasonsInWords, tokenNames } from "../reasons.mjs";

/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificateDetails} CertificateDetails */
/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificateRow} CertificateRow */
/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificateUse} CertificateUse */
/** @typedef {import("../../host/certificates-window.sys.mjs").CertificatesModel} CertificatesModel */

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/** Counts selections: what arrives for an earlier one is dropped. */
let newest = 0;

/** @param {CertificatesModel} model @param {CertificateRow | null} row */
export async function showDetails(model, row) {
  const mine = ++newest;
  const details = row && (await model.details(row.certificate.sha256));
  const laidOut = details && (await layOut(details));
  if (mine !== newest) {
    return;
  }
  element("nothing").hidden = !!details;
  element("selected").hidden = !details;
  laidOut?.();
  element("details").dataset.shown = details?.row.certificate.sha256 ?? "";
}

/** @param {CertificateDetails} details @returns {Promise<() => void>} Puts it into the document. */
async function layOut(details) {
  const { row, chain } = details;
  const facts = await factsOf(details);
  const reasons = await sentencesOf(row.reasons);
  const path = chain.slice(1).map(({ commonName }) => {
    const entry = document.createElement("li");
    entry.textContent = commonName;
    return entry;
  });
  return () => {
    element("details-name").textContent = row.certificate.commonName || row.certificate.subject;
    /** @type {Element} */ (document.querySelector("#selected > .reasons")).replaceChildren(...reasons);
    /** @type {Element} */ (document.querySelector("#selected > dl")).replaceChildren(...facts);
    element("chain").replaceChildren(...path);
    element("chain-heading").hidden = path.length === 0;
    showTrust(row);
    element("back-up").hidden = row.group !== "own";
    element("delete").hidden = row.builtIn;
  };
}

/** @param {CertificateRow} row */
function showTrust({ group, trust, certificate }) {
  const box = element("trust");
  box.hidden = group === "own";
  const kind = group === "authority" ? "authority" : "person";
  const args = { name: certificate.commonName };
  document.l10n.setAttributes(
    /** @type {Element} */ (box.querySelector("legend")),
    `certificates-trust-${kind}`,
    args,
  );
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (box.querySelectorAll("input"))) {
    radio.checked = radio.value === trust;
    document.l10n.setAttributes(
      /** @type {Element} */ (radio.nextElementSibling),
      `certificates-trust-${kind}-${radio.value}`,
      args,
    );
  }
}

/** @param {import("../../generated/js/reasons.sys.mjs").Reason[]} reasons */
async function sentencesOf(reasons) {
  const words = await reasonsInWords(document.l10n, reasons);
  return words.flatMap((reason) => {
    const [sentence, ...others] = paragraphs(reason);
    sentence.classList.add(reason.severity);
    return [sentence, ...others];
  });
}

/** @param {CertificateUse} use */
async function useInWords({ usable, reasons }) {
  if (usable) {
    const [text] = await document.l10n.formatValues([{ id: "certificates-use-yes" }]);
    return text;
  }
  const [first] = await reasonsInWords(document.l10n, reasons.slice(0, 1));
  const [text] = await document.l10n.formatValues([
    { id: "certificates-use-no", args: { reason: first?.sentence ?? "" } },
  ]);
  return text;
}

/** @param {import("../algorithm-names.mjs").Message} message */
const say = async (message) => (await document.l10n.formatValues([message]))[0];

/** @param {string} digits @returns {string} Pairs, as people compare them. */
function inPairs(digits) {
  return (digits.toUpperCase().match(/../g) ?? []).join(":");
}

/** @param {CertificateDetails} details @returns {Promise<HTMLElement[]>} */
async function factsOf({ row, signing, encryption, sha1, signatureAlgorithm, capabilities }) {
  const { certificate } = row;
  const [range] = await document.l10n.formatValues([
    {
      id: "certificates-valid-range",
      args: { from: certificate.notBefore, until: certificate.notAfter },
    },
  ]);
  const uses =
    row.group === "authority"
      ? []
      : [
          { id: "certificates-for-signing", text: await useInWords(signing) },
          { id: "certificates-for-encryption", text: await useInWords(encryption) },
        ];
  const facts = [
    { id: "certificates-address", text: certificate.addresses.join(", ") },
    { id: "certificates-issuer", text: certificate.issuerName },
    { id: "certificates-valid", text: range },
    ...uses,
    { id: "certificates-key", text: await algorithmInWords(say, certificate.publicKey) },
    { id: "certificates-signed-with", text: await algorithmInWords(say, signatureAlgorithm) },
    { id: "certificates-reads", text: capabilities.join(", ") },
    { id: "certificates-stored-in", text: (await tokenNames(row.tokens)).join(", ") },
    { id: "certificates-subject", text: certificate.subject },
    { id: "certificates-issuer-subject", text: certificate.issuer },
    { id: "certificates-serial", text: inPairs(certificate.serial), mono: true },
    { id: "certificates-sha256", text: inPairs(certificate.sha256), mono: true },
    { id: "certificates-sha1", text: inPairs(sha1), mono: true },
  ].filter(({ text }) => text);
  const labels = await document.l10n.formatValues(facts.map(({ id }) => ({ id })));
  return facts.flatMap(({ text, ...fact }, index) => {
    const term = document.createElement("dt");
    term.textContent = labels[index];
    const value = document.createElement("dd");
    value.textContent = text;
    if ("mono" in fact) {
      value.className = "mono";
      value.dir = "ltr"; // or the groups of figures change places in what is written from right to left
      // Lines end between pairs of digits.
      value.replaceChildren(
        ...text.split(/(?<=:)/).flatMap((pair) => [pair, document.createElement("wbr")]),
      );
    }
    return [term, value];
  });
}
