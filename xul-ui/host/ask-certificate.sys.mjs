/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Asks people for their certificate: opens a message to them in which everything is written already, and
// which is signed if that is possible, so that they can answer encrypted.
//
// Relies on: MailServices.compose.OpenComposeWindowWithParams with nsIMsgComposeParams and
// nsIMsgCompFields; headerParser.makeMimeHeader; gCurrentIdentity; what compose-origin relies on.

import { beginWith } from "./compose-origin.sys.mjs";

/** @type {{MailServices?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  MailServices: "resource:///modules/MailServices.sys.mjs",
});

/**
 * @param {Window & Record<string, any>} window A compose window, whose identity asks.
 * @param {import("./localization.sys.mjs").Words} words
 * @param {string[]} addresses Of those who are asked.
 * @param {boolean} sign
 */
export async function askForCertificate(window, words, addresses, sign) {
  const [subject, body] = await Promise.all([
    words.text("ask-certificate-subject"),
    words.text("ask-certificate-body"),
  ]);
  const make = (/** @type {string} */ name, /** @type {any} */ kind) =>
    Cc[`@mozilla.org/messengercompose/${name};1`].createInstance(kind);
  const fields = make("composefields", Ci.nsIMsgCompFields);
  const { headerParser } = lazy.MailServices;
  fields.to = headerParser.makeMimeHeader(addresses.map((email) => ({ name: "", email })));
  fields.subject = subject;
  fields.body = `${body}\n`;
  beginWith(fields, { sign, encryption: "never" });
  const parameters = make("composeparams", Ci.nsIMsgComposeParams);
  parameters.type = Ci.nsIMsgCompType.New;
  parameters.format = Ci.nsIMsgCompFormat.PlainText;
  parameters.identity = window.gCurrentIdentity;
  parameters.composeFields = fields;
  lazy.MailServices.compose.OpenComposeWindowWithParams(null, parameters);
}

export const requirements = [
  {
    name: "compose.OpenComposeWindowWithParams",
    test: () => typeof lazy.MailServices.compose.OpenComposeWindowWithParams === "function",
  },
  {
    name: "headerParser.makeMimeHeader",
    test: () => typeof lazy.MailServices.headerParser.makeMimeHeader === "function",
  },
];
