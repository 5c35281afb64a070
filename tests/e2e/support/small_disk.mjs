// A disk without room: Thunderbird with a folder for temporary files that holds only so much.

import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A mount of one's own needs a namespace of one's own, which is not allowed everywhere. */
const SEPARATE = process.getuid?.() === 0 ? ["-m"] : ["-rm"];
const MOUNT = "mount -t tmpfs";

/** @returns {boolean} Such a disk can be made here. */
export function canMakeSmallDisks() {
  const { status } = spawnSync("unshare", [...SEPARATE, "sh", "-c", `${MOUNT} -o size=1m none /mnt`]);
  return status === 0;
}

/**
 * @param {string} folder Where the program is put.
 * @param {number} mebibytes In all, of its folder for temporary files.
 * @returns {string} The program to start in place of Thunderbird.
 */
export function onSmallDisk(folder, mebibytes) {
  const thunderbird = process.env.SIGNET_THUNDERBIRD ?? "/usr/bin/thunderbird";
  const program = path.join(folder, "thunderbird-on-a-small-disk");
  writeFileSync(
    program,
    `#!/bin/sh
exec unshare ${SEPARATE.join(" ")} sh -c '${MOUNT} -o size=${mebibytes}m none "$TMPDIR" && exec "$@"' sh ${thunderbird} "$@"
`,
  );
  chmodSync(program, 0o755);
  return program;
}
