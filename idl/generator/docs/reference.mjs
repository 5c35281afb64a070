/**
 * The reference page, `reference.md`: what the module offers, from the IDL and its comments.
 */
import { tsType } from "../js/types.mjs";

/**
 * @typedef {import("../parse.mjs").Model} Model
 * @typedef {import("../parse.mjs").IdlFile} IdlFile
 * @typedef {import("../constructs/interface.mjs").Interface} Interface
 * @typedef {import("../constructs/dictionary.mjs").Member} Member
 */

/**
 * @param {Model} model
 * @param {string} hash
 * @returns {string} Markdown.
 */
export function referenceText(model, hash) {
  const files = [...model.files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `# The contract between module and script

Generated from the IDL. Types are written as in TypeScript; idl/README.md says how they cross.
Contract hash: \`${hash}\`.

${files.map((file) => `- [${title(file)}](#${title(file)})`).join("\n")}

${files.map(fileText).join("\n")}`;
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
function title(file) {
  return file.name.replace(/\.webidl$/, "");
}

/**
 * @param {string[]} comment
 * @returns {string} As a paragraph, with an empty line behind it.
 */
function paragraph(comment) {
  return comment.length === 0 ? "" : `${comment.join("\n")}\n\n`;
}

/**
 * @param {string[]} comment
 * @returns {string} For a cell of a table.
 */
function cell(comment) {
  return comment.join(" ").replaceAll("|", "\\|");
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
function fileText(file) {
  return [
    `## ${title(file)}\n\n${paragraph(file.comment)}`,
    ...file.interfaces.map(interfaceText),
    ...file.dictionaries.map(({ name, comment, members }) =>
      `### ${name}\n\n${paragraph(comment)}| member | type | default | meaning |
|---|---|---|---|
${members.map((member) => `| \`${member.name}\` | \`${tsType(member.type).replaceAll("|", "\\|")}\` | ${
    defaultText(member)} | ${cell(member.comment)} |\n`).join("")}`),
    ...file.enumerations.map(({ name, comment, values }) =>
      `### ${name}\n\n${paragraph(comment)}${values.map((value) =>
        `- \`"${value.value}"\`${value.comment.length > 0 ? `: ${value.comment.join(" ")}` : ""}\n`)
        .join("")}`),
  ].join("\n");
}

/**
 * @param {Member} member
 * @returns {string}
 */
function defaultText(member) {
  if (member.required) {
    return "required";
  }
  return member.default ? `\`${JSON.stringify(member.default.value)}\`` : "absent";
}

/**
 * @param {Interface} definition
 * @returns {string}
 */
function interfaceText({ name, comment, operations }) {
  return `### ${name}\n\n${paragraph(comment)}${operations.map((operation) => {
    const parameters = operation.arguments
      .map((argument) => `${argument.name}${argument.optional ? "?" : ""}: ${tsType(argument.type)}`)
      .join(", ");
    return `#### ${name}.${operation.name}\n
\`${operation.name}(${parameters}): Promise<${tsType(operation.result)}>\`

${paragraph(operation.comment)}`;
  }).join("")}`;
}
