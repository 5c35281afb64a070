/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The window of the first start: what it is given, and that it opens by itself once and never again.
//
// Relies on: MailServices.accounts.allIdentities; what account-settings reads and writes of an identity.

import { choose, preferencesOf } from "./account-settings.sys.mjs";
import { watchDocuments } from "./windows.sys.mjs";

/** @type {{MailServices?: any}} */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

const MAIN_WINDOW = "chrome://messenger/content/messenger.xhtml";
/** A preference: the window has been there, or there was nothing for it to do. */
const DONE = "extensions.signet.setUpDone";

/** @typedef {import("../generated/js/set-up.sys.mjs").SetUpView} SetUpView */
/** @typedef {import("../generated/js/set-up.sys.mjs").SetUpIdentityView} SetUpIdentityView */
/** @typedef {import("../generated/js/account-security.sys.mjs").IdentityChoicesInit} IdentityChoicesInit */
/** @typedef {"signing" | "encryption"} Use */

/**
 * @typedef {object} SetUpServices
 * @property {(identities: IdentityChoicesInit[]) => Promise<SetUpView>} view Asks the module.
 * @property {(window: Window, options: {begin: "import" | "request"}) => void} openCertificates
 * @property {import("./changes.sys.mjs").CertificateChanges} changes
 */

/** What the window is opened with. */
export class SetUpModel {
  #services;

  /** @param {SetUpServices} services */
  constructor(services) {
    this.#services = services;
  }

  /**
   * @returns {Promise<{identities: (SetUpIdentityView & {key: string, name: string})[],
   *     isOfUse: boolean}>} Each identity that has an address, with the host's key and name of it.
   */
  async view() {
    const all = [...lazy.MailServices.accounts.allIdentities].filter(({ email }) => email);
    const { identities, isOfUse } = await this.#services.view(
      all.map((each) => {
        const { address, signingKey, encryptionKey } = preferencesOf(each);
        return { address, signingKey, encryptionKey };
      }),
    );
    const named = identities.map((view, index) => ({
      ...view,
      key: all[index].key,
      name: all[index].identityName,
    }));
    return { identities: named, isOfUse };
  }

  /** Writes what the person has chosen. @param {{key: string, use: Use, databaseKey: string}[]} choices */
  use(choices) {
    for (const { key, use, databaseKey } of choices) {
      choose(lazy.MailServices.accounts.getIdentity(key), use, databaseKey);
    }
    // Other windows show what is chosen as well, and a message being written depends on it.
    this.#services.changes.notify(this);
  }

  /** @param {Window} window @param {"import" | "request"} begin */
  openCertificates(window, begin) {
    this.#services.openCertificates(window, { begin });
  }

  /** @param {() => void} observer Told when others have changed certificates. @returns {() => void} Ends it. */
  observe(observer) {
    return this.#services.changes.observe((origin) => {
      if (origin !== this) {
        observer();
      }
    });
  }
}

/**
 * Opens the window above the first main window if it is of use there and has never been open. Before an
 * account is set up there is nothing to say: then the next start looks again.
 * @param {SetUpModel} model
 * @param {(window: Window & Record<string, any>) => void} open
 * @returns {() => void} Ends it.
 */
export function offerOnce(model, open) {
  let asked = Services.prefs.getBoolPref(DONE, false);
  if (asked) {
    return () => {};
  }
  /** @param {Window & Record<string, any>} window */
  const offer = async (window) => {
    const { identities, isOfUse } = await model.view();
    if (identities.length === 0 || window.closed || Services.prefs.getBoolPref(DONE, false)) {
      return;
    }
    Services.prefs.setBoolPref(DONE, true);
    if (isOfUse) {
      open(window);
    }
  };
  return watchDocuments(MAIN_WINDOW, (window) => {
    if (!asked) {
      asked = true;
      offer(window).catch((error) =>
        console.warn("Signet: nothing is known of what could be set up.", error),
      );
    }
    return null;
  });
}
