/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What is shown in the place of a protected part that stays closed: a MIME entity with sentences for the
// person, plain text in a frame of its own, so that nothing in it can be taken for markup.

import { concatenated } from "./octets.sys.mjs";
import { reasonsInWords } from "../panels/reasons.mjs";

/** @typedef {import("../generated/js/reasons.sys.mjs").Reason} Reason */

/**
 * "failed": Signet could not judge the message; "closed": it could not be opened, for these reasons;
 * "encrypted-apart", "signed-apart": the part does not cover the message; "not-quoted": opened, but
 * nothing that goes into a reply.
 * @typedef {"failed" | "closed" | "encrypted-apart" | "signed-apart" | "not-quoted"} PartState
 */

/** What keeps a message closed, in contrast to what else is to be said about it. */
const CLOSING = new Set([
  "no-matching-key",
  "private-key-missing",
  "decryption-failed",
  "password-needed",
  "password-cancelled",
  "password-wrong",
  "token-unavailable",
  "algorithm-unsupported",
  "algorithm-refused",
  "content-type-unsupported",
  "content-not-available",
  "limit-exceeded",
  "malformed",
  "key-invalid",
]);

/**
 * @param {import("./localization.sys.mjs").Words} words
 * @param {PartState} state
 * @param {Reason[]} reasons
 * @param {Uint8Array | null} [content] A MIME entity that is shown below the words.
 * @returns {Promise<Uint8Array>} A MIME entity.
 */
export async function describePart(words, state, reasons, content = null) {
  const [{ value, attributes }] = await words.messages([`part-${state}`]);
  const closing = reasons.filter(({ code }) => CLOSING.has(code));
  const told = await reasonsInWords(words, closing);
  const lines = [
    [value, attributes.remedy],
    ...told.map(({ sentence, remedy }) => [sentence, remedy]),
  ];
  const text = lines.map((line) => line.filter(Boolean).join("\r\n")).join("\r\n\r\n");
  const encoder = new TextEncoder();
  const note =
    "Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
    `${text}\r\n`;
  if (!content) {
    return encoder.encode(note);
  }
  const boundary = `=_signet-${Services.uuid.generateUUID().toString().slice(1, -1)}`;
  const before = encoder.encode(
    `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${note}` +
      `\r\n--${boundary}\r\n`,
  );
  const after = encoder.encode(`\r\n--${boundary}--\r\n`);
  return concatenated([before, content, after]);
}
