// Plain messages as mail programs write them: RFC 5322 header fields with RFC 2047 words, text in
// quoted-printable (RFC 2045, 6.7), lines ended by CRLF.

/** Ends every line with CRLF, however it was ended. @param {Buffer} octets */
export function withCrlf(octets) {
  return Buffer.from(octets.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1");
}

/** @param {string} text Any Unicode text; lines end with LF. */
export function quotedPrintable(text) {
  const encodedLine = (/** @type {string} */ line) => {
    let out = "";
    let current = "";
    const octets = Buffer.from(line, "utf8");
    octets.forEach((octet, index) => {
      const last = index === octets.length - 1;
      const plain = (octet >= 33 && octet <= 126 && octet !== 61) || (octet === 32 && !last);
      const piece = plain
        ? String.fromCharCode(octet)
        : `=${octet.toString(16).toUpperCase().padStart(2, "0")}`;
      if (current.length + piece.length > 75) {
        out += `${current}=\r\n`;
        current = "";
      }
      current += piece;
    });
    return out + current;
  };
  return text.split("\n").map(encodedLine).join("\r\n");
}

/** A text/plain entity with its own header. @param {string} text */
export function entity(text) {
  return Buffer.from(
    "Content-Type: text/plain; charset=UTF-8\r\n" +
      `Content-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}`,
  );
}

/** A header's text, in encoded words of at most 75 characters where it is not ASCII. */
export function encodedWords(/** @type {string} */ text) {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return text;
  }
  const words = [];
  let piece = "";
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > 42) {
      words.push(piece);
      piece = "";
    }
    piece += character;
  }
  words.push(piece);
  return words
    .map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`)
    .join("\r\n ");
}

/**
 * The header fields of a message that come before those of its entity.
 * @param {object} fields
 * @param {{name: string, address: string}} fields.from
 * @param {{name: string, address: string}} fields.to
 * @param {string} fields.subject
 * @param {Date} fields.date
 * @param {string} fields.id The left half of the Message-ID.
 */
export function headerFields({ from, to, subject, date, id }) {
  const mailbox = (/** @type {{name: string, address: string}} */ person) =>
    `${encodedWords(person.name)} <${person.address}>`;
  return Buffer.from(
    `From: ${mailbox(from)}\r\nTo: ${mailbox(to)}\r\nSubject: ${encodedWords(subject)}\r\n` +
      `Date: ${date.toUTCString().replace("GMT", "+0000")}\r\n` +
      `Message-ID: <${id}@${from.address.split("@")[1]}>\r\n` +
      "MIME-Version: 1.0\r\n",
  );
}
