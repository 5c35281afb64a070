// A display without a screen: Xvfb, on a number that it chooses itself.

/**
 * @param {import("./processes.mjs").Processes} processes
 * @param {{width?: number, height?: number}} [size] Pixels.
 * @returns {Promise<string>} The value for DISPLAY, such as ":1".
 */
export async function startDisplay(processes, { width = 1280, height = 900 } = {}) {
  const program = processes.start(
    "xvfb",
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-noreset"],
    { extra: ["pipe"] },
  );
  const pipe = /** @type {import("node:stream").Readable} */ (program.child.stdio[3]);
  /** @type {Promise<string>} */
  const number = new Promise((resolve) => {
    let text = "";
    pipe.on("data", (data) => {
      text += data;
      if (text.includes("\n")) {
        resolve(text.trim());
      }
    });
  });
  const failed = program.ended.then((how) => {
    throw new Error(`Xvfb: ${how}`);
  });
  failed.catch(() => {}); // it ends with the session, which is no error
  return `:${await Promise.race([number, failed])}`;
}
