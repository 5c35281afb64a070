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
    protectedSubject: null,
    signers: [],
    layers: [],
    reasons: [],
    remedies: [],
    pending: null,
    collected: null,
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
    partsRemoved: false,
    view: view(),
    hasContent: false,
    contentShown: false,
    loaded: true,
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

test("before the module has spoken there is no icon", () => {
  const known = security({ phase: "judging", view: null });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "none" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-judging");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-judging");
});

test("opened and shown, the message has the module's verdicts", () => {
  const known = security({
    view: view({ ...OPENED, signature: "valid", signatureIcon: "pen" }),
    hasContent: true,
    contentShown: true,
  });
  assert.deepEqual(iconsFor(known), { signature: "pen", encryption: "key" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-valid");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-encryption-decrypted");
});

test("what is opened and not what the host shows has no good icon, ever", () => {
  const opened = view({ ...OPENED, signature: "valid", signatureIcon: "pen" });
  const loading = security({ view: opened, hasContent: true, loaded: false });
  assert.deepEqual(iconsFor(loading), { signature: "none", encryption: "none" });
  assert.equal(signatureState(shown(loading)).verdict, "message-security-judging");
  assert.equal(encryptionState(shown(loading)).verdict, "message-security-judging");
  const known = security({ view: opened, hasContent: true });
  assert.deepEqual(iconsFor(known), { signature: "question-pen", encryption: "broken-key" });
  for (const section of [signatureState(shown(known)), encryptionState(shown(known))]) {
    assert.deepEqual(section.messages, ["message-security-not-shown"]);
  }
});

test("a signature around an encryption that is not opened is judged all the same", () => {
  const known = security({
    view: view({
      ...CLOSED,
      layers: [SIGNED, ENCRYPTED],
      signature: "valid",
      signatureIcon: "pen",
    }),
  });
  assert.deepEqual(iconsFor(known), { signature: "pen", encryption: "broken-key" });
});

test("of a message that is not opened nobody says that it is not signed", () => {
  const reasons = [reason("no-matching-key")];
  const known = security({ view: view({ ...CLOSED, reasons }) });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "broken-key" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-unknown");
  assert.equal(encryptionState(shown(known)).verdict, "message-security-encryption-failed");
  assert.deepEqual(encryptionState(shown(known)).reasons, reasons);
});

test("a message that Signet could not judge has the host's signs, not ours", () => {
  const known = security({ phase: "failed", view: null });
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
