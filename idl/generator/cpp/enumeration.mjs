/**
 * C++ of an enumeration: an enum class, its words, and the way back from a word.
 */
import { cppComment, cppString } from "./text.mjs";

/**
 * @typedef {import("../constructs/enumeration.mjs").Enumeration} Enumeration
 */

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

// ${name}Values lists every value of ${name} in the order of the IDL.
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
    .map((value) => `    case ${name}::${value.enumerator}:\n      return ${cppString(value.value)};\n`)
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
