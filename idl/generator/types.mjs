/**
 * Types: from webidl2's type nodes to the few kinds that Signet's contract uses.
 */
import { IdlError } from "./error.mjs";

/** The largest integer that a JavaScript number holds exactly: beyond it, JSON numbers lose digits. */
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * @typedef {object} IntegerKind
 * @property {string} cpp - The C++ type.
 * @property {number} least
 * @property {number} most
 */

/** @type {Record<string, IntegerKind>} */
export const INTEGERS = {
  long: { cpp: "std::int32_t", least: -(2 ** 31), most: 2 ** 31 - 1 },
  "unsigned long": { cpp: "std::uint32_t", least: 0, most: 2 ** 32 - 1 },
  "long long": { cpp: "std::int64_t", least: -SAFE, most: SAFE },
  "unsigned long long": { cpp: "std::uint64_t", least: 0, most: SAFE },
};

/**
 * @typedef {{kind: "boolean" | "double" | "string" | "buffer" | "undefined"}} PlainType
 * @typedef {{kind: "integer", name: string}} IntegerType
 * @typedef {{kind: "enumeration" | "dictionary", name: string}} NamedType
 * @typedef {{kind: "sequence" | "record" | "nullable", inner: Type}} OuterType
 * @typedef {PlainType | IntegerType | NamedType | OuterType} Type
 */

/**
 * @typedef {object} Scope
 * @property {string} file - The file that is being read.
 * @property {Map<string, {kind: string, file: string}>} names - Every definition of every file.
 */

/**
 * @param {any} node
 * @returns {number} The line on which a type begins.
 */
export function typeLine(node) {
  return (node.tokens.prefix ?? node.tokens.base ?? node.tokens.open).line;
}

/**
 * @param {any} node - A webidl2 type.
 * @param {Scope} scope
 * @returns {Type} Of a value: never undefined, never a promise.
 */
export function readType(node, scope) {
  const line = typeLine(node);
  refuseAttributes(node.extAttrs, scope.file);
  const inner = readUnwrapped(node, scope, line);
  return node.nullable ? { kind: "nullable", inner } : inner;
}

/**
 * @param {any} node - The webidl2 type of an operation's result.
 * @param {Scope} scope
 * @returns {Type} What the promise is fulfilled with; of kind "undefined" if with nothing.
 */
export function readResultType(node, scope) {
  const line = typeLine(node);
  if (node.generic !== "Promise" || node.nullable) {
    throw new IdlError(scope.file, line, "an operation must return a Promise");
  }
  const [inner] = node.subtype;
  return inner.idlType === "undefined" && !inner.nullable ? { kind: "undefined" }
    : readType(inner, scope);
}

/**
 * @param {any} node
 * @param {Scope} scope
 * @param {number} line
 * @returns {Type}
 */
function readUnwrapped(node, scope, line) {
  if (node.union) {
    throw new IdlError(scope.file, line, "union types are not supported");
  }
  if (node.generic) {
    return readGeneric(node, scope, line);
  }
  const name = node.idlType;
  if (name in INTEGERS) {
    return { kind: "integer", name };
  }
  switch (name) {
    case "boolean":
    case "double":
      return { kind: name };
    case "DOMString":
    case "USVString":
      return { kind: "string" };
    case "ArrayBuffer":
      return { kind: "buffer" };
    default:
      return readNamed(name, scope, line);
  }
}

/**
 * @param {any} node
 * @param {Scope} scope
 * @param {number} line
 * @returns {Type}
 */
function readGeneric(node, scope, line) {
  switch (node.generic) {
    case "sequence":
      return { kind: "sequence", inner: readType(node.subtype[0], scope) };
    case "record":
      if (!["DOMString", "USVString"].includes(node.subtype[0].idlType)) {
        throw new IdlError(scope.file, line, "the keys of a record must be DOMString or USVString");
      }
      return { kind: "record", inner: readType(node.subtype[1], scope) };
    case "Promise":
      throw new IdlError(scope.file, line, "a Promise is supported only as an operation's result");
    default:
      throw new IdlError(scope.file, line, `the type ${node.generic} is not supported`);
  }
}

/**
 * @param {string} name
 * @param {Scope} scope
 * @param {number} line
 * @returns {NamedType}
 */
function readNamed(name, scope, line) {
  const definition = scope.names.get(name);
  if (definition?.kind === "enumeration" || definition?.kind === "dictionary") {
    return { kind: definition.kind, name };
  }
  if (definition) {
    throw new IdlError(scope.file, line, `${name} is an ${definition.kind}, which is not a value`);
  }
  throw new IdlError(scope.file, line,
    /^[a-z]/.test(name) || UNSUPPORTED.has(name) ? `the type ${name} is not supported`
      : `the type ${name} is not defined in any of the files`);
}

/** Types of Web IDL that are written with a capital but are no definition of anybody's. */
const UNSUPPORTED = new Set(("ByteString SharedArrayBuffer DataView Int8Array Int16Array Int32Array " +
  "Uint8Array Uint16Array Uint32Array Uint8ClampedArray BigInt64Array BigUint64Array Float16Array " +
  "Float32Array Float64Array BufferSource ArrayBufferView").split(" "));

/**
 * @param {any[]} attributes - Extended attributes of anything but an interface.
 * @param {string} file
 */
export function refuseAttributes(attributes, file) {
  for (const attribute of attributes ?? []) {
    throw new IdlError(file, attribute.tokens.name.line,
      `the extended attribute [${attribute.name}] is not supported here`);
  }
}
