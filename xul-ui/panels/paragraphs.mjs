/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Reasons as they stand in Signet's windows: the sentence, what to do, and the way to the help.

import { learnMore } from "./help-links.mjs";

/**
 * @param {{code?: string, sentence: string, remedy: string}} words
 * @returns {HTMLElement[]}
 */
export function paragraphs(words) {
  const said = [
    ["reason", words.sentence],
    ["remedy", words.remedy],
  ]
    .filter(([, text]) => text)
    .map(([name, text]) => {
      const paragraph = document.createElement("p");
      paragraph.className = name;
      paragraph.textContent = text;
      return paragraph;
    });
  return [...said, ...learnMore(words)];
}

/** @param {string} text @returns {HTMLElement} Text whose direction is its own: an address, a name. */
export function isolated(text) {
  const inner = document.createElement("bdi");
  inner.textContent = text;
  return inner;
}
