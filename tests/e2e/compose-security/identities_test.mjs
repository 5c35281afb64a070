// Who writes decides with what: another identity in the same window has its own defaults and its own certificates, and
// what the person has chosen in the message stays chosen.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL, DOMAIN, harbourAuthorities } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { Outbox, arrives, goesBack, headerOf, isStopped, settles } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi, verify } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-identities-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const WARD = { name: "Ward 2", address: `ward2@${DOMAIN}` };
const PRIVATE = { name: "Bob", address: "bob@home.example" };

const { root, staff } = harbourAuthorities(folder);
const bob = staff.certify("bob", BOB);
const ward = staff.certify("ward", WARD);
const carol = staff.certify("carol", CAROL);
const keys = [bob, ward].map((who) => {
  const file = `${who.certificate}.p12`;
  exportPkcs12(who, file, "harbour");
  return { file, password: "harbour" };
});
const outbox = new Outbox(folder, root.certificate);

/** @param {string} id @param {{name: string, address: string}} who */
const identity = (id, { name, address }) => ({
  [`mail.identity.${id}.fullName`]: name,
  [`mail.identity.${id}.useremail`]: address,
  [`mail.identity.${id}.valid`]: true,
  [`mail.identity.${id}.smtpServer`]: "smtp1",
  [`mail.identity.${id}.fcc`]: false,
});

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [carol.certificate],
    key: keys,
    preferences: {
      "mail.account.account1.identities": "id1,id2,id3",
      ...identity("id2", WARD),
      ...identity("id3", PRIVATE),
    },
  });
  // What the account page writes: the ward signs and encrypts by default, with the certificate that is chosen there.
  await session.thunderbird.run((address) => {
    const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    const own = database.getCerts().find((/** @type {any} */ each) => each.emailAddress === address);
    for (const usage of ["signing", "encryption"]) {
      Services.prefs.setStringPref(`mail.identity.id2.${usage}_cert_name`, own.displayName);
      Services.prefs.setStringPref(`mail.identity.id2.${usage}_cert_dbkey`, own.dbKey);
    }
    Services.prefs.setBoolPref("mail.identity.id2.sign_mail", true);
    Services.prefs.setIntPref("mail.identity.id2.encryptionpolicy", 2);
  }, WARD.address);
  return session;
};

/** Chooses who writes, as the list of senders does. @param {Session} session @param {string} key */
async function writeAs({ thunderbird }, key) {
  await thunderbird.run((wanted) => {
    const window = Services.wm.getMostRecentWindow("msgcompose");
    const list = window.document.getElementById("msgIdentity");
    list.selectedItem = list.querySelector(`menuitem[identitykey="${wanted}"]`);
    window.LoadIdentity(false);
  }, key);
}

/** @param {Session} session */
async function open({ compose }) {
  await compose.open({ to: CAROL.address, subject: "Results", body: "All is well.\n" });
  await compose.ready();
}

/** @param {string} file */
const judged = (file) => verify("--anchor", root.certificate, file).verdicts[0];

journeys("compose-security-identities", start, (journey) => {
  journey("another identity comes with its defaults and its certificates", async (session) => {
    const { compose } = session;
    await open(session);
    await settles(session, { sign: "absent", encrypt: "absent" });
    await writeAs(session, "id2");
    const view = await settles(session, { sign: "shown", encrypt: "shown" });
    assert.ok(view.checked.required && view.checked.sign);
    await compose.choose("info");
    await waitUntil("the ward's certificates", async () => (await compose.info())?.signed === "Yes");
    await session.screenshot("compose-security-info-identity", "signet:compose-security");
    await compose.closeInfo();
    const octets = await arrives(session);
    assert.match(headerOf(octets), new RegExp(`^From: .*${WARD.address}`, "m"));
    const file = outbox.keep("ward.eml", octets);
    const inside = outbox.decrypted(file, ward); // the sender reads it again: the ward, not Bob
    assert.throws(() => outbox.decrypted(file, bob));
    outbox.signedContent(outbox.decrypted(file, carol));
    assert.match(readFileSync(inside, "latin1"), /multipart\/signed/);
  });

  journey("one that encrypts where possible sends plainly to somebody without a certificate, and shows it before", async (session) => {
    const { compose, thunderbird } = session;
    const setPolicy = (/** @type {number} */ policy) =>
      thunderbird.run((number) => Services.prefs.setIntPref("mail.identity.id2.encryptionpolicy", number), policy);
    await setPolicy(1);
    await open(session);
    await writeAs(session, "id2");
    const view = await settles(session, { sign: "shown", encrypt: "shown" });
    assert.ok(view.checked["if-possible"] && !view.checked.required);
    await compose.discard();
    await compose.open({ to: "nobody@elsewhere.example", subject: "Results", body: "All is well.\n" });
    await compose.ready();
    await writeAs(session, "id2");
    await settles(session, { sign: "shown", encrypt: "absent" });
    const raw = (await arrives(session)).toString("latin1");
    assert.match(raw, /multipart\/signed/);
    assert.doesNotMatch(raw, /enveloped-data/);
    await setPolicy(2);
  });

  journey("what the person has chosen stays chosen", async (session) => {
    const { compose } = session;
    await open(session);
    await compose.choose("if-possible");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await writeAs(session, "id2");
    const view = await settles(session, { sign: "shown", encrypt: "shown" });
    assert.ok(view.checked["if-possible"] && view.checked.sign); // nobody had chosen whether to sign
    await compose.choose("sign");
    await compose.choose("never");
    await settles(session, { sign: "absent", encrypt: "absent" });
    await writeAs(session, "id1");
    await writeAs(session, "id2");
    await settles(session, { sign: "absent", encrypt: "absent" });
    const raw = (await arrives(session)).toString("latin1");
    assert.doesNotMatch(raw, /pkcs7/);
  });

  journey("an identity whose address no certificate has cannot sign, and says so before it is sent", async (session) => {
    const { compose } = session;
    await open(session);
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "absent" });
    await writeAs(session, "id3");
    const view = await settles(session, { sign: "struck-out", encrypt: "absent" });
    assert.match(view.titles.sign, /bob@home\.example/);
    await session.screenshot("compose-security-identity-without", "msgcompose");
    await isStopped(session, /bob@home\.example/);
    await goesBack(session);
    await writeAs(session, "id1");
    await settles(session, { sign: "shown", encrypt: "absent" });
    const file = outbox.keep("bob.eml", await arrives(session));
    assert.equal(judged(file).signature, "valid");
  });
});
