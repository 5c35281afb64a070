/**
 * Small pieces of C++ text that several outputs need.
 */

/** First line of every generated file. */
export const NOTICE = "Generated from the IDL; not for editing. See idl/README.md.";

/**
 * @param {string[]} comment
 * @param {string} [indent]
 * @returns {string} `// ` lines, each ended by a line feed; empty without a comment.
 */
export function cppComment(comment, indent = "") {
  return comment.map((line) => `${indent}//${line === "" ? "" : ` ${line}`}\n`).join("");
}

/**
 * @param {string} path - As it is included, "idl/reasons.h".
 * @returns {string}
 */
export function includeGuard(path) {
  return `SIGNET_${path.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_`;
}

/**
 * @param {string} text
 * @returns {string} A C++ string literal with its quotes.
 */
export function cppString(text) {
  return JSON.stringify(text);
}
