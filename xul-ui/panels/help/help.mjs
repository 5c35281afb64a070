/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The window with the help pages: one long page in one language, with its contents beside it.

import { closeWith } from "../closing.mjs";

const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("nav a"));
const headed = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main :is(h2, h3, h4)"));

/** Brings the place that the address names into view, and the keyboard and the screen reader there. */
function goToPlace() {
  const place = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!place) {
    return;
  }
  // A term of the glossary is its own heading.
  const part = place.localName === "dt" ? null : place.closest("section, article");
  const heading = /** @type {HTMLElement} */ (part?.querySelector("h2, h3, h4") ?? place);
  place.scrollIntoView();
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  markContents(heading);
}

/** Marks the line of the contents under which an element lies. @param {Element} element */
function markContents(element) {
  let current = "";
  for (const heading of headed) {
    if (element.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) {
      break;
    }
    const { id } = /** @type {Element} */ (heading.closest("section, article"));
    current = [...links].some((link) => link.hash === `#${id}`) ? id : current;
  }
  for (const link of links) {
    if (link.hash === `#${current}`) {
      link.setAttribute("aria-current", "true");
      link.scrollIntoView({ block: "nearest" });
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

window.addEventListener("hashchange", goToPlace);
window.addEventListener("signet-place", goToPlace);
closeWith("close");
window.addEventListener("load", goToPlace); // not before the styles are there
