// What Signet costs somebody who writes, with the same program without it beside it in the same run:
//
//   node tests/bench/sending.mjs [ROUNDS] [CERTIFICATES]
//
// Send pressed to the server's 354 (DATA), for messages of 10 KiB and 25 MiB to 1 and to 100 recipients: as they are,
// signed and encrypted by Thunderbird's own S/MIME with Signet switched off, and by Signet; and for how long the main
// thread, and so the window, is busy at a time. Rounds take turns, so that what else the machine does meets all.
//
// Then a recipient who is added to a message, to the new icon, with so many certificates in the profile, beside what
// it takes with the few of the first part.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { exportPkcs12 } from "../support/demo/authority.mjs";
import { BOB, harbourAuthorities } from "../support/demo/harbour.mjs";
import { ManyPeople, addressOf, pem } from "../support/many_people.mjs";
import { incompressible } from "../e2e/support/large_files.mjs";
import { waitUntil } from "../e2e/support/processes.mjs";
import { settles } from "../e2e/support/sent_mail.mjs";
import { startSession } from "../e2e/support/session.mjs";
import { BUILD, builtXpi } from "../e2e/support/signet.mjs";
import { NativeLibrary } from "../unit/host/native_library.mjs";

/** @typedef {import("../e2e/support/session.mjs").Session} Session */
/** @typedef {"as they are" | "Thunderbird's own" | "Signet"} Way */

const ROUNDS = Number(process.argv[2] ?? 5);
const CERTIFICATES = Number(process.argv[3] ?? 10_000);
const FEW = 100;
const CHANGES = 20;
/** @type {Way[]} */
const WAYS = ["as they are", "Thunderbird's own", "Signet"];

// With TMPDIR in memory (/dev/shm) it is sooner over: NSS makes every certificate safe on the disk by itself.
const folder = mkdtempSync(path.join(tmpdir(), "signet-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const { root, staff } = harbourAuthorities(folder);
const bob = staff.certify("bob", BOB);
const key = { file: path.join(folder, "bob.p12"), password: "harbour" };
exportPkcs12(bob, key.file, key.password);

const many = new ManyPeople();
/** @param {string} name @param {string} content */
function keep(name, content) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
const manyRoot = keep("many.pem", pem(many.root));
const algorithmOf = (/** @type {number} */ index) => (index % 2 === 0 ? "rsa" : "ec");
const certificates = Array.from({ length: CERTIFICATES }, (_, index) =>
  pem(many.certify(index, algorithmOf(index))));
const few = certificates.slice(0, FEW).map((text, index) => keep(`${index}.pem`, text));
const small = keep("note.bin", "x".repeat(7 * 1024));
const large = incompressible(folder, 25);

const preferences = {
  "mail.compose.big_attachments.notify": false,
  "mailnews.message_warning_size": 0, // nobody is asked whether it is meant to be so large
  "mail.identity.id1.fcc": false, // the copy is the host's work
};

/** Notes how long the main thread is busy at a time, until stopWatching(). @param {Session} session */
async function watch({ thunderbird }) {
  await thunderbird.run(() => {
    /** @type {any} */
    const scope = window;
    const beats = { longest: 0, last: performance.now(), over: false };
    scope.signetBeats = beats;
    const beat = () => {
      const now = performance.now();
      beats.longest = Math.max(beats.longest, now - beats.last);
      beats.last = now;
      if (!beats.over) {
        Services.tm.dispatchToMainThread(() => setTimeout(beat, 4));
      }
    };
    beat();
  });
}

/** @param {Session} session @returns {Promise<number>} Milliseconds. */
function stopWatching({ thunderbird }) {
  return thunderbird.run(() => {
    const { signetBeats } = /** @type {any} */ (window);
    signetBeats.over = true;
    return signetBeats.longest;
  });
}

/** The certificates that the host's own S/MIME uses. @param {Session} session */
async function chooseForHost({ thunderbird }) {
  await thunderbird.run(() => {
    const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    const own = database.getCerts().find((/** @type {any} */ each) => each.emailAddress.startsWith("bob@"));
    for (const usage of ["signing", "encryption"]) {
      Services.prefs.setStringPref(`mail.identity.id1.${usage}_cert_name`, own.displayName);
      Services.prefs.setStringPref(`mail.identity.id1.${usage}_cert_dbkey`, own.dbKey);
    }
  });
}

/** @param {Session} session @param {Way} way @param {string} attach @param {number} recipients */
async function sent(session, way, attach, recipients) {
  const { compose, smtp, thunderbird } = session;
  const to = Array.from({ length: recipients }, (_, index) => addressOf(index)).join(", ");
  await compose.open({ to, subject: "Scan", body: "See below.\n", attach });
  if (way === "Signet") {
    await compose.ready();
    await compose.choose("sign");
    await compose.choose("required");
    await settles(session, { sign: "shown", encrypt: "shown" });
  } else {
    await thunderbird.run((protect) => {
      const window = Services.wm.getMostRecentWindow("msgcompose");
      window.gSelectedTechnologyIsPGP = false;
      window.gSendSigned = protect;
      window.gSendEncrypted = protect;
      window.gUserTouchedSendSigned = true;
      window.gUserTouchedSendEncrypted = true;
      window.checkEncryptionState();
    }, way === "Thunderbird's own");
    if (way === "Thunderbird's own") {
      await thunderbird.waitFor("the host to know everybody's certificate", (addresses) => {
        const { gSMFields } = Services.wm.getMostRecentWindow("msgcompose");
        return addresses.split(", ").every((each) => gSMFields.haveValidCertForEmail(each));
      }, to);
    }
  }
  const before = smtp.messages.length;
  await watch(session);
  const pressed = performance.now();
  await compose.send();
  await waitUntil("the message to arrive", () => smtp.messages.length > before, { timeout: 120_000 });
  await compose.waitUntilClosed();
  const { began, octets } = smtp.messages[before];
  if (/^Content-Type: application\/pkcs7-mime/m.test(octets.toString("latin1")) !== (way !== "as they are")) {
    throw new Error(`${way}: ${octets.subarray(0, 2000)}`);
  }
  return { wait: began - pressed, busy: await stopWatching(session) };
}

/** @param {number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** A recipient comes, and the icon follows: the milliseconds between. @param {Session} session @param {number} index */
function change({ thunderbird }, index) {
  return thunderbird.run(async (address, missing) => {
    const window = Services.wm.getMostRecentWindow("msgcompose");
    const icon = window.document.getElementById("signet-encrypt-status");
    const row = window.document.querySelector('.address-row[data-recipienttype="addr_to"]');
    const changed = async (/** @type {() => void} */ act, /** @type {string} */ wanted) => {
      const begin = performance.now();
      act();
      while (icon.dataset.state !== wanted) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return performance.now() - begin;
    };
    const pill = (/** @type {string} */ which) =>
      Array.from(window.document.querySelectorAll("mail-address-pill"))
        .find((/** @type {any} */ each) => each.emailAddress === which);
    const times = [await changed(() => window.addressRowAddRecipientsArray(row, [missing]), "struck-out")];
    times.push(await changed(() => pill(missing).remove(), "shown"));
    window.addressRowAddRecipientsArray(row, [address]);
    return times;
  }, addressOf(index), `nobody${index}@example.org`);
}

/** @param {Session} session @param {number} recipients To begin with. */
async function changes(session, recipients) {
  const { compose } = session;
  const to = Array.from({ length: recipients }, (_, index) => addressOf(index)).join(", ");
  await compose.open({ to, subject: "Growing", body: "\n" });
  await compose.ready();
  await compose.choose("required");
  await settles(session, { sign: "absent", encrypt: "shown" });
  const times = [];
  for (let index = 0; index < CHANGES; ++index) {
    times.push(...(await change(session, recipients + index)));
  }
  await compose.discard();
  return median(times);
}

/** @returns {Promise<string>} A folder with all certificates in an NSS database. */
async function filledDatabase() {
  const place = path.join(folder, "database");
  mkdirSync(place);
  execFileSync("certutil", ["-N", "-d", `sql:${place}`, "--empty-password"]);
  const { CONTRACT_HASH } = await import(
    pathToFileURL(path.resolve(BUILD, "generated/js/contract.sys.mjs")).href
  );
  const native = new NativeLibrary();
  const { version } = JSON.parse(native.version());
  const { module, answer } = native.openModule({
    contract: CONTRACT_HASH, version, profile: place, writable: true,
  });
  if (answer.error) {
    throw new Error(JSON.stringify(answer.error));
  }
  const file = new TextEncoder().encode(certificates.join("")).buffer;
  for (let [done, total] = [0, 1]; done < total; ) {
    const request = {
      interface: "Certificates", operation: "importFile",
      arguments: { name: "people.pem", file: 0, password: null, from: done },
    };
    const { json } = native.call(module, { json: JSON.stringify(request), buffers: [file] });
    const { value, error } = JSON.parse(json);
    if (error) {
      throw new Error(json);
    }
    ({ done, total } = value);
  }
  native.close(module);
  return place;
}

const session = await startSession({
  xpi: builtXpi(), person: BOB, anchors: [root.certificate, manyRoot], certificates: few, key, preferences,
});
let withFew = 0;
try {
  await chooseForHost(session);
  for (const [size, attach] of [["10 KiB", small], ["25 MiB", large]]) {
    for (const recipients of [1, FEW]) {
      /** @type {Record<Way, {wait: number, busy: number}[]>} */
      const times = { "as they are": [], "Thunderbird's own": [], Signet: [] };
      for (let round = 0; round <= ROUNDS; ++round) {
        for (const way of WAYS) {
          await session.thunderbird.changeAddon(way === "Signet" ? "enable" : "disable", session.addonId);
          const one = await sent(session, way, attach, recipients);
          if (round > 0) {
            times[way].push(one); // the first round warms up
          }
        }
      }
      for (const way of WAYS) {
        const wait = median(times[way].map((each) => each.wait));
        const busy = median(times[way].map((each) => each.busy));
        const [plain, own] = WAYS.map((each) => median(times[each].map((one) => one.wait)));
        console.log(
          `${size} to ${recipients}, ${way}: ${wait.toFixed(0)} ms to DATA (${(wait / plain).toFixed(2)} of as they are, ` +
            `${(wait / own).toFixed(2)} of Thunderbird's own), the window busy for ${busy.toFixed(0)} ms at most`,
        );
      }
    }
  }
  await session.thunderbird.changeAddon("enable", session.addonId);
  withFew = await changes(session, 1);
} finally {
  await session.close();
}

const place = await filledDatabase();
const crowded = path.join(folder, "crowded");
mkdirSync(crowded);
for (const name of ["cert9.db", "key4.db", "pkcs11.txt"]) {
  copyFileSync(path.join(place, name), path.join(crowded, name));
}
const full = await startSession({
  xpi: builtXpi(), person: BOB, anchors: [root.certificate, manyRoot], key, preferences, certificateDatabase: crowded,
});
try {
  for (const recipients of [1, 500]) {
    const took = await changes(full, Math.min(recipients, CERTIFICATES - CHANGES));
    console.log(
      `a recipient more than ${recipients}, to the new icon, with ${CERTIFICATES} certificates: ${took.toFixed(0)} ms ` +
        `(${(took / withFew).toFixed(2)} of one more than 1 with ${FEW})`,
    );
  }
} finally {
  await full.close();
}
