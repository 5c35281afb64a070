/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Message Security window of a received message. It lays out what the module decided, in the
// person's words, and follows the message that its main window displays.

import { algorithmInWords } from "../algorithm-names.mjs";
import { closeWith } from "../closing.mjs";
import { offerHelp } from "../help-links.mjs";
import { isolated, paragraphs } from "../paragraphs.mjs";
import { isolatedTexts, reasonsInWords } from "../reasons.mjs";
import { detailsAsText } from "./details.mjs";
import { encryptedLayers } from "./encryption.mjs";
import { remedyButtons } from "./remedies.mjs";
import { signatureState, encryptionState } from "./state.mjs";

/** @typedef {import("../../generated/js/message-security.sys.mjs").SignerView} SignerView */
/** @typedef {import("./state.mjs").PanelState} PanelState */
/** @typedef {import("./state.mjs").SectionState} SectionState */

/**
 * What the window is opened with.
 * @typedef {object} Model
 * @property {(observer: (state: PanelState | null) => void) => () => void} observe Calls the observer
 *     at once and with each change; the result ends it.
 * @property {(signer: SignerView) => Promise<void>} viewCertificate
 * @property {(sha256: string) => Promise<void>} viewEncryptionCertificate
 * @property {(offer: import("../../generated/js/message-security.sys.mjs").RemedyOffer) => Promise<void>} carryOut
 *     What a remedy is; rejected with a reason if it cannot be done.
 */

/** @type {Model} */
const model = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/** What is laid out. @type {PanelState | null} */
let current = null;

/** Counts states: one that arrives while another is being laid out takes its place. */
let newest = 0;

/** @param {PanelState | null} state */
async function show(state) {
  const mine = ++newest;
  element("none").hidden = !!state;
  element("signature").hidden = element("encryption").hidden = !state;
  const [noSubject, from] = await document.l10n.formatValues([
    { id: "message-security-no-subject" },
    { id: "message-security-from", args: isolatedTexts({ from: state?.security.from ?? "" }) },
  ]);
  const signature = state && (await sectionInWords(signatureState(state)));
  const encryption = state && (await sectionInWords(encryptionState(state)));
  const signers = state ? await signersOf(state.security.view?.signers ?? []) : [];
  const layers = state ? await layersOf(state.security) : [];
  if (mine !== newest) {
    return;
  }
  if (current?.security.subject !== state?.security.subject) {
    element("told").removeAttribute("data-l10n-id");
    element("told").textContent = "";
  }
  current = state;
  element("subject").hidden = element("from").hidden = element("copy").hidden = !state;
  /** @type {HTMLElement} */ (element("subject").firstElementChild).textContent =
    state?.security.subject || noSubject;
  element("from").textContent = from;
  if (signature && encryption) {
    layOut(element("signature"), signature);
    layOut(element("encryption"), encryption);
    element("signature").querySelector(".signers")?.replaceChildren(...signers);
    element("encryption").querySelector(".layers")?.replaceChildren(...layers);
    const { view, partsRemoved } = state?.security ?? {};
    layOutRemedies(partsRemoved ? [] : (view?.remedies ?? []));
  }
}

/**
 * @typedef {object} SectionInWords
 * @property {string} icon
 * @property {string} verdict
 * @property {{code?: string, sentence: string, remedy: string}[]} sentences
 */

/** @param {SectionState} section @returns {Promise<SectionInWords>} */
async function sectionInWords({ icon, verdict, messages, reasons }) {
  const [heading, ...own] = await document.l10n.formatMessages([
    { id: verdict },
    ...messages.map((id) => ({ id })),
  ]);
  const sentences = own.map((message) => ({
    sentence: message?.value ?? "",
    remedy: message?.attributes?.find(({ name }) => name === "remedy")?.value ?? "",
  }));
  return {
    icon,
    verdict: heading?.value ?? "",
    sentences: [...sentences, ...(await reasonsInWords(document.l10n, reasons))],
  };
}

/** @param {HTMLElement} section @param {SectionInWords} words */
function layOut(section, { icon, verdict, sentences }) {
  const image = /** @type {HTMLImageElement} */ (section.querySelector("img"));
  image.hidden = icon === "none";
  if (icon === "none") {
    image.removeAttribute("src");
    delete image.dataset.icon;
  } else {
    image.dataset.icon = icon;
    image.src = `chrome://signet/content/skin/${icon}.svg`;
  }
  const line = /** @type {HTMLElement} */ (section.querySelector(".verdict > p"));
  if (line.textContent !== verdict) {
    line.textContent = verdict;
  }
  section
    .querySelector(".reasons")
    ?.replaceChildren(...sentences.flatMap(paragraphs));
}

/** What the buttons stand for: those that stay the same keep the focus. */
let remediesShown = "";

/** @param {import("../../generated/js/message-security.sys.mjs").RemedyOffer[]} offers */
function layOutRemedies(offers) {
  const shown = JSON.stringify(offers);
  if (shown === remediesShown) {
    return;
  }
  remediesShown = shown;
  const buttons = remedyButtons(offers, (offer) => model.carryOut(offer));
  element("signature").querySelector(".remedies")?.replaceChildren(...buttons.signature);
  element("encryption").querySelector(".remedies")?.replaceChildren(...buttons.encryption);
}

/** @param {SignerView[]} signers @returns {Promise<HTMLElement[]>} */
function signersOf(signers) {
  return Promise.all(signers.map((signer, index) => signerBox(signer, index, signers.length)));
}

/**
 * One signer: the facts, and the reasons that are this signer's own if there are several signers.
 * @param {SignerView} signer
 * @param {number} index
 * @param {number} total
 */
async function signerBox(signer, index, total) {
  const box = create("div", "signer");
  if (total > 1) {
    const heading = create("h2");
    document.l10n.setAttributes(heading, "message-security-signer-heading", {
      number: index + 1,
      total,
    });
    box.append(heading);
    for (const words of await reasonsInWords(document.l10n, signer.reasons)) {
      box.append(...paragraphs(words));
    }
  }
  box.append(...listOf(await factsOf(signer)));
  if (signer.certificate) {
    box.append(
      certificateButton("message-security-view-certificate", () => model.viewCertificate(signer)),
    );
  }
  return box;
}

/** @param {import("./state.mjs").Security} security @returns {Promise<HTMLElement[]>} */
async function layersOf({ view, notHere }) {
  const layers = notHere ? [] : await encryptedLayers(document.l10n, view?.layers ?? []);
  return layers.map(({ facts, certificate }) => {
    const box = create("div", "layer");
    box.append(...listOf(facts));
    if (certificate) {
      const { sha256 } = certificate;
      box.append(
        certificateButton("message-security-view-encryption-certificate", () =>
          model.viewEncryptionCertificate(sha256),
        ),
      );
    }
    return box;
  });
}

/** @param {{label: string, text: string}[]} facts @returns {HTMLElement[]} A list, unless it is empty. */
function listOf(facts) {
  const list = create("dl");
  for (const { label, text } of facts) {
    const name = create("dt");
    document.l10n.setAttributes(name, label);
    const value = create("dd");
    for (const line of text.split("\n")) {
      value.append(isolated(line));
    }
    list.append(name, value);
  }
  return facts.length > 0 ? [list] : [];
}

/** @param {string} label @param {() => Promise<void>} view @returns {HTMLElement} */
function certificateButton(label, view) {
  const button = /** @type {HTMLButtonElement} */ (create("button", "view-certificate"));
  button.type = "button";
  button.dataset.l10nAttrs = "accesskey"; // not among those that HTML gets by itself
  document.l10n.setAttributes(button, label);
  button.addEventListener("click", () => view().catch(console.error));
  return button;
}

/** @param {SignerView} signer @returns {Promise<{label: string, text: string}[]>} */
async function factsOf({ valid, certificate, algorithm, signingTime, timeStamps, history }) {
  const facts = [];
  if (certificate) {
    const [noAddress, range] = await document.l10n.formatValues([
      { id: "message-security-no-address" },
      {
        id: "message-security-valid-range",
        args: { from: certificate.notBefore, until: certificate.notAfter },
      },
    ]);
    facts.push(
      {
        // Who signed is known only when the signature is valid.
        label: valid ? "message-security-signed-by" : "message-security-certificate-of",
        text: certificate.commonName || certificate.subject,
      },
      { label: "message-security-address", text: certificate.addresses.join(", ") || noAddress },
      { label: "message-security-issuer", text: certificate.issuerName },
      { label: "message-security-valid", text: range },
    );
  }
  if (typeof signingTime === "number") {
    const [text] = await document.l10n.formatValues([
      { id: "message-security-signing-time", args: { time: signingTime } },
    ]);
    facts.push({ label: "message-security-signed-on", text });
  }
  for (const { valid: holds, time, certificate: authority } of timeStamps ?? []) {
    // One that does not hold is among the reasons; its time is worth nothing.
    if (holds) {
      const [text] = await document.l10n.formatValues([
        { id: "message-security-time-stamp", args: { time, authority: authority?.commonName || authority?.subject } },
      ]);
      facts.push({ label: "message-security-stamped-on", text });
    }
  }
  if (history) {
    const { state, address, since, previousUsed } = history;
    const [text] = await document.l10n.formatValues([
      { id: `message-security-history-${state}`, args: { address, since, previousUsed } },
    ]);
    facts.push({ label: "message-security-history", text });
  }
  if (algorithm) {
    const text = await algorithmInWords(
      async (message) => (await document.l10n.formatValues([message]))[0],
      algorithm,
    );
    facts.push({ label: "message-security-algorithm", text });
  }
  return facts;
}

/** @param {string} tag @param {string} [className] @returns {HTMLElement} */
function create(tag, className = "") {
  const created = document.createElement(tag);
  if (className) {
    created.className = className;
  }
  return created;
}

offerHelp("received");
/** The window's words, a line each. @returns {string[]} */
function shownLines() {
  const lines = document.querySelectorAll("header p, h1, .verdict > p, .reasons > p, h2, .signer > p, dl");
  return Array.from(lines).flatMap((line) =>
    line.localName === "dl"
      ? Array.from(line.querySelectorAll("dt"), (term) => {
          const values = Array.from(term.nextElementSibling?.children ?? [], textOf);
          return `${textOf(term)}: ${values.join("; ")}`;
        })
      : [textOf(line)],
  );
}

/** @param {Element} line @returns {string} */
function textOf(line) {
  return line.checkVisibility() ? (line.textContent?.trim() ?? "") : "";
}

element("copy").addEventListener("click", () => {
  const details = detailsAsText(current?.security.view ?? null, shownLines());
  window.navigator.clipboard.writeText(details).then(() => {
    document.l10n.setAttributes(element("told"), "message-security-copied");
  }, console.error);
});
closeWith("close");
const end = model.observe((state) => {
  show(state).catch(console.error);
});
window.addEventListener("unload", end);
element("close").focus();
