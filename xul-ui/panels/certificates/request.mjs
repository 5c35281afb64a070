/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Getting a certificate of one's own: the request for an authority, or a certificate to try things out.

import { report } from "./dialogs.mjs";
import { showDialog } from "../closing.mjs";
import { tokenNames } from "../reasons.mjs";

/** @typedef {import("../../host/certificates-window.sys.mjs").CertificatesModel} CertificatesModel */
/** @typedef {import("../../generated/js/certificates.sys.mjs").RequestedKey} RequestedKey */

const input = (/** @type {string} */ id) =>
  /** @type {HTMLInputElement} */ (document.getElementById(id));
const list = (/** @type {string} */ id) =>
  /** @type {HTMLSelectElement} */ (document.getElementById(id));

/** @param {string} value @param {string} [text] */
function option(value, text = value) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = text;
  return made;
}

/**
 * @param {CertificatesModel} model
 * @returns {Promise<string | null>} Fingerprint of a certificate that was made, if one was.
 */
export async function getCertificate(model) {
  const identities = model.identities();
  list("request-address").replaceChildren(...identities.map(({ address }) => option(address)));
  const follow = () => {
    const chosen = identities.find(({ address }) => address === list("request-address").value);
    input("request-name").value = chosen?.name ?? "";
    input("request-organization").value = chosen?.organization ?? "";
  };
  list("request-address").onchange = follow;
  follow();
  const tokens = await model.tokens();
  list("request-token").replaceChildren(...(await tokenNames(tokens)).map((name, index) => option(tokens[index], name)));
  /** @type {HTMLElement} */ (document.getElementById("request-token-row")).hidden = tokens.length < 2;
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("request-dialog"));
  /** @type {HTMLElement} */ (document.getElementById("request-cancel")).onclick = () => dialog.close("");
  /** @type {HTMLElement} */ (document.getElementById("request-tryout")).onclick = () =>
    dialog.close("tryout");
  const answered = showDialog("request-dialog");
  input("request-name").focus();
  const answer = await answered;
  const address = list("request-address").value;
  const name = input("request-name").value.trim();
  if (answer === "tryout") {
    const { sha256 } = await model.makeTryout(name, address);
    return sha256;
  }
  if (answer !== "ok") {
    return null;
  }
  const [title] = await document.l10n.formatValues([{ id: "certificates-request-save" }]);
  const saved = await model.request(
    window,
    {
      address,
      name,
      organization: input("request-organization").value.trim(),
      key: /** @type {RequestedKey} */ (list("request-key").value),
      token: tokens.length < 2 ? "" : list("request-token").value,
    },
    { title, name: address },
  );
  if (saved) {
    const [text] = await document.l10n.formatValues([
      { id: "certificates-request-made", args: { file: saved } },
    ]);
    await report({ id: "certificates-request-title" }, [{ text }]);
  }
  return null;
}
