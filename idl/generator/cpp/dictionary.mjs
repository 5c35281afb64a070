/**
 * C++ of a dictionary: a struct, and its reading from and writing to JSON.
 */
import { cppComment, cppString } from "./text.mjs";
import { heldType, initializer, mayBeAbsent } from "./types.mjs";

/**
 * @typedef {import("../constructs/dictionary.mjs").Dictionary} Dictionary
 */

/**
 * @param {Dictionary} dictionary
 * @returns {string} The struct.
 */
export function dictionaryDeclaration(dictionary) {
  const members = dictionary.members
    .map((member) =>
      `${cppComment(member.comment, "  ")}  ${heldType(member)} ${member.cppName}${
        initializer(member)};\n`)
    .join("");
  return `${cppComment(dictionary.comment)}struct ${dictionary.name} {
${members}
  bool operator==(const ${dictionary.name}&) const = default;
};
`;
}

/**
 * @param {Dictionary} dictionary
 * @returns {string}
 */
export function dictionaryReading(dictionary) {
  const members = dictionary.members
    .map((member) => {
      const how = member.required ? "Required" : mayBeAbsent(member) ? "Optional" : "Defaulted";
      return `  object.${how}(${cppString(member.name)}, out.${member.cppName});\n`;
    })
    .join("");
  return `void Read(const Json& json, Reader& reader, ${dictionary.name}& out) {
  ObjectReader object(json, reader);
${members}  object.Finish();
}
`;
}

/**
 * @param {Dictionary} dictionary
 * @returns {string}
 */
export function dictionaryWriting(dictionary) {
  const members = dictionary.members
    .map((member) => {
      const how = mayBeAbsent(member) ? "Optional" : "Member";
      return `  object.${how}(${cppString(member.name)}, value.${member.cppName});\n`;
    })
    .join("");
  return `void Write(const ${dictionary.name}& value, Writer& writer, Json& out) {
  ObjectWriter object(writer, out);
${members}}
`;
}
