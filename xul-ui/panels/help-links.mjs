/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The ways from a window of Signet to its help: a button, F1, and a link beside each reason.

import { helpAddress, openHelp } from "../host/help.sys.mjs";

/**
 * Makes F1, and every button of the class "help", open the help.
 * @param {string} place Where; an element's data-help names a nearer place for what lies within it.
 */
export function offerHelp(place) {
  const placeFor = (/** @type {Element | null} */ element) =>
    /** @type {HTMLElement | null} */ (element?.closest("[data-help]"))?.dataset.help ?? place;
  for (const button of document.querySelectorAll("button.help")) {
    button.addEventListener("click", () => openHelp(window, placeFor(button)));
  }
  window.addEventListener("keydown", (event) => {
    if (event.key === "F1" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      openHelp(window, placeFor(document.activeElement));
    }
  });
}

/**
 * The link "Learn more" of a reason.
 * @param {{code?: string, sentence: string}} reason In words.
 * @returns {HTMLElement[]} None for words that belong to no reason.
 */
export function learnMore({ code, sentence }) {
  if (!code) {
    return [];
  }
  const place = `reason-${code}`;
  const line = document.createElement("div");
  line.className = "learn-more";
  const link = document.createElement("a");
  link.href = helpAddress(place);
  document.l10n.setAttributes(link, "help-learn-more", { about: sentence });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    openHelp(window, place);
  });
  line.append(link);
  return [line];
}
