// What ten thousand certificates in one profile cost: importing them, the window's list and search, and
// judging a message to 500 of their owners.
//
//   node tests/bench/many_certificates.mjs [CERTIFICATES] [RECIPIENTS]

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ManyPeople, addressOf, pem } from "../support/many_people.mjs";
import { NativeLibrary } from "../unit/host/native_library.mjs";

const COUNT = Number(process.argv[2] ?? 10_000);
const RECIPIENTS = Number(process.argv[3] ?? 500);
const build = process.env.SIGNET_BUILD ?? "build/release";

const many = new ManyPeople();
const people = Array.from({ length: COUNT }, (_, index) => many.certify(index, "ec"));

const folder = mkdtempSync(path.join(tmpdir(), "signet-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, "root.pem"), pem(many.root));
execFileSync("certutil", ["-N", "-d", `sql:${folder}`, "--empty-password"]);
execFileSync("certutil", ["-A", "-d", `sql:${folder}`, "-n", "Many CA", "-t", ",C,", "-i", path.join(folder, "root.pem")]);

const { CONTRACT_HASH } = await import(
  pathToFileURL(path.resolve(build, "generated/js/contract.sys.mjs")).href
);
const native = new NativeLibrary();
const { version } = JSON.parse(native.version());
const { module, answer } = native.openModule({
  contract: CONTRACT_HASH, version, profile: folder, writable: true,
});
if (answer.error) {
  throw new Error(JSON.stringify(answer.error));
}

/**
 * @param {string} what
 * @param {string} name Interface and operation.
 * @param {object} values
 * @param {ArrayBuffer[]} [buffers]
 */
function call(what, name, values, buffers = []) {
  const [face, operation] = name.split(".");
  const request = { interface: face, operation, arguments: values };
  const { json } = native.call(module, { json: JSON.stringify(request), buffers });
  const said = JSON.parse(json);
  if (said.error) {
    throw new Error(`${what}: ${JSON.stringify(said.error)}`);
  }
  return said.value;
}

/** @param {string} what @param {string} name @param {object} values */
function timed(what, name, values) {
  const start = process.hrtime.bigint();
  const value = call(what, name, values);
  console.log(`${what.padEnd(64)} ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms`);
  return value;
}

const time = Date.now();
const sample = people.slice(0, Math.min(20, COUNT));
const start = process.hrtime.bigint();
const other = path.join(folder, "other");
execFileSync("mkdir", [other]);
execFileSync("certutil", ["-N", "-d", `sql:${other}`, "--empty-password"]);
sample.forEach((octets, index) => {
  const file = path.join(folder, "one.pem");
  writeFileSync(file, pem(octets));
  execFileSync("certutil", ["-A", "-d", `sql:${other}`, "-n", `p${index}`, "-t", ",,", "-i", file]);
});
const each = Number(process.hrtime.bigint() - start) / 1e6 / sample.length;
console.log(`certutil in a loop, for ${COUNT}: about`.padEnd(64), (each * COUNT).toFixed(0), "ms");

const file = new TextEncoder().encode(people.map(pem).join("")).buffer;
const began = process.hrtime.bigint();
let stored = 0;
for (let done = 0; done < COUNT; ) {
  const view = call("the import", "Certificates.importFile",
    { name: "people.pem", file: 0, password: null, from: done }, [file]);
  ({ done } = view);
  stored += view.certificates.filter((/** @type {any} */ { outcome }) => outcome === "stored").length;
}
console.log(`import of ${COUNT}`.padEnd(64), (Number(process.hrtime.bigint() - began) / 1e6).toFixed(0), "ms");
console.log(`stored: ${stored}`);
const query = { group: "person", text: "", first: 0, count: 50, time };
timed("the list, for the first time", "Certificates.list", { query });
timed("the list again", "Certificates.list", { query });
timed("a page in the middle", "Certificates.list", { query: { ...query, first: COUNT / 2 } });
timed("search", "Certificates.list", { query: { ...query, text: "person 99 example" } });
const message = {
  choices: { sign: false, encryption: "required" },
  sender: "me@example.org",
  recipients: Array.from({ length: RECIPIENTS }, (_, index) => addressOf(index * Math.floor(COUNT / RECIPIENTS))),
  time,
};
for (const what of ["for the first time", "again", "a second later"]) {
  const later = what === "a second later" ? { time: time + 1000 } : {};
  const view = timed(`a message to ${RECIPIENTS} of them, ${what}`, "ComposeSecurity.view",
    { message: { ...message, ...later } });
  const found = view.recipients.filter((/** @type {any} */ { certificate: chosen }) => chosen).length;
  if (found !== RECIPIENTS) {
    throw new Error(`${found} of ${RECIPIENTS} have a certificate: ${JSON.stringify(view.recipients[0])}`);
  }
}
native.close(module);
