/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Why a message was not sent although the person pressed Send: the protection that they chose is not
// possible. Names each recipient who could not read it. They go back, or, in a second step that says
// what it means, send this one message without. The second step alone is asked where nothing is in the
// way, but the message contains text that had been encrypted.

import { closeWith } from "../closing.mjs";
import { offerHelp } from "../help-links.mjs";
import { isolated, paragraphs } from "../paragraphs.mjs";
import { reasonsInWords } from "../reasons.mjs";

/** @typedef {import("../../generated/js/compose-security.sys.mjs").ComposeRecipientView} ComposeRecipientView */
/** @typedef {import("../../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */
/** @typedef {import("../../generated/js/reasons.sys.mjs").Reason} Reason */

/**
 * What the window is opened with.
 * @typedef {object} Model
 * @property {ComposeSecurityView | null} view
 * @property {"encryption" | "signature" | "both"} missing What is chosen and not possible.
 * @property {boolean} fromEncrypted The message contains text that had been encrypted.
 * @property {boolean} [secondStep] Only this.
 * @property {() => void} sendWithout
 */

/** @type {Model} */
const { view, missing, fromEncrypted, secondStep, sendWithout } = window.arguments[0].wrappedJSObject;

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));

/** Recipients who could not read it. */
const unable = (view?.recipients ?? []).filter(({ certificate }) => !certificate);

/** @param {ComposeRecipientView} recipient @returns {Promise<HTMLElement>} */
async function itemOf({ address, reasons }) {
  const item = document.createElement("li");
  const who = document.createElement("strong");
  who.append(isolated(address));
  item.append(who, ...(await reasonsInWords(document.l10n, reasons)).flatMap(paragraphs));
  return item;
}

/** @param {"signature" | "encryption"} name @param {Reason[]} reasons */
async function fill(name, reasons) {
  const words = await reasonsInWords(document.l10n, reasons);
  element(name).querySelector(".reasons")?.replaceChildren(...words.flatMap(paragraphs));
}

async function sayWhy() {
  const said = new Set(
    unable.flatMap(({ reasons }) => reasons.map((reason) => JSON.stringify(reason))),
  );
  await Promise.all([
    fill("signature", view?.signatureReasons ?? []),
    // What is wrong with a recipient is said beside the recipient.
    fill(
      "encryption",
      (view?.encryptionReasons ?? []).filter((each) => !said.has(JSON.stringify(each))),
    ),
  ]);
  element("recipients").replaceChildren(...(await Promise.all(unable.map(itemOf))));
  element("signature").hidden = missing === "encryption";
  element("encryption").hidden = missing === "signature";
  element("recipients").hidden = unable.length === 0;
}

function offer() {
  document.l10n.setAttributes(element("heading"), "send-stopped-heading");
  document.l10n.setAttributes(element("lead"), `send-stopped-lead-${missing}`);
  document.l10n.setAttributes(element("without"), `send-stopped-without-${missing}`);
  const second = () => {
    element("why").hidden = true;
    ask();
  };
  element("without").addEventListener("click", second, { once: true });
}

/** The second step: the person may send it without, and is told what that means. */
function ask() {
  element("from-encrypted").hidden = !fromEncrypted || missing === "signature";
  document.l10n.setAttributes(element("heading"), `send-stopped-ask-${missing}`);
  document.l10n.setAttributes(element("lead"), `send-stopped-meaning-${missing}`);
  document.l10n.setAttributes(element("without"), `send-stopped-send-${missing}`);
  element("without").addEventListener("click", () => {
    sendWithout();
    window.close();
  });
  // The way back is what Enter does, here as well.
  element("back").focus();
}

offerHelp("compose");
closeWith("back");
sayWhy().catch(console.error);
if (secondStep) {
  element("why").hidden = !view?.encryptionReasons.length;
  ask();
} else {
  offer();
}
element("back").focus();
