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
  // A backslash at the end would make the next line part of the comment.
  return comment.map((line) => line.replace(/\\$/, "\\."))
    .map((line) => `${indent}//${line === "" ? "" : ` ${line}`}\n`).join("");
}

/**
 * @param {string} text - Printable ASCII or other Unicode text of the IDL.
 * @returns {string} A C++ string literal with its quotes.
 */
export function cppString(text) {
  return `"${[...text].map((char) => escaped(char)).join("")}"`;
}

/**
 * @param {string} char - One code point.
 * @returns {string}
 */
function escaped(char) {
  if (char === "\\" || char === '"' || char === "?") {
    return `\\${char}`;
  }
  if (char < " ") {
    return `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`;
  }
  return char;
}

/**
 * @param {string} origin - Where it comes from, a sentence.
 * @param {string} body
 * @returns {string} A source file.
 */
export function fileText(origin, body) {
  return `// ${NOTICE}\n// ${origin}\n${body}`;
}

/**
 * @param {string} path - As it is included, "idl/reasons.h".
 * @param {string} origin
 * @param {string} body
 * @returns {string} A header with its guard.
 */
export function headerText(path, origin, body) {
  const guard = `SIGNET_${path.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_`;
  return fileText(origin, `#ifndef ${guard}
#define ${guard}

${body}
#endif  // ${guard}
`);
}
