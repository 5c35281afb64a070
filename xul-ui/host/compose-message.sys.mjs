/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the protection of a message depends on, read from the window in which it is written: who sends
// it, with which certificates, and to whom.
//
// Relies on: #msgIdentity (the sender as displayed); gCurrentIdentity with the attributes
// signing_cert_dbkey and encryption_cert_dbkey, in which the host keeps the chosen certificates;
// <mail-address-pill> with emailAddress, isMailList and listURI inside .address-row with
// data-recipienttype in #recipientsContainer; MailServices.ab.getDirectory with childCards;
// an nsIMsgCompFields with to, cc, bcc and newsgroups;
// MailServices.headerParser; nsIX509CertDB.findCertByDBKey and nsIX509Cert.sha256Fingerprint.

/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeChoices} ComposeChoices */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeMessageInit} ComposeMessageInit */
/** @typedef {Record<string, string>} Picked Address → fingerprint of the certificate that the person wants. */

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/** The rows of the address area whose recipients get the message. */
const ROWS = ["addr_to", "addr_cc", "addr_bcc"];
const NEWSGROUPS = "addr_newsgroups";

/**
 * The message as it stands in the window.
 * @param {Window & Record<string, any>} window A compose window.
 * @param {ComposeChoices} choices
 * @param {Picked} [picked]
 * @returns {ComposeMessageInit}
 */
export function messageIn(window, choices, picked = {}) {
  const inRow = (/** @type {string} */ type) => {
    const row = `#recipientsContainer .address-row[data-recipienttype="${type}"]`;
    return [...window.document.querySelectorAll(`${row} mail-address-pill`)].flatMap(addressesOf);
  };
  return message(window, choices, ROWS.flatMap(inRow), picked, inRow(NEWSGROUPS));
}

/**
 * Who gets the message because of one entry of the address rows: the members of a list of the address
 * book, by whom the host replaces it when it sends.
 * @param {any} pill
 * @returns {string[]} Addresses; of an entry or member that has none, what it is called.
 */
export function addressesOf(pill) {
  if (!pill.isMailList) {
    return [pill.emailAddress || pill.fullAddress || ""];
  }
  return lazy.MailServices.ab
    .getDirectory(pill.listURI)
    .childCards.map((/** @type {any} */ card) => card.primaryEmail || card.displayName);
}

/**
 * The message as it is about to be sent, with the lists of the address book replaced by their members.
 * @param {Window & Record<string, any>} window A compose window.
 * @param {ComposeChoices} choices
 * @param {Picked} picked
 * @returns {ComposeMessageInit}
 */
export function messageToSend(window, choices, picked) {
  const { to, cc, bcc, newsgroups } = window.gMsgCompose.compFields;
  const addresses = [to, cc, bcc].flatMap(addressesIn);
  const groups = (newsgroups ?? "").split(",").filter(Boolean);
  return message(window, choices, addresses, picked, groups);
}

/**
 * Who gets an encrypted message in which copy. An encrypted message shows for how many, and often for
 * whom, it is encrypted: those who are named in it get one together, each hidden recipient one apart.
 * @param {{to: string, cc: string, bcc: string}} fields
 * @returns {{together: string[], apart: string[]}} The host sends one message itself, to somebody: if
 *     all are hidden, to the first of them.
 */
export function copiesOf({ to, cc, bcc }) {
  const seen = new Set();
  const anew = (/** @type {string} */ address) => {
    const before = seen.size;
    return seen.add(address.toLowerCase()).size > before;
  };
  const named = [to, cc].flatMap(addressesIn).filter(anew);
  const hidden = addressesIn(bcc).filter(anew);
  return named.length > 0
    ? { together: named, apart: hidden }
    : { together: hidden.slice(0, 1), apart: hidden.slice(1) };
}

/**
 * A draft as it is kept: encrypted to its writer alone, whose certificate nobody is asked about.
 * @param {Window & Record<string, any>} window A compose window.
 * @returns {ComposeMessageInit}
 */
export function draftIn(window) {
  const draft = message(window, { sign: false, encryption: "required" }, []);
  return { ...draft, recipients: [draft.sender], validation: null };
}

/**
 * @param {ComposeMessageInit} a
 * @param {ComposeMessageInit} b
 * @returns {boolean} They differ in nothing but the time, and the order of recipients.
 */
export function sameMessage(a, b) {
  const text = (/** @type {ComposeMessageInit} */ each) =>
    JSON.stringify({
      ...each,
      time: 0,
      recipients: [...new Set(each.recipients)].sort(),
      picked: [...new Set(each.picked?.map((one) => `${one.sha256} ${one.address}`))].sort(),
    });
  return text(a) === text(b);
}

/**
 * @param {Window & Record<string, any>} window
 * @param {ComposeChoices} choices
 * @param {string[]} recipients
 * @param {Picked} [picked]
 * @param {string[]} [newsgroups]
 * @returns {ComposeMessageInit}
 */
function message(window, choices, recipients, picked = {}, newsgroups = []) {
  const identity = window.gCurrentIdentity;
  /** @type {any} */
  const from = window.document.getElementById("msgIdentity");
  const [sender] = lazy.MailServices.headerParser.makeFromDisplayAddress(from?.value ?? "");
  return {
    choices: { ...choices },
    sender: sender?.email || identity?.email || "",
    signingCertificate: chosenCertificate(identity, "signing_cert_dbkey"),
    encryptionCertificate: chosenCertificate(identity, "encryption_cert_dbkey"),
    recipients: [...recipients, ...newsgroups].filter(Boolean),
    newsgroups,
    picked: recipients
      .filter((address) => Object.hasOwn(picked, address))
      .map((address) => ({ address, sha256: picked[address] })),
    time: Date.now(),
  };
}

/** @param {string} field @returns {string[]} */
function addressesIn(field) {
  return lazy.MailServices.headerParser
    .parseDecodedHeader(field ?? "")
    .map((/** @type {{email: string, name: string}} */ { email, name }) => email || name);
}

/**
 * @param {any} identity
 * @param {string} attribute
 * @returns {string | null} The fingerprint of the certificate that the person has chosen; null if none
 *     is; one that is chosen and not there any more has an empty one, which no certificate has.
 */
function chosenCertificate(identity, attribute) {
  const key = identity?.getUnicharAttribute(attribute);
  if (!key) {
    return null;
  }
  const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
  try {
    const certificate = database.findCertByDBKey(key);
    return certificate?.sha256Fingerprint.replaceAll(":", "").toLowerCase() ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {Window & Record<string, any>} window
 * @returns {string[]} What is missing in this window.
 */
export function missingIn({ document }) {
  return ["msgIdentity", "recipientsContainer"]
    .filter((id) => !document.getElementById(id))
    .map((id) => `#${id}`);
}

export const requirements = [
  {
    name: "headerParser.makeFromDisplayAddress",
    test: () => typeof lazy.MailServices.headerParser.makeFromDisplayAddress === "function",
  },
  {
    name: "headerParser.parseDecodedHeader",
    test: () => typeof lazy.MailServices.headerParser.parseDecodedHeader === "function",
  },
  { name: "ab.getDirectory", test: () => typeof lazy.MailServices.ab.getDirectory === "function" },
  { name: "nsIX509CertDB", test: () => "nsIX509CertDB" in Ci },
];
