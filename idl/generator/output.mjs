/**
 * Writing what was generated.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes the files whose content changed and leaves the others' time stamps alone, so that the
 * build compiles no more than it must.
 *
 * @param {string} folder
 * @param {Map<string, string>} files - Path below the folder → content.
 */
export function writeChanged(folder, files) {
  for (const [path, content] of files) {
    const target = join(folder, path);
    if (current(target) !== content) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function current(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
