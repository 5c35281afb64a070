// Pictures of windows, put together on sheets, inside the host.

const { viewOf } = ChromeUtils.importESModule("resource://e2e-support/our_windows.sys.mjs");

/** @typedef {{label: string, bitmap: any}} Picture */

/** Rows of pictures, by sheet. @type {Map<string, Picture[][]>} */
const sheets = new Map();

const GAP = 24;
const LABEL = 28;

/** @param {any} view @returns {Promise<any>} An ImageBitmap of the window. */
async function snapshot(view) {
  const { innerWidth, innerHeight, browsingContext } = view;
  /** @type {any[]} */
  const animations = view.document.getAnimations();
  await Promise.allSettled(
    animations
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished),
  );
  const rect = new view.DOMRect(0, 0, innerWidth, innerHeight);
  return browsingContext.currentWindowGlobal.drawSnapshot(rect, 1, "white");
}

/**
 * Adds pictures of windows as a row of a sheet.
 * @param {string} sheet
 * @param {{type: string, label: string}[]} windows For viewOf() in our_windows.
 */
export async function addRow(sheet, windows) {
  const row = [];
  for (const { type, label } of windows) {
    row.push({ label, bitmap: await snapshot(viewOf(type)) });
  }
  sheets.set(sheet, [...(sheets.get(sheet) ?? []), row]);
}

/**
 * Adds a picture of one window to the last row of a sheet, or begins a row.
 * @param {string} sheet
 * @param {{type: string, label: string}} window For viewOf() in our_windows.
 * @param {number} most So many pictures are in a row.
 */
export async function add(sheet, { type, label }, most) {
  const rows = sheets.get(sheet) ?? [];
  const last = rows.at(-1);
  const picture = { label, bitmap: await snapshot(viewOf(type)) };
  if (last && last.length < most) {
    last.push(picture);
  } else {
    rows.push([picture]);
  }
  sheets.set(sheet, rows);
}

/**
 * @param {string} sheet
 * @param {number} [scale] Below 1, it is smaller than the windows are.
 * @returns {Promise<string>} WebP in base64.
 */
export async function drawn(sheet, scale = 1) {
  const rows = sheets.get(sheet) ?? [];
  sheets.delete(sheet);
  const host = Services.wm.getMostRecentWindow("mail:3pane");
  const widthOf = (/** @type {Picture[]} */ row) =>
    row.reduce((sum, { bitmap }) => sum + bitmap.width + GAP, GAP);
  const heightOf = (/** @type {Picture[]} */ row) =>
    Math.max(...row.map(({ bitmap }) => bitmap.height)) + LABEL + GAP;
  const single = rows.length === 1 && rows[0].length === 1 && !rows[0][0].label;
  const canvas = single
    ? new host.OffscreenCanvas(rows[0][0].bitmap.width, rows[0][0].bitmap.height)
    : new host.OffscreenCanvas(
        Math.max(...rows.map(widthOf)),
        rows.reduce((sum, row) => sum + heightOf(row), GAP),
      );
  const context = canvas.getContext("2d");
  context.fillStyle = "#8a8a94";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = "15px sans-serif";
  let top = single ? 0 : GAP;
  for (const row of rows) {
    let left = single ? 0 : GAP;
    for (const { label, bitmap } of row) {
      context.fillStyle = "#000000";
      context.fillText(label, left, top + LABEL - 10);
      context.drawImage(bitmap, left, single ? 0 : top + LABEL);
      left += bitmap.width + GAP;
    }
    top += heightOf(row);
  }
  const whole = scale === 1 ? canvas : scaled(host, canvas, scale);
  const blob = await whole.convertToBlob({ type: "image/webp", quality: 0.82 });
  const octets = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let start = 0; start < octets.length; start += 0x8000) {
    text += String.fromCharCode(...octets.subarray(start, start + 0x8000));
  }
  return host.btoa(text);
}

/** @param {any} host @param {any} canvas @param {number} scale */
function scaled(host, canvas, scale) {
  const small = new host.OffscreenCanvas(canvas.width * scale, canvas.height * scale);
  const context = small.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return small;
}
