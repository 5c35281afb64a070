// What a person does with a compose window. There is one at a time.

const WINDOW = "msgcompose";

/**
 * @typedef {object} ComposeView What the window shows of Signet.
 * @property {boolean} button The Security button is visible.
 * @property {Record<string, boolean>} checked The menu's items that have a mark: whether it is set.
 * @property {string[]} labels The menu's items in their order.
 * @property {{sign: boolean, encrypt: boolean}} icons The status icons at the lower right are visible.
 * @property {{sign: string, encrypt: string}} states "absent", "shown" or "struck-out".
 * @property {{sign: string, encrypt: string}} titles Their tooltips.
 * @property {string[]} bars The texts of the bars that explain something.
 * @property {boolean} hostButtons One of the host's own encryption buttons is visible.
 */

/** The compose window of a Thunderbird under test. */
export class Compose {
  #thunderbird;

  /** @param {import("./thunderbird.mjs").Thunderbird} thunderbird */
  constructor(thunderbird) {
    this.#thunderbird = thunderbird;
  }

  /**
   * Opens a window with a message in it and waits until it can be sent.
   * @param {{to: string, cc?: string, bcc?: string, subject: string, body: string, html?: boolean, attach?: string}}
   *   message `attach`: the path of a file.
   */
  async open({ to, cc = "", bcc = "", subject, body, html = false, attach = "" }) {
    await this.#thunderbird.run(
      (recipient, copies, title, text, format, file) => {
        const { MailServices } = ChromeUtils.importESModule(
          "resource:///modules/MailServices.sys.mjs",
        );
        const make = (/** @type {string} */ name, /** @type {any} */ kind) =>
          Cc[`@mozilla.org/messengercompose/${name};1`].createInstance(kind);
        const fields = make("composefields", Ci.nsIMsgCompFields);
        fields.to = recipient;
        [fields.cc, fields.bcc] = copies;
        if (file) {
          const attachment = make("attachment", Ci.nsIMsgAttachment);
          attachment.url = Services.io.newURI(`file://${file}`).spec;
          fields.addAttachment(attachment);
        }
        fields.subject = title;
        fields.body = text;
        const parameters = make("composeparams", Ci.nsIMsgComposeParams);
        parameters.composeFields = fields;
        parameters.format = Ci.nsIMsgCompFormat[format];
        parameters.identity = MailServices.accounts.getAccount("account1").defaultIdentity;
        MailServices.compose.OpenComposeWindowWithParams(null, parameters);
      },
      to,
      [cc, bcc],
      subject,
      body,
      html ? "HTML" : "PlainText",
      attach,
    );
    await this.#thunderbird.waitFor("the compose window", (type) => {
      const compose = Services.wm.getMostRecentWindow(type);
      return (
        compose?.document.readyState === "complete" &&
        compose.gMsgCompose &&
        compose.ComposeStartup &&
        compose.document.querySelector("mail-address-pill") &&
        !compose.document.getElementById("button-send").disabled
      );
    }, WINDOW);
  }

  /**
   * Answers the message on display, or goes on with it, and waits until its text is there.
   * @param {"cmd_reply" | "cmd_forwardInline" | "cmd_forwardAttachment" | "cmd_editAsNew" |
   *     "cmd_editDraftMsg" | "cmd_editTemplateMsg"} command
   * @returns {Promise<{text: string, attachments: string[]}>}
   */
  async answer(command) {
    await this.#thunderbird.run((wanted) => {
      document.getElementById("tabmail").currentAbout3Pane.commandController.doCommand(wanted);
    }, command);
    return this.written();
  }

  /**
   * What stands in the window that is open or about to open.
   * @returns {Promise<{text: string, attachments: string[]}>}
   */
  written() {
    return this.#thunderbird.waitFor("the compose window", (type) => {
      const compose = Services.wm.getMostRecentWindow(type);
      const editor = compose?.GetCurrentEditor?.();
      const ready =
        compose?.document.readyState === "complete" &&
        compose.gLoadingComplete &&
        editor?.document?.body;
      const names = Array.from(
        compose?.gAttachmentBucket?.children ?? [],
        (/** @type {any} */ item) => item.attachment?.name ?? "",
      );
      return ready ? { text: editor.document.body.innerText, attachments: names.filter(Boolean) } : null;
    }, WINDOW);
  }

  /** Waits for Signet's part of the window. */
  async ready() {
    await this.#thunderbird.waitFor(
      "the Security button",
      (type) =>
        !!Services.wm.getMostRecentWindow(type)?.document.getElementById("signet-security-button"),
      WINDOW,
    );
  }

  /** @returns {Promise<ComposeView>} */
  view() {
    return this.#thunderbird.run((type) => {
      const compose = Services.wm.getMostRecentWindow(type);
      const find = (/** @type {string} */ id) => compose.document.getElementById(id);
      const button = find("signet-security-button");
      const items = Array.from(button?.querySelectorAll("menuitem") ?? []);
      const marked = items.filter((item) => item.hasAttribute("type"));
      const shown = (/** @type {string} */ id) => !!find(id)?.checkVisibility();
      return {
        button: !!button?.checkVisibility(),
        checked: Object.fromEntries(
          marked.map((item) => [item.getAttribute("value"), item.hasAttribute("checked")]),
        ),
        labels: items.map((item) => item.getAttribute("label")),
        icons: { sign: shown("signet-sign-status"), encrypt: shown("signet-encrypt-status") },
        states: {
          sign: find("signet-sign-status")?.dataset.state ?? "",
          encrypt: find("signet-encrypt-status")?.dataset.state ?? "",
        },
        titles: {
          sign: find("signet-sign-status")?.title ?? "",
          encrypt: find("signet-encrypt-status")?.title ?? "",
        },
        bars: Array.from(
          compose.gComposeNotification.allNotifications,
          (/** @type {any} */ bar) => bar.messageText?.textContent?.trim() ?? "",
        ),
        hostButtons: shown("button-encryption") || shown("button-encryption-options"),
      };
    }, WINDOW);
  }

  /**
   * Chooses an item of the Security menu: opens the menu, and activates the item.
   * @param {"never" | "if-possible" | "required" | "sign" | "info"} item
   */
  async choose(item) {
    await this.#thunderbird.run(
      async (type, value) => {
        const compose = Services.wm.getMostRecentWindow(type);
        const button = compose.document.getElementById("signet-security-button");
        const popup = button.querySelector("menupopup");
        const shown = new Promise((resolve) =>
          popup.addEventListener("popupshown", resolve, { once: true }),
        );
        button.open = true;
        await shown;
        const hidden = new Promise((resolve) =>
          popup.addEventListener("popuphidden", resolve, { once: true }),
        );
        popup.activateItem(popup.querySelector(`menuitem[value="${value}"]`));
        await hidden;
      },
      WINDOW,
      item,
    );
  }

  /**
   * What the window says that opens when a message cannot be sent as it was chosen; null while it is not
   * there.
   * @returns {Promise<{heading: string, text: string, buttons: string[]} | null>}
   */
  stopDialog() {
    return this.#thunderbird.run(() => {
      const shown = Services.wm.getMostRecentWindow("signet:send-stopped")?.document;
      const heading = shown?.getElementById("heading").textContent;
      if (!heading) {
        return null;
      }
      const visible = (/** @type {any} */ element) => element.checkVisibility();
      return {
        heading,
        text: Array.from(shown.querySelectorAll("main p, main li > strong"))
          .filter(visible)
          .map((/** @type {any} */ each) => each.textContent)
          .join("\n"),
        buttons: Array.from(shown.querySelectorAll("footer button"), (/** @type {any} */ each) => each.textContent),
      };
    });
  }

  /** Presses a button of that window. @param {"back" | "without"} id */
  async answerStopDialog(id) {
    await this.#thunderbird.run((button) => {
      Services.wm.getMostRecentWindow("signet:send-stopped").document.getElementById(button).click();
    }, id);
  }

  /**
   * What the window that View Security Info opens says; null while it is not there.
   * @returns {Promise<{signed: string, encrypted: string, sentences: string[], recipients: string[][]} |
   *   null>} `recipients`: address, whether they can read it, and the certificate or why there is none.
   */
  info() {
    return this.#thunderbird.run(() => {
      const shown = Services.wm.getMostRecentWindow("signet:compose-security")?.document;
      if (shown?.readyState !== "complete") {
        return null;
      }
      const text = (/** @type {Element} */ element) => element.textContent?.trim() ?? "";
      return {
        signed: text(shown.getElementById("signed")),
        encrypted: text(shown.getElementById("encrypted")),
        sentences: Array.from(shown.querySelectorAll(".reasons p"), text),
        recipients: Array.from(shown.querySelectorAll("#recipients tbody tr"), (row) =>
          Array.from(row.children, text),
        ),
      };
    });
  }

  /** Presses Send; does not wait for anything. */
  async send() {
    await this.#thunderbird.run((type) => {
      Services.wm.getMostRecentWindow(type).document.getElementById("button-send").click();
    }, WINDOW);
  }

  async closeInfo() {
    await this.#thunderbird.run(() =>
      Services.wm.getMostRecentWindow("signet:compose-security")?.close());
  }

  /** @returns {Promise<boolean>} The window is not locked by a message on its way. */
  canSend() {
    return this.#thunderbird.run(
      (type) =>
        !Services.wm.getMostRecentWindow(type)?.document.getElementById("button-send").disabled,
      WINDOW,
    );
  }

  /** @returns {Promise<boolean>} */
  isOpen() {
    return this.#thunderbird.run((type) => !!Services.wm.getMostRecentWindow(type), WINDOW);
  }

  async waitUntilClosed() {
    await this.#thunderbird.waitFor(
      "the compose window to close",
      (type) => !Services.wm.getMostRecentWindow(type),
      WINDOW,
    );
  }

  /** Throws the message away. */
  async discard() {
    await this.#thunderbird.run((type) => {
      const compose = Services.wm.getMostRecentWindow(type);
      if (compose) {
        compose.gContentChanged = false;
        compose.gMsgCompose.bodyModified = false;
        compose.close();
      }
    }, WINDOW);
    await this.waitUntilClosed();
  }
}
