/**
 * The C ABI (module/host/signet.h) for tests in Node.js: what xul-ui/worker/ is with ctypes.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";

/** @type {any} koffi brings no types that match its functions' signatures here. */
const koffi = createRequire(import.meta.url)("koffi");

/** The library of the build under test. */
export const LIBRARY = join(process.env.SIGNET_BUILD ?? "build/release", "libsignet.so");

/**
 * @typedef {{json: string, buffers: ArrayBuffer[]}} Message
 */

const bytes = koffi.struct("signet_bytes", { data: "const uint8_t *", size: "size_t" });
const answer = koffi.struct("signet_answer", {
  json: bytes,
  buffers: koffi.pointer(bytes),
  buffer_count: "size_t",
});

/** The functions of the ABI, and two of C++'s ways to use them. */
export class NativeLibrary {
  constructor() {
    const library = koffi.load(LIBRARY);
    this.version = library.func("const char *signet_version()");
    this.open = library.func("uint64_t signet_open(const char *, size_t, _Out_ uint64_t *)");
    this.callRaw = library.func(
      "uint64_t signet_call(uint64_t, const void *, size_t, const signet_bytes *, size_t)");
    this.cancel = library.func("void signet_cancel(uint64_t, uint64_t)");
    this.read = library.func("signet_read", "int", ["uint64_t", koffi.out(koffi.pointer(answer))]);
    this.release = library.func("void signet_release(uint64_t)");
    this.close = library.func("void signet_close(uint64_t)");
  }

  /**
   * @param {object | string} options
   * @returns {{module: number, answer: any}}
   */
  openModule(options) {
    const text = typeof options === "string" ? options : JSON.stringify(options);
    const module = [0];
    const response = this.open(text, Buffer.byteLength(text), module);
    return { module: module[0], answer: JSON.parse(this.take(response).json) };
  }

  /**
   * @param {number | bigint} module
   * @param {Message} message
   * @returns {Message}
   */
  call(module, message) {
    return this.take(this.callRaw(module, ...callArguments(message)));
  }

  /**
   * The same on another thread.
   *
   * @param {number} module
   * @param {Message} message
   * @returns {Promise<Message>}
   */
  callAside(module, message) {
    const given = callArguments(message);
    return new Promise((resolve, reject) => {
      this.callRaw.async(module, ...given, (/** @type {any} */ error, /** @type {any} */ response) => {
        if (error) {
          reject(error);
        } else {
          resolve(this.take(response));
        }
      });
    });
  }

  /**
   * Reads a response and releases it.
   *
   * @param {number} response
   * @returns {Message}
   */
  take(response) {
    const found = /** @type {any} */ ({});
    if (this.read(response, found) !== 1) {
      throw new Error(`${response} is no response`);
    }
    const message = {
      json: octetsOf(found.json).toString(),
      buffers: Array.from({ length: Number(found.buffer_count) }, (_, index) =>
        Uint8Array.from(octetsOf(koffi.decode(found.buffers, index * koffi.sizeof(bytes), bytes)))
          .buffer),
    };
    this.release(response);
    return message;
  }
}

/**
 * @param {{data: any, size: number}} view
 * @returns {Buffer}
 */
function octetsOf({ data, size }) {
  return size === 0 ? Buffer.alloc(0) : Buffer.from(koffi.decode(data, "uint8_t", Number(size)));
}

/**
 * @param {Message} message
 * @returns {[Buffer, number, object[] | null, number]}
 */
function callArguments({ json, buffers }) {
  const text = Buffer.from(json);
  const views = buffers.map((buffer) => ({
    data: new Uint8Array(buffer),
    size: buffer.byteLength,
  }));
  return [text, text.length, views.length > 0 ? views : null, views.length];
}
