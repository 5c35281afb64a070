/**
 * From IDL text to the model that every output is written from.
 *
 * The model is plain data. What the subset in idl/README.md does not contain is refused here, with
 * file and line, so that the outputs need no second opinion.
 */
import { WebIDLParseError, parse, validate } from "webidl2";
import { commentOnFile } from "./comments.mjs";
import { readDictionary } from "./constructs/dictionary.mjs";
import { readEnumeration } from "./constructs/enumeration.mjs";
import { readInterface } from "./constructs/interface.mjs";
import { IdlError } from "./error.mjs";
import { TAKEN } from "./names.mjs";
import { orderDictionaries, orderFiles } from "./order.mjs";

/**
 * @typedef {object} SourceFile
 * @property {string} name - File name without folder, "reasons.webidl".
 * @property {string} text
 */

/**
 * @typedef {import("./constructs/enumeration.mjs").Enumeration} Enumeration
 * @typedef {import("./constructs/dictionary.mjs").Dictionary} Dictionary
 * @typedef {import("./constructs/interface.mjs").Interface} Interface
 */

/**
 * @typedef {object} IdlFile
 * @property {string} name - "reasons.webidl"
 * @property {string[]} comment - On the file as a whole.
 * @property {Enumeration[]} enumerations
 * @property {Dictionary[]} dictionaries - None before those it contains.
 * @property {Interface[]} interfaces
 * @property {string[]} uses - Names of the other files whose types it uses, sorted.
 */

/**
 * @typedef {object} Model
 * @property {IdlFile[]} files - None before those it uses.
 */

/**
 * @typedef {object} ReadingScope
 * @property {string} file
 * @property {Map<string, {kind: string, file: string}>} names
 * @property {Map<string, string[]>} enumerations - Values by name of the enumeration.
 */

/** webidl2's kinds of definitions that are part of the subset, and what the model calls them. */
const KINDS = /** @type {Record<string, string>} */ ({
  enum: "enumeration",
  dictionary: "dictionary",
  interface: "interface",
});

/**
 * @param {SourceFile[]} sources
 * @returns {Model} The same for the same files, whatever order they come in.
 */
export function readIdl(sources) {
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
  const trees = sorted.map((source) => ({ file: source.name, source, nodes: parseText(source) }));
  const names = collectNames(trees);
  const enumerations = new Map();
  for (const { nodes } of trees) {
    for (const node of nodes.filter((/** @type {any} */ each) => each.type === "enum")) {
      enumerations.set(node.name, node.values.map((/** @type {any} */ entry) => entry.value));
    }
  }
  const files = trees.map(({ file, source, nodes }) => ({
    ...readFile(nodes, { file, names, enumerations }),
    comment: commentOnFile(source.text),
  }));
  checkStandard(trees.flatMap(({ nodes }) => nodes));
  return { files: orderFiles(files, names) };
}

/**
 * @param {any[]} nodes
 * @param {ReadingScope} scope
 * @returns {IdlFile}
 */
function readFile(nodes, scope) {
  /** @type {IdlFile} */
  const file = {
    name: scope.file,
    comment: [],
    enumerations: [],
    dictionaries: [],
    interfaces: [],
    uses: [],
  };
  for (const node of nodes) {
    switch (node.type) {
      case "enum":
        file.enumerations.push(readEnumeration(node, scope.file));
        break;
      case "dictionary":
        file.dictionaries.push(readDictionary(node, scope));
        break;
      case "interface":
        file.interfaces.push(readInterface(node, scope));
        break;
    }
  }
  file.dictionaries = orderDictionaries(file.dictionaries, scope.file);
  return file;
}

/**
 * @param {SourceFile} source
 * @returns {any[]}
 */
function parseText(source) {
  try {
    return parse(source.text, { sourceName: source.name });
  } catch (error) {
    if (error instanceof WebIDLParseError) {
      throw new IdlError(source.name, error.line, error.bareMessage);
    }
    throw error;
  }
}

/**
 * @param {{file: string, nodes: any[]}[]} trees
 * @returns {Map<string, {kind: string, file: string}>}
 */
function collectNames(trees) {
  const names = new Map();
  for (const { file, nodes } of trees) {
    for (const node of nodes) {
      const token = node.tokens.name ?? node.tokens.base ?? node.tokens.target;
      const kind = KINDS[node.type];
      if (!kind) {
        throw new IdlError(file, token.line, `${node.type} is not supported`);
      }
      if (!/^[A-Z][A-Za-z0-9]*$/.test(node.name)) {
        throw new IdlError(file, token.line, `the name ${node.name} is not in PascalCase`);
      }
      if (TAKEN.has(node.name)) {
        throw new IdlError(file, token.line, `the name ${node.name} is taken by the generated code`);
      }
      const other = names.get(node.name);
      if (other && !node.partial) {
        throw new IdlError(file, token.line, `${node.name} is already defined in ${other.file}`);
      }
      names.set(node.name, { kind, file });
    }
  }
  return names;
}

/**
 * The rules of the Web IDL standard itself, as webidl2 knows them.
 *
 * @param {any[]} nodes - Of all files.
 */
function checkStandard(nodes) {
  const error = validate(nodes).find(({ level }) => level === "error");
  if (error) {
    throw new IdlError(error.sourceName ?? "", error.line, error.bareMessage);
  }
}
