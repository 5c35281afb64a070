// Messages made in the run by other programs, read by signet: signature algorithms and forms,
// recipients and ciphers. What the NSS in use or the other program lacks is said by name.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { Workbench, objects, signet } from "../unit/cli/support.mjs";
import { BouncyCastle, hasBouncyCastle } from "./bouncy_castle.mjs";

const TEXT = "Content-Type: text/plain\r\n\r\nThe results are in.\r\n";
const ADDRESSES = ["-from", "rsa@example.com", "-to", "rsa@example.com"];

/** People, by the key they have: arguments of `openssl req`. */
const PEOPLE = {
  rsa: ["-newkey", "rsa:2048"],
  rsa4096: ["-newkey", "rsa:4096"],
  p256: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  p384: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
  p521: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-521"],
  ed25519: ["-newkey", "ed25519"],
};

/** @type {Workbench} */
let bench;
/** @type {{program: string, what: string, result: string}[]} */
const table = [];

before(() => {
  bench = new Workbench();
  bench.makeAuthority();
  for (const [name, newkey] of Object.entries(PEOPLE)) {
    bench.makePerson(name, "pw", newkey);
  }
  bench.write("pw", "pw\n");
  bench.write("text", TEXT);
});

after(() => {
  bench.remove();
  const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
  mkdirSync(path.join(build, "interop"), { recursive: true });
  writeFileSync(path.join(build, "interop", "we-read-theirs.md"), written());
});

/** The table as Markdown, forms with the same result on one line. docs/interop.md is made of it. */
function written() {
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const { program, what, result } of table) {
    const [subject, ...form] = what.split(", ");
    const key = `| ${program} | ${subject} | ${result} |`;
    lines.set(key, [...(lines.get(key) ?? []), form.join(", ")]);
  }
  const rows = [...lines].map(([key, forms]) => `${key} ${forms.filter(Boolean).join("; ")} |`);
  return ["| made by | what | signet | forms |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/** @param {string[]} args */
function judge(...args) {
  const result = spawnSync(signet, ["verify", "--anchor", "ca.pem", "--no-address-check", "--json", ...args], {
    cwd: bench.folder,
    encoding: "utf8",
  });
  assert.equal(result.stderr, "", args.join(" "));
  return objects(result.stdout)[0];
}

/**
 * Asserts that a signature is valid, or that signet names the algorithm which this NSS does not have.
 *
 * @param {string} program
 * @param {string} what
 * @param {any} verdict
 * @param {boolean} [mayLack] NSS may lack the algorithm
 */
function expectValid(program, what, verdict, mayLack = false) {
  if (mayLack && verdict.reasons[0].code === "algorithm-unsupported") {
    table.push({ program, what, result: `not with this NSS: ${verdict.reasons[0].text}` });
    return;
  }
  assert.equal(verdict.signature, "valid", `${what}: ${JSON.stringify(verdict.reasons)}`);
  table.push({ program, what, result: `valid, ${verdict.signers[0].algorithm}` });
}

/**
 * Asserts that the content comes out, or that signet names the algorithm which this NSS does not have.
 *
 * @param {string} program
 * @param {string} what
 * @param {string} file
 * @param {string} person
 * @param {boolean} [mayLack]
 */
function expectOpened(program, what, file, person, mayLack = false) {
  const keys = ["--p12", `${person}.p12`, "--password-file", "pw"];
  const result = bench.run(["decrypt", ...keys, file]);
  if (mayLack && result.status === 1 && /does not have/.test(result.stderr)) {
    table.push({ program, what, result: `not with this NSS: ${result.stderr.trim()}` });
    return;
  }
  assert.equal(result.status, 0, `${what}: ${result.stderr}`);
  assert.match(result.stdout, /The results are in\./, what);
  const { layers } = judge(...keys, file);
  table.push({ program, what, result: `opened, ${layers[0].algorithm}, ${layers[0].recipients[0].algorithm}` });
}

const SIGNATURES = [
  ...["sha224", "sha256", "sha384", "sha512"].flatMap((digest) => [
    { person: "rsa", digest, more: [] },
    { person: "rsa4096", digest, more: ["-keyopt", "rsa_padding_mode:pss"] },
    { person: "p256", digest, more: [] },
  ]),
  { person: "rsa", digest: "sha256", more: ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:0"] },
  { person: "rsa", digest: "sha512", more: ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_mgf1_md:sha256"] },
  { person: "p384", digest: "sha384", more: [] },
  { person: "p521", digest: "sha512", more: [] },
  { person: "ed25519", digest: "sha512", more: [] },
];

/** @type {Record<string, {args: string[], object?: boolean, detached?: boolean}>} */
const FORMS = {
  "multipart/signed": { args: [] },
  opaque: { args: ["-nodetach"] },
  "opaque, streamed": { args: ["-nodetach", "-stream"] },
  "by key identifier": { args: ["-keyid"] },
  "without attributes": { args: ["-noattr"] },
  "DER file": { args: ["-nodetach", "-outform", "DER"], object: true },
  "PEM file": { args: ["-nodetach", "-outform", "PEM"], object: true },
  "detached DER file": { args: ["-outform", "DER"], object: true, detached: true },
};

for (const { person, digest, more } of SIGNATURES) {
  const padding = more.length > 0 ? ` PSS ${more.slice(2).filter((word) => word !== "-keyopt")}`.trimEnd() : "";
  test(`OpenSSL signs: ${person} ${digest}${padding}`, () => {
    for (const [form, { args, object, detached }] of Object.entries(FORMS)) {
      const file = object ? "made.p7m" : "made.eml";
      const made = spawnSync(
        "openssl",
        [
          ..."cms -sign -binary -in text -out".split(" "), file, "-signer", `${person}.pem`, "-inkey",
          `${person}.key`, "-md", digest, ...more, ...args, ...(object ? [] : ADDRESSES),
        ],
        { cwd: bench.folder, encoding: "utf8" },
      );
      const what = `${person} ${digest}${padding}, ${form}`;
      if (made.status !== 0) {
        // OpenSSL 3.0 writes no PSS signature into a stream, and no Ed25519 at all.
        assert.ok(person === "ed25519" || (padding !== "" && form === "opaque, streamed"), made.stderr);
        table.push({ program: "OpenSSL", what, result: "OpenSSL does not make it" });
        continue;
      }
      const verdict = judge(...(detached ? ["--content", "text"] : []), file);
      expectValid("OpenSSL", what, verdict, person === "ed25519");
    }
  });
}

const RECIPIENTS = [
  { person: "rsa", name: "RSA v1.5", more: [] },
  ...["sha1", "sha256", "sha384", "sha512"].map((digest) => ({
    person: "rsa",
    name: `OAEP ${digest}`,
    more: ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", `rsa_oaep_md:${digest}`],
  })),
  { person: "rsa4096", name: "RSA 4096", more: [] },
  ...["p256", "p384", "p521"].flatMap((person) =>
    ["sha1", "sha256", "sha512"].map((digest) => ({
      person,
      name: `ECDH ${person} ${digest}`,
      more: ["-keyopt", `ecdh_kdf_md:${digest}`],
    })),
  ),
  { person: "p256", name: "ECDH p256 cofactor", more: ["-keyopt", "ecdh_cofactor_mode:1"] },
];

const CIPHERS = ["aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "aes-128-gcm", "aes-192-gcm", "aes-256-gcm", "des-ede3-cbc"];

for (const { person, name, more } of RECIPIENTS) {
  test(`OpenSSL encrypts: ${name}`, () => {
    for (const cipher of CIPHERS) {
      for (const form of [[], ["-keyid"], ["-stream"]]) {
        bench.openssl(
          ..."cms -encrypt -binary -in text -out made.eml".split(" "), `-${cipher}`, ...form, ...ADDRESSES,
          "-recip", `${person}.pem`, ...more,
        );
        expectOpened("OpenSSL", `${name}, ${cipher} ${form.join("")}`.trimEnd(), "made.eml", person);
      }
    }
  });
}

test("OpenSSL encrypts for many in many ways: each opens it", () => {
  const people = ["rsa", "p256", "rsa4096", "p384", "p521"];
  bench.openssl(
    ..."cms -encrypt -binary -aes256 -in text -out made.eml -pwri_password secret".split(" "),
    ...ADDRESSES, ...people.flatMap((person) => ["-recip", `${person}.pem`]),
  );
  for (const person of people) {
    expectOpened("OpenSSL", `${people.length} recipients and a password, opened by ${person}`, "made.eml", person);
  }
});

test("OpenSSL compresses", (context) => {
  const made = spawnSync("openssl", "cms -compress -in text -out made.eml".split(" "), { cwd: bench.folder });
  if (made.status !== 0) {
    table.push({ program: "OpenSSL", what: "CompressedData", result: "this OpenSSL has no zlib" });
    context.skip("this OpenSSL has no zlib");
    return;
  }
  assert.equal(judge("made.eml").layers[0].kind, "compressed");
});

test("NSS's cmsutil signs and encrypts", () => {
  mkdirSync(bench.at("nss"));
  const nss = (/** @type {string} */ program, /** @type {string[]} */ ...args) =>
    execFileSync(program, args, { cwd: bench.folder, stdio: ["ignore", "ignore", "pipe"] });
  nss("certutil", "-N", "-d", "sql:nss", "--empty-password");
  nss("certutil", ..."-A -d sql:nss -n ca -t ,C, -i ca.pem".split(" "));
  for (const person of ["rsa", "p256"]) {
    nss("pk12util", "-i", `${person}.p12`, ..."-d sql:nss -W pw".split(" "));
  }
  const nickname = (/** @type {string} */ person) => `${person}@example.com`;
  for (const person of ["rsa", "p256"]) {
    for (const digest of ["SHA1", "SHA256", "SHA384", "SHA512"]) {
      nss(
        "cmsutil", ..."-S -d sql:nss -G -P -i text -o made.p7m".split(" "), "-H", digest, "-N",
        `${person} Example`,
      );
      const verdict = judge("made.p7m");
      const what = `signed, ${person} ${digest}`;
      if (digest === "SHA1") {
        assert.equal(verdict.reasons[0].code, "weak-digest", what);
        table.push({ program: "NSS cmsutil", what, result: "weak, named" });
      } else {
        expectValid("NSS cmsutil", what, verdict);
      }
    }
  }
  nss("cmsutil", ..."-E -d sql:nss -i text -o made.p7m -r".split(" "), nickname("rsa"));
  expectOpened("NSS cmsutil", "enveloped, RSA", "made.p7m", "rsa");
  const agreed = spawnSync("cmsutil", [..."-E -d sql:nss -i text -o made.p7m -r".split(" "), nickname("p256")], {
    cwd: bench.folder,
  });
  if (agreed.status === 0) {
    expectOpened("NSS cmsutil", "enveloped, ECDH", "made.p7m", "p256");
  } else {
    table.push({ program: "NSS cmsutil", what: "enveloped, ECDH", result: "this cmsutil cannot" });
  }
});

test("gpgsm signs and encrypts", (context) => {
  if (spawnSync("gpgsm", ["--version"]).status !== 0) {
    table.push({ program: "gpgsm", what: "everything", result: "not installed here" });
    context.skip("gpgsm is not installed");
    return;
  }
  const home = bench.at("gnupg");
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(path.join(home, "gpg-agent.conf"), "allow-loopback-pinentry\n");
  writeFileSync(path.join(home, "gpgsm.conf"), "disable-crl-checks\ndisable-policy-checks\n");
  const env = { ...process.env, GNUPGHOME: home };
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(
      "gpgsm",
      ["--batch", "--yes", "--pinentry-mode", "loopback", "--passphrase-fd", "0", ...args],
      { cwd: bench.folder, env, input: "pw\n", encoding: "utf8" },
    );
  const gpgsm = (/** @type {string[]} */ ...args) => {
    const result = run(...args);
    assert.equal(result.status, 0, result.stderr);
    return result.stdout;
  };
  try {
    bench.openssl(
      ..."pkcs12 -export -legacy -certfile ca.pem -passout pass:pw -inkey rsa.key -in rsa.pem".split(" "),
      "-out", "legacy.p12",
    );
    gpgsm("--import", "legacy.p12");
    gpgsm("--import", "p256.pem");
    const fingerprint = gpgsm("--with-colons", "--list-keys", "/CN=Clinic CA").match(/^fpr:+([0-9A-F]{40}):/m)?.[1];
    appendFileSync(path.join(home, "trustlist.txt"), `${fingerprint} S\n`);
    spawnSync("gpgconf", ["--homedir", home, "--reload", "gpg-agent"], { env });
    for (const digest of ["SHA256", "SHA384", "SHA512"]) {
      const sign = ["--digest-algo", digest, "--local-user", "rsa@example.com", "--output", "made.p7m"];
      gpgsm("--sign", ...sign, "text");
      expectValid("gpgsm", `signed, ${digest}`, judge("made.p7m"));
      gpgsm("--detach-sign", "--armor", ...sign, "text");
      expectValid("gpgsm", `detached, ${digest}`, judge("--content", "text", "made.p7m"));
    }
    for (const cipher of ["AES128", "AES256", "3DES"]) {
      for (const person of ["rsa", "p256"]) {
        const what = `encrypted, ${cipher} for ${person}`;
        const made = run(
          "--encrypt", "--cipher-algo", cipher, "--recipient", `${person}@example.com`, "--output", "made.p7m", "text",
        );
        if (made.status !== 0 && person === "p256") {
          table.push({ program: "gpgsm", what, result: "this gpgsm cannot encrypt for such a key" });
          continue;
        }
        assert.equal(made.status, 0, made.stderr);
        expectOpened("gpgsm", what, "made.p7m", person);
      }
    }
  } finally {
    spawnSync("gpgconf", ["--homedir", home, "--kill", "all"], { env });
  }
});

test("Bouncy Castle signs, encrypts and compresses", (context) => {
  const program = "Bouncy Castle";
  if (!hasBouncyCastle()) {
    table.push({ program, what: "everything", result: "not installed here" });
    context.skip("libbcmail-java or a JDK is not installed");
    return;
  }
  const castle = new BouncyCastle(bench.folder);
  try {
    /** @type {[string, string][]} */
    const signatures = [
      ...["SHA224", "SHA256", "SHA384", "SHA512"].flatMap((digest) =>
        /** @type {[string, string][]} */ ([["rsa", `${digest}withRSA`], ["rsa", `${digest}withRSAandMGF1`],
          ["p256", `${digest}withECDSA`]])),
      ["p384", "SHA384withECDSA"], ["p521", "SHA512withECDSA"], ["ed25519", "Ed25519"],
    ];
    for (const [person, algorithm] of signatures) {
      for (const form of ["attached", "detached"]) {
        const why = castle.ask("sign", `${person}.p12`, "pw", algorithm, form, "text", "made.p7m");
        assert.equal(why, null, algorithm);
        const content = form === "detached" ? ["--content", "text"] : [];
        expectValid(program, `${person} ${algorithm}, ${form}`, judge(...content, "made.p7m"), person === "ed25519");
      }
    }
    for (const [person, key] of /** @type {const} */ ([["rsa", "RSA"], ["rsa", "OAEP"], ["p256", "ECDH"],
      ["p384", "ECDH"], ["p521", "ECDH"]])) {
      for (const cipher of ["AES128_CBC", "AES256_CBC", "AES128_GCM", "AES256_GCM", "DES_EDE3_CBC"]) {
        const why = castle.ask("encrypt", `${person}.pem`, cipher, key, "text", "made.p7m");
        assert.equal(why, null, `${person} ${cipher}`);
        expectOpened(program, `${person} ${key}, ${cipher}`, "made.p7m", person);
      }
    }
    assert.equal(castle.ask("compress", "text", "made.p7m"), null);
    const tree = bench.run(["inspect", "made.p7m"]);
    assert.match(tree.stdout, new RegExp(`decompressed: ${TEXT.length} octets|decompressed, ${TEXT.length} octets|${TEXT.length} octets`));
    table.push({ program, what: "CompressedData", result: `decompressed, ${TEXT.length} octets` });
  } finally {
    castle.stop();
  }
});
