/**
 * How a type is spelled in C++, and which headers that takes.
 */
import { INTEGERS } from "../types.mjs";
import { enumeratorName } from "../names.mjs";
import { cppString } from "./text.mjs";

/**
 * @typedef {import("../types.mjs").Type} Type
 * @typedef {import("../defaults.mjs").Default} Default
 * @typedef {import("../constructs/dictionary.mjs").Member} Member
 * @typedef {import("../constructs/interface.mjs").Argument} Argument
 */

/**
 * @param {Type} type
 * @param {string} [scope] - Before the names of the IDL's own types: "idl::" in a class, whose
 *   functions may have the same name as a type.
 * @returns {string} The C++ type of a value of it.
 */
export function cppType(type, scope = "") {
  switch (type.kind) {
    case "boolean":
      return "bool";
    case "integer":
      return INTEGERS[type.name].cpp;
    case "double":
      return "double";
    case "string":
      return "std::string";
    case "buffer":
      return "Buffer";
    case "undefined":
      return "void";
    case "sequence":
      return `std::vector<${cppType(type.inner, scope)}>`;
    case "record":
      return `std::map<std::string, ${cppType(type.inner, scope)}>`;
    case "nullable":
      return `std::optional<${cppType(type.inner, scope)}>`;
    default:
      return scope + type.name;
  }
}

/**
 * @param {Member | Argument} item
 * @returns {boolean} Whether the item may be absent and nothing takes its place.
 */
export function mayBeAbsent(item) {
  const required = "required" in item ? item.required : !item.optional;
  return !required && item.default === null;
}

/**
 * @param {Member | Argument} item
 * @param {string} [scope] - As of cppType().
 * @returns {string} The C++ type of the member or of the argument when it is held by value.
 */
export function heldType(item, scope = "") {
  const type = cppType(item.type, scope);
  return mayBeAbsent(item) ? `std::optional<${type}>` : type;
}

/**
 * @param {Argument} argument
 * @returns {string} The C++ type of the parameter. An ArrayBuffer is a view of the caller's octets.
 */
export function parameterType(argument) {
  const held = heldType(argument, "idl::").replace(/\bBuffer\b/, (name) =>
    (["buffer", "nullable"].includes(argument.type.kind) ? "ByteView" : name));
  const small = ["boolean", "integer", "double", "enumeration", "buffer"];
  return small.includes(argument.type.kind) && !mayBeAbsent(argument) ? held : `const ${held}&`;
}

/**
 * @param {Argument} argument
 * @returns {string} The type of the variable that the parameter is given.
 */
export function argumentType(argument) {
  return parameterType(argument).replace(/^const (.*)&$/, "$1");
}

/**
 * @param {Member | Argument} item
 * @returns {string} " = value", with which the item begins; empty where its type does that.
 */
export function initializer(item) {
  if (mayBeAbsent(item) || item.type.kind === "nullable") {
    return item.default?.value == null ? "" : ` = ${literal(item.type, item.default.value)}`;
  }
  switch (item.type.kind) {
    case "boolean":
      return ` = ${literal(item.type, item.default?.value ?? false)}`;
    case "integer":
    case "double":
      return ` = ${literal(item.type, item.default?.value ?? 0)}`;
    case "enumeration":
      return item.default ? ` = ${literal(item.type, item.default.value)}` : "{}";
    case "string":
      return item.default?.value ? ` = ${literal(item.type, item.default.value)}` : "";
    default:
      return "";
  }
}

/**
 * @param {Type} type
 * @param {Default["value"]} value
 * @returns {string}
 */
function literal(type, value) {
  switch (type.kind) {
    case "nullable":
      return literal(type.inner, value);
    case "enumeration":
      return `${type.name}::${enumeratorName(String(value))}`;
    case "string":
      return cppString(String(value));
    case "double":
      return Number.isInteger(value) ? `${value}.0` : String(value);
    default:
      return String(value);
  }
}

/** Standard headers by what of them is used. */
const STANDARD = [
  { header: "array", use: /std::array\b/ },
  { header: "cstdint", use: /std::u?int\d+_t\b/ },
  { header: "map", use: /std::map\b/ },
  { header: "optional", use: /std::optional\b/ },
  { header: "span", use: /std::span\b/ },
  { header: "string", use: /std::string\b/ },
  { header: "string_view", use: /std::string_view\b/ },
  { header: "utility", use: /std::move\b/ },
  { header: "vector", use: /std::vector\b/ },
];

/**
 * @param {string} code
 * @returns {string} #include lines for what the code uses of the standard library.
 */
export function standardIncludes(code) {
  return STANDARD.filter(({ use }) => use.test(code))
    .map(({ header }) => `#include <${header}>\n`)
    .join("");
}
