// What Mozilla's addons-linter finds in the add-on, and why each of that stays. Anything else is a fault.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

/** Code and file → why it is so. */
const EXPLAINED = {
  // An Experiment is the only way into the host's own windows. Mozilla signs none for Firefox, which is what
  // the rule is about; Thunderbird takes them unsigned.
  "MANIFEST_FIELD_PRIVILEGED manifest.json": "Experiment",
  // The address of a window is put together from its name, of which the script has a fixed list.
  "OPENDIALOG_NONLIT_URI content/host/help.sys.mjs": "the help's own page, at the place asked for",
  "OPENDIALOG_NONLIT_URI content/host/panels.sys.mjs": "a folder of panels/",
  // The native module, with its digest beside it.
  "FLAGGED_FILE_EXTENSION native/libsignet.so": "the native module",
  // It works on the host's internals: in a version that it has not been tried with it must not start.
  "STRICT_MAX_VERSION manifest.json": "one version of the host",
};

/** @typedef {{code: string, file: string | null}} Finding */

test("addons-linter finds nothing but what is explained", () => {
  const build = process.env.SIGNET_BUILD ?? "build/release";
  const [xpi] = readdirSync(build).filter((name) => /^signet-.*\.xpi$/.test(name));
  const { stdout, stderr } = spawnSync(
    process.execPath, ["node_modules/.bin/addons-linter", "--output", "json", path.join(build, xpi)],
    { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.match(stdout, /^\{/, stderr);
  const { errors, warnings, notices } = JSON.parse(stdout);
  const found = [...errors, ...warnings, ...notices].map((/** @type {Finding} */ { code, file }) => `${code} ${file}`);
  assert.deepEqual([...new Set(found)].sort(), Object.keys(EXPLAINED).sort());
});
