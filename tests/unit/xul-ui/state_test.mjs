// What the Message Security window says for what is known of a message, and which icons stand for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { iconsFor } from "../../../xul-ui/host/verdict-icons.sys.mjs";
import { encryptionState, signatureState } from "../../../xul-ui/panels/message-security/state.mjs";

/** @typedef {import("../../../xul-ui/host/displayed-message.sys.mjs").Security} Security */
/** @typedef {NonNullable<Security["view"]>} View */

/** @param {Partial<View>} [values] @returns {View} */
function view(values = {}) {
  return {
    signature: "none",
    encryption: "none",
    signatureIcon: "none",
    encryptionIcon: "none",
    address: null,
    signers: [],
    layers: [],
    reasons: [],
    ...values,
  };
}

/** @param {Partial<Security>} [values] @returns {Security} */
function security(values = {}) {
  return {
    subject: "",
    from: "",
    inHeader: true,
    phase: "judged",
    notHere: false,
    view: view(),
    hostEncryption: null,
    loaded: true,
    hostSawSignature: false,
    ...values,
  };
}

/** @param {string} code */
const reason = (code) => /** @type {any} */ ({ code, severity: "error", texts: {}, dates: {} });

/** @param {Security} known */
const shown = (known) => ({ security: known, icons: iconsFor(known) });

test("without a message there is no icon", () => {
  assert.deepEqual(iconsFor(null), { signature: "none", encryption: "none" });
});

test("the module decides about the signature", () => {
  const known = security({ view: view({ signature: "invalid", signatureIcon: "broken-pen" }) });
  assert.equal(iconsFor(known).signature, "broken-pen");
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-invalid");
});

test("of a message that is not here nothing is claimed, not even that it is unencrypted", () => {
  const known = security({
    notHere: true,
    view: view({ signature: "unknown", signatureIcon: "question-pen" }),
  });
  assert.equal(iconsFor(known).signature, "question-pen");
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-unknown");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-encryption-unknown");
});

/** @type {View["layers"][number]} */
const ENCRYPTED = { kind: "encrypted", wholeMessage: true, part: "1", algorithm: "AES-256-CBC", recipients: [], recipientCount: 0 };
/** @type {View["layers"][number]} */
const SIGNED = { ...ENCRYPTED, kind: "signed", algorithm: "", recipients: [], recipientCount: 0 };
/** @type {Partial<View>} */
const OPENED = { encryption: "decrypted", encryptionIcon: "key", layers: [ENCRYPTED] };
/** @type {Partial<View>} */
const CLOSED = { encryption: "failed", encryptionIcon: "broken-key", layers: [ENCRYPTED] };

test("a good pen never comes from the host", () => {
  for (const hostEncryption of /** @type {const} */ ([null, "key", "broken-key"])) {
    for (const known of [view(), view(OPENED), view(CLOSED)]) {
      const icons = iconsFor(security({ view: known, hostEncryption, hostSawSignature: true }));
      assert.notEqual(icons.signature, "pen");
    }
  }
});

test("before the module has spoken there is no icon", () => {
  const known = security({ phase: "judging", view: null, hostEncryption: "key" });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "none" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-judging");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-judging");
});

test("opened by both, the module's judgement of what is inside counts", () => {
  const known = security({
    view: view({ ...OPENED, signature: "valid", signatureIcon: "pen" }),
    hostEncryption: "key",
    hostSawSignature: true,
  });
  assert.deepEqual(iconsFor(known), { signature: "pen", encryption: "key" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-valid");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-encryption-decrypted");
});

test("opened by the host alone, a signature inside is not judged", () => {
  const known = security({ view: view(CLOSED), hostEncryption: "key", hostSawSignature: true });
  assert.deepEqual(iconsFor(known), { signature: "question-pen", encryption: "key" });
  const section = signatureState(shown(known));
  assert.equal(section.verdict, "message-security-signature-unknown");
  assert.deepEqual(section.messages, ["message-security-inside-not-judged"]);
});

test("a part that is encrypted gets no key, whatever the host reports", () => {
  assert.equal(iconsFor(security({ hostEncryption: "key" })).encryption, "none");
});

test("what the host cannot show has a broken key once it has loaded, and no pen inside", () => {
  const opened = view({ ...OPENED, signature: "valid", signatureIcon: "pen" });
  const loading = security({ view: opened, loaded: false });
  assert.equal(iconsFor(loading).encryption, "none");
  const known = security({ view: opened });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "broken-key" });
  assert.deepEqual(encryptionState(shown(known)).messages, ["message-security-not-known-to-host"]);
});

test("a signature around an encryption that is not opened is judged all the same", () => {
  const known = security({
    view: view({
      ...CLOSED,
      layers: [SIGNED, ENCRYPTED],
      signature: "valid",
      signatureIcon: "pen",
    }),
    hostEncryption: "broken-key",
  });
  assert.deepEqual(iconsFor(known), { signature: "pen", encryption: "broken-key" });
});

test("of a message that is not opened nobody says that it is not signed", () => {
  for (const hostEncryption of /** @type {const} */ ([null, "broken-key"])) {
    const known = security({ view: view(CLOSED), hostEncryption });
    assert.equal(iconsFor(known).encryption, "broken-key");
    assert.equal(signatureState(shown(known)).verdict, "message-security-signature-unknown");
    assert.equal(encryptionState(shown(known)).verdict, "message-security-encryption-failed");
  }
});

test("the module's reason for a closed message is said; without one, the host's", () => {
  const reasons = [reason("no-matching-key")];
  const known = security({ view: view({ ...CLOSED, reasons }), hostEncryption: "broken-key" });
  assert.deepEqual(encryptionState(shown(known)).reasons, reasons);
  assert.deepEqual(encryptionState(shown(known)).messages, []);
  const silent = security({ view: view(CLOSED), hostEncryption: "broken-key" });
  const { messages } = encryptionState(shown(silent));
  assert.deepEqual(messages, ["message-security-not-opened-by-host"]);
});

test("a message that Signet could not judge has the host's signs, not ours", () => {
  const known = security({ phase: "failed", view: null, hostEncryption: "key" });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "none" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-failed");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-signature-failed");
});

test("each reason stands in the section that it speaks of, and only there", () => {
  const known = security({
    view: view({ reasons: [reason("altered"), reason("weak-cipher"), reason("not-encrypted")] }),
  });
  const codes = (/** @type {{reasons: {code: string}[]}} */ section) =>
    section.reasons.map(({ code }) => code);
  assert.deepEqual(codes(signatureState(shown(known))), ["altered"]);
  assert.deepEqual(codes(encryptionState(shown(known))), ["weak-cipher", "not-encrypted"]);
});
