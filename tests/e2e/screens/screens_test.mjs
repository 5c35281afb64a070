// The pictures of docs/screens: each window in English, as the README shows it; and on a sheet in German and
// Arabic, light and dark, wide and narrow, beside a dialog of Thunderbird's own; and the icons at all sizes.
//
// Written to OUTPUT/screens; tools/screens has them in docs/screens.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { messageWith, startClinic } from "../support/clinic.mjs";
import { BOB, ERIN } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { languagePack } from "../support/language_packs.mjs";
import { OUR_WINDOWS } from "../support/our_windows.mjs";
import { waitUntil } from "../support/processes.mjs";
import { settles } from "../support/sent_mail.mjs";
import { OUTPUT } from "../support/session.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */
/** @typedef {import("../support/our_windows.mjs").OurWindow} OurWindow */

const SCREENS = process.env.SIGNET_SCREENS ?? path.join(OUTPUT, "screens");
mkdirSync(SCREENS, { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), "signet-screens-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const signed = messageWith({ about: "signed with RSA" }).subject;
const MANAGER = "mozilla:certmanager";
const WIDE = 860;
const NARROW = 420;

/** @param {Session} session @param {string} sheet @param {{type: string, label: string}[]} windows */
const addRow = ({ thunderbird }, sheet, windows) =>
  thunderbird.run((name, wanted) => {
    const inside = ChromeUtils.importESModule("resource://e2e-support/sheets.sys.mjs");
    return inside.addRow(name, wanted);
  }, sheet, windows);

/** @param {Session} session @param {string} name Of the sheet, and of the file. */
async function write({ thunderbird }, name) {
  const picture = await thunderbird.run((sheet) => {
    const { drawn } = ChromeUtils.importESModule("resource://e2e-support/sheets.sys.mjs");
    return drawn(sheet);
  }, name);
  const octets = Buffer.from(picture, "base64");
  assert.ok(octets.length > 1000, name);
  writeFileSync(path.join(SCREENS, `${name}.webp`), octets);
}

/** Makes a window so wide, and waits until it is. @param {Session} session @param {OurWindow} which @param {number} width */
async function resize({ thunderbird }, { type }, width) {
  if (type === "account") {
    return; // it has the width of the main window
  }
  await thunderbird.run((wanted, to) => Services.wm.getMostRecentWindow(wanted).resizeTo(to, 620), type, width);
  await thunderbird.waitFor("the window's width", (wanted, to) =>
    Math.abs(Services.wm.getMostRecentWindow(wanted).outerWidth - to) < 3, type, width);
}

/** Opens Thunderbird's own certificate manager. @param {Session} session */
async function openManager({ thunderbird }) {
  await thunderbird.run(() => {
    window.openDialog("chrome://pippki/content/certManager.xhtml", "", "chrome,dialog=no,width=640,height=620");
  });
  await thunderbird.waitFor("the host's certificate manager", (type) => {
    const page = Services.wm.getMostRecentWindow(type)?.document;
    return page?.readyState === "complete" && page.hasPendingL10nMutations === false;
  }, MANAGER);
}

/** @param {Session} session */
const closeManager = ({ thunderbird }) =>
  thunderbird.run((type) => Services.wm.getMostRecentWindow(type).close(), MANAGER);

journeys("screens", startClinic, (journey) => {
  journey("in English: a message, and every window", async (session) => {
    await session.mail.select(signed);
    await session.signet.judged(signed);
    await addRow(session, "message", [{ type: "mail:3pane", label: "" }]);
    await write(session, "message");
    for (const each of OUR_WINDOWS) {
      await each.open(session);
      await addRow(session, each.name, [{ type: each.type, label: "" }]);
      await write(session, each.name);
      await each.close(session);
    }
  });

  journey("a message that is written, and what its window tells, state by state", async (session) => {
    const { compose, thunderbird } = session;
    const row = (/** @type {string} */ label) => addRow(session, "writing", [
      { type: "msgcompose", label },
      { type: "signet:compose-security", label: "" },
    ]);
    await compose.open({ to: BOB.address, subject: "Minutes", body: "The minutes of Monday.\n" });
    await compose.ready();
    await settles(session, { sign: "absent", encrypt: "absent" });
    await compose.choose("info");
    await waitUntil("No", async () => (await compose.info())?.encrypted === "No");
    await row("as it is");
    await compose.choose("sign");
    await compose.choose("required");
    await settles(session, { sign: "shown", encrypt: "shown" });
    await waitUntil("Yes", async () => (await compose.info())?.encrypted === "Yes");
    await row("signed and encrypted");
    await thunderbird.run((address) => {
      const window = Services.wm.getMostRecentWindow("msgcompose");
      const to = window.document.querySelector('.address-row[data-recipienttype="addr_to"]');
      window.addressRowAddRecipientsArray(to, [address]);
    }, ERIN);
    await settles(session, { sign: "shown", encrypt: "struck-out" });
    await waitUntil("two recipients", async () => (await compose.info())?.recipients.length === 2);
    await row("one could not read it");
    await session.inTheDark(() => row("one could not read it, dark"));
    await write(session, "writing");
    await compose.closeInfo();
    await compose.discard();
  });

  journey("the icons, at every size and in every theme", async (session) => {
    await session.thunderbird.run(() => {
      /** @type {any} */ (window).signetIconSheet = window.openDialog(
        "about:blank", "", "chrome,dialog=no,width=760,height=800");
    });
    await session.thunderbird.waitFor("an empty window", () => {
      const { document: page } = /** @type {any} */ (window).signetIconSheet;
      return page.body && page.head;
    });
    const alike = await session.thunderbird.run(async () => {
      const inside = ChromeUtils.importESModule("resource://e2e-support/icon_sheet.sys.mjs");
      const view = /** @type {any} */ (window).signetIconSheet;
      await inside.showIcons(view);
      return inside.alike(view);
    });
    await addRow(session, "icons", [{ type: "signet:icon-sheet", label: "" }]);
    await write(session, "icons");
    assert.deepEqual(alike, [], "icons that look alike in black and 16 pixels");
    await session.thunderbird.run(() => Services.wm.getMostRecentWindow("signet:icon-sheet").close());
  });

  for (const [language, light, dark] of /** @type {[string, number, number][]} */ ([
    ["de", WIDE, NARROW],
    ["ar", NARROW, WIDE],
  ])) {
    journey(`in ${language}, beside Thunderbird's own`, async (session) => {
      await session.thunderbird.install(languagePack(folder, language));
      await session.thunderbird.run((wanted) => {
        Services.locale.requestedLocales = [wanted];
      }, language);
      await session.thunderbird.waitFor("the language", (wanted) =>
        Services.locale.appLocaleAsBCP47 === wanted, language);
      await openManager(session);
      for (const each of OUR_WINDOWS) {
        await each.open(session);
        const row = (/** @type {string} */ theme) => addRow(session, `${each.name}-languages`, [
          { type: each.type, label: `Signet, ${language}, ${theme}` },
          { type: MANAGER, label: `Thunderbird, ${language}, ${theme}` },
        ]);
        await resize(session, each, light);
        await row("light");
        await session.inTheDark(async () => {
          await resize(session, each, dark);
          await row("dark");
        });
        await each.close(session);
      }
      await closeManager(session);
    });
  }

  journey("the sheets are written", async (session) => {
    for (const { name } of OUR_WINDOWS) {
      await write(session, `${name}-languages`);
    }
  });
});
