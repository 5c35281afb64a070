// Starts the programs of one test session and makes sure that they end.
//
// Every program runs in a process group of its own. A guardian, a few lines of shell in a session of
// its own, knows the groups and the session's folder through a pipe from this process. When the pipe
// closes, and it does however this process ends (return, crash, SIGINT, SIGKILL), the guardian kills
// what still runs and removes the folder. So nothing here needs a signal handler.

import { spawn } from "node:child_process";
import { mkdtempSync, createWriteStream, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const GUARDIAN = `
groups=""
folder=""
while read -r word value; do
  case "$word" in
    folder) folder=$value ;;
    group) groups="$groups $value" ;;
    forget)
      rest=""
      for group in $groups; do [ "$group" = "$value" ] || rest="$rest $group"; done
      groups=$rest ;;
  esac
done
for group in $groups; do kill -KILL -- "-$group" 2>/dev/null; done
[ -z "$folder" ] || rm -rf -- "$folder" || { sleep 1; rm -rf -- "$folder"; }
`;

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {import("node:child_process").ChildProcess} child
 * @property {string} log Path of the file with its standard output and error.
 * @property {Promise<string>} ended Resolves with "exit status N" or "signal NAME".
 * @property {() => boolean} running
 * @property {(grace?: number) => Promise<void>} stop SIGTERM, then SIGKILL after `grace`
 *   milliseconds, to the whole group; resolves when the program is gone.
 */

/** The programs and the folder of one session. */
export class Processes {
  /** @type {Program[]} */
  #programs = [];
  #guardian;

  /** Makes the session's folder, readable by the account that the IMAP server runs as. */
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), "signet-session-"));
    chmodSync(this.folder, 0o755);
    this.#guardian = spawn("/bin/bash", ["-c", GUARDIAN], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    this.#guardian.unref();
    /** @type {any} */ (this.#guardian.stdin).unref?.();
    this.#tell(`folder ${this.folder}`);
  }

  /** @param {string} line */
  #tell(line) {
    this.#guardian.stdin?.write(`${line}\n`);
  }

  /**
   * @param {string} name For messages and the log's file name.
   * @param {string} command
   * @param {string[]} parameters
   * @param {{env?: Record<string, string|undefined>, extra?: "pipe"[]}} [options] `extra`: further
   *   pipes, from file descriptor 3 on.
   * @returns {Program}
   */
  start(name, command, parameters, { env = process.env, extra = [] } = {}) {
    const log = path.join(this.folder, `${name}.log`);
    const child = spawn(command, parameters, {
      cwd: this.folder,
      detached: true,
      env,
      stdio: ["ignore", "pipe", "pipe", ...extra],
    });
    const out = createWriteStream(log, { flags: "a" });
    child.stdout?.pipe(out, { end: false });
    child.stderr?.pipe(out, { end: false });
    const group = child.pid;
    if (group !== undefined) {
      this.#tell(`group ${group}`);
    }
    let running = group !== undefined;
    /** @type {Promise<string>} */
    const ended = new Promise((resolve) => {
      child.once("error", (error) => {
        running = false;
        resolve(`could not be started: ${error.message}`);
      });
      child.once("exit", (status, signal) => {
        running = false;
        resolve(signal ? `signal ${signal}` : `exit status ${status}`);
      });
    });
    const stop = async (grace = 5000) => {
      if (group === undefined) {
        return;
      }
      if (running) {
        signalGroup(group, "SIGTERM");
        await settledWithin(ended, grace);
      }
      signalGroup(group, "SIGKILL"); // what the program itself has left behind
      await ended;
      this.#tell(`forget ${group}`);
    };
    const program = { name, child, log, ended, running: () => running, stop };
    this.#programs.push(program);
    return program;
  }

  /** Ends all programs, last started first, and removes the folder. */
  async close() {
    for (const program of this.#programs.reverse()) {
      await program.stop();
    }
    this.#programs = [];
    await new Promise((resolve) => {
      this.#guardian.ref();
      this.#guardian.once("exit", resolve);
      this.#guardian.stdin?.end();
    });
  }
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // Nothing of the group runs any more.
  }
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits for a promise, but no longer than this. The clock stops with the promise: one that went on would
 * keep the test's process alive.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @returns {Promise<T | undefined>} Undefined when the time was over first.
 */
export async function settledWithin(promise, milliseconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<undefined>} */
  const over = new Promise((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again every few milliseconds until the answer is truthy.
 * @template T
 * @param {string} what For the error: "Waited N s for WHAT".
 * @param {() => T | Promise<T>} condition
 * @param {{timeout?: number, interval?: number}} [options] Milliseconds.
 * @returns {Promise<Exclude<NonNullable<Awaited<T>>, false>>}
 */
export async function waitUntil(what, condition, { timeout = 30_000, interval = 25 } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await condition();
    if (answer) {
      return /** @type {any} */ (answer);
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${timeout / 1000} s for ${what}`);
    }
    await pause(interval);
  }
}
