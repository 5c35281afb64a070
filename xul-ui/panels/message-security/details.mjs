/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Everything that is known of a message's security, as text for a help desk: the words that the window
// shows, and below them the facts by the names that the contract gives them, which are the same in every
// language. Nothing of the message's content is in it.

/** @typedef {import("../../generated/js/message-security.sys.mjs").CertificateSummary} CertificateSummary */
/** @typedef {import("../../generated/js/message-security.sys.mjs").MessageSecurityView} View */
/** @typedef {import("../../generated/js/message-security.sys.mjs").TimeStampView} TimeStampView */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */

/**
 * @param {View | null} view
 * @param {string[]} shown The lines that the window shows.
 * @returns {string} Lines end with LF.
 */
export function detailsAsText(view, shown) {
  const lines = shown.filter(Boolean);
  if (view) {
    lines.push("", `signature: ${view.signature}`, `encryption: ${view.encryption}`);
    lines.push(...view.layers.flatMap(layerLines), ...view.signers.flatMap(signerLines));
    lines.push(...view.reasons.map((reason) => `reason: ${reasonText(reason)}`));
  }
  return `${lines.join("\n")}\n`;
}

/** @param {View["layers"][number]} layer @returns {string[]} */
function layerLines({ kind, part, wholeMessage, algorithm, recipients, recipientCount }) {
  const place = wholeMessage ? "whole message" : "a part only";
  return [
    `layer: ${[kind, algorithm, `part ${part}`, place].filter(Boolean).join(", ")}`,
    ...recipients.map(({ certificate, algorithm: method, state, reason }) => {
      const facts = [state, certificate, method, reason ? reasonText(reason) : ""];
      return `  recipient: ${facts.filter(Boolean).join(", ")}`;
    }),
    ...(recipientCount > recipients.length ? [`  recipients: ${recipientCount}`] : []),
  ];
}

/** @param {View["signers"][number]} signer @returns {string[]} */
function signerLines(signer) {
  const { valid, algorithm, signingTime, timeStamps, chain, certificate, history, reasons, revocation } = signer;
  const path = chain?.length ? chain : [certificate];
  return [
    `signer: ${valid ? "valid" : "not valid"}, ${algorithm}`,
    ...(typeof signingTime === "number" ? [`  signing time: ${dateText(signingTime)}`] : []),
    ...(timeStamps ?? []).flatMap(timeStampLines),
    ...path.flatMap((each) => (each ? [`  certificate: ${certificateText(each)}`] : [])),
    ...(history ? [`  seen before: ${history.state}, since ${dateText(history.since)}`] : []),
    ...(revocation ?? []).map(
      ({ certificate: name, state, evidence }) => `  revocation: ${state}, ${evidence}, ${name}`,
    ),
    ...reasons.map((reason) => `  reason: ${reasonText(reason)}`),
  ];
}

/** @param {TimeStampView} stamp @returns {string[]} */
function timeStampLines({ valid, time, algorithm, certificate, chain, reasons }) {
  const path = chain?.length ? chain : [certificate];
  const facts = [valid ? "valid" : "not valid", typeof time === "number" ? dateText(time) : "", algorithm];
  return [
    `  time-stamp: ${facts.filter(Boolean).join(", ")}`,
    ...path.flatMap((each) => (each ? [`    certificate: ${certificateText(each)}`] : [])),
    ...reasons.map((reason) => `    reason: ${reasonText(reason)}`),
  ];
}

/** @param {CertificateSummary} certificate @returns {string} */
function certificateText({ subject, issuer, serial, notBefore, notAfter, publicKey, sha256 }) {
  return [
    subject,
    `issued by ${issuer}`,
    `serial number ${serial}`,
    `${dateText(notBefore)} to ${dateText(notAfter)}`,
    publicKey,
    `SHA-256 ${sha256}`,
  ].join("; ");
}

/** @param {Reason} reason @returns {string} */
function reasonText({ code, severity, where, diagnostic }) {
  return [`${code} (${severity})`, where, diagnostic].filter(Boolean).join("; ");
}

/** @param {number} milliseconds @returns {string} */
function dateText(milliseconds) {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "?" : date.toISOString();
}
