/**
 * What the tests of the IDL generator share: cases/*.webidl, and comparison with snapshots.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

/**
 * @param {string[]} names - Of files in cases/, without extension.
 * @returns {{name: string, text: string}[]}
 */
export function cases(...names) {
  return names.map((name) => ({
    name: `${name}.webidl`,
    text: readFileSync(new URL(`cases/${name}.webidl`, import.meta.url), "utf8"),
  }));
}

/**
 * Compares with snapshots/<name>. SIGNET_UPDATE_SNAPSHOTS=1 writes it instead: look at the
 * difference before you commit it.
 *
 * @param {string} name
 * @param {string} actual
 */
export function compareWithSnapshot(name, actual) {
  const url = new URL(`snapshots/${name}`, import.meta.url);
  if (process.env.SIGNET_UPDATE_SNAPSHOTS === "1") {
    mkdirSync(new URL(".", url), { recursive: true });
    writeFileSync(url, actual);
  }
  assert.equal(actual, readFileSync(url, "utf8"), `${name} differs from its snapshot`);
}
