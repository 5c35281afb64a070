/**
 * `dictionary Name { … };`: a value made of named members. It crosses as a JSON object.
 */
import { commentBefore } from "../comments.mjs";
import { readDefault } from "../defaults.mjs";
import { IdlError } from "../error.mjs";
import { memberName } from "../names.mjs";
import { readType, refuseAttributes } from "../types.mjs";

/**
 * @typedef {object} Member
 * @property {string} name - As in the IDL, in JSON and in JavaScript.
 * @property {string} cppName
 * @property {import("../types.mjs").Type} type
 * @property {boolean} required
 * @property {import("../defaults.mjs").Default | null} default - Null without one.
 * @property {string[]} comment
 * @property {number} line
 */

/**
 * @typedef {object} Dictionary
 * @property {"dictionary"} kind
 * @property {string} name
 * @property {string[]} comment
 * @property {number} line
 * @property {Member[]} members
 */

/**
 * @param {any} node - The webidl2 node.
 * @param {import("../parse.mjs").ReadingScope} scope
 * @returns {Dictionary}
 */
export function readDictionary(node, scope) {
  const { line } = node.tokens.name;
  if (node.partial) {
    throw new IdlError(scope.file, line, "partial dictionaries are not supported");
  }
  if (node.inheritance) {
    throw new IdlError(scope.file, line, "a dictionary cannot inherit from another");
  }
  refuseAttributes(node.extAttrs, scope.file);
  if (node.members.length === 0) {
    throw new IdlError(scope.file, line, `the dictionary ${node.name} has no members`);
  }
  const members = node.members.map((/** @type {any} */ member) => readMember(member, scope));
  refuseSameNames(members, scope.file);
  return {
    kind: "dictionary",
    name: node.name,
    comment: commentBefore(node.tokens.base),
    line,
    members,
  };
}

/**
 * @param {any} node
 * @param {import("../parse.mjs").ReadingScope} scope
 * @returns {Member}
 */
function readMember(node, scope) {
  const { line } = node.tokens.name;
  refuseAttributes(node.extAttrs, scope.file);
  const type = readType(node.idlType, scope);
  const first = node.tokens.required ?? node.idlType.tokens.prefix ?? node.idlType.tokens.base;
  if (type.kind === "nullable" && !node.required && !node.default) {
    throw new IdlError(scope.file, line,
      `the member ${node.name} is nullable: it must be required or have the default null, ` +
        "so that absent and null mean the same");
  }
  return {
    name: node.name,
    cppName: memberName(node.name),
    type,
    required: node.required,
    default: node.default
      ? readDefault(node.default, type, { ...scope, line })
      : null,
    comment: commentBefore(first),
    line,
  };
}

/**
 * @param {{name: string, cppName: string, line: number}[]} members
 * @param {string} file
 */
export function refuseSameNames(members, file) {
  const seen = new Map();
  for (const { name, cppName, line } of members) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
      throw new IdlError(file, line, `the name ${name} is not in camelCase`);
    }
    if (seen.has(cppName)) {
      throw new IdlError(file, line, seen.get(cppName) === name ? `the name ${name} is used twice`
        : `the name ${name} has the same C++ name as ${seen.get(cppName)}`);
    }
    seen.set(cppName, name);
  }
}
