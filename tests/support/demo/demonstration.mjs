// The demonstration: Thunderbird with Signet and Bob's inbox. Called by tools/demo.
//
// With a display it stays until the person closes Thunderbird. Without one it walks through the
// messages under Xvfb, prints a line for each, leaves pictures in build/demo/, and fails if a
// verdict is not the one that was planned.

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startSession } from "../../e2e/support/session.mjs";
import { builtXpi, verify } from "../../e2e/support/signet.mjs";
import { makeMailbox } from "./mailbox.mjs";

const OUTPUT = fileURLToPath(new URL("../../../build/demo/", import.meta.url));

/**
 * @param {import("./mailbox.mjs").Manifest} manifest
 * @param {import("../../e2e/support/session.mjs").Session} session
 * @returns {Promise<number>} How many verdicts are not as planned.
 */
async function walkThrough(manifest, session) {
  const { mail, signet, thunderbird } = session;
  let wrong = 0;
  await mail.openInbox(manifest.messages.length);
  for (const [index, expected] of manifest.messages.entries()) {
    const name = path.join(OUTPUT, path.basename(expected.file, ".eml"));
    await mail.select(expected.subject);
    const header = await signet.judged(expected.subject);
    await thunderbird.screenshot(`${name}.png`);
    if (header.shown) {
      await signet.openMessageSecurity();
      await thunderbird.screenshot(`${name}-window.png`, "signet:message-security");
      await signet.closeMessageSecurity();
    }
    const [{ signature, reasons }] = verify(
      ...manifest.anchors.flatMap((anchor) => ["--anchor", anchor]),
      expected.file,
    ).verdicts;
    const right =
      header.signature === expected.icon &&
      signature === expected.signature &&
      reasons[0].code === expected.reason;
    const number = String(index + 1).padStart(2);
    console.log(
      `${number}. ${header.signature.padEnd(12)} ${expected.subject} (${expected.about}): ${reasons[0].text}`,
    );
    if (!right) {
      wrong++;
      console.log(`    expected: ${expected.icon}, ${expected.signature}, ${expected.reason}`);
    }
  }
  return wrong;
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const manifest = makeMailbox(path.join(OUTPUT, "mailbox"));
const display = process.env.DISPLAY;
const session = await startSession({
  xpi: builtXpi(),
  person: manifest.person,
  messages: manifest.messages.map(({ file }) => readFileSync(file)),
  anchors: manifest.anchors,
  key: manifest.key,
  display,
});
try {
  if (display) {
    await session.mail.openInbox(manifest.messages.length);
    console.log("Bob's inbox is open. Close Thunderbird, or press Ctrl+C here, to end.");
    manifest.messages.forEach(({ subject, about, icon }) =>
      console.log(`  ${icon.padEnd(12)} ${subject} (${about})`),
    );
    await session.thunderbird.ended;
  } else {
    const wrong = await walkThrough(manifest, session);
    const errors = session.thunderbird.ourErrors();
    errors.forEach(({ text, source }) => console.log(`Error in the console: ${text} (${source})`));
    console.log(`Pictures: ${path.relative(process.cwd(), OUTPUT)}/`);
    process.exitCode = wrong > 0 || errors.length > 0 ? 1 : 0;
  }
} catch (error) {
  await session.thunderbird.screenshot(path.join(OUTPUT, "failure.png")).catch(() => {});
  throw error;
} finally {
  await session.close();
}
