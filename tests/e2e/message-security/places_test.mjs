// Wherever a message is shown it is judged and opened alike: in local folders, in a tab and a window of its own, in
// the results of a search, in two windows at once; and printed and saved.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-places-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);
const TEXT = "The results are in.";
const SIGNED = workshop.sign(text(TEXT), alice);

/** @type {{subject: string, entity: string, icons: string}[]} */
const CASES = [
  { subject: "Signed results", entity: SIGNED, icons: "pen none" },
  { subject: "Altered results", entity: SIGNED.replace("are in", "are out"), icons: "broken-pen none" },
  { subject: "Encrypted results", entity: workshop.encrypt(SIGNED, [bob], ["-aes-256-gcm"]), icons: "pen key" },
];
const [, ALTERED, ENCRYPTED] = CASES;
const PLAIN = "Plain results";

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: [
      ...CASES.map(({ subject, entity }) => workshop.message(subject, ALICE, BOB, entity)),
      workshop.message(PLAIN, ALICE, BOB, text("Nothing.")),
    ],
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
  });
  await session.mail.openInbox(CASES.length + 1);
  return session;
};

/**
 * What a message shows in the place named, once it is judged.
 * @param {Session} session
 * @param {"tab" | "window"} place
 * @param {string} subject
 * @returns {Promise<{icons: string, body: string}>}
 */
function shownIn({ thunderbird }, place, subject) {
  return thunderbird.waitFor(`"${subject}" in its ${place}`, (where, wanted) => {
    const message =
      where === "tab"
        ? document.getElementById("tabmail").currentAboutMessage
        : Services.wm.getMostRecentWindow("mail:messageWindow")?.messageBrowser?.contentWindow;
    const find = (/** @type {string} */ id) => message?.document.getElementById(id);
    const icon = (/** @type {string} */ id) => (find(id)?.hidden ? "none" : find(id)?.dataset.icon);
    const page = message?.msgLoaded && message.getMessagePaneBrowser().contentDocument;
    const settled = find("signet-message-security")?.dataset.phase === "judged";
    const body = page?.body?.innerText.trim();
    return settled && body && find("expandedsubjectBox").textContent.includes(wanted)
      ? { icons: `${icon("signet-signature-icon")} ${icon("signet-encryption-icon")}`, body }
      : null;
  }, place, subject);
}

/** The message of the list with a subject is opened. @param {Session} session @param {"tab" | "window"} place @param {string} subject */
async function openIn({ thunderbird }, place, subject) {
  await thunderbird.run((where, wanted) => {
    const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
    const view = document.getElementById("tabmail").tabInfo[0].chromeBrowser.contentWindow.gDBView;
    for (let row = 0; row < view.rowCount; ++row) {
      const header = view.getMsgHdrAt(row);
      if (header.mime2DecodedSubject === wanted) {
        if (where === "window") {
          MailUtils.openMessageInNewWindow(header);
        } else {
          document.getElementById("tabmail").openTab("mailMessageTab", {
            messageURI: header.folder.getUriForMsg(header),
          });
        }
      }
    }
  }, place, subject);
}

/** @param {Session} session @param {"tab" | "window"} place */
async function closeIn({ thunderbird }, place) {
  await thunderbird.run((where) => {
    if (where === "tab") {
      document.getElementById("tabmail").closeTab();
    } else {
      Services.wm.getMostRecentWindow("mail:messageWindow").close();
    }
  }, place);
}

journeys("message-security-places", start, (journey) => {
  for (const place of /** @type {const} */ (["tab", "window"])) {
    for (const { subject, icons } of CASES) {
      journey(`${subject} in a ${place} of its own`, async (session) => {
        await openIn(session, place, subject);
        const shown = await shownIn(session, place, subject);
        if (place === "window" && icons === ENCRYPTED.icons) {
          await session.screenshot("message-window-encrypted", "mail:messageWindow");
        }
        await closeIn(session, place);
        assert.equal(shown.icons, icons);
        assert.match(shown.body, /The results are/);
      });
    }
  }

  journey("two windows at once, each with its own verdict and its own Message Security window", async (session) => {
    const { mail, signet, thunderbird } = session;
    await openIn(session, "window", ALTERED.subject);
    await mail.select(ENCRYPTED.subject);
    assert.equal((await signet.judged(ENCRYPTED.subject)).signature, "pen");
    const other = await shownIn(session, "window", ALTERED.subject);
    assert.equal(other.icons, ALTERED.icons);
    const verdicts = await thunderbird.waitFor("both windows", async () => {
      const single = Services.wm.getMostRecentWindow("mail:messageWindow");
      for (const message of [
        document.getElementById("tabmail").currentAboutMessage,
        single.messageBrowser.contentWindow,
      ]) {
        message.document.getElementById("signet-message-security").click();
      }
      const panels = [...Services.wm.getEnumerator("signet:message-security")];
      const said = panels.map(({ document: page }) => {
        const part = (/** @type {string} */ selector) => page.querySelector(selector)?.textContent.trim();
        return `${part("#subject")}: ${part("#signature .verdict > p")}`;
      });
      const done = said.length === 2 && said.every((each) => /(Valid signature|Problem with the signature)$/.test(each));
      return done ? said.sort() : null;
    });
    assert.deepEqual(verdicts, [
      `${ALTERED.subject}: Problem with the signature`,
      `${ENCRYPTED.subject}: Valid signature`,
    ]);
    // Another message in one window changes nothing in the other.
    await mail.select(PLAIN);
    await signet.judged(PLAIN);
    assert.deepEqual(await shownIn(session, "window", ALTERED.subject), other);
    await closeIn(session, "window");
    await waitUntil("its panel to go, too", () =>
      thunderbird.run(() => [...Services.wm.getEnumerator("signet:message-security")].length === 1));
    await signet.closeMessageSecurity();
  });

  journey("a message found by a search", async (session) => {
    const { thunderbird } = session;
    await thunderbird.run(() => {
      window.openDialog("chrome://messenger/content/SearchDialog.xhtml", "_blank",
        "chrome,resizable,status,centerscreen,dialog=no",
        { folder: document.getElementById("tabmail").currentAbout3Pane.gFolder });
    });
    await thunderbird.waitFor("the search", () => {
      const search = Services.wm.getMostRecentWindow("mailnews:search");
      const field = search?.document.querySelector("search-value input, .search-value-textbox");
      if (search?.document.readyState !== "complete" || !field) {
        return false;
      }
      field.value = "Encrypted";
      search.onSearch();
      return true;
    });
    await thunderbird.waitFor("what was found", () => {
      const search = Services.wm.getMostRecentWindow("mailnews:search");
      if (search.gDBView?.rowCount !== 1) {
        return false;
      }
      const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");
      MailUtils.openMessageInNewWindow(search.gDBView.getMsgHdrAt(0));
      search.close();
      return true;
    });
    const shown = await shownIn(session, "window", ENCRYPTED.subject);
    await closeIn(session, "window");
    assert.equal(shown.icons, ENCRYPTED.icons);
    assert.match(shown.body, new RegExp(TEXT));
  });

  journey("printed from the list, without being on display", async ({ mail, signet }) => {
    await mail.select(PLAIN);
    await signet.judged(PLAIN);
    assert.match(await mail.printed(ENCRYPTED.subject), new RegExp(TEXT));
  });

  journey("saved as it came: what was encrypted stays so on the disk", async ({ imap, mail, thunderbird }) => {
    await mail.select(ENCRYPTED.subject);
    const file = path.join(folder, "saved.eml");
    await thunderbird.run((target) => {
      const { gMessageURI } = document.getElementById("tabmail").currentAboutMessage;
      /** @type {any} */ (window).messenger.saveAs(gMessageURI, true, null, target, true);
    }, file);
    const saved = await waitUntil("the file", async () => {
      try {
        const found = readFileSync(file, "latin1");
        return /=\s*$/.test(found) || found.length > 2000 ? found : null;
      } catch {
        return null;
      }
    });
    const [received] = imap.messages(BOB.user, "INBOX").filter((each) => each.includes(ENCRYPTED.subject));
    const content = (/** @type {string} */ message) => message.replace(/\r\n/g, "\n").split("\n\n").slice(1).join("\n\n").trim();
    assert.equal(content(saved), content(received.toString("latin1")));
    assert.doesNotMatch(saved, new RegExp(TEXT));
  });

  journey("copied to a local folder", async (session) => {
    const { mail, signet, thunderbird } = session;
    await thunderbird.run(async () => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const pane = document.getElementById("tabmail").currentAbout3Pane;
      const view = pane.gDBView;
      const headers = Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row));
      const root = MailServices.accounts.localFoldersServer.rootFolder;
      root.createSubfolder("Kept", null);
      const kept = root.getChildNamed("Kept");
      await new Promise((resolve) =>
        MailServices.copy.copyMessages(pane.gFolder, headers, kept, false, {
          QueryInterface: ChromeUtils.generateQI(["nsIMsgCopyServiceListener"]),
          onStartCopy() {},
          onProgress() {},
          setMessageKey() {},
          getMessageId: () => "",
          onStopCopy: () => resolve(undefined),
        }, null, false));
      pane.displayFolder(kept.URI);
    });
    await thunderbird.waitFor("the copies", (count) =>
      document.getElementById("tabmail").currentAbout3Pane.gDBView?.rowCount === count, CASES.length + 1);
    for (const { subject, icons } of CASES) {
      await mail.select(subject);
      const { signature, encryption } = await signet.judged(subject);
      assert.equal(`${signature} ${encryption}`, icons);
      assert.match(await mail.bodyText(), /The results are/);
    }
  });
});
