/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Sending: a message for which protection is chosen leaves only when the module says that it may, and
// never weaker than the window shows.
//
// Relies on: the events of MsgComposeCommands.js "beforesend" (sending only; detail.reject stops it) and
// "compose-send-message" (everything, drafts too; after the host's own S/MIME, immediately before
// the message is built; preventDefault stops it); gMsgCompose.compFields.composeSecure;
// nsIMsgCompDeliverMode; gCurrentIdentity's attribute encryption_cert_name.

import { Undo } from "./undo.sys.mjs";

/** @typedef {import("./compose-choices.sys.mjs").ComposeSecurityState} ComposeSecurityState */
/** @typedef {import("./compose-choices.sys.mjs").ComposeState} ComposeState */

export class SendGuard {
  #undo = new Undo();
  #window;
  #security;
  #explain;

  /**
   * @param {Window & Record<string, any>} window A compose window.
   * @param {ComposeSecurityState} security
   * @param {object} explain Tells the person.
   * @param {(state: ComposeState) => void} explain.stopped Why the message was not sent.
   * @param {() => void} explain.plainDraft That drafts are saved without encryption.
   */
  constructor(window, security, explain) {
    this.#window = window;
    this.#security = security;
    this.#explain = explain;
    this.#undo.listen(window, "beforesend", (event) => this.#beforeSend(event));
    this.#undo.listen(window, "compose-send-message", (event) => this.#send(event));
  }

  stop() {
    this.#undo.all();
  }

  /** @param {CustomEvent<{resolve: () => void, reject: (error: Error) => void}>} event */
  #beforeSend(event) {
    this.#security.adoptHostChoice();
    if (!this.#security.wantsProtection) {
      return;
    }
    const { resolve, reject } = event.detail;
    const decide = (/** @type {ComposeState} */ state) => {
      if (state.view?.maySend) {
        return true;
      }
      this.#explain.stopped(state);
      reject(new Error("Signet: the chosen protection is not available"));
      return false;
    };
    const { state } = this.#security;
    if (state.view || state.failed) {
      if (!decide(state)) {
        event.preventDefault();
      }
      return;
    }
    event.preventDefault();
    this.#security.settled().then((settled) => decide(settled) && resolve());
  }

  /**
   * The last moment. Between "beforesend" and now the choice may have changed, or another add-on may
   * have let the message pass; so this decides for itself, and without waiting.
   * @param {CustomEvent<{msgType: number}>} event
   */
  #send(event) {
    this.#security.adoptHostChoice();
    const { gMsgCompose, gSelectedTechnologyIsPGP } = this.#window;
    const { composeSecure } = gMsgCompose.compFields;
    if (!gSelectedTechnologyIsPGP && composeSecure) {
      composeSecure.signMessage = false;
      composeSecure.requireEncryptMessage = false;
    }
    if (isSaving(event.detail.msgType)) {
      this.#saveDraft(composeSecure);
    } else if (this.#security.wantsProtection && !this.#security.state.view?.maySend) {
      event.preventDefault();
      this.#explain.stopped(this.#security.state);
    }
  }

  /**
   * A draft of a message that is to be encrypted is encrypted to its writer, by the host, if a
   * certificate for that is chosen. It is never signed: it is not finished.
   * @param {{requireEncryptMessage: boolean} | null} composeSecure
   */
  #saveDraft(composeSecure) {
    if (this.#security.state.choices.encryption === "never") {
      return;
    }
    const { gCurrentIdentity, gSelectedTechnologyIsPGP } = this.#window;
    const hasCertificate = !!gCurrentIdentity.getUnicharAttribute("encryption_cert_name");
    if (hasCertificate && composeSecure && !gSelectedTechnologyIsPGP) {
      composeSecure.requireEncryptMessage = true;
    } else if (!gSelectedTechnologyIsPGP) {
      this.#explain.plainDraft();
    }
  }
}

/** @param {number} msgType @returns {boolean} The message is kept, not sent. */
function isSaving(msgType) {
  const { Save, SaveAs, SaveAsDraft, SaveAsTemplate, AutoSaveAsDraft } = Ci.nsIMsgCompDeliverMode;
  return [Save, SaveAs, SaveAsDraft, SaveAsTemplate, AutoSaveAsDraft].includes(msgType);
}

export const requirements = [
  {
    name: "nsIMsgCompDeliverMode.SaveAsDraft",
    test: () => typeof Ci.nsIMsgCompDeliverMode?.SaveAsDraft === "number",
  },
  { name: "nsIMsgComposeSecure", test: () => "nsIMsgComposeSecure" in Ci },
];
