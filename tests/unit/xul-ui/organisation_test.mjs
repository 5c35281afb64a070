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
    contentCipher: "aes-256-gcm", directory: "ldaps://ldap.example.com:1636/dc=example,dc=com",
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

test("what is not understood is named, and the rest holds", () => {
  const { preferences, problems } = readPolicy({
    ocsp: "sometimes", responderUrl: "ftp://ocsp.example.com/", crls: "yes", colour: "blue",
    toString: 1, issuers: true, locked: "no",
  });
  assert.deepEqual(preferences, { "extensions.signet.validation.issuers": true });
  assert.deepEqual(problems, [
    `"locked" is neither true nor false`,
    `"ocsp" cannot be "sometimes"`,
    `"responderUrl" cannot be "ftp://ocsp.example.com/"`,
    `"crls" cannot be "yes"`,
    `there is no setting "colour"`,
    `there is no setting "toString"`,
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
