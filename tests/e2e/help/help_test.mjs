// From every window of Signet, the Help button, F1 and "Learn more" lead to the right place of the help.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reasonCodes } from "../../../idl/generator/words/catalogue.mjs";
import { messageWith, startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const idl = fileURLToPath(new URL("../../../idl/reasons.webidl", import.meta.url));
const codes = reasonCodes({ name: "reasons.webidl", text: readFileSync(idl, "utf8") });
const altered = messageWith({ signature: "invalid" });

/**
 * Where the help is, once it is there: the place in its address, the heading that the keyboard is at
 * and whether that is in view.
 * @param {Session} session
 * @param {string} wanted The place that it should be at.
 */
function helpAt({ thunderbird }, wanted) {
  return thunderbird.waitFor(
    `the help at ${wanted}`,
    (place) => {
      const help = Services.wm.getMostRecentWindow("signet:help");
      const page = help?.document;
      const at = page?.getElementById(place);
      if (page?.readyState !== "complete" || help.location.hash !== `#${place}` || !at) {
        return null;
      }
      const focused = page.activeElement;
      const part = at.closest("section, article");
      const { top } = focused.getBoundingClientRect();
      const inView = top >= 0 && top < page.querySelector("main").getBoundingClientRect().bottom;
      return part?.contains(focused) && inView ? focused.textContent.trim() : null;
    },
    wanted,
  );
}

/** @param {Session} session */
async function closeHelp({ thunderbird }) {
  await thunderbird.run(() => Services.wm.getMostRecentWindow("signet:help")?.close());
  await thunderbird.waitFor("the help to close", () => !Services.wm.getMostRecentWindow("signet:help"));
}

/**
 * Presses a key, or clicks on something, in a window of Signet or the page of the account settings.
 * @param {Session} session
 * @param {string} type Of the window; "account" for the page.
 * @param {{key?: string, click?: string}} what
 */
function act({ thunderbird }, type, { key = "", click = "" }) {
  return thunderbird.run(
    (which, name, selector) => {
      const settings = document.getElementById("tabmail").currentTabInfo.browser?.contentDocument;
      const target =
        which === "account"
          ? settings.getElementById("contentFrame").contentWindow
          : Services.wm.getMostRecentWindow(which);
      if (selector) {
        target.document.querySelector(selector).click();
        return;
      }
      target.focus();
      const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
      typing.beginInputTransactionForTests(target);
      const keyCode = { F1: 112, Escape: 27 }[name];
      const event = new KeyboardEvent("", { key: name, code: name, keyCode });
      typing.keydown(event);
      typing.keyup(event);
    },
    type,
    key,
    click,
  );
}

journeys("help", startClinic, (journey) => {
  const received = "signet:message-security";

  journey("from the Message Security window of a received message", async (session) => {
    await session.mail.select(altered.subject);
    await session.signet.judged(altered.subject);
    await session.signet.openMessageSecurity();
    await session.screenshot("message-security-learn-more", received);
    await act(session, received, { key: "F1" });
    assert.equal(await helpAt(session, "received"), "Message Security – Received");
    await act(session, "signet:help", { key: "Escape" });
    await session.thunderbird.waitFor("the help to close", () =>
      !Services.wm.getMostRecentWindow("signet:help"));
    await act(session, received, { click: "button.help" });
    await helpAt(session, "received");
  });

  journey("Learn more leads the open help to the reason, with a name of its own", async (session) => {
    const links = await session.thunderbird.run((type) => {
      const { document: page } = Services.wm.getMostRecentWindow(type);
      return Array.from(page.querySelectorAll(".learn-more a"), (link) => ({
        place: link.hash.slice(1),
        text: link.textContent,
        name: link.getAttribute("aria-label"),
      }));
    }, received);
    assert.ok(links.length > 0);
    for (const { place, text, name } of links) {
      assert.ok(codes.includes(place.replace(/^reason-/, "")), place);
      assert.equal(text, "Learn more");
      assert.match(name, /^Learn more: ./);
    }
    await act(session, received, { click: ".learn-more a" });
    await helpAt(session, links[0].place);
    await session.screenshot("help-reason", "signet:help");
    await session.signet.closeMessageSecurity();
  });

  journey("the page has a place for every reason", async (session) => {
    const missing = await session.thunderbird.run((all) => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:help");
      return all.filter((code) => !page.getElementById(`reason-${code}`));
    }, codes);
    assert.deepEqual(missing, []);
  });

  journey("the contents, in the light, the dark, and narrow", async (session) => {
    await act(session, "signet:help", { click: 'nav a[href="#icons"]' });
    assert.equal(await helpAt(session, "icons"), "Reading the icons");
    const current = await session.thunderbird.run(() => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:help");
      return page.querySelector("nav [aria-current]")?.hash;
    });
    assert.equal(current, "#icons");
    await session.screenshot("help-icons", "signet:help");
    await session.inTheDark(() => session.screenshot("help-icons-dark", "signet:help"));
    await session.thunderbird.run(() => Services.wm.getMostRecentWindow("signet:help").resizeTo(420, 560));
    await session.thunderbird.waitFor("the narrow window", () =>
      Services.wm.getMostRecentWindow("signet:help").innerWidth < 450);
    await session.screenshot("help-narrow", "signet:help");
    await closeHelp(session);
  });

  journey("from the account settings and the picker", async (session) => {
    await session.thunderbird.run(() => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const server = MailServices.accounts.getAccount("account1").incomingServer;
      /** @type {any} */ (window).MsgAccountManager("am-signet.xhtml", server);
    });
    await session.thunderbird.waitFor("the page", () => {
      const settings = document.getElementById("tabmail").currentTabInfo.browser?.contentDocument;
      const page = settings?.getElementById("contentFrame")?.contentDocument;
      return page?.documentElement.dataset.shown;
    });
    await session.screenshot("account-security-help");
    await act(session, "account", { key: "F1" });
    assert.equal(await helpAt(session, "setting-up"), "Setting up");
    await act(session, "account", { click: "#signing .pick" });
    await session.thunderbird.waitFor("the picker", () => {
      const settings = document.getElementById("tabmail").currentTabInfo.browser.contentDocument;
      return settings.getElementById("contentFrame").contentDocument.getElementById("picker").open;
    });
    await act(session, "account", { key: "F1" });
    assert.equal(await helpAt(session, "choosing-certificate"), "Picking a certificate");
    await session.screenshot("account-security-picker-help");
    await act(session, "account", { key: "Escape" });
    await closeHelp(session);
  });

  journey("from the compose window's Message Security", async (session) => {
    const { compose } = session;
    await compose.open({ to: "nobody@example.org", subject: "Help", body: "Help" });
    await compose.ready();
    await compose.choose("required");
    await compose.choose("info");
    await session.thunderbird.waitFor("the window with its reasons", () =>
      !!Services.wm.getMostRecentWindow("signet:compose-security")?.document.querySelector(".learn-more a")
        ?.textContent);
    await session.screenshot("compose-security-learn-more", "signet:compose-security");
    await act(session, "signet:compose-security", { key: "F1" });
    assert.equal(await helpAt(session, "compose"), "Message Security – Compose");
    await act(session, "signet:compose-security", { click: "#recipients .learn-more a" });
    await helpAt(session, "reason-recipient-certificate-missing");
    await compose.closeInfo();
    await compose.discard();
  });

  journey("the help goes with Signet", async (session) => {
    await session.thunderbird.changeAddon("disable", session.addonId);
    await session.thunderbird.waitFor("the help to close", () =>
      !Services.wm.getMostRecentWindow("signet:help"));
  });
});
