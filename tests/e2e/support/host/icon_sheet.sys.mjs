// A sheet of Signet's icons at every size, in colours and without, light, dark, and in the colours of high
// contrast; and how much they differ where nobody sees colours. Inside the host.

const HTML = "http://www.w3.org/1999/xhtml";
const ICONS = ["pen", "broken-pen", "question-pen", "clock-pen", "key", "broken-key"];
const SIZES = [16, 20, 24, 32, 48];
const SECTIONS = { light: "Light", dark: "Dark", "light plain": "Without colours", inverse: "High contrast" };
const STYLE = `
  body { margin: 0; font: 13px sans-serif; display: grid; grid-template-columns: 1fr 1fr; }
  section { padding: 12px; }
  .light { color-scheme: light; background: #fff; color: #15141a; }
  .dark { color-scheme: dark; background: #23222b; color: #fbfbfe; }
  .inverse { color-scheme: dark; background: #000; color: #ff0; }
  .inverse .signet-icon, .plain .signet-icon { fill: currentColor !important; }
  table { color: inherit; font: inherit; }
  td { padding: 5px 9px; vertical-align: middle; }
  h2 { font-size: 13px; margin: 0 0 4px; }
`;
/** Of 256 pixels, so many must differ by half of all there is. */
const DIFFERENT = 20;

const address = (/** @type {string} */ icon) => `chrome://signet/content/skin/${icon}.svg`;

/** Fills an empty window. @param {any} view */
export async function showIcons({ document: page }) {
  page.documentElement.setAttribute("windowtype", "signet:icon-sheet");
  const make = (/** @type {string} */ name, /** @type {any} */ parent) =>
    parent.appendChild(page.createElementNS(HTML, name));
  const link = page.createElementNS(HTML, "link");
  link.rel = "stylesheet";
  link.href = "chrome://signet/content/skin/icons.css";
  const loaded = new Promise((resolve) => link.addEventListener("load", resolve, { once: true }));
  page.head.append(link);
  make("style", page.head).textContent = STYLE;
  for (const [classes, title] of Object.entries(SECTIONS)) {
    const section = make("section", page.body);
    section.className = classes;
    make("h2", section).textContent = title;
    const table = make("table", section);
    for (const icon of ICONS) {
      const row = make("tr", table);
      for (const size of SIZES) {
        const image = make("img", make("td", row));
        image.className = "signet-icon";
        image.dataset.icon = icon;
        image.src = address(icon);
        image.alt = icon;
        image.style.cssText = `width: ${size}px; height: ${size}px`;
      }
      make("td", row).textContent = icon;
    }
  }
  await loaded;
  await Promise.all([...page.images].map((image) => image.decode()));
}

/** @param {any} page @param {string} icon @returns {Promise<number[]>} How opaque each of 16 × 16 pixels is. */
async function pixels(page, icon) {
  const image = page.createElementNS(HTML, "img");
  image.width = image.height = 16;
  image.src = address(icon);
  await image.decode();
  const canvas = page.createElementNS(HTML, "canvas");
  canvas.width = canvas.height = 16;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 16, 16);
  return [...context.getImageData(0, 0, 16, 16).data].filter((_, index) => index % 4 === 3);
}

/**
 * @param {any} view
 * @returns {Promise<string[]>} Pairs that can be taken for each other, and icons that show nothing.
 */
export async function alike({ document: page }) {
  const all = await Promise.all(ICONS.map((icon) => pixels(page, icon)));
  const found = ICONS.filter((_, index) => all[index].filter((each) => each > 127).length < DIFFERENT);
  for (let one = 0; one < ICONS.length; one++) {
    for (let other = 0; other < one; other++) {
      const differing = all[one].filter((each, at) => Math.abs(each - all[other][at]) > 127).length;
      if (differing < DIFFERENT) {
        found.push(`${ICONS[one]}, ${ICONS[other]}: ${differing}`);
      }
    }
  }
  return found;
}
