/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The remedies in the menu of a recipient in the address rows, for one who could not read the message if it
// were encrypted.
//
// Relies on: #emailAddressPillPopup, the context menu of <mail-address-pill>, with triggerNode.

import { addressesOf } from "./compose-message.sys.mjs";
import { Undo } from "./undo.sys.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeSecurityState} ComposeSecurityState */
/** @typedef {import("./compose-info.sys.mjs").ComposeInfo} ComposeInfo */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeRecipientView} ComposeRecipientView */

const POPUP = "emailAddressPillPopup";

/** The items, in their order. */
const ITEMS = /** @type {const} */ (["look-up", "choose", "import", "ask", "info"]);

/** @typedef {typeof ITEMS[number]} Item */

export class RecipientMenu {
  #undo = new Undo();
  #security;
  #info;
  /** @type {Map<Item, Element>} */
  #items = new Map();
  /** @type {ComposeRecipientView[]} Of the recipient whose menu is open. */
  #recipients = [];

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {ComposeSecurityState} security
   * @param {ComposeInfo} info
   */
  constructor(window, words, security, info) {
    this.#security = security;
    this.#info = info;
    const { document } = window;
    const popup = document.getElementById(POPUP);
    if (!popup) {
      return;
    }
    const separator = document.createXULElement("menuseparator");
    separator.id = "signet-recipient-separator";
    /** @type {any[]} */
    const items = ITEMS.map((name) => {
      const item = document.createXULElement("menuitem");
      item.id = `signet-recipient-${name}`;
      item.addEventListener("command", () => this.#act(name));
      words.name(item, `compose-recipient-${name}`);
      this.#items.set(name, item);
      return item;
    });
    popup.append(separator, ...items);
    this.#undo.add(() => [separator, ...items].forEach((each) => each.remove()));
    this.#undo.listen(popup, "popupshowing", (event) => {
      if (event.target === popup) {
        this.#prepare(/** @type {any} */ (popup).triggerNode);
        /** @type {any} */ (separator).hidden = items.every(({ hidden }) => hidden);
      }
    });
  }

  remove() {
    this.#undo.all();
  }

  /** @param {Element | null} trigger */
  #prepare(trigger) {
    const pill = trigger?.closest("mail-address-pill");
    const addresses = new Set(pill ? addressesOf(pill) : []);
    const { view, lookup } = this.#security.state;
    const all = (view?.recipients ?? []).filter(({ address }) => addresses.has(address));
    const wrong = all.filter(({ certificate }) => !certificate);
    this.#recipients = wrong.length > 0 ? wrong : all;
    const others = remediable(wrong);
    const shown = {
      "look-up": others.length > 0 && !!lookup.host,
      choose: all.length === 1 && all[0].others.length > 0,
      import: others.length > 0,
      ask: others.length > 0,
      info: wrong.length > 0,
    };
    for (const [name, item] of this.#items) {
      /** @type {any} */ (item).hidden = !shown[name];
    }
  }

  /** @param {Item} item */
  #act(item) {
    const addresses = remediable(this.#recipients);
    switch (item) {
      case "look-up":
        Promise.all(addresses.map((address) => this.#info.lookUp(address))).catch(report);
        break;
      case "choose":
        this.#info.openToChoose(this.#recipients[0].address);
        break;
      case "import":
        this.#info.importCertificates();
        break;
      case "ask":
        this.#info.ask(addresses).catch(report);
        break;
      default:
        this.#info.open();
    }
  }
}

/**
 * @param {ComposeRecipientView[]} recipients
 * @returns {string[]} Addresses of others, for whom something can be done.
 */
function remediable(recipients) {
  return recipients
    .filter(({ address, reasons }) => address.includes("@") && !reasons.some(isOwn))
    .map(({ address }) => address);
}

/** @param {{code: string}} reason @returns {boolean} It speaks to the person about a certificate of theirs. */
function isOwn({ code }) {
  return code.startsWith("own-");
}

/** @param {unknown} error */
function report(error) {
  console.error("Signet: a recipient's certificate.", error);
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn({ document }) {
  return document.getElementById(POPUP) ? [] : [`#${POPUP}`];
}
