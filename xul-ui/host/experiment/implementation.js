/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The door through which Signet enters the host: the parent script of the web-extension Experiment.
// It registers our files as chrome and starts the add-on's own code; ending does the reverse.
//
// Relies on: ExtensionCommon.ExtensionAPI with onStartup (asked for with "events": ["startup"] in
// the manifest) and onShutdown; amIAddonManagerStartup.registerChrome.

"use strict";

globalThis.signet = class extends ExtensionCommon.ExtensionAPI {
  /** @type {{destruct(): void} | null} */
  #chrome = null;
  /** @type {{stop(isAppShutdown: boolean): void} | null} */
  #lifeCycle = null;

  onStartup() {
    const { id, version, rootURI } = this.extension;
    // Windows, styles and icons have the stable name. Modules have one that names the version and the
    // file: the host keeps a system module under its address for as long as it runs, and what is
    // installed in place of an earlier copy must not meet the modules of that one.
    const { file } = rootURI instanceof Ci.nsIJARURI
      ? rootURI.JARFile.QueryInterface(Ci.nsIFileURL)
      : rootURI.QueryInterface(Ci.nsIFileURL);
    const copy = file.lastModifiedTime.toString(36);
    const modules = `signet-${version.replaceAll(".", "-")}-${copy}`;
    this.#chrome = Cc["@mozilla.org/addons/addon-manager-startup;1"]
      .getService(Ci.amIAddonManagerStartup)
      .registerChrome(Services.io.newURI("manifest.json", null, rootURI), [
        ["content", "signet", "content/"],
        ["content", modules, "content/"],
        // The account settings look for a page at the top of a package.
        ["content", "signet-account", "content/panels/account-security/"],
        ["content", "signet-help", "locales/"],
      ]);
    const { LifeCycle } = ChromeUtils.importESModule(
      `chrome://${modules}/content/host/life-cycle.sys.mjs`,
    );
    const lifeCycle = new LifeCycle({ id, version, rootURI });
    this.#lifeCycle = lifeCycle;
    lifeCycle.start();
  }

  /** @param {boolean} isAppShutdown */
  onShutdown(isAppShutdown) {
    this.#lifeCycle?.stop(isAppShutdown);
    this.#lifeCycle = null;
    this.#chrome?.destruct();
    this.#chrome = null;
  }

  getAPI() {
    return { signet: {} };
  }
};
