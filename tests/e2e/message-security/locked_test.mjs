// A profile with a primary password: the host asks for it once, when a message needs it, and for nothing that
// nobody waits for; who cancels is left alone and told why the message stays closed.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { pause } from "../support/processes.mjs";
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
const SUBJECTS = ["First results", "Second results", "Third results"];

const start = async () => {
  const messages = SUBJECTS.map((subject) =>
    workshop.message(subject, ALICE, BOB, workshop.encrypt(text(TEXT), [bob, bobNew])),
  );
  messages.push(workshop.message("Lunch", ALICE, BOB, text("At noon?")));
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    key: [bob, bobNew].map((who) => workshop.keyFile(who)),
  });
  await session.mail.openInbox(messages.length);
  return session;
};

/**
 * Answers the host's question for the password, and counts how often it comes.
 * @param {import("../support/session.mjs").Session} session
 * @param {string | null} password Null cancels.
 */
async function answerPrompts({ thunderbird }, password) {
  await thunderbird.run((given) => {
    /** @type {any} */
    const scope = window;
    scope.signetTestPrompts = 0;
    scope.signetTestPrompt = {
      /** @param {any} dialog The host's dialog, once it is there. */
      observe(dialog) {
        ++scope.signetTestPrompts;
        const { ui } = dialog.Dialog;
        dialog.setTimeout(() => {
          if (given !== null) {
            ui.password1Textbox.value = given;
          }
          (given === null ? ui.button1 : ui.button0).click();
        }, 500);
      },
    };
    Services.obs.addObserver(scope.signetTestPrompt, "common-dialog-loaded");
  }, password);
}

/** @param {import("../support/session.mjs").Session} session @returns {Promise<number>} */
async function endPrompts({ thunderbird }) {
  return thunderbird.run(() => {
    /** @type {any} */
    const scope = window;
    Services.obs.removeObserver(scope.signetTestPrompt, "common-dialog-loaded");
    return scope.signetTestPrompts;
  });
}

/**
 * While the host asks, nobody looks into it.
 * @template T
 * @param {() => Promise<T>} walk
 * @returns {Promise<T>}
 */
async function afterPrompts(walk) {
  for (;;) {
    try {
      return await walk();
    } catch (error) {
      if (!/unexpected alert open/i.test(String(error))) {
        throw error;
      }
      await pause(200);
    }
  }
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
    await signet.closeMessageSecurity();
    assert.equal(await endPrompts(session), 1);
  });

  journey("with the password the message is opened, and the next ones without a question", async (session) => {
    const { mail, signet } = session;
    await answerPrompts(session, PRIMARY);
    for (const subject of SUBJECTS.toReversed()) {
      await afterPrompts(() => mail.select(subject));
      const header = await afterPrompts(() => signet.judged(subject));
      assert.equal(header.encryption, "key");
      assert.match(await mail.bodyText(), new RegExp(TEXT));
    }
    assert.equal(await endPrompts(session), 1);
  });
});
