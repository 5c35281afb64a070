// Time-stamps (RFC 3161) of a real authority, `openssl ts`, put beside a signature: OpenSSL makes them,
// but has no command that does the second.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const SET = 0x31;
const SEQUENCE = 0x30;
const UNSIGNED_ATTRIBUTES = 0xa1;
// id-aa-signatureTimeStampToken, 1.2.840.113549.1.9.16.2.14
const TOKEN_ATTRIBUTE = Buffer.from("060b2a864886f70d010910020e", "hex");

/** The values inside of a constructed one. @param {Buffer} der @returns {{tag: number, content: Buffer, der: Buffer}[]} */
function values(der) {
  const list = [];
  for (let at = 0; at < der.length; ) {
    const first = der[at + 1];
    const octets = first < 0x80 ? 0 : first & 0x7f;
    const begin = at + 2 + octets;
    const end = begin + (octets === 0 ? first : der.readUIntBE(at + 2, octets));
    list.push({ tag: der[at], content: der.subarray(begin, end), der: der.subarray(at, end) });
    at = end;
  }
  return list;
}

/** @param {number} tag @param {Buffer[]} contents @returns {Buffer} */
function value(tag, ...contents) {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) {
    return Buffer.concat([Buffer.from([tag, content.length]), content]);
  }
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const short = length.subarray(length.findIndex((octet) => octet !== 0));
  return Buffer.concat([Buffer.from([tag, 0x80 | short.length]), short, content]);
}

/** A SignedData of one signer, DER, taken apart. @param {Buffer} cms */
function takeApart(cms) {
  const [type, outer] = values(values(cms)[0].content);
  const members = values(values(outer.content)[0].content);
  const signer = values(values(/** @type {any} */ (members.at(-1)).content)[0].content);
  return { type, members: members.map(({ der }) => der), signer };
}

/** The value of the signature: what is stamped. @param {Buffer} cms DER @returns {Buffer} */
export function signatureOf(cms) {
  const { signer } = takeApart(cms);
  return /** @type {any} */ (signer.findLast(({ tag }) => tag === 0x04)).content;
}

/** The object with tokens beside its signature. @param {Buffer} cms DER @param {Buffer[]} tokens @returns {Buffer} */
export function withTimeStamps(cms, ...tokens) {
  const { type, members, signer } = takeApart(cms);
  const attributes = tokens.map((token) => value(SEQUENCE, TOKEN_ATTRIBUTE, value(SET, token)));
  const info = value(SEQUENCE, ...signer.map(({ der }) => der), value(UNSIGNED_ATTRIBUTES, ...attributes));
  return value(
    SEQUENCE, type.der,
    value(0xa0, value(SEQUENCE, ...members.slice(0, -1), value(SET, info))),
  );
}

/**
 * The token of `openssl ts` for some octets, DER.
 *
 * @param {Buffer} stamped
 * @param {{certificate: string, key: string, chain?: string}} authority files, PEM
 * @param {{digest?: string, settings?: string, withCertificate?: boolean}} [options] of the imprint; further
 *   lines of the authority's configuration
 * @returns {Buffer}
 */
export function timeStamp(stamped, authority, { digest = "sha256", settings = "", withCertificate = true } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "signet-time-stamp-"));
  try {
    const at = (/** @type {string} */ name) => path.join(folder, name);
    const openssl = (/** @type {string[]} */ ...args) =>
      execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    writeFileSync(at("stamped"), stamped);
    writeFileSync(
      at("tsa.cnf"),
      `[tsa]\n${settings}\nserial=${at("serial")}\ncrypto_device=builtin\nsigner_digest=sha256\n` +
        "default_policy=1.2.3.4.1\ndigests=sha1, sha256, sha384, sha512\n",
    );
    openssl(
      "ts", "-query", "-data", "stamped", `-${digest}`, "-out", "query",
      ...(withCertificate ? ["-cert"] : []),
    );
    openssl(
      "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "query",
      "-signer", authority.certificate, "-inkey", authority.key,
      ...(authority.chain ? ["-chain", authority.chain] : []), "-token_out", "-out", "token",
    );
    return readFileSync(at("token"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
