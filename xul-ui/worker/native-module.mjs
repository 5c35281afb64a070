/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The C ABI of the native module (module/host/signet.h) for script, with ctypes. Runs in a worker:
// calls block.

import { errorOf } from "../generated/js/signet-error.sys.mjs";

/** @typedef {import("../generated/js/call.sys.mjs").Message} Message */

/** The number of the ABI that this file speaks. */
const ABI = 1;

/**
 * Byte buffers from here on are lent to the module where they are. Smaller ones are copied: the engine
 * may keep those inside an object that its garbage collector moves.
 */
const LENT_OCTETS = 64 * 1024;

const Handle = ctypes.uint64_t;
const Bytes = new ctypes.StructType("signet_bytes", [
  { data: ctypes.voidptr_t },
  { size: ctypes.size_t },
]);
const Answer = new ctypes.StructType("signet_answer", [
  { json: Bytes },
  { buffers: Bytes.ptr },
  { buffer_count: ctypes.size_t },
]);

/** The loaded library, and with open() or adopt() a module in it. */
export class NativeModule {
  #functions;
  /** @type {any} */
  #module = null;

  /**
   * Loads the library. Throws what the system says if it cannot be loaded, and a SignetError
   * `version-mismatch` if it is of another version than the script.
   * @param {string} path
   * @param {string} version Of the script.
   */
  constructor(path, version) {
    const library = ctypes.open(path);
    const { default_abi: abi, char, int, size_t: size, void_t: nothing, voidptr_t: pointer } = ctypes;
    const asked = { version: library.declare("signet_version", abi, char.ptr) };
    const found = JSON.parse(asked.version().readString());
    if (found.abi !== ABI || found.version !== version) {
      throw versionMismatch(version, found.version);
    }
    this.#functions = {
      open: library.declare("signet_open", abi, Handle, pointer, size, Handle.ptr),
      call: library.declare("signet_call", abi, Handle, Handle, pointer, size, Bytes.ptr, size),
      cancel: library.declare("signet_cancel", abi, nothing, Handle, ctypes.uint64_t),
      read: library.declare("signet_read", abi, int, Handle, Answer.ptr),
      release: library.declare("signet_release", abi, nothing, Handle),
      close: library.declare("signet_close", abi, nothing, Handle),
      // From the C library, which the module is linked with: octets between the two worlds.
      move: library.declare("memmove", abi, pointer, pointer, pointer, size),
    };
  }

  /**
   * Opens a module on the NSS that the host has running.
   * @param {import("../generated/js/session.sys.mjs").OpenOptions} options
   * @returns {number} Its handle, which is good in every thread of the process.
   */
  open(options) {
    const text = new TextEncoder().encode(JSON.stringify(options));
    const module = Handle(0);
    const response = this.#functions.open(text.buffer, text.length, module.address());
    const { error } = JSON.parse(this.#take(response).json);
    if (error) {
      throw Object.assign(errorOf(error.code, error.diagnostic ?? null), { reason: error });
    }
    return this.adopt(Number(module.value.toString()));
  }

  /**
   * Uses a module that another thread has opened.
   * @param {number} handle
   * @returns {number} The handle.
   */
  adopt(handle) {
    this.#module = handle;
    return handle;
  }

  /** Carries out one call. @param {Message} message @returns {Message} */
  call({ json, buffers }) {
    const text = new TextEncoder().encode(json);
    // Octets that are copied must live until the call is over; so must those that are lent.
    const kept = buffers.map((buffer) => this.#lend(buffer));
    const beside = buffers.length > 0 ? Bytes.array(buffers.length)() : null;
    buffers.forEach((buffer, index) => {
      const bytes = Bytes();
      bytes.data = kept[index].address;
      bytes.size = buffer.byteLength;
      beside[index] = bytes;
    });
    const response = this.#functions.call(
      this.#module,
      text.buffer,
      text.length,
      beside ? beside.addressOfElement(0) : null,
      buffers.length,
    );
    kept.length = 0;
    return this.#take(response);
  }

  /** @param {number} callId */
  cancel(callId) {
    this.#functions.cancel(this.#module, callId);
  }

  /** Ends the module, for every thread; waits for its calls, which end early. */
  close() {
    this.#functions.close(this.#module);
    this.#module = null;
  }

  /** @param {ArrayBuffer} buffer @returns {{address: any, owner: any}} */
  #lend(buffer) {
    if (buffer.byteLength >= LENT_OCTETS) {
      // Moving nothing gives the address of the octets.
      return { address: this.#functions.move(buffer, buffer, 0), owner: buffer };
    }
    if (buffer.byteLength === 0) {
      return { address: ctypes.voidptr_t(0), owner: null };
    }
    const copy = ctypes.uint8_t.array(buffer.byteLength)();
    const address = ctypes.cast(copy.addressOfElement(0), ctypes.voidptr_t);
    this.#functions.move(address, buffer, buffer.byteLength);
    return { address, owner: copy };
  }

  /** Reads a response and releases it. @param {any} response @returns {Message} */
  #take(response) {
    const answer = Answer();
    try {
      if (!this.#functions.read(response, answer.address())) {
        throw errorOf("internal", "the module gave no answer");
      }
      const json = new TextDecoder("utf-8", { fatal: true }).decode(this.#copy(answer.json));
      const buffers = Array.from({ length: number(answer.buffer_count) }, (_, index) =>
        this.#copy(ctypes.cast(answer.buffers, Bytes.array(index + 1).ptr).contents[index]),
      );
      return { json, buffers };
    } finally {
      this.#functions.release(response);
    }
  }

  /** @param {any} bytes @returns {ArrayBuffer} */
  #copy({ data, size }) {
    const copy = new ArrayBuffer(number(size));
    if (copy.byteLength > 0) {
      this.#functions.move(copy, data, copy.byteLength);
    }
    return copy;
  }
}

/** @param {any} value A UInt64. @returns {number} */
function number(value) {
  return Number(value.toString());
}

/** @param {string} scriptVersion @param {string} moduleVersion */
function versionMismatch(scriptVersion, moduleVersion) {
  const error = errorOf("version-mismatch", null);
  error.reason.texts = { scriptVersion, moduleVersion: String(moduleVersion) };
  return error;
}
