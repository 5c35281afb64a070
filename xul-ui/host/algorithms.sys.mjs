/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What an organisation demands of the algorithms and the form of messages that are sent: preferences that have no place
// in any window, because nobody who writes a letter should need to know of them.

import { ContentDemand, DigestDemand, TransportDemand } from "../generated/js/compose-security.sys.mjs";

/** @typedef {import("../generated/js/compose-security.sys.mjs").AlgorithmDemandsInit} AlgorithmDemandsInit */

const BRANCH = "extensions.signet.algorithms.";
const AUTOMATIC = "automatic";

/** @returns {AlgorithmDemandsInit} As they are now; what is not understood is left to Signet. */
export function demandedAlgorithms() {
  return {
    content: wordIn("content", ContentDemand.values),
    transport: wordIn("transport", TransportDemand.values),
    digest: wordIn("digest", DigestDemand.values),
    pss: Services.prefs.getBoolPref(`${BRANCH}pss`, false),
    opaque: Services.prefs.getBoolPref(`${BRANCH}opaque`, false),
  };
}

/**
 * @template {string} Word
 * @param {string} name
 * @param {readonly Word[]} words
 * @returns {Word}
 */
function wordIn(name, words) {
  const wanted = Services.prefs.getStringPref(`${BRANCH}${name}`, AUTOMATIC);
  const found = words.find((word) => word === wanted);
  if (!found) {
    console.warn(`Signet: ${BRANCH}${name} is "${wanted}", which is none of ${words.join(", ")}.`);
  }
  return found ?? /** @type {Word} */ (AUTOMATIC);
}
