// Five hundred messages stepped through by holding an arrow key, as a person does who looks for one, with a look at one
// now and then: no message ever shows another one's icons, and memory does not grow with what was passed. The key
// repeats with each frame, which is faster than any keyboard does.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workshop, text } from "../support/encrypting.mjs";
import { journeys } from "../support/journey.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-stepping-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const MESSAGES = 500;
/** The key is held for so many messages; then the person looks at one. */
const STRIDE = 25;
const MIB = 1024 * 1024;
/** What the host's own caches may take from one way to the next. */
const MOST_GROWTH = 24 * MIB;
/** They are full after so many ways. */
const MOST_WAYS = 4;

const BOB = { name: "Bob Lindqvist", address: "bob@harbour-clinic.example", user: "bob" };
const ALICE = { name: "Alice Moreau", address: "alice@harbour-clinic.example" };
const workshop = new Workshop(folder);
const bob = workshop.person(BOB.name, BOB.address);
const alice = workshop.person(ALICE.name, ALICE.address);
const stranger = workshop.person("Somebody Else", "somebody@elsewhere.example");

const WORDS = text("The results are in.\r\n".repeat(100));
const SIGNED = workshop.sign(WORDS, alice);

/** @type {{name: string, entity: string, icons: string}[]} Neighbours have different icons. */
const KINDS = [
  { name: "plain", entity: WORDS, icons: "none none" },
  { name: "signed", entity: SIGNED, icons: "pen none" },
  { name: "encrypted", entity: workshop.encrypt(WORDS, [bob]), icons: "none key" },
  { name: "altered", entity: SIGNED.replace("results", "resultS"), icons: "broken-pen none" },
  { name: "both", entity: workshop.encrypt(SIGNED, [bob], ["-aes-256-gcm"]), icons: "pen key" },
  { name: "closed", entity: workshop.encrypt(WORDS, [stranger]), icons: "none broken-key" },
];

const kindOf = (/** @type {number} */ number) => KINDS[number % KINDS.length];
const subjectOf = (/** @type {number} */ number) => `${kindOf(number).name} ${number}`;

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    messages: Array.from({ length: MESSAGES }, (_, number) =>
      workshop.message(subjectOf(number), ALICE, BOB, kindOf(number).entity),
    ),
    anchors: [workshop.authority.certificate],
    key: workshop.keyFile(bob),
  });
  await session.mail.openInbox(MESSAGES);
  return session;
};

/**
 * Holds an arrow key until the list ends, looks at every message where it stops, and notes all that the header shows
 * on the way.
 * @param {Session} session
 * @param {"ArrowDown" | "ArrowUp"} key
 * @returns {Promise<{subject: string, icons: string, settled: boolean}[]>}
 */
function hold({ thunderbird }, key) {
  return thunderbird.run(
    async (name, stride, count) => {
      const pane = document.getElementById("tabmail").currentAbout3Pane;
      const { threadTree } = pane;
      const down = name === "ArrowDown";
      threadTree.selectedIndex = down ? 0 : count - 1;
      threadTree.table.body.focus();
      const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
      typing.beginInputTransactionForTests(pane);
      const event = new KeyboardEvent("", { key: name, code: name, keyCode: down ? 40 : 38 });
      const frame = () => new Promise((resolve) => window.requestAnimationFrame(resolve));
      /** @type {Map<string, {subject: string, icons: string, settled: boolean}>} */
      const seen = new Map();
      const look = () => {
        const message = document.getElementById("tabmail").currentAboutMessage;
        const find = (/** @type {string} */ id) => message?.document.getElementById(id);
        const icon = (/** @type {string} */ id) => {
          const image = find(id);
          return image && !image.hidden ? image.dataset.icon : "none";
        };
        const subject = find("expandedsubjectBox")?.textContent.replace(/^\s*Subject:?/, "").trim();
        const icons = `${icon("signet-signature-icon")} ${icon("signet-encryption-icon")}`;
        if (subject && icons !== "none none") {
          seen.set(`${subject}\n${icons}`, { subject, icons, settled: false });
        }
        const phase = find("signet-message-security")?.dataset.phase;
        const row = pane.gDBView.getMsgHdrAt(threadTree.selectedIndex);
        const settled = subject === row.mime2DecodedSubject && phase === "judged" && message.msgLoaded;
        return settled ? { subject, icons, settled } : null;
      };
      for (let step = 1; step < count; ++step) {
        typing.keydown(event);
        await frame();
        look();
        if (step % stride === 0) {
          typing.keyup(event);
          let stopped = look();
          while (!stopped) {
            await frame();
            stopped = look();
          }
          seen.set(`${stopped.subject} settled`, stopped);
        }
      }
      typing.keyup(event);
      return [...seen.values()];
    },
    key,
    STRIDE,
    MESSAGES,
  );
}

/** What the program holds when all that can be given back has been. @param {Session} session @returns {Promise<number>} Octets. */
function memory({ thunderbird }) {
  return thunderbird.run(async () => {
    const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
    await new Promise((resolve) => manager.minimizeMemoryUsage(() => resolve(undefined)));
    return manager.residentUnique;
  });
}

journeys("message-security-stepping", start, (journey) => {
  journey("five hundred messages down and up: no icon of another one, and no growing memory", async (session) => {
    /** @type {number[]} */
    const held = [];
    const growth = () => held[held.length - 1] - held[held.length - 2];
    // What the host keeps of its own fills up once; what is lost with each message grows on every way.
    for (let way = 0; way < 2 || (way < MOST_WAYS && growth() >= MOST_GROWTH); ++way) {
      const key = way % 2 === 0 ? "ArrowDown" : "ArrowUp";
      let looks = 0;
      for (const { subject, icons, settled } of await hold(session, key)) {
        const number = Number(subject.split(" ").at(-1));
        assert.equal(subject, subjectOf(number));
        const [signature, encryption] = icons.split(" ");
        const [ofSignature, ofEncryption] = kindOf(number).icons.split(" ");
        // While it is being judged, or opened, a message may have a part of its icons, and no other one.
        assert.ok(signature === ofSignature || (!settled && signature === "none"), `${subject}: ${icons}`);
        assert.ok(encryption === ofEncryption || (!settled && encryption === "none"), `${subject}: ${icons}`);
        looks += settled ? 1 : 0;
      }
      assert.equal(looks, Math.floor((MESSAGES - 1) / STRIDE));
      const last = key === "ArrowDown" ? MESSAGES - 1 : 0;
      const { signature, encryption } = await session.signet.judged(subjectOf(last));
      assert.equal(`${signature} ${encryption}`, kindOf(last).icons);
      held.push(await memory(session));
    }
    console.log(`memory after each way: ${held.map((each) => `${(each / MIB).toFixed(0)} MiB`).join(", ")}`);
    assert.ok(growth() < MOST_GROWTH, held.join(" "));
  });
});
