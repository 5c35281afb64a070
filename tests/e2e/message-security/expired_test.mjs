// Messages whose signer's certificate has expired since: the icon and the words say what it rests on that
// they were signed before. And since when a sender is known with a certificate.

import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, exportPkcs12, openssl } from "../../support/demo/authority.mjs";
import { entity, headerFields } from "../../support/demo/mime.mjs";
import { signatureOf, timeStamp, withTimeStamps } from "../../support/time_stamps.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { BUILD, builtXpi } from "../support/signet.mjs";

/** @typedef {import("../../support/demo/authority.mjs").Credential} Credential */

const folder = mkdtempSync(path.join(tmpdir(), "signet-expired-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const DOMAIN = "harbour-clinic.example";
const BOB = { name: "Bob Lindqvist", address: `bob@${DOMAIN}`, user: "bob" };
const ALICE = { name: "Alice Moreau", address: `alice@${DOMAIN}` };
const CAROL = { name: "Carol Haddad", address: `carol@${DOMAIN}` };
const DAN = { name: "Dan Okafor", address: `dan@${DOMAIN}` };
const ERIN = { name: "Erin Walsh", address: `erin@${DOMAIN}` };
const DAY = 86_400_000;

const root = new Authority(path.join(folder, "root"), "Harbour Clinic", "Harbour Clinic Root CA");
const password = path.join(folder, "password");
writeFileSync(password, "x\n");
const signet = path.join(BUILD, "signet");

/**
 * @param {{name: string, address: string}} from
 * @param {string} subject
 * @param {Credential} credential
 * @param {Date} [date] When it was signed.
 * @returns {{file: string, subject: string}}
 */
function signed(from, subject, credential, date = new Date()) {
  const name = subject.replace(/\W/g, "");
  const key = path.join(folder, `${name}.p12`);
  exportPkcs12(credential, key, "x");
  const plain = path.join(folder, `${name}.plain`);
  const fields = headerFields({ from, to: BOB, subject, date, id: name });
  writeFileSync(plain, Buffer.concat([fields, entity(`About "${subject}": as agreed.\n`)]));
  const file = path.join(folder, `${name}.eml`);
  const at = date.toISOString().replace(/\.\d+Z/, "Z");
  const keys = ["--p12", key, "--password-file", password];
  execFileSync(signet, ["sign", ...keys, "--at", at, "-o", file, plain]);
  return { file, subject };
}

/**
 * A message that this machine has judged valid, as the file `seen` remembers, with a certificate that ends
 * soon after: how soon one can be judged depends on the machine, so more time is given until it was.
 * @param {string} seen
 */
function seenInTime(seen) {
  for (let seconds = 15; ; seconds *= 2) {
    const carol = root.certify(`carol-${seconds}`, { ...CAROL, toDay: (seconds * 1000) / DAY });
    const message = signed(CAROL, "Seen in time", carol);
    const options = ["--anchor", root.certificate, "--seen", seen, message.file];
    if (spawnSync(signet, ["verify", ...options]).status === 0) {
      const { validTo } = new X509Certificate(readFileSync(carol.certificate));
      return { ...message, end: Date.parse(validTo) };
    }
  }
}

/**
 * An opaque message of OpenSSL's, with tokens beside its signature.
 * @param {{name: string, address: string}} from
 * @param {string} subject
 * @param {Credential} credential
 * @param {Buffer} content What the token is for in place of the signature; empty: the signature.
 */
function stamped(from, subject, credential, content = Buffer.alloc(0)) {
  const name = subject.replace(/\W/g, "");
  const plain = path.join(folder, `${name}.plain`);
  writeFileSync(plain, entity(`About "${subject}": as agreed.\n`));
  const object = path.join(folder, `${name}.p7m`);
  openssl(
    "cms", "-sign", "-binary", "-nodetach", "-in", plain, "-outform", "DER", "-out", object,
    "-signer", credential.certificate, "-inkey", credential.key,
  );
  const cms = readFileSync(object);
  const token = timeStamp(content.length > 0 ? content : signatureOf(cms), clock);
  const body = withTimeStamps(cms, token).toString("base64").replace(/.{76}/g, "$&\r\n");
  const fields = headerFields({ from, to: BOB, subject, date: new Date(), id: name });
  const file = path.join(folder, `${name}.eml`);
  const type =
    "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n" +
    "Content-Transfer-Encoding: base64\r\n\r\n";
  writeFileSync(file, Buffer.concat([fields, Buffer.from(`${type}${body}\r\n`)]));
  return { file, subject };
}

const clock = root.certifyClock("clock", "Harbour Clock Service");
// Long enough for the messages to be made, on a machine that is busy with other things.
const erin = root.certify("erin", { ...ERIN, toDay: 60_000 / DAY });
const inTimeStamped = stamped(ERIN, "A stamped contract", erin);
const wronglyStamped = stamped(ERIN, "With the stamp of another", erin, Buffer.from("another"));
const erinEnd = Date.parse(new X509Certificate(readFileSync(erin.certificate)).validTo);

const seen = path.join(folder, "seen.sqlite");
const alice = root.certify("alice", { ...ALICE, fromDay: -366, toDay: -10 });
const dan = root.certify("dan", DAN);
const danNew = root.certify("dan-new", DAN);
const claimed = signed(ALICE, "An old contract", alice, new Date(Date.now() - 30 * DAY));
const first = signed(DAN, "The first", dan);
const second = signed(DAN, "The second", dan);
const renewed = signed(DAN, "With a new certificate", danNew);
const inTime = seenInTime(seen);
const messages = [claimed, inTime, first, second, renewed, inTimeStamped, wronglyStamped];

journeys(
  "message-security-expired",
  async () => {
    const session = await startSession({
      xpi: builtXpi(), person: BOB, anchors: [root.certificate], files: { "signet-seen.sqlite": seen },
      messages: messages.map(({ file }) => readFileSync(file)),
    });
    await session.mail.openInbox(messages.length);
    const end = Math.max(inTime.end, erinEnd);
    await waitUntil("the certificates’ end", () => Date.now() > end + 1000, { timeout: 300_000 });
    return session;
  },
  (journey) => {
    journey("what only the sender says has a question mark", async (session) => {
      const { subject } = claimed;
      await session.mail.select(subject);
      assert.equal((await session.signet.judged(subject)).signature, "question-pen");
      await session.screenshot("message-header-expired-claimed");
      const shown = await session.signet.openMessageSecurity();
      assert.equal(shown.verdict, "Certificate has expired");
      assert.equal(shown.icon, "question-pen");
      assert.match(shown.sentences[0], /the sender says that this was signed; nobody else confirms that date/);
      assert.equal(shown.facts["Signed by"], undefined);
      assert.equal(shown.facts["Certificate of"], ALICE.name);
      await session.screenshot("message-security-expired-claimed", "signet:message-security");
      await session.signet.closeMessageSecurity();
    });

    journey("what was seen in time has a clock, also in the dark", async (session) => {
      const { subject } = inTime;
      await session.mail.select(subject);
      assert.equal((await session.signet.judged(subject)).signature, "clock-pen");
      await session.screenshot("message-header-expired-seen");
      const shown = await session.signet.openMessageSecurity();
      assert.equal(shown.verdict, "Certificate has expired");
      assert.match(shown.sentences[0], /when this signature was first seen on this computer/);
      await session.screenshot("message-security-expired-seen", "signet:message-security");
      await session.inTheDark(() =>
        session.screenshot("message-security-expired-seen-dark", "signet:message-security"));
      await session.signet.closeMessageSecurity();
    });

    journey("what a time-stamp confirms has a clock, and says who confirms it", async (session) => {
      const { subject } = inTimeStamped;
      await session.mail.select(subject);
      assert.equal((await session.signet.judged(subject)).signature, "clock-pen");
      const shown = await session.signet.openMessageSecurity();
      assert.equal(shown.verdict, "Certificate has expired");
      assert.match(shown.sentences[0], /Harbour Clock Service confirms that this had been signed by then/);
      assert.match(shown.facts["Time confirmed"], /by \S*Harbour Clock Service/);
      await session.screenshot("message-security-expired-stamped", "signet:message-security");
      await session.signet.closeMessageSecurity();
    });

    journey("the time-stamp of something else is named, and nothing rests on it", async (session) => {
      const { subject } = wronglyStamped;
      await session.mail.select(subject);
      assert.equal((await session.signet.judged(subject)).signature, "question-pen");
      const shown = await session.signet.openMessageSecurity();
      assert.match(shown.sentences.join(" "), /The time-stamp beside this signature was made for something else/);
      assert.equal(shown.facts["Time confirmed"], undefined);
      await session.screenshot("message-security-expired-wrongly-stamped", "signet:message-security");
      await session.signet.closeMessageSecurity();
    });

    journey("since when a sender is known with a certificate", async (session) => {
      /** @param {{subject: string}} message */
      const line = async ({ subject }) => {
        await session.mail.select(subject);
        assert.equal((await session.signet.judged(subject)).signature, "pen");
        const shown = await session.signet.openMessageSecurity();
        await session.screenshot(`message-security-history-${subject.replace(/\W/g, "")}`,
          "signet:message-security");
        await session.signet.closeMessageSecurity();
        return shown.facts["Seen before"];
      };
      assert.match(await line(first), /^no: this is the first signed message from \S*dan@/);
      assert.match(await line(second), /^yes: \S*dan@\S+ has used this certificate since /);
      assert.match(await line(renewed), /^not with this certificate: \S*dan@\S+ used another one until /);
      assert.match(await line(first), /^no: this is the first signed message/);
    });
  },
);
