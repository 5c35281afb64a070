// Messages that are made from an encrypted one: an answer, a forward, a draft. They are encrypted as well,
// or the person says in so many words that they want it otherwise; and drafts keep what was chosen.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BOB, CAROL, ERIN } from "../../support/demo/harbour.mjs";
import { Workshop, text } from "../support/encrypting.mjs";
import { goOnWithDraft } from "../support/drafts.mjs";
import { journeys } from "../support/journey.mjs";
import { pause, waitUntil } from "../support/processes.mjs";
import { Outbox, arrives, deliver, goesBack, headerOf, isStopped, savesDraft, settles } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-origin-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const carol = workshop.person(CAROL.name, CAROL.address);
const outbox = new Outbox(folder, workshop.authority.certificate);

const TEXT = "The results are in.";
const FROM_CAROL = "Results of ward 2";
const FROM_ERIN = "Results of ward 3";
const PLAIN = "The weather";

const start = async () => {
  const secret = workshop.encrypt(text(TEXT), [bob]);
  const erin = { name: "Erin Walsh", address: ERIN };
  const messages = [
    workshop.message(FROM_CAROL, CAROL, BOB, secret),
    workshop.message(FROM_ERIN, erin, BOB, secret),
    workshop.message(PLAIN, erin, BOB, text("It rains.")),
  ];
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
    certificates: [carol.certificate],
  });
  await session.mail.openInbox(messages.length);
  return session;
};

/**
 * Begins to answer a message, or what else one does with it.
 * @param {Session} session
 * @param {string} subject
 * @param {Parameters<Session["compose"]["answer"]>[0]} command
 */
async function makeFrom({ compose, mail, signet }, subject, command) {
  await mail.select(subject);
  await signet.judged(subject);
  const { text: quoted } = await compose.answer(command);
  await compose.ready();
  return quoted;
}

/** Sends it without encryption, as the window that asks lets one do. @param {Session} session */
async function arrivesWithout({ compose, smtp }) {
  const before = smtp.messages.length;
  await compose.answerStopDialog("without");
  await compose.waitUntilClosed();
  await waitUntil("the message to arrive", () => smtp.messages.length > before);
  return smtp.messages[before].octets.toString();
}

/** Nobody is asked anything. @param {Session} session */
async function leavesAtOnce(session) {
  return (await arrives(session)).toString();
}

/** @param {Session} session @param {string} to */
async function addRecipient({ thunderbird }, to) {
  await thunderbird.run((address) => {
    const window = Services.wm.getMostRecentWindow("msgcompose");
    const row = window.document.querySelector('.address-row[data-recipienttype="addr_to"]');
    window.addressRowAddRecipientsArray(row, [address]);
  }, to);
}

/** Throws the message and its drafts away. @param {Session} session */
async function discardAll({ compose, imap, mail, person, thunderbird }) {
  await compose.discard();
  await thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const { rootFolder } = MailServices.accounts.getAccount("account1").incomingServer;
    const drafts = rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Drafts);
    drafts?.deleteMessages([...drafts.messages], null, true, false, null, false);
  });
  await waitUntil("the drafts to go", () => imap.messages(person.user, "Drafts").length === 0);
  await mail.openInbox(3);
}

journeys("compose-security-origin", start, (journey) => {
  journey("an answer to an encrypted message is encrypted", async (session) => {
    const quoted = await makeFrom(session, FROM_CAROL, "cmd_reply");
    assert.match(quoted, new RegExp(TEXT));
    await settles(session, { sign: "absent", encrypt: "shown" });
    const octets = await arrives(session);
    assert.doesNotMatch(octets.toString(), new RegExp(TEXT));
    const inside = outbox.decrypted(outbox.keep("answer.eml", octets), carol);
    assert.match(readFileSync(inside, "utf8"), new RegExp(TEXT));
  });

  journey("without encryption it leaves only if the person says so, and is told what it means", async (session) => {
    const { compose } = session;
    await makeFrom(session, FROM_CAROL, "cmd_reply");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await compose.choose("never");
    await settles(session, { sign: "absent", encrypt: "absent" });
    const dialog = await isStopped(session, /text from a message that was encrypted/);
    assert.match(dialog.heading, /without encryption\?/);
    assert.match(dialog.text, /can be read on its way/);
    await session.screenshot("send-stopped-from-encrypted", "signet:send-stopped");
    await session.inTheDark(() => session.screenshot("send-stopped-from-encrypted-dark", "signet:send-stopped"));
    const focused = await session.thunderbird.run(
      () => Services.wm.getMostRecentWindow("signet:send-stopped").document.activeElement.id);
    assert.equal(focused, "back"); // what Enter does
    await goesBack(session);
    await isStopped(session, /was encrypted/); // it is asked each time
    assert.match(await arrivesWithout(session), new RegExp(TEXT));
  });

  journey("if possible, and it is not: who could not read it is named, and it is asked", async (session) => {
    const { compose } = session;
    await makeFrom(session, FROM_ERIN, "cmd_reply");
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    await compose.choose("if-possible");
    await settles(session, { sign: "absent", encrypt: "absent" });
    const dialog = await isStopped(session, /text from a message that was encrypted/);
    assert.match(dialog.text, /no certificate for erin@/);
    await session.screenshot("send-stopped-from-encrypted-possible", "signet:send-stopped");
    await goesBack(session);
    await compose.discard();
  });

  journey("required, and it is not possible: the second step says it", async (session) => {
    const { compose } = session;
    await makeFrom(session, FROM_ERIN, "cmd_reply");
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    const dialog = await isStopped(session, /no certificate for erin@/);
    assert.doesNotMatch(dialog.text, /text from a message/);
    await compose.answerStopDialog("without");
    await waitUntil("the second step", async () =>
      /text from a message that was encrypted/.test((await compose.stopDialog())?.text ?? ""));
    assert.match(await arrivesWithout(session), new RegExp(TEXT)); // and nothing more is asked
  });

  journey("without encryption, signing does not help", async (session) => {
    const { compose } = session;
    await makeFrom(session, FROM_CAROL, "cmd_reply");
    await compose.choose("never");
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "absent" });
    await isStopped(session, /text from a message that was encrypted/);
    assert.match(await arrivesWithout(session), /multipart\/signed/);
  });

  for (const command of /** @type {const} */ (["cmd_forwardInline", "cmd_editAsNew"])) {
    journey(`the same for ${command}`, async (session) => {
      const { compose } = session;
      assert.match(await makeFrom(session, FROM_CAROL, command), new RegExp(TEXT));
      await addRecipient(session, CAROL.address);
      await settles(session, { sign: "absent", encrypt: "shown" });
      await compose.choose("never");
      await isStopped(session, /text from a message that was encrypted/);
      await goesBack(session);
      await compose.discard();
    });
  }

  journey("forwarded as it came, it stays encrypted, and nobody is asked", async (session) => {
    const { compose } = session;
    await makeFrom(session, FROM_CAROL, "cmd_forwardAttachment");
    await addRecipient(session, ERIN);
    await compose.choose("never");
    await settles(session, { sign: "absent", encrypt: "absent" });
    const sent = await leavesAtOnce(session);
    assert.match(sent, /message\/rfc822/);
    assert.match(sent, /pkcs7-mime/);
    assert.doesNotMatch(sent, new RegExp(TEXT));
  });

  journey("an answer to a plain message leaves at once", async (session) => {
    await makeFrom(session, PLAIN, "cmd_reply");
    await settles(session, { sign: "absent", encrypt: "absent" });
    assert.match(await leavesAtOnce(session), /It rains/);
  });

  journey("a draft of an answer is encrypted whatever is chosen, and goes on as it was left", async (session) => {
    const { compose } = session;
    await makeFrom(session, FROM_CAROL, "cmd_reply");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await compose.choose("never");
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "absent" });
    const draft = await savesDraft(session);
    assert.doesNotMatch(draft.toString(), new RegExp(TEXT));
    assert.doesNotMatch(headerOf(draft), /Signet-Draft/i);
    const inside = readFileSync(outbox.decrypted(outbox.keep("draft.eml", draft), bob), "utf8");
    assert.match(inside, new RegExp(TEXT));
    await compose.discard();
    await goOnWithDraft(session);
    const view = await settles(session, { sign: "shown", encrypt: "absent" });
    assert.ok(view.checked.never && view.checked.sign);
    await isStopped(session, /text from a message that was encrypted/);
    await goesBack(session);
    await discardAll(session);
  });

  journey("a draft that is not to be encrypted keeps what was chosen", async (session) => {
    const { compose } = session;
    await makeFrom(session, PLAIN, "cmd_reply");
    await settles(session, { sign: "absent", encrypt: "absent" });
    await compose.choose("if-possible");
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "absent" });
    const draft = await savesDraft(session);
    assert.match(draft.toString(), /It rains/);
    await compose.discard();
    await goOnWithDraft(session);
    const view = await settles(session, { sign: "shown", encrypt: "absent" });
    assert.ok(view.checked["if-possible"] && view.checked.sign);
    const sent = await leavesAtOnce(session);
    assert.match(sent, /multipart\/signed/);
    assert.doesNotMatch(sent, /X-Signet/i); // it is between the person and the draft
    await session.mail.openInbox(3);
  });

  journey("Send Later asks as Send does", async (session) => {
    const { compose, smtp } = session;
    await makeFrom(session, FROM_CAROL, "cmd_reply");
    await compose.choose("never");
    await settles(session, { sign: "absent", encrypt: "absent" });
    const before = smtp.attempts;
    await deliver(session, "Later");
    await waitUntil("the window that asks", async () =>
      /was encrypted/.test((await compose.stopDialog())?.text ?? ""));
    await pause(500);
    assert.ok(await compose.isOpen());
    await goesBack(session);
    assert.equal(smtp.attempts, before);
    await compose.discard();
  });

  journey("who changes an encrypted draft on the server does not switch its encryption off", async (session) => {
    const { compose, imap, person } = session;
    const inside = `Content-Signet-Draft: encryption=required; sign=no; from=plain\r\n${text("Confidential.")}`;
    const draft = workshop.message("Salaries", BOB, CAROL, workshop.encrypt(inside, [bob]));
    const changed = `X-Signet-Draft: encryption=never; sign=no; from=plain\r\n${draft}`;
    imap.deliver(person.user, Buffer.from(changed), { mailbox: "Drafts", seen: true });
    await goOnWithDraft(session);
    await settles(session, { sign: "absent", encrypt: "shown" });
    assert.ok((await compose.view()).checked.required);
    await compose.discard();
  });
});
