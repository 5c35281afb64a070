/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Whether writing failed because the disk is full. The host's streams often say only that it failed, so the disk is
// looked at: what was written before still takes its room.
//
// Relies on: nsIFile.diskSpaceAvailable; the folder for temporary files, "TmpD", in which the host makes messages.

/** @param {number} octets That were to be written in all. @returns {boolean} There is no room left for them. */
export function isFull(octets) {
  try {
    return Services.dirsvc.get("TmpD", Ci.nsIFile).diskSpaceAvailable < octets;
  } catch {
    return false; // nobody knows
  }
}

/**
 * @param {unknown} error That writing failed with.
 * @param {number} octets That were to be written in all.
 * @returns {unknown} NS_ERROR_FILE_NO_DEVICE_SPACE if it was that, otherwise the same error.
 */
export function withCause(error, octets) {
  return isFull(octets)
    ? Components.Exception("Signet: the disk is full", Cr.NS_ERROR_FILE_NO_DEVICE_SPACE)
    : error;
}
