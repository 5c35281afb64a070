// Signet, OpenSSL and gpgsm on the same messages in one run, and what NSS's primitives need for them:
//
//   tools/build release signet bench_primitives
//   node tests/bench/cms.mjs [SIZE]...          (KiB, MiB, GiB; default 10KiB 10MiB 1GiB)
//
// Programs take turns, ROUNDS times; the best of each counts. Ratios are of time on the processor (user
// and system), which other programs on the machine disturb less than the wall clock; the wall clock
// stands beside it. "Private" is the largest anonymous memory of Signet's process. It needs eight times
// the largest size on the disc, in the folder for temporary files.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";

const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
const signet = path.join(build, "signet");
const primitives = path.join(build, "bench_primitives");
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const BATCH = Number(process.env.BATCH ?? 10_000);
const UNITS = /** @type {Record<string, number>} */ ({ KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 });
const sizes = process.argv.length > 2 ? process.argv.slice(2) : ["10KiB", "10MiB", "1GiB"];

const folder = mkdtempSync(path.join(tmpdir(), "signet-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name */
const at = (name) => path.join(folder, name);
/** @param {string} program @param {string[]} args */
const run = (program, args) =>
  execFileSync(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 30 }).toString();
/** @param {string[]} args */
const openssl = (...args) => run("openssl", args);

/** @typedef {{ wall: number, cpu: number, memory: number }} Cost seconds, seconds, MiB */

/** The peak of a process's anonymous memory in MiB. @param {number} pid */
function anonymous(pid) {
  try {
    return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Cost | null>} null: it failed
 */
async function measure(program, args) {
  const before = process.hrtime.bigint();
  const child = spawn("/usr/bin/time", ["-q", "-f", "\n%U %S", "-o", at("time"), program, ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "ignore"],
  });
  let memory = 0;
  const own = () =>
    spawnSync("pgrep", ["-P", String(child.pid)]).stdout.toString().trim().split("\n").map(Number)[0] ?? 0;
  let pid = 0;
  const timer = setInterval(() => {
    pid ||= own();
    memory = Math.max(memory, pid === 0 ? 0 : anonymous(pid));
  }, 5);
  const status = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(timer);
  const wall = Number(process.hrtime.bigint() - before) / 1e9;
  const [user, system] = (readFileSync(at("time"), "latin1").trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return status === 0 ? { wall, cpu: (user ?? 0) + (system ?? 0), memory } : null;
}

/** For what takes milliseconds: many times. @param {string} program @param {string[]} args @param {number} times */
async function measureMany(program, args, times) {
  writeFileSync(at("loop"), `for i in $(seq ${times}); do "$@" >/dev/null 2>&1 || exit 1; done\n`);
  const cost = await measure("sh", ["loop", program, ...args]);
  return cost && { wall: cost.wall / times, cpu: cost.cpu / times, memory: 0 };
}

/** @param {string} name @param {number} size */
function writeMessage(name, size) {
  const file = openSync(at(name), "w");
  writeSync(file, "From: ann@example.com\r\nTo: ann@example.com\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n");
  const line = `${"The quick brown fox jumps over the lazy dog. ".repeat(2).slice(0, 74)}\r\n`;
  const block = line.repeat(13_000);
  for (let left = size; left > 0; left -= block.length) {
    writeSync(file, left >= block.length ? block : line.repeat(Math.ceil(left / line.length)));
  }
  closeSync(file);
}

function makePeople() {
  openssl(..."req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650 -subj /CN=Bench".split(" "),
    "-addext", "keyUsage=critical,keyCertSign,cRLSign");
  openssl(..."req -newkey rsa:2048 -nodes -keyout ann.key -out ann.csr -subj /CN=Ann".split(" "));
  writeFileSync(at("ext"), "subjectAltName=email:ann@example.com\nkeyUsage=critical,digitalSignature,keyEncipherment\n" +
    "extendedKeyUsage=emailProtection\n");
  openssl(..."x509 -req -in ann.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile ext -out ann.pem".split(" "));
  openssl(..."pkcs12 -export -in ann.pem -inkey ann.key -certfile ca.pem -passout pass:x -out ann.p12".split(" "));
  openssl(..."pkcs12 -export -legacy -in ann.pem -inkey ann.key -certfile ca.pem -passout pass:x -out old.p12".split(" "));
  writeFileSync(at("password"), "x\n");
  mkdirSync(at("gnupg"), { mode: 0o700 });
  writeFileSync(at("gnupg/gpg-agent.conf"), "allow-loopback-pinentry\n");
  const fingerprint = openssl(..."x509 -in ca.pem -noout -fingerprint -sha1".split(" ")).trim().replace(/^.*=/, "");
  writeFileSync(at("gnupg/trustlist.txt"), `${fingerprint} S relax\n`);
  for (const file of ["ca.pem", "old.p12"]) {
    spawnSync("gpgsm", [...GPGSM, "--import", file], { cwd: folder });
  }
}

const GPGSM = ["--homedir", at("gnupg"), ..."--batch --yes --disable-dirmngr --disable-crl-checks".split(" "),
  ..."--disable-policy-checks --pinentry-mode loopback --passphrase-file password".split(" ")];
const KEYS = "--p12 ann.p12 --password-file password".split(" ");

/** @type {Record<string, [name: string, program: string, args: string[]][]>} */
const TASKS = {
  "sign, detached": [
    ["Signet", signet, ["sign", ...KEYS, "-o", "signed", "message"]],
    ["OpenSSL", "openssl", "cms -sign -signer ann.pem -inkey ann.key -certfile ca.pem -in message -out out".split(" ")],
    ["gpgsm", "gpgsm", [...GPGSM, ..."--detach-sign --output out message".split(" ")]],
  ],
  "verify, detached": [
    ["Signet", signet, "verify --anchor ca.pem signed".split(" ")],
    ["OpenSSL", "openssl", "cms -verify -CAfile ca.pem -in signed -out /dev/null".split(" ")],
    ["gpgsm", "gpgsm", [...GPGSM, ..."--verify out message".split(" ")]],
  ],
  "encrypt, AES-256-CBC": [
    ["Signet", signet, "encrypt --to ann.pem --no-self --cipher cbc -o secret message".split(" ")],
    ["OpenSSL", "openssl", "cms -encrypt -aes-256-cbc -stream -in message -out out ann.pem".split(" ")],
    ["gpgsm", "gpgsm", [...GPGSM, ..."--encrypt --cipher-algo AES256 --base64 -r ann@example.com --output out message".split(" ")]],
  ],
  "decrypt, AES-256-CBC": [
    ["Signet", signet, ["decrypt", ...KEYS, "-o", "opened", "secret"]],
    ["OpenSSL", "openssl", "cms -decrypt -recip ann.pem -inkey ann.key -in secret -out opened".split(" ")],
    ["gpgsm", "gpgsm", [...GPGSM, ..."--decrypt --output opened out".split(" ")]],
  ],
  "encrypt, AES-256-GCM": [
    ["Signet", signet, "encrypt --to ann.pem --no-self --cipher gcm -o sealed message".split(" ")],
  ],
  "decrypt, AES-256-GCM": [["Signet", signet, ["decrypt", ...KEYS, "-o", "opened", "sealed"]]],
};
/** @type {Record<string, string>} the primitive that a task cannot be faster than */
const FLOORS = {
  "sign, detached": "Digest", "verify, detached": "Digest",
  "encrypt, AES-256-CBC": "Cipher/Encrypt", "decrypt, AES-256-CBC": "Cipher/Decrypt",
};

/** @param {string} file @param {string} filter @returns {Cost} */
function floorOf(file, filter) {
  const out = spawnSync(primitives, ["--benchmark_format=json", `--benchmark_filter=^${filter}`], {
    cwd: folder, env: { ...process.env, SIGNET_BENCH_FILE: file }, encoding: "utf8",
  }).stdout;
  const { real_time: real, cpu_time: cpu, time_unit: unit } = JSON.parse(out).benchmarks[0];
  const scale = unit === "s" ? 1 : 1e-6;
  return { wall: real * scale, cpu: cpu * scale, memory: 0 };
}

/** @param {Cost | null | undefined} best @param {Cost | null} next */
function better(best, next) {
  if (!best || !next) {
    return next ?? best ?? null;
  }
  return {
    wall: Math.min(best.wall, next.wall), cpu: Math.min(best.cpu, next.cpu), memory: Math.max(best.memory, next.memory),
  };
}

/** @param {number} seconds */
const shown = (seconds) => (seconds < 1 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(2)} s`);
/** @param {Cost} a @param {Cost | null | undefined} b */
const ratio = (a, b) => (b ? (a.cpu / b.cpu).toFixed(2) : "–");

makePeople();
const version = [run(signet, ["--version"]).trim(), openssl("version").trim(),
  run("gpgsm", ["--version"]).split("\n")[0]].join("; ");
console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} processors (${cpus()[0]?.model}), ${version}\n`);
console.log("| Size | Task | Signet: processor (wall) | to OpenSSL | to gpgsm | to NSS's primitive | private |");
console.log("|---|---|---|---|---|---|---|");
for (const size of sizes) {
  const [, number, unit] = /^(\d+)(\w+)$/.exec(size) ?? [];
  const octets = Number(number) * (UNITS[unit ?? ""] ?? 1);
  const small = octets < 2 ** 20;
  writeMessage("message", octets);
  for (const [task, programs] of Object.entries(TASKS)) {
    /** @type {Map<string, Cost | null>} */
    const best = new Map();
    for (let round = 0; round < ROUNDS; ++round) {
      for (const [name, program, args] of programs) {
        const cost = small ? await measureMany(program, args, 20) : await measure(program, args);
        best.set(name, better(best.get(name), cost));
      }
      const floor = FLOORS[task];
      if (!small && floor !== undefined) {
        if (task.startsWith("decrypt")) {
          run("sh", ["-c", "sed '1,/^\\r*$/d' secret >body"]);
        }
        best.set("floor", better(best.get("floor"), floorOf(task.startsWith("decrypt") ? "body" : "message", floor)));
      }
    }
    const own = best.get("Signet");
    console.log(own
      ? `| ${size} | ${task} | ${shown(own.cpu)} (${shown(own.wall)}) | ${ratio(own, best.get("OpenSSL"))} | ` +
        `${ratio(own, best.get("gpgsm"))} | ${ratio(own, best.get("floor"))} | ` +
        `${small ? "–" : `${own.memory.toFixed(0)} MiB`} |`
      : `| ${size} | ${task} | failed | | | | |`);
  }
}

if (BATCH > 0) {
  writeMessage("message", 2048);
  run(signet, ["sign", ...KEYS, "-o", "signed", "message"]);
  mkdirSync(at("batch"));
  const signed = readFileSync(at("signed"));
  for (let i = 0; i < BATCH; ++i) {
    writeFileSync(at(`batch/${i}.eml`), signed);
  }
  const verify = floorOf("message", "RsaVerify");
  for (const jobs of [1, 2]) {
    const cost = await measure(signet, ["verify", "--anchor", "ca.pem", "--json", "--jobs", String(jobs), "batch"]);
    if (cost) {
      console.log(`\n${BATCH} messages of 2 KiB, --jobs ${jobs}: ${shown(cost.cpu)} of the processor (${shown(cost.wall)}); ` +
        `to one RSA verification each: ${(cost.cpu / (verify.cpu * BATCH)).toFixed(2)}; private ${cost.memory.toFixed(0)} MiB`);
    }
  }
}
spawnSync("gpgconf", ["--homedir", at("gnupg"), "--kill", "all"]);
