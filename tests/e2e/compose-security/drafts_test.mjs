// Drafts of a message that is to be protected, of a person who has no certificate: nobody is told that they
// were sent, and nothing that is to be encrypted is kept in plain text. Send Later is sending.

import assert from "node:assert/strict";
import { startSession } from "../support/session.mjs";
import { pause, waitUntil } from "../support/processes.mjs";
import { deliver } from "../support/sent_mail.mjs";
import { builtXpi } from "../support/signet.mjs";
import { journeys } from "../support/journey.mjs";

journeys("compose-security-drafts", () => startSession({ xpi: builtXpi() }), (journey) => {
  journey("signed drafts are saved, unsigned, without a word", async (session) => {
    const { compose, imap, person } = session;
    const before = imap.messages(person.user, "Drafts").length;
    await compose.open({ to: "carol@example.org", subject: "Unfinished", body: "Dear Carol,\n" });
    await compose.ready();
    await compose.choose("sign");
    await deliver(session, "SaveAsDraft");
    await waitUntil("the draft", () => imap.messages(person.user, "Drafts").length > before);
    const view = await compose.view();
    assert.deepEqual(view.bars.filter((text) => /not sent/.test(text)), []);
    assert.equal(view.icons.sign, true);
    await compose.discard();
  });

  journey("a draft that cannot be encrypted is not saved, and the window says why", async (session) => {
    const { compose, imap, person } = session;
    const before = imap.messages(person.user, "Drafts").length;
    await compose.open({ to: "carol@example.org", subject: "Salaries", body: "Dear Carol,\n" });
    await compose.ready();
    await compose.choose("required");
    await deliver(session, "SaveAsDraft");
    await waitUntil("the words", async () =>
      (await compose.view()).bars.some((text) => /draft was not saved.*no certificate/.test(text)));
    await session.screenshot("compose-security-draft-not-saved", "msgcompose");
    assert.equal(imap.messages(person.user, "Drafts").length, before);
    await compose.choose("never");
    await deliver(session, "SaveAsDraft");
    await waitUntil("the draft", () => imap.messages(person.user, "Drafts").length > before);
    await compose.discard();
  }, /could not be protected/);

  journey("Send Later is stopped as Send is", async (session) => {
    const { compose, smtp, thunderbird } = session;
    const attempts = smtp.attempts;
    await compose.open({ to: "carol@example.org", subject: "Later", body: "Dear Carol,\n" });
    await compose.ready();
    await compose.choose("required");
    await deliver(session, "Later");
    await waitUntil("the words", async () =>
      /not sent/.test((await compose.stopDialog())?.heading ?? ""));
    await pause(1000); // what might leave all the same would do so now
    assert.ok(await compose.isOpen());
    assert.equal(smtp.attempts, attempts);
    const queued = await thunderbird.run(() => {
      const { MailServices } = ChromeUtils.importESModule(
        "resource:///modules/MailServices.sys.mjs",
      );
      const queue = MailServices.accounts.localFoldersServer.rootFolder.getFolderWithFlags(
        Ci.nsMsgFolderFlags.Queue,
      );
      return queue ? queue.getTotalMessages(false) : 0;
    });
    assert.equal(queued, 0);
    await compose.answerStopDialog("back");
    await waitUntil("the message to be there to write on", () => compose.canSend());
    await compose.discard();
  });
});
