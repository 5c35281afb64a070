/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A message's octets as they were received, streamed from wherever the host keeps them.
//
// Relies on: MailServices.messageServiceFromURI(uri).streamMessage without conversion, which keeps
// CRLF; for a message that the host keeps on this machine, nsIMsgFolder.getMsgInputStream, which is read
// beside the host's own reading instead of behind it, by nsIAsyncStreamCopier2 on a thread of its own into
// an nsIStorageStream (that stream gives a line at a time, and to take each on the main thread costs
// half a minute for 10 MiB); a copy in the offline store is prefixed with the host's own
// X-Mozilla-… lines; in a part that the person has deleted or detached there is a field
// X-Mozilla-Altered.

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
 * Octets are taken from the stream in pieces of this size: one piece is used again and again, because
 * touching fresh memory costs more than copying.
 */
const PIECE_OCTETS = 64 * 1024;

/** The types of servers whose messages are on this machine and nowhere else. */
const LOCAL = new Set(["none", "pop3", "rss"]);

/** A message that is kept here is collected in pieces of this size. */
const SEGMENT_OCTETS = 256 * 1024;

/**
 * Reads a message.
 * @param {string} uri The message's URI, as the host names it.
 * @param {number} expected Its size as far as it is known; a hint.
 * @param {AbortSignal} signal Ends reading; the promise is then rejected with an AbortError.
 * @param {(queued: boolean) => void} [queued] Told while reading may stand behind the host's own.
 * @returns {Promise<ArrayBuffer>} Rejected with MessageUnavailable if the host does not have it.
 */
export function readMessage(uri, expected, signal, queued = () => {}) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const octets = new Collector(expected);
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
        queued(false);
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
        octets.take(stream, count);
        if (octets.length > MAX_MESSAGE_OCTETS) {
          request.cancel(Cr.NS_ERROR_FILE_TOO_BIG);
        }
      },
      /**
       * @param {nsIRequest} _request
       * @param {number} status
       */
      onStopRequest(_request, status) {
        running = null;
        queued(false);
        signal.removeEventListener("abort", abort);
        if (settled) {
          return;
        }
        if (!Components.isSuccessCode(status)) {
          reject(new MessageUnavailable(`streaming ended with 0x${(status >>> 0).toString(16)}`));
        } else if (octets.length === 0) {
          reject(new MessageUnavailable("the host has no octets of it"));
        } else {
          resolve(octets.finish());
        }
      },
    };
    try {
      const service = lazy.MailServices.messageServiceFromURI(uri);
      const kept = openKept(service, uri);
      if (kept) {
        streamKept(kept, listener);
      } else {
        queued(true);
        service.streamMessage(uri, listener, null, null, false, "", false);
      }
    } catch (error) {
      queued(false);
      signal.removeEventListener("abort", abort);
      reject(new MessageUnavailable(String(error)));
    }
  });
}

/**
 * Reads all of a file's stream away from the main thread, and hands it over as one piece.
 * @param {nsIInputStream} kept
 * @param {any} listener An nsIStreamListener.
 */
function streamKept(kept, listener) {
  const storage = Cc["@mozilla.org/storagestream;1"].createInstance(Ci.nsIStorageStream);
  storage.init(SEGMENT_OCTETS, MAX_MESSAGE_OCTETS + SEGMENT_OCTETS);
  const copier = Cc["@mozilla.org/network/async-stream-copier;1"].createInstance(
    Ci.nsIAsyncStreamCopier2,
  );
  const thread = Cc["@mozilla.org/network/stream-transport-service;1"].getService(Ci.nsIEventTarget);
  copier.init(kept, storage.getOutputStream(0), thread, SEGMENT_OCTETS, true, true);
  copier.asyncCopy(
    {
      QueryInterface: ChromeUtils.generateQI(["nsIRequestObserver"]),
      onStartRequest: (/** @type {any} */ request) => listener.onStartRequest(request),
      onStopRequest(/** @type {any} */ request, /** @type {number} */ status) {
        if (Components.isSuccessCode(status) && storage.length > 0) {
          listener.onDataAvailable(request, storage.newInputStream(0), 0, storage.length);
        }
        listener.onStopRequest(request, status);
      },
    },
    null,
  );
}

/**
 * @param {any} service
 * @param {string} uri
 * @returns {nsIInputStream | null} Null unless the host keeps the message on this machine.
 */
function openKept(service, uri) {
  try {
    const header = service.messageURIToMsgHdr(uri);
    return isKept(header) ? header.folder.getMsgInputStream(header) : null;
  } catch {
    return null; // the usual way then says what is wrong, if anything is
  }
}

/**
 * Whether a message can be read without its server. Where it cannot, the host fetches one message of a folder
 * after the other.
 * @param {any} header An nsIMsgDBHdr.
 * @returns {boolean}
 */
export function isKept({ folder, messageKey }) {
  return !!folder && (LOCAL.has(folder.server.type) || folder.hasMsgOffline(messageKey));
}

/** Puts together what a stream brings, without the lines that the host put before the message. */
class Collector {
  length = 0;
  #piece = new Uint8Array(PIECE_OCTETS);
  #octets;
  #reader = Cc["@mozilla.org/binaryinputstream;1"].createInstance(Ci.nsIBinaryInputStream);

  /** @param {number} expected */
  constructor(expected) {
    const size = Math.min(Math.max(expected, PIECE_OCTETS), MAX_MESSAGE_OCTETS);
    this.#octets = new Uint8Array(size + PIECE_OCTETS);
  }

  /** @param {nsIInputStream} stream @param {number} count */
  take(stream, count) {
    this.#reader.setInputStream(stream);
    for (let left = count; left > 0; ) {
      const size = Math.min(left, PIECE_OCTETS);
      this.#reader.readArrayBuffer(size, this.#piece.buffer);
      const piece = this.#piece.subarray(0, size);
      this.#append(this.length === 0 ? piece.subarray(hostLinesLength(piece)) : piece);
      left -= size;
    }
  }

  /** @returns {ArrayBuffer} Everything; nothing can be taken after it. */
  finish() {
    return this.#octets.buffer.transfer(this.length);
  }

  /** @param {Uint8Array} piece */
  #append(piece) {
    const length = this.length + piece.length;
    if (length > this.#octets.length) {
      this.#octets = new Uint8Array(this.#octets.buffer.transfer(2 * length));
    }
    this.#octets.set(piece, this.length);
    this.length = length;
  }
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

/**
 * Whether the host has taken a part of a message away: deleted it or detached it to a file.
 * @param {ArrayBuffer} message
 * @returns {boolean}
 */
export function isAlteredByHost(message) {
  // Octets of ASCII are themselves in this encoding, and decoding it is fast.
  return /^X-Mozilla-Altered: Attachment(?:Deleted|Detached)\b/m.test(
    new TextDecoder("latin1").decode(message),
  );
}

/**
 * Whether the host has taken a part away since the message was signed, at the person's wish. A
 * signature that does not fit then says nothing about the sender: the message is not wholly there.
 * A sender who pretends this gains nothing that leaving the signature out would not give.
 * @param {string} uri
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
export async function wasAlteredByHost(uri, signal) {
  try {
    return isAlteredByHost(await readMessage(uri, 0, signal));
  } catch (error) {
    if (error instanceof MessageUnavailable) {
      return false;
    }
    throw error;
  }
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
  { name: "nsIAsyncStreamCopier2", test: () => "nsIAsyncStreamCopier2" in Ci },
  { name: "nsIStorageStream", test: () => "nsIStorageStream" in Ci },
];
