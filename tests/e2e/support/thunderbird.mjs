// Thunderbird under test: starting, restarting, looking into it.

import { existsSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ConnectionClosed, Marionette } from "./marionette.mjs";
import { settledWithin, waitUntil } from "./processes.mjs";
import { IMAP_PASSWORD } from "./imap_server.mjs";

const HOST_MODULES = new URL("host/", import.meta.url);

/** Where an error comes from us and not from the host: our packages, pages and the XPI itself. */
const OURS = [/\bchrome:\/\/signet/, /\bresource:\/\/signet/, /\bsignet[^/\s]*\.xpi!/, /%7Bsignet/i];

/**
 * While a message is being protected, the host goes on with its own work inside of this function of ours: from there
 * on a stack says only who waits.
 */
const WAITING = {
  text: /\n\s*finishCryptoEncapsulation@[^]*$/,
  source: / chrome:\S*\/compose-encapsulation\.sys\.mjs.*$/,
};

/** @typedef {{level: "error" | "warning" | "information", text: string, source: string}} ConsoleLine */

/** A running Thunderbird; `run` executes inside it. */
export class Thunderbird {
  #processes;
  #environment;
  #executable;
  #starts = 0;
  /** @type {import("./processes.mjs").Program | null} */
  #program = null;
  /** @type {Marionette | null} */
  #client = null;
  /** @type {Set<string>} Addresses of extensions that are under test. */
  #extensionAddresses = new Set();

  /**
   * @param {import("./processes.mjs").Processes} processes
   * @param {string} profile The profile's folder.
   * @param {Record<string, string | undefined>} environment DISPLAY among them.
   * @param {string} [executable] In place of the one that is installed.
   */
  constructor(processes, profile, environment, executable) {
    this.#processes = processes;
    this.profile = profile;
    this.#environment = environment;
    this.#executable = executable ?? process.env.SIGNET_THUNDERBIRD ?? "/usr/bin/thunderbird";
    this.consoleFile = path.join(processes.folder, "console.jsonl");
  }

  /** Resolves when the program has ended. */
  get ended() {
    return this.#program?.ended ?? Promise.resolve("not started");
  }

  get #connection() {
    if (!this.#client) {
      throw new Error("Thunderbird is not running");
    }
    return this.#client;
  }

  /**
   * Starts the program and waits for its main window.
   * @param {{offline?: boolean}} [options] `offline`: it starts without the network, and asks nobody for a
   *   password; see goOnline().
   */
  async start({ offline = false } = {}) {
    const portFile = path.join(this.profile, "MarionetteActivePort");
    rmSync(portFile, { force: true });
    const home = path.join(this.#processes.folder, "home");
    const run = path.join(this.#processes.folder, "xdg-run");
    mkdirSync(home, { recursive: true });
    mkdirSync(run, { recursive: true, mode: 0o700 });
    const program = this.#processes.start(
      `thunderbird-${++this.#starts}`,
      this.#executable,
      [
        "--marionette",
        "-remote-allow-system-access",
        "--no-remote",
        ...(offline ? ["-offline"] : []),
        "--profile",
        this.profile,
      ],
      {
        env: {
          ...process.env,
          HOME: home,
          XDG_CACHE_HOME: path.join(home, "cache"),
          XDG_CONFIG_HOME: path.join(home, "config"),
          XDG_RUNTIME_DIR: run,
          DBUS_SESSION_BUS_ADDRESS: "disabled:",
          NO_AT_BRIDGE: "1",
          GTK_A11Y: "none",
          LANG: "C.UTF-8",
          LANGUAGE: "en_US",
          MOZ_CRASHREPORTER_DISABLE: "1",
          MOZ_ENABLE_WAYLAND: "0",
          ...this.#environment,
        },
      },
    );
    this.#program = program;
    const port = await waitUntil(
      "Thunderbird to listen for Marionette",
      async () => {
        if (!program.running()) {
          throw new Error(`Thunderbird: ${await program.ended}\n${readFileSync(program.log)}`);
        }
        return existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0;
      },
      { timeout: 60_000 },
    );
    // The port is in the file a moment before it takes connections.
    this.#client = await waitUntil("a connection with Thunderbird", async () => {
      try {
        return await Marionette.connect(port);
      } catch (error) {
        if (!program.running()) {
          throw error;
        }
        return null;
      }
    });
    await this.run(
      (folder, consoleFile) => {
        const handler = Services.io
          .getProtocolHandler("resource")
          .QueryInterface(Ci.nsIResProtocolHandler);
        handler.setSubstitution("e2e-support", Services.io.newURI(folder));
        ChromeUtils.importESModule("resource://e2e-support/console_log.sys.mjs").startConsoleLog(
          consoleFile,
        );
      },
      HOST_MODULES.href,
      this.consoleFile,
    );
    await waitUntil("Thunderbird's main window", () =>
      this.run(
        () =>
          document.readyState === "complete" &&
          document.documentElement.getAttribute("windowtype") === "mail:3pane" &&
          !!document.getElementById("tabmail")?.currentAbout3Pane?.folderTree,
      ),
    );
  }

  /** Ends the program as its menu's Quit does. */
  async quit() {
    const program = this.#program;
    if (!program) {
      return;
    }
    if (program.running() && this.#client) {
      this.#client
        .run(() => {
          // Not within this call: it is to be answered first.
          setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit), 0);
        })
        .catch(() => {});
      // Under load, ending takes its time; one that is killed has not written its preferences.
      await settledWithin(program.ended, 30_000);
    }
    await program.stop();
    this.#client?.close();
    this.#client = null;
    this.#program = null;
  }

  async restart() {
    await this.quit();
    await this.start();
  }

  /**
   * Runs a function inside Thunderbird, in the scope of the main window; see Marionette.run.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} inside
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async run(inside, ...args) {
    const program = this.#program;
    try {
      return await this.#connection.run(inside, ...args);
    } catch (error) {
      if (error instanceof ConnectionClosed && program) {
        const how = (await settledWithin(program.ended, 5000)) ?? "it still runs";
        throw new Error(`${error.message} (Thunderbird: ${how})`);
      }
      throw error;
    }
  }

  /**
   * Runs a function inside Thunderbird until it returns something truthy.
   * @template {any[]} A
   * @template R
   * @param {string} what For the error.
   * @param {(...args: A) => R} inside
   * @param {A} args
   */
  waitFor(what, inside, ...args) {
    return waitUntil(what, () => this.run(inside, ...args));
  }

  /** After a start without the network. */
  async goOnline() {
    await this.run(() => {
      Services.io.offline = false;
    });
  }

  /** Stores the password of the account, so that nobody is asked for it. */
  async storePassword() {
    await this.run(async (user, password) => {
      for (const origin of ["imap://127.0.0.1", "mailbox://127.0.0.1"]) {
        const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
        login.init(origin, null, origin, user, password, "", "");
        await Services.logins.addLoginAsync(login);
      }
    }, await this.run(() => Services.prefs.getStringPref("mail.server.server1.userName")), IMAP_PASSWORD);
  }

  /**
   * Installs an add-on for good, as a person does from a file.
   * @param {string} xpi
   * @returns {Promise<string>} Its id.
   */
  async install(xpi) {
    const { value } = await this.#connection.send("Addon:Install", {
      path: path.resolve(xpi),
      temporary: false,
    });
    await this.noteAddon(value);
    return value;
  }

  /** Counts the console's errors of an add-on as ours. @param {string} id */
  async noteAddon(id) {
    const host = await this.run(
      (extension) => WebExtensionPolicy.getByID(extension)?.mozExtensionHostname ?? "",
      id,
    );
    if (host) {
      this.#extensionAddresses.add(`moz-extension://${host}`);
    }
  }

  /**
   * @param {"enable" | "disable" | "uninstall"} what
   * @param {string} id The add-on.
   */
  async changeAddon(what, id) {
    await this.run(
      async (verb, addonId) => {
        const { AddonManager } = ChromeUtils.importESModule(
          "resource://gre/modules/AddonManager.sys.mjs",
        );
        const addon = await AddonManager.getAddonByID(addonId);
        await addon[verb]();
      },
      what,
      id,
    );
  }

  /** @returns {ConsoleLine[]} Everything that the host's console has said. */
  console() {
    if (!existsSync(this.consoleFile)) {
      return [];
    }
    const lines = readFileSync(this.consoleFile, "utf8").split("\n");
    return lines.filter(Boolean).map((line) => JSON.parse(line));
  }

  /** Errors in the host's console that our own files raised. */
  ourErrors() {
    return this.console().filter(({ level, text, source }) => {
      const where = `${source.replace(WAITING.source, "")} ${text.replace(WAITING.text, "")}`;
      return (
        level === "error" &&
        (OURS.some((pattern) => pattern.test(where)) ||
          [...this.#extensionAddresses].some((address) => where.includes(address)))
      );
    });
  }

  /**
   * Writes a picture of one window, when what moves in it has come to rest.
   * @param {string} file The PNG file to write.
   * @param {string} [windowType] The window's type, such as "msgcompose"; the main window if absent.
   */
  async screenshot(file, windowType = "mail:3pane") {
    mkdirSync(path.dirname(file), { recursive: true });
    const picture = await this.run(async (type) => {
      const target = Services.wm.getMostRecentWindow(type) ?? window;
      const { innerWidth: width, innerHeight: height, browsingContext } = target;
      /** @type {Animation[]} */
      const animations = target.document.getAnimations();
      const moving = animations.filter(({ effect }) =>
        Number.isFinite(effect?.getComputedTiming().endTime));
      await Promise.allSettled(moving.map(({ finished }) => finished));
      const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(
        new DOMRect(0, 0, width, height), 1, "white");
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
      const blob = await canvas.convertToBlob({ type: "image/png" });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = "";
      for (let start = 0; start < bytes.length; start += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
      }
      return btoa(text);
    }, windowType);
    writeFileSync(file, Buffer.from(picture, "base64"));
  }
}

/** The file of a module in this folder that runs inside the host. @param {string} name */
export function hostModule(name) {
  return fileURLToPath(new URL(name, HOST_MODULES));
}
