/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The dialog in which the person chooses with which certificate a message is encrypted for somebody: all
// that name the address, those that cannot be used with the reason.

import { showDialog } from "../closing.mjs";
import { isolated, paragraphs } from "../paragraphs.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/compose-security.sys.mjs").ComposeRecipientView} ComposeRecipientView */
/** @typedef {import("../../generated/js/message-security.sys.mjs").CertificateSummary} CertificateSummary */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */
/** @typedef {import("../../host/compose-info.sys.mjs").ComposeInfo} ComposeInfo */

/**
 * @typedef {object} Option
 * @property {CertificateSummary} certificate
 * @property {string} source
 * @property {boolean} usable
 * @property {boolean} current It is the one that is used.
 * @property {Reason[]} reasons
 */

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {CertificateSummary | null | undefined} certificate */
export function certificateWords(certificate) {
  return {
    id: "compose-security-recipient-certificate",
    args: { issuer: certificate?.issuerName ?? "", until: certificate?.notAfter ?? 0 },
  };
}

export class CertificateChoice {
  #model;
  /** @type {ComposeRecipientView[]} */
  #recipients = [];
  /** @type {string | null} Whose dialog is to open when they are known. */
  #waiting = null;

  /** @param {ComposeInfo} model */
  constructor(model) {
    this.#model = model;
  }

  /** @param {ComposeRecipientView[]} recipients As they are now. */
  follow(recipients) {
    this.#recipients = recipients;
    if (this.#waiting) {
      this.open(this.#waiting);
    }
  }

  /** @param {string} address */
  open(address) {
    const recipient = this.#recipients.find((each) => each.address === address);
    this.#waiting = recipient ? null : address;
    if (recipient) {
      this.#ask(recipient).catch(console.error);
    }
  }

  /** @param {ComposeRecipientView} recipient */
  async #ask(recipient) {
    const { address } = recipient;
    const options = optionsOf(recipient);
    const entries = await Promise.all(options.map(entryOf));
    document.l10n.setAttributes(element("choose-heading"), "compose-security-choose-title", { address });
    element("choose-options").replaceChildren(...entries);
    /** @type {HTMLButtonElement} */ (element("choose-use")).disabled = !options.some(({ usable }) => usable);
    const answer = await showDialog("choose");
    /** @type {HTMLInputElement | null} */
    const wanted = document.querySelector("#choose-options input:checked");
    if (answer === "use" && wanted) {
      this.#model.pick(address, wanted.value);
    }
  }
}

/** @param {ComposeRecipientView} recipient @returns {Option[]} Those that can be used first. */
function optionsOf({ certificate, source, others }) {
  const current = certificate
    ? [{ certificate, source: source ?? "stored", usable: true, current: true, reasons: [] }]
    : [];
  return [...current, ...others.map((each) => ({ ...each, current: false }))];
}

/** @param {Option} option @param {number} index @returns {Promise<HTMLElement>} */
async function entryOf({ certificate, source, usable, current, reasons }, index) {
  const [words, from, now] = await document.l10n.formatValues([
    certificateWords(certificate),
    { id: `compose-security-source-${source}` },
    { id: "compose-security-choose-current" },
  ]);
  const entry = document.createElement("li");
  const button = document.createElement("input");
  button.type = "radio";
  button.name = "certificate";
  button.id = `choose-${index}`;
  button.value = certificate.sha256;
  button.disabled = !usable;
  button.checked = current;
  button.setAttribute("aria-describedby", `choose-${index}-why`);
  const label = document.createElement("label");
  label.htmlFor = button.id;
  label.append(isolated(words));
  const why = document.createElement("div");
  why.id = `choose-${index}-why`;
  const where = document.createElement("p");
  where.className = "remedy";
  where.textContent = current ? `${now} ${from}` : from;
  why.append(where, ...(await reasonsInWords(document.l10n, reasons)).flatMap(paragraphs));
  entry.append(button, label, why);
  return entry;
}
