// The workers that have the native module loaded: one that fails is replaced, and only what it was
// working on is lost.

import assert from "node:assert/strict";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import "./gecko_stub.mjs";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
/** As it is packed: beside what is generated. */
const PACKED = path.join(process.env.SIGNET_BUILD ?? path.join(PROJECT, "build/release"), "xul-ui/xpi");

/** Answers like module-worker.mjs, except that calls wait for the test. */
class FakeWorker {
  /** @type {FakeWorker[]} */
  static all = [];
  /** @type {any[]} */
  calls = [];
  terminated = false;
  role = "";
  /** @type {((event: any) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;

  constructor() {
    FakeWorker.all.push(this);
  }

  /** @param {any} message */
  postMessage(message) {
    if (message.role) {
      this.role = message.role;
      setTimeout(() => this.onmessage?.({ data: { ready: true, module: 7 } }), 0);
    } else if (message.request) {
      this.calls.push(message);
    }
  }

  terminate() {
    this.terminated = true;
  }

  /** The worker answers the call that it was given last. */
  answer() {
    const { callId } = this.calls[this.calls.length - 1];
    this.onmessage?.({ data: { callId, value: null } });
  }

  fail() {
    this.onerror?.({ preventDefault() {}, message: "out of everything" });
  }
}

const globals = /** @type {any} */ (globalThis);
globals.ChromeWorker = FakeWorker;
globals.ChromeUtils.importESModule = () => ({ setTimeout, clearTimeout });

const { SecurityModule } = await import(
  pathToFileURL(path.join(PACKED, "content/worker/security-module.sys.mjs")).href
);

const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });
const callers = () =>
  FakeWorker.all.filter(({ role, terminated }) => role === "calls" && !terminated);

async function start() {
  FakeWorker.all = [];
  return SecurityModule.start("/library", "1.0");
}

test("a worker that fails loses its call only, and is replaced", async () => {
  const module = await start();
  assert.equal(callers().length, 2);
  const lost = module.certificate("a");
  const kept = module.certificate("b");
  const [first, second] = callers();
  assert.equal(first.calls.length, 1);
  assert.equal(second.calls.length, 1);
  first.fail();
  await assert.rejects(lost, /out of everything/);
  second.answer();
  assert.equal(await kept, null);
  await settled();
  assert.equal(first.terminated, true);
  assert.equal(callers().length, 2);
});

test("when all have failed, a call waits for those that come in their place", async () => {
  const module = await start();
  callers().forEach((worker) => worker.fail());
  const answered = module.certificate("a");
  await settled();
  const busy = callers().find(({ calls }) => calls.length > 0);
  busy?.answer();
  assert.equal(await answered, null);
});

test("what always fails is not tried for ever, and says so", async () => {
  const module = await start();
  for (let round = 0; round < 20 && callers().length > 0; ++round) {
    callers().forEach((worker) => worker.fail());
    await settled();
  }
  assert.deepEqual(callers(), []);
  await assert.rejects(module.certificate("a"), /no worker is left/);
});

test("after the end nothing is started", async () => {
  const module = await start();
  const [first] = callers();
  module.stop();
  first.fail();
  await settled();
  assert.deepEqual(callers(), []);
});
