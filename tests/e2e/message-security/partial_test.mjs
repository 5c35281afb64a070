// Messages that are not wholly on this machine: a POP3 account that fetched only the header or the first lines.
// Nothing is said about what is not there but that, and one click fetches the rest, which is judged then.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, attachment, multipart, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */
/** @typedef {(title: string, walk: (session: Session) => Promise<void>) => void} Journey */

const folder = mkdtempSync(path.join(tmpdir(), "signet-partial-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);

const TEXT = "The results are in.";
const LONG = multipart("mixed", text(TEXT), attachment("values.bin", Buffer.alloc(30_000, 7)));
const HEADERS_ONLY = "mail.server.server1.headers_only";

/** @typedef {{subject: string, entity: string, signature: string, encryption: string}} Whole What it is when it is here. */

/** @type {Whole[]} */
const WHOLE = [
  { subject: "Signed", entity: workshop.sign(LONG, alice), signature: "pen", encryption: "none" },
  {
    subject: "Signed opaquely",
    entity: workshop.sign(LONG, alice, ["-nodetach"]),
    signature: "pen",
    encryption: "none",
  },
  {
    subject: "Encrypted",
    entity: workshop.encrypt(workshop.sign(LONG, alice), [bob]),
    signature: "pen",
    encryption: "key",
  },
];
const PLAIN = "Neither signed nor encrypted";
const SHORT = "Short and signed";

/** @param {string} prefix */
const messagesOf = (prefix) => [
  ...WHOLE.map(({ subject, entity }) => workshop.message(`${prefix}: ${subject}`, ALICE, BOB, entity)),
  workshop.message(`${prefix}: ${PLAIN}`, ALICE, BOB, LONG),
];

const start = async () => {
  const messages = [
    ...messagesOf("Truncated"),
    workshop.message(SHORT, ALICE, BOB, workshop.sign(text(TEXT), alice)),
  ];
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
    pop3: true,
    preferences: {
      "mail.server.server1.limit_offline_message_size": true,
      "mail.server.server1.max_size": 10, // KiB
    },
  });
  await session.mail.getMessages();
  await session.mail.openInbox(messages.length);
  return session;
};

/** @param {Journey} journey @param {string} prefix */
function journeysOf(journey, prefix) {
  for (const { subject, signature, encryption } of WHOLE) {
    const title = `${prefix}: ${subject}`;
    journey(`${title}: a question mark; a click fetches the rest, which is judged`, async (session) => {
      const { mail, signet } = session;
      await mail.selectAtOnce(title);
      const header = await signet.judged(title);
      assert.equal(header.signature, "question-pen");
      assert.equal(header.encryption, "none");
      assert.equal(header.hostIcons, false);
      const shown = await signet.openMessageSecurity();
      assert.equal(shown.verdict, "Signature not checked");
      assert.match(shown.sentences.join(" "), /not completely there/);
      assert.deepEqual(await signet.remedies(), ["Download Message"]);
      const name = title.replace(/\W+/g, "-").toLowerCase();
      await session.screenshot(`message-header-${name}`);
      await session.screenshot(`message-security-${name}`, "signet:message-security");
      await signet.pressRemedy("download");
      await waitUntil("the whole message, in the place of its part", async () => {
        const now = await signet.header();
        return now.subject === title && now.phase === "judged" && now.signature === signature;
      });
      assert.equal((await signet.header()).encryption, encryption);
      assert.match(await mail.bodyText(), new RegExp(TEXT));
      await waitUntil("the window to follow", async () =>
        (await signet.messageSecurity()).verdict === "Valid signature");
      assert.deepEqual(await signet.remedies(), []);
      await signet.closeMessageSecurity();
      assert.equal((await mail.subjects()).filter((each) => each === title).length, 1);
    });
  }

  journey(`${prefix}: ${PLAIN}: nothing is said about a signature`, async ({ mail, signet }) => {
    const title = `${prefix}: ${PLAIN}`;
    await mail.selectAtOnce(title);
    assert.equal((await signet.judged(title)).shown, false);
  });
}

journeys("message-security-partial", start, (journey) => {
  journeysOf(journey, "Truncated");

  journey("what is short enough is here and judged", async ({ mail, signet }) => {
    await mail.select(SHORT);
    assert.equal((await signet.judged(SHORT)).signature, "pen");
  });

  journey("now the account fetches headers only", async ({ imap, mail, thunderbird }) => {
    await thunderbird.run((name) => Services.prefs.setBoolPref(name, true), HEADERS_ONLY);
    messagesOf("Headers only").forEach((message) => imap.deliver(BOB.user, message));
    await mail.getMessages();
    await mail.openInbox(2 * WHOLE.length + 3);
  });

  journeysOf(journey, "Headers only");
});
