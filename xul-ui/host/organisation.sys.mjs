/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What an organisation has set for Signet in the host's policies (policies.json: 3rdparty, Extensions, by the
// add-on's id; docs/administration.md lists it). It becomes defaults of preferences, locked unless the
// policy says otherwise, for as long as Signet runs: everything else reads preferences only, and shows
// those that are locked, whoever has locked them.
//
// Relies on: Services.policies.getExtensionPolicy; the default branch of preferences, which lasts until
// the program ends; preferences security.OCSP.enabled (1: on, 0: off) and security.OCSP.require; of an
// identity mail.identity.<key>.sign_mail, encryptionpolicy (0: never, 1: if possible, 2: always) and protectSubject, and
// the same of "default", which serve where an identity has none; ldap_2.servers.<name>.uri and
// .description, from which the address book makes its directories when it is first asked for;
// ldap_2.autoComplete.useDirectory and directoryServer.

import { ENCRYPTION_POLICIES } from "./encryption-policy.sys.mjs";
import { Undo } from "./undo.sys.mjs";

/** @typedef {Record<string, string | number | boolean>} Preferences */

const SIGNET = "extensions.signet.";
const IDENTITY_DEFAULTS = "mail.identity.default.";
/** What is demanded of every identity, even of one that has chosen otherwise before. */
const OF_IDENTITIES = ["sign_mail", "encryptionpolicy", "protectSubject"];
const DIRECTORY = "ldap_2.servers.signet";

/**
 * What may be set: what its value must be, and which preferences it becomes. `safe`: the value in place of
 * one that is not understood, where one of them protects more than the others; without it, the setting is
 * then left out.
 * @typedef {{accepts: (value: unknown) => boolean, becomes: (value: any) => Preferences,
 *     safe?: string | boolean}} Setting
 */

/** @param {string} preference @param {boolean} [safe] @returns {Setting} */
const truth = (preference, safe) => ({
  accepts: (value) => typeof value === "boolean",
  becomes: (value) => ({ [preference]: value }),
  safe,
});

/** @param {string} preference @param {RegExp} pattern @returns {Setting} */
const text = (preference, pattern) => ({
  accepts: (value) => typeof value === "string" && pattern.test(value),
  becomes: (value) => ({ [preference]: value }),
});

/**
 * @param {string[]} words
 * @param {string} safe
 * @param {(word: string) => Preferences} becomes
 * @returns {Setting}
 */
const oneOf = (words, safe, becomes) => ({
  accepts: (value) => typeof value === "string" && words.includes(value),
  becomes,
  safe,
});

/** @param {string} name @param {string[]} words @returns {Setting} */
const algorithm = (name, words) =>
  oneOf(["automatic", ...words], "automatic", (word) => ({ [`${SIGNET}algorithms.${name}`]: word }));

/** @type {Record<string, Setting>} */
const SETTINGS = {
  ocsp: oneOf(["off", "certificate", "chosen"], "certificate", (word) => ({
    "security.OCSP.enabled": word === "off" ? 0 : 1,
    [`${SIGNET}validation.chosenResponder`]: word === "chosen",
  })),
  responderUrl: text(`${SIGNET}validation.responderUrl`, /^https?:\/\/[^\s@]+$/i),
  // DER in base64, which begins so for everything from 256 octets to 64 KiB.
  responderCertificate: text(`${SIGNET}validation.responderCertificate`, /^MII[A-Za-z0-9+/]+={0,2}$/),
  crls: truth(`${SIGNET}validation.crls`),
  issuers: truth(`${SIGNET}validation.issuers`),
  privateAddresses: truth(`${SIGNET}validation.privateAddresses`, false),
  requireRevocation: truth("security.OCSP.require", true),
  sign: truth(`${IDENTITY_DEFAULTS}sign_mail`, true),
  encryption: oneOf(Object.keys(ENCRYPTION_POLICIES), "required", (word) => ({
    [`${IDENTITY_DEFAULTS}encryptionpolicy`]: /** @type {Record<string, number>} */ (ENCRYPTION_POLICIES)[word],
  })),
  hideSubject: truth(`${IDENTITY_DEFAULTS}protectSubject`, true),
  protectSignedHeader: truth(`${SIGNET}protectSignedHeader`),
  contentCipher: algorithm("content", ["aes-256-gcm", "aes-256-cbc"]),
  keyTransport: algorithm("transport", ["oaep", "pkcs1"]),
  digest: algorithm("digest", ["sha-256", "sha-384", "sha-512"]),
  pss: truth(`${SIGNET}algorithms.pss`),
  opaqueSignatures: truth(`${SIGNET}algorithms.opaque`),
  directory: {
    accepts: (value) => typeof value === "string" && /^ldaps?:\/\/[^\s@]+$/i.test(value),
    becomes: (value) => ({
      [`${DIRECTORY}.uri`]: value,
      [`${DIRECTORY}.description`]: value.replace(/^ldaps?:\/\//i, "").split(/[:/?]/, 1)[0],
      "ldap_2.autoComplete.useDirectory": true,
      "ldap_2.autoComplete.directoryServer": DIRECTORY,
    }),
  },
  collectCertificates: truth(`${SIGNET}collectCertificates`),
  setUpWindow: {
    accepts: (value) => typeof value === "boolean",
    becomes: (value) => ({ [`${SIGNET}setUpDone`]: !value }),
  },
};

/** What may be set, beside "locked". */
export const SETTING_NAMES = Object.keys(SETTINGS);

/**
 * @param {unknown} policy Of the add-on, as it stands in policies.json.
 * @returns {{preferences: Preferences, locked: boolean, problems: string[]}} `problems`: what of it is not
 *     understood, for whoever wrote it; the safe value, and the rest, hold all the same.
 */
export function readPolicy(policy) {
  /** @type {Preferences} */
  const preferences = {};
  /** @type {string[]} */
  const problems = [];
  if (policy === null || policy === undefined) {
    return { preferences, locked: false, problems };
  }
  if (typeof policy !== "object" || Array.isArray(policy)) {
    return { preferences, locked: false, problems: ["it is not an object"] };
  }
  const { locked = true, ...settings } = /** @type {Record<string, unknown>} */ (policy);
  if (typeof locked !== "boolean") {
    problems.push(`"locked" is neither true nor false`);
  }
  for (const [name, value] of Object.entries(settings)) {
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : null;
    if (!setting) {
      problems.push(`there is no setting "${name}"`);
    } else if (!setting.accepts(value)) {
      problems.push(`"${name}" cannot be ${JSON.stringify(value)}`);
      if (setting.safe !== undefined) {
        Object.assign(preferences, setting.becomes(setting.safe));
      }
    } else {
      Object.assign(preferences, setting.becomes(value));
    }
  }
  return { preferences, locked: locked !== false, problems };
}

/**
 * Puts the organisation's settings into force.
 * @param {string} addonId
 * @returns {{problems: string[], takeBack: () => void}} `problems`: as readPolicy says.
 */
export function applyPolicy(addonId) {
  const undo = new Undo();
  const { preferences, locked, problems } = readPolicy(
    Services.policies?.getExtensionPolicy?.(addonId),
  );
  for (const problem of problems) {
    console.warn(`Signet: in the policies of this computer, ${problem}.`);
  }
  for (const [name, value] of Object.entries(preferences)) {
    set(name, value, locked, undo);
  }
  // However a default of identities came to be locked: it holds for each of them.
  for (const name of OF_IDENTITIES) {
    if (Services.prefs.prefIsLocked(IDENTITY_DEFAULTS + name)) {
      for (const key of identityKeys()) {
        set(`mail.identity.${key}.${name}`, valueOf(IDENTITY_DEFAULTS + name), true, undo);
      }
    }
  }
  return { problems, takeBack: () => undo.all() };
}

/**
 * @param {string} name
 * @param {string | number | boolean} value
 * @param {boolean} locked
 * @param {Undo} undo
 */
function set(name, value, locked, undo) {
  const { prefs } = Services;
  if (prefs.prefIsLocked(name)) {
    return; // by a policy that says so itself
  }
  const defaults = prefs.getDefaultBranch("");
  const before = prefs.prefHasDefaultValue(name) ? valueOf(name, defaults) : null;
  write(defaults, name, value);
  undo.add(() => {
    if (locked) {
      prefs.unlockPref(name);
    }
    if (before !== null) {
      write(defaults, name, before);
    } else {
      removeDefault(name);
    }
  });
  if (locked) {
    prefs.lockPref(name);
  }
}

/** @param {any} branch @param {string} name @param {string | number | boolean} value */
function write(branch, name, value) {
  if (typeof value === "boolean") {
    branch.setBoolPref(name, value);
  } else if (typeof value === "number") {
    branch.setIntPref(name, value);
  } else {
    branch.setStringPref(name, value);
  }
}

/** What a preference is by default goes only together with what the person has chosen. @param {string} name */
function removeDefault(name) {
  const chosen = Services.prefs.prefHasUserValue(name) ? valueOf(name) : null;
  Services.prefs.deleteBranch(name);
  if (chosen !== null) {
    write(Services.prefs, name, chosen);
  }
}

/** @param {string} name @param {any} [branch] @returns {string | number | boolean} */
function valueOf(name, branch = Services.prefs) {
  switch (branch.getPrefType(name)) {
    case Services.prefs.PREF_BOOL:
      return branch.getBoolPref(name);
    case Services.prefs.PREF_INT:
      return branch.getIntPref(name);
    default:
      return branch.getStringPref(name, "");
  }
}

/** @returns {Set<string>} Of the identities that there are. */
function identityKeys() {
  /** @type {string[]} */
  const names = Services.prefs.getChildList("mail.identity.");
  return new Set(names.map((name) => name.split(".")[2]).filter((key) => /^id\d+$/.test(key)));
}

/**
 * Which of an identity's defaults nobody can change here.
 * @param {string} key Of the identity.
 * @returns {{sign: boolean, encryption: boolean, protectSubject: boolean}}
 */
export function lockedOfIdentity(key) {
  const [sign, encryption, protectSubject] = OF_IDENTITIES.map((name) =>
    ["default", key].some((each) => Services.prefs.prefIsLocked(`mail.identity.${each}.${name}`)),
  );
  return { sign, encryption, protectSubject };
}

export const requirements = [
  { name: "Services.prefs.lockPref", test: () => typeof Services.prefs.lockPref === "function" },
];
