// Programs other than Signet's add-on that open what the compose window has sent: OpenSSL, GnuPG, Signet's command
// line, and Thunderbird's own S/MIME in a profile without Signet.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exportPkcs12, openssl } from "../../support/demo/authority.mjs";
import { attempt, gpgsm, stopGnupg } from "../../interop/people.mjs";
import { takeApart } from "../../interop/their_reading.mjs";
import { waitUntil } from "./processes.mjs";
import { startSession } from "./session.mjs";
import { verify } from "./signet.mjs";

/** @typedef {import("../../support/demo/authority.mjs").Credential} Credential */

const PASSWORD = "harbour";

/** GnuPG as one person has it: it reads their mail, and trusts one authority. */
export class Gnupg {
  #folder;

  /**
   * @param {string} folder For its files; made.
   * @param {string} root The trusted authority's certificate.
   * @param {Credential} who With an RSA key: gpgsm 2.2 crashes over others.
   * @param {string[]} others Certificates of the authorities below, and of other people.
   */
  constructor(folder, root, who, others) {
    this.#folder = folder;
    const home = path.join(folder, "gnupg");
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(home, "gpg-agent.conf"), "allow-loopback-pinentry\n");
    const said = openssl("x509", "-in", root, "-noout", "-fingerprint", "-sha1").toString();
    writeFileSync(path.join(home, "trustlist.txt"), `${said.trim().replace(/^.*=/, "")} S relax\n`);
    for (const certificate of [root, ...others, who.certificate]) {
      this.#run([...gpgsm(folder), "--import", certificate]);
    }
    // gpgsm 2.2 does not read how PKCS #12 files are encrypted today.
    const file = path.join(folder, "old.p12");
    openssl(
      ..."pkcs12 -export -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1".split(" "),
      "-in", who.certificate, "-inkey", who.key, "-out", file, "-passout", `pass:${PASSWORD}`,
    );
    // The first to need gpg-agent starts it, and on a busy machine may give up before it answers.
    for (let attempts = 5; !this.#hasKey() && attempts > 0; --attempts) {
      this.#run([...gpgsm(folder), ...this.#loopback, "--import", file], PASSWORD);
    }
    assert.ok(this.#hasKey(), "gpgsm has not imported the key");
  }

  /** @returns {boolean} */
  #hasKey() {
    const { out } = this.#run([...gpgsm(this.#folder), "--with-colons", "--list-secret-keys"]);
    return /^crs:/m.test(out.toString());
  }

  #loopback = "--pinentry-mode loopback --passphrase-fd 0".split(" ");

  /** @param {string[]} parameters @param {string} [input] */
  #run(parameters, input) {
    return attempt(this.#folder, "gpgsm", parameters, input);
  }

  /** @param {Buffer} octets A signed entity or message. @returns {string} What was signed. */
  signedContent(octets) {
    const { object, content } = this.#apart(octets);
    const out = "gpgsm.out";
    const files = content === null ? ["--output", out, "--yes", "--verify", object] : ["--verify", object, content];
    const { status, out: said, err } = this.#run([...gpgsm(this.#folder), "--status-fd", "1", ...files]);
    assert.equal(status, 0, err);
    assert.match(said.toString(), /GOODSIG[^]*TRUST_FULLY/);
    return readFileSync(path.join(this.#folder, content ?? out), "latin1");
  }

  /** @param {Buffer} octets An encrypted message. @returns {Buffer} The entity inside. */
  decrypted(octets) {
    const { object } = this.#apart(octets);
    const { out, err } = this.#run(
      [...gpgsm(this.#folder), ...this.#loopback, "--status-fd", "2", "--decrypt", object], PASSWORD);
    // Its exit status says that it has no key of the other recipients, too.
    assert.match(err, /DECRYPTION_OKAY/);
    return out;
  }

  /** @param {Buffer} octets */
  #apart(octets) {
    writeFileSync(path.join(this.#folder, "message"), octets);
    return takeApart(this.#folder, "message", "");
  }

  stop() {
    stopGnupg(this.#folder);
  }
}

/**
 * Signet's command line judges a message with somebody's key.
 * @param {string} file
 * @param {string} root The trusted authority's certificate.
 * @param {Credential} who
 */
export function judgedBySignet(file, root, who) {
  const key = `${who.certificate}.p12`;
  exportPkcs12(who, key, PASSWORD);
  const password = `${key}.password`;
  writeFileSync(password, `${PASSWORD}\n`);
  const { verdicts } = verify("--anchor", root, "--p12", key, "--password-file", password, file);
  assert.equal(verdicts.length, 1);
  return verdicts[0];
}

/**
 * In Thunderbird without Signet, with these messages in somebody's inbox.
 * @param {import("./profile.mjs").Person} person
 * @param {Buffer[]} messages
 * @param {string} root The trusted authority's certificate.
 * @param {Credential} who Their key.
 * @param {(session: import("./session.mjs").Session) => Promise<void>} walk
 */
export async function inThunderbirdWithoutSignet(person, messages, root, who, walk) {
  const file = `${who.certificate}.host.p12`;
  exportPkcs12(who, file, PASSWORD);
  const session = await startSession({
    person, messages, anchors: [root], key: { file, password: PASSWORD },
  });
  try {
    await session.mail.openInbox(messages.length);
    await walk(session);
  } catch (error) {
    await session.keepEvidence("without-signet");
    throw error;
  } finally {
    await session.close();
  }
}

/**
 * What Thunderbird's own S/MIME says of a message.
 * @param {import("./session.mjs").Session} session Without Signet.
 * @param {string} subject
 * @param {{signed: boolean, encrypted: boolean}} expected It is waited for this.
 * @returns {Promise<{text: string, attachments: string[], pictures: number}>} What is on display.
 */
export async function readWithoutSignet({ mail, thunderbird }, subject, { signed, encrypted }) {
  await mail.select(subject);
  const states = () =>
    thunderbird.run(() => {
      const { document: page } = document.getElementById("tabmail").currentAboutMessage;
      const picture = (/** @type {string} */ id) => {
        const icon = page.getElementById(id);
        return icon?.checkVisibility() ? icon.src.replace(/^.*message-|\.svg$/g, "") : "";
      };
      return { signed: picture("signedHdrIcon"), encrypted: picture("encryptedHdrIcon") };
    });
  const wanted = { signed: signed ? "signed-ok" : "", encrypted: encrypted ? "encrypted-ok" : "" };
  await waitUntil(`the host's icons ${JSON.stringify(wanted)}`, async () => {
    const now = await states();
    return now.signed === wanted.signed && now.encrypted === wanted.encrypted;
  });
  return thunderbird.waitFor(`the text of "${subject}"`, () => {
    const message = document.getElementById("tabmail").currentAboutMessage;
    const page = message.getMessagePaneBrowser().contentDocument;
    return message.msgLoaded && page?.readyState === "complete"
      ? {
          text: page.body.innerText.trim(),
          attachments: message.currentAttachments.map((/** @type {any} */ { name }) => name),
          pictures: Array.from(page.images).filter((/** @type {any} */ image) => image.naturalWidth > 0).length,
        }
      : null;
  });
}
