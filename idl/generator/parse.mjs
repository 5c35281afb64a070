/**
 * From IDL text to the model that every output is written from.
 *
 * The model is plain data. What the subset in idl/README.md does not contain is refused here, with
 * file and line, so that the outputs need no second opinion.
 */
import { WebIDLParseError, parse } from "webidl2";
import { readEnumeration } from "./constructs/enumeration.mjs";
import { IdlError } from "./error.mjs";

/**
 * @typedef {object} SourceFile
 * @property {string} name - File name without folder, "reasons.webidl".
 * @property {string} text
 */

/**
 * @typedef {import("./constructs/enumeration.mjs").Enumeration} Enumeration
 * @typedef {object} IdlFile
 * @property {string} name - "reasons.webidl"
 * @property {Enumeration[]} enumerations
 */

/**
 * @param {SourceFile[]} files
 * @returns {IdlFile[]} In the order of their names, whatever order they came in.
 */
export function readIdl(files) {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).map(readFile);
}

/**
 * @param {SourceFile} file
 * @returns {IdlFile}
 */
function readFile(file) {
  const result = { name: file.name, enumerations: [] };
  for (const definition of parseText(file)) {
    if (definition.type === "enum") {
      result.enumerations.push(readEnumeration(definition, file.name));
    }
  }
  return result;
}

/**
 * @param {SourceFile} file
 */
function parseText(file) {
  try {
    return parse(file.text, { sourceName: file.name });
  } catch (error) {
    if (error instanceof WebIDLParseError) {
      throw new IdlError(file.name, error.line, error.bareMessage);
    }
    throw error;
  }
}
