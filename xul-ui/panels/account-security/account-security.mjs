/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Security page of an identity in the account settings. What is possible, and why not, the module
// decides; the host's preferences hold what is chosen, and every change is written there at once.

import { pickCertificate } from "./picker.mjs";
import { showDialog } from "../closing.mjs";
import { learnMore, offerHelp } from "../help-links.mjs";
import { isolatedTexts, reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/account-security.sys.mjs").AccountSecurityView} AccountSecurityView */
/** @typedef {import("../../generated/js/account-security.sys.mjs").CertificateUseView} CertificateUseView */
/** @typedef {import("../../generated/js/account-security.sys.mjs").OwnCertificateView} OwnCertificateView */
/** @typedef {import("../../host/account-settings.sys.mjs").AccountModel} AccountModel */
/** @typedef {import("../../generated/js/compose-security.sys.mjs").EncryptionChoice} EncryptionChoice */
/** @typedef {"signing" | "encryption"} Use */

/** @type {Use[]} */
const USES = ["signing", "encryption"];

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));
const within = (/** @type {Use} */ use, /** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (element(use).querySelector(selector));
const identityList = /** @type {HTMLSelectElement} */ (element("identity"));
const protectSubject = /** @type {HTMLInputElement} */ (element("protect-subject"));
const signByDefault = /** @type {HTMLInputElement} */ (element("sign-by-default"));
const encryption = /** @type {NodeListOf<HTMLInputElement>} */ (
  document.querySelectorAll('input[name="encryption"]')
);

/** @type {AccountModel | null} */
let model = null;
/** @type {AccountSecurityView | null} */
let view = null;
/** Counts views: one that arrives while another is being laid out takes its place. */
let newest = 0;

/** @param {AccountModel} given */
function begin(given) {
  model = given;
  identityList.replaceChildren(
    ...model.identities.map(({ key, name }) => {
      const option = document.createElement("option");
      option.value = key;
      option.textContent = name;
      return option;
    }),
  );
  element("identity-row").hidden = model.identities.length < 2;
  refresh();
}

function refresh() {
  show().catch((error) => {
    console.error(error);
    element("failed").hidden = false;
    for (const control of document.querySelectorAll("section :is(button, input)")) {
      /** @type {HTMLButtonElement} */ (control).disabled = true;
    }
  });
}

async function show() {
  const mine = ++newest;
  if (!model) {
    return;
  }
  const key = identityList.value;
  const preferences = model.preferences(key);
  const answer = await model.view(key);
  const words = await Promise.all(USES.map((use) => stateInWords(answer[use])));
  if (mine !== newest) {
    return;
  }
  view = answer;
  element("failed").hidden = true;
  USES.forEach((use, index) => {
    layOut(use, answer[use], words[index]);
  });
  signByDefault.checked = preferences.sign;
  signByDefault.disabled = !answer.signing.chosen || preferences.locked.sign;
  for (const radio of encryption) {
    radio.checked = radio.value === preferences.encryption;
    radio.disabled = !answer.encryption.chosen || preferences.locked.encryption;
  }
  protectSubject.checked = preferences.protectSubject;
  protectSubject.disabled = preferences.locked.protectSubject;
  element("sign-organisation").hidden = !preferences.locked.sign;
  element("encryption-organisation").hidden = !preferences.locked.encryption;
  element("subject-organisation").hidden = !preferences.locked.protectSubject;
  element("signet-account-security").dataset.shown = key;
}

/**
 * @typedef {object} StateInWords
 * @property {string} certificate
 * @property {{code?: string, sentence: string, remedy: string, severity: string}[]} sentences
 */

/** @param {CertificateUseView} use @returns {Promise<StateInWords>} */
async function stateInWords({ chosen, certificate, reasons, certificates, proposed }) {
  const [none, absent] = await document.l10n.formatValues([
    { id: "account-security-none-chosen" },
    { id: "account-security-not-here" },
  ]);
  const sentences = await reasonsInWords(document.l10n, reasons);
  const better =
    proposed !== certificate?.databaseKey &&
    (!certificate || reasons.length > 0) &&
    certificates.find(({ databaseKey }) => databaseKey === proposed)?.certificate;
  const own = better
    ? {
        id: "account-security-proposed",
        args: {
          ...isolatedTexts({ name: better.commonName, issuer: better.issuerName }),
          until: better.notAfter,
        },
      }
    : certificate?.usable && reasons.length === 0
      ? { id: "account-security-usable", args: { until: certificate.certificate.notAfter } }
      : null;
  const [said] = own ? await document.l10n.formatValues([own]) : [""];
  const { commonName, issuerName } = certificate?.certificate ?? {};
  return {
    certificate: certificate ? `${commonName} (${issuerName})` : chosen ? absent : none,
    sentences: said ? [...sentences, { sentence: said, remedy: "", severity: "information" }] : sentences,
  };
}

/** @param {Use} use @param {CertificateUseView} state @param {StateInWords} words */
function layOut(use, state, { certificate, sentences }) {
  within(use, ".certificate").textContent = certificate;
  /** @type {HTMLButtonElement} */ (within(use, ".pick")).disabled = false;
  /** @type {HTMLButtonElement} */ (within(use, ".clear")).disabled = !state.chosen;
  within(use, ".state").replaceChildren(
    ...sentences.flatMap((words) => {
      const said = document.createElement("p");
      said.textContent = words.sentence;
      said.className = words.severity;
      const advice = document.createElement("p");
      advice.textContent = words.remedy;
      advice.className = "remedy";
      return [said, ...(words.remedy ? [advice] : []), ...learnMore(words)];
    }),
  );
}

/** @param {Use} use */
async function select(use) {
  if (!model || !view) {
    return;
  }
  const key = identityList.value;
  const { certificates, certificate, proposed } = view[use];
  const picked = await pickCertificate(use, certificates, {
    address: model.preferences(key).address,
    selected: certificate?.usable ? certificate.databaseKey : proposed,
  });
  if (!picked) {
    return;
  }
  model.choose(key, use, picked.databaseKey);
  const other = use === "signing" ? "encryption" : "signing";
  const partner = view[other].certificates.find(({ databaseKey }) => databaseKey === picked.partner);
  const present = view[other].certificate;
  const needed = partner && partner.databaseKey !== present?.databaseKey;
  if (needed && (await askForBoth(other, picked, partner))) {
    model.choose(key, other, partner.databaseKey);
  }
  refresh();
}

/**
 * @param {Use} other
 * @param {OwnCertificateView} picked
 * @param {OwnCertificateView} partner
 * @returns {Promise<boolean>}
 */
async function askForBoth(other, picked, partner) {
  const same = partner.databaseKey === picked.databaseKey;
  const { commonName: name, issuerName: issuer } = partner.certificate;
  document.l10n.setAttributes(
    element("both-question"),
    `account-security-${same ? "both" : "pair"}-${other}`,
    isolatedTexts({ name, issuer }),
  );
  await document.l10n.translateElements([element("both-question")]);
  return (await showDialog("both")) === "yes";
}

for (const use of USES) {
  within(use, ".pick").addEventListener("click", () => select(use).catch(console.error));
  within(use, ".clear").addEventListener("click", () => {
    model?.choose(identityList.value, use, null);
    refresh();
  });
}
identityList.addEventListener("change", refresh);
element("certificates").addEventListener("click", () => model?.openCertificates());
element("import").addEventListener("click", () => model?.openCertificates({ begin: "import" }));
window.addEventListener("signet-changed", refresh);
signByDefault.addEventListener("change", () =>
  model?.setDefaults(identityList.value, { sign: signByDefault.checked }),
);
protectSubject.addEventListener("change", () =>
  model?.setDefaults(identityList.value, { protectSubject: protectSubject.checked }),
);
for (const { value } of encryption) {
  element(`encrypt-${value}`).addEventListener("change", () =>
    model?.setDefaults(identityList.value, { encryption: /** @type {EncryptionChoice} */ (value) }),
  );
}
offerHelp("setting-up");
// The host gives the page its model when the account settings say for which account it is.
window.addEventListener("signet-account", (event) =>
  begin(/** @type {CustomEvent<AccountModel>} */ (event).detail),
);
