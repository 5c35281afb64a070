// PKCS #12 files by everybody who writes them: OpenSSL with each of its methods, NSS, Java in the run,
// and files of others. Whatever NSS has the cipher for is imported; of the rest it is said by name
// that it cannot be read, which is another message than that of a wrong password.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHmac, pbkdf2Sync } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { Workbench } from "./support.mjs";

const bench = new Workbench();
let profiles = 0;

/** @param {string} program @param {string[]} args */
function run(program, ...args) {
  return execFileSync(program, args, { cwd: bench.folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A new profile. */
function newProfile() {
  const profile = `profile-${++profiles}`;
  mkdirSync(bench.at(profile));
  run("certutil", "-N", "-d", `sql:${profile}`, "--empty-password");
  return profile;
}

/**
 * Imports a file into a new profile.
 * @param {string} file
 * @param {string} [password]
 */
function imported(file, password = "secret") {
  const profile = newProfile();
  bench.write("password", `${password}\n`);
  const result = bench.run(["cert", "import", "--json", "--profile", profile, "--password-file", "password", file]);
  const entries = result.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return { profile, entries, status: result.status, stderr: result.stderr };
}

/** How many private keys NSS finds. @param {string} profile */
function keysIn(profile) {
  const { stdout } = spawnSync("certutil", ["-K", "-d", `sql:${profile}`], { cwd: bench.folder, encoding: "utf8" });
  return stdout.split("\n").filter((line) => /^<\s*\d+>/.test(line)).length;
}

/** @param {string} file @param {string} [password] */
function assertImports(file, password) {
  const { profile, entries, status, stderr } = imported(file, password);
  assert.equal(status, 0, stderr);
  assert.ok(entries.some(({ outcome, with_key: withKey }) => outcome === "stored" && withKey), JSON.stringify(entries));
  assert.equal(keysIn(profile), 1);
}

/** @param {string[]} options */
function byOpenssl(...options) {
  bench.openssl(
    ..."pkcs12 -export -legacy -in ann.pem -inkey ann.key -certfile ca.pem -passout pass:secret -out ann.p12".split(" "),
    ...options,
  );
}

before(() => {
  bench.makeAuthority();
  bench.makePerson("ann", "secret");
});
after(() => bench.remove());

// What `openssl pkcs12 -export` takes for -keypbe and -certpbe.
const CIPHERS = [
  "AES-128-CBC", "AES-192-CBC", "AES-256-CBC", "CAMELLIA-128-CBC", "CAMELLIA-192-CBC", "CAMELLIA-256-CBC",
  "DES-EDE3-CBC", "DES-CBC", "RC2-CBC", "SEED-CBC", "PBE-SHA1-3DES", "PBE-SHA1-RC2-128", "PBE-SHA1-RC2-40",
  "PBE-SHA1-RC4-128", "PBE-SHA1-RC4-40", "PBE-MD5-DES", "NONE",
];
for (const cipher of CIPHERS) {
  test(`imports what OpenSSL encrypts: ${cipher}`, () => {
    byOpenssl("-keypbe", cipher, "-certpbe", cipher);
    assertImports("ann.p12");
  });
}

test("an empty password, and many iterations", () => {
  bench.openssl(
    ..."pkcs12 -export -in ann.pem -inkey ann.key -certfile ca.pem -passout pass: -iter 100000 -out empty.p12".split(" "),
  );
  assertImports("empty.p12", "");
});

test("keys and certificates encrypted in different ways", () => {
  byOpenssl("-keypbe", "PBE-SHA1-3DES", "-certpbe", "NONE");
  assertImports("ann.p12");
  byOpenssl("-keypbe", "NONE", "-certpbe", "AES-256-CBC", "-iter", "1");
  assertImports("ann.p12");
});

for (const digest of ["sha1", "sha224", "sha256", "sha384", "sha512"]) {
  test(`imports what OpenSSL authenticates: ${digest}`, () => {
    byOpenssl("-macalg", digest);
    assertImports("ann.p12");
  });
}

// NSS has none of these, or another idea of them.
const UNSUPPORTED = {
  "-keypbe ARIA-256-CBC": /1\.2\.410\.200046|ARIA/,
  "-keypbe PBE-SHA1-DES": /SHA-1.*DES|1\.2\.840\.113549\.1\.5\.10/i,
  "-keypbe SM4-CBC": /1\.2\.156\.10197|SM4/,
  "-macalg sha3-256": /SHA3-256|2\.16\.840\.1\.101\.3\.4\.2\.8/,
  "-macalg ripemd160": /1\.3\.36\.3\.2\.1|RIPEMD/,
};
for (const [options, name] of Object.entries(UNSUPPORTED)) {
  test(`names what it cannot read: ${options}`, () => {
    byOpenssl(...options.split(" "));
    for (const password of ["secret", "guess"]) {
      const { entries, status, profile } = imported("ann.p12", password);
      assert.equal(status, 1);
      const [reason] = entries[0].reasons;
      if (password === "secret" || options.startsWith("-macalg")) {
        assert.equal(reason.code, "file-algorithm-unsupported");
        assert.match(reason.text, name);
      } else {
        assert.equal(reason.code, "password-wrong");
      }
      assert.equal(keysIn(profile), 0);
    }
  });
}

/** @param {number} tag @param {...Buffer} parts */
function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  const { length } = content;
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...header]), content]);
}

// OpenSSL writes it from 3.4 on, Java from 24 on; here its octets are put together from RFC 9579,
// and computed by OpenSSL's functions.
for (const [digest, last, octets] of /** @type {const} */ ([["sha256", 9, 32], ["sha512", 11, 64], ["sha1", 7, 20]])) {
  test(`imports what PBMAC1 authenticates: ${digest}`, () => {
    byOpenssl("-nomac");
    const plain = readFileSync(bench.at("ann.p12"));
    // PFX { version, ContentInfo { data, [0] { OCTET STRING } } }
    const at = 4;
    const rest = plain.subarray(at);
    const info = rest.subarray(3);
    const safe = info.subarray(4 + 11 + 4 + 4);
    const salt = Buffer.from("0123456789abcdef");
    const key = pbkdf2Sync("secret", salt, 2048, octets, digest);
    const algorithm = (/** @type {string} */ hex, /** @type {Buffer} */ parameters) =>
      der(0x30, der(6, Buffer.from(hex, "hex")), parameters);
    const hmac = algorithm(`2a864886f70d02${last.toString(16).padStart(2, "0")}`, der(5));
    const mac = (/** @type {Buffer} */ value) =>
      der(0x30, der(0x30, algorithm("2a864886f70d01050e", der(0x30,
        algorithm("2a864886f70d01050c", der(0x30, der(4, salt), der(2, Buffer.from([8, 0])), der(2, Buffer.from([octets])), hmac)),
        hmac)), der(4, value)), der(4, Buffer.from("NOT USED")), der(2, Buffer.from([1])));
    const right = createHmac(digest, key).update(safe).digest();
    bench.write("pbmac1.p12", der(0x30, rest, mac(right)));
    assertImports("pbmac1.p12");
    assert.equal(imported("pbmac1.p12", "guess").entries[0].reasons[0].code, "password-wrong");
    const wrong = Buffer.from(right);
    wrong[0] ^= 1;
    bench.write("bent.p12", der(0x30, rest, mac(wrong)));
    assert.equal(imported("bent.p12").entries[0].reasons[0].code, "file-damaged");
  });
}

test("imports what NSS writes with each of its ciphers", () => {
  byOpenssl();
  const { profile } = imported("ann.p12");
  const listed = run("certutil", "-K", "-d", `sql:${profile}`);
  const nickname = listed.match(/^<\s*0>\s+\S+\s+[0-9a-f]+\s+(.*)$/m)?.[1] ?? "";
  for (const cipher of [
    "AES-128-CBC", "AES-256-CBC", "CAMELLIA-256-CBC",
    "PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC", "PKCS #12 V2 PBE With SHA-1 And 128 Bit RC2 CBC",
  ]) {
    for (const mac of ["SHA-1", "SHA-256", "SHA-512"]) {
      run("pk12util", "-o", "nss.p12", "-n", nickname, "-d", `sql:${profile}`, "-K", "", "-W", "secret",
        "-c", cipher, "-C", cipher, "-M", mac);
      assertImports("nss.p12");
    }
  }
});

/** @param {string[]} args */
function keytool(...args) {
  run("keytool", "-J-Xshare:auto", ...args);
}

// The security properties of Java's key stores; without any, what Java 17 writes.
const JAVA = {
  "as it comes": {},
  "as before Java 16": { "keystore.pkcs12.legacy": "" },
  "AES-128, SHA-1": {
    keyProtectionAlgorithm: "PBEWithHmacSHA1AndAES_128", certProtectionAlgorithm: "PBEWithHmacSHA1AndAES_128",
    macAlgorithm: "HmacPBESHA1",
  },
  "AES-256, SHA-512": {
    keyProtectionAlgorithm: "PBEWithHmacSHA512AndAES_256", certProtectionAlgorithm: "PBEWithHmacSHA512AndAES_256",
    macAlgorithm: "HmacPBESHA512",
  },
  "RC4": {
    keyProtectionAlgorithm: "PBEWithSHA1AndRC4_128", certProtectionAlgorithm: "PBEWithSHA1AndRC4_40",
    macAlgorithm: "HmacPBESHA224",
  },
  "certificates that are not encrypted": { certProtectionAlgorithm: "NONE" },
};
for (const [name, properties] of Object.entries(JAVA)) {
  test(`imports what Java's keytool writes: ${name}`, () => {
    const options = Object.entries(properties).map(([property, value]) =>
      `-J-D${property.includes(".") ? property : `keystore.pkcs12.${property}`}${value ? `=${value}` : ""}`);
    const file = `java-${name.replace(/\W/g, "-")}.p12`;
    keytool(...options, "-genkeypair", "-keystore", file, "-storetype", "PKCS12", "-storepass", "secret",
      "-alias", "ann", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=Ann Example",
      "-ext", "SAN=email:ann@example.com");
    assertImports(file);
  });
}

test("a key store of Java's with a certificate alone, and with a secret, brings the certificates", () => {
  keytool("-importcert", "-noprompt", "-keystore", "trust.p12", "-storetype", "PKCS12", "-storepass", "secret",
    "-alias", "ca", "-file", "ca.pem");
  keytool("-genseckey", "-keystore", "trust.p12", "-storetype", "PKCS12", "-storepass", "secret",
    "-alias", "secret", "-keyalg", "AES", "-keysize", "256");
  const { entries, status, stderr } = imported("trust.p12");
  assert.equal(status, 0, stderr);
  assert.deepEqual(entries.map(({ name, outcome, with_key: withKey }) => [name, outcome, withKey]),
    [["Clinic CA", "stored", false]]);
});

// Of Thunderbird's and NSS's tests, RFC 9216 and Bouncy Castle's examples.
const corpora = process.env.SIGNET_CORPORA ?? "";
const FOREIGN = {
  "thunderbird/mailnews/test/data/smime": () => "nss",
  "nss-interop": () => "nss",
  "bouncycastle-mail": () => "",
  rfc9216: (/** @type {string} */ file) => file.replace(/^.*_for_(\w+)\.pkcs12\.p12$/, "$1").toLowerCase(),
};
for (const [folder, passwordOf] of Object.entries(FOREIGN)) {
  const from = path.join(corpora, folder);
  test(`imports the files of ${folder}`, { skip: !corpora || !existsSync(from) }, () => {
    const files = readdirSync(from).filter((file) => file.endsWith(".p12"));
    assert.ok(files.length > 0);
    for (const file of files) {
      const { entries, status, stderr } = imported(path.join(from, file), passwordOf(file));
      const reasons = entries.flatMap(({ reasons: all }) => all.map((/** @type {any} */ { code }) => code));
      if (reasons.includes("key-not-storable")) {
        // An older NSS has no Ed25519 and no X25519, and says so.
        assert.match(file, /Carlos|Dana/);
        continue;
      }
      assert.equal(status, 0, `${file}: ${stderr}`);
      assert.ok(entries.some(({ with_key: withKey }) => withKey), file);
    }
  });
}
