/**
 * node words/main.mjs --out FOLDER --idl reasons.webidl --fluent reasons.ftl
 *
 * Writes the words of the command line, `idl/words.cc`, and `js/reason-variables.sys.mjs`.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { IdlError } from "../error.mjs";
import { writeChanged } from "../output.mjs";
import { readCatalogue, reasonCodes } from "./catalogue.mjs";
import { wordsText } from "./cpp.mjs";
import { variablesText } from "./js.mjs";

const { values } = parseArgs({
  options: { out: { type: "string" }, idl: { type: "string" }, fluent: { type: "string" } },
});
if (!values.out || !values.idl || !values.fluent) {
  process.stderr.write("usage: main.mjs --out FOLDER --idl reasons.webidl --fluent reasons.ftl\n");
  process.exit(2);
}
try {
  const [idl, fluent] = [values.idl, values.fluent].map((path) => ({
    name: basename(path),
    text: readFileSync(path, "utf8"),
  }));
  const catalogue = readCatalogue(reasonCodes(idl), fluent);
  writeChanged(values.out, new Map([
    ["idl/words.cc", wordsText(catalogue, fluent.name)],
    ["js/reason-variables.sys.mjs", variablesText(catalogue, fluent.name)],
  ]));
} catch (error) {
  if (!(error instanceof IdlError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
