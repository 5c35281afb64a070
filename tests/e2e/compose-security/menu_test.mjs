// The compose window of a person who has no certificate: the Security menu, the status icons that follow
// it, and that nothing leaves weaker than it looks.

import assert from "node:assert/strict";
import { startSession } from "../support/session.mjs";
import { pause, waitUntil } from "../support/processes.mjs";
import { builtXpi } from "../support/signet.mjs";
import { journeys } from "../support/journey.mjs";

const CAROL = "carol@example.org";

/** Waits until the window shows this. @param {import("../support/session.mjs").Session} session */
async function settles(session, /** @type {{sign: boolean, encrypt: boolean}} */ icons) {
  const view = await waitUntil(`the status icons ${JSON.stringify(icons)}`, async () => {
    const now = await session.compose.view();
    return now.icons.sign === icons.sign && now.icons.encrypt === icons.encrypt ? now : null;
  });
  return view;
}

/** Waits for the window that says why it was not sent. @param {import("../support/session.mjs").Session} session */
async function explains({ compose }) {
  return waitUntil("a window that says that it was not sent", async () => {
    const dialog = await compose.stopDialog();
    return dialog && /not sent/.test(dialog.heading) && dialog.text ? dialog : null;
  });
}

/** @param {import("../support/session.mjs").Session} session */
async function goesBack({ compose }) {
  await compose.answerStopDialog("back");
  await waitUntil("the message to be there to write on", () => compose.canSend());
}

journeys("compose-security-menu", () => startSession({ xpi: builtXpi() }), (journey) => {
  journey("the menu has its items, and the icons follow it", async (session) => {
    const { compose } = session;
    await compose.open({ to: CAROL, subject: "Minutes of Monday", body: "Dear Carol,\n" });
    await compose.ready();
    const first = await settles(session, { sign: false, encrypt: false });
    assert.ok(first.button);
    assert.equal(first.hostButtons, false);
    assert.deepEqual(first.labels, [
      "Do Not Encrypt This Message",
      "Encrypt If Possible",
      "Encrypt This Message",
      "Digitally Sign This Message",
      "View Security Info",
    ]);
    assert.deepEqual(first.checked, {
      never: true, "if-possible": false, required: false, sign: false,
    });

    await compose.choose("sign");
    const signing = await settles(session, { sign: true, encrypt: false });
    assert.deepEqual(signing.checked, {
      never: true, "if-possible": false, required: false, sign: true,
    });
    await session.screenshot("compose-security-sign", "msgcompose");

    await compose.choose("required");
    const both = await settles(session, { sign: true, encrypt: true });
    assert.deepEqual(both.checked, {
      never: false, "if-possible": false, required: true, sign: true,
    });
    await session.screenshot("compose-security-both", "msgcompose");

    await compose.choose("never");
    await compose.choose("sign");
    const neither = await settles(session, { sign: false, encrypt: false });
    assert.deepEqual(neither.checked, {
      never: true, "if-possible": false, required: false, sign: false,
    });
    await compose.discard();
  });

  journey("the menu Options has the same items, and each has its shortcut", async (session) => {
    const { compose, thunderbird } = session;
    await compose.open({ to: CAROL, subject: "Minutes of Monday", body: "Dear Carol,\n" });
    await compose.ready();
    const { labels } = await compose.view();
    const items = await thunderbird.run(() => {
      const { document: page } = Services.wm.getMostRecentWindow("msgcompose");
      return Array.from(page.querySelectorAll("#optionsMenuPopup #signet-security-menu menuitem"), (/** @type {any} */ item) => ({
        label: item.getAttribute("label"),
        key: page.getElementById(item.getAttribute("key") ?? "")?.getAttribute("key") ?? "",
      }));
    });
    assert.deepEqual(items.map(({ label }) => label), labels);
    assert.deepEqual(items.map(({ key }) => key), ["N", "P", "E", "S", "S"]);
    /** With Control. @param {"Shift" | "Alt"} modifier @param {string} letter */
    const press = (modifier, letter) =>
      thunderbird.run((held, key) => {
        const window = Services.wm.getMostRecentWindow("msgcompose");
        window.document.getElementById("msgSubject").focus();
        const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        typing.beginInputTransactionForTests(window);
        const event = (/** @type {string} */ name, /** @type {string} */ code, /** @type {number} */ keyCode) =>
          new window.KeyboardEvent("", { key: name, code, keyCode });
        const control = event("Control", "ControlLeft", 17);
        const shift = event(held, `${held}Left`, held === "Shift" ? 16 : 18);
        const typed = event(key, `Key${key}`, key.charCodeAt(0));
        typing.keydown(control);
        typing.keydown(shift);
        typing.keydown(typed);
        typing.keyup(typed);
        typing.keyup(shift);
        typing.keyup(control);
      }, modifier, letter);
    const marked = (/** @type {string} */ choice) =>
      waitUntil(choice, async () => (await compose.view()).checked[choice]);
    await press("Shift", "E");
    await settles(session, { sign: false, encrypt: true });
    await press("Shift", "S");
    await settles(session, { sign: true, encrypt: true });
    await press("Shift", "S");
    await settles(session, { sign: false, encrypt: true });
    await press("Alt", "P");
    await marked("if-possible");
    await press("Alt", "N");
    await marked("never");
    await press("Alt", "S");
    await waitUntil("the window", () => compose.info());
    await compose.closeInfo();
    await compose.discard();
  });

  for (const [choice, icons] of /** @type {const} */ ([
    ["sign", { sign: true, encrypt: false }],
    ["required", { sign: false, encrypt: true }],
  ])) {
    journey(`with "${choice}" chosen, Send is stopped and says why`, async (session) => {
      const { compose, smtp, imap, person } = session;
      const before = { sent: smtp.attempts, kept: imap.messages(person.user, "Sent").length };
      await compose.open({ to: CAROL, subject: "Salaries", body: "Confidential.\n" });
      await compose.ready();
      await compose.choose(choice);
      await settles(session, icons);
      await compose.send();
      const dialog = await explains(session);
      assert.match(dialog.text, /no certificate/);
      await session.screenshot(`send-stopped-${choice}`, "signet:send-stopped");
      await pause(1000); // what might leave all the same would do so now
      assert.ok(await compose.isOpen());
      assert.equal(smtp.attempts, before.sent);
      assert.equal(imap.messages(person.user, "Sent").length, before.kept);
      await goesBack(session);
      await compose.discard();
    });
  }

  journey("stopped, then without protection, the same message is sent", async (session) => {
    const { compose, smtp } = session;
    const before = smtp.messages.length;
    await compose.open({ to: CAROL, subject: "Lunch", body: "At noon?\n" });
    await compose.ready();
    await compose.choose("sign");
    await settles(session, { sign: true, encrypt: false });
    await compose.send();
    await explains(session);
    await goesBack(session);
    await compose.choose("sign");
    await settles(session, { sign: false, encrypt: false });
    await compose.send();
    await compose.waitUntilClosed();
    await waitUntil("the message to arrive", () => smtp.messages.length > before);
    const message = smtp.messages[before];
    assert.deepEqual(message.to, [CAROL]);
    const text = message.octets.toString();
    assert.match(text, /^Subject: Lunch$/m);
    assert.match(text, /At noon\?/);
    assert.doesNotMatch(text, /pkcs7/);
  });

  journey("View Security Info says how the message will be sent, and follows", async (session) => {
    const { compose } = session;
    await compose.open({ to: CAROL, subject: "Info", body: "\n" });
    await compose.ready();
    await compose.choose("info");
    await waitUntil("No and No", async () => {
      const info = await compose.info();
      return info?.signed === "No" && info.encrypted === "No" && info.sentences.length > 0;
    });
    await session.screenshot("compose-security-info-plain", "signet:compose-security");
    await compose.choose("sign");
    const info = await waitUntil("a word that it is not possible", async () => {
      const now = await compose.info();
      return now?.signed === "Not possible" ? now : null;
    });
    assert.equal(info.encrypted, "No");
    assert.ok(info.sentences.length > 0);
    await session.screenshot("compose-security-info-sign", "signet:compose-security");
    await compose.discard();
    await waitUntil("its window to close with it", async () => (await compose.info()) === null);
  });

  journey("a second window begins with its own choice", async (session) => {
    const { compose } = session;
    await compose.open({ to: CAROL, subject: "One", body: "\n" });
    await compose.ready();
    await compose.choose("sign");
    await settles(session, { sign: true, encrypt: false });
    await compose.discard();
    await compose.open({ to: CAROL, subject: "Two", body: "\n" });
    await compose.ready();
    await settles(session, { sign: false, encrypt: false });
    await compose.discard();
  });
});
