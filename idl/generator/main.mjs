/**
 * node main.mjs --out FOLDER FILE.webidl…
 *
 * Writes everything that is generated from the IDL below FOLDER, and the script that it stands on
 * beside it; see idl/README.md.
 */
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { IdlError } from "./error.mjs";
import { generate } from "./generate.mjs";
import { writeChanged } from "./output.mjs";

const RUNTIME = new URL("../runtime/js/", import.meta.url);

const { values, positionals } = parseArgs({
  options: { out: { type: "string" } },
  allowPositionals: true,
});
if (!values.out || positionals.length === 0) {
  process.stderr.write("usage: main.mjs --out FOLDER FILE.webidl…\n");
  process.exit(2);
}
try {
  const files = generate(positionals.map((path) => ({
    name: basename(path),
    text: readFileSync(path, "utf8"),
  })));
  for (const name of readdirSync(RUNTIME)) {
    files.set(`js/${name}`, readFileSync(new URL(name, RUNTIME), "utf8"));
  }
  writeChanged(values.out, files);
} catch (error) {
  if (!(error instanceof IdlError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
