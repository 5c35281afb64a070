/**
 * Reading of a Fluent file into messages that the generators understand. What they do not
 * understand is refused, with file and line.
 */
import { FluentParser } from "@fluent/syntax";
import { IdlError } from "../error.mjs";

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {number} line
 * @property {string} comment - The comment right above it.
 * @property {Piece[] | null} value
 * @property {Map<string, Piece[]>} attributes
 */

/**
 * A part of a pattern. Messages and terms that it refers to are inserted already.
 *
 * @typedef {{kind: "literal", text: string}} Literal
 * @typedef {{kind: "text", name: string}} TextVariable
 * @typedef {{kind: "date", name: string, withTime: boolean}} DateVariable
 * @typedef {{kind: "select", name: string, variants: {key: string, pieces: Piece[]}[],
 *   otherwise: Piece[]}} Select
 * @typedef {Literal | TextVariable | DateVariable | Select} Piece
 */

/**
 * @param {string} file - Name for errors.
 * @param {string} text
 * @returns {Map<string, Message>} By id, in the order of the file.
 */
export function readFluent(file, text) {
  return new FluentFile(file, text).messages();
}

class FluentFile {
  /** @type {Map<string, any>} Messages, and terms under their name with "-". */
  #entries = new Map();
  /** @type {string[]} Entries that are being inserted into each other. */
  #open = [];
  #file;
  #text;

  /**
   * @param {string} file
   * @param {string} text
   */
  constructor(file, text) {
    this.#file = file;
    this.#text = text;
    for (const entry of new FluentParser().parse(text).body) {
      if (entry.type === "Junk") {
        throw this.#error(entry, entry.annotations[0]?.message ?? "is not Fluent");
      }
      if (entry.type === "Message" || entry.type === "Term") {
        const id = `${entry.type === "Term" ? "-" : ""}${entry.id.name}`;
        if (this.#entries.has(id)) {
          throw this.#error(entry, `${id} is there twice`);
        }
        this.#entries.set(id, entry);
      }
    }
  }

  /** @returns {Map<string, Message>} */
  messages() {
    const result = new Map();
    for (const [id, entry] of this.#entries) {
      if (entry.type === "Message") {
        result.set(id, {
          id,
          line: this.#line(entry),
          comment: entry.comment?.content ?? "",
          value: entry.value && this.#pattern(entry.value),
          attributes: new Map(entry.attributes.map((/** @type {any} */ attribute) =>
            [attribute.id.name, this.#pattern(attribute.value)])),
        });
      }
    }
    return result;
  }

  /**
   * @param {any} pattern
   * @returns {Piece[]} Neighbouring literals are joined.
   */
  #pattern(pattern) {
    /** @type {Piece[]} */
    const pieces = [];
    for (const element of pattern.elements) {
      const found = element.type === "TextElement"
        ? [{ kind: /** @type {const} */ ("literal"), text: element.value }]
        : this.#expression(element.expression);
      for (const piece of found) {
        const last = pieces.at(-1);
        if (piece.kind === "literal" && last?.kind === "literal") {
          last.text += piece.text;
        } else {
          pieces.push({ ...piece });
        }
      }
    }
    return pieces;
  }

  /**
   * @param {any} expression
   * @returns {Piece[]}
   */
  #expression(expression) {
    switch (expression.type) {
      case "VariableReference":
        return [{ kind: "text", name: expression.id.name }];
      case "StringLiteral":
        return [{ kind: "literal", text: expression.parse().value }];
      case "NumberLiteral":
        return [{ kind: "literal", text: expression.value }];
      case "MessageReference":
        return this.#reference(expression, expression.id.name);
      case "TermReference":
        if (expression.arguments) {
          throw this.#error(expression, "arguments of a term are not supported");
        }
        return this.#reference(expression, `-${expression.id.name}`);
      case "FunctionReference":
        return [this.#dateTime(expression)];
      case "SelectExpression":
        return [this.#select(expression)];
      default:
        throw this.#error(expression, `${expression.type} is not supported`);
    }
  }

  /**
   * @param {any} expression
   * @param {string} id
   * @returns {Piece[]}
   */
  #reference(expression, id) {
    const entry = this.#entries.get(id);
    const name = expression.attribute?.name;
    const pattern = name
      ? entry?.attributes.find((/** @type {any} */ attribute) => attribute.id.name === name)?.value
      : entry?.value;
    const shown = name ? `${id}.${name}` : id;
    if (!pattern) {
      throw this.#error(expression, `${shown} is not in this file`);
    }
    if (this.#open.includes(shown)) {
      throw this.#error(expression, `${shown} refers to itself`);
    }
    this.#open.push(shown);
    const pieces = this.#pattern(pattern);
    this.#open.pop();
    return pieces;
  }

  /**
   * @param {any} expression
   * @returns {DateVariable}
   */
  #dateTime(expression) {
    const { positional, named } = expression.arguments;
    const options = Object.fromEntries(named.map((/** @type {any} */ option) =>
      [option.name.name, option.value.value]));
    const { dateStyle, timeStyle, ...others } = options;
    const [variable] = positional;
    if (expression.id.name !== "DATETIME" || positional.length !== 1
        || variable.type !== "VariableReference") {
      throw this.#error(expression, "the only function is DATETIME($variable, …)");
    }
    if (dateStyle !== "long" || ![undefined, "short"].includes(timeStyle)
        || Object.keys(others).length > 0) {
      throw this.#error(expression,
        'DATETIME takes dateStyle: "long" and, if wanted, timeStyle: "short"');
    }
    return { kind: "date", name: variable.id.name, withTime: timeStyle === "short" };
  }

  /**
   * @param {any} expression
   * @returns {Select}
   */
  #select(expression) {
    const { selector, variants } = expression;
    if (selector.type !== "VariableReference") {
      throw this.#error(selector, "only a variable can be selected by");
    }
    /** @type {Select} */
    const result = { kind: "select", name: selector.id.name, variants: [], otherwise: [] };
    for (const variant of variants) {
      if (variant.key.type !== "Identifier") {
        throw this.#error(variant, "the key of a variant must be a word");
      }
      const pieces = this.#pattern(variant.value);
      if (variant.default) {
        result.otherwise = pieces;
      } else {
        result.variants.push({ key: variant.key.name, pieces });
      }
    }
    return result;
  }

  /**
   * @param {any} node
   * @returns {number}
   */
  #line(node) {
    return this.#text.slice(0, (node.id ?? node).span.start).split("\n").length;
  }

  /**
   * @param {any} node
   * @param {string} reason
   * @returns {IdlError}
   */
  #error(node, reason) {
    return new IdlError(this.#file, this.#line(node), reason);
  }
}

/**
 * @typedef {"text" | "date"} VariableKind
 */

/**
 * @param {Piece[]} pieces
 * @returns {[string, VariableKind][]} Every variable that is used, as often as it is.
 */
export function variablesIn(pieces) {
  return pieces.flatMap((piece) => {
    switch (piece.kind) {
      case "literal":
        return [];
      case "select":
        return [
          /** @type {[string, VariableKind]} */ ([piece.name, "text"]),
          ...piece.variants.flatMap((variant) => variablesIn(variant.pieces)),
          ...variablesIn(piece.otherwise),
        ];
      default:
        return [/** @type {[string, VariableKind]} */ ([piece.name, piece.kind])];
    }
  });
}
