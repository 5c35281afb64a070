// The downgrade of authenticated encryption (RFC 5083) to one without a check (RFC 5652, 6): the same
// recipients and the same octets, called AES-CBC. What comes out of it is noise from which a sender who
// gets it back learns the text.

import { der, elements } from "./der.mjs";

const ENVELOPED = Buffer.from("06092a864886f70d010703", "hex");
const AES_256_CBC = Buffer.from("060960864801650304012a", "hex");
const BLOCK = 16;

/** @param {string} entity AuthEnvelopedData in DER. @returns {string} EnvelopedData. */
export function asEnvelopedCbc(entity) {
  const end = entity.indexOf("\r\n\r\n");
  const octets = Buffer.from(entity.slice(end), "base64");
  const [, explicit] = elements(elements(octets)[0].content);
  const [version, recipients, info] = elements(elements(explicit.content)[0].content);
  const [type, , encrypted] = elements(info.content);
  const size = encrypted.content.length - (encrypted.content.length % BLOCK);
  const algorithm = der(0x30, AES_256_CBC, der(0x04, Buffer.alloc(BLOCK, 7)));
  const content = der(0x80, encrypted.content.subarray(0, size));
  const enveloped = der(
    0x30, version.whole, recipients.whole, der(0x30, type.whole, algorithm, content),
  );
  const object = der(0x30, ENVELOPED, der(0xa0, enveloped)).toString("base64");
  const header = entity.slice(0, end).replace("authEnveloped-data", "enveloped-data");
  return `${header}\r\n\r\n${object.replace(/.{64}/g, "$&\r\n")}\r\n`;
}
