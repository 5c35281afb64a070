/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The message that one about:message document displays, and what is known of its security. Nothing
// that belongs to an earlier message is ever reported for a later one: each message displayed has
// its own object, and whatever arrives for one that is no longer displayed is dropped.
//
// Relies on: the globals of aboutMessage.js and msgHdrView.js: gMessageURI, gMessage (an nsIMsgDBHdr; null
// for some files), msgLoaded, ReloadMessage; what display-hooks, header-from-list, encrypted-mail and
// protected-subject rely on.

import { DisplayHooks, missingIn as missingInHooks } from "./display-hooks.sys.mjs";
import { EncryptedMail, missingIn as missingInEncrypted } from "./encrypted-mail.sys.mjs";
import { HeaderFromList, missingIn as missingInHeader } from "./header-from-list.sys.mjs";
import { MessageUnavailable, wasAlteredByHost } from "./message-bytes.sys.mjs";
import { NOT_HERE } from "./not-here.sys.mjs";
import { protectedSubjectOf } from "./opened-messages.sys.mjs";
import { downloadRest, isPartial } from "./partial-messages.sys.mjs";
import { showInMessage } from "./protected-subject.sys.mjs";
import { SinkInterceptor, missingIn as missingInSink } from "./smime-sink.sys.mjs";

/** @typedef {import("../generated/js/message-security.sys.mjs").MessageSecurityView} MessageSecurityView */
/** @typedef {import("../generated/js/message-security.sys.mjs").OpenedMessage} OpenedMessage */

/**
 * What is known of the message on display.
 * @typedef {object} Security
 * @property {string} subject
 * @property {string} from As displayed.
 * @property {boolean} inHeader The header shows this message; until then it shows the one before.
 * @property {"judging" | "judged" | "failed"} phase "failed": the host's own verdict is shown instead.
 * @property {boolean} notHere The host has nothing of it but its entry in the list: `view` says only that.
 * @property {boolean} partsRemoved The host has taken parts away at the person's wish: nothing brings them back.
 * @property {MessageSecurityView | null} view What the module says; null before it has spoken.
 * @property {boolean} hasContent Something inside of it is to be displayed in the message's place.
 * @property {boolean} contentShown And that is what the host displays.
 * @property {boolean} loaded The host has displayed all of it.
 */

/**
 * How messages are judged and opened.
 * @typedef {object} Judge
 * @property {import("./opened-messages.sys.mjs").OpenedMessages["open"]} open
 * @property {import("./refinement.sys.mjs").Refine} refine Never rejected.
 * @property {(error: unknown) => void} failed Told of each message that could not be judged.
 */

/**
 * @typedef {object} How
 * @property {boolean} incomplete The host has only a part of the message.
 * @property {boolean} [collect]
 */

export class DisplayedMessage {
  /** @type {Set<(security: Security | null) => void>} */
  #observers = new Set();
  /** @type {Security | null} */
  #security = null;
  /** @type {AbortController} For the message on display. */
  #current = new AbortController();
  #stopped = false;
  /** @type {string | null} The message that #security is about. */
  #uri = null;
  /** @type {Promise<OpenedMessage> | null} Of the message on display. */
  #opening = null;
  /** The host displayed the message before Signet came, opaque parts and all. */
  #displayedByHost = false;
  /** Reading it stands behind the host's own reading. */
  #queued = false;
  /** It has been judged again: if it can be opened now, the host is to display it anew. */
  #judgedAgain = false;
  /** The host has displayed it without its opaque part, which could not be waited for. */
  #withheld = false;
  #window;
  #judge;
  #sink;
  #encryptedMail;
  #headerFromList;
  #hooks;

  /**
   * @param {Window & Record<string, any>} window Of about:message.
   * @param {Judge} judge
   * @param {import("./localization.sys.mjs").Words} words
   */
  constructor(window, judge, words) {
    this.#window = window;
    this.#judge = judge;
    this.#sink = new SinkInterceptor(window, this);
    this.#encryptedMail = new EncryptedMail(window, words);
    this.#headerFromList = new HeaderFromList(window, () => this.#isNotHere());
    this.#hooks = new DisplayHooks(window, {
      begins: () => this.#begin(),
      beginsAgain: () => this.#beginAgain(),
      laidOutByUs: () => this.#headerFromList.showing,
      inHeader: () => this.#update({ ...this.#headers(), inHeader: true }),
      loaded: () => {
        this.#update({ loaded: true });
        this.#showOpened();
      },
    });
    if (window.gMessageURI && window.msgLoaded) {
      this.#begin();
      this.#displayedByHost = true;
      this.#update({ inHeader: true, loaded: true });
    }
  }

  /** @returns {Security | null} Null when no message is displayed. */
  get security() {
    return this.#security;
  }

  /**
   * @param {(security: Security | null) => void} observer Called with each change.
   * @returns {() => void} Ends it.
   */
  observe(observer) {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** What is known of the message on display, and what is inside of it. For its opaque part. */
  get opening() {
    return this.#opening;
  }

  /** @returns {boolean} Reading the message stands behind the host's own: who keeps the host waiting waits for ever. */
  get queued() {
    return this.#queued;
  }

  /** The message's opaque part was left out: the host is to display the message once more when it has been opened. */
  showWhenOpened() {
    this.#withheld = true;
    this.#showOpened();
  }

  /** @param {string} url @returns {boolean} The host's address of a message is the one on display. */
  displays(url) {
    return this.#sink.isCurrent(url);
  }

  /**
   * The host is about to display what is inside of the message.
   * @param {string} url The host's address of it.
   * @param {OpenedMessage} opened
   */
  showsContent(url, opened) {
    this.#encryptedMail.shows(url, opened);
    this.#update({ contentShown: true });
  }

  /**
   * Certificates or trust have changed, or the person wants it: asks again, and shows what was known until there
   * is an answer. A person who has declined to give a password is not asked for it again unless they insist.
   * @param {object} [options]
   * @param {boolean} [options.insist]
   * @param {boolean} [options.collect] The sender's certificate is to be stored, whatever the settings say.
   */
  judgeAgain({ insist = false, collect = false } = {}) {
    const declined = this.#security?.view?.reasons.some(({ code }) => code === "password-cancelled");
    if (this.#uri && !this.#stopped && (insist || !declined)) {
      this.#current.abort();
      this.#current = new AbortController();
      this.#judgedAgain = true;
      this.#judgeDisplayed(this.#uri, { incomplete: this.#incomplete(), collect }, this.#current.signal);
    }
  }

  /** Fetches what the host does not have of the message, at the person's wish. */
  download() {
    if (this.#security) {
      downloadRest(this.#window, this.#security.notHere);
    }
  }

  /** Gives the window back to the host. @param {boolean} closing The window is being closed. */
  stop(closing = false) {
    this.#stopped = true;
    const reload = !closing && !!this.#security?.hasContent && this.#security.contentShown;
    this.#current.abort();
    this.#hooks.stop();
    this.#sink.restore();
    this.#headerFromList.stop();
    this.#encryptedMail.stop();
    this.#security = null;
    this.#notify();
    this.#observers.clear();
    if (reload) {
      this.#window.ReloadMessage(); // the host opens it in its own way again
    }
  }

  /** The host begins to display a message; whatever was known is of another one. */
  #begin() {
    this.#current.abort();
    this.#current = new AbortController();
    this.#sink.reset();
    this.#encryptedMail.reset();
    this.#opening = null;
    this.#queued = false;
    this.#displayedByHost = false;
    this.#judgedAgain = false;
    this.#withheld = false;
    const uri = this.#window.gMessageURI;
    this.#uri = uri;
    this.#security = uri
      ? {
          ...this.#headers(),
          inHeader: false,
          loaded: false,
          phase: "judging",
          notHere: false,
          partsRemoved: false,
          view: null,
          hasContent: false,
          contentShown: false,
        }
      : null;
    this.#notify();
    if (uri) {
      this.#judgeDisplayed(uri, { incomplete: this.#incomplete() }, this.#current.signal);
    }
  }

  /** The host begins to display the same message once more: what is known of it holds. */
  #beginAgain() {
    this.#sink.reset();
    this.#encryptedMail.reset();
    this.#displayedByHost = false;
    this.#judgedAgain = false;
    this.#withheld = false;
    if (this.#security?.phase === "failed") {
      this.#sink.release();
    }
    this.#update({ inHeader: false, loaded: false, contentShown: false });
  }

  /**
   * @param {string} uri
   * @param {How} how
   * @param {AbortSignal} signal Aborted as soon as another message is displayed.
   */
  async #judgeDisplayed(uri, how, signal) {
    try {
      this.#opening = this.#openMessage(uri, how, signal);
      const { content, ...opened } = await this.#opening;
      let { view } = opened;
      let partsRemoved = false;
      if (view.signature === "invalid" && !content && (await wasAlteredByHost(uri, signal))) {
        ({ view } = await this.#openMessage(uri, { ...how, incomplete: true }, signal));
        partsRemoved = true;
      }
      if (!signal.aborted) {
        this.#update({
          view,
          phase: "judged",
          notHere: view === NOT_HERE,
          partsRemoved,
          hasContent: !!content,
        });
        this.#headerFromList.show();
        if (this.#displayedByHost && content) {
          this.#hooks.showAgain();
        } else {
          this.#showOpened();
        }
        await this.#judge.refine(view, signal, (better) => this.#update({ view: better }));
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this.#update({ phase: "failed" });
      this.#sink.release();
      this.#showOpened();
      this.#judge.failed(error);
    }
  }

  /** Has the host display, once, what it could not before: the message, its key or its password has come. */
  #showOpened() {
    const { loaded, phase, hasContent, contentShown } = this.#security ?? {};
    const better = this.#judgedAgain && hasContent && !contentShown;
    if (loaded && phase !== "judging" && (this.#withheld || better)) {
      this.#hooks.showAgain();
    }
  }

  /**
   * @param {string} uri
   * @param {How} how
   * @param {AbortSignal} signal
   * @returns {Promise<OpenedMessage>}
   */
  async #openMessage(uri, how, signal) {
    const size = this.#window.gMessage?.messageSize ?? 0;
    const queued = (/** @type {boolean} */ yes) => {
      if (!signal.aborted) {
        this.#queued = yes;
      }
    };
    try {
      return await this.#judge.open({ uri, size, queued, ...how }, signal);
    } catch (error) {
      if (!(error instanceof MessageUnavailable)) {
        throw error;
      }
      return {
        view: NOT_HERE,
        part: "",
        content: null,
        authenticated: false,
        loadsRemoteContent: false,
      };
    }
  }

  /** @returns {boolean} The host has nothing of the message that it is to display. */
  #isNotHere() {
    return !!this.#security?.notHere && this.#uri === this.#window.gMessageURI;
  }

  /** @returns {boolean} The host has only a part of the message. */
  #incomplete() {
    return isPartial(this.#window.gMessage);
  }

  #headers() {
    const header = this.#window.gMessage;
    return {
      subject: header?.mime2DecodedSubject ?? "",
      from: header?.mime2DecodedAuthor ?? "",
    };
  }

  /** @param {Partial<Security>} changes */
  #update(changes) {
    if (this.#security) {
      this.#security = { ...this.#security, ...changes };
      this.#showSubject(this.#security);
      this.#notify();
    }
  }

  /** The subject that the sender protected takes the place of the one outside. @param {Security} security */
  #showSubject(security) {
    const subject = protectedSubject(security);
    if (subject !== null) {
      security.subject = subject;
      showInMessage(this.#window, subject);
    }
  }

  #notify() {
    for (const observer of [...this.#observers]) {
      observer(this.#security);
    }
  }
}

/**
 * @param {Security} security
 * @returns {string | null} Null where there is none, the protection does not hold, or it is not shown.
 */
function protectedSubject({ view, inHeader, hasContent, contentShown }) {
  return inHeader && (!hasContent || contentShown) ? protectedSubjectOf(view) : null;
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn(window) {
  return [
    ...missingInSink(window),
    ...missingInEncrypted(window),
    ...missingInHeader(window),
    ...missingInHooks(window),
    ...["gMessageURI", "gMessage"].filter((name) => !(name in window)),
  ];
}
