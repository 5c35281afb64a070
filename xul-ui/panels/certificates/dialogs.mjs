/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The dialogs of the Certificates window. Escape and Cancel are the same, and mean: nothing is done.

import { showDialog } from "../closing.mjs";

/** @typedef {{id: string, args?: Record<string, any>}} Words */

const element = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id));
const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (element(id));

/** @param {HTMLElement} where @param {Words} words */
async function say(where, { id, args }) {
  document.l10n.setAttributes(where, id, args);
  await document.l10n.translateElements([where]);
}

/**
 * Asks for a password, twice for a new one.
 * @param {object} question
 * @param {Words} question.heading
 * @param {Words} question.text
 * @param {string} [question.wrong] What was wrong with the answer before.
 * @param {boolean} [question.isNew]
 * @returns {Promise<string | null>} Null: cancelled.
 */
export async function askPassword({ heading, text, wrong = "", isNew = false }) {
  await say(element("password-heading"), heading);
  await say(element("password-text"), text);
  const alert = element("password-wrong");
  alert.textContent = wrong;
  alert.hidden = !wrong;
  element("password-again-row").hidden = !isNew;
  const first = input("password-first");
  const again = input("password-again");
  const ok = /** @type {HTMLButtonElement} */ (element("password-ok"));
  const check = () => {
    ok.disabled = isNew && (first.value === "" || first.value !== again.value);
  };
  first.value = again.value = "";
  check();
  first.oninput = again.oninput = check;
  element("password-cancel").onclick = () =>
    /** @type {HTMLDialogElement} */ (element("password")).close("");
  const answered = showDialog("password");
  first.focus();
  const answer = (await answered) === "ok" ? first.value : null;
  first.value = again.value = "";
  return answer;
}

/**
 * @param {object} question
 * @param {Words} question.heading
 * @param {Words[]} question.texts A paragraph each.
 * @param {Words} question.yes
 * @returns {Promise<boolean>}
 */
export async function ask({ heading, texts, yes }) {
  await say(element("ask-heading"), heading);
  const paragraphs = texts.map(() => document.createElement("p"));
  element("ask-text").replaceChildren(...paragraphs);
  await Promise.all(paragraphs.map((paragraph, index) => say(paragraph, texts[index])));
  await say(element("ask-yes"), yes);
  return (await showDialog("ask")) === "yes";
}

/**
 * Shows how far something is. Escape and Stop are the same.
 * @param {Words} heading
 */
export async function beginProgress(heading) {
  await say(element("progress-heading"), heading);
  const bar = /** @type {HTMLProgressElement} */ (element("progress-bar"));
  const closed = { yet: false };
  showDialog("progress").then(() => {
    closed.yet = true;
  });
  return {
    get stopped() {
      return closed.yet;
    },
    /** @param {number} done @param {number} total */
    show(done, total) {
      bar.max = total;
      bar.value = done;
      document.l10n.setAttributes(element("progress-text"), "certificates-progress", { done, total });
    },
    end() {
      /** @type {HTMLDialogElement} */ (element("progress")).close();
    },
  };
}

/**
 * @param {Words} heading
 * @param {{text: string, className?: string}[]} lines
 */
export async function report(heading, lines) {
  await say(element("report-heading"), heading);
  element("report-entries").replaceChildren(
    ...lines.map(({ text, className = "" }) => {
      const line = document.createElement("p");
      line.textContent = text;
      line.className = className;
      return line;
    }),
  );
  await showDialog("report");
}
