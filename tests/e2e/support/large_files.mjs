// Large files to attach.

import { writeFileSync } from "node:fs";
import path from "node:path";

const MIB = 1024 * 1024;

/**
 * @param {string} folder
 * @param {number} mebibytes
 * @returns {string} A file that does not compress.
 */
export function incompressible(folder, mebibytes) {
  const octets = Buffer.alloc(mebibytes * MIB);
  for (let index = 0, state = 1; index < octets.length; index += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    octets.writeUInt32LE(state, index);
  }
  const file = path.join(folder, `scan-${mebibytes}.bin`);
  writeFileSync(file, octets);
  return file;
}
