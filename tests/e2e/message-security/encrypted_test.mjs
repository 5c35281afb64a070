// Encrypted mail, opened by Signet and shown by Thunderbird as any message: every way of encrypting that
// OpenSSL has, and what is in the way when a message stays closed.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, richMessage, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-encrypted-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };

const workshop = new Workshop(folder);
const alice = workshop.person(ALICE.name, ALICE.address);
const bob = workshop.person(BOB.name, BOB.address);
const bobEc = workshop.person(BOB.name, BOB.address, { algorithm: "ec", usage: "keyAgreement" });
const bobOld = workshop.person(BOB.name, BOB.address, { fromDay: -800, toDay: -400 });
const bobLost = workshop.person(BOB.name, BOB.address);
const stranger = workshop.person("Somebody Else", "somebody@elsewhere.example");

const TEXT = "The results are in.";
const RESULTS = text(TEXT);
const OAEP = ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"];
const RICH = richMessage(TEXT);

/**
 * @typedef {object} Case
 * @property {string} subject
 * @property {string} entity
 * @property {string} method As the window names it.
 * @property {"none" | "pen" | "broken-pen"} [signature]
 * @property {string} [heading] Of the signature.
 */

/** @type {Case[]} */
const OPENED = [
  { subject: "RSA and AES-CBC", entity: workshop.encrypt(RESULTS, [bob]), method: "AES-256-CBC" },
  {
    subject: "RSA and AES-GCM",
    entity: workshop.encrypt(RESULTS, [alice, bob], ["-aes-256-gcm"]),
    method: "AES-256-GCM",
  },
  { subject: "OAEP", entity: workshop.encrypt(RESULTS, [bob], ["-aes128", ...OAEP]), method: "AES-128-CBC" },
  { subject: "Elliptic curves", entity: workshop.encrypt(RESULTS, [bobEc]), method: "AES-256-CBC" },
  {
    subject: "Elliptic curves and AES-GCM",
    entity: workshop.encrypt(RESULTS, [bobEc], ["-aes-128-gcm"]),
    method: "AES-128-GCM",
  },
  { subject: "An old certificate", entity: workshop.encrypt(RESULTS, [bobOld]), method: "AES-256-CBC" },
  {
    subject: "Signed, then encrypted",
    entity: workshop.encrypt(workshop.sign(RESULTS, alice), [bob]),
    method: "AES-256-CBC",
    signature: "pen",
  },
  {
    subject: "Signed opaquely, then encrypted",
    entity: workshop.encrypt(workshop.sign(RESULTS, alice, ["-nodetach"]), [bob], ["-aes-256-gcm"]),
    method: "AES-256-GCM",
    signature: "pen",
  },
  {
    subject: "Triple wrapped",
    entity: workshop.sign(workshop.encrypt(workshop.sign(RESULTS, alice), [bob]), alice),
    method: "AES-256-CBC",
    signature: "pen",
  },
  {
    subject: "HTML, a picture and an attachment",
    entity: workshop.encrypt(workshop.sign(RICH, alice), [bob], ["-aes-256-gcm"]),
    method: "AES-256-GCM",
    signature: "pen",
  },
];

/** @param {string} entity The base64 of it is damaged near its end. */
function damaged(entity) {
  const lines = entity.trimEnd().split("\r\n");
  const line = lines.length - 3;
  lines[line] = lines[line].replace(/^(.)/, (first) => (first === "A" ? "B" : "A"));
  return `${lines.join("\r\n")}\r\n`;
}

/** @type {{subject: string, entity: string, words: RegExp, remedy: RegExp}[]} */
const CLOSED = [
  {
    subject: "For somebody else",
    entity: workshop.encrypt(RESULTS, [stranger]),
    words: /No private key on this computer opens this message/,
    remedy: /import it with its private key/,
  },
  {
    subject: "For a key that was lost",
    entity: workshop.encrypt(RESULTS, [bobLost]),
    words: /The private key that belongs to the certificate of Bob Lindqvist is not on this computer/,
    remedy: /Import it from a backup/,
  },
  {
    subject: "Damaged",
    entity: damaged(workshop.encrypt(RESULTS, [bob], ["-aes-256-gcm"])),
    words: /damaged or changed on its way/,
    remedy: /Ask the sender to send it again/,
  },
];

const start = async () => {
  const messages = [...OPENED, ...CLOSED].map(({ subject, entity }) =>
    workshop.message(subject, ALICE, BOB, entity),
  );
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    anchors: [workshop.authority.certificate],
    key: [bob, bobEc, bobOld].map((who) => workshop.keyFile(who)),
    certificates: [bobLost.certificate],
  });
  await session.mail.openInbox(messages.length);
  return session;
};

journeys("message-security-encrypted", start, (journey) => {
  for (const { subject, method, signature = "none" } of OPENED) {
    journey(`${subject}: opened`, async (session) => {
      const { mail, signet } = session;
      await mail.select(subject);
      const header = await signet.judged(subject);
      assert.equal(header.encryption, "key");
      assert.equal(header.signature, signature);
      assert.equal(header.hostIcons, false);
      assert.match(await mail.bodyText(), new RegExp(TEXT));
      const shown = await signet.openMessageSecurity();
      assert.equal(shown.encryption.verdict, "Encrypted");
      assert.equal(shown.encryption.facts["Method"], method);
      assert.match(shown.encryption.facts["Opened with"], /^Bob Lindqvist/);
      await signet.closeMessageSecurity();
    });
  }

  for (const { subject, words, remedy } of CLOSED) {
    journey(`${subject}: closed, and why`, async (session) => {
      const { mail, signet } = session;
      await mail.select(subject);
      const header = await signet.judged(subject);
      assert.equal(header.encryption, "broken-key");
      assert.equal(header.signature, "none");
      const body = await mail.bodyText();
      assert.match(body, words);
      assert.match(body, remedy);
      const shown = await signet.openMessageSecurity();
      assert.equal(shown.encryption.verdict, "Encrypted, but not opened");
      assert.match(shown.encryption.sentences.join("\n"), words);
      assert.match(shown.encryption.sentences.join("\n"), remedy);
      await session.screenshot(`message-security-closed-${subject.replace(/\W+/g, "-")}`);
      await signet.closeMessageSecurity();
    });
  }
});
