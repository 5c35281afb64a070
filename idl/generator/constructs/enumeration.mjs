/**
 * `enum Name { "value", … };`: a closed set of words. JSON and JavaScript carry the word.
 */
import { commentBefore } from "../comments.mjs";
import { IdlError } from "../error.mjs";
import { enumeratorName } from "../names.mjs";
import { refuseAttributes } from "../types.mjs";

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

/** The C++ enumeration is one octet wide. */
const MOST_VALUES = 256;

/**
 * @param {any} node - The webidl2 node.
 * @param {string} file
 * @returns {Enumeration}
 */
export function readEnumeration(node, file) {
  refuseAttributes(node.extAttrs, file);
  const seen = new Map();
  const values = node.values.map((/** @type {any} */ entry) => {
    const { value } = entry;
    const { line } = entry.tokens.value;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value)) {
      throw new IdlError(file, line,
        `the enum value "${value}" is not in lower-case words joined by hyphens`);
    }
    const enumerator = enumeratorName(value);
    if (seen.has(enumerator)) {
      throw new IdlError(file, line, seen.get(enumerator) === value
        ? `the enum value "${value}" is there twice`
        : `the enum value "${value}" has the same C++ name as "${seen.get(enumerator)}"`);
    }
    seen.set(enumerator, value);
    return { value, enumerator, comment: commentBefore(entry.tokens.value) };
  });
  const { line } = node.tokens.name;
  if (values.length > MOST_VALUES) {
    throw new IdlError(file, line, `an enum may have at most ${MOST_VALUES} values`);
  }
  return {
    kind: "enumeration",
    name: node.name,
    comment: commentBefore(node.tokens.base),
    line,
    values,
  };
}
