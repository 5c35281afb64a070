// Reading and writing of DER, as far as journeys take objects apart and put them together wrongly.

/** @param {number} tag @param {Buffer[]} contents */
export function der(tag, ...contents) {
  const content = Buffer.concat(contents);
  const size = content.length;
  const octets = size < 0x80 ? [] : [...Buffer.from(size.toString(16).padStart(8, "0"), "hex")];
  while (octets[0] === 0) {
    octets.shift();
  }
  return Buffer.concat([
    Buffer.from([tag, ...(octets.length > 0 ? [0x80 | octets.length, ...octets] : [size])]),
    content,
  ]);
}

/** The elements inside of one, whose lengths are definite. @param {Buffer} octets @returns {{whole: Buffer, content: Buffer}[]} */
export function elements(octets) {
  const found = [];
  for (let at = 0; at < octets.length; ) {
    let start = at + 2;
    let size = octets[at + 1];
    if (size & 0x80) {
      const count = size & 0x7f;
      size = octets.readUIntBE(start, count);
      start += count;
    }
    const end = start + size;
    found.push({ whole: octets.subarray(at, end), content: octets.subarray(start, end) });
    at = end;
  }
  return found;
}
