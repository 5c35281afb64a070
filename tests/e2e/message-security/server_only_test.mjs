// Messages of which this machine has no copy: an IMAP account that keeps none offline. The server gives out one message of
// a folder after the other; what is shown, quoted and printed must not wait for what stands behind it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, multipart, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-server-only-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);
const stranger = workshop.person("Somebody Else", "somebody@elsewhere.example");
const TEXT = "The results are in.";
const OUTSIDE = "See below.";
const ENCRYPTED = workshop.encrypt(workshop.sign(text(TEXT), alice), [bob]);

/** @type {{subject: string, entity: string, signature?: string, encryption?: string, words?: RegExp}[]} */
const CASES = [
  { subject: "Signed", entity: workshop.sign(text(TEXT), alice), signature: "pen" },
  { subject: "Signed opaquely", entity: workshop.sign(text(TEXT), alice, ["-nodetach"]), signature: "pen" },
  { subject: "Encrypted", entity: ENCRYPTED, signature: "pen", encryption: "key" },
  {
    subject: "Encrypted inside of a signature",
    entity: workshop.sign(ENCRYPTED, alice),
    signature: "pen",
    encryption: "key",
  },
  {
    subject: "Encrypted for somebody else",
    entity: workshop.encrypt(text(TEXT), [stranger]),
    encryption: "broken-key",
    words: /is encrypted and was not opened/,
  },
  {
    subject: "Encrypted in a part",
    entity: multipart("mixed", text(OUTSIDE), ENCRYPTED),
    words: /encrypted by itself/,
  },
];

/** Each may be displayed in one journey only: then the host has it in its memory. */
const [TO_ANSWER, TO_PRINT] = ["To be answered", "To be printed"];

const start = async () => {
  const messages = [...CASES, ...[TO_ANSWER, TO_PRINT].map((subject) => ({ subject, entity: ENCRYPTED }))];
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: messages.map(({ subject, entity }) => workshop.message(subject, ALICE, BOB, entity)),
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
    preferences: {
      "mail.server.default.autosync_offline_stores": false,
      "mail.server.server1.autosync_offline_stores": false,
      "mail.server.server1.offline_download": false,
      "browser.cache.disk.enable": false,
      "browser.cache.memory.enable": false,
    },
  });
  await session.mail.openInbox(messages.length);
  return session;
};

/** @param {import("../support/session.mjs").Session} session @param {string} subject */
const isKept = ({ thunderbird }, subject) =>
  thunderbird.run((wanted) => {
    const view = document.getElementById("tabmail").currentAbout3Pane.gDBView;
    const rows = Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row));
    const header = rows.find((each) => each.mime2DecodedSubject === wanted);
    return header.folder.hasMsgOffline(header.messageKey);
  }, subject);

journeys("message-security-server-only", start, (journey) => {
  for (const { subject, signature = "none", encryption = "none", words = new RegExp(TEXT) } of CASES) {
    journey(subject, async (session) => {
      const { mail, signet, thunderbird } = session;
      assert.equal(await isKept(session, subject), false);
      await mail.selectAtOnce(subject);
      await signet.judged(subject);
      const body = await thunderbird.waitFor("its text", (wanted) => {
        const message = document.getElementById("tabmail").currentAboutMessage;
        const page = message?.msgLoaded && message.getMessagePaneBrowser().contentDocument;
        const shown = page?.body?.innerText ?? "";
        return new RegExp(wanted, "i").test(shown) ? shown : "";
      }, words.source);
      const header = await signet.header();
      assert.equal(header.signature, signature);
      assert.equal(header.encryption, encryption);
      if (encryption !== "key" && signature === "none") {
        assert.doesNotMatch(body, new RegExp(TEXT));
      }
    });
  }

  journey("printed without having been displayed", async (session) => {
    assert.equal(await isKept(session, TO_PRINT), false);
    assert.match(await session.mail.printed(TO_PRINT), new RegExp(TEXT));
  });

  journey("answered without having been displayed", async (session) => {
    const { compose, thunderbird } = session;
    assert.equal(await isKept(session, TO_ANSWER), false);
    await thunderbird.run((wanted) => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const view = document.getElementById("tabmail").currentAbout3Pane.gDBView;
      const rows = Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row));
      const header = rows.find((each) => each.mime2DecodedSubject === wanted);
      MailServices.compose.OpenComposeWindow(null, header, header.folder.getUriForMsg(header),
        Ci.nsIMsgCompType.ReplyToSender, Ci.nsIMsgCompFormat.Default,
        MailServices.accounts.defaultAccount.defaultIdentity, null, /** @type {any} */ (window).msgWindow);
    }, TO_ANSWER);
    const answer = await compose.written();
    await compose.discard();
    assert.match(answer.text, new RegExp(TEXT));
  });
});
