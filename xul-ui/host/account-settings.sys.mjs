/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Security page in the account settings, and the S/MIME preferences of identities, which are the
// host's own: switching Signet off leaves them as they are.
//
// Relies on: the category "mailnews-accountmanager-extensions" of nsIMsgAccountManagerExtension
// services; AccountManager.js, which loads chrome://<chromePackageName>/content/am-<name>.xhtml into
// its contentFrame, calls its onPreInit(account) and onInit() after parent.onPanelLoaded(), and reads
// the name of the page from chrome://<chromePackageName>/locale/am-<name>.properties; of
// nsIMsgIdentity signMail, encryptionPolicy and the attributes signing_cert_name, signing_cert_dbkey,
// encryption_cert_name, encryption_cert_dbkey; nsIX509CertDB.findCertByDBKey.

import { ENCRYPTION_POLICIES, encryptionByDefault } from "./encryption-policy.sys.mjs";
import { lockedOfIdentity } from "./organisation.sys.mjs";
import { Undo } from "./undo.sys.mjs";
import { watchDocuments } from "./windows.sys.mjs";

const CONTRACT = "@signet/account-settings;1";
const CATEGORY = "mailnews-accountmanager-extensions";
const PAGE = "am-signet.xhtml";
const ADDRESS = `chrome://signet-account/content/${PAGE}`;
/** Servers that have no identity who writes mail. */
const WITHOUT_MAIL = ["none", "rss", "im"];

/** @typedef {import("../generated/js/compose-security.sys.mjs").EncryptionChoice} EncryptionChoice */

/**
 * @typedef {object} IdentityPreferences
 * @property {string} address
 * @property {string} signingKey The chosen certificate, as nsIX509Cert.dbKey; empty: none.
 * @property {string} encryptionKey
 * @property {boolean} sign By default.
 * @property {EncryptionChoice} encryption By default.
 * @property {boolean} protectSubject Encrypted messages hide it.
 * @property {{sign: boolean, encryption: boolean, protectSubject: boolean}} locked What the person's
 *     organisation has set.
 */

/**
 * What the page is given.
 * @typedef {object} AccountModel
 * @property {{key: string, name: string}[]} identities Of the account, its default one first.
 * @property {(key: string) => IdentityPreferences} preferences
 * @property {(key: string) => Promise<import("../generated/js/account-security.sys.mjs").AccountSecurityView>} view
 * @property {(key: string, use: "signing" | "encryption", databaseKey: string | null) => void} choose
 * @property {(key: string, defaults: {sign?: boolean, encryption?: EncryptionChoice, protectSubject?: boolean}) => void} setDefaults
 * @property {(options?: {begin?: "import" | "request"}) => void} openCertificates
 */

/** @param {any} identity nsIMsgIdentity @returns {IdentityPreferences} */
export function preferencesOf(identity) {
  return {
    address: identity.email,
    signingKey: identity.getCharAttribute("signing_cert_dbkey") ?? "",
    encryptionKey: identity.getCharAttribute("encryption_cert_dbkey") ?? "",
    sign: identity.signMail,
    encryption: encryptionByDefault(identity),
    protectSubject: identity.getBoolAttribute("protectSubject"),
    locked: lockedOfIdentity(identity.key),
  };
}

/**
 * Writes a choice the way the host's own page does; without a certificate there is no default for it.
 * @param {any} identity nsIMsgIdentity
 * @param {"signing" | "encryption"} use
 * @param {string | null} databaseKey
 */
export function choose(identity, use, databaseKey) {
  const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
  const name = databaseKey ? certificates.findCertByDBKey(databaseKey)?.displayName : "";
  identity.setUnicharAttribute(`${use}_cert_name`, name ?? "");
  identity.setCharAttribute(`${use}_cert_dbkey`, databaseKey ?? "");
  if (!databaseKey) {
    setDefaults(identity, use === "signing" ? { sign: false } : { encryption: "never" });
  }
}

/**
 * @param {any} identity nsIMsgIdentity
 * @param {{sign?: boolean, encryption?: EncryptionChoice, protectSubject?: boolean}} defaults
 */
function setDefaults(identity, { sign, encryption, protectSubject }) {
  if (sign !== undefined) {
    identity.signMail = sign;
  }
  if (encryption !== undefined) {
    identity.encryptionPolicy = ENCRYPTION_POLICIES[encryption];
  }
  if (protectSubject !== undefined) {
    identity.setBoolAttribute("protectSubject", protectSubject);
  }
}

/**
 * @typedef {object} AccountServices
 * @property {(choices: {address: string, signingKey: string, encryptionKey: string}) =>
 *     ReturnType<AccountModel["view"]>} view Asks the module.
 * @property {(window: Window, options?: {begin?: "import" | "request"}) => void} openCertificates
 * @property {import("./changes.sys.mjs").CertificateChanges} changes
 */

/**
 * Adds the page to the settings of every account that has mail.
 * @param {AccountServices} services
 * @returns {() => void} Takes it away again.
 */
export function addAccountPage(services) {
  const undo = new Undo();
  const extension = {
    QueryInterface: ChromeUtils.generateQI(["nsIMsgAccountManagerExtension"]),
    name: "signet",
    chromePackageName: "signet-account",
    showPanel: (/** @type {any} */ server) => !WITHOUT_MAIL.includes(server.type),
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
    createInstance: (/** @type {any} */ iid) => extension.QueryInterface(iid),
  };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const id = Services.uuid.generateUUID();
  registrar.registerFactory(id, "Signet account settings", CONTRACT, factory);
  undo.add(() => registrar.unregisterFactory(id, factory));
  Services.catMan.addCategoryEntry(CATEGORY, "signet", CONTRACT, false, true);
  undo.add(() => Services.catMan.deleteCategoryEntry(CATEGORY, "signet", false));
  undo.add(watchDocuments(ADDRESS, (page) => connect(page, services)));
  return () => undo.all();
}

/**
 * Gives the page the account that the settings show.
 * @param {Window & Record<string, any>} page
 * @param {AccountServices} services
 * @returns {() => void}
 */
function connect(page, { view, openCertificates, changes }) {
  page.onPreInit = (/** @type {any} */ account) => {
    const all = [...account.identities];
    const identities = [
      account.defaultIdentity,
      ...all.filter((each) => each.key !== account.defaultIdentity?.key),
    ].filter(Boolean);
    const find = (/** @type {string} */ key) => identities.find((each) => each.key === key);
    /** @type {AccountModel} */
    const model = {
      identities: identities.map((each) => ({ key: each.key, name: each.identityName })),
      preferences: (key) => preferencesOf(find(key)),
      view: (key) => {
        const { address, signingKey, encryptionKey } = preferencesOf(find(key));
        return view({ address, signingKey, encryptionKey });
      },
      choose: (key, use, databaseKey) => choose(find(key), use, databaseKey),
      setDefaults: (key, defaults) => setDefaults(find(key), defaults),
      openCertificates: (options) => openCertificates(page, options),
    };
    page.dispatchEvent(new page.CustomEvent("signet-account", { detail: model }));
  };
  const settings = /** @type {Window & Record<string, any>} */ (page.parent);
  settings.onPanelLoaded?.(PAGE);
  const end = changes.observe(() => page.dispatchEvent(new page.CustomEvent("signet-changed")));
  return () => {
    end();
    delete page.onPreInit;
  };
}

export const requirements = [
  {
    name: "nsIMsgAccountManagerExtension",
    test: () => !!Ci.nsIMsgAccountManagerExtension,
  },
  {
    name: "nsIX509CertDB.findCertByDBKey",
    test: () =>
      typeof Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)
        .findCertByDBKey === "function",
  },
];
