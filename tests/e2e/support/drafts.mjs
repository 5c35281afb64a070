// Going on with what was saved: drafts on the server, templates on this computer.

import { waitUntil } from "./processes.mjs";

/**
 * Opens the only message of a folder to go on with it, and waits for Signet's part of the window.
 * @param {import("./session.mjs").Session} session
 * @param {{folder?: "Drafts" | "Templates", after?: number}} [which] `after`: the key of the one before it.
 * @returns {Promise<number>} Its key.
 */
export async function goOnWithDraft({ compose, imap, person, thunderbird }, { folder = "Drafts", after = 0 } = {}) {
  await thunderbird.waitFor(`the folder ${folder}`, (wanted) => {
    const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
    const server =
      wanted === "Drafts"
        ? MailServices.accounts.getAccount("account1").incomingServer
        : MailServices.accounts.localFoldersServer;
    const found = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags[wanted]);
    const pane = document.getElementById("tabmail").currentAbout3Pane;
    if (found && pane.gFolder !== found) {
      pane.displayFolder(found.URI);
    }
    return found && pane.gFolder === found;
  }, folder);
  if (folder === "Drafts") {
    // The one before it goes a moment after the new one has come.
    await waitUntil("one draft", () => imap.messages(person.user, folder).length === 1);
  }
  const key = await thunderbird.waitFor("one message in it, on display", (last) => {
    const tabmail = document.getElementById("tabmail");
    const pane = tabmail.currentAbout3Pane;
    const view = pane.gDBView;
    if (view?.rowCount !== 1 || view.getMsgHdrAt(0).messageKey <= last) {
      return 0;
    }
    if (pane.threadTree.selectedIndex !== 0) {
      pane.threadTree.selectedIndex = 0; // once: it is loaded anew each time
    }
    const message = tabmail.currentAboutMessage;
    const { messageKey } = view.getMsgHdrAt(0);
    return message?.msgLoaded && message.gMessage?.messageKey === messageKey ? messageKey : 0;
  }, after);
  await compose.answer(folder === "Drafts" ? "cmd_editDraftMsg" : "cmd_editTemplateMsg");
  await compose.ready();
  return key;
}
