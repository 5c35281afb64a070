/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The place in the host's making of a message where its body is signed and encrypted. The host writes the
// MIME entity here in place of the message's file, and takes what comes back. Everything that may ask
// a person or the network has been done before; if it goes wrong all the same, or the person gives it up,
// nothing is sent. The window stays alive meanwhile: octets are worked on in pieces, and between them the
// host does what else it has to do.
//
// Relies on: nsIMsgComposeSecure as MimeMessage.sys.mjs uses it: requiresCryptoEncapsulation, then
// beginCryptoEncapsulation with the stream to the file, to which the header has been written, the message's
// nsIMsgCompFields (third), and (fourth) that header once more, without Bcc; mimeCryptoWriteBlock with
// binary strings, and finishCryptoEncapsulation, which must have written everything when it returns, and
// which cancels sending in silence by throwing NS_ERROR_ABORT. The stream is an nsIBufferedOutputStream over a
// file, both of them nsISeekableStream. nsIMsgCompFields.getRawHeader("bcc") with jsmime's parser and emitter gives the
// line that is missing in the header. Services.tm.spinEventLoopUntil and dispatchToMainThread; signMessage,
// requireEncryptMessage and signFormat, which the host sets and asks for.

import { withCause } from "./disk-room.sys.mjs";

/** A message above this is not protected: as much as fits the module's calls. */
const MAX_OCTETS = 256 * 1024 * 1024;

/** So many octets are worked on before the host is given a moment: some milliseconds. */
const PIECE_OCTETS = 1024 * 1024;

/** @type {{jsmime?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, { jsmime: "resource:///modules/jsmime.sys.mjs" });

/**
 * @typedef {object} Written A message as the host has written it.
 * @property {ArrayBuffer} entity
 * @property {string} header The outer header, a binary string of whole lines, without Bcc.
 */

/**
 * @typedef {object} Protected
 * @property {ArrayBuffer} entity
 * @property {string} header In place of the one that was written; empty: that one stays.
 */

/**
 * What an encapsulation is used with.
 * @typedef {object} Work
 * @property {(written: Written, signal: AbortSignal) => Promise<Protected>} protect
 * @property {(error: unknown) => void} failed Tells the person why nothing is sent.
 * @property {(cancel: () => void) => (() => void)} begun Tells the person that the message is being protected, and
 *     lets them give it up; gives what ends that.
 */

export class Encapsulation {
  QueryInterface = ChromeUtils.generateQI(["nsIMsgComposeSecure"]);
  // The host writes and reads these; what is done does not depend on them.
  signMessage = false;
  requireEncryptMessage = false;
  signFormat = "";

  #work;
  /** @type {string[]} Binary strings. */
  #written = [];
  #length = 0;
  #header = "";
  #hidden = "";
  /** @type {any} */
  #stream = null;
  /** How much of the header the host has written to the stream. */
  #headerOctets = 0;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
  }

  /** @returns {boolean} Always: what need not be protected does not come here. */
  requiresCryptoEncapsulation() {
    return true;
  }

  /**
   * @param {any} stream To the message's file, after its outer header.
   * @param {string} _recipients
   * @param {any} fields
   * @param {string} header
   */
  beginCryptoEncapsulation(stream, _recipients, fields, header) {
    this.#stream = stream;
    this.#headerOctets = stream.QueryInterface(Ci.nsISeekableStream).tell();
    this.#header = header;
    this.#hidden = hiddenFields(fields); // now: copies that are sent apart change the field
    this.#written = [];
    this.#length = 0;
  }

  /** @param {string} text @param {number} length */
  mimeCryptoWriteBlock(text, length) {
    this.#length += length;
    if (this.#length <= MAX_OCTETS) {
      this.#written.push(text.length === length ? text : text.substring(0, length));
    }
  }

  /** @param {boolean} abort */
  finishCryptoEncapsulation(abort) {
    if (abort) {
      this.#written = [];
      return;
    }
    /** @type {{error?: unknown} | null} */
    let outcome = null;
    const controller = new AbortController();
    const end = this.#work.begun(() => controller.abort());
    this.#finish(controller.signal).then(
      () => {
        outcome = {};
      },
      (error) => {
        outcome = { error };
      },
    );
    Services.tm.spinEventLoopUntil("Signet: protecting a message", () => outcome !== null);
    end();
    const { error } = /** @type {{error?: unknown}} */ (/** @type {unknown} */ (outcome));
    if (error) {
      this.#blank();
      if (!controller.signal.aborted) {
        this.#work.failed(error);
      }
      throw Components.Exception("Signet: the message could not be protected", Cr.NS_ERROR_ABORT);
    }
  }

  /** @param {AbortSignal} signal */
  async #finish(signal) {
    if (!this.#stream || this.#length > MAX_OCTETS) {
      throw new Error(`a message of ${this.#length} octets cannot be protected`);
    }
    const entity = await octetsOf(this.#written, this.#length, signal);
    this.#written = [];
    const made = await this.#work.protect({ entity, header: this.#header }, signal);
    signal.throwIfAborted();
    try {
      if (made.header && made.header !== this.#header) {
        this.#rewind();
        const whole = made.header + this.#hidden;
        this.#stream.write(whole, whole.length);
      }
      await writeOctets(this.#stream, new Uint8Array(made.entity), signal);
      this.#stream.flush(); // a full disk is to be noticed here
    } catch (error) {
      signal.throwIfAborted();
      throw withCause(error, made.entity.byteLength);
    }
  }

  #rewind() {
    truncate(this.#stream);
  }

  /**
   * Nothing is sent. The host leaves the file where it is, and its buffer is still written to it: of the
   * header, in which the subject stands, nothing is to be in either.
   */
  #blank() {
    try {
      // What lies under the buffer first: on a full disk there is room again then for what is in the buffer, which
      // cannot be thrown away.
      const { data } = this.#stream.QueryInterface(Ci.nsIBufferedOutputStream);
      truncate(data);
      this.#rewind();
      const blank = " ".repeat(this.#headerOctets);
      this.#stream.write(blank, blank.length);
      this.#rewind();
    } catch (error) {
      console.warn("Signet: a file of a message that was not sent could not be emptied.", error);
    }
    this.#stream = null;
  }
}

/** @param {any} stream An nsISeekableStream. */
function truncate(stream) {
  const seekable = stream.QueryInterface(Ci.nsISeekableStream);
  seekable.seek(Ci.nsISeekableStream.NS_SEEK_SET, 0);
  seekable.setEOF();
}

/**
 * The lines of the header that the host writes for itself, and for what it keeps: who gets a hidden copy.
 * @param {any} fields An nsIMsgCompFields.
 * @returns {string}
 */
function hiddenFields(fields) {
  if (!fields.bcc) {
    return "";
  }
  const { headeremitter, headerparser } = lazy.jsmime;
  const recipients = headerparser.parseStructuredHeader("bcc", fields.getRawHeader("bcc"));
  return headeremitter.emitStructuredHeader("bcc", recipients, { useASCII: true });
}

/**
 * @param {string[]} strings Binary ones.
 * @param {number} length Of all.
 * @param {AbortSignal} signal
 * @returns {Promise<ArrayBuffer>}
 */
async function octetsOf(strings, length, signal) {
  const octets = new Uint8Array(length);
  const encoder = new TextEncoder();
  let position = 0;
  let since = 0;
  for (const string of strings) {
    for (let start = 0; start < string.length; start += PIECE_OCTETS) {
      const piece = string.substring(start, start + PIECE_OCTETS);
      const target = octets.subarray(position, position + piece.length);
      // Nearly all is ASCII, which is its own UTF-8; everything else takes more octets than it has
      // characters, and so does not fit.
      if (encoder.encodeInto(piece, target).read !== piece.length) {
        for (let index = 0; index < piece.length; ++index) {
          target[index] = piece.charCodeAt(index);
        }
      }
      position += piece.length;
      since += piece.length;
      if (since >= PIECE_OCTETS) {
        since = 0;
        await othersFirst(signal);
      }
    }
  }
  return octets.buffer;
}

/**
 * @param {any} stream An nsIOutputStream.
 * @param {Uint8Array} octets
 * @param {AbortSignal} signal
 */
async function writeOctets(stream, octets, signal) {
  const binary = Cc["@mozilla.org/binaryoutputstream;1"].createInstance(Ci.nsIBinaryOutputStream);
  binary.setOutputStream(stream);
  for (let position = 0; position < octets.length; position += PIECE_OCTETS) {
    binary.writeByteArray(octets.subarray(position, position + PIECE_OCTETS));
    await othersFirst(signal);
  }
}

/**
 * Lets the host do what waits, a click on Cancel among it.
 * @param {AbortSignal} signal
 */
async function othersFirst(signal) {
  await new Promise((resolve) => Services.tm.dispatchToMainThread(resolve));
  signal.throwIfAborted();
}

export const requirements = [
  {
    name: "Services.tm.spinEventLoopUntil",
    test: () => typeof Services.tm.spinEventLoopUntil === "function",
  },
  { name: "nsIMsgComposeSecure", test: () => "nsIMsgComposeSecure" in Ci },
  {
    name: "jsmime.headeremitter.emitStructuredHeader",
    test: () => typeof lazy.jsmime.headeremitter.emitStructuredHeader === "function",
  },
  {
    name: "Services.tm.dispatchToMainThread",
    test: () => typeof Services.tm.dispatchToMainThread === "function",
  },
  { name: "nsIBinaryOutputStream", test: () => "nsIBinaryOutputStream" in Ci },
];
