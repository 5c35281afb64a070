// Private keys of the command line: PKCS #12 files, a profile, their passwords.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { Workbench, objects, signet } from "./support.mjs";

/** @type {Workbench} */
let bench;

before(() => {
  bench = new Workbench();
  bench.makeAuthority();
  bench.makePerson("ann", "first secret");
  bench.makePerson("bob", "second sécret");
  bench.write("text", "Content-Type: text/plain\n\nThe results are in.\n");
  bench.openssl(..."cms -sign -in text -signer ann.pem -inkey ann.key -out signed".split(" "));
  bench.openssl(
    ..."cms -encrypt -aes256 -in signed -out secret.eml".split(" "),
    ..."-from ann@example.com -to bob@example.com -subject Results bob.pem".split(" "),
  );
  bench.openssl(
    ..."cms -encrypt -aes256 -keyid -in signed -out keyid.eml".split(" "),
    ..."-from ann@example.com -to bob@example.com -subject Results bob.pem".split(" "),
  );
  bench.write("passwords", "first secret\r\nsecond sécret\n");
  bench.write("wrong", "third secret\n");
  mkdirSync(bench.at("profile"));
  bench.write("primary", "primary");
  execFileSync("certutil", "-N -d sql:profile -f primary".split(" "), { cwd: bench.folder });
  bench.write("second", "second sécret");
  execFileSync("pk12util", "-i bob.p12 -d sql:profile -k primary -w second".split(" "), {
    cwd: bench.folder,
    stdio: "ignore",
  });
});

after(() => bench.remove());

/** @param {string[]} args */
function verify(...args) {
  const result = bench.run(["verify", "--anchor", "ca.pem", "--json", ...args]);
  assert.equal(result.stderr, "");
  return { status: result.status, ...objects(result.stdout)[0] };
}

test("a PKCS #12 file opens what is encrypted, by issuer and serial and by key identifier", () => {
  for (const message of ["secret.eml", "keyid.eml"]) {
    const verdict = verify("--p12", "ann.p12", "--p12", "bob.p12", "--password-file", "passwords", message);
    assert.equal(verdict.status, 0);
    assert.equal(verdict.encryption, "decrypted");
    assert.equal(verdict.signature, "valid");
    assert.deepEqual(
      verdict.layers.map((/** @type {any} */ layer) => [layer.kind, layer.algorithm]),
      [
        ["encrypted", "AES-256-CBC"],
        ["signed", "RSA with SHA-256"],
      ],
    );
  }
});

test("the profile's keys, with the primary password from the password file", () => {
  bench.write("both", "not this one\nprimary\n");
  const verdict = verify("--profile", "profile", "--password-file", "both", "secret.eml", "keyid.eml");
  assert.equal(verdict.status, 0);
  assert.equal(verdict.encryption, "decrypted");
});

test("without the password the reason says so, and names the store", () => {
  const nobody = verify("--profile", "profile", "secret.eml");
  assert.equal(nobody.encryption, "failed");
  assert.equal(nobody.reasons[0].code, "password-needed");
  const wrong = verify("--profile", "profile", "--password-file", "wrong", "secret.eml");
  assert.equal(wrong.status, 1);
  assert.equal(wrong.reasons[0].code, "password-wrong");
});

test("another person's key does not fit", () => {
  const verdict = verify("--p12", "ann.p12", "--password-file", "passwords", "secret.eml");
  assert.equal(verdict.status, 1);
  assert.equal(verdict.encryption, "failed");
  assert.equal(verdict.signature, "none");
  assert.equal(verdict.reasons[0].code, "no-matching-key");
  const [recipient] = verdict.layers[0].recipients;
  assert.match(recipient.certificate, /^Clinic CA, [0-9a-f]+$/);
  assert.equal(recipient.state, "not-ours");
  assert.equal(recipient.algorithm, "RSA");
  assert.ok(verdict.reasons[0].text.includes(recipient.certificate), verdict.reasons[0].text);
  const known = verify("--p12", "ann.p12", "--password-file", "passwords", "--cert", "bob.pem", "secret.eml");
  assert.match(known.layers[0].recipients[0].certificate, /^bob Example \(Clinic CA, [0-9a-f]+\)$/);
  const keyid = verify("--p12", "ann.p12", "--password-file", "passwords", "keyid.eml");
  assert.match(keyid.layers[0].recipients[0].certificate, /^[0-9a-f]{40}$/);
});

test("a signer whose certificate is not in the message is found in the profile", () => {
  for (const form of [[], ["-keyid"]]) {
    bench.openssl(
      ..."cms -sign -nocerts -in text -signer bob.pem -inkey bob.key -out bare.eml".split(" "),
      ..."-from bob@example.com -to ann@example.com -subject Results".split(" "), ...form,
    );
    assert.equal(verify("--profile", "profile", "bare.eml").signature, "valid", String(form));
    assert.equal(verify("bare.eml").reasons[0].code, "signer-certificate-missing");
  }
});

test("a signature around encryption is none of the content; triple wrapping has one inside", () => {
  const keys = ["--p12", "bob.p12", "--password-file", "passwords"];
  const wrap = (/** @type {string} */ inside, /** @type {string} */ outside, /** @type {string[]} */ ...form) => {
    bench.openssl(..."cms -encrypt -aes256 -out enveloped -in".split(" "), inside, "bob.pem");
    bench.openssl(
      ..."cms -sign -signer ann.pem -inkey ann.key -in enveloped -out".split(" "), outside, ...form,
      ..."-from ann@example.com -to bob@example.com -subject Results".split(" "),
    );
  };
  for (const form of [[], ["-nodetach"]]) {
    wrap("text", "outside.eml", ...form);
    const outside = verify(...keys, "outside.eml");
    assert.equal(outside.status, 1);
    assert.equal(outside.signature, "none");
    assert.equal(outside.encryption, "decrypted");
    assert.equal(outside.reasons[0].code, "signed-outside-encryption");
    assert.match(outside.reasons[0].text, /^ann Example signed this message only after/);
    wrap("signed", "triple.eml", ...form);
    const triple = verify(...keys, "triple.eml");
    assert.equal(triple.signature, "valid", JSON.stringify(triple.reasons));
    assert.deepEqual(
      triple.layers.map((/** @type {any} */ layer) => layer.kind),
      ["signed", "encrypted", "signed"],
    );
  }
});

test("a PKCS #12 file that cannot be opened is exit status 2 and says why", () => {
  const open = (/** @type {string[]} */ ...args) => bench.run(["verify", ...args, "secret.eml"]);
  const wrong = open("--p12", "bob.p12", "--password-file", "wrong");
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /password entered for bob\.p12 is wrong/);
  const absent = open("--p12", "absent.p12");
  assert.equal(absent.status, 2);
  assert.match(absent.stderr, /absent\.p12/);
  assert.equal(open("--p12", "bob.p12", "--password-file", "absent").status, 2);
});

/**
 * Runs signet on a terminal of its own, on which a line of `typed` is typed at each question.
 *
 * @param {string} command
 * @param {string[]} typed
 */
async function onTerminal(command, typed) {
  const program = spawn("script", ["-qec", `${signet} ${command}`, "/dev/null"], { cwd: bench.folder });
  let output = "";
  let answered = 0;
  program.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    output += text;
    while (answered < typed.length && output.split("Password for").length > answered + 1) {
      program.stdin.write(`${typed[answered]}\r`);
      answered += 1;
    }
  });
  const [status] = await once(program, "close");
  return { status, output };
}

test("a password is asked for on the terminal and not shown", async () => {
  const answers = ["oops", "second x\x7fsécre\u{e9}\x7ft"];
  const file = await onTerminal("verify --anchor ca.pem --p12 bob.p12 secret.eml", answers);
  assert.equal(file.status, 0, file.output);
  assert.match(file.output, /Password for bob\.p12: /);
  assert.match(file.output, /That password was wrong\./);
  assert.match(file.output, /decrypted, validly signed/);
  assert.doesNotMatch(file.output, /oops|sécre|second/);
  const token = await onTerminal("verify --anchor ca.pem --profile profile secret.eml keyid.eml", ["primary"]);
  assert.equal(token.status, 0, token.output);
  assert.equal(token.output.split("Password for").length, 2, "asked once for both messages");
});

test("an interrupt at the question ends the program", async () => {
  const { status, output } = await onTerminal("verify --p12 bob.p12 secret.eml", ["\x03"]);
  assert.equal(status, 130, output);
});
