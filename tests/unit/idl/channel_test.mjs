/**
 * The way between proxies and a worker: calls, failures, cancellation, transfer, the end of a worker.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, describe, test } from "node:test";
import { MessageChannel } from "node:worker_threads";
import { callProgram, load, options } from "./echo_program.mjs";

describe("a channel", options, () => {
  /** @type {MessageChannel[]} */
  const opened = [];
  after(() => opened.forEach(({ port1 }) => port1.close()));

  /**
   * @param {{serving?: boolean, cancel?: (callId: number) => void}} [how]
   */
  async function open({ serving = true, cancel } = {}) {
    const [{ Echo }, { interfaces }, { Channel, serve }] = await Promise.all(
      ["echo.sys.mjs", "interfaces.sys.mjs", "channel.sys.mjs"].map(load));
    const ports = new MessageChannel();
    opened.push(ports);
    const channel = new Channel(ports.port1, cancel);
    if (serving) {
      serve(ports.port2, interfaces, callProgram);
    }
    return { channel, echo: new Echo(channel), ports };
  }

  /** @param {string} code */
  const failsWith = (code) => (/** @type {any} */ error) => {
    assert.equal(error.name, "SignetError");
    assert.equal(error.reason.code, code);
    return true;
  };

  test("takes calls there and values back, in any number", async () => {
    const { channel, echo } = await open();
    const calls = [1, 2, 3].map((value) => echo.small(value));
    await Promise.resolve();
    assert.equal(channel.load, 3);
    assert.deepEqual(await Promise.all(calls), [1, 2, 3]);
    assert.equal(channel.load, 0);
  });

  test("fails with the module's reason", async () => {
    const { echo } = await open();
    await assert.rejects(echo.fail("x"), failsWith("file-unreadable"));
    assert.equal(await echo.small(1), 1, "and goes on");
  });

  test("copies byte buffers, or gives them away if asked", async () => {
    const { echo } = await open();
    const kept = new Uint8Array([1, 2]).buffer;
    assert.deepEqual(await echo.octets(kept), kept);
    assert.equal(kept.byteLength, 2);
    const given = new Uint8Array([1, 2]).buffer;
    assert.deepEqual(await echo.octets(given, { transfer: true }), kept);
    assert.equal(given.byteLength, 0);
  });

  test("what cannot be cloned is refused before it is sent", async () => {
    const { echo } = await open();
    await assert.rejects(echo.text(() => {}), failsWith("invalid-request"));
  });

  test("a call that is cancelled fails at once, and the module is told", async () => {
    /** @type {number[]} */
    const cancelled = [];
    const { echo, ports, channel } = await open({
      serving: false,
      cancel: (callId) => cancelled.push(callId),
    });
    const controller = new AbortController();
    const call = echo.small(1, { signal: controller.signal });
    const [request] = await once(ports.port2, "message");
    controller.abort();
    await assert.rejects(call, failsWith("cancelled"));
    assert.deepEqual(cancelled, [request.callId]);
    assert.equal(channel.load, 0);
    // The answer comes all the same, and harms nobody.
    ports.port2.postMessage({ callId: request.callId, value: 1 });
    await assert.rejects(echo.small(1, { signal: controller.signal }), failsWith("cancelled"));
    assert.equal(cancelled.length, 1, "a call that was never sent is not cancelled");
  });

  test("numbers of calls are never used twice, whatever the channel", async () => {
    const seen = new Set();
    for (let index = 0; index < 3; index += 1) {
      const { echo, ports } = await open({ serving: false });
      echo.small(index).catch(() => {});
      const [request] = await once(ports.port2, "message");
      seen.add(request.callId);
    }
    assert.equal(seen.size, 3);
  });

  test("when the worker is gone, all calls fail", async () => {
    const { channel, echo } = await open({ serving: false });
    const call = echo.small(1);
    await Promise.resolve();
    channel.close("the worker has ended");
    await assert.rejects(call, failsWith("internal"));
    await assert.rejects(echo.small(2), /the worker has ended/);
  });

  test("a worker whose module breaks down answers with a reason", async () => {
    const [{ Echo }, { interfaces }, { Channel, serve }] = await Promise.all(
      ["echo.sys.mjs", "interfaces.sys.mjs", "channel.sys.mjs"].map(load));
    const ports = new MessageChannel();
    opened.push(ports);
    serve(ports.port2, interfaces, () => {
      throw new Error("segment lost");
    });
    await assert.rejects(new Echo(new Channel(ports.port1)).small(1), failsWith("internal"));
  });

  test("requests for what is not in the contract are refused in the worker", async () => {
    const { channel } = await open();
    for (const request of [
      { interface: "Echo", operation: "none", arguments: {}, buffers: [] },
      { interface: "constructor", operation: "name", arguments: {}, buffers: [] },
      { interface: "Echo", operation: "toString", arguments: {}, buffers: [] },
    ]) {
      await assert.rejects(channel.call(request, {}), /there is no such operation/);
    }
  });
});
