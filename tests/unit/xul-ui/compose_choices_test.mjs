// Nothing leaves weaker than the compose window shows: what the person or the identity wants is kept
// through everything that the host decides by itself, and stops the message if it cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";
import "./gecko_stub.mjs";

const { ComposeSecurityState } = await import("../../../xul-ui/host/compose-choices.sys.mjs");
const { SendGuard } = await import("../../../xul-ui/host/compose-send.sys.mjs");

const { Now, Later, SaveAsDraft } = Ci.nsIMsgCompDeliverMode;

/** A compose window as the host's globals describe it. */
class ComposeWindow extends EventTarget {
  gSendSigned = false;
  gSendEncrypted = false;
  gSelectedTechnologyIsPGP = false;
  gUserTouchedSendEncrypted = false;
  gUserTouchedSendSigned = false;
  closed = false;
  checked = 0;
  composeSecure = { signMessage: false, requireEncryptMessage: false };
  gMsgCompose = { compFields: { composeSecure: this.composeSecure } };
  certificates = { sign: true, encrypt: true };
  openPgp = false;
  gCurrentIdentity = {
    signMail: false,
    getIntAttribute: () => 0,
    getUnicharAttribute: () => (this.certificates.encrypt ? "mine" : ""),
  };

  isSmimeSigningConfigured = () => this.certificates.sign;
  isSmimeEncryptionConfigured = () => this.certificates.encrypt;
  isPgpConfigured = () => this.openPgp;
  checkEncryptionState = () => {
    ++this.checked;
  };

  /** @param {number} msgType @returns {boolean} The message goes on its way. */
  dispatchSend(msgType) {
    const event = Object.assign(new Event("compose-send-message", { cancelable: true }), {
      detail: { msgType },
    });
    this.dispatchEvent(event);
    return !event.defaultPrevented;
  }

  /** @returns {Promise<boolean>} The host goes on. */
  async dispatchBeforeSend() {
    return new Promise((resolve) => {
      const event = Object.assign(new Event("beforesend", { cancelable: true }), {
        detail: { resolve: () => resolve(true), reject: () => resolve(false) },
      });
      this.dispatchEvent(event);
      if (!event.defaultPrevented) {
        resolve(true);
      }
    });
  }
}

/** As the module answers while protected mail cannot be sent. @param {any} choices */
const notYet = async (choices) => ({
  signChecked: choices.sign,
  encryption: choices.encryption,
  signIconShown: choices.sign,
  encryptIconShown: choices.encryption !== "never",
  maySend: !choices.sign && choices.encryption === "never",
  reasons: [],
});

/** @param {(choices: any) => Promise<any>} [askModule] */
function setUp(askModule = notYet) {
  const window = new ComposeWindow();
  const security = new ComposeSecurityState(/** @type {any} */ (window), askModule);
  let stopped = 0;
  let plainDrafts = 0;
  const guard = new SendGuard(/** @type {any} */ (window), security, {
    stopped: () => ++stopped,
    plainDraft: () => ++plainDrafts,
  });
  return { window, security, guard, counts: () => ({ stopped, plainDrafts }) };
}

test("without a choice everything is as without Signet", async () => {
  const { window, counts } = setUp(() => Promise.reject(new Error("no module")));
  assert.ok(await window.dispatchBeforeSend());
  assert.ok(window.dispatchSend(Now));
  assert.deepEqual(counts(), { stopped: 0, plainDrafts: 0 });
});

for (const choice of /** @type {const} */ ([
  { sign: true },
  { encryption: "required" },
  { sign: true, encryption: "required" },
])) {
  test(`chosen but not to be had, it stops the message: ${JSON.stringify(choice)}`, async () => {
    const { window, security, counts } = setUp();
    security.choose(choice);
    assert.equal(await window.dispatchBeforeSend(), false);
    assert.equal(window.dispatchSend(Now), false);
    assert.equal(window.dispatchSend(Later), false);
    assert.equal(counts().stopped, 3);
  });

  test(`and so it does when the module fails: ${JSON.stringify(choice)}`, async () => {
    const { window, security } = setUp(() => Promise.reject(new Error("no module")));
    security.choose(choice);
    assert.equal(await window.dispatchBeforeSend(), false);
    assert.equal(window.dispatchSend(Now), false);
  });
}

test("a choice made after the first check still stops the message", async () => {
  const { window, security } = setUp();
  assert.ok(await window.dispatchBeforeSend());
  security.choose({ encryption: "required" });
  assert.equal(window.dispatchSend(Now), false);
});

test("while the module has not spoken about the newest choice, nothing leaves", () => {
  const { window, security } = setUp(() => new Promise(() => {}));
  security.choose({ sign: true });
  assert.equal(window.dispatchSend(Now), false);
});

test("an answer about an earlier choice is not taken for the newest", async () => {
  /** @type {((view: any) => void)[]} */
  const answers = [];
  const { security } = setUp((choices) =>
    new Promise((resolve) => {
      answers.push((view) => resolve({ ...view, ...choices }));
    }));
  security.choose({ sign: true });
  security.choose({ sign: false, encryption: "required" });
  answers[1]({ maySend: true });
  await null;
  assert.equal(security.state.view, null);
});

test("what the host decides by itself is taken over, and left to nobody else", async () => {
  const { window, security } = setUp();
  window.gSendEncrypted = true; // an answer to an encrypted message
  window.gSendSigned = true;
  assert.equal(await window.dispatchBeforeSend(), false);
  assert.deepEqual(security.state.choices, { sign: true, encryption: "required" });
  assert.equal(window.gSendEncrypted, false);
  assert.equal(window.gSendSigned, false);
});

test("a person who has chosen is not overruled by a default", async () => {
  const { window, security } = setUp();
  security.choose({ sign: false, encryption: "never" });
  window.gSendEncrypted = true;
  window.gSendSigned = true;
  assert.ok(await window.dispatchBeforeSend());
  assert.ok(window.dispatchSend(Now));
  assert.deepEqual(window.composeSecure, { signMessage: false, requireEncryptMessage: false });
});

test("but by the host's own offer to encrypt, if the person takes it", async () => {
  const { window, security } = setUp();
  security.choose({ encryption: "never" });
  window.gSendEncrypted = true;
  window.gUserTouchedSendEncrypted = true;
  assert.equal(await window.dispatchBeforeSend(), false);
  assert.equal(security.state.choices.encryption, "required");
});

test("what is for OpenPGP is left to the host", async () => {
  const { window, security } = setUp();
  window.openPgp = true;
  window.gSelectedTechnologyIsPGP = true;
  window.gSendEncrypted = true;
  assert.ok(await window.dispatchBeforeSend());
  assert.equal(window.gSendEncrypted, true);
  assert.equal(security.wantsProtection, false);
});

test("an identity that signs by default signs, also after a change of identity", () => {
  const { window, security } = setUp();
  window.gCurrentIdentity.signMail = true;
  security.identityChanged();
  assert.equal(security.state.choices.sign, true);
  window.gCurrentIdentity.signMail = false;
  security.identityChanged();
  assert.equal(security.state.choices.sign, false);
});

test("drafts are never stopped and never signed", () => {
  const { window, security } = setUp();
  security.choose({ sign: true });
  assert.ok(window.dispatchSend(SaveAsDraft));
  assert.deepEqual(window.composeSecure, { signMessage: false, requireEncryptMessage: false });
});

test("a draft of a message to be encrypted is encrypted to its writer", () => {
  const { window, security, counts } = setUp();
  security.choose({ encryption: "required" });
  assert.ok(window.dispatchSend(SaveAsDraft));
  assert.equal(window.composeSecure.requireEncryptMessage, true);
  assert.equal(counts().plainDrafts, 0);
});

test("if it cannot be, the person is told", () => {
  const { window, security, counts } = setUp();
  window.certificates.encrypt = false;
  security.choose({ encryption: "required" });
  assert.ok(window.dispatchSend(SaveAsDraft));
  assert.equal(window.composeSecure.requireEncryptMessage, false);
  assert.equal(counts().plainDrafts, 1);
});

test("when Signet goes, the host has the choice", () => {
  const { window, security, guard } = setUp();
  security.choose({ sign: true, encryption: "required" });
  guard.stop();
  security.handBack();
  assert.equal(window.gSendSigned, true);
  assert.equal(window.gSendEncrypted, true);
  assert.equal(window.checked, 1);
  assert.ok(window.dispatchSend(Now));
});
