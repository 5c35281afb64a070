/**
 * The JavaScript of one IDL file: `<name>.sys.mjs` with the descriptors of its types and the proxies
 * of its interfaces.
 */
import { NOTICE } from "../cpp/text.mjs";
import { namesIn } from "../order.mjs";
import { descriptor, jsComment } from "./types.mjs";

/**
 * @typedef {import("../parse.mjs").IdlFile} IdlFile
 * @typedef {import("../constructs/interface.mjs").Interface} Interface
 * @typedef {import("../constructs/interface.mjs").Argument} Argument
 * @typedef {import("../constructs/dictionary.mjs").Member} Member
 */

/**
 * @param {string} name - "message-security.webidl"
 * @returns {string} "message-security.sys.mjs"
 */
export function moduleName(name) {
  return `${name.replace(/\.webidl$/, "")}.sys.mjs`;
}

/**
 * @param {IdlFile} file
 * @param {Map<string, string>} origins - Name of a definition → file it is in.
 * @returns {string}
 */
export function moduleText(file, origins) {
  const body = [
    ...file.enumerations.map(({ name, comment, values }) =>
      `${jsComment(comment)}export const ${name} = enumeration("${name}", [\n${
        values.map(({ value }) => `  "${value}",\n`).join("")}]);\n`),
    ...file.dictionaries.map(({ name, comment, members }) =>
      `${jsComment(comment)}export const ${name} = dictionary([\n${
        members.map((member) => `  ${memberText(member)},\n`).join("")}]);\n`),
    ...file.interfaces.flatMap((definition) => [operationsText(definition), classText(definition)]),
  ].join("\n");
  const used = ["boolean", "buffer", "dictionary", "double", "enumeration", "integer", "nothing",
    "nullable", "record", "sequence", "string"].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body.replace(/"[^"]*"|\/\*\*[\s\S]*?\*\/|\/\/.*/g, "")));
  return `// ${NOTICE}
// From idl/${file.name}.
${file.interfaces.length > 0 ? '\nimport { call } from "./call.sys.mjs";' : ""}
${importLine(used, "types.sys.mjs")}${foreignImports(file, origins)}
${body}`;
}

/**
 * @param {string[]} names
 * @param {string} from
 * @returns {string}
 */
function importLine(names, from) {
  return names.length === 0 ? "" : `import { ${names.join(", ")} } from "./${from}";\n`;
}

/**
 * @param {IdlFile} file
 * @param {Map<string, string>} origins
 * @returns {string}
 */
function foreignImports(file, origins) {
  const types = [
    ...file.dictionaries.flatMap(({ members }) => members.map(({ type }) => type)),
    ...file.interfaces.flatMap(({ operations }) => operations.flatMap((operation) =>
      [operation.result, ...operation.arguments.map(({ type }) => type)])),
  ];
  const names = [...new Set(types.flatMap(namesIn))].sort();
  return file.uses
    .map((other) => importLine(names.filter((name) => origins.get(name) === other),
      moduleName(other)))
    .join("");
}

/**
 * @param {Member | Argument} item
 * @returns {string}
 */
function memberText(item) {
  const required = "required" in item ? item.required : !item.optional;
  const parts = [`name: "${item.name}"`, `type: ${descriptor(item.type)}`];
  if (required) {
    parts.push("required: true");
  } else if (item.default && "required" in item) {
    const value = JSON.stringify(item.default.value);
    parts.push(`default: () => ${value === "{}" ? "({})" : value}`);
  }
  return `{ ${parts.join(", ")} }`;
}

/**
 * @param {Interface} definition
 * @returns {string} What the worker needs to know of the interface.
 */
function operationsText({ name, operations }) {
  return `/** The operations of ${name}, for the worker and for the class below. */
export const ${name}Operations = {
${operations.map((operation) => `  ${operation.name}: {
    interface: "${name}",
    name: "${operation.name}",
    arguments: [
${operation.arguments.map((argument) => `      ${memberText(argument)},\n`).join("")}    ],
    result: ${descriptor(operation.result)},
  },
`).join("")}};
`;
}

/**
 * @param {Interface} definition
 * @returns {string} The proxy.
 */
function classText(definition) {
  const { name } = definition;
  const methods = definition.operations.map((operation) => {
    const names = operation.arguments.map((argument) => jsName(argument.name));
    return `
${jsComment(operation.comment, "  ")}  ${operation.name}(${[...names, "callOptions"].join(", ")}) {
    return call(this.#transport, ${name}Operations.${operation.name}, [${
      names.join(", ")}], callOptions);
  }
`;
  });
  return `${jsComment(definition.comment)}export class ${name} {
  #transport;

  constructor(transport) {
    this.#transport = transport;
  }
${methods.join("")}}
`;
}

/** Words that JavaScript does not take as a parameter in a module. */
const RESERVED = new Set(("arguments await break case catch class const continue debugger default " +
  "delete do else enum eval export extends false finally for function if implements import in " +
  "instanceof interface let new null package private protected public return static super switch " +
  "this throw true try typeof var void while with yield").split(" "));

/**
 * @param {string} name
 * @returns {string}
 */
export function jsName(name) {
  return RESERVED.has(name) ? `${name}_` : name;
}
