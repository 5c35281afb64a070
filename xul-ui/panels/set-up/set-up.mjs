/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The window of the first start: what each identity has, a tick at each certificate that is proposed, and
// how to get one where there is none. What is proposed the module decides; nothing is written before the
// person says so.

import { closeWith } from "../closing.mjs";
import { offerHelp } from "../help-links.mjs";
import { isolated, paragraphs } from "../paragraphs.mjs";
import { isolatedTexts, reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/set-up.sys.mjs").SetUpUseView} SetUpUseView */
/** @typedef {import("../../host/set-up.sys.mjs").SetUpModel} SetUpModel */
/** @typedef {import("../../host/set-up.sys.mjs").Use} Use */
/** @typedef {Awaited<ReturnType<SetUpModel["view"]>>["identities"][number]} IdentityView */
/** @typedef {{key: string, use: Use, databaseKey: string}} Choice */

/** @type {Use[]} */
const USES = ["signing", "encryption"];

/** @type {SetUpModel} */
const model = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));
const use = /** @type {HTMLButtonElement} */ (element("use"));

/** What each tick stands for. @type {Map<HTMLInputElement, Choice[]>} */
const ticks = new Map();
/** Counts views: one that arrives while another is being laid out takes its place. */
let newest = 0;

async function show() {
  const mine = ++newest;
  const { identities } = await model.view();
  /** @type {typeof ticks} */
  const offered = new Map();
  const sections = await Promise.all(
    identities.map((identity, index) => sectionOf(identity, index, offered)),
  );
  if (mine !== newest) {
    return;
  }
  ticks.clear();
  offered.forEach((choices, tick) => ticks.set(tick, choices));
  element("identities").replaceChildren(...sections);
  const states = identities.flatMap((identity) => USES.map((each) => identity[each].state));
  element("no-account").hidden = identities.length > 0;
  element("how").hidden = !states.includes("missing");
  use.hidden = ticks.size === 0;
  document.l10n.setAttributes(element("close"), ticks.size > 0 ? "set-up-not-now" : "set-up-close");
  follow();
  await document.l10n.translateElements([element("close")]);
  document.documentElement.dataset.shown = String(mine);
}

function follow() {
  use.disabled = ![...ticks.keys()].some(({ checked }) => checked);
}

/**
 * @param {IdentityView} identity
 * @param {number} index
 * @param {typeof ticks} offered Gets what is proposed.
 */
async function sectionOf(identity, index, offered) {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  heading.id = `identity-${index}`;
  heading.append(isolated(identity.name || identity.address));
  section.setAttribute("aria-labelledby", heading.id);
  section.append(heading);
  const { signing, encryption } = identity;
  /** @type {{name: string, uses: Use[], view: SetUpUseView}[]} */
  const blocks = alike(signing, encryption)
    ? [{ name: "both", uses: USES, view: signing }]
    : USES.map((each) => ({ name: each, uses: [each], view: identity[each] }));
  for (const { name, uses, view } of blocks) {
    section.append(...(await blockOf(`${index}-${name}`, name, view, (tick) =>
      offered.set(
        tick,
        uses.map((each) => ({ key: identity.key, use: each, databaseKey: view.databaseKey })),
      ),
    )));
  }
  return section;
}

/** The same can be said of both. @param {SetUpUseView} one @param {SetUpUseView} other */
function alike(one, other) {
  const codes = (/** @type {SetUpUseView} */ { reasons }) => reasons.map(({ code }) => code).join();
  return (
    one.state === other.state &&
    one.databaseKey === other.databaseKey &&
    codes(one) === codes(other)
  );
}

/**
 * @param {string} id
 * @param {string} name Of what it is for: a use, or "both".
 * @param {SetUpUseView} view
 * @param {(tick: HTMLInputElement) => void} offer Told of the tick of what is proposed.
 * @returns {Promise<HTMLElement[]>}
 */
async function blockOf(id, name, { state, certificate, reasons }, offer) {
  const [title, details] = await document.l10n.formatValues([
    { id: `set-up-${state}-${name}` },
    {
      id: "set-up-details",
      args: {
        ...isolatedTexts({ issuer: certificate?.issuerName ?? "" }),
        until: certificate?.notAfter ?? 0,
      },
    },
  ]);
  const words = (await reasonsInWords(document.l10n, reasons)).flatMap(paragraphs);
  const block = document.createElement("div");
  block.className = `block ${state}`;
  const line = document.createElement(state === "proposed" ? "label" : "p");
  line.className = "what";
  const said = document.createElement("span");
  said.textContent = title;
  line.append(said);
  block.append(line);
  if (certificate) {
    const facts = document.createElement("p");
    facts.id = `details-${id}`;
    facts.className = "details";
    const owner = document.createElement("strong");
    owner.append(isolated(certificate.commonName || certificate.addresses[0] || certificate.subject));
    facts.append(owner, document.createElement("br"), details);
    block.append(facts);
    if (state === "proposed") {
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.checked = true;
      tick.setAttribute("aria-describedby", facts.id);
      tick.addEventListener("change", follow);
      line.prepend(tick, " ");
      offer(tick);
    }
  }
  block.append(...words);
  return [block];
}

use.addEventListener("click", () => {
  const chosen = [...ticks].filter(([{ checked }]) => checked).flatMap(([, choices]) => choices);
  model.use(chosen);
  show()
    .then(async () => {
      const [said] = await document.l10n.formatValues([
        { id: "set-up-done", args: { count: chosen.length } },
      ]);
      element("outcome").textContent = said;
      element("close").focus();
    })
    .catch(fail);
});
element("import").addEventListener("click", () => model.openCertificates(window, "import"));
element("request").addEventListener("click", () => model.openCertificates(window, "request"));

/** @param {unknown} error */
function fail(error) {
  console.error(error);
  element("failed").hidden = false;
}

closeWith("close");
offerHelp("setting-up");
const end = model.observe(() => {
  show().catch(fail);
});
window.addEventListener("unload", end);
show().catch(fail);
