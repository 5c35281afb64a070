// One whole message of each kind, cut after every octet and with every octet changed: `signet` never
// crashes or hangs, and what it calls valid or authenticated is exactly what was sent.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";

import { Pki } from "./pki.mjs";
import { objects } from "./support.mjs";

const TEXT = "Content-Type: text/plain\r\n\r\nThe results are in.\r\n";
const KEYS = ["--p12", "ann.p12", "--password-file", "password"];
const FIELDS = "From: ann@example.com\r\nTo: ann@example.com\r\nMIME-Version: 1.0\r\n";

/** @type {Pki} */
let pki;

before(() => {
  pki = new Pki();
  pki.write("password", "secret\n");
  pki.authority("ca");
  pki.issue(
    "ann", "ca",
    "subjectAltName=email:ann@example.com\nextendedKeyUsage=emailProtection\n" +
      "keyUsage=critical,digitalSignature,keyAgreement\n",
  );
  pki.openssl(
    ..."pkcs12 -export -passout pass:secret -in ann.pem -inkey ann.key -out ann.p12".split(" "),
  );
  pki.write("plain.eml", FIELDS + TEXT);
});

after(() => pki.remove());

/** @param {string[]} args */
function runWell(...args) {
  const result = pki.run(args);
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}

/** @param {string} name @param {Buffer} whole @param {(index: number) => Buffer} make */
function spread(name, whole, make) {
  mkdirSync(pki.at(name));
  for (let index = 0; index < whole.length; ++index) {
    pki.write(`${name}/${String(index).padStart(5, "0")}.eml`, make(index));
  }
}

/**
 * All variants of a message, in two folders.
 *
 * @param {string} file
 */
function damage(file) {
  const whole = readFileSync(pki.at(file));
  rmSync(pki.at("cut"), { recursive: true, force: true });
  rmSync(pki.at("changed"), { recursive: true, force: true });
  spread("cut", whole, (index) => whole.subarray(0, index));
  spread("changed", whole, (index) => {
    const changed = Buffer.from(whole);
    changed[index] = /** @type {number} */ (changed[index]) ^ /** @type {number} */ ([0x01, 0x80, 0xff][index % 3]);
    return changed;
  });
  return whole;
}

/**
 * What `verify` says of every variant in a folder; each is judged, whatever it is.
 *
 * @param {string} variants
 * @param {number} count
 */
function judgeAll(variants, count) {
  const result = pki.run(["verify", ...KEYS, "--anchor", "ca.pem", "--jobs", "2", "--json", variants]);
  assert.equal(result.signal, null);
  assert.ok(result.status === 1 || result.status === 0, result.stderr);
  const verdicts = objects(result.stdout);
  // A CMS object in the wrong place is still an object; nothing is left out.
  assert.equal(verdicts.length, count);
  return verdicts;
}

/** @param {{ file: string }[]} verdicts */
function filesOf(verdicts) {
  return verdicts.map(({ file }) => file);
}

/** The content of what `decrypt` makes of these files. @param {string[]} files */
function decrypted(files) {
  rmSync(pki.at("opened"), { recursive: true, force: true });
  mkdirSync(pki.at("opened"));
  if (files.length > 0) {
    pki.run(["decrypt", ...KEYS, "-o", "opened", ...files]);
  }
  return readdirSync(pki.at("opened")).map((name) => readFileSync(pki.at(`opened/${name}`), "latin1"));
}

/** @param {{ signature: string }} verdict */
const isValid = ({ signature }) => signature === "valid";
/** @param {{ encryption: string }} verdict */
const isOpened = ({ encryption }) => encryption === "decrypted";

test("multipart/signed", () => {
  runWell("sign", ...KEYS, "-o", "signed.eml", "plain.eml");
  const whole = damage("signed.eml");
  const begin = whole.indexOf(TEXT);
  const end = begin + TEXT.length;
  assert.ok(begin > 0);
  for (const { file } of judgeAll("cut", whole.length).filter(isValid)) {
    assert.ok(Number(/(\d+)\.eml/.exec(file)?.[1]) > end, `${file}: the content is cut`);
  }
  const changed = judgeAll("changed", whole.length);
  for (const { file } of changed.filter(isValid)) {
    const at = Number(/(\d+)\.eml/.exec(file)?.[1]);
    assert.ok(at < begin || at >= end, `${file}: the content is changed`);
  }
  assert.ok(changed.filter(isValid).length < whole.length / 2);
});

test("application/pkcs7-mime with signed-data", () => {
  runWell("sign", ...KEYS, "--opaque", "-o", "opaque.eml", "plain.eml");
  const whole = damage("opaque.eml");
  const body = whole.indexOf("\r\n\r\n") + 4;
  for (const variants of ["cut", "changed"]) {
    for (const { file } of judgeAll(variants, whole.length).filter(isValid)) {
      const text = readFileSync(pki.at(file), "latin1");
      const base64 = text.slice(body).replace(/[^A-Za-z0-9+/=]/g, "");
      assert.ok(Buffer.from(base64, "base64").includes(TEXT), file);
    }
  }
});

for (const cipher of ["cbc", "gcm"]) {
  test(`encrypted, ${cipher}`, () => {
    runWell("encrypt", "--to", "ann.pem", "--no-self", "--cipher", cipher, "-o", "secret.eml", "plain.eml");
    const whole = damage("secret.eml");
    for (const variants of ["cut", "changed"]) {
      const verdicts = judgeAll(variants, whole.length);
      assert.deepEqual(verdicts.filter(isValid), [], "nobody signed");
      const opened = filesOf(verdicts.filter(isOpened));
      if (cipher === "gcm" || variants === "cut") {
        const contents = decrypted(opened);
        assert.equal(contents.length, opened.length);
        for (const content of contents) {
          assert.ok(content.endsWith(TEXT), content);
        }
      }
    }
  });

  test(`signed, then encrypted, ${cipher}`, () => {
    runWell("sign", ...KEYS, "-o", "signed.eml", "plain.eml");
    runWell("encrypt", "--to", "ann.pem", "--no-self", "--cipher", cipher, "-o", "both.eml", "signed.eml");
    const whole = damage("both.eml");
    for (const variants of ["cut", "changed"]) {
      const valid = filesOf(judgeAll(variants, whole.length).filter(isValid));
      const contents = decrypted(valid);
      assert.equal(contents.length, valid.length);
      for (const content of contents) {
        assert.ok(content.includes(`\r\n${TEXT}\r\n--`), content);
      }
    }
  });
}
