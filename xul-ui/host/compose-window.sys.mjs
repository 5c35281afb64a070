/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The compose window: the Security menu in its toolbar and under Options, and the two status icons at
// the lower right. The host's own encryption buttons and menu are put aside by style (the host
// toggles their `hidden` itself), except for an identity that uses OpenPGP: there they stay, for
// OpenPGP only.
//
// Relies on: #composeToolbar2 (a customizable-toolbar: items with skipintoolbarset are left out of what
// it remembers), #button-encryption-options, #optionsMenuPopup, #status-bar, gComposeNotification;
// the events "encryption-state-checked", "compose-from-changed" and "compose-startup-done".

import { ComposeSecurityState, missingIn as missingInChoices } from "./compose-choices.sys.mjs";
import { SendGuard } from "./compose-send.sys.mjs";
import { Undo } from "./undo.sys.mjs";
import { reasonsInWords } from "../panels/reasons.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeChoices} ComposeChoices */

const STYLE = "chrome://signet/content/skin/compose-window.css";
const HTML = "http://www.w3.org/1999/xhtml";
const STOPPED = "signet-send-stopped";
const PLAIN_DRAFT = "signet-plain-draft";

/** The items of the Security menu, in their order. */
const ITEMS = ["never", "required", null, "sign", null, "info"];

export class ComposeWindow {
  #undo = new Undo();
  #window;
  #words;
  #openInfo;
  #security;
  /** @type {Record<"sign" | "encrypt", HTMLButtonElement> | null} */
  #icons = null;
  #draftExplained = false;
  #stopped = false;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {object} services
   * @param {import("./localization.sys.mjs").Words} services.words
   * @param {(choices: ComposeChoices) =>
   *     Promise<import("../generated/js/compose-security.sys.mjs").ComposeSecurityView>} services.askModule
   * @param {(window: Window, security: ComposeSecurityState) => void} services.openInfo Opens the
   *     window that tells more.
   */
  constructor(window, { words, askModule, openInfo }) {
    this.#window = window;
    this.#words = words;
    this.#security = new ComposeSecurityState(window, askModule);
    this.#openInfo = () => openInfo(window, this.#security);
    this.#undo.add(() => this.#security.handBack());

    const guard = new SendGuard(window, this.#security, {
      stopped: (state) => this.#explainStopped(state),
      plainDraft: () => this.#explainPlainDraft(),
    });
    this.#undo.add(() => guard.stop());

    const { windowUtils } = window;
    windowUtils.loadSheetUsingURIString(STYLE, windowUtils.AUTHOR_SHEET);
    this.#undo.add(() => windowUtils.removeSheetUsingURIString(STYLE, windowUtils.AUTHOR_SHEET));

    this.#follow();
    this.#build().catch((error) => console.error("Signet: the compose window.", error));
  }

  stop() {
    this.#stopped = true;
    this.#undo.all();
  }

  /** Follows what the host decides by itself. */
  #follow() {
    const { document } = this.#window;
    const adopt = () => {
      this.#security.adoptHostChoice();
      this.#showHostButtons();
    };
    this.#undo.listen(document, "encryption-state-checked", adopt);
    this.#undo.listen(this.#window, "compose-startup-done", () => {
      this.#security.identityChanged();
      this.#showHostButtons();
    });
    this.#undo.listen(this.#window, "compose-from-changed", () => {
      this.#security.identityChanged();
      this.#showHostButtons();
    });
    this.#undo.add(() => document.documentElement.removeAttribute("signet-openpgp"));
    if (this.#window.gCurrentIdentity) {
      this.#security.identityChanged();
    }
    this.#showHostButtons();
  }

  /** The host's own buttons are there while they serve OpenPGP. */
  #showHostButtons() {
    const { gSelectedTechnologyIsPGP, gSendEncrypted, gSendSigned } = this.#window;
    const inUse =
      this.#window.isPgpConfigured() ||
      (gSelectedTechnologyIsPGP && (gSendEncrypted || gSendSigned));
    this.#window.document.documentElement.toggleAttribute("signet-openpgp", inUse);
  }

  async #build() {
    const ids = ["button", "never", "required", "sign", "info"];
    const [keyTitle, penTitle, ...messages] = await this.#words.messages([
      "compose-icon-key",
      "compose-icon-pen",
      ...ids.map((id) => `compose-security-${id}`),
    ]);
    if (this.#stopped) {
      return;
    }
    const words = Object.fromEntries(ids.map((id, index) => [id, messages[index].attributes]));
    const popups = [this.#toolbarMenu(words), this.#optionsMenu(words)].filter((popup) => !!popup);
    this.#icons = {
      encrypt: this.#statusIcon("encrypt", "key", keyTitle.value),
      sign: this.#statusIcon("sign", "pen", penTitle.value),
    };
    const { documentElement } = this.#window.document;
    const end = this.#security.observe((state) => {
      documentElement.toggleAttribute("signet-encrypts", state.choices.encryption !== "never");
      popups.forEach((popup) => showChoices(popup, state));
      this.#showIcons(state);
      if (!this.#security.wantsProtection) {
        this.#removeNotification(STOPPED);
      }
    });
    this.#undo.add(() => documentElement.removeAttribute("signet-encrypts"));
    this.#undo.add(end);
  }

  /** @param {Record<string, Record<string, string>>} words @returns {Element | null} */
  #toolbarMenu(words) {
    const { document } = this.#window;
    const toolbar = document.getElementById("composeToolbar2");
    if (!toolbar) {
      return null;
    }
    const button = document.createXULElement("toolbarbutton", { is: "toolbarbutton-menu-button" });
    setAttributes(button, {
      id: "signet-security-button",
      type: "menu",
      class: "toolbarbutton-1",
      skipintoolbarset: "true",
      label: words.button.label,
      tooltiptext: words.button.tooltiptext,
    });
    const popup = this.#popup(words);
    button.append(popup);
    // The button itself tells more; the arrow beside it opens the menu.
    button.addEventListener("command", () => this.#openInfo());
    const place = document.getElementById("button-encryption-options");
    toolbar.insertBefore(button, place?.parentElement === toolbar ? place : null);
    this.#undo.add(() => button.remove());
    return popup;
  }

  /** @param {Record<string, Record<string, string>>} words @returns {Element | null} */
  #optionsMenu(words) {
    const { document } = this.#window;
    const options = document.getElementById("optionsMenuPopup");
    if (!options) {
      return null;
    }
    const menu = document.createXULElement("menu");
    setAttributes(menu, { id: "signet-security-menu", label: words.button.label });
    const popup = this.#popup(words);
    menu.append(popup);
    const separator = document.createXULElement("menuseparator");
    options.append(separator, menu);
    this.#undo.add(() => {
      menu.remove();
      separator.remove();
    });
    return popup;
  }

  /** @param {Record<string, Record<string, string>>} words @returns {Element} */
  #popup(words) {
    const { document } = this.#window;
    const popup = document.createXULElement("menupopup");
    for (const item of ITEMS) {
      if (!item) {
        popup.append(document.createXULElement("menuseparator"));
        continue;
      }
      const entry = document.createXULElement("menuitem");
      setAttributes(entry, {
        class: `signet-${item}`,
        value: item,
        label: words[item].label,
        accesskey: words[item].accesskey,
      });
      if (item === "sign") {
        entry.setAttribute("type", "checkbox");
      } else if (item !== "info") {
        setAttributes(entry, { type: "radio", name: "signet-encryption" });
      }
      popup.append(entry);
    }
    popup.addEventListener("popupshowing", () => {
      this.#security.adoptHostChoice();
      showChoices(popup, this.#security.state);
    });
    popup.addEventListener("command", (event) => {
      event.stopPropagation();
      this.#command(/** @type {Element} */ (event.target).getAttribute("value"));
    });
    return popup;
  }

  /** @param {string | null} item */
  #command(item) {
    if (item === "info") {
      this.#openInfo();
    } else if (item === "sign") {
      this.#security.choose({ sign: !this.#security.state.choices.sign });
    } else if (item === "never" || item === "required") {
      this.#security.choose({ encryption: item });
    }
  }

  /**
   * @param {"sign" | "encrypt"} name
   * @param {string} icon
   * @param {string} title
   * @returns {HTMLButtonElement}
   */
  #statusIcon(name, icon, title) {
    const { document } = this.#window;
    const button = /** @type {HTMLButtonElement} */ (document.createElementNS(HTML, "button"));
    button.id = `signet-${name}-status`;
    button.type = "button";
    button.className = "plain-button signet-status";
    button.hidden = true;
    button.title = title;
    const image = /** @type {HTMLImageElement} */ (document.createElementNS(HTML, "img"));
    image.className = "signet-icon";
    image.src = `chrome://signet/content/skin/${icon}.svg`;
    image.alt = title;
    button.append(image);
    button.addEventListener("click", () => this.#openInfo());
    document.getElementById("status-bar")?.append(button);
    this.#undo.add(() => button.remove());
    return button;
  }

  /** @param {ComposeState} state */
  #showIcons({ choices, view, failed }) {
    if (!this.#icons || (!view && !failed)) {
      return;
    }
    // Without the module's word the icons show the bare choice, and sending is stopped.
    this.#icons.sign.hidden = !(view ? view.signIconShown : choices.sign);
    this.#icons.encrypt.hidden = !(view ? view.encryptIconShown : choices.encryption !== "never");
  }

  /** @param {ComposeState} state Why the message was not sent. */
  async #explainStopped({ view }) {
    const [reason] = await reasonsInWords(this.#words, view?.reasons ?? []);
    const label = reason
      ? await this.#words.text("compose-security-stopped-reason", {
          reason: reason.sentence,
          remedy: reason.remedy,
        })
      : await this.#words.text("compose-security-stopped-module");
    const [details] = await this.#words.messages(["compose-security-stopped-details"]);
    const bar = this.#window.gComposeNotification;
    this.#removeNotification(STOPPED);
    await bar.appendNotification(
      STOPPED,
      { label, priority: bar.PRIORITY_CRITICAL_HIGH },
      [
        {
          label: details.value,
          accessKey: details.attributes.accesskey,
          callback: () => {
            this.#openInfo();
            return true; // The bar stays.
          },
        },
      ],
    );
    this.#undo.add(() => this.#removeNotification(STOPPED));
  }

  async #explainPlainDraft() {
    if (this.#draftExplained) {
      return;
    }
    this.#draftExplained = true;
    const label = await this.#words.text("compose-security-draft-plain");
    const bar = this.#window.gComposeNotification;
    await bar.appendNotification(PLAIN_DRAFT, { label, priority: bar.PRIORITY_WARNING_MEDIUM }, []);
    this.#undo.add(() => this.#removeNotification(PLAIN_DRAFT));
  }

  /** @param {string} value */
  #removeNotification(value) {
    const bar = this.#window.gComposeNotification;
    const notification = bar.getNotificationWithValue(value);
    if (notification) {
      bar.removeNotification(notification, true);
    }
  }
}

/** @param {Element} popup A Security menu. @param {ComposeState} state */
function showChoices(popup, { choices, view }) {
  const encryption = view?.encryption ?? choices.encryption;
  const sign = view?.signChecked ?? choices.sign;
  for (const item of popup.querySelectorAll("menuitem[type]")) {
    const value = item.getAttribute("value");
    item.toggleAttribute("checked", value === "sign" ? sign : value === encryption);
  }
}

/** @param {Element} target @param {Record<string, string | undefined>} attributes */
function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      target.setAttribute(name, value);
    }
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  const missing = missingInChoices(window);
  for (const id of ["composeToolbar2", "status-bar", "optionsMenuPopup"]) {
    if (!window.document.getElementById(id)) {
      missing.push(`#${id}`);
    }
  }
  if (!window.gComposeNotification?.appendNotification) {
    missing.push("gComposeNotification");
  }
  return missing;
}
