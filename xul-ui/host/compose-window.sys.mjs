/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The compose window: the Security menu in its toolbar and under Options, and what else there is of Signet in
// it. The host's own encryption buttons and menu are put aside by style (the host
// toggles their `hidden` itself), except for an identity that uses OpenPGP: there they stay, for
// OpenPGP only.
//
// Relies on: #composeToolbar2 (a customizable-toolbar: items with skipintoolbarset are left out of what
// it remembers), #button-encryption-options, #optionsMenuPopup,
// #recipientsContainer, in which recipients come and go; the events "encryption-state-checked", "compose-from-changed" and "compose-startup-done".

import { ComposeSecurityState, missingIn as missingInChoices } from "./compose-choices.sys.mjs";
import { ComposeInfo } from "./compose-info.sys.mjs";
import { missingIn as missingInMessage } from "./compose-message.sys.mjs";
import { ComposeNotices, missingIn as missingInNotices } from "./compose-notices.sys.mjs";
import { MessageOrigin, missingIn as missingInOrigin } from "./compose-origin.sys.mjs";
import { RecipientMarks } from "./compose-recipients.sys.mjs";
import { RecipientMenu, missingIn as missingInMenu } from "./compose-recipient-menu.sys.mjs";
import { SendGuard } from "./compose-send.sys.mjs";
import { followSubject, missingIn as missingInSubject } from "./compose-subject.sys.mjs";
import { StatusIcons, missingIn as missingInIcons } from "./compose-status-icons.sys.mjs";
import { RecipientLookup } from "./directory-lookup.sys.mjs";
import { Undo } from "./undo.sys.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */

const STYLE = "chrome://signet/content/skin/compose-window.css";

/** The items of the Security menu, in their order. */
const ITEMS = ["never", "if-possible", "required", null, "sign", null, "info"];

/**
 * Keys that the host's own window has no use for; the last is the one that tells more of a received message.
 * @type {Record<string, {modifiers: string, key: string}>}
 */
const SHORTCUTS = {
  never: { modifiers: "accel,alt", key: "N" },
  "if-possible": { modifiers: "accel,alt", key: "P" },
  required: { modifiers: "accel,shift", key: "E" },
  sign: { modifiers: "accel,shift", key: "S" },
  info: { modifiers: "accel,alt", key: "S" },
};

/** Recipients are typed and pasted many at a time; the module is asked when they rest so long. */
const RECIPIENTS_REST = 30;

export class ComposeWindow {
  #undo = new Undo();
  #window;
  #words;
  #openInfo;
  #security;
  #notices;
  #stopped = false;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {object} services
   * @param {import("./localization.sys.mjs").Words} services.words
   * @param {Omit<import("./compose-prepared.sys.mjs").Protector, "complete"> & {answers: () => Promise<void>}}
   *     services.protector `answers` waits for what is being fetched about certificates.
   * @param {import("../generated/js/directory-lookup.sys.mjs").DirectoryLookup} services.directory
   * @param {import("./opened-messages.sys.mjs").OpenedMessages} services.messages That this one may answer.
   * @param {(model: ComposeInfo) => void} services.openInfo Opens the window that tells more.
   * @param {() => void} services.openImport Opens the window that imports certificates.
   */
  constructor(window, { words, protector, directory, messages, openInfo, openImport }) {
    this.#window = window;
    this.#words = words;
    this.#security = new ComposeSecurityState(window, (message) => protector.view(message));
    const lookup = new RecipientLookup(window, this.#security, directory);
    const info = new ComposeInfo(window, this.#security, lookup, {
      words,
      view: (message) => protector.view(message),
      open: openInfo,
      openImport,
    });
    this.#openInfo = () => info.open();
    const menu = new RecipientMenu(window, words, this.#security, info);
    this.#undo.add(() => menu.remove());
    this.#undo.add(() => this.#security.handBack());
    this.#undo.add(() => lookup.stop());

    const notices = new ComposeNotices(window, words, this.#openInfo);
    this.#notices = notices;
    this.#undo.add(() => notices.stop());
    this.#undo.add(followSubject(window, (uri) => messages.subjectOf(uri)));
    const origin = new MessageOrigin(window, messages);
    this.#undo.listen(window, "compose-startup-done", () => {
      this.#goOnWith(origin).catch((error) => console.error("Signet: what a draft says.", error));
    });
    const guard = new SendGuard(
      window,
      this.#security,
      {
        ...protector,
        complete: async () => {
          await lookUpBeforeSending(lookup, notices);
          await protector.answers();
        },
      },
      notices,
      origin,
    );
    this.#undo.add(() => guard.stop());

    const { windowUtils } = window;
    windowUtils.loadSheetUsingURIString(STYLE, windowUtils.AUTHOR_SHEET);
    this.#undo.add(() => windowUtils.removeSheetUsingURIString(STYLE, windowUtils.AUTHOR_SHEET));

    this.#follow();
    this.#build().catch((error) => console.error("Signet: the compose window.", error));
  }

  /** Certificates or trust have changed. */
  askAgain() {
    this.#security.refresh({ anew: true });
  }

  stop() {
    this.#stopped = true;
    this.#undo.all();
  }

  /**
   * A draft is gone on with as it was left, unless the person has chosen already.
   * @param {MessageOrigin} origin
   */
  async #goOnWith(origin) {
    const choices = await origin.choices();
    if (choices && !this.#stopped) {
      this.#security.goOnWith(choices);
    }
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
    this.#followRecipients();
    if (this.#window.gCurrentIdentity) {
      this.#security.identityChanged();
    }
    this.#showHostButtons();
  }

  #followRecipients() {
    const window = this.#window;
    let timer = 0;
    const observer = new window.MutationObserver(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => this.#security.refresh(), RECIPIENTS_REST);
    });
    const container = window.document.getElementById("recipientsContainer");
    observer.observe(container, { childList: true, subtree: true, characterData: true });
    this.#undo.add(() => {
      observer.disconnect();
      window.clearTimeout(timer);
    });
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
    const ids = ["button", "never", "if-possible", "required", "sign", "info"];
    const messages = await this.#words.messages(ids.map((id) => `compose-security-${id}`));
    if (this.#stopped) {
      return;
    }
    const words = Object.fromEntries(ids.map((id, index) => [id, messages[index].attributes]));
    this.#addShortcuts();
    const popups = [this.#toolbarMenu(words), this.#optionsMenu(words)].filter((popup) => !!popup);
    const icons = new StatusIcons(this.#window, this.#words, this.#openInfo);
    this.#undo.add(() => icons.remove());
    const marks = new RecipientMarks(this.#window, this.#words);
    this.#undo.add(() => marks.remove());
    const { documentElement } = this.#window.document;
    const end = this.#security.observe((state) => {
      documentElement.toggleAttribute("signet-encrypts", state.choices.encryption !== "never");
      popups.forEach((popup) => showChoices(popup, state));
      Promise.all([icons.show(state), marks.show(state)]).catch((error) =>
        console.error("Signet: the state of the message could not be shown.", error),
      );
      if (!this.#security.wantsProtection) {
        this.#notices.clear();
      }
    });
    this.#undo.add(() => documentElement.removeAttribute("signet-encrypts"));
    this.#undo.add(end);
  }

  /** Before the menus, which show them. */
  #addShortcuts() {
    const { document } = this.#window;
    const keys = document.createXULElement("keyset");
    for (const [item, pressed] of Object.entries(SHORTCUTS)) {
      const key = document.createXULElement("key");
      setAttributes(key, { id: `signet-key-${item}`, ...pressed });
      key.addEventListener("command", () => this.#command(item));
      keys.append(key);
    }
    document.documentElement.append(keys);
    this.#undo.add(() => keys.remove());
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
        key: `signet-key-${item}`,
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
    } else if (item === "never" || item === "if-possible" || item === "required") {
      this.#security.choose({ encryption: item });
    }
  }
}

/** @param {RecipientLookup} lookup @param {ComposeNotices} notices */
async function lookUpBeforeSending(lookup, notices) {
  const end = notices.lookingUp(lookup);
  try {
    await lookup.beforeSending();
  } catch (error) {
    console.error("Signet: the directory.", error);
  } finally {
    end();
  }
}

/** @param {Element} popup A Security menu. @param {ComposeState} state */
function showChoices(popup, { choices: { encryption, sign } }) {
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
  const missing = [
    missingInChoices,
    missingInIcons,
    missingInMenu,
    missingInMessage,
    missingInNotices,
    missingInOrigin,
    missingInSubject,
  ].flatMap((look) => look(window));
  for (const id of ["composeToolbar2", "optionsMenuPopup"]) {
    if (!window.document.getElementById(id)) {
      missing.push(`#${id}`);
    }
  }
  return missing;
}
