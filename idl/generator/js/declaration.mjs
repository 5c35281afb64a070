/**
 * The TypeScript declarations of one IDL file: `<name>.sys.d.mts`.
 *
 * A dictionary is declared as it comes from the module, with the members that have a default always
 * there; one that is also an argument is declared a second time, as `<Name>Init`, in which these
 * members may be left out.
 */
import { NOTICE } from "../cpp/text.mjs";
import { namesIn } from "../order.mjs";
import { jsName, moduleName } from "./module.mjs";
import { jsComment, tsType } from "./types.mjs";

/**
 * @typedef {import("../parse.mjs").IdlFile} IdlFile
 * @typedef {import("../parse.mjs").Model} Model
 * @typedef {import("../constructs/dictionary.mjs").Dictionary} Dictionary
 * @typedef {import("../constructs/interface.mjs").Interface} Interface
 * @typedef {import("../constructs/interface.mjs").Operation} Operation
 */

/**
 * @param {Model} model
 * @returns {Set<string>} The dictionaries that are an argument or part of one.
 */
export function givenDictionaries(model) {
  const dictionaries = new Map(model.files.flatMap((file) =>
    file.dictionaries.map((each) => [each.name, each])));
  const found = new Set();
  /** @param {string} name */
  const add = (name) => {
    const dictionary = dictionaries.get(name);
    if (dictionary && !found.has(name)) {
      found.add(name);
      dictionary.members.flatMap(({ type }) => namesIn(type)).forEach(add);
    }
  };
  for (const { operations } of model.files.flatMap((file) => file.interfaces)) {
    operations.flatMap((operation) => operation.arguments)
      .flatMap(({ type }) => namesIn(type))
      .forEach(add);
  }
  return found;
}

/**
 * @param {IdlFile} file
 * @param {Map<string, string>} origins - Name of a definition → file it is in.
 * @param {Set<string>} given - From givenDictionaries().
 * @returns {string}
 */
export function declarationText(file, origins, given) {
  const body = [
    ...file.enumerations.map(({ name, comment, values }) =>
      `${jsComment(comment)}export type ${name} =\n${
        values.map(({ value }) => `  | "${value}"`).join("\n")};
export const ${name}: Type<${name}> & { values: readonly ${name}[] };
`),
    ...file.dictionaries.map((dictionary) => dictionaryText(dictionary, given)),
    ...file.interfaces.map(interfaceText),
  ].join("\n");
  const imports = [
    ...(file.interfaces.length > 0
      ? ['import type { CallOptions, Operation, Transport } from "./call.sys.mjs";\n'] : []),
    ...(file.enumerations.length + file.dictionaries.length > 0
      ? ['import type { Type } from "./types.sys.mjs";\n'] : []),
    ...foreignImports(file, origins, body),
  ].join("");
  return `// ${NOTICE}\n// From idl/${file.name}.\n\n${imports}\n${body}`;
}

/**
 * @param {Dictionary} dictionary
 * @param {Set<string>} given
 * @returns {string}
 */
function dictionaryText(dictionary, given) {
  const { name, comment } = dictionary;
  const init = given.has(name)
    ? `/** ${name} as it is given to the module. */\nexport interface ${name}Init {\n${
      membersText(dictionary, "Init")}}\n` : "";
  return `${jsComment(comment)}export interface ${name} {\n${membersText(dictionary, "")}}\n${
    init}export const ${name}: Type<${name}>;\n`;
}

/**
 * @param {Dictionary} dictionary
 * @param {"" | "Init"} role
 * @returns {string}
 */
function membersText({ members }, role) {
  return members
    .map((member) => {
      const there = member.required || (role === "" && member.default !== null);
      return `${jsComment(member.comment, "  ")}  ${member.name}${there ? "" : "?"}: ${
        tsType(member.type, role)};\n`;
    })
    .join("");
}

/**
 * @param {IdlFile} file
 * @param {Map<string, string>} origins
 * @param {string} body
 * @returns {string[]}
 */
function foreignImports(file, origins, body) {
  return file.uses.map((other) => {
    const names = [...origins]
      .filter(([, origin]) => origin === other)
      .flatMap(([name]) => [name, `${name}Init`])
      .filter((name) => new RegExp(`\\b${name}\\b`).test(body))
      .sort();
    return `import type { ${names.join(", ")} } from "./${moduleName(other)}";\n`;
  });
}

/**
 * @param {Interface} definition
 * @returns {string}
 */
function interfaceText({ name, comment, operations }) {
  return `export const ${name}Operations: {\n${
    operations.map((operation) => `  ${operation.name}: Operation;\n`).join("")}};

${jsComment(comment)}export class ${name} {
  /** @param transport - What takes the calls to the module. */
  constructor(transport: Transport);
${operations.map((operation) => `\n${jsComment(operation.comment, "  ")}  ${signature(operation)};\n`)
    .join("")}}
`;
}

/**
 * @param {Operation} operation
 * @returns {string}
 */
function signature(operation) {
  const parameters = [
    ...operation.arguments.map((argument) =>
      `${jsName(argument.name)}${argument.optional ? "?" : ""}: ${tsType(argument.type, "Init")}`),
    "callOptions?: CallOptions",
  ];
  return `${operation.name}(${parameters.join(", ")}): Promise<${tsType(operation.result)}>`;
}
