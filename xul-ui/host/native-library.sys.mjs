/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The native module's file: from inside the XPI to where the system's loader can open it.
//
// Relies on: nsIZipReader and NetUtil to read from the XPI; IOUtils to write to the profile.

/** @type {{NetUtil?: any}} Loaded when it is needed, so that the self-check can name it. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, { NetUtil: "resource://gre/modules/NetUtil.sys.mjs" });

const ENTRY = "native/libsignet.so";

/** The folder in the profile that holds the extracted library and nothing else. */
const folder = () => PathUtils.join(PathUtils.profileDir, "signet");

/**
 * Makes the library available as a file.
 * @param {nsIURI} rootURI Of the add-on: inside an XPI, or a folder.
 * @param {string} version Of the add-on.
 * @returns {Promise<string>} The file's path.
 */
export async function provideLibrary(rootURI, version) {
  if (rootURI instanceof Ci.nsIFileURL) {
    const entry = rootURI.file.clone();
    ENTRY.split("/").forEach((name) => entry.append(name));
    return entry.path;
  }
  const { checksum, size } = describeEntry(rootURI);
  // The loader knows a library by its path, also after the file has changed; so each build has its
  // own name.
  const path = PathUtils.join(folder(), `libsignet-${version}-${checksum}.so`);
  const present = await IOUtils.stat(path).catch(() => null);
  if (present?.size !== size) {
    await IOUtils.makeDirectory(folder(), { permissions: 0o700 });
    await IOUtils.write(path, await readEntry(rootURI), { tmpPath: `${path}.new` });
  }
  await removeAllBut(path);
  return path;
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
 * @returns {{checksum: string, size: number}} From the XPI's directory, without unpacking anything.
 */
function describeEntry(rootURI) {
  const archive = rootURI.QueryInterface(Ci.nsIJARURI).JARFile.QueryInterface(Ci.nsIFileURL).file;
  const reader = Cc["@mozilla.org/libjar/zip-reader;1"].createInstance(Ci.nsIZipReader);
  reader.open(archive);
  try {
    const entry = reader.getEntry(ENTRY);
    return { checksum: (entry.CRC32 >>> 0).toString(16).padStart(8, "0"), size: entry.realSize };
  } finally {
    reader.close();
  }
}

/**
 * @param {nsIURI} rootURI
 * @returns {Promise<Uint8Array>}
 */
function readEntry(rootURI) {
  return new Promise((resolve, reject) => {
    lazy.NetUtil.asyncFetch(
      { uri: `${rootURI.spec}${ENTRY}`, loadUsingSystemPrincipal: true },
      (/** @type {any} */ stream, /** @type {number} */ status) => {
        if (!Components.isSuccessCode(status)) {
          reject(Components.Exception(`${ENTRY} could not be read`, status));
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
  { name: "nsIZipReader", test: () => !!Ci.nsIZipReader },
  { name: "IOUtils.write", test: () => typeof IOUtils.write === "function" },
];
