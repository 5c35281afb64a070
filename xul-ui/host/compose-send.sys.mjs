/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Sending: a message for which protection is chosen leaves as the window shows it, or not at all. All
// that may take time or ask a person is done before the host begins to make the message.
//
// Relies on: the events of MsgComposeCommands.js "beforesend" (sending only; it waits for detail.resolve
// or detail.reject when it is prevented) and "compose-send-message" (everything, drafts too; after the
// host's own S/MIME and OpenPGP, immediately before the message is made; preventDefault stops it);
// gMsgCompose.compFields.composeSecure and forceMsgEncoding; nsIMsgCompDeliverMode;
// gSelectedTechnologyIsPGP, gSendSigned and gSendEncrypted. Drafts are not encrypted at all where the
// person has switched that off in the host (the identity's attribute autoEncryptDrafts).

import { Encapsulation, requirements as ofEncapsulation } from "./compose-encapsulation.sys.mjs";
import { copiesOf, draftIn, messageToSend, sameMessage } from "./compose-message.sys.mjs";
import { isSaving, preparedFor, protectsHeader, sameProtection } from "./compose-prepared.sys.mjs";
import { CopyNotSent, deliverCopy, requirements as ofCopies } from "./hidden-copies.sys.mjs";
import { Undo } from "./undo.sys.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeSecurityState} ComposeSecurityState */
/** @typedef {import("./compose-encapsulation.sys.mjs").Written} Written */
/** @typedef {import("./compose-encapsulation.sys.mjs").Protected} Protected */
/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeChoices} ComposeChoices */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeMessageInit} ComposeMessageInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */

/**
 * Tells the person.
 * @typedef {object} Explanations
 * @property {(state: ComposeState, fromEncrypted: boolean) => Promise<Partial<ComposeChoices> | null>}
 *     offerWithout Why the message cannot be sent as it was chosen; gives what the person chooses instead,
 *     or null. `fromEncrypted`: it says, too, what it means for text that had been encrypted.
 * @property {(state: ComposeState) => Promise<boolean>} askConsent The message contains text that had been
 *     encrypted, and is about to leave without encryption: gives whether the person wants that.
 * @property {(state: ComposeState) => void} stopped Why the message was not sent: the window's state.
 * @property {(error: unknown) => void} failed Why it was not sent: something went wrong.
 * @property {(error: CopyNotSent) => void} copyFailed Why a hidden recipient's copy was not sent, and
 *     then nothing to the others.
 * @property {(cancel: () => void) => (() => void)} protecting The message is being protected, and the person may
 *     give it up; gives what ends that.
 * @property {() => void} withOpenPgp It was not sent because OpenPGP is chosen as well.
 * @property {(error: unknown, fromEncrypted: boolean) => void} draftFailed Why a draft was not saved.
 */

/** @typedef {import("./compose-prepared.sys.mjs").Prepared} Prepared */
/** @typedef {import("./compose-prepared.sys.mjs").Protector} Protector */

/** Why sending was stopped, when it has been explained already. */
class Explained extends Error {}

export class SendGuard {
  #undo = new Undo();
  #window;
  #security;
  #protector;
  #explain;
  #origin;
  /**
   * What has been prepared for the message that is being sent.
   * @type {Prepared | null}
   */
  #prepared = null;
  /** The person wants the message to leave without encryption, although it contains what had been encrypted. */
  #consented = false;
  /** @type {{own: Encapsulation, hosts: any} | null} In place of the host's. */
  #encapsulation = null;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {ComposeSecurityState} security
   * @param {Protector} protector
   * @param {Explanations} explain
   * @param {import("./compose-origin.sys.mjs").MessageOrigin} origin
   */
  constructor(window, security, protector, explain, origin) {
    this.#window = window;
    this.#security = security;
    this.#protector = protector;
    this.#explain = explain;
    this.#origin = origin;
    this.#undo.listen(window, "beforesend", (event) => this.#beforeSend(event));
    this.#undo.listen(window, "compose-send-message", (event) => this.#send(event));
    this.#undo.add(() => this.#restore());
  }

  stop() {
    this.#undo.all();
  }

  /** @param {CustomEvent<{resolve: () => void, reject: (error: Error) => void}>} event */
  #beforeSend(event) {
    this.#restore();
    this.#prepared = null;
    this.#consented = false;
    this.#security.adoptHostChoice();
    if (!this.#security.wantsProtection && !this.#needsConsent()) {
      return;
    }
    event.preventDefault();
    const { resolve, reject } = event.detail;
    this.#prepare().then(
      (prepared) => {
        this.#prepared = prepared;
        resolve();
      },
      (error) => {
        if (!(error instanceof Explained)) {
          this.#explain.failed(error);
        }
        reject(new Error("Signet: the chosen protection is not available"));
      },
    );
  }

  /** @returns {Promise<Prepared | null>} Null: nothing is to be done for it. */
  async #prepare() {
    if (!this.#security.wantsProtection) {
      await this.#askConsent(this.#security.state);
      return null;
    }
    if (this.#usesOpenPgp()) {
      this.#explain.withOpenPgp();
      throw new Explained();
    }
    await this.#protector.complete();
    const shown = await this.#security.settled();
    if (!shown.view?.maySend) {
      const instead = await this.#explain.offerWithout(shown, this.#origin.isEncrypted);
      if (!instead) {
        throw new Explained();
      }
      this.#consented ||= instead.encryption === "never";
      this.#security.choose(instead);
      return this.#prepare();
    }
    if (shown.view.encryption !== "yes") {
      await this.#askConsent(shown);
    }
    // Once more, now: a certificate may have expired, or have been removed, since it was shown.
    const message = { ...shown.message, time: Date.now() };
    const view = await this.#protector.view(message);
    if (!view.maySend || !sameProtection(view, shown.view)) {
      await this.#stopAsItIsNow();
      throw new Explained();
    }
    try {
      await this.#protector.unlock(message);
    } catch (error) {
      if (/** @type {any} */ (error)?.reason?.code === "password-needed") {
        throw new Explained(); // the person has just cancelled the host's question
      }
      throw error;
    }
    // The module holds the message to what the person has seen, certificate by certificate.
    return { message, view: shown.view };
  }

  /** @returns {boolean} The message would leave unencrypted, and contains text that had been encrypted. */
  #needsConsent() {
    const { gSelectedTechnologyIsPGP, gSendEncrypted } = this.#window;
    return this.#origin.isEncrypted && !this.#consented && !(gSelectedTechnologyIsPGP && gSendEncrypted);
  }

  /** @param {ComposeState} state Of a message that leaves without encryption. */
  async #askConsent(state) {
    if (this.#needsConsent()) {
      this.#consented = await this.#explain.askConsent(state);
      if (!this.#consented) {
        throw new Explained();
      }
    }
  }

  /**
   * The last moment. Between "beforesend" and now the choice may have changed, or another add-on may
   * have let the message pass; so this looks for itself.
   * @param {CustomEvent<{msgType: number}>} event
   */
  #send(event) {
    this.#restore();
    const prepared = this.#prepared;
    this.#prepared = null;
    this.#security.adoptHostChoice();
    const { compFields } = this.#window.gMsgCompose;
    if (!this.#window.gSelectedTechnologyIsPGP && compFields.composeSecure) {
      compFields.composeSecure.signMessage = false;
      compFields.composeSecure.requireEncryptMessage = false;
    }
    const consented = !this.#needsConsent();
    this.#consented = false;
    if (isSaving(event.detail.msgType)) {
      this.#saveDraft();
      return;
    }
    this.#origin.forget();
    if (prepared?.view.encryption !== "yes" && !consented) {
      event.preventDefault();
      this.#explain.stopped(this.#security.state);
    } else if (this.#security.wantsProtection) {
      if (!prepared || this.#usesOpenPgp() || !this.#isStill(prepared)) {
        event.preventDefault();
        this.#explain.stopped(this.#security.state);
        return;
      }
      if (!this.#encapsulate(prepared, event.detail.msgType)) {
        event.preventDefault();
      }
    }
  }

  /**
   * @param {Prepared} prepared
   * @param {number} msgType
   * @returns {boolean} False: it cannot be sent so, and the person has been told.
   */
  #encapsulate(prepared, msgType) {
    const { message, view } = prepared;
    const { compFields } = this.#window.gMsgCompose;
    const signs = view.signature === "yes";
    const encrypts = view.encryption === "yes";
    if (!signs && !encrypts) {
      return true; // "if possible", and it is not: the icons have said so
    }
    const { together, apart } = copiesOf(compFields);
    const copies = encrypts ? apart : [];
    const ready = (/** @type {Written} */ written) => ({
      entity: written.entity,
      header: protectsHeader(this.#window.gCurrentIdentity, encrypts) ? written.header : "",
    });
    if (copies.length > 0 && msgType !== Ci.nsIMsgCompDeliverMode.Now) {
      // What waits in the Outbox is sent to everybody who is named in it.
      const code = /** @type {const} */ ("hidden-recipients");
      this.#explain.failed({ reason: { code, severity: "error", texts: {}, dates: {} } });
      return false;
    }
    const protect =
      copies.length > 0
        ? (/** @type {Written} */ written, /** @type {AbortSignal} */ signal) =>
            this.#protectApart(prepared, { together, apart }, ready(written), written.header, signal)
        : (/** @type {Written} */ written, /** @type {AbortSignal} */ signal) =>
            this.#protector.protect(message, view, ready(written), signal);
    this.#putInPlace(
      new Encapsulation({
        protect,
        failed: (error) =>
          error instanceof CopyNotSent
            ? this.#explain.copyFailed(error)
            : this.#failed(error),
        begun: (cancel) => this.#explain.protecting(cancel),
      }),
    );
    if (signs) {
      compFields.forceMsgEncoding = true; // what servers might convert on the way is encoded
    }
    return true;
  }

  /**
   * The message could not be protected. If something has changed meanwhile (a card was taken out), the window is to show
   * what holds now, and to say what is missing.
   * @param {unknown} error
   */
  #failed(error) {
    if (/** @type {any} */ (error)?.reason?.code === "protection-changed") {
      this.#stopAsItIsNow().catch((other) => this.#explain.failed(other));
    } else {
      this.#explain.failed(error);
    }
  }

  async #stopAsItIsNow() {
    this.#security.refresh({ anew: true });
    this.#explain.stopped(await this.#security.settled());
  }

  /**
   * Makes the copies of hidden recipients, sends them, and gives the one that the host sends. All are
   * made before one is sent; and they are sent first, because the window closes when the host has sent
   * its own.
   * @param {Prepared} prepared
   * @param {{together: string[], apart: string[]}} recipients
   * @param {Written} written
   * @param {string} header The one outside, where it is not protected.
   * @param {AbortSignal} signal
   * @returns {Promise<Protected>}
   */
  async #protectApart(prepared, { together, apart }, written, header, signal) {
    const protect = (/** @type {string[]} */ addresses) => {
      const { message, view } = preparedFor(prepared, addresses);
      const copy = { ...written, entity: written.entity.slice(0) };
      return this.#protector.protect(message, view, copy, signal);
    };
    const copies = [];
    for (const address of apart) {
      const copy = await protect([address]);
      copies.push({ address, entity: copy.entity, header: copy.header || header });
    }
    const own = await protect(together);
    signal.throwIfAborted(); // from here on they have it
    const { gCurrentIdentity, gMsgCompose } = this.#window;
    for (const [sent, copy] of copies.entries()) {
      await deliverCopy(gCurrentIdentity, gMsgCompose.compFields, { ...copy, sent });
    }
    // The header with Bcc is written, for the copy that the person keeps, and is taken out of what is
    // delivered as long as this field is not empty. It says who gets the host's message besides To
    // and Cc: nobody any more.
    [gMsgCompose.compFields.bcc] = together;
    return own;
  }

  /** @param {Prepared} prepared */
  #isStill({ message, view }) {
    const now = messageToSend(this.#window, this.#security.state.choices, this.#security.picked);
    // Who gets it matters only where it is encrypted; the host has replaced lists by their members.
    const { recipients, picked } = view.encryption === "yes" ? now : message;
    return sameMessage({ ...now, recipients, picked }, message);
  }

  /** Gives the host its own encapsulation back. */
  #restore() {
    const encapsulation = this.#encapsulation;
    this.#encapsulation = null;
    const compFields = this.#window.gMsgCompose?.compFields;
    if (encapsulation && compFields) {
      compFields.composeSecure = encapsulation.hosts;
    }
  }

  /** @returns {boolean} The host is to protect the message with OpenPGP. */
  #usesOpenPgp() {
    const { gSelectedTechnologyIsPGP, gSendEncrypted, gSendSigned } = this.#window;
    return gSelectedTechnologyIsPGP && (gSendEncrypted || gSendSigned);
  }

  /**
   * A draft of a message that is to be encrypted, or that contains what had been encrypted, is encrypted
   * to its writer, or it is not saved: nothing of it is to lie anywhere in plain text. It is never signed:
   * it is not finished.
   */
  #saveDraft() {
    const { choices, view } = this.#security.state;
    const wanted =
      this.#origin.isEncrypted ||
      choices.encryption === "required" ||
      (choices.encryption === "if-possible" && view?.encryption === "yes");
    const { gSelectedTechnologyIsPGP, gSendEncrypted } = this.#window;
    if (!wanted || (gSelectedTechnologyIsPGP && gSendEncrypted)) {
      this.#origin.note(choices);
      return;
    }
    this.#origin.forget();
    this.#putInPlace(
      new Encapsulation({
        protect: ({ entity }, signal) =>
          this.#encryptDraft(this.#origin.noteInside(choices, entity), signal),
        failed: (error) => this.#explain.draftFailed(error, this.#origin.isEncrypted),
        begun: (cancel) => this.#explain.protecting(cancel),
      }),
    );
  }

  /**
   * The header stays as it is: the host takes the subject from there when the draft is opened again.
   * @param {ArrayBuffer} entity
   * @param {AbortSignal} signal
   * @returns {Promise<Protected>}
   */
  async #encryptDraft(entity, signal) {
    const message = draftIn(this.#window);
    const view = await this.#protector.view(message);
    if (view.encryption !== "yes") {
      const [reason] = view.encryptionReasons;
      throw Object.assign(new Error("the draft cannot be encrypted"), { reason });
    }
    return this.#protector.protect(message, view, { entity, header: "" }, signal);
  }

  /** @param {Encapsulation} own */
  #putInPlace(own) {
    const { compFields } = this.#window.gMsgCompose;
    this.#encapsulation = { own, hosts: compFields.composeSecure };
    compFields.composeSecure = own;
  }
}

export const requirements = [
  ...ofEncapsulation,
  ...ofCopies,
  {
    name: "nsIMsgCompDeliverMode.SaveAsDraft",
    test: () => typeof Ci.nsIMsgCompDeliverMode?.SaveAsDraft === "number",
  },
];
