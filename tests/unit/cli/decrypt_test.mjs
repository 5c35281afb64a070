// `signet decrypt`: what comes out, what never does, and CMS objects in files of their own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { after, before, test } from "node:test";

import { Workbench, objects, signet } from "./support.mjs";

const KEYS = ["--p12", "bob.p12", "--password-file", "password"];
const ADDRESSES = ["-from", "ann@example.com", "-to", "bob@example.com", "-subject", "Results"];

/** @type {Workbench} */
let bench;

before(() => {
  bench = new Workbench();
  bench.makeAuthority();
  bench.makePerson("ann", "ann");
  bench.makePerson("bob", "bob");
  bench.write("password", "bob\n");
  bench.write("text", "Content-Type: text/plain\n\nThe results are in.\n");
  bench.openssl(..."cms -sign -in text -signer ann.pem -inkey ann.key -out signed".split(" "));
  bench.openssl(..."cms -encrypt -aes256 -in signed -out secret.eml".split(" "), ...ADDRESSES, "bob.pem");
  bench.openssl(..."cms -encrypt -aes-256-gcm -in signed -out sealed.eml".split(" "), ...ADDRESSES, "bob.pem");
  for (const form of ["DER", "PEM"]) {
    bench.openssl(..."cms -encrypt -aes256 -in signed -out".split(" "), `secret.${form}`, "-outform", form, "bob.pem");
  }
  bench.write("secret.p7m", readFileSync(bench.at("secret.DER")).toString("base64"));
  bench.openssl(
    ..."cms -sign -binary -in text -signer ann.pem -inkey ann.key -outform DER -out text.p7s".split(" "),
  );
});

after(() => bench.remove());

test("a message keeps its header and is judged like the one that it came from", () => {
  for (const message of ["secret.eml", "sealed.eml"]) {
    const result = bench.run(["decrypt", ...KEYS, "-o", "plain.eml", message]);
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.stdout, "");
    const plain = readFileSync(bench.at("plain.eml"), "latin1");
    assert.match(plain, /^From: ann@example\.com/im);
    assert.match(plain, /multipart\/signed/);
    assert.doesNotMatch(plain, /pkcs7-mime/);
    assert.equal(plain.match(/^MIME-Version:/gim)?.length, 1);
    assert.equal(statSync(bench.at("plain.eml")).mode & 0o077, 0, "for its owner only");
    const verdict = bench.run(["verify", "--anchor", "ca.pem", "--json", "plain.eml"]);
    assert.equal(verdict.status, 0, verdict.stdout);
  }
});

test("standard input and output", () => {
  const result = bench.run(["decrypt", ...KEYS, "-"], readFileSync(bench.at("secret.eml")));
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stdout, /The results are in\./);
});

test("DER, PEM and base64 objects give the content as it is", () => {
  for (const object of ["secret.DER", "secret.PEM", "secret.p7m"]) {
    const result = bench.run(["decrypt", ...KEYS, object]);
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.stdout.replaceAll("\r\n", "\n"), readFileSync(bench.at("signed"), "latin1").replaceAll("\r\n", "\n"));
    const verdict = bench.run(["verify", ...KEYS, "--anchor", "ca.pem", "--json", object]);
    assert.equal(verdict.status, 0, verdict.stdout);
    assert.equal(objects(verdict.stdout)[0].encryption, "decrypted");
  }
});

/** The octet of a message's base64 body that lies so far from its end changes. */
function damaged(/** @type {string} */ name) {
  const text = readFileSync(bench.at(name), "latin1").trimEnd();
  const at = text.length - 70;
  const other = text[at] === "A" ? "B" : "A";
  return text.slice(0, at) + other + text.slice(at + 1);
}

test("what was changed or cut leaves nothing behind, not even the older file's content", () => {
  bench.write("changed.eml", damaged("sealed.eml"));
  const whole = readFileSync(bench.at("secret.eml"), "latin1");
  bench.write("cut.eml", whole.slice(0, whole.length - 200));
  mkdirSync(bench.at("empty"));
  for (const message of ["changed.eml", "cut.eml"]) {
    const result = bench.run(["decrypt", ...KEYS, message]);
    assert.equal(result.status, 1, message);
    assert.equal(result.stdout, "");
    assert.notEqual(result.stderr, "");
    assert.equal(bench.run(["decrypt", ...KEYS, "-o", "empty/out.eml", message]).status, 1);
    assert.deepEqual(readdirSync(bench.at("empty")), []);
    bench.write("older.eml", "older\n");
    assert.equal(bench.run(["decrypt", ...KEYS, "-o", "older.eml", message]).status, 1);
    assert.equal(readFileSync(bench.at("older.eml"), "utf8"), "older\n");
  }
});

test("who could open it is said where nobody here can", () => {
  bench.write("ann", "ann\n");
  const result = bench.run(["decrypt", "--p12", "ann.p12", "--password-file", "ann", "secret.eml"]);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /It was encrypted for: Clinic CA, [0-9a-f]+\./);
});

test("a message that is not encrypted", () => {
  const result = bench.run(["decrypt", ...KEYS, "signed"]);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /not encrypted/);
});

test("several messages go into a folder", () => {
  mkdirSync(bench.at("folder"));
  const refused = bench.run(["decrypt", ...KEYS, "-o", "one.eml", "secret.eml", "sealed.eml"]);
  assert.equal(refused.status, 2);
  const result = bench.run(["decrypt", ...KEYS, "-o", "folder", "secret.eml", "secret.eml", "secret.p7m"]);
  assert.equal(result.status, 0, result.stderr);
  assert.deepEqual(readdirSync(bench.at("folder")).sort(), ["secret", "secret-2.eml", "secret.eml"]);
});

test("a folder that cannot be written to is exit status 2", () => {
  const result = bench.run(["decrypt", ...KEYS, "-o", "absent/out.eml", "secret.eml"]);
  assert.equal(result.status, 2);
  assert.match(result.stderr, /absent\/out\.eml cannot be written/);
  assert.ok(!existsSync(bench.at("absent")));
});

test("a detached signature in a file of its own, with and without its content", () => {
  const whole = bench.run(["verify", "--anchor", "ca.pem", "--json", "--content", "text", "text.p7s"]);
  assert.equal(whole.status, 0, whole.stdout);
  const [alone] = objects(bench.run(["verify", "--anchor", "ca.pem", "--json", "text.p7s"]).stdout);
  assert.equal(alone.signature, "invalid");
  assert.equal(alone.reasons[0].code, "content-not-available");
  bench.write("other", "other\n");
  const [other] = objects(
    bench.run(["verify", "--anchor", "ca.pem", "--json", "--content", "other", "text.p7s"]).stdout,
  );
  assert.equal(other.reasons[0].code, "altered");
});

test("--jobs judges everything and prints in the same order", () => {
  const names = Array.from({ length: 60 }, (_, number) => `many/${String(number).padStart(3, "0")}.eml`);
  mkdirSync(bench.at("many"));
  for (const [number, name] of names.entries()) {
    bench.write(name, readFileSync(bench.at(number % 3 === 0 ? "sealed.eml" : "secret.eml")));
  }
  const one = bench.run(["verify", ...KEYS, "--anchor", "ca.pem", "--json", "many"]);
  const four = bench.run(["verify", ...KEYS, "--anchor", "ca.pem", "--json", "--jobs", "4", "many"]);
  assert.equal(four.status, 0, four.stderr);
  assert.deepEqual(
    objects(four.stdout).map(({ file }) => file),
    names,
  );
  assert.equal(four.stdout, one.stdout);
});

test("inspect shows a message down to the innermost layer", () => {
  const result = bench.run(["inspect", ...KEYS, "sealed.eml"]);
  assert.equal(result.status, 0, result.stderr);
  for (const line of [
    /^sealed\.eml$/m,
    /part 1: application\/pkcs7-mime/,
    /authEnvelopedData \(1\.2\.840\.113549\.1\.9\.16\.1\.23\)/,
    /recipient: key transport/,
    /certificate: serial number [0-9a-f]+ of CN=Clinic CA/,
    /opened with a key that was given/,
    /content encryption algorithm: AES-256-GCM \(2\.16\.840\.1\.101\.3\.4\.1\.46\)/,
    /part 1: multipart\/signed/,
    /signedData/,
    /certificate: CN=ann Example/,
    /signature algorithm: RSA with SHA-256 \(1\.2\.840\.113549\.1\.1\.1\)/,
    /signing time: 20\d\d-/,
    /S\/MIME capabilities: AES-256-CBC/,
  ]) {
    assert.match(result.stdout, line);
  }
  const closed = bench.run(["inspect", "sealed.eml"]);
  assert.match(closed.stdout, /not opened: /);
});

test("inspect shows objects that are not for mail, and damaged ones as far as they go", () => {
  bench.openssl(..."cms -digest_create -in text -outform DER -out digested".split(" "));
  const digested = bench.run(["inspect", "digested"]);
  assert.equal(digested.status, 0);
  assert.match(digested.stdout, /OBJECT IDENTIFIER, \d+ octets: digestedData/);
  bench.write("half.p7m", readFileSync(bench.at("secret.DER")).subarray(0, 300));
  const half = bench.run(["inspect", "half.p7m"]);
  assert.equal(half.status, 1);
  assert.match(half.stdout, /SEQUENCE/);
});

test("a maildir is a folder of messages, without what is being delivered", () => {
  for (const part of ["cur", "new", "tmp"]) {
    mkdirSync(bench.at(`maildir/${part}`), { recursive: true });
    bench.write(`maildir/${part}/1.host:2,S`, readFileSync(bench.at("secret.eml")));
  }
  const result = bench.run(["verify", ...KEYS, "--anchor", "ca.pem", "--json", "maildir"]);
  assert.deepEqual(
    objects(result.stdout).map(({ file }) => file),
    ["maildir/cur/1.host:2,S", "maildir/new/1.host:2,S"],
  );
});

test("a progress bar is drawn on a terminal only", () => {
  const args = ["verify", ...KEYS, "--anchor", "ca.pem", "many"];
  assert.equal(bench.run(args).stderr, "");
  const shown = execFileSync("script", ["-qec", `${signet} ${args.join(" ")} >/dev/null`, "/dev/null"], {
    cwd: bench.folder,
    encoding: "utf8",
  });
  assert.match(shown, /\[#* *\] +\d+ % +\d+ of 60 files/);
  assert.ok(shown.endsWith("\r\u001b[K"), "taken away at the end");
});
