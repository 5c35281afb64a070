/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Parts of the type application/pkcs7-mime: the host's MIME library hands them to Signet and shows what it
// gets back as it shows any part. What is inside is given only for the part that covers the whole
// message; one inside of something else is described, so that nothing beside it can take it away
// (https://efail.de), and nothing is opened for work that no person waits for.
//
// Relies on: the contract "@mozilla.org/mimecth;1?type=…" (nsIMimeContentTypeHandler), which libmime asks
// for before it looks at its own classes, made here of the one for OpenPGP, multipart/encrypted;
// the contract "@mozilla.org/mime/pgp-mime-js-decrypt;1", the listener that this one feeds, and
// nsIPgpMimeProxy, through which it talks to libmime; Services.tm.spinEventLoopUntil, because libmime takes
// the content only while onStopRequest has not returned; nsIMsgMessageUrl and nsIMsgFolder.getUriForMsg; that
// libmime asks for the type of a part by its name where it is application/octet-stream, and the category
// "ext-to-type-mapping" in which the host looks for that.

import { isKept } from "./message-bytes.sys.mjs";
import { concatenated } from "./octets.sys.mjs";
import { describePart } from "./part-words.sys.mjs";
import { isPartial } from "./partial-messages.sys.mjs";
import { Undo } from "./undo.sys.mjs";

/** @typedef {import("../generated/js/message-security.sys.mjs").OpenedMessage} OpenedMessage */
/** @typedef {import("./opened-messages.sys.mjs").OpenedMessages} OpenedMessages */
/** @typedef {import("./displayed-message.sys.mjs").DisplayedMessage} DisplayedMessage */

const LISTENER = "@mozilla.org/mime/pgp-mime-js-decrypt;1";
const HANDLER = "@mozilla.org/mimecth;1?type=";
const TYPE_OF_EXTENSION = "ext-to-type-mapping";
const TYPES = ["application/pkcs7-mime", "application/x-pkcs7-mime"];

/** What such parts are called by their names where their type says nothing (RFC 8551, 3.2.1 and 3.9). */
const EXTENSIONS = ["p7m", "p7z"];
const OURS = /^application\/(?:(?:x-)?pkcs7-mime|octet-stream)\b/i;

/** Work that no person waits for: filters, the search index, add-ons that look through mail. */
const BACKGROUND = /[?&](?:header=filter|emitter=js)\b/;

/** Quoting in a reply. */
const QUOTING = /[?&]header=quote(?:body)?\b/;

/** A part as it is in the message: an attached message that is saved or opened. */
const RAW = /[?&]outputformat=raw\b/;

/** The part that is the whole message. */
const ROOT = "1";

const LINE_FEED = 0x0a;

/** Content is handed over in pieces of this size, as strings in which each character is an octet. */
const PIECE_OCTETS = 256 * 1024;

/**
 * Takes the parts over.
 * @param {OpenedMessages} messages
 * @param {import("./localization.sys.mjs").Words} words
 * @returns {() => void} Gives them back to the host.
 */
export function takeOverOpaqueParts(messages, words) {
  const undo = new Undo();
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  /** @param {string} contract @param {() => any} create */
  const provide = (contract, create) => {
    const factory = {
      QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
      /** @param {any} iid */
      createInstance: (iid) => create().QueryInterface(iid),
    };
    const before = registrar.isContractIDRegistered(contract)
      ? registrar.contractIDToCID(contract)
      : null;
    const own = Services.uuid.generateUUID();
    registrar.registerFactory(own, "Signet", contract, factory);
    undo.add(() => {
      registrar.unregisterFactory(own, factory);
      if (before) {
        registrar.registerFactory(before, "", contract, null);
      }
    });
    return before;
  };
  const original = Components.manager.getClassObject(
    registrar.contractIDToCID(LISTENER),
    Ci.nsIFactory,
  );
  provide(LISTENER, () => new PartListener(messages, words, original));
  for (const type of TYPES) {
    provide(HANDLER + type, () => Cc[`${HANDLER}multipart/encrypted`].createInstance());
  }
  for (const extension of EXTENSIONS) {
    Services.catMan.addCategoryEntry(TYPE_OF_EXTENSION, extension, TYPES[0], false, true);
    undo.add(() => Services.catMan.deleteCategoryEntry(TYPE_OF_EXTENSION, extension, false));
  }
  return () => undo.all();
}

/** The message is not displayed any more: nobody misses the part. */
class Left extends Error {
  /** @override */
  name = "AbortError";
}

/** Takes one part's octets and gives back what is to be shown. Parts of OpenPGP go on to the host's. */
class PartListener {
  QueryInterface = ChromeUtils.generateQI(["nsIStreamListener", "nsIRequestObserver"]);
  #messages;
  #words;
  #original;
  /** @type {any} The host's own listener, for what is not ours. */
  #host = null;
  /** @type {any} */
  #proxy = null;
  /** @type {Uint8Array[]} */
  #octets = [];
  /** The host has gone on without it. */
  #leftOut = false;
  #reader = Cc["@mozilla.org/binaryinputstream;1"].createInstance(Ci.nsIBinaryInputStream);

  /**
   * @param {OpenedMessages} messages
   * @param {import("./localization.sys.mjs").Words} words
   * @param {any} original The factory of the host's listener.
   */
  constructor(messages, words, original) {
    this.#messages = messages;
    this.#words = words;
    this.#original = original;
  }

  /** @param {nsIRequest} request */
  onStartRequest(request) {
    this.#proxy = /** @type {any} */ (request).QueryInterface(Ci.nsIPgpMimeProxy);
    if (!OURS.test(this.#proxy.contentType)) {
      this.#host = this.#original.createInstance(Ci.nsIStreamListener);
      this.#host.onStartRequest(request);
    }
  }

  /**
   * @param {nsIRequest} request
   * @param {nsIInputStream} stream
   * @param {number} offset
   * @param {number} count
   */
  onDataAvailable(request, stream, offset, count) {
    if (this.#host) {
      this.#host.onDataAvailable(request, stream, offset, count);
      return;
    }
    const piece = new Uint8Array(count);
    this.#reader.setInputStream(stream);
    this.#reader.readArrayBuffer(count, piece.buffer);
    this.#octets.push(piece);
  }

  /** @param {nsIRequest} request @param {number} status */
  onStopRequest(request, status) {
    if (this.#host) {
      this.#host.onStopRequest(request, status);
      return;
    }
    const url = this.#proxy.messageURI;
    if (!url || BACKGROUND.test(url.spec)) {
      return;
    }
    /** @type {{entity: Uint8Array} | null} */
    let outcome = null;
    const displayed = displaying(this.#proxy.mailChannel);
    this.#entity(url).then(
      (entity) => {
        outcome = { entity };
      },
      (error) => {
        if (error?.name !== "AbortError") {
          console.warn("Signet: a part could not be shown.", error);
        }
        outcome = { entity: new Uint8Array() };
      },
    );
    // While this waits, the host's server goes on with nothing else of the folder. What it has not begun to
    // give out is therefore not waited for: the host displays the message once more when it has come.
    Services.tm.spinEventLoopUntil(
      "Signet: opening a message",
      () => outcome !== null || !!displayed?.queued,
    );
    const { entity } = /** @type {{entity: Uint8Array} | null} */ (outcome) ?? {};
    if (entity) {
      this.#give(entity);
    } else {
      this.#leftOut = true;
      displayed?.showWhenOpened();
    }
  }

  /** @param {any} url @returns {Promise<Uint8Array>} What is shown in the part's place. */
  async #entity(url) {
    const displayed = displayedIn(this.#proxy.mailChannel, url);
    const part = this.#proxy.mimePart;
    /** @type {OpenedMessage} */
    let opened;
    try {
      opened = await (displayed?.opening ?? this.#take(url));
    } catch (error) {
      if (/** @type {any} */ (error)?.name === "AbortError") {
        throw error;
      }
      return describePart(this.#words, "failed", []);
    }
    if (this.#leftOut) {
      throw new Left();
    }
    const { content, view, authenticated, loadsRemoteContent } = opened;
    if (opened.part !== part) {
      return RAW.test(url.spec) ? asBase64(this.#received()) : this.#errant();
    }
    if (!content) {
      return QUOTING.test(url.spec)
        ? new Uint8Array()
        : describePart(this.#words, "closed", view.reasons);
    }
    if (QUOTING.test(url.spec) && !authenticated && loadsRemoteContent) {
      return describePart(this.#words, "not-quoted", []);
    }
    displayed?.showsContent(url.spec, opened);
    return new Uint8Array(content);
  }

  /** @param {any} url @returns {Promise<OpenedMessage>} Of a message that is not being displayed. */
  async #take(url) {
    const wanted = wantedBy(url);
    if (isKept(url.messageHeader) || this.#messages.isDisplayed(wanted.uri)) {
      return this.#messages.take(wanted);
    }
    return this.#proxy.mimePart === ROOT
      ? this.#messages.takePart(wanted.uri, this.#received())
      : this.#messages.withoutKeys(this.#received());
  }

  /** @returns {Promise<Uint8Array>} A part that does not cover the message. */
  async #errant() {
    const { content, view } = await this.#messages.withoutKeys(this.#received());
    return describePart(
      this.#words,
      view.encryption === "none" ? "signed-apart" : "encrypted-apart",
      [],
      content && new Uint8Array(content),
    );
  }

  /** @returns {Uint8Array} The part's body, decoded. */
  #received() {
    return concatenated(this.#octets);
  }

  /** @param {Uint8Array} entity */
  #give(entity) {
    for (let position = 0; position < entity.length; position += PIECE_OCTETS) {
      const text = asBinaryString(entity.subarray(position, position + PIECE_OCTETS));
      this.#proxy.outputDecryptedData(text, text.length);
    }
    if (entity.length > 0 && entity[entity.length - 1] !== LINE_FEED) {
      this.#proxy.outputDecryptedData("\r\n", 2); // the host drops a last line that does not end
    }
  }
}

/**
 * The window that displays what a channel brings.
 * @param {any} channel
 * @param {any} url
 * @returns {DisplayedMessage | null} Null for what is not being displayed: a reply, an attachment.
 */
function displayedIn(channel, url) {
  const displayed = displaying(channel);
  if (displayed && !displayed.displays(url.spec)) {
    throw new Left();
  }
  return displayed;
}

/** @param {any} channel @returns {DisplayedMessage | null} What displays it, or displayed it until now. */
function displaying(channel) {
  return channel?.smimeSink?.wrappedJSObject?.displayed ?? null;
}

/** @param {any} url @returns {import("./opened-messages.sys.mjs").Wanted} */
function wantedBy(url) {
  const header = url.QueryInterface(Ci.nsIMsgMessageUrl).messageHeader;
  const { folder } = header;
  return {
    uri: folder ? folder.getUriForMsg(header) : url.uri,
    size: header.messageSize,
    incomplete: isPartial(header),
  };
}

/**
 * @param {Uint8Array} octets
 * @returns {Uint8Array} The body of a part again, in the encoding that it came in. (Another than base64
 *     does not exist for S/MIME in mail.)
 */
function asBase64(octets) {
  return new TextEncoder().encode(octets.toBase64().replace(/.{76}/g, "$&\r\n"));
}

/** @param {Uint8Array} octets @returns {string} */
function asBinaryString(octets) {
  const STEP = 8192;
  let text = "";
  for (let position = 0; position < octets.length; position += STEP) {
    text += String.fromCharCode(...octets.subarray(position, position + STEP));
  }
  return text;
}

export const requirements = [
  { name: "nsIPgpMimeProxy", test: () => "nsIPgpMimeProxy" in Ci },
  { name: "nsIMsgMessageUrl", test: () => "nsIMsgMessageUrl" in Ci },
  { name: LISTENER, test: () => LISTENER in Cc },
  {
    name: "nsIComponentRegistrar.registerFactory",
    test: () =>
      typeof Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory ===
      "function",
  },
];
