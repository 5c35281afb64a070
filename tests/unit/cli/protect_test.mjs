// `signet sign` and `signet encrypt` as a person runs them: files, standard input and output, exit
// status, JSON, what OpenSSL and Signet itself make of the result.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
const signet = path.join(build, "signet");
const TEXT = "Content-Type: text/plain\r\n\r\nThe results are in.\r\n";
const MESSAGE = `From: Ann <ann@example.com>\nTo: bob@example.com\nSubject: Results\nMIME-Version: 1.0\n${TEXT.replaceAll("\r\n", "\n")}`;
/** @type {string} */
let folder;

/** @param {string[]} args */
function openssl(...args) {
  return execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] }).toString();
}

/**
 * @param {string[]} args
 * @param {string} [input]
 */
function run(args, input) {
  return spawnSync(signet, args, { cwd: folder, encoding: "utf8", input });
}

/** @param {string[]} args */
function runWell(args, input = "") {
  const result = run(args, input);
  assert.equal(result.status, 0, result.stderr + result.stdout);
  return result.stdout;
}

/** @param {string} name @param {string} extensions */
function makePerson(name, extensions, file = name) {
  openssl(
    ..."req -newkey rsa:2048 -nodes".split(" "), "-keyout", `${file}.key`, "-out", `${file}.csr`,
    "-subj", `/CN=${name}`,
  );
  writeFileSync(
    path.join(folder, `${file}.ext`),
    `subjectAltName=email:${name}@example.com\nextendedKeyUsage=emailProtection\n${extensions}\n`,
  );
  openssl(
    ..."x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 30".split(" "),
    "-in", `${file}.csr`, "-extfile", `${file}.ext`, "-out", `${file}.pem`,
  );
  openssl(
    ..."pkcs12 -export -passout pass:secret -certfile ca.pem".split(" "),
    "-in", `${file}.pem`, "-inkey", `${file}.key`, "-out", `${file}.p12`,
  );
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "signet-protect-"));
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30".split(" "),
    "-subj", "/CN=Clinic CA",
    "-addext", "keyUsage=critical,keyCertSign,cRLSign",
  );
  makePerson("ann", "keyUsage=critical,digitalSignature");
  makePerson("ann", "keyUsage=critical,keyEncipherment", "ann-encryption");
  makePerson("bob", "keyUsage=critical,digitalSignature,keyEncipherment");
  writeFileSync(path.join(folder, "password"), "secret\n");
  writeFileSync(path.join(folder, "message.eml"), MESSAGE);
});

after(() => rmSync(folder, { recursive: true, force: true }));

const ANN = ["--p12", "ann.p12", "--p12", "ann-encryption.p12", "--password-file", "password"];

for (const form of ["multipart/signed", "application/pkcs7-mime"]) {
  test(`a signed message (${form}) verifies here and with OpenSSL`, () => {
    const opaque = form === "multipart/signed" ? [] : ["--opaque"];
    const signed = runWell(["sign", ...ANN, ...opaque, "message.eml"]);
    assert.match(signed, /^From: Ann <ann@example.com>\r\nTo: bob@example.com\r\nSubject: Results\r\n/);
    assert.ok(signed.includes(`Content-Type: ${form};`));
    writeFileSync(path.join(folder, "signed.eml"), signed);
    assert.equal(openssl(..."cms -verify -cades -in signed.eml -CAfile ca.pem".split(" ")), TEXT);
    const verdict = JSON.parse(runWell(["verify", "--anchor", "ca.pem", "--json", "signed.eml"]));
    assert.equal(verdict.signature, "valid");
    assert.deepEqual(verdict.signers[0].addresses, ["ann@example.com"]);
  });
}

test("JSON says how and by whom a message was signed", () => {
  const output = runWell(["sign", ...ANN, "--pss", "--digest", "sha512", "--json", "-o", "pss.eml", "-"], MESSAGE);
  const line = JSON.parse(output);
  assert.equal(line.signature.algorithm, "RSA-PSS with SHA-512");
  assert.deepEqual(line.signature.signer.addresses, ["ann@example.com"]);
  assert.equal(line.encryption, null);
  assert.equal(openssl(..."cms -verify -in pss.eml -CAfile ca.pem".split(" ")), TEXT);
  assert.equal(run(["sign", ...ANN, "--json", "message.eml"]).status, 2);
});

test("an encrypted message opens for its recipient and its sender", () => {
  const output = runWell(["encrypt", ...ANN, "--to", "bob.pem", "--json", "-o", "secret.eml", "message.eml"]);
  const { encryption } = JSON.parse(output);
  assert.equal(encryption.cipher, "AES-256-CBC");
  assert.deepEqual(
    encryption.recipients.map(
      /** @param {{ subject: string, self: boolean, algorithm: string }} recipient */
      ({ subject, self, algorithm }) => [subject, self, algorithm],
    ),
    [
      ["bob", false, "RSA"],
      ["ann", true, "RSA"],
    ],
  );
  assert.equal(encryption.reasons[0].code, "cipher-not-announced");
  assert.match(encryption.reasons[0].text, /AES-256-CBC.*bob.*AES-256-GCM/);
  assert.equal(encryption.recipients[0].reasons[0].code, "method-usual");
  for (const name of ["bob", "ann-encryption"]) {
    assert.equal(
      openssl(..."cms -decrypt -in secret.eml -inkey".split(" "), `${name}.key`, "-recip", `${name}.pem`),
      TEXT,
    );
  }
  const opened = runWell(["decrypt", "--p12", "bob.p12", "--password-file", "password", "secret.eml"]);
  assert.ok(opened.endsWith(TEXT), opened);
});

test("--cipher and --rsa decide", () => {
  const output = runWell(["encrypt", ...ANN, "--to", "bob.pem", "--cipher", "gcm", "--rsa", "oaep", "--json",
    "-o", "gcm.eml", "message.eml"]);
  const { encryption } = JSON.parse(output);
  assert.equal(encryption.cipher, "AES-256-GCM");
  assert.equal(encryption.reasons[0].code, "cipher-by-policy");
  assert.equal(encryption.recipients[0].algorithm, "RSA-OAEP with SHA-256");
  assert.match(readFileSync(path.join(folder, "gcm.eml"), "utf8"), /smime-type=authEnveloped-data/);
  assert.equal(openssl(..."cms -decrypt -in gcm.eml -inkey bob.key -recip bob.pem".split(" ")), TEXT);
});

test("signed and then encrypted, by address, through a pipe", () => {
  const signed = runWell(["sign", ...ANN, "message.eml"]);
  const secret = runWell(["encrypt", ...ANN, "--cert", "bob.pem", "--anchor", "ca.pem", "-"], signed);
  writeFileSync(path.join(folder, "both.eml"), secret);
  const verdict = JSON.parse(
    runWell(["verify", "--p12", "bob.p12", "--password-file", "password", "--anchor", "ca.pem", "--json", "both.eml"]),
  );
  assert.equal(verdict.signature, "valid");
  assert.equal(verdict.encryption, "decrypted");
});

test("a recipient without a usable certificate: nothing is written, and the reason is said", () => {
  const unknown = run(["encrypt", ...ANN, "--to", "carol@example.com", "-o", "not.eml", "message.eml"]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /no certificate for carol@example\.com/);
  const signer = run(["encrypt", ...ANN, "--to", "ann.pem", "-o", "not.eml", "message.eml"]);
  assert.equal(signer.status, 1);
  assert.match(signer.stderr, /not issued for encrypting/);
  const nobody = run(["encrypt", ...ANN, "-o", "not.eml", "-"], "From: ann@example.com\n\nHello.\n");
  assert.equal(nobody.status, 1);
  assert.match(nobody.stderr, /nobody for whom/);
  assert.ok(!readdirSync(folder).includes("not.eml"));
});

test("without a certificate for the sender nothing is signed", () => {
  const result = run(["sign", "--p12", "bob.p12", "--password-file", "password", "-o", "not.eml", "message.eml"]);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /no certificate of your own for ann@example\.com/);
  const named = runWell(["sign", "--p12", "bob.p12", "--password-file", "password", "--signer", "bob@example.com",
    "message.eml"]);
  assert.match(named, /multipart\/signed/);
  assert.ok(!readdirSync(folder).includes("not.eml"));
});

test("a failed run leaves an older file as it was, and no other behind", () => {
  writeFileSync(path.join(folder, "kept.eml"), "older");
  const files = readdirSync(folder).sort();
  assert.equal(run(["sign", ...ANN, "-o", "kept.eml", "absent.eml"]).status, 2);
  assert.equal(run(["encrypt", ...ANN, "--to", "absent.pem", "-o", "kept.eml", "message.eml"]).status, 2);
  assert.equal(run(["sign", ...ANN, "-o", "absent/signed.eml", "message.eml"]).status, 2);
  assert.equal(readFileSync(path.join(folder, "kept.eml"), "utf8"), "older");
  assert.deepEqual(readdirSync(folder).sort(), files);
});

test("usage", () => {
  assert.match(run(["--help"]).stdout, /sign +Sign messages[^]*encrypt +Encrypt messages/);
  assert.match(run(["sign", "--help"]).stdout, /--opaque/);
  assert.match(run(["encrypt", "--help"]).stdout, /--no-self/);
  for (const wrong of [["sign"], ["encrypt"], ["sign", "--digest", "md5", "message.eml"],
    ["encrypt", "--cipher", "des", "message.eml"]]) {
    const result = run(wrong);
    assert.equal(result.status, 2, wrong.join(" "));
    assert.notEqual(result.stderr, "");
  }
});
