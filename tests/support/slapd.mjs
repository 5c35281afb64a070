// OpenLDAP's server (slapd) with a database of its own, on a free port of 127.0.0.1, for as long as a
// test wants it.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import path from "node:path";
import { freePort } from "./ports.mjs";

export const SUFFIX = "dc=clinic,dc=example";
export const ADMINISTRATOR = `cn=admin,${SUFFIX}`;
export const ADMINISTRATOR_PASSWORD = "scalpel";

/**
 * @typedef {object} Entry A person.
 * @property {string} name
 * @property {string[]} addresses
 * @property {Buffer[]} [certificates] DER: userCertificate.
 * @property {Buffer[]} [smime] SignedData: userSMIMECertificate.
 * @property {string} [smimeFile] A file with one such value.
 * @property {string} [password]
 */

/** @param {Entry} entry @returns {string} LDIF (RFC 2849). */
function ldif({ name, addresses, certificates = [], smime = [], smimeFile, password }) {
  const base64 = (/** @type {string | Buffer} */ value) => Buffer.from(value).toString("base64");
  return [
    `dn:: ${base64(`cn=${name},ou=people,${SUFFIX}`)}`,
    "objectClass: inetOrgPerson",
    `cn:: ${base64(name)}`,
    `sn:: ${base64(name)}`,
    ...addresses.map((address) => `mail:: ${base64(address)}`),
    ...certificates.map((der) => `userCertificate;binary:: ${base64(der)}`),
    ...smime.map((value) => `userSMIMECertificate:: ${base64(value)}`),
    ...(smimeFile ? [`userSMIMECertificate:< file://${smimeFile}`] : []),
    ...(password ? [`userPassword: ${password}`] : []),
    "", "",
  ].join("\n");
}

export class Slapd {
  #child;

  /** @param {import("node:child_process").ChildProcess} child @param {number} port @param {number} tlsPort */
  constructor(child, port, tlsPort) {
    this.#child = child;
    this.port = port;
    /** ldap:// of the people. */
    this.url = `ldap://127.0.0.1:${port}/ou=people,${SUFFIX}`;
    /** ldaps://, if it has a certificate. */
    this.tlsUrl = `ldaps://localhost:${tlsPort}/ou=people,${SUFFIX}`;
  }

  /**
   * @param {string} folder Empty or absent; made.
   * @param {Entry[]} entries
   * @param {{tls?: {key: string, certificate: string}, login?: boolean, lines?: string,
   *     more?: string}} [options] `login`: only those who log in are answered. `lines`: of the
   *     configuration, for the database. `more`: LDIF of further entries.
   */
  static async start(folder, entries, { tls, login = false, lines = "", more = "" } = {}) {
    mkdirSync(path.join(folder, "database"), { recursive: true });
    const at = (/** @type {string} */ name) => path.join(folder, name);
    // From here: on some systems a profile confines the installed one to the folders of the system's own.
    copyFileSync("/usr/sbin/slapd", at("slapd"));
    const schemas = ["core", "cosine", "inetorgperson"];
    writeFileSync(
      at("slapd.conf"),
      [
        ...schemas.map((schema) => `include /etc/ldap/schema/${schema}.schema`),
        `pidfile ${at("slapd.pid")}`,
        "modulepath /usr/lib/ldap",
        "moduleload back_mdb",
        ...(tls
          ? [`TLSCertificateFile ${tls.certificate}`, `TLSCertificateKeyFile ${tls.key}`]
          : []),
        ...(login ? ["require authc"] : []),
        "database mdb",
        "maxsize 1073741824",
        `suffix "${SUFFIX}"`,
        `rootdn "${ADMINISTRATOR}"`,
        `rootpw ${ADMINISTRATOR_PASSWORD}`,
        `directory ${at("database")}`,
        "index mail eq",
        lines,
        "",
      ].join("\n"),
    );
    const top =
      `dn: ${SUFFIX}\nobjectClass: dcObject\nobjectClass: organization\no: Clinic\ndc: clinic\n\n` +
      `dn: ou=people,${SUFFIX}\nobjectClass: organizationalUnit\nou: people\n\n`;
    writeFileSync(at("entries.ldif"), top + entries.map(ldif).join("") + more);
    const added = spawnSync(
      at("slapd"), ["-T", "add", "-q", "-f", at("slapd.conf"), "-l", at("entries.ldif")],
      { encoding: "utf8" },
    );
    if (added.status !== 0) {
      throw new Error(`slapd does not take the entries: ${added.stderr}`);
    }
    const port = await freePort();
    const tlsPort = tls ? await freePort() : 0;
    const urls = [`ldap://127.0.0.1:${port}/`, ...(tls ? [`ldaps://127.0.0.1:${tlsPort}/`] : [])];
    const log = openSync(at("slapd.log"), "a");
    const child = spawn(
      at("slapd"), ["-f", at("slapd.conf"), "-h", urls.join(" "), "-d", "stats"],
      { stdio: ["ignore", log, log] },
    );
    process.once("exit", () => child.kill());
    const server = new Slapd(child, port, tlsPort);
    try {
      await server.#answers();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Waits until it takes connections. */
  async #answers() {
    for (;;) {
      if (this.#child.exitCode !== null) {
        throw new Error(`slapd ended with ${this.#child.exitCode}`);
      }
      const taken = await new Promise((resolve) => {
        const socket = connect(this.port, "127.0.0.1");
        socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
        socket.once("connect", () => socket.destroy());
      });
      if (taken) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop() {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill();
      await once(this.#child, "exit");
    }
  }
}

/** A server that takes connections and never answers. */
export async function startSilentServer() {
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.resume();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port,
    /** How many wait for an answer. */
    get waiting() {
      return sockets.size;
    },
    stop: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
