/**
 * The words for the command line: `idl/words.cc`, the definitions of what idl/runtime/idl/words.h
 * declares.
 */
import { cppString, fileText } from "../cpp/text.mjs";
import { enumeratorName } from "../names.mjs";

/**
 * @typedef {import("./catalogue.mjs").Catalogue} Catalogue
 * @typedef {import("./fluent.mjs").Piece} Piece
 */

/**
 * @param {Catalogue} catalogue
 * @param {string} origin - Name of the Fluent file, for the first lines.
 * @returns {string}
 */
export function wordsText(catalogue, origin) {
  return fileText(`From ${origin}.`, `#include "idl/words.h"

#include <array>
#include <string>

#include "idl/word_format.h"

namespace signet::words {
namespace {

${catalogue.entries.flatMap(variableTables).join("")}
}  // namespace

std::string Text(const Reason& reason) {
  const Words words(reason);
  switch (reason.code) {
${cases(catalogue, (entry) => `return ${expression(entry.text, catalogue)};`)}  }
  return {};
}

std::string Remedy(const Reason& reason) {
  const Words words(reason);
  switch (reason.code) {
${cases(catalogue, (entry) => `return ${expression(entry.remedy, catalogue)};`)}  }
  return {};
}

Variables VariablesOf(ReasonCode code) {
  switch (code) {
${cases(catalogue, (entry) =>
    `return {.texts = ${tableOrNone(entry, "text")}, .dates = ${tableOrNone(entry, "date")}};`)}  }
  return {};
}

}  // namespace signet::words
`);
}

/**
 * @param {Catalogue} catalogue
 * @param {(entry: import("./catalogue.mjs").Entry) => string} statement
 * @returns {string}
 */
function cases(catalogue, statement) {
  return catalogue.entries
    .map((entry) => `    case ReasonCode::${enumeratorName(entry.code)}:
      ${statement(entry)}
`)
    .join("");
}

/**
 * @param {Piece[]} pieces
 * @param {Catalogue} catalogue
 * @returns {string} A C++ expression of type std::string.
 */
function expression(pieces, catalogue) {
  const parts = pieces.map((piece) => {
    switch (piece.kind) {
      case "literal":
        return cppString(piece.text);
      case "text":
        return `words.TextOf(${cppString(piece.name)}, ${fallback(piece.name, catalogue)})`;
      case "date":
        return `words.${piece.withTime ? "DateAndTimeOf" : "DateOf"}(${cppString(piece.name)}, ${
          fallback(piece.name, catalogue)})`;
      case "select":
        return `(${piece.variants.map((variant) =>
          `words.Is(${cppString(piece.name)}, ${cppString(variant.key)}) ? ${
            expression(variant.pieces, catalogue)} : `).join("")}${
          expression(piece.otherwise, catalogue)})`;
      default:
        throw new TypeError("a piece of no kind");
    }
  });
  return `Join({${parts.join(", ")}})`;
}

/**
 * @param {string} name
 * @param {Catalogue} catalogue
 * @returns {string}
 */
function fallback(name, catalogue) {
  return cppString(catalogue.missing.get(name) ?? "");
}

/**
 * @param {import("./catalogue.mjs").Entry} entry
 * @returns {string[]} The tables of its variables, none if it has none.
 */
function variableTables(entry) {
  return /** @type {const} */ (["text", "date"]).flatMap((kind) => {
    const names = namesOf(entry, kind);
    return names.length === 0 ? [] : [`constexpr std::array<std::string_view, ${names.length}> ${
      tableName(entry, kind)} = {${names.map(cppString).join(", ")}};\n`];
  });
}

/**
 * @param {import("./catalogue.mjs").Entry} entry
 * @param {import("./fluent.mjs").VariableKind} kind
 * @returns {string[]}
 */
function namesOf({ variables }, kind) {
  return [...variables].filter(([, each]) => each === kind).map(([name]) => name);
}

/**
 * @param {import("./catalogue.mjs").Entry} entry
 * @param {import("./fluent.mjs").VariableKind} kind
 * @returns {string}
 */
function tableName({ code }, kind) {
  return `${enumeratorName(code)}${kind === "text" ? "Texts" : "Dates"}`;
}

/**
 * @param {import("./catalogue.mjs").Entry} entry
 * @param {import("./fluent.mjs").VariableKind} kind
 * @returns {string}
 */
function tableOrNone(entry, kind) {
  return namesOf(entry, kind).length === 0 ? "{}" : tableName(entry, kind);
}
