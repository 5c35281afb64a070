/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Items in the Tools menu of the main window.
//
// Relies on: #taskPopup of messenger.xhtml.

/**
 * @param {Window & Record<string, any>} window Of messenger.xhtml.
 * @param {import("./localization.sys.mjs").Words} words
 * @param {object} item
 * @param {string} item.id
 * @param {string} item.message Of its words, with .label and .accesskey.
 * @param {string} [item.before] The host's element that it stands before; without it, the last one.
 * @param {() => void} item.open
 * @returns {() => void} Takes it away.
 */
export function addToolsItem({ document }, words, { id, message, before = "", open }) {
  const item = document.createXULElement("menuitem");
  item.id = id;
  item.addEventListener("command", open);
  const place = before ? document.getElementById(before) : null;
  if (place) {
    place.before(item);
  } else {
    document.getElementById("taskPopup")?.append(item);
  }
  words.name(item, message);
  return () => item.remove();
}
