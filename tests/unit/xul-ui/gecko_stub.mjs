// The few names of the host's global scope that files of xul-ui/host/ use when they are imported, for
// tests that run them in Node.js. Services that a test needs are put into `modules`.

/** @type {Record<string, any>} What the host's modules export, by name. */
export const modules = {};

/** @type {Record<string, any>} What the host's services are, by contract. */
export const services = {};

const globals = /** @type {Record<string, any>} */ (globalThis);

globals.ChromeUtils = {
  /** @param {object} target @param {Record<string, string>} names */
  defineESModuleGetters(target, names) {
    for (const name of Object.keys(names)) {
      Object.defineProperty(target, name, { get: () => modules[name] });
    }
  },
  generateQI: () => () => null,
};
globals.Ci = {
  nsMsgMessageFlags: { Partial: 0x400 },
  nsIMsgCompDeliverMode: {
    Now: 0, Later: 1, Save: 2, SaveAs: 3, SaveAsDraft: 4, SaveAsTemplate: 5, AutoSaveAsDraft: 7,
  },
};
globals.Cr = { NS_BINDING_ABORTED: 1, NS_ERROR_FILE_TOO_BIG: 2 };
globals.Components = { isSuccessCode: (/** @type {number} */ status) => status === 0 };
globals.Cc = {
  "@mozilla.org/messenger-smime/smime-encrypted-uris-service;1": {
    getService: () => services["@mozilla.org/messenger-smime/smime-encrypted-uris-service;1"],
  },
  "@mozilla.org/binaryinputstream;1": {
    createInstance: () => ({
      /** @type {Uint8Array} */ octets: new Uint8Array(),
      setInputStream(/** @type {{octets: Uint8Array}} */ stream) {
        this.octets = stream.octets;
      },
      readArrayBuffer(/** @type {number} */ count, /** @type {ArrayBuffer} */ buffer) {
        new Uint8Array(buffer).set(this.octets.subarray(0, count));
      },
    }),
  },
};

// The host's engine has it; the oldest supported Node.js has not.
/** @type {any} */ (ArrayBuffer.prototype).transfer ??=
  /** @this {ArrayBuffer} @param {number} length */
  function transfer(length) {
    const moved = new Uint8Array(length);
    moved.set(new Uint8Array(this).subarray(0, length));
    return moved.buffer;
  };
