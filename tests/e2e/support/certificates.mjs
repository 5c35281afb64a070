// What a person does with the Certificates window. File dialogs are the system's, outside of the program:
// in their place a picker answers with the files that a journey names.

const WINDOW = "signet:certificates";

/**
 * @typedef {object} CertificatesView
 * @property {string} group The selected tab.
 * @property {string} count
 * @property {string} empty What is said in place of a list; empty with one.
 * @property {string[]} rows What a screen reader says of each row in sight.
 * @property {string} name Of the selected certificate; empty: none.
 * @property {string[]} sentences About its state.
 * @property {Record<string, string>} facts
 * @property {string[]} chain
 * @property {string} trust
 * @property {string} message What went wrong.
 * @property {string} dialog The text of the dialog that is open; empty: none.
 * @property {string} dialogId
 */

export class Certificates {
  #thunderbird;

  /** @param {import("./thunderbird.mjs").Thunderbird} thunderbird */
  constructor(thunderbird) {
    this.#thunderbird = thunderbird;
  }

  /** The files that the next dialogs answer with. @param {...string} paths */
  async answerPicker(...paths) {
    await this.#thunderbird.run((files) => {
      const host = /** @type {any} */ (window);
      host.signetPickerFiles = files;
      if (host.signetPicker) {
        return;
      }
      const toFile = (/** @type {string} */ path) => {
        const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
        file.initWithPath(path);
        return file;
      };
      host.signetPicker = {
        QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
        createInstance: (/** @type {any} */ iid) =>
          ({
            QueryInterface: ChromeUtils.generateQI(["nsIFilePicker"]),
            init() {},
            appendFilter() {},
            appendFilters() {},
            get files() {
              return host.signetPickerFiles.map(toFile)[Symbol.iterator]();
            },
            get file() {
              return toFile(host.signetPickerFiles[0]);
            },
            open(/** @type {any} */ done) {
              const cancelled = host.signetPickerFiles.length === 0;
              const answer = cancelled ? Ci.nsIFilePicker.returnCancel : Ci.nsIFilePicker.returnOK;
              const call = typeof done === "function" ? done : done.done.bind(done);
              host.setTimeout(() => call(answer), 0);
            },
          }).QueryInterface(iid),
      };
      const registrar = /** @type {any} */ (globalThis).Components.manager.QueryInterface(
        Ci.nsIComponentRegistrar,
      );
      registrar.registerFactory(
        Services.uuid.generateUUID(), "picker", "@mozilla.org/filepicker;1", host.signetPicker);
    }, paths);
  }

  /** Opens the window from the Tools menu. */
  async open() {
    await this.#thunderbird.run(() =>
      /** @type {any} */ (document.getElementById("signet-certificates-item")).doCommand());
    await this.shown();
  }

  /** Waits for the window with its list. @param {(view: CertificatesView) => unknown} [holds] */
  async shown(holds = () => true) {
    /** @type {CertificatesView | null} */
    let last = null;
    try {
      return /** @type {CertificatesView} */ (
        await this.#thunderbird.waitFor("the Certificates window to show it", async () => {
          const opened = Services.wm.getMostRecentWindow("signet:certificates");
          return !!opened?.document.documentElement?.dataset.shown;
        }).then(async () => {
          for (let tries = 0; tries < 300; tries++) {
            last = await this.view();
            if (holds(last)) {
              return last;
            }
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          throw new Error("it does not");
        })
      );
    } catch (error) {
      throw new Error(`${error}; last seen: ${JSON.stringify(last)}`);
    }
  }

  /** @returns {Promise<CertificatesView>} */
  view() {
    return this.#thunderbird.run((type) => {
      const page = Services.wm.getMostRecentWindow(type).document;
      const text = (/** @type {Element | null} */ element) => element?.textContent?.trim() ?? "";
      const texts = (/** @type {string} */ selector) =>
        Array.from(page.querySelectorAll(selector), text);
      const selected = page.getElementById("selected");
      const terms = texts("#selected dt");
      const values = texts("#selected dd");
      const dialog = page.querySelector("dialog[open]");
      const empty = page.getElementById("empty");
      return {
        group: page.querySelector("[role=tab][aria-selected=true]")?.dataset.group ?? "",
        count: text(page.getElementById("count")),
        empty: empty.hidden ? "" : text(empty),
        rows: page.getElementById("list").hidden
          ? []
          : Array.from(page.querySelectorAll("[role=option]"), (option) =>
              [...Array.from(option.children, (/** @type {any} */ each) => each.textContent), option.getAttribute("aria-description")].filter(Boolean).join(", ")),
        name: selected.hidden ? "" : text(page.getElementById("details-name")),
        sentences: selected.hidden ? [] : texts("#selected > .reasons > p"),
        facts: selected.hidden
          ? {}
          : Object.fromEntries(terms.map((term, index) => [term, values[index]])),
        chain: selected.hidden ? [] : texts("#chain li"),
        trust: page.querySelector("#trust input:checked")?.value ?? "",
        message: page.getElementById("message").hidden ? "" : text(page.getElementById("message")),
        dialog: dialog?.innerText ?? "",
        dialogId: dialog?.id ?? "",
      };
    }, WINDOW);
  }

  /** @param {string} selector */
  async click(selector) {
    await this.#thunderbird.run(
      (type, what) => Services.wm.getMostRecentWindow(type).document.querySelector(what).click(),
      WINDOW,
      selector,
    );
  }

  /** Types into a field. @param {string} id @param {string} text */
  async type(id, text) {
    await this.#thunderbird.run(
      (type, field, value) => {
        const opened = Services.wm.getMostRecentWindow(type);
        const element = opened.document.getElementById(field);
        element.value = value;
        element.dispatchEvent(new opened.Event("input", { bubbles: true }));
      },
      WINDOW,
      id,
      text,
    );
  }

  /** Presses a key where the focus is. @param {string} id The element to focus first. @param {...string} names */
  async press(id, ...names) {
    await this.#thunderbird.run(
      (type, field, keys) => {
        const opened = Services.wm.getMostRecentWindow(type);
        opened.focus();
        opened.document.getElementById(field).focus();
        for (const name of keys) {
          const typing = Cc["@mozilla.org/text-input-processor;1"].createInstance(
            Ci.nsITextInputProcessor,
          );
          typing.beginInputTransactionForTests(opened);
          const keyCode = /** @type {Record<string, number>} */ ({
            Enter: 13, Escape: 27, End: 35, Home: 36, ArrowUp: 38, ArrowDown: 40,
          })[name];
          const event = new KeyboardEvent("", { key: name, code: name, keyCode });
          typing.keydown(event);
          typing.keyup(event);
        }
      },
      WINDOW,
      id,
      names,
    );
  }

  /** Selects the row whose text fits. @param {RegExp} words */
  async select(words) {
    await this.shown(({ rows }) => rows.some((row) => words.test(row)));
    await this.#thunderbird.run(
      (type, source) => {
        const page = Services.wm.getMostRecentWindow(type).document;
        const pattern = new RegExp(source);
        for (const option of page.querySelectorAll("[role=option]")) {
          if (pattern.test([...Array.from(option.children, (/** @type {any} */ each) => each.textContent), option.getAttribute("aria-description")].filter(Boolean).join(", "))) {
            option.click();
            return;
          }
        }
      },
      WINDOW,
      words.source,
    );
    return this.shown(({ name }) => name !== "");
  }

  /** Closes the window. */
  async close() {
    await this.#thunderbird.run((type) => Services.wm.getMostRecentWindow(type)?.close(), WINDOW);
  }
}
