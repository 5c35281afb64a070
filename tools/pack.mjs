/**
 * node tools/pack.mjs ARCHIVE FOLDER
 *
 * Packs a folder, with a file NAME.so.sha256 beside each NAME.so, into a ZIP archive (PKWARE's APPNOTE, version 2.0; an XPI is one) that depends on
 * nothing but names and contents: entries are sorted, all have the same time stamp and no owner. The
 * same sources give the same add-on, octet by octet.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";

/** 1 January 1980, 00:00, in MS-DOS form: the earliest that the format knows. */
const DATE = (1 << 5) | 1;
const TIME = 0;
/** File names are UTF-8. */
const FLAGS = 1 << 11;
const DEFLATED = 8;
/** "Version needed to extract" 2.0, and "version made by" 2.0 on Unix. */
const NEEDED = 20;
const MADE_BY = (3 << 8) | 20;
/** A regular file that everybody may read, in Unix form. */
const MODE = 0o100644;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/**
 * @param {Uint8Array} octets
 * @returns {number} CRC-32 as ZIP has it.
 */
function checksum(octets) {
  let value = 0xffffffff;
  for (const octet of octets) {
    value = CRC_TABLE[(value ^ octet) & 0xff] ^ (value >>> 8);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * @param {[width: number, value: number][]} fields - Widths of 2 or 4 octets.
 * @returns {Buffer} Little-endian.
 */
function record(fields) {
  return Buffer.concat(fields.map(([width, value]) => {
    const field = Buffer.alloc(width);
    field.writeUIntLE(value, 0, width);
    return field;
  }));
}

/**
 * @param {Map<string, Uint8Array>} files - By path with "/".
 * @returns {Buffer} The archive.
 */
export function zip(files) {
  const entries = [];
  const directory = [];
  let offset = 0;
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? new Uint8Array();
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(path);
    /** @type {[number, number][]} */
    const common = [[2, NEEDED], [2, FLAGS], [2, DEFLATED], [2, TIME], [2, DATE],
      [4, checksum(content)], [4, packed.length], [4, content.length], [2, name.length], [2, 0]];
    const entry = Buffer.concat([record([[4, 0x04034b50], ...common]), name, packed]);
    entries.push(entry);
    directory.push(record([[4, 0x02014b50], [2, MADE_BY], ...common, [2, 0], [2, 0], [2, 0],
      [4, MODE * 0x10000], [4, offset]]), name);
    offset += entry.length;
  }
  const listing = Buffer.concat(directory);
  const end = record([[4, 0x06054b50], [2, 0], [2, 0], [2, files.size], [2, files.size],
    [4, listing.length], [4, offset], [2, 0]]);
  return Buffer.concat([...entries, listing, end]);
}

/**
 * @param {string} folder
 * @param {string} [prefix]
 * @returns {Map<string, Uint8Array>} All files below the folder.
 */
export function filesBelow(folder, prefix = "") {
  const files = new Map();
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      filesBelow(folder, `${path}/`).forEach((content, inner) => files.set(inner, content));
    } else {
      files.set(path, readFileSync(join(folder, path)));
    }
  }
  return files;
}

/**
 * What the add-on checks before it loads a library.
 * @param {Map<string, Uint8Array>} files
 * @returns {Map<string, Uint8Array>} With the SHA-256 of each library beside it, in hexadecimal.
 */
export function withDigests(files) {
  const all = new Map(files);
  for (const [path, content] of files) {
    if (path.endsWith(".so")) {
      const digest = createHash("sha256").update(content).digest("hex");
      all.set(`${path}.sha256`, Buffer.from(`${digest}\n`));
    }
  }
  return all;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [archive, folder] = process.argv.slice(2);
  if (!archive || !folder) {
    process.stderr.write("usage: pack.mjs ARCHIVE FOLDER\n");
    process.exit(2);
  }
  writeFileSync(archive, zip(withDigests(filesBelow(folder))));
}
