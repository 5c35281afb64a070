/**
 * Everything of JavaScript that is generated: a module and its declarations for each IDL file, and
 * two modules over all of them.
 */
import { NOTICE } from "../cpp/text.mjs";
import { declarationText, givenDictionaries } from "./declaration.mjs";
import { moduleName, moduleText } from "./module.mjs";

/**
 * @typedef {import("../parse.mjs").Model} Model
 */

/**
 * @param {Model} model
 * @param {string} hash - Of the contract.
 * @returns {Map<string, string>} Path below the output folder → content.
 */
export function jsFiles(model, hash) {
  const origins = new Map(model.files.flatMap((file) =>
    [...file.enumerations, ...file.dictionaries, ...file.interfaces].map(({ name }) =>
      [name, file.name])));
  const given = givenDictionaries(model);
  const files = new Map();
  for (const file of model.files) {
    const path = `js/${moduleName(file.name)}`;
    files.set(path, moduleText(file, origins));
    files.set(path.replace(/\.mjs$/, ".d.mts"), declarationText(file, origins, given));
  }
  files.set("js/contract.sys.mjs", contractText(hash));
  files.set("js/interfaces.sys.mjs", interfacesText(model));
  return files;
}

/**
 * @param {string} hash
 * @returns {string}
 */
function contractText(hash) {
  return `// ${NOTICE}
// From all files of idl/.

/** SHA-256 of what the IDL says: signet_open() compares it with the module's. */
export const CONTRACT_HASH = "${hash}";
`;
}

/**
 * @param {Model} model
 * @returns {string}
 */
function interfacesText(model) {
  const files = model.files.filter((file) => file.interfaces.length > 0);
  const names = files.flatMap((file) => file.interfaces.map(({ name }) => name)).sort();
  return `// ${NOTICE}
// From all files of idl/.

${files.map((file) => `import { ${file.interfaces.map(({ name }) => `${name}Operations`).join(", ")
    } } from "./${moduleName(file.name)}";\n`).sort().join("")}
/**
 * All interfaces with their operations, for the worker.
 * @type {Record<string, Record<string, import("./call.sys.mjs").Operation>>}
 */
export const interfaces = {
${names.map((name) => `  ${name}: ${name}Operations,\n`).join("")}};
`;
}
