// Makes the demonstration's mailbox: Bob's inbox at Harbour Clinic, one message for each thing that
// can be said about a signature, signed by OpenSSL in the run. Journeys and the demonstration both
// take their expectations from the manifest that it writes.
//
//   node tests/support/demo/mailbox.mjs FOLDER
//
// writes FOLDER/manifest.json (a Manifest), FOLDER/mail/*.eml, the trusted root and Bob's key.
//
// Every certificate's dates are relative to now, and OpenSSL puts the present time into each
// signature, so the messages carry dates of the last hour.

import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Authority, exportPkcs12, openssl } from "./authority.mjs";
import { harbourAuthorities } from "./harbour.mjs";
import { LETTERS, LIST_FOOTER } from "./letters.mjs";
import { entity, headerFields, withCrlf } from "./mime.mjs";

/**
 * @typedef {object} Expectation One message and what Signet says of it.
 * @property {string} file Path of the message.
 * @property {string} subject
 * @property {string} about What was done to it, for the person who looks at the demonstration.
 * @property {"none" | "valid" | "invalid" | "unknown"} signature
 * @property {"none" | "pen" | "broken-pen" | "question-pen"} icon
 * @property {string} reason The first reason's code (idl/reasons.webidl).
 */

/**
 * @typedef {object} Manifest
 * @property {{name: string, address: string, user: string}} person Whose inbox it is.
 * @property {string[]} anchors Certificates of the authorities to trust for e-mail.
 * @property {{file: string, password: string}} key The person's own key, PKCS#12.
 * @property {Expectation[]} messages Oldest first.
 */

const CLINIC = "harbour-clinic.example";
const BOB = { name: "Bob Lindqvist", address: `bob@${CLINIC}`, user: "bob" };
const ALICE = { name: "Alice Moreau", address: `alice@${CLINIC}` };
const CAROL = { name: "Carol Haddad", address: `carol@${CLINIC}` };
const DMITRI = { name: "Dmitri Novak", address: "dmitri@novak-furniture.example" };
const BACKUP = { name: "Backup of ward 2", address: `backup@${CLINIC}` };

const PSS = ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:-1"];

/** A MIME entity with a signature around it. */
class Signer {
  #scratch;

  /** @param {string} scratch A folder for files in between. */
  constructor(scratch) {
    this.#scratch = scratch;
    mkdirSync(scratch, { recursive: true });
  }

  /**
   * @param {Buffer} content The entity to sign.
   * @param {import("./authority.mjs").Credential} who
   * @param {{digest?: string, keyOptions?: string[], opaque?: boolean, root?: string}} [options]
   *   `root`: a certificate to put into the message in addition.
   * @returns {Buffer} The signed entity.
   */
  sign(content, who, { digest = "sha256", keyOptions = [], opaque = false, root } = {}) {
    const input = path.join(this.#scratch, "content");
    const output = path.join(this.#scratch, "signed");
    const others = path.join(this.#scratch, "others.pem");
    writeFileSync(input, content);
    const certificates = [who.issuers, root ?? ""].filter(Boolean);
    writeFileSync(others, certificates.map((file) => readFileSync(file, "utf8")).join(""));
    openssl(
      "cms", "-sign", "-in", input, "-out", output, "-crlfeol", "-md", digest,
      "-signer", who.certificate, "-inkey", who.key, ...keyOptions,
      ...(certificates.length ? ["-certfile", others] : []), ...(opaque ? ["-nodetach"] : []),
    );
    // The message's own header has this field.
    return alter(withCrlf(readFileSync(output)), "MIME-Version: 1.0\r\n", "");
  }
}

/** Replaces exactly one place. @param {Buffer} message @param {string} from @param {string} to */
function alter(message, from, to) {
  const text = message.toString("latin1");
  if (text.split(from).length !== 2) {
    throw new Error(`"${from}" is not there exactly once`);
  }
  return Buffer.from(text.replace(from, to), "latin1");
}

/** Ends the signature in its middle, as a gateway does that limits the size of a part. */
function truncateSignature(/** @type {Buffer} */ message) {
  const text = message.toString("latin1");
  const start = text.indexOf("\r\n\r\n", text.lastIndexOf("Content-Type: application/")) + 4;
  const end = text.indexOf("\r\n\r\n", start);
  const lines = text.slice(start, end).split("\r\n");
  const kept = lines.slice(0, Math.floor(lines.length / 2)).join("\r\n");
  return Buffer.from(text.slice(0, start) + kept + text.slice(end), "latin1");
}

/** What a mailing list's software makes of a message that it adds a footer to. */
function withListFooter(/** @type {Buffer} */ signed) {
  const boundary = "=_harbour-staff-list";
  return Buffer.concat([
    Buffer.from(
      `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n`,
    ),
    signed,
    Buffer.from(`\r\n--${boundary}\r\n`),
    entity(LIST_FOOTER),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

/**
 * @param {string} folder Made if absent.
 * @returns {Manifest}
 */
export function makeMailbox(folder) {
  const mail = path.join(folder, "mail");
  mkdirSync(mail, { recursive: true });
  const { root, staff } = harbourAuthorities(folder);
  const stranger = new Authority(
    path.join(folder, "stranger"), "Novak Office Furniture", "Novak Home-made Root");

  const alice = staff.certify("alice", ALICE);
  const bob = staff.certify("bob", BOB);
  const carol = staff.certify("carol", CAROL);
  const carolEc = staff.certify("carol-ec", { ...CAROL, algorithm: "ec" });
  const aliceOld = staff.certify("alice-old", { ...ALICE, fromDay: -366, toDay: -1 });
  const carolNew = staff.certify("carol-new", { ...CAROL, fromDay: 30, toDay: 395 });
  const server = staff.certify("server", { ...BACKUP, extendedUsage: "serverAuth" });
  const dmitri = stranger.certify("dmitri", DMITRI);

  const signer = new Signer(path.join(folder, "scratch"));
  const content = Object.fromEntries(
    Object.entries(LETTERS).map(([name, letter]) => [name, entity(letter.body)]),
  );

  /** @type {Expectation[]} */
  const messages = [];
  const total = Object.keys(LETTERS).length;
  /**
   * @param {string} name A letter.
   * @param {{name: string, address: string}} from
   * @param {Buffer} body The entity with its MIME header.
   * @param {string} about
   * @param {Expectation["signature"]} signature
   * @param {string} reason
   */
  const add = (name, from, body, about, signature, reason) => {
    const number = messages.length + 1;
    const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const file = path.join(mail, `${String(number).padStart(2, "0")}-${words}.eml`);
    // Within the hour that the Date field may differ from the time in the signature.
    const date = new Date(Date.now() - (total - number + 1) * 2 * 60 * 1000);
    const { subject } = LETTERS[name];
    const header = headerFields({ from, to: BOB, subject, date, id: `${name}.${date.getTime()}` });
    writeFileSync(file, Buffer.concat([header, body]));
    const icon = /** @type {const} */ ({
      none: "none", valid: "pen", invalid: "broken-pen", unknown: "question-pen",
    })[signature];
    messages.push({ file, subject, about, signature, icon, reason });
  };

  add("unsigned", CAROL, content.unsigned, "not signed", "none", "not-signed");
  add("rsa", ALICE, signer.sign(content.rsa, alice), "signed with RSA", "valid", "valid");
  add("pss", ALICE, signer.sign(content.pss, alice, { keyOptions: PSS }),
    "signed with RSA-PSS", "valid", "valid");
  add("ecdsa", CAROL, signer.sign(content.ecdsa, carolEc), "signed with ECDSA", "valid", "valid");
  add("opaque", CAROL, signer.sign(content.opaque, carol, { opaque: true }),
    "signed, the text inside the signature", "valid", "valid");
  add("altered", ALICE,
    alter(signer.sign(content.altered, alice), "2020 51", "9999 17"),
    "the account number was changed on the way", "invalid", "altered");
  add("wrongSender", ALICE, signer.sign(content.wrongSender, carol),
    "signed by Carol, but sent as Alice", "invalid", "address-mismatch");
  add("expired", ALICE, signer.sign(content.expired, aliceOld),
    "the certificate ran out yesterday", "invalid", "certificate-expired");
  add("notYetValid", CAROL, signer.sign(content.notYetValid, carolNew),
    "the certificate begins in a month", "invalid", "certificate-not-yet-valid");
  add("unknownIssuer", DMITRI, signer.sign(content.unknownIssuer, dmitri),
    "an authority that nobody here knows", "invalid", "issuer-unknown");
  add("notTrusted", DMITRI,
    signer.sign(content.notTrusted, dmitri, { root: stranger.certificate }),
    "an authority that comes with the message", "invalid", "issuer-not-trusted");
  add("listFooter", CAROL, withListFooter(signer.sign(content.listFooter, carol)),
    "signed, but the mailing list added a footer", "none", "partly-signed");
  add("weakDigest", CAROL, signer.sign(content.weakDigest, carol, { digest: "sha1" }),
    "signed with SHA-1", "invalid", "weak-digest");
  add("notForEmail", BACKUP, signer.sign(content.notForEmail, server),
    "signed with a web server's certificate", "invalid", "not-for-email");
  add("malformed", ALICE, truncateSignature(signer.sign(content.malformed, alice)),
    "the signature was cut off", "invalid", "malformed");

  const password = "harbour";
  const key = path.join(folder, "bob.p12");
  exportPkcs12(bob, key, password);
  const manifest = {
    person: BOB,
    anchors: [root.certificate],
    key: { file: key, password },
    messages,
  };
  writeFileSync(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.length !== 3) {
    console.error("Usage: node mailbox.mjs FOLDER");
    process.exit(2);
  }
  makeMailbox(path.resolve(process.argv[2]));
}
