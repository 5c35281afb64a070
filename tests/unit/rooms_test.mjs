// The rooms of module/ include each other only downwards (ARCHITECTURE.md): SIGNET_ROOMS in
// module/CMakeLists.txt lists them lowest first, and a file may include headers of its own room and
// of those before it. Below host and cli nothing opens a socket or reads the wall clock.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const MODULE = fileURLToPath(new URL("../../module/", import.meta.url));
const cmake = readFileSync(path.join(MODULE, "CMakeLists.txt"), "utf8");
const rooms = cmake.match(/set\(SIGNET_ROOMS ([^)]*)\)/)?.[1].trim().split(/\s+/) ?? [];

/** Generated headers and the run-time that they stand on; they are no room and include none but base. */
const OUTSIDE = ["idl"];

/**
 * What only host and cli may do; see "No I/O inside". arpa/inet.h is none of it: inet_pton turns the text of an
 * address into octets and nothing else.
 */
const WORLD = [
  [/#\s*include\s*<(sys\/socket|netinet\/\w+|netdb)\.h>/, "opens sockets"],
  [/\b(socket|connect|getaddrinfo)\s*\(/, "opens sockets"],
  [/\b(system_clock|steady_clock|high_resolution_clock)::now\b/, "reads the clock"],
  [/\b(PR_Now|gettimeofday|clock_gettime|PR_OpenTCPSocket|PR_NewTCPSocket)\s*\(/, "leaves the module"],
  [/\bstd::time\s*\(/, "reads the clock"],
];

/** @param {string} folder @returns {string[]} */
function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) {
      return sources(file);
    }
    return /\.(h|cc)$/.test(name) ? [file] : [];
  });
}

/** What is wrong with one file. @param {string} room @param {string} name @param {string} text */
function complaints(room, name, text) {
  /** @type {string[]} */
  const found = [];
  const allowed = rooms.slice(0, rooms.indexOf(room) + 1);
  text.split("\n").forEach((line, index) => {
    const where = `module/${name}:${index + 1}`;
    const included = line.match(/^\s*#\s*include\s*"([^"]+)"/)?.[1];
    if (included) {
      const [target] = included.split("/");
      if (included.includes("..") || !included.includes("/")) {
        found.push(`${where}: "${included}" is not named by its room`);
      } else if (rooms.includes(target) && !allowed.includes(target)) {
        found.push(`${where}: ${room} includes ${target}, which lies above it`);
      } else if (!rooms.includes(target) && !OUTSIDE.includes(target)) {
        found.push(`${where}: "${included}" belongs to no room`);
      }
    }
    if (!["host", "cli"].includes(room)) {
      for (const [pattern, what] of WORLD) {
        if (line.match(pattern)) {
          found.push(`${where}: ${what} below host and cli`);
        }
      }
    }
  });
  return found;
}

test("the table of rooms is there, and every folder is in it", () => {
  assert.ok(rooms.length >= 12, `rooms: ${rooms.join(" ")}`);
  const folders = readdirSync(MODULE).filter((name) => statSync(path.join(MODULE, name)).isDirectory());
  assert.deepEqual(folders.filter((name) => !rooms.includes(name)), []);
});

test("a wrong include is found", () => {
  const text = '#include "base/result.h"\n#include "smime/reader.h"\n#include "../nss/owners.h"\n';
  assert.deepEqual(complaints("cms", "cms/x.cc", text), [
    "module/cms/x.cc:2: cms includes smime, which lies above it",
    'module/cms/x.cc:3: "../nss/owners.h" is not named by its room',
  ]);
  assert.equal(complaints("pkix", "pkix/x.cc", "  auto now = PR_Now();\n").length, 1);
  assert.equal(complaints("cli", "cli/x.cc", '#include "panel/view.h"\nPR_Now();\n').length, 0);
});

for (const room of rooms) {
  test(`${room} includes only rooms below it`, () => {
    const folder = path.join(MODULE, room);
    const files = existsSync(folder) ? sources(folder) : [];
    const found = files.flatMap((file) =>
      complaints(room, path.relative(MODULE, file), readFileSync(file, "utf8")),
    );
    assert.deepEqual(found, []);
  });
}
