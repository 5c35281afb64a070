// How long a person waits for an icon in the header of a message.

/**
 * The time from selecting a message until its icon is visible, of Signet or of the host.
 * @param {import("./session.mjs").Session} session
 * @param {string} subject
 * @param {string} id The icon's element.
 * @param {string} elsewhere Another message, to come from.
 * @returns {Promise<number>} Milliseconds.
 */
export async function timeToIcon({ mail, thunderbird }, subject, id, elsewhere) {
  await mail.select(elsewhere);
  await new Promise((resolve) => setTimeout(resolve, 150));
  return thunderbird.run(
    async (wanted, icon) => {
      const tabmail = document.getElementById("tabmail");
      const pane = tabmail.currentAbout3Pane;
      const view = pane.gDBView;
      let row = 0;
      while (view.getMsgHdrAt(row).mime2DecodedSubject !== wanted) {
        ++row;
      }
      const start = performance.now();
      pane.threadTree.selectedIndex = row;
      for (;;) {
        const message = tabmail.currentAboutMessage;
        const image = message?.document.getElementById(icon);
        const shown = message?.gMessage?.mime2DecodedSubject === wanted && image?.checkVisibility();
        if (shown) {
          return performance.now() - start;
        }
        if (performance.now() - start > 10_000) {
          throw new Error(`No #${icon} within 10 s`);
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    subject,
    id,
  );
}

/** @param {number[]} times Milliseconds. @returns {string} */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return `median ${middle.toFixed(0)} ms (${sorted[0].toFixed(0)} to ${sorted[sorted.length - 1].toFixed(0)})`;
}
