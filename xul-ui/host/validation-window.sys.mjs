/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the window about checking certificates is given, and a way to it: a button in the host's settings,
// Privacy & Security, below the host's own line about OCSP.
//
// Relies on: in about:preferences the event "paneSelected" of the document and #enableOCSP inside a
// fieldset in a div with data-category="panePrivacy"; nsIX509CertDB.constructX509 and
// constructX509FromBase64.

import { fetchAll } from "./fetching.sys.mjs";
import { chooseFile } from "./file-dialogs.sys.mjs";
import { Undo } from "./undo.sys.mjs";
import { lockedSettings, observeSettings, readSettings, writeSettings } from "./validation-settings.sys.mjs";

const HTML = "http://www.w3.org/1999/xhtml";
const PATTERN = { label: "*.pem; *.crt; *.cer; *.der", pattern: "*.pem; *.crt; *.cer; *.der" };
/** A certificate file larger than this is none. */
const MOST_OCTETS = 1 << 20;
/** One renewal may take so many milliseconds. */
const LONGEST = 15_000;

/** @typedef {Window & Record<string, any>} HostWindow */
/** @typedef {import("../generated/js/validation.sys.mjs").StoredAnswerView} StoredAnswerView */
/** @typedef {import("./validation-settings.sys.mjs").Settings} Settings */

/** What the window is opened with. */
export class ValidationModel {
  #validation;

  /** @param {import("../generated/js/validation.sys.mjs").Validation} validation */
  constructor(validation) {
    this.#validation = validation;
  }

  settings() {
    return readSettings();
  }

  locked() {
    return lockedSettings();
  }

  /** @param {Partial<Settings>} changes */
  change(changes) {
    writeSettings(changes);
  }

  /** @param {() => void} changed */
  observe(changed) {
    return observeSettings(changed);
  }

  /** @returns {string} Of the responder's certificate; empty: there is none, or it is damaged. */
  certificateName() {
    const { responderCertificate } = readSettings();
    try {
      return responderCertificate
        ? database().constructX509FromBase64(responderCertificate).displayName
        : "";
    } catch {
      return "";
    }
  }

  /** @param {Window} window @returns {Promise<"cancelled" | "unreadable" | "chosen">} */
  async chooseCertificate(window) {
    const path = await chooseFile(window, window.document.title, [PATTERN]);
    if (!path) {
      return "cancelled";
    }
    const base64 = await readCertificate(path);
    if (!base64) {
      return "unreadable";
    }
    writeSettings({ responderCertificate: base64 });
    return "chosen";
  }

  answers() {
    return this.#validation.answers();
  }

  /** @param {StoredAnswerView} answer */
  remove({ kind, key }) {
    return this.#validation.remove(kind, key);
  }

  /**
   * Fetches an answer anew, at the person's wish.
   * @param {StoredAnswerView} answer
   * @returns {Promise<import("../generated/js/reasons.sys.mjs").Reason | "offline" | null>} Why not.
   */
  async update({ kind, key }) {
    if (Services.io.offline) {
      return "offline";
    }
    const request = await this.#validation.renewal(kind, key);
    if (!request) {
      return null;
    }
    const [outcome] = await fetchAll([request], {
      allowPrivate: readSettings().privateAddresses,
      arePublic: (addresses) => this.#validation.arePublic(addresses),
      until: Date.now() + LONGEST,
      signal: new AbortController().signal,
    });
    return this.#validation.renew(kind, key, outcome, Date.now());
  }
}

/** @returns {any} */
function database() {
  return Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
}

/** @param {string} path @returns {Promise<string>} DER in base64; empty: there is no certificate. */
async function readCertificate(path) {
  try {
    if ((await IOUtils.stat(path)).size > MOST_OCTETS) {
      return "";
    }
    const octets = await IOUtils.read(path);
    const text = new TextDecoder("latin1").decode(octets);
    const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/.exec(text)?.[1];
    const base64 = pem ? pem.replace(/\s+/g, "") : btoa(text);
    database().constructX509FromBase64(base64);
    return base64;
  } catch {
    return "";
  }
}

/**
 * Adds the button to the host's settings.
 * @param {HostWindow} window Of about:preferences.
 * @param {import("./localization.sys.mjs").Words} words
 * @param {() => void} open
 * @returns {() => void} Takes it away.
 */
export function addValidationButton(window, words, open) {
  const undo = new Undo();
  const { document } = window;
  // Panes are made when they are first shown.
  const insert = () => {
    const place = document.getElementById("enableOCSP")?.closest("fieldset");
    if (!place || document.getElementById("signet-validation-settings")) {
      return;
    }
    const box = document.createElementNS(HTML, "div");
    box.id = "signet-validation-settings";
    const description = document.createXULElement("description");
    description.id = "signet-validation-description";
    const button = document.createXULElement("button");
    button.id = "signet-validation-button";
    button.setAttribute("aria-describedby", description.id);
    button.addEventListener("command", open);
    const line = document.createXULElement("hbox");
    line.append(button);
    box.append(description, line);
    place.append(box);
    undo.add(() => box.remove());
    words.name(button, "validation-settings-button");
    words
      .text("validation-settings-description")
      .then((text) => (description.textContent = text))
      .catch(console.error);
  };
  undo.listen(document, "paneSelected", insert);
  insert();
  return () => undo.all();
}

export const requirements = [
  {
    name: "nsIX509CertDB.constructX509FromBase64",
    test: () => typeof database().constructX509FromBase64 === "function",
  },
];
