/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The icons in the header of a displayed message, at the place of Thunderbird's own S/MIME icons,
// which are put aside by style: the host toggles their `hidden` itself. OpenPGP's stay.
//
// Relies on: #cryptoBox in aboutMessage.xhtml with the attribute tech="S/MIME"; the host's classes for
// header buttons; windowUtils.loadSheetUsingURIString.

import { iconsFor } from "./verdict-icons.sys.mjs";

const STYLE = "chrome://signet/content/skin/message-header.css";
const HTML = "http://www.w3.org/1999/xhtml";

/** @typedef {import("./displayed-message.sys.mjs").Security} Security */
/** @typedef {import("./verdict-icons.sys.mjs").Icons} Icons */

export class HeaderIcons {
  #window;
  #words;
  #button;
  /** @type {Record<"signature" | "encryption", HTMLImageElement>} */
  #images;
  /** @type {Icons} */
  #shown = iconsFor(null);
  /** @type {HTMLElement} What screen readers are told when an answer from the network has come. */
  #announcement;
  #checking = false;
  /** Counts renderings: words of an earlier one that arrive late are not set. */
  #rendering = 0;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {() => void} activate Called when the person asks for more.
   */
  constructor(window, words, activate) {
    this.#window = window;
    this.#words = words;
    window.windowUtils.loadSheetUsingURIString(STYLE, window.windowUtils.AUTHOR_SHEET);
    const { document } = window;
    this.#images = {
      signature: this.#image(document, "signet-signature-icon"),
      encryption: this.#image(document, "signet-encryption-icon"),
    };
    this.#button = /** @type {HTMLButtonElement} */ (document.createElementNS(HTML, "button"));
    this.#button.id = "signet-message-security";
    this.#button.type = "button";
    this.#button.hidden = true;
    this.#button.className = "toolbarbutton-1 crypto-button themeable-brighttext button-focusable";
    this.#button.append(this.#images.encryption, this.#images.signature);
    this.#button.addEventListener("click", activate);
    this.#announcement = document.createElementNS(HTML, "span");
    this.#announcement.id = "signet-announcement";
    this.#announcement.setAttribute("role", "status");
    document.getElementById("cryptoBox")?.after(this.#button, this.#announcement);
  }

  /** @param {Security | null} security */
  show(security) {
    // A verdict may be there before the header has left the message before it.
    const shown = security?.inHeader ? security : null;
    const icons = iconsFor(shown);
    this.#button.dataset.phase = shown?.phase ?? (security ? "judging" : "none");
    // Where Signet could not judge, the host's own icons have their place back.
    const { documentElement } = this.#window.document;
    documentElement.toggleAttribute("signet-yields", security?.phase === "failed");
    const { signature, encryption } = this.#shown;
    const checking = !!shown?.view?.pending;
    const sameIcons = icons.signature === signature && icons.encryption === encryption;
    if (sameIcons && checking === this.#checking) {
      return;
    }
    const answered = this.#checking && !checking && !!shown;
    this.#announcement.textContent = "";
    this.#checking = checking;
    this.#button.toggleAttribute("checking", checking);
    this.#shown = icons;
    const rendering = ++this.#rendering;
    this.#button.title = "";
    this.#button.hidden = icons.signature === "none" && icons.encryption === "none";
    this.#set(this.#images.signature, icons.signature);
    this.#set(this.#images.encryption, icons.encryption);
    if (!this.#button.hidden) {
      this.#describe(icons, rendering, answered).catch((error) =>
        console.error("Signet: the header icons could not be described.", error),
      );
    }
  }

  remove() {
    this.#button.remove();
    this.#announcement.remove();
    this.#window.document.documentElement.removeAttribute("signet-yields");
    const { windowUtils } = this.#window;
    windowUtils.removeSheetUsingURIString(STYLE, windowUtils.AUTHOR_SHEET);
  }

  /** @param {Document} document @param {string} id @returns {HTMLImageElement} */
  #image(document, id) {
    const image = /** @type {HTMLImageElement} */ (document.createElementNS(HTML, "img"));
    image.id = id;
    image.className = "signet-icon";
    image.hidden = true;
    image.alt = "";
    return image;
  }

  /** @param {HTMLImageElement} image @param {Icons["signature"] | Icons["encryption"]} icon */
  #set(image, icon) {
    image.hidden = icon === "none";
    image.alt = "";
    if (icon === "none") {
      image.removeAttribute("src");
      delete image.dataset.icon;
    } else {
      image.dataset.icon = icon;
      image.src = `chrome://signet/content/skin/${icon}.svg`;
    }
  }

  /**
   * @param {Icons} icons
   * @param {number} rendering
   * @param {boolean} answered An answer from the network has come: it is announced.
   */
  async #describe({ signature, encryption }, rendering, answered) {
    const shown = [encryption, signature].filter((icon) => icon !== "none");
    const ids = shown.map((icon) => `header-icon-${icon}`);
    const messages = await this.#words.messages(
      this.#checking ? [...ids, "header-icon-checking"] : ids,
    );
    if (rendering !== this.#rendering) {
      return;
    }
    const texts = messages.map(({ value }) => value);
    this.#button.title = texts.join("\n");
    if (answered) {
      this.#announcement.textContent = texts[texts.length - 1];
    }
    if (encryption !== "none") {
      this.#images.encryption.alt = texts[0];
    }
    if (signature !== "none") {
      const own = texts.slice(shown.length - 1); // and that it is being checked
      this.#images.signature.alt = own.join(" ");
    }
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  const missing = [];
  if (!window.document.getElementById("cryptoBox")) {
    missing.push("#cryptoBox");
  }
  if (typeof window.windowUtils?.loadSheetUsingURIString !== "function") {
    missing.push("windowUtils.loadSheetUsingURIString");
  }
  return missing;
}
