// A fresh Thunderbird profile: one person's account on the session's own servers, the trusted
// certificate authorities, and nothing that opens a window or asks the network by itself.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Person
 * @property {string} name For example "Bob Meier".
 * @property {string} address
 * @property {string} user The name at the IMAP server.
 */

/** @typedef {Record<string, string | number | boolean>} Preferences */
/** @typedef {{file: string, password: string}} KeyFile A PKCS#12 file. */

/** @type {Preferences} */
const QUIET = {
  "app.donation.eoy.version.viewed": 999,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "calendar.timezone.useSystemTimezone": true,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  // Signet's window of the first start is looked at by its own journey.
  "extensions.signet.setUpDone": true,
  // An add-on that lies in the profile is not asked about.
  "extensions.autoDisableScopes": 0,
  "mail.biff.show_alert": false,
  "mail.chat.enabled": false,
  "mail.inappnotifications.enabled": false,
  "mail.openpgp.enable": true,
  "mail.provider.suppress_dialog_on_startup": true,
  "mail.rights.version": 1,
  "mail.shell.checkDefaultClient": false,
  "mail.spam.manualMark": false,
  "mail.spellcheck.inline": false,
  "mail.spotlight.firstRunDone": true,
  "mail.warn_on_send_accel_key": false,
  "mailnews.start_page.enabled": false,
  "mailnews.start_page_override.mstone": "ignore",
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  // The servers of tests listen on 127.0.0.1. Where "localhost" has a second address, what went wrong at the
  // first one is forgotten over the refusal of the second.
  "network.dns.disableIPv6": true,
  "network.dns.disablePrefetch": true,
  "security.OCSP.enabled": 0,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "data:,",
  // Marionette: a free port, written to the file MarionetteActivePort in the profile.
  "marionette.port": 0,
  "remote.log.level": "Error",
};

/** In place of IMAP. @param {number} pop3Port @returns {Preferences} */
function pop3Preferences(pop3Port) {
  return {
    "mail.server.server1.type": "pop3",
    "mail.server.server1.port": pop3Port,
    "mail.server.server1.leave_on_server": true,
    "mail.server.server1.directory-rel": "[ProfD]Mail/127.0.0.1",
    "mail.identity.id1.fcc": false,
  };
}

/** @param {Person} person @param {number} imapPort @param {number} smtpPort @returns {Preferences} */
function accountPreferences(person, imapPort, smtpPort) {
  const root = `imap://${encodeURIComponent(person.user)}@127.0.0.1`;
  return {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account1.identities": "id1",
    "mail.account.account1.server": "server1",
    "mail.account.account2.server": "server2",
    "mail.account.lastKey": 2,
    "mail.server.server1.type": "imap",
    "mail.server.server1.name": person.address,
    "mail.server.server1.hostname": "127.0.0.1",
    "mail.server.server1.port": imapPort,
    "mail.server.server1.userName": person.user,
    "mail.server.server1.authMethod": 3, // the password as it is
    "mail.server.server1.socketType": 0, // over plain TCP, on this machine
    "mail.server.server1.login_at_startup": false,
    "mail.server.server1.check_new_mail": false,
    "mail.server.server2.type": "none",
    "mail.server.server2.name": "Local Folders",
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.userName": "nobody",
    "mail.server.server2.directory-rel": "[ProfD]Mail/Local Folders",
    "mail.identity.id1.fullName": person.name,
    "mail.identity.id1.useremail": person.address,
    "mail.identity.id1.valid": true,
    "mail.identity.id1.smtpServer": "smtp1",
    "mail.identity.id1.fcc": true,
    "mail.identity.id1.fcc_folder": `${root}/Sent`,
    "mail.identity.id1.fcc_folder_picker_mode": "0",
    "mail.identity.id1.draft_folder": `${root}/Drafts`,
    "mail.identity.id1.drafts_folder_picker_mode": "0",
    "mail.smtpservers": "smtp1",
    "mail.smtp.defaultserver": "smtp1",
    "mail.smtpserver.smtp1.type": "smtp",
    "mail.smtpserver.smtp1.hostname": "127.0.0.1",
    "mail.smtpserver.smtp1.port": smtpPort,
    "mail.smtpserver.smtp1.authMethod": 1, // none
    "mail.smtpserver.smtp1.try_ssl": 0,
  };
}

/**
 * Makes the profile's folder.
 * @param {string} folder
 * @param {object} options
 * @param {Person} options.person
 * @param {number} options.imapPort
 * @param {number} [options.pop3Port] The account is one of POP3; without it or with zero, of IMAP.
 * @param {number} options.smtpPort
 * @param {string[]} [options.anchors] PEM or DER files of the authorities trusted for e-mail.
 * @param {KeyFile | KeyFile[]} [options.key] The person's own keys.
 * @param {string[]} [options.certificates] Files of other people's certificates that the profile has.
 * @param {string} [options.certificateDatabase] A folder with the files of an NSS database to begin with, without a
 *     password.
 * @param {Record<string, string>} [options.files] Further files: names in the profile, and what is copied there.
 * @param {Preferences} [options.preferences] In addition, and in place of those above.
 */
export function makeProfile(
  folder,
  { person, imapPort, pop3Port = 0, smtpPort, anchors = [], key = [], certificates = [], certificateDatabase, files = {}, preferences = {} },
) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const all = {
    ...QUIET,
    ...accountPreferences(person, imapPort, smtpPort),
    ...(pop3Port ? pop3Preferences(pop3Port) : {}),
    ...preferences,
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(path.join(folder, "user.js"), lines.join(""));
  Object.entries(files).forEach(([name, file]) => copyFileSync(file, path.join(folder, name)));
  const database = `sql:${folder}`;
  if (certificateDatabase) {
    readdirSync(certificateDatabase).forEach((name) =>
      copyFileSync(path.join(certificateDatabase, name), path.join(folder, name)));
  } else {
    execFileSync("certutil", ["-N", "-d", database, "--empty-password"]);
  }
  anchors.forEach((file, index) => {
    const name = `Trusted authority ${index + 1}`;
    execFileSync("certutil", ["-A", "-d", database, "-n", name, "-t", ",C,", "-i", file]);
  });
  certificates.forEach((file, index) => {
    const name = `Somebody ${index + 1}`;
    execFileSync("certutil", ["-A", "-d", database, "-n", name, "-t", ",,", "-i", file]);
  });
  for (const { file, password } of [key].flat()) {
    execFileSync("pk12util", ["-i", file, "-d", database, "-W", password, "-K", ""], {
      stdio: ["ignore", "ignore", "pipe"],
    });
  }
}

/**
 * Puts an add-on into a profile that has not been started yet.
 * @param {string} folder The profile's.
 * @param {string} xpi
 * @returns {string} The add-on's id.
 */
export function putAddon(folder, xpi) {
  const manifest = JSON.parse(execFileSync("unzip", ["-p", xpi, "manifest.json"], { encoding: "utf8" }));
  const { id } = manifest.browser_specific_settings.gecko;
  const extensions = path.join(folder, "extensions");
  mkdirSync(extensions, { recursive: true });
  copyFileSync(xpi, path.join(extensions, `${id}.xpi`));
  return id;
}
