// A verdict belongs to one message: whatever arrives late, in whatever order, is never reported for
// another one; and what the host has only in part is not judged.

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules, services } from "./gecko_stub.mjs";

const { DisplayedMessage } = await import("../../../xul-ui/host/displayed-message.sys.mjs");
const { hostLinesLength, readMessage } = await import("../../../xul-ui/host/message-bytes.sys.mjs");

/** @typedef {import("../../../xul-ui/host/displayed-message.sys.mjs").Security} Security */

const text = (/** @type {string} */ value) => new TextEncoder().encode(value);

/** A host with messages; reading one is answered by the test. */
class Host {
  /** @type {Record<string, any>} */
  #readers = {};
  /** @type {string[]} */
  shownByHost = [];
  headerPane = new EventTarget();
  /** @type {string[]} What the host was told to be encrypted. */
  encrypted = [];
  /** @type {any} */
  window;

  constructor() {
    modules.MailServices = {
      messageServiceFromURI: () => ({
        streamMessage: (/** @type {string} */ uri, /** @type {any} */ listener) => {
          this.#readers[uri] = listener;
        },
      }),
    };
    modules.EnigmailFuncs = {
      isCurrentMessage: (/** @type {string} */ uri, /** @type {string} */ url) => uri === url,
    };
    services["@mozilla.org/messenger-smime/smime-encrypted-uris-service;1"] = {
      rememberEncrypted: (/** @type {string} */ uri) => this.encrypted.push(uri),
      forgetEncrypted: (/** @type {string} */ uri) => {
        this.encrypted = this.encrypted.filter((each) => each !== uri);
      },
    };
    const record = (/** @type {string} */ name) => () => this.shownByHost.push(name);
    this.window = {
      gMessageURI: null,
      gMessage: null,
      gMessageListeners: [],
      msgLoaded: false,
      displayMessage: (/** @type {string} */ uri, /** @type {any} */ values) =>
        this.#select(uri, values),
      ReloadMessage: record("reload"),
      gMessageNotificationBar: {
        setRemoteContentMsg: record("bar"),
        msgNotificationBar: { getNotificationWithValue: () => null },
      },
      ClearCurrentHeaders() {},
      document: { getElementById: () => this.headerPane },
      messageProgressListener: {
        onStartHeaders: () => this.#tell("onStartHeaders"),
        processHeaders: (/** @type {string[]} */ names, /** @type {string[]} */ values) => {
          this.shownByHost.push(names.map((name, at) => `${name}: ${values[at]}`).join("\n"));
          this.#tell("onEndHeaders");
        },
      },
      smimeSink: {
        getSelectedMessageURI: () => null,
        ignoreStatusFrom() {},
        signatureProcessingStarted() {},
        resetSignedStatus() {},
        signedStatus: record("signature"),
        encryptionStatus: record("encryption"),
      },
    };
  }

  /** @param {string} uri @param {{flags?: number}} [values] */
  #select(uri, { flags = 0 } = {}) {
    this.window.gMessageURI = uri;
    this.window.gMessage = {
      flags, mime2DecodedSubject: uri, mime2DecodedAuthor: "", dateInSeconds: 0,
    };
  }

  /** @param {string} uri @param {{flags?: number}} [values] */
  display(uri, values) {
    this.window.displayMessage(uri, values);
    this.layOut();
  }

  /** @param {string} event */
  #tell(event) {
    this.window.gMessageListeners.forEach((/** @type {any} */ each) => each[event]());
  }

  /** The host lays the message out. */
  layOut() {
    this.#tell("onStartHeaders");
    this.#tell("onEndHeaders");
    this.#tell("onEndAttachments");
  }

  /**
   * The octets of a message arrive.
   * @param {string} uri
   * @param {number} [status]
   * @param {string} [body]
   */
  async arrives(uri, status = 0, body = "") {
    const listener = this.#readers[uri];
    const request = { cancel() {} };
    const octets = text(`Subject: ${uri}\r\n\r\n${body}`);
    listener.onStartRequest(request);
    if (status === 0) {
      listener.onDataAvailable(request, { octets }, 0, octets.length);
    }
    listener.onStopRequest(request, status);
    await settled();
  }
}

const settled = () => new Promise((resolve) => { setTimeout(resolve, 0); });

/** A module whose verdicts the test gives when it likes. */
class Module {
  /** @type {{subject: string, options: any, resolve: (view: any, content?: any) => void, reject: (e: Error) => void}[]} */
  calls = [];
  /** @type {unknown[]} */
  failures = [];

  /** @param {any} wanted @param {AbortSignal} signal @returns {Promise<any>} */
  async open({ uri, size, incomplete, queued }, signal) {
    const message = await readMessage(uri, size, signal, queued);
    const subject = new TextDecoder().decode(message).match(/^Subject: (.*)\r\n/)?.[1] ?? "";
    return new Promise((resolve, reject) => {
      this.calls.push({
        subject,
        options: { incomplete },
        resolve: (view, content = null) =>
          resolve({ view, part: content ? "1" : "", content, authenticated: true, loadsRemoteContent: false }),
        reject,
      });
    });
  }

  async refine() {}

  /** @param {unknown} error */
  failed(error) {
    this.failures.push(error);
  }
}

/** @type {any} */
const words = { messages: async () => [] };

function setUp() {
  const host = new Host();
  const module = new Module();
  const displayed = new DisplayedMessage(host.window, /** @type {any} */ (module), words);
  /** @type {(Security | null)[]} */
  const reported = [];
  displayed.observe((security) => reported.push(security));
  return { host, module, displayed, reported };
}

test("verdicts that arrive in the wrong order go to nobody else", async () => {
  const { host, module, displayed, reported } = setUp();
  host.display("A");
  await host.arrives("A");
  host.display("B");
  await host.arrives("B");
  assert.deepEqual(module.calls.map(({ subject }) => subject), ["A", "B"]);
  module.calls[1].resolve({ signature: "none", mark: "B" });
  await settled();
  module.calls[0].resolve({ signature: "valid", mark: "A" });
  await settled();
  assert.equal(/** @type {any} */ (displayed.security?.view)?.mark, "B");
  for (const security of reported) {
    const mark = /** @type {any} */ (security?.view)?.mark;
    assert.ok(!mark || mark === security?.subject);
  }
});

test("octets that arrive late are not judged", async () => {
  const { host, module } = setUp();
  host.display("A");
  host.display("B");
  await host.arrives("A");
  assert.deepEqual(module.calls, []);
});

test("coming back to a message, its earlier verdict does not count", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A");
  host.display("B");
  host.display("A");
  module.calls[0].resolve({ signature: "valid" });
  await settled();
  assert.equal(displayed.security?.phase, "judging");
  assert.equal(displayed.security?.view, null);
});

test("the verdict is fetched at once, but is not in the header before the message is", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  host.window.displayMessage("B");
  await host.arrives("B");
  module.calls[0].resolve({ signature: "valid" });
  await settled();
  assert.equal(displayed.security?.subject, "B");
  assert.equal(displayed.security?.inHeader, false);
  host.layOut();
  assert.equal(displayed.security?.inHeader, true);
  assert.equal(displayed.security?.phase, "judged");
  assert.equal(module.calls.length, 1);
});

test("laid out again, a message is judged again", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A");
  module.calls[0].resolve({ signature: "valid" });
  await settled();
  host.layOut();
  assert.equal(displayed.security?.phase, "judging");
  await host.arrives("A");
  assert.equal(module.calls.length, 2);
});

test("what could not be waited for is displayed once more when it has come, and is not judged again", async () => {
  const { host, module, displayed } = setUp();
  let again = 0;
  host.window.ReloadMessage = () => {
    again += 1;
    host.window.displayMessage(host.window.gMessageURI);
  };
  host.display("A");
  assert.equal(displayed.queued, true);
  displayed.showWhenOpened();
  assert.equal(again, 0);
  await host.arrives("A");
  assert.equal(displayed.queued, false);
  module.calls[0].resolve({ encryption: "decrypted" }, new ArrayBuffer(8));
  await settled();
  assert.equal(again, 1);
  assert.equal(displayed.security?.inHeader, false);
  host.layOut();
  assert.equal(displayed.security?.phase, "judged");
  assert.equal(displayed.security?.inHeader, true);
  assert.equal(module.calls.length, 1);
  assert.equal(again, 1);
});

test("when no message is displayed, nothing is known", () => {
  const { host, displayed } = setUp();
  host.display("A");
  host.window.displayMessage(null);
  assert.equal(displayed.security, null);
});

test("what the host has in part is judged as not wholly there", async () => {
  const { host, module } = setUp();
  host.display("A", { flags: 0x400 });
  await host.arrives("A");
  assert.equal(module.calls[0].options.incomplete, true);
});

test("of what the host does not have at all nothing is said but that", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A", 0x804b0010);
  assert.deepEqual(module.calls, []);
  assert.equal(displayed.security?.view?.signature, "unknown");
  assert.equal(displayed.security?.view?.reasons[0].code, "content-not-available");
});

test("of what the host does not have at all the header shows what the list knows", async () => {
  const { host, module, displayed } = setUp();
  host.window.displayMessage("A");
  await host.arrives("A", 0x804b0010);
  const header = "Subject: A\nDate: Thu, 01 Jan 1970 00:00:00 GMT";
  assert.deepEqual(host.shownByHost, [header]);
  assert.equal(displayed.security?.inHeader, true);
  assert.equal(displayed.security?.phase, "judged");
  host.headerPane.dispatchEvent(new Event("message-header-pane-hidden"));
  assert.deepEqual(host.shownByHost, [header, header]);
  host.window.displayMessage("B");
  host.headerPane.dispatchEvent(new Event("message-header-pane-hidden"));
  assert.equal(host.shownByHost.length, 2);
  assert.deepEqual(module.calls, []);
});

const DELETED = "--A\r\nX-Mozilla-Altered: AttachmentDeleted; date=\"today\"\r\n\r\n";

test("a signature broken by a part that the host took away is not held against the sender", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A", 0, DELETED);
  assert.equal(module.calls[0].options.incomplete, false);
  module.calls[0].resolve({ signature: "invalid" });
  await settled();
  assert.equal(displayed.security?.phase, "judging");
  await host.arrives("A", 0, DELETED);
  await host.arrives("A", 0, DELETED);
  assert.equal(module.calls[1].options.incomplete, true);
  module.calls[1].resolve({ signature: "unknown" });
  await settled();
  assert.equal(displayed.security?.view?.signature, "unknown");
});

test("a broken signature of a message that the host has not touched stays broken", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A", 0, "They write: X-Mozilla-Altered: AttachmentDeleted\r\n");
  module.calls[0].resolve({ signature: "invalid" });
  await settled();
  await host.arrives("A", 0, "They write: X-Mozilla-Altered: AttachmentDeleted\r\n");
  assert.equal(module.calls.length, 1);
  assert.equal(displayed.security?.view?.signature, "invalid");
});

test("a good signature stays good whatever is in the message", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A", 0, DELETED);
  module.calls[0].resolve({ signature: "valid" });
  await settled();
  assert.equal(module.calls.length, 1);
  assert.equal(displayed.security?.view?.signature, "valid");
});

test("the host's verdict is put aside, and let through when Signet has none", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  host.window.smimeSink.signedStatus(0, 0, null, "A", "1");
  assert.deepEqual(host.shownByHost, []);
  await host.arrives("A");
  module.calls[0].reject(new Error("gone"));
  await settled();
  assert.equal(displayed.security?.phase, "failed");
  assert.deepEqual(host.shownByHost, ["signature"]);
  assert.equal(module.failures.length, 1);
});

test("a part of another message does not find this one", () => {
  const { host, displayed } = setUp();
  host.display("A");
  const { displayed: found } = host.window.smimeSink.wrappedJSObject;
  assert.equal(found, displayed);
  assert.equal(displayed.displays("A"), true);
  assert.equal(displayed.displays("B"), false);
});

test("what is inside counts as shown only when the host shows it", async () => {
  const { host, module, displayed } = setUp();
  host.display("A");
  await host.arrives("A");
  module.calls[0].resolve({ signature: "none", encryption: "decrypted" }, new ArrayBuffer(1));
  await settled();
  assert.equal(displayed.security?.hasContent, true);
  assert.equal(displayed.security?.contentShown, false);
  const opened = /** @type {any} */ (await displayed.opening);
  displayed.showsContent("A", opened);
  assert.equal(displayed.security?.contentShown, true);
  host.display("B");
  assert.equal(displayed.security?.contentShown, false);
});

test("an encrypted message may load nothing that could carry its text away", async () => {
  const { host, displayed } = setUp();
  host.display("A");
  const view = /** @type {any} */ ({ encryption: "decrypted" });
  const opened = { view, part: "1", content: new ArrayBuffer(1), loadsRemoteContent: true };
  displayed.showsContent("url:A", { ...opened, authenticated: false });
  assert.deepEqual(host.encrypted, ["A", "url:A"]);
  host.display("B");
  assert.deepEqual(host.encrypted, []);
  displayed.showsContent("url:B", { ...opened, authenticated: true });
  assert.deepEqual(host.encrypted, ["B"]);
  displayed.stop();
  assert.deepEqual(host.encrypted, []);
});

test("at the end the host has everything back", async () => {
  const host = new Host();
  const { displayMessage, smimeSink } = host.window;
  const displayed = new DisplayedMessage(host.window, /** @type {any} */ (new Module()), words);
  assert.notEqual(host.window.smimeSink, smimeSink);
  host.display("A");
  displayed.stop();
  assert.equal(host.window.smimeSink, smimeSink);
  assert.equal(host.window.displayMessage, displayMessage);
  assert.deepEqual(host.window.gMessageListeners, []);
  await host.arrives("A");
  assert.equal(displayed.security, null);
});

test("only the host's own lines at the beginning are taken off", () => {
  const own = "X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n";
  assert.equal(hostLinesLength(text(`${own}From: a@example.org\r\n`)), own.length);
  assert.equal(hostLinesLength(text("From: a@example.org\r\nX-Mozilla-Status: 0001\r\n")), 0);
  assert.equal(hostLinesLength(text("X-Mozilla-Altered: AttachmentDeleted\r\n")), 0);
  assert.equal(hostLinesLength(new Uint8Array()), 0);
});
