// What is written in a message, of every shape that mail programs and servers like to change, signed and signed and
// encrypted: OpenSSL, GnuPG, Signet's command line and Thunderbird's own S/MIME open each, and find what was
// written.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after } from "node:test";
import { BOB, CAROL } from "../../support/demo/harbour.mjs";
import { PICTURE } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { Gnupg, inThunderbirdWithoutSignet, judgedBySignet, readWithoutSignet } from "../support/openers.mjs";
import { arrives, headerOf, settles, textOf } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { folder, root, staff, bob, carol, key, outbox } = harbourOffice("content");
const gnupg = new Gnupg(path.join(folder, "carols-gnupg"), root.certificate, carol, [
  staff.certificate, bob.certificate,
]);
after(() => gnupg.stop());

const LETTER =
  "From: dan@harbour-clinic.example\r\nTo: bob@harbour-clinic.example\r\nSubject: Enclosed\r\nMIME-Version: 1.0\r\n" +
  "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
  "From the ward: größer.  \r\n.\r\n";
const letter = path.join(folder, "enclosed.eml");
writeFileSync(letter, LETTER);

/**
 * @typedef {object} Shape
 * @property {string} body As it is written.
 * @property {RegExp[]} inside What is signed has this in its text.
 * @property {RegExp} [reads] What Thunderbird without Signet shows.
 * @property {boolean} [html]
 * @property {string} [attach]
 * @property {boolean} [flowed] The preference.
 * @property {number} [pictures]
 * @property {string[]} [attachments]
 */

/** @type {Record<string, Shape>} */
const SHAPES = {
  "8-bit text": { body: "größer, ½, 日本語.\n", inside: [/größer, ½, 日本語\./], reads: /größer, ½, 日本語\./ },
  "long lines": {
    body: `${"long ".repeat(300)}\n${"x".repeat(1500)}\n`,
    inside: [/x{1500}|(?:x+=?\r?\n?)+/],
    reads: /(?:long\s+){299}long\s+x{1500}/,
  },
  "From and dots": {
    body: "From here on\n>From there\n.\n..\nFrom \n",
    inside: [/From here on/, /From there/, /^\.\r?$/m, /^\.\.\r?$/m],
    reads: /From here on\s+>?\s?From there\s+\.\s+\.\.\s+From/,
  },
  "trailing spaces": {
    body: "Trailing spaces:   \n\tA tab, too:\t\n\n\n-- \nBob\n",
    inside: [/Trailing spaces: {3}/, /^-- \r?$/m],
    reads: /Trailing spaces:[^]*Bob/,
  },
  "not flowed": {
    body: `${"wrapped ".repeat(40)}\n`,
    flowed: false,
    inside: [/(?:wrapped\s+){39}wrapped/],
    reads: /(?:wrapped\s+){39}wrapped/,
  },
  flowed: {
    body: `${"wrapped ".repeat(40)}\n\nFrom here \n> quoted \n`,
    inside: [/format=flowed/, /(?:wrapped\s+){39}wrapped/],
    reads: /(?:wrapped\s+){39}wrapped/,
  },
  "a page with a picture": {
    html: true,
    body: `<p>The plan of <b>ward</b> 2, größer:</p><img alt="plan" src="data:image/png;base64,${PICTURE.toString("base64")}">`,
    inside: [/multipart\/related/, /Content-ID: </i, /text\/html/],
    reads: /The plan of ward 2, größer/,
    pictures: 1,
  },
  "an attached message": {
    body: "See below.\n",
    attach: letter,
    inside: [/message\/rfc822/, /Subject: Enclosed/],
    reads: /See below\./,
    attachments: ["enclosed.eml"],
  },
  "no text at all": { body: "", inside: [] },
};

/** @type {{subject: string, shape: Shape, octets: Buffer, encrypted: boolean}[]} What has been sent. */
const sent = [];

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [carol.certificate],
    key,
    // So that the subjects tell the messages apart in the other program, too.
    preferences: { "mail.identity.id1.protectSubject": false },
  });

/** @param {string} signed What was signed. @param {Shape} shape */
function holds(signed, { inside }) {
  const text = `${signed}\n${/^Content-Type: text\//im.test(signed.split(/\r?\n\r?\n/, 1)[0]) ? textOf(signed) : ""}`;
  for (const wanted of inside) {
    assert.match(text, wanted);
  }
}

journeys("compose-security-content", start, (journey) => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    for (const encrypted of [false, true]) {
      const subject = `${name}, ${encrypted ? "both" : "signed"}`;
      journey(subject, async (session) => {
        const { compose, thunderbird } = session;
        const { body, html, attach, flowed = true } = shape;
        await thunderbird.run((value) =>
          Services.prefs.setBoolPref("mailnews.send_plaintext_flowed", value), flowed);
        await compose.open({ to: CAROL.address, subject, body, html, attach });
        await compose.ready();
        await compose.choose("sign");
        if (encrypted) {
          await compose.choose("required");
        }
        await settles(session, { sign: "shown", encrypt: encrypted ? "shown" : "absent" });
        const octets = await arrives(session);
        sent.push({ subject, shape, octets, encrypted });
        const file = outbox.keep(`${subject.replace(/\W+/g, "-")}.eml`, octets);

        const byOpenssl = encrypted ? outbox.decrypted(file, carol) : file;
        const signed = outbox.signedContent(byOpenssl);
        holds(signed, shape);
        const byGnupg = encrypted ? gnupg.decrypted(octets) : octets;
        assert.equal(gnupg.signedContent(byGnupg), signed);
        const { signature, encryption } = judgedBySignet(file, root.certificate, carol);
        assert.deepEqual([signature, encryption], ["valid", encrypted ? "decrypted" : "none"]);
      });
    }
  }

  journey("with its subject inside", async (session) => {
    const { compose, thunderbird } = session;
    await thunderbird.run(() => {
      Services.prefs.clearUserPref("mailnews.send_plaintext_flowed");
      Services.prefs.setBoolPref("mail.identity.id1.protectSubject", true);
    });
    await compose.open({ to: CAROL.address, subject: "Größe der Station", body: "größer.\n" });
    await compose.ready();
    await compose.choose("sign");
    await compose.choose("required");
    await settles(session, { sign: "shown", encrypt: "shown" });
    const octets = await arrives(session);
    assert.match(headerOf(octets), /^Subject: \[\.\.\.\]\r?$/m);
    const shape = { body: "", inside: [], reads: /größer\./ };
    sent.push({ subject: "[...]", shape, octets, encrypted: true });
  });

  journey("inside of its signature, where an organisation wants that", async (session) => {
    const { compose, thunderbird } = session;
    await thunderbird.run(() => Services.prefs.setBoolPref("extensions.signet.algorithms.opaque", true));
    const subject = "inside of its signature";
    await compose.open({ to: CAROL.address, subject, body: "größer.\n" });
    await compose.ready();
    await compose.choose("sign");
    await settles(session, { sign: "shown", encrypt: "absent" });
    const octets = await arrives(session);
    assert.match(headerOf(octets), /^Content-Type: application\/pkcs7-mime;[^]*smime-type=signed-data/m);
    const signed = outbox.signedContent(outbox.keep("opaque.eml", octets));
    assert.match(textOf(signed), /größer\./);
    assert.equal(gnupg.signedContent(octets), signed);
    assert.equal(judgedBySignet(path.join(folder, "opaque.eml"), root.certificate, carol).signature, "valid");
    sent.push({ subject, shape: { body: "", inside: [], reads: /größer\./ }, octets, encrypted: false });
  });

  journey("Thunderbird without Signet shows each with a good pen and key, and what was written", async () => {
    const person = { ...CAROL, user: "carol" };
    await inThunderbirdWithoutSignet(
      person, sent.map(({ octets }) => octets), root.certificate, carol,
      async (reader) => {
        for (const { subject, shape, encrypted } of sent) {
          const shown = await readWithoutSignet(reader, subject, { signed: true, encrypted });
          if (shape.reads) {
            assert.match(shown.text, shape.reads, subject);
          }
          assert.equal(shown.pictures, shape.pictures ?? 0, subject);
          assert.deepEqual(shown.attachments, shape.attachments ?? [], subject);
        }
        await reader.screenshot("compose-content-without-signet");
      });
  });
});
