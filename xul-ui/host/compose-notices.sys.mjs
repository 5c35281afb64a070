/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the compose window says about a message that was not sent, or whose drafts are not protected: bars
// above the status bar, one of a kind, and a window where there is something to decide.
//
// Relies on: gComposeNotification of the compose window, a toolkit NotificationBox.

import { StopDialog, missingProtection } from "./send-stopped.sys.mjs";
import { Undo } from "./undo.sys.mjs";
import { reasonsInWords } from "../panels/reasons.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeChoices} ComposeChoices */
/** @typedef {import("../generated/js/reasons.sys.mjs").Reason} Reason */

const STOPPED = "signet-send-stopped";
const DRAFT = "signet-draft-not-saved";
const LOOKUP = "signet-looking-up";
const PROTECTING = "signet-protecting";

const HTML = "http://www.w3.org/1999/xhtml";

const NO_ROOM = Cr.NS_ERROR_FILE_NO_DEVICE_SPACE;

/** What is over sooner is not announced: so many milliseconds. */
const UNNOTICED = 500;

/** Is the Explanations of a SendGuard. */
export class ComposeNotices {
  #undo = new Undo();
  #window;
  #words;
  #openInfo;
  #dialog;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {import("./localization.sys.mjs").Words} words
   * @param {() => void} openInfo Opens the window that tells more.
   */
  constructor(window, words, openInfo) {
    this.#window = window;
    this.#words = words;
    this.#openInfo = openInfo;
    const dialog = new StopDialog(window);
    this.#dialog = dialog;
    this.#undo.add(() => dialog.stop());
  }

  /**
   * Tells why the message cannot be sent as it was chosen.
   * @param {ComposeState} state
   * @param {boolean} fromEncrypted It contains text that had been encrypted.
   * @returns {Promise<Partial<ComposeChoices> | null>} What the person chooses instead, for this
   *     message; null: they go back to it.
   */
  async offerWithout(state, fromEncrypted) {
    const missing = state.view && !state.view.maySend ? missingProtection(state.view) : null;
    if (!state.view || !missing) {
      this.stopped(state);
      return null;
    }
    this.clear();
    if (!(await this.#dialog.ask({ view: state.view, missing, fromEncrypted }))) {
      return null;
    }
    return {
      ...(missing === "encryption" ? {} : { sign: false }),
      ...(missing === "signature" ? {} : { encryption: "never" }),
    };
  }

  /**
   * Asks whether a message that contains text that had been encrypted may leave without encryption.
   * @param {ComposeState} state
   * @returns {Promise<boolean>}
   */
  askConsent({ view }) {
    this.clear();
    return this.#dialog.ask({ view, missing: "encryption", fromEncrypted: true, secondStep: true });
  }

  /** @param {ComposeState} state Why the message was not sent. */
  stopped(state) {
    this.#report(this.#explainStopped(state));
  }

  /** @param {unknown} error Why it was not sent. */
  failed(error) {
    this.#report(this.#explainFailed(error));
  }

  /** @param {import("./hidden-copies.sys.mjs").CopyNotSent} error */
  copyFailed(error) {
    console.warn("Signet: the copy of a hidden recipient was not sent.", error.why);
    this.#report(this.#explainCopy(error));
  }

  withOpenPgp() {
    this.#report(this.#explain("compose-security-stopped-openpgp"));
  }

  /**
   * The directory is asked before the message goes. Says so if it takes a while, and lets the person go on
   * without its answer.
   * @param {{cancel(): void}} lookup
   * @returns {() => void} Ends it.
   */
  lookingUp(lookup) {
    return this.#announce(LOOKUP, "compose-security-looking-up", {
      words: "compose-security-lookup-cancel",
      act: () => lookup.cancel(),
    });
  }

  /**
   * The message is being signed and encrypted. Says so if it takes a while, and lets the person give it up.
   * @param {() => void} cancel
   * @returns {() => void} Ends it.
   */
  protecting(cancel) {
    return this.#announce(PROTECTING, "compose-security-protecting", {
      words: "compose-security-protecting-cancel",
      act: cancel,
    });
  }

  /**
   * Says that something goes on, if it takes a while.
   * @param {string} value Of the bar.
   * @param {string} id Of its words.
   * @param {{words: string, act: () => void}} button
   * @returns {() => void} It is over.
   */
  #announce(value, id, { words, act }) {
    let over = false;
    const show = async () => {
      const [said, button] = await this.#words.messages([id, words]);
      const bar = this.#window.gComposeNotification;
      if (over) {
        return;
      }
      const { accesskey } = button.attributes;
      const shown = await bar.appendNotification(
        value,
        { label: said.value, priority: bar.PRIORITY_INFO_HIGH },
        [{ label: button.value, accessKey: accesskey, callback: act }],
      );
      if (over) {
        this.#removeNotification(value);
      } else {
        const progress = this.#window.document.createElementNS(HTML, "progress");
        progress.setAttribute("slot", "actions");
        progress.setAttribute("aria-label", said.value);
        shown.buttonContainer?.before(progress);
      }
    };
    const timer = this.#window.setTimeout(() => this.#report(show()), UNNOTICED);
    return () => {
      over = true;
      this.#window.clearTimeout(timer);
      this.#removeNotification(value);
    };
  }

  /**
   * @param {unknown} error Why a draft was not saved.
   * @param {boolean} fromEncrypted It contains text that had been encrypted.
   */
  draftFailed(error, fromEncrypted) {
    this.#report(this.#explainDraft(error, fromEncrypted));
  }

  /** Nothing stops the message any more. */
  clear() {
    this.#removeNotification(STOPPED);
    this.#removeNotification(DRAFT);
  }

  stop() {
    this.#undo.all();
  }

  /** @param {ComposeState} state */
  async #explainStopped({ view }) {
    const reasons = [...(view?.signatureReasons ?? []), ...(view?.encryptionReasons ?? [])];
    if (view?.maySend || !view) {
      // It could be sent now: something has changed between showing and sending.
      await this.#explain(`compose-security-stopped-${view ? "changed" : "module"}`);
    } else {
      await this.#explainReasons(reasons);
    }
  }

  /** @param {import("./hidden-copies.sys.mjs").CopyNotSent} error */
  async #explainCopy({ address, sent, why, noRoom }) {
    if (noRoom && sent === 0) {
      await this.#explain("compose-security-stopped-disk");
      return;
    }
    const said = noRoom ? await this.#words.text("compose-security-copy-no-room") : why;
    await this.#explain("compose-security-stopped-copy", { address, sent, why: said });
  }

  /** @param {unknown} error */
  async #explainFailed(error) {
    console.warn("Signet: a message could not be protected.", error);
    const { reason, result } = /** @type {{reason?: Reason, result?: number}} */ (error);
    if (reason && reason.code !== "internal") {
      await this.#explainReasons([reason]);
    } else if (result === NO_ROOM) {
      await this.#explain("compose-security-stopped-disk");
    } else {
      await this.#explain("compose-security-stopped-module");
    }
  }

  /** @param {Reason[]} reasons */
  async #explainReasons(reasons) {
    const [first, ...others] = await reasonsInWords(this.#words, reasons);
    await this.#explain("compose-security-stopped-reason", {
      reason: first.sentence,
      remedy: first.remedy,
      others: others.length,
    });
  }

  /**
   * Says why the message was not sent.
   * @param {string} id
   * @param {Record<string, string | number>} [values]
   */
  async #explain(id, values) {
    const label = await this.#words.text(id, values);
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

  /** @param {Promise<void>} work That shows something. */
  #report(work) {
    work.catch((error) => console.error("Signet: the compose window.", error));
  }

  /** @param {unknown} error @param {boolean} fromEncrypted */
  async #explainDraft(error, fromEncrypted) {
    console.warn("Signet: a draft could not be encrypted.", error);
    const { reason, result } = /** @type {{reason?: Reason, result?: number}} */ (error);
    const [words] = reason ? await reasonsInWords(this.#words, [reason]) : [];
    let id = `compose-security-draft-not-saved${words ? "" : "-module"}`;
    if (result === NO_ROOM) {
      id = "compose-security-draft-not-saved-disk";
    } else if (fromEncrypted) {
      id = "compose-security-draft-from-encrypted";
    }
    const label = await this.#words.text(id, {
      reason: words?.sentence ?? (await this.#words.text("compose-icon-no-answer")),
      remedy: words?.remedy ?? "",
    });
    const bar = this.#window.gComposeNotification;
    this.#removeNotification(DRAFT);
    await bar.appendNotification(DRAFT, { label, priority: bar.PRIORITY_WARNING_HIGH }, []);
    this.#undo.add(() => this.#removeNotification(DRAFT));
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

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  return window.gComposeNotification?.appendNotification ? [] : ["gComposeNotification"];
}
