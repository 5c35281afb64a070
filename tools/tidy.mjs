// Runs clang-tidy-19 over many files, a process a core, and remembers which passed: a file whose
// preprocessed text, checks and command are as they were is not looked at again. As with ccache, the
// memory lies in the person's cache folder, and what passed in one clone passes in another. Reads
// file names from standard input, one a line.
//
//   … | node tools/tidy.mjs BUILD_FOLDER
//
// Clang's own preprocessor makes the text that is compared, with line markers, comments (NOLINT) and
// macro definitions, because findings depend on them, too.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdirSync, statSync, unlinkSync, utimesSync } from "node:fs";
import { availableParallelism, cpus, homedir } from "node:os";
import path from "node:path";

const [build] = process.argv.slice(2);
const database = path.join(build, "compile_commands.json");
if (!existsSync(database)) {
  console.error(`${database} is missing: configure the build first`);
  process.exit(1);
}
const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache");
const memory = path.join(cache, "signet-tidy");
mkdirSync(memory, { recursive: true });
forgetOld();

/** @type {Map<string, {command: string, directory: string}>} */
const commands = new Map();
for (const entry of JSON.parse(readFileSync(database, "utf8"))) {
  commands.set(path.resolve(entry.directory, entry.file), entry);
}
const wanted = readFileSync(0, "utf8").split("\n").filter(Boolean).map((name) => path.resolve(name));
const files = wanted.filter((file) => commands.has(file));
const identity = [
  spawnSync("clang-tidy-19", ["--version"], { encoding: "utf8" }).stdout,
  readFileSync(".clang-tidy", "utf8"),
].join("\n");

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

/** What clang-tidy's answer depends on. @param {string} file */
async function fingerprint(file) {
  const entry = commands.get(file);
  if (!entry) {
    return "";
  }
  const words = entry.command.split(" ").filter(Boolean);
  if (words[0].endsWith("ccache")) {
    words.shift();
  }
  const parameters = [];
  for (let index = 1; index < words.length; ++index) {
    if (words[index] === "-o") {
      ++index;
    } else if (words[index] !== "-c") {
      parameters.push(words[index].replace(/^\\?"|\\?"$/g, ""));
    }
  }
  const { status, output } = await run(
    "clang++-19", [...parameters, "-E", "-C", "-dD", "-w"], entry.directory);
  return status === 0
    ? createHash("sha256")
        .update(identity)
        .update(placeless(entry.command))
        .update(placeless(output))
        .digest("hex")
    : "";
}

let failed = 0;
let looked = 0;
const queue = [...files];

async function work() {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const mark = await fingerprint(file);
    if (mark && existsSync(path.join(memory, mark))) {
      const now = new Date();
      utimesSync(path.join(memory, mark), now, now);
      continue;
    }
    ++looked;
    const { status, output } = await run(
      // The commands are g++'s; clang does not know every warning that they name.
      "clang-tidy-19", ["--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option", file]);
    if (status === 0) {
      if (mark) {
        writeFileSync(path.join(memory, mark), "");
      }
    } else {
      ++failed;
      console.log(`${path.relative(".", file)}\n${output}`);
    }
  }
}

const cores = availableParallelism?.() ?? cpus().length;
await Promise.all(Array.from({ length: cores }, work));
console.log(`clang-tidy: ${files.length} files, ${looked} of them new or changed, ${failed} with findings`);
process.exit(failed ? 1 : 0);
