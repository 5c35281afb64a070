// From one version to the next, in a running Thunderbird as its add-on manager does it, and between two
// starts as the Debian package does: everything that people have set is there afterwards, what was seen is
// remembered, nothing of the older version is left at work, and nobody is asked anything.
//
// The older version is this one under another number, with another library.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { manifest, messageWith, startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";
import { setPreferences } from "../support/preferences.mjs";
import { waitUntil } from "../support/processes.mjs";
import { builtXpi } from "../support/signet.mjs";
import { changedXpi } from "./xpi.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const OLDER = "0.0.9";
const LIBRARY = "native/libsignet.so";
const CHECK = " || found.version !== version";

function olderXpi() {
  let digest = "";
  return changedXpi("older", {
    "manifest.json": (octets) => Buffer.from(JSON.stringify({ ...JSON.parse(octets.toString()), version: OLDER })),
    // The library has the number of this version in it.
    "content/worker/native-module.mjs": (octets) => {
      const script = octets.toString();
      assert.ok(script.includes(CHECK));
      return Buffer.from(script.replace(CHECK, ""));
    },
    [LIBRARY]: (octets) => {
      const other = Buffer.concat([octets, Buffer.from("older")]);
      digest = createHash("sha256").update(other).digest("hex");
      return other;
    },
    [`${LIBRARY}.sha256`]: () => Buffer.from(digest),
  });
}

const signed = messageWith({ about: "signed with RSA" }).subject;

/** What people set in Signet's windows. */
const SET = {
  "extensions.signet.validation.responderUrl": "http://ocsp.example.org/",
  "extensions.signet.validation.chosenResponder": true,
  "extensions.signet.validation.crls": true,
  "extensions.signet.collectCertificates": false,
  "extensions.signet.neverCollect": "ab12",
  "extensions.signet.setUpDone": true,
  "mail.identity.id1.protectSubject": true,
};

/** @param {Session} session */
const version = ({ addonId, thunderbird }) =>
  thunderbird.run((id) => WebExtensionPolicy.getByID(id)?.extension.version ?? "", addonId);

/** @param {Session} session */
async function isWhole(session) {
  const { mail, signet, thunderbird } = session;
  const newer = builtXpi().match(/signet-([\d.]+)\.xpi$/)?.[1];
  await waitUntil("the newer version", async () => (await version(session)) === newer);
  await thunderbird.waitFor("it to be at work", () => !!document.getElementById("signet-certificates-item"));
  const found = await thunderbird.run((wanted) =>
    Object.fromEntries(wanted.map((name) => [name,
      Services.prefs.getPrefType(name) === Services.prefs.PREF_BOOL
        ? Services.prefs.getBoolPref(name) : Services.prefs.getStringPref(name, "")])), Object.keys(SET));
  assert.deepEqual(found, SET);
  await mail.select(signed);
  assert.equal((await signet.judged(signed)).signature, "pen");
  assert.equal(await signet.notice(), "");
  const libraries = await waitUntil("the older library to go", () => {
    const names = readdirSync(path.join(thunderbird.profile, "signet"));
    return names.some((name) => name.includes(OLDER)) ? null : names;
  });
  assert.equal(libraries.length, 1);
  assert.ok(libraries[0].includes(`-${newer}-`));
  // One item each, and no window that asks.
  const items = await thunderbird.run(() => document.querySelectorAll("#signet-certificates-item").length);
  assert.equal(items, 1);
  const windows = await thunderbird.run(() =>
    [...Services.wm.getEnumerator(null)].map((/** @type {any} */ each) =>
      each.document.documentElement.getAttribute("windowtype")));
  assert.ok(!windows.includes("signet:set-up"), windows.join());
}

/** What the older version has seen and stored. @param {Session} session */
async function works(session) {
  const { mail, signet, thunderbird } = session;
  await mail.openInbox(manifest.messages.length);
  assert.equal(await version(session), OLDER);
  await setPreferences(session, SET);
  await mail.select(signed);
  assert.equal((await signet.judged(signed)).signature, "pen");
  assert.ok(existsSync(path.join(thunderbird.profile, "signet-seen.sqlite")));
}

journeys("add-on-upgrade-running", () => startClinic({ xpi: olderXpi() }), (journey) => {
  journey("in a running Thunderbird, with a message open and one being written", async (session) => {
    const { compose, thunderbird } = session;
    await works(session);
    await compose.open({ to: "carol@harbour-clinic.example", subject: "A draft", body: "Dear Carol,\n" });
    await compose.ready();
    await thunderbird.install(builtXpi());
    await isWhole(session);
    await compose.ready();
    assert.equal((await compose.view()).button, true);
    await compose.discard();
  });

  journey("and after the next start", async (session) => {
    await session.thunderbird.restart();
    await session.mail.openInbox(manifest.messages.length);
    await isWhole(session);
  });
});

journeys("add-on-upgrade-between", () => startClinic({ xpi: olderXpi() }), (journey) => {
  journey("between two starts, as a package does it", async (session) => {
    const { addonId, mail, thunderbird } = session;
    await works(session);
    await thunderbird.quit();
    copyFileSync(builtXpi(), path.join(thunderbird.profile, "extensions", `${addonId}.xpi`));
    await thunderbird.start();
    await mail.openInbox(manifest.messages.length);
    await isWhole(session);
  });
});
