/**
 * The catalogue of reasons in one language: for each code a sentence, a remedy, and its variables.
 * Here is checked that the IDL and a Fluent file agree.
 */
import { IdlError } from "../error.mjs";
import { readIdl } from "../parse.mjs";
import { readFluent, variablesIn } from "./fluent.mjs";

/**
 * @typedef {import("./fluent.mjs").Piece} Piece
 * @typedef {import("./fluent.mjs").VariableKind} VariableKind
 * @typedef {import("./fluent.mjs").Message} Message
 */

/**
 * @typedef {object} Entry
 * @property {string} code
 * @property {Piece[]} text
 * @property {Piece[]} remedy
 * @property {Map<string, VariableKind>} variables - In the order of their names.
 */

/**
 * @typedef {object} Catalogue
 * @property {Entry[]} entries - In the order of the enum.
 * @property {Map<string, string>} missing - What stands for a variable that is missing.
 */

/** Prefixes of the ids. */
const REASON = "reason-";
const MISSING = "missing-";

/**
 * @param {import("../parse.mjs").SourceFile} idl - The file with the enum ReasonCode.
 * @returns {string[]}
 */
export function reasonCodes(idl) {
  const enumeration = readIdl([idl]).files[0].enumerations.find(({ name }) =>
    name === "ReasonCode");
  if (!enumeration) {
    throw new IdlError(idl.name, 1, "there is no enum ReasonCode");
  }
  return enumeration.values.map(({ value }) => value);
}

/**
 * @param {string[]} codes
 * @param {import("../parse.mjs").SourceFile} fluent
 * @param {{translation?: boolean}} [options] - A translation explains no variables: the comments of
 *   English explain them for every language, and copies of them would in time say something else.
 * @returns {Catalogue} Throws an IdlError if the file is not a complete catalogue of these codes.
 */
export function readCatalogue(codes, fluent, { translation = false } = {}) {
  const messages = readFluent(fluent.name, fluent.text);
  const missing = readMissing(messages, fluent.name);
  const entries = codes.map((code) => readEntry(messages.get(REASON + code), code, fluent.name));
  if (!translation) {
    for (const entry of entries) {
      checkComment(entry, /** @type {Message} */ (messages.get(REASON + entry.code)), fluent.name);
    }
  }
  const known = new Set(codes.map((code) => REASON + code));
  for (const { id, line } of messages.values()) {
    if (!known.has(id) && !id.startsWith(MISSING)) {
      throw new IdlError(fluent.name, line, `${id} belongs to no code of the enum ReasonCode`);
    }
  }
  checkMissing(entries, missing, messages, fluent.name);
  return { entries, missing };
}

/**
 * @param {Message | undefined} message
 * @param {string} code
 * @param {string} file
 * @returns {Entry}
 */
function readEntry(message, code, file) {
  const id = REASON + code;
  if (!message?.value) {
    throw new IdlError(file, message?.line ?? 1, `the message ${id} is missing`);
  }
  const remedy = message.attributes.get("remedy");
  if (!remedy || message.attributes.size !== 1) {
    throw new IdlError(file, message.line, `${id} must have the attribute remedy and no other`);
  }
  /** @type {Map<string, VariableKind>} */
  const variables = new Map();
  for (const [name, kind] of [...variablesIn(message.value), ...variablesIn(remedy)]) {
    if (variables.has(name) && variables.get(name) !== kind) {
      throw new IdlError(file, message.line, `$${name} is used as a text and as a date`);
    }
    variables.set(name, kind);
  }
  return {
    code,
    text: message.value,
    remedy,
    variables: new Map([...variables].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * The comment above a message names its variables, and no other.
 * @param {Entry} entry
 * @param {Message} message
 * @param {string} file
 */
function checkComment({ variables }, { id, line, comment }, file) {
  const documented = new Set([...comment.matchAll(/\$(\w+)/g)].map((match) => match[1]));
  for (const name of variables.keys()) {
    if (!documented.delete(name)) {
      throw new IdlError(file, line, `the comment above ${id} does not mention $${name}`);
    }
  }
  for (const name of documented) {
    throw new IdlError(file, line,
      `the comment above ${id} mentions $${name}, which it does not use`);
  }
}

/**
 * @param {Map<string, Message>} messages
 * @param {string} file
 * @returns {Map<string, string>}
 */
function readMissing(messages, file) {
  const missing = new Map();
  for (const { id, line, value, attributes } of messages.values()) {
    if (id.startsWith(MISSING)) {
      const [piece] = value ?? [];
      if (value?.length !== 1 || piece.kind !== "literal" || attributes.size > 0) {
        throw new IdlError(file, line, `${id} must be plain text`);
      }
      missing.set(id.slice(MISSING.length), piece.text);
    }
  }
  return missing;
}

/**
 * @param {Entry[]} entries
 * @param {Map<string, string>} missing
 * @param {Map<string, Message>} messages
 * @param {string} file
 */
function checkMissing(entries, missing, messages, file) {
  const used = new Set(entries.flatMap(({ variables }) => [...variables.keys()]));
  for (const name of used) {
    if (!missing.has(name)) {
      throw new IdlError(file, 1, `the message ${MISSING}${name} is missing: $${name} is used`);
    }
  }
  for (const name of missing.keys()) {
    if (!used.has(name)) {
      throw new IdlError(file, messages.get(MISSING + name)?.line ?? 1,
        `${MISSING}${name} is for a variable that no message uses`);
    }
  }
}
