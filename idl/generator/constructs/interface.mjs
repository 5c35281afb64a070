/**
 * `interface Name { Promise<T> operation(…); … };`: what the module can be asked to do.
 */
import { commentBefore } from "../comments.mjs";
import { readDefault } from "../defaults.mjs";
import { IdlError } from "../error.mjs";
import { TAKEN, memberName, pascalCase } from "../names.mjs";
import { readResultType, readType, refuseAttributes } from "../types.mjs";
import { refuseSameNames } from "./dictionary.mjs";

/**
 * @typedef {object} Argument
 * @property {string} name
 * @property {string} cppName
 * @property {import("../types.mjs").Type} type
 * @property {boolean} optional
 * @property {import("../defaults.mjs").Default | null} default
 * @property {number} line
 */

/**
 * @typedef {object} Operation
 * @property {string} name
 * @property {string} cppName
 * @property {import("../types.mjs").Type} result
 * @property {Argument[]} arguments
 * @property {string[]} comment
 * @property {number} line
 */

/**
 * @typedef {object} Interface
 * @property {"interface"} kind
 * @property {string} name
 * @property {string[]} comment
 * @property {number} line
 * @property {Operation[]} operations
 */

/**
 * @param {any} node - The webidl2 node.
 * @param {import("../parse.mjs").ReadingScope} scope
 * @returns {Interface}
 */
export function readInterface(node, scope) {
  const { line } = node.tokens.name;
  if (node.partial) {
    throw new IdlError(scope.file, line, "partial interfaces are not supported");
  }
  if (node.inheritance) {
    throw new IdlError(scope.file, line, "an interface cannot inherit from another");
  }
  readExposure(node, scope.file);
  const operations = node.members.map((/** @type {any} */ member) => readOperation(member, scope));
  if (operations.length === 0) {
    throw new IdlError(scope.file, line, `the interface ${node.name} has no operations`);
  }
  refuseSameNames(operations, scope.file);
  for (const operation of operations) {
    if (operation.cppName === node.name || TAKEN.has(operation.cppName)) {
      throw new IdlError(scope.file, operation.line,
        `the C++ name ${operation.cppName} of the operation ${operation.name} is taken`);
    }
  }
  return {
    kind: "interface",
    name: node.name,
    comment: commentBefore(node.extAttrs.tokens.open ?? node.tokens.base),
    line,
    operations,
  };
}

/**
 * An interface says [Exposed=Worker] and nothing else: calls are made from a worker.
 *
 * @param {any} node
 * @param {string} file
 */
function readExposure(node, file) {
  for (const attribute of node.extAttrs) {
    if (attribute.name !== "Exposed" || attribute.rhs?.value !== "Worker") {
      throw new IdlError(file, attribute.tokens.name.line,
        "the only extended attribute of an interface is [Exposed=Worker]");
    }
  }
}

/**
 * @param {any} node
 * @param {import("../parse.mjs").ReadingScope} scope
 * @returns {Operation}
 */
function readOperation(node, scope) {
  const line = (node.tokens.name ?? node.tokens.base ?? node.tokens.open).line;
  if (node.type !== "operation") {
    throw new IdlError(scope.file, line, `an interface may contain only operations, not ${
      article(node.type)}`);
  }
  if (node.special) {
    throw new IdlError(scope.file, line, `${node.special} operations are not supported`);
  }
  refuseAttributes(node.extAttrs, scope.file);
  const list = node.arguments.map((/** @type {any} */ argument) => readArgument(argument, scope));
  refuseSameNames(list, scope.file);
  let optional = false;
  for (const argument of list) {
    if (optional && !argument.optional) {
      throw new IdlError(scope.file, argument.line,
        `the argument ${argument.name} must be optional, as the one before it is`);
    }
    ({ optional } = argument);
    if (argument.cppName === "context") {
      throw new IdlError(scope.file, argument.line,
        "the argument name context is taken by the C++ call context");
    }
  }
  return {
    name: node.name,
    cppName: pascalCase(node.name),
    result: readResultType(node.idlType, scope),
    arguments: list,
    comment: commentBefore(node.idlType.tokens.base),
    line,
  };
}

/**
 * @param {any} node
 * @param {import("../parse.mjs").ReadingScope} scope
 * @returns {Argument}
 */
function readArgument(node, scope) {
  const { line } = node.tokens.name;
  refuseAttributes(node.extAttrs, scope.file);
  if (node.variadic) {
    throw new IdlError(scope.file, line, "variadic arguments are not supported");
  }
  const type = readType(node.idlType, scope);
  if (node.optional && type.kind === "nullable" && !node.default) {
    throw new IdlError(scope.file, line,
      `the argument ${node.name} is nullable: if it is optional, it must have a default`);
  }
  return {
    name: node.name,
    cppName: memberName(node.name),
    type,
    optional: node.optional,
    default: node.default ? readDefault(node.default, type, { ...scope, line }) : null,
    line,
  };
}

/**
 * @param {string} word
 * @returns {string}
 */
function article(word) {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}
