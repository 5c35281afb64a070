// What goes wrong in the middle of sending, when everything had been checked and nobody is asked any more: the card is
// taken out, the disk is full, a worker dies. Nothing is sent, nothing is lost, and the window says what it was.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { BOB, CAROL, DAN } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { incompressible } from "../support/large_files.mjs";
import { pause, waitUntil } from "../support/processes.mjs";
import { afterPrompts, answerPrompts, endPrompts } from "../support/prompts.mjs";
import { arrives, deliver, settles, textOf } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";
import { canMakeSmallDisks, onSmallDisk } from "../support/small_disk.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { folder, root, staff, carol, key, outbox } = harbourOffice("middle");
const dan = staff.certify("dan", DAN);
const TEXT = "The results are in.";

const usual = {
  xpi: builtXpi(),
  person: BOB,
  anchors: [root.certificate],
  certificates: [carol.certificate, dan.certificate],
  key,
};

/** @param {Session} session @param {{to?: string, bcc?: string, attach?: string}} [message] */
async function write(session, { to = CAROL.address, bcc, attach } = {}) {
  const { compose } = session;
  await compose.open({ to, bcc, subject: "Results", body: `${TEXT}\n`, attach });
  await compose.ready();
  if ((await compose.view()).states.sign !== "shown") {
    await compose.choose("sign");
  }
  await compose.choose("required");
  await settles(session, { sign: "shown", encrypt: "shown" });
}

/**
 * It was not sent, the window says why, and what was written is there.
 * @param {Session} session
 * @param {RegExp} words
 */
async function staysWith({ compose, imap, person, smtp }, words) {
  await waitUntil(`a bar that says ${words}`, async () =>
    (await compose.view()).bars.some((bar) => words.test(bar)));
  await waitUntil("the message to be there to write on", () => compose.canSend());
  await pause(1000); // what might leave all the same would do so now
  assert.equal(smtp.attempts, 0);
  assert.equal(imap.messages(person.user, "Sent").length, 0);
  assert.match((await compose.written()).text, new RegExp(TEXT));
}

/** @param {Session} session */
async function leavesNow(session) {
  const file = outbox.keep("after-all.eml", await arrives(session));
  assert.match(textOf(outbox.signedContent(outbox.decrypted(file, carol))), new RegExp(TEXT));
}

const SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so";
const PIN = "1234";

/** The profile of somebody whose key is on a card. */
function withCard() {
  const tokens = path.join(folder, "tokens");
  mkdirSync(tokens);
  const settings = path.join(folder, "softhsm.conf");
  writeFileSync(settings, `directories.tokendir = ${tokens}\nslots.removable = true\n`);
  const environment = { SOFTHSM2_CONF: settings };
  const database = path.join(folder, "database");
  mkdirSync(database);
  const run = (/** @type {string} */ program, /** @type {string[]} */ ...parameters) =>
    execFileSync(program, parameters, {
      env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "pipe"],
    });
  run("softhsm2-util", ..."--init-token --free --label Card --so-pin 123456 --pin".split(" "), PIN);
  run("certutil", "-N", "-d", `sql:${database}`, "--empty-password");
  run("modutil", "-force", "-dbdir", `sql:${database}`, "-add", "A card", "-libfile", SOFTHSM);
  run("pk12util", "-i", key.file, "-d", `sql:${database}`, "-h", "Card", "-K", PIN, "-W", key.password);
  return { tokens, environment, database };
}

if (existsSync(SOFTHSM)) {
  const card = withCard();
  journeys(
    "compose-security-middle-card",
    () =>
      startSession({ ...usual, key: [], certificateDatabase: card.database, environment: card.environment }),
    (journey) => {
      journey("the card is taken out in the middle", async (session) => {
        const { compose, thunderbird } = session;
        await answerPrompts(session, PIN);
        await afterPrompts(() => write(session));
        await afterPrompts(() =>
          thunderbird.run((tokens) => {
            const window = Services.wm.getMostRecentWindow("msgcompose");
            // After everything has been asked, and before the message is made.
            window.addEventListener("compose-send-message", () => {
              const place = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
              place.initWithPath(tokens);
              place.remove(true);
            }, { once: true });
          }, card.tokens));
        await afterPrompts(() => compose.send());
        await afterPrompts(() => staysWith(session, /not sent.*no certificate of your own.*card or device, insert that/));
        await session.screenshot("compose-middle-card", "msgcompose");
        await session.inTheDark(() => session.screenshot("compose-middle-card-dark", "msgcompose"));
        assert.equal(await endPrompts(session), 1);
        await compose.discard();
      }, /could not be protected/);
    },
  );
} else {
  test("the card is taken out in the middle", { skip: "no SoftHSM here" }, () => {});
}

if (canMakeSmallDisks()) {
  const full = incompressible(folder, 8);
  journeys(
    "compose-security-middle-disk",
    () =>
      startSession({
        ...usual, temporaryFolder: path.join(folder, "scratch"), program: onSmallDisk(folder, 4),
      }),
    (journey) => {
      journey("the disk is full in the middle", async (session) => {
        await write(session, { attach: full });
        await session.compose.send();
        await staysWith(session, /not sent: there is no room left on the disk/);
        await session.screenshot("compose-middle-disk", "msgcompose");
        await session.inTheDark(() => session.screenshot("compose-middle-disk-dark", "msgcompose"));
        await session.compose.discard();
      }, /could not be protected/);

      journey("the disk is full while the copies of hidden recipients are made", async (session) => {
        await write(session, { bcc: DAN.address, attach: full });
        await session.compose.send();
        await staysWith(session, /not sent: there is no room left on the disk/);
        await session.compose.discard();
      }, /could not be protected/);

      journey("no draft is saved on a full disk, and the window says so", async (session) => {
        const { compose, imap, person } = session;
        await write(session, { attach: full });
        await deliver(session, "SaveAsDraft");
        await waitUntil("a bar that says so", async () =>
          (await compose.view()).bars.some((bar) => /draft was not saved: there is no room left/.test(bar)));
        await session.screenshot("compose-middle-disk-draft", "msgcompose");
        assert.equal(imap.messages(person.user, "Drafts").length, 0);
        await compose.discard();
      }, /could not be protected/);

      journey("with room again, it leaves", async (session) => {
        await write(session);
        await leavesNow(session);
      });
    },
  );
} else {
  test("the disk is full in the middle", { skip: "no mount of one's own is allowed here" }, () => {});
}

/** Lets each worker that makes calls die of the next message that is to be protected. @param {Session} session */
async function letWorkersDie({ thunderbird }) {
  const count = await thunderbird.run((script) => {
    const manager = Cc["@mozilla.org/dom/workers/workerdebuggermanager;1"].getService(
      Ci.nsIWorkerDebuggerManager);
    const ours = [...manager.getWorkerDebuggerEnumerator()].filter((each) => /module-worker/.test(each.url));
    ours.forEach((worker) => worker.initialize(script));
    return ours.length;
  }, "resource://e2e-support/dying_worker.js");
  assert.ok(count >= 2);
}

journeys("compose-security-middle-worker", () => startSession(usual), (journey) => {
  journey("a worker dies in the middle, and the next attempt finds another one", async (session) => {
    await write(session);
    await letWorkersDie(session);
    await session.compose.send();
    await staysWith(session, /not sent.*security module could not do it\. Try again/);
    await session.screenshot("compose-middle-worker", "msgcompose");
    // The other one dies of the second attempt; those that took their places live.
    await session.compose.send();
    await waitUntil("the end of the second attempt", async () =>
      !(await session.compose.isOpen()) || (await session.compose.canSend()));
    if (await session.compose.isOpen()) {
      await leavesNow(session);
    }
  }, /could not be protected/);
});
