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
 * Icons that stand out too little from what is behind them (WCAG 2.2, 1.4.11), of which axe knows nothing.
 * @param {any} view
 * @returns {string[]}
 */
function faintIcons(view) {
  const canvas = view.document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const octets = (/** @type {string} */ color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data;
  };
  const luminance = (/** @type {Uint8ClampedArray} */ [...channels]) => {
    const [red, green, blue] = channels.map((each) =>
      each <= 10 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const background = (/** @type {any} */ element) => {
    for (let each = element; each; each = each.parentElement) {
      const found = octets(view.getComputedStyle(each).backgroundColor);
      if (found[3] === 255) {
        return found;
      }
    }
    return octets("Canvas");
  };
  return [...view.document.querySelectorAll(".signet-icon")]
    .filter((each) => each.checkVisibility())
    .flatMap((each) => {
      const [one, other] = [octets(view.getComputedStyle(each).fill), background(each)].map(luminance);
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return contrast < 3 ? [`${each.outerHTML.slice(0, 160)}: contrast ${contrast.toFixed(2)}`] : [];
    });
}

/**
 * What axe finds wrong in a window, and icons that are hardly seen.
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
  const faint = faintIcons(view);
  // Contrast that axe cannot compute is a fault as well: nobody else computes it.
  const unknown = incomplete.filter((/** @type {any} */ { id }) => id === "color-contrast");
  const found = [...violations, ...unknown].flatMap((/** @type {any} */ { id, nodes }) =>
    nodes.map((/** @type {any} */ { html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`));
  return [...found, ...faint];
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
