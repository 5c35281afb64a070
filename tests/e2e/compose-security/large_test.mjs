// Large messages: they leave signed and encrypted, whole, and sending them can be given up: the window lives
// meanwhile. How long it takes, and for how long the window is busy at a time, tests/bench/sending.mjs measures.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { BOB, CAROL } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { incompressible } from "../support/large_files.mjs";
import { waitUntil } from "../support/processes.mjs";
import { settles } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { folder, root, carol, key, outbox } = harbourOffice("large");

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
      "mailnews.message_warning_size": 0, // nobody is asked whether it is meant to be so large
      "mail.identity.id1.fcc": false, // the copy is the host's work
    },
  });

/** @param {Session} session @param {string} attach */
async function write(session, attach) {
  const { compose } = session;
  await compose.open({ to: CAROL.address, subject: "Scan", body: "See below.\n", attach });
  await compose.ready();
  await compose.choose("sign");
  await compose.choose("required");
  await settles(session, { sign: "shown", encrypt: "shown" });
}

/** What is left of messages that were being put together. */
const leftovers = () =>
  readdirSync(scratch)
    .filter((name) => name.startsWith("nsemail"))
    .map((name) => readFileSync(path.join(scratch, name), "latin1"));

journeys("compose-security-large", start, (journey) => {
  for (const mebibytes of [25, 100]) {
    journey(`${mebibytes} MiB leave signed and encrypted`, async (session) => {
      const { compose, smtp } = session;
      const attach = incompressible(folder, mebibytes);
      await write(session, attach);
      const before = smtp.messages.length;
      await compose.send();
      await waitUntil("the message to arrive", () => smtp.messages.length > before, { timeout: 120_000 });
      await compose.waitUntilClosed();
      const { octets } = smtp.messages[before];
      const inside = outbox.decrypted(outbox.keep("large.eml", octets), carol);
      const signed = outbox.signedContent(inside);
      const [, body] = /** @type {RegExpMatchArray} */ (signed.match(/scan-\d+\.bin[^]*?\r?\n\r?\n([^]*?)\r?\n--/));
      assert.ok(Buffer.from(body, "base64").equals(readFileSync(attach)));
    });
  }

  journey("sending can be given up, and nothing of the message is left", async (session) => {
    const { compose, smtp, thunderbird } = session;
    const attach = incompressible(folder, 100);
    await write(session, attach);
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
