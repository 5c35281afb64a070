/**
 * What the generator writes, a snapshot for each feature of the supported subset.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { generate } from "../../../idl/generator/generate.mjs";
import { cases, compareWithSnapshot } from "./support.mjs";

/** What is compared of each case. */
const OUTPUTS = /** @type {Record<string, string[]>} */ ({
  enumeration: ["idl/enumeration.h", "idl/enumeration.cc", "idl/enumeration_json.cc",
    "js/enumeration.sys.mjs", "js/enumeration.sys.d.mts"],
  dictionary: ["idl/dictionary.h", "idl/dictionary_json.h", "idl/dictionary_json.cc",
    "js/dictionary.sys.mjs", "js/dictionary.sys.d.mts"],
  interface: ["idl/interface.h", "idl/interface_json.h", "idl/interface_json.cc",
    "idl/dispatcher.h", "idl/dispatcher.cc", "js/interface.sys.mjs", "js/interface.sys.d.mts",
    "js/interfaces.sys.mjs", "reference.md"],
});

for (const [name, outputs] of Object.entries(OUTPUTS)) {
  test(`${name}: the output is as it was`, () => {
    const files = generate(cases(name));
    for (const path of outputs) {
      compareWithSnapshot(`${name}/${path.replace("/", "-")}.txt`, files.get(path) ?? "");
    }
  });
}

test("a file that uses types of others includes and imports them", () => {
  const files = generate(cases("uses-other", "enumeration", "dictionary"));
  for (const path of ["idl/uses_other.h", "idl/uses_other_json.cc", "js/uses-other.sys.mjs",
    "js/uses-other.sys.d.mts"]) {
    compareWithSnapshot(`uses-other/${path.replace("/", "-")}.txt`, files.get(path) ?? "");
  }
});

test("the order in which the files come does not matter", () => {
  const names = ["interface", "uses-other", "enumeration", "dictionary"];
  const forward = generate(cases(...names));
  const backward = generate(cases(...names.reverse()));
  assert.deepEqual([...forward].sort(), [...backward].sort());
});

/**
 * @param {string} text
 * @returns {string}
 */
function hashOf(text) {
  const header = generate([{ name: "a.webidl", text }]).get("idl/contract.h") ?? "";
  return /"([0-9a-f]{64})"/.exec(header)?.[1] ?? "";
}

test("the contract's hash covers meaning, not comments and layout", () => {
  const plain = hashOf('enum E { "a", "b" }; dictionary D { E e = "a"; };');
  assert.match(plain, /^[0-9a-f]{64}$/);
  assert.equal(hashOf('/** About E. */\nenum E {\n "a",\n "b" };\n dictionary D { E e = "a"; };'),
    plain);
  for (const other of [
    'enum E { "b", "a" }; dictionary D { E e = "a"; };',
    'enum E { "a", "b", "c" }; dictionary D { E e = "a"; };',
    'enum E { "a", "b" }; dictionary D { E e = "b"; };',
    'enum E { "a", "b" }; dictionary D { required E e; };',
    'enum E { "a", "b" }; dictionary D { E f = "a"; };',
  ]) {
    assert.notEqual(hashOf(other), plain, other);
  }
});

test("both sides carry the same hash", () => {
  const files = generate(cases("interface"));
  const [cpp, js] = ["idl/contract.h", "js/contract.sys.mjs"].map((path) =>
    /"([0-9a-f]{64})"/.exec(files.get(path) ?? "")?.[1]);
  assert.ok(cpp);
  assert.equal(cpp, js);
});
