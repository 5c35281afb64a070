/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Fetches what the module asks for, through the host's network, so that its proxy settings hold:
// http and https only, without cookies, passwords or a name, and with a bound on everything.
//
// A certificate in a stranger's message names the servers. Unless the settings allow it, none in a
// private network or on this computer is asked: the addresses of a name are looked at before the
// question is sent, at each redirect, and once more when the connection stands. Behind a proxy it is the
// proxy that looks names up; then only addresses written in the URL are looked at.
//
// Relies on: nsIHttpChannel, nsIUploadChannel2, nsIHttpChannelInternal.remoteAddress, nsIChannelEventSink;
// Services.dns.asyncResolve; nsIProtocolProxyService.asyncResolve; nsINSSErrorsService.

import { concatenated } from "./octets.sys.mjs";

const { clearTimeout, setTimeout } = ChromeUtils.importESModule(
  "resource://gre/modules/Timer.sys.mjs",
);
const { NetUtil } = ChromeUtils.importESModule("resource://gre/modules/NetUtil.sys.mjs");

/** One answer may take so many milliseconds. */
const LONGEST = 10_000;
const REDIRECTS = 5;

/** @typedef {import("../generated/js/validation.sys.mjs").FetchRequest} FetchRequest */
/** @typedef {import("../generated/js/validation.sys.mjs").FetchOutcomeInit} FetchOutcomeInit */

/**
 * @typedef {object} Rules
 * @property {boolean} allowPrivate
 * @property {(addresses: string[]) => Promise<boolean>} arePublic
 * @property {number} until Milliseconds since 1970: what has not answered by then has not answered.
 * @property {AbortSignal} signal
 */

class Problem extends Error {
  /** @param {string} code @param {string} [status] */
  constructor(code, status = "") {
    super(code);
    this.code = code;
    this.status = status;
  }
}

/**
 * Makes the fetches, all at the same time.
 * @param {FetchRequest[]} requests
 * @param {Rules} rules
 * @returns {Promise<FetchOutcomeInit[]>} In their order.
 */
export function fetchAll(requests, rules) {
  return Promise.all(
    requests.map(async (request) => {
      try {
        return { answer: await fetchOne(request, rules) };
      } catch (error) {
        if (!(error instanceof Problem)) {
          console.warn("Signet: fetching.", error);
        }
        const { code, status } = error instanceof Problem ? error : new Problem("fetch-no-answer");
        return { problem: /** @type {any} */ (code), status };
      }
    }),
  );
}

/** @param {FetchRequest} request @param {Rules} rules @returns {Promise<ArrayBuffer>} */
async function fetchOne(request, rules) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  rules.signal.addEventListener("abort", abort);
  const timer = setTimeout(abort, Math.max(0, Math.min(LONGEST, rules.until - Date.now())));
  try {
    const uri = Services.io.newURI(request.url);
    const channel = channelFor(uri, request);
    const proxied = await isProxied(channel);
    const free = rules.allowPrivate || request.chosen;
    /** @param {nsIURI} address */
    const check = async (address) => {
      if (!free && !(await mayAsk(address, proxied, rules))) {
        throw new Problem("fetch-address-refused");
      }
    };
    await Promise.race([check(uri), aborted(controller.signal)]);
    return await new Transfer(channel, request, { check, controller, free, proxied, rules }).answer;
  } finally {
    clearTimeout(timer);
    rules.signal.removeEventListener("abort", abort);
  }
}

/** @param {AbortSignal} signal @returns {Promise<never>} */
function aborted(signal) {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(new Problem("fetch-no-answer"));
    if (signal.aborted) {
      fail();
    }
    signal.addEventListener("abort", fail, { once: true });
  });
}

/** @param {nsIURI} uri @param {FetchRequest} request @returns {any} An nsIHttpChannel. */
function channelFor(uri, { body, contentType, accept }) {
  const channel = NetUtil.newChannel({ uri, loadUsingSystemPrincipal: true });
  if (!/^https?$/.test(uri.scheme)) {
    throw new Problem("fetch-answer-not-expected");
  }
  channel.QueryInterface(Ci.nsIHttpChannel);
  // What is asked is public and signed, and servers for it often know http alone.
  channel.loadInfo.httpsOnlyStatus |= Ci.nsILoadInfo.HTTPS_ONLY_EXEMPT;
  channel.loadFlags |=
    Ci.nsIRequest.LOAD_ANONYMOUS |
    Ci.nsIRequest.LOAD_BYPASS_CACHE |
    Ci.nsIRequest.INHIBIT_CACHING |
    Ci.nsIRequest.INHIBIT_PERSISTENT_CACHING;
  channel.redirectionLimit = REDIRECTS;
  channel.setRequestHeader("Accept", accept, false);
  for (const name of ["User-Agent", "Accept-Language"]) {
    channel.setRequestHeader(name, "", false);
  }
  if (body) {
    const stream = Cc["@mozilla.org/io/arraybuffer-input-stream;1"].createInstance(
      Ci.nsIArrayBufferInputStream,
    );
    stream.setData(body, 0, body.byteLength);
    channel
      .QueryInterface(Ci.nsIUploadChannel2)
      .explicitSetUploadStream(stream, contentType, body.byteLength, "POST", false);
  }
  return channel;
}

/** @param {any} channel @returns {Promise<boolean>} */
function isProxied(channel) {
  const service = Cc["@mozilla.org/network/protocol-proxy-service;1"].getService(
    Ci.nsIProtocolProxyService,
  );
  return new Promise((resolve) => {
    service.asyncResolve(channel, 0, {
      QueryInterface: ChromeUtils.generateQI(["nsIProtocolProxyCallback"]),
      /** @param {any} _request @param {any} _channel @param {any} proxy */
      onProxyAvailable(_request, _channel, proxy) {
        resolve(!!proxy && proxy.type !== "direct");
      },
    });
  });
}

/** @param {nsIURI} uri @param {boolean} proxied @param {Rules} rules @returns {Promise<boolean>} */
async function mayAsk(uri, proxied, { arePublic }) {
  const { host } = /** @type {any} */ (uri);
  if (/^[\d.]+$|:/.test(host)) {
    return arePublic([host]);
  }
  if (proxied) {
    return host !== "localhost" && !host.endsWith(".localhost");
  }
  const addresses = await addressesOf(host);
  return arePublic(addresses);
}

/** @param {string} host @returns {Promise<string[]>} */
function addressesOf(host) {
  return new Promise((resolve, reject) => {
    Services.dns.asyncResolve(
      host,
      Ci.nsIDNSService.RESOLVE_TYPE_DEFAULT,
      0,
      null,
      {
        QueryInterface: ChromeUtils.generateQI(["nsIDNSListener"]),
        /** @param {any} _request @param {any} record @param {number} status */
        onLookupComplete(_request, record, status) {
          if (!Components.isSuccessCode(status)) {
            reject(new Problem("fetch-no-answer"));
            return;
          }
          record.QueryInterface(Ci.nsIDNSAddrRecord);
          const addresses = [];
          while (record.hasMore()) {
            addresses.push(record.getNextAddrAsString());
          }
          resolve(addresses);
        },
      },
      Services.tm.mainThread,
      {},
    );
  });
}

/** One fetch under way. */
class Transfer {
  /** @type {Promise<ArrayBuffer>} */
  answer;
  /** @type {Uint8Array[]} */
  #pieces = [];
  #octets = 0;
  /** @type {Problem | null} Why it was given up. */
  #problem = null;
  #request;
  #context;
  /** @type {(answer: ArrayBuffer) => void} */
  #resolve = () => {};
  /** @type {(problem: Problem) => void} */
  #reject = () => {};

  /**
   * @param {any} channel
   * @param {FetchRequest} request
   * @param {{check: (uri: nsIURI) => Promise<void>, controller: AbortController, free: boolean,
   *     proxied: boolean, rules: Rules}} context
   */
  constructor(channel, request, context) {
    this.#request = request;
    this.#context = context;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const { signal } = context.controller;
    let running = channel;
    signal.addEventListener("abort", () =>
      this.#giveUp(running, statusOf(running) ? "fetch-too-slow" : "fetch-no-answer"),
    );
    const sink = {
      QueryInterface: ChromeUtils.generateQI(["nsIChannelEventSink"]),
      /** @param {any} _old @param {any} next @param {number} _flags @param {any} callback */
      asyncOnChannelRedirect: (_old, next, _flags, callback) => {
        running = next;
        this.#mayRedirect(next.URI).then(
          () => callback.onRedirectVerifyCallback(Cr.NS_OK),
          (problem) => {
            this.#problem = problem;
            callback.onRedirectVerifyCallback(Cr.NS_ERROR_ABORT);
          },
        );
      },
    };
    channel.notificationCallbacks = {
      QueryInterface: ChromeUtils.generateQI(["nsIInterfaceRequestor"]),
      /** @param {any} iid */
      getInterface: (iid) => sink.QueryInterface(iid),
    };
    channel.asyncOpen({
      QueryInterface: ChromeUtils.generateQI(["nsIStreamListener", "nsIRequestObserver"]),
      onStartRequest: (/** @type {any} */ current) => this.#start(current),
      onDataAvailable: (
        /** @type {any} */ current,
        /** @type {any} */ stream,
        /** @type {number} */ _offset,
        /** @type {number} */ count,
      ) => this.#take(current, stream, count),
      onStopRequest: (/** @type {any} */ current, /** @type {number} */ status) =>
        this.#stop(current, status),
    });
  }

  /** @param {nsIURI} uri */
  async #mayRedirect(uri) {
    if (!/^https?$/.test(uri.scheme)) {
      throw new Problem("fetch-answer-not-expected");
    }
    await this.#context.check(uri);
  }

  /** @param {any} channel @param {string} code */
  #giveUp(channel, code) {
    this.#problem ??= new Problem(code);
    channel.cancel(Cr.NS_BINDING_ABORTED);
    this.#reject(this.#problem); // also where the host would still wait
  }

  /** @param {any} channel */
  #start(channel) {
    const { free, proxied, rules } = this.#context;
    if (free || proxied) {
      return;
    }
    let address = "";
    try {
      address = channel.QueryInterface(Ci.nsIHttpChannelInternal).remoteAddress;
    } catch {
      return; // there was no connection
    }
    rules.arePublic([address]).then((isPublic) => {
      if (!isPublic) {
        this.#giveUp(channel, "fetch-address-refused");
      }
    }, console.error);
  }

  /** @param {any} channel @param {any} stream @param {number} count */
  #take(channel, stream, count) {
    this.#octets += count;
    if (this.#octets > this.#request.mostOctets) {
      this.#giveUp(channel, "fetch-too-large");
      return;
    }
    const reader = Cc["@mozilla.org/binaryinputstream;1"].createInstance(Ci.nsIBinaryInputStream);
    reader.setInputStream(stream);
    const piece = new ArrayBuffer(count);
    reader.readArrayBuffer(count, piece);
    this.#pieces.push(new Uint8Array(piece));
  }

  /** @param {any} channel @param {number} status */
  #stop(channel, status) {
    if (this.#problem) {
      this.#reject(this.#problem);
    } else if (!Components.isSuccessCode(status)) {
      this.#reject(new Problem(codeOf(status, !!statusOf(channel))));
    } else if (statusOf(channel) !== 200) {
      this.#reject(new Problem("fetch-refused", String(statusOf(channel))));
    } else {
      this.#resolve(concatenated(this.#pieces).buffer);
    }
  }
}

/**
 * What the server has answered. Its content may come to us much later: where it does not say of what type
 * that is, the host waits until it can guess.
 * @param {any} channel Another one than was opened, after a redirect.
 * @returns {number} 0: nothing yet.
 */
function statusOf(channel) {
  try {
    return channel.QueryInterface(Ci.nsIHttpChannel).responseStatus;
  } catch {
    return 0;
  }
}

/** @param {number} status @param {boolean} begun @returns {string} */
function codeOf(status, begun) {
  switch (status) {
    case Cr.NS_ERROR_REDIRECT_LOOP:
      return "fetch-redirected-too-often";
    case Cr.NS_ERROR_NET_PARTIAL_TRANSFER:
    case Cr.NS_ERROR_NET_INTERRUPT:
    case Cr.NS_ERROR_NET_RESET:
      return begun ? "fetch-cut-short" : "fetch-no-answer";
    case Cr.NS_ERROR_NET_TIMEOUT:
      return begun ? "fetch-too-slow" : "fetch-no-answer";
    case Cr.NS_ERROR_CORRUPTED_CONTENT:
    case Cr.NS_ERROR_INVALID_CONTENT_ENCODING:
      return "fetch-answer-not-expected";
    default:
      return isOfTls(status) ? "fetch-not-secure" : "fetch-no-answer";
  }
}

/** @param {number} status @returns {boolean} */
export function isOfTls(status) {
  try {
    Cc["@mozilla.org/nss_errors_service;1"]
      .getService(Ci.nsINSSErrorsService)
      .getErrorClass(status);
    return true;
  } catch {
    return false;
  }
}

export const requirements = [
  {
    name: "nsIDNSService.asyncResolve",
    test: () => typeof Services.dns.asyncResolve === "function",
  },
  {
    name: "nsIProtocolProxyService",
    test: () => !!Cc["@mozilla.org/network/protocol-proxy-service;1"],
  },
  { name: "nsIUploadChannel2", test: () => !!Ci.nsIUploadChannel2 },
  { name: "nsIChannelEventSink", test: () => !!Ci.nsIChannelEventSink },
  { name: "nsINSSErrorsService", test: () => !!Cc["@mozilla.org/nss_errors_service;1"] },
];
