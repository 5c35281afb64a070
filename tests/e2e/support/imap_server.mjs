// Dovecot as one person's IMAP and, where it is wanted, POP3 server: its own configuration, folder and port on 127.0.0.1. It runs
// as an ordinary account, because Dovecot refuses to serve mail to root: as this one, or as
// `nobody` when this one is root.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync, chownSync, utimesSync, readdirSync, existsSync } from "node:fs";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { userInfo } from "node:os";
import path from "node:path";
import { freePort } from "../../support/ports.mjs";
import { waitUntil } from "./processes.mjs";

export const IMAP_PASSWORD = "imap-password";

/** @param {string} option @param {string} name */
function idOf(option, name) {
  return Number(spawnSync("id", [option, name], { encoding: "utf8" }).stdout);
}

/** The account that Dovecot runs as. */
function account() {
  if (process.getuid?.() !== 0) {
    const { username, uid, gid } = userInfo();
    const group = spawnSync("id", ["-gn"], { encoding: "utf8" }).stdout.trim();
    return { user: username, group, uid, gid, prefix: [] };
  }
  const user = "nobody";
  const uid = idOf("-u", user);
  const gid = idOf("-g", user);
  const group = spawnSync("id", ["-gn", user], { encoding: "utf8" }).stdout.trim();
  const prefix = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--"];
  return { user, group, uid, gid, prefix };
}

/** @param {number} port Zero: no POP3. */
function pop3Configuration(port) {
  return port === 0
    ? ""
    : `
service pop3-login {
  chroot =
  inet_listener pop3 {
    port = ${port}
  }
  inet_listener pop3s {
    port = 0
  }
}
`;
}

/** @param {string} folder @param {number} port @param {number} pop3Port @param {ReturnType<typeof account>} as */
function configuration(folder, port, pop3Port, as) {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap${pop3Port ? " pop3" : ""}
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail/%u
first_valid_uid = ${as.uid}
first_valid_gid = ${as.gid}
mail_home = ${folder}/home/%u
default_internal_user = ${as.user}
default_internal_group = ${as.group}
default_login_user = ${as.user}
# chroot() needs root.
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${pop3Configuration(pop3Port)}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
passdb {
  driver = static
  args = password=${IMAP_PASSWORD}
}
userdb {
  driver = static
  args = uid=${as.user} gid=${as.group} home=${folder}/home/%u
}
`;
}

/** A running IMAP server. Every user name exists; the password is IMAP_PASSWORD. */
export class ImapServer {
  #folder;
  #as;
  #delivered = 0;

  /** @param {string} folder @param {number} port @param {number} pop3Port @param {ReturnType<typeof account>} as */
  constructor(folder, port, pop3Port, as) {
    this.#folder = folder;
    this.#as = as;
    this.port = port;
    /** Zero: it speaks no POP3. */
    this.pop3Port = pop3Port;
  }

  /** @param {import("./processes.mjs").Processes} processes @param {{pop3?: boolean}} [options] */
  static async start(processes, { pop3 = false } = {}) {
    const as = account();
    const folder = path.join(processes.folder, "imap");
    for (const name of ["", "run", "mail", "home"]) {
      mkdirSync(path.join(folder, name), { recursive: true });
      chownSync(path.join(folder, name), as.uid, as.gid);
    }
    // Another program may take the free port before Dovecot does: then try the next one.
    for (let tries = 1; ; ++tries) {
      const port = await freePort();
      const pop3Port = pop3 ? await freePort() : 0;
      const file = path.join(folder, `dovecot-${tries}.conf`);
      writeFileSync(file, configuration(folder, port, pop3Port, as));
      const [command, ...parameters] = [...as.prefix, "/usr/sbin/dovecot", "-F", "-c", file];
      const program = processes.start(`dovecot-${tries}`, command, parameters);
      await waitUntil("the IMAP server's greeting", async () =>
        !program.running() || (await greets(port)));
      if (program.running()) {
        return new ImapServer(folder, port, pop3Port, as);
      }
      if (tries === 3) {
        const log = path.join(folder, "dovecot.log");
        const said = [program.log, log].map((name) => existsSync(name) && readFileSync(name, "utf8"));
        throw new Error(`Dovecot: ${await program.ended}\n${said.join("\n")}`);
      }
    }
  }

  /** @param {string} user @param {string} mailbox */
  #maildir(user, mailbox) {
    const name = mailbox === "INBOX" ? "" : `.${mailbox}`;
    return path.join(this.#folder, "mail", user, name);
  }

  /**
   * Puts a message into a mailbox, octet for octet.
   * @param {string} user
   * @param {Buffer} message
   * @param {{mailbox?: string, seen?: boolean, received?: Date}} [options]
   */
  deliver(user, message, { mailbox = "INBOX", seen = false, received = new Date() } = {}) {
    const maildir = this.#maildir(user, mailbox);
    for (const name of ["", "cur", "new", "tmp"]) {
      const folder = path.join(maildir, name);
      if (mkdirSync(folder, { recursive: true })) {
        chownSync(folder, this.#as.uid, this.#as.gid);
      }
    }
    const number = String(++this.#delivered).padStart(4, "0");
    const file = path.join(maildir, "cur", `${Date.now()}.M${number}.signet:2,${seen ? "S" : ""}`);
    writeFileSync(file, message);
    chownSync(file, this.#as.uid, this.#as.gid);
    utimesSync(file, received, received);
  }

  /** The messages of a mailbox as stored, oldest first. @param {string} user @param {string} mailbox */
  messages(user, mailbox) {
    const found = [];
    for (const name of ["cur", "new"]) {
      const folder = path.join(this.#maildir(user, mailbox), name);
      for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
        found.push(readFileSync(path.join(folder, file)));
      }
    }
    return found;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(2000, () => socket.destroy());
    socket.once("data", (data) => {
      resolve(data.toString().startsWith("* OK"));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
