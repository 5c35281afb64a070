// Add-ons that something is wrong with, made from the one that the build made.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtXpi } from "../support/signet.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "signet-xpi-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/**
 * A copy of the add-on with some files replaced.
 * @param {string} name Of the copy.
 * @param {Record<string, (octets: Buffer) => Buffer>} changes By file inside it; in this order.
 * @returns {string} The copy's path.
 */
export function changedXpi(name, changes) {
  const copy = path.join(folder, `${name}.xpi`);
  const tree = path.join(folder, name);
  copyFileSync(builtXpi(), copy);
  for (const [entry, change] of Object.entries(changes)) {
    const octets = execFileSync("unzip", ["-p", copy, entry], { maxBuffer: 256 * 1024 * 1024 });
    mkdirSync(path.join(tree, path.dirname(entry)), { recursive: true });
    writeFileSync(path.join(tree, entry), change(octets));
    execFileSync("zip", ["--quiet", copy, entry], { cwd: tree });
  }
  return copy;
}
