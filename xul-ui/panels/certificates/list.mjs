/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A list of thousands of certificates: only the rows in sight exist, and only they are asked for.

/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificateRow} CertificateRow */
/** @typedef {import("../../generated/js/certificates.sys.mjs").CertificatePage} CertificatePage */

/** Pixels; as in certificates.css. */
const ROW = 46;
/** Rows are asked for in pieces of so many. */
const PIECE = 50;

export class CertificateList {
  #box;
  #space;
  #ask;
  #fill;
  #chosen;
  #shown;
  /** @type {Map<number, CertificateRow[]>} By the number of the piece. */
  #pieces = new Map();
  /** @type {Set<number>} Pieces that are being asked for. */
  #asked = new Set();
  #total = 0;
  /** The selected row's place, or -1. */
  #selected = -1;
  /** Counts questions: what an earlier one brings is dropped. */
  #question = 0;
  #drawing = false;

  /**
   * @param {HTMLElement} box The listbox.
   * @param {HTMLElement} space In it; as high as all rows together.
   * @param {object} source
   * @param {(first: number, count: number) => Promise<CertificatePage>} source.ask
   * @param {(element: HTMLElement, row: CertificateRow) => void} source.fill Makes a row's content.
   * @param {(row: CertificateRow | null) => void} source.chosen The selection has changed.
   * @param {(total: number) => void} source.shown A new list is there.
   */
  constructor(box, space, { ask, fill, chosen, shown }) {
    this.#box = box;
    this.#space = space;
    this.#ask = ask;
    this.#fill = fill;
    this.#chosen = chosen;
    this.#shown = shown;
    box.addEventListener("scroll", () => this.#drawSoon());
    new ResizeObserver(() => this.#drawSoon()).observe(box);
    box.addEventListener("keydown", (event) => this.#press(event));
    box.addEventListener("click", (event) => {
      const option = /** @type {Element} */ (event.target).closest("[role=option]");
      if (option) {
        this.#select(Number(/** @type {HTMLElement} */ (option).dataset.place));
      }
    });
  }

  /** @returns {CertificateRow | null} */
  get selected() {
    return this.#selected < 0 ? null : this.#rowAt(this.#selected);
  }

  /**
   * Asks for everything anew.
   * @param {string | null} [keep] Fingerprint of the certificate to select if it is in the first rows.
   */
  async reload(keep = null) {
    const question = ++this.#question;
    const page = await this.#ask(0, PIECE);
    if (question !== this.#question) {
      return;
    }
    this.#pieces = new Map([[0, page.rows]]);
    this.#asked = new Set();
    this.#total = page.total;
    this.#space.style.height = `${page.total * ROW}px`;
    this.#selected = page.rows.findIndex(({ certificate }) => certificate.sha256 === keep);
    if (this.#selected < 0) {
      this.#box.scrollTop = 0;
    }
    this.#draw();
    this.#shown(page.total);
    this.#chosen(this.selected);
  }

  /** @param {number} place @returns {CertificateRow | null} Null while it is being asked for. */
  #rowAt(place) {
    return this.#pieces.get(Math.floor(place / PIECE))?.[place % PIECE] ?? null;
  }

  #drawSoon() {
    if (!this.#drawing) {
      this.#drawing = true;
      requestAnimationFrame(() => {
        this.#drawing = false;
        this.#draw();
      });
    }
  }

  /** Makes the rows in sight. */
  #draw() {
    const first = Math.max(0, Math.floor(this.#box.scrollTop / ROW) - 2);
    const last = Math.min(
      this.#total,
      Math.ceil((this.#box.scrollTop + this.#box.clientHeight) / ROW) + 2,
    );
    const options = [];
    for (let place = first; place < last; place++) {
      options.push(this.#option(place));
    }
    this.#space.replaceChildren(...options);
    const active = options.find((option) => option.ariaSelected === "true");
    if (active) {
      this.#box.setAttribute("aria-activedescendant", active.id);
    } else {
      this.#box.removeAttribute("aria-activedescendant");
    }
    for (let piece = Math.floor(first / PIECE); piece * PIECE < last; piece++) {
      this.#require(piece);
    }
  }

  /** @param {number} place */
  #option(place) {
    const option = document.createElement("div");
    option.id = `row-${place}`;
    option.dataset.place = String(place);
    option.setAttribute("role", "option");
    option.ariaPosInSet = String(place + 1);
    option.ariaSetSize = String(this.#total);
    option.ariaSelected = String(place === this.#selected);
    option.style.top = `${place * ROW}px`;
    const row = this.#rowAt(place);
    if (row) {
      this.#fill(option, row);
    }
    return option;
  }

  /** @param {number} piece */
  #require(piece) {
    if (this.#pieces.has(piece) || this.#asked.has(piece)) {
      return;
    }
    this.#asked.add(piece);
    const question = this.#question;
    this.#ask(piece * PIECE, PIECE)
      .then(({ rows }) => {
        if (question === this.#question) {
          this.#pieces.set(piece, rows);
          this.#draw();
          if (Math.floor(this.#selected / PIECE) === piece) {
            this.#chosen(this.selected);
          }
        }
      })
      .catch((error) => {
        this.#asked.delete(piece);
        console.error("Signet: certificates could not be listed.", error);
      });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const page = Math.max(1, Math.floor(this.#box.clientHeight / ROW) - 1);
    const moves = /** @type {Record<string, number>} */ ({
      ArrowDown: this.#selected + 1,
      ArrowUp: Math.max(0, this.#selected - 1),
      PageDown: this.#selected + page,
      PageUp: this.#selected - page,
      Home: 0,
      End: this.#total - 1,
    });
    if (event.key in moves && this.#total > 0 && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      this.#select(Math.min(this.#total - 1, Math.max(0, moves[event.key])));
    }
  }

  /** @param {number} place */
  #select(place) {
    this.#selected = place;
    const top = place * ROW;
    if (top < this.#box.scrollTop) {
      this.#box.scrollTop = top;
    } else if (top + ROW > this.#box.scrollTop + this.#box.clientHeight) {
      this.#box.scrollTop = top + ROW - this.#box.clientHeight;
    }
    this.#draw();
    if (this.selected) {
      this.#chosen(this.selected);
    }
  }
}
