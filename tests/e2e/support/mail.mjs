// What a person does with the main window: open the inbox, select a message, write one.

/** The main window of a Thunderbird under test. */
export class Mail {
  #thunderbird;

  /** @param {import("./thunderbird.mjs").Thunderbird} thunderbird */
  constructor(thunderbird) {
    this.#thunderbird = thunderbird;
  }

  /** Shows the IMAP inbox and waits until it lists at least so many messages. @param {number} count */
  async openInbox(count) {
    await this.#thunderbird.waitFor("the inbox", async () => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const server = MailServices.accounts.getAccount("account1").incomingServer;
      const { rootFolder } = server;
      const inbox = rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
      if (!inbox) {
        server.performExpand(null);
        return false;
      }
      const pane = document.getElementById("tabmail").currentAbout3Pane;
      if (pane.gFolder !== inbox) {
        pane.displayFolder(inbox.URI);
      }
      return true;
    });
    await this.#thunderbird.waitFor(
      `${count} messages in the inbox`,
      (wanted) => {
        const pane = document.getElementById("tabmail").currentAbout3Pane;
        return (pane.gDBView?.rowCount ?? -1) >= wanted;
      },
      count,
    );
  }

  /** Fetches new messages, as Get Messages does. */
  async getMessages() {
    await this.#thunderbird.run(() => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const server = MailServices.accounts.getAccount("account1").incomingServer;
      return new Promise((resolve) => {
        const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
        server.getNewMessages(inbox, null, {
          QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]),
          OnStartRunningUrl() {},
          OnStopRunningUrl: () => resolve(undefined),
        });
      });
    });
  }

  /** The subjects as the list shows them, top first. @returns {Promise<string[]>} */
  subjects() {
    return this.#thunderbird.run(() => {
      const view = document.getElementById("tabmail").currentAbout3Pane.gDBView;
      return Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row).mime2DecodedSubject);
    });
  }

  /**
   * Selects the message with this subject, as a click on it does, and waits until it is displayed.
   * @param {string} subject
   */
  async select(subject) {
    await this.selectAtOnce(subject);
    await this.#thunderbird.waitFor(
      `the message "${subject}"`,
      (wanted) => {
        const message = document.getElementById("tabmail").currentAboutMessage;
        // Seldom the host displays the first message after its start without the header, without Signet
        // as well (its progress listener has not been told): then it is asked once more.
        const page = message?.getMessagePaneBrowser().contentDocument;
        const headless = message?.gMessage && message.document.getElementById("msgHeaderView")?.collapsed;
        if (headless && page?.readyState === "complete" && page.body?.innerText.trim()) {
          message.ReloadMessage();
        }
        return (
          message?.gMessage?.mime2DecodedSubject === wanted &&
          message.document.getElementById("expandedsubjectBox")?.textContent.includes(wanted) &&
          message.getMessagePaneBrowser().contentDocument?.readyState === "complete"
        );
      },
      subject,
    );
  }

  /** What the message pane shows, once it shows anything. @returns {Promise<string>} */
  bodyText() {
    return this.#thunderbird.waitFor("the message's text", () => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      const page = message?.getMessagePaneBrowser().contentDocument;
      return message?.msgLoaded && page?.readyState === "complete" ? page.body.innerText.trim() : "";
    });
  }

  /**
   * Prints a message from the list, on display or not.
   * @param {string} subject
   * @returns {Promise<string>} What is on the paper.
   */
  printed(subject) {
    return this.#thunderbird.run(async (wanted) => {
      const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
      const view = document.getElementById("tabmail").currentAbout3Pane.gDBView;
      const rows = Array.from({ length: view.rowCount }, (_, row) => view.getMsgHdrAt(row));
      const header = rows.find((each) => each.mime2DecodedSubject === wanted);
      const uri = header.folder.getUriForMsg(header);
      /** @type {any} */
      const { PrintUtils } = window;
      await PrintUtils.loadPrintBrowser(MailServices.messageServiceFromURI(uri).getUrlForUri(uri).spec);
      return PrintUtils.printBrowser.contentDocument.body.innerText;
    }, subject);
  }

  /**
   * Selects without waiting for the message. Rows cannot be read while the list is still changing.
   * @param {string} subject
   */
  async selectAtOnce(subject) {
    await this.#thunderbird.waitFor(
      `the row "${subject}"`,
      (wanted) => {
        const pane = document.getElementById("tabmail").currentAbout3Pane;
        const view = pane.gDBView;
        try {
          for (let row = 0; row < view.rowCount; ++row) {
            if (view.getMsgHdrAt(row).mime2DecodedSubject === wanted) {
              pane.threadTree.selectedIndex = row;
              return true;
            }
          }
        } catch {
          return false;
        }
        return false;
      },
      subject,
    );
  }
}
