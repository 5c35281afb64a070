// Gateways and old programs call S/MIME parts application/octet-stream; their names tell what they are (RFC 8551,
// 3.9). They are opened and judged as under their own type; what is not one stays an attachment.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, attachment, multipart, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-octet-stream-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);
const TEXT = "The results are in.";

/** @param {string} entity @param {string} name */
const byName = (entity, name) =>
  entity.replace(
    /Content-Type: application\/(?:x-)?pkcs7-(?:mime|signature)[^\r]*(?:\r\n[ \t][^\r]*)*/,
    `Content-Type: application/octet-stream; name="${name}"`,
  );

const signed = workshop.sign(text(TEXT), alice);
const encrypted = workshop.encrypt(signed, [bob], ["-aes-256-gcm"]);

/** @type {{subject: string, entity: string, signature?: string, encryption?: string, inside?: boolean}[]} */
const CASES = [
  { subject: "Encrypted", entity: byName(encrypted, "smime.p7m"), signature: "pen", encryption: "key" },
  { subject: "In capitals", entity: byName(encrypted, "SMIME.P7M"), signature: "pen", encryption: "key" },
  {
    subject: "Signed opaquely",
    entity: byName(workshop.sign(text(TEXT), alice, ["-nodetach"]), "smime.p7m"),
    signature: "pen",
  },
  { subject: "Signed", entity: byName(signed, "smime.p7s"), signature: "pen" },
  {
    subject: "Beside something else",
    entity: multipart("mixed", text("See below."), byName(encrypted, "smime.p7m")),
    inside: false,
  },
  {
    subject: "By another name",
    entity: multipart("mixed", text(TEXT), attachment("results.bin", Buffer.from("nothing"))),
  },
];

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: CASES.map(({ subject, entity }) => workshop.message(subject, ALICE, BOB, entity)),
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
  });
  await session.mail.openInbox(CASES.length);
  return session;
};

journeys("message-security-octet-stream", start, (journey) => {
  for (const { subject, signature = "none", encryption = "none", inside = true } of CASES) {
    journey(subject, async (session) => {
      const { compose, mail, signet } = session;
      await mail.select(subject);
      const header = await signet.judged(subject);
      const body = await mail.bodyText();
      await session.screenshot(`message-octet-stream-${subject.replace(/\W+/g, "-").toLowerCase()}`);
      assert.equal(header.signature, signature);
      assert.equal(header.encryption, encryption);
      assert.equal(body.includes(TEXT), inside);
      const answer = await compose.answer("cmd_reply");
      await compose.discard();
      assert.equal(answer.text.includes(TEXT), inside);
    });
  }
});
