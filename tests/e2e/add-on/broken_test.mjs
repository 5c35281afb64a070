// A module that does not fit or does not load: a notice with clear words, and a mail program that
// works.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { messageWith, startClinic } from "../support/clinic.mjs";
import { waitUntil } from "../support/processes.mjs";
import { journeys } from "../support/journey.mjs";
import { changedXpi } from "./xpi.mjs";

const signed = messageWith({ about: "signed with RSA" }).subject;

/** @param {import("../support/session.mjs").Session} session */
async function mailWorks({ compose, mail, signet, smtp }) {
  await mail.select(signed);
  await waitUntil("the host's own signs", async () => (await signet.header()).hostIcons);
  assert.equal((await signet.header()).shown, false);
  const before = smtp.messages.length;
  await compose.open({ to: "carol@harbour-clinic.example", subject: "Hello", body: "Carol,\n" });
  const view = await compose.view();
  assert.equal(view.button, false);
  assert.ok(view.hostButtons);
  await compose.send();
  await compose.waitUntilClosed();
  await waitUntil("the message to arrive", () => smtp.messages.length > before);
}

/** @param {import("../support/session.mjs").Session} session @param {RegExp} words */
async function isNoticed(session, words) {
  const notice = await waitUntil("the notice", () => session.signet.notice());
  assert.match(notice, words);
  assert.match(notice, /Thunderbird’s own/);
}

const otherVersion = () =>
  startClinic({
    xpi: changedXpi("other-version", {
      "manifest.json": (octets) => {
        const manifest = JSON.parse(octets.toString());
        manifest.version = "9.9.9";
        return Buffer.from(JSON.stringify(manifest));
      },
    }),
  });

journeys("add-on-other-version", otherVersion, (journey) => {
  journey("a module of the wrong version is named in a notice, and mail works", async (session) => {
    await isNoticed(session, /9\.9\.9/);
    await session.screenshot("add-on-other-version");
    await mailWorks(session);
  });
});

const LIBRARY = "native/libsignet.so";

const notLoadable = () => {
  let digest = "";
  return startClinic({
    xpi: changedXpi("not-loadable", {
      // As if it had been built for another kind of machine: e_machine is at 0x12 of an ELF file.
      [LIBRARY]: (octets) => {
        octets.writeUInt16LE(octets.readUInt16LE(0x12) === 0xb7 ? 0x3e : 0xb7, 0x12);
        digest = createHash("sha256").update(octets).digest("hex");
        return octets;
      },
      [`${LIBRARY}.sha256`]: () => Buffer.from(digest),
    }),
  });
};

journeys("add-on-not-loadable", notLoadable, (journey) => {
  journey("a module that cannot be loaded is named in a notice, and mail works", async (session) => {
    await isNoticed(session, /could not be loaded/);
    await mailWorks(session);
  });
});

const truncated = () =>
  startClinic({
    // The system's loader would touch pages that are not there, and the mail program would end.
    xpi: changedXpi("truncated", {
      [LIBRARY]: (octets) => octets.subarray(0, Math.floor(octets.length / 2)),
    }),
  });

journeys("add-on-truncated", truncated, (journey) => {
  journey("a module that is damaged is named in a notice, and mail works", async (session) => {
    await isNoticed(session, /could not be loaded.* damaged/);
    await session.screenshot("add-on-damaged");
    await mailWorks(session);
  });
});

journeys("add-on-damaged-copy", startClinic, (journey) => {
  journey("a copy in the profile that was damaged is made anew", async (session) => {
    const { mail, signet, thunderbird } = session;
    const copies = path.join(thunderbird.profile, "signet");
    const [copy] = readdirSync(copies);
    const sound = readFileSync(path.join(copies, copy));
    await thunderbird.quit();
    writeFileSync(path.join(copies, copy), Buffer.alloc(sound.length));
    await thunderbird.start();
    await mail.openInbox(1);
    await mail.select(signed);
    assert.equal((await signet.judged(signed)).signature, "pen");
    assert.equal(await signet.notice(), "");
    assert.deepEqual(readFileSync(path.join(copies, copy)), sound);
  });
});
