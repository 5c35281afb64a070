/**
 * Order: C++ wants a type before the one that contains it, and a file before the one that uses it.
 * Types that contain themselves are refused: their depth would be up to the sender of a request.
 */
import { IdlError } from "./error.mjs";

/**
 * @typedef {import("./types.mjs").Type} Type
 * @typedef {import("./constructs/dictionary.mjs").Dictionary} Dictionary
 * @typedef {import("./parse.mjs").IdlFile} IdlFile
 */

/**
 * @param {Type} type
 * @returns {string[]} The names of the definitions that a type mentions: one or none.
 */
export function namesIn(type) {
  if ("inner" in type) {
    return namesIn(type.inner);
  }
  return type.kind === "enumeration" || type.kind === "dictionary" ? [type.name] : [];
}

/**
 * Sorts so that everything comes after what it needs, and otherwise stays where it was.
 *
 * @template T
 * @param {T[]} items
 * @param {(item: T) => T[]} needs
 * @param {(item: T) => never} refuseCycle
 * @returns {T[]}
 */
function sorted(items, needs, refuseCycle) {
  /** @type {Set<T>} */
  const done = new Set();
  const begun = new Set();
  /** @param {T} item */
  const visit = (item) => {
    if (done.has(item)) {
      return;
    }
    if (begun.has(item)) {
      refuseCycle(item);
    }
    begun.add(item);
    needs(item).forEach(visit);
    done.add(item);
  };
  items.forEach(visit);
  return [...done];
}

/**
 * @param {Dictionary[]} dictionaries - Of one file.
 * @param {string} file
 * @returns {Dictionary[]}
 */
export function orderDictionaries(dictionaries, file) {
  return sorted(
    dictionaries,
    (dictionary) => {
      const names = dictionary.members.flatMap((member) => namesIn(member.type));
      return dictionaries.filter((other) => names.includes(other.name));
    },
    (dictionary) => {
      throw new IdlError(file, dictionary.line,
        `the dictionary ${dictionary.name} contains itself, directly or through another`);
    },
  );
}

/**
 * Fills in what each file uses, and sorts the files by it.
 *
 * @param {IdlFile[]} files
 * @param {Map<string, {file: string}>} names
 * @returns {IdlFile[]}
 */
export function orderFiles(files, names) {
  for (const file of files) {
    const used = typesOf(file).flatMap(namesIn).map((name) => names.get(name)?.file ?? "");
    file.uses = [...new Set(used)].filter((name) => name !== file.name).sort();
  }
  return sorted(
    files,
    (file) => files.filter((other) => file.uses.includes(other.name)),
    (file) => {
      throw new IdlError(file.name, 1,
        `this file uses types of a file that uses types of this one (${file.uses.join(", ")})`);
    },
  );
}

/**
 * @param {IdlFile} file
 * @returns {Type[]} Every type that is written in the file.
 */
function typesOf(file) {
  return [
    ...file.dictionaries.flatMap(({ members }) => members.map(({ type }) => type)),
    ...file.interfaces.flatMap(({ operations }) => operations.flatMap((operation) =>
      [operation.result, ...operation.arguments.map(({ type }) => type)])),
  ];
}
