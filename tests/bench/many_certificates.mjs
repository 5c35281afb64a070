// What ten thousand certificates in one profile cost: importing them, the window's list and search, and
// judging a message to 500 of their owners.
//
//   node tests/bench/many_certificates.mjs [CERTIFICATES] [RECIPIENTS]

import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { NativeLibrary } from "../unit/host/native_library.mjs";

const COUNT = Number(process.argv[2] ?? 10_000);
const RECIPIENTS = Number(process.argv[3] ?? 500);
const build = process.env.SIGNET_BUILD ?? "build/release";

// Certificates, by hand: OpenSSL would need minutes for so many.

/** @param {number} tag @param {...(Buffer | number[])} parts @returns {Buffer} */
function der(tag, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const header =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...header]), content]);
}

/** @param {string} hex The content of an object identifier. */
const oid = (hex) => der(0x06, Buffer.from(hex, "hex"));
const ecdsaWithSha256 = der(0x30, oid("2a8648ce3d040302"));
/** @param {string} name */
const nameOf = (name) => der(0x30, der(0x31, der(0x30, oid("550403"), der(0x0c, Buffer.from(name)))));
/** @param {string} type @param {Buffer} value @param {boolean} [critical] */
const extension = (type, value, critical = false) =>
  der(0x30, oid(type), ...(critical ? [Buffer.from([1, 1, 0xff])] : []), der(0x04, value));

const authority = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** @param {string} name @param {string} issuer @param {Buffer} key @param {Buffer[]} extensions */
function certificate(name, issuer, key, extensions) {
  const tbs = der(
    0x30,
    der(0xa0, der(0x02, [2])),
    der(0x02, [0x01, ...randomBytes(15)]),
    ecdsaWithSha256,
    nameOf(issuer),
    der(0x30, der(0x17, Buffer.from("260101000000Z")), der(0x17, Buffer.from("360101000000Z"))),
    nameOf(name),
    key,
    der(0xa3, der(0x30, ...extensions)),
  );
  const signature = createSign("sha256").update(tbs).sign(authority.privateKey);
  return der(0x30, tbs, ecdsaWithSha256, der(0x03, [0], signature));
}

/** @param {Buffer} octets */
const pem = (octets) =>
  `-----BEGIN CERTIFICATE-----\n${octets.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

const spki = (/** @type {any} */ pair) => pair.publicKey.export({ type: "spki", format: "der" });
const root = certificate("Bench CA", "Bench CA", spki(authority), [
  extension("551d13", der(0x30, [1, 1, 0xff]), true),
  extension("551d0f", Buffer.from([3, 2, 1, 6]), true),
]);
const shared = spki(generateKeyPairSync("ec", { namedCurve: "P-256" }));
const address = (/** @type {number} */ index) => `person${index}@example.org`;
const people = Array.from({ length: COUNT }, (_, index) =>
  certificate(`Person ${index}`, "Bench CA", shared, [
    extension("551d0f", Buffer.from([3, 2, 3, 0x88]), true),
    extension("551d25", der(0x30, oid("2b06010505070304"))),
    extension("551d11", der(0x30, der(0x81, Buffer.from(address(index))))),
  ]));

const folder = mkdtempSync(path.join(tmpdir(), "signet-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, "root.pem"), pem(root));
execFileSync("certutil", ["-N", "-d", `sql:${folder}`, "--empty-password"]);
execFileSync("certutil", ["-A", "-d", `sql:${folder}`, "-n", "Bench CA", "-t", ",C,", "-i", path.join(folder, "root.pem")]);

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
function timed(what, name, values, buffers = []) {
  const [face, operation] = name.split(".");
  const request = { interface: face, operation, arguments: values };
  const start = process.hrtime.bigint();
  const { json } = native.call(module, { json: JSON.stringify(request), buffers });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  const said = JSON.parse(json);
  if (said.error) {
    throw new Error(`${what}: ${JSON.stringify(said.error)}`);
  }
  console.log(`${what.padEnd(64)} ${took.toFixed(1)} ms`);
  return said.value;
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
const imported = timed(`import of ${COUNT}`, "Certificates.importFile",
  { name: "people.pem", file: 0, password: null }, [file]);
const stored = imported.certificates.filter((/** @type {any} */ { outcome }) => outcome === "stored");
console.log(`stored: ${stored.length}`);
const query = { group: "person", text: "", first: 0, count: 50, time };
timed("the list, for the first time", "Certificates.list", { query });
timed("the list again", "Certificates.list", { query });
timed("a page in the middle", "Certificates.list", { query: { ...query, first: COUNT / 2 } });
timed("search", "Certificates.list", { query: { ...query, text: "person 99 example" } });
const message = {
  choices: { sign: false, encryption: "required" },
  sender: "me@example.org",
  recipients: Array.from({ length: RECIPIENTS }, (_, index) => address(index * Math.floor(COUNT / RECIPIENTS))),
  hasHiddenRecipients: false,
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
