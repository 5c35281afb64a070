/**
 * The round trip: the generated script calls the generated C++ and gets back what it gave, in every
 * type; and the two sides refuse the same things in the same words.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { callProgram, load, options } from "./echo_program.mjs";

/** @returns {Promise<{echo: any, raw: (operation: string, args: object, buffers?: ArrayBuffer[]) => any}>} */
async function connect() {
  const [{ Echo }, { interfaces }, { carryOut }] = await Promise.all(
    ["echo.sys.mjs", "interfaces.sys.mjs", "call.sys.mjs"].map(load));
  /** @param {any} request */
  const call = (request) => carryOut(interfaces, request, 1, callProgram).value;
  return {
    echo: new Echo({ call: async (/** @type {any} */ request) => call(request) }),
    // Past the checks of the proxy.
    raw: (operation, args, buffers = []) =>
      call({ interface: "Echo", operation, arguments: args, buffers }),
  };
}

/** @param {number[]} octets */
const bufferOf = (...octets) => Uint8Array.from(octets).buffer;

const OUTER = {
  truth: true,
  small: -5,
  natural: 5,
  wide: Number.MIN_SAFE_INTEGER,
  wideNatural: Number.MAX_SAFE_INTEGER,
  real: 0.1,
  text: "a\0\u{1d11e}\u2028\"\\",
  scalarText: "",
  octets: bufferOf(0, 255),
  level: "very-high",
  inner: { flag: false },
  list: [{ flag: true }, { flag: false }],
  table: { "": 1, "ключ": -0.5 },
  maybe: null,
  yes: false,
  least: 0,
  half: 1e-300,
  whole: 2 ** 60,
  quoted: "''",
  start: "low",
  none: ["x"],
  empty: { k: [1, 2] },
  blob: bufferOf(1),
  given: null,
  absent: "there",
  default: true,
};

test("a dictionary of every type comes back equal", options, async () => {
  const { echo } = await connect();
  assert.deepEqual(await echo.outer(OUTER), OUTER);
});

test("what is left out comes back with its default, the same on both sides", options, async () => {
  const { echo } = await connect();
  const { Outer } = await load("dictionary.sys.mjs");
  const { Place } = await load("types.sys.mjs");
  const { yes, least, half, whole, quoted, start, none, empty, blob, given, absent,
    default: word, ...required } = OUTER;
  assert.ok([yes, least, half, whole, quoted, start, none, empty, blob, given, absent, word]);
  const answered = await echo.outer(required);
  const decoded = Outer.decode({ ...required, octets: 0 }, new Place("", [OUTER.octets]));
  assert.deepEqual(answered, decoded);
  assert.equal("absent" in answered, false);
});

for (const [operation, values] of /** @type {[string, unknown[]][]} */ ([
  ["truth", [true, false]],
  ["small", [-(2 ** 31), 2 ** 31 - 1]],
  ["natural", [0, 2 ** 32 - 1]],
  ["wide", [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]],
  ["wideNatural", [0, Number.MAX_SAFE_INTEGER]],
  ["real", [0, 0.1, -1e-7, 5e-324, Number.MAX_VALUE, 1e21, 123456789012345680000]],
  ["text", ["", "é", "\u{10ffff}\u0001\u007f\ufeff", "x".repeat(100_000)]],
  ["level", ["low", "very-high"]],
  ["octets", [bufferOf(), bufferOf(1, 2, 3)]],
  ["maybeOctets", [null, bufferOf(7)]],
  ["list", [[], [bufferOf(1), bufferOf(), bufferOf(2, 3)]]],
  ["table", [{}, { a: [], "b c": [true, false] }, JSON.parse('{"__proto__": [true]}')]],
])) {
  test(`${operation}: values come back equal`, options, async () => {
    const { echo } = await connect();
    for (const value of values) {
      assert.deepEqual(await echo[operation](value), value);
    }
  });
}

test("optional arguments", options, async () => {
  const { echo } = await connect();
  assert.deepEqual(await echo.defaults(), ["one", null, null]);
  assert.deepEqual(await echo.defaults(undefined, "2"), ["one", "2", null]);
  assert.deepEqual(await echo.defaults("1", undefined, "3"), ["1", null, "3"]);
});

test("no result, and a failure", options, async () => {
  const { echo } = await connect();
  assert.equal(await echo.nothing(), undefined);
  await assert.rejects(echo.fail("so"), (/** @type {any} */ error) => {
    assert.equal(error.name, "SignetError");
    assert.deepEqual(error.reason, { code: "file-unreadable", diagnostic: "so" });
    return true;
  });
});

test("both sides refuse the same in the same words", options, async () => {
  const { echo, raw } = await connect();
  const json = { ...OUTER, octets: 0, blob: null };
  for (const [change, message] of /** @type {[object, string][]} */ ([
    [{ truth: 1 }, "outer.value.truth: expected true or false"],
    [{ small: 2 ** 31 }, "outer.value.small: expected an integer from -2147483648 to 2147483647"],
    [{ natural: "1" }, "outer.value.natural: expected a number"],
    [{ real: null }, "outer.value.real: expected a number"],
    [{ text: 5 }, "outer.value.text: expected a string"],
    [{ level: "x" }, 'outer.value.level: expected one of "low", "very-high"'],
    [{ inner: {} }, "outer.value.inner.flag: is missing"],
    [{ inner: 1 }, "outer.value.inner: expected an object"],
    [{ list: {} }, "outer.value.list: expected an array"],
    [{ table: { "é": "" } }, 'outer.value.table["\\u00e9"]: expected a number'],
    [{ other: 1 }, "outer.value.other: is not known"],
  ])) {
    /** @param {any} error */
    const said = (error) => error.reason.diagnostic === message;
    await assert.rejects(echo.outer({ ...OUTER, ...change }), said, message);
    assert.throws(() => raw("outer", { value: { ...json, ...change } }, [OUTER.octets]), said,
      message);
  }
});

test("what only the module can refuse", options, async () => {
  const { raw } = await connect();
  assert.throws(() => raw("text", { value: "\ud800" }),
    /arguments\.value: not valid JSON|is not valid UTF-8/);
  assert.throws(() => raw("none", {}), /Echo\.none: there is no such operation/);
});
