/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The place in the host's making of a message where its body is signed and encrypted. The host writes the
// MIME entity here in place of the message's file, and takes what comes back. Everything that may ask
// a person or the network has been done before; if it goes wrong all the same, nothing is sent.
//
// Relies on: nsIMsgComposeSecure as MimeMessage.sys.mjs uses it: requiresCryptoEncapsulation, then
// beginCryptoEncapsulation with the stream to the file, to which the header has been written, the message's
// nsIMsgCompFields (third), and (fourth) that header once more, without Bcc; mimeCryptoWriteBlock with
// binary strings, and finishCryptoEncapsulation, which must have written everything when it returns, and
// which cancels sending in silence by throwing NS_ERROR_ABORT. The stream is an nsISeekableStream, and
// nsIMsgCompFields.getRawHeader("bcc") with jsmime's parser and emitter gives the line that is missing in
// the header. Services.tm.spinEventLoopUntil; signMessage, requireEncryptMessage and signFormat, which the
// host sets and asks for.

/** A message above this is not protected: as much as fits the module's calls. */
const MAX_OCTETS = 256 * 1024 * 1024;

/** Octets are handed to the host's stream in pieces of this size. */
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

export class Encapsulation {
  QueryInterface = ChromeUtils.generateQI(["nsIMsgComposeSecure"]);
  // The host writes and reads these; what is done does not depend on them.
  signMessage = false;
  requireEncryptMessage = false;
  signFormat = "";

  #protect;
  #failed;
  /** @type {string[]} Binary strings. */
  #written = [];
  #length = 0;
  #header = "";
  #hidden = "";
  /** @type {any} */
  #stream = null;

  /**
   * @param {(written: Written) => Promise<Protected>} protect
   * @param {(error: unknown) => void} failed Tells the person why nothing is sent.
   */
  constructor(protect, failed) {
    this.#protect = protect;
    this.#failed = failed;
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
    /** @type {{made?: Protected, error?: unknown} | null} */
    let outcome = null;
    this.#finish().then(
      (made) => {
        outcome = { made };
      },
      (error) => {
        outcome = { error };
      },
    );
    Services.tm.spinEventLoopUntil("Signet: protecting a message", () => outcome !== null);
    const { made, error } = /** @type {{made?: Protected, error?: unknown}} */ (
      /** @type {unknown} */ (outcome)
    );
    try {
      if (!made) {
        throw error;
      }
      if (made.header && made.header !== this.#header) {
        this.#replaceHeader(made.header);
      }
      writeOctets(this.#stream, new Uint8Array(made.entity));
    } catch (reason) {
      this.#failed(reason);
      throw Components.Exception("Signet: the message could not be protected", Cr.NS_ERROR_ABORT);
    }
  }

  /** @param {string} header A binary string of whole lines. */
  #replaceHeader(header) {
    const seekable = this.#stream.QueryInterface(Ci.nsISeekableStream);
    seekable.seek(Ci.nsISeekableStream.NS_SEEK_SET, 0);
    seekable.setEOF();
    const whole = header + this.#hidden;
    this.#stream.write(whole, whole.length);
  }

  async #finish() {
    if (!this.#stream || this.#length > MAX_OCTETS) {
      throw new Error(`a message of ${this.#length} octets cannot be protected`);
    }
    const entity = octetsOf(this.#written, this.#length);
    this.#written = [];
    return this.#protect({ entity, header: this.#header });
  }
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

/** @param {string[]} pieces Binary strings. @param {number} length @returns {ArrayBuffer} */
function octetsOf(pieces, length) {
  const octets = new Uint8Array(length);
  let position = 0;
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; ++index) {
      octets[position++] = piece.charCodeAt(index);
    }
  }
  return octets.buffer;
}

/** @param {any} stream An nsIOutputStream. @param {Uint8Array} octets */
function writeOctets(stream, octets) {
  const binary = Cc["@mozilla.org/binaryoutputstream;1"].createInstance(Ci.nsIBinaryOutputStream);
  binary.setOutputStream(stream);
  for (let position = 0; position < octets.length; position += PIECE_OCTETS) {
    binary.writeByteArray(octets.subarray(position, position + PIECE_OCTETS));
  }
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
  { name: "nsIBinaryOutputStream", test: () => "nsIBinaryOutputStream" in Ci },
];
