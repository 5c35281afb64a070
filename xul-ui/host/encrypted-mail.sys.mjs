/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the host is told about a displayed message that was encrypted: that its answers are encrypted, too,
// and that nothing is loaded from the network for a content that somebody may have changed on its
// way, because what is loaded could carry the text with it (https://efail.de). The person sees a bar and
// decides, for this time.
//
// Relies on: nsIEncryptedSMIMEURIsService, which the host asks with a message's URI when an answer is written, and with the address of a document when that wants to
// load something, and then refuses; gMessageNotificationBar.setRemoteContentMsg, called when that has
// happened, and msgNotificationBar of the same; gMessage, gMessageURI, ReloadMessage; the property
// remoteContentPolicy of a message.

/** @typedef {import("../generated/js/message-security.sys.mjs").OpenedMessage} OpenedMessage */

const BAR = "signet-remote-content";

/** The host's number for "show the remote content of this message". */
const ALLOW_REMOTE_CONTENT = 2;

export class EncryptedMail {
  #window;
  #words;
  /** @type {string[]} What the host was told to be encrypted. */
  #remembered = [];
  /** The content on display may not load anything. */
  #blocked = false;
  /** @type {string | null} The message for which the person has allowed it. */
  #allowed = null;
  #setRemoteContentMsg;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {import("./localization.sys.mjs").Words} words
   */
  constructor(window, words) {
    this.#window = window;
    this.#words = words;
    const bar = window.gMessageNotificationBar;
    const original = bar.setRemoteContentMsg;
    const wrapper = (/** @type {unknown[]} */ ...values) =>
      this.#blocked
        ? this.#showBar().catch(console.error)
        : original.apply(bar, values);
    bar.setRemoteContentMsg = wrapper;
    this.#setRemoteContentMsg = { original, wrapper };
  }

  /** Another message is displayed. */
  reset() {
    for (const uri of this.#remembered.splice(0)) {
      encryptedUris().forgetEncrypted(uri);
    }
    this.#blocked = false;
    if (this.#allowed !== this.#window.gMessageURI) {
      this.#allowed = null;
    }
  }

  /**
   * The content of a message is about to be displayed.
   * @param {string} url The address of the document that displays it.
   * @param {OpenedMessage} opened
   */
  shows(url, { view, authenticated }) {
    if (view.encryption === "none") {
      return;
    }
    const { gMessageURI } = this.#window;
    this.#remember(gMessageURI);
    if (!authenticated && this.#allowed !== gMessageURI) {
      this.#blocked = true;
      this.#remember(url);
    }
  }

  stop() {
    this.reset();
    const bar = this.#window.gMessageNotificationBar;
    if (bar.setRemoteContentMsg === this.#setRemoteContentMsg.wrapper) {
      bar.setRemoteContentMsg = this.#setRemoteContentMsg.original;
    }
    this.#notification()?.close();
  }

  /** @param {string} uri */
  #remember(uri) {
    encryptedUris().rememberEncrypted(uri);
    this.#remembered.push(uri);
  }

  #notification() {
    return this.#window.gMessageNotificationBar.msgNotificationBar.getNotificationWithValue(BAR);
  }

  async #showBar() {
    const uri = this.#window.gMessageURI;
    const [{ value }, { attributes }] = await this.#words.messages([
      "remote-content-bar",
      "remote-content-load",
    ]);
    if (!this.#blocked || uri !== this.#window.gMessageURI || this.#notification()) {
      return;
    }
    const box = this.#window.gMessageNotificationBar.msgNotificationBar;
    await box.appendNotification(
      BAR,
      {
        label: value,
        image: "chrome://messenger/skin/icons/remote-blocked.svg",
        priority: box.PRIORITY_WARNING_MEDIUM,
      },
      [
        {
          label: attributes.label,
          accessKey: attributes.accesskey,
          callback: () => {
            this.#allowed = uri;
            this.#window.gMessage?.setUint32Property("remoteContentPolicy", ALLOW_REMOTE_CONTENT);
            this.#window.ReloadMessage();
          },
        },
      ],
    );
  }
}

/** @returns {any} The host's list of what was encrypted. */
function encryptedUris() {
  return Cc["@mozilla.org/messenger-smime/smime-encrypted-uris-service;1"].getService(
    Ci.nsIEncryptedSMIMEURIsService,
  );
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  return typeof window.gMessageNotificationBar?.setRemoteContentMsg === "function"
    ? []
    : ["gMessageNotificationBar.setRemoteContentMsg"];
}

export const requirements = [
  {
    name: "nsIEncryptedSMIMEURIsService",
    test: () => ["rememberEncrypted", "forgetEncrypted"].every((name) => name in encryptedUris()),
  },
];
