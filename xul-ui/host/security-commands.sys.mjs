/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The ways to the Message Security window that are there for every message, also for one without an
// icon: an item in the View menu of the host's windows and in the "More" menu of the message header,
// and the host's own shortcut for this (Ctrl+Alt+S), which otherwise opens the host's panel. Messages
// with OpenPGP keep the host's panel.
//
// Relies on: #menu_View_Popup and #pageSourceMenuItem of messenger.xhtml and messageWindow.xhtml, the
// keyset of #key_viewPageSource; #otherActionsPopup and #viewSourceMenuItem of aboutMessage.xhtml; currentAboutMessage of
// <tabmail>, and #messageBrowser in messageWindow.xhtml; the message
// `message-header-show-security-info-key` of messenger/openpgp/msgReadStatus.ftl, and that the host
// listens for that key with "keypress" (msgSecurityKeypressHandler); #cryptoBox with the attribute
// tech="OpenPGP".

import { Undo } from "./undo.sys.mjs";

const KEY_ID = "signet-message-security-key";

/** @typedef {Window & Record<string, any>} HostWindow */

/** The item in the "More" menu of a message header. */
export class HeaderMenuItem {
  #undo = new Undo();

  /**
   * @param {HostWindow} window Of about:message.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {() => void} activate
   */
  constructor(window, words, activate) {
    const place = window.document.getElementById("viewSourceMenuItem");
    const item = menuItem(window.document, "signet-message-security-item", activate);
    place?.before(item);
    this.#undo.add(() => item.remove());
    words.name(item, "message-security-menu-item");
  }

  remove() {
    this.#undo.all();
  }
}

/** The item in the View menu of one of the host's main windows, and the shortcut. */
export class WindowCommands {
  #undo = new Undo();
  #window;
  #open;
  /** The shortcut's letter; empty until it is known. */
  #letter = "";

  /**
   * @param {HostWindow} window Of messenger.xhtml or messageWindow.xhtml.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {(message: HostWindow) => (() => void) | null} open How the security of what an
   *     about:message displays is shown; null if there is nothing to show.
   */
  constructor(window, words, open) {
    this.#window = window;
    this.#open = open;
    const { document } = window;
    const item = menuItem(document, "signet-view-message-security", () => this.#action()?.());
    document.getElementById("pageSourceMenuItem")?.before(item);
    this.#undo.add(() => item.remove());
    words.name(item, "message-security-menu-item");
    const popup = /** @type {Element} */ (document.getElementById("menu_View_Popup"));
    this.#undo.listen(popup, "popupshowing", (event) => {
      if (event.target === popup) {
        item.toggleAttribute("disabled", !this.#action());
      }
    });
    // Before the host's own listener, which does not ask whether somebody else has acted.
    this.#undo.listen(window, "keypress", (event) => this.#press(event), true);
    this.#addKey(item).catch((error) => console.error("Signet: the shortcut.", error));
  }

  remove() {
    this.#undo.all();
    this.#letter = "";
  }

  /** @param {Element} item */
  async #addKey(item) {
    const host = new Localization(["messenger/openpgp/msgReadStatus.ftl"]);
    const letter = (await host.formatValue("message-header-show-security-info-key")) ?? "";
    if (!letter || !item.isConnected) {
      return;
    }
    this.#letter = letter.toLowerCase();
    // It does nothing itself: it is there for the menu to show it.
    const key = this.#window.document.createXULElement("key");
    key.id = KEY_ID;
    key.setAttribute("modifiers", "control,alt");
    key.setAttribute("key", letter);
    this.#window.document.getElementById("key_viewPageSource")?.after(key);
    this.#undo.add(() => key.remove());
    item.setAttribute("key", KEY_ID);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const pressed =
      event.ctrlKey &&
      (event.altKey || event.metaKey) &&
      this.#letter &&
      event.key.toLowerCase() === this.#letter;
    const action = pressed ? this.#action() : null;
    if (action) {
      event.preventDefault();
      event.stopImmediatePropagation();
      action();
    }
  }

  /** @returns {(() => void) | null} */
  #action() {
    const { document } = this.#window;
    const tabmail = document.getElementById("tabmail");
    /** @type {any} */
    const single = document.getElementById("messageBrowser");
    const message = tabmail ? tabmail.currentAboutMessage : single?.contentWindow;
    const crypto = message?.document.getElementById("cryptoBox");
    const isOpenPgp = crypto?.getAttribute("tech") === "OpenPGP" && !crypto.hidden;
    return message && !isOpenPgp ? this.#open(message) : null;
  }
}

/** @param {Document} document @param {string} id @param {() => void} activate @returns {Element} */
function menuItem(document, id, activate) {
  const item = document.createXULElement("menuitem");
  item.id = id;
  item.addEventListener("command", activate);
  return item;
}

/**
 * @param {HostWindow} window Of about:message.
 * @returns {string[]} What is missing in this window.
 */
export function missingInMessage({ document }) {
  return missingElements(document, ["otherActionsPopup", "viewSourceMenuItem"]);
}

/**
 * @param {HostWindow} window Of messenger.xhtml or messageWindow.xhtml.
 * @returns {string[]} What is missing in this window.
 */
export function missingInMainWindow({ document }) {
  const ids = ["menu_View_Popup", "pageSourceMenuItem", "key_viewPageSource"];
  const missing = missingElements(document, ids);
  return document.getElementById("tabmail") || document.getElementById("messageBrowser")
    ? missing
    : [...missing, "#tabmail"];
}

/** @param {Document} document @param {string[]} ids */
function missingElements(document, ids) {
  return ids.filter((id) => !document.getElementById(id)).map((id) => `#${id}`);
}
