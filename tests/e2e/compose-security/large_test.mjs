// Large messages: sending them, signed and encrypted, does not hold up the window longer than sending them as
// they are does, and it can be given up.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL, harbourAuthorities } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { Outbox, settles } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const MIB = 1024 * 1024;

/** Sending may hold the window up so many milliseconds longer at a time than it does without protection. */
const LONGER = 250;

const folder = mkdtempSync(path.join(tmpdir(), "signet-large-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const { root, staff } = harbourAuthorities(folder);
const bob = staff.certify("bob", BOB);
const carol = staff.certify("carol", CAROL);
const key = { file: path.join(folder, "bob.p12"), password: "harbour" };
exportPkcs12(bob, key.file, key.password);
const outbox = new Outbox(folder, root.certificate);

/** Where Thunderbird puts together what it sends. */
const scratch = path.join(folder, "scratch");

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [carol.certificate],
    key,
    temporaryFolder: scratch,
    preferences: {
      "mail.compose.big_attachments.notify": false,
      "mail.identity.id1.fcc": false, // the copy is the host's work
    },
  });

/** @param {number} size @returns {string} A file that does not compress. */
function attachmentOf(size) {
  const octets = Buffer.alloc(size);
  for (let index = 0, state = 1; index < size; index += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    octets.writeUInt32LE(state, index);
  }
  const file = path.join(folder, `scan-${size / MIB}.bin`);
  writeFileSync(file, octets);
  return file;
}

/** Notes how long the host's main thread is busy at a time, until stopWatching(). @param {Session} session */
async function watch({ thunderbird }) {
  await thunderbird.run(() => {
    /** @type {any} */
    const scope = window;
    const beats = { longest: 0, last: performance.now(), over: false };
    scope.signetBeats = beats;
    const beat = () => {
      const now = performance.now();
      beats.longest = Math.max(beats.longest, now - beats.last);
      beats.last = now;
      if (!beats.over) {
        Services.tm.dispatchToMainThread(() => setTimeout(beat, 4));
      }
    };
    beat();
  });
}

/** @param {Session} session @returns {Promise<number>} Milliseconds. */
function stopWatching({ thunderbird }) {
  return thunderbird.run(() => {
    const { signetBeats } = /** @type {any} */ (window);
    signetBeats.over = true;
    return signetBeats.longest;
  });
}

/** @param {Session} session @param {string} attach @param {boolean} protect */
async function write(session, attach, protect) {
  const { compose } = session;
  await compose.open({ to: CAROL.address, subject: "Scan", body: "See below.\n", attach });
  await compose.ready();
  if (protect) {
    await compose.choose("sign");
    await compose.choose("required");
    await settles(session, { sign: "shown", encrypt: "shown" });
  }
}

/** @param {Session} session @param {string} attach @param {boolean} protect */
async function measured(session, attach, protect) {
  const { compose, smtp } = session;
  await write(session, attach, protect);
  const before = smtp.messages.length;
  await watch(session);
  const begin = performance.now();
  await compose.send();
  await waitUntil("the message to arrive", () => smtp.messages.length > before, { timeout: 120_000 });
  const took = performance.now() - begin;
  await compose.waitUntilClosed();
  return { busy: await stopWatching(session), took, octets: smtp.messages[before].octets };
}

/** What is left of messages that were being put together. */
const leftovers = () =>
  readdirSync(scratch)
    .filter((name) => name.startsWith("nsemail"))
    .map((name) => readFileSync(path.join(scratch, name), "latin1"));

journeys("compose-security-large", start, (journey) => {
  for (const mebibytes of [25, 100]) {
    journey(`${mebibytes} MiB leave signed and encrypted, and the window stays alive`, async (session) => {
      const attach = attachmentOf(mebibytes * MIB);
      const plain = await measured(session, attach, false);
      const whole = await measured(session, attach, true);
      const words = (/** @type {{busy: number, took: number}} */ { busy, took }) =>
        `${(took / 1000).toFixed(1)} s, the window busy for ${busy.toFixed(0)} ms at most`;
      console.log(`${mebibytes} MiB as they are: ${words(plain)}; signed and encrypted: ${words(whole)}`);
      assert.ok(whole.busy < plain.busy + LONGER, `${whole.busy} ms, without protection ${plain.busy} ms`);
      const inside = outbox.decrypted(outbox.keep("large.eml", whole.octets), carol);
      const signed = outbox.signedContent(inside);
      const [, body] = /** @type {RegExpMatchArray} */ (signed.match(/scan-\d+\.bin[^]*?\r?\n\r?\n([^]*?)\r?\n--/));
      assert.ok(Buffer.from(body, "base64").equals(readFileSync(attach)));
    });
  }

  journey("sending can be given up, and nothing of the message is left", async (session) => {
    const { compose, smtp, thunderbird } = session;
    const attach = attachmentOf(100 * MIB);
    await write(session, attach, true);
    const before = smtp.attempts;
    await compose.send();
    await waitUntil("the bar", async () =>
      (await compose.view()).bars.some((bar) => bar.startsWith("Signing or encrypting")), { interval: 20 });
    await session.screenshot("compose-large-protecting", "msgcompose");
    await thunderbird.run(() => {
      const { gComposeNotification } = Services.wm.getMostRecentWindow("msgcompose");
      gComposeNotification.getNotificationWithValue("signet-protecting").querySelector("button").click();
    });
    await waitUntil("the message to be there to write on", () => compose.canSend());
    const { bars } = await compose.view();
    assert.deepEqual(bars.filter((bar) => /not sent|Signing or/.test(bar)), []);
    assert.equal(smtp.attempts, before);
    for (const left of leftovers()) {
      assert.doesNotMatch(left, /Scan|carol/);
    }
    await compose.discard();
  }, /could not be protected/);
});
