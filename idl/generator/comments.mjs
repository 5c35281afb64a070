/**
 * Comments of an IDL file. webidl2 keeps them as the trivia before a token; this turns them into
 * the lines of text that go into the generated headers, declarations and the reference page.
 */

const BLOCK = /\/\*\*?([\s\S]*?)\*\//g;
const LINE = /\/\/(.*)/g;

/**
 * The comment that stands right before a token: the last `/** … *\/` block, or else the `//` lines
 * that no empty line separates from the token.
 *
 * @param {{trivia: string} | undefined | null} token - First token of the thing described.
 * @returns {string[]} Lines without comment marks and common indentation; empty without a comment.
 */
export function commentBefore(token) {
  const trivia = token?.trivia ?? "";
  const blocks = [...trivia.matchAll(BLOCK)];
  const last = blocks.at(-1);
  if (last) {
    const rest = trivia.slice((last.index ?? 0) + last[0].length);
    if (!/\n[ \t]*\n/.test(rest)) {
      return trimmed(last[1].split("\n").map((line) => line.replace(/^\s*\* ?/, "")));
    }
  }
  const paragraph = trivia.split(/\n[ \t]*\n/).at(-1) ?? "";
  return trimmed([...paragraph.matchAll(LINE)].map((match) => match[1].replace(/^ /, "")));
}

/**
 * The comment on the whole file: the block at its top that an empty line separates from the rest.
 *
 * @param {string} text - The file.
 * @returns {string[]}
 */
export function commentOnFile(text) {
  const match = /^\s*\/\*\*([\s\S]*?)\*\/[ \t]*\n[ \t]*\n/.exec(text);
  return match ? trimmed(match[1].split("\n").map((line) => line.replace(/^\s*\* ?/, ""))) : [];
}

/**
 * @param {string[]} lines
 * @returns {string[]}
 */
function trimmed(lines) {
  const text = lines.map((line) => line.trimEnd());
  while (text.length > 0 && text[0].trim() === "") {
    text.shift();
  }
  while (text.length > 0 && text[text.length - 1] === "") {
    text.pop();
  }
  if (text.length > 0) {
    text[0] = text[0].trimStart();
  }
  return text;
}
