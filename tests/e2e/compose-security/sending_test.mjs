// Sending signed and encrypted mail: what arrives at the other side is opened by OpenSSL and by Signet's
// command line, and what cannot be protected does not leave.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { BOB, CAROL, DAN, ERIN } from "../../support/demo/harbour.mjs";
import { startSession } from "../support/session.mjs";
import { waitUntil } from "../support/processes.mjs";
import { arrives, deliver, goesBack, headerOf, isStopped, settles, textOf } from "../support/sent_mail.mjs";
import { builtXpi, verify } from "../support/signet.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";

const { root, staff, bob, carol, key, outbox } = harbourOffice("sending");
const dan = staff.certify("dan", {
  ...DAN, algorithm: "ec", usage: "digitalSignature,keyAgreement",
});

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [carol.certificate, dan.certificate],
    key,
  });

/** Lines that mail servers and mail programs like to change. */
const BODY =
  "Liebe Carol,\n\nFrom here on: größer, ½, 日本語.\nTrailing spaces:   \n.\n..\n" +
  `${"long ".repeat(300)}\n\tBob\n-- \nBob\n`;

/** @param {string} file */
function judgedBySignet(file) {
  const { verdicts } = verify("--anchor", root.certificate, file);
  assert.equal(verdicts.length, 1);
  return verdicts[0];
}

journeys("compose-security-sending", start, (journey) => {
  journey("a signed message passes OpenSSL and Signet, and its copy is signed too", async (session) => {
    const { compose, imap, person } = session;
    const copies = imap.messages(person.user, "Sent").length;
    await compose.open({ to: CAROL.address, subject: "Minutes", body: BODY });
    await compose.ready();
    await compose.choose("sign");
    const view = await settles(session, { sign: "shown", encrypt: "absent" });
    assert.match(view.titles.sign, /will be digitally signed/);
    await session.screenshot("compose-security-signing", "msgcompose");
    const file = outbox.keep("signed.eml", await arrives(session));
    assert.match(readFileSync(file, "latin1"), /^Content-Type: multipart\/signed/m);
    const text = textOf(outbox.signedContent(file));
    assert.match(text, /größer, ½, 日本語/);
    assert.match(text, /Trailing spaces: {3}/);
    const { signature, reasons } = judgedBySignet(file);
    assert.deepEqual([signature, reasons[0].code], ["valid", "valid"]);
    await waitUntil("the copy", () => imap.messages(person.user, "Sent").length > copies);
  });

  journey("with an attachment, all of it is signed", async (session) => {
    const { compose } = session;
    const attach = outbox.keep("plan.bin", Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 251)));
    await compose.open({ to: CAROL.address, subject: "Plan", body: "See below.\n", attach });
    await compose.ready();
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "absent" });
    const file = outbox.keep("attachment.eml", await arrives(session));
    assert.match(outbox.signedContent(file), /plan\.bin/);
    assert.equal(judgedBySignet(file).signature, "valid");
  });

  journey("an encrypted message is opened by every recipient and by its sender", async (session) => {
    const { compose } = session;
    const to = `${CAROL.address}, ${DAN.address}`;
    await compose.open({ to, subject: "Results", body: "Confidential.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await compose.choose("info");
    const info = await waitUntil("both recipients", async () => {
      const now = await compose.info();
      return now?.encrypted === "Yes" && now.recipients.length === 2 ? now : null;
    });
    assert.deepEqual(info.recipients.map(([who, can]) => [who, can]), [
      [CAROL.address, "Yes"],
      [DAN.address, "Yes"],
    ]);
    await session.screenshot("compose-security-info-encrypt", "signet:compose-security");
    await compose.closeInfo();
    const file = outbox.keep("encrypted.eml", await arrives(session));
    const raw = readFileSync(file, "latin1");
    assert.match(raw, /^Content-Type: application\/pkcs7-mime/m);
    assert.doesNotMatch(raw, /Confidential/);
    for (const who of [carol, dan, bob]) {
      assert.match(readFileSync(outbox.decrypted(file, who), "latin1"), /Confidential\./);
    }
    assert.notEqual(judgedBySignet(file).encryption, "none");
  });

  journey("signed and encrypted: the signature is inside", async (session) => {
    const { compose } = session;
    await compose.open({ to: CAROL.address, subject: "Both", body: BODY });
    await compose.ready();
    await compose.choose("sign");
    await compose.choose("required");
    await settles(session, { sign: "shown", encrypt: "shown" });
    await session.screenshot("compose-security-signing-encrypting", "msgcompose");
    const file = outbox.keep("both.eml", await arrives(session));
    const inner = outbox.decrypted(file, carol);
    assert.match(textOf(outbox.signedContent(inner)), /größer, ½, 日本語/);
  });

  journey("its subject stands inside only, and whoever can open it sees and answers it", async (session) => {
    const { compose, imap, mail, person, signet, thunderbird } = session;
    const SUBJECT = "Größe der Station";
    await compose.open({ to: CAROL.address, subject: SUBJECT, body: "Confidential.\n" });
    await compose.ready();
    await compose.choose("sign");
    await compose.choose("required");
    await settles(session, { sign: "shown", encrypt: "shown" });
    const octets = await arrives(session);
    assert.match(headerOf(octets), /^Subject: \[\.\.\.\]\r?$/m);
    assert.equal(headerOf(octets).match(/^(From|To|Date|Message-ID|MIME-Version):/gm)?.length, 5);
    const inside = outbox.signedContent(outbox.decrypted(outbox.keep("subject.eml", octets), carol));
    assert.match(inside, /^Content-Type: [^]*?hp="cipher"/);
    assert.match(inside, /^HP-Outer: Subject: \[\.\.\.\]\r?$/m);
    assert.match(inside, /^Subject: =\?UTF-8\?/m);
    assert.match(textOf(inside), /^Subject: Größe der Station\r?\n\r?\nConfidential\./);

    imap.deliver(person.user, octets);
    await mail.openInbox(1);
    await mail.selectAtOnce("[...]");
    assert.equal((await signet.judged("[...]")).signature, "pen");
    await thunderbird.waitFor("the subject", (wanted) => {
      const { document: page } = document.getElementById("tabmail").currentAboutMessage;
      return page.getElementById("expandedsubjectBox").textContent.includes(wanted);
    }, SUBJECT);
    // The copy at the beginning of the text is for programs that show "[...]".
    assert.match(await mail.bodyText(), /^Confidential\./);
    await session.screenshot("message-security-protected-subject");
    await compose.answer("cmd_reply");
    await thunderbird.waitFor("the subject of the answer", (type, wanted) =>
      Services.wm.getMostRecentWindow(type)?.document.getElementById("msgSubject").value === wanted,
    "msgcompose", `Re: ${SUBJECT}`);
    await compose.discard();
  });

  journey("a recipient without a certificate stops it, and is named", async (session) => {
    const { compose } = session;
    await compose.open({ to: `${CAROL.address}, ${ERIN}`, subject: "Results", body: "Secret.\n" });
    await compose.ready();
    await compose.choose("required");
    const view = await settles(session, { sign: "absent", encrypt: "struck-out" });
    assert.match(view.titles.encrypt, /cannot be encrypted.*erin@/);
    await compose.choose("info");
    const info = await waitUntil("the recipient that is missing", async () => {
      const now = await compose.info();
      return now?.encrypted === "Not possible" && now.recipients.length === 2 ? now : null;
    });
    assert.deepEqual(info.recipients.map(([, can]) => can), ["Yes", "No"]);
    assert.match(info.recipients[1][2], /no certificate for erin@/);
    await session.screenshot("compose-security-info-missing", "signet:compose-security");
    await session.inTheDark(() =>
      session.screenshot("compose-security-info-missing-dark", "signet:compose-security"));
    await compose.closeInfo();
    const dialog = await isStopped(session, /no certificate for erin@/);
    assert.equal(dialog.heading, "Your message was not sent");
    assert.doesNotMatch(dialog.text, /carol@/);
    await session.screenshot("send-stopped-recipient", "signet:send-stopped");
    await session.inTheDark(() => session.screenshot("send-stopped-recipient-dark", "signet:send-stopped"));
    await goesBack(session);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    await compose.discard();
  });

  journey("the person sends it without encryption, in a second step that says what it means", async (session) => {
    const { compose, smtp } = session;
    await compose.open({ to: ERIN, subject: "Lunch", body: "At noon?\n" });
    await compose.ready();
    await compose.choose("required");
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "struck-out" });
    await isStopped(session, /no certificate for erin@/);
    await compose.answerStopDialog("without");
    const second = await waitUntil("the second step", async () => {
      const now = await compose.stopDialog();
      return now && /without encryption\?/.test(now.heading) ? now : null;
    });
    assert.match(second.text, /Others may be able to read it/);
    assert.doesNotMatch(second.text, /erin@/);
    await session.screenshot("send-stopped-second-step", "signet:send-stopped");
    const before = smtp.messages.length;
    await compose.answerStopDialog("without");
    await compose.waitUntilClosed();
    await waitUntil("the message to arrive", () => smtp.messages.length > before);
    const file = outbox.keep("without.eml", smtp.messages[before].octets);
    const { signature, encryption } = judgedBySignet(file);
    assert.deepEqual([signature, encryption], ["valid", "none"]); // what was possible is still done
  });

  journey("a list of the address book stands for its members", async (session) => {
    const { compose, thunderbird } = session;
    await thunderbird.run((members) => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const make = (/** @type {string} */ name, /** @type {any} */ kind) =>
        Cc[`@mozilla.org/addressbook/${name};1`].createInstance(kind);
      const [book] = MailServices.ab.directories;
      const list = make("directoryproperty", Ci.nsIAbDirectory);
      list.isMailList = true;
      list.dirName = "Ward 2";
      const added = book.addMailList(list);
      for (const address of members) {
        const card = make("cardproperty", Ci.nsIAbCard);
        card.primaryEmail = address;
        added.addCard(card);
      }
    }, [CAROL.address, DAN.address]);
    await compose.open({ to: "Ward 2 <Ward 2>", subject: "Results", body: "Confidential.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    const file = outbox.keep("list.eml", await arrives(session));
    for (const who of [carol, dan, bob]) {
      assert.match(readFileSync(outbox.decrypted(file, who), "latin1"), /Confidential\./);
    }
  });

  journey("encryption if possible, and it is not: plain, as the icons say", async (session) => {
    const { compose } = session;
    await compose.open({ to: ERIN, subject: "Lunch", body: "At noon?\n" });
    await compose.ready();
    await compose.choose("if-possible");
    await settles(session, { sign: "absent", encrypt: "absent" });
    const raw = (await arrives(session)).toString("latin1");
    assert.match(raw, /At noon\?/);
    assert.doesNotMatch(raw, /pkcs7/);
  });

  journey("encryption if possible, and it is: encrypted", async (session) => {
    const { compose } = session;
    await compose.open({ to: CAROL.address, subject: "Lunch", body: "At noon?\n" });
    await compose.ready();
    await compose.choose("if-possible");
    await settles(session, { sign: "absent", encrypt: "shown" });
    const file = outbox.keep("possible.eml", await arrives(session));
    assert.match(readFileSync(outbox.decrypted(file, carol), "latin1"), /At noon\?/);
  });

  journey("hidden recipients get copies of their own, which nobody else can see", async (session) => {
    const { compose, imap, person, smtp } = session;
    const before = smtp.messages.length;
    const copies = imap.messages(person.user, "Sent").length;
    await compose.open({ to: CAROL.address, bcc: DAN.address, subject: "Results", body: "Secret.\n" });
    await compose.ready();
    await compose.choose("required");
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "shown" });
    await compose.send();
    await compose.waitUntilClosed();
    await waitUntil("both messages", () => smtp.messages.length === before + 2);
    const [apart, together] = smtp.messages.slice(before);
    assert.deepEqual([apart.to, together.to], [[DAN.address], [CAROL.address]]);
    for (const [name, { octets }, reads, cannot] of /** @type {const} */ ([
      ["apart", apart, dan, carol],
      ["together", together, carol, dan],
    ])) {
      const header = headerOf(octets);
      assert.doesNotMatch(header, /bcc|dan@|Okafor/i);
      assert.match(header, new RegExp(`^To: .*${CAROL.address}`, "m"));
      const file = outbox.keep(`hidden-${name}.eml`, octets);
      for (const who of [reads, bob]) {
        assert.match(textOf(outbox.signedContent(outbox.decrypted(file, who))), /Secret\./);
      }
      assert.throws(() => outbox.decrypted(file, cannot));
    }
    await waitUntil("the copy", () => imap.messages(person.user, "Sent").length > copies);
    const [own] = imap.messages(person.user, "Sent").slice(-1);
    assert.match(own.toString("latin1"), new RegExp(`^Bcc: .*${DAN.address}`, "m")); // the writer knows
  });

  journey("if all are hidden, nobody sees another one", async (session) => {
    const { compose, smtp } = session;
    const before = smtp.messages.length;
    await compose.open({ to: "", bcc: `${CAROL.address}, ${DAN.address}`, subject: "News", body: "Secret.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await compose.send();
    await compose.waitUntilClosed();
    await waitUntil("both messages", () => smtp.messages.length === before + 2);
    const [first, second] = smtp.messages.slice(before);
    assert.deepEqual([first.to, second.to], [[DAN.address], [CAROL.address]]);
    for (const { octets } of [first, second]) {
      assert.doesNotMatch(headerOf(octets), /bcc|dan@|carol@/i);
    }
    outbox.decrypted(outbox.keep("hidden-first.eml", first.octets), dan);
    assert.throws(() => outbox.decrypted(outbox.keep("hidden-second.eml", second.octets), dan));
  });

  journey("the copy of a hidden recipient that no server takes stops the message", async (session) => {
    const { compose, smtp } = session;
    const before = smtp.messages.length;
    await compose.open({ to: CAROL.address, bcc: DAN.address, subject: "Results", body: "Secret.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    smtp.refused.add(DAN.address);
    await compose.send();
    await waitUntil("a bar that says so", async () =>
      (await compose.view()).bars.some((text) => /dan@[^]*was not accepted[^]*Nobody has received it/.test(text)));
    await session.screenshot("compose-security-copy-refused", "msgcompose");
    await waitUntil("the message to be there to write on", () => compose.canSend());
    assert.equal(smtp.messages.length, before);
    smtp.refused.clear();
    await compose.send();
    await compose.waitUntilClosed();
    await waitUntil("both messages", () => smtp.messages.length === before + 2);
  }, /could not be protected|Command failed: 550/);

  journey("with hidden recipients it cannot wait in the Outbox", async (session) => {
    const { compose, smtp } = session;
    const before = smtp.attempts;
    await compose.open({ to: CAROL.address, bcc: DAN.address, subject: "Results", body: "Secret.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await deliver(session, "Later");
    await waitUntil("a bar that says so", async () =>
      (await compose.view()).bars.some((text) => /cannot wait in the Outbox/.test(text)));
    assert.ok(await compose.isOpen());
    assert.equal(smtp.attempts, before);
    await compose.discard();
  });

  journey("a draft of it is encrypted to its writer", async (session) => {
    const { compose, imap, person } = session;
    const before = imap.messages(person.user, "Drafts").length;
    await compose.open({ to: CAROL.address, subject: "Unfinished", body: "Confidential so far.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await deliver(session, "SaveAsDraft");
    await waitUntil("the draft", () => imap.messages(person.user, "Drafts").length > before);
    const [draft] = imap.messages(person.user, "Drafts").slice(-1);
    assert.doesNotMatch(draft.toString("latin1"), /Confidential/);
    assert.match(readFileSync(outbox.decrypted(outbox.keep("draft.eml", draft), bob), "latin1"), /so far/);
    await compose.discard();
  });

  journey("Send Later keeps it encrypted until it leaves", async (session) => {
    const { compose, smtp, thunderbird } = session;
    const before = smtp.messages.length;
    await compose.open({ to: CAROL.address, subject: "Later", body: "Confidential.\n" });
    await compose.ready();
    await compose.choose("required");
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "shown" });
    await deliver(session, "Later");
    await compose.waitUntilClosed();
    await thunderbird.run(async () => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const sender = Cc["@mozilla.org/messengercompose/sendlater;1"].getService(Ci.nsIMsgSendLater);
      sender.sendUnsentMessages(MailServices.accounts.getAccount("account1").defaultIdentity);
    });
    await waitUntil("the message to arrive", () => smtp.messages.length > before);
    const file = outbox.keep("later.eml", smtp.messages[before].octets);
    assert.match(textOf(outbox.signedContent(outbox.decrypted(file, carol))), /Confidential/);
  });

  journey("a recipient who comes later changes what is shown, and is marked", async (session) => {
    const { compose, thunderbird } = session;
    await compose.open({ to: CAROL.address, subject: "Growing", body: "Secret.\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await thunderbird.run((address) => {
      const window = Services.wm.getMostRecentWindow("msgcompose");
      const row = window.document.querySelector('.address-row[data-recipienttype="addr_to"]');
      window.addressRowAddRecipientsArray(row, [address]);
    }, ERIN);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    const marked = await waitUntil("the mark", () =>
      thunderbird.run(() =>
        Array.from(
          Services.wm
            .getMostRecentWindow("msgcompose")
            .document.querySelectorAll("mail-address-pill[signet-no-certificate]"),
          (/** @type {any} */ pill) =>
            `${pill.emailAddress}: ${pill.querySelector(".pill-label").getAttribute("tooltiptext")}`,
        ).join("; ")));
    assert.match(marked, /^erin@[^;]*no certificate for erin@[^;]*$/);
    await session.screenshot("compose-security-marked-recipient", "msgcompose");
    await compose.choose("never");
    await settles(session, { sign: "absent", encrypt: "absent" });
    await waitUntil("the mark to go", () =>
      thunderbird.run(
        () =>
          !Services.wm
            .getMostRecentWindow("msgcompose")
            .document.querySelector("mail-address-pill[signet-no-certificate]"),
      ));
    await compose.discard();
  });
});
