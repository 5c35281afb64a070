/**
 * C++ of an enumeration: an enum class, its words, and the way back from a word.
 */
import { cppComment, cppString } from "./text.mjs";

/**
 * @typedef {import("../constructs/enumeration.mjs").Enumeration} Enumeration
 */

/** An error lists the words of an enumeration that has no more than these. */
const LISTED_VALUES = 8;

/**
 * @param {Enumeration} enumeration
 * @returns {string} Declarations for the header.
 */
export function enumerationDeclaration(enumeration) {
  const { name, values } = enumeration;
  const entries = values
    .map((value) => `${cppComment(value.comment, "  ")}  ${value.enumerator},\n`)
    .join("");
  const all = values.map((value) => `    ${name}::${value.enumerator},\n`).join("");
  return `${cppComment(enumeration.comment)}enum class ${name} : std::uint8_t {
${entries}};

// k${name}Values lists every value of ${name} in the order of the IDL.
inline constexpr std::array<${name}, ${values.length}> k${name}Values = {
${all}};

// ToString gives the word of the IDL; "" for a number that is none of the values.
[[nodiscard]] std::string_view ToString(${name} value);

// ${name}FromString is the way back; nothing for a word that is not of the enumeration.
[[nodiscard]] std::optional<${name}> ${name}FromString(std::string_view text);
`;
}

/**
 * @param {Enumeration} enumeration
 * @returns {string} Definitions for the source file.
 */
export function enumerationDefinition(enumeration) {
  const { name, values } = enumeration;
  const cases = values
    .map(({ value, enumerator }) =>
      `    case ${name}::${enumerator}:\n      return ${cppString(value)};\n`)
    .join("");
  return `std::string_view ToString(${name} value) {
  switch (value) {
${cases}  }
  return "";
}

std::optional<${name}> ${name}FromString(std::string_view text) {
  for (const ${name} value : k${name}Values) {
    if (ToString(value) == text) {
      return value;
    }
  }
  return std::nullopt;
}
`;
}

/**
 * @param {Enumeration} enumeration
 * @returns {string} What an error says was expected.
 */
export function expectedWords({ name, values }) {
  return values.length > LISTED_VALUES ? `a value of ${name}`
    : `one of ${values.map(({ value }) => `"${value}"`).join(", ")}`;
}

/**
 * @param {Enumeration} enumeration
 * @returns {string}
 */
export function enumerationReading(enumeration) {
  const { name } = enumeration;
  return `void Read(const Json& json, Reader& reader, ${name}& out) {
  ReadEnumeration(json, reader, out, &${name}FromString, ${cppString(expectedWords(enumeration))});
}
`;
}

/**
 * @param {Enumeration} enumeration
 * @returns {string}
 */
export function enumerationWriting({ name }) {
  return `void Write(${name} value, Writer& writer, Json& out) {
  const std::string_view word = ToString(value);
  if (word.empty()) {
    writer.Fail(${cppString(`is not a value of ${name}`)});
  }
  out = word;
}
`;
}
