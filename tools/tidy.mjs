// Runs clang-tidy-19 over many files, and spares what can be spared: clang-tidy spends nearly all of its
// time on the standard library's headers, again for each file. Reads file names from standard input,
// one a line.
//
//   … | node tools/tidy.mjs BUILD_FOLDER
//
// - It remembers which files passed. A file whose preprocessed text, checks and command are as they
//   were is not looked at again. As with ccache, the memory lies in the person's cache folder, and
//   what passed in one clone passes in another.
// - Files that are compiled alike are looked at together, one after the other in one file. If they do
//   not compile together (two have a local name in common, say) they are split; if there is a finding
//   each is looked at by itself, and that decides.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdirSync, statSync, unlinkSync, utimesSync } from "node:fs";
import { cpus, homedir, tmpdir } from "node:os";
import path from "node:path";

/** How many files are looked at together: a compromise with looking at several such groups at once. */
const GROUP = 10;
/** The commands are g++'s; clang does not know every warning that they name. */
const CLANG = "-Wno-unknown-warning-option";

const [build] = process.argv.slice(2);
const database = path.join(build, "compile_commands.json");
if (!existsSync(database)) {
  console.error(`${database} is missing: configure the build first`);
  process.exit(1);
}
const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache");
const memory = path.join(cache, "signet-tidy");
mkdirSync(memory, { recursive: true });
const scratch = mkdtempSync(path.join(tmpdir(), "signet-tidy-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

const identity = [
  spawnSync("clang-tidy-19", ["--version"], { encoding: "utf8" }).stdout,
  readFileSync(".clang-tidy", "utf8"),
].join("\n");

/**
 * @typedef {object} Source
 * @property {string} file
 * @property {string} directory Where it is compiled.
 * @property {string[]} flags For the compiler, without the file and the output.
 * @property {string} mark What its memory is named; empty if it does not compile.
 */

/** The words of a command as a shell sees them. @param {string} command */
function words(command) {
  const found = command.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return found.map((word) =>
    word.replace(/\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, escaped, double, single) =>
      escaped ?? single ?? double.replace(/\\(["\\$`])/g, "$1"),
    ),
  );
}

/** @returns {Map<string, Source>} By absolute path. */
function compiledSources() {
  const sources = new Map();
  for (const { command, directory, file } of JSON.parse(readFileSync(database, "utf8"))) {
    const all = words(command);
    const compiler = all.findIndex((word) => /(^|\/)(g\+\+|clang\+\+|c\+\+)[-\d]*$/.test(word));
    const flags = [];
    for (let index = compiler + 1; index < all.length; ++index) {
      if (all[index] === "-o") {
        ++index;
      } else if (all[index] !== "-c" && all[index] !== file) {
        flags.push(all[index]);
      }
    }
    sources.set(path.resolve(directory, file), { file, directory, flags, mark: "" });
  }
  return sources;
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} [directory]
 * @returns {Promise<{status: number | null, output: string}>}
 */
function run(command, parameters, directory) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: directory,
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {Buffer[]} */
    const pieces = [];
    child.stdout.on("data", (piece) => pieces.push(piece));
    child.stderr.on("data", (piece) => pieces.push(piece));
    child.on("error", (error) => resolve({ status: 1, output: String(error) }));
    child.on("close", (status) => resolve({ status, output: Buffer.concat(pieces).toString() }));
  });
}

/** Works on all items, as many at once as there are cores. @template T
 * @param {T[]} items @param {(item: T) => Promise<void>} work */
async function forEach(items, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await work(item);
    }
  };
  await Promise.all(cpus().map(worker));
}

/** Drops what no clone has asked for in two months. */
function forgetOld() {
  const limit = Date.now() - 60 * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(memory)) {
    const file = path.join(memory, name);
    if (statSync(file).mtimeMs < limit) {
      unlinkSync(file);
    }
  }
}

/** @param {string} text The same text whatever folder the clone and the build lie in. */
function placeless(text) {
  return text.replaceAll(path.resolve(build), "<build>").replaceAll(path.resolve("."), "<project>");
}

/**
 * Sets the source's mark: a digest of what clang-tidy's answer depends on. The text is clang's own
 * preprocessor's, with line markers, comments (NOLINT) and macro definitions.
 * @param {Source} source
 */
async function setMark(source) {
  const { file, directory, flags } = source;
  const { status, output } = await run(
    "clang++-19", [...flags, "-w", "-E", "-C", "-dD", file], directory);
  source.mark =
    status === 0
      ? createHash("sha256")
          .update([identity, placeless(flags.join("\n")), placeless(output)].join("\0"))
          .digest("hex")
      : "";
}

/** @param {Source} source */
function isRemembered({ mark }) {
  const file = path.join(memory, mark);
  if (!mark || !existsSync(file)) {
    return false;
  }
  const now = new Date();
  utimesSync(file, now, now);
  return true;
}

/** @param {Source} source */
function remember({ mark }) {
  if (mark) {
    writeFileSync(path.join(memory, mark), "");
  }
}

/** @param {string} file @param {string[]} flags @param {string} directory */
function tidy(file, flags, directory) {
  const config = `--config-file=${path.resolve(".clang-tidy")}`;
  return run("clang-tidy-19", ["--quiet", config, file, "--", ...flags, CLANG], directory);
}

let failed = 0;
let groups = 0;

/** Looks at sources that are compiled alike. @param {Source[]} sources @returns {Promise<void>} */
async function look(sources) {
  const [{ file, directory, flags }] = sources;
  if (sources.length === 1) {
    const { status, output } = await tidy(file, flags, directory);
    if (status === 0) {
      remember(sources[0]);
    } else {
      ++failed;
      console.log(`${path.relative(".", file)}\n${output}`);
    }
    return;
  }
  const together = path.join(scratch, `group-${++groups}.cc`);
  writeFileSync(together, sources.map((source) => `${readFileSync(source.file)}\n`).join(""));
  const parsed = await run("clang++-19", [...flags, "-w", "-fsyntax-only", together], directory);
  if (parsed.status !== 0) {
    const half = Math.ceil(sources.length / 2);
    await look(sources.slice(0, half));
    await look(sources.slice(half));
    return;
  }
  if ((await tidy(together, flags, directory)).status === 0) {
    sources.forEach(remember);
    return;
  }
  for (const source of sources) {
    await look([source]);
  }
}

forgetOld();
const known = compiledSources();
const files = readFileSync(0, "utf8").split("\n").filter(Boolean).map((name) => path.resolve(name));
const sources = files.flatMap((file) => known.get(file) ?? []);
await forEach(sources, setMark);
const fresh = sources.filter((source) => !isRemembered(source));

/** @type {Map<string, Source[]>} */
const alike = new Map();
for (const source of fresh) {
  const key = [source.directory, ...source.flags].join("\0");
  const last = alike.get(key) ?? [];
  last.push(source);
  alike.set(key, last);
}
const work = [...alike.values()].flatMap((list) =>
  Array.from({ length: Math.ceil(list.length / GROUP) }, (_, index) =>
    list.slice(index * GROUP, (index + 1) * GROUP),
  ),
);
await forEach(work, look);
console.log(
  `clang-tidy: ${sources.length} files, ${fresh.length} of them new or changed, ${failed} with findings`,
);
process.exit(failed ? 1 : 0);
