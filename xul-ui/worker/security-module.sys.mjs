/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The native module as the add-on's main thread sees it: a few workers, of which one takes the calls
// that another is too busy for, and one only cancels and closes.

import { AccountSecurity } from "../generated/js/account-security.sys.mjs";
import { Certificates } from "../generated/js/certificates.sys.mjs";
import { Channel } from "../generated/js/channel.sys.mjs";
import { ComposeSecurity } from "../generated/js/compose-security.sys.mjs";
import { CONTRACT_HASH } from "../generated/js/contract.sys.mjs";
import { DirectoryLookup } from "../generated/js/directory-lookup.sys.mjs";
import { MessageSecurity } from "../generated/js/message-security.sys.mjs";
import { SetUp } from "../generated/js/set-up.sys.mjs";
import { SignetError, errorOf } from "../generated/js/signet-error.sys.mjs";
import { Validation } from "../generated/js/validation.sys.mjs";

const { clearTimeout, setTimeout } = ChromeUtils.importESModule(
  "resource://gre/modules/Timer.sys.mjs",
);

/** @typedef {import("../generated/js/message-security.sys.mjs").MessageSecurityView} MessageSecurityView */
/** @typedef {import("../generated/js/message-security.sys.mjs").JudgeOptionsInit} JudgeOptionsInit */
/** @typedef {import("../generated/js/message-security.sys.mjs").OpenedMessage} OpenedMessage */
/** @typedef {import("../generated/js/account-security.sys.mjs").IdentityChoicesInit} IdentityChoicesInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeMessageInit} ComposeMessageInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ComposeSecurityView} ComposeSecurityView */
/** @typedef {import("../generated/js/compose-security.sys.mjs").MessageToProtectInit} MessageToProtectInit */
/** @typedef {import("../generated/js/compose-security.sys.mjs").ProtectedMessage} ProtectedMessage */
/** @typedef {import("../generated/js/validation.sys.mjs").FetchOutcomeInit} FetchOutcomeInit */
/** @typedef {import("../generated/js/call.sys.mjs").CallRequest} CallRequest */
/** @typedef {import("../generated/js/call.sys.mjs").CallOptions} CallOptions */

/** Two, so that a long message does not delay the icon of another one. */
const CALL_WORKERS = 2;

/** A call that has not been answered after this many milliseconds has failed, unless a person is asked. */
const CALL_TIMEOUT = 60_000;

/** Loading takes some tens of milliseconds; after this many the worker is given up. */
const START_TIMEOUT = 30_000;

/** So many workers that failed are replaced: what always fails is not tried for ever. */
const REPLACEMENTS = 8;

/** @typedef {{worker: ChromeWorker, channel: Channel}} Caller */

export class SecurityModule {
  /** @type {ChromeWorker} */
  #control;
  /** @type {Caller[]} */
  #callers = [];
  /** @type {() => Promise<void>} Adds a caller. */
  #addCaller;
  #replacementsLeft = REPLACEMENTS;
  /** @type {Promise<void>} Settles when workers that failed have been replaced. */
  #replaced = Promise.resolve();
  #stopped = false;
  #messages = new MessageSecurity(this);
  #compose = new ComposeSecurity(this);
  #accounts = new AccountSecurity(this);
  #setUp = new SetUp(this);
  /** The stored answers about certificates, and which addresses of the network are public. */
  validation = new Validation(this);
  #certificates = new Certificates(this);
  /** What directories are asked for certificates, and their answers. */
  directory = new DirectoryLookup(this);

  /**
   * @param {ChromeWorker} control A worker that has opened the module.
   * @param {{library: string, version: string, module: number}} role Of the workers that make calls.
   */
  constructor(control, role) {
    this.#control = control;
    this.#addCaller = () => this.#startCaller(role);
    control.onerror = (event) => {
      event.preventDefault();
      console.warn(`Signet: the worker that cancels calls failed: ${event.message}`);
    };
  }

  /**
   * Loads and opens the module.
   * @param {string} library Path of the file.
   * @param {string} version Of the add-on, which must be the module's as well.
   * @param {{answers: string, seen: string}} files Paths of the cache of fetched answers, and of the memory of what
   *     was seen to be valid.
   * @returns {Promise<SecurityModule>} Rejected with a SignetError; its reason is `version-mismatch`
   *     or tells what the system said.
   */
  static async start(library, version, files) {
    const control = newWorker();
    /** @type {SecurityModule | null} */
    let started = null;
    try {
      const options = { contract: CONTRACT_HASH, version, ...files };
      const handle = await setUp(control, { role: "control", library, options });
      const module = new SecurityModule(control, { library, version, module: handle });
      started = module;
      await Promise.all(Array.from({ length: CALL_WORKERS }, () => module.#addCaller()));
      return module;
    } catch (error) {
      if (started) {
        started.stop();
      } else {
        control.terminate();
      }
      throw error;
    }
  }

  /**
   * Judges a message; its octets are given away.
   * @param {JudgeOptionsInit} options
   * @param {ArrayBuffer} message
   * @param {AbortSignal} signal
   * @returns {Promise<MessageSecurityView>}
   */
  judge(options, message, signal) {
    return this.#messages.judge(options, message, { signal, transfer: true });
  }

  /**
   * Judges a message and opens it; its octets are given away.
   * @param {JudgeOptionsInit} options
   * @param {boolean} mayAsk The password of a key; a person may take their time to answer.
   * @param {ArrayBuffer} message
   * @param {AbortSignal} signal
   * @returns {Promise<OpenedMessage>}
   */
  open(options, mayAsk, message, signal) {
    const callOptions = { signal, transfer: true, patient: mayAsk };
    return this.#messages.open(options, mayAsk, message, callOptions);
  }

  /**
   * Goes on with a judgement that is pending; the answers are given away.
   * @param {number} question
   * @param {FetchOutcomeInit[]} outcomes
   * @param {boolean} last
   * @param {AbortSignal} signal
   * @returns {Promise<MessageSecurityView>}
   */
  refine(question, outcomes, last, signal) {
    return this.#messages.refine(question, outcomes, last, { signal, transfer: true });
  }

  /** @param {string} sha256 @returns {Promise<ArrayBuffer | null>} In DER. */
  certificate(sha256) {
    return this.#messages.certificate(sha256);
  }

  /** @param {ComposeMessageInit} message @returns {Promise<ComposeSecurityView>} */
  composeView(message) {
    return this.#compose.view(message);
  }

  /**
   * Goes on with a view that is pending; the answers are given away.
   * @param {number} question
   * @param {FetchOutcomeInit[]} outcomes
   * @param {boolean} last
   * @returns {Promise<ComposeSecurityView>}
   */
  composeRefine(question, outcomes, last) {
    return this.#compose.refine(question, outcomes, last, { transfer: true });
  }

  /** @param {ComposeMessageInit} message Waits for a person who is asked for a password. */
  unlock(message) {
    return this.#compose.unlock(message, { patient: true });
  }

  /**
   * Protects what is about to be sent; its octets are given away. Takes as long as it takes: a large message
   * on a slow machine, a card that asks for its PIN.
   * @param {ComposeMessageInit} message
   * @param {ComposeSecurityView} shown
   * @param {MessageToProtectInit} written
   * @param {AbortSignal} signal
   * @returns {Promise<ProtectedMessage>}
   */
  protect(message, shown, written, signal) {
    const options = { signal, transfer: true, patient: true };
    return this.#compose.protect(message, shown, written, options);
  }

  /** @param {IdentityChoicesInit} choices As of now. */
  accountView(choices) {
    return this.#accounts.view(choices, Date.now());
  }

  /** @param {IdentityChoicesInit[]} identities What each has chosen. */
  setUpView(identities) {
    return this.#setUp.view(identities, Date.now());
  }

  /** The Certificates window. @returns {Certificates} */
  get certificates() {
    return this.#certificates;
  }

  /** Ends the module and its workers. */
  stop() {
    this.#stopped = true;
    for (const { channel, worker } of this.#callers.splice(0)) {
      channel.close("Signet is being switched off");
      worker.terminate();
    }
    const control = this.#control;
    control.onmessage = () => control.terminate();
    control.postMessage({ close: true });
  }

  /**
   * The transport of the proxies: hands a call to the worker that has least to do.
   * @param {CallRequest} request
   * @param {CallOptions} options
   * @returns {Promise<unknown>}
   */
  async call(request, { signal, transfer, patient = false } = {}) {
    if (this.#callers.length === 0) {
      await this.#replaced;
    }
    const [first, ...others] = this.#callers;
    if (!first) {
      throw errorOf("internal", "no worker is left");
    }
    const caller = others.reduce(
      (best, each) => (each.channel.load < best.channel.load ? each : best),
      first,
    );
    const controller = new AbortController();
    const abort = () => controller.abort();
    signal?.addEventListener("abort", abort);
    let late = false;
    const timer = patient
      ? null
      : setTimeout(() => {
          late = true;
          abort();
        }, CALL_TIMEOUT);
    if (signal?.aborted) {
      abort();
    }
    try {
      return await caller.channel.call(request, { signal: controller.signal, transfer });
    } catch (error) {
      if (late) {
        // Nobody knows whether it will ever listen again.
        this.#replace(caller, `no answer within ${CALL_TIMEOUT / 1000} seconds`);
        throw errorOf("internal", `no answer within ${CALL_TIMEOUT / 1000} seconds`);
      }
      throw error;
    } finally {
      if (timer !== null) {
        clearTimeout(timer);
      }
      signal?.removeEventListener("abort", abort);
    }
  }

  /** @param {{library: string, version: string, module: number}} role */
  async #startCaller(role) {
    const worker = newWorker();
    try {
      await setUp(worker, { role: "calls", ...role });
    } catch (error) {
      worker.terminate();
      throw error;
    }
    if (this.#stopped) {
      worker.terminate();
      return;
    }
    const channel = new Channel(worker, (callId) => this.#control.postMessage({ cancel: callId }));
    const caller = { worker, channel };
    this.#callers.push(caller);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#replace(caller, `a worker failed: ${event.message}`);
    };
  }

  /**
   * Ends a worker that has failed, with the calls that it had, and starts another one.
   * @param {Caller} caller
   * @param {string} why For a bug report.
   */
  #replace(caller, why) {
    if (this.#stopped || !this.#callers.includes(caller)) {
      return;
    }
    this.#callers = this.#callers.filter((each) => each !== caller);
    caller.channel.close(why);
    caller.worker.terminate();
    if (this.#replacementsLeft-- <= 0) {
      return;
    }
    const started = this.#addCaller().catch((error) =>
      console.warn("Signet: a worker that failed could not be replaced.", error),
    );
    this.#replaced = Promise.all([this.#replaced, started]).then(() => {});
  }
}

/** @returns {ChromeWorker} */
function newWorker() {
  return new ChromeWorker(new URL("module-worker.mjs", import.meta.url).href, { type: "module" });
}

/**
 * Gives a worker its role.
 * @param {ChromeWorker} worker
 * @param {object} role
 * @returns {Promise<number>} The module's handle.
 */
function setUp(worker, role) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(errorOf("internal", "the worker did not start")),
      START_TIMEOUT,
    );
    /** @param {() => void} settle */
    const finish = (settle) => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      settle();
    };
    worker.onmessage = ({ data }) =>
      finish(() => {
        if (data.ready) {
          resolve(data.module);
        } else {
          reject(data.failed ? new SignetError(data.failed) : errorOf("internal", data.details));
        }
      });
    worker.onerror = (event) => {
      event.preventDefault();
      finish(() => reject(errorOf("internal", event.message || "the worker could not be loaded")));
    };
    worker.postMessage(role);
  });
}
