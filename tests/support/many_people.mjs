// Certificates of very many people, made by hand: OpenSSL would need minutes for them. They share two keys, one of
// RSA and one on P-256, and one authority vouches for all.

import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** @param {number} tag @param {...(Buffer | number[])} parts @returns {Buffer} */
function der(tag, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const header =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...header]), content]);
}

/** @param {string} hex The content of an object identifier. */
const oid = (hex) => der(0x06, Buffer.from(hex, "hex"));
const ecdsaWithSha256 = der(0x30, oid("2a8648ce3d040302"));
/** @param {string} name */
const nameOf = (name) => der(0x30, der(0x31, der(0x30, oid("550403"), der(0x0c, Buffer.from(name)))));
/** @param {string} type @param {Buffer} value @param {boolean} [critical] */
const extension = (type, value, critical = false) =>
  der(0x30, oid(type), ...(critical ? [Buffer.from([1, 1, 0xff])] : []), der(0x04, value));

/** @param {import("node:crypto").KeyPairKeyObjectResult} pair */
const spki = (pair) => pair.publicKey.export({ type: "spki", format: "der" });

/** @param {Buffer} octets */
export const pem = (octets) =>
  `-----BEGIN CERTIFICATE-----\n${octets.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

/** @param {number} index */
export const addressOf = (index) => `person${index}@example.org`;

export class ManyPeople {
  #authority = generateKeyPairSync("ec", { namedCurve: "P-256" });
  #keys = {
    rsa: generateKeyPairSync("rsa", { modulusLength: 2048 }),
    ec: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  };

  /** The authority's certificate, in DER. */
  root = this.#certificate("Many CA", spki(this.#authority), [
    extension("551d13", der(0x30, [1, 1, 0xff]), true),
    extension("551d0f", Buffer.from([3, 2, 1, 6]), true),
  ]);

  /**
   * @param {number} index Of the person; two calls give two certificates.
   * @param {"rsa" | "ec"} algorithm
   * @returns {Buffer} In DER.
   */
  certify(index, algorithm) {
    // Signing, and what the key can do besides: encipher other keys, or agree on them.
    const usage = algorithm === "rsa" ? [3, 2, 5, 0xa0] : [3, 2, 3, 0x88];
    return this.#certificate(`Person ${index}`, spki(this.#keys[algorithm]), [
      extension("551d0f", Buffer.from(usage), true),
      extension("551d25", der(0x30, oid("2b06010505070304"))),
      extension("551d11", der(0x30, der(0x81, Buffer.from(addressOf(index))))),
    ]);
  }

  /** @param {"rsa" | "ec"} algorithm @returns {string} The key that all such certificates have, as PEM. */
  key(algorithm) {
    return this.#keys[algorithm].privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }

  /** @param {string} name @param {Buffer} key @param {Buffer[]} extensions */
  #certificate(name, key, extensions) {
    const tbs = der(
      0x30,
      der(0xa0, der(0x02, [2])),
      der(0x02, [0x01, ...randomBytes(15)]),
      ecdsaWithSha256,
      nameOf("Many CA"),
      der(0x30, der(0x17, Buffer.from("260101000000Z")), der(0x17, Buffer.from("360101000000Z"))),
      nameOf(name),
      key,
      der(0xa3, der(0x30, ...extensions)),
    );
    const signature = createSign("sha256").update(tbs).sign(this.#authority.privateKey);
    return der(0x30, tbs, ecdsaWithSha256, der(0x03, [0], signature));
  }
}
