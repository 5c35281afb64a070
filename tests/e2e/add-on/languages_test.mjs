// Signet speaks the language that Thunderbird speaks, from right to left where that is written so.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { messageWith, startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";
import { languagePack } from "../support/language_packs.mjs";
import { OUR_WINDOWS } from "../support/our_windows.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const LOCALES = fileURLToPath(new URL("../../../locales/", import.meta.url));
const altered = messageWith({ signature: "invalid" });
const folder = mkdtempSync(path.join(tmpdir(), "signet-languages-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What a message says. @param {string} language @param {string} file @param {string} id */
function word(language, file, id) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(path.join(LOCALES, language, file), "utf8")));
  const message = bundle.getMessage(id);
  return bundle.formatPattern(message?.value ?? message?.attributes.label ?? "");
}

/** Chooses the host's language, as its settings do. @param {Session} session @param {string} language */
async function speak({ thunderbird }, language) {
  await thunderbird.run((wanted) => {
    Services.locale.requestedLocales = [wanted];
  }, language);
  await thunderbird.waitFor(
    `the host to speak ${language}`,
    (wanted) => Services.locale.appLocaleAsBCP47 === wanted,
    language,
  );
}

/**
 * What a window of Signet says: its direction, title, buttons, and whether anything is cut off.
 * @param {Session} session
 * @param {string} type
 */
function windowSays({ thunderbird }, type) {
  return thunderbird.waitFor(
    `the window ${type}`,
    async (wanted) => {
      const view = Services.wm.getMostRecentWindow(wanted);
      const page = view?.document;
      if (page?.readyState !== "complete" || !page.title) {
        return null;
      }
      await page.l10n?.ready;
      const buttons = [...page.querySelectorAll("footer button")];
      const texts = [...page.querySelectorAll("h1, h2, p, dt, dd, button, th, td")];
      return buttons.every((button) => button.textContent)
        ? {
            direction: view.getComputedStyle(page.body).direction,
            language: page.documentElement.lang,
            title: page.title,
            buttons: buttons.map((button) => button.textContent),
            text: page.body.innerText,
            cut: texts
              .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
              .filter((each) => view.getComputedStyle(each).textOverflow !== "ellipsis")
              .map((each) => each.textContent),
          }
        : null;
    },
    type,
  );
}

/** @param {Session} session */
async function closeAll({ thunderbird }) {
  await thunderbird.run(() => {
    for (const open of Services.wm.getEnumerator(null)) {
      if (/^signet:/.test(open.document.documentElement.getAttribute("windowtype") ?? "")) {
        open.close();
      }
    }
  });
}

const received = "signet:message-security";

/**
 * Opens every window and looks at it.
 * @param {Session} session
 * @param {string} language
 * @param {{direction?: string, help?: string}} expected `help`: the language of the help.
 */
async function everyWindow(session, language, { direction = "ltr", help = language }) {
  const { mail, signet, compose, thunderbird } = session;
  await mail.select(altered.subject);
  await signet.judged(altered.subject);
  await signet.openMessageSecurity();
  const shown = await windowSays(session, received);
  assert.equal(shown?.direction, direction);
  assert.equal(shown?.title, word(language, "message-security.ftl", "message-security-title"));
  assert.ok(shown?.text.includes(word(language, "reasons.ftl", "reason-altered")), shown?.text);
  assert.deepEqual(shown?.cut, []);
  await session.screenshot(`language-${language}-received`, received);

  await thunderbird.run((type) => {
    Services.wm.getMostRecentWindow(type).document.querySelector("button.help").click();
  }, received);
  const page = await windowSays(session, "signet:help");
  assert.equal(page?.language, help);
  assert.deepEqual(page?.cut, []);
  await session.screenshot(`language-${language}-help`, "signet:help");
  await closeAll(session);

  await compose.open({ to: "nobody@example.org", subject: "Words", body: "Words" });
  await compose.ready();
  await compose.choose("required");
  await compose.choose("info");
  await thunderbird.waitFor("the recipients", () =>
    !!Services.wm.getMostRecentWindow("signet:compose-security")?.document.querySelector(".learn-more a")
      ?.textContent);
  const info = await windowSays(session, "signet:compose-security");
  assert.equal(info?.direction, direction);
  assert.ok(info?.text.includes(word(language, "compose-security.ftl", "compose-security-not-possible")));
  assert.deepEqual(info?.cut, []);
  const { labels } = await compose.view();
  assert.ok(labels.includes(word(language, "compose-security.ftl", "compose-security-sign")));
  await session.screenshot(`language-${language}-compose`, "signet:compose-security");
  await session.screenshot(`language-${language}-compose-window`, "msgcompose");
  await closeAll(session);
  await compose.discard();

  await thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const server = MailServices.accounts.getAccount("account1").incomingServer;
    /** @type {any} */ (window).MsgAccountManager("am-signet.xhtml", server);
  });
  const settings = await thunderbird.waitFor("the page", () => {
    const tab = document.getElementById("tabmail").currentTabInfo.browser?.contentDocument;
    const inner = tab?.getElementById("contentFrame")?.contentDocument;
    const tree = [...(tab?.querySelectorAll("#accounttree li .name, #accounttree .account-tree-name, #accounttree *") ?? [])];
    return inner?.documentElement.dataset.shown && inner.querySelector("h1").textContent
      ? {
          title: inner.querySelector("h1").textContent,
          direction: inner.defaultView.getComputedStyle(inner.body).direction,
          tree: tree.map((each) => each.textContent.trim()).join("\n"),
        }
      : null;
  });
  assert.equal(settings?.title, word(language, "account-security.ftl", "account-security-title"));
  assert.equal(settings?.direction, direction);
  const name = readFileSync(path.join(LOCALES, language, "am-signet.properties"), "utf8").match(/^prefPanel-signet=(.*)$/m);
  assert.ok(name && settings?.tree.includes(name[1]));
  await session.screenshot(`language-${language}-account`);
  await thunderbird.run(() => {
    const tabmail = document.getElementById("tabmail");
    tabmail.closeTab(tabmail.currentTabInfo);
  });
}

journeys("languages", startClinic, (journey) => {
  journey("in German, after Thunderbird has been switched and started again", async (session) => {
    const { thunderbird } = session;
    await thunderbird.install(languagePack(folder, "de"));
    await speak(session, "de");
    await thunderbird.restart();
    assert.equal(await thunderbird.run(() => Services.locale.appLocaleAsBCP47), "de");
    await everyWindow(session, "de", {});
  });

  // From here on without a new start: windows that open later speak the new language.
  for (const language of ["ar", "es", "fr", "ja"]) {
    journey(`in ${language}`, async (session) => {
      await session.thunderbird.install(languagePack(folder, language));
      await speak(session, language);
      await everyWindow(session, language, { direction: language === "ar" ? "rtl" : "ltr", help: "en-US" });
    });
  }

  journey("in what the host calls a region's language", async (session) => {
    await session.thunderbird.install(languagePack(folder, "es-MX"));
    await speak(session, "es-MX");
    await session.mail.select(altered.subject);
    await session.signet.judged(altered.subject);
    await session.signet.openMessageSecurity();
    const shown = await windowSays(session, received);
    assert.equal(shown?.title, word("es", "message-security.ftl", "message-security-title"));
    await closeAll(session);
  });

  journey("in a language that Signet does not speak: in English", async (session) => {
    await session.thunderbird.install(languagePack(folder, "nl"));
    await speak(session, "nl");
    await session.mail.select(altered.subject);
    await session.signet.judged(altered.subject);
    await session.signet.openMessageSecurity();
    const shown = await windowSays(session, received);
    assert.equal(shown?.title, word("en-US", "message-security.ftl", "message-security-title"));
    await closeAll(session);
  });

  journey("nothing is cut off when all words are a third longer", async (session) => {
    const { thunderbird } = session;
    await thunderbird.run(() => Services.prefs.setStringPref("intl.l10n.pseudo", "accented"));
    for (const { name, type, picture, open, close } of OUR_WINDOWS) {
      await open(session);
      try {
        const cut = await thunderbird.run((wanted) => {
          const inside = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
          return inside.cutOff(wanted);
        }, type);
        assert.deepEqual(cut, [], name);
        await session.screenshot(`pseudo-${name}`, picture);
      } finally {
        await close(session);
      }
    }
    await thunderbird.run(() => Services.prefs.clearUserPref("intl.l10n.pseudo"));
  });
});
