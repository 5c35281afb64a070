/**
 * The packed add-on: readable by others' tools, and the same whenever and by whomever it is packed.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { withDigests, zip } from "../../../tools/pack.mjs";

const PACK = fileURLToPath(new URL("../../../tools/pack.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "signet-pack-"));
after(() => rmSync(folder, { recursive: true }));

test("another implementation reads it: names, contents, one time, one mode", () => {
  const files = new Map([
    ["manifest.json", Buffer.from("{}")],
    ["content/long.txt", Buffer.alloc(100_000, "signet ")],
    ["content/empty", Buffer.alloc(0)],
  ]);
  const archive = join(folder, "listed.zip");
  writeFileSync(archive, zip(files));
  /** @param {string[]} options */
  const unzip = (...options) => execFileSync("unzip", options, { maxBuffer: 1e6 });
  unzip("-tq", archive);
  // Mode, version, system, size, text or binary, method, time, name.
  assert.deepEqual(unzip("-Z", "-T", "-s", archive).toString().split("\n")
    .filter((line) => line.startsWith("-"))
    .map((line) => line.split(/ +/))
    .map(([mode, , system, size, , , time, name]) => [mode, system, size, time, name]), [
    ["-rw-r--r--", "unx", "0", "19800101.000000", "content/empty"],
    ["-rw-r--r--", "unx", "100000", "19800101.000000", "content/long.txt"],
    ["-rw-r--r--", "unx", "2", "19800101.000000", "manifest.json"],
  ]);
  for (const [path, content] of files) {
    assert.ok(unzip("-p", archive, path).equals(content), path);
  }
});

test("time, order of creation and mode leave no trace", () => {
  const [first, second] = ["first", "second"].map((name, index) => {
    const source = join(folder, name);
    mkdirSync(join(source, "b"), { recursive: true });
    const paths = ["a", "b/c", "z"];
    for (const path of index === 0 ? paths : paths.reverse()) {
      writeFileSync(join(source, path), path, { mode: index === 0 ? 0o600 : 0o755 });
      utimesSync(join(source, path), 1e9 + index, 1e9 + index);
    }
    const archive = join(folder, `${name}.xpi`);
    execFileSync(process.execPath, [PACK, archive, source]);
    return readFileSync(archive);
  });
  assert.ok(first.equals(second));
});

test("each library has its digest beside it, as sha256sum computes it, and nothing else has", () => {
  const library = Buffer.from("a library");
  const files = withDigests(new Map([["native/a.so", library], ["manifest.json", library]]));
  assert.deepEqual([...files.keys()].sort(), ["manifest.json", "native/a.so", "native/a.so.sha256"]);
  const [expected] = execFileSync("sha256sum", { input: library }).toString().split(" ");
  assert.equal(Buffer.from(files.get("native/a.so.sha256") ?? "").toString(), `${expected}\n`);
});
