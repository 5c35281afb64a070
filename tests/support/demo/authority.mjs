// The demonstration's certificate authorities and the certificates of its people, made by OpenSSL in
// the run, so that they fit the date of the run whenever that is.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const DAY = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Credential A key and its certificate, as PEM files.
 * @property {string} name
 * @property {string} key
 * @property {string} certificate
 * @property {string} issuers PEM file with the authorities below the root; empty without any.
 */

/**
 * @typedef {object} Wish What a certificate is to be.
 * @property {string} name The common name.
 * @property {string} address
 * @property {"rsa" | "ec"} [algorithm]
 * @property {number} [fromDay] Days from now at which it begins to be valid; -90 by default.
 * @property {number} [toDay] Days from now at which it ends; 640 by default.
 * @property {string} [extendedUsage] "emailProtection" by default.
 * @property {string} [usage] As OpenSSL writes it; by default what the key can do, for EC keys signing only.
 */

/** @param {string[]} parameters */
export function openssl(...parameters) {
  return execFileSync("openssl", parameters, { stdio: ["ignore", "pipe", "pipe"] });
}

/** @param {number} days From now; as `openssl ca` wants it. */
function inDays(days) {
  const text = new Date(Date.now() + days * DAY).toISOString();
  return `${text.replace(/[-:T]/g, "").slice(0, 14)}Z`;
}

/** @param {string} file @param {"rsa" | "ec"} algorithm */
function makeKey(file, algorithm) {
  const options =
    algorithm === "rsa"
      ? ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]
      : ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
  openssl("genpkey", ...options, "-out", file);
}

/** One authority: it signs certificates of people and of authorities below it. */
export class Authority {
  #folder;
  #config;
  #made = 0;

  /**
   * @param {string} folder Its files; made if absent.
   * @param {string} organization
   * @param {string} commonName
   * @param {Authority} [above] The authority that certifies it; without one it is a root.
   */
  constructor(folder, organization, commonName, above) {
    mkdirSync(path.join(folder, "issued"), { recursive: true });
    this.#folder = folder;
    this.organization = organization;
    this.key = path.join(folder, "authority.key");
    this.certificate = path.join(folder, "authority.pem");
    this.isRoot = !above;
    writeFileSync(path.join(folder, "index.txt"), "");
    this.#config = path.join(folder, "openssl.cnf");
    writeFileSync(
      this.#config,
      `[ca]
default_ca = authority
${section("authority", folder, "none")}${section("answering", folder, "copy")}[any]
organizationName = optional
commonName = supplied
`,
    );
    makeKey(this.key, "rsa");
    const usage = "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n";
    if (above) {
      above.#issue(this.key, this.certificate, [organization, commonName], usage, -400, 3000);
    } else {
      // A root certifies itself; `openssl ca` does that with -selfsign.
      this.#issue(this.key, this.certificate, [organization, commonName], usage, -800, 6000, true);
    }
  }

  /**
   * @param {string} key
   * @param {string} out
   * @param {[string, string]} subject Organization and common name.
   * @param {string} extensions
   * @param {number} fromDay
   * @param {number} toDay
   * @param {boolean} [selfSigned]
   */
  #issue(key, out, [organization, commonName], extensions, fromDay, toDay, selfSigned = false) {
    const stem = path.join(this.#folder, `request-${++this.#made}`);
    const subject = `/O=${organization}/CN=${commonName}`;
    openssl("req", "-new", "-utf8", "-key", key, "-subj", subject, "-out", `${stem}.csr`);
    const identifiers = "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n";
    writeFileSync(`${stem}.ext`, `${extensions}${identifiers}`);
    openssl(
      "ca", "-batch", "-notext", "-utf8", "-config", this.#config,
      ...(selfSigned ? ["-selfsign"] : ["-cert", this.certificate]),
      "-keyfile", this.key, "-in", `${stem}.csr`, "-out", out, "-extfile", `${stem}.ext`,
      "-startdate", inDays(fromDay), "-enddate", inDays(toDay),
    );
  }

  /**
   * Answers a request as it was made: with the name and the extensions that it asks for.
   * @param {string} request
   * @param {string} out
   */
  answer(request, out) {
    openssl(
      "ca", "-batch", "-notext", "-utf8", "-config", this.#config, "-name", "answering",
      "-cert", this.certificate, "-keyfile", this.key, "-in", request, "-out", out, "-days", "300",
    );
  }

  /**
   * Certifies a person. Key and certificate lie in the authority's folder as FILE.key, FILE.pem.
   * @param {string} file
   * @param {Wish} wish
   * @returns {Credential}
   */
  certify(file, { name, address, algorithm = "rsa", fromDay = -90, toDay = 640,
    extendedUsage = "emailProtection", usage }) {
    const key = path.join(this.#folder, `${file}.key`);
    const certificate = path.join(this.#folder, `${file}.pem`);
    makeKey(key, algorithm);
    const usual = algorithm === "rsa" ? "digitalSignature,keyEncipherment" : "digitalSignature";
    const extensions =
      `basicConstraints=critical,CA:false\nkeyUsage=critical,${usage ?? usual}\n` +
      `extendedKeyUsage=${extendedUsage}\nsubjectAltName=email:${address}\n`;
    this.#issue(key, certificate, [this.organization, name], extensions, fromDay, toDay);
    return { name, key, certificate, issuers: this.isRoot ? "" : this.certificate };
  }

  /**
   * Certifies a service that confirms times.
   * @param {string} file
   * @param {string} name
   * @returns {Credential}
   */
  certifyClock(file, name) {
    const key = path.join(this.#folder, `${file}.key`);
    const certificate = path.join(this.#folder, `${file}.pem`);
    makeKey(key, "rsa");
    const extensions =
      "basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\n" +
      "extendedKeyUsage=critical,timeStamping\n";
    this.#issue(key, certificate, [this.organization, name], extensions, -90, 3000);
    return { name, key, certificate, issuers: this.isRoot ? "" : this.certificate };
  }
}

/**
 * A section of an authority's configuration.
 * @param {string} name
 * @param {string} folder
 * @param {"none" | "copy"} extensions Of the request, in the certificate.
 */
function section(name, folder, extensions) {
  return `[${name}]
new_certs_dir = ${folder}/issued
database = ${folder}/index.txt
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
email_in_dn = no
copy_extensions = ${extensions}
`;
}

/**
 * Packs a credential as a person moves it to another machine.
 * @param {Credential} credential
 * @param {string} file
 * @param {string} password
 */
export function exportPkcs12({ name, key, certificate, issuers }, file, password) {
  openssl(
    "pkcs12", "-export", "-inkey", key, "-in", certificate, "-name", name,
    ...(issuers ? ["-certfile", issuers] : []), "-out", file, "-passout", `pass:${password}`,
  );
}
