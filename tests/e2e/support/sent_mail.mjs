// What the compose window sends, and what other programs make of it: OpenSSL opens it with the keys of
// those who receive it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pause, waitUntil } from "./processes.mjs";

/** @typedef {import("./session.mjs").Session} Session */
/** @typedef {import("../../support/demo/authority.mjs").Credential} Credential */

/** @param {Session} session @param {{sign: string, encrypt: string}} states Of the icons at the lower right. */
export function settles({ compose }, states) {
  return waitUntil(`the icons ${JSON.stringify(states)}`, async () => {
    const view = await compose.view();
    const fits = view.states.sign === states.sign && view.states.encrypt === states.encrypt;
    return fits ? view : null;
  });
}

/** Presses Send and waits for the message. @param {Session} session @returns {Promise<Buffer>} */
export async function arrives({ compose, smtp }) {
  const before = smtp.messages.length;
  await compose.send();
  await compose.waitUntilClosed();
  await waitUntil("the message to arrive", () => smtp.messages.length > before);
  return smtp.messages[before].octets;
}

/**
 * Presses Send, and waits for the window that says why it is not sent.
 * @param {Session} session
 * @param {RegExp} words
 */
export async function isStopped({ compose, smtp }, words) {
  const before = smtp.attempts;
  await compose.send();
  const dialog = await waitUntil(`a window that says ${words}`, async () => {
    const now = await compose.stopDialog();
    return now && words.test(now.text) ? now : null;
  });
  await pause(1000); // what might leave all the same would do so now
  assert.ok(await compose.isOpen());
  assert.equal(smtp.attempts, before);
  return dialog;
}

/** @param {Session} session */
export async function goesBack({ compose, smtp }) {
  const before = smtp.attempts;
  await compose.answerStopDialog("back");
  await waitUntil("the window to close", async () => !(await compose.stopDialog()));
  await waitUntil("the message to be there to write on", () => compose.canSend());
  assert.equal(smtp.attempts, before);
}

/** Does what the menu's item does. @param {Session} session @param {string} mode Of nsIMsgCompDeliverMode. */
export async function deliver({ thunderbird }, mode) {
  await thunderbird.run((name) => {
    const window = Services.wm.getMostRecentWindow("msgcompose");
    window.GenericSendMessage(Ci.nsIMsgCompDeliverMode[name]);
  }, mode);
}

/** Saves as draft and waits for it. @param {Session} session @returns {Promise<Buffer>} */
export async function savesDraft(session) {
  const { imap, person } = session;
  const before = imap.messages(person.user, "Drafts");
  await deliver(session, "SaveAsDraft");
  return waitUntil("the draft", () =>
    imap
      .messages(person.user, "Drafts")
      .find((draft) => !before.some((other) => other.equals(draft))));
}

/** Files of a test, in a folder of its own. */
export class Outbox {
  #folder;
  #anchor;

  /** @param {string} folder @param {string} anchor File of the authority that everybody trusts. */
  constructor(folder, anchor) {
    this.#folder = folder;
    this.#anchor = anchor;
  }

  /** @param {string} name @param {Buffer} octets @returns {string} The file. */
  keep(name, octets) {
    const file = path.join(this.#folder, name);
    writeFileSync(file, octets);
    return file;
  }

  /** OpenSSL checks a signature. @param {string} file @returns {string} What was signed. */
  signedContent(file) {
    const out = `${file}.content`;
    execFileSync("openssl", ["cms", "-verify", "-in", file, "-CAfile", this.#anchor, "-out", out], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    return readFileSync(out, "latin1");
  }

  /** OpenSSL decrypts. @param {string} file @param {Credential} who @returns {string} The file with what was inside. */
  decrypted(file, { key, certificate }) {
    const out = `${file}.opened`;
    execFileSync(
      "openssl",
      ["cms", "-decrypt", "-in", file, "-inkey", key, "-recip", certificate, "-out", out],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    return out;
  }
}

/** @param {Buffer} octets @returns {string} */
export function headerOf(octets) {
  return octets.toString("latin1").split("\r\n\r\n", 1)[0];
}

/** The text as it was written, whatever its transfer encoding. @param {string} entity */
export function textOf(entity) {
  const [, head, body] = /** @type {RegExpMatchArray} */ (entity.match(/^([^]*?)\r?\n\r?\n([^]*)$/));
  if (/base64/i.test(head)) {
    return Buffer.from(body, "base64").toString();
  }
  const octets = /quoted-printable/i.test(head)
    ? body
        .replace(/=\r?\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    : body;
  return Buffer.from(octets, "latin1").toString();
}
