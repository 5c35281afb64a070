/**
 * The C++ of one IDL file: `idl/<name>.h` and `.cc` with its enums, structs and abstract classes,
 * which every room may include, and `idl/<name>_json.h` and `.cc`, which only the host needs.
 */
import { snakeCase } from "../names.mjs";
import { dictionaryDeclaration, dictionaryReading, dictionaryWriting } from "./dictionary.mjs";
import {
  enumerationDeclaration,
  enumerationDefinition,
  enumerationReading,
  enumerationWriting,
} from "./enumeration.mjs";
import { callDeclaration, callDefinition, interfaceDeclaration } from "./interface.mjs";
import { cppComment, fileText, headerText } from "./text.mjs";
import { standardIncludes } from "./types.mjs";

/**
 * @typedef {import("../parse.mjs").IdlFile} IdlFile
 */

/**
 * @param {string} name - "message-security.webidl"
 * @returns {string} "message_security"
 */
export function stem(name) {
  return snakeCase(name.replace(/\.webidl$/, ""));
}

/**
 * @param {IdlFile} file
 * @returns {Map<string, string>} Path below the output folder → content.
 */
export function cppFiles(file) {
  const name = stem(file.name);
  const origin = `From idl/${file.name}.`;
  return new Map([
    [`idl/${name}.h`, headerText(`idl/${name}.h`, origin, typesHeader(file))],
    [`idl/${name}.cc`, fileText(origin, typesSource(file))],
    [`idl/${name}_json.h`, headerText(`idl/${name}_json.h`, origin, jsonHeader(file))],
    [`idl/${name}_json.cc`, fileText(origin, jsonSource(file))],
  ]);
}

/**
 * @param {string[]} blocks
 * @returns {string}
 */
function inNamespace(blocks) {
  return `namespace signet::idl {\n\n${blocks.join("\n")}\n}  // namespace signet::idl\n`;
}

/**
 * @param {string[]} paths
 * @returns {string}
 */
function includes(paths) {
  return [...new Set(paths)].sort().map((path) => `#include "${path}"\n`).join("");
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
function typesHeader(file) {
  const body = inNamespace([
    ...file.enumerations.map(enumerationDeclaration),
    ...file.dictionaries.map(dictionaryDeclaration),
    ...file.interfaces.map(interfaceDeclaration),
  ]);
  const own = file.uses.map((other) => `idl/${stem(other)}.h`);
  if (/\bBuffer\b/.test(body)) {
    own.push("idl/buffer.h");
  }
  if (file.interfaces.length > 0) {
    own.push("base/bytes.h", "base/result.h", "idl/call.h");
  }
  return [
    file.comment.length > 0 ? cppComment(file.comment) : "",
    standardIncludes(body),
    includes(own),
    body,
  ].filter((part) => part !== "").join("\n");
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
function typesSource(file) {
  const include = `#include "idl/${stem(file.name)}.h"\n`;
  return file.enumerations.length === 0 ? include
    : `${include}\n${inNamespace(file.enumerations.map(enumerationDefinition))}`;
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
function jsonHeader(file) {
  const named = [...file.enumerations, ...file.dictionaries];
  const body = inNamespace([
    ...(named.length > 0 ? [named.map(({ name, kind }) => {
      const value = kind === "enumeration" ? `${name} value` : `const ${name}& value`;
      return `void Read(const Json& json, Reader& reader, ${name}& out);
void Write(${value}, Writer& writer, Json& out);
`;
    }).join("")] : []),
    ...file.interfaces.map(callDeclaration),
  ]);
  const own = [`idl/${stem(file.name)}.h`, "idl/json.h", "idl/reader.h", "idl/writer.h"];
  if (file.interfaces.length > 0) {
    own.push("base/bytes.h", "base/result.h", "idl/answer.h", "idl/call.h");
  }
  return [standardIncludes(body), includes(own), body].filter((part) => part !== "").join("\n");
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
function jsonSource(file) {
  const body = inNamespace([
    ...file.enumerations.flatMap((each) => [enumerationReading(each), enumerationWriting(each)]),
    ...file.dictionaries.flatMap((each) => [dictionaryReading(each), dictionaryWriting(each)]),
    ...file.interfaces.map(callDefinition),
  ]);
  return [
    `#include "idl/${stem(file.name)}_json.h"\n`,
    includes(file.uses.map((other) => `idl/${stem(other)}_json.h`)),
    body,
  ].filter((part) => part !== "").join("\n");
}
