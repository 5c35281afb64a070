// What Signet shows in Thunderbird, as a person sees it, and the command line beside it.

import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { waitUntil } from "./processes.mjs";

/** The build's folder: SIGNET_BUILD, or build/release. */
export const BUILD =
  process.env.SIGNET_BUILD ?? fileURLToPath(new URL("../../../build/release", import.meta.url));

/** The add-on that the build made. */
export function builtXpi() {
  const found = readdirSync(BUILD).filter((name) => /^signet-.*\.xpi$/.test(name));
  if (found.length !== 1) {
    throw new Error(`${BUILD} holds ${found.length} files named signet-*.xpi`);
  }
  return path.join(BUILD, found[0]);
}

/**
 * @typedef {object} CommandLineVerdict One line of `signet verify --json`.
 * @property {string} file
 * @property {"none" | "valid" | "invalid" | "unknown"} signature
 * @property {"none" | "decrypted" | "failed"} encryption
 * @property {{code: string, text: string, remedy: string}[]} reasons
 */

/**
 * Runs `signet verify --json`.
 * @param {string[]} parameters
 * @returns {{status: number, verdicts: CommandLineVerdict[]}}
 */
export function verify(...parameters) {
  let status = 0;
  let output = "";
  try {
    output = execFileSync(path.join(BUILD, "signet"), ["verify", "--json", ...parameters], {
      encoding: "utf8",
    });
  } catch (error) {
    const failure = /** @type {{status: number | null, stdout: string, message: string}} */ (error);
    if (failure.status !== 1) {
      throw error;
    }
    status = 1;
    output = failure.stdout;
  }
  return { status, verdicts: output.split("\n").filter(Boolean).map((line) => JSON.parse(line)) };
}

/**
 * @typedef {object} Header What the header of the displayed message shows.
 * @property {string} subject
 * @property {"judging" | "judged" | "failed" | "none" | "absent"} phase "absent": Signet is not there.
 * @property {boolean} shown There is something to click on.
 * @property {string} signature The icon, or "none".
 * @property {string} encryption The icon, or "none".
 * @property {string} title The tooltip.
 * @property {boolean} hostIcons One of the host's own S/MIME icons is visible.
 */

/**
 * @typedef {object} SecurityWindow The text of the Message Security window.
 * @property {string} subject
 * @property {string} from
 * @property {string} icon
 * @property {string} verdict
 * @property {string[]} sentences Reasons and remedies about the signature.
 * @property {Record<string, string>} facts
 * @property {boolean} hasCertificateButton
 * @property {{icon: string, verdict: string, sentences: string[], facts: Record<string, string>}} encryption
 */

/** Signet in a Thunderbird under test. */
export class Signet {
  #thunderbird;

  /** @param {import("./thunderbird.mjs").Thunderbird} thunderbird */
  constructor(thunderbird) {
    this.#thunderbird = thunderbird;
  }

  /** @returns {Promise<Header>} */
  header() {
    return this.#thunderbird.run(() => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      const find = (/** @type {string} */ id) => message?.document.getElementById(id);
      const icon = (/** @type {string} */ id) => {
        const image = find(id);
        return image && !image.hidden ? image.dataset.icon : "none";
      };
      const button = find("signet-message-security");
      const visible = (/** @type {string} */ id) => !!find(id)?.checkVisibility();
      let subject = "";
      try {
        subject = message?.gMessage?.mime2DecodedSubject ?? "";
      } catch {
        // While the host goes offline or reads the folder again, its message cannot be asked for a moment.
      }
      return {
        subject,
        phase: button ? button.dataset.phase : "absent",
        shown: !!button?.checkVisibility(),
        signature: icon("signet-signature-icon"),
        encryption: icon("signet-encryption-icon"),
        title: button?.title ?? "",
        hostIcons:
          visible("signedHdrIcon") || visible("encryptedHdrIcon") || visible("encryptionTechBtn"),
      };
    });
  }

  /**
   * Waits until the message with this subject is on display and judged.
   * @param {string} subject
   * @returns {Promise<Header>}
   */
  async judged(subject) {
    /** @type {Header | null} */
    let last = null;
    try {
      return await waitUntil(`the verdict on "${subject}"`, async () => {
        last = await this.header();
        const settled = last.phase === "judged" || last.phase === "failed";
        return last.subject === subject && settled && (!last.shown || last.title) ? last : null;
      });
    } catch (error) {
      throw new Error(`${error}; last seen: ${JSON.stringify(last)}`);
    }
  }

  /**
   * Opens the Message Security window: by the icon in the message's header, by the menu there, by the
   * View menu, or by the shortcut.
   * @param {"click" | "Enter" | "more" | "view" | "Ctrl+Alt+S"} how
   * @returns {Promise<SecurityWindow>}
   */
  async openMessageSecurity(how = "click") {
    if (how === "more" || how === "view") {
      await this.#chooseFromMenu(how);
      return this.messageSecurity();
    }
    if (how === "Ctrl+Alt+S") {
      await this.#pressShortcut();
      return this.messageSecurity();
    }
    await this.#thunderbird.run((key) => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      const button = message.document.getElementById("signet-message-security");
      if (key === "click") {
        button.click();
      } else {
        button.focus();
        const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(
          Ci.nsITextInputProcessor,
        );
        typing.beginInputTransactionForTests(message);
        const enter = new KeyboardEvent("", { key: "Enter", code: "Enter", keyCode: 13 });
        typing.keydown(enter);
        typing.keyup(enter);
      }
    }, how);
    return this.messageSecurity();
  }

  /** @param {"more" | "view"} menu */
  async #chooseFromMenu(menu) {
    await this.#thunderbird.run(async (which) => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      const popup =
        which === "view"
          ? document.getElementById("menu_View_Popup")
          : message.document.getElementById("otherActionsPopup");
      const changed = (/** @type {string} */ event) =>
        new Promise((resolve) => popup.addEventListener(event, resolve, { once: true }));
      const shown = changed("popupshown");
      if (which === "view") {
        popup.parentElement.open = true;
      } else {
        popup.openPopup(message.document.getElementById("otherActionsButton"), "after_start");
      }
      await shown;
      const hidden = changed("popuphidden");
      popup.activateItem(popup.querySelector("[id*=signet]"));
      await hidden;
    }, menu);
  }

  async #pressShortcut() {
    await this.#thunderbird.run(() => {
      const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(
        Ci.nsITextInputProcessor,
      );
      typing.beginInputTransactionForTests(window);
      const key = (/** @type {string} */ name, /** @type {number} */ keyCode) =>
        new KeyboardEvent("", { key: name, keyCode });
      typing.keydown(key("Control", 17));
      typing.keydown(key("Alt", 18));
      typing.keydown(key("s", 83));
      typing.keyup(key("s", 83));
      typing.keyup(key("Alt", 18));
      typing.keyup(key("Control", 17));
    });
  }

  /** The open Message Security window, once it says something final. @returns {Promise<SecurityWindow>} */
  messageSecurity() {
    return this.#thunderbird.waitFor("the Message Security window", async () => {
      const shown = Services.wm.getMostRecentWindow("signet:message-security")?.document;
      if (shown?.readyState !== "complete") {
        return null;
      }
      const text = (/** @type {Element | null | undefined} */ element) =>
        element?.textContent?.trim() ?? "";
      const section = shown.getElementById("signature");
      const verdict = text(section.querySelector(".verdict > p"));
      const [judging] = await shown.l10n.formatValues([{ id: "message-security-judging" }]);
      const encryption = shown.getElementById("encryption");
      const icon = (/** @type {Element} */ part) => {
        const image = /** @type {HTMLImageElement} */ (part.querySelector(".verdict img"));
        return image.hidden ? "none" : (image.dataset.icon ?? "");
      };
      const sentences = (/** @type {Element} */ part) =>
        Array.from(part.querySelectorAll(".reasons p"), text);
      const facts = (/** @type {Element} */ part) => {
        const values = Array.from(part.querySelectorAll("dd"), text);
        return Object.fromEntries(
          Array.from(part.querySelectorAll("dt"), text).map((term, index) => [term, values[index]]),
        );
      };
      const ofEncryption = text(encryption.querySelector(".verdict > p"));
      const unfinished = [verdict, ofEncryption].some((said) => !said || said === judging);
      if (unfinished || "" in facts(section) || "" in facts(encryption)) {
        return null;
      }
      return {
        subject: text(shown.getElementById("subject")),
        from: text(shown.getElementById("from")),
        icon: icon(section),
        verdict,
        sentences: sentences(section),
        facts: facts(section),
        hasCertificateButton: !!section.querySelector("button.view-certificate"),
        encryption: {
          icon: icon(encryption),
          verdict: ofEncryption,
          sentences: sentences(encryption),
          facts: facts(encryption),
        },
      };
    });
  }

  /** The labels of the buttons that do something about a reason. @returns {Promise<string[]>} */
  async remedies() {
    await this.messageSecurity();
    return this.#thunderbird.waitFor("the words on the buttons", () => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:message-security");
      const words = Array.from(page.querySelectorAll(".remedies > button"), (each) => each.textContent);
      return words.every((each) => each !== "") && words;
    });
  }

  /** The codes of the reasons in the Message Security window that is open. @returns {Promise<string[]>} */
  reasonsShown() {
    return this.#thunderbird.run(() => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:message-security");
      const links = [...page.querySelectorAll(".learn-more a")];
      return links.map(({ href }) => href.replace(/^[^#]*#reason-/, ""));
    });
  }

  /** @param {string} action Of the button. */
  async pressRemedy(action) {
    await this.#thunderbird.run((wanted) => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:message-security");
      page.querySelector(`.remedies > button[data-action="${wanted}"]`).click();
    }, action);
  }

  /** What the Message Security window asks before it trusts. @returns {Promise<string>} */
  trustQuestion() {
    return this.#thunderbird.waitFor("the question", () => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:message-security");
      return page.querySelector("dialog[open]")?.textContent.replace(/\s+/g, " ").trim();
    });
  }

  /** @param {boolean} yes */
  async answerTrustQuestion(yes) {
    await this.#thunderbird.run((answer) => {
      const { document: page } = Services.wm.getMostRecentWindow("signet:message-security");
      page.querySelector(`dialog[open] button[value="${answer}"]`).click();
    }, yes ? "yes" : "");
  }

  async closeMessageSecurity() {
    await this.#thunderbird.run(() => Services.wm.getMostRecentWindow("signet:message-security")?.close());
    await this.#thunderbird.waitFor(
      "the Message Security window to close",
      () => !Services.wm.getMostRecentWindow("signet:message-security"),
    );
  }

  /** What Signet says in the bar of the main window. @returns {Promise<string>} */
  notice() {
    return this.#thunderbird.run(() => {
      const bar = /** @type {any} */ (window).specialTabs?.msgNotificationBar;
      const notice = bar?.getNotificationWithValue("signet-notice");
      return notice?.messageText?.textContent?.trim() ?? notice?.label ?? "";
    });
  }

  /** Elements and attributes of Signet's in all open windows. @returns {Promise<string[]>} */
  traces() {
    return this.#thunderbird.run(() => {
      /** @type {string[]} */
      const found = [];
      const visit = (/** @type {any} */ view) => {
        const { document: page } = view;
        for (const element of page.querySelectorAll("*")) {
          const marks = [element.localName, ...Array.from(element.attributes, (/** @type {any} */ a) =>
            `${a.name}=${a.value}`)];
          if (marks.some((mark) => /signet/i.test(mark))) {
            found.push(`${page.documentURI}: ${marks.join(" ")}`);
          }
        }
        for (const frame of page.querySelectorAll("browser, iframe")) {
          const inner = frame.contentWindow;
          if (inner?.document) {
            visit(inner);
          }
        }
      };
      for (const open of Services.wm.getEnumerator(null)) {
        visit(open);
      }
      return found;
    });
  }
}
