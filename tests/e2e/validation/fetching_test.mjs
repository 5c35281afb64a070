// What is fetched besides answers about revocation: certificates of authorities that a message does not
// bring (AIA), with the ways in which servers fail, each in its own words and in bounded time; and what
// becomes known of recipients while a message is written.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";
import { Pki, Web } from "../../unit/cli/pki.mjs";
import { finalVerdict, messageFrom } from "../support/checked_mail.mjs";
import { journeys } from "../support/journey.mjs";
import { setPreferences } from "../support/preferences.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

const pki = new Pki();
const web = await new Web().start();
after(() => {
  web.stop();
  pki.remove();
});

pki.authority("root");
pki.authority("middle", "root");

/** The names of those who wrote, each with the page at which the authority's certificate is said to be. */
const SENDERS = {
  served: "/middle.cer",
  moved: "/moved.cer",
  circular: "/circular.cer",
  absent: "/absent.cer",
  page: "/page.cer",
  damaged: "/damaged.cer",
  cut: "/cut.cer",
  endless: "/endless.cer",
  dripping: "/dripping.cer",
};
for (const [name, page] of Object.entries(SENDERS)) {
  pki.person(name, "middle", `authorityInfoAccess=caIssuers;URI:${web.url}${page}\n`);
}
const middle = pki.der("middle");
web.serve("/middle.cer", middle, "application/pkix-cert");
web.serve("/page.cer", "<!DOCTYPE html><title>Log in</title>", "text/html");
web.serve("/damaged.cer", middle.subarray(0, 200), "application/pkix-cert");
for (const [page, place] of [["/moved.cer", "/middle.cer"], ["/circular.cer", "/circular.cer"]]) {
  web.pages.set(page, (_request, response) => {
    response.writeHead(302, { Location: `${web.url}${place}` }).end();
  });
}
web.pages.set("/cut.cer", (_request, response) => {
  response.writeHead(200, { "Content-Length": middle.length });
  response.write(middle.subarray(0, 200), () => response.destroy());
});
web.pages.set("/endless.cer", (_request, response) => {
  response.writeHead(200, { "Content-Type": "application/pkix-cert" });
  const piece = Buffer.alloc(65536, 0x30);
  const go = () => {
    while (!response.destroyed && response.write(piece)) {
      // until the connection is full
    }
  };
  response.on("drain", go);
  go();
});
web.pages.set("/dripping.cer", (_request, response) => {
  response.writeHead(200, { "Content-Length": middle.length });
  let at = 0;
  const timer = setInterval(() => response.write(middle.subarray(at, ++at)), 300);
  response.on("close", () => clearInterval(timer));
});

// Recipients, of an authority that tells by a list who was revoked.
const list = `crlDistributionPoints=URI:${web.url}/root.crl\n`;
const forBoth = (/** @type {string} */ address) =>
  `subjectAltName=email:${address}\nextendedKeyUsage=emailProtection\n` +
  "keyUsage=critical,digitalSignature,keyAgreement\n";
pki.issue("bob", "root", forBoth("bob@example.org"));
for (const name of ["carol", "dan"]) {
  pki.issue(name, "root", `${forBoth(`${name}@example.com`)}${list}`);
}
pki.revoke("dan", "root");
pki.crl("root", "root.crl");
web.serve("/root.crl", readFileSync(pki.at("root.crl")), "application/pkix-crl");
pki.openssl(
  ..."pkcs12 -export -inkey bob.key -in bob.pem -name Bob -passout pass:x -out bob.p12".split(" "),
);

/** @typedef {import("../support/session.mjs").Session} Session */

const BRANCH = "extensions.signet.validation.";

/** What is said of a server that fails, and how many seconds that may take. */
const FAULTS = /** @type {[string, RegExp, number][]} */ ([
  ["circular", /only passed the question on from place to place/, 10],
  ["absent", /does not have what was asked .*404/, 10],
  ["page", /answered with a web page or something else/, 10],
  ["damaged", /is damaged and cannot be read/, 10],
  ["cut", /broke off before its end/, 10],
  ["endless", /given up because it is far too long/, 15],
  ["dripping", /did not finish its answer in time/, 25],
]);

journeys(
  "validation-fetching",
  async () => {
    const session = await startSession({
      xpi: builtXpi(),
      messages: [
        ...Object.keys(SENDERS).map((name) => messageFrom(pki, name)),
        Buffer.from("From: a@example.com\r\nSubject: From nobody\r\nDate: Thu, 1 Jan 2026 00:00:00 +0000\r\n\r\nHello.\r\n"),
      ],
      anchors: [pki.at("root.pem")],
      certificates: [pki.at("carol.pem"), pki.at("dan.pem")],
      key: { file: pki.at("bob.p12"), password: "x" },
    });
    await session.mail.openInbox(Object.keys(SENDERS).length + 1);
    return session;
  },
  (journey) => {
    journey("a missing authority is not fetched unless the settings allow it", async (session) => {
      await setPreferences(session, { [`${BRANCH}privateAddresses`]: true });
      const shown = await finalVerdict(session, "served");
      assert.equal(shown.icon, "broken-pen");
      assert.deepEqual(web.asked, []);
    });

    for (const [name, words, seconds] of FAULTS) {
      journey(`the server of the authority's certificate fails: ${name}`, async (session) => {
        await setPreferences(session, { [`${BRANCH}issuers`]: true });
        const begun = Date.now();
        const shown = await finalVerdict(session, name);
        const taken = Date.now() - begun;
        assert.equal(shown.icon, "broken-pen");
        assert.match(shown.sentences.join(" "), words);
        assert.ok(taken < seconds * 1000, `${taken} ms`);
        assert.ok(web.asked.includes(`GET ${SENDERS[/** @type {keyof typeof SENDERS} */ (name)]}`));
        await session.screenshot(`validation-fetching-${name}`);
      });
    }

    journey("a missing authority is fetched, also where the server says that it has moved", async (session) => {
      for (const name of ["moved", "served"]) {
        const shown = await finalVerdict(session, name);
        assert.equal(shown.icon, "pen", shown.sentences.join(" "));
      }
      assert.ok(web.asked.includes("GET /moved.cer"));
    });

    journey("a recipient whose certificate was revoked is named before anything is sent", async (session) => {
      const { compose, smtp } = session;
      await compose.open({
        to: "carol@example.com, dan@example.com", subject: "Results", body: "Secret.\n",
      });
      await compose.ready();
      await compose.choose("required");
      await waitUntil("the key", async () => (await compose.view()).states.encrypt === "shown");
      assert.ok(!web.asked.includes("GET /root.crl"), "nobody is asked whom the settings do not allow");
      await compose.discard();

      await setPreferences(session, { [`${BRANCH}crls`]: true });
      await compose.open({
        to: "carol@example.com, dan@example.com", subject: "Results", body: "Secret.\n",
      });
      await compose.ready();
      await compose.choose("required");
      const view = await waitUntil("the revoked certificate", async () => {
        const now = await compose.view();
        return now.states.encrypt === "struck-out" ? now : null;
      });
      assert.match(view.titles.encrypt, /dan.* was revoked by root/);
      assert.equal(web.asked.filter((asked) => asked === "GET /root.crl").length, 1);
      await compose.choose("info");
      const info = await waitUntil("the recipients", async () => {
        const now = await compose.info();
        return now?.recipients.length === 2 ? now : null;
      });
      assert.deepEqual(info.recipients.map(([, can]) => can), ["Yes", "No"]);
      assert.match(info.recipients[1][2], /was revoked by root/);
      await session.screenshot("compose-security-info-revoked", "signet:compose-security");
      await compose.closeInfo();
      const before = smtp.attempts;
      await compose.send();
      const dialog = await waitUntil("the window that says why", () => compose.stopDialog());
      assert.match(dialog.text, /The certificate of dan was revoked by root/);
      await session.screenshot("send-stopped-revoked", "signet:send-stopped");
      assert.equal(smtp.attempts, before);
      await compose.answerStopDialog("back");
      await waitUntil("the window to close", async () => !(await compose.stopDialog()));
      await compose.discard();
    });
  },
);
