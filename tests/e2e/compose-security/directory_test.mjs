// Recipients whose certificate nobody has but the directory: it is found there while one writes, the message
// leaves encrypted, and what was used is stored. A directory that does not answer holds nobody up.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL, DAN, DOMAIN, ERIN, harbourAuthorities } from "../../support/demo/harbour.mjs";
import { ADMINISTRATOR, ADMINISTRATOR_PASSWORD, Slapd, startSilentServer } from "../../support/slapd.mjs";
import { journeys } from "../support/journey.mjs";
import { waitUntil } from "../support/processes.mjs";
import { startSession } from "../support/session.mjs";
import { builtXpi } from "../support/signet.mjs";

/** @typedef {import("../support/session.mjs").Session} Session */

const folder = mkdtempSync(path.join(tmpdir(), "signet-directory-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const SERVER = "ldap_2.servers.clinic";

const { root, staff } = harbourAuthorities(folder);
const bob = staff.certify("bob", BOB);
const carol = staff.certify("carol", CAROL);
const carolBefore = staff.certify("carol-before", { ...CAROL, fromDay: -300, toDay: -10 });
const dan = staff.certify("dan", DAN);
const key = { file: path.join(folder, "bob.p12"), password: "harbour" };
exportPkcs12(bob, key.file, key.password);

/** @param {{certificate: string}} credential */
const derOf = ({ certificate }) =>
  execFileSync("openssl", ["x509", "-in", certificate, "-outform", "DER"]);

/** Dan's, signed by him, with the authority: what a mail program publishes. */
function published() {
  const file = path.join(folder, "dan.p7s");
  writeFileSync(path.join(folder, "nothing"), "");
  execFileSync("openssl", [
    "cms", "-sign", "-binary", "-in", path.join(folder, "nothing"), "-outform", "DER", "-signer", dan.certificate,
    "-inkey", dan.key, "-certfile", staff.certificate, "-out", file,
  ], { stdio: ["ignore", "ignore", "pipe"] });
  return readFileSync(file);
}

/** The directory's own certificate, and the authority that web servers have. */
function certifyServer() {
  const at = (/** @type {string} */ name) => path.join(folder, name);
  const openssl = (/** @type {string[]} */ ...options) =>
    execFileSync("openssl", options, { stdio: ["ignore", "ignore", "pipe"] });
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=Servers".split(" "), "-keyout", at("servers.key"),
    "-out", at("servers.pem"), "-addext", "keyUsage=critical,keyCertSign,cRLSign");
  openssl(
    ..."req -newkey rsa:2048 -nodes -subj /CN=localhost".split(" "), "-keyout", at("server.key"),
    "-out", at("server.csr"));
  writeFileSync(at("server.ext"), "subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n");
  openssl(
    ..."x509 -req -CAcreateserial -days 20 -in".split(" "), at("server.csr"), "-CA", at("servers.pem"),
    "-CAkey", at("servers.key"), "-extfile", at("server.ext"), "-out", at("server.pem"));
  return { key: at("server.key"), certificate: at("server.pem"), authority: at("servers.pem") };
}

const tls = certifyServer();
const people = [
  { name: CAROL.name, addresses: [CAROL.address], certificates: [derOf(carolBefore), derOf(carol)] },
  { name: DAN.name, addresses: [DAN.address], smime: [published()] },
];
const directory = await Slapd.start(path.join(folder, "slapd"), people, { tls });
const closed = await Slapd.start(path.join(folder, "closed"), people, { login: true });
const silent = await startSilentServer();
after(async () => {
  silent.stop();
  await directory.stop();
  await closed.stop();
});

const start = () =>
  startSession({
    xpi: builtXpi(),
    person: BOB,
    anchors: [root.certificate],
    certificates: [staff.certificate],
    key,
    preferences: {
      "ldap_2.autoComplete.useDirectory": true,
      "ldap_2.autoComplete.directoryServer": SERVER,
      [`${SERVER}.description`]: "Harbour Clinic",
      [`${SERVER}.dirType`]: 0,
      [`${SERVER}.maxHits`]: 100,
      [`${SERVER}.uri`]: `${directory.url}??sub?(objectclass=*)`,
    },
  });

/** How often the directory was asked for an address. @param {string} address */
const asked = (address) =>
  readFileSync(path.join(folder, "slapd", "slapd.log"), "utf8")
    .split("\n")
    .filter((line) => / SRCH base=/.test(line) && line.includes(`(mail=${address})`)).length;

/** @param {Session} session @param {string} state Of the key. */
async function keyIs({ compose }, state) {
  await waitUntil(`the key to be ${state}`, async () => (await compose.view()).states.encrypt === state);
}

/** Opens a message that is to be encrypted. @param {Session} session @param {...string} to */
async function write({ compose }, ...to) {
  await compose.open({ to: to.join(", "), subject: "Results", body: "All is well.\n" });
  await compose.ready();
  await compose.choose("required");
}

/** @param {Session} session @param {(info: NonNullable<Awaited<ReturnType<Session["compose"]["info"]>>>) => unknown} holds */
async function infoShows({ compose }, holds) {
  await compose.choose("info");
  /** @type {unknown} */
  let last = null;
  const info = await waitUntil("the window that tells more", async () => {
    const now = await compose.info();
    last = now;
    return now && holds(now) ? now : null;
  }).catch((error) => {
    throw new Error(`${error}; last seen: ${JSON.stringify(last)}`);
  });
  return info;
}

/** What is on screen of the search. @param {Session} session */
const lookup = ({ thunderbird }) =>
  thunderbird.run(() => {
    const shown = Services.wm.getMostRecentWindow("signet:compose-security")?.document;
    const progress = shown?.getElementById("lookup");
    return {
      progress: progress && !progress.hidden ? progress.textContent.trim() : "",
      buttons: Array.from(shown?.querySelectorAll("button.look-up") ?? [], (/** @type {any} */ each) => each.textContent),
    };
  });

/** @param {Session} session @param {string} selector */
const press = ({ thunderbird }, selector) =>
  thunderbird.run((which) => {
    Services.wm.getMostRecentWindow("signet:compose-security").document.querySelector(which).click();
  }, selector);

/** @param {Session} session @param {string} uri @param {string} [name] */
const useDirectory = ({ thunderbird }, uri, name = "") =>
  thunderbird.run((server, address, login) => {
    Services.prefs.setStringPref(`${server}.uri`, address);
    Services.prefs.setStringPref(`${server}.auth.dn`, login);
  }, SERVER, uri, name);

/** @param {Buffer} octets @param {import("../../support/demo/authority.mjs").Credential} who */
function opened(octets, { key: secret, certificate }) {
  const file = path.join(folder, "arrived.eml");
  writeFileSync(file, octets);
  return execFileSync("openssl", ["cms", "-decrypt", "-in", file, "-inkey", secret, "-recip", certificate], {
    encoding: "utf8", stdio: ["ignore", "pipe", "pipe"],
  });
}

/** @param {Session} session */
async function sent({ compose, smtp }) {
  const before = smtp.messages.length;
  await compose.send();
  await compose.waitUntilClosed();
  await waitUntil("the message to arrive", () => smtp.messages.length > before);
  return smtp.messages[before].octets;
}

journeys("compose-security-directory", start, (journey) => {
  journey("the directory finds what is missing, and the message leaves encrypted", async (session) => {
    const { compose } = session;
    await write(session, CAROL.address, DAN.address);
    await keyIs(session, "shown");
    assert.equal(asked(CAROL.address), 1); // both in one search
    const info = await infoShows(session, ({ recipients }) =>
      recipients.length === 2 && recipients.every(([, , details]) => /From the directory/.test(details)));
    assert.equal(info.encrypted, "Yes");
    await session.screenshot("compose-directory-found", "signet:compose-security");
    await compose.closeInfo();
    const octets = await sent(session);
    assert.match(opened(octets, carol), /All is well\./);
    assert.match(opened(octets, dan), /All is well\./);
  });

  journey("what was used is stored: the next message needs no directory", async (session) => {
    const before = asked(CAROL.address);
    await write(session, CAROL.address, DAN.address);
    await keyIs(session, "shown");
    await infoShows(session, ({ recipients }) =>
      recipients.length === 2 && recipients.every(([, , details]) => /Stored on this computer/.test(details)));
    await session.compose.closeInfo();
    assert.equal(asked(CAROL.address), before);
    await session.compose.discard();
  });

  journey("who is not in the directory can be looked up again, and only then", async (session) => {
    const { compose } = session;
    await write(session, ERIN);
    await keyIs(session, "struck-out");
    await infoShows(session, ({ recipients }) => recipients.length === 1);
    await waitUntil("the reason", async () =>
      (await compose.info())?.recipients[0]?.[2].includes(`directory on 127.0.0.1 has no certificate for ${ERIN}`));
    await waitUntil("the end of the search", async () => (await lookup(session)).progress === "");
    assert.deepEqual((await lookup(session)).buttons, ["Look Up in the Directory"]);
    await session.screenshot("compose-directory-not-found", "signet:compose-security");
    const before = asked(ERIN);
    await press(session, "button.look-up");
    await waitUntil("another search", () => asked(ERIN) > before);
    await compose.closeInfo();
    await compose.discard();
  });

  journey("what is in an address has no meaning in the search", async (session) => {
    await write(session, `c*@${DOMAIN}`);
    await keyIs(session, "struck-out");
    await waitUntil("the search", () => asked(`c\\2A@${DOMAIN}`) > 0);
    await session.compose.discard();
  });

  journey("a directory that does not answer holds nobody up", async (session) => {
    const { compose, smtp } = session;
    await useDirectory(session, `ldap://127.0.0.1:${silent.port}/dc=x??sub?(objectclass=*)`);
    await write(session, `frank@${DOMAIN}`);
    await keyIs(session, "struck-out"); // at once, while it is being asked
    await waitUntil("the question", () => silent.waiting > 0);
    await infoShows(session, ({ recipients }) => recipients.length === 1);
    await waitUntil("the progress", async () =>
      (await lookup(session)).progress.startsWith("Looking in the directory"));
    await session.screenshot("compose-directory-asking", "signet:compose-security");
    await press(session, "#cancel-lookup");
    await waitUntil("the end of the search", async () => (await lookup(session)).progress === "");
    await waitUntil("the connection to be gone", () => silent.waiting === 0);
    await press(session, "button.look-up");
    await waitUntil("the question", () => silent.waiting > 0);
    await compose.closeInfo();
    // Sending waits for it, says so, and can be told not to.
    await compose.send();
    await waitUntil("the bar", async () =>
      (await compose.view()).bars.some((bar) => bar.startsWith("Looking in the directory")));
    await session.screenshot("compose-directory-sending", "msgcompose");
    const dialog = await waitUntil("the window that says that it was not sent", () => compose.stopDialog());
    assert.match(dialog.text, /no certificate/);
    assert.equal((await compose.view()).bars.filter((bar) => bar.startsWith("Looking")).length, 0);
    await compose.answerStopDialog("back");
    await waitUntil("the message to be there to write on", () => compose.canSend());
    assert.equal(smtp.messages.length, 1);
    await compose.discard();
  });

  journey("TLS is the host's: a server that nobody vouches for is asked nothing", async (session) => {
    const { compose, thunderbird } = session;
    await useDirectory(session, `${directory.tlsUrl}??sub?(objectclass=*)`);
    const reason = (/** @type {string} */ words) =>
      waitUntil(words, async () => (await compose.info())?.recipients[0]?.[2].includes(words));
    const before = asked(ERIN);
    await write(session, ERIN);
    await infoShows(session, () => true);
    await reason("No secure connection to the server localhost");
    await compose.closeInfo();
    await compose.discard();
    assert.equal(asked(ERIN), before);
    await thunderbird.run((pem) => {
      const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
      database.addCertFromBase64(pem.replace(/-----.*?-----|\s/g, ""), "CT,,");
    }, readFileSync(tls.authority, "utf8"));
    await write(session, ERIN);
    await infoShows(session, () => true);
    await reason(`The directory on localhost has no certificate for ${ERIN}`);
    assert.ok(asked(ERIN) > before);
    await compose.closeInfo();
    await compose.discard();
  }, /SecurityCertificate/); // so the host reports it

  journey("a login that the host has saved is used, and nobody is asked for one", async (session) => {
    const { compose, thunderbird } = session;
    const uri = `${closed.url}??sub?(objectclass=*)`;
    await useDirectory(session, uri, ADMINISTRATOR);
    await write(session, ERIN);
    await infoShows(session, () => true);
    await waitUntil("the reason", async () =>
      /answers only to those who log in/.test((await compose.info())?.recipients[0]?.[2] ?? ""));
    await compose.closeInfo();
    await compose.discard();
    await thunderbird.run(async (address, login, password) => {
      const url = Services.io.newURI(address);
      const info = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
      info.init(url.prePath, null, url.spec, login, password, "", "");
      await Services.logins.addLoginAsync(info);
    }, uri, ADMINISTRATOR, ADMINISTRATOR_PASSWORD);
    await write(session, ERIN);
    await infoShows(session, () => true);
    await waitUntil("the reason", async () =>
      (await compose.info())?.recipients[0]?.[2].includes(`has no certificate for ${ERIN}`));
    await compose.closeInfo();
    await compose.discard();
  });
});
