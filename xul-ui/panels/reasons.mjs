/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Reasons in the person's words: each is the Fluent message `reason-<code>` with its attribute
// `remedy`; what it speaks of are its variables.

import { algorithmInWords } from "./algorithm-names.mjs";
import { REASON_VARIABLES } from "../generated/js/reason-variables.sys.mjs";

/** @typedef {import("../generated/js/reasons.sys.mjs").Reason} Reason */

/** What Fluent leaves in place of a date that is missing. */
const MISSING_DATE = /\{\s*DATETIME\([^)]*\)\s*\}/;

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
  const absent = await absentVariables(formatter, reasons);
  const named = await Promise.all(reasons.map((reason) => withAlgorithms(formatter, reason.texts)));
  const messages = await formatter.formatMessages(
    reasons.map(({ code, dates, where }, index) => ({
      id: `reason-${code}`,
      args: {
        ...absent[index],
        ...isolatedTexts({ ...(where ? { where } : {}), ...named[index] }),
        ...dates,
      },
    })),
  );
  const sentences = new Set();
  return messages
    .map((message, index) => ({
      code: reasons[index].code,
      severity: reasons[index].severity,
      sentence: withDates(message?.value ?? reasons[index].code, absent[index]),
      remedy: withDates(
        message?.attributes?.find(({ name }) => name === "remedy")?.value ?? "",
        absent[index],
      ),
    }))
    .filter(({ sentence }) => !sentences.has(sentence) && sentences.add(sentence));
}

/** Variables that name algorithms. */
const ALGORITHMS = ["algorithm", "better"];

/**
 * @param {Formatter} formatter
 * @param {Record<string, string>} texts Variables of a message.
 * @returns {Promise<Record<string, string>>} The same ones, algorithms in the person's language.
 */
async function withAlgorithms(formatter, texts) {
  /** @param {import("./algorithm-names.mjs").Message} message */
  const say = async (message) => (await formatter.formatMessages([message]))[0]?.value;
  const named = { ...texts };
  for (const name of ALGORITHMS.filter((each) => texts[each])) {
    named[name] = await algorithmInWords(say, texts[name]);
  }
  return named;
}

/**
 * In words from right to left, a name or an address keeps its own direction and turns nothing around it.
 * @param {Record<string, string>} texts Variables of a message.
 * @returns {Record<string, string>} The same ones.
 */
export function isolatedTexts(texts) {
  // In a test without the host there is no such service.
  if (typeof Services === "undefined" || !Services.locale.isAppLocaleRTL) {
    return texts;
  }
  // FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
  const entries = Object.entries(texts);
  return Object.fromEntries(entries.map(([name, text]) => [name, `\u2068${text}\u2069`]));
}

/**
 * Tokens by the names that people know. The profile itself, which has none, is called by the host.
 * @param {string[]} tokens
 * @returns {Promise<string[]>} In the same order.
 */
export async function tokenNames(tokens) {
  const [profile] = await document.l10n.formatValues([{ id: "missing-token" }]);
  return tokens.map((token) => token || profile);
}

/**
 * What stands for the variables that a reason should have and has not: the message `missing-<name>`.
 * @param {Formatter} formatter
 * @param {Reason[]} reasons
 * @returns {Promise<Record<string, string>[]>} For each reason, by name.
 */
async function absentVariables(formatter, reasons) {
  const names = reasons.map(({ code, texts, dates, where }) => {
    const given = { ...texts, ...dates, ...(where ? { where } : {}) };
    return (REASON_VARIABLES[code] ?? []).filter((name) => !Object.hasOwn(given, name));
  });
  const all = [...new Set(names.flat())];
  if (all.length === 0) {
    return names.map(() => ({}));
  }
  const messages = await formatter.formatMessages(all.map((name) => ({ id: `missing-${name}` })));
  const texts = Object.fromEntries(all.map((name, index) => [name, messages[index]?.value ?? ""]));
  return names.map((missing) => Object.fromEntries(missing.map((name) => [name, texts[name]])));
}

/**
 * DATETIME() takes no text, also not the one that stands for a missing date.
 * @param {string} sentence
 * @param {Record<string, string>} absent
 * @returns {string}
 */
function withDates(sentence, absent) {
  return Object.values(absent).reduce(
    (text, stand) => (text.includes(stand) ? text : text.replace(MISSING_DATE, () => stand)),
    sentence,
  );
}
