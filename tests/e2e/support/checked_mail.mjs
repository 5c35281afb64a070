// Messages whose certificates are checked over the network, and what is said of them in the end.

import { readFileSync } from "node:fs";

/** @typedef {import("./session.mjs").Session} Session */

/**
 * @param {import("../../unit/cli/pki.mjs").Pki} pki
 * @param {string} name
 * @returns {Buffer} A message that this person signed, without the authority.
 */
export function messageFrom(pki, name) {
  pki.write("text", "Content-Type: text/plain\r\n\r\nGood morning.\r\n");
  pki.openssl(
    "cms", "-sign", "-in", "text", "-signer", `${name}.pem`, "-inkey", `${name}.key`, "-outform", "SMIME",
    "-crlfeol", "-from", `${name}@example.com`, "-to", "bob@example.org", "-subject", `From ${name}`,
    "-out", "signed.eml",
  );
  const date = new Date().toUTCString().replace("GMT", "+0000");
  return Buffer.concat([Buffer.from(`Date: ${date}\r\n`), readFileSync(pki.at("signed.eml"))]);
}

/**
 * Opens a message, after that of nobody, and waits until nothing is awaited any more.
 * @param {Session} session
 * @param {string} name
 */
export async function finalVerdict({ mail, signet, thunderbird }, name) {
  await mail.select("From nobody");
  await signet.judged("From nobody");
  await mail.select(`From ${name}`);
  await signet.judged(`From ${name}`);
  await thunderbird.waitFor("the final verdict", () => {
    const message = document.getElementById("tabmail").currentAboutMessage;
    return !message.document.getElementById("signet-message-security").hasAttribute("checking");
  });
  const shown = await signet.openMessageSecurity();
  await signet.closeMessageSecurity();
  return shown;
}
