// A client for Marionette, the remote protocol of Gecko programs.
//
// Over TCP each message is LENGTH:JSON; a command is [0, id, name, parameters] and its answer
// [1, id, error, result]. (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)

import { connect } from "node:net";

/** An error that the host reported for one command. */
export class MarionetteError extends Error {
  /**
   * @param {string} command
   * @param {{error: string, message: string, stacktrace: string}} answer
   */
  constructor(command, answer) {
    super(`${command}: ${answer.error}: ${answer.message}\n${answer.stacktrace}`);
    this.code = answer.error;
  }
}

/** The host, or the way to it, is gone. */
export class ConnectionClosed extends Error {
  /** @param {string} [what] */
  constructor(what) {
    super(`The connection to the host was closed${what ? `: ${what}` : ""}`);
  }
}

/** One connection with one WebDriver session in chrome context. */
export class Marionette {
  /** @type {import("node:net").Socket} */
  #socket;
  /** @type {Map<number, {command: string, resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  #received = Buffer.alloc(0);
  #lastId = 0;
  /** @type {(greeting: any) => void} */
  #greet = () => {};

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => this.#receive(data));
    const lost = () => this.#fail(new ConnectionClosed());
    socket.on("close", lost);
    socket.on("error", lost);
  }

  /**
   * Connects and opens a session whose scripts run with the host's own privileges. Prompts are left
   * alone: a test answers them as a person would.
   * @param {number} port On 127.0.0.1.
   */
  static async connect(port) {
    const socket = connect(port, "127.0.0.1");
    const client = new Marionette(socket);
    await new Promise((resolve, reject) => {
      client.#greet = resolve;
      socket.once("error", reject);
      socket.once("close", () => reject(new ConnectionClosed("no greeting")));
    });
    await client.send("WebDriver:NewSession", { unhandledPromptBehavior: "ignore" });
    await client.send("Marionette:SetContext", { value: "chrome" });
    await client.send("WebDriver:SetTimeouts", { script: 60_000 });
    return client;
  }

  /** @param {Buffer} data */
  #receive(data) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(":");
      if (colon < 0) {
        return;
      }
      const end = colon + 1 + Number(this.#received.toString("ascii", 0, colon));
      if (this.#received.length < end) {
        return;
      }
      const message = JSON.parse(this.#received.toString("utf8", colon + 1, end));
      this.#received = this.#received.subarray(end);
      if (!Array.isArray(message)) {
        this.#greet(message);
        continue;
      }
      const [, id, error, result] = message;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) {
        waiting?.reject(new MarionetteError(waiting.command, error));
      } else {
        waiting?.resolve(result);
      }
    }
  }

  /** @param {Error} error */
  #fail(error) {
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
  }

  /**
   * @param {string} command For example "WebDriver:TakeScreenshot".
   * @param {object} [parameters]
   * @returns {Promise<any>}
   */
  send(command, parameters = {}) {
    const id = ++this.#lastId;
    const body = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new ConnectionClosed(command));
        return;
      }
      this.#waiting.set(id, { command, resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  /**
   * Runs a function inside the host, in the scope of its main window, and returns what it returns
   * or what its promise resolves to (JSON). The function sees nothing of this process: pass values
   * as arguments.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} inside
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async run(inside, ...args) {
    const { value } = await this.send("WebDriver:ExecuteScript", {
      script: `return (${inside}).apply(null, arguments);`,
      args,
      sandbox: "system",
      newSandbox: false,
    });
    return value;
  }

  close() {
    this.#socket.destroy();
  }
}
