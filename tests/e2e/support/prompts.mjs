// The host's questions for passwords: of the profile, of a card.

import { pause } from "./processes.mjs";

/**
 * Answers the host's question for the password, and counts how often it comes.
 * @param {import("./session.mjs").Session} session
 * @param {...(string | null)} passwords One after the other; the last one for all further questions. Null
 *     cancels.
 */
export async function answerPrompts({ thunderbird }, ...passwords) {
  await thunderbird.run((answers) => {
    /** @type {any} */
    const scope = window;
    scope.signetTestPrompts = 0;
    scope.signetTestPrompt = {
      /** @param {any} dialog The host's dialog, once it is there. */
      observe(dialog) {
        const given = answers[Math.min(scope.signetTestPrompts, answers.length - 1)];
        ++scope.signetTestPrompts;
        const { ui } = dialog.Dialog;
        dialog.setTimeout(() => {
          if (given !== null) {
            ui.password1Textbox.value = given;
          }
          (given === null ? ui.button1 : ui.button0).click();
        }, 500);
      },
    };
    Services.obs.addObserver(scope.signetTestPrompt, "common-dialog-loaded");
  }, passwords);
}

/** @param {import("./session.mjs").Session} session @returns {Promise<number>} */
export async function endPrompts({ thunderbird }) {
  return thunderbird.run(() => {
    /** @type {any} */
    const scope = window;
    Services.obs.removeObserver(scope.signetTestPrompt, "common-dialog-loaded");
    return scope.signetTestPrompts;
  });
}

/**
 * While the host asks, nobody looks into it.
 * @template T
 * @param {() => Promise<T>} walk
 * @returns {Promise<T>}
 */
export async function afterPrompts(walk) {
  for (;;) {
    try {
      return await walk();
    } catch (error) {
      if (!/unexpected alert open/i.test(String(error))) {
        throw error;
      }
      await pause(200);
    }
  }
}
