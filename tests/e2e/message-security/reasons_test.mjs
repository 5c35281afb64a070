// Every reason that a received message can have is said in its Message Security window, with what to do and the
// way to the help; each window leaves a picture, and the sheets with all of them are in docs/screens. Those that need a network, a password or time are provoked in
// other journeys: tests/e2e/validation, locked_test, expired_test, partial_test and removed_test.

import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after } from "node:test";
import { Pki } from "../../unit/cli/pki.mjs";
import {
  withAttributesAsContent, withFlippedBit, withOctets, withoutSigners, withSignedAttributes,
} from "../support/cms_tampering.mjs";
import { der } from "../support/der.mjs";
import { multipart, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { OUTPUT, startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const SCREENS = process.env.SIGNET_SCREENS ?? path.join(OUTPUT, "screens");
/** Pictures in a row, and on a sheet. */
const [ROW, SHEET] = [4, 12];
const SCALE = 0.6;

const BOB = { name: "Bob Lindqvist", address: "bob@example.com", user: "bob" };

const pki = new Pki();
after(() => pki.remove());

const MAIL = "extendedKeyUsage=emailProtection\n";
const SIGNS = "keyUsage=critical,digitalSignature\n";
const AUTHORITY = "subjectKeyIdentifier=hash\nkeyUsage=critical,keyCertSign,cRLSign,digitalSignature\n";
/** @param {string} name */
const addressOf = (name) => `subjectAltName=email:${name}@example.com\n`;

pki.authority("clinic");
pki.authority("lighthouse"); // nobody trusts it
pki.person("alice", "clinic");
for (const name of ["bob", "lost", "stranger"]) {
  const address = name === "stranger" ? name : "bob";
  pki.issue(name, "clinic", `${addressOf(address)}${MAIL}keyUsage=critical,digitalSignature,keyAgreement\n`);
}

/** Certificates with one thing wrong each. */
pki.issue("nameless", "clinic", `${MAIL}${SIGNS}`);
pki.issue("expired", "clinic", `${addressOf("expired")}${MAIL}${SIGNS}`, { end: "20250601000000Z" });
pki.issue("early", "clinic", `${addressOf("early")}${MAIL}${SIGNS}`, { start: "20900101000000Z" });
// Two certificates for one key, of which the signature means the other one.
const KEY_ID = "subjectKeyIdentifier=hash\n";
pki.person("twin", "clinic", KEY_ID);
for (const kind of ["key", "csr"]) {
  copyFileSync(pki.at(`twin.${kind}`), pki.at(`other.${kind}`));
}
pki.issue("other", "clinic", `${addressOf("twin")}${MAIL}${SIGNS}${KEY_ID}`);
pki.person("outcast", "clinic");
pki.issue("server", "clinic", `${addressOf("server")}extendedKeyUsage=serverAuth\n${SIGNS}`);
pki.issue("reader", "clinic", `${addressOf("reader")}${MAIL}keyUsage=critical,keyAgreement\n`);
pki.person("critical", "clinic", "1.2.3.4.5=critical,ASN1:UTF8:x\n");
pki.person("eve", "lighthouse");
pki.openssl(
  ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3000 -subj /CN=selfmade".split(" "),
  "-addext", "subjectAltName=email:selfmade@example.com", "-addext", "keyUsage=critical,digitalSignature",
  "-keyout", "selfmade.key", "-out", "selfmade.pem",
);
for (const [name, bits] of Object.entries({ weak: 1024, rita: 2048, maze: 2048 })) {
  pki.openssl(
    ..."req -nodes -newkey".split(" "), `rsa:${bits}`, "-subj", `/CN=${name}`, "-keyout", `${name}.key`, "-out", `${name}.csr`,
  );
}
for (const name of ["weak", "rita", "broken", "offcurve"]) {
  pki.person(name, "clinic");
}
/** @type {Record<string, string>} Authorities under the clinic's, and what they say of themselves. */
const AUTHORITIES = {
  fake: `basicConstraints=critical,CA:false\n${AUTHORITY}`,
  short: `basicConstraints=critical,CA:true,pathlen:0\n${AUTHORITY}`,
  narrow: `basicConstraints=critical,CA:true\n${AUTHORITY}nameConstraints=critical,permitted;email:example.org\n`,
  strict: `basicConstraints=critical,CA:true\n${AUTHORITY}policyConstraints=critical,requireExplicitPolicy:0\n`,
  foreign: `basicConstraints=critical,CA:true\n${AUTHORITY}nameConstraints=critical,permitted;otherName:1.2.3.4;UTF8:x\n`,
  maze: `basicConstraints=critical,CA:true\n${AUTHORITY}`,
};
for (const [name, extensions] of Object.entries(AUTHORITIES)) {
  pki.authority(name, "clinic");
  pki.issue(name, "clinic", extensions);
}
pki.authority("deep", "short");
for (const [name, issuer] of Object.entries({ frank: "fake", dora: "deep", nora: "narrow", petra: "strict", theo: "maze" })) {
  pki.person(name, issuer);
}
pki.issue("odile", "foreign", `subjectAltName=email:odile@example.com,otherName:1.2.3.4;UTF8:x\n${MAIL}${SIGNS}`);
pki.write("between.pem", ["deep", "short"].map((name) => readFileSync(pki.at(`${name}.pem`), "utf8")).join(""));
// The authority's signature is not one of it.
pki.person("forged", "clinic");
const forged = pki.der("forged");
forged[forged.length - 1] ^= 1;
pki.write("forged.pem", pem(forged));
// Many authorities of one name, none of which has issued the certificate.
const maze = pki.der("maze");
const modulus = Buffer.from(new X509Certificate(maze).publicKey.export({ format: "jwk" }).n ?? "", "base64url");
const numbered = Array.from({ length: 250 }, (_, number) => {
  const other = Buffer.from(maze);
  other.writeUInt32BE(number, other.indexOf(modulus) + 100);
  return pem(other);
});
pki.write("numbered.pem", numbered.join(""));
// A month that there is not; a key that is no point of its curve.
const broken = pki.der("broken");
const damaged = Buffer.from(broken.toString("latin1").replace("250101000000Z", "259901000000Z"), "latin1");
const onCurve = pki.der("offcurve");
const { y } = new X509Certificate(onCurve).publicKey.export({ format: "jwk" });
const offCurve = Buffer.from(onCurve);
offCurve[offCurve.indexOf(Buffer.from(y ?? "", "base64url")) + 31] ^= 1;

/** @param {Buffer} certificate */
function pem(certificate) {
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

const HELLO = text("Good morning.");

/** @param {string} file @returns {string} */
const made = (file) => readFileSync(pki.at(file), "latin1").replace(/\r?\n/g, "\r\n").replace(/^MIME-Version: 1\.0\r\n/, "");

/** @param {string} name @param {string[]} options @param {string} entity */
function sign(name, options = [], entity = HELLO) {
  pki.write("input", entity);
  pki.openssl("cms", "-sign", "-binary", "-in", "input", "-signer", `${name}.pem`, "-inkey", `${name}.key`, ...options, "-out", "output");
  return made("output");
}

/** @param {string[]} names @param {string} entity @param {string[]} cipher */
function encrypt(names, entity = HELLO, cipher = ["-aes256"]) {
  pki.write("input", entity);
  pki.openssl(
    "cms", "-encrypt", "-binary", ...cipher, "-in", "input", "-out", "output",
    ...names.flatMap((name) => ["-recip", `${name}.pem`]),
  );
  return made("output");
}

/** @param {string} signed @param {string} opaque What stands in the place of the signature. */
function withSignature(signed, opaque) {
  const body = opaque.slice(opaque.indexOf("\r\n\r\n") + 4).trimEnd();
  return signed.replace(
    /(Content-Type: application\/x?-?pkcs7-signature[^]*?\r\n\r\n)[^]*?(\r\n\r\n)/,
    (_all, start, end) => start + body + end,
  );
}

const signed = sign("alice");
const opaque = sign("alice", ["-nodetach"]);
/** @param {(attributes: Buffer[], algorithm: Buffer) => Buffer[]} change */
const withAttributes = (change) => withSignedAttributes(opaque, readFileSync(pki.at("alice.key"), "utf8"), change);
const MESSAGE_DIGEST = Buffer.from("06092a864886f70d010904", "hex");
// CMSAlgorithmProtection (RFC 6211, 2) that names SHA-384 beside the algorithm of the signature.
const protectionOfAnother = (/** @type {Buffer} */ algorithm) => {
  const digest = der(0x30, Buffer.from("0609608648016503040202", "hex"));
  const type = Buffer.from("06092a864886f70d010934", "hex");
  return der(0x30, type, der(0x31, der(0x30, digest, der(0xa1, algorithm))));
};
const digested = () => {
  pki.write("input", HELLO);
  pki.openssl("cms", "-digest_create", "-binary", "-in", "input", "-out", "output");
  return made("output");
};
const deep = () => {
  let entity = HELLO;
  for (let level = 0; level < 300; ++level) {
    entity = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${entity}\r\n--b${level}--\r\n`;
  }
  return entity;
};

/**
 * @typedef {object} Case
 * @property {string} code
 * @property {string} entity
 * @property {string} [from] The fields; by default the sender has the address of the certificate "alice".
 * @property {RegExp} [says]
 * @property {number} [days] The Date field is so many days from now.
 */

/** @param {string} name */
const by = (name) => `From: ${name} <${name}@example.com>\r\n`;

/** @type {Case[]} */
const CASES = [
  { code: "valid", entity: signed },
  { code: "not-signed", entity: HELLO },
  { code: "partly-signed", entity: multipart("mixed", HELLO, signed) },
  { code: "altered", entity: signed.replace("morning", "evening") },
  { code: "signature-mismatch", entity: withFlippedBit(opaque, 1) },
  { code: "signer-certificate-missing", entity: sign("eve", ["-nocerts"]), from: by("eve") },
  { code: "no-signer", entity: withoutSigners(opaque) },
  { code: "embedded-content", entity: withSignature(signed, sign("alice", ["-nodetach"], text("Something else."))) },
  { code: "signed-attributes-as-content", entity: withAttributesAsContent(opaque) },
  {
    code: "signed-attributes-missing",
    entity: sign("alice", ["-nodetach", "-noattr", "-econtent_type", "1.2.3.4"]),
  },
  {
    code: "signed-attribute-invalid",
    entity: withAttributes((all) => [...all, ...all.filter((each) => each.includes(MESSAGE_DIGEST))]),
  },
  {
    code: "algorithm-protection-mismatch",
    entity: withAttributes((all, algorithm) => [...all, protectionOfAnother(algorithm)]),
  },
  { code: "date-mismatch", entity: signed, days: 3 },
  { code: "address-mismatch", entity: signed, from: by("eve") },
  { code: "no-address-in-certificate", entity: sign("nameless"), from: by("nameless") },
  { code: "no-from-address", entity: signed, from: "" },
  { code: "several-from-addresses", entity: signed, from: "From: alice@example.com, eve@example.com\r\n" },
  { code: "display-name-misleads", entity: signed, from: `From: "eve@example.com" <alice@example.com>\r\n` },
  { code: "certificate-expired", entity: sign("expired"), from: by("expired") },
  { code: "certificate-not-yet-valid", entity: sign("early"), from: by("early") },
  { code: "certificate-distrusted", entity: sign("outcast"), from: by("outcast") },
  {
    code: "signing-certificate-mismatch",
    entity: sign("twin", ["-keyid", "-cades", "-nocerts", "-certfile", "other.pem"]),
    from: by("twin"),
  },
  { code: "certificate-signature-invalid", entity: sign("forged"), from: by("forged") },
  { code: "issuer-unknown", entity: sign("eve"), from: by("eve") },
  { code: "issuer-not-trusted", entity: sign("eve", ["-certfile", "lighthouse.pem"]), from: by("eve") },
  { code: "self-signed", entity: sign("selfmade"), from: by("selfmade") },
  { code: "issuer-not-authority", entity: sign("frank", ["-certfile", "fake.pem"]), from: by("frank") },
  {
    code: "path-too-long",
    entity: sign("dora", ["-certfile", "between.pem"]),
    from: by("dora"),
  },
  { code: "name-not-permitted", entity: sign("nora", ["-certfile", "narrow.pem"]), from: by("nora") },
  { code: "name-constraint-unsupported", entity: sign("odile", ["-certfile", "foreign.pem"]), from: by("odile") },
  { code: "path-budget-exhausted", entity: sign("theo", ["-certfile", "numbered.pem"]), from: by("theo") },
  {
    code: "certificate-malformed",
    entity: withOctets(sign("broken", ["-nodetach"]), broken, damaged),
    from: by("broken"),
    says: /certificate of broken@example\.com is damaged/,
  },
  {
    code: "key-invalid",
    entity: withOctets(sign("offcurve", ["-nodetach"]), onCurve, offCurve),
    from: by("offcurve"),
  },
  { code: "policy-not-satisfied", entity: sign("petra", ["-certfile", "strict.pem"]), from: by("petra") },
  { code: "critical-extension-unknown", entity: sign("critical"), from: by("critical") },
  { code: "not-for-email", entity: sign("server"), from: by("server") },
  { code: "not-for-signing", entity: sign("reader"), from: by("reader") },
  { code: "weak-digest", entity: sign("alice", ["-md", "sha1"]) },
  { code: "weak-key", entity: sign("weak"), from: by("weak") },
  { code: "weak-cipher", entity: encrypt(["bob"], HELLO, ["-des3"]) },
  { code: "algorithm-refused", entity: sign("rita", ["-md", "md5"]), from: by("rita") },
  { code: "algorithm-unsupported", entity: encrypt(["bob"], HELLO, ["-aria-256-cbc"]) },
  { code: "malformed", entity: opaque.slice(0, Math.floor(opaque.length / 2)) },
  { code: "limit-exceeded", entity: deep() },
  { code: "content-type-unsupported", entity: digested() },
  { code: "no-matching-key", entity: encrypt(["stranger"]) },
  { code: "private-key-missing", entity: encrypt(["lost"]) },
  { code: "decryption-failed", entity: withFlippedBit(encrypt(["bob"], HELLO, ["-aes-256-gcm"]), 1) },
  { code: "encrypted-in-part", entity: multipart("mixed", HELLO, encrypt(["bob"])) },
  { code: "encryption-not-authenticated", entity: encrypt(["bob"]) },
  { code: "signed-outside-encryption", entity: sign("alice", [], encrypt(["bob"], HELLO, ["-aes-256-gcm"])) },
  {
    code: "protected-header-differs",
    entity: sign("alice", [], 'Content-Type: text/plain; hp="clear"\r\nFrom: alice <alice@example.com>\r\nSubject: Lunch\r\n\r\nAt noon.\r\n'),
  },
];

/** @param {Case} each */
function messageOf({ code, entity, from = by("alice"), days = 0 }) {
  const date = new Date(Date.now() + days * 24 * 60 * 60 * 1000).toUTCString().replace("GMT", "+0000");
  return Buffer.from(
    `${from}To: ${BOB.name} <${BOB.address}>\r\nSubject: ${code}\r\nDate: ${date}\r\n` +
      `Message-ID: <${code}@example.com>\r\nMIME-Version: 1.0\r\n${entity}`,
    "latin1",
  );
}

const start = async () => {
  pki.openssl("pkcs12", "-export", "-in", "bob.pem", "-inkey", "bob.key", "-passout", "pass:x", "-out", "bob.p12");
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: CASES.map(messageOf),
    anchors: [pki.at("clinic.pem")],
    key: { file: pki.at("bob.p12"), password: "x" },
    certificates: [pki.at("lost.pem")],
  });
  await session.thunderbird.run((certificate) => {
    const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    database.addCertFromBase64(certificate, "p,p,p");
  }, pki.der("outcast").toString("base64"));
  await session.mail.openInbox(CASES.length);
  return session;
};

journeys("message-security-reasons", start, (journey) => {
  for (const [index, { code, says = /./ }] of CASES.entries()) {
    journey(code, async (session) => {
      const { mail, signet } = session;
      await mail.selectAtOnce(code);
      await signet.judged(code);
      const shown = await signet.openMessageSecurity("more");
      const reasons = await signet.reasonsShown();
      assert.ok(reasons.includes(code), `${reasons.join(" ")}: ${JSON.stringify(shown)}`);
      const words = [...shown.sentences, ...shown.encryption.sentences].join("\n");
      assert.doesNotMatch(words, /[{}]/);
      assert.match(words, says);
      await session.thunderbird.run((sheet, label, most) => {
        const inside = ChromeUtils.importESModule("resource://e2e-support/sheets.sys.mjs");
        return inside.add(sheet, { type: "signet:message-security", label }, most);
      }, `reasons-${1 + Math.floor(index / SHEET)}`, code, ROW);
      await signet.closeMessageSecurity();
    });
  }

  journey("the sheets are written", async ({ thunderbird }) => {
    mkdirSync(SCREENS, { recursive: true });
    for (let number = 1; number <= Math.ceil(CASES.length / SHEET); ++number) {
      const picture = await thunderbird.run((sheet, scale) => {
        const { drawn } = ChromeUtils.importESModule("resource://e2e-support/sheets.sys.mjs");
        return drawn(sheet, scale);
      }, `reasons-${number}`, SCALE);
      writeFileSync(path.join(SCREENS, `reasons-${number}.webp`), Buffer.from(picture, "base64"));
    }
  });
});
