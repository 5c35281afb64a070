/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the buttons of the Message Security window do about a reason.

import { collection } from "./collection.sys.mjs";

/** @typedef {import("../generated/js/message-security.sys.mjs").RemedyOffer} RemedyOffer */
/** @typedef {import("../worker/security-module.sys.mjs").SecurityModule} SecurityModule */

/** Of calls that may wait for a person who types the primary password. */
const PATIENT = { patient: true };

/**
 * @param {object} parts
 * @param {SecurityModule} parts.module
 * @param {import("./displayed-message.sys.mjs").DisplayedMessage} parts.displayed The message that a remedy is for.
 * @param {import("./changes.sys.mjs").CertificateChanges} parts.changes
 * @param {(options: {begin?: "import" | "request", select?: string}) => void} parts.openCertificates
 * @returns {(offer: RemedyOffer) => Promise<void>} Carries one out.
 */
export function remediesOf({ module, displayed, changes, openCertificates }) {
  return async ({ action, certificate }) => {
    const sha256 = certificate?.sha256 ?? "";
    switch (action) {
      case "trust":
        await store(module, sha256);
        await module.certificates.setTrust(sha256, "trusted", PATIENT);
        changes.notify();
        break;
      case "change-trust":
        // What a message brings need not be there.
        await store(module, sha256);
        openCertificates({ select: sha256 });
        break;
      case "import":
      case "import-backup":
        openCertificates({ begin: "import" });
        break;
      case "save":
        collection.welcome(sha256);
        displayed.judgeAgain({ collect: true });
        break;
      case "check-again":
      case "enter-password":
      case "try-again":
        displayed.judgeAgain({ insist: true });
        break;
      case "download":
        displayed.download();
        break;
    }
  };
}

/** @param {SecurityModule} module @param {string} sha256 Of a certificate of the message on display. */
async function store(module, sha256) {
  const der = await module.certificate(sha256);
  if (der) {
    await module.certificates.importFile("", der, null, 0, PATIENT);
  }
}
