/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Message Security window of the compose window: what will be done with the message, and why it
// will not be sent if it will not. It follows the choices in the Security menu.

import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../host/compose-choices.sys.mjs").ComposeState} ComposeState */

/** @type {{observe(observer: (state: ComposeState) => void): () => void}} */
const model = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/** Counts states: one that arrives while another is being laid out takes its place. */
let newest = 0;

/** @param {ComposeState} state */
async function show(state) {
  const { choices, view, failed } = state;
  const mine = ++newest;
  const wanted = [choices.sign, choices.encryption !== "never"];
  const stopped = wanted.includes(true) && !view?.maySend;
  const answer = (/** @type {boolean} */ chosen) =>
    `compose-security-${!chosen ? "no" : stopped ? "not-possible" : "yes"}`;
  const plain = wanted.includes(true) ? null : "compose-security-as-plain";
  const sentence = failed && !plain ? "compose-security-module-failed" : plain;
  const [signed, encrypted, own] = await document.l10n.formatValues([
    { id: answer(wanted[0]) },
    { id: answer(wanted[1]) },
    ...(sentence ? [{ id: sentence }] : []),
  ]);
  const reasons = await reasonsInWords(document.l10n, view?.reasons ?? []);
  if (mine !== newest) {
    return;
  }
  element("signed").textContent = signed;
  element("encrypted").textContent = encrypted;
  const texts = [own ?? "", ...reasons.flatMap(({ sentence: reason, remedy }) => [reason, remedy])];
  element("reasons").replaceChildren(
    ...texts.filter(Boolean).map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

element("close").addEventListener("click", () => window.close());
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    window.close();
  }
});
const end = model.observe((state) => {
  show(state).catch(console.error);
});
window.addEventListener("unload", end);
element("close").focus();
