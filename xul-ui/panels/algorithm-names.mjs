/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Algorithms by their names, which are the same everywhere ("RSA", "SHA-256"), joined in the person's
// language: the module says "RSA 2048 bits", "ECDSA with SHA-256", "RSA-OAEP with SHA-256 and MGF1 with
// SHA-1".

/** @typedef {{id: string, args: Record<string, string | number>}} Message */

/** What joins names, the loosest first. */
const JOINED = /** @type {const} */ ([
  [" and ", "algorithm-and"],
  [" with ", "algorithm-with"],
]);

/**
 * @param {(message: Message) => Promise<string | null | undefined>} say Gives the words of a message.
 * @param {string} name From the module.
 * @returns {Promise<string>}
 */
export async function algorithmInWords(say, name) {
  for (const [joint, id] of JOINED) {
    const at = name.indexOf(joint);
    if (at > 0) {
      const [first, second] = await Promise.all([
        algorithmInWords(say, name.slice(0, at)),
        algorithmInWords(say, name.slice(at + joint.length)),
      ]);
      return (await say({ id, args: { first, second } })) || name;
    }
  }
  const [, kind, bits] = /^(.+) (\d+) bits$/.exec(name) ?? [];
  return (bits && (await say({ id: "algorithm-bits", args: { name: kind, bits } }))) || name;
}
