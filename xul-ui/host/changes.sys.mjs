/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// That certificates, keys or trust have changed: every window that shows what depends on them asks the
// module again. The host's own certificate manager tells nobody, so its closing counts as a change.
//
// Relies on: the address of the host's certificate manager.

import { watchDocuments } from "./windows.sys.mjs";

const CERTIFICATE_MANAGER = "chrome://pippki/content/certManager.xhtml";

export class CertificateChanges {
  /** @type {Set<(origin: object | null) => void>} */
  #observers = new Set();
  #stop = watchDocuments(CERTIFICATE_MANAGER, () => () => this.notify());

  /**
   * @param {(origin: object | null) => void} observer
   * @returns {() => void} Ends it.
   */
  observe(observer) {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** @param {object | null} [origin] Who knows already. */
  notify(origin = null) {
    for (const observer of [...this.#observers]) {
      observer(origin);
    }
  }

  stop() {
    this.#observers.clear();
    this.#stop();
  }
}
