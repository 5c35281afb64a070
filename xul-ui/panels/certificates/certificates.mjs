/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Certificates window: the list of one group, and what is known of the one that is selected.

import { showDetails } from "./details.mjs";
import { ask, askPassword } from "./dialogs.mjs";
import { importFiles, reasonOf } from "./import.mjs";
import { CertificateList } from "./list.mjs";
import { getCertificate } from "./request.mjs";
import { closeWith } from "../closing.mjs";
import { offerHelp } from "../help-links.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificateGroup} CertificateGroup */
/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificateRow} CertificateRow */
/** @typedef {import("../../generated/js/certificates.sys.mjs").EmailTrust} EmailTrust */
/** @typedef {import("../../host/certificates-window.sys.mjs").CertificatesModel} CertificatesModel */

/** @type {CertificatesModel} */
const model = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));
const tabs = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("[role=tab]")]);
const search = /** @type {HTMLInputElement} */ (element("search"));
const collects = /** @type {HTMLInputElement} */ (element("collects"));

/** Milliseconds without typing until the list follows. */
const SEARCH_REST = 60;

/** @type {CertificateGroup} */
let group = "own";

const list = new CertificateList(element("list"), element("space"), {
  ask: (first, count) => model.list(group, search.value, first, count),
  fill: (option, row) => {
    fillRow(option, row).catch(console.error);
  },
  chosen: (row) => {
    showDetails(model, row).catch(fail);
  },
  shown: (total) => {
    document.l10n.setAttributes(element("count"), "certificates-count", { count: total });
    const empty = element("empty");
    empty.hidden = total > 0;
    element("list").hidden = total === 0;
    const id = search.value.trim() ? "certificates-none-found" : `certificates-none-${group}`;
    document.l10n.setAttributes(empty, id);
    element("signet-certificates-window").dataset.shown = `${group} ${search.value}`;
  },
});

/** @param {HTMLElement} option @param {CertificateRow} row */
async function fillRow(option, { certificate, usable, reasons, trust, group: of }) {
  const spans = ["name", "state", "sub", "until"].map((name) => {
    const span = document.createElement("span");
    span.className = name;
    return span;
  });
  const [name, state, sub, until] = spans;
  name.textContent = certificate.commonName || certificate.subject;
  sub.textContent = certificate.addresses.join(", ") || certificate.issuerName;
  // Its name is what it shows; the layout would part the words, a screen reader needs the spaces.
  option.replaceChildren(...spans.flatMap((span) => [span, " "]));
  const [validUntil, inOrder] = await document.l10n.formatValues([
    { id: "certificates-until", args: { until: certificate.notAfter } },
    { id: of === "authority" && trust === "trusted" ? "certificates-trusted" : "certificates-usable" },
  ]);
  const [first] = await reasonsInWords(document.l10n, reasons.slice(0, 1));
  until.textContent = validUntil;
  state.textContent = usable ? inOrder : await shortState(reasons[0]?.code, first?.sentence ?? "");
  state.classList.toggle("problem", !usable);
  state.title = first?.sentence ?? "";
  if (!usable && first) {
    option.setAttribute("aria-description", first.sentence);
  } else {
    option.removeAttribute("aria-description");
  }
}

/** A word or two where there is one; the sentence is in the details. */
async function shortState(/** @type {string | undefined} */ code, /** @type {string} */ sentence) {
  const id = /** @type {Record<string, string>} */ ({
    "certificate-expired": "certificates-state-expired",
    "own-certificate-expired": "certificates-state-expired",
    "certificate-not-yet-valid": "certificates-state-not-yet",
    "certificate-revoked": "certificates-state-revoked",
    "own-certificate-revoked": "certificates-state-revoked",
    "certificate-distrusted": "certificates-state-distrusted",
    "issuer-not-trusted": "certificates-state-issuer",
    "issuer-unknown": "certificates-state-issuer",
    "self-signed": "certificates-state-issuer",
  })[code ?? ""];
  const [text] = await document.l10n.formatValues([{ id: id ?? "certificates-state-unusable" }]);
  return text || sentence;
}

/** @param {CertificateGroup} chosen */
function choose(chosen) {
  group = chosen;
  for (const tab of tabs) {
    const active = tab.dataset.group === group;
    tab.ariaSelected = String(active);
  }
  element("left").setAttribute("aria-labelledby", `group-${group}`);
  element("collects-row").hidden = group !== "person";
  element("collects-organisation").hidden = group !== "person" || !model.collectsLocked;
  element("request").hidden = group !== "own";
  list.reload().catch(fail);
}

/** Tells what went wrong, until the next thing is done. @param {unknown} error */
async function fail(error) {
  const reason = reasonOf(error);
  if (reason) {
    await tell([reason]);
  }
}

/** @param {import("../../generated/js/reasons.sys.mjs").Reason[]} reasons */
async function tell(reasons) {
  const words = await reasonsInWords(document.l10n, reasons);
  element("message").replaceChildren(
    ...words.flatMap(({ sentence, remedy }) =>
      [sentence, remedy].map((text, index) => {
        const line = document.createElement("p");
        line.textContent = text;
        line.className = index ? "remedy" : "error";
        return line;
      }),
    ),
  );
  element("message").hidden = words.length === 0;
}

/** Does something with the selected certificate. @param {(row: CertificateRow) => Promise<unknown>} act */
function withSelected(act) {
  return async () => {
    const row = list.selected;
    await tell([]);
    if (row) {
      await act(row).catch(fail);
    }
  };
}

/** @param {{name: string, octets: ArrayBuffer}[]} files */
async function bringIn(files) {
  await tell([]);
  const views = await importFiles(model, files).catch(async (error) => {
    await fail(error);
    return [];
  });
  const first = views.flatMap((view) => view.certificates)[0];
  if (first) {
    await select(first.certificate.sha256);
  }
}

/** Shows one certificate. @param {string} sha256 */
async function select(sha256) {
  const details = await model.details(sha256);
  search.value = "";
  group = details?.row.group ?? group;
  choose(group);
  await list.reload(sha256);
}

async function openAndBringIn() {
  const [title, filter] = await document.l10n.formatValues([
    { id: "certificates-import-title" },
    { id: "certificates-files" },
  ]);
  await bringIn(await model.openFiles(window, { title, filter }));
}

/** @param {CertificateRow} row */
function fileName({ certificate }) {
  const name = certificate.commonName || certificate.addresses[0] || certificate.serial;
  return name.replace(/[^\p{L}\p{N}@._ -]/gu, "_").slice(0, 80);
}

/** @param {CertificateRow} row */
async function exportOne(row) {
  const [title, pem, der, pkcs7] = await document.l10n.formatValues([
    { id: "certificates-export-title" },
    { id: "certificates-export-pem" },
    { id: "certificates-export-der" },
    { id: "certificates-export-pkcs7" },
  ]);
  const { sha256 } = row.certificate;
  await model.exportFile(window, sha256, { title, name: fileName(row), pem, der, pkcs7 });
}

/** @param {CertificateRow} row */
async function backUp(row) {
  const password = await askPassword({
    heading: { id: "certificates-back-up-title" },
    text: { id: "certificates-back-up-text" },
    isNew: true,
  });
  if (password === null) {
    return;
  }
  const [title, label] = await document.l10n.formatValues([
    { id: "certificates-back-up-title" },
    { id: "certificates-back-up-file" },
  ]);
  const { sha256 } = row.certificate;
  await model.backUp(window, [sha256], password, { title, name: fileName(row), label });
}

/** @param {CertificateRow} row */
async function deleteOne({ certificate, group: of, databaseKey }) {
  const args = {
    name: certificate.commonName,
    address: certificate.addresses[0] ?? certificate.commonName,
    dependents: of === "authority" ? await model.dependents(certificate.sha256) : 0,
    users: model.usedBy(databaseKey).join(", "),
  };
  const texts = [{ id: `certificates-delete-${of}`, args }];
  if (args.users) {
    texts.push({ id: "certificates-delete-used", args });
  }
  const yes = { id: of === "own" ? "certificates-delete-yes-key" : "certificates-delete-yes" };
  if (await ask({ heading: { id: "certificates-delete-title", args }, texts, yes })) {
    await model.remove(certificate.sha256);
  }
}

for (const tab of tabs) {
  tab.addEventListener("click", () => choose(/** @type {CertificateGroup} */ (tab.dataset.group)));
  tab.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) {
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    }
  });
}
let resting = 0;
search.addEventListener("input", () => {
  window.clearTimeout(resting);
  resting = window.setTimeout(() => list.reload().catch(fail), SEARCH_REST);
});
search.addEventListener("keydown", ({ key }) => {
  if (key === "ArrowDown") {
    element("list").focus();
  }
});
element("view").addEventListener("click", withSelected(({ certificate }) => model.view(certificate.sha256)));
element("export").addEventListener("click", withSelected(exportOne));
element("back-up").addEventListener("click", withSelected(backUp));
element("delete").addEventListener("click", withSelected(deleteOne));
async function requestOne() {
  await tell([]);
  try {
    const made = await getCertificate(model);
    if (made) {
      search.value = "";
      choose("own");
      await list.reload(made);
    }
  } catch (error) {
    await fail(error);
  }
}
element("request").addEventListener("click", requestOne);
element("import").addEventListener("click", () => openAndBringIn().catch(fail));
element("trust").addEventListener("change", (event) => {
  const trust = /** @type {EmailTrust} */ (/** @type {HTMLInputElement} */ (event.target).value);
  const set = withSelected(({ certificate }) => model.setTrust(certificate.sha256, trust));
  // Whether it was done or not, what holds now is shown.
  set().then(() => showDetails(model, list.selected)).catch(fail);
});
collects.checked = model.collects;
collects.disabled = model.collectsLocked;
collects.addEventListener("change", () => {
  model.collects = collects.checked;
});
closeWith("close");

// Files are dropped anywhere on the window.
const dropping = (/** @type {DragEvent} */ event) =>
  event.dataTransfer?.types.includes("Files") && !document.querySelector("dialog[open]");
window.addEventListener("dragover", (event) => {
  if (dropping(event)) {
    event.preventDefault();
    document.documentElement.classList.add("dropping");
  }
});
window.addEventListener("dragleave", () => document.documentElement.classList.remove("dropping"));
window.addEventListener("drop", (event) => {
  document.documentElement.classList.remove("dropping");
  if (!dropping(event)) {
    return;
  }
  event.preventDefault();
  Promise.all(
    [...(event.dataTransfer?.files ?? [])].map(async (file) => ({
      name: file.name,
      octets: await file.arrayBuffer(),
    })),
  )
    .then(bringIn)
    .catch(fail);
});

const end = model.observe(() => {
  list.reload(list.selected?.certificate.sha256 ?? null).catch(fail);
});
window.addEventListener("unload", end);
offerHelp("certificates");
choose("own");
if (model.begin === "import") {
  openAndBringIn().catch(fail);
} else if (model.begin === "request") {
  requestOne();
} else if (model.select) {
  select(model.select).catch(fail);
}
