// `signet sign`, `encrypt`, `decrypt` and `inspect` on many messages, and what they ask of
// certificates before they use them: time, revocation, trust.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { Pki } from "./pki.mjs";
import { objects } from "./support.mjs";

const PASSWORD = ["--password-file", "password"];
const ANN = ["--p12", "ann.p12", ...PASSWORD];
const BOB = ["--p12", "bob.p12", ...PASSWORD];
const FOR_BOTH = "keyUsage=critical,digitalSignature,keyAgreement\nextendedKeyUsage=emailProtection\n";

/** @type {Pki} */
let pki;

/** @param {string} name @param {string} [more] */
function person(name, more = "") {
  pki.issue(name, "ca", `subjectAltName=email:${name}@example.com\n${FOR_BOTH}${more}`);
  pki.openssl(
    ..."pkcs12 -export -passout pass:secret -certfile ca.pem -in".split(" "),
    `${name}.pem`, "-inkey", `${name}.key`, "-out", `${name}.p12`,
  );
}

/** @param {string} text @param {string} to */
function letter(text, to = "bob@example.com") {
  return `From: ann@example.com\nTo: ${to}\nSubject: ${text}\nMIME-Version: 1.0\n` +
    `Content-Type: text/plain\n\n${text}\n`;
}

/** @param {{ reasons: { code: string }[] }} line */
function codes({ reasons }) {
  return reasons.map(({ code }) => code);
}

before(() => {
  pki = new Pki();
  pki.write("password", "secret\n");
  pki.authority("ca");
  for (const name of ["ann", "bob", "carol"]) {
    person(name);
  }
  pki.crl("ca", "nobody.crl");
  pki.revoke("carol", "ca");
  pki.crl("ca", "carol.crl");
  pki.write("one.eml", letter("one"));
  mkdirSync(pki.at("box"));
  for (const number of [1, 2, 3]) {
    pki.write(`box/${number}.eml`, letter(`number ${number}`));
  }
  pki.write(
    "box/box.mbox",
    [4, 5].map((number) => `From ann@example.com Mon Jun  1 12:00:00 2026\n${letter(`number ${number}`)}\n`).join(""),
  );
});

after(() => pki.remove());

test("a folder with an mbox: everything is signed, encrypted, decrypted and judged, in its order", () => {
  const names = ["1.eml", "2.eml", "3.eml", "box.mbox-1.eml", "box.mbox-2.eml"];
  for (const folder of ["signed", "secret", "plain"]) {
    mkdirSync(pki.at(folder));
  }
  const signed = pki.run(["sign", ...ANN, "--jobs", "3", "--json", "-o", "signed", "box"]);
  assert.equal(signed.status, 0, signed.stderr);
  assert.deepEqual(objects(signed.stdout).map(({ output }) => output), names.map((name) => `signed/${name}`));
  const secret = pki.run(["encrypt", ...ANN, "--cert", "bob.pem", "--anchor", "ca.pem", "--json", "-o", "secret",
    ...names.map((name) => `signed/${name}`)]);
  assert.equal(secret.status, 0, secret.stderr);
  assert.deepEqual(
    objects(secret.stdout)[4].encryption.recipients.map(
      /** @param {{ addresses: string[], vouched_for: boolean }} recipient */
      ({ addresses, vouched_for }) => [addresses[0], vouched_for],
    ),
    [["bob@example.com", true], ["ann@example.com", true]],
  );
  const plain = pki.run(["decrypt", ...BOB, "--jobs", "2", "--json", "-o", "plain", "secret"]);
  assert.equal(plain.status, 0, plain.stderr);
  assert.deepEqual(objects(plain.stdout).map(({ file, encryption, cipher }) => [file, encryption, cipher]),
    names.map((name) => [`secret/${name}`, "decrypted", "AES-256-CBC"]));
  for (const folder of ["signed", "plain"]) {
    assert.deepEqual(readdirSync(pki.at(folder)).sort(), names);
    const verdict = pki.run(["verify", "--anchor", "ca.pem", "--json", folder]);
    assert.equal(verdict.status, 0, verdict.stdout);
  }
  assert.match(readFileSync(pki.at("plain/box.mbox-2.eml"), "latin1"), /number 5/);
});

test("several messages need a folder", () => {
  for (const command of ["sign", "decrypt"]) {
    const result = pki.run([command, ...ANN, "-o", "single.eml", "box/1.eml", "box/2.eml"]);
    assert.equal(result.status, 2);
    assert.match(result.stderr, new RegExp(`several messages need a folder: ${command} -o FOLDER`));
  }
});

test("what decrypt could not do is said in JSON, too", () => {
  const result = pki.run(["encrypt", "--to", "bob.pem", "--no-self", "-o", "for-bob.eml", "one.eml"]);
  assert.equal(result.status, 0, result.stderr);
  const failed = pki.run(["decrypt", ...ANN, "--json", "-o", "not.eml", "for-bob.eml", "absent.eml"]);
  assert.equal(failed.status, 2);
  const [line] = objects(failed.stdout);
  assert.deepEqual([line.output, line.encryption, line.recipients.length], [null, "failed", 1]);
  assert.deepEqual(codes(line), ["no-matching-key"]);
  const open = objects(pki.run(["decrypt", ...ANN, "--json", "-o", "not.eml", "one.eml"]).stdout)[0];
  assert.deepEqual([open.encryption, open.cipher, codes(open)], ["none", null, ["not-encrypted"]]);
  assert.equal(pki.run(["decrypt", ...BOB, "--json", "for-bob.eml"]).status, 2, "nowhere to write");
  assert.ok(!readdirSync(pki.folder).includes("not.eml"));
});

test("inspect's JSON is the tree that it prints", () => {
  const text = pki.run(["inspect", ...BOB, "for-bob.eml", "one.eml"]).stdout;
  const lines = objects(pki.run(["inspect", ...BOB, "--json", "for-bob.eml", "one.eml"]).stdout);
  /** @typedef {{ name: string, value?: string, children?: Node[] }} Node */
  /** @param {Node} node @param {number} depth @returns {string} */
  const print = ({ name, value, children = [] }, depth) =>
    `${"  ".repeat(depth)}${name}${value === undefined ? "" : `: ${value}`}\n${ 
    children.map((child) => print(child, depth + 1)).join("")}`;
  assert.equal(lines.map(({ file, structure }) => print({ name: file, children: structure }, 0)).join(""), text);
  assert.equal(lines[0].structure[0].children[0].name, "envelopedData (1.2.840.113549.1.7.3)");
});

test("a certificate that was revoked encrypts for nobody, however it was named", () => {
  const crl = ["--crl", "carol.crl"];
  for (const to of ["carol@example.com", "carol.pem"]) {
    const ask = ["encrypt", "--no-self", "--cert", "carol.pem", "--anchor", "ca.pem", "--to", to, "--json", "-o", "not.eml"];
    const refused = pki.run([...ask, ...crl, "one.eml"]);
    assert.equal(refused.status, 1, to);
    assert.deepEqual(codes(objects(refused.stdout)[0]), ["certificate-revoked"]);
    assert.match(refused.stderr, /revoked/);
    assert.ok(!readdirSync(pki.folder).includes("not.eml"));
    assert.equal(pki.run([...ask.slice(0, -1), "was-good.eml", "one.eml"]).status, 0, "nobody said so");
    assert.equal(pki.run([...ask.slice(0, -1), "off.eml", ...crl, "--revocation", "off", "one.eml"]).status, 0);
  }
});

test("a certificate that was revoked does not sign", () => {
  const ask = ["sign", "--p12", "carol.p12", ...PASSWORD, "--signer", "carol@example.com", "--anchor", "ca.pem",
    "one.eml"];
  const refused = pki.run([...ask, "--crl", "carol.crl"]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /revoked/);
  assert.equal(refused.stdout, "");
  assert.equal(pki.run([...ask, "--crl", "nobody.crl"]).status, 0);
});

test("--require-revocation wants to know of every recipient", () => {
  const ask = ["encrypt", "--no-self", "--cert", "bob.pem", "--anchor", "ca.pem", "--require-revocation", "--to"];
  for (const to of ["bob@example.com", "bob.pem"]) {
    const unknown = pki.run([...ask, to, "one.eml"]);
    assert.equal(unknown.status, 1, to);
    assert.equal(unknown.stdout, "");
    assert.equal(pki.run([...ask, to, "--crl", "carol.crl", "one.eml"]).status, 0, to);
  }
});

test("who is found by address must be vouched for; who is named by a file is trusted by that", () => {
  const byAddress = pki.run(["encrypt", "--no-self", "--cert", "bob.pem", "--to", "bob@example.com", "one.eml"]);
  assert.equal(byAddress.status, 1);
  assert.match(byAddress.stderr, /bob@example\.com/);
  const byFile = pki.run(["encrypt", "--no-self", "--to", "bob.pem", "--json", "-o", "named.eml", "one.eml"]);
  assert.equal(byFile.status, 0);
  assert.equal(objects(byFile.stdout)[0].encryption.recipients[0].vouched_for, false);
});

test("--at judges, and signs, as of another time", () => {
  const early = ["--at", "2024-12-31T00:00:00Z", "one.eml"];
  const sign = pki.run(["sign", ...ANN, ...early]);
  assert.equal(sign.status, 1);
  assert.match(sign.stderr, /not valid (yet|before|until)|will be valid|becomes valid|valid from/i);
  const encrypt = pki.run(["encrypt", "--no-self", "--to", "bob.pem", ...early]);
  assert.equal(encrypt.status, 1);
  const then = pki.run(["sign", ...ANN, "--at", "2026-06-01T12:00:00Z", "-o", "then.eml", "one.eml"]);
  assert.equal(then.status, 0, then.stderr);
  const [verdict] = objects(
    pki.run(["verify", "--anchor", "ca.pem", "--at", "2026-06-01T12:00:00Z", "--json", "then.eml"]).stdout,
  );
  assert.deepEqual([verdict.signature, verdict.signers[0].signing_time], ["valid", "2026-06-01T12:00:00Z"]);
  assert.equal(pki.run(["sign", ...ANN, "--at", "noon", "one.eml"]).status, 2);
});

test("a CMS object is no message to sign", () => {
  pki.openssl(..."cms -data_create -in one.eml -outform DER -out data.p7m".split(" "));
  const result = pki.run(["sign", ...ANN, "--json", "-o", "not.eml", "data.p7m"]);
  assert.equal(result.status, 1);
  assert.deepEqual(codes(objects(result.stdout)[0]), ["malformed"]);
});
