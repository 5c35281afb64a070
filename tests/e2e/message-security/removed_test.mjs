// Parts that the person has deleted or detached: the mail program has changed the message, so its signature
// says nothing any more, and nobody is accused.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, richMessage } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-removed-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const alice = workshop.person(ALICE.name, ALICE.address);
const TEXT = "The results are in.";
const SUBJECTS = { DELETE: "Its table was deleted", DETACH: "Its table was detached" };

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: Object.values(SUBJECTS).map((subject) =>
      workshop.message(subject, ALICE, BOB, workshop.sign(richMessage(TEXT), alice)),
    ),
    anchors: [workshop.authority.certificate],
  });
  await session.mail.openInbox(2);
  return session;
};

journeys("message-security-removed", start, (journey) => {
  for (const [how, subject] of Object.entries(SUBJECTS)) {
    journey(subject, async (session) => {
      const { mail, signet, thunderbird } = session;
      await mail.select(subject);
      assert.equal((await signet.judged(subject)).signature, "pen");
      const target = path.join(folder, how);
      mkdirSync(target, { recursive: true });
      await thunderbird.run(async (operation, where) => {
        const { AttachmentInfo } = ChromeUtils.importESModule("resource:///modules/AttachmentInfo.sys.mjs");
        const message = document.getElementById("tabmail").currentAboutMessage;
        const { gMessage, currentAttachments } = message;
        if (operation === "DELETE") {
          await AttachmentInfo.deleteAttachments(gMessage, [...currentAttachments]);
        } else {
          await AttachmentInfo.detachAttachments(gMessage, [...currentAttachments], where);
        }
      }, how, target);
      // The host puts another message in its place.
      await waitUntil("the changed message", async () => {
        await mail.selectAtOnce(subject);
        const header = await signet.header();
        return header.subject === subject && header.phase === "judged" && header.signature === "question-pen";
      });
      assert.equal((await signet.header()).hostIcons, false);
      // (What the host shows of it is its own: it puts the parts of a signed message outside of its boundaries.)
      const shown = await signet.openMessageSecurity();
      assert.match(shown.sentences.join(" "), /were removed after it had arrived/);
      assert.deepEqual(await signet.remedies(), []);
      await session.screenshot(`message-security-removed-${how.toLowerCase()}`, "signet:message-security");
      await signet.closeMessageSecurity();
    });
  }
});
