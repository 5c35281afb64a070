// What an administrator may write about Signet in policies.json, and what becomes of what is not understood.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "./gecko_stub.mjs";

const { SETTING_NAMES, readPolicy } = await import("../../../xul-ui/host/organisation.sys.mjs");

test("without a policy nothing is set", () => {
  assert.deepEqual(readPolicy(null), { preferences: {}, locked: false, problems: [] });
});

test("settings become preferences, the host's own where it has one, and are locked", () => {
  const { preferences, locked, problems } = readPolicy({
    ocsp: "chosen", responderUrl: "http://ocsp.example.com/", requireRevocation: true,
    encryption: "required", sign: true, hideSubject: false,
    contentCipher: "aes-256-gcm", opaqueSignatures: true, directory: "ldaps://ldap.example.com:1636/dc=example,dc=com",
    setUpWindow: false,
  });
  assert.deepEqual(problems, []);
  assert.equal(locked, true);
  assert.deepEqual(preferences, {
    "security.OCSP.enabled": 1,
    "extensions.signet.validation.chosenResponder": true,
    "extensions.signet.validation.responderUrl": "http://ocsp.example.com/",
    "security.OCSP.require": true,
    "mail.identity.default.encryptionpolicy": 2,
    "mail.identity.default.sign_mail": true,
    "mail.identity.default.protectSubject": false,
    "extensions.signet.algorithms.content": "aes-256-gcm",
    "extensions.signet.algorithms.opaque": true,
    "ldap_2.servers.signet.uri": "ldaps://ldap.example.com:1636/dc=example,dc=com",
    "ldap_2.servers.signet.description": "ldap.example.com",
    "ldap_2.autoComplete.useDirectory": true,
    "ldap_2.autoComplete.directoryServer": "ldap_2.servers.signet",
    "extensions.signet.setUpDone": true,
  });
});

test("what is not locked is a default that people may change", () => {
  assert.equal(readPolicy({ locked: false, crls: true }).locked, false);
});

test("what is not understood is named; the safe value, where there is one, and the rest hold", () => {
  const { preferences, locked, problems } = readPolicy({
    ocsp: "sometimes", responderUrl: "ftp://ocsp.example.com/", crls: "yes", colour: "blue",
    toString: 1, issuers: true, locked: "no", sign: 1, encryption: "always", hideSubject: null,
    requireRevocation: "yes", privateAddresses: "no", contentCipher: "3des", keyTransport: "", digest: "md5",
    pss: "yes", directory: "http://ldap.example.com/", collectCertificates: 0, setUpWindow: "never",
  });
  assert.equal(locked, true);
  assert.deepEqual(preferences, {
    "security.OCSP.enabled": 1,
    "extensions.signet.validation.chosenResponder": false,
    "extensions.signet.validation.issuers": true,
    "mail.identity.default.sign_mail": true,
    "mail.identity.default.encryptionpolicy": 2,
    "mail.identity.default.protectSubject": true,
    "security.OCSP.require": true,
    "extensions.signet.validation.privateAddresses": false,
    "extensions.signet.algorithms.content": "automatic",
    "extensions.signet.algorithms.transport": "automatic",
    "extensions.signet.algorithms.digest": "automatic",
  });
  assert.deepEqual(problems, [
    `"locked" is neither true nor false`,
    `"ocsp" cannot be "sometimes"`,
    `"responderUrl" cannot be "ftp://ocsp.example.com/"`,
    `"crls" cannot be "yes"`,
    `there is no setting "colour"`,
    `there is no setting "toString"`,
    `"sign" cannot be 1`,
    `"encryption" cannot be "always"`,
    `"hideSubject" cannot be null`,
    `"requireRevocation" cannot be "yes"`,
    `"privateAddresses" cannot be "no"`,
    `"contentCipher" cannot be "3des"`,
    `"keyTransport" cannot be ""`,
    `"digest" cannot be "md5"`,
    `"pss" cannot be "yes"`,
    `"directory" cannot be "http://ldap.example.com/"`,
    `"collectCertificates" cannot be 0`,
    `"setUpWindow" cannot be "never"`,
  ]);
  for (const wrong of [[], "on", 3]) {
    assert.deepEqual(readPolicy(wrong).problems, ["it is not an object"]);
  }
});

test("the page for administrators lists every setting, and no other", () => {
  const page = readFileSync(new URL("../../../docs/administration.md", import.meta.url), "utf8");
  const listed = Array.from(page.matchAll(/^\| `([A-Za-z]+)` \|/gm), ([, name]) => name);
  assert.deepEqual(listed.sort(), [...SETTING_NAMES, "locked"].sort());
});
