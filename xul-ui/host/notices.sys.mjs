/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Notices for the person, as a bar at the bottom of every main window: clear words, one at a time.
//
// Relies on: specialTabs.msgNotificationBar of messenger.xhtml, a toolkit NotificationBox.

import { watchDocuments } from "./windows.sys.mjs";

const MAIN_WINDOW = "chrome://messenger/content/messenger.xhtml";
const VALUE = "signet-notice";

/**
 * What a notice offers to do.
 * @typedef {{words: string, act: (window: Window) => void}} Action `words`: a message with .label.
 */

/** What is shown in every main window, now and as long as it is not taken back. */
export class Notices {
  /** @type {{id: string, label: string, action: Action | null, button: Record<string, string>} | null} */
  #current = null;
  #words;
  #stop;
  /** @type {Set<Window & Record<string, any>>} */
  #windows = new Set();

  /** @param {import("./localization.sys.mjs").Words} words */
  constructor(words) {
    this.#words = words;
    this.#stop = watchDocuments(MAIN_WINDOW, (window) => {
      this.#windows.add(window);
      this.#show(window);
      return () => {
        this.#hide(window);
        this.#windows.delete(window);
      };
    });
  }

  /**
   * Shows a notice in place of the one before it.
   * @param {string} id Of its words in signet.ftl.
   * @param {Record<string, string | number>} [values]
   * @param {Action | null} [action]
   */
  async show(id, values, action = null) {
    const [said, ...buttons] = await this.#words.messages([
      { id, args: values },
      ...(action ? [action.words] : []),
    ]);
    this.#current = { id, label: said.value, action, button: buttons[0]?.attributes ?? {} };
    for (const window of this.#windows) {
      this.#show(window);
    }
  }

  /** Takes a notice back that is no longer true, if it is the one shown. @param {string} id */
  clear(id) {
    if (this.#current?.id !== id) {
      return;
    }
    this.#current = null;
    for (const window of this.#windows) {
      this.#hide(window);
    }
  }

  stop() {
    this.#stop();
  }

  /** @param {Window & Record<string, any>} window */
  #show(window) {
    const bar = window.specialTabs?.msgNotificationBar;
    if (!bar || !this.#current) {
      return;
    }
    this.#hide(window);
    const { label, action, button } = this.#current;
    const buttons = action
      ? [{ label: button.label, accessKey: button.accesskey, callback: () => action.act(window) }]
      : [];
    bar
      .appendNotification(VALUE, { label, priority: bar.PRIORITY_WARNING_HIGH }, buttons)
      .catch((/** @type {unknown} */ error) =>
        console.error("Signet: a notice could not be shown.", error),
      );
  }

  /** @param {Window & Record<string, any>} window */
  #hide(window) {
    const bar = window.specialTabs?.msgNotificationBar;
    const notification = bar?.getNotificationWithValue(VALUE);
    if (notification) {
      bar.removeNotification(notification, true);
    }
  }
}
