// Journeys: tests that walk through one session as a person does, in their order, with Node's test
// runner.
//
//   journeys("message-security-inbox", () => startSession({ … }), (journey) => {
//     journey("a signed message has a pen", async (session) => { … });
//   });
//
// A journey that fails leaves pictures and logs in OUTPUT, named after it. An error in the host's
// console that our own files raised makes it fail, too, unless the journey names it: what stops the host
// by throwing is reported there by the host itself. One that is named must come.

import { after, before, describe, it } from "node:test";

/** @typedef {import("./session.mjs").Session} Session */

/**
 * @param {string} name Unique: part of the names of pictures and logs.
 * @param {() => Promise<Session>} start
 * @param {(journey: (title: string, walk: (session: Session) => Promise<void>, expected?: RegExp) => void) => void} define
 */
export function journeys(name, start, define) {
  describe(name, { concurrency: 1 }, () => {
    /** @type {Session} */
    let session;
    let errors = 0;

    /** @param {string} title @param {() => Promise<void>} step @param {RegExp} [expected] */
    const watched = async (title, step, expected) => {
      try {
        await step();
        const found = session.thunderbird.ourErrors();
        const all = found.slice(errors);
        errors = found.length;
        const fresh = all.filter(({ text }) => !expected?.test(text));
        if (expected && fresh.length === all.length) {
          throw new Error(`The host's console has no ${expected}`);
        }
        if (fresh.length > 0) {
          const lines = fresh.map(({ text, source }) => `${text}\n    ${source}`);
          throw new Error(`Errors in the host's console:\n  ${lines.join("\n  ")}`);
        }
      } catch (error) {
        await session?.keepEvidence(`${name}-${title.replace(/\W+/g, "-")}`);
        throw error;
      }
    };

    before(async () => {
      session = await start();
    });
    after(async () => {
      await session?.close();
    });
    define((title, walk, expected) => {
      it(title, () => watched(title, () => walk(session), expected));
    });
  });
}
