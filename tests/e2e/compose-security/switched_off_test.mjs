// Signet is switched off while a message is written. What was chosen is handed to Thunderbird's own S/MIME as far as
// that can do it; what it cannot do does not leave unprotected, and switched on again Signet goes on.

import assert from "node:assert/strict";
import { BOB, CAROL, ERIN } from "../../support/demo/harbour.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { pause, waitUntil } from "../support/processes.mjs";
import { afterPrompts } from "../support/prompts.mjs";
import { arrives, settles, textOf } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { root, staff, carol, key, outbox } = harbourOffice("switched-off");
const TEXT = "The results are in.";

const start = async () => {
  const session = await startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    // Thunderbird's own encrypts for those whose authority it has met.
    certificates: [staff.certificate, carol.certificate],
    key,
  });
  // As the account page writes it: the host's own S/MIME uses what is chosen there, and nothing else.
  await session.thunderbird.run((address) => {
    const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    const own = database.getCerts().find((/** @type {any} */ each) => each.emailAddress === address);
    for (const usage of ["signing", "encryption"]) {
      Services.prefs.setStringPref(`mail.identity.id1.${usage}_cert_name`, own.displayName);
      Services.prefs.setStringPref(`mail.identity.id1.${usage}_cert_dbkey`, own.dbKey);
    }
  }, BOB.address);
  return session;
};

/** @param {Session} session @param {string} to */
async function write(session, to) {
  const { compose } = session;
  await compose.open({ to, subject: "Results", body: `${TEXT}\n` });
  await compose.ready();
  await compose.choose("sign");
  await compose.choose("required");
}

/** @param {Session} session */
async function switchOff({ compose, thunderbird, addonId }) {
  await thunderbird.changeAddon("disable", addonId);
  await waitUntil("nothing of Signet to be in the window", async () => !(await compose.view()).button);
}

/** @param {Session} session */
async function switchOn({ compose, thunderbird, addonId }) {
  await thunderbird.changeAddon("enable", addonId);
  await compose.ready();
}

journeys("compose-security-switched-off", start, (journey) => {
  journey("what was chosen is done by Thunderbird's own S/MIME", async (session) => {
    await write(session, CAROL.address);
    await settles(session, { sign: "shown", encrypt: "shown" });
    await switchOff(session);
    await session.screenshot("compose-security-switched-off", "msgcompose");
    const octets = await arrives(session);
    assert.doesNotMatch(octets.toString(), new RegExp(TEXT));
    const inside = outbox.decrypted(outbox.keep("hosts.eml", octets), carol);
    assert.match(textOf(outbox.signedContent(inside)), new RegExp(TEXT));
  });

  journey("what it cannot do does not leave unprotected, and Signet goes on when it is back", async (session) => {
    const { compose, smtp, thunderbird, addonId } = session;
    await thunderbird.changeAddon("enable", addonId);
    await write(session, ERIN);
    await settles(session, { sign: "shown", encrypt: "struck-out" });
    await switchOff(session);
    const before = smtp.attempts;
    await thunderbird.run(() => {
      // The host says why in a dialog of its own; it is taken away as soon as it is there.
      /** @type {any} */
      const scope = window;
      scope.signetTestDialogs = 0;
      scope.signetTestObserver = {
        observe(/** @type {any} */ dialog) {
          ++scope.signetTestDialogs;
          dialog.setTimeout(() => dialog.Dialog.ui.button0.click(), 200);
        },
      };
      Services.obs.addObserver(scope.signetTestObserver, "common-dialog-loaded");
    });
    await compose.send();
    await waitUntil("the host's dialog", () =>
      afterPrompts(() => thunderbird.run(() => /** @type {any} */ (window).signetTestDialogs > 0)));
    await waitUntil("the message to be there to write on", () => afterPrompts(() => compose.canSend()));
    await pause(1000); // what might leave all the same would do so now
    await thunderbird.run(() =>
      Services.obs.removeObserver(/** @type {any} */ (window).signetTestObserver, "common-dialog-loaded"));
    assert.ok(await compose.isOpen());
    assert.equal(smtp.attempts, before);
    await switchOn(session);
    const view = await settles(session, { sign: "shown", encrypt: "struck-out" });
    assert.ok(view.checked.required && view.checked.sign);
    await compose.discard();
  });

  journey("switched off and on again, the message is sent as it was chosen", async (session) => {
    await write(session, CAROL.address);
    await settles(session, { sign: "shown", encrypt: "shown" });
    await switchOff(session);
    await switchOn(session);
    await settles(session, { sign: "shown", encrypt: "shown" });
    const inside = outbox.decrypted(outbox.keep("again.eml", await arrives(session)), carol);
    assert.match(textOf(outbox.signedContent(inside)), new RegExp(TEXT));
  });
});
