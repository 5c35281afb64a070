// A message without an icon has its Message Security window as well; and of a message that is not here
// the header says so.

import assert from "node:assert/strict";
import { messageWith, startClinic } from "../support/clinic.mjs";
import { waitUntil } from "../support/processes.mjs";
import { journeys } from "../support/journey.mjs";

const unsigned = messageWith({ signature: "none" });
const signed = messageWith({ about: "signed with RSA" });

journeys("message-security-ways", startClinic, (journey) => {
  for (const way of /** @type {const} */ (["more", "view", "Ctrl+Alt+S"])) {
    journey(`an unsigned message has its window by ${way}`, async (session) => {
      const { mail, signet } = session;
      await mail.select(unsigned.subject);
      const header = await signet.judged(unsigned.subject);
      assert.equal(header.shown, false);
      const shown = await signet.openMessageSecurity(way);
      assert.equal(shown.subject, unsigned.subject);
      assert.equal(shown.icon, "none");
      assert.equal(shown.verdict, "Not signed");
      await session.screenshot("message-security-unsigned", "signet:message-security");
      await signet.closeMessageSecurity();
    });
  }

  journey("the shortcut opens Signet's window for a signed message, not the host's", async (session) => {
    const { mail, signet, thunderbird } = session;
    await mail.select(signed.subject);
    await signet.judged(signed.subject);
    const shown = await signet.openMessageSecurity("Ctrl+Alt+S");
    assert.equal(shown.icon, "pen");
    const panel = await thunderbird.run(() => {
      const message = document.getElementById("tabmail").currentAboutMessage;
      return message.document.getElementById("messageSecurityPanel").state;
    });
    assert.equal(panel, "closed");
    await signet.closeMessageSecurity();
  });

  journey("the window follows the message, with an icon or without", async (session) => {
    const { mail, signet } = session;
    await mail.select(unsigned.subject);
    await signet.judged(unsigned.subject);
    await signet.openMessageSecurity("more");
    await mail.select(signed.subject);
    await waitUntil("the window to follow", async () => {
      const { subject, icon } = await signet.messageSecurity();
      return subject === signed.subject && icon === "pen";
    });
    await mail.select(unsigned.subject);
    await waitUntil("the window to follow back", async () => {
      const { subject, icon } = await signet.messageSecurity();
      return subject === unsigned.subject && icon === "none";
    });
    await signet.closeMessageSecurity();
  });

  journey("the View menu shows the item, with its shortcut", async (session) => {
    const { mail, thunderbird } = session;
    await mail.select(unsigned.subject);
    const label = await thunderbird.run(() => {
      /** @type {any} */
      const item = document.getElementById("signet-view-message-security");
      /** @type {any} */
      const key = document.getElementById(item.getAttribute("key"));
      return `${item.getAttribute("label")} ${key.getAttribute("modifiers")} ${key.getAttribute("key")}`;
    });
    assert.equal(label, "Message Security control,alt S");
  });
});

const notKept = () =>
  startClinic({ preferences: { "mail.server.server1.offline_download": false } });

journeys("message-security-not-here", notKept, (journey) => {
  journey("offline, a message that is not here has a question mark", async (session) => {
    const { mail, signet, thunderbird } = session;
    await thunderbird.run(() => {
      Services.io.offline = true;
    });
    await mail.selectAtOnce(signed.subject);
    const header = await signet.judged(signed.subject);
    assert.equal(header.phase, "judged");
    assert.equal(header.signature, "question-pen");
    assert.equal(header.shown, true);
    await session.screenshot("message-header-not-here");
    const shown = await signet.openMessageSecurity();
    assert.equal(shown.subject, signed.subject);
    assert.equal(shown.verdict, "Signature not checked");
    assert.match(shown.sentences.join(" "), /not been downloaded yet/);
    await session.screenshot("message-security-not-here", "signet:message-security");
    await signet.closeMessageSecurity();
  });

  journey("and when it has come, it is judged", async (session) => {
    const { mail, signet, thunderbird } = session;
    await thunderbird.run(() => {
      Services.io.offline = false;
    });
    await mail.select(unsigned.subject);
    await mail.select(signed.subject);
    assert.equal((await signet.judged(signed.subject)).signature, "pen");
  });
});
