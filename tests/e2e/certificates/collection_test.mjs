// A signed message brings the sender's certificate: it is stored, said so, can be undone, and the answer
// is encrypted with it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL, DAN, harbourAuthorities } from "../../support/demo/harbour.mjs";
import { entity, headerFields } from "../../support/demo/mime.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { BUILD, builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-collection-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const { root, staff } = harbourAuthorities(folder);
const stranger = new Authority(path.join(folder, "stranger"), "Stranger", "Stranger CA");

/** @param {import("../../support/demo/authority.mjs").Credential} credential @param {string} name */
function packed(credential, name) {
  const file = path.join(folder, `${name}.p12`);
  exportPkcs12(credential, file, "x");
  return { file, password: "x" };
}

const bob = packed(staff.certify("bob", BOB), "bob");
const password = path.join(folder, "password");
writeFileSync(password, "x\n");

/**
 * A message signed by Signet's command line, which announces what Signet can read.
 * @param {{name: string, address: string}} from
 * @param {string} subject
 * @param {{file: string}} key
 */
function signed(from, subject, key) {
  const file = path.join(folder, `${subject}.eml`);
  const fields = headerFields({ from, to: BOB, subject, date: new Date(), id: subject.replace(/\W/g, "") });
  writeFileSync(file, Buffer.concat([fields, entity("Here is my certificate.\n")]));
  return execFileSync(path.join(BUILD, "signet"), [
    "sign", "--p12", key.file, "--password-file", password, file,
  ]);
}

const messages = [
  signed(CAROL, "From Carol", packed(staff.certify("carol", CAROL), "carol")),
  signed(DAN, "From a stranger", packed(stranger.certify("dan", DAN), "dan")),
];

/** What the profile has for an address. @param {Session} session @param {string} address */
function stored({ thunderbird }, address) {
  return thunderbird.run((wanted) => {
    const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    return database
      .getCerts()
      .filter((/** @type {any} */ each) => each.containsEmailAddress(wanted))
      .map((/** @type {any} */ each) => each.displayName);
  }, address);
}

/** The notice above the message. @param {Session} session */
function notice({ thunderbird }) {
  return thunderbird.run(() => {
    const message = document.getElementById("tabmail").currentAboutMessage;
    const bar = message.gMessageNotificationBar.msgNotificationBar;
    const shown = bar.getNotificationWithValue("signet-collected");
    return shown
      ? { text: shown.messageText.textContent.trim(), button: shown.buttonContainer.textContent.trim() }
      : null;
  });
}

/** @param {Session} session */
async function undo(session) {
  // The host takes the bar away for a moment when it lays the message out once more.
  await session.thunderbird.waitFor("Undo", () => {
    const message = document.getElementById("tabmail").currentAboutMessage;
    const bar = message.gMessageNotificationBar.msgNotificationBar;
    const button = bar.getNotificationWithValue("signet-collected")?.buttonContainer.querySelector("button");
    button?.click();
    return !!button;
  });
}

journeys(
  "certificates-collection",
  async () => {
    const session = await startSession({
      xpi: builtXpi(), person: BOB, anchors: [root.certificate], key: bob, messages,
    });
    await session.mail.openInbox(messages.length);
    return session;
  },
  (journey) => {
    journey("what a stranger signed brings nothing", async (session) => {
      await session.mail.select("From a stranger");
      const header = await session.signet.judged("From a stranger");
      assert.equal(header.signature, "broken-pen");
      assert.deepEqual(await stored(session, DAN.address), []);
      assert.equal(await notice(session), null);
    });

    journey("a valid signature brings the certificate, and Undo takes it out", async (session) => {
      await session.mail.select("From Carol");
      const shown = await waitUntil("the notice", () => notice(session));
      assert.match(shown?.text ?? "", /certificate of Carol Haddad was stored.*carol@/);
      assert.deepEqual(await stored(session, CAROL.address), ["Carol Haddad"]);
      await session.screenshot("certificates-collected");
      await session.inTheDark(() => session.screenshot("certificates-collected-dark"));
      await undo(session);
      await waitUntil("the certificate to go", async () =>
        (await stored(session, CAROL.address)).length === 0);
      await waitUntil("the notice to go", async () => (await notice(session)) === null);
      await session.mail.select("From a stranger");
      await session.mail.select("From Carol");
      assert.equal((await session.signet.judged("From Carol")).signature, "pen");
      assert.equal(await notice(session), null);
      await waitUntil("the host's own copy to go, too", async () =>
        (await stored(session, CAROL.address)).length === 0);
    });

    journey("with the setting off nothing is said", async (session) => {
      await session.thunderbird.run(() => {
        Services.prefs.clearUserPref("extensions.signet.neverCollect");
        Services.prefs.setBoolPref("extensions.signet.collectCertificates", false);
      });
      await session.mail.select("From a stranger");
      await session.mail.select("From Carol");
      assert.equal((await session.signet.judged("From Carol")).signature, "pen");
      assert.equal(await notice(session), null);
    });

    journey("the answer is encrypted for the sender, in the way announced", async (session) => {
      await session.thunderbird.run(() =>
        Services.prefs.clearUserPref("extensions.signet.collectCertificates"));
      await session.compose.open({ to: CAROL.address, subject: "Answer", body: "Thank you." });
      await session.compose.ready();
      await session.compose.choose("required");
      await session.mail.select("From a stranger");
      await session.mail.select("From Carol");
      await waitUntil("the key", async () =>
        (await session.compose.view()).states.encrypt === "shown");
      const before = session.smtp.messages.length;
      await session.compose.send();
      await session.compose.waitUntilClosed();
      await waitUntil("the message to arrive", () => session.smtp.messages.length > before);
      const file = path.join(folder, "answer.eml");
      writeFileSync(file, session.smtp.messages[before].octets);
      const opened = path.join(folder, "opened.eml");
      execFileSync(path.join(BUILD, "signet"), [
        "decrypt", "--p12", path.join(folder, "carol.p12"), "--password-file", password,
        "-o", opened, file,
      ]);
      assert.match(readFileSync(opened, "latin1"), /Thank you\./);
      const tree = execFileSync(path.join(BUILD, "signet"), ["inspect", file]).toString();
      assert.match(tree, /AES-256-GCM/);
    });
  },
);
