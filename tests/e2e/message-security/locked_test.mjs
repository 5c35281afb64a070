// A profile with a primary password: the host asks for it once, when a message needs it, and for nothing that
// nobody waits for. Reading signed mail needs none; who cancels is left alone and told why the message stays
// closed, or finds the message that was to be signed as it was.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { pause, waitUntil } from "../support/processes.mjs";
import { afterPrompts, answerPrompts, endPrompts } from "../support/prompts.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-locked-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const PRIMARY = "primary password";

const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const bobNew = workshop.person(BOB.name, BOB.address);
const TEXT = "The results are in.";
const SIGNED = "Signed results";
const SUBJECTS = ["First results", "Second results", "Third results"];

const start = async () => {
  const messages = SUBJECTS.map((subject) =>
    workshop.message(subject, ALICE, BOB, workshop.encrypt(text(TEXT), [bob, bobNew])),
  );
  const alice = workshop.person(ALICE.name, ALICE.address);
  messages.push(workshop.message(SIGNED, ALICE, BOB, workshop.sign(text("Signed."), alice)));
  messages.push(workshop.message("Lunch", ALICE, BOB, text("At noon?")));
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    key: [bob, bobNew].map((who) => workshop.keyFile(who)),
    anchors: [workshop.authority.certificate],
  });
  await session.mail.openInbox(messages.length);
  return session;
};

/** Locks the profile again. @param {import("../support/session.mjs").Session} session */
async function lock({ thunderbird }) {
  await thunderbird.run(() =>
    Cc["@mozilla.org/security/internalkeytoken;1"].createInstance(Ci.nsIPKCS11Token).logout());
}

/** Writes a message that is to be signed. @param {import("../support/session.mjs").Session} session */
async function writeSigned({ compose }) {
  await compose.open({ to: ALICE.address, subject: "Thanks", body: "Thank you." });
  await compose.ready();
  const { states } = await compose.view();
  if (states.sign !== "shown") {
    await compose.choose("sign");
  }
  await waitUntil("the pen", async () => (await compose.view()).states.sign === "shown");
}

journeys("message-security-locked", start, (journey) => {
  journey("the primary password is set, and the profile is locked", async ({ thunderbird }) => {
    const locked = await thunderbird.run((password) => {
      const token = Cc["@mozilla.org/security/internalkeytoken;1"].createInstance(Ci.nsIPKCS11Token);
      token.changePassword("", password);
      token.logout();
      return token.hasPassword && !token.isLoggedIn;
    }, PRIMARY);
    assert.ok(locked);
  });

  journey("what nobody waits for asks nobody, and gets nothing", async (session) => {
    await answerPrompts(session, null);
    const found = await session.thunderbird.run(async () => {
      const { MsgHdrToMimeMessage } = ChromeUtils.importESModule(
        "resource:///modules/gloda/MimeMessage.sys.mjs",
      );
      const header = document.getElementById("tabmail").currentAbout3Pane.gDBView.getMsgHdrAt(0);
      return new Promise((resolve) => {
        MsgHdrToMimeMessage(
          header,
          null,
          (/** @type {any} */ _header, /** @type {any} */ message) =>
            resolve(message?.coerceBodyToPlaintext(header.folder) ?? ""),
          true,
          { examineEncryptedParts: true },
        );
      });
    });
    assert.doesNotMatch(found, new RegExp(TEXT));
    assert.equal(await endPrompts(session), 0);
  });

  journey("a signed message is read without its password", async (session) => {
    const { mail, signet } = session;
    await answerPrompts(session, null);
    await mail.select(SIGNED);
    assert.equal((await signet.judged(SIGNED)).signature, "pen");
    assert.equal(await endPrompts(session), 0);
  });

  journey("who cancels is asked once and told why", async (session) => {
    const { mail, signet } = session;
    await answerPrompts(session, null);
    await afterPrompts(() => mail.select(SUBJECTS[0]));
    const header = await afterPrompts(() => signet.judged(SUBJECTS[0]));
    assert.equal(header.encryption, "broken-key");
    assert.match(await mail.bodyText(), /was asked for and not entered/);
    const shown = await signet.openMessageSecurity();
    assert.match(shown.encryption.sentences.join("\n"), /was asked for and not entered/);
    await session.screenshot("message-security-password-cancelled", "signet:message-security");
    assert.equal(await endPrompts(session), 1);
  });

  journey("and may enter it after all", async (session) => {
    const { mail, signet } = session;
    assert.deepEqual(await signet.remedies(), ["Enter Password…"]);
    await answerPrompts(session, PRIMARY);
    await signet.pressRemedy("enter-password");
    await waitUntil("the key", () =>
      afterPrompts(async () => (await signet.header()).encryption === "key"));
    assert.match(await mail.bodyText(), new RegExp(TEXT));
    assert.deepEqual(await signet.remedies(), []);
    await signet.closeMessageSecurity();
    assert.equal(await endPrompts(session), 1);
    await lock(session);
  });

  journey("a signed message whose password is not entered stays as it was, and nothing more is said", async (session) => {
    const { compose, smtp, thunderbird } = session;
    await writeSigned(session);
    await answerPrompts(session, null);
    const before = smtp.attempts;
    await compose.send();
    await waitUntil("the question", async () =>
      afterPrompts(() => thunderbird.run(() => /** @type {any} */ (window).signetTestPrompts > 0)));
    await waitUntil("the message to be there to write on", () => afterPrompts(() => compose.canSend()));
    await pause(1000); // what might be said or sent all the same would be so now
    assert.ok(await compose.isOpen());
    assert.equal(await compose.stopDialog(), null);
    assert.equal(smtp.attempts, before);
    assert.equal((await compose.view()).states.sign, "shown");
    await session.screenshot("compose-security-password-cancelled", "msgcompose");
    assert.equal(await endPrompts(session), 1);
  });

  journey("after a wrong password the host asks again; with the right one it is signed and sent", async (session) => {
    const { compose, smtp } = session;
    await answerPrompts(session, "not the password", PRIMARY);
    const before = smtp.messages.length;
    await compose.send();
    await afterPrompts(() => compose.waitUntilClosed());
    await waitUntil("the message to arrive", () => smtp.messages.length > before);
    assert.match(smtp.messages[before].octets.toString("latin1"), /Content-Type: multipart\/signed/);
    assert.equal(await endPrompts(session), 2);
    await lock(session);
  });

  journey("after a wrong password the host asks again; with the right one the message is opened, and the next ones without a question", async (session) => {
    const { mail, signet } = session;
    await answerPrompts(session, "not the password", PRIMARY);
    for (const subject of SUBJECTS.toReversed()) {
      await afterPrompts(() => mail.select(subject));
      const header = await afterPrompts(() => signet.judged(subject));
      assert.equal(header.encryption, "key");
      assert.match(await mail.bodyText(), new RegExp(TEXT));
    }
    assert.equal(await endPrompts(session), 2); // the wrong one, and the right one
  });
});
