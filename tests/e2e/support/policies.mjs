// Thunderbird as an administrator has set it up, without touching the installed one: the program reads
// policies.json from the folder `distribution` beside itself, so it is started from a folder that has its
// own program file and links to everything else.

import { copyFileSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const INSTALLED = "/usr/lib/thunderbird";

/**
 * @param {string} folder To be made.
 * @param {object} policies What stands under "policies".
 * @returns {string} The program to start.
 */
export function withPolicies(folder, policies) {
  mkdirSync(path.join(folder, "distribution"), { recursive: true });
  for (const name of readdirSync(INSTALLED)) {
    const installed = path.join(INSTALLED, name);
    if (name === "thunderbird-bin" || name === "thunderbird") {
      copyFileSync(realpathSync(installed), path.join(folder, name));
    } else if (name !== "distribution") {
      symlinkSync(installed, path.join(folder, name));
    }
  }
  writePolicies(folder, policies);
  return path.join(folder, "thunderbird");
}

/**
 * What the administrator writes later; it holds from the next start on.
 * @param {string} folder
 * @param {object} policies
 */
export function writePolicies(folder, policies) {
  const text = JSON.stringify({ policies }, null, 2);
  writeFileSync(path.join(folder, "distribution", "policies.json"), text);
}
