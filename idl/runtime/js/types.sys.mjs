// Types of the IDL at run time. Each can encode a value of script for the module, and decode what
// the module has answered. Both are strict, unlike Web IDL's own conversions: nothing is converted
// (not "5" to 5), nothing unknown is passed over, no text with lone surrogates gets through. What is
// wrong is said with its path: "judge.options.time: expected a number".

import { errorOf } from "./signet-error.sys.mjs";

/** Characters of a key that an error shows. */
const SHOWN_KEY = 64;
/** An error lists the words of an enumeration that has no more than these. */
const LISTED_VALUES = 8;

/**
 * @template T
 * @typedef {object} Type
 * @property {(value: unknown, place: Place) => unknown} encode - To what JSON.stringify takes.
 * @property {(json: unknown, place: Place) => T} decode - From what JSON.parse gives.
 */

/**
 * Place: where in a value encoding or decoding is, and the byte buffers beside the JSON. Belongs to
 * one value.
 */
export class Place {
  /** @type {string[]} */
  #path;
  /** @type {Set<number>} */
  #taken = new Set();

  /**
   * @param {string} root - Begins every path.
   * @param {ArrayBuffer[]} [buffers] - Those that came with the JSON, to decode.
   */
  constructor(root, buffers = []) {
    this.#path = [root];
    this.buffers = buffers;
  }

  /**
   * One level down.
   * @template T
   * @param {string | number} member - Name in an object or index in an array.
   * @param {() => T} action
   * @returns {T}
   */
  at(member, action) {
    this.#path.push(step(member));
    const result = action();
    this.#path.pop();
    return result;
  }

  /**
   * @param {string} what
   * @returns {never}
   */
  fail(what) {
    throw errorOf("invalid-request", `${this.#path.join("")}: ${what}`);
  }

  /**
   * @param {unknown} number
   * @returns {ArrayBuffer} The byte buffer of this number, which may be taken once.
   */
  takeBuffer(number) {
    const index = /** @type {number} */ (number);
    if (!Number.isInteger(number) || index < 0 || index >= this.buffers.length) {
      return this.fail("expected the number of a byte buffer");
    }
    if (this.#taken.has(index)) {
      return this.fail(`the byte buffer ${index} is used twice`);
    }
    this.#taken.add(index);
    return this.buffers[index];
  }

  /** Fails if a byte buffer was left over. */
  finish() {
    const left = this.buffers.findIndex((_, index) => !this.#taken.has(index));
    if (left !== -1) {
      this.fail(`the byte buffer ${left} is not used`);
    }
  }
}

/**
 * @param {string | number} member
 * @returns {string}
 */
function step(member) {
  if (typeof member === "number") {
    return `[${member}]`;
  }
  if (/^\w+$/.test(member) && member.length <= SHOWN_KEY) {
    return `.${member}`;
  }
  const shown = member.length > SHOWN_KEY ? `${member.slice(0, SHOWN_KEY)}...` : member;
  const ascii = JSON.stringify(shown).replace(/[\u007f-\uffff]/g, (char) =>
    `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `[${ascii}]`;
}

/**
 * A type whose values look the same on both sides.
 * @template T
 * @param {(value: unknown, place: Place) => T} check
 * @returns {Type<T>}
 */
function same(check) {
  return { encode: check, decode: check };
}

/** @type {Type<boolean>} */
export const boolean = same((value, place) =>
  (typeof value === "boolean" ? value : place.fail("expected true or false")));

/** @type {Type<number>} */
export const double = same((value, place) =>
  (typeof value === "number" && Number.isFinite(value) ? value : place.fail("expected a number")));

/**
 * @param {number} least
 * @param {number} most
 * @returns {Type<number>}
 */
export function integer(least, most) {
  return same((value, place) => {
    if (typeof value !== "number" || Number.isNaN(value)) {
      return place.fail("expected a number");
    }
    return Number.isInteger(value) && value >= least && value <= most ? value
      : place.fail(`expected an integer from ${least} to ${most}`);
  });
}

/** @type {Type<string>} */
export const string = same((value, place) => {
  if (typeof value !== "string") {
    return place.fail("expected a string");
  }
  // With the flag u, the halves of a pair count as one character.
  return /\p{Surrogate}/u.test(value) ? place.fail("is not well-formed Unicode") : value;
});

/** @type {Type<ArrayBuffer>} */
export const buffer = {
  encode(value, place) {
    // Not instanceof: the buffer may come from another global.
    if (Object.prototype.toString.call(value) !== "[object ArrayBuffer]") {
      return place.fail("expected an ArrayBuffer");
    }
    return place.buffers.push(/** @type {ArrayBuffer} */ (value)) - 1;
  },
  decode: (json, place) => place.takeBuffer(json),
};

/** @type {Type<undefined>} */
export const nothing = {
  encode: () => null,
  decode: (json, place) => (json === null ? undefined : place.fail("expected nothing")),
};

/**
 * @template T
 * @param {Type<T>} inner
 * @returns {Type<T | null>}
 */
export function nullable(inner) {
  return {
    encode: (value, place) => (value === null ? null : inner.encode(value, place)),
    decode: (json, place) => (json === null ? null : inner.decode(json, place)),
  };
}

/**
 * @template T
 * @param {Type<T>} inner
 * @returns {Type<T[]>}
 */
export function sequence(inner) {
  /**
   * @param {unknown} value
   * @param {Place} place
   * @param {(element: unknown, place: Place) => any} convert
   */
  const each = (value, place, convert) => {
    if (!Array.isArray(value)) {
      return place.fail("expected an array");
    }
    return Array.from(value, (element, index) =>
      place.at(index, () => convert(element, place)));
  };
  return {
    encode: (value, place) => each(value, place, inner.encode),
    decode: (json, place) => each(json, place, inner.decode),
  };
}

/**
 * @template T
 * @param {Type<T>} inner
 * @returns {Type<Record<string, T>>}
 */
export function record(inner) {
  /**
   * @param {unknown} value
   * @param {Place} place
   * @param {(element: unknown, place: Place) => any} convert
   */
  const each = (value, place, convert) =>
    // fromEntries defines members, so that a key "__proto__" is a key as any other.
    Object.fromEntries(Object.entries(plainObject(value, place)).map(([key, element]) => [
      key,
      place.at(key, () => {
        string.encode(key, place);
        return convert(element, place);
      }),
    ]));
  return {
    encode: (value, place) => each(value, place, inner.encode),
    decode: (json, place) => each(json, place, inner.decode),
  };
}

/**
 * @template {string} T
 * @param {string} name
 * @param {readonly T[]} values
 * @returns {Type<T> & {values: readonly T[]}}
 */
export function enumeration(name, values) {
  const known = new Set(/** @type {readonly string[]} */ (values));
  const expected = values.length > LISTED_VALUES ? `a value of ${name}`
    : `one of ${values.map((value) => `"${value}"`).join(", ")}`;
  const type = same((value, place) =>
    (known.has(/** @type {string} */ (string.encode(value, place))) ? /** @type {T} */ (value)
      : place.fail(`expected ${expected}`)));
  return { ...type, values };
}

/**
 * @typedef {object} Member
 * @property {string} name
 * @property {Type<any>} type
 * @property {boolean} [required]
 * @property {() => unknown} [default] - Makes what an absent member stands for, as JSON.
 */

/**
 * @template T
 * @param {Member[]} members
 * @returns {Type<T>}
 */
export function dictionary(members) {
  const known = new Set(members.map(({ name }) => name));
  return {
    encode(value, place) {
      const given = plainObject(value, place);
      /** @type {Record<string, unknown>} */
      const result = {};
      for (const { name, type, required } of members) {
        place.at(name, () => {
          const member = ownMember(given, name);
          if (member !== undefined) {
            result[name] = type.encode(member, place);
          } else if (required) {
            place.fail("is missing");
          }
        });
      }
      refuseUnknown(given, known, place);
      return result;
    },
    decode(json, place) {
      const given = plainObject(json, place);
      /** @type {Record<string, unknown>} */
      const result = {};
      for (const { name, type, required, default: makeDefault } of members) {
        place.at(name, () => {
          const member = ownMember(given, name);
          if (member !== undefined) {
            result[name] = type.decode(member, place);
          } else if (required) {
            place.fail("is missing");
          } else if (makeDefault) {
            result[name] = type.decode(makeDefault(), place);
          }
        });
      }
      refuseUnknown(given, known, place);
      return /** @type {T} */ (result);
    },
  };
}

/**
 * @param {unknown} value
 * @param {Place} place
 * @returns {Record<string, unknown>}
 */
function plainObject(value, place) {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : place.fail("expected an object");
}

/**
 * @param {Record<string, unknown>} given
 * @param {string} name
 * @returns {unknown} Undefined for a member that the object only inherits.
 */
function ownMember(given, name) {
  return Object.hasOwn(given, name) ? given[name] : undefined;
}

/**
 * @param {Record<string, unknown>} given
 * @param {Set<string>} known
 * @param {Place} place
 */
function refuseUnknown(given, known, place) {
  for (const name of Object.keys(given)) {
    if (!known.has(name)) {
      place.at(name, () => place.fail("is not known"));
    }
  }
}
