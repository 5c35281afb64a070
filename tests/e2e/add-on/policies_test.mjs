// What an administrator sets in policies.json: it holds, it is locked, and each window shows the
// organisation's mark and says why; what is not understood is told and the safe value holds; and when the
// policy goes, what the person had chosen is there again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL, harbourAuthorities } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { OUR_WINDOWS } from "../support/our_windows.mjs";
import { setPreferences } from "../support/preferences.mjs";
import { waitUntil } from "../support/processes.mjs";
import { Outbox, arrives, settles } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { BUILD, builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */
/** @typedef {Record<string, string | number | boolean>} Preferences */

const ID = "signet@smime.module";
const WHY = /^Your organisation has set this, so it cannot be changed here\./;
const DEFAULTS = "mail.identity.default.";
const OWN = "mail.identity.id1.";
const SIGNET = "extensions.signet.";

const folder = mkdtempSync(path.join(tmpdir(), "signet-policies-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const { root, staff } = harbourAuthorities(folder);
const bob = staff.certify("bob", BOB);
const carol = staff.certify("carol", CAROL);
/** @param {string} name @param {import("../../support/demo/authority.mjs").Credential} credential */
const keyFile = (name, credential) => {
  const file = path.join(folder, `${name}.p12`);
  exportPkcs12(credential, file, "harbour");
  return file;
};
const key = { file: keyFile("bob", bob), password: "harbour" };
const carolsKey = keyFile("carol", carol);
const outbox = new Outbox(folder, root.certificate);

/** DER in base64. */
const RESPONDER = readFileSync(root.certificate, "latin1").replace(/-----[^-]*-----|\s/g, "");

/** Every setting: its value, and the preferences that it becomes. @type {Record<string, [unknown, Preferences]>} */
const SET = {
  ocsp: ["chosen", { "security.OCSP.enabled": 1, [`${SIGNET}validation.chosenResponder`]: true }],
  responderUrl: ["http://127.0.0.1:9/", { [`${SIGNET}validation.responderUrl`]: "http://127.0.0.1:9/" }],
  responderCertificate: [RESPONDER, { [`${SIGNET}validation.responderCertificate`]: RESPONDER }],
  crls: [true, { [`${SIGNET}validation.crls`]: true }],
  issuers: [true, { [`${SIGNET}validation.issuers`]: true }],
  privateAddresses: [true, { [`${SIGNET}validation.privateAddresses`]: true }],
  requireRevocation: [true, { "security.OCSP.require": true }],
  sign: [true, { [`${DEFAULTS}sign_mail`]: true, [`${OWN}sign_mail`]: true }],
  encryption: ["required", { [`${DEFAULTS}encryptionpolicy`]: 2, [`${OWN}encryptionpolicy`]: 2 }],
  hideSubject: [false, { [`${DEFAULTS}protectSubject`]: false, [`${OWN}protectSubject`]: false }],
  protectSignedHeader: [true, { [`${SIGNET}protectSignedHeader`]: true }],
  contentCipher: ["aes-256-gcm", { [`${SIGNET}algorithms.content`]: "aes-256-gcm" }],
  keyTransport: ["oaep", { [`${SIGNET}algorithms.transport`]: "oaep" }],
  digest: ["sha-512", { [`${SIGNET}algorithms.digest`]: "sha-512" }],
  pss: [true, { [`${SIGNET}algorithms.pss`]: true }],
  directory: ["ldap://127.0.0.1:9/dc=example,dc=com", {
    "ldap_2.servers.signet.uri": "ldap://127.0.0.1:9/dc=example,dc=com",
    "ldap_2.servers.signet.description": "127.0.0.1",
    "ldap_2.autoComplete.useDirectory": true,
    "ldap_2.autoComplete.directoryServer": "ldap_2.servers.signet",
  }],
  collectCertificates: [false, { [`${SIGNET}collectCertificates`]: false }],
  setUpWindow: [true, { [`${SIGNET}setUpDone`]: false }],
};

const EVERYTHING = Object.fromEntries(Object.entries(SET).map(([name, [value]]) => [name, value]));

/** What the person has chosen before, everything otherwise. @type {Preferences} */
const CHOSEN = {
  "security.OCSP.enabled": 0,
  [`${SIGNET}validation.chosenResponder`]: false,
  [`${SIGNET}validation.responderUrl`]: "http://own.example.org/",
  [`${SIGNET}validation.responderCertificate`]: "MIIB",
  [`${SIGNET}validation.crls`]: false,
  [`${SIGNET}validation.issuers`]: false,
  [`${SIGNET}validation.privateAddresses`]: false,
  "security.OCSP.require": false,
  [`${OWN}sign_mail`]: false,
  [`${OWN}encryptionpolicy`]: 0,
  [`${OWN}protectSubject`]: true,
  [`${SIGNET}collectCertificates`]: true,
  "ldap_2.autoComplete.useDirectory": false,
};

/** @param {Record<string, unknown>} settings */
const policies = (settings) => ({ "3rdparty": { Extensions: { [ID]: settings } } });

/** @param {Session} session @param {Record<string, unknown> | null} settings Of Signet; null: no policy. */
async function startWith(session, settings) {
  session.setPolicies(settings ? policies(settings) : {});
  await session.thunderbird.restart();
  await session.thunderbird.waitFor("Signet", () => !!document.getElementById("signet-set-up-item"));
}

/** @param {Session} session @param {string[]} names @returns {Promise<Record<string, [unknown, boolean]>>} */
const preferences = ({ thunderbird }, names) =>
  thunderbird.run((wanted) => {
    const { prefs } = Services;
    const read = (/** @type {string} */ name) => {
      switch (prefs.getPrefType(name)) {
        case prefs.PREF_BOOL: return prefs.getBoolPref(name);
        case prefs.PREF_INT: return prefs.getIntPref(name);
        default: return prefs.getStringPref(name, "");
      }
    };
    return Object.fromEntries(wanted.map((name) => [name, [read(name), prefs.prefIsLocked(name)]]));
  }, names);

/**
 * Opens a window of Signet and says of each control that policies lock whether it is disabled and what is
 * said beside it.
 * @param {Session} session
 * @param {"validation" | "account" | "certificates"} name
 * @param {Record<string, string>} controls What is said where → selector of what cannot be changed.
 * @param {string} [picture]
 */
async function inWindow(session, name, controls, picture) {
  const each = OUR_WINDOWS.find((one) => one.name === name);
  assert.ok(each);
  await each.open(session);
  try {
    const found = await session.thunderbird.run((type, wanted) => {
      const { viewOf } = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
      const page = viewOf(type).document;
      page.getElementById("group-person")?.click();
      return Object.entries(wanted).map(([note, selector]) => {
        const said = page.getElementById(note);
        const inputs = [...page.querySelectorAll(selector)];
        return {
          note,
          said: said.checkVisibility() ? said.textContent : "",
          disabled: inputs.map((input) => input.disabled),
          described: inputs.every((input) =>
            [input, ...[input.closest("fieldset")].filter(Boolean)].some((/** @type {any} */ part) =>
              part.getAttribute("aria-describedby")?.split(" ").includes(note))),
        };
      });
    }, each.type, controls);
    if (picture) {
      await session.screenshot(picture, each.picture);
      await session.inTheDark(() => session.screenshot(`${picture}-dark`, each.picture));
    }
    return found;
  } finally {
    await each.close(session);
  }
}

/** Of each window: where the mark stands → what it stands for. @type {[any, Record<string, string>][]} */
const LOCKED = [
  ["validation", {
    "ocsp-organisation": "[name=ocsp], #responder-url, #responder-choose, #responder-forget",
    "fetch-organisation": "#crls, #issuers, #privateAddresses",
    "unreachable-organisation": "[name=require]",
  }],
  ["account", {
    "sign-organisation": "#sign-by-default",
    "encryption-organisation": "#encrypt-never, #encrypt-if-possible, #encrypt-required",
    "subject-organisation": "#protect-subject",
  }],
  ["certificates", { "collects-organisation": "#collects" }],
];

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [carol.certificate],
    key,
    policies: {},
  });

journeys("add-on-policies", start, (journey) => {
  journey("without a policy, the person's own choices hold and nothing has the mark", async (session) => {
    await setPreferences(session, CHOSEN);
    await session.thunderbird.run((address) => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
      const own = database.getCerts().find((/** @type {any} */ each) => each.emailAddress === address);
      const identity = MailServices.accounts.getAccount("account1").defaultIdentity;
      for (const use of ["signing", "encryption"]) {
        identity.setCharAttribute(`${use}_cert_name`, own.displayName);
        identity.setCharAttribute(`${use}_cert_dbkey`, own.dbKey);
      }
    }, BOB.address);
    for (const [name, controls] of LOCKED) {
      for (const { note, said } of await inWindow(session, name, controls)) {
        assert.equal(said, "", note);
      }
    }
  });

  journey("each setting holds and cannot be changed", async (session) => {
    await session.thunderbird.run(() => Services.prefs.clearUserPref("extensions.signet.setUpDone"));
    await startWith(session, EVERYTHING);
    assert.equal(await session.signet.notice(), "");
    for (const [name, [, wanted]] of Object.entries(SET)) {
      const found = await preferences(session, Object.keys(wanted));
      for (const [preference, value] of Object.entries(wanted)) {
        assert.deepEqual(found[preference], [value, true], `${name}: ${preference}`);
      }
    }
    const directories = await session.thunderbird.run(() => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      return [...MailServices.ab.directories].map((/** @type {any} */ each) => each.dirName);
    });
    assert.ok(directories.includes("127.0.0.1"), directories.join());
  });

  journey("each window shows the organisation's mark, and why", async (session) => {
    for (const [name, controls] of LOCKED) {
      for (const { note, said, disabled, described } of await inWindow(session, name, controls, `policies-${name}`)) {
        assert.match(said, WHY, note);
        assert.ok(disabled.length > 0 && disabled.every(Boolean), `${note}: ${disabled}`);
        assert.ok(described, note);
      }
    }
  });

  journey("what it demands of messages is done", async (session) => {
    await startWith(session, { ...EVERYTHING, ocsp: "off", requireRevocation: false, setUpWindow: false });
    const { compose } = session;
    await compose.open({ to: CAROL.address, subject: "By policy", body: "Carol,\n" });
    await compose.ready();
    const { checked } = await settles(session, { sign: "shown", encrypt: "shown" });
    assert.equal(checked.required, true);
    const file = outbox.keep("policy.eml", await arrives(session));
    const tree = execFileSync(path.join(BUILD, "signet"),
      ["inspect", "--p12", carolsKey, "--password-file", outbox.keep("password", Buffer.from("harbour\n")), file],
      { encoding: "utf8" });
    for (const algorithm of [/AES-256-GCM/i, /OAEP/, /SHA-512/, /PSS/]) {
      assert.match(tree, algorithm);
    }
    assert.match(String(await waitUntil("the message", () => session.smtp.messages[0]?.octets)), /^Subject: By policy/m);
  });

  journey("what is not locked, the person may change", async (session) => {
    await startWith(session, { locked: false, crls: true, protectSignedHeader: true });
    assert.deepEqual(await preferences(session, [`${SIGNET}protectSignedHeader`, `${SIGNET}validation.crls`]), {
      [`${SIGNET}protectSignedHeader`]: [true, false],
      [`${SIGNET}validation.crls`]: [false, false],
    });
  });

  journey("what is not understood is told, and the safe value holds", async (session) => {
    await startWith(session, { encryption: "always", requireRevocation: "yes", colour: "blue", crls: true });
    const said = await waitUntil("the notice", () => session.signet.notice());
    assert.match(said, /safe setting is used/);
    assert.match(said, /"encryption" cannot be "always"; "requireRevocation" cannot be "yes"; there is no setting "colour"$/);
    await session.screenshot("policies-not-understood");
    assert.deepEqual(
      await preferences(session, [`${OWN}encryptionpolicy`, "security.OCSP.require", `${SIGNET}validation.crls`, `${OWN}sign_mail`]), {
        [`${OWN}encryptionpolicy`]: [2, true],
        "security.OCSP.require": [true, true],
        [`${SIGNET}validation.crls`]: [true, true],
        [`${OWN}sign_mail`]: [false, false],
      });
  });

  journey("disabled, it takes at once back what it has set", async (session) => {
    const { addonId, thunderbird } = session;
    await thunderbird.changeAddon("disable", addonId);
    const found = await preferences(session, Object.keys(CHOSEN));
    assert.deepEqual(found, Object.fromEntries(Object.entries(CHOSEN).map(([name, value]) => [name, [value, false]])));
    await thunderbird.changeAddon("enable", addonId);
    await thunderbird.waitFor("Signet", () => !!document.getElementById("signet-set-up-item"));
  });

  journey("when the policy goes, the person's own choices are there again", async (session) => {
    await startWith(session, null);
    assert.equal(await session.signet.notice(), "");
    const found = await preferences(session, Object.keys(CHOSEN));
    assert.deepEqual(found, Object.fromEntries(Object.entries(CHOSEN).map(([name, value]) => [name, [value, false]])));
    for (const [name, controls] of LOCKED) {
      for (const { note, said, disabled } of await inWindow(session, name, controls)) {
        assert.equal(said, "", note);
        assert.ok(!disabled[0], note);
      }
    }
  });
});
