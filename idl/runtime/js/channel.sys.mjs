// The way between the proxies and one worker: two ends of a message port. Several channels make a
// pool; each worker works on one call at a time.

import { carryOut } from "./call.sys.mjs";
import { SignetError, errorOf } from "./signet-error.sys.mjs";

/**
 * @typedef {import("./call.sys.mjs").CallRequest} CallRequest
 * @typedef {import("./call.sys.mjs").CallOptions} CallOptions
 * @typedef {import("./call.sys.mjs").Operation} Operation
 * @typedef {import("./call.sys.mjs").Message} Message
 * @typedef {import("./reasons.sys.mjs").Reason} Reason
 */

/**
 * A Worker, its global scope, or a MessagePort.
 * @typedef {object} Port
 * @property {(message: any, transfer: any[]) => void} postMessage
 * @property {((event: {data: any}) => void) | null} onmessage
 */

/** Of the whole program, because all channels lead to the same module. */
let lastCallId = 0;

/** The end at the proxies: a transport (see call.sys.mjs). */
export class Channel {
  /** @type {Map<number, {resolve: (value: unknown) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  /** @type {SignetError | null} */
  #closed = null;
  #port;
  #cancel;

  /**
   * @param {Port} port - To the worker. The channel takes its onmessage.
   * @param {(callId: number) => void} [cancel] - Tells the module to give a call up; the worker,
   *   which is busy with that call, could not.
   */
  constructor(port, cancel = () => {}) {
    this.#port = port;
    this.#cancel = cancel;
    port.onmessage = ({ data }) => this.#settle(data);
  }

  /** @returns {number} Calls that wait for their answer. */
  get load() {
    return this.#waiting.size;
  }

  /**
   * @param {CallRequest} request
   * @param {CallOptions} options
   * @returns {Promise<unknown>}
   */
  async call(request, { signal, transfer } = {}) {
    if (this.#closed) {
      throw this.#closed;
    }
    if (signal?.aborted) {
      throw errorOf("cancelled", null);
    }
    const callId = ++lastCallId;
    /** @type {Promise<unknown>} */
    const answer = new Promise((resolve, reject) => this.#waiting.set(callId, { resolve, reject }));
    const abort = () => {
      this.#cancel(callId);
      this.#settle({ callId, reason: errorOf("cancelled", null).reason });
    };
    signal?.addEventListener("abort", abort);
    try {
      this.#port.postMessage({ callId, request }, transfer ? request.buffers : []);
      return await answer;
    } finally {
      this.#waiting.delete(callId);
      signal?.removeEventListener("abort", abort);
    }
  }

  /**
   * Fails everything that waits and whatever comes: the worker is gone.
   * @param {string} why - For a bug report.
   */
  close(why) {
    this.#closed = errorOf("internal", why);
    for (const { reject } of this.#waiting.values()) {
      reject(this.#closed);
    }
    this.#waiting.clear();
  }

  /** @param {{callId: number, value?: unknown, reason?: Reason}} answer */
  #settle({ callId, value, reason }) {
    const waiting = this.#waiting.get(callId);
    this.#waiting.delete(callId);
    if (reason) {
      waiting?.reject(new SignetError(reason));
    } else {
      waiting?.resolve(value);
    }
  }
}

/**
 * The end in the worker: answers the calls that come through a port.
 *
 * @param {Port} port
 * @param {Record<string, Record<string, Operation>>} interfaces - From interfaces.sys.mjs.
 * @param {(message: Message) => Message} callModule - signet_call().
 */
export function serve(port, interfaces, callModule) {
  port.onmessage = ({ data: { callId, request } }) => {
    try {
      const { value, buffers } = carryOut(interfaces, request, callId, callModule);
      port.postMessage({ callId, value }, buffers);
    } catch (error) {
      const { reason } = error instanceof SignetError ? error : errorOf("internal", String(error));
      port.postMessage({ callId, reason }, []);
    }
  };
}
