/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the Message Security window says about each encrypted layer of a message: with which certificate it
// was opened, how it was encrypted, and who else can read it.

import { algorithmInWords } from "../algorithm-names.mjs";

/** @typedef {import("../../generated/js/message-security.sys.mjs").CertificateSummary} CertificateSummary */
/** @typedef {import("../../generated/js/message-security.sys.mjs").LayerView} LayerView */
/** @typedef {import("../../generated/js/message-security.sys.mjs").RecipientView} RecipientView */

/** @typedef {{label: string, text: string}} Fact The label is a message id. */

/**
 * @typedef {object} EncryptedLayer
 * @property {Fact[]} facts
 * @property {CertificateSummary | null} certificate That it was opened with, or would be if its key were here.
 */

/** So many recipients are named; the others are counted. */
const NAMED = 8;

/** @typedef {{id: string, args?: Record<string, any>}} Message */
/** @typedef {{formatValues: (messages: Message[]) => Promise<string[]>}} Formatter */

/**
 * @param {Formatter} formatter
 * @param {LayerView[]} layers
 * @returns {Promise<EncryptedLayer[]>} The encrypted ones that cover the whole message, outermost first.
 */
export function encryptedLayers(formatter, layers) {
  return Promise.all(
    layers
      .filter(({ kind, wholeMessage }) => wholeMessage && /encrypted$/.test(kind))
      .map((layer) => describe(formatter, layer)),
  );
}

/** @param {Formatter} formatter @param {LayerView} layer @returns {Promise<EncryptedLayer>} */
async function describe(formatter, { algorithm, kind, recipients, recipientCount }) {
  const opener = recipients.find(({ state }) => state === "opened");
  const others = recipients.filter((recipient) => recipient !== opener);
  const unnamed = recipientCount - (opener ? 1 : 0) - Math.min(others.length, NAMED);
  const [integrity, opened, more, ...names] = await formatter.formatValues([
    {
      id:
        kind === "authenticated-encrypted"
          ? "message-security-integrity-protected"
          : "message-security-integrity-none",
    },
    nameOf(opener),
    { id: "message-security-recipients-more", args: { count: unnamed } },
    ...others.slice(0, NAMED).map(nameOf),
  ]);
  const say = async (/** @type {Message} */ message) => (await formatter.formatValues([message]))[0];
  const readers = unnamed > 0 ? [...names, more] : names;
  /** @type {[string, string][]} */
  const facts = [
    ["message-security-opened-with", opener ? opened : ""],
    ["message-security-encryption-method", await algorithmInWords(say, algorithm)],
    ["message-security-key-method", await algorithmInWords(say, opener?.algorithm ?? "")],
    ["message-security-integrity", algorithm ? integrity : ""],
    [
      opener ? "message-security-other-readers" : "message-security-readers",
      readers.filter(Boolean).join("\n"),
    ],
  ];
  return {
    facts: facts.filter(([, text]) => text).map(([label, text]) => ({ label, text })),
    certificate: (opener ?? recipients.find(({ known }) => known))?.known ?? null,
  };
}

/** @param {RecipientView | undefined} recipient @returns {Message} */
function nameOf(recipient) {
  const known = recipient?.known;
  if (known) {
    const name = known.commonName || known.addresses[0] || known.subject;
    return {
      id: "message-security-recipient-known",
      args: { name, issuer: known.issuerName, until: known.notAfter },
    };
  }
  return recipient?.certificate
    ? { id: "message-security-recipient-unknown", args: { certificate: recipient.certificate } }
    : { id: "message-security-recipient-password" };
}
