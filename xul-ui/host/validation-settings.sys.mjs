/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the person wants asked over the network about certificates. Where the host has a preference
// for it, that one is read and written, so that both agree; the others are Signet's own.
//
// Relies on: the preferences security.OCSP.enabled (1: on; 2: on for web pages of one kind only, which
// is off for mail; 0: off) and security.OCSP.require; Services.io.offline.

import { fromBinaryString } from "./octets.sys.mjs";

const OCSP_ENABLED = "security.OCSP.enabled";
const OCSP_REQUIRE = "security.OCSP.require";
const BRANCH = "extensions.signet.validation.";

/** @typedef {import("../generated/js/validation.sys.mjs").ValidationSettingsInit} ValidationSettingsInit */

/**
 * @typedef {object} Settings
 * @property {"off" | "certificate" | "chosen"} ocsp
 * @property {string} responderUrl
 * @property {string} responderCertificate DER in base64; empty: none.
 * @property {boolean} crls
 * @property {boolean} issuers
 * @property {boolean} require
 * @property {boolean} privateAddresses
 */

/** @returns {Settings} */
export function readSettings() {
  const { prefs } = Services;
  const chosen = prefs.getBoolPref(`${BRANCH}chosenResponder`, false);
  const on = prefs.getIntPref(OCSP_ENABLED, 1) === 1;
  return {
    ocsp: on ? (chosen ? "chosen" : "certificate") : "off",
    responderUrl: prefs.getStringPref(`${BRANCH}responderUrl`, ""),
    responderCertificate: prefs.getStringPref(`${BRANCH}responderCertificate`, ""),
    crls: prefs.getBoolPref(`${BRANCH}crls`, false),
    issuers: prefs.getBoolPref(`${BRANCH}issuers`, false),
    require: prefs.getBoolPref(OCSP_REQUIRE, false),
    privateAddresses: prefs.getBoolPref(`${BRANCH}privateAddresses`, false),
  };
}

/** @returns {(keyof Settings)[]} What the person's organisation has set, so that it cannot be changed here. */
export function lockedSettings() {
  const locked = (/** @type {string[]} */ ...names) =>
    names.some((name) => Services.prefs.prefIsLocked(name));
  const own = /** @type {(keyof Settings)[]} */ (
    ["responderUrl", "responderCertificate", "crls", "issuers", "privateAddresses"]
  ).filter((name) => locked(`${BRANCH}${name}`));
  return [
    ...own,
    ...(locked(OCSP_ENABLED, `${BRANCH}chosenResponder`) ? /** @type {const} */ (["ocsp"]) : []),
    ...(locked(OCSP_REQUIRE) ? /** @type {const} */ (["require"]) : []),
  ];
}

/** @param {Partial<Settings>} changes */
export function writeSettings(changes) {
  const { prefs } = Services;
  for (const [name, value] of Object.entries(changes)) {
    if (name === "ocsp") {
      prefs.setIntPref(OCSP_ENABLED, value === "off" ? 0 : 1);
      if (value !== "off") {
        prefs.setBoolPref(`${BRANCH}chosenResponder`, value === "chosen");
      }
    } else if (name === "require") {
      prefs.setBoolPref(OCSP_REQUIRE, value);
    } else if (typeof value === "boolean") {
      prefs.setBoolPref(`${BRANCH}${name}`, value);
    } else {
      prefs.setStringPref(`${BRANCH}${name}`, value);
    }
  }
}

/**
 * @param {() => void} changed Called when any of them has changed, whoever changed it.
 * @returns {() => void} Ends it.
 */
export function observeSettings(changed) {
  const branches = [BRANCH, "security.OCSP."];
  const observer = { observe: () => changed() };
  branches.forEach((branch) => Services.prefs.addObserver(branch, observer));
  return () => branches.forEach((branch) => Services.prefs.removeObserver(branch, observer));
}

/** @returns {ValidationSettingsInit} The settings as the module takes them with each question. */
export function currentSettings() {
  const { ocsp, responderUrl, responderCertificate, crls, issuers, require } = readSettings();
  return {
    ocsp,
    responderUrl,
    responderCertificate: octetsOf(responderCertificate),
    crls,
    issuers,
    require,
    online: !Services.io.offline,
  };
}

/** @param {string} base64 @returns {ArrayBuffer | null} */
function octetsOf(base64) {
  if (!base64) {
    return null;
  }
  try {
    return fromBinaryString(atob(base64)).buffer;
  } catch {
    return new ArrayBuffer(0); // no certificate; the module says so
  }
}
