// To one, to three, to a hundred people, some with RSA and some with EC keys: everybody can open what they get. A list
// of five hundred is looked at as well, and to whom better algorithms are known to be read they are used.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after } from "node:test";
import { exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL } from "../../support/demo/harbour.mjs";
import { ManyPeople, addressOf, pem } from "../../support/many_people.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { Gnupg, inThunderbirdWithoutSignet, judgedBySignet, readWithoutSignet } from "../support/openers.mjs";
import { waitUntil } from "../support/processes.mjs";
import { arrives, headerOf, settles, textOf } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { BUILD, builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { folder, root, staff, bob, carol, key, outbox } = harbourOffice("recipients");
const gnupg = new Gnupg(path.join(folder, "carols-gnupg"), root.certificate, carol, [
  staff.certificate, bob.certificate,
]);
after(() => gnupg.stop());

const COUNT = 500;
const many = new ManyPeople();
const algorithmOf = (/** @type {number} */ index) => (index % 2 === 0 ? "rsa" : "ec");
/** @param {string} name @param {string} content */
const keep = (name, content) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const manyRoot = keep("many-root.pem", pem(many.root));
const people = Array.from({ length: COUNT }, (_, index) => ({
  name: addressOf(index),
  certificate: keep(`${index}.pem`, pem(many.certify(index, algorithmOf(index)))),
  key: "",
  issuers: "",
}));
for (const algorithm of /** @type {const} */ (["rsa", "ec"])) {
  const file = keep(`${algorithm}.key`, many.key(algorithm));
  people.forEach((person, index) => {
    person.key = algorithmOf(index) === algorithm ? file : person.key;
  });
}
const TEXT = "The results are in.";
const INTRODUCTION = "A signed letter";

/** What Carol's program, which says what it reads, has sent before. */
function introduction() {
  const p12 = path.join(folder, "carol.p12");
  exportPkcs12(carol, p12, key.password);
  const password = keep("password", `${key.password}\n`);
  const letter = keep(
    "letter.eml",
    `From: ${CAROL.address}\r\nTo: ${BOB.address}\r\nSubject: ${INTRODUCTION}\r\nDate: ${new Date().toUTCString()}\r\n` +
      "Message-ID: <introduction@harbour-clinic.example>\r\nMIME-Version: 1.0\r\n" +
      "Content-Type: text/plain\r\n\r\nGood morning.\r\n",
  );
  const out = path.join(folder, "introduction.eml");
  execFileSync(path.join(BUILD, "signet"), [
    "sign", "--p12", p12, "--password-file", password, "-o", out, letter,
  ]);
  return readFileSync(out);
}

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: [introduction()],
    anchors: [root.certificate, manyRoot],
    certificates: people.map(({ certificate }) => certificate).concat(carol.certificate),
    key,
    preferences: { "extensions.signet.collectCertificates": true },
  });

/** @type {{subject: string, octets: Buffer}[]} To Carol among others. */
const sent = [];

/** @param {Session} session @param {string} subject @param {string[]} to */
async function send(session, subject, to) {
  const { compose } = session;
  await compose.open({ to: to.join(", "), subject, body: `${TEXT}\n` });
  await compose.ready();
  await compose.choose("sign");
  await compose.choose("required");
  await settles(session, { sign: "shown", encrypt: "shown" });
  const octets = await arrives(session);
  sent.push({ subject, octets });
  return octets;
}

journeys("compose-security-recipients", start, (journey) => {
  for (const others of [0, 2, 99]) {
    journey(`to ${others + 1}: everybody opens it, with programs of all kinds`, async (session) => {
      const subject = `To ${others + 1}`;
      await session.thunderbird.run(() =>
        Services.prefs.setBoolPref("mail.identity.id1.protectSubject", false));
      const to = [CAROL.address, ...people.slice(0, others).map(({ name }) => name)];
      const octets = await send(session, subject, to);
      const file = outbox.keep(`${subject}.eml`, octets);
      for (const who of [carol, bob, ...people.slice(0, others)]) {
        assert.match(textOf(outbox.signedContent(outbox.decrypted(file, who))), new RegExp(TEXT), who.name);
      }
      assert.throws(() => outbox.decrypted(file, people[others]));
      assert.match(textOf(gnupg.signedContent(gnupg.decrypted(octets))), new RegExp(TEXT));
      for (const who of [carol, ...people.slice(0, Math.min(others, 2))]) {
        const { signature, encryption } = judgedBySignet(file, root.certificate, who);
        assert.deepEqual([signature, encryption], ["valid", "decrypted"]);
      }
    });
  }

  journey("the window says who is to blame for the older way, and the list of a hundred is there", async (session) => {
    const { compose } = session;
    const to = people.slice(0, 100).map(({ name }) => name);
    await compose.open({ to: to.join(", "), subject: "Hundred", body: "\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await compose.choose("info");
    const info = await waitUntil("the recipients", async () => {
      const now = await compose.info();
      return now?.recipients.length === 100 ? now : null;
    });
    assert.ok(info.recipients.every(([, can]) => can === "Yes"));
    await session.screenshot("compose-security-info-hundred", "signet:compose-security");
    await session.inTheDark(() =>
      session.screenshot("compose-security-info-hundred-dark", "signet:compose-security"));
    await compose.closeInfo();
    await compose.discard();
  });

  journey("a list of five hundred is expanded and judged, and one who is missing is found among them", async (session) => {
    const { compose, thunderbird } = session;
    const members = people.map(({ name }) => name);
    await thunderbird.run((addresses) => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const make = (/** @type {string} */ name, /** @type {any} */ kind) =>
        Cc[`@mozilla.org/addressbook/${name};1`].createInstance(kind);
      const list = make("directoryproperty", Ci.nsIAbDirectory);
      list.isMailList = true;
      list.dirName = "Everybody";
      const added = MailServices.ab.directories[0].addMailList(list);
      for (const address of addresses) {
        const card = make("cardproperty", Ci.nsIAbCard);
        card.primaryEmail = address;
        added.addCard(card);
      }
    }, members);
    await compose.open({ to: "Everybody <Everybody>", subject: "All", body: "\n" });
    await compose.ready();
    await compose.choose("required");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await thunderbird.run((address) => {
      const window = Services.wm.getMostRecentWindow("msgcompose");
      const row = window.document.querySelector('.address-row[data-recipienttype="addr_to"]');
      window.addressRowAddRecipientsArray(row, [address]);
    }, addressOf(COUNT));
    const view = await settles(session, { sign: "absent", encrypt: "struck-out" });
    assert.match(view.titles.encrypt, new RegExp(addressOf(COUNT)));
    await compose.discard();
  });

  journey("who says that they read it gets AES-GCM", async (session) => {
    const { mail, signet, thunderbird } = session;
    const before = headerOf(sent[0].octets);
    assert.match(before, /smime-type=enveloped-data/i); // nothing was known of Carol's program
    await mail.openInbox(1);
    await mail.select(INTRODUCTION);
    assert.equal((await signet.judged(INTRODUCTION)).signature, "pen");
    await thunderbird.run(() => Services.prefs.setBoolPref("mail.identity.id1.protectSubject", true));
    const octets = await send(session, "After her letter", [CAROL.address]);
    assert.match(headerOf(octets), /smime-type=authEnveloped-data/i);
    const file = outbox.keep("gcm.eml", octets);
    for (const who of [carol, bob]) {
      assert.match(textOf(outbox.signedContent(outbox.decrypted(file, who))), new RegExp(TEXT));
    }
    const { signature, encryption } = judgedBySignet(file, root.certificate, carol);
    assert.deepEqual([signature, encryption], ["valid", "decrypted"]);
    // With somebody of whom that is not known it is the older way for all.
    const both = await send(session, "To both", [CAROL.address, people[0].name]);
    assert.match(headerOf(both), /smime-type=enveloped-data/i);
  });

  journey("Thunderbird without Signet opens what went to one, three and a hundred", async () => {
    const person = { ...CAROL, user: "carol" };
    const readable = sent.filter(({ subject }) => /^To \d/.test(subject));
    assert.equal(readable.length, 3);
    await inThunderbirdWithoutSignet(
      person, readable.map(({ octets }) => octets), root.certificate, carol,
      async (reader) => {
        for (const { subject } of readable) {
          const { text } = await readWithoutSignet(reader, subject, { signed: true, encrypted: true });
          assert.match(text, new RegExp(TEXT));
        }
      });
  });
});
