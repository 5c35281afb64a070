// Runs inside the host: writes every message of its console to a file, one JSON object a line, at
// once, so that nothing is lost when the host crashes.

/**
 * @typedef {object} ConsoleLine
 * @property {"error" | "warning" | "information"} level
 * @property {string} text
 * @property {string} source Where it happened: address, line, and the stack where there is one.
 */

/** @type {any} nsIFileOutputStream, once the log has begun. */
let stream = null;

/** @param {string} path The file; it is appended to. */
export function startConsoleLog(path) {
  if (stream) {
    return;
  }
  const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
  file.initWithPath(path);
  stream = Cc["@mozilla.org/network/file-output-stream;1"].createInstance(Ci.nsIFileOutputStream);
  stream.init(file, 0x02 | 0x08 | 0x10, 0o600, 0); // write, create, append
  const earlier = Services.console.getMessageArray();
  Services.console.registerListener({ observe: fromService });
  earlier.forEach(fromService);
  const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
  storage.getEvents().forEach(fromScript);
  storage.addLogEventListener(fromScript, Services.scriptSecurityManager.getSystemPrincipal());
}

/** @param {ConsoleLine} line */
function write(line) {
  const text = new TextEncoder().encode(`${JSON.stringify(line)}\n`);
  const bytes = String.fromCharCode(...text);
  stream.write(bytes, bytes.length);
}

/** Messages of the host and uncaught exceptions. @param {any} message nsIConsoleMessage */
function fromService(message) {
  if (message instanceof Ci.nsIScriptError) {
    const level = message.flags & Ci.nsIScriptError.warningFlag ? "warning" : "error";
    write({
      level: message.flags & Ci.nsIScriptError.infoFlag ? "information" : level,
      text: message.errorMessage,
      source: `${message.sourceName}:${message.lineNumber} ${message.stack ?? ""}`,
    });
  } else {
    write({ level: "information", text: message.message, source: "" });
  }
}

/** @type {Record<string, ConsoleLine["level"]>} */
const LEVELS = { error: "error", assert: "error", exception: "error", warn: "warning" };

/** console.log() and its sisters, of chrome scripts and workers. @param {any} event */
function fromScript(event) {
  const { level, filename, lineNumber, stacktrace } = event.wrappedJSObject ?? event;
  const values = (event.wrappedJSObject ?? event).arguments ?? [];
  const frames = Array.from(
    stacktrace ?? [],
    (/** @type {any} */ frame) => `${frame.filename}:${frame.lineNumber}`,
  );
  write({
    level: LEVELS[level] ?? "information",
    text: Array.from(values, describe).join(" ").slice(0, 8000),
    source: `${filename}:${lineNumber} ${frames.join(" ")}`,
  });
}

/** @param {any} value */
function describe(value) {
  try {
    if (value && typeof value === "object" && "message" in value) {
      return `${value.name ?? ""}: ${value.message} ${value.stack ?? ""}`;
    }
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  } catch {
    return "(a value that cannot be shown)";
  }
}
