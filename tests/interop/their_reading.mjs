// The other programs as readers: each takes a message of ours as files and says whether it accepts
// it, with the content that it saw.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BouncyCastle as BouncyCastleProgram } from "./bouncy_castle.mjs";
import { PASSWORD, attempt, gpgsm } from "./people.mjs";

/**
 * @typedef {object} Message
 * @property {string} folder
 * @property {string} file the message, with its header
 * @property {string} object its CMS object, DER or BER
 * @property {string | null} content the signed octets of a multipart/signed
 * @property {string} person whose key opens it, or who signed it
 */

/**
 * @typedef {object} Reader
 * @property {string} name
 * @property {(message: Message) => string | null} verify the content, or null where it refuses
 * @property {(message: Message) => string | null} decrypt
 */

/** @param {string} folder @param {string} name */
function read(folder, name) {
  return readFileSync(path.join(folder, name), "latin1");
}

/** @param {{ status: number, out: Buffer }} result */
function outputOf(result) {
  return result.status === 0 ? result.out.toString("latin1") : null;
}

/** @type {Reader} */
const openssl = {
  name: "OpenSSL",
  verify: ({ folder, file }) =>
    outputOf(attempt(folder, "openssl", ["cms", "-verify", "-in", file, "-CAfile", "root.pem"])),
  decrypt: ({ folder, file, person }) =>
    outputOf(
      attempt(folder, "openssl", ["cms", "-decrypt", "-in", file, "-recip", `${person}.pem`,
        "-inkey", `${person}.key`]),
    ),
};

/** @type {Reader} */
const gnupg = {
  name: "gpgsm",
  verify: ({ folder, object, content }) => {
    const files = content === null ? ["--output", "gpgsm.out", "--yes", "--verify", object]
      : ["--verify", object, content];
    const result = attempt(folder, "gpgsm", [...gpgsm(folder), "--status-fd", "1", ...files]);
    const good = result.status === 0 && /TRUST_FULLY/.test(result.out.toString()) &&
      /GOODSIG/.test(result.out.toString());
    if (!good) {
      return null;
    }
    return read(folder, content ?? "gpgsm.out");
  },
  decrypt: ({ folder, object }) =>
    outputOf(
      attempt(folder, "gpgsm", [...gpgsm(folder), ..."--pinentry-mode loopback".split(" "),
        ..."--passphrase-fd 0 --decrypt".split(" "), object], PASSWORD),
    ),
};

/** @type {Reader} */
const nss = {
  name: "NSS cmsutil",
  verify: ({ folder, object, content }) => {
    const detached = content === null ? [] : ["-c", content];
    const options = ["-D", "-d", "sql:nss", "-u", "5", "-i", object, ...detached];
    const headers = attempt(folder, "cmsutil", [...options, "-n", "-h", "0"]);
    if (!/GoodSignature/.test(headers.out.toString("latin1"))) {
      return null;
    }
    return content === null ? outputOf(attempt(folder, "cmsutil", options)) : read(folder, content);
  },
  decrypt: ({ folder, object }) =>
    outputOf(attempt(folder, "cmsutil", ["-D", "-d", "sql:nss", "-i", object])),
};

/** @type {BouncyCastleProgram | undefined} */
let castle;

/** @param {string} folder @param {string[]} words */
function askCastle(folder, ...words) {
  castle ??= new BouncyCastleProgram(folder);
  return castle.ask(...words) === null ? read(folder, "castle.out") : null;
}

/** Ends the process of Bouncy Castle, if there is one. */
export function stopCastle() {
  castle?.stop();
}

/** @type {Reader} */
const bouncyCastle = {
  name: "Bouncy Castle",
  verify: ({ folder, object, content }) =>
    askCastle(folder, "verify", object, content ?? "-", "root.pem", "castle.out"),
  decrypt: ({ folder, object, person }) =>
    askCastle(folder, "decrypt", object, `${person}.p12`, PASSWORD, "castle.out"),
};

/** @type {Reader[]} */
export const READERS = [openssl, gnupg, nss, bouncyCastle];

/**
 * Takes a protected message apart into the files that readers without MIME want.
 * @param {string} folder
 * @param {string} file
 * @param {string} person
 * @returns {Message}
 */
export function takeApart(folder, file, person) {
  const text = read(folder, file);
  const boundary = /^Content-Type: multipart\/signed;[^]*?boundary="([^"]*)"/m.exec(text)?.[1];
  const base64 = /** @param {string} part */ (part) =>
    Buffer.from(part.slice(part.indexOf("\r\n\r\n") + 4), "base64");
  if (boundary === undefined) {
    writeFileSync(path.join(folder, "object"), base64(text));
    return { folder, file, object: "object", content: null, person };
  }
  const parts = text.split(`\r\n--${boundary}`);
  const content = parts[1]?.replace(/^\r\n/, "") ?? "";
  writeFileSync(path.join(folder, "content"), content, "latin1");
  writeFileSync(path.join(folder, "object"), base64(parts[2] ?? ""));
  return { folder, file, object: "object", content: "content", person };
}
