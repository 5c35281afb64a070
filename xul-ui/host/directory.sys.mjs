/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The directory (LDAP) that an identity completes addresses from, and searches in it through the host's own
// connection: its settings, its TLS, its saved logins. The host's client believes its servers; here
// everything is bounded, and servers that are referred to are not asked.
//
// Relies on: the identity's overrideGlobalPref and directoryServer, the preferences
// ldap_2.autoComplete.useDirectory and ldap_2.autoComplete.directoryServer, read as the host's
// AbLDAPAutoCompleteSearch does; MailServices.ab.getDirectory and nsIAbLDAPDirectory (lDAPURL, authDn,
// saslMechanism, attributeMap); LDAPClient (connect, bind, saslBind, abandon, unbind, onOpen, onError,
// its members _socket, _send and _callbackMap) and SearchRequest (_parseFilterValue); Services.logins, in which the
// host saves the password of a directory under its address.

import { isOfTls } from "./fetching.sys.mjs";

/** @type {Record<string, any>} Loaded when they are needed, so that the self-check can name them. */
const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  LDAPClient: "resource:///modules/LDAPClient.sys.mjs",
  MailServices: "resource:///modules/MailServices.sys.mjs",
  SearchRequest: "resource:///modules/LDAPMessage.sys.mjs",
});

/** @typedef {import("../generated/js/directory-lookup.sys.mjs").DirectoryPlaceInit} DirectoryPlaceInit */
/** @typedef {import("../generated/js/directory-lookup.sys.mjs").DirectorySearch} DirectorySearch */
/** @typedef {import("../generated/js/directory-lookup.sys.mjs").DirectoryOutcomeInit} DirectoryOutcomeInit */
/** @typedef {import("../generated/js/directory-lookup.sys.mjs").DirectoryScope} DirectoryScope */

const PORT = 389;
const TLS_PORT = 636;
const SUCCESS = 0;
const SASL_BIND_IN_PROGRESS = 14;

/** The address book's names for addresses, which its settings map to attributes of the directory. */
const ADDRESSES = ["PrimaryEmail", "SecondEmail"];

export class Directory {
  #url;
  #book;

  /** @param {any} book An nsIAbLDAPDirectory. */
  constructor(book) {
    this.#book = book;
    this.#url = book.lDAPURL;
  }

  /**
   * The directory that addresses are completed from.
   * @param {any} identity An nsIMsgIdentity.
   * @returns {Directory | null} Null: none, or there is no network.
   */
  static of(identity) {
    if (Services.io.offline) {
      return null;
    }
    let name = "";
    if (identity?.overrideGlobalPref) {
      name = identity.directoryServer;
    } else if (Services.prefs.getBoolPref("ldap_2.autoComplete.useDirectory", false)) {
      name = Services.prefs.getStringPref("ldap_2.autoComplete.directoryServer", "");
    }
    if (!name) {
      return null;
    }
    try {
      const book = lazy.MailServices.ab.getDirectory(`moz-abldapdirectory://${name}`);
      return new Directory(book.QueryInterface(Ci.nsIAbLDAPDirectory));
    } catch (error) {
      console.warn("Signet: the directory for completing addresses is not set up.", error);
      return null;
    }
  }

  /** For words. @returns {string} */
  get host() {
    return this.#url.host;
  }

  /** @returns {DirectoryPlaceInit} */
  get place() {
    const { dn, scope, filter } = this.#url;
    const map = this.#book.attributeMap;
    return {
      base: dn,
      scope: scopeOf(scope),
      filter: filter ?? "",
      addressAttributes: ADDRESSES.flatMap((name) =>
        (map.getAttributeList(name) ?? "").split(",").filter(Boolean),
      ),
    };
  }

  /**
   * Makes one search.
   * @param {DirectorySearch} search
   * @param {AbortSignal} signal Aborted when it has taken too long, or nobody wants to know any more.
   * @returns {Promise<DirectoryOutcomeInit>}
   */
  async search(search, signal) {
    const name = this.#book.authDn || "";
    const sasl = this.#book.saslMechanism === "GSSAPI";
    const password = name && !sasl ? await this.#savedPassword() : "";
    if (password === null) {
      return { values: [], problem: "directory-login-needed" };
    }
    const isSecure = this.#url.scheme === "ldaps";
    const port = this.#url.port === -1 ? (isSecure ? TLS_PORT : PORT) : this.#url.port;
    const client = new lazy.LDAPClient(this.#url.host, port, isSecure);
    const outcome = new Conversation(client, search, signal, (/** @type {(answer: any) => void} */ done) => {
      if (sasl) {
        bindWithTicket(client, `ldap@${this.#url.host}`, done);
      } else {
        client.bind(name, password, done);
      }
    }).outcome;
    return { ...(await outcome), loggedIn: sasl || !!name };
  }

  /**
   * The password that the host has saved. Nobody is asked for one, nor for the primary password: this
   * happens while somebody writes.
   * @returns {Promise<string | null>} Null: there is none.
   */
  async #savedPassword() {
    if (!Services.logins.isLoggedIn) {
      return null;
    }
    const [login] = await Services.logins.searchLoginsAsync({
      origin: this.#url.prePath,
      httpRealm: this.#url.spec,
    });
    return login?.password || null;
  }
}

/** @param {number} scope @returns {DirectoryScope} */
function scopeOf(scope) {
  switch (scope) {
    case Ci.nsILDAPURL.SCOPE_BASE:
      return "base";
    case Ci.nsILDAPURL.SCOPE_ONELEVEL:
      return "one";
    default:
      return "subtree";
  }
}

/** @param {DirectoryScope} scope @returns {number} */
function numberOf(scope) {
  switch (scope) {
    case "base":
      return Ci.nsILDAPURL.SCOPE_BASE;
    case "one":
      return Ci.nsILDAPURL.SCOPE_ONELEVEL;
    default:
      return Ci.nsILDAPURL.SCOPE_SUBTREE;
  }
}

/** @param {any} client @param {string} service @param {(answer: any) => void} done @param {any} [challenge] */
function bindWithTicket(client, service, done, challenge) {
  client.saslBind(service, "GSSAPI", "sasl-gssapi", challenge, (/** @type {any} */ answer) => {
    if (answer.result.resultCode === SASL_BIND_IN_PROGRESS) {
      bindWithTicket(client, service, done, answer.result.serverSaslCreds);
    } else {
      done(answer);
    }
  });
}

/**
 * The host's request takes the values in a filter as they stand; RFC 4515 has them escaped.
 * @param {DirectorySearch} search
 * @returns {any} A SearchRequest.
 */
function searchRequest({ base, scope, filter, attributes, mostEntries }) {
  /** @type {new (...values: any[]) => any} */
  const Base = lazy.SearchRequest;
  class EscapedSearchRequest extends Base {
    /** @param {string} text @returns {any[]} */
    _parseFilterValue(text) {
      const [kind, name, value] = super._parseFilterValue(text);
      return [kind, name, Array.isArray(value) ? value.map(unescape) : unescape(value)];
    }
  }
  return new EscapedSearchRequest(base, numberOf(scope), filter, attributes.join(","), 0, mostEntries);
}

/** @param {string} value @returns {string} */
function unescape(value) {
  return value.replace(/\\([0-9a-f]{2})/gi, (_all, digits) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}

/** One connection: login, one search. */
class Conversation {
  /** @type {Promise<DirectoryOutcomeInit>} */
  outcome;
  /** @type {{name: string, octets: ArrayBuffer}[]} */
  #values = [];
  #client;
  #search;
  #begun = false;
  #octets = 0;
  /** @type {(outcome: DirectoryOutcomeInit) => void} */
  #resolve = () => {};

  /**
   * @param {any} client
   * @param {DirectorySearch} search
   * @param {AbortSignal} signal
   * @param {(done: (answer: any) => void) => void} bind
   */
  constructor(client, search, signal, bind) {
    this.#client = client;
    this.#search = search;
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    const abort = () => this.#end({ problem: this.#begun ? "fetch-too-slow" : "fetch-no-answer" });
    this.outcome.then(() => signal.removeEventListener("abort", abort));
    signal.addEventListener("abort", abort);
    if (signal.aborted) {
      abort();
      return;
    }
    client.onError = (/** @type {number} */ status) => this.#fail(status);
    client.onOpen = () => {
      this.#watchSocket();
      bind((answer) => this.#guarded(() => this.#bound(answer)));
    };
    try {
      client.connect();
    } catch (error) {
      console.warn("Signet: no connection to the directory.", error);
      this.#end({ problem: "fetch-no-answer" });
    }
  }

  /** Counts what comes: the host's client would collect it. */
  #watchSocket() {
    const socket = this.#client._socket;
    const take = socket.ondata;
    socket.ondata = (/** @type {any} */ event) => {
      this.#begun = true;
      this.#octets += event.data.byteLength;
      if (this.#octets > this.#search.mostOctets) {
        this.#end({ problem: "fetch-too-large" });
      } else {
        Promise.resolve(take(event)).catch((error) => this.#damaged(error));
      }
    };
    // The socket is open before its TLS is, and closes before the host's client tells of an error.
    const report = socket.onerror;
    socket.onerror = (/** @type {any} */ event) => {
      this.#fail(event.errorCode);
      report(event);
    };
    const close = socket.onclose;
    socket.onclose = (/** @type {any} */ event) => {
      close(event);
      this.#fail(0);
    };
  }

  /** @param {number} status Of the connection; 0: it was closed. */
  #fail(status) {
    const code = this.#begun ? "fetch-cut-short" : "fetch-no-answer";
    this.#end({ problem: status && isOfTls(status) ? "fetch-not-secure" : code });
  }

  /** @param {any} answer To the login. */
  #bound({ result: { resultCode } }) {
    if (resultCode !== SUCCESS) {
      this.#end({ resultCode });
      return;
    }
    this.#client._send(searchRequest(this.#search), (/** @type {any} */ answer) =>
      this.#guarded(() => this.#take(answer)),
    );
  }

  /** @param {any} answer To the search. */
  #take(answer) {
    switch (answer.constructor.name) {
      case "SearchResultEntry":
        this.#takeEntry(answer.result.attributes);
        break;
      case "SearchResultReference":
        break; // where nobody has chosen to ask
      default:
        this.#end({ resultCode: answer.result.resultCode });
    }
  }

  /** @param {Record<string, ArrayBuffer[]>} attributes */
  #takeEntry(attributes) {
    for (const [name, values] of Object.entries(attributes)) {
      for (const value of values) {
        if (this.#values.length >= this.#search.mostValues) {
          this.#end({ problem: "fetch-too-large" });
          return;
        }
        this.#values.push({ name, octets: new Uint8Array(value).slice().buffer });
      }
    }
  }

  /** @param {() => void} work On something that the server has sent. */
  #guarded(work) {
    try {
      work();
    } catch (error) {
      this.#damaged(error);
    }
  }

  /** @param {unknown} error */
  #damaged(error) {
    console.warn("Signet: an answer of the directory cannot be read.", error);
    this.#end({ problem: "fetch-answer-damaged" });
  }

  /** @param {Partial<DirectoryOutcomeInit>} outcome */
  #end(outcome) {
    this.#resolve({ values: this.#values, ...outcome });
    this.#client.onError = () => {};
    this.#client.onOpen = () => {};
    this.#client._callbackMap.clear();
    const socket = this.#client._socket;
    if (socket) {
      socket.ondata = socket.onclose = socket.onerror = null;
      socket.close();
    }
  }
}

export const requirements = [
  {
    name: "LDAPClient",
    test: () => {
      const { bind, connect, saslBind, _send } = lazy.LDAPClient.prototype;
      const client = new lazy.LDAPClient("localhost", PORT, false);
      return (
        [bind, connect, saslBind, _send].every((each) => typeof each === "function") &&
        client._callbackMap instanceof Map
      );
    },
  },
  {
    name: "SearchRequest._parseFilterValue",
    test: () => typeof lazy.SearchRequest.prototype._parseFilterValue === "function",
  },
  { name: "nsIAbLDAPDirectory", test: () => !!Ci.nsIAbLDAPDirectory },
  { name: "nsILDAPURL.SCOPE_SUBTREE", test: () => typeof Ci.nsILDAPURL.SCOPE_SUBTREE === "number" },
  {
    name: "logins.searchLoginsAsync",
    test: () => typeof Services.logins.searchLoginsAsync === "function",
  },
];
