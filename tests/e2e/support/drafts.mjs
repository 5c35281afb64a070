// Going on with what was saved: drafts on the server, templates on this computer.

import { waitUntil } from "./processes.mjs";

/**
 * Opens the only message of a folder to go on with it, and waits for Signet's part of the window.
 * @param {import("./session.mjs").Session} session
 * @param {"Drafts" | "Templates"} [name]
 */
export async function goOnWithDraft({ compose, imap, person, thunderbird }, name = "Drafts") {
  await thunderbird.waitFor(`the folder ${name}`, (wanted) => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const server =
      wanted === "Drafts"
        ? MailServices.accounts.getAccount("account1").incomingServer
        : MailServices.accounts.localFoldersServer;
    const folder = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags[wanted]);
    const pane = document.getElementById("tabmail").currentAbout3Pane;
    if (folder && pane.gFolder !== folder) {
      pane.displayFolder(folder.URI);
    }
    return folder && pane.gFolder === folder;
  }, name);
  if (name === "Drafts") {
    // The one before it goes a moment after the new one has come.
    await waitUntil("one draft", () => imap.messages(person.user, name).length === 1);
    await thunderbird.run(() => {
      const folder = document.getElementById("tabmail").currentAbout3Pane.gFolder;
      return new Promise((resolve) => {
        folder.QueryInterface(Ci.nsIMsgImapMailFolder).updateFolderWithListener(null, {
          QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]),
          OnStartRunningUrl() {},
          OnStopRunningUrl: () => resolve(undefined),
        });
      });
    });
  }
  await thunderbird.waitFor("one message in it, on display", () => {
    const tabmail = document.getElementById("tabmail");
    const pane = tabmail.currentAbout3Pane;
    const view = pane.gDBView;
    if (view?.rowCount !== 1) {
      return false;
    }
    pane.threadTree.selectedIndex = 0;
    const message = tabmail.currentAboutMessage;
    return message?.msgLoaded && message.gMessage?.messageKey === view.getMsgHdrAt(0).messageKey;
  });
  await compose.answer(name === "Drafts" ? "cmd_editDraftMsg" : "cmd_editTemplateMsg");
  await compose.ready();
}
