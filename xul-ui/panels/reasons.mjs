/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Reasons in the person's words: each is the Fluent message `reason-<code>` with its attribute
// `remedy`; what it speaks of are its variables.

/** @typedef {import("../generated/js/reasons.sys.mjs").Reason} Reason */

/** The texts that a reason may leave out; `missing-<name>` says what stands in their place. */
const TEXTS = [
  "subject",
  "issuer",
  "address",
  "signerAddresses",
  "algorithm",
  "limit",
  "where",
  "attribute",
  "displayName",
  "name",
  "extension",
  "type",
  "token",
  "path",
  "scriptVersion",
  "moduleVersion",
];

/**
 * @typedef {object} Formatter As document.l10n and Localization are.
 * @property {(messages: {id: string, args?: Record<string, any>}[]) => Promise<
 *     ({value: string | null, attributes: {name: string, value: string}[] | null} | null)[]>
 *     } formatMessages
 */

/**
 * @param {Formatter} formatter
 * @param {Reason[]} reasons
 * @returns {Promise<{code: string, severity: string, sentence: string, remedy: string}[]>} In the
 *     same order, each sentence once.
 */
export async function reasonsInWords(formatter, reasons) {
  if (reasons.length === 0) {
    return [];
  }
  const absent = await formatter.formatMessages(TEXTS.map((name) => ({ id: `missing-${name}` })));
  const defaults = Object.fromEntries(
    TEXTS.map((name, index) => [name, absent[index]?.value ?? ""]),
  );
  const messages = await formatter.formatMessages(
    reasons.map(({ code, texts, dates, where }) => ({
      id: `reason-${code}`,
      args: { ...defaults, ...(where ? { where } : {}), ...texts, ...dates },
    })),
  );
  const sentences = new Set();
  return messages
    .map((message, index) => ({
      code: reasons[index].code,
      severity: reasons[index].severity,
      sentence: message?.value ?? reasons[index].code,
      remedy: message?.attributes?.find(({ name }) => name === "remedy")?.value ?? "",
    }))
    .filter(({ sentence }) => !sentences.has(sentence) && sentences.add(sentence));
}
