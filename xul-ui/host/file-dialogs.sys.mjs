/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The system's dialogs for opening and saving files.
//
// Relies on: nsIFilePicker; IOUtils.

/** Larger files hold no certificates. */
const MAX_FILE_OCTETS = 64 * 1024 * 1024;

/** @typedef {{name: string, octets: ArrayBuffer}} OpenedFile */

/** @typedef {{label: string, pattern: string}} Filter */

/**
 * @param {Window} window
 * @param {string} title
 * @param {Filter[]} filters
 * @returns {Promise<string | null>} The path of the one that was chosen; null if the person cancels.
 */
export async function chooseFile(window, title, filters) {
  const picker = newPicker(window, title, Ci.nsIFilePicker.modeOpen, filters);
  return (await show(picker)) === Ci.nsIFilePicker.returnOK ? picker.file.path : null;
}

/**
 * @param {Window} window
 * @param {string} title
 * @param {Filter[]} filters
 * @returns {Promise<OpenedFile[]>} Those that were chosen; none if the person cancels.
 */
export async function openFiles(window, title, filters) {
  const picker = newPicker(window, title, Ci.nsIFilePicker.modeOpenMultiple, filters);
  if ((await show(picker)) !== Ci.nsIFilePicker.returnOK) {
    return [];
  }
  const opened = [];
  for (const file of picker.files) {
    const { buffer } = await IOUtils.read(file.path, { maxBytes: MAX_FILE_OCTETS });
    opened.push({ name: file.leafName, octets: buffer });
  }
  return opened;
}

/**
 * @typedef {object} Kind Of file, in which something can be saved.
 * @property {string} [label] What the dialog calls it.
 * @property {string} extension
 * @property {() => Promise<ArrayBuffer>} octets
 */

/**
 * @param {Window} window
 * @param {string} title
 * @param {string} name What is proposed, without an extension.
 * @param {Kind[]} kinds The first one is proposed.
 * @returns {Promise<string | null>} The name of the file that was written; null if the person cancels.
 */
export async function saveFile(window, title, name, kinds) {
  const filters = kinds.map(({ label = "", extension }) => ({ label, pattern: `*.${extension}` }));
  const picker = newPicker(window, title, Ci.nsIFilePicker.modeSave, filters.filter(({ label }) => label));
  picker.defaultString = `${name}.${kinds[0].extension}`;
  picker.defaultExtension = kinds[0].extension;
  if ((await show(picker)) === Ci.nsIFilePicker.returnCancel) {
    return null;
  }
  const { path, leafName } = picker.file;
  // A name that says it counts for more than what the list below it says.
  const typed = kinds.find(({ extension }) => leafName.toLowerCase().endsWith(`.${extension}`));
  const { octets } = typed ?? kinds[picker.filterIndex] ?? kinds[0];
  // Whole or not at all.
  await IOUtils.write(path, new Uint8Array(await octets()), { tmpPath: `${path}.part` });
  return leafName;
}

/** @param {Window} window @param {string} title @param {number} mode @param {Filter[]} filters */
function newPicker(window, title, mode, filters) {
  const picker = Cc["@mozilla.org/filepicker;1"].createInstance(Ci.nsIFilePicker);
  picker.init(window.browsingContext, title, mode);
  for (const { label, pattern } of filters) {
    picker.appendFilter(label, pattern);
  }
  picker.appendFilters(Ci.nsIFilePicker.filterAll);
  return picker;
}

/** @param {any} picker @returns {Promise<number>} */
function show(picker) {
  return new Promise((resolve) => picker.open(resolve));
}

export const requirements = [{ name: "nsIFilePicker", test: () => "nsIFilePicker" in Ci }];
