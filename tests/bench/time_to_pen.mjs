// How long a person waits for the pen, with Thunderbird's own icon beside it in the same run:
//
//   node tests/bench/time_to_pen.mjs [ROUNDS]
//
// For a message of 10 KiB and one of 10 MiB, kept on this machine and fetched from the IMAP server each
// time. Rounds of both take turns, so that what else the machine does meets both.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, openssl } from "../support/demo/authority.mjs";
import { BOB, startSession } from "../e2e/support/session.mjs";
import { builtXpi } from "../e2e/support/signet.mjs";
import { summary, timeToIcon } from "../e2e/support/timing.mjs";

const ROUNDS = Number(process.argv[2] ?? 6);
const SIZES = /** @type {const} */ ([["10 KiB", 10 * 1024], ["10 MiB", 10 * 1024 * 1024]]);
const ELSEWHERE = "Elsewhere";

const folder = mkdtempSync(path.join(tmpdir(), "signet-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const root = new Authority(path.join(folder, "root"), "Bench", "Bench Root");
const alice = root.certify("alice", { name: "Alice", address: "alice@example.org" });

/** @param {string} subject */
const header = (subject) =>
  `From: Alice <alice@example.org>\r\nTo: ${BOB.address}\r\nSubject: ${subject}\r\n` +
  `Date: ${new Date().toUTCString().replace("GMT", "+0000")}\r\nMIME-Version: 1.0\r\n`;

/** A signed message with an attachment. @param {string} subject @param {number} size Octets. */
function signed(subject, size) {
  const data = Buffer.alloc(Math.floor((size * 3) / 4));
  data.forEach((_, index) => {
    data[index] = (index * 7919) >>> 5;
  });
  const lines = data.toString("base64").match(/.{1,76}/g) ?? [];
  const content = path.join(folder, "content");
  writeFileSync(
    content,
    'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n' +
      "--b\r\nContent-Type: application/octet-stream; name=data.bin\r\n" +
      "Content-Disposition: attachment; filename=data.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
      `${lines.join("\r\n")}\r\n--b--\r\n`,
  );
  const out = path.join(folder, "signed");
  openssl(
    "cms", "-sign", "-in", content, "-out", out, "-crlfeol", "-md", "sha256",
    "-signer", alice.certificate, "-inkey", alice.key,
  );
  const entity = readFileSync(out, "latin1").replace(/\r?\n/g, "\r\n");
  return Buffer.from(header(subject) + entity.replace("MIME-Version: 1.0\r\n", ""), "latin1");
}

const messages = [
  Buffer.from(`${header(ELSEWHERE)}\r\nHello\r\n`),
  ...SIZES.map(([name, size]) => signed(name, size)),
];

for (const kept of [true, false]) {
  const session = await startSession({
    xpi: builtXpi(),
    messages,
    anchors: [root.certificate],
    preferences: { "mail.server.server1.offline_download": kept },
  });
  try {
    await session.mail.openInbox(messages.length);
    if (kept) {
      // Until the host has fetched them by itself.
      await session.thunderbird.waitFor("the messages to be kept", () => {
        const view = document.getElementById("tabmail").currentAbout3Pane.gDBView;
        return Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row)).every(
          ({ flags }) => flags & Ci.nsMsgMessageFlags.Offline,
        );
      });
    }
    for (const [subject] of SIZES) {
      /** @type {Record<"ours" | "hosts", number[]>} */
      const times = { ours: [], hosts: [] };
      for (let round = 0; round <= ROUNDS; ++round) {
        const ours = await timeToIcon(session, subject, "signet-signature-icon", ELSEWHERE);
        await session.thunderbird.changeAddon("disable", session.addonId);
        const hosts = await timeToIcon(session, subject, "signedHdrIcon", ELSEWHERE);
        await session.thunderbird.changeAddon("enable", session.addonId);
        await session.signet.judged(subject);
        if (round > 0) {
          times.ours.push(ours); // the first round warms up
          times.hosts.push(hosts);
        }
      }
      const where = kept ? "kept here" : "from the server";
      console.log(
        `${subject}, ${where}: Signet ${summary(times.ours)}; Thunderbird's own ${summary(times.hosts)}`,
      );
    }
  } finally {
    await session.close();
  }
}
