// `signet cert validate`: verdict, reasons, exit status; options; requests a line each; files of
// revocation data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { Pki } from "./pki.mjs";
import { objects } from "./support.mjs";

/** @type {Pki} */
let pki;

before(() => {
  pki = new Pki();
  pki.authority("root");
  pki.authority("middle", "root");
  pki.authority("stranger");
  pki.person("ann", "middle");
  pki.person("bob", "middle");
  pki.person("eve", "stranger");
  pki.revoke("bob", "middle");
  pki.crl("root", "root.crl");
  pki.crl("middle", "middle.crl");
  pki.ocsp("ann", "middle", "ann.ocsp");
  pki.ocsp("bob", "middle", "bob.ocsp");
  pki.issue("server", "middle", "subjectAltName=DNS:example.com\nextendedKeyUsage=serverAuth\n");
});

after(() => pki.remove());

const path = ["--anchor", "root.pem", "--cert", "middle.pem"];

/** @param {string[]} args */
function validate(...args) {
  const result = pki.run(["cert", "validate", "--json", ...args]);
  assert.equal(result.stderr, "", result.stderr);
  return { status: result.status, ...objects(result.stdout)[0] };
}

/** @param {any[]} reasons */
const codes = (reasons) => reasons.map(({ code }) => code);

/** @param {any} answer */
const states = (answer) =>
  answer.revocation.map((/** @type {any} */ { state, evidence }) => `${state} ${evidence}`);

test("a good certificate: exit status 0, the chain, no reasons", () => {
  const answer = validate(...path, "--purpose", "signing", "ann.pem");
  assert.equal(answer.status, 0);
  assert.equal(answer.valid, true);
  assert.deepEqual(
    answer.chain.map((/** @type {any} */ { subject }) => subject),
    ["CN=ann", "CN=middle", "CN=root"],
  );
  for (const { sha256 } of answer.chain) {
    assert.match(sha256, /^[0-9a-f]{64}$/);
  }
  assert.deepEqual(answer.reasons, []);
  assert.deepEqual(answer.policies, []);
  assert.deepEqual(answer.fetches, []);
});

test("revocation that could not be asked about is unknown, and never good", () => {
  const answer = validate(...path, "ann.pem");
  assert.deepEqual(states(answer), ["unknown none", "unknown none"]);
  assert.deepEqual(codes(answer.warnings), ["revocation-unknown", "revocation-unknown"]);
  const required = validate(...path, "--require-revocation", "ann.pem");
  assert.equal(required.status, 1);
  assert.deepEqual(codes(required.reasons), ["revocation-unknown", "revocation-unknown"]);
  const off = validate(...path, "--revocation", "off", "ann.pem");
  assert.deepEqual(states(off), ["not-checked none", "not-checked none"]);
  assert.deepEqual(off.warnings, []);
});

test("CRLs from files", () => {
  const crls = ["--crl", "root.crl", "--crl", "middle.crl", "--require-revocation"];
  const good = validate(...path, ...crls, "ann.pem");
  assert.equal(good.status, 0);
  assert.deepEqual(states(good), ["good crl", "good crl"]);
  assert.match(good.revocation[0].next_update, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const revoked = validate(...path, ...crls, "bob.pem");
  assert.equal(revoked.status, 1);
  assert.deepEqual(codes(revoked.reasons), ["certificate-revoked"]);
  assert.equal(revoked.reasons[0].certificate, revoked.chain[0].sha256);
  assert.equal(revoked.revocation[0].reason, "keyCompromise");
  assert.match(revoked.revocation[0].revoked_at, /^\d{4}-/);
});

test("OCSP responses from files", () => {
  const good = validate(...path, "--ocsp", "ann.ocsp", "ann.pem");
  assert.deepEqual(states(good), ["good ocsp", "unknown none"]);
  const revoked = validate(...path, "--ocsp", "bob.ocsp", "bob.pem");
  assert.deepEqual(codes(revoked.reasons), ["certificate-revoked"]);
  const other = validate(...path, "--ocsp", "bob.ocsp", "--require-revocation", "ann.pem");
  assert.ok(codes(other.reasons).includes("revocation-answer-mismatched"));
});

test("reasons name their certificate, and every path its own", () => {
  const answer = validate("--anchor", "root.pem", "eve.pem");
  assert.equal(answer.status, 1);
  assert.deepEqual(codes(answer.reasons), ["issuer-unknown"]);
  assert.equal(answer.reasons[0].certificate, answer.chain[0].sha256);
  assert.ok(answer.reasons[0].text.includes("stranger") && answer.reasons[0].remedy);
  assert.equal(answer.paths.length, 1);
  assert.equal(answer.paths[0].anchored, false);
  const untrusted = validate("--anchor", "root.pem", "--cert", "stranger.pem", "eve.pem");
  assert.deepEqual(codes(untrusted.reasons), ["issuer-not-trusted"]);
});

test("--at, --purpose and --address", () => {
  const early = validate(...path, "--at", "2024-01-01T00:00:00Z", "ann.pem");
  assert.ok(codes(early.reasons).includes("certificate-not-yet-valid"));
  const late = validate(...path, "--at", "2099-06-01T00:00:00Z", "ann.pem");
  assert.ok(codes(late.reasons).includes("certificate-expired"));
  assert.equal(validate(...path, "--purpose", "any", "server.pem").valid, true);
  assert.deepEqual(codes(validate(...path, "--purpose", "signing", "server.pem").reasons), ["not-for-email"]);
  assert.deepEqual(codes(validate(...path, "--purpose", "encryption", "ann.pem").reasons), ["not-for-encryption"]);
  assert.equal(validate(...path, "--address", "Ann@EXAMPLE.com", "ann.pem").valid, true);
  const other = validate(...path, "--address", "carol@example.com", "ann.pem");
  assert.deepEqual(codes(other.reasons), ["certificate-for-other-address"]);
  assert.match(other.reasons[0].text, /ann@example\.com, not for carol@example\.com/);
  assert.deepEqual(
    codes(validate(...path, "--address", "a@example.com", "server.pem").reasons),
    ["certificate-without-address"],
  );
});

test("policies", () => {
  assert.equal(validate(...path, "--require-policy", "ann.pem").reasons[0].code, "policy-not-satisfied");
  pki.issue("policy", "root", "certificatePolicies=1.3.6.1.4.1.32473.1\n");
  const root = ["--anchor", "root.pem", "--require-policy"];
  assert.deepEqual(validate(...root, "policy.pem").policies, ["1.3.6.1.4.1.32473.1"]);
  assert.equal(validate(...root, "--policy", "1.3.6.1.4.1.32473.1", "policy.pem").status, 0);
  assert.equal(validate(...root, "--policy", "1.3.6.1.4.1.32473.2", "policy.pem").status, 1);
});

test("--max-work stops by name", () => {
  const answer = validate(...path, "--max-work", "1", "ann.pem");
  assert.equal(answer.status, 1);
  assert.equal(answer.reasons[0].code, "path-budget-exhausted");
});

test("weak algorithms are refused by name, and with --allow-weak a warning", () => {
  pki.openssl(
    ..."req -x509 -newkey rsa:1024 -sha1 -nodes -days 36500 -subj /CN=old -out old.pem -keyout old.key".split(" "),
  );
  pki.openssl(..."req -newkey rsa:1024 -nodes -subj /CN=young -out young.csr -keyout young.key".split(" "));
  pki.openssl(
    ..."x509 -req -sha1 -in young.csr -CA old.pem -CAkey old.key -set_serial 5 -days 30000 -out young.pem".split(" "),
  );
  const refused = validate("--anchor", "old.pem", "young.pem");
  assert.deepEqual(codes(refused.reasons).slice(0, 2), ["weak-digest", "weak-key"]);
  const allowed = validate("--anchor", "old.pem", "--allow-weak", "young.pem");
  assert.equal(allowed.valid, true);
  assert.ok(codes(allowed.warnings).includes("weak-digest"));
});

test("lists of files, one option each or all behind one", () => {
  const answer = pki.run([
    "cert", "validate", "--anchor", "root.pem", "stranger.pem", "--cert", "middle.pem",
    "--crl", "root.crl", "middle.crl", "--require-revocation", "--json", "ann.pem",
  ]);
  assert.equal(answer.status, 0, answer.stdout + answer.stderr);
  const last = pki.run(["cert", "validate", "--cert", "middle.pem", "--anchor", "root.pem", "ann.pem", "--json"]);
  assert.equal(last.status, 0, last.stdout + last.stderr);
});

test("a damaged certificate is a verdict, a damaged neighbour a warning, an absent file an error", () => {
  pki.write("junk.pem", "This is no certificate.\n");
  const answer = validate(...path, "junk.pem");
  assert.equal(answer.status, 1);
  assert.deepEqual(codes(answer.reasons), ["certificate-malformed"]);
  assert.deepEqual(answer.chain, []);
  const neighbour = validate(...path, "--cert", "junk.pem", "--crl", "junk.pem", "ann.pem");
  assert.equal(neighbour.status, 0);
  assert.deepEqual(codes(neighbour.warnings).slice(0, 2), ["certificate-malformed", "malformed"]);
  const absent = pki.run(["cert", "validate", ...path, "--json", "absent.pem"]);
  assert.equal(absent.status, 2);
  assert.match(absent.stderr, /absent\.pem/);
});

test("words for people", () => {
  const result = pki.run(["cert", "validate", ...path, "--crl", "middle.crl", "bob.pem"]);
  assert.equal(result.status, 1);
  assert.match(result.stdout, /^bob\.pem: NOT valid\n {2}The certificate of bob was revoked by middle on /);
  assert.match(result.stdout, /1\. bob \(REVOKED\)\n {2}2\. middle \(revocation unknown\)\n {2}3\. root \(trusted\)/);
});

test("--jsonl: a request a line, an answer a line, options are defaults", () => {
  const lines = [
    { id: 1, certificate: "ann.pem", cert: ["middle.pem"] },
    { id: "b", certificate: "bob.pem", cert: "middle.pem", crl: ["middle.crl"], purpose: "signing" },
    { certificate: readFileSync(pki.at("ann.pem"), "utf8"), cert: ["middle.pem"], "require-revocation": true },
    { id: null, certificate: "absent.pem" },
    { id: 5, certificate: "ann.pem", colour: "blue" },
    { id: 6, certificate: "ann.pem", at: "yesterday" },
    { id: 7 },
    { id: 8, certificate: "ann.pem", policy: ["x"] },
  ];
  const input = [...lines.map((line) => JSON.stringify(line)), "", "not JSON", "[]"].join("\n");
  const result = pki.run(["cert", "validate", "--jsonl", "--anchor", "root.pem"], input);
  assert.equal(result.status, 2);
  const answers = objects(result.stdout);
  assert.equal(answers.length, 10);
  assert.deepEqual([answers[0].id, answers[0].valid], [1, true]);
  assert.deepEqual([answers[1].id, codes(answers[1].reasons)], ["b", ["certificate-revoked"]]);
  assert.equal("id" in answers[2], false);
  assert.equal(answers[2].reasons[0].code, "revocation-unknown");
  assert.equal(answers[3].error.code, "file-unreadable");
  for (const answer of answers.slice(4)) {
    assert.equal(answer.error.code, "invalid-request");
    assert.ok(answer.error.text);
  }
  const good = pki.run(["cert", "validate", "--jsonl", ...path], '{"certificate": "ann.pem"}\n');
  assert.equal(good.status, 0);
  const bad = pki.run(["cert", "validate", "--jsonl", ...path], '{"certificate": "eve.pem"}\n');
  assert.equal(bad.status, 1);
});

test("usage", () => {
  assert.match(pki.run(["cert", "validate", "--help"]).stdout, /--require-revocation/);
  for (const wrong of [
    ["cert"],
    ["cert", "validate"],
    ["cert", "validate", "--purpose", "sailing", "ann.pem"],
    ["cert", "validate", "--at", "noon", "ann.pem"],
    ["cert", "validate", "--policy", "any", "ann.pem"],
    ["cert", "validate", "--revocation", "sometimes", "ann.pem"],
    ["cert", "validate", "--max-work", "0", "ann.pem"],
    ["cert", "validate", "ann.pem", "bob.pem"],
  ]) {
    const result = pki.run(wrong);
    assert.equal(result.status, 2, wrong.join(" "));
    assert.notEqual(result.stderr, "");
  }
});
