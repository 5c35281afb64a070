// What can be done for recipients who could not read an encrypted message: in the window that tells more, and
// in the menu of a recipient in the address rows.

import assert from "node:assert/strict";
import { BOB, CAROL, DAN, ERIN } from "../../support/demo/harbour.mjs";
import { Certificates } from "../support/certificates.mjs";
import { journeys } from "../support/journey.mjs";
import { harbourOffice } from "../support/office.mjs";
import { waitUntil } from "../support/processes.mjs";
import { arrives, settles } from "../support/sent_mail.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const { root, staff, carol, key, outbox } = harbourOffice("remedies");
const carolFirst = staff.certify("carol-first", { ...CAROL, fromDay: -300, toDay: 200 });
const carolBefore = staff.certify("carol-before", { ...CAROL, fromDay: -600, toDay: -10 });
const erin = staff.certify("erin", { name: "Erin Walsh", address: ERIN });
const danBefore = staff.certify("dan-before", { ...DAN, fromDay: -600, toDay: -3 });

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [staff, carol, carolFirst, carolBefore, danBefore].map(({ certificate }) => certificate),
    key,
  });

/** @param {Session} session @param {...string} to */
async function write({ compose }, ...to) {
  await compose.open({ to: to.join(", "), subject: "Results", body: "All is well.\n" });
  await compose.ready();
  await compose.choose("required");
}

/** The lines of the recipients, once they are there. @param {Session} session @param {number} count */
async function recipients({ compose }, count) {
  await compose.choose("info");
  return waitUntil("the recipients", async () => {
    const info = await compose.info();
    return info?.recipients.length === count ? info.recipients : null;
  });
}

/** What the dialog that lists certificates says; null while it is not open. @param {Session} session */
const choice = ({ thunderbird }) =>
  thunderbird.run(() => {
    const shown = Services.wm.getMostRecentWindow("signet:compose-security")?.document;
    const dialog = shown?.getElementById("choose");
    if (!dialog?.open || !dialog.querySelector("h2").textContent) {
      return null;
    }
    return {
      heading: dialog.querySelector("h2").textContent,
      options: Array.from(dialog.querySelectorAll("li"), (/** @type {any} */ entry) => ({
        usable: !entry.querySelector("input").disabled,
        checked: entry.querySelector("input").checked,
        text: entry.textContent,
      })),
    };
  });

/** Presses what is there in the window that tells more. @param {Session} session @param {string} selector */
const press = ({ thunderbird }, selector) =>
  thunderbird.run((which) => {
    Services.wm.getMostRecentWindow("signet:compose-security").document.querySelector(which).click();
  }, selector);

/** The remedies in a recipient's line. @param {Session} session @param {string} address */
const remedies = ({ thunderbird }, address) =>
  thunderbird.run((who) => {
    const shown = Services.wm.getMostRecentWindow("signet:compose-security").document;
    return Array.from(
      shown.querySelectorAll(`td[data-address="${who}"] button`), (/** @type {any} */ each) => each.textContent);
  }, address);

/**
 * Opens the menu of a recipient in the address rows, as a click with the other button does.
 * @param {Session} session
 * @param {string} address
 * @param {string} [item] Is chosen; without one the menu is closed again.
 * @returns {Promise<string[]>} Our items in it.
 */
const menuOf = ({ thunderbird }, address, item = "") =>
  thunderbird.run(async (who, wanted) => {
    const window = Services.wm.getMostRecentWindow("msgcompose");
    const { document: page } = window;
    const pill = Array.from(page.querySelectorAll("mail-address-pill")).find(
      (/** @type {any} */ each) => each.emailAddress === who);
    const popup = page.getElementById("emailAddressPillPopup");
    const event = (/** @type {string} */ name) =>
      new Promise((resolve) => popup.addEventListener(name, resolve, { once: true }));
    const shown = event("popupshown");
    pill.dispatchEvent(new window.MouseEvent("contextmenu", { bubbles: true, cancelable: true, button: 2 }));
    await shown;
    const items = Array.from(popup.querySelectorAll('[id^="signet-recipient-"]'));
    const visible = items.filter((/** @type {any} */ each) => !each.hidden && each.hasAttribute("label"));
    const labels = visible.map((/** @type {any} */ each) => each.getAttribute("label"));
    const hidden = event("popuphidden");
    if (wanted) {
      popup.activateItem(page.getElementById(`signet-recipient-${wanted}`));
    } else {
      popup.hidePopup();
    }
    await hidden;
    return labels;
  }, address, item);

/** Waits for the message that asks, and says what it is. @param {Session} session */
const asking = ({ thunderbird }) =>
  thunderbird.waitFor("the message that asks", () => {
    const windows = [...Services.wm.getEnumerator("msgcompose")];
    const asks = windows.find((each) => each.document.getElementById("msgSubject")?.value.startsWith("Please send"));
    const status = asks?.document.getElementById("signet-sign-status");
    const body = asks?.GetCurrentEditor?.()?.document?.body;
    if (!status || !body?.innerText.trim() || !asks.gLoadingComplete || status.hidden) {
      return null;
    }
    return {
      to: Array.from(
        asks.document.querySelectorAll("mail-address-pill"), (/** @type {any} */ pill) => pill.emailAddress),
      subject: asks.document.getElementById("msgSubject").value,
      text: body.innerText,
      sign: status.dataset.state,
      encrypt: asks.document.getElementById("signet-encrypt-status").dataset.state,
    };
  });

/** @param {Session} session */
async function discardAll({ compose, thunderbird }) {
  for (;;) {
    const left = await thunderbird.run(() => [...Services.wm.getEnumerator("msgcompose")].length);
    if (left === 0) {
      return;
    }
    await thunderbird.run(() => {
      for (const window of Services.wm.getEnumerator("msgcompose")) {
        window.gContentChanged = false;
        window.gMsgCompose.bodyModified = false;
        window.close();
      }
    });
    await compose.waitUntilClosed();
  }
}

journeys("compose-security-remedies", start, (journey) => {
  journey("of several certificates the newest is used, and another one can be chosen", async (session) => {
    const { compose } = session;
    await write(session, CAROL.address);
    await settles(session, { sign: "absent", encrypt: "shown" });
    await recipients(session, 1);
    assert.deepEqual(await remedies(session, CAROL.address), ["Choose Another…"]);
    await session.screenshot("compose-remedies-choose-button", "signet:compose-security");
    await press(session, "button.choose");
    const shown = await waitUntil("the certificates", () => choice(session));
    assert.equal(shown.heading, `Certificates of ${CAROL.address}`);
    assert.deepEqual(shown.options.map(({ usable, checked }) => [usable, checked]), [
      [true, true],
      [true, false],
      [false, false],
    ]);
    assert.match(shown.options[0].text, /It is used now/);
    assert.match(shown.options[1].text, /newer/);
    assert.match(shown.options[2].text, /expired/);
    await session.screenshot("compose-remedies-choose", "signet:compose-security");
    await session.inTheDark(() => session.screenshot("compose-remedies-choose-dark", "signet:compose-security"));
    await press(session, "#choose-1");
    await press(session, "#choose-use");
    await waitUntil("the choice", async () =>
      /You chose it/.test((await compose.info())?.recipients[0]?.[2] ?? ""));
    await compose.closeInfo();
    const file = outbox.keep("chosen.eml", await arrives(session));
    outbox.decrypted(file, carolFirst);
    assert.throws(() => outbox.decrypted(file, carol));
  });

  journey("nobody can choose one that cannot be used", async (session) => {
    const { compose } = session;
    await write(session, DAN.address);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    await recipients(session, 1);
    assert.deepEqual(await remedies(session, DAN.address), [
      "Choose Another…", "Import…", "Ask for Their Certificate",
    ]);
    await press(session, "button.choose");
    const shown = await waitUntil("the certificates", () => choice(session));
    assert.deepEqual(shown.options.map(({ usable }) => usable), [false]);
    assert.match(shown.options[0].text, /expired/);
    const use = await session.thunderbird.run(
      () => Services.wm.getMostRecentWindow("signet:compose-security").document.getElementById("choose-use").disabled);
    assert.ok(use);
    await compose.closeInfo();
    await discardAll(session);
  });

  journey("who has no certificate is asked for it, in a signed message", async (session) => {
    const { compose } = session;
    await write(session, CAROL.address, ERIN);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    await recipients(session, 2);
    assert.deepEqual(await remedies(session, ERIN), ["Import…", "Ask for Their Certificate"]);
    await session.screenshot("compose-remedies-missing", "signet:compose-security");
    await session.inTheDark(() => session.screenshot("compose-remedies-missing-dark", "signet:compose-security"));
    await press(session, "button.ask");
    const asks = await asking(session);
    assert.deepEqual(asks.to, [ERIN]);
    assert.match(asks.subject, /send me a signed message/);
    assert.match(asks.text, /I need your S\/MIME certificate/);
    assert.deepEqual([asks.sign, asks.encrypt], ["shown", "absent"]);
    await session.screenshot("compose-remedies-asking", "msgcompose");
    await compose.closeInfo();
    await discardAll(session);
  });

  journey("the menu of a marked recipient has the remedies, that of another one has not", async (session) => {
    const { compose } = session;
    await write(session, CAROL.address, DAN.address, ERIN);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    assert.deepEqual(await menuOf(session, ERIN), [
      "Import Certificate…", "Ask for Their Certificate", "View Security Info",
    ]);
    assert.deepEqual(await menuOf(session, DAN.address), [
      "Choose Another Certificate…", "Import Certificate…", "Ask for Their Certificate", "View Security Info",
    ]);
    assert.deepEqual(await menuOf(session, CAROL.address), ["Choose Another Certificate…"]);
    await menuOf(session, DAN.address, "choose");
    const shown = await waitUntil("the certificates", () => choice(session));
    assert.equal(shown.heading, `Certificates of ${DAN.address}`);
    await compose.closeInfo();
    await menuOf(session, ERIN, "ask");
    assert.deepEqual((await asking(session)).to, [ERIN]);
    await discardAll(session);
    await write(session, ERIN);
    await compose.choose("never");
    await settles(session, { sign: "absent", encrypt: "absent" });
    assert.deepEqual(await menuOf(session, ERIN), []);
    await discardAll(session);
  });

  journey("the mark and the reason are on the recipient", async (session) => {
    const { thunderbird } = session;
    await write(session, CAROL.address, DAN.address);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    const pills = await waitUntil("the mark", async () => {
      const now = await thunderbird.run(() =>
        Array.from(
          Services.wm.getMostRecentWindow("msgcompose").document.querySelectorAll("mail-address-pill"),
          (/** @type {any} */ pill) => ({
            who: pill.emailAddress,
            marked: pill.hasAttribute("signet-no-certificate"),
            why: pill.querySelector(".pill-label").getAttribute("tooltiptext") ?? "",
          }),
        ));
      return now.some(({ marked }) => marked) ? now : null;
    });
    assert.deepEqual(pills.map(({ marked }) => marked), [false, true]);
    assert.match(pills[1].why, /expired/);
    await session.screenshot("compose-remedies-marks", "msgcompose");
    await session.inTheDark(() => session.screenshot("compose-remedies-marks-dark", "msgcompose"));
    await discardAll(session);
  });

  journey("Import… brings in a certificate, and the message can be encrypted at once", async (session) => {
    const { compose, thunderbird } = session;
    const certificates = new Certificates(thunderbird);
    await write(session, ERIN);
    await settles(session, { sign: "absent", encrypt: "struck-out" });
    await recipients(session, 1);
    await certificates.answerPicker(erin.certificate);
    await press(session, "button.import");
    await certificates.shown(({ dialogId }) => dialogId === "report");
    await settles(session, { sign: "absent", encrypt: "shown" });
    await thunderbird.run(() => Services.wm.getMostRecentWindow("signet:certificates").close());
    await compose.closeInfo();
    outbox.decrypted(outbox.keep("imported.eml", await arrives(session)), erin);
  });
});
