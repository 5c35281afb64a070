/**
 * From IDL files to everything that is generated from them.
 */
import { contractHash } from "./contract.mjs";
import { contractFiles, dispatcherFiles } from "./cpp/dispatcher.mjs";
import { cppFiles } from "./cpp/header.mjs";
import { referenceText } from "./docs/reference.mjs";
import { jsFiles } from "./js/files.mjs";
import { readIdl } from "./parse.mjs";

/**
 * @param {import("./parse.mjs").SourceFile[]} sources
 * @returns {Map<string, string>} Path below the output folder → content. Throws an IdlError for
 *   what is not of the supported subset.
 */
export function generate(sources) {
  const model = readIdl(sources);
  const hash = contractHash(model);
  return new Map([
    ...model.files.flatMap((file) => [...cppFiles(file)]),
    ...dispatcherFiles(model),
    ...contractFiles(hash),
    ...jsFiles(model, hash),
    ["reference.md", referenceText(model, hash)],
  ]);
}
