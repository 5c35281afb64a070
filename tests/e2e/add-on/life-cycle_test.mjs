// The add-on's life in a running Thunderbird: disabled and enabled again, uninstalled. What it has
// changed is taken back at once, from windows that are open.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { manifest, messageWith, startClinic } from "../support/clinic.mjs";
import { waitUntil } from "../support/processes.mjs";
import { journeys } from "../support/journey.mjs";
import { builtXpi } from "../support/signet.mjs";

const signed = messageWith({ about: "signed with RSA" }).subject;
const altered = messageWith({ reason: "altered" }).subject;
const CAROL = "carol@harbour-clinic.example";

/** @typedef {import("../support/session.mjs").Session} Session */

/** Nothing of Signet's is left in any window, and the host's own signs are back. @param {Session} session */
async function isGone(session) {
  const { compose, mail, signet } = session;
  await waitUntil("every trace to go", async () => (await signet.traces()).length === 0).catch(
    async () => assert.deepEqual(await signet.traces(), []),
  );
  const view = await compose.view();
  assert.ok(view.hostButtons, "the compose window's own buttons are back");
  // The message that was on display all the time, and another one.
  for (const subject of [altered, signed]) {
    await mail.select(subject);
    await waitUntil("the host's own signs", async () => (await session.signet.header()).hostIcons);
  }
}

journeys("add-on-life-cycle", () => startClinic({ xpi: undefined }), (journey) => {
  journey("it is installed for good and works after a restart", async (session) => {
    const { mail, signet, thunderbird } = session;
    session.addonId = await thunderbird.install(builtXpi());
    await thunderbird.restart();
    await mail.openInbox(manifest.messages.length);
    await mail.select(signed);
    assert.equal((await signet.judged(signed)).signature, "pen");
    assert.equal(await signet.notice(), "");
  });

  journey("disabled, it leaves no trace in open windows", async (session) => {
    const { compose, mail, signet, thunderbird, addonId } = session;
    await mail.select(altered);
    assert.equal((await signet.judged(altered)).signature, "broken-pen");
    await signet.openMessageSecurity();
    await compose.open({ to: CAROL, subject: "A draft", body: "Dear Carol,\n" });
    await compose.ready();
    await compose.choose("sign");
    await thunderbird.changeAddon("disable", addonId);
    await isGone(session);
  });

  journey("enabled again, it is in open windows at once", async (session) => {
    const { compose, mail, signet, thunderbird, addonId } = session;
    await mail.select(signed);
    await thunderbird.changeAddon("enable", addonId);
    assert.equal((await signet.judged(signed)).signature, "pen");
    await compose.ready();
    const view = await compose.view();
    assert.ok(view.button);
    assert.equal(view.hostButtons, false);
    await mail.select(altered);
    assert.equal((await signet.judged(altered)).signature, "broken-pen");
  });

  journey("disabled and enabled many times, it comes and goes", async (session) => {
    const { mail, signet, thunderbird, addonId } = session;
    for (let round = 0; round < 4; ++round) {
      await thunderbird.changeAddon("disable", addonId);
      await thunderbird.changeAddon("enable", addonId);
    }
    await mail.select(signed);
    assert.equal((await signet.judged(signed)).signature, "pen");
  });

  journey("uninstalled, it leaves no trace at all", async (session) => {
    const { compose, mail, signet, smtp, thunderbird, addonId } = session;
    await mail.select(signed);
    await signet.judged(signed);
    await signet.openMessageSecurity();
    await thunderbird.changeAddon("uninstall", addonId);
    await isGone(session);
    const left = await thunderbird.run(() =>
      Services.prefs.getChildList("").filter((/** @type {string} */ name) => /signet/i.test(name)),
    );
    // Settings stay, in case it comes back; here there is one: the window of the first start has been.
    assert.deepEqual(left, ["extensions.signet.setUpDone"]);
    await waitUntil("its folder in the profile to go", () =>
      !existsSync(path.join(thunderbird.profile, "signet")));
    // The window that was open all the time sends as ever.
    await compose.send();
    await compose.waitUntilClosed();
    await waitUntil("the message to arrive", () => smtp.messages.length === 1);
  });

  journey("and after a restart Thunderbird is as it was", async (session) => {
    const { mail, signet, thunderbird } = session;
    await thunderbird.restart();
    await mail.openInbox(manifest.messages.length);
    await mail.select(signed);
    await waitUntil("the host's own signs", async () => (await signet.header()).hostIcons);
    assert.deepEqual(await signet.traces(), []);
  });
});
