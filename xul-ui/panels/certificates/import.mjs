/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Importing files, from the dialog or dropped on the window: one password dialog for each file that needs
// one, asked again while it is wrong; and one report at the end that says of each certificate what became
// of it, and of each file that gave none, why.

import { askPassword, report } from "./dialogs.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/certificates.sys.mjs").ImportView} ImportView */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */
/** @typedef {import("../../host/certificates-window.sys.mjs").CertificatesModel} CertificatesModel */

/** Reasons that mean that the person has cancelled: nothing is said about that. */
const CANCELLED = new Set(["password-needed", "password-cancelled", "cancelled"]);

/** @param {unknown} error @returns {Reason | null} Null: the person has cancelled. */
export function reasonOf(error) {
  const reason = /** @type {any} */ (error).reason;
  if (!reason) {
    throw error;
  }
  return CANCELLED.has(reason.code) ? null : reason;
}

/** @param {Reason[]} reasons @param {string} [className] */
async function lines(reasons, className = "") {
  const words = await reasonsInWords(document.l10n, reasons);
  return words.flatMap(({ sentence, remedy, severity }) => [
    { text: sentence, className: className || severity },
    ...(severity === "information" ? [] : [{ text: remedy, className: "remedy" }]),
  ]);
}

/**
 * @param {CertificatesModel} model
 * @param {{name: string, octets: ArrayBuffer}[]} files
 * @returns {Promise<ImportView[]>} Of the files that could be read.
 */
export async function importFiles(model, files) {
  const views = [];
  const said = [];
  for (const { name, octets } of files) {
    try {
      const view = await importOne(model, name, octets);
      if (view) {
        views.push(view);
        said.push(...(await linesOf(view)));
      }
    } catch (error) {
      const reason = reasonOf(error);
      if (reason) {
        said.push(...(await lines([reason], "error")));
      }
    }
  }
  if (said.length > 0) {
    const stored = views.some((view) =>
      view.certificates.some(({ outcome }) => outcome === "stored"),
    );
    await report({ id: stored ? "certificates-imported" : "certificates-not-imported" }, said);
  }
  return views;
}

/**
 * @param {CertificatesModel} model
 * @param {string} name
 * @param {ArrayBuffer} octets
 * @returns {Promise<ImportView | null>} Null: cancelled.
 */
async function importOne(model, name, octets) {
  let view = await model.importFile(name, octets, null);
  let wrong = "";
  while (view.passwordNeeded) {
    const password = await askPassword({
      heading: { id: "certificates-password-title" },
      text: { id: "certificates-password-of-file", args: { name } },
      wrong,
    });
    if (password === null) {
      return null;
    }
    try {
      view = await model.importFile(name, octets, password);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason?.code !== "password-wrong") {
        throw error;
      }
      [wrong] = await document.l10n.formatValues([
        { id: "certificates-password-wrong", args: { name } },
      ]);
    }
  }
  return view;
}

/** @param {ImportView} view */
async function linesOf({ certificates, warnings }) {
  const said = [];
  for (const { certificate, withKey, outcome, reasons } of certificates) {
    if (outcome === "stored") {
      const [text] = await document.l10n.formatValues([
        {
          id: withKey ? "certificates-stored-with-key" : "certificates-stored",
          args: { name: certificate.commonName },
        },
      ]);
      said.push({ text, className: "stored" });
    }
    said.push(...(await lines(reasons)));
  }
  return [...said, ...(await lines(warnings))];
}
