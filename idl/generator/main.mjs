/**
 * node main.mjs --out FOLDER FILE.webidl…
 *
 * Writes everything that is generated from the IDL below FOLDER; see idl/README.md.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { IdlError } from "./error.mjs";
import { generate } from "./generate.mjs";
import { writeChanged } from "./output.mjs";

const { values, positionals } = parseArgs({
  options: { out: { type: "string" } },
  allowPositionals: true,
});
if (!values.out || positionals.length === 0) {
  process.stderr.write("usage: main.mjs --out FOLDER FILE.webidl…\n");
  process.exit(2);
}
try {
  const sources = positionals.map((path) => ({
    name: basename(path),
    text: readFileSync(path, "utf8"),
  }));
  writeChanged(values.out, generate(sources));
} catch (error) {
  if (!(error instanceof IdlError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
