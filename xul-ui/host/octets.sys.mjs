/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Octets in the forms that the host has for them.

/** @param {Uint8Array[]} pieces @returns {Uint8Array<ArrayBuffer>} One after the other. */
export function concatenated(pieces) {
  const octets = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const piece of pieces) {
    octets.set(piece, position);
    position += piece.length;
  }
  return octets;
}

/** @param {string} text A binary string: each character is an octet. @returns {Uint8Array<ArrayBuffer>} */
export function fromBinaryString(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
