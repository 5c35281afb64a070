/**
 * How a type is spelled in the generated JavaScript (as a descriptor of types.sys.mjs) and in
 * TypeScript.
 */
import { INTEGERS } from "../types.mjs";

/**
 * @typedef {import("../types.mjs").Type} Type
 */

/**
 * @param {Type} type
 * @returns {string} An expression made of what types.sys.mjs exports and of other descriptors.
 */
export function descriptor(type) {
  switch (type.kind) {
    case "integer": {
      const { least, most } = INTEGERS[type.name];
      return `integer(${least}, ${most})`;
    }
    case "undefined":
      return "nothing";
    case "sequence":
    case "record":
    case "nullable":
      return `${type.kind}(${descriptor(type.inner)})`;
    case "enumeration":
    case "dictionary":
      return type.name;
    default:
      return type.kind;
  }
}

/**
 * @param {Type} type
 * @param {"" | "Init"} [role] - "Init" for a value that script gives: what has a default may be
 *   left out of its dictionaries.
 * @returns {string} The TypeScript type of a value.
 */
export function tsType(type, role = "") {
  switch (type.kind) {
    case "integer":
    case "double":
      return "number";
    case "buffer":
      return "ArrayBuffer";
    case "sequence": {
      const inner = tsType(type.inner, role);
      return / /.test(inner) ? `(${inner})[]` : `${inner}[]`;
    }
    case "record":
      return `Record<string, ${tsType(type.inner, role)}>`;
    case "nullable":
      return `${tsType(type.inner, role)} | null`;
    case "undefined":
      return "void";
    case "enumeration":
      return type.name;
    case "dictionary":
      return `${type.name}${role}`;
    default:
      return type.kind;
  }
}

/**
 * @param {string[]} comment
 * @param {string} [indent]
 * @param {string[]} [tags] - Lines with JSDoc tags that follow.
 * @returns {string} A JSDoc block; empty without a comment and tags.
 */
export function jsComment(comment, indent = "", tags = []) {
  const lines = [...comment, ...(comment.length > 0 && tags.length > 0 ? [""] : []), ...tags]
    .map((line) => line.replaceAll("*/", "* /"));
  if (lines.length === 0) {
    return "";
  }
  if (lines.length === 1) {
    return `${indent}/** ${lines[0]} */\n`;
  }
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`)
    .join("")}${indent} */\n`;
}
