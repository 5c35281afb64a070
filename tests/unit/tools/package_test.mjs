// tools/package: what the Debian package holds, and that it depends on nothing but sources and libraries.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const scratch = mkdtempSync(join(tmpdir(), "signet-package-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** @param {string} folder @returns {string} The package's file. */
function makePackage(folder) {
  execFileSync("tools/package", [folder], { stdio: ["ignore", "ignore", "pipe"] });
  const [name] = readdirSync(folder).filter((file) => file.endsWith(".deb"));
  return join(folder, name);
}

const first = makePackage(join(scratch, "first"));
execFileSync("dpkg-deb", ["--extract", first, join(scratch, "root")]);

/** @param {string[]} path @returns {string} In the extracted package. */
const installed = (...path) => join(scratch, "root", ...path);

test("holds the command, its manual and the add-on where existing profiles take it from", () => {
  const version = execFileSync(installed("usr/bin/signet"), ["--version"], { encoding: "utf8" });
  assert.match(version, /^signet \d+\.\d+\.\d+/);
  const addOn = readFileSync(installed("usr/lib/thunderbird/extensions/signet@smime.module.xpi"));
  assert.equal(addOn.subarray(0, 2).toString(), "PK");
  const manuals = readdirSync(installed("usr/share/man/man1"));
  assert.ok(manuals.includes("signet.1.gz") && manuals.includes("signet-verify.1.gz"), manuals.join());
});

test("names the libraries that it needs", () => {
  const depends = execFileSync("dpkg-deb", ["--field", first, "Depends"], { encoding: "utf8" });
  for (const library of ["libnss3", "libnspr4", "libglib2.0-0", "libstdc++6"]) {
    assert.ok(depends.includes(`${library} (>=`), depends);
  }
});

test("completes subcommands and options from the command's own help", () => {
  const script = `. ${installed("usr/share/bash-completion/completions/signet")}
    COMP_WORDS=("$1" ver) COMP_CWORD=1; _signet; echo "\${COMPREPLY[@]}"
    COMP_WORDS=("$1" verify --anc) COMP_CWORD=2; _signet; echo "\${COMPREPLY[@]}"`;
  const output = execFileSync("bash", ["-c", script, "bash", installed("usr/bin/signet")],
    { encoding: "utf8" });
  assert.equal(output, "verify\n--anchor\n");
});

test("lintian has nothing to say about it", () => {
  const said = execFileSync("lintian", ["--allow-root", "--fail-on", "error,warning", first],
    { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  assert.equal(said, "");
});

test("the add-on's library cannot be changed by what overwrites memory where programs keep addresses", () => {
  // lintian looks into programs, not into an add-on.
  const xpi = installed("usr/lib/thunderbird/extensions/signet@smime.module.xpi");
  const library = join(scratch, "libsignet.so");
  writeFileSync(library, execFileSync("unzip", ["-p", xpi, "native/libsignet.so"], { maxBuffer: 1 << 27 }));
  assert.match(execFileSync("readelf", ["-lW", library], { encoding: "utf8" }), /GNU_RELRO/);
});

test("is the same octet by octet when made again", () => {
  assert.ok(readFileSync(first).equals(readFileSync(makePackage(join(scratch, "second")))));
});
