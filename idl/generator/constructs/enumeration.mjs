/**
 * `enum Name { "value", … };`: a closed set of words. JSON and JavaScript carry the word.
 */
import { commentBefore } from "../comments.mjs";
import { IdlError } from "../error.mjs";
import { enumeratorName } from "../names.mjs";

/**
 * @typedef {object} EnumerationValue
 * @property {string} value - The word itself.
 * @property {string} enumerator - Its C++ name.
 * @property {string[]} comment
 */

/**
 * @typedef {object} Enumeration
 * @property {"enumeration"} kind
 * @property {string} name
 * @property {string[]} comment
 * @property {number} line
 * @property {EnumerationValue[]} values
 */

/**
 * @param {any} definition - The webidl2 node.
 * @param {string} file
 * @returns {Enumeration}
 */
export function readEnumeration(definition, file) {
  const seen = new Map();
  const values = definition.values.map((/** @type {any} */ node) => {
    const { value } = node;
    const { line } = node.tokens.value;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value)) {
      throw new IdlError(file, line,
        `enum value "${value}" is not in lower-case words joined by hyphens`);
    }
    const enumerator = enumeratorName(value);
    if (seen.has(enumerator)) {
      throw new IdlError(file, line,
        `enum value "${value}" has the same C++ name as "${seen.get(enumerator)}"`);
    }
    seen.set(enumerator, value);
    return { value, enumerator, comment: commentBefore(node.tokens.value) };
  });
  return {
    kind: "enumeration",
    name: definition.name,
    comment: commentBefore(definition.tokens.base),
    line: definition.tokens.name.line,
    values,
  };
}
