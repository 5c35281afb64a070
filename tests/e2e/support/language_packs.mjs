// Language packs for the host, as small as they can be: they tell it that the language is there, and
// hold none of the host's own words, which so stay English.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { zip } from "../../../tools/pack.mjs";

/**
 * Writes one.
 * @param {string} folder
 * @param {string} language
 * @returns {string} The file.
 */
export function languagePack(folder, language) {
  const file = path.join(folder, `langpack-${language}.xpi`);
  const manifest = {
    manifest_version: 2,
    name: `Language pack: ${language}`,
    version: "153.0",
    langpack_id: language,
    browser_specific_settings: {
      gecko: {
        id: `langpack-${language}@thunderbird.mozilla.org`,
        strict_min_version: "153.0",
        strict_max_version: "153.*",
      },
    },
    languages: { [language]: { version: "20260101000000", chrome_resources: {} } },
    sources: { browser: { base_path: "browser/" } },
  };
  writeFileSync(file, zip(new Map([["manifest.json", Buffer.from(JSON.stringify(manifest))]])));
  return file;
}
