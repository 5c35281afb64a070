/**
 * Default values of dictionary members and optional arguments.
 */
import { IdlError } from "./error.mjs";
import { INTEGERS } from "./types.mjs";

/**
 * @typedef {import("./types.mjs").Type} Type
 * @typedef {{value: boolean | number | string | null | [] | {}}} Default
 */

/**
 * @param {any} node - webidl2's default node.
 * @param {Type} type - What it is the default of.
 * @param {{file: string, line: number, enumerations: Map<string, string[]>}} where
 * @returns {Default}
 */
export function readDefault(node, type, where) {
  const inner = type.kind === "nullable" ? type.inner : type;
  /** @param {string} expected @returns {never} */
  const refuse = (expected) => {
    throw new IdlError(where.file, where.line, `the default value must be ${expected}`);
  };
  if (node.type === "null") {
    return type.kind === "nullable" ? { value: null } : refuse("of the member's type, not null");
  }
  switch (inner.kind) {
    case "boolean":
      return node.type === "boolean" ? { value: node.value } : refuse("true or false");
    case "integer":
      return { value: readInteger(node, inner.name, refuse) };
    case "double":
      return node.type === "number" ? { value: Number(node.value) } : refuse("a finite number");
    case "string":
      return node.type === "string" ? { value: node.value } : refuse("a string");
    case "enumeration": {
      const values = where.enumerations.get(inner.name) ?? [];
      return node.type === "string" && values.includes(node.value) ? { value: node.value }
        : refuse(`a value of ${inner.name}`);
    }
    case "sequence":
      return node.type === "sequence" ? { value: [] } : refuse("[]");
    case "record":
    case "dictionary":
      return node.type === "dictionary" ? { value: {} } : refuse("{}");
    default:
      return refuse("absent: this type has none");
  }
}

/**
 * @param {any} node
 * @param {string} name
 * @param {(expected: string) => never} refuse
 * @returns {number}
 */
function readInteger(node, name, refuse) {
  const { least, most } = INTEGERS[name];
  const value = node.type === "number" ? Number(node.value) : Number.NaN;
  return Number.isInteger(value) && value >= least && value <= most ? value
    : refuse(`an integer from ${least} to ${most}`);
}
