/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Message Security window of the compose window: what will be done with the message, and why it
// will not be sent if it will not. It follows the choices in the Security menu.

import { CertificateChoice, certificateWords } from "./certificate-choice.mjs";
import { closeWith } from "../closing.mjs";
import { offerHelp } from "../help-links.mjs";
import { isolated, paragraphs } from "../paragraphs.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../host/compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("../../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */
/** @typedef {import("../../generated/js/compose-security.sys.mjs").Protection} Protection */
/** @typedef {import("../../generated/js/compose-security.sys.mjs").ComposeRecipientView} ComposeRecipientView */
/** @typedef {import("../../generated/js/message-security.sys.mjs").CertificateSummary} CertificateSummary */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */
/** @typedef {import("../../host/directory-lookup.sys.mjs").LookupState} LookupState */

/** @type {import("../../host/compose-info.sys.mjs").ComposeInfo} */
const model = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/** Counts states: one that arrives while another is being laid out takes its place. */
let newest = 0;

/** @param {ComposeState} state */
async function show(state) {
  const { choices, view, failed, lookup } = state;
  const mine = ++newest;
  element("lookup").hidden = lookup.searching.length === 0;
  if (!view && !failed) {
    return; // the module will speak in a moment
  }
  const encrypt = choices.encryption !== "never";
  const signature = view?.signature ?? (choices.sign ? "not-possible" : "no");
  const encryption = view?.encryption ?? (encrypt ? "not-possible" : "no");
  const plain = signature === "no" && encryption !== "yes" && (view?.maySend ?? !encrypt);
  const sections = await Promise.all([
    sectionOf({
      protection: signature,
      message: failed && choices.sign ? "compose-security-module-failed" : null,
      reasons: view?.signatureReasons ?? [],
      certificate: signature === "yes" ? view?.signingCertificate : null,
    }),
    sectionOf({
      protection: encryption,
      message: encryptionMessage(state, plain),
      // What is wrong with a recipient is said beside the recipient.
      reasons: withoutThose(view?.encryptionReasons ?? [], view?.recipients ?? []),
      certificate: encryption === "yes" ? view?.encryptionCertificate : null,
      method: view?.method,
      methodOthers: view?.methodOthers,
    }),
  ]);
  const rows = await Promise.all(
    (view?.recipients ?? []).map((recipient) => rowOf(recipient, lookup)),
  );
  if (mine !== newest) {
    return;
  }
  layOut(element("signature"), sections[0]);
  layOut(element("encryption"), sections[1]);
  const focused = document.activeElement?.closest("td")?.dataset.address;
  const action = document.activeElement?.className;
  element("recipients").querySelector("tbody")?.replaceChildren(...rows);
  if (focused) {
    const buttons = /** @type {HTMLButtonElement[]} */ ([
      ...element("recipients").querySelectorAll("td button"),
    ]).filter((button) => button.closest("td")?.dataset.address === focused && !button.disabled);
    const again = buttons.find(({ className }) => className === action);
    (again ?? buttons[0] ?? element("close")).focus();
  }
  choosing.follow(view?.recipients ?? []);
  element("recipients").hidden = element("recipients-heading").hidden = rows.length === 0;
}

/** @param {ComposeState} state @param {boolean} plain @returns {string | null} */
function encryptionMessage({ choices, view, failed }, plain) {
  if (failed && choices.encryption !== "never") {
    return "compose-security-module-failed";
  }
  if (view?.encryption === "not-possible" && view.maySend) {
    return "compose-security-not-encrypted-then";
  }
  return plain ? "compose-security-as-plain" : null;
}

/**
 * @param {Reason[]} reasons
 * @param {ComposeRecipientView[]} recipients
 * @returns {Reason[]}
 */
function withoutThose(reasons, recipients) {
  const said = new Set(
    recipients.flatMap((recipient) => recipient.reasons.map((reason) => JSON.stringify(reason))),
  );
  return reasons.filter((reason) => !said.has(JSON.stringify(reason)));
}

/**
 * @typedef {object} Section
 * @property {boolean} icon
 * @property {string} verdict
 * @property {{code?: string, sentence: string, remedy: string}[]} sentences
 * @property {{label: string, text: string}[]} facts
 */

/**
 * @param {object} section
 * @param {Protection} section.protection
 * @param {string | null} section.message Of a sentence that belongs to no reason.
 * @param {Reason[]} section.reasons
 * @param {CertificateSummary | null} [section.certificate] The sender's own.
 * @param {Reason[]} [section.method] How it is done.
 * @param {number} [section.methodOthers] How many more that is said of.
 * @returns {Promise<Section>}
 */
async function sectionOf({ protection, message, reasons, certificate, method = [], methodOthers = 0 }) {
  const [verdict, own, until, others] = await document.l10n.formatValues([
    { id: `compose-security-${protection}` },
    { id: message ?? "compose-security-title" },
    { id: "compose-security-until", args: { until: certificate?.notAfter ?? 0 } },
    { id: "compose-security-method-others", args: { others: methodOthers } },
  ]);
  const sentences = message ? [{ sentence: own, remedy: "" }] : [];
  const [why, how] = await Promise.all([
    reasonsInWords(document.l10n, reasons),
    reasonsInWords(document.l10n, method),
  ]);
  return {
    icon: protection === "yes",
    verdict,
    sentences: [
      ...sentences,
      ...why,
      ...how,
      ...(methodOthers > 0 ? [{ sentence: others, remedy: "" }] : []),
    ],
    facts: certificate
      ? [
          { label: "compose-security-own-certificate", text: nameOf(certificate) },
          { label: "compose-security-issuer", text: certificate.issuerName },
          { label: "compose-security-valid", text: until },
        ]
      : [],
  };
}

/** @param {HTMLElement} section @param {Section} words */
function layOut(section, { icon, verdict, sentences, facts }) {
  /** @type {HTMLElement} */ (section.querySelector(".verdict > img")).hidden = !icon;
  const line = /** @type {HTMLElement} */ (section.querySelector(".verdict > p"));
  if (line.textContent !== verdict) {
    line.textContent = verdict;
  }
  section.querySelector(".reasons")?.replaceChildren(...sentences.flatMap(paragraphs));
  const list = /** @type {HTMLElement} */ (section.querySelector("dl"));
  list.hidden = facts.length === 0;
  list.replaceChildren(
    ...facts.flatMap(({ label, text }) => {
      const name = document.createElement("dt");
      document.l10n.setAttributes(name, label);
      const value = document.createElement("dd");
      value.append(isolated(text));
      return [name, value];
    }),
  );
}

/**
 * @param {ComposeRecipientView} recipient
 * @param {LookupState} lookup
 * @returns {Promise<HTMLElement>} A line of the table.
 */
async function rowOf({ address, certificate, source, picked, reasons, others }, lookup) {
  const row = document.createElement("tr");
  row.role = "row";
  const who = document.createElement("th");
  who.scope = "row";
  who.role = "rowheader";
  who.append(isolated(address));
  const [answer, text, from, chosen] = await document.l10n.formatValues([
    { id: `compose-security-${certificate ? "yes" : "no"}` },
    certificateWords(certificate),
    { id: `compose-security-source-${source ?? "stored"}` },
    { id: "compose-security-picked" },
  ]);
  const canRead = document.createElement("td");
  canRead.role = "cell";
  canRead.textContent = answer;
  const details = document.createElement("td");
  details.role = "cell";
  details.dataset.address = address;
  const actions = document.createElement("div");
  actions.className = "actions";
  if (certificate) {
    const where = document.createElement("p");
    where.className = "remedy";
    where.textContent = picked ? `${chosen} ${from}` : from;
    details.append(isolated(text), where);
  } else {
    details.append(...(await reasonsInWords(document.l10n, reasons)).flatMap(paragraphs));
  }
  // Of an address of one's own the reasons say what to do; who has none cannot be asked.
  const remedies = !certificate && address.includes("@") && !reasons.some(({ code }) => code.startsWith("own-"));
  if (remedies && lookup.host) {
    const button = actionButton("look-up", address, () => model.lookUp(address));
    button.disabled = lookup.searching.includes(address);
    actions.append(button);
  }
  if (others.length > 0) {
    actions.append(actionButton("choose", address, () => choosing.open(address)));
  }
  if (remedies) {
    actions.append(
      actionButton("import", address, () => model.importCertificates()),
      actionButton("ask", address, () => model.ask([address])),
    );
  }
  if (actions.childElementCount > 0) {
    details.append(actions);
  }
  row.append(who, canRead, details);
  return row;
}

/**
 * @param {string} name
 * @param {string} address
 * @param {() => Promise<void> | void} act
 */
function actionButton(name, address, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  document.l10n.setAttributes(button, `compose-security-${name}`, { address });
  button.addEventListener("click", () => {
    Promise.resolve(act()).catch(console.error);
  });
  return button;
}

/** @param {CertificateSummary} certificate */
function nameOf({ commonName, addresses, subject }) {
  return commonName || addresses[0] || subject;
}

const choosing = new CertificateChoice(model);
offerHelp("compose");
closeWith("close");
element("cancel-lookup").addEventListener("click", () => model.cancelLookup());
const end = model.observe((state) => {
  show(state).catch(console.error);
});
const endChoosing = model.whenChoosing((address) => choosing.open(address));
window.addEventListener("unload", () => {
  end();
  endChoosing();
});
element("close").focus();
