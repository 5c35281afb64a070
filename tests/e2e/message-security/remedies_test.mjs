// What can be done about a reason is done from the Message Security window, with one button: a person trusts an
// authority after comparing its fingerprint, imports a backup, saves a certificate, enters a password.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Certificates } from "../support/certificates.mjs";
import { PASSWORD, Workshop, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-remedies-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const EVE = { name: "Eve Larsen", address: "eve@lighthouse.example" };

const clinic = new Workshop(path.join(folder, "clinic"));
const lighthouse = new Workshop(path.join(folder, "lighthouse"), "Lighthouse", "Lighthouse CA");
const alice = clinic.person(ALICE.name, ALICE.address);
const bob = clinic.person(BOB.name, BOB.address);
const bobLost = clinic.person(BOB.name, BOB.address);
const eve = lighthouse.person(EVE.name, EVE.address);
const TEXT = "The results are in.";

const WITH_ROOT = ["-certfile", lighthouse.authority.certificate];
const messages = [
  clinic.message("From Alice", ALICE, BOB, clinic.sign(text(TEXT), alice)),
  lighthouse.message("Under an authority that nobody knows", EVE, BOB, lighthouse.sign(text(TEXT), eve)),
  lighthouse.message("Under an authority that is not trusted", EVE, BOB, lighthouse.sign(text(TEXT), eve, WITH_ROOT)),
  lighthouse.message("Altered, too", EVE, BOB, lighthouse.sign(text(TEXT), eve, WITH_ROOT).replace(TEXT, "Nothing is in.")),
  clinic.message("For a key that was lost", ALICE, BOB, clinic.encrypt(text(TEXT), [bobLost])),
];

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages,
    anchors: [clinic.authority.certificate],
    key: clinic.keyFile(bob),
    certificates: [bobLost.certificate],
    preferences: { "extensions.signet.collectCertificates": false },
  });
  await session.mail.openInbox(messages.length);
  return session;
};

/** Selects a message and opens its window. @param {Session} session @param {string} subject */
async function open({ mail, signet }, subject) {
  await mail.select(subject);
  const header = await signet.judged(subject);
  await signet.openMessageSecurity();
  return header;
}

journeys("message-security-remedies", start, (journey) => {
  journey("an authority is trusted after its fingerprint was compared, and only then", async (session) => {
    const { signet } = session;
    const subject = "Under an authority that is not trusted";
    assert.equal((await open(session, subject)).signature, "broken-pen");
    assert.deepEqual(await signet.remedies(), ["Trust…"]);
    await session.screenshot("message-security-not-trusted", "signet:message-security");

    await signet.pressRemedy("trust");
    const asked = await signet.trustQuestion();
    assert.match(asked, /Trust Lighthouse CA for E-Mail\?/);
    assert.match(asked, /([0-9A-F]{2}:){31}[0-9A-F]{2}/);
    await session.screenshot("message-security-trust", "signet:message-security");
    await session.inTheDark(() => session.screenshot("message-security-trust-dark", "signet:message-security"));
    await signet.answerTrustQuestion(false);
    assert.equal((await signet.header()).signature, "broken-pen");

    await signet.pressRemedy("trust");
    await signet.trustQuestion();
    await signet.answerTrustQuestion(true);
    await waitUntil("the pen", async () => (await signet.header()).signature === "pen");
    await waitUntil("the window to follow", async () =>
      (await signet.messageSecurity()).verdict === "Valid signature");
    await signet.closeMessageSecurity();
  });

  journey("no button makes an altered message good", async (session) => {
    assert.equal((await open(session, "Altered, too")).signature, "broken-pen");
    assert.deepEqual(await session.signet.remedies(), []);
    await session.signet.closeMessageSecurity();
  });

  journey("the backup of a lost key is imported, and the message opens by itself", async (session) => {
    const { mail, signet, thunderbird } = session;
    const subject = "For a key that was lost";
    assert.equal((await open(session, subject)).encryption, "broken-key");
    assert.deepEqual(await signet.remedies(), ["Import Backup…"]);
    await session.screenshot("message-security-import-backup", "signet:message-security");
    const certificates = new Certificates(thunderbird);
    await certificates.answerPicker(clinic.keyFile(bobLost).file);
    await signet.pressRemedy("import-backup");
    await certificates.shown(({ dialogId }) => dialogId === "password");
    await certificates.type("password-first", PASSWORD);
    await certificates.click("#password-ok");
    await certificates.shown(({ dialogId }) => dialogId === "report");
    await thunderbird.run(() => Services.wm.getMostRecentWindow("signet:certificates").close());
    await waitUntil("the key", async () => (await signet.header()).encryption === "key");
    assert.match(await mail.bodyText(), new RegExp(TEXT));
    await signet.closeMessageSecurity();
  });

  journey("the sender's certificate is saved", async (session) => {
    const { signet, thunderbird } = session;
    assert.equal((await open(session, "From Alice")).signature, "pen");
    await waitUntil("the button", async () => (await signet.remedies()).includes("Save Certificate"));
    await signet.pressRemedy("save");
    await waitUntil("the button to go", async () => (await signet.remedies()).length === 0);
    const stored = await thunderbird.run((address) => {
      const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
      return database.getCerts().some((/** @type {any} */ each) => each.containsEmailAddress(address));
    }, ALICE.address);
    assert.ok(stored);
    await signet.closeMessageSecurity();
  });

  journey("an unknown authority's certificate can be imported", async (session) => {
    const { signet, thunderbird } = session;
    await thunderbird.run(async () => {
      // What was learnt above is taken out again.
      const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
      const known = database.getCerts().find((/** @type {any} */ each) => each.commonName === "Lighthouse CA");
      database.deleteCertificate(known);
    });
    const subject = "Under an authority that nobody knows";
    assert.equal((await open(session, subject)).signature, "broken-pen");
    assert.deepEqual(await signet.remedies(), ["Import Certificate…"]);
    const certificates = new Certificates(thunderbird);
    await certificates.answerPicker(lighthouse.authority.certificate);
    await signet.pressRemedy("import");
    await certificates.shown(({ dialogId }) => dialogId === "report");
    await thunderbird.run(() => Services.wm.getMostRecentWindow("signet:certificates").close());
    await waitUntil("the next remedy", async () => (await signet.remedies()).join() === "Trust…");
    await signet.closeMessageSecurity();
  });
});
