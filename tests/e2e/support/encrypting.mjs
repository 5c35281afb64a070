// Encrypted messages, made by OpenSSL in the run, for people whose certificates the run makes.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Authority, exportPkcs12 } from "../../support/demo/authority.mjs";
import { headerFields, withCrlf } from "../../support/demo/mime.mjs";

/** @typedef {import("../../support/demo/authority.mjs").Credential} Credential */

export const PASSWORD = "harbour";

/** A page with a picture inside of the message. */
export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEUlEQVR4nGNgGAWjYBSMAggAAAPoAAHRYzwPAAAAAElFTkSuQmCC",
  "base64",
);

/** @param {string} body @param {string} [subtype] */
export function text(body, subtype = "plain") {
  return `Content-Type: text/${subtype}; charset=utf-8\r\n\r\n${body}\r\n`;
}

/**
 * @param {string} subtype
 * @param {string[]} parts Entities.
 */
export function multipart(subtype, ...parts) {
  const boundary = `=_${subtype}-${parts.length}-${parts.join("").length}`;
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--\r\n`;
}

/** @param {string} name @param {Buffer} content @param {string} [type] @param {string} [id] */
export function attachment(name, content, type = "application/octet-stream", id = "") {
  const disposition = id ? "inline" : "attachment";
  const fields = [
    `Content-Type: ${type}; name="${name}"`,
    "Content-Transfer-Encoding: base64",
    ...(id ? [`Content-ID: <${id}>`] : []),
    `Content-Disposition: ${disposition}; filename="${name}"`,
  ];
  const body = content.toString("base64").replace(/.{76}/g, "$&\r\n");
  return `${fields.join("\r\n")}\r\n\r\n${body}\r\n`;
}

/** A table that goes with a message. */
export const TABLE = "a;b\r\n1;2\r\n";

/** @param {string} words @returns {string} An entity: a page with them and a picture, and a table. */
export function richMessage(words) {
  return multipart(
    "mixed",
    multipart(
      "related",
      text(`<html><body><p>${words}</p><img src="cid:plan@harbour" alt="plan"></body></html>`, "html"),
      attachment("plan.png", PICTURE, "image/png", "plan@harbour"),
    ),
    attachment("values.csv", Buffer.from(TABLE), "text/csv"),
  );
}

/** People with keys, and what they send each other. */
export class Workshop {
  #folder;
  #count = 0;

  /**
   * @param {string} folder Made if absent.
   * @param {string} [organization]
   * @param {string} [authority] The name of its certificate authority.
   */
  constructor(folder, organization = "Harbour Clinic", authority = "Harbour Clinic CA") {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.authority = new Authority(path.join(folder, "ca"), organization, authority);
  }

  /**
   * @param {string} name
   * @param {string} address
   * @param {Partial<import("../../support/demo/authority.mjs").Wish>} [wish]
   */
  person(name, address, wish = {}) {
    return this.authority.certify(`person-${++this.#count}`, { name, address, ...wish });
  }

  /** @param {Credential} who @returns {import("./profile.mjs").KeyFile} */
  keyFile(who) {
    const file = `${who.certificate}.p12`;
    exportPkcs12(who, file, PASSWORD);
    return { file, password: PASSWORD };
  }

  /**
   * @param {string} entity
   * @param {Credential[]} recipients
   * @param {string[]} [options] "-aes256", "-keyopt", …
   * @returns {string} The encrypted entity.
   */
  encrypt(entity, recipients, options = ["-aes256"]) {
    const input = this.#write(entity);
    // OpenSSL takes key options for the recipient before them.
    const cipher = options.filter((option) => option.startsWith("-aes") || option.startsWith("-des"));
    const keyOptions = options.filter((option) => !cipher.includes(option));
    return this.#openssl(
      "cms", "-encrypt", "-binary", ...cipher, "-in", input,
      ...recipients.flatMap(({ certificate }) => ["-recip", certificate, ...keyOptions]),
    );
  }

  /**
   * @param {string} entity
   * @param {Credential} who
   * @param {string[]} [options] "-nodetach", …
   */
  sign(entity, who, options = []) {
    const input = this.#write(entity);
    return this.#openssl(
      "cms", "-sign", "-binary", "-in", input, "-signer", who.certificate, "-inkey", who.key, ...options,
    );
  }

  /**
   * @param {string} subject
   * @param {{name: string, address: string}} from
   * @param {{name: string, address: string}} to
   * @param {string} entity
   * @returns {Buffer}
   */
  message(subject, from, to, entity) {
    const id = `${++this.#count}.${Date.now()}`;
    const header = headerFields({ from, to, subject, date: new Date(), id });
    return Buffer.concat([header, Buffer.from(entity.replace(/^MIME-Version: 1\.0\r\n/, ""))]);
  }

  /** @param {string} content */
  #write(content) {
    const file = path.join(this.#folder, `input-${++this.#count}`);
    writeFileSync(file, content);
    return file;
  }

  /** @param {string[]} parameters @returns {string} With CRLF. */
  #openssl(...parameters) {
    const file = path.join(this.#folder, `output-${++this.#count}`);
    execFileSync("openssl", [...parameters, "-out", file], { stdio: ["ignore", "ignore", "pipe"] });
    return withCrlf(readFileSync(file)).toString("latin1");
  }
}
