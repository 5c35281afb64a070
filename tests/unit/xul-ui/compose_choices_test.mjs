// Nothing leaves weaker than the compose window shows: what the person or the identity wants is kept
// through everything that the host decides by itself, and stops the message if it cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./gecko_stub.mjs";

const { ComposeSecurityState } = await import("../../../xul-ui/host/compose-choices.sys.mjs");
const { SendGuard } = await import("../../../xul-ui/host/compose-send.sys.mjs");

/** @param {string} field */
const parsed = (field) =>
  field.split(",").map((text) => text.trim()).filter(Boolean).map((email) => ({ email, name: "" }));
modules.MailServices = {
  headerParser: { makeFromDisplayAddress: parsed, parseDecodedHeader: parsed },
};

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
  /** @type {any} */
  composeSecure = { signMessage: false, requireEncryptMessage: false };
  gMsgCompose = {
    compFields: {
      composeSecure: this.composeSecure,
      forceMsgEncoding: false,
      to: "carol@example.org",
      cc: "",
      bcc: "",
      newsgroups: "",
    },
  };
  document = {
    getElementById: () => ({ value: "bob@example.org" }),
    querySelectorAll: (/** @type {string} */ selector) => {
      const [, row] = /** @type {RegExpMatchArray} */ (selector.match(/addr_(to|cc|bcc|newsgroups)/));
      return parsed(/** @type {any} */ (this.gMsgCompose.compFields)[row]).map(({ email }) => ({
        emailAddress: email,
      }));
    },
  };
  certificates = { sign: true, encrypt: true };
  openPgp = false;
  gCurrentIdentity = {
    signMail: false,
    getIntAttribute: () => 0,
    getUnicharAttribute: (/** @type {string} */ name) =>
      name === "encryption_cert_name" && this.certificates.encrypt ? "mine" : "",
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

/** @param {any} message @param {boolean} possible @returns {any} As the module answers. */
function viewOf({ choices }, possible) {
  const state = (/** @type {boolean} */ chosen) =>
    chosen ? (possible ? "yes" : "not-possible") : "no";
  const signature = state(choices.sign);
  const encryption = state(choices.encryption !== "never");
  const mustEncrypt = choices.encryption === "required";
  return {
    choices,
    signature,
    encryption,
    maySend: possible || !(choices.sign || mustEncrypt),
    signatureReasons: [],
    encryptionReasons: [],
    recipients: [],
    signIcon: icon(signature, true),
    encryptIcon: icon(encryption, mustEncrypt),
  };
}

/** @param {string} protection @param {boolean} stops */
function icon(protection, stops) {
  return protection === "yes" ? "shown" : protection === "not-possible" && stops ? "struck-out" : "absent";
}

/** A module that cannot protect anything. @param {any} message */
const notPossible = async (message) => viewOf(message, false);
/** One that can. @param {any} message */
const possible = async (message) => viewOf(message, true);

/**
 * @param {(message: any) => Promise<any>} [view]
 * @param {{unlock?: () => Promise<void>, protect?: (...values: any[]) => Promise<any>}} [rest]
 * @param {any} [instead] What the person chooses when it is not possible; null: nothing.
 * @param {{isEncrypted?: boolean, consents?: boolean}} [from] What the message was made from, and whether the person
 *     wants it to leave without encryption all the same.
 */
function setUp(view = notPossible, rest = {}, instead = null, { isEncrypted = false, consents = false } = {}) {
  const window = new ComposeWindow();
  const security = new ComposeSecurityState(/** @type {any} */ (window), view);
  const counts = { stopped: 0, failed: 0, withOpenPgp: 0, drafts: 0, asked: 0 };
  /** @type {any} */
  const origin = {
    isEncrypted,
    note: () => {},
    forget: () => {},
    noteInside: (/** @type {any} */ _choices, /** @type {ArrayBuffer} */ entity) => entity,
  };
  const protector = {
    view,
    complete: async () => {},
    unlock: async () => {},
    protect: async () => ({ entity: new ArrayBuffer(0), header: "" }),
    ...rest,
  };
  const guard = new SendGuard(/** @type {any} */ (window), security, protector, {
    offerWithout: async () => {
      ++counts.stopped;
      return instead;
    },
    stopped: () => ++counts.stopped,
    failed: () => ++counts.failed,
    copyFailed: () => ++counts.failed,
    withOpenPgp: () => ++counts.withOpenPgp,
    draftFailed: () => ++counts.drafts,
    askConsent: async () => {
      ++counts.asked;
      return consents;
    },
    protecting: () => () => {},
  }, origin);
  return { window, security, guard, counts: () => counts };
}

test("without a choice everything is as without Signet", async () => {
  const { window, counts } = setUp(() => Promise.reject(new Error("no module")));
  assert.ok(await window.dispatchBeforeSend());
  assert.ok(window.dispatchSend(Now));
  assert.deepEqual(counts(), { stopped: 0, failed: 0, withOpenPgp: 0, drafts: 0, asked: 0 });
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
  const { security } = setUp(() => new Promise((resolve) => answers.push(resolve)));
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

/** @param {ComposeWindow} window @returns {boolean} Signet makes the message, not the host. */
const isSignets = (window) => window.gMsgCompose.compFields.composeSecure !== window.composeSecure;

test("a draft of a message to be encrypted is Signet's, that of a signed one is not", () => {
  const { window, security } = setUp();
  security.choose({ sign: true });
  assert.ok(window.dispatchSend(SaveAsDraft));
  assert.equal(isSignets(window), false);
  security.choose({ encryption: "required" });
  assert.ok(window.dispatchSend(SaveAsDraft));
  assert.equal(isSignets(window), true);
  assert.equal(window.composeSecure.requireEncryptMessage, false);
});

test("encryption if possible: the draft is as the message would be", async () => {
  for (const [view, expected] of /** @type {const} */ ([[possible, true], [notPossible, false]])) {
    const { window, security } = setUp(view);
    security.choose({ encryption: "if-possible" });
    await security.settled();
    assert.ok(window.dispatchSend(SaveAsDraft));
    assert.equal(isSignets(window), expected);
  }
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

/** Sends as a person does. @param {ReturnType<typeof setUp>} set */
async function send({ window }) {
  return (await window.dispatchBeforeSend()) && window.dispatchSend(Now);
}

for (const choice of /** @type {const} */ ([
  { sign: true },
  { encryption: "required" },
  { encryption: "if-possible" },
  { sign: true, encryption: "required" },
])) {
  test(`what is possible is done by Signet: ${JSON.stringify(choice)}`, async () => {
    const set = setUp(possible);
    set.security.choose(choice);
    assert.ok(await send(set));
    const { compFields } = set.window.gMsgCompose;
    assert.notEqual(compFields.composeSecure, set.window.composeSecure);
    assert.equal(compFields.composeSecure.requiresCryptoEncapsulation(), true);
    assert.equal(set.counts().stopped, 0);
  });
}

test("encryption if possible, and it is not: sent as an ordinary message", async () => {
  const set = setUp();
  set.security.choose({ encryption: "if-possible" });
  assert.ok(await send(set));
  assert.equal(set.window.gMsgCompose.compFields.composeSecure, set.window.composeSecure);
});

test("the person sends it without what is not possible", async () => {
  const set = setUp(notPossible, {}, { encryption: "never" });
  set.security.choose({ encryption: "required" });
  assert.ok(await send(set));
  assert.deepEqual(set.security.state.choices, { sign: false, encryption: "never" });
  assert.equal(set.window.gMsgCompose.compFields.composeSecure, set.window.composeSecure);
  assert.equal(set.counts().stopped, 1);
});

test("without encryption it is still signed", async () => {
  const view = (/** @type {any} */ message) =>
    message.choices.encryption === "never" ? possible(message) : notPossible(message);
  const set = setUp(view, {}, { encryption: "never" });
  set.security.choose({ sign: true, encryption: "required" });
  assert.ok(await send(set));
  assert.equal(isSignets(set.window), true);
});

test("another certificate than the one that was shown stops the message before it is made", async () => {
  let asked = 0;
  const { window, security, counts } = setUp(async (message) => ({
    ...viewOf(message, true),
    recipients: [{ address: "carol@example.org", certificate: { sha256: `${++asked}` }, reasons: [] }],
  }));
  security.choose({ encryption: "required" });
  await security.settled();
  assert.equal(await window.dispatchBeforeSend(), false);
  assert.equal(counts().stopped, 1);
});

test("another recipient between the check and the making stops an encrypted message", async () => {
  const { window, security } = setUp(possible);
  security.choose({ encryption: "required" });
  assert.ok(await window.dispatchBeforeSend());
  window.gMsgCompose.compFields.bcc = "eve@example.org";
  assert.equal(window.dispatchSend(Now), false);
});

test("who gets it makes no difference to a message that is only signed", async () => {
  const { window, security } = setUp(possible);
  security.choose({ sign: true });
  assert.ok(await window.dispatchBeforeSend());
  window.gMsgCompose.compFields.to = "carol@example.org, dan@example.org"; // a list, expanded
  assert.ok(window.dispatchSend(Now));
});

test("what was prepared once is not good for a second sending", async () => {
  const set = setUp(possible);
  set.security.choose({ sign: true });
  assert.ok(await send(set));
  assert.equal(set.window.dispatchSend(Now), false);
});

test("what is no longer possible when Send is pressed stops the message", async () => {
  let asked = 0;
  const { window, security, counts } = setUp((message) =>
    ++asked > 2 ? notPossible(message) : possible(message));
  security.choose({ sign: true });
  await security.settled();
  assert.equal(await window.dispatchBeforeSend(), false);
  assert.equal(counts().stopped, 1);
});

test("a key that cannot be unlocked stops the message", async () => {
  const { window, security, counts } = setUp(possible, {
    unlock: () => Promise.reject(new Error("no password")),
  });
  security.choose({ sign: true });
  assert.equal(await window.dispatchBeforeSend(), false);
  assert.equal(counts().failed, 1);
});

test("OpenPGP and Signet never protect the same message", async () => {
  const { window, security, counts } = setUp(possible);
  security.choose({ sign: true });
  window.openPgp = true;
  window.gSelectedTechnologyIsPGP = true;
  window.gSendEncrypted = true;
  assert.equal(await window.dispatchBeforeSend(), false);
  assert.equal(counts().withOpenPgp, 1);
});

test("an encrypted draft that the host takes for one of OpenPGP, which is not set up, is saved again and sent", async () => {
  const set = setUp(possible);
  set.security.choose({ encryption: "required" });
  for (const go of [async () => set.window.dispatchSend(SaveAsDraft), () => send(set)]) {
    set.window.gSelectedTechnologyIsPGP = true;
    set.window.gSendEncrypted = true;
    assert.ok(await go());
    assert.notEqual(set.window.gMsgCompose.compFields.composeSecure, set.window.composeSecure);
    assert.equal(set.window.gSendEncrypted, false);
  }
});

test("a draft saved after a message could not be sent is the host's again", async () => {
  const set = setUp(possible);
  set.security.choose({ sign: true });
  assert.ok(await send(set));
  assert.ok(set.window.dispatchSend(SaveAsDraft));
  assert.equal(set.window.gMsgCompose.compFields.composeSecure, set.window.composeSecure);
});

const ENCRYPTED = { isEncrypted: true };

for (const choice of /** @type {const} */ ([{}, { sign: true }, { encryption: "if-possible" }])) {
  test(`what was made from an encrypted message leaves plain only with consent: ${JSON.stringify(choice)}`, async () => {
    const view = (/** @type {any} */ message) =>
      viewOf(message, message.choices.encryption === "never");
    for (const consents of [false, true]) {
      const set = setUp(async (message) => view(message), {}, null, { ...ENCRYPTED, consents });
      set.security.choose(choice);
      assert.equal(await send(set), consents);
      assert.equal(set.counts().asked, 1);
    }
  });
}

test("encrypted, it needs no consent", async () => {
  const set = setUp(possible, {}, null, ENCRYPTED);
  set.security.choose({ encryption: "required" });
  assert.ok(await send(set));
  assert.equal(set.counts().asked, 0);
});

test("nor where OpenPGP encrypts it", async () => {
  const set = setUp(possible, {}, null, ENCRYPTED);
  set.window.openPgp = true;
  set.window.gSelectedTechnologyIsPGP = true;
  set.window.gSendEncrypted = true;
  assert.ok(await send(set));
  assert.equal(set.counts().asked, 0);
});

test("the choice to send it without is consent, too", async () => {
  const set = setUp(notPossible, {}, { encryption: "never" }, ENCRYPTED);
  set.security.choose({ encryption: "required" });
  assert.ok(await send(set));
  assert.equal(set.counts().asked, 0);
});

test("consent is for one sending, and cannot be passed by", async () => {
  const set = setUp(possible, {}, null, { ...ENCRYPTED, consents: true });
  assert.equal(set.window.dispatchSend(Now), false); // nobody was asked
  assert.ok(await send(set));
  assert.equal(set.window.dispatchSend(Later), false);
});

test("a draft of it is Signet's, whatever is chosen", () => {
  const { window } = setUp(notPossible, {}, null, ENCRYPTED);
  assert.ok(window.dispatchSend(SaveAsDraft));
  assert.equal(isSignets(window), true);
});
