// Going on with what was saved: drafts on the server, templates on this computer.

/**
 * Opens the newest message of a folder to go on with it, and waits for Signet's part of the window.
 * @param {import("./session.mjs").Session} session
 * @param {"Drafts" | "Templates"} [name]
 */
export async function goOnWithDraft({ compose, thunderbird }, name = "Drafts") {
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
  await thunderbird.waitFor("one message in it", () => {
    const pane = document.getElementById("tabmail").currentAbout3Pane;
    const view = pane.gDBView;
    const rows = view?.rowCount ?? 0;
    for (let row = 0, newest = -1; row < rows; ++row) {
      if (newest < 0 || view.getMsgHdrAt(row).messageKey > view.getMsgHdrAt(newest).messageKey) {
        newest = row;
        pane.threadTree.selectedIndex = row;
      }
    }
    return rows === 1;
  });
  await compose.answer(name === "Drafts" ? "cmd_editDraftMsg" : "cmd_editTemplateMsg");
  await compose.ready();
}
