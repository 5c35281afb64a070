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
  copyFailed({ address, sent, why }) {
    console.warn("Signet: the copy of a hidden recipient was not sent.", why);
    this.#report(this.#explain("compose-security-stopped-copy", { address, sent, why }));
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
    let over = false;
    const timer = this.#window.setTimeout(() => {
      this.#report(this.#announceLookup(lookup, () => over));
    }, UNNOTICED);
    return () => {
      over = true;
      this.#window.clearTimeout(timer);
      this.#removeNotification(LOOKUP);
    };
  }

  /** @param {{cancel(): void}} lookup @param {() => boolean} isOver */
  async #announceLookup(lookup, isOver) {
    const [words, cancel] = await this.#words.messages([
      "compose-security-looking-up",
      "compose-security-lookup-cancel",
    ]);
    const bar = this.#window.gComposeNotification;
    if (isOver()) {
      return;
    }
    await bar.appendNotification(
      LOOKUP,
      { label: words.value, priority: bar.PRIORITY_INFO_HIGH },
      [
        {
          label: cancel.value,
          accessKey: cancel.attributes.accesskey,
          callback: () => lookup.cancel(),
        },
      ],
    );
    if (isOver()) {
      this.#removeNotification(LOOKUP);
    }
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

  /** @param {unknown} error */
  async #explainFailed(error) {
    console.warn("Signet: a message could not be protected.", error);
    const { reason } = /** @type {{reason?: Reason}} */ (error);
    if (reason && reason.code !== "internal") {
      await this.#explainReasons([reason]);
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
    const { reason } = /** @type {{reason?: Reason}} */ (error);
    const [words] = reason ? await reasonsInWords(this.#words, [reason]) : [];
    const id = fromEncrypted
      ? "compose-security-draft-from-encrypted"
      : `compose-security-draft-not-saved${words ? "" : "-module"}`;
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
