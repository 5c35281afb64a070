// An authority that OpenSSL runs (`openssl ca`): certificates of long validity, revocation, CRLs, OCSP
// responders, and a web server with the faults that servers have.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";

import { Workbench, signet } from "./support.mjs";

/** The environment without proxies: loopback servers are asked directly. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)),
);

export class Pki extends Workbench {
  constructor() {
    super();
    // Answers are stored with the files of the test.
    process.env.XDG_CACHE_HOME = environment.XDG_CACHE_HOME = this.at("cache");
  }

  /**
   * Makes an authority: <name>.pem, <name>.key and its database.
   *
   * @param {string} name
   * @param {string} [issuer] another authority; a root without it
   * @param {string} [more] further lines of extensions
   */
  authority(name, issuer, more = "") {
    this.write(
      `${name}.cnf`,
      `[ca]\ndefault_ca=d\n[d]\ndatabase=${name}.index\nnew_certs_dir=.\nrand_serial=yes\n` +
        `default_md=sha256\npolicy=p\nunique_subject=no\ncrlnumber=${name}.crlnumber\n` +
        "default_crl_days=7\n[p]\ncommonName=supplied\n",
    );
    this.write(`${name}.index`, "");
    this.write(`${name}.crlnumber`, "01\n");
    const extensions =
      "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign,digitalSignature\n" +
      `subjectKeyIdentifier=hash\n${more}`;
    this.issue(name, issuer ?? name, extensions, { selfSigned: issuer === undefined });
  }

  /**
   * Issues a certificate: <name>.pem and <name>.key.
   *
   * @param {string} name
   * @param {string} issuer
   * @param {string} extensions
   * @param {{ selfSigned?: boolean, start?: string, end?: string }} [options]
   */
  issue(name, issuer, extensions, { selfSigned = false, start = "20250101000000Z", end = "20990101000000Z" } = {}) {
    if (!existsSync(this.at(`${name}.key`))) {
      this.openssl(
        ..."req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout".split(" "),
        `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`,
      );
    }
    this.write(`${name}.ext`, extensions);
    this.openssl(
      "ca", "-batch", "-notext", "-config", `${issuer}.cnf`, "-in", `${name}.csr`,
      "-out", `${name}.pem`, "-startdate", start, "-enddate", end,
      "-extfile", `${name}.ext`, "-keyfile", `${issuer}.key`,
      ...(selfSigned ? ["-selfsign"] : ["-cert", `${issuer}.pem`]),
    );
  }

  /**
   * A person for e-mail.
   *
   * @param {string} name
   * @param {string} issuer
   * @param {string} [more] further lines of extensions
   */
  person(name, issuer, more = "") {
    this.issue(
      name, issuer,
      `subjectAltName=email:${name}@example.com\nextendedKeyUsage=emailProtection\n` +
        `keyUsage=critical,digitalSignature\n${more}`,
    );
  }

  /**
   * @param {string} name
   * @param {string} issuer
   */
  revoke(name, issuer) {
    this.openssl(
      "ca", "-config", `${issuer}.cnf`, "-keyfile", `${issuer}.key`, "-cert", `${issuer}.pem`,
      "-revoke", `${name}.pem`, "-crl_reason", "keyCompromise",
    );
  }

  /**
   * The authority's CRL in DER.
   *
   * @param {string} issuer
   * @param {string} file
   */
  crl(issuer, file) {
    this.openssl(
      "ca", "-config", `${issuer}.cnf`, "-keyfile", `${issuer}.key`, "-cert", `${issuer}.pem`,
      "-gencrl", "-out", `${file}.tmp`,
    );
    this.openssl("crl", "-in", `${file}.tmp`, "-outform", "DER", "-out", file);
  }

  /**
   * The answer of OpenSSL about one certificate, as a file; the answer needs no server.
   *
   * @param {string} name
   * @param {string} issuer
   * @param {string} file
   * @param {string} [signer] who signs it; by default the issuer
   */
  ocsp(name, issuer, file, signer = issuer) {
    this.openssl(
      "ocsp", "-issuer", `${issuer}.pem`, "-cert", `${name}.pem`, "-no_nonce", "-reqout", `${file}.req`,
    );
    this.openssl(
      "ocsp", "-index", `${issuer}.index`, "-CA", `${issuer}.pem`, "-reqin", `${file}.req`,
      "-rsigner", `${signer}.pem`, "-rkey", `${signer}.key`, "-ndays", "1", "-respout", file,
    );
  }

  /** @param {string} name DER of a certificate @returns {Buffer} */
  der(name) {
    this.openssl("x509", "-in", `${name}.pem`, "-outform", "DER", "-out", `${name}.der`);
    return readFileSync(this.at(`${name}.der`));
  }

  /**
   * Runs `openssl ocsp` as a server, until the test ends it.
   *
   * @param {string} issuer
   * @param {string} [signer]
   */
  async responder(issuer, signer = issuer) {
    const child = spawn(
      "openssl",
      [
        "ocsp", "-port", "0", "-index", `${issuer}.index`, "-CA", `${issuer}.pem`,
        "-rsigner", `${signer}.pem`, "-rkey", `${signer}.key`, "-ndays", "1",
      ],
      { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => (said += data));
    }
    /** @type {string | undefined} */
    let port;
    while (port === undefined) {
      await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), once(child, "exit")]);
      port = /ACCEPT \S*:(\d+)/.exec(said)?.[1];
      if (child.exitCode !== null) {
        throw new Error(`openssl ocsp ended: ${said}`);
      }
    }
    return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
  }

  /**
   * Makes a responder look at its index again: `openssl ocsp` does so after a request, for the next.
   *
   * @param {{ url: string }} responder
   * @param {string} issuer
   */
  async refresh(responder, issuer) {
    const child = spawn(
      "openssl",
      ["ocsp", "-issuer", `${issuer}.pem`, "-cert", `${issuer}.pem`, "-noverify", "-url", responder.url],
      { cwd: this.folder, stdio: "ignore", env: environment },
    );
    await once(child, "close");
  }

  /**
   * Runs signet without blocking this process, which may be the server that it asks.
   *
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} [more]
   */
  async ask(args, more = {}) {
    const child = spawn(signet, args, {
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...environment, ...more },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => (stdout += data));
    child.stderr.on("data", (data) => (stderr += data));
    const [status] = await once(child, "close");
    return { status, stdout, stderr };
  }

  /** @param {string} file @param {string} text */
  append(file, text) {
    appendFileSync(this.at(file), text);
  }
}

/**
 * A web server on loopback: what each path answers is set by the test.
 */
export class Web {
  constructor() {
    /** @type {Map<string, (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void>} */
    this.pages = new Map();
    /** @type {string[]} */
    this.asked = [];
    this.server = createServer((request, response) => {
      const page = request.url ?? "";
      this.asked.push(`${request.method} ${page}`);
      const answer = this.pages.get(page);
      if (answer) {
        answer(request, response);
      } else {
        response.writeHead(404).end("There is nothing here.");
      }
    });
  }

  async start() {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    const address = /** @type {import("node:net").AddressInfo} */ (this.server.address());
    this.url = `http://127.0.0.1:${address.port}`;
    return this;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /**
   * A page that answers with these octets.
   *
   * @param {string} page
   * @param {Buffer | string} octets
   * @param {string} [type]
   */
  serve(page, octets, type = "application/octet-stream") {
    this.pages.set(page, (_request, response) => {
      response.writeHead(200, { "Content-Type": type }).end(octets);
    });
  }
}
