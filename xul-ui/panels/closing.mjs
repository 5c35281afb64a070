/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// How windows and dialogs of Signet are closed.

/**
 * Makes a button close the window, and Escape as well, unless a dialog in it is open.
 * @param {string} id The button's.
 */
export function closeWith(id) {
  document.getElementById(id)?.addEventListener("click", () => window.close());
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      window.close();
    }
  });
}

/**
 * Opens a dialog.
 * @param {string} id
 * @returns {Promise<string>} What it was closed with; empty: cancelled.
 */
export function showDialog(id) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById(id));
  dialog.returnValue = "";
  const closed = new Promise((resolve) =>
    dialog.addEventListener("close", resolve, { once: true }),
  );
  dialog.showModal();
  return closed.then(() => dialog.returnValue);
}
