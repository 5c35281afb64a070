// How long a person waits for the pen, with Thunderbird's own icon beside it in the same run:
//
//   node tests/bench/time_to_pen.mjs [ROUNDS]
//
// For a message of 10 KiB and one of 10 MiB, kept on this machine and fetched from the IMAP server each
// time. Rounds of both take turns, so that what else the machine does meets both.

import { startSession } from "../e2e/support/session.mjs";
import { SignedMail, untilKept } from "../e2e/support/signed_mail.mjs";
import { builtXpi } from "../e2e/support/signet.mjs";
import { summary, timeToIcon } from "../e2e/support/timing.mjs";

const ROUNDS = Number(process.argv[2] ?? 6);
const SIZES = /** @type {const} */ ([["10 KiB", 10 * 1024], ["10 MiB", 10 * 1024 * 1024]]);
const ELSEWHERE = "Elsewhere";

const mail = new SignedMail();
const messages = [
  mail.plain(ELSEWHERE),
  ...SIZES.map(([name, size]) => mail.signed(name, size)),
];

for (const kept of [true, false]) {
  const session = await startSession({
    xpi: builtXpi(),
    messages,
    anchors: [mail.anchor],
    preferences: { "mail.server.server1.offline_download": kept },
  });
  try {
    await session.mail.openInbox(messages.length);
    if (kept) {
      await untilKept(session);
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
