// The messages of Thunderbird's own S/MIME tests ($SIGNET_CORPORA/thunderbird), each opened in the real Thunderbird:
// the icons, what the window says and the text on display are as those tests expect it, but where
// thunderbird_messages.json says why not. Skipped where they are not there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const CORPORA =
  process.env.SIGNET_CORPORA ?? fileURLToPath(new URL("../../../../shared/corpora", import.meta.url));
const FOLDER = path.join(CORPORA, "thunderbird");
const DATA = path.join(FOLDER, "mailnews/test/data/smime");
const BOB = { name: "Bob", address: "bob@example.com", user: "bob" };

/**
 * @typedef {object} Expected As expected.json has it.
 * @property {string} path
 * @property {boolean} enc
 * @property {boolean} [sig]
 * @property {boolean} [sig_good]
 * @property {string} [check_text] The name of a text.
 */

/**
 * What Signet says on purpose.
 * @typedef {object} Otherwise
 * @property {string} why
 * @property {string} [signature] The icon.
 * @property {string} [encryption] The icon.
 */

/** @type {Record<string, Otherwise>} By path. */
const OTHERWISE = JSON.parse(
  readFileSync(new URL("thunderbird_messages.json", import.meta.url), "utf8"),
);

/** What the window says of each icon. @type {Record<string, string>} */
const SIGNATURE_WORDS = {
  pen: "Valid signature",
  "broken-pen": "Problem with the signature",
  none: "Not signed",
};
/** @type {Record<string, string>} */
const ENCRYPTION_WORDS = { key: "Encrypted", none: "Not encrypted" };

/** @param {Expected} expected */
function iconOf({ sig, sig_good: good }) {
  return sig ? (good ? "pen" : "broken-pen") : "none";
}

if (!existsSync(path.join(FOLDER, "expected.json"))) {
  test("Thunderbird's own messages", { skip: `no test material in ${FOLDER}` }, () => {});
} else {
  const { _constants: texts, ...sets } = JSON.parse(
    readFileSync(path.join(FOLDER, "expected.json"), "utf8"),
  );
  /** @type {Expected[]} */
  const all = sets["test_smime_decrypt.js"];

  /** The message, with a subject that tells it from the others: that is outside of every signature. @param {Expected} each */
  const messageOf = (each) => {
    const octets = readFileSync(path.join(FOLDER, each.path)).toString("latin1").replace(/\r?\n/g, "\r\n");
    const message = octets.replace(/^From [^\r]*\r\n/, "");
    const end = message.indexOf("\r\n\r\n");
    const fields = message.slice(0, end).replace(/^Subject:[^\r]*\r\n/m, "");
    return Buffer.from(`Subject: ${each.path}\r\n${fields}${message.slice(end)}`, "latin1");
  };

  const start = async () => {
    const session = await startSession({
      xpi: builtXpi(),
      person: BOB,
      messages: all.map(messageOf),
      anchors: [path.join(DATA, "TestCA.pem")],
      key: ["Alice", "Bob", "Dave", "Eve", "Fran", "Fran-ec"].map((name) => ({
        file: path.join(DATA, `${name}.p12`),
        password: "nss",
      })),
    });
    await session.mail.openInbox(all.length);
    return session;
  };

  journeys("message-security-thunderbird-messages", start, (journey) => {
    for (const expected of all) {
      const { path: name, enc, check_text: text } = expected;
      journey(path.basename(name), async (session) => {
        const { mail, signet } = session;
        const { signature = iconOf(expected), encryption = enc ? "key" : "none" } =
          OTHERWISE[name] ?? {};
        await mail.selectAtOnce(name);
        const header = await signet.judged(name);
        assert.equal(header.signature, signature);
        assert.equal(header.encryption, encryption);
        assert.equal(header.hostIcons, false);
        const body = await mail.bodyText();
        if (text) {
          assert.ok(body.includes(texts[text]), body);
        }
        const shown = await signet.openMessageSecurity("more");
        assert.equal(shown.verdict, SIGNATURE_WORDS[signature]);
        assert.equal(shown.encryption.verdict, ENCRYPTION_WORDS[encryption]);
        if (signature === "broken-pen") {
          assert.ok(shown.sentences.length > 0);
        }
        await signet.closeMessageSecurity();
      });
    }
  });
}
