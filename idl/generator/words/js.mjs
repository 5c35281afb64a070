/**
 * What the add-on needs to know of the catalogue: `reason-variables.sys.mjs`. The words themselves
 * it takes from Fluent.
 */
import { NOTICE } from "../cpp/text.mjs";

/**
 * @param {import("./catalogue.mjs").Catalogue} catalogue
 * @param {string} origin
 * @returns {string}
 */
export function variablesText(catalogue, origin) {
  return `// ${NOTICE}
// From ${origin}.

/**
 * The variables of the message \`reason-<code>\` and its remedy. One that a reason does not have is to
 * be given the text of the message \`missing-<variable>\`.
 * @type {Record<import("./reasons.sys.mjs").ReasonCode, string[]>}
 */
export const REASON_VARIABLES = {
${catalogue.entries.map(({ code, variables }) =>
    `  "${code}": ${JSON.stringify([...variables.keys()])},\n`).join("")}};
`;
}
