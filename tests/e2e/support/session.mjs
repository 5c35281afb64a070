// One test session: a display, an IMAP server, an SMTP sink and Thunderbird, all fresh, all ended
// whatever happens. This is the one place that starts them.
//
// In a program:
//
//   import { startSession } from "./support/session.mjs";
//   const session = await startSession({ xpi: "build/release/signet-0.1.0.xpi", messages });
//   try {
//     await session.thunderbird.run(() => document.title);   // runs inside, with chrome rights
//     await session.mail.select("The contract");             // a message of the inbox, by subject
//     await session.screenshot("contract");                  // build/e2e/contract.png
//   } finally {
//     await session.close();
//   }
//
// By hand, for development (stays until Ctrl+C or until Thunderbird is closed; prints the
// Marionette port file, the folder and the console's errors from our files as they come):
//
//   node tests/e2e/support/session.mjs [--xpi FILE] [--messages FOLDER] [--anchor FILE]...
//        [--display] [--run SCRIPT.mjs]
//
//   --messages  Delivers each *.eml of the folder to the inbox.
//   --anchor    A certificate authority trusted for e-mail.
//   --display   Uses the display of $DISPLAY in place of a hidden one.
//   --run       Imports the module, calls its default export with the session, and ends.

import { readdirSync, readFileSync, copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Compose } from "./compose.mjs";
import { startDisplay } from "./display.mjs";
import { ImapServer } from "./imap_server.mjs";
import { Mail } from "./mail.mjs";
import { Processes, pause } from "./processes.mjs";
import { withPolicies, writePolicies } from "./policies.mjs";
import { makeProfile, putAddon } from "./profile.mjs";
import { Signet } from "./signet.mjs";
import { SmtpSink } from "./smtp_sink.mjs";
import { Thunderbird } from "./thunderbird.mjs";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** Where pictures and logs go: SIGNET_E2E_OUTPUT, or build/e2e. */
export const OUTPUT = process.env.SIGNET_E2E_OUTPUT ?? path.join(PROJECT, "build", "e2e");

/** @type {import("./profile.mjs").Person} */
export const BOB = { name: "Bob Lindqvist", address: "bob@example.org", user: "bob" };

/**
 * @typedef {object} SessionOptions
 * @property {string} [xpi] Is in the profile before the first start, as an administrator puts it there;
 *     Thunderbird.install does what a person does.
 * @property {import("./profile.mjs").Person} [person] Whose account it is; Bob by default.
 * @property {Buffer[]} [messages] For the inbox, oldest first, as received.
 * @property {string[]} [anchors] Files of certificate authorities trusted for e-mail.
 * @property {import("./profile.mjs").KeyFile | import("./profile.mjs").KeyFile[]} [key] The person's
 *     own keys.
 * @property {string[]} [certificates] Files of other people's certificates.
 * @property {string} [certificateDatabase] A folder with the files of an NSS database to begin with.
 * @property {Record<string, string>} [files] Names in the profile, and the files that are copied there.
 * @property {import("./profile.mjs").Preferences} [preferences]
 * @property {string} [temporaryFolder] Where the program puts temporary files; made if absent. By
 *     default one of the session's own.
 * @property {string} [program] In place of the Thunderbird that is installed.
 * @property {Record<string, string>} [environment] Further variables for it.
 * @property {object} [policies] What an administrator writes to policies.json; see policies.mjs.
 * @property {boolean} [pop3] The account is one of POP3, and fetches nothing by itself.
 * @property {string} [display] A display that is there; without it a hidden one is started.
 */

/** @param {Processes} processes */
const programFolder = ({ folder }) => path.join(folder, "program");

export class Session {
  /**
   * @param {object} parts
   * @param {Processes} parts.processes
   * @param {ImapServer} parts.imap
   * @param {SmtpSink} parts.smtp
   * @param {Thunderbird} parts.thunderbird
   * @param {import("./profile.mjs").Person} parts.person
   */
  constructor({ processes, imap, smtp, thunderbird, person }) {
    this.processes = processes;
    this.imap = imap;
    this.smtp = smtp;
    this.thunderbird = thunderbird;
    this.person = person;
    this.mail = new Mail(thunderbird);
    this.compose = new Compose(thunderbird);
    this.signet = new Signet(thunderbird);
    /** The id of the installed add-on; empty without one. */
    this.addonId = "";
  }

  /**
   * What an administrator writes to policies.json, in a session that was started with some; it holds from the
   * next start on.
   * @param {object} policies
   */
  setPolicies(policies) {
    writePolicies(programFolder(this.processes), policies);
  }

  /**
   * Does something while the system's theme is dark.
   * @param {() => Promise<unknown>} walk
   */
  async inTheDark(walk) {
    await this.thunderbird.run(() => Services.prefs.setIntPref("ui.systemUsesDarkTheme", 1));
    try {
      await walk();
    } finally {
      await this.thunderbird.run(() => Services.prefs.clearUserPref("ui.systemUsesDarkTheme"));
    }
  }

  /**
   * Does something while the system has a theme of high contrast, with colours that nobody else has: yellow on
   * black. The host tells its own windows so by (prefers-contrast), and web pages by (forced-colors).
   * @param {() => Promise<unknown>} walk
   */
  async inHighContrast(walk) {
    const colours = {
      window: "#000000", windowtext: "#ffff00", buttonface: "#000000", buttontext: "#ffff00",
      field: "#000000", fieldtext: "#ffff00", graytext: "#c0c000", selecteditem: "#ffff00", selecteditemtext: "#000000",
    };
    await this.thunderbird.run((wanted) => {
      Services.prefs.setIntPref("ui.useAccessibilityTheme", 1);
      Object.entries(wanted).forEach(([name, value]) => Services.prefs.setStringPref(`ui.${name}`, value));
    }, colours);
    try {
      await walk();
    } finally {
      await this.thunderbird.run((wanted) => {
        Services.prefs.clearUserPref("ui.useAccessibilityTheme");
        Object.keys(wanted).forEach((name) => Services.prefs.clearUserPref(`ui.${name}`));
      }, colours);
    }
  }

  /**
   * Writes OUTPUT/NAME.png.
   * @param {string} name
   * @param {string} [windowType] See Thunderbird.screenshot.
   */
  async screenshot(name, windowType) {
    const file = path.join(OUTPUT, `${name}.png`);
    await this.thunderbird.screenshot(file, windowType);
    return file;
  }

  /** Keeps what tells why a test failed: pictures and logs, as OUTPUT/NAME.*. @param {string} name */
  async keepEvidence(name) {
    await this.screenshot(name).catch(() => {});
    for (const type of ["msgcompose", "signet:message-security"]) {
      const open = await this.thunderbird
        .run((wanted) => !!Services.wm.getMostRecentWindow(wanted), type)
        .catch(() => false);
      if (open) {
        await this.screenshot(`${name}-${type.replace(/\W/g, "-")}`, type).catch(() => {});
      }
    }
    keepLogs(this.processes.folder, name);
  }

  /** Ends everything and removes the session's folder. */
  async close() {
    try {
      await this.thunderbird.quit();
    } finally {
      await this.smtp.close();
      await this.processes.close();
    }
  }
}

/** Copies the logs of a session to OUTPUT/NAME-*. @param {string} folder @param {string} name */
function keepLogs(folder, name) {
  mkdirSync(OUTPUT, { recursive: true });
  const files = readdirSync(folder).filter((file) => /\.(log|jsonl)$/.test(file));
  for (const file of [...files, "imap/dovecot.log"]) {
    const source = path.join(folder, file);
    if (existsSync(source)) {
      copyFileSync(source, path.join(OUTPUT, `${name}-${path.basename(file)}`));
    }
  }
}

/**
 * @param {SessionOptions} [options]
 * @returns {Promise<Session>}
 */
export async function startSession({
  xpi,
  person = BOB,
  messages = [],
  anchors = [],
  key,
  certificates,
  certificateDatabase,
  files,
  preferences = {},
  temporaryFolder,
  program: given,
  environment = {},
  policies,
  pop3 = false,
  display,
} = {}) {
  const processes = new Processes();
  const smtp = await SmtpSink.start();
  try {
    const [imap, DISPLAY] = await Promise.all([
      ImapServer.start(processes, { pop3 }),
      display ?? startDisplay(processes),
    ]);
    messages.forEach((message) => imap.deliver(person.user, message));
    const profile = path.join(processes.folder, "profile");
    makeProfile(profile, {
      person,
      imapPort: imap.port,
      pop3Port: imap.pop3Port,
      smtpPort: smtp.port,
      anchors,
      key,
      certificates,
      certificateDatabase,
      files,
      preferences,
    });
    const addonId = xpi ? putAddon(profile, xpi) : "";
    // Of its own: in one that they share, one Thunderbird may remove what another is about to send.
    const TMPDIR = temporaryFolder ?? path.join(processes.folder, "tmp");
    mkdirSync(TMPDIR, { recursive: true });
    const program = policies ? withPolicies(programFolder(processes), policies) : given;
    const thunderbird = new Thunderbird(processes, profile, { DISPLAY, TMPDIR, ...environment }, program);
    const session = new Session({ processes, imap, smtp, thunderbird, person });
    // Without the network until the password is there: the main window opens the inbox by itself, and a
    // prompt for the password would stand in everything's way.
    await thunderbird.start({ offline: true });
    await thunderbird.storePassword();
    await thunderbird.goOnline();
    if (addonId) {
      session.addonId = addonId;
      await thunderbird.noteAddon(addonId);
    }
    return session;
  } catch (error) {
    keepLogs(processes.folder, "start");
    await processes.close();
    await smtp.close();
    throw error;
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      xpi: { type: "string" },
      messages: { type: "string" },
      anchor: { type: "string", multiple: true },
      display: { type: "boolean" },
      run: { type: "string" },
    },
  });
  const folder = values.messages;
  const messages = folder
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".eml"))
        .sort()
        .map((name) => readFileSync(path.join(folder, name)))
    : [];
  const session = await startSession({
    xpi: values.xpi,
    messages,
    anchors: values.anchor,
    display: values.display ? process.env.DISPLAY : undefined,
  });
  let shown = 0;
  const showErrors = () => {
    const errors = session.thunderbird.ourErrors();
    errors.slice(shown).forEach(({ text, source }) => console.error(`console: ${text}\n  ${source}`));
    shown = errors.length;
  };
  try {
    await session.mail.openInbox(messages.length);
    if (values.run) {
      const module = await import(pathToFileURL(path.resolve(values.run)).href);
      await module.default(session);
      return;
    }
    console.log(`Folder: ${session.processes.folder}`);
    console.log("Ctrl+C ends the session.");
    let stop = false;
    process.once("SIGINT", () => {
      stop = true;
    });
    session.thunderbird.ended.then(() => {
      stop = true;
    });
    while (!stop) {
      showErrors();
      await pause(300);
    }
  } finally {
    showErrors();
    await session.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
