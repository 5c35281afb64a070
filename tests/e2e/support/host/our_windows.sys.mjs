// Looks into Signet's own windows, inside the host.

/**
 * @param {string} type Of a window; "account" is the page in the account settings.
 * @returns {any} The window.
 */
export function viewOf(type) {
  if (type !== "account") {
    return Services.wm.getMostRecentWindow(type);
  }
  const { document } = Services.wm.getMostRecentWindow("mail:3pane");
  const tab = document.getElementById("tabmail").currentTabInfo.browser?.contentDocument;
  return tab?.getElementById("contentFrame")?.contentWindow ?? null;
}

/**
 * What axe finds wrong in a window.
 * @param {string} type
 * @param {string} folder The address of the package axe-core.
 * @returns {Promise<string[]>} A line for each element.
 */
export async function faults(type, folder) {
  const view = viewOf(type);
  if (!view.axe) {
    // The host runs no script from a file by its own address.
    Services.io
      .getProtocolHandler("resource")
      .QueryInterface(Ci.nsIResProtocolHandler)
      .setSubstitution("e2e-axe", Services.io.newURI(folder));
    Services.scriptloader.loadSubScript("resource://e2e-axe/axe.min.js", view);
  }
  // What is scrolled out of sight is laid out as well, or nobody computes its contrast.
  const parts = [view.document.documentElement, ...view.document.querySelectorAll("body, main, nav")];
  for (const part of parts) {
    part.style.cssText = "display: block; height: auto; overflow: visible";
  }
  const { violations, incomplete } = await view.axe.run(view.document, {
    resultTypes: ["violations", "incomplete"],
  });
  parts.forEach((part) => part.removeAttribute("style"));
  // Contrast that axe cannot compute is a fault as well: nobody else computes it.
  const unknown = incomplete.filter((/** @type {any} */ { id }) => id === "color-contrast");
  return [...violations, ...unknown].flatMap((/** @type {any} */ { id, nodes }) =>
    nodes.map((/** @type {any} */ { html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`));
}

/**
 * Walks through a window with the Tab key, as the host moves the focus.
 * @param {string} type
 * @returns {string[]} What can be clicked or changed and was not reached.
 */
export function unreachable(type) {
  const view = viewOf(type);
  const { document: page } = view;
  const dialog = page.querySelector("dialog[open]");
  const wanted = [...(dialog ?? page).querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((each) => !each.disabled && each.checkVisibility())
    .filter((each) => dialog || !each.closest("dialog"))
    // Of radio buttons, the arrow keys move on from the one that is chosen.
    .filter((each) => each.type !== "radio" || each.checked);
  const reached = new Set();
  view.focus();
  for (let step = 0; step < wanted.length + 30; step++) {
    const focused = Services.focus.moveFocus(
      view, step === 0 ? page.documentElement : null, Services.focus.MOVEFOCUS_FORWARD, Services.focus.FLAG_BYKEY);
    if (focused) {
      reached.add(focused);
    }
  }
  return wanted.filter((each) => !reached.has(each)).map((each) => each.outerHTML.slice(0, 160));
}

/**
 * Elements with text that does not fit into them.
 * @param {string} type
 * @returns {string[]}
 */
export function cutOff(type) {
  const view = viewOf(type);
  const texts = [...view.document.querySelectorAll("h1, h2, h3, h4, p, dt, dd, button, label, legend, th, td, li, a, output")];
  return texts
    .filter((each) => each.checkVisibility() && each.clientWidth > 0)
    .filter((each) => view.getComputedStyle(each).textOverflow !== "ellipsis")
    .filter((each) => each.scrollWidth > each.clientWidth + 1
      || each.getBoundingClientRect().right > view.innerWidth + 1
      || each.getBoundingClientRect().left < -1)
    .map((each) => each.textContent);
}
