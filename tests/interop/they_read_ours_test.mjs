// What Signet writes is read by other programs: every signature and form, every kind of recipient
// and cipher. The run writes
// build/<preset>/interop/they-read-ours.md; docs/interop.md keeps a copy.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { addressOf, makePeople, run, stopGnupg } from "./people.mjs";
import { writeTable } from "./table.mjs";
import { READERS, stopCastle, takeApart } from "./their_reading.mjs";

const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
const signet = path.join(build, "signet");
const TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\nThe results are in.\r\n";

/** @type {string} */
let folder;
/** @type {import("./table.mjs").Section[]} */
const sections = [];

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "signet-interop-"));
  makePeople(folder);
});

after(() => {
  stopCastle();
  stopGnupg(folder);
  rmSync(folder, { recursive: true, force: true });
});

/**
 * @param {string} person
 * @param {string[]} args
 */
function write(person, args) {
  writeFileSync(
    path.join(folder, "message"),
    `From: ${addressOf(person)}\r\nTo: somebody@example.com\r\nSubject: Results\r\n` +
      `MIME-Version: 1.0\r\n${TEXT}`,
  );
  run(folder, signet, [...args, "--p12", `${person}.p12`, "--password-file", "password", "-o", "ours",
    "message"]);
  return takeApart(folder, "ours", person);
}

test("they verify what we sign", () => {
  /** @type {[string, string, string[]][]} */
  const signatures = [
    ...["SHA-256", "SHA-384", "SHA-512"].flatMap((digest) => {
      const option = ["--digest", digest.toLowerCase().replace("-", "")];
      return /** @type {[string, string, string[]][]} */ ([
        [`RSA with ${digest}`, "rsa", option],
        [`RSA-PSS with ${digest}`, "rsa", ["--pss", ...option]],
      ]);
    }),
    ["ECDSA P-256 with SHA-256", "p256", []],
    ["ECDSA P-384 with SHA-384", "p384", []],
    ["ECDSA P-521 with SHA-512", "p521", []],
  ];
  const rows = signatures.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, person, options]) =>
    ["multipart/signed", "signed-data"].map((form) => {
      const opaque = form === "signed-data" ? ["--opaque"] : [];
      const message = write(person, ["sign", ...opaque, ...options]);
      return { labels: [name, form], results: READERS.map(({ verify }) => verify(message) === TEXT) };
    }),
  );
  sections.push({
    title: "They verify what Signet signs",
    labels: ["Signature", "Form"],
    programs: READERS.map(({ name }) => name),
    rows,
  });
});

test("they decrypt what we encrypt", () => {
  /** @type {[string, string, string[]][]} */
  const recipients = [
    ["RSA, PKCS #1 v1.5", "rsa", ["--rsa", "pkcs1"]],
    ["RSA-OAEP with SHA-256", "rsa", ["--rsa", "oaep"]],
    ["ECDH P-256", "p256", []],
    ["ECDH P-384", "p384", []],
    ["ECDH P-521", "p521", []],
  ];
  const rows = recipients.flatMap(([name, person, options]) =>
    ["AES-256-CBC", "AES-256-GCM"].map((cipher) => {
      const option = cipher.endsWith("GCM") ? "gcm" : "cbc";
      const message = write(person, ["encrypt", "--no-self", "--to", `${person}.pem`, "--cipher",
        option, ...options]);
      return { labels: [name, cipher], results: READERS.map(({ decrypt }) => decrypt(message) === TEXT) };
    }),
  );
  sections.push({
    title: "They decrypt what Signet encrypts",
    labels: ["Recipient", "Cipher"],
    programs: READERS.map(({ name }) => name),
    rows,
  });
});

test("every hole is known, and the kept table is what the run found", () => {
  const { text, unexplained, unused } = writeTable(sections);
  mkdirSync(path.join(build, "interop"), { recursive: true });
  writeFileSync(path.join(build, "interop", "they-read-ours.md"), text);
  assert.deepEqual(unexplained, []);
  assert.deepEqual(unused, []);
  const kept = readFileSync("docs/interop.md", "utf8");
  assert.ok(kept.includes(text), "copy interop/they-read-ours.md of the build folder into docs/interop.md");
});
