/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a message that is written was made from: whether what it quotes, passes on or goes on with had been
// encrypted; and what a draft or template says of itself, so that it is gone on with as it was left.
//
// A draft that is not encrypted says it in its header. In one that is, the field stands inside of the
// encryption: whoever can change what lies on a server must not be able to switch the encryption off.
//
// Relies on: the globals gOriginalMsgURI, gIsRelatedToEncryptedOriginal and gMsgCompose.type of
// MsgComposeCommands.js; the event "compose-startup-done"; nsIMsgCompFields.setHeader, deleteHeader,
// hasHeader and getUnstructuredHeader, and that the fields that a window is opened with are its
// gMsgCompose.compFields; messageURIToMsgHdr of a message's service; what message-bytes relies on.

import { readMessage } from "./message-bytes.sys.mjs";
import { concatenated, fromBinaryString } from "./octets.sys.mjs";

/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeChoices} ComposeChoices */
/** @typedef {import("../generated/js/message-security.sys.mjs").OpenedMessage} OpenedMessage */
/** @typedef {import("./opened-messages.sys.mjs").Wanted} Wanted */

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

const FIELD = "X-Signet-Draft";
/** Inside: by its name it belongs to the content, which is what is encrypted (RFC 2045, section 3). */
const FIELD_INSIDE = "Content-Signet-Draft";

/** The header of a message is looked for in so many of its octets. */
const HEADER_OCTETS = 256 * 1024;

const ENCRYPTION = /** @type {const} */ (["never", "if-possible", "required"]);

/**
 * What a draft says of itself.
 * @typedef {object} Kept
 * @property {ComposeChoices} choices
 * @property {boolean} fromEncrypted
 */

/**
 * @typedef {object} Messages
 * @property {(uri: string) => boolean} wasEncrypted A message that has been opened.
 * @property {(wanted: Wanted) => Promise<OpenedMessage>} take
 */

export class MessageOrigin {
  #window;
  #messages;
  /** @type {Kept | null} Of the draft that is gone on with. */
  #kept = null;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {Messages} messages
   */
  constructor(window, messages) {
    this.#window = window;
    this.#messages = messages;
  }

  /** @returns {boolean} Text in the message had been encrypted, and somebody else may have written it. */
  get isEncrypted() {
    const { gIsRelatedToEncryptedOriginal, gMsgCompose, gOriginalMsgURI } = this.#window;
    if (gMsgCompose?.type === Ci.nsIMsgCompType.ForwardAsAttachment) {
      return false; // the message is in it as it came
    }
    if (this.#kept) {
      return this.#kept.fromEncrypted;
    }
    const uris = (gOriginalMsgURI ?? "").split(",");
    return !!gIsRelatedToEncryptedOriginal || uris.some((/** @type {string} */ uri) => this.#messages.wasEncrypted(uri));
  }

  /**
   * What the draft, or template, that the window goes on with says of itself, or what the window was opened
   * with.
   * @returns {Promise<ComposeChoices | null>} Null: it says nothing, or it is none.
   */
  async choices() {
    const { gMsgCompose, gOriginalMsgURI } = this.#window;
    const { compFields } = gMsgCompose;
    if (compFields.hasHeader(FIELD)) {
      return keptIn(compFields.getUnstructuredHeader(FIELD))?.choices ?? null;
    }
    const { Draft, EditTemplate, Template } = Ci.nsIMsgCompType;
    if (![Draft, EditTemplate, Template].includes(gMsgCompose?.type) || !gOriginalMsgURI) {
      return null;
    }
    const header = headerOf(gOriginalMsgURI);
    if (!header) {
      return null;
    }
    const size = header.messageSize;
    const { view, content } = await this.#messages.take({
      uri: gOriginalMsgURI,
      size,
      incomplete: false,
    });
    if (view.encryption === "none") {
      const octets = await readMessage(gOriginalMsgURI, size, new AbortController().signal);
      this.#kept = keptIn(fieldIn(octets, FIELD));
    } else if (content) {
      this.#kept = keptIn(fieldIn(content, FIELD_INSIDE));
    }
    return this.#kept?.choices ?? null;
  }

  /**
   * A draft is being saved as it is written.
   * @param {ComposeChoices} choices
   */
  note(choices) {
    this.#window.gMsgCompose.compFields.setHeader(FIELD, fieldFor(choices, this.isEncrypted));
  }

  /** A message is being sent, or a draft is encrypted: there is nothing in its header. */
  forget() {
    this.#window.gMsgCompose.compFields.deleteHeader(FIELD);
  }

  /**
   * @param {ComposeChoices} choices
   * @param {ArrayBuffer} entity Of a draft that is about to be encrypted.
   * @returns {ArrayBuffer} With what it says of itself.
   */
  noteInside(choices, entity) {
    const line = `${FIELD_INSIDE}: ${fieldFor(choices, this.isEncrypted)}\r\n`;
    const { buffer } = concatenated([fromBinaryString(line), new Uint8Array(entity)]);
    return /** @type {ArrayBuffer} */ (buffer);
  }
}

/**
 * The window that is opened with these fields begins with these choices.
 * @param {any} compFields An nsIMsgCompFields.
 * @param {ComposeChoices} choices
 */
export function beginWith(compFields, choices) {
  compFields.setHeader(FIELD, fieldFor(choices, false));
}

/** @param {ComposeChoices} choices @param {boolean} fromEncrypted @returns {string} The field's value. */
function fieldFor({ encryption, sign }, fromEncrypted) {
  const from = fromEncrypted ? "encrypted" : "plain";
  return `encryption=${encryption}; sign=${sign ? "yes" : "no"}; from=${from}`;
}

/** @param {string} uri @returns {any} An nsIMsgDBHdr; null: there is none, for example of a file. */
function headerOf(uri) {
  try {
    return lazy.MailServices.messageServiceFromURI(uri).messageURIToMsgHdr(uri);
  } catch {
    return null;
  }
}

/** @param {ArrayBuffer} octets Of a message or entity. @param {string} name @returns {string} The field's value. */
function fieldIn(octets, name) {
  const begin = new Uint8Array(octets, 0, Math.min(octets.byteLength, HEADER_OCTETS));
  const [header] = new TextDecoder("latin1").decode(begin).split(/\r?\n\r?\n/, 1);
  const [, value] = header.match(new RegExp(`^${name}:(.*)$`, "im")) ?? [];
  return value ?? "";
}

/** @param {string} value @returns {Kept | null} */
function keptIn(value) {
  const said = new Map(
    value.split(";").map((each) => {
      const [name, ...rest] = each.trim().split("=");
      return [name, rest.join("=")];
    }),
  );
  const encryption = ENCRYPTION.find((each) => each === said.get("encryption"));
  return encryption
    ? {
        choices: { encryption, sign: said.get("sign") === "yes" },
        fromEncrypted: said.get("from") !== "plain",
      }
    : null;
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  return ["gOriginalMsgURI", "gIsRelatedToEncryptedOriginal"].filter((name) => !(name in window));
}

export const requirements = [
  {
    name: "nsIMsgCompType.ForwardAsAttachment",
    test: () => typeof Ci.nsIMsgCompType?.ForwardAsAttachment === "number",
  },
];
