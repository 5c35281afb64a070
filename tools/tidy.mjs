// Runs clang-tidy-19 over the sources that have changed since they last passed. Reads the names of all
// sources from standard input, one a line; their commands from the builds' compile_commands.json.
//
//   … | node tools/tidy.mjs BUILD_FOLDER...
//
// What passed is written in tools/tidy-passed, which is checked in: clang-tidy spends nearly all of its
// time on the standard library's headers, again for each file, and over the whole tree it takes longer
// than all tests together. A line is a digest and a source. The digest is of .clang-tidy, of the
// source and of the headers that it answers for: those of its own name, and those without a source
// that no source before it includes. What another header's change does to a source is therefore not
// seen; delete tools/tidy-passed to have everything looked at.
//
// Files that are compiled alike are looked at together, one after the other in one file. If they do
// not compile together (two have a local name in common, say) they are split; if there is a finding
// each is looked at by itself, and that decides.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";

const PASSED = "tools/tidy-passed";
/** How many files are looked at together: a compromise with looking at several such groups at once. */
const GROUP = 10;
/** The commands are g++'s; clang does not know every warning that they name. */
const CLANG = "-Wno-unknown-warning-option";

const scratch = mkdtempSync(path.join(tmpdir(), "signet-tidy-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

/**
 * @typedef {object} Source
 * @property {string} name In the project.
 * @property {string} file As the compiler is given it.
 * @property {string} directory Where it is compiled.
 * @property {string[]} flags For the compiler, without the file and the output.
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

/** @param {string[]} builds @returns {Map<string, Source>} By name; the first build that knows it. */
function compiledSources(builds) {
  const sources = new Map();
  for (const build of builds) {
    const database = path.join(build, "compile_commands.json");
    const commands = existsSync(database) ? JSON.parse(readFileSync(database, "utf8")) : [];
    for (const { command, directory, file } of commands) {
      const name = path.relative(".", path.resolve(directory, file));
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
      if (!sources.has(name)) {
        sources.set(name, { name, file, directory, flags });
      }
    }
  }
  return sources;
}

/**
 * The headers that each source answers for.
 * @param {string[]} names All sources, sorted.
 * @returns {Map<string, string[]>}
 */
function headersOf(names) {
  const headers = new Map(names.map((name) => [name, /** @type {string[]} */ ([])]));
  const taken = new Set();
  const take = (/** @type {string} */ name, /** @type {string} */ header) => {
    if (!taken.has(header)) {
      taken.add(header);
      headers.get(name)?.push(header);
    }
  };
  for (const name of names) {
    const own = name.replace(/\.cc$/, ".h");
    if (existsSync(own)) {
      take(name, own);
    }
  }
  for (const name of names) {
    for (const [, included] of readFileSync(name, "utf8").matchAll(/^#include "(.+)"/gm)) {
      const header = ["module", "tests", path.dirname(name)]
        .map((folder) => path.join(folder, included))
        .find(existsSync);
      if (header) {
        take(name, header);
      }
    }
  }
  return headers;
}

/** @param {string} name @param {string[]} headers */
function digest(name, headers) {
  const hash = createHash("sha256");
  for (const file of [".clang-tidy", name, ...headers]) {
    hash.update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 32);
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

/** @param {string} file @param {string[]} flags @param {string} directory */
function tidy(file, flags, directory) {
  const config = `--config-file=${path.resolve(".clang-tidy")}`;
  return run("clang-tidy-19", ["--quiet", config, file, "--", ...flags, CLANG], directory);
}

const names = readFileSync(0, "utf8").split("\n").filter(Boolean).sort();
const headers = headersOf(names);
const digests = new Map(names.map((name) => [name, digest(name, headers.get(name) ?? [])]));
const passed = new Set(
  existsSync(PASSED) ? readFileSync(PASSED, "utf8").split("\n").filter(Boolean) : [],
);
const line = (/** @type {string} */ name) => `${digests.get(name)} ${name}`;

/** Kept at each step: a run that is stopped has not been for nothing. */
function keep() {
  const lines = names.map(line).filter((each) => passed.has(each));
  writeFileSync(PASSED, lines.map((each) => `${each}\n`).join(""));
}

let failed = 0;
let groups = 0;

/** @param {Source[]} sources */
function pass(sources) {
  for (const { name } of sources) {
    passed.add(line(name));
  }
  keep();
}

/** Looks at sources that are compiled alike. @param {Source[]} sources @returns {Promise<void>} */
async function look(sources) {
  const [{ name, file, directory, flags }] = sources;
  if (sources.length === 1) {
    const { status, output } = await tidy(file, flags, directory);
    if (status === 0) {
      pass(sources);
    } else {
      ++failed;
      console.log(`${name}\n${output}`);
    }
    return;
  }
  const together = path.join(scratch, `group-${++groups}.cc`);
  writeFileSync(together, sources.map((source) => `${readFileSync(source.name)}\n`).join(""));
  const parsed = await run("clang++-19", [...flags, "-w", "-fsyntax-only", together], directory);
  if (parsed.status !== 0) {
    const half = Math.ceil(sources.length / 2);
    await look(sources.slice(0, half));
    await look(sources.slice(half));
    return;
  }
  if ((await tidy(together, flags, directory)).status === 0) {
    pass(sources);
    return;
  }
  for (const source of sources) {
    await look([source]);
  }
}

const known = compiledSources(process.argv.slice(2));
for (const name of names.filter((each) => !known.has(each))) {
  // A program that is built by hand only, for measuring say, is compiled like the source of its folder
  // (module, tests) that needs the most.
  const [neighbour] = [...known.values()]
    .filter((each) => each.name.split("/")[0] === name.split("/")[0])
    .sort((a, b) => b.flags.length - a.flags.length);
  if (neighbour) {
    known.set(name, { ...neighbour, name, file: path.resolve(name) });
  }
}
const fresh = names.filter((name) => !passed.has(line(name)));
const unknown = fresh.filter((name) => !known.has(name));
if (unknown.length > 0) {
  ++failed;
  console.log(`No build compiles, so nothing can look at:\n${unknown.join("\n")}`);
}
/** @type {Map<string, Source[]>} */
const alike = new Map();
for (const name of fresh) {
  const source = known.get(name);
  if (source) {
    const key = [source.directory, ...source.flags].join("\0");
    alike.set(key, [...(alike.get(key) ?? []), source]);
  }
}
const work = [...alike.values()].flatMap((list) =>
  Array.from({ length: Math.ceil(list.length / GROUP) }, (_, index) =>
    list.slice(index * GROUP, (index + 1) * GROUP),
  ),
);
await forEach(work, look);
console.log(
  `clang-tidy: ${names.length} files, ${fresh.length} of them new or changed, ${failed} with findings`,
);
process.exit(failed ? 1 : 0);
