// What a person does next with an encrypted message: answer it, forward it, edit it as new, save an
// attachment, print it, find it again; and what happens to it that nobody waits for.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { TABLE, Workshop, multipart, richMessage, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-going-on-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);

const TEXT = "The results are in.";
const SUBJECT = "Everything in one message";
const RICH = richMessage(TEXT);
const PROTECTED = `Content-Type: text/plain; charset=utf-8; hp="cipher"\r\nFrom: ${ALICE.name} <${ALICE.address}>\r\nSubject: The real subject\r\nHP-Outer: Subject: [...]\r\n\r\n${TEXT}\r\n`;
const CHANGED = PROTECTED.replace("HP-Outer: Subject: [...]\r\n", "");

// Its last line has no end.
const ENCRYPTED = workshop.encrypt(text(TEXT).trimEnd(), [bob], ["-aes-256-gcm"]);

/** @param {string} subject @param {string} entity */
const attachedMessage = (subject, entity) =>
  `Content-Type: message/rfc822; name="old.eml"\r\nContent-Disposition: attachment; filename="old.eml"\r\n\r\n${
    workshop.message(subject, ALICE, BOB, entity)}`;

/**
 * What a message in a tab of its own shows, once it is judged; closes the tab.
 * @param {import("../support/session.mjs").Session} session
 * @param {string} subject
 */
async function messageTab({ thunderbird }, subject) {
  const shown = await thunderbird.waitFor("the message in its own tab", (wanted) => {
    const message = document.getElementById("tabmail").currentAboutMessage;
    const header = message?.document.getElementById("expandedsubjectBox")?.textContent ?? "";
    const button = message?.document.getElementById("signet-message-security");
    const image = message?.document.getElementById("signet-encryption-icon");
    const page = message?.msgLoaded && message.getMessagePaneBrowser().contentDocument;
    const body = page?.body?.innerText ?? "";
    return header.includes(wanted) && button?.dataset.phase === "judged" && body
      ? { body, icon: image.hidden ? "none" : image.dataset.icon }
      : null;
  }, subject);
  await thunderbird.run(() => document.getElementById("tabmail").closeTab());
  return shown;
}

const start = async () => {
  const messages = [
    workshop.message(
      SUBJECT, ALICE, BOB, workshop.encrypt(workshop.sign(RICH, alice), [bob], ["-aes-256-gcm"])),
    workshop.message("[...]", ALICE, BOB, workshop.encrypt(PROTECTED, [bob])),
    workshop.message(
      "With an old message", ALICE, BOB,
      multipart("mixed", text("See below."), attachedMessage("Old message", ENCRYPTED)),
    ),
    workshop.message("Changed outside", ALICE, BOB, workshop.encrypt(CHANGED, [bob])),
  ];
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
    preferences: { "mailnews.database.global.indexer.enabled": true },
  });
  await session.mail.openInbox(messages.length);
  return session;
};

journeys("message-security-going-on", start, (journey) => {
  journey("the page, its picture and the attachment are there", async (session) => {
    const { mail, signet, thunderbird } = session;
    await mail.select(SUBJECT);
    assert.equal((await signet.judged(SUBJECT)).encryption, "key");
    await mail.bodyText();
    const width = await thunderbird.waitFor("the picture", () => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      return message.getMessagePaneBrowser().contentDocument.images[0]?.naturalWidth;
    });
    assert.equal(width, 10);
    const names = await thunderbird.run(() => {
      const { currentAttachments } = document.getElementById("tabmail").currentAboutMessage;
      return currentAttachments.map((/** @type {any} */ each) => each.name);
    });
    assert.deepEqual(names, ["values.csv"]);
    await session.screenshot("message-encrypted-page");
    await signet.openMessageSecurity();
    await session.screenshot("message-security-encrypted", "signet:message-security");
    await signet.closeMessageSecurity();
  });

  journey("the attachment is saved", async ({ thunderbird }) => {
    const file = path.join(folder, "saved.csv");
    await thunderbird.run(async (target) => {
      const [each] = document.getElementById("tabmail").currentAboutMessage.currentAttachments;
      await each.saveToFile(target);
    }, file);
    const saved = await waitUntil("the saved attachment", async () => {
      try {
        return readFileSync(file, "latin1") || null;
      } catch {
        return null;
      }
    });
    assert.equal(saved.replace(/\r?\n/g, "\r\n"), TABLE);
  });

  for (const command of /** @type {const} */ (["cmd_reply", "cmd_forwardInline", "cmd_editAsNew"])) {
    journey(`${command} has the text`, async (session) => {
      const { compose } = session;
      const answer = await compose.answer(command);
      await session.screenshot(`message-encrypted-${command}`, "msgcompose");
      await compose.discard();
      assert.match(answer.text, new RegExp(TEXT));
      if (command !== "cmd_reply") {
        assert.deepEqual(answer.attachments, ["values.csv"]);
      }
    });
  }

  journey("the subject that the sender protected is shown, not the one outside", async (session) => {
    const { mail, signet, thunderbird } = session;
    await mail.selectAtOnce("[...]");
    await signet.judged("[...]");
    await thunderbird.waitFor("the subject", () => {
      const { document: page } = document.getElementById("tabmail").currentAboutMessage;
      return page.getElementById("expandedsubjectBox").textContent.includes("The real subject");
    });
    const shown = await signet.openMessageSecurity();
    assert.equal(shown.subject, "The real subject");
    assert.doesNotMatch(shown.sentences.join("\n"), /was changed outside/);
    await signet.closeMessageSecurity();
    assert.deepEqual((await mail.subjects()).filter((subject) => subject.includes("real")), []);
  });

  journey("it is in answers, in what is passed on, in titles and on paper, too", async (session) => {
    const { compose, thunderbird } = session;
    for (const command of /** @type {const} */ (["cmd_reply", "cmd_forwardInline", "cmd_editAsNew"])) {
      await compose.answer(command);
      const subjects = await thunderbird.waitFor("its subject", (isForwarded) => {
        const window = Services.wm.getMostRecentWindow("msgcompose");
        const field = window.document.getElementById("msgSubject").value;
        const cell = window.GetCurrentEditor().document.querySelector(".moz-email-headers-table td")?.textContent;
        return field.includes("The real subject") && (cell || !isForwarded) ? { field, cell } : null;
      }, command === "cmd_forwardInline");
      assert.doesNotMatch(subjects.field, /\[\.\.\.\]/);
      if (command === "cmd_forwardInline") {
        assert.equal(subjects.cell, "The real subject");
      }
      await compose.discard();
    }
    const paper = await thunderbird.run(async () => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const message = document.getElementById("tabmail").currentAboutMessage;
      const uri = message.gMessageURI;
      /** @type {any} */
      const { PrintUtils } = window;
      await PrintUtils.loadPrintBrowser(MailServices.messageServiceFromURI(uri).getUrlForUri(uri).spec);
      const pages = [message.getMessagePaneBrowser(), PrintUtils.printBrowser].map(({ contentDocument }) => contentDocument);
      return { title: message.document.title, pages: pages.map((page) => [page.title, page.body.textContent]) };
    });
    assert.equal(paper.title, "The real subject");
    for (const [title, words] of paper.pages) {
      assert.equal(title, "The real subject");
      assert.match(words, /The real subject/);
      assert.doesNotMatch(words, /\[\.\.\.\]/);
    }
  });

  journey("what was changed outside is named", async (session) => {
    const { mail, signet } = session;
    await mail.selectAtOnce("Changed outside");
    await signet.judged("Changed outside");
    const shown = await signet.openMessageSecurity();
    assert.match(
      shown.sentences.join("\n"),
      /Subject was changed outside of the protection: the sender wrote “The real subject”/,
    );
    await signet.closeMessageSecurity();
  });

  journey("an .eml file opens in a tab of its own", async (session) => {
    const file = path.join(folder, "message.eml");
    writeFileSync(file, workshop.message("From a file", ALICE, BOB, ENCRYPTED));
    await session.thunderbird.run((name) => {
      const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
      const eml = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
      eml.initWithPath(name);
      MailUtils.openEMLFile(window, eml, Services.io.newFileURI(eml));
    }, file);
    const { body, icon } = await messageTab(session, "From a file");
    assert.match(body, new RegExp(TEXT));
    assert.equal(icon, "key");
  });

  journey("an attached message is closed where it is attached, and open in its own tab", async (session) => {
    const { mail, signet, thunderbird } = session;
    await mail.select("With an old message");
    const header = await signet.judged("With an old message");
    assert.equal(header.encryption, "none");
    assert.doesNotMatch(await mail.bodyText(), new RegExp(TEXT));
    await thunderbird.run(() => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      message.currentAttachments[0].open(message.browsingContext);
    });
    const { body, icon } = await messageTab(session, "Old message");
    assert.match(body, new RegExp(TEXT));
    assert.equal(icon, "key");
  });

  journey("the details are copied as text", async (session) => {
    const { mail, signet, thunderbird } = session;
    await mail.select(SUBJECT);
    await signet.judged(SUBJECT);
    await signet.openMessageSecurity();
    const copied = await thunderbird.waitFor("the details", async () => {
      const panel = Services.wm.getMostRecentWindow("signet:message-security");
      panel.document.getElementById("copy").click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return panel.navigator.clipboard.readText();
    });
    assert.match(copied, /signature: valid/);
    assert.match(copied, /layer: authenticated-encrypted, AES-256-GCM, part 1, whole message/);
    assert.match(copied, /certificate: .*SHA-256 [0-9a-f]{64}/);
    assert.doesNotMatch(copied, new RegExp(TEXT));
    await signet.closeMessageSecurity();
  });
});
