/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The host's certificate viewer.
//
// Relies on: about:certificate, which shows the certificates in its query, each Base64 of its DER, in
// one tab; switchToTabHavingURI of the main window.

import { mainWindow } from "./windows.sys.mjs";

/**
 * Shows certificates in a tab of the main window.
 * @param {ArrayBuffer[]} certificates In DER, the one of interest first.
 */
export function viewCertificates(certificates) {
  if (certificates.length === 0) {
    return;
  }
  const query = certificates
    .map((der) => `cert=${encodeURIComponent(new Uint8Array(der).toBase64())}`)
    .join("&");
  const window = mainWindow();
  if (window) {
    window.switchToTabHavingURI(`about:certificate?${query}`, true, {});
    window.focus();
  }
}
