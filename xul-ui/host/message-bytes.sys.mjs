/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A message's octets as they were received, streamed from wherever the host keeps them.
//
// Relies on: MailServices.messageServiceFromURI(uri).streamMessage without conversion, which keeps
// CRLF; a copy in the offline store is prefixed with the host's own X-Mozilla-… lines.

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/** Messages above this are not read into memory; they count as not wholly there. */
export const MAX_MESSAGE_OCTETS = 256 * 1024 * 1024;

/** Why a message's octets could not be had. */
export class MessageUnavailable extends Error {}

/**
 * Reads a message.
 * @param {string} uri The message's URI, as the host names it.
 * @param {AbortSignal} signal Ends reading; the promise is then rejected with an AbortError.
 * @returns {Promise<ArrayBuffer>} Rejected with MessageUnavailable if the host does not have it.
 */
export function readMessage(uri, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    /** @type {ArrayBuffer[]} */
    const chunks = [];
    let total = 0;
    /** @type {nsIRequest | null} */
    let running = null;
    let settled = false;

    const abort = () => {
      settled = true;
      running?.cancel(Cr.NS_BINDING_ABORTED);
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });

    const listener = {
      QueryInterface: ChromeUtils.generateQI(["nsIStreamListener", "nsIRequestObserver"]),
      /** @param {nsIRequest} request */
      onStartRequest(request) {
        running = request;
        if (settled) {
          request.cancel(Cr.NS_BINDING_ABORTED);
        }
      },
      /**
       * @param {nsIRequest} request
       * @param {nsIInputStream} stream
       * @param {number} _offset
       * @param {number} count
       */
      onDataAvailable(request, stream, _offset, count) {
        const chunk = new ArrayBuffer(count);
        const reader = Cc["@mozilla.org/binaryinputstream;1"].createInstance(
          Ci.nsIBinaryInputStream,
        );
        reader.setInputStream(stream);
        reader.readArrayBuffer(count, chunk);
        total += count;
        if (total > MAX_MESSAGE_OCTETS) {
          request.cancel(Cr.NS_ERROR_FILE_TOO_BIG);
        } else if (!settled) {
          chunks.push(chunk);
        }
      },
      /**
       * @param {nsIRequest} _request
       * @param {number} status
       */
      onStopRequest(_request, status) {
        running = null;
        signal.removeEventListener("abort", abort);
        if (settled) {
          return;
        }
        if (!Components.isSuccessCode(status)) {
          reject(new MessageUnavailable(`streaming ended with 0x${(status >>> 0).toString(16)}`));
        } else if (total === 0) {
          reject(new MessageUnavailable("the host has no octets of it"));
        } else {
          resolve(joined(chunks, total));
        }
      },
    };
    try {
      lazy.MailServices.messageServiceFromURI(uri).streamMessage(
        uri, listener, null, null, false, "", false);
    } catch (error) {
      signal.removeEventListener("abort", abort);
      reject(new MessageUnavailable(String(error)));
    }
  });
}

/**
 * @param {ArrayBuffer[]} chunks
 * @param {number} total Their length.
 * @returns {ArrayBuffer}
 */
function joined(chunks, total) {
  const start = hostLinesLength(new Uint8Array(chunks[0]));
  const message = new Uint8Array(total - start);
  let offset = -start;
  for (const chunk of chunks) {
    const octets = new Uint8Array(chunk);
    message.set(offset < 0 ? octets.subarray(-offset) : octets, Math.max(offset, 0));
    offset += octets.length;
  }
  return message.buffer;
}

/**
 * How many octets at the beginning are lines that the host put before the message.
 * @param {Uint8Array} octets
 * @returns {number}
 */
export function hostLinesLength(octets) {
  const head = String.fromCharCode(...octets.subarray(0, 1024));
  return /^(?:X-Mozilla-(?:Status2?|Keys):[^\r\n]*\r?\n)*/.exec(head)?.[0].length ?? 0;
}

export const requirements = [
  {
    name: "MailServices.messageServiceFromURI",
    test: () => typeof lazy.MailServices.messageServiceFromURI === "function",
  },
  {
    name: "nsIMsgMessageService.streamMessage",
    test: () => "nsIMsgMessageService" in Ci,
  },
];
