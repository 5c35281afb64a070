// Signed messages of a given size, made by OpenSSL.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, openssl } from "../../support/demo/authority.mjs";
import { BOB } from "./session.mjs";

const FROM = { name: "Alice", address: "alice@example.org" };

export class SignedMail {
  #folder = mkdtempSync(path.join(tmpdir(), "signet-signed-mail-"));
  #root = new Authority(path.join(this.#folder, "root"), "Signed mail", "Signed mail Root");
  #alice = this.#root.certify("alice", FROM);

  constructor() {
    process.once("exit", () => rmSync(this.#folder, { recursive: true, force: true }));
  }

  /** @returns {string} The file of the authority to trust. */
  get anchor() {
    return this.#root.certificate;
  }

  /** @param {string} subject @returns {Buffer} An unsigned one. */
  plain(subject) {
    return Buffer.from(`${header(subject)}\r\nHello\r\n`);
  }

  /**
   * A signed message with an attachment.
   * @param {string} subject
   * @param {number} size Octets, about.
   * @returns {Buffer}
   */
  signed(subject, size) {
    const data = Buffer.alloc(Math.floor((size * 3) / 4));
    data.forEach((_, index) => {
      data[index] = (index * 7919) >>> 5;
    });
    const lines = data.toString("base64").match(/.{1,76}/g) ?? [];
    const content = path.join(this.#folder, "content");
    writeFileSync(
      content,
      'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n' +
        "--b\r\nContent-Type: application/octet-stream; name=data.bin\r\n" +
        "Content-Disposition: attachment; filename=data.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
        `${lines.join("\r\n")}\r\n--b--\r\n`,
    );
    const out = path.join(this.#folder, "signed");
    openssl(
      "cms", "-sign", "-in", content, "-out", out, "-crlfeol", "-md", "sha256",
      "-signer", this.#alice.certificate, "-inkey", this.#alice.key,
    );
    const entity = readFileSync(out, "latin1").replace(/\r?\n/g, "\r\n");
    return Buffer.from(header(subject) + entity.replace("MIME-Version: 1.0\r\n", ""), "latin1");
  }
}

/** @param {string} subject */
function header(subject) {
  return (
    `From: ${FROM.name} <${FROM.address}>\r\nTo: ${BOB.address}\r\nSubject: ${subject}\r\n` +
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}\r\nMIME-Version: 1.0\r\n`
  );
}

/**
 * Waits until the host keeps every message of the inbox on this machine, as it is set to.
 * @param {import("./session.mjs").Session} session
 */
export function untilKept({ thunderbird }) {
  return thunderbird.waitFor("the messages to be kept", () => {
    const view = document.getElementById("tabmail").currentAbout3Pane.gDBView;
    return Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row)).every(
      ({ flags }) => flags & Ci.nsMsgMessageFlags.Offline,
    );
  });
}
