// A verdict never appears beside a message that it does not belong to, however fast a person moves
// through the list; and how long it takes, against the host's own icon in the same run.

import assert from "node:assert/strict";
import { manifest, messageWith, startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";
import { summary, timeToIcon } from "../support/timing.mjs";

/**
 * Selects messages one after the other with a pause between them, and notes what the header shows at
 * every change and every frame: for which subject, which icon.
 * @param {import("../support/session.mjs").Session} session
 * @param {string[]} subjects
 * @param {number} interval Milliseconds.
 * @returns {Promise<{subject: string, icon: string}[]>}
 */
function switchThrough(session, subjects, interval) {
  return session.thunderbird.run(
    async (wanted, milliseconds) => {
      const pane = document.getElementById("tabmail").currentAbout3Pane;
      const view = pane.gDBView;
      const rows = new Map(
        Array.from({ length: view.rowCount }, (_, row) => [
          view.getMsgHdrAt(row).mime2DecodedSubject,
          row,
        ]),
      );
      /** @type {Map<string, {subject: string, icon: string}>} */
      const seen = new Map();
      let watching = true;
      const look = () => {
        const message = document.getElementById("tabmail").currentAboutMessage;
        const image = message?.document.getElementById("signet-signature-icon");
        const icon = image && !image.hidden ? image.dataset.icon : "none";
        const subject = message?.document
          .getElementById("expandedsubjectBox")
          ?.textContent.replace(/^\s*Subject:?/, "")
          .trim();
        if (subject && icon !== "none") {
          seen.set(`${subject}\n${icon}`, { subject, icon });
        }
        if (watching) {
          window.requestAnimationFrame(look);
        }
      };
      look();
      for (const subject of wanted) {
        pane.threadTree.selectedIndex = rows.get(subject);
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        look();
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
      watching = false;
      return [...seen.values()];
    },
    subjects,
    interval,
  );
}

journeys("message-security-switching", startClinic, (journey) => {
  journey("moving fast, no message ever shows another one's verdict", async (session) => {
    const expected = new Map(manifest.messages.map(({ subject, icon }) => [subject, icon]));
    const subjects = manifest.messages.map(({ subject }) => subject);
    // Neighbours of different verdicts: first and last, second and last but one, and so on.
    const zigzag = subjects.flatMap((subject, index) => [
      subject,
      subjects[subjects.length - 1 - index],
    ]);
    let verdicts = 0;
    for (const interval of [0, 5, 15, 40, 120]) {
      const seen = await switchThrough(session, zigzag, interval);
      verdicts += seen.length;
      for (const { subject, icon } of seen) {
        assert.equal(icon, expected.get(subject), `${subject}, at ${interval} ms a message`);
      }
      const last = zigzag[zigzag.length - 1];
      assert.equal((await session.signet.judged(last)).signature, expected.get(last));
    }
    assert.ok(verdicts > 0, "no verdict was seen at all");
  });

  journey("the time to the pen, with the host's own beside it", async (session) => {
    const { subject } = messageWith({ about: "signed with RSA" });
    const elsewhere = messageWith({ signature: "none" }).subject;
    const rounds = 12;
    /** @param {string} id */
    const measure = async (id) => {
      const times = [];
      for (let round = 0; round < rounds; ++round) {
        times.push(await timeToIcon(session, subject, id, elsewhere));
      }
      return times;
    };
    const ours = await measure("signet-signature-icon");
    await session.thunderbird.changeAddon("disable", session.addonId);
    const hosts = await measure("signedHdrIcon");
    await session.thunderbird.changeAddon("enable", session.addonId);
    // A report: how fast a shared machine is on some day decides nothing.
    console.log(`time to the pen: Signet ${summary(ours)}; Thunderbird's own ${summary(hosts)}`);
  });
});
