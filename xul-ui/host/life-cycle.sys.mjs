/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The add-on's life: it checks the host, starts the module, changes the host's windows, and takes all
// of that back when it is disabled, updated, uninstalled, or when something essential fails. In every
// case the mail program goes on working.
//
// Relies on: "@mozilla.org/psm;1", which opens the profile's NSS before the module looks for it.

import { addAccountPage } from "./account-settings.sys.mjs";
import { demandedAlgorithms } from "./algorithms.sys.mjs";
import { viewCertificates } from "./certificate-viewer.sys.mjs";
import {
  CollectionNotice,
  collection,
  missingIn as missingInNoticeBar,
  takeOutOthers,
} from "./collection.sys.mjs";
import { ComposeAnswers, withSettings } from "./compose-answers.sys.mjs";
import { ComposeWindow, missingIn as missingInCompose } from "./compose-window.sys.mjs";
import { DisplayedMessage, missingIn as missingInMessage } from "./displayed-message.sys.mjs";
import { HeaderIcons, missingIn as missingInHeader } from "./header-icons.sys.mjs";
import { CertificateChanges } from "./changes.sys.mjs";
import { watchExpiry } from "./expiry.sys.mjs";
import { closeHelp } from "./help.sys.mjs";
import { Words, registerWords } from "./localization.sys.mjs";
import { provideLibrary, removeLibrary } from "./native-library.sys.mjs";
import { Notices } from "./notices.sys.mjs";
import { applyPolicy } from "./organisation.sys.mjs";
import { takeOverOpaqueParts } from "./opaque-parts.sys.mjs";
import { OpenedMessages } from "./opened-messages.sys.mjs";
import { OwnWindows } from "./own-windows.sys.mjs";
import { Panels } from "./panels.sys.mjs";
import {
  HeaderMenuItem,
  WindowCommands,
  missingInMainWindow,
  missingInMessage as missingInMenu,
} from "./security-commands.sys.mjs";
import {
  followPrinting,
  missingInMainWindow as missingInPrinting,
} from "./protected-subject.sys.mjs";
import { refineWithAnswers } from "./refinement.sys.mjs";
import { remediesOf } from "./remedies.sys.mjs";
import { missingInHost } from "./self-check.sys.mjs";
import { offerOnce } from "./set-up.sys.mjs";
import { Undo } from "./undo.sys.mjs";
import { addValidationButton } from "./validation-window.sys.mjs";
import { iconsFor } from "./verdict-icons.sys.mjs";
import { watchDocuments } from "./windows.sys.mjs";
import { reasonsInWords } from "../panels/reasons.mjs";
import { SecurityModule } from "../worker/security-module.sys.mjs";

const MESSAGE = "about:message";
const SETTINGS = "about:preferences";
const MAIN_WINDOWS = [
  "chrome://messenger/content/messenger.xhtml",
  "chrome://messenger/content/messageWindow.xhtml",
];
const COMPOSE = "chrome://messenger/content/messengercompose/messengercompose.xhtml";

/** @typedef {Window & Record<string, any>} HostWindow */

export class LifeCycle {
  /** Everything but words and notices: undone as well when Signet switches itself off. */
  #work = new Undo();
  #undo = new Undo();
  #addon;
  /** Of the organisation's settings. @type {string[]} */
  #misunderstood;
  #stopped = false;
  /** @type {Words} */
  #words;
  /** @type {Notices} */
  #notices;
  #panels = new Panels();
  /** Since the module runs. @type {OwnWindows} */
  #own = /** @type {any} */ (null);
  /** @type {CertificateChanges} */
  #changes;
  /**
   * The window of an about:message → what shows more of its message, or null if it displays none.
   * @type {Map<Window, () => ((() => void) | null)>}
   */
  #tellMore = new Map();

  /** @param {{id: string, version: string, rootURI: nsIURI}} addon */
  constructor(addon) {
    this.#addon = addon;
    // Before anything reads a preference.
    const { problems, takeBack } = applyPolicy(addon.id);
    this.#misunderstood = problems;
    this.#undo.add(takeBack);
    this.#undo.add(registerWords(addon.rootURI));
    this.#words = new Words();
    this.#notices = new Notices(this.#words);
    this.#undo.add(() => this.#notices.stop());
    this.#changes = new CertificateChanges();
    this.#undo.add(() => this.#changes.stop());
  }

  /** Starts; what goes wrong becomes a notice. */
  async start() {
    if (this.#misunderstood.length > 0) {
      await this.#notices.show("notice-organisation", { details: this.#misunderstood.join("; ") });
    }
    const missing = missingInHost();
    if (missing.length > 0) {
      await this.#giveUp("notice-host-unknown", { details: missing.join(", ") });
      return;
    }
    const module = await this.#startModule();
    if (module && !this.#stopped) {
      this.#changeWindows(module);
    }
  }

  /** @param {boolean} isAppShutdown */
  stop(isAppShutdown) {
    this.#stopped = true;
    this.#work.all();
    this.#undo.all();
    if (!isAppShutdown) {
      removeLibrary().catch((error) => console.error("Signet: removing its library.", error));
    }
  }

  /** @returns {Promise<SecurityModule | null>} Null after a notice. */
  async #startModule() {
    // The module uses the NSS that the host has opened; were it first, it would open its own.
    Cc["@mozilla.org/psm;1"].getService(Ci.nsISupports);
    try {
      const { rootURI, version } = this.#addon;
      const library = await provideLibrary(rootURI, version);
      if (this.#stopped) {
        return null;
      }
      const module = await SecurityModule.start(library, version, {
        answers: PathUtils.join(PathUtils.profileDir, "signet-answers.sqlite"),
        seen: PathUtils.join(PathUtils.profileDir, "signet-seen.sqlite"),
      });
      if (this.#stopped) {
        module.stop();
        return null;
      }
      this.#work.add(() => module.stop());
      return module;
    } catch (error) {
      console.warn("Signet: the module could not be started.", error);
      const { code, ...reason } = /** @type {any} */ (error).reason ?? {};
      if (code === "version-mismatch") {
        const [{ sentence, remedy }] = await reasonsInWords(this.#words, [{ code, ...reason }]);
        await this.#giveUp("notice-version-mismatch", { reason: sentence, remedy });
      } else {
        await this.#giveUp("notice-module-not-loaded", { details: describe(error) });
      }
      return null;
    }
  }

  /** @param {SecurityModule} module */
  #changeWindows(module) {
    this.#own = new OwnWindows(module, this.#panels, this.#changes);
    this.#work.add(closeHelp);
    this.#work.add(() => this.#panels.closeAll());
    this.#work.add(
      watchDocuments(SETTINGS, (window) =>
        addValidationButton(window, this.#words, () => this.#own.openValidation(window)),
      ),
    );
    this.#work.add(
      addAccountPage({
        view: (choices) => module.accountView(choices),
        openCertificates: (window, options) => this.#own.openCertificates(window, options),
        changes: this.#changes,
      }),
    );
    this.#work.add(
      offerOnce(this.#own.setUpModel(), (window) => this.#own.openSetUp(window)),
    );
    this.#work.add(
      watchExpiry(
        (choices) => module.accountView(choices),
        ({ stage, address, notAfter }) => {
          const id = stage === 0 ? "notice-own-expired" : "notice-own-expires";
          const words = "notice-open-certificates";
          this.#notices.show(id, { address, until: notAfter }, {
            words,
            act: (window) => this.#own.openCertificates(window),
          });
        },
      ),
    );
    const messages = new OpenedMessages(async (...values) => {
      const [options, ...others] = values;
      const opened = await module.open(
        {
          ...options,
          collect: options.collect || collection.enabled,
          neverCollect: collection.never,
          offerSaving: true,
        },
        ...others,
      );
      this.#notices.clear("notice-module-failed");
      return opened;
    });
    const giveBack = takeOverOpaqueParts(messages, this.#words);
    this.#work.add(
      watchDocuments(MESSAGE, (window) => {
        const missing = [missingInMessage, missingInHeader, missingInMenu, missingInNoticeBar].flatMap((look) => look(window));
        return this.#fits(missing) ? this.#changeMessage(window, module, messages) : null;
      }),
    );
    // Before the windows are given back, because they then display their message anew.
    this.#work.add(giveBack);
    for (const address of MAIN_WINDOWS) {
      this.#work.add(
        watchDocuments(address, (window) =>
          this.#fits([...missingInMainWindow(window), ...missingInPrinting(window)])
            ? this.#changeMainWindow(window, messages)
            : null,
        ),
      );
    }
    this.#work.add(
      watchDocuments(COMPOSE, (window) =>
        this.#fits(missingInCompose(window)) ? this.#changeCompose(window, module, messages) : null,
      ),
    );
  }

  /**
   * @param {HostWindow} window
   * @param {SecurityModule} module
   * @param {OpenedMessages} messages
   * @returns {(closing: boolean) => void}
   */
  #changeMessage(window, module, messages) {
    const judge = {
      open: (/** @type {Parameters<OpenedMessages["display"]>} */ ...values) =>
        messages.display(...values),
      refine: (/** @type {Parameters<import("./refinement.sys.mjs").Refine>} */ ...values) =>
        refineWithAnswers(module, ...values),
      failed: (/** @type {unknown} */ error) => {
        console.warn("Signet: a message could not be judged.", error);
        this.#notices.show("notice-module-failed", { details: describe(error) });
      },
    };
    const displayed = new DisplayedMessage(window, judge, this.#words);
    const carryOut = remediesOf({
      module,
      displayed,
      changes: this.#changes,
      openCertificates: (options) => this.#own.openCertificates(window, options),
    });
    const tellMore = () =>
      this.#panels.open("message-security", window, {
        observe: (/** @type {(state: object | null) => void} */ observer) => {
          const show = (/** @type {typeof displayed.security} */ security) =>
            observer(security && { security, icons: iconsFor(security) });
          show(displayed.security);
          return displayed.observe(show);
        },
        viewCertificate: async (/** @type {SignerView} */ signer) => {
          const path = signer.chain?.length ? signer.chain : [signer.certificate];
          const found = await Promise.all(
            path.map((certificate) => certificate && module.certificate(certificate.sha256)),
          );
          viewCertificates(found.filter((der) => !!der));
        },
        viewEncryptionCertificate: async (/** @type {string} */ sha256) => {
          const found = await module.certificate(sha256);
          viewCertificates(found ? [found] : []);
        },
        carryOut,
      });
    const icons = new HeaderIcons(window, this.#words, tellMore);
    const item = new HeaderMenuItem(window, this.#words, tellMore);
    const takeOut = (/** @type {string[]} */ sha256s) => takeOutOthers(module.certificates, sha256s);
    const undo = async (/** @type {CollectedCertificate} */ { certificate }) => {
      collection.forget(certificate.sha256);
      await takeOut([certificate.sha256]);
      this.#changes.notify();
    };
    const notice = new CollectionNotice(window, this.#words, undo, takeOut);
    this.#tellMore.set(window, () => (displayed.security ? tellMore : null));
    const end = displayed.observe((security) => {
      icons.show(security);
      if (notice.show(security)) {
        this.#changes.notify(displayed);
      }
    });
    icons.show(displayed.security);
    const endChanges = this.#changes.observe((origin) => {
      if (origin !== displayed) {
        displayed.judgeAgain();
      }
    });
    return (closing) => {
      this.#panels.close(window);
      endChanges();
      end();
      notice.remove();
      this.#tellMore.delete(window);
      item.remove();
      icons.remove();
      displayed.stop(closing);
    };
  }

  /** @param {HostWindow} window @param {OpenedMessages} messages @returns {() => void} */
  #changeMainWindow(window, messages) {
    const commands = new WindowCommands(
      window,
      this.#words,
      (message) => this.#tellMore.get(message)?.() ?? null,
    );
    const removeItems = this.#own.addToolsItems(window, this.#words);
    const endPrinting = followPrinting(window, (uri) => messages.subjectOf(uri));
    return () => {
      endPrinting();
      this.#panels.close(window);
      removeItems();
      commands.remove();
    };
  }

  /**
   * @param {HostWindow} window
   * @param {SecurityModule} module
   * @param {OpenedMessages} messages
   * @returns {() => void}
   */
  #changeCompose(window, module, messages) {
    const answers = new ComposeAnswers(module, () => compose.askAgain());
    const compose = new ComposeWindow(window, {
      words: this.#words,
      protector: {
        answers: () => answers.settled(),
        view: (message) => answers.view(message),
        unlock: (message) => module.unlock(withSettings(message)),
        protect: (message, shown, written, signal) =>
          module.protect(
            withSettings(message),
            shown,
            { ...written, algorithms: demandedAlgorithms() },
            signal,
          ),
      },
      messages,
      directory: module.directory,
      openInfo: (model) => this.#panels.open("compose-security", window, model),
      openImport: () => this.#own.openCertificates(window, { begin: "import" }),
    });
    const endChanges = this.#changes.observe(() => compose.askAgain());
    return () => {
      endChanges();
      answers.stop();
      this.#panels.close(window);
      compose.stop();
    };
  }

  /** @param {string[]} missing In a window. @returns {boolean} Nothing is. */
  #fits(missing) {
    if (missing.length > 0) {
      // Not at once: the caller is in the middle of what is being undone.
      Services.tm.dispatchToMainThread(() =>
        this.#giveUp("notice-host-unknown", { details: missing.join(", ") }),
      );
    }
    return missing.length === 0;
  }

  /**
   * Switches Signet off until the next start, and says why.
   * @param {string} notice
   * @param {Record<string, string>} values
   */
  async #giveUp(notice, values) {
    this.#work.all();
    if (!this.#stopped) {
      await this.#notices.show(notice, values);
    }
  }
}

/** @typedef {import("../generated/js/message-security.sys.mjs").SignerView} SignerView */
/** @typedef {import("./collection.sys.mjs").CollectedCertificate} CollectedCertificate */

/** @param {unknown} error @returns {string} */
function describe(error) {
  return error instanceof Error ? error.message : String(error);
}
