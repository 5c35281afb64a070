// Killed at any moment, `signet cert import`, `request` and `delete` lose no key and no certificate that
// was there before, and can be repeated. The moments come from a seed, which is printed on failure;
// SIGNET_SEED sets it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { Workbench, signet } from "./support.mjs";

const SEED = Number(process.env.SIGNET_SEED ?? 20261130);
const MOMENTS = 12;

const bench = new Workbench();
const options = (/** @type {string} */ profile) => ["--profile", profile, "--password-file", "secret"];

/** Numbers from 0 to 1 (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs the command, and kills it after so many milliseconds. @param {string[]} args @param {number} milliseconds */
async function killed(args, milliseconds) {
  const child = spawn(signet, ["cert", ...args], { cwd: bench.folder, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", (_status, signal) => resolve(signal)));
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  const signal = await ended;
  clearTimeout(timer);
  return signal === "SIGKILL";
}

/** @param {string[]} args */
function cert(...args) {
  const result = bench.run(["cert", ...args]);
  assert.equal(result.status, 0, `${args.join(" ")}: ${result.stderr}`);
  return result.stdout;
}

/** The certificates of a profile by name. @param {string} profile @returns {Map<string, any>} */
function contents(profile) {
  const rows = cert("list", "--json", ...options(profile)).split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return new Map(rows.map((row) => [row.name, row]));
}

/** Ann's key opens what is encrypted for her: it is there, and whole. @param {string} profile */
function assertAnnReads(profile) {
  const { status, stdout, stderr } = bench.run(["decrypt", ...options(profile), "secret.eml"]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /Good day/);
}

before(() => {
  bench.makeAuthority();
  for (const name of ["ann", "ben"]) {
    bench.makePerson(name, "secret");
  }
  bench.write("secret", "secret\n");
  bench.write("message", "Content-Type: text/plain\n\nGood day\n");
  bench.openssl(..."cms -encrypt -in message -out secret.eml -aes256 -to ann@example.com ann.pem".split(" "));
  mkdirSync(bench.at("first"));
  execFileSync("certutil", ["-N", "-d", "sql:first", "-f", "secret"], { cwd: bench.folder });
  cert("import", ...options("first"), "ann.p12");
  cpSync(bench.at("first"), bench.at("both"), { recursive: true });
  cert("import", ...options("both"), "ben.p12");
});
after(() => bench.remove());

const COMMANDS = {
  import: { from: "first", args: ["ben.p12"], spared: ["ann Example", "Clinic CA"] },
  request: { from: "first", args: ["ann@example.com", "--key", "p-256", "-o", "request.csr"], spared: ["ann Example", "Clinic CA"] },
  delete: { from: "both", args: ["ben@example.com", "--with-key"], spared: ["ann Example", "Clinic CA"] },
};
for (const [verb, { from, args, spared }] of Object.entries(COMMANDS)) {
  test(`cert ${verb}, killed at ${MOMENTS} moments of seed ${SEED}`, async (context) => {
    const whole = "whole";
    cpSync(bench.at(from), bench.at(whole), { recursive: true });
    const start = process.hrtime.bigint();
    cert(verb, ...args, ...options(whole));
    const takes = Number(process.hrtime.bigint() - start) / 1e6;
    rmSync(bench.at(whole), { recursive: true });

    const next = random(SEED);
    const profile = "killed";
    let kills = 0;
    for (let moment = 0; moment < MOMENTS; ++moment) {
      const milliseconds = next() * takes * 1.1;
      cpSync(bench.at(from), bench.at(profile), { recursive: true });
      kills += (await killed([verb, ...args, ...options(profile)], milliseconds)) ? 1 : 0;
      // Whoever opens the database for writing next, as Thunderbird does, rolls back what was unfinished.
      cert("import", ...options(profile), "ca.pem");
      const left = contents(profile);
      for (const name of spared) {
        assert.ok(left.has(name), `${name} is lost, killed after ${milliseconds} ms`);
      }
      assert.equal(left.get("ann Example").kind, "own", `killed after ${milliseconds} ms`);
      assertAnnReads(profile);
      // Done again, it is done, unless it was done already.
      const again = bench.run(["cert", verb, ...args, ...options(profile)]);
      const state = contents(profile).get("ben Example")?.kind;
      if (verb === "import") {
        assert.deepEqual([again.status, state], [0, "own"], again.stderr);
      } else if (verb === "delete") {
        // What was deleted before is not there any more.
        assert.ok(again.status === 0 || !left.has("ben Example"), again.stderr);
        assert.equal(state, undefined);
      } else {
        assert.equal(again.status, 0, again.stderr);
      }
      assertAnnReads(profile);
      rmSync(bench.at(profile), { recursive: true });
    }
    context.diagnostic(`${kills} of ${MOMENTS} were killed before the end, which came after ${takes.toFixed(0)} ms`);
    assert.ok(kills > MOMENTS / 4, `only ${kills} were killed: it takes ${takes} ms`);
  });
}
