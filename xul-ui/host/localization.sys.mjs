/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Signet's words in the host: the Fluent files of locales/ become a source of the host's registry for
// as long as the add-on runs, and the files that the host wants by an address become a package of
// chrome. Signet so speaks the language that the host speaks, and changes with it.
//
// Relies on: L10nRegistry.registerSources and removeSources; L10nFileSource over an address inside
// the XPI; Localization; amIAddonManagerStartup.registerChrome, which takes the first language
// registered where the host's own is not there.

import { LANGUAGES, REGIONAL } from "./languages.sys.mjs";

const SOURCE = "signet";

/** Every file of words; they are found as signet/<name>.ftl. */
export const FILES = [
  "signet/signet.ftl",
  "signet/reasons.ftl",
  "signet/message-security.ftl",
  "signet/compose-security.ftl",
  "signet/account-security.ftl",
  "signet/certificates.ftl",
  "signet/help.ftl",
  "signet/validation.ftl",
  "signet/set-up.ftl",
];

/**
 * @param {nsIURI} rootURI Of the add-on.
 * @returns {() => void} Takes the words away again.
 */
export function registerWords(rootURI) {
  const registry = L10nRegistry.getInstance();
  const folder = `${rootURI.spec}locales/`;
  const sources = new Map([
    [SOURCE, new L10nFileSource(SOURCE, "app", LANGUAGES, `${folder}{locale}/`)],
  ]);
  for (const [region, language] of Object.entries(REGIONAL)) {
    const name = `${SOURCE}-${region}`;
    sources.set(name, new L10nFileSource(name, "app", [region], `${folder}${language}/`));
  }
  const names = [...sources.keys()];
  registry.removeSources(names.filter((name) => registry.hasSource(name)));
  registry.registerSources([...sources.values()]);
  // The account settings look for the name of a page in its package (host/account-settings.sys.mjs).
  const chrome = Cc["@mozilla.org/addons/addon-manager-startup;1"]
    .getService(Ci.amIAddonManagerStartup)
    .registerChrome(
      Services.io.newURI("manifest.json", null, rootURI),
      LANGUAGES.map((each) => ["locale", "signet-account", each, `locales/${each}/signet/`]),
    );
  return () => {
    registry.removeSources(names);
    chrome.destruct();
  };
}

/**
 * Words for elements inside the host's own documents. They are formatted here and set as plain text,
 * not with data-l10n-id: the host's document has its own files, in languages that ours may lack, and
 * what a sender wrote must never be taken for markup.
 */
export class Words {
  #localization = new Localization(FILES);

  /**
   * @param {string} id
   * @param {Record<string, string | number>} [values]
   * @returns {Promise<string>}
   */
  async text(id, values) {
    return (await this.#localization.formatValue(id, values)) ?? id;
  }

  /**
   * As Localization has it.
   * @param {{id: string, args?: Record<string, any>}[]} messages
   */
  formatMessages(messages) {
    return this.#localization.formatMessages(messages);
  }

  /**
   * Gives an element of XUL its label and access key, as soon as they are there.
   * @param {Element} element
   * @param {string} id
   */
  name(element, id) {
    this.messages([id]).then(
      ([{ attributes }]) => {
        element.setAttribute("label", attributes.label);
        element.setAttribute("accesskey", attributes.accesskey);
      },
      (error) => console.error("Signet: something in a window could not be named.", error),
    );
  }

  /**
   * @param {(string | {id: string, args?: Record<string, string | number>})[]} messages
   * @returns {Promise<{value: string, attributes: Record<string, string>}[]>} In the same order.
   */
  async messages(messages) {
    const answers = await this.#localization.formatMessages(
      messages.map((message) => (typeof message === "string" ? { id: message } : message)),
    );
    return answers.map((answer) => ({
      value: answer?.value ?? "",
      attributes: Object.fromEntries(
        (answer?.attributes ?? []).map(({ name, value }) => [name, value]),
      ),
    }));
  }
}

export const requirements = [
  {
    name: "L10nRegistry.registerSources",
    test: () => typeof L10nRegistry.getInstance().registerSources === "function",
  },
  { name: "L10nFileSource", test: () => typeof L10nFileSource === "function" },
  { name: "Localization", test: () => typeof Localization === "function" },
];
