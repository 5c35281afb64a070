/**
 * node main.mjs --out FOLDER FILE.webidl…
 *
 * Writes everything that is generated from the IDL below FOLDER; see idl/README.md.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { headerText, sourceText, stem } from "./cpp/header.mjs";
import { IdlError } from "./error.mjs";
import { writeChanged } from "./output.mjs";
import { readIdl } from "./parse.mjs";

/**
 * @param {import("./parse.mjs").SourceFile[]} sources
 * @returns {Map<string, string>} Path below the output folder → content.
 */
export function generate(sources) {
  const files = new Map();
  for (const file of readIdl(sources)) {
    files.set(`idl/${stem(file)}.h`, headerText(file));
    files.set(`idl/${stem(file)}.cc`, sourceText(file));
  }
  return files;
}

function main() {
  const { values, positionals } = parseArgs({
    options: { out: { type: "string" } },
    allowPositionals: true,
  });
  if (!values.out || positionals.length === 0) {
    throw new Error("usage: main.mjs --out FOLDER FILE.webidl…");
  }
  const sources = positionals.map((path) => ({
    name: basename(path),
    text: readFileSync(path, "utf8"),
  }));
  writeChanged(values.out, generate(sources));
}

try {
  main();
} catch (error) {
  if (!(error instanceof IdlError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
