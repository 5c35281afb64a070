// Encrypted mail, while Thunderbird opens it and Signet says what is known: the key, the broken key, and
// never a good pen for what is not on display.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { manifest, startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-encrypted-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const bob = path.join(folder, "bob.pem");
execFileSync("openssl", [
  "pkcs12", "-in", manifest.key.file, "-passin", `pass:${manifest.key.password}`, "-nokeys",
  "-clcerts", "-out", bob,
]);
const other = path.join(folder, "other.pem");
execFileSync("openssl", [
  "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path.join(folder, "other.key"),
  "-out", other, "-days", "30", "-subj", "/CN=Somebody Else",
], { stdio: "ignore" });

/**
 * A message to Bob, encrypted for the owner of a certificate.
 * @param {string} subject
 * @param {string} recipient
 * @param {string} cipher
 */
function encrypted(subject, recipient, cipher) {
  const text = path.join(folder, "text");
  writeFileSync(text, "Content-Type: text/plain; charset=utf-8\r\n\r\nThe results are in.\r\n");
  const entity = execFileSync("openssl", ["cms", "-encrypt", `-${cipher}`, "-in", text, recipient]);
  const header =
    "From: Alice Moreau <alice@harbour-clinic.example>\r\n" +
    `To: ${manifest.person.name} <${manifest.person.address}>\r\n` +
    `Subject: ${subject}\r\nDate: ${new Date().toUTCString().replace("GMT", "+0000")}\r\n`;
  return Buffer.from(header + entity.toString().replace(/\r?\n/g, "\r\n"));
}

const CASES = /** @type {const} */ ([
  { subject: "Results for you", recipient: bob, cipher: "aes256", icon: "key" },
  { subject: "Results for somebody else", recipient: other, cipher: "aes256", icon: "broken-key" },
  { subject: "Results in another cipher", recipient: bob, cipher: "aes-256-gcm", icon: "broken-key" },
]);

const start = () =>
  startClinic({
    messages: [
      ...manifest.messages.map(({ file }) => readFileSync(file)),
      ...CASES.map(({ subject, recipient, cipher }) => encrypted(subject, recipient, cipher)),
    ],
  });

journeys("message-security-encrypted", start, (journey) => {
  for (const { subject, icon } of CASES) {
    journey(`${subject}: ${icon}`, async (session) => {
      const { signet, thunderbird } = session;
      // Not mail.select(): of a message that it cannot open, the host never says that it has loaded.
      await thunderbird.run((wanted) => {
        const pane = document.getElementById("tabmail").currentAbout3Pane;
        for (let row = 0; row < pane.gDBView.rowCount; ++row) {
          if (pane.gDBView.getMsgHdrAt(row).mime2DecodedSubject === wanted) {
            pane.threadTree.selectedIndex = row;
          }
        }
      }, subject);
      await signet.judged(subject);
      await thunderbird.waitFor(`the ${icon}`, (wanted) => {
        const { document: page } = document.getElementById("tabmail").currentAboutMessage;
        const image = page.getElementById("signet-encryption-icon");
        return image?.checkVisibility() && image.dataset.icon === wanted;
      }, icon);
      const header = await signet.header();
      assert.equal(header.signature, "none");
      assert.equal(header.hostIcons, false);
      const shown = await signet.openMessageSecurity();
      assert.equal(shown.subject, subject);
      assert.equal(shown.verdict, icon === "key" ? "Not signed" : "Signature not checked");
      await session.screenshot(`message-security-${icon}`, "signet:message-security");
      await signet.closeMessageSecurity();
    });
  }
});
