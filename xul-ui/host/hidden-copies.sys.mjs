/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Sends a hidden recipient the copy that is encrypted for them alone, by the server that the host sends
// the message with.
//
// Relies on: MailServices.outgoingServer.getServerByIdentity(identity).sendMailMessage with a file, the
// recipients as the header parser gives them, and an nsIMsgOutgoingListener.

import { isFull } from "./disk-room.sys.mjs";
import { concatenated, fromBinaryString } from "./octets.sys.mjs";

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/** The server did not take a copy. */
export class CopyNotSent extends Error {
  /**
   * @param {string} address Whose.
   * @param {number} sent How many other hidden recipients have theirs already.
   * @param {string} why What the host says of it; may be empty.
   * @param {boolean} [noRoom] There was no room on the disk for it.
   */
  constructor(address, sent, why, noRoom = false) {
    super(`the copy for a hidden recipient was not sent: ${why}`);
    this.address = address;
    this.sent = sent;
    this.why = why;
    this.noRoom = noRoom;
  }
}

/**
 * @param {any} identity Who sends it: an nsIMsgIdentity.
 * @param {any} fields The message's nsIMsgCompFields.
 * @param {object} copy
 * @param {string} copy.address Whose.
 * @param {string} copy.header A binary string of whole lines, without Bcc.
 * @param {ArrayBuffer} copy.entity
 * @param {number} copy.sent How many hidden recipients have theirs already.
 * @returns {Promise<void>} Resolved when the server has taken it; rejected with CopyNotSent.
 */
export async function deliverCopy(identity, fields, { address, header, entity, sent }) {
  const file = Services.dirsvc.get("TmpD", Ci.nsIFile);
  file.append("signet-copy.eml");
  file.createUnique(Ci.nsIFile.NORMAL_FILE_TYPE, 0o600);
  try {
    const octets = concatenated([fromBinaryString(header), new Uint8Array(entity)]);
    await IOUtils.write(file.path, octets).catch((error) => {
      throw new CopyNotSent(address, sent, String(error), isFull(octets.length));
    });
    const { status, why } = await send(identity, fields, address, file);
    if (!Components.isSuccessCode(status)) {
      throw new CopyNotSent(address, sent, why);
    }
  } catch (error) {
    throw error instanceof CopyNotSent ? error : new CopyNotSent(address, sent, String(error));
  } finally {
    await IOUtils.remove(file.path, { ignoreAbsent: true });
  }
}

/**
 * @param {any} identity
 * @param {any} fields
 * @param {string} address
 * @param {any} file An nsIFile.
 * @returns {Promise<{status: number, why: string}>}
 */
function send(identity, fields, address, file) {
  return new Promise((resolve) => {
    const listener = {
      QueryInterface: ChromeUtils.generateQI(["nsIMsgOutgoingListener"]),
      onSendStart() {},
      onSendStop(
        /** @type {any} */ _server,
        /** @type {number} */ status,
        /** @type {any} */ _security,
        /** @type {string | null} */ message,
      ) {
        resolve({ status, why: message ?? "" });
      },
    };
    lazy.MailServices.outgoingServer
      .getServerByIdentity(identity)
      .sendMailMessage(
        file,
        lazy.MailServices.headerParser.makeFromDisplayAddress(address),
        [],
        identity,
        fields.from,
        "",
        null,
        fields.DSN,
        fields.messageId,
        listener,
      );
  });
}

export const requirements = [
  {
    name: "outgoingServer.getServerByIdentity",
    test: () => typeof lazy.MailServices.outgoingServer.getServerByIdentity === "function",
  },
  { name: "nsIMsgOutgoingListener", test: () => "nsIMsgOutgoingListener" in Ci },
];
