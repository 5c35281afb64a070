/**
 * The types at run time on the side of script: what they let through and what they say otherwise.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Place,
  boolean,
  buffer,
  dictionary,
  double,
  enumeration,
  integer,
  nothing,
  nullable,
  record,
  sequence,
  string,
} from "../../../idl/runtime/js/types.sys.mjs";
import { SignetError } from "../../../idl/runtime/js/signet-error.sys.mjs";

/**
 * @param {import("../../../idl/runtime/js/types.sys.mjs").Type<any>} type
 * @param {unknown} value
 * @returns {string} What is wrong, or "" if it can be encoded, and decoded to the same.
 */
function complaint(type, value) {
  try {
    const place = new Place("call.argument");
    const json = JSON.parse(JSON.stringify(type.encode(value, place)));
    const back = new Place("call()", place.buffers);
    assert.deepEqual(type.decode(json, back), value);
    back.finish();
    return "";
  } catch (error) {
    assert.ok(error instanceof SignetError, String(error));
    assert.equal(error.reason.code, "invalid-request");
    return error.reason.diagnostic ?? "";
  }
}

test("plain values get through unchanged", () => {
  for (const [type, values] of /** @type {[any, unknown[]][]} */ ([
    [boolean, [true, false]],
    [double, [0, -1.5, 1e308, 5e-324, 2 ** 53]],
    [integer(-5, 5), [-5, 0, 5]],
    [string, ["", "a", "\0", "é", "𝄞", "\u2028"]],
    [nullable(string), [null, ""]],
    [sequence(double), [[], [1, 2]]],
    [record(string), [{}, { "": "", "a b": "c" }]],
    [buffer, [new ArrayBuffer(0), new Uint8Array([1, 2]).buffer]],
    [sequence(nullable(buffer)), [[new ArrayBuffer(1), null, new ArrayBuffer(2)]]],
  ])) {
    for (const value of values) {
      assert.equal(complaint(type, value), "");
    }
  }
});

test("nothing is converted", () => {
  for (const value of [undefined, null, 0, "", "true", [], {}]) {
    assert.equal(complaint(boolean, value), "call.argument: expected true or false");
  }
  for (const value of [undefined, null, "1", NaN, Infinity, -Infinity, 1n, true, [], {}]) {
    assert.equal(complaint(double, value), "call.argument: expected a number");
  }
  for (const value of [undefined, null, 1, {}, Symbol.iterator, new String("a")]) {
    assert.equal(complaint(string, value), "call.argument: expected a string");
  }
  for (const value of [null, new Uint8Array(1), new DataView(new ArrayBuffer(1)), [], "", 0]) {
    assert.equal(complaint(buffer, value), "call.argument: expected an ArrayBuffer");
  }
  for (const value of [null, "ab", {}, new Set(), new Uint8Array(1), { length: 1, 0: 1 }]) {
    assert.equal(complaint(sequence(double), value), "call.argument: expected an array");
  }
  for (const value of [null, "ab", 1, []]) {
    assert.equal(complaint(record(double), value), "call.argument: expected an object");
    assert.equal(complaint(dictionary([]), value), "call.argument: expected an object");
  }
});

test("integers keep to their range", () => {
  for (const value of [-6, 6, 0.5, Infinity]) {
    assert.equal(complaint(integer(-5, 5), value), "call.argument: expected an integer from -5 to 5");
  }
  for (const value of ["5", null, NaN]) {
    assert.equal(complaint(integer(-5, 5), value), "call.argument: expected a number");
  }
});

test("lone surrogates do not get through, as value or as key", () => {
  for (const text of ["\ud800", "a\udfff", "\udc00\ud800"]) {
    assert.equal(complaint(string, text), "call.argument: is not well-formed Unicode");
  }
  assert.equal(complaint(record(string), { "\ud800": "" }),
    'call.argument["\\ud800"]: is not well-formed Unicode');
});

test("words of an enumeration", () => {
  const few = enumeration("Few", ["a", "b"]);
  assert.deepEqual(few.values, ["a", "b"]);
  assert.equal(complaint(few, "b"), "");
  assert.equal(complaint(few, "c"), 'call.argument: expected one of "a", "b"');
  assert.equal(complaint(few, 1), "call.argument: expected a string");
  const many = enumeration("Many", [..."abcdefghi"]);
  assert.equal(complaint(many, "x"), "call.argument: expected a value of Many");
  assert.equal(complaint(many, "constructor"), "call.argument: expected a value of Many");
});

const Person = dictionary([
  { name: "name", type: string, required: true },
  { name: "age", type: integer(0, 150), default: () => 18 },
  { name: "note", type: string },
  { name: "tags", type: sequence(string), default: () => [] },
]);

test("members of a dictionary: required, with a default, absent, unknown", () => {
  /** @param {unknown} value */
  const encoded = (value) => Person.encode(value, new Place("call.person"));
  assert.deepEqual(encoded({ name: "A" }), { name: "A" });
  assert.deepEqual(encoded({ name: "A", age: undefined }), { name: "A" });
  assert.equal(complaint(Person, {}), "call.argument.name: is missing");
  assert.equal(complaint(Person, { name: undefined }), "call.argument.name: is missing");
  assert.equal(complaint(Person, { name: null }), "call.argument.name: expected a string");
  assert.equal(complaint(Person, { name: "A", note: null }),
    "call.argument.note: expected a string");
  assert.equal(complaint(Person, { name: "A", surname: "B" }),
    "call.argument.surname: is not known");

  /** @param {unknown} json */
  const decoded = (json) => Person.decode(json, new Place("call()"));
  assert.deepEqual(decoded({ name: "A" }), { name: "A", age: 18, tags: [] });
  assert.notEqual(decoded({ name: "A" }).tags, decoded({ name: "A" }).tags);
  assert.throws(() => decoded({ age: 1 }), /call\(\)\.name: is missing/);
  assert.throws(() => decoded({ name: "A", surname: "B" }), /call\(\)\.surname: is not known/);
});

test("a path names every level, and shortens what comes from outside", () => {
  const type = dictionary([{ name: "people", type: record(sequence(Person)), required: true }]);
  const at = (/** @type {string} */ key, /** @type {unknown} */ age) =>
    complaint(type, { people: { [key]: [{ name: "A" }, { name: "B", age }] } });
  assert.equal(at("here", "x"), "call.argument.people.here[1].age: expected a number");
  assert.equal(at("a b", -1),
    'call.argument.people["a b"][1].age: expected an integer from 0 to 150');
  assert.equal(at("é\n", ""), 'call.argument.people["\\u00e9\\n"][1].age: expected a number');
  assert.equal(at("x".repeat(100), ""),
    `call.argument.people["${"x".repeat(64)}..."][1].age: expected a number`);
});

test("keys of a record are data, whatever they are called", () => {
  const given = JSON.parse('{"__proto__": "a", "constructor": "b"}');
  assert.equal(complaint(record(string), given), "");
  const decoded = record(string).decode(given, new Place("call()"));
  assert.equal(Object.getPrototypeOf(decoded), Object.prototype);
  assert.equal(Object.getOwnPropertyDescriptor(decoded, "__proto__")?.value, "a");
});

test("inherited members do not count as given", () => {
  const inherited = Object.create({ name: "A" });
  assert.equal(complaint(Person, inherited), "call.argument.name: is missing");
});

test("byte buffers are mentioned exactly once", () => {
  const [a, b] = [new ArrayBuffer(1), new ArrayBuffer(2)];
  /** @param {unknown} json */
  const decode = (json) => {
    const place = new Place("call()", [a, b]);
    const value = sequence(buffer).decode(json, place);
    place.finish();
    return value;
  };
  assert.deepEqual(decode([1, 0]), [b, a]);
  assert.throws(() => decode([0]), /call\(\): the byte buffer 1 is not used/);
  assert.throws(() => decode([0, 0]), /call\(\)\[1\]: the byte buffer 0 is used twice/);
  for (const number of [2, -1, 0.5, "0", null]) {
    assert.throws(() => decode([0, number]), /call\(\)\[1\]: expected the number of a byte buffer/);
  }
});

test("an operation without result answers null", () => {
  assert.equal(nothing.decode(null, new Place("call()")), undefined);
  assert.throws(() => nothing.decode(0, new Place("call()")), /call\(\): expected nothing/);
});
