// What the Message Security window says for what is known of a message, and which icons stand for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { iconsFor } from "../../../xul-ui/host/header-icons.sys.mjs";
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
    view: view(),
    hostEncryption: null,
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

test("a good pen never comes from the host", () => {
  for (const hostEncryption of /** @type {const} */ ([null, "key", "broken-key"])) {
    const known = security({ hostEncryption, hostSawSignature: true });
    assert.notEqual(iconsFor(known).signature, "pen");
  }
});

test("a signature that only the host saw, inside the encryption, is not judged", () => {
  const known = security({ hostEncryption: "key", hostSawSignature: true });
  assert.deepEqual(iconsFor(known), { signature: "question-pen", encryption: "key" });
  const section = signatureState(shown(known));
  assert.equal(section.verdict, "message-security-signature-unknown");
  assert.deepEqual(section.messages, ["message-security-inside-not-judged"]);
});

test("before the module has spoken, an opened message has a key and no pen", () => {
  const known = security({ phase: "judging", view: null, hostEncryption: "key" });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "key" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-judging");
});

test("of a message that is not opened nobody says that it is not signed", () => {
  const byHost = security({ hostEncryption: "broken-key" });
  const byModule = security({ view: view({ encryption: "failed", encryptionIcon: "broken-key" }) });
  for (const known of [byHost, byModule]) {
    assert.equal(iconsFor(known).encryption, "broken-key");
    assert.equal(signatureState(shown(known)).verdict, "message-security-signature-unknown");
    assert.equal(encryptionState(shown(known)).verdict, "message-security-encryption-failed");
  }
});

test("a message that Signet could not judge has the host's signs, not ours", () => {
  const known = security({ phase: "failed", view: null, hostEncryption: "key" });
  assert.deepEqual(iconsFor(known), { signature: "none", encryption: "none" });
  assert.equal(signatureState(shown(known)).verdict, "message-security-signature-failed");
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
