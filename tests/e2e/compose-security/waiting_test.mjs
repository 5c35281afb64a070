// Messages that wait: in the Outbox, also over a restart and without a network, and as drafts that are gone on with.
// While they wait nobody can read them but who may, and what leaves is what was written last.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { BOB, CAROL, DAN } from "../../support/demo/harbour.mjs";
import { goOnWithDraft } from "../support/drafts.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { waitUntil } from "../support/processes.mjs";
import { arrives, deliver, savesDraft, settles, textOf } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { root, staff, bob, carol, key, outbox } = harbourOffice("waiting");
const dan = staff.certify("dan", { ...DAN, algorithm: "ec", usage: "digitalSignature,keyAgreement" });

const TEXT = "Confidential, größer.";

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [carol.certificate, dan.certificate],
    key,
    // What waits does not leave by itself, and nobody is asked whether it shall.
    preferences: { "offline.send.unsent_messages": 2 },
  });

/** @param {Session} session @param {string} subject @param {string} [body] */
async function write(session, subject, body = `${TEXT}\n`) {
  const { compose } = session;
  await compose.open({ to: CAROL.address, subject, body });
  await compose.ready();
  await compose.choose("sign");
  await compose.choose("required");
  await settles(session, { sign: "shown", encrypt: "shown" });
}

/** How many messages wait in the Outbox. @param {Session} session */
const waiting = ({ thunderbird }) =>
  thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const { rootFolder } = MailServices.accounts.localFoldersServer;
    return rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Queue)?.getTotalMessages(false) ?? 0;
  });

/** Does what Send Unsent Messages does. @param {Session} session */
const sendWaiting = ({ thunderbird }) =>
  thunderbird.run(async () => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const sender = Cc["@mozilla.org/messengercompose/sendlater;1"].getService(Ci.nsIMsgSendLater);
    sender.sendUnsentMessages(MailServices.accounts.getAccount("account1").defaultIdentity);
  });

/** Everything in the profile that is kept of mail, and what is being put together. @param {Session} session */
function kept({ thunderbird }) {
  const files = readdirSync(thunderbird.profile, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile() && /Mail/.test(entry.parentPath))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString());
}

/** @param {Session} session @param {number} before @param {string} name @param {RegExp} words */
async function opensAtCarol({ smtp }, before, name, words) {
  await waitUntil("the message to arrive", () => smtp.messages.length > before);
  const { octets, to } = smtp.messages[before];
  assert.deepEqual(to, [CAROL.address]);
  const inside = outbox.signedContent(outbox.decrypted(outbox.keep(name, octets), carol));
  assert.match(textOf(inside), words);
}

journeys("compose-security-waiting", start, (journey) => {
  journey("Send Later over a restart: it waits encrypted, and leaves so", async (session) => {
    const { compose, mail, smtp, thunderbird } = session;
    const before = smtp.messages.length;
    await write(session, "After a restart");
    await deliver(session, "Later");
    await compose.waitUntilClosed();
    await waitUntil("the Outbox", async () => (await waiting(session)) === 1);
    await thunderbird.restart();
    await mail.openInbox(0);
    assert.equal(await waiting(session), 1);
    for (const file of kept(session)) {
      assert.doesNotMatch(file, /Confidential/);
    }
    assert.equal(smtp.messages.length, before);
    await sendWaiting(session);
    await opensAtCarol(session, before, "restart.eml", /Confidential, größer\./);
    await waitUntil("the Outbox to be empty", async () => (await waiting(session)) === 0);
  });

  journey("without a network it waits encrypted, and leaves when there is one again", async (session) => {
    const { compose, smtp, thunderbird } = session;
    const before = smtp.messages.length;
    await write(session, "Offline");
    await thunderbird.run(() => {
      Services.io.offline = true;
    });
    await settles(session, { sign: "shown", encrypt: "shown" });
    await session.screenshot("compose-security-offline", "msgcompose");
    await compose.send();
    await compose.waitUntilClosed();
    await waitUntil("the Outbox", async () => (await waiting(session)) === 1);
    for (const file of kept(session)) {
      assert.doesNotMatch(file, /Confidential/);
    }
    await thunderbird.goOnline();
    await sendWaiting(session);
    await opensAtCarol(session, before, "offline.eml", /Confidential, größer\./);
  });

  journey("an encrypted draft, opened again and again, changed and sent", async (session) => {
    const { compose, imap, person, thunderbird } = session;
    await write(session, "In parts", "The first part.\n");
    let last = 0;
    for (const part of ["second", "third"]) {
      const draft = await savesDraft(session);
      assert.doesNotMatch(draft.toString(), /first part|second part/);
      await compose.discard();
      last = await goOnWithDraft(session, { after: last });
      const view = await settles(session, { sign: "shown", encrypt: "shown" });
      assert.ok(view.checked.required && view.checked.sign);
      await thunderbird.run((words) => {
        const window = Services.wm.getMostRecentWindow("msgcompose");
        window.GetCurrentEditor().insertText(`The ${words} part.\n`);
      }, part);
    }
    await thunderbird.run((address) => {
      const window = Services.wm.getMostRecentWindow("msgcompose");
      const row = window.document.querySelector('.address-row[data-recipienttype="addr_to"]');
      window.addressRowAddRecipientsArray(row, [address]);
    }, DAN.address);
    await settles(session, { sign: "shown", encrypt: "shown" });
    const file = outbox.keep("parts.eml", await arrives(session));
    for (const who of [carol, dan]) {
      const inside = textOf(outbox.signedContent(outbox.decrypted(file, who)));
      for (const part of ["first", "second", "third"]) {
        assert.match(inside, new RegExp(`The ${part} part\\.`));
      }
      assert.doesNotMatch(inside, /Signet-Draft/); // it was between the writer and the draft
    }
    await waitUntil("the draft to go", () => imap.messages(person.user, "Drafts").length === 0);
  });

  journey("a draft that saves itself is encrypted as well", async (session) => {
    const { compose, imap, person } = session;
    await write(session, "By itself", "Confidential so far.\n");
    const before = imap.messages(person.user, "Drafts").length;
    await deliver(session, "AutoSaveAsDraft");
    await waitUntil("the draft", () => imap.messages(person.user, "Drafts").length > before);
    const [draft] = imap.messages(person.user, "Drafts").slice(-1);
    assert.doesNotMatch(draft.toString(), /so far/);
    assert.match(readFileSync(outbox.decrypted(outbox.keep("auto.eml", draft), bob), "latin1"), /so far/);
    await compose.discard();
  });

  journey("a template is encrypted to its writer, and keeps what was chosen", async (session) => {
    const { compose, thunderbird } = session;
    await thunderbird.run(() => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const { rootFolder } = MailServices.accounts.localFoldersServer;
      if (!rootFolder.containsChildNamed("Templates")) {
        rootFolder.createSubfolder("Templates", null);
      }
      Services.prefs.setStringPref("mail.identity.id1.stationery_folder", `${rootFolder.URI}/Templates`);
      Services.prefs.setStringPref("mail.identity.id1.tmpl_folder_picker_mode", "1");
    });
    await write(session, "Monthly", "Confidential every month.\n");
    await deliver(session, "SaveAsTemplate");
    await thunderbird.waitFor("the template", () => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const { rootFolder } = MailServices.accounts.localFoldersServer;
      return rootFolder.getChildNamed("Templates")?.getTotalMessages(false) === 1;
    });
    const [file] = kept(session).filter((each) => /Subject: Monthly/.test(each));
    assert.ok(file);
    assert.doesNotMatch(file, /every month/);
    await compose.discard();
    await goOnWithDraft(session, { folder: "Templates" });
    const view = await settles(session, { sign: "shown", encrypt: "shown" });
    assert.ok(view.checked.required && view.checked.sign);
    const written = await compose.written();
    assert.match(written.text, /every month/);
    await compose.discard();
  });
});
