/**
 * The C ABI as script meets it: the generated proxies call the real libsignet.so, from several
 * threads, and everything that is wrong is an answer.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { LIBRARY, NativeLibrary } from "./native_library.mjs";

const GENERATED = join(process.env.SIGNET_BUILD ?? "build/release", "generated/js");

/** @param {string} name */
const load = (name) => import(pathToFileURL(join(GENERATED, name)).href);

const skip = existsSync(LIBRARY) ? false : `${LIBRARY} is not built`;

describe("the C ABI", { skip }, () => {
  const profile = mkdtempSync(join(tmpdir(), "signet-abi-"));
  /** @type {NativeLibrary} */
  let native;
  /** @type {string} */
  let contract;
  /** @type {number} */
  let module;
  /** @type {any} What joining gives while no NSS runs in this process. */
  let joined;

  before(async () => {
    execFileSync("certutil", ["-N", "-d", `sql:${profile}`, "--empty-password"]);
    native = new NativeLibrary();
    contract = (await load("contract.sys.mjs")).CONTRACT_HASH;
    joined = native.openModule({ contract, version: "1.2.3", profile: null });
    const opened = native.openModule({ contract, version: "1.2.3", profile });
    assert.deepEqual(opened.answer, { value: null });
    ({ module } = opened);
  });
  after(() => {
    native?.close(module);
    rmSync(profile, { recursive: true });
  });

  /**
   * @param {string} json
   * @param {ArrayBuffer[]} [buffers]
   * @returns {any}
   */
  const call = (json, buffers = []) => JSON.parse(native.call(module, { json, buffers }).json);

  const INFORMATION = '{"interface": "Session", "operation": "information", "arguments": {}}';

  test("the version says what the library is", () => {
    const version = JSON.parse(native.version());
    assert.match(version.version, /^\d+\.\d+\.\d+$/);
    assert.match(version.nss, /^\d+\.\d+/);
    assert.equal(version.abi, 1);
    assert.equal(version.contract, contract);
  });

  test("it exports its functions and nothing else", () => {
    const names = execFileSync("nm", ["-D", "--defined-only", LIBRARY]).toString()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(" ")[2]);
    assert.deepEqual(names.sort(), ["signet_call", "signet_cancel", "signet_close", "signet_open",
      "signet_read", "signet_release", "signet_version"]);
  });

  test("proxies call it", async () => {
    const [{ Session }, { MessageSecurity }, { interfaces }, { carryOut }] = await Promise.all(
      ["session.sys.mjs", "message-security.sys.mjs", "interfaces.sys.mjs", "call.sys.mjs"].map(load));
    let callId = 0;
    const transport = {
      /** @param {any} request */
      call: async (request) => carryOut(interfaces, request, ++callId,
        (/** @type {any} */ message) => native.call(module, message)).value,
    };
    const information = await new Session(transport).information();
    assert.equal(information.ownsNss, true);
    assert.equal(information.version, JSON.parse(native.version()).version);

    const octets = Buffer.from("From: a@example.org\r\nSubject: b\r\n\r\nText\r\n");
    const messages = new MessageSecurity(transport);
    const view = await messages.judge({ time: 1.7e12 }, Uint8Array.from(octets).buffer);
    assert.equal(view.signature, "none");
    assert.equal(view.reasons[0].code, "not-signed");
    assert.equal(await messages.certificate("00"), null);
    await assert.rejects(messages.judge({ time: NaN }, new ArrayBuffer(0)),
      /judge\.options\.time: expected a number/);
  });

  test("what is wrong with a request is said with its path", () => {
    /** @type {[string, RegExp][]} */
    const wrong = [
      ["", /^not valid JSON/],
      ["[]", /^request: expected an object$/],
      ["{}", /^request\.interface: is missing$/],
      ['{"interface": 1}', /^request\.interface: expected a string$/],
      ['{"interface": "Session", "operation": "information"}', /^request\.arguments: is missing$/],
      ['{"interface": "Session", "operation": "information", "arguments": []}',
        /^information: expected an object$/],
      ['{"interface": "Session", "operation": "information", "arguments": {"a": 1}}',
        /^information\.a: is not known$/],
      ['{"interface": "Session", "operation": "destroy", "arguments": {}}',
        /^Session\.destroy: there is no such operation$/],
      ['{"interface": "Toaster", "operation": "x", "arguments": {}}',
        /^Toaster: there is no such interface$/],
      [INFORMATION.replace("{", '{"more": 1, '), /^request\.more: is not known$/],
      [INFORMATION.replace("{", '{"callId": 0, '), /^request\.callId: must not be 0$/],
      [INFORMATION.replace("{", '{"callId": 9007199254740992, '),
        /^request\.callId: expected an integer/],
      [INFORMATION.replace("{", '{"callId": 1, "callId": 1, '), /^callId: this name is there twice$/],
      ['{"interface": "MessageSecurity", "operation": "judge", "arguments": {"options": {"time": "x"}}}',
        /^judge\.options\.time: expected a number$/],
      ['{"interface": "MessageSecurity", "operation": "judge", "arguments": {"options": {"time": 1}, ' +
        '"message": 0}}', /^judge\.message: there is no byte buffer 0$/],
    ];
    for (const [json, diagnostic] of wrong) {
      const { error } = call(json);
      assert.equal(error.code, "invalid-request", json);
      assert.equal(error.severity, "error");
      assert.match(error.diagnostic, diagnostic);
    }
    assert.match(call(INFORMATION, [new ArrayBuffer(1)]).error.diagnostic,
      /^information: the byte buffer 0 is not used$/);
  });

  test("limits are reasons", () => {
    const deep = call("[".repeat(100_000));
    assert.equal(deep.error.code, "limit-exceeded");
    assert.deepEqual(deep.error.texts, { limit: "kCallDepth" });
    const many = call(INFORMATION, Array.from({ length: 2000 }, () => new ArrayBuffer(1)));
    assert.deepEqual(many.error.texts, { limit: "kCallBuffers" });
  });

  test("another contract is refused in clear words, before anything else is looked at", () => {
    const { module: none, answer } = native.openModule({ contract: "0", version: "9.9.9", new: 1 });
    assert.equal(Number(none), 0);
    assert.equal(answer.error.code, "version-mismatch");
    const { version } = JSON.parse(native.version());
    assert.deepEqual(answer.error.texts, { scriptVersion: "9.9.9", moduleVersion: version });
    assert.ok(answer.error.diagnostic.includes(contract));
    assert.ok(answer.error.diagnostic.includes("9.9.9"));
  });

  test("options are read strictly", () => {
    for (const [options, diagnostic] of /** @type {[any, RegExp][]} */ ([
      ["{", /not valid JSON/],
      ["[]", /^open: expected an object$/],
      [{ contract }, /^open\.version: is missing$/],
      [{ contract, version: "1", profile: 5 }, /^open\.profile: expected a string$/],
      [{ contract, version: "1", more: null }, /^open\.more: is not known$/],
    ])) {
      const { module: none, answer } = native.openModule(options);
      assert.equal(Number(none), 0);
      assert.equal(answer.error.code, "invalid-request");
      assert.match(answer.error.diagnostic, diagnostic);
    }
  });

  test("a host that has no NSS running is a reason", () => {
    assert.equal(Number(joined.module), 0);
    assert.equal(joined.answer.error.code, "profile-unusable");
    assert.equal(joined.answer.error.texts.problem, "not-started");
  });

  test("another profile than the one that is open is a reason", () => {
    const path = join(profile, "nowhere");
    const { module: none, answer } = native.openModule({ contract, version: "1", profile: path });
    assert.equal(Number(none), 0);
    assert.ok(["profile-unusable", "invalid-request"].includes(answer.error.code));
  });

  test("handles that are stale, foreign or made up are errors", () => {
    const other = native.openModule({ contract, version: "1", profile }).module;
    native.close(other);
    for (const handle of [other, 0, 1, 2 ** 52, 2n ** 64n - 1n]) {
      const { error } = JSON.parse(native.call(handle, { json: INFORMATION, buffers: [] }).json);
      assert.equal(error.code, "invalid-request");
      assert.match(error.diagnostic, /no such module/);
      native.cancel(handle, 1);
      native.close(handle);
    }
    const response = native.callRaw(module, Buffer.from(INFORMATION), INFORMATION.length, null, 0);
    assert.equal(native.read(response, {}), 1);
    // A response is no module, and a module is no response.
    assert.match(native.call(response, { json: INFORMATION, buffers: [] }).json, /no such module/);
    assert.equal(native.read(module, {}), 0);
    native.release(module);
    native.release(response);
    native.release(response);
    assert.equal(native.read(response, {}), 0);
    const next = native.callRaw(module, Buffer.from(INFORMATION), INFORMATION.length, null, 0);
    assert.notEqual(next, response, "a slot is used again under another handle");
    native.release(next);
    assert.ok(call(INFORMATION).value, "the module is still open");
  });

  test("calls from many threads at once", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) =>
      native.callAside(module, {
        json: JSON.stringify({
          interface: "MessageSecurity",
          operation: "judge",
          arguments: { options: { time: 1e12 + index }, message: 0 },
          callId: 1000 + index,
        }),
        buffers: [Uint8Array.from(Buffer.from(`Subject: ${index}\r\n\r\nx`)).buffer],
      })));
    for (const { json } of answers) {
      assert.equal(JSON.parse(json).value.signature, "none");
    }
  });

  test("a call that is cancelled before it comes is not carried out", () => {
    const request = INFORMATION.replace("{", '{"callId": 77, ');
    native.cancel(module, 77);
    assert.equal(call(request).error.code, "cancelled");
    assert.ok(call(request).value, "only once");
  });

  test("closing while calls run lets them end, and refuses the later ones", async () => {
    const other = native.openModule({ contract, version: "1", profile }).module;
    const running = Array.from({ length: 50 }, () =>
      native.callAside(other, { json: INFORMATION, buffers: [] }));
    native.close(other);
    for (const { json } of await Promise.all(running)) {
      const { value, error } = JSON.parse(json);
      assert.ok(value || error.code === "cancelled" || /no such module/.test(error.diagnostic));
    }
  });
});
