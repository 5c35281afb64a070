/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Importing files, from the dialog or dropped on the window: one password dialog for each file that needs
// one, asked again while it is wrong; and one report at the end that says of each certificate what became
// of it, and of each file that gave none, why.

import { askPassword, beginProgress, report } from "./dialogs.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/certificates.sys.mjs").ImportView} ImportView */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */
/** @typedef {import("../../host/certificates-window.sys.mjs").CertificatesModel} CertificatesModel */

/** Reasons that mean that the person has cancelled: nothing is said about that. */
const CANCELLED = new Set(["password-needed", "password-cancelled", "cancelled"]);

/** Above so many certificates it is said how many became what, and not each of them is named. */
const MANY = 20;

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
  const stored = views.some((view) => count(view, "stored") > 0);
  if (stored) {
    model.imported();
  }
  if (said.length > 0) {
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
  let view = await model.importFile(name, octets, null, 0);
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
      view = await model.importFile(name, octets, password, 0);
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
  return importRest(model, name, octets, view);
}

/**
 * Goes on with a file that has many certificates, until it is done or the person stops it.
 * @param {CertificatesModel} model
 * @param {string} name
 * @param {ArrayBuffer} octets
 * @param {ImportView} begun
 * @returns {Promise<ImportView>}
 */
async function importRest(model, name, octets, begun) {
  let all = begun;
  if (all.done === all.total) {
    return all;
  }
  const progress = await beginProgress({ id: "certificates-importing", args: { name } });
  try {
    while (all.done < all.total && !progress.stopped) {
      progress.show(all.done, all.total);
      const view = await model.importFile(name, octets, null, all.done);
      all = { ...view, certificates: all.certificates.concat(view.certificates) };
    }
  } catch (error) {
    model.imported(); // those before
    throw error;
  } finally {
    progress.end();
  }
  return all;
}

/** @param {ImportView} view @param {string} wanted */
const count = ({ certificates }, wanted) =>
  certificates.filter(({ outcome }) => outcome === wanted).length;

/** @param {ImportView} view */
async function linesOf(view) {
  const { certificates, warnings, done, total } = view;
  const said = certificates.length > MANY ? await linesOfMany(view) : await linesOfEach(certificates);
  if (done < total) {
    const [text] = await document.l10n.formatValues([
      { id: "certificates-import-stopped", args: { count: total - done } },
    ]);
    said.push({ text, className: "warning" });
  }
  return [...said, ...(await lines(warnings))];
}

/** How many became what, and why some could not be stored. @param {ImportView} view */
async function linesOfMany(view) {
  const said = [];
  for (const outcome of /** @type {const} */ (["stored", "already-there", "failed"])) {
    const args = { count: count(view, outcome) };
    if (args.count > 0) {
      const [text] = await document.l10n.formatValues([{ id: `certificates-many-${outcome}`, args }]);
      said.push({ text, className: outcome === "failed" ? "error" : "stored" });
    }
  }
  const failed = view.certificates.filter(({ outcome }) => outcome === "failed");
  return [...said, ...(await linesOfEach(failed.slice(0, MANY)))];
}

/** @param {ImportView["certificates"]} certificates */
async function linesOfEach(certificates) {
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
  return said;
}
