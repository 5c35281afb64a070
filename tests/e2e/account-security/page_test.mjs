// The Security page of the account settings: choosing certificates by keyboard, the defaults, and that
// all of it lies in Thunderbird's own preferences.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Authority, exportPkcs12 } from "../../support/demo/authority.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { BOB, startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-account-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const authority = new Authority(path.join(folder, "ca"), "Clinic", "Clinic CA");
const key = [
  authority.certify("bob", { name: "Bob Lindqvist", address: BOB.address }),
  authority.certify("old", { name: "Bob Lindqvist", address: BOB.address, fromDay: -390, toDay: -20 }),
  authority.certify("office", { name: "Office", address: "office@example.org" }),
].map((credential, index) => {
  const file = path.join(folder, `${index}.p12`);
  exportPkcs12(credential, file, "x");
  return { file, password: "x" };
});

/** @param {import("../support/session.mjs").Session} session */
function open({ thunderbird }) {
  return thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const server = MailServices.accounts.getAccount("account1").incomingServer;
    /** @type {any} */ (window).MsgAccountManager("am-signet.xhtml", server);
  });
}

/**
 * @param {import("../support/session.mjs").Session} session
 * @returns {Promise<{signing: {certificate: string, state: string[]}, encryption: {certificate: string,
 *     state: string[]}, sign: boolean, signDisabled: boolean, required: boolean,
 *     requiredDisabled: boolean, title: string} | null>}
 */
function view({ thunderbird }) {
  return thunderbird.run(() => {
    const settings = document.getElementById("tabmail").currentTabInfo.browser?.contentDocument;
    const page = settings?.getElementById("contentFrame")?.contentDocument;
    if (!page?.documentElement.dataset.shown) {
      return null;
    }
    const use = (/** @type {string} */ id) => {
      const section = page.getElementById(id);
      return {
        certificate: section.querySelector(".certificate").textContent,
        state: [...section.querySelectorAll(".state p")].map((each) => each.textContent),
      };
    };
    return {
      title: page.querySelector("h1").textContent,
      signing: use("signing"),
      encryption: use("encryption"),
      sign: page.getElementById("sign-by-default").checked,
      signDisabled: page.getElementById("sign-by-default").disabled,
      required: page.getElementById("encrypt-required").checked,
      requiredDisabled: page.getElementById("encrypt-required").disabled,
    };
  });
}

/** Clicks on the page. @param {import("../support/session.mjs").Session} session @param {string} what */
function click({ thunderbird }, what) {
  return thunderbird.run((selector) => {
    const settings = document.getElementById("tabmail").currentTabInfo.browser.contentDocument;
    settings.getElementById("contentFrame").contentDocument.querySelector(selector).click();
  }, what);
}

/** Presses keys on the page. @param {import("../support/session.mjs").Session} session */
function press({ thunderbird }, /** @type {string[]} */ ...names) {
  return thunderbird.run((keys) => {
    const settings = document.getElementById("tabmail").currentTabInfo.browser.contentDocument;
    const page = settings.getElementById("contentFrame").contentWindow;
    page.focus();
    for (const name of keys) {
      const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(
        Ci.nsITextInputProcessor,
      );
      typing.beginInputTransactionForTests(page);
      const keyCode = { Enter: 13, Escape: 27, ArrowDown: 40 }[name];
      const event = new KeyboardEvent("", { key: name, code: name, keyCode });
      typing.keydown(event);
      typing.keyup(event);
    }
  }, names);
}

/** @param {import("../support/session.mjs").Session} session @param {string} id */
function dialog({ thunderbird }, id) {
  return waitUntil(`the dialog ${id}`, () =>
    thunderbird.run((name) => {
      const settings = document.getElementById("tabmail").currentTabInfo.browser.contentDocument;
      const page = settings.getElementById("contentFrame").contentDocument;
      const shown = page.getElementById(name);
      return shown.open
        ? {
            text: shown.innerText,
            usable: [...shown.querySelectorAll("#usable label")].map((each) => each.innerText),
            others: [...shown.querySelectorAll("#unusable li")].map((each) => each.innerText),
            focused: page.activeElement?.id ?? "",
          }
        : null;
    }, id),
  );
}

/** What Thunderbird itself holds. @param {import("../support/session.mjs").Session} session */
function preferences({ thunderbird }) {
  return thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const identity = MailServices.accounts.getAccount("account1").defaultIdentity;
    const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    const named = (/** @type {string} */ use) => {
      const chosen = identity.getCharAttribute(`${use}_cert_dbkey`);
      const found = chosen ? certificates.findCertByDBKey(chosen) : null;
      return {
        name: identity.getUnicharAttribute(`${use}_cert_name`),
        subject: found?.subjectName ?? "",
        sameKey: found ? found.dbKey === chosen : chosen === "",
        until: found ? found.validity.notAfter / 1000 : 0,
      };
    };
    return {
      signing: named("signing"),
      encryption: named("encryption"),
      sign: identity.signMail,
      policy: identity.encryptionPolicy,
    };
  });
}

/** @param {import("../support/session.mjs").Session} session @param {(now: any) => boolean} holds */
function shows(session, holds) {
  return waitUntil("the page to show it", async () => {
    const now = await view(session);
    return now && holds(now) ? now : null;
  });
}

journeys(
  "account-security-page",
  () => startSession({ xpi: builtXpi(), anchors: [authority.certificate], key }),
  (journey) => {
    journey("nothing is chosen, and what could be is said", async (session) => {
      await open(session);
      const first = await shows(session, () => true);
      assert.equal(first?.title, "Security (S/MIME)");
      for (const use of [first?.signing, first?.encryption]) {
        assert.equal(use?.certificate, "No certificate chosen");
        assert.match(use?.state.join(" ") ?? "", /You could use the certificate of Bob Lindqvist/);
      }
      assert.ok(first?.signDisabled && first.requiredDisabled);
      await session.screenshot("account-security-none");
    });

    journey("the picker has usable ones first, by keyboard, and asks for both", async (session) => {
      await click(session, "#signing .pick");
      const { usable, others, focused } = await dialog(session, "picker");
      assert.equal(usable.length, 1);
      assert.match(usable[0], /Bob Lindqvist, bob@example\.org[^]*Issued by Clinic CA/);
      assert.equal(others.length, 2);
      assert.match(others[0], /expired on/);
      assert.match(others[1], /is for office@example\.org, not for bob@example\.org/);
      assert.equal(focused, "certificate-0");
      await session.screenshot("account-security-picker");
      await press(session, "Enter");
      const both = await dialog(session, "both");
      assert.match(both.text, /The same certificate can be used for encryption/);
      await session.screenshot("account-security-both");
      await press(session, "Enter");
      const now = await shows(session, ({ encryption }) => /Bob/.test(encryption.certificate));
      assert.match(now?.signing.certificate ?? "", /^Bob Lindqvist \(Clinic CA\)$/);
      assert.match(now?.signing.state.join(" ") ?? "", /can be used until/);
      assert.ok(!now?.signDisabled && !now?.requiredDisabled);
      const held = await preferences(session);
      for (const use of [held.signing, held.encryption]) {
        assert.match(use.subject, /CN=Bob Lindqvist/);
        assert.ok(use.sameKey);
        assert.ok(use.until > Date.now());
        assert.notEqual(use.name, "");
      }
    });

    journey("the defaults are Thunderbird's own", async (session) => {
      await click(session, "#sign-by-default");
      for (const [choice, policy] of /** @type {const} */ ([["if-possible", 1], ["never", 0], ["required", 2]])) {
        await click(session, `#encrypt-${choice}`);
        assert.equal((await preferences(session)).policy, policy);
      }
      assert.equal((await preferences(session)).sign, true);
      await session.screenshot("account-security-chosen");
    });

    journey("Escape leaves all as it was", async (session) => {
      const before = await preferences(session);
      await click(session, "#encryption .pick");
      await dialog(session, "picker");
      await press(session, "Escape");
      assert.deepEqual(await preferences(session), before);
    });

    journey("in a dark theme", async (session) => {
      await session.inTheDark(async () => {
        await click(session, "#signing .pick");
        await dialog(session, "picker");
        await session.screenshot("account-security-picker-dark");
        await press(session, "Escape");
        await session.screenshot("account-security-dark");
      });
    });

    journey("Clear takes the certificate and its default away", async (session) => {
      await click(session, "#signing .clear");
      const now = await shows(session, ({ signing }) => signing.certificate === "No certificate chosen");
      assert.ok(now?.signDisabled && !now.sign);
      const held = await preferences(session);
      assert.deepEqual([held.signing.subject, held.signing.name, held.sign], ["", "", false]);
      assert.match(held.encryption.subject, /Bob/);
      assert.equal(held.policy, 2);
      await click(session, "#encryption .clear");
      await shows(session, ({ required }) => !required);
      assert.equal((await preferences(session)).policy, 0);
    });
  },
);
