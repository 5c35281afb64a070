// The session that most journeys begin with: the demonstration's inbox, Signet installed.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeMailbox } from "../../support/demo/mailbox.mjs";
import { startSession } from "./session.mjs";
import { builtXpi } from "./signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-mailbox-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Made once a test file. */
export const manifest = makeMailbox(folder);

/**
 * The message of the mailbox with this expectation.
 * @param {Partial<import("../../support/demo/mailbox.mjs").Expectation>} wanted
 */
export function messageWith(wanted) {
  const entries = /** @type {[keyof typeof wanted, string][]} */ (Object.entries(wanted));
  const found = manifest.messages.find((message) =>
    entries.every(([name, value]) => message[name] === value),
  );
  if (!found) {
    throw new Error(`No message of the mailbox is ${JSON.stringify(wanted)}`);
  }
  return found;
}

/**
 * Starts Bob's Thunderbird at the clinic with his inbox open.
 * @param {import("./session.mjs").SessionOptions} [options] In place of the usual ones.
 */
export async function startClinic(options = {}) {
  const session = await startSession({
    ...("xpi" in options ? {} : { xpi: builtXpi() }),
    person: manifest.person,
    messages: manifest.messages.map(({ file }) => readFileSync(file)),
    anchors: manifest.anchors,
    key: manifest.key,
    ...options,
  });
  try {
    await session.mail.openInbox(manifest.messages.length);
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}
