// The window of the first start: it opens by itself once, for people who have something to choose, by
// keyboard; says how to get a certificate where there is none; and leaves everybody else alone.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, exportPkcs12 } from "../../support/demo/authority.mjs";
import { Certificates } from "../support/certificates.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { BOB, startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const WINDOW = "signet:set-up";
const FIRST_START = { "extensions.signet.setUpDone": false };

const folder = mkdtempSync(path.join(tmpdir(), "signet-set-up-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const authority = new Authority(path.join(folder, "ca"), "Harbour Clinic", "Harbour Clinic CA");
const file = path.join(folder, "bob.p12");
exportPkcs12(authority.certify("bob", { name: BOB.name, address: BOB.address }), file, "x");
const key = { file, password: "x" };

/**
 * What the window shows, once that holds.
 * @param {Session} session
 * @param {(now: any) => boolean} [holds]
 */
function shown({ thunderbird }, holds = () => true) {
  return waitUntil("the window of the first start", async () => {
    const now = await thunderbird.run((type) => {
      const page = Services.wm.getMostRecentWindow(type)?.document;
      if (!page?.documentElement.dataset.shown) {
        return null;
      }
      const inSight = (/** @type {any} */ each) => each.checkVisibility();
      const text = (/** @type {any} */ each) => each.innerText.trim().replace(/\s+/g, " ");
      return {
        title: page.title,
        identities: [...page.querySelectorAll("#identities h2")].map(text),
        blocks: [...page.querySelectorAll(".block")].map(text),
        ticks: [...page.querySelectorAll(".block input")].map((/** @type {any} */ each) => each.checked),
        how: inSight(page.getElementById("how")),
        buttons: [...page.querySelectorAll("button")].filter(inSight).map(text),
        disabled: page.getElementById("use").disabled,
        outcome: text(page.getElementById("outcome")),
        focused: page.activeElement?.id ?? "",
      };
    }, WINDOW);
    return now && holds(now) ? now : null;
  });
}

/** Moves the focus with Tab as the host does, to an element, and presses a key there. */
async function press(/** @type {Session} */ { thunderbird }, /** @type {string} */ selector, /** @type {string} */ name) {
  // Keys press buttons in the active window only.
  await thunderbird.waitFor("the window to be active", (type) => {
    const view = Services.wm.getMostRecentWindow(type);
    view.focus();
    return Services.focus.activeWindow === view;
  }, WINDOW);
  await thunderbird.run((type, wanted, keyName) => {
    const view = Services.wm.getMostRecentWindow(type);
    const target = view.document.querySelector(wanted);
    for (let step = 0; step < 30 && view.document.activeElement !== target; step++) {
      Services.focus.moveFocus(view, null, Services.focus.MOVEFOCUS_FORWARD, Services.focus.FLAG_BYKEY);
    }
    if (view.document.activeElement !== target) {
      throw new Error(`Tab does not reach ${wanted}`);
    }
    const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    typing.beginInputTransactionForTests(view);
    const code = keyName === " " ? "Space" : keyName;
    const keyCode = { Space: 32, Enter: 13, Escape: 27 }[code];
    const event = new KeyboardEvent("", { key: keyName, code, keyCode });
    typing.keydown(event);
    typing.keyup(event);
  }, WINDOW, selector, name);
}

/** What user.js says is there again with each start: takes our line out of it. @param {string} profile */
function keepFirstStart(profile) {
  const user = path.join(profile, "user.js");
  const lines = readFileSync(user, "utf8").split("\n");
  writeFileSync(user, lines.filter((line) => !line.includes("setUpDone")).join("\n"));
}

/** What Thunderbird holds: the subject of each chosen certificate. @param {Session} session */
function chosen({ thunderbird }) {
  return thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const identity = MailServices.accounts.getAccount("account1").defaultIdentity;
    const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    return ["signing", "encryption"].map((use) => {
      const held = identity.getCharAttribute(`${use}_cert_dbkey`);
      return held ? certificates.findCertByDBKey(held).subjectName : "";
    });
  });
}

/** Whether the window is there when Signet has decided about it. @param {Session} session */
async function opensByItself({ thunderbird }) {
  await thunderbird.waitFor("Signet to have decided", () =>
    !!document.getElementById("signet-set-up-item") &&
    Services.prefs.getBoolPref("extensions.signet.setUpDone", false));
  return thunderbird.run((type) => !!Services.wm.getMostRecentWindow(type), WINDOW);
}

journeys(
  "set-up-first-start",
  () => startSession({ xpi: builtXpi(), anchors: [authority.certificate], key, preferences: FIRST_START }),
  (journey) => {
    journey("it opens by itself, with what was found and a tick at what is proposed", async (session) => {
      const first = await shown(session);
      assert.equal(first?.title, "Set Up Certificates (S/MIME)");
      assert.equal(first?.identities.length, 1);
      assert.match(first?.identities[0], /bob@example\.org/);
      assert.equal(first?.blocks.length, 1);
      assert.match(first?.blocks[0], /^Sign, and let others encrypt for you, with this certificate Bob Lindqvist Issued by Harbour Clinic CA, valid until \w+ \d+, \d{4}$/);
      assert.deepEqual(first?.ticks, [true]);
      assert.equal(first?.how, false);
      assert.deepEqual(first?.buttons, ["Help", "Not Now", "Use"]);
      assert.deepEqual(await chosen(session), ["", ""]);
      await session.screenshot("set-up-proposed", WINDOW);
      await session.inTheDark(() => session.screenshot("set-up-proposed-dark", WINDOW));
    });

    journey("without a tick there is nothing to use; with it, Use writes it, all by keyboard", async (session) => {
      await press(session, ".block input", " ");
      await shown(session, ({ ticks, disabled }) => !ticks[0] && disabled);
      await press(session, ".block input", " ");
      await shown(session, ({ ticks, disabled }) => ticks[0] && !disabled);
      await press(session, "#use", "Enter");
      const now = await shown(session, ({ outcome }) => outcome !== "");
      assert.equal(now?.outcome, "Done: from now on, this is used.");
      assert.match(now?.blocks[0], /^You can sign, and others can encrypt for you, with this certificate: Bob Lindqvist/);
      assert.deepEqual(now?.buttons, ["Help", "Close"]);
      assert.equal(now?.focused, "close");
      for (const subject of await chosen(session)) {
        assert.match(subject, /CN=Bob Lindqvist/);
      }
      await session.screenshot("set-up-done", WINDOW);
      await press(session, "#close", "Escape");
      await session.thunderbird.waitFor("the window to close", (type) => !Services.wm.getMostRecentWindow(type), WINDOW);
    });

    journey("it does not come again, even with something to choose; the Tools menu has it", async (session) => {
      const { thunderbird } = session;
      keepFirstStart(thunderbird.profile);
      await thunderbird.run(() => {
        const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
        const identity = MailServices.accounts.getAccount("account1").defaultIdentity;
        ["signing", "encryption"].forEach((use) => identity.setCharAttribute(`${use}_cert_dbkey`, ""));
      });
      await thunderbird.restart();
      assert.equal(await opensByItself(session), false);
      await thunderbird.run(() => {
        /** @type {any} */ (document.getElementById("signet-set-up-item")).doCommand();
      });
      await shown(session, ({ ticks }) => ticks.length === 1);
      await press(session, "#use", "Enter");
      await shown(session, ({ outcome }) => outcome !== "");
    });

    journey("whoever has all set is left alone", async (session) => {
      // As in a profile that was set up in Thunderbird's own settings before Signet came.
      await session.thunderbird.run(() => Services.prefs.clearUserPref("extensions.signet.setUpDone"));
      await session.thunderbird.restart();
      assert.match((await chosen(session))[0], /Bob/);
      assert.equal(await opensByItself(session), false);
    });
  },
);

journeys(
  "set-up-nothing-found",
  () => startSession({ xpi: builtXpi(), anchors: [authority.certificate], preferences: FIRST_START }),
  (journey) => {
    journey("without a certificate it says how to get one", async (session) => {
      const first = await shown(session);
      assert.equal(first?.blocks.length, 1);
      assert.match(first?.blocks[0], /^You cannot sign yet, and others cannot encrypt for you\..*no certificate of your own for bob@example\.org/);
      assert.deepEqual(first?.ticks, []);
      assert.equal(first?.how, true);
      assert.deepEqual(first?.buttons, ["Import a Certificate…", "Request a Certificate…", "Help", "Close"]);
      await session.screenshot("set-up-missing", WINDOW);
      await session.inTheDark(() => session.screenshot("set-up-missing-dark", WINDOW));
    });

    journey("a request begins from here", async (session) => {
      const window = new Certificates(session.thunderbird);
      await press(session, "#request", "Enter");
      await window.shown(({ dialogId }) => dialogId === "request-dialog");
      await window.click("#request-cancel");
      await window.close();
    });

    journey("what is imported from here is proposed at once", async (session) => {
      const window = new Certificates(session.thunderbird);
      await window.answerPicker(file);
      await press(session, "#import", "Enter");
      await window.shown(({ dialogId }) => dialogId === "password");
      await window.type("password-first", "x");
      await window.click("#password-ok");
      await window.shown(({ dialogId }) => dialogId === "report");
      await window.close();
      const now = await shown(session, ({ ticks }) => ticks.length > 0);
      assert.match(now?.blocks[0], /^Sign, and let others encrypt for you/);
      assert.equal(now?.how, false);
    });
  },
);
