// `signet verify` as a person runs it: messages made by OpenSSL in the run, exit status, JSON, help.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
const signet = path.join(build, "signet");
/** @type {string} */
let folder;

/** @param {string[]} args */
function openssl(...args) {
  execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
}

/**
 * @param {string[]} args
 * @param {string} [input]
 */
function run(args, input) {
  return spawnSync(signet, args, { cwd: folder, encoding: "utf8", input });
}

/** @param {string} output */
function verdicts(output) {
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "signet-verify-"));
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30".split(" "),
    "-subj", "/CN=Clinic CA",
    "-addext", "keyUsage=critical,keyCertSign,cRLSign",
  );
  openssl(
    ..."req -newkey rsa:2048 -nodes -keyout ann.key -out ann.csr".split(" "),
    "-subj", "/CN=Ann Example",
  );
  writeFileSync(
    path.join(folder, "ann.ext"),
    "subjectAltName=email:ann@example.com\nextendedKeyUsage=emailProtection\n" +
      "keyUsage=critical,digitalSignature\n",
  );
  openssl(
    ..."x509 -req -in ann.csr -CA ca.pem -CAkey ca.key -CAcreateserial".split(" "),
    ..."-days 30 -extfile ann.ext -out ann.pem".split(" "),
  );
  writeFileSync(path.join(folder, "text"), "Content-Type: text/plain\n\nThe results are in.\n");
  openssl(
    ..."cms -sign -in text -signer ann.pem -inkey ann.key -out good.eml".split(" "),
    ..."-from ann@example.com -to bob@example.com -subject Results".split(" "),
  );
  const good = readFileSync(path.join(folder, "good.eml"), "latin1");
  writeFileSync(path.join(folder, "changed.eml"), good.replace("results are in", "results are out"));
  writeFileSync(path.join(folder, "plain.eml"), "From: ann@example.com\nSubject: Hi\n\nHello.\n");
  mkdirSync(path.join(folder, "inbox"));
  writeFileSync(path.join(folder, "inbox", "1.eml"), good);
  writeFileSync(path.join(folder, "inbox", "2.eml"), good);
  writeFileSync(
    path.join(folder, "mail.mbox"),
    `From ann@example.com Mon Jun  1 12:00:00 2026\n${good}\nFrom x Mon Jun  1 12:00:00 2026\n` +
      "From: ann@example.com\n\nHello.\n\n",
  );
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("a valid message: exit status 0 and words for people", () => {
  const result = run(["verify", "--anchor", "ca.pem", "good.eml"]);
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stdout, /good\.eml: validly signed\n {2}This message was signed by Ann Example/);
});

test("JSON: one object a message with the documented members", () => {
  const result = run(["verify", "--anchor", "ca.pem", "--json", "good.eml", "changed.eml", "plain.eml"]);
  assert.equal(result.status, 1);
  const [good, changed, plain] = verdicts(result.stdout);
  assert.equal(good.file, "good.eml");
  assert.equal(good.signature, "valid");
  assert.equal(good.encryption, "none");
  assert.deepEqual(good.signers[0].addresses, ["ann@example.com"]);
  assert.equal(good.signers[0].valid, true);
  assert.match(good.signers[0].sha256, /^[0-9a-f]{64}$/);
  assert.match(good.signers[0].signing_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.deepEqual(good.layers, [
    { kind: "signed", whole_message: true, part: "1", algorithm: "RSA with SHA-256" },
  ]);
  assert.equal(good.reasons[0].code, "valid");
  assert.equal(changed.signature, "invalid");
  assert.equal(changed.reasons[0].code, "altered");
  for (const reason of changed.reasons) {
    assert.ok(reason.text && reason.remedy);
  }
  assert.equal(plain.signature, "none");
  assert.equal(plain.reasons[0].code, "not-signed");
});

test("the issuer is unknown without the anchor", () => {
  const result = run(["verify", "--json", "good.eml"]);
  assert.equal(result.status, 1);
  assert.equal(verdicts(result.stdout)[0].reasons[0].code, "issuer-unknown");
});

test("--at judges as of another time", () => {
  const result = run(["verify", "--anchor", "ca.pem", "--at", "2001-01-01T00:00:00Z", "--json", "good.eml"]);
  assert.equal(result.status, 1);
  assert.equal(verdicts(result.stdout)[0].reasons[0].code, "certificate-not-yet-valid");
});

/** @param {number} days from now */
function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z/, "Z");
}

test("a certificate that has expired since: what the sender claims is not enough for exit status 0", () => {
  const late = ["verify", "--anchor", "ca.pem", "--at", inDays(40)];
  const result = run([...late, "--json", "good.eml"]);
  assert.equal(result.status, 1);
  const [verdict] = verdicts(result.stdout);
  assert.equal(verdict.signature, "expired-since");
  assert.equal(verdict.signers[0].valid, false);
  assert.equal("history" in verdict.signers[0], false);
  assert.equal(verdict.reasons[0].code, "expired-since-claimed");
  assert.match(verdict.reasons[0].text, /nobody else confirms that date/);
  const words = run([...late, "good.eml"]).stdout;
  assert.match(words, /good\.eml: signed with a certificate that has expired since\n/);
});

test("--seen: what was valid before its certificate expired, and since when somebody is known", () => {
  const seen = ["verify", "--anchor", "ca.pem", "--seen", "memory/seen.sqlite", "--json"];
  // What is valid as of another time was not seen then.
  const asOf = run([...seen, "--at", inDays(1), "good.eml"]);
  assert.equal(asOf.status, 0, asOf.stderr);
  assert.equal(verdicts(asOf.stdout)[0].signers[0].history, null);
  for (let i = 0; i < 2; ++i) {
    const [now] = verdicts(run([...seen, "good.eml"]).stdout);
    const { state, address, since, previous } = now.signers[0].history;
    assert.deepEqual([state, address, previous], ["first-time", "ann@example.com", null]);
    assert.ok(Math.abs(Date.parse(since) - Date.now()) < 600_000);
  }
  const later = run([...seen, "--at", inDays(40), "good.eml"]);
  assert.equal(later.status, 1);
  const [verdict] = verdicts(later.stdout);
  assert.equal(verdict.signature, "expired-since");
  assert.equal(verdict.reasons[0].code, "expired-since-seen");
  assert.match(verdict.reasons[0].text, /first seen on this computer/);
});

test("--seen: a file that cannot be made is named", () => {
  const result = run(["verify", "--anchor", "ca.pem", "--seen", "good.eml/seen.sqlite", "good.eml"]);
  assert.equal(result.status, 2);
  assert.match(result.stderr, /good\.eml\/seen\.sqlite/);
});

test("--no-address-check leaves From alone", () => {
  const other = readFileSync(path.join(folder, "good.eml"), "latin1").replace("From: ann@", "From: eve@");
  const checked = run(["verify", "--anchor", "ca.pem", "--json", "-"], other);
  assert.equal(checked.status, 1);
  assert.equal(verdicts(checked.stdout)[0].reasons[0].code, "address-mismatch");
  const unchecked = run(["verify", "--anchor", "ca.pem", "--no-address-check", "--json", "-"], other);
  assert.equal(unchecked.status, 0);
});

test("folders and mbox files", () => {
  const inbox = run(["verify", "--anchor", "ca.pem", "--json", "inbox"]);
  assert.equal(inbox.status, 0);
  assert.deepEqual(
    verdicts(inbox.stdout).map(({ file }) => file),
    ["inbox/1.eml", "inbox/2.eml"],
  );
  const mbox = run(["verify", "--anchor", "ca.pem", "--json", "mail.mbox"]);
  assert.deepEqual(
    verdicts(mbox.stdout).map(({ file, signature }) => [file, signature]),
    [
      ["mail.mbox#1", "valid"],
      ["mail.mbox#2", "none"],
    ],
  );
});

test("the certificate and trust of a profile", () => {
  mkdirSync(path.join(folder, "profile"));
  execFileSync("certutil", ["-N", "-d", "sql:profile", "--empty-password"], { cwd: folder });
  execFileSync("certutil", "-A -d sql:profile -n ca -t ,C, -i ca.pem".split(" "), { cwd: folder });
  const trusted = run(["verify", "--profile", "profile", "good.eml"]);
  assert.equal(trusted.status, 0, trusted.stdout + trusted.stderr);
  execFileSync("certutil", "-M -d sql:profile -n ca -t ,p,".split(" "), { cwd: folder });
  const distrusted = run(["verify", "--profile", "profile", "--json", "good.eml"]);
  assert.equal(distrusted.status, 1);
  assert.equal(verdicts(distrusted.stdout)[0].reasons[0].code, "certificate-distrusted");
});

test("what cannot be read is exit status 2, and the rest is judged", () => {
  const result = run(["verify", "--anchor", "ca.pem", "--json", "absent.eml", "good.eml"]);
  assert.equal(result.status, 2);
  assert.match(result.stderr, /absent\.eml/);
  assert.equal(verdicts(result.stdout).length, 1);
  assert.equal(run(["verify", "--anchor", "text", "good.eml"]).status, 2);
  assert.equal(run(["verify", "--profile", "absent", "good.eml"]).status, 2);
});

test("revocation: a CRL at hand, none, and none though it is required", () => {
  writeFileSync(path.join(folder, "index"), "");
  writeFileSync(
    path.join(folder, "crl.cnf"),
    "[ca]\ndefault_ca=d\n[d]\ndatabase=index\ndefault_md=sha256\ndefault_crl_days=7\n",
  );
  const ca = "ca -config crl.cnf -cert ca.pem -keyfile ca.key".split(" ");
  openssl(...ca, "-gencrl", "-out", "good.crl");
  const anchor = ["verify", "--anchor", "ca.pem", "--cache", "", "--json"];
  const good = verdicts(run([...anchor, "--crl", "good.crl", "--require-revocation", "good.eml"]).stdout)[0];
  assert.equal(good.signature, "valid");
  assert.deepEqual(
    good.signers[0].revocation.map((/** @type {any} */ { state, evidence }) => [state, evidence]),
    [["good", "crl"]],
  );
  const unknown = verdicts(run([...anchor, "good.eml"]).stdout)[0];
  assert.equal(unknown.signature, "valid");
  assert.equal(unknown.signers[0].revocation[0].state, "unknown");
  assert.deepEqual(
    unknown.reasons.map((/** @type {any} */ { code, severity }) => [code, severity]),
    [["valid", "information"], ["revocation-unknown", "warning"]],
  );
  const required = run([...anchor, "--require-revocation", "good.eml"]);
  assert.equal(required.status, 1);
  assert.equal(verdicts(required.stdout)[0].reasons[0].code, "revocation-unknown");
  const off = verdicts(run([...anchor, "--revocation", "off", "good.eml"]).stdout)[0];
  assert.deepEqual(off.reasons.length, 1);
  openssl(...ca, "-revoke", "ann.pem");
  openssl(...ca, "-gencrl", "-out", "revoked.crl");
  const revoked = run([...anchor, "--crl", "revoked.crl", "good.eml"]);
  assert.equal(revoked.status, 1);
  const [verdict] = verdicts(revoked.stdout);
  assert.equal(verdict.signature, "invalid");
  assert.equal(verdict.reasons[0].code, "certificate-revoked");
  assert.equal(verdict.reasons[0].certificate, verdict.signers[0].sha256);
  assert.equal(verdict.signers[0].revocation[0].state, "revoked");
});

test("usage", () => {
  assert.match(run(["--version"]).stdout, /^signet \d+\.\d+\.\d+ \(NSS \d+\.\d+/);
  assert.match(run(["--help"]).stdout, /verify/);
  assert.match(run(["verify", "--help"]).stdout, /--no-address-check/);
  for (const wrong of [[], ["verify"], ["verify", "--at", "yesterday", "good.eml"], ["frobnicate"]]) {
    const result = run(wrong);
    assert.equal(result.status, 2, wrong.join(" "));
    assert.notEqual(result.stderr, "");
  }
});

test("output that cannot be written is exit status 2, whatever the subcommand", () => {
  const full = openSync("/dev/full", "w");
  after(() => closeSync(full));
  for (const args of [["--help"], ["inspect", "ca.pem"], ["cert", "validate", "--anchor", "ca.pem", "ca.pem"]]) {
    const { status, stderr } = spawnSync(signet, args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, /the output could not be written/);
  }
});
