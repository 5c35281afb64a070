// Every window can be used by everyone: axe finds nothing, in high contrast neither, the keyboard reaches
// everything, and large letters and narrow windows cut nothing off.

import assert from "node:assert/strict";
import { startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";
import { OUR_WINDOWS } from "../support/our_windows.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const AXE = new URL("../../../node_modules/axe-core/", import.meta.url).href;

/** @param {Session} session @param {string} type */
const faults = ({ thunderbird }, type) =>
  thunderbird.run((wanted, script) => {
    const inside = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
    return inside.faults(wanted, script);
  }, type, AXE);

/** @param {Session} session @param {string} type @returns {Promise<string[]>} */
const unreachable = ({ thunderbird }, type) =>
  thunderbird.run((wanted) => {
    const inside = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
    return inside.unreachable(wanted);
  }, type);

/** @param {Session} session @param {string} type @param {{zoom?: number, width?: number}} how */
const cutOff = ({ thunderbird }, type, { zoom = 1, width = 0 }) =>
  thunderbird.run(async (wanted, factor, narrow) => {
    const inside = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
    const view = inside.viewOf(wanted);
    view.browsingContext.textZoom = factor;
    if (narrow && wanted !== "account") {
      view.resizeTo(narrow, 600);
    }
    const settled = () => new Promise((resolve) => view.requestAnimationFrame(() =>
      view.requestAnimationFrame(resolve)));
    for (let wait = 0; wait < 20; wait++) {
      await settled();
    }
    return inside.cutOff(wanted);
  }, type, zoom, width);

journeys("accessibility", startClinic, (journey) => {
  for (const { name, type, picture, open, close } of OUR_WINDOWS) {
    journey(`${name}: axe finds nothing, in the light and in the dark; the keyboard reaches everything`, async (session) => {
      await open(session);
      try {
        assert.deepEqual(await faults(session, type), []);
        await session.inTheDark(async () => assert.deepEqual(await faults(session, type), []));
        assert.deepEqual(await unreachable(session, type), []);
      } finally {
        await close(session);
      }
    });

    journey(`${name}: in high contrast it has the system's colours, and axe finds nothing`, async (session) => {
      await open(session);
      try {
        await session.inHighContrast(async () => {
          const other = await session.thunderbird.waitFor("the system's colours", (wanted) => {
            const { viewOf } = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
            const view = viewOf(wanted);
            const { color } = view.getComputedStyle(view.document.body);
            const icons = [...view.document.querySelectorAll(".signet-icon")];
            const fills = icons.map((each) => view.getComputedStyle(each).fill);
            return color === "rgb(255, 255, 0)" && { icons: fills.filter((fill) => fill !== color) };
          }, type);
          assert.deepEqual(other, { icons: [] });
          assert.deepEqual(await faults(session, type), []);
          await session.screenshot(`contrast-${name}`, picture);
        });
      } finally {
        await close(session);
      }
    });

    journey(`${name}: nothing is cut off with letters of twice the size, nor in a narrow window`, async (session) => {
      await open(session);
      try {
        assert.deepEqual(await cutOff(session, type, { zoom: 2 }), []);
        await session.screenshot(`large-${name}`, picture);
        assert.deepEqual(await cutOff(session, type, { width: 380 }), []);
        await session.screenshot(`narrow-${name}`, picture);
      } finally {
        await close(session);
      }
    });
  }
});
