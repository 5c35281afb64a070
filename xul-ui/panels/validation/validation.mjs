/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The window about checking certificates: what may be asked over the network, which takes effect at
// once, and the answers that are stored.

import { closeWith } from "../closing.mjs";
import { offerHelp } from "../help-links.mjs";
import { isolated } from "../paragraphs.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/validation.sys.mjs").StoredAnswerView} StoredAnswerView */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */
/** @typedef {import("../../host/validation-settings.sys.mjs").Settings} Settings */

/**
 * What the window is opened with.
 * @typedef {object} Model
 * @property {() => Settings} settings
 * @property {() => (keyof Settings)[]} locked What cannot be changed here.
 * @property {(changes: Partial<Settings>) => void} change
 * @property {(changed: () => void) => () => void} observe
 * @property {(window: Window) => Promise<"cancelled" | "unreadable" | "chosen">} chooseCertificate
 * @property {() => string} certificateName Of the chosen one; empty: none, or it is damaged.
 * @property {() => Promise<StoredAnswerView[]>} answers
 * @property {(answer: StoredAnswerView) => Promise<void>} remove
 * @property {(answer: StoredAnswerView) => Promise<Reason | "offline" | null>} update
 */

/** @type {Model} */
const model = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));
const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (element(id));
const radios = (/** @type {string} */ name) =>
  /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`input[name="${name}"]`)]);

const SWITCHES = /** @type {const} */ (["crls", "issuers", "privateAddresses"]);

async function showSettings() {
  const settings = model.settings();
  const locked = new Set(model.locked());
  for (const radio of radios("ocsp")) {
    radio.checked = radio.value === settings.ocsp;
    radio.disabled = locked.has("ocsp");
  }
  for (const radio of radios("require")) {
    radio.checked = (radio.value === "refuse") === settings.require;
    radio.disabled = locked.has("require");
  }
  for (const name of SWITCHES) {
    input(name).checked = settings[name];
    input(name).disabled = locked.has(name);
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-settings]"))) {
    const names = /** @type {(keyof Settings)[]} */ (part.dataset.settings?.split(" "));
    const note = /** @type {HTMLElement} */ (part.querySelector(".organisation"));
    note.hidden = !names.some((name) => locked.has(name));
  }
  input("responder-url").disabled = locked.has("responderUrl");
  /** @type {HTMLButtonElement} */ (element("responder-choose")).disabled = locked.has("responderCertificate");
  if (document.activeElement !== element("responder-url")) {
    input("responder-url").value = settings.responderUrl;
  }
  element("responder").hidden = settings.ocsp !== "chosen";
  const [none, wrong] = await document.l10n.formatValues([
    { id: "validation-responder-authority" },
    { id: "validation-responder-url-wrong" },
  ]);
  element("responder-certificate").textContent = model.certificateName() || none;
  /** @type {HTMLButtonElement} */ (element("responder-forget")).disabled =
    !settings.responderCertificate || locked.has("responderCertificate");
  const isWrong = settings.ocsp === "chosen" && !/^https?:\/\/[^\s@]+$/i.test(settings.responderUrl);
  element("responder-url-wrong").textContent = isWrong ? wrong : "";
  input("responder-url").setAttribute("aria-invalid", String(isWrong));
}

for (const radio of radios("ocsp")) {
  radio.addEventListener("change", () => model.change({ ocsp: /** @type {any} */ (radio.value) }));
}
for (const radio of radios("require")) {
  radio.addEventListener("change", () => model.change({ require: radio.value === "refuse" }));
}
for (const name of SWITCHES) {
  input(name).addEventListener("change", () => model.change({ [name]: input(name).checked }));
}
input("responder-url").addEventListener("change", () =>
  model.change({ responderUrl: input("responder-url").value.trim() }),
);
element("responder-forget").addEventListener("click", () =>
  model.change({ responderCertificate: "" }),
);
element("responder-choose").addEventListener("click", async () => {
  if ((await model.chooseCertificate(window)) === "unreadable") {
    await say("validation-responder-not-read");
  }
});

/** Says something that happened. @param {string} id */
async function say(id) {
  const [text] = await document.l10n.formatValues([{ id }]);
  element("outcome").textContent = text;
}

async function showAnswers() {
  const answers = await model.answers();
  const rows = await Promise.all(answers.map(rowOf));
  element("answers").querySelector("tbody")?.replaceChildren(...rows);
  element("answers").hidden = rows.length === 0;
  element("none").hidden = rows.length > 0;
  document.documentElement.dataset.shown = String(rows.length);
}

/** @param {StoredAnswerView} answer @returns {Promise<HTMLElement>} */
async function rowOf(answer) {
  const past = answer.expires < Date.now();
  const [about, issued, expires, update, remove] = await document.l10n.formatValues([
    { id: `validation-kind-${answer.kind}`, args: { subject: answer.subject } },
    { id: "validation-date", args: { time: answer.thisUpdate } },
    { id: past ? "validation-date-past" : "validation-date", args: { time: answer.expires } },
    { id: "validation-update" },
    { id: "validation-delete" },
  ]);
  const row = document.createElement("tr");
  const heading = document.createElement("th");
  heading.scope = "row";
  heading.textContent = about;
  heading.title = answer.url;
  row.append(heading, ...[answer.issuer, issued, expires].map(cellOf));
  const actions = document.createElement("td");
  if (answer.kind !== "issuer") {
    actions.append(button(update, `${update}: ${about}`, () => renew(answer)));
  }
  actions.append(
    button(remove, `${remove}: ${about}`, async () => {
      await model.remove(answer);
      await showAnswers();
      element("close").focus(); // the button that had it is gone
      await say("validation-deleted");
    }),
  );
  row.append(actions);
  return row;
}

/** @param {string} text @returns {HTMLElement} */
function cellOf(text) {
  const cell = document.createElement("td");
  cell.append(isolated(text));
  return cell;
}

/** @param {string} text @param {string} name @param {() => Promise<void>} act */
function button(text, name, act) {
  const created = document.createElement("button");
  created.type = "button";
  created.textContent = text;
  created.setAttribute("aria-label", name);
  created.addEventListener("click", () => {
    created.disabled = true;
    act().then(
      () => (created.disabled = false),
      (error) => {
        created.disabled = false;
        console.error(error);
      },
    );
  });
  return created;
}

/** @param {StoredAnswerView} answer */
async function renew(answer) {
  await say("validation-updating");
  const problem = await model.update(answer);
  await showAnswers();
  if (problem === "offline") {
    await say("validation-offline");
  } else if (problem) {
    const [{ sentence, remedy }] = await reasonsInWords(document.l10n, [problem]);
    element("outcome").textContent = `${sentence} ${remedy}`;
  } else {
    await say("validation-updated");
  }
}

closeWith("close");
offerHelp("validation");
const end = model.observe(() => {
  showSettings().catch(console.error);
});
window.addEventListener("unload", end);
showSettings().catch(console.error);
showAnswers().catch(console.error);
