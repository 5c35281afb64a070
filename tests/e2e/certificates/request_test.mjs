// Getting a certificate of one's own in the window: from the request to a signed message, and one to try
// things out.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, openssl } from "../../support/demo/authority.mjs";
import { Certificates } from "../support/certificates.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { BOB, startSession } from "../support/session.mjs";
import { builtXpi, verify } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-request-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const at = (/** @type {string} */ name) => path.join(folder, name);

const root = new Authority(at("root"), "Clinic", "Clinic CA");

/** @type {Certificates} */
let window;

journeys(
  "certificates-request",
  async () => {
    const session = await startSession({ xpi: builtXpi(), anchors: [root.certificate] });
    window = new Certificates(session.thunderbird);
    return session;
  },
  (journey) => {
    journey("a request is made and saved", async (session) => {
      await window.open();
      await window.answerPicker(at("bob.csr"));
      await window.click("#request");
      const { dialog } = await window.shown(({ dialogId }) => dialogId === "request-dialog");
      assert.match(dialog, /A key is made and kept here/);
      await session.screenshot("certificates-request", "signet:certificates");
      await session.inTheDark(() => session.screenshot("certificates-request-dark", "signet:certificates"));
      await window.click("#request-ok");
      const made = await window.shown(({ dialogId }) => dialogId === "report");
      assert.match(made.dialog, /saved as bob\.csr/);
      await window.click("#report button");
      assert.ok(existsSync(at("bob.csr")));
      const text = openssl("req", "-in", at("bob.csr"), "-verify", "-noout", "-text").toString();
      assert.match(text, /Public-Key: \(3072 bit\)/);
      assert.match(text, new RegExp(`email:${BOB.address}`));
      assert.match(text, /CN = Bob Lindqvist/);
    });

    journey("the authority's answer finds its key, and signs a message", async (session) => {
      root.answer(at("bob.csr"), at("bob.pem"));
      await window.answerPicker(at("bob.pem"));
      await window.click("#import");
      const { dialog } = await window.shown(({ dialogId }) => dialogId === "report");
      assert.match(dialog, /Bob Lindqvist was stored, with its private key/);
      await window.click("#report button");
      const { group, facts } = await window.shown(({ name }) => name === "Bob Lindqvist");
      assert.equal(group, "own");
      assert.equal(facts["To sign"], "Can be used");
      await session.compose.open({ to: "carol@example.org", subject: "Mine", body: "Signed." });
      await session.compose.ready();
      await session.compose.choose("sign");
      await waitUntil("the pen", async () => (await session.compose.view()).states.sign === "shown");
      await session.compose.send();
      await session.compose.waitUntilClosed();
      await waitUntil("the message to arrive", () => session.smtp.messages.length > 0);
      writeFileSync(at("sent.eml"), session.smtp.messages[0].octets);
      assert.equal(verify("--anchor", root.certificate, at("sent.eml")).verdicts[0].signature, "valid");
    });

    journey("a certificate to try things out says what it is", async (session) => {
      await window.click("#request");
      await window.shown(({ dialogId }) => dialogId === "request-dialog");
      await window.click("#request-tryout");
      const { facts } = await window.shown(({ name }) => /tryout/.test(name));
      assert.match(facts["Full name"], /nobody vouches for it/);
      assert.equal(facts["To sign"], "Can be used");
      await session.screenshot("certificates-tryout", "signet:certificates");
      await window.answerPicker(at("tryout.pem"));
      await window.click("#export");
      await waitUntil("the exported file", () => existsSync(at("tryout.pem")));
      assert.match(readFileSync(at("tryout.pem"), "latin1"), /^-----BEGIN CERTIFICATE-----\n/);
    });
  },
);
