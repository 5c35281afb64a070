/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The native module's file: from inside the XPI to where the system's loader can open it.
//
// Relies on: NetUtil to read from the XPI; IOUtils to write to the profile and to compute digests.

/** @type {{NetUtil?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, { NetUtil: "resource://gre/modules/NetUtil.sys.mjs" });

const ENTRY = "native/libsignet.so";
/** Beside it, written when the add-on was packed: its SHA-256 in hexadecimal. */
const DIGEST_ENTRY = `${ENTRY}.sha256`;

/** The folder in the profile that holds the extracted library and nothing else. */
const folder = () => PathUtils.join(PathUtils.profileDir, "signet");

/**
 * Makes the library available as a file, and looks whether it is what was packed: a damaged one would
 * take the whole mail program down while the system loads it.
 * @param {nsIURI} rootURI Of the add-on: inside an XPI, or a folder.
 * @param {string} version Of the add-on.
 * @returns {Promise<string>} The file's path. Rejected if there is no sound library.
 */
export async function provideLibrary(rootURI, version) {
  const wanted = new TextDecoder().decode(await readEntry(rootURI, DIGEST_ENTRY)).trim();
  if (!/^[0-9a-f]{64}$/.test(wanted)) {
    throw new Error(`${DIGEST_ENTRY} is damaged`);
  }
  if (rootURI instanceof Ci.nsIFileURL) {
    const entry = rootURI.file.clone();
    ENTRY.split("/").forEach((name) => entry.append(name));
    return sound(entry.path, wanted);
  }
  // The loader knows a library by its path, also after the file has changed; so each build has its
  // own name.
  const path = PathUtils.join(folder(), `libsignet-${version}-${wanted.slice(0, 16)}.so`);
  if ((await digest(path)) !== wanted) {
    await IOUtils.makeDirectory(folder(), { permissions: 0o700 });
    await IOUtils.write(path, await readEntry(rootURI, ENTRY), { tmpPath: `${path}.new` });
    await sound(path, wanted);
  }
  await removeAllBut(path);
  return path;
}

/** @param {string} path @param {string} wanted @returns {Promise<string>} The path. */
async function sound(path, wanted) {
  if ((await digest(path)) !== wanted) {
    throw new Error(`${ENTRY} is damaged`);
  }
  return path;
}

/** @param {string} path @returns {Promise<string>} SHA-256 in hexadecimal; empty if there is no file. */
async function digest(path) {
  return (await IOUtils.exists(path)) ? IOUtils.computeHexDigest(path, "sha256") : "";
}

/** Removes what provideLibrary() wrote. A library that is in use stays usable until the end. */
export async function removeLibrary() {
  await IOUtils.remove(folder(), { recursive: true, ignoreAbsent: true });
}

/** @param {string} path */
async function removeAllBut(path) {
  for (const child of await IOUtils.getChildren(folder())) {
    if (child !== path) {
      await IOUtils.remove(child);
    }
  }
}

/**
 * @param {nsIURI} rootURI
 * @param {string} entry
 * @returns {Promise<Uint8Array>}
 */
function readEntry(rootURI, entry) {
  return new Promise((resolve, reject) => {
    lazy.NetUtil.asyncFetch(
      { uri: `${rootURI.spec}${entry}`, loadUsingSystemPrincipal: true },
      (/** @type {any} */ stream, /** @type {number} */ status) => {
        if (!Components.isSuccessCode(status)) {
          reject(Components.Exception(`${entry} could not be read`, status));
          return;
        }
        const size = stream.available();
        const binary = Cc["@mozilla.org/binaryinputstream;1"].createInstance(
          Ci.nsIBinaryInputStream,
        );
        binary.setInputStream(stream);
        const buffer = new ArrayBuffer(size);
        binary.readArrayBuffer(size, buffer);
        resolve(new Uint8Array(buffer));
      },
    );
  });
}

export const requirements = [
  { name: "NetUtil.asyncFetch", test: () => typeof lazy.NetUtil.asyncFetch === "function" },
  { name: "IOUtils.write", test: () => typeof IOUtils.write === "function" },
  {
    name: "IOUtils.computeHexDigest",
    test: () => typeof IOUtils.computeHexDigest === "function",
  },
];
