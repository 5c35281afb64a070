/**
 * The contract's hash: what script and module compare before they talk to each other.
 */
import { createHash } from "node:crypto";

/**
 * @param {import("./parse.mjs").Model} model
 * @returns {string} SHA-256, in hexadecimal, over everything that the IDL means: names, types,
 *   defaults and order, but neither comments nor layout.
 */
export function contractHash(model) {
  const text = JSON.stringify(model.files, (key, value) =>
    (key === "comment" || key === "line" ? undefined : value));
  return createHash("sha256").update(text).digest("hex");
}
