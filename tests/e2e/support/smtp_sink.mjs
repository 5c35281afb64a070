// An SMTP server that accepts every message and keeps it: what a test sends ends here.

import { SMTPServer } from "smtp-server";

/**
 * @typedef {object} SentMessage
 * @property {string} from The envelope's sender.
 * @property {string[]} to The envelope's recipients.
 * @property {Buffer} octets The message as it came over the wire.
 * @property {number} began When its first octet was awaited: performance.now() of this process.
 */

export class SmtpSink {
  /** @type {SentMessage[]} In order of arrival. */
  messages = [];
  /** Addresses for which nothing is accepted. @type {Set<string>} */
  refused = new Set();
  /** Connections that got as far as naming a sender. */
  attempts = 0;
  port = 0;
  #server;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onMailFrom: (_address, _session, callback) => {
        this.attempts++;
        callback();
      },
      onRcptTo: ({ address }, _session, callback) => {
        callback(this.refused.has(address) ? new Error("No such mailbox here") : undefined);
      },
      onData: (stream, session, callback) => {
        /** @type {Buffer[]} */
        const pieces = [];
        const began = performance.now();
        stream.on("data", (piece) => pieces.push(piece));
        stream.on("end", () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.messages.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map((recipient) => recipient.address),
            octets: Buffer.concat(pieces),
            began,
          });
          callback();
        });
      },
    });
    this.#server.on("error", () => {}); // a client that hangs up is no concern of the sink
  }

  /** Listens on a free port of 127.0.0.1. */
  static async start() {
    const sink = new SmtpSink();
    await new Promise((resolve, reject) => {
      sink.#server.server.once("error", reject);
      sink.#server.listen(0, "127.0.0.1", () => resolve(undefined));
    });
    sink.port = /** @type {import("node:net").AddressInfo} */ (sink.#server.server.address()).port;
    return sink;
  }

  close() {
    return new Promise((resolve) => this.#server.close(() => resolve(undefined)));
  }
}
