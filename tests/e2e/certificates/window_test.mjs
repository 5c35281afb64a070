// The Certificates window: from a file to a signed message, every way in which an import fails, backing
// up, and trust that holds at once in the message that is open beside it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, exportPkcs12, openssl } from "../../support/demo/authority.mjs";
import { entity, headerFields } from "../../support/demo/mime.mjs";
import { ManyPeople, pem } from "../../support/many_people.mjs";
import { Certificates } from "../support/certificates.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { BUILD, builtXpi, verify } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-certificates-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const at = (/** @type {string} */ name) => path.join(folder, name);

const DOMAIN = "harbour-clinic.example";
const BOB = { name: "Bob Lindqvist", address: `bob@${DOMAIN}`, user: "bob" };
const CAROL = { name: "Carol Haddad", address: `carol@${DOMAIN}` };

const root = new Authority(at("root"), "Harbour Clinic", "Harbour Clinic Root CA");
const staff = new Authority(at("staff"), "Harbour Clinic", "Harbour Clinic Staff CA", root);
const bob = staff.certify("bob", BOB);
const carol = staff.certify("carol", CAROL);
const old = staff.certify("old", { ...BOB, fromDay: -390, toDay: -20 });
exportPkcs12(bob, at("bob.p12"), "Hafen 7");
exportPkcs12(carol, at("carol.p12"), "x");
exportPkcs12(old, at("old.p12"), "x");
writeFileSync(at("damaged.p12"), readFileSync(at("bob.p12")).subarray(0, 700));
openssl("pkcs12", "-export", "-inkey", bob.key, "-in", bob.certificate, "-keypbe", "aria-256-cbc",
  "-certpbe", "aria-256-cbc", "-out", at("unsupported.p12"), "-passout", "pass:x");
writeFileSync(at("password"), "x\n");
const MANY = 1000;
const people = new ManyPeople();
writeFileSync(at("many.pem"), Array.from({ length: MANY }, (_, index) => pem(people.certify(index, "ec"))).join(""));

/** A message that Carol has signed. */
function fromCarol() {
  const fields = headerFields({ from: CAROL, to: BOB, subject: "Rota", date: new Date(), id: "rota" });
  writeFileSync(at("rota.eml"), Buffer.concat([fields, entity("The rota for next week.\n")]));
  return execFileSync(path.join(BUILD, "signet"), [
    "sign", "--p12", at("carol.p12"), "--password-file", at("password"), at("rota.eml"),
  ]);
}

/** @type {Certificates} */
let window;

/** Imports a file and waits for what is asked or said. @param {string} file @param {string} dialog */
async function imports(file, dialog) {
  await window.answerPicker(at(file));
  await window.click("#import");
  return window.shown(({ dialogId }) => dialogId === dialog);
}

/** Answers the password dialog. @param {string} password */
async function answer(password) {
  await window.type("password-first", password);
  await window.click("#password-ok");
}

/** Closes the report and gives its text. */
async function reported() {
  const { dialog } = await window.shown(({ dialogId }) => dialogId === "report");
  await window.click("#report button");
  await window.shown(({ dialogId }) => dialogId === "");
  return dialog;
}

journeys(
  "certificates-window",
  async () => {
    const session = await startSession({
      xpi: builtXpi(), person: BOB, anchors: [root.certificate], messages: [fromCarol()],
      preferences: { "extensions.signet.collectCertificates": false },
    });
    window = new Certificates(session.thunderbird);
    await session.mail.openInbox(1);
    return session;
  },
  (journey) => {
    journey("nothing of one's own is there yet, and it says what to do", async (session) => {
      await window.open();
      const { empty, group } = await window.shown(({ empty: text }) => text !== "");
      assert.equal(group, "own");
      assert.match(empty, /no certificate of your own here\. Import one/);
      await session.screenshot("certificates-none", "signet:certificates");
    });

    journey("a wrong password is told, and can be typed again", async (session) => {
      const asked = await imports("bob.p12", "password");
      assert.match(asked.dialog, /bob\.p12 is protected with a password/);
      await answer("hafen 7");
      const again = await window.shown(({ dialog }) => /not the password/.test(dialog));
      assert.match(again.dialog, /capital and small letters/);
      await session.screenshot("certificates-password-wrong", "signet:certificates");
      await answer("Hafen 7");
      const said = await reported();
      assert.match(said, /certificate of Bob Lindqvist was stored, with its private key/);
      assert.match(said, /certificate of Harbour Clinic Staff CA was stored/);
      const { name, facts, chain, sentences } = await window.shown(({ name: text }) => text !== "");
      assert.equal(name, "Bob Lindqvist");
      assert.equal(facts["To sign"], "Can be used");
      assert.equal(facts["To encrypt"], "Can be used");
      assert.deepEqual(chain, ["Harbour Clinic Staff CA", "Harbour Clinic Root CA"]);
      assert.deepEqual(sentences, []);
      const fingerprint = openssl("x509", "-in", bob.certificate, "-noout", "-fingerprint", "-sha256")
        .toString().trim().split("=")[1];
      assert.equal(facts["SHA-256 fingerprint"], fingerprint);
      await session.screenshot("certificates-own", "signet:certificates");
      await session.inTheDark(() => session.screenshot("certificates-own-dark", "signet:certificates"));
    });

    journey("already there, damaged, and protected in an unknown way are told apart", async (session) => {
      await imports("bob.p12", "password");
      await answer("Hafen 7");
      assert.match(await reported(), /Bob Lindqvist is on this computer already/);
      await imports("damaged.p12", "report");
      assert.match(await reported(), /damaged\.p12 is damaged/);
      await imports("unsupported.p12", "password");
      await answer("x");
      await window.shown(({ dialogId }) => dialogId === "report");
      await session.screenshot("certificates-not-imported", "signet:certificates");
      assert.match(await reported(), /protected by a method that this program does not have/);
    });

    journey("many certificates are counted while they come in, and can be stopped and gone on with", async (session) => {
      await imports("many.pem", "progress");
      const { dialog } = await window.shown(({ dialog: text }) => / of 1,000 certificates/.test(text));
      assert.match(dialog, /Importing many\.pem/);
      await session.screenshot("certificates-importing", "signet:certificates");
      await window.click("#progress button");
      const stopped = await reported();
      const [stored, left] = [/(\d+) certificates were stored/, /stopped it: (\d+) certificates/].map((pattern) =>
        Number(pattern.exec(stopped)?.[1]));
      assert.equal(stored + left, MANY, stopped);
      assert.ok(stored > 0 && left > 0, stopped);
      await imports("many.pem", "report");
      const whole = await reported();
      assert.match(whole, new RegExp(`${left} certificates were stored\\.`));
      assert.match(whole, new RegExp(`${stored} certificates were here already`));
      await window.click("#group-person");
      await window.shown(({ count }) => count === "1,000 certificates");
      await window.click("#group-own");
    });

    journey("cancelling is cancelling", async () => {
      await imports("old.p12", "password");
      await window.click("#password-cancel");
      const { dialog, message } = await window.shown(({ dialogId }) => dialogId === "");
      assert.deepEqual([dialog, message], ["", ""]);
    });

    journey("an expired one says so, in its owner's words", async (session) => {
      await imports("old.p12", "password");
      await answer("x");
      await reported();
      const { sentences } = await window.shown(({ name, sentences: all }) => name !== "" && all.length > 0);
      assert.match(sentences.join(" "), /Your certificate, issued to Bob Lindqvist, expired on/);
      assert.match(sentences.join(" "), /Request a new one from Harbour Clinic Staff CA/);
      await session.screenshot("certificates-expired", "signet:certificates");
    });

    journey("search narrows the list while typing, and the keyboard walks it", async () => {
      await window.type("search", "HARBOUR bob@");
      await window.shown(({ count }) => count === "2 certificates");
      await window.type("search", "nobody at all");
      await window.shown(({ empty }) => /No certificate has all of these words/.test(empty));
      await window.type("search", "");
      await window.shown(({ rows }) => rows.length === 2 && rows.every(Boolean));
      await window.press("list", "End");
      const last = await window.shown(({ sentences }) => sentences.length > 0);
      await window.press("list", "Home");
      await window.shown(({ sentences }) => sentences.length === 0);
      assert.equal(last.name, "Bob Lindqvist");
    });

    journey("a backup opens in OpenSSL", async () => {
      await window.press("list", "Home");
      await window.shown(({ sentences, name }) => name !== "" && sentences.length === 0);
      await window.answerPicker(at("backup.p12"));
      await window.click("#back-up");
      await window.shown(({ dialogId }) => dialogId === "password");
      await window.type("password-first", "Neues Wort");
      await window.type("password-again", "Neues Wort");
      await window.click("#password-ok");
      const listing = await waitUntil("the backup", () => {
        try {
          return openssl("pkcs12", "-in", at("backup.p12"), "-passin", "pass:Neues Wort", "-nodes");
        } catch {
          return null;
        }
      });
      assert.match(String(listing), /BEGIN PRIVATE KEY/);
      const key = openssl("pkey", "-in", bob.key, "-pubout").toString();
      writeFileSync(at("backup.pem"), listing ?? "");
      assert.equal(openssl("pkey", "-in", at("backup.pem"), "-pubout").toString(), key);
    });

    journey("export writes the kind of file that the name asks for", async () => {
      await window.press("list", "Home");
      await window.shown(({ sentences, name }) => name !== "" && sentences.length === 0);
      const subjects = {
        "bob.pem": ["x509", "-in", at("bob.pem")],
        "bob.cer": ["x509", "-inform", "DER", "-in", at("bob.cer")],
        "bob.p7b": ["pkcs7", "-inform", "DER", "-print_certs", "-in", at("bob.p7b")],
      };
      for (const [file, command] of Object.entries(subjects)) {
        await window.answerPicker(at(file));
        await window.click("#export");
        const said = await waitUntil(file, () => {
          try {
            return String(openssl(...command, "-noout", ...(command[0] === "x509" ? ["-subject"] : [])));
          } catch {
            return null;
          }
        });
        assert.match(said, /Bob Lindqvist/);
        assert.equal(/Staff CA[^]*Root CA/.test(said), file === "bob.p7b");
      }
    });

    journey("distrusting an authority breaks the pen of the open message at once", async (session) => {
      await session.mail.select("Rota");
      assert.equal((await session.signet.judged("Rota")).signature, "pen");
      await window.click("#group-authority");
      await window.type("search", "Harbour Clinic Root");
      await window.select(/Harbour Clinic Root CA/);
      assert.equal((await window.shown(({ trust }) => trust !== "")).trust, "trusted");
      await session.screenshot("certificates-trusted", "signet:certificates");
      await window.click("#trust input[value=distrusted]");
      await waitUntil("the broken pen", async () =>
        (await session.signet.header()).signature === "broken-pen");
      const { sentences } = await window.shown(({ sentences: all }) => all.length > 0);
      assert.match(sentences.join(" "), /marked as not trusted/);
      await session.screenshot("certificates-distrusted", "signet:certificates");
      await session.inTheDark(() =>
        session.screenshot("certificates-distrusted-dark", "signet:certificates"));
      await window.click("#trust input[value=trusted]");
      await waitUntil("the pen", async () => (await session.signet.header()).signature === "pen");
    });

    journey("deleting says what is lost, and Escape deletes nothing", async (session) => {
      await window.click("#group-own");
      await window.type("search", "");
      await window.shown(({ rows, group }) => group === "own" && rows.length === 2);
      await window.select(/Expired/);
      await window.click("#delete");
      const { dialog } = await window.shown(({ dialogId }) => dialogId === "ask");
      assert.match(dialog, /private key is deleted, too\. Messages that were encrypted for it/);
      await session.screenshot("certificates-delete", "signet:certificates");
      await window.press("ask-no", "Escape");
      await window.shown(({ dialogId, rows }) => dialogId === "" && rows.length === 2);
      await window.click("#delete");
      await window.shown(({ dialogId }) => dialogId === "ask");
      await window.click("#ask-yes");
      await window.shown(({ rows }) => rows.length === 1);
    });

    journey("the imported certificate signs a message", async (session) => {
      await window.close();
      await session.compose.open({ to: CAROL.address, subject: "Signed", body: "By me." });
      await session.compose.ready();
      await session.compose.choose("sign");
      await waitUntil("the pen", async () => (await session.compose.view()).states.sign === "shown");
      const before = session.smtp.messages.length;
      await session.compose.send();
      await session.compose.waitUntilClosed();
      await waitUntil("the message to arrive", () => session.smtp.messages.length > before);
      writeFileSync(at("sent.eml"), session.smtp.messages[before].octets);
      const { verdicts } = verify("--anchor", root.certificate, at("sent.eml"));
      assert.equal(verdicts[0].signature, "valid");
    });
  },
);
