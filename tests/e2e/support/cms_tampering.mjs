// CMS objects that OpenSSL made, changed: by somebody who has no key, or by a signer who writes what no program
// should.

import { createPrivateKey, sign } from "node:crypto";
import { der, elements } from "./der.mjs";

/** @param {string} entity Of application/pkcs7-mime. @param {(octets: Buffer) => Buffer} change */
function withObject(entity, change) {
  const end = entity.indexOf("\r\n\r\n");
  const object = change(Buffer.from(entity.slice(end), "base64")).toString("base64");
  return `${entity.slice(0, end)}\r\n\r\n${object.replace(/.{64}/g, "$&\r\n")}\r\n`;
}

/**
 * One bit is another one.
 * @param {string} entity
 * @param {number} fromEnd The octet, counted from the end: 1 is the last.
 */
export const withFlippedBit = (entity, fromEnd) =>
  withObject(entity, (octets) => {
    const flipped = Buffer.from(octets);
    flipped[flipped.length - fromEnd] ^= 1;
    return flipped;
  });

/** @param {Buffer} octets SignedData in DER. @param {(parts: {whole: Buffer, content: Buffer}[]) => Buffer[]} change */
function withSignedData(octets, change) {
  const [type, explicit] = elements(elements(octets)[0].content);
  const parts = elements(elements(explicit.content)[0].content);
  return der(0x30, type.whole, der(0xa0, der(0x30, ...change(parts))));
}

/**
 * Octets stand in the place of others, for example one certificate in that of another.
 * @param {string} entity
 * @param {Buffer} old They are there once.
 * @param {Buffer} others
 */
export const withOctets = (entity, old, others) =>
  withObject(entity, (octets) => {
    const at = octets.indexOf(old);
    return Buffer.concat([octets.subarray(0, at), others, octets.subarray(at + old.length)]);
  });

/**
 * The signer has signed other attributes.
 * @param {string} entity Signed opaquely, by one, with attributes.
 * @param {string} key The signer's, in PEM; the digest is SHA-256.
 * @param {(attributes: Buffer[], algorithm: Buffer) => Buffer[]} change Is given that of the signature, too.
 */
export const withSignedAttributes = (entity, key, change) =>
  withObject(entity, (octets) =>
    withSignedData(octets, (parts) => {
      const [signer] = elements(/** @type {{content: Buffer}} */ (parts.at(-1)).content);
      const [version, id, digest, attributes, algorithm] = elements(signer.content);
      const all = change(elements(attributes.content).map(({ whole }) => whole), algorithm.content);
      all.sort(Buffer.compare);
      const signature = sign("sha256", der(0x31, ...all), createPrivateKey(key)); // as RFC 5652, 5.4 has it
      const fields = [version.whole, id.whole, digest.whole, der(0xa0, ...all), algorithm.whole, der(0x04, signature)];
      return [...parts.slice(0, -1).map(({ whole }) => whole), der(0x31, der(0x30, ...fields))];
    }));

/** The form of a signature, by nobody. @param {string} entity Signed opaquely. */
export const withoutSigners = (entity) =>
  withObject(entity, (octets) =>
    withSignedData(octets, (parts) => [...parts.slice(0, -1).map(({ whole }) => whole), der(0x31)]));

/**
 * The attributes that somebody signed once become a content that they seem to have signed: both are signed alike.
 * @param {string} entity Signed opaquely, by one.
 */
export const withAttributesAsContent = (entity) =>
  withObject(entity, (octets) =>
    withSignedData(octets, (parts) => {
      const [version, digests, content, ...others] = parts;
      const signers = /** @type {{whole: Buffer, content: Buffer}} */ (others.pop());
      const signer = elements(elements(signers.content)[0].content);
      const at = signer.findIndex(({ whole }) => whole[0] === 0xa0 && whole !== signer[1].whole);
      const attributes = Buffer.from(signer[at].whole);
      attributes[0] = 0x31; // as it is signed (RFC 5652, 5.4)
      const [type] = elements(content.content);
      return [
        version.whole,
        digests.whole,
        der(0x30, type.whole, der(0xa0, der(0x04, attributes))),
        ...others.map(({ whole }) => whole),
        der(0x31, der(0x30, ...signer.filter((_, index) => index !== at).map(({ whole }) => whole))),
      ];
    }));
