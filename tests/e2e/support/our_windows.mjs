// Every window of Signet, one after the other, with something in it.

import { messageWith } from "./clinic.mjs";
import { waitUntil } from "./processes.mjs";

/** @typedef {import("./session.mjs").Session} Session */

/**
 * @typedef {object} OurWindow
 * @property {string} name
 * @property {string} type For viewOf() in host/our_windows.
 * @property {string} picture The type of the window that a picture of it is taken of.
 * @property {(session: Session) => Promise<void>} open
 * @property {(session: Session) => Promise<void>} close
 */

const altered = messageWith({ signature: "invalid" });
const RECEIVED = "signet:message-security";
const COMPOSE = "signet:compose-security";
const MAIN = "mail:3pane";

/** @param {Session} session */
async function closeWindows({ thunderbird }) {
  await thunderbird.run(() => {
    for (const open of Services.wm.getEnumerator(null)) {
      if (/^signet:/.test(open.document.documentElement.getAttribute("windowtype") ?? "")) {
        open.close();
      }
    }
  });
}

/** @param {Session} session */
async function openAccount({ thunderbird }) {
  await thunderbird.run(() => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const server = MailServices.accounts.getAccount("account1").incomingServer;
    /** @type {any} */ (window).MsgAccountManager("am-signet.xhtml", server);
  });
  await thunderbird.waitFor("the page", () => {
    const { viewOf } = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
    const page = viewOf("account")?.document;
    return page?.documentElement?.dataset.shown && page.querySelector("h1").textContent;
  });
}

/** @param {Session} session */
async function closeAccount({ thunderbird }) {
  await thunderbird.run(() => {
    const tabmail = document.getElementById("tabmail");
    tabmail.closeTab(tabmail.currentTabInfo);
  });
}

/**
 * Waits until a window's buttons are named and it has stopped changing: answers that come a moment later
 * write its sentences anew.
 * @param {Session} session
 * @param {string} type
 */
async function named({ thunderbird }, type) {
  let last = "";
  await waitUntil(`the window ${type}`, async () => {
    const text = await thunderbird.run((wanted) => {
      const page = Services.wm.getMostRecentWindow(wanted)?.document;
      const isNamed = page?.readyState === "complete" && page.title &&
        [...page.querySelectorAll("button, .learn-more a, h1")].every((each) => each.textContent
          || !each.checkVisibility());
      return isNamed ? page.documentElement.outerHTML : "";
    }, type);
    const settled = text !== "" && text === last;
    last = text;
    return settled;
  }, { interval: 150 });
}

/** @type {OurWindow[]} */
export const OUR_WINDOWS = [
  {
    name: "received",
    type: RECEIVED,
    picture: RECEIVED,
    async open(session) {
      await session.mail.select(altered.subject);
      await session.signet.judged(altered.subject);
      await session.signet.openMessageSecurity();
      await named(session, RECEIVED);
    },
    close: closeWindows,
  },
  {
    name: "help",
    type: "signet:help",
    picture: "signet:help",
    async open(session) {
      await session.mail.select(altered.subject);
      await session.signet.judged(altered.subject);
      await session.signet.openMessageSecurity();
      await session.thunderbird.run((type) => {
        Services.wm.getMostRecentWindow(type).document.querySelector("button.help").click();
      }, RECEIVED);
      await named(session, "signet:help");
    },
    close: closeWindows,
  },
  {
    name: "compose",
    type: COMPOSE,
    picture: COMPOSE,
    async open(session) {
      const { compose } = session;
      await compose.open({ to: "nobody@example.org", subject: "Words", body: "Words" });
      await compose.ready();
      await compose.choose("required");
      await compose.choose("info");
      await session.thunderbird.waitFor("the recipients", (type) =>
        !!Services.wm.getMostRecentWindow(type)?.document.querySelector(".learn-more a")?.textContent,
      COMPOSE);
      await named(session, COMPOSE);
    },
    async close(session) {
      await closeWindows(session);
      await session.compose.discard();
    },
  },
  {
    name: "send-stopped",
    type: "signet:send-stopped",
    picture: "signet:send-stopped",
    async open(session) {
      const { compose } = session;
      await compose.open({ to: "nobody@example.org", subject: "Words", body: "Words" });
      await compose.ready();
      await compose.choose("required");
      await compose.send();
      await named(session, "signet:send-stopped");
    },
    async close(session) {
      await closeWindows(session);
      await session.compose.discard();
    },
  },
  {
    name: "validation",
    type: "signet:validation",
    picture: "signet:validation",
    async open(session) {
      await session.thunderbird.run(() => {
        /** @type {any} */ (document.getElementById("signet-validation-item")).doCommand();
      });
      await named(session, "signet:validation");
    },
    close: closeWindows,
  },
  {
    name: "certificates",
    type: "signet:certificates",
    picture: "signet:certificates",
    async open(session) {
      await session.thunderbird.run(() => {
        /** @type {any} */ (document.getElementById("signet-certificates-item")).doCommand();
      });
      await session.thunderbird.waitFor("the list", () => {
        const page = Services.wm.getMostRecentWindow("signet:certificates")?.document;
        page?.querySelector("[role=option]")?.click();
        return page?.getElementById("details")?.dataset.shown;
      });
      await named(session, "signet:certificates");
    },
    close: closeWindows,
  },
  {
    name: "set-up",
    type: "signet:set-up",
    picture: "signet:set-up",
    async open(session) {
      await session.thunderbird.run(() => {
        /** @type {any} */ (document.getElementById("signet-set-up-item")).doCommand();
      });
      await session.thunderbird.waitFor("what was found", () =>
        !!Services.wm.getMostRecentWindow("signet:set-up")?.document.documentElement.dataset.shown);
      await named(session, "signet:set-up");
    },
    close: closeWindows,
  },
  { name: "account", type: "account", picture: MAIN, open: openAccount, close: closeAccount },
  {
    name: "picker",
    type: "account",
    picture: MAIN,
    async open(session) {
      await openAccount(session);
      await session.thunderbird.run(() => {
        const { viewOf } = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
        viewOf("account").document.querySelector("#signing .pick").click();
      });
      await session.thunderbird.waitFor("the picker", () => {
        const { viewOf } = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");
        return viewOf("account").document.querySelector("dialog[open] h2")?.textContent;
      });
    },
    close: closeAccount,
  },
];
