// Certificates are checked over the network as the settings say: with a real responder (`openssl ocsp`)
// and a web server on loopback; and the window with those settings and what is stored.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";
import { Pki, Web } from "../../unit/cli/pki.mjs";
import { finalVerdict, messageFrom } from "../support/checked_mail.mjs";
import { journeys } from "../support/journey.mjs";
import { setPreferences } from "../support/preferences.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const pki = new Pki();
const web = await new Web().start();
/** @type {{url: string, stop: () => void}[]} */
const responders = [];
after(() => {
  web.stop();
  responders.forEach(({ stop }) => stop());
  pki.remove();
});

pki.authority("root");
pki.authority("middle", "root");
pki.issue("chosen", "root", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n");
const own = await pki.responder("middle");
// An answer about the authority's own certificate is to be had nowhere: the authority is the anchor.
const chosen = await pki.responder("middle", "chosen");
responders.push(own, chosen);
const closed = await new Web().start();
closed.stop(); // nobody listens there any more
/** The names of those who wrote, with what their certificates say of whom to ask. */
const PEOPLE = {
  good: `authorityInfoAccess=OCSP;URI:${own.url}\n`,
  revoked: `authorityInfoAccess=OCSP;URI:${own.url}\n`,
  unreachable: `authorityInfoAccess=OCSP;URI:${closed.url}/\n`,
  slow: `authorityInfoAccess=OCSP;URI:${web.url}/slow\n`,
  flaky: `crlDistributionPoints=URI:${web.url}/flaky.crl\n`,
  listed: `crlDistributionPoints=URI:${web.url}/middle.crl\n`,
};
for (const [name, extensions] of Object.entries(PEOPLE)) {
  pki.person(name, "middle", extensions);
}
pki.revoke("revoked", "middle");
pki.crl("middle", "middle.crl");
web.serve("/middle.crl", readFileSync(pki.at("middle.crl")), "application/pkix-crl");
await Promise.all([own, chosen].map((responder) => pki.refresh(responder, "middle")));

/** @typedef {import("../support/session.mjs").Session} Session */

/** @param {Session} session */
function validationWindow({ thunderbird }) {
  return thunderbird.waitFor("the window about checking certificates", () => {
    const shown = Services.wm.getMostRecentWindow("signet:validation")?.document;
    if (!shown?.documentElement.dataset.shown) {
      return null;
    }
    return {
      ocsp: shown.querySelector('input[name="ocsp"]:checked')?.value,
      rows: [...shown.querySelectorAll("tbody tr")].map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => cell.textContent.trim()),
      ),
      outcome: shown.getElementById("outcome").textContent,
    };
  });
}

const BRANCH = "extensions.signet.validation.";

journeys(
  "validation-checking",
  async () => {
    const session = await startSession({
      xpi: builtXpi(),
      messages: [
        ...Object.keys(PEOPLE).map((name) => messageFrom(pki, name)),
        Buffer.from("From: a@example.com\r\nSubject: From nobody\r\nDate: Thu, 1 Jan 2026 00:00:00 +0000\r\n\r\nHello.\r\n"),
      ],
      anchors: [pki.at("middle.pem")],
    });
    await session.mail.openInbox(Object.keys(PEOPLE).length + 1);
    return session;
  },
  (journey) => {
    journey("with Thunderbird's OCSP switched off nobody is asked, and that is said", async (session) => {
      const shown = await finalVerdict(session, "revoked");
      assert.equal(shown.icon, "pen");
      assert.match(shown.sentences.join(" "), /has not been checked/);
    });

    journey("a server on this computer is not asked unless the settings allow it", async (session) => {
      await setPreferences(session, { "security.OCSP.enabled": 1 });
      const shown = await finalVerdict(session, "revoked");
      assert.equal(shown.icon, "pen");
      assert.match(shown.sentences.join(" "), /lies in a private network or in this computer/);
    });

    journey("OpenSSL's responder: good and revoked", async (session) => {
      await setPreferences(session, { [`${BRANCH}privateAddresses`]: true });
      const good = await finalVerdict(session, "good");
      assert.equal(good.icon, "pen");
      assert.doesNotMatch(good.sentences.join(" "), /not known|not been checked/);
      const revoked = await finalVerdict(session, "revoked");
      assert.equal(revoked.icon, "broken-pen");
      assert.match(revoked.sentences[0], /was revoked by/);
      await session.screenshot("validation-revoked");
    });

    journey("an unreachable responder: said, or refused, as the settings say", async (session) => {
      const warned = await finalVerdict(session, "unreachable");
      assert.equal(warned.icon, "pen");
      assert.match(warned.sentences.join(" "), /127\.0\.0\.1.*cannot be reached/);
      await setPreferences(session, { "security.OCSP.require": true });
      const refused = await finalVerdict(session, "unreachable");
      assert.equal(refused.icon, "broken-pen");
      await setPreferences(session, { "security.OCSP.require": false });
    });

    journey("while an answer is awaited, the icon says so, and it is neither good nor bad", async (session) => {
      /** @type {() => void} */
      let answer = () => {};
      web.pages.set("/slow", (_request, response) => {
        answer = () => response.writeHead(503).end();
      });
      await setPreferences(session, { "security.OCSP.require": true });
      await session.mail.select("From slow");
      const header = await session.signet.judged("From slow");
      assert.equal(header.signature, "question-pen");
      assert.match(header.title, /still being checked over the network/);
      const waiting = await session.signet.openMessageSecurity();
      assert.match(waiting.sentences.join(" "), /is being asked over the network/);
      await session.screenshot("validation-checking");
      await session.signet.closeMessageSecurity();
      answer();
      await session.thunderbird.waitFor("the final verdict", () => {
        const message = document.getElementById("tabmail").currentAboutMessage;
        const said = message.document.getElementById("signet-announcement").textContent;
        return said && message.document.getElementById("signet-signature-icon").dataset.icon;
      });
      assert.equal((await session.signet.header()).signature, "broken-pen");
      await setPreferences(session, { "security.OCSP.require": false });
    });

    journey("lists of revoked certificates are fetched only if the settings allow it", async (session) => {
      await finalVerdict(session, "listed");
      assert.ok(!web.asked.includes("GET /middle.crl"));
      await setPreferences(session, { [`${BRANCH}crls`]: true });
      const shown = await finalVerdict(session, "listed");
      assert.ok(web.asked.includes("GET /middle.crl"));
      assert.doesNotMatch(shown.sentences.join(" "), /not known|not been checked/);
    });

    journey("the window: what is stored, its settings, Update Now and Delete", async (session) => {
      await session.thunderbird.run(() => {
        /** @type {any} */ (document.getElementById("signet-validation-item")).doCommand();
      });
      const shown = await validationWindow(session);
      assert.equal(shown.ocsp, "certificate");
      const abouts = shown.rows.map(([about]) => about);
      assert.ok(abouts.includes("List of revoked certificates"), JSON.stringify(shown.rows));
      assert.ok(abouts.includes("Certificate of good"), JSON.stringify(shown.rows));
      await session.screenshot("validation-window", "signet:validation");
      const asked = web.asked.length;
      await session.thunderbird.run(() => {
        const page = Services.wm.getMostRecentWindow("signet:validation").document;
        const row = [...page.querySelectorAll("tbody tr")].find((each) => /List/.test(each.textContent));
        row.querySelector("button").click();
      });
      await session.thunderbird.waitFor("the update", () =>
        /up to date/.test(
          Services.wm.getMostRecentWindow("signet:validation").document.getElementById("outcome")
            .textContent,
        ),
      );
      assert.equal(web.asked[asked], "GET /middle.crl");
      await session.thunderbird.run(() => {
        const page = Services.wm.getMostRecentWindow("signet:validation").document;
        const row = [...page.querySelectorAll("tbody tr")].find((each) => /List/.test(each.textContent));
        [...row.querySelectorAll("button")].at(-1).click();
      });
      await session.thunderbird.waitFor("the deletion", () =>
        /was deleted/.test(
          Services.wm.getMostRecentWindow("signet:validation").document.getElementById("outcome")
            .textContent,
        ),
      );
      assert.ok(!(await validationWindow(session)).rows.some(([about]) => /List/.test(about)));
    });

    journey("a service that failed is asked again when the person wants it", async (session) => {
      const { signet, thunderbird } = session;
      web.pages.set("/flaky.crl", (_request, response) => response.writeHead(503).end());
      const failed = await finalVerdict(session, "flaky");
      assert.match(failed.sentences.join(" "), /refused|answered|not known/);
      await signet.openMessageSecurity();
      assert.deepEqual(await signet.remedies(), ["Ask Again"]);
      await session.screenshot("validation-ask-again", "signet:message-security");
      web.serve("/flaky.crl", readFileSync(pki.at("middle.crl")), "application/pkix-crl");
      await signet.pressRemedy("check-again");
      await thunderbird.waitFor("the answer", async () => {
        const { document: page } = Services.wm.getMostRecentWindow("signet:message-security");
        return page.querySelectorAll(".remedies > button").length === 0;
      });
      const known = await signet.messageSecurity();
      assert.equal(known.icon, "pen");
      assert.doesNotMatch(known.sentences.join(" "), /not known|not been checked/);
      await signet.closeMessageSecurity();
    });

    journey("one responder for every certificate: its answers count by the certificate chosen", async (session) => {
      const der = pki.der("chosen").toString("base64");
      await setPreferences(session, { [`${BRANCH}responderUrl`]: chosen.url });
      await session.thunderbird.run(() => {
        Services.wm
          .getMostRecentWindow("signet:validation")
          .document.querySelector('input[name="ocsp"][value="chosen"]')
          .click();
      });
      const without = await finalVerdict(session, "unreachable");
      assert.match(without.sentences.join(" "), /somebody who has no right to give it/);
      await setPreferences(session, { [`${BRANCH}responderCertificate`]: der });
      const shown = await finalVerdict(session, "unreachable");
      assert.equal(shown.icon, "pen");
      assert.doesNotMatch(shown.sentences.join(" "), /not known|cannot be reached/);
      await session.inTheDark(() => session.screenshot("validation-window-dark", "signet:validation"));
      await setPreferences(session, { [`${BRANCH}responderUrl`]: "not an address" });
      const unusable = await finalVerdict(session, "slow");
      assert.match(unusable.sentences.join(" "), /cannot be asked: its address or its certificate/);
      await session.thunderbird.run(() => Services.wm.getMostRecentWindow("signet:validation").close());
    });

    journey("the button in Thunderbird's settings opens it", async (session) => {
      await session.thunderbird.run(() => {
        /** @type {any} */ (window).openPreferencesTab("panePrivacy");
      });
      await session.thunderbird.waitFor("the button", () => {
        const page = document.getElementById("tabmail").currentTabInfo.browser?.contentDocument;
        const button = page?.getElementById("signet-validation-button");
        if (button?.getAttribute("label")) {
          button.scrollIntoView();
          return true;
        }
        return false;
      });
      await session.screenshot("validation-settings-page");
      await session.thunderbird.run(() => {
        const page = document.getElementById("tabmail").currentTabInfo.browser.contentDocument;
        page.getElementById("signet-validation-button").doCommand();
      });
      await validationWindow(session);
    });
  },
);
