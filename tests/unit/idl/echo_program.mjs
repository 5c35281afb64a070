/**
 * The program unit_idl_echo of the build (environment variable SIGNET_BUILD): the generated C++ of
 * cases/echo.webidl, for tests of the generated script.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const BUILD = process.env.SIGNET_BUILD ?? "build/release";
const PROGRAM = join(BUILD, "tests/unit_idl_echo");
/** For tests that need the program. */
export const options = { skip: existsSync(PROGRAM) ? false : `${PROGRAM} is not built` };

/**
 * @param {string} name - Of a module that is generated from cases/.
 * @returns {Promise<any>}
 */
export const load = (name) =>
  import(pathToFileURL(join(BUILD, "tests/idl_generated/js", name)).href);

/**
 * Calls the program: what signet_call() is in the add-on.
 *
 * @param {{json: string, buffers: ArrayBuffer[]}} message
 * @returns {{json: string, buffers: ArrayBuffer[]}}
 */
export function callProgram({ json, buffers }) {
  const strings = [Buffer.from(json), ...buffers.map((buffer) => Buffer.from(buffer))];
  const head = Buffer.alloc(4 * (strings.length + 1));
  [strings.length, ...strings.map(({ length }) => length)]
    .forEach((number, index) => head.writeUInt32LE(number, 4 * index));
  const { status, stdout, stderr } = spawnSync(PROGRAM, [], {
    input: Buffer.concat([head, ...strings]),
  });
  assert.equal(status, 0, stderr.toString());
  const lengths = Array.from({ length: stdout.readUInt32LE(0) }, (_, index) =>
    stdout.readUInt32LE(4 * (index + 1)));
  let position = 4 * (lengths.length + 1);
  const [text, ...octets] = lengths.map((length) => {
    const string = stdout.subarray(position, position + length);
    position += length;
    return string;
  });
  assert.equal(position, stdout.length);
  return { json: text.toString(), buffers: octets.map((each) => Uint8Array.from(each).buffer) };
}
