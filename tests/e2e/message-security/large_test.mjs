// A large message is judged as soon as the host shows it, whether the host keeps it on this machine or
// fetches it.

import assert from "node:assert/strict";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";
import { SignedMail, untilKept } from "../support/signed_mail.mjs";
import { timeToIcon } from "../support/timing.mjs";

const SUBJECT = "Scans of the whole file";
const ELSEWHERE = "Elsewhere";

const mail = new SignedMail();

for (const kept of [true, false]) {
  const start = () =>
    startSession({
      xpi: builtXpi(),
      messages: [mail.plain(ELSEWHERE), mail.signed(SUBJECT, 10 * 1024 * 1024)],
      anchors: [mail.anchor],
      preferences: { "mail.server.server1.offline_download": kept },
    });
  journeys(`message-security-large-${kept ? "kept" : "fetched"}`, start, (journey) => {
    journey(`a message of 10 MiB that is ${kept ? "kept here" : "on the server"} gets its pen`, async (session) => {
      await session.mail.openInbox(2);
      if (kept) {
        await untilKept(session);
      }
      // Fails after 10 s. Line by line on the main thread it took more than half a minute.
      await timeToIcon(session, SUBJECT, "signet-signature-icon", ELSEWHERE);
      assert.equal((await session.signet.judged(SUBJECT)).signature, "pen");
    });
  });
}
