// `signet cert` on profiles that NSS's own tools made, with files by OpenSSL and NSS: import with its
// four different failures, listing, export, backup, trust, deleting, a locked profile.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { Authority } from "../../support/demo/authority.mjs";

const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
const signet = path.join(build, "signet");
/** @type {string} */
let folder;
let profiles = 0;

/** @param {string} program @param {string[]} args */
function run(program, ...args) {
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** @param {string[]} args */
function openssl(...args) {
  return run("openssl", ...args);
}

/** @param {string[]} args */
function cert(...args) {
  const { status, stdout, stderr } = spawnSync(signet, ["cert", ...args], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** The lines of --json. @param {{stdout: string}} result @returns {any[]} */
function lines({ stdout }) {
  return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** A fresh profile. @param {string} [password] @returns {string} */
function newProfile(password) {
  const name = `profile-${++profiles}`;
  run("mkdir", name);
  if (password) {
    writeFileSync(path.join(folder, `${name}.password`), `${password}\n`);
  }
  run("certutil", "-N", "-d", `sql:${name}`, ...(password ? ["-f", `${name}.password`] : ["--empty-password"]));
  return name;
}

/** How many private keys certutil finds. @param {string} profile */
function keysIn(profile) {
  const { stdout } = spawnSync("certutil", ["-K", "-d", `sql:${profile}`], { cwd: folder, encoding: "utf8" });
  return stdout.split("\n").filter((line) => /^<\s*\d+>/.test(line)).length;
}

/** @param {string} out @param {string[]} options */
function pkcs12(out, ...options) {
  openssl(
    ..."pkcs12 -export -in ann.pem -inkey ann.key -certfile ca.pem -name".split(" "), "Ann Example",
    "-out", out, ...(options.includes("-passout") ? [] : ["-passout", "pass:secret"]), ...options,
  );
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "signet-cert-"));
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30".split(" "),
    "-subj", "/CN=Clinic CA", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
  );
  for (const [name, key] of [["ann", "rsa:2048"], ["ben", "rsa:2048"], ["eve", "ec"]]) {
    openssl(
      ..."req -nodes -newkey".split(" "), key,
      ...(key === "ec" ? ["-pkeyopt", "ec_paramgen_curve:P-256"] : []),
      "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name} Example`.replace("ann", "Ann"),
    );
    writeFileSync(
      path.join(folder, `${name}.ext`),
      `subjectAltName=email:${name}@example.com\nextendedKeyUsage=emailProtection\n` +
        `keyUsage=critical,digitalSignature,${key === "ec" ? "keyAgreement" : "keyEncipherment"}\n`,
    );
    openssl(
      "x509", "-req", "-in", `${name}.csr`, ..."-CA ca.pem -CAkey ca.key -CAcreateserial -days 30".split(" "),
      "-extfile", `${name}.ext`, "-out", `${name}.pem`,
    );
  }
  writeFileSync(path.join(folder, "secret"), "secret\n");
  writeFileSync(path.join(folder, "wrong"), "guess\n");
  writeFileSync(path.join(folder, "new"), "pässwörd\n");
  pkcs12("ann.p12");
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("imports a key with its certificate and its authority, and trusts neither", () => {
  const profile = newProfile();
  const result = cert("import", "--json", "--profile", profile, "--password-file", "secret", "ann.p12");
  assert.equal(result.status, 0, result.stderr + result.stdout);
  const [ann, ca] = lines(result);
  assert.deepEqual([ann.name, ann.with_key, ann.outcome], ["Ann Example", true, "stored"]);
  assert.deepEqual([ca.name, ca.with_key, ca.outcome], ["Clinic CA", false, "stored"]);
  assert.equal(keysIn(profile), 1);
  const all = lines(cert("list", "--json", "--profile", profile));
  assert.deepEqual(all.map(({ kind }) => kind).sort(), ["authority", "own"]);
  assert.deepEqual([...new Set(all.map(({ trust }) => trust))], ["none"]);
});

test("of a file without a MAC it is said that nothing shows whether it was changed", () => {
  pkcs12("no-mac.p12", "-nomac");
  const result = cert("import", "--profile", newProfile(), "--password-file", "secret", "no-mac.p12");
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stderr, /Nothing in the file no-mac\.p12 shows whether it was changed/);
});

test("imports what NSS and another curve's key bring, once", () => {
  const first = newProfile();
  openssl(..."pkcs12 -export -in eve.pem -inkey eve.key -passout pass:secret -out eve.p12".split(" "));
  assert.equal(cert("import", "--profile", first, "--password-file", "secret", "eve.p12").status, 0);
  run("pk12util", "-o", "by-nss.p12", "-n", "eve Example", "-d", `sql:${first}`, "-W", "secret", "-K", "");
  const second = newProfile();
  const result = cert("import", "--json", "--profile", second, "--password-file", "secret", "by-nss.p12");
  assert.equal(result.status, 0, result.stderr);
  assert.equal(lines(result)[0].with_key, true);
  assert.equal(keysIn(second), 1);
});

test("four failures have four messages", () => {
  const profile = newProfile();
  const failed = (/** @type {string} */ file, /** @type {string} */ password) => {
    const result = cert("import", "--json", "--profile", profile, "--password-file", password, file);
    assert.equal(keysIn(profile), 0);
    return { status: result.status, reason: lines(result)[0].reasons[0], stderr: result.stderr };
  };
  const wrong = failed("ann.p12", "wrong");
  assert.deepEqual([wrong.status, wrong.reason.code], [1, "password-wrong"]);
  assert.match(wrong.stderr, /The password entered for ann\.p12 is wrong/);

  const whole = readFileSync(path.join(folder, "ann.p12"));
  writeFileSync(path.join(folder, "cut.p12"), whole.subarray(0, whole.length - 100));
  const cut = failed("cut.p12", "secret");
  assert.deepEqual([cut.status, cut.reason.code], [1, "file-damaged"]);
  const bent = Buffer.from(whole);
  bent[whole.length - 40] ^= 1; // in the MAC
  writeFileSync(path.join(folder, "bent.p12"), bent);
  assert.equal(failed("bent.p12", "secret").reason.code, "file-damaged");
  assert.equal(failed("bent.p12", "wrong").reason.code, "password-wrong");

  pkcs12("odd.p12", "-nomac");
  const odd = readFileSync(path.join(folder, "odd.p12"));
  const aes = Buffer.from("60864801650304012a", "hex"); // AES-256-CBC
  for (let at = odd.indexOf(aes); at >= 0; at = odd.indexOf(aes, at + 1)) {
    odd[at + 8] = 0x63; // no algorithm at all
  }
  writeFileSync(path.join(folder, "odd.p12"), odd);
  const unsupported = failed("odd.p12", "secret");
  assert.deepEqual([unsupported.status, unsupported.reason.code], [1, "file-algorithm-unsupported"]);
  assert.match(unsupported.reason.remedy, /AES-256/);

  assert.equal(cert("import", "--profile", profile, "--password-file", "secret", "ann.p12").status, 0);
  const again = cert("import", "--profile", profile, "--password-file", "secret", "ann.p12");
  assert.equal(again.status, 0);
  assert.match(again.stdout, /The certificate of Ann Example is on this computer already/);
});

test("certificates alone: PEM, DER, PKCS #7, and what is none", () => {
  openssl(..."x509 -in ben.pem -outform DER -out ben.der".split(" "));
  openssl(..."crl2pkcs7 -nocrl -certfile ann.pem -certfile ben.pem -out both.p7b".split(" "));
  openssl(..."crl2pkcs7 -nocrl -certfile ann.pem -certfile ben.pem -outform DER -out both.p7c".split(" "));
  for (const [file, count] of Object.entries({ "ben.pem": 1, "ben.der": 1, "both.p7b": 2, "both.p7c": 2 })) {
    const profile = newProfile();
    const result = cert("import", "--profile", profile, file);
    assert.equal(result.status, 0, result.stderr);
    const all = lines(cert("list", "--json", "--profile", profile));
    assert.equal(all.length, count, file);
    assert.ok(all.every(({ kind }) => kind === "person"));
  }
  const profile = newProfile();
  writeFileSync(path.join(folder, "text.txt"), "Dear Bob,\n");
  const text = lines(cert("import", "--json", "--profile", profile, "text.txt"));
  assert.equal(text[0].reasons[0].code, "file-damaged");
  const key = lines(cert("import", "--json", "--profile", profile, "ann.key"));
  assert.equal(key[0].reasons[0].code, "file-without-certificates");
});

test("export gives what openssl reads", () => {
  const profile = newProfile();
  cert("import", "--profile", profile, "--password-file", "secret", "ann.p12", "ben.pem");
  const fingerprint = (/** @type {string} */ file) => openssl("x509", "-in", file, "-noout", "-fingerprint");
  assert.equal(cert("export", "--profile", profile, "ben@example.com", "-o", "ben.out").status, 0);
  assert.equal(fingerprint("ben.out"), fingerprint("ben.pem"));
  const p7 = cert("export", "--profile", profile, "ann@example.com", "ben@example.com", "--format", "pkcs7", "-o", "o.p7c");
  assert.equal(p7.status, 0, p7.stderr);
  const printed = openssl(..."pkcs7 -inform DER -in o.p7c -print_certs -noout".split(" "));
  assert.match(printed, /Ann Example[^]*ben Example|ben Example[^]*Ann Example/);
  assert.equal(cert("export", "--profile", profile, "nobody@example.com").status, 1);
});

test("a backup opens in OpenSSL and NSS, with AES-256 and SHA-256", () => {
  const profile = newProfile();
  cert("import", "--profile", profile, "--password-file", "secret", "ann.p12");
  const done = cert("backup", "--profile", profile, "-o", "backup.p12", "--backup-password-file", "new");
  assert.equal(done.status, 0, done.stderr);
  const { stdout, stderr, status } = spawnSync(
    "openssl",
    ["pkcs12", "-in", "backup.p12", "-info", "-nodes", "-passin", "pass:pässwörd"],
    { cwd: folder, encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  assert.match(stderr, /MAC: sha256/);
  assert.equal((stderr.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256/g) ?? []).length, 2);
  assert.match(stdout, /friendlyName: Ann Example/);
  assert.match(stdout, /BEGIN PRIVATE KEY/);
  assert.equal((stdout.match(/BEGIN CERTIFICATE/g) ?? []).length, 2);
  const other = newProfile();
  run("pk12util", "-i", "backup.p12", "-d", `sql:${other}`, "-W", "pässwörd", "-K", "");
  assert.equal(keysIn(other), 1);
  const third = newProfile();
  assert.equal(cert("import", "--profile", third, "--password-file", "new", "backup.p12").status, 0);
  assert.equal(keysIn(third), 1);
});

test("a locked profile: lists and imports certificates without a password, keys only with it", () => {
  const profile = newProfile("key of the house");
  const password = path.join(folder, `${profile}.password`);
  const refused = cert("import", "--json", "--profile", profile, "--password-file", "secret", "ann.p12");
  assert.equal(refused.status, 1);
  assert.match(lines(refused)[0].reasons[0].code, /^password-(needed|wrong)$/);
  assert.deepEqual(lines(cert("list", "--json", "--profile", profile)), []);
  assert.equal(cert("import", "--profile", profile, "ben.pem").status, 0);
  writeFileSync(path.join(folder, "both"), `secret\n${readFileSync(password, "utf8")}`);
  const done = cert("import", "--profile", profile, "--password-file", "both", "ann.p12");
  assert.equal(done.status, 0, done.stderr);
  const all = lines(cert("list", "--json", "--profile", profile));
  assert.deepEqual(all.map(({ kind }) => kind).sort(), ["authority", "own", "person"]);
});

test("trust decides what can be used, and deleting asks for certainty", () => {
  const profile = newProfile();
  cert("import", "--profile", profile, "--password-file", "secret", "ann.p12");
  const ann = () => lines(cert("show", "--json", "--profile", profile, "ann@example.com"))[0];
  assert.equal(ann().signing.reasons[0].code, "issuer-not-trusted");
  assert.equal(cert("trust", "--profile", profile, "Clinic CA", "--email", "trusted").status, 0);
  assert.deepEqual([ann().signing.usable, ann().encryption.usable], [true, true]);
  assert.match(run("certutil", "-L", "-d", `sql:${profile}`), /Clinic CA +,C,/);
  assert.equal(cert("trust", "--profile", profile, "ann@example.com", "--email", "distrusted").status, 0);
  assert.equal(ann().signing.reasons[0].code, "certificate-distrusted");
  assert.equal(cert("trust", "--profile", profile, "ann@example.com", "--email", "none").status, 0);
  assert.equal(ann().signing.usable, true);

  const refused = cert("delete", "--profile", profile, "ann@example.com");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /could be read no more/);
  assert.equal(keysIn(profile), 1);
  assert.equal(cert("delete", "--with-key", "--profile", profile, "ann@example.com").status, 0);
  assert.equal(keysIn(profile), 0);
  assert.deepEqual(lines(cert("list", "--json", "--profile", profile)).map(({ kind }) => kind), ["authority"]);
});

test("a request is accepted by OpenSSL, and the authority's answer finds its key", () => {
  const authority = new Authority(path.join(folder, "request-ca"), "Clinic", "Request CA");
  const profile = newProfile("locked");
  const options = ["--profile", profile, "--password-file", `${profile}.password`];
  for (const key of ["rsa-2048", "p-256", "p-384", "p-521"]) {
    const made = cert("request", `${key}@example.org`, "--name", "Ann Ünal", "--organization", "Clinic",
      "--key", key, "-o", `${key}.csr`, ...options);
    assert.equal(made.status, 0, made.stderr);
    const text = openssl("req", "-in", `${key}.csr`, "-verify", "-noout", "-text", "-utf8", "-nameopt", "utf8");
    assert.match(text, new RegExp(`email:${key}@example\\.org`));
    assert.match(text, /O ?= ?Clinic, CN ?= ?Ann Ünal/);
    assert.match(text, /E-mail Protection/);
    assert.match(text, key === "rsa-2048" ? /Digital Signature, Key Encipherment/ : /Digital Signature, Key Agreement/);
    authority.answer(path.join(folder, `${key}.csr`), path.join(folder, `${key}.pem`));
    const imported = lines(cert("import", `${key}.pem`, "--json", ...options));
    assert.deepEqual(imported.map(({ outcome, with_key: withKey }) => [outcome, withKey]), [["stored", true]]);
    // Without the password: the certificate is known for one's own all the same.
    assert.equal(lines(cert("list", `${key}@example.org`, "--own", "--json", "--profile", profile)).length, 1);
  }
  const backup = cert("backup", "p-256@example.org", "-o", "requested.p12", "--backup-password-file",
    `${profile}.password`, ...options);
  assert.equal(backup.status, 0, backup.stderr);
  openssl("pkcs12", "-in", "requested.p12", "-passin", "pass:locked", "-nodes", "-out", "requested.pem");
});

test("what no certificate or no key can be made for is said, and leaves nothing behind", () => {
  const profile = newProfile();
  for (const address of ["nobody", "a b@example.org", "müller@example.org", ""]) {
    const failed = cert("request", address, "--profile", profile, "-o", "none.csr");
    assert.equal(failed.status, 1);
    assert.match(failed.stderr, /is not an e-mail address that a certificate can be made for/);
  }
  assert.equal(keysIn(profile), 0);
  const locked = newProfile("locked");
  const refused = cert("request", "ann@example.org", "--profile", locked, "-o", "none.csr");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /password/);
  const ed25519 = cert("request", "ann@example.org", "--key", "ed25519", "--profile", profile, "-o", "none.csr");
  if (ed25519.status !== 0) {
    assert.match(ed25519.stderr, /did not make a key of this kind: Ed25519/); // NSS 3.87 has no such keys
  }
});
