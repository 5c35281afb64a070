/**
 * What is outside of the supported subset is refused with file, line and reason.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { IdlError } from "../../../idl/generator/error.mjs";
import { generate } from "../../../idl/generator/generate.mjs";

/** @type {[string, string, string][]} What it is, the IDL, and the whole message. */
const REFUSED = [
  // Not Web IDL at all.
  ["a missing semicolon", "dictionary D {\n  required long a\n};",
    "a.webidl:3: Unterminated dictionary member, expected `;`"],
  ["an unfinished file", "dictionary D {", "a.webidl:1: Dictionary member lacks a type"],
  ["an enum value without comma", 'enum E { "a" "b" };', "a.webidl:1: No comma between enum values"],

  // Definitions.
  ["a typedef", "typedef long T;", "a.webidl:1: typedef is not supported"],
  ["a callback", "\ncallback F = undefined ();", "a.webidl:2: callback is not supported"],
  ["a namespace", "namespace N { };", "a.webidl:1: namespace is not supported"],
  ["a mixin", "interface mixin M { };", "a.webidl:1: interface mixin is not supported"],
  ["a callback interface", "callback interface C { };",
    "a.webidl:1: callback interface is not supported"],
  ["includes", "A includes B;", "a.webidl:1: includes is not supported"],
  ["a name in lower case", "dictionary d { required long a; };",
    "a.webidl:1: the name d is not in PascalCase"],
  ["a name of the runtime", "dictionary Buffer { required long a; };",
    "a.webidl:1: the name Buffer is taken by the generated code"],
  ["two definitions of a name", 'enum E { "a" };\nenum E { "b" };',
    "a.webidl:2: E is already defined in a.webidl"],

  // Enumerations.
  ["an empty enum value", 'enum E { "" };',
    'a.webidl:1: the enum value "" is not in lower-case words joined by hyphens'],
  ["an enum value with capitals", 'enum E {\n"Abc" };',
    'a.webidl:2: the enum value "Abc" is not in lower-case words joined by hyphens'],
  ["an enum value twice", 'enum E { "a",\n "a" };', 'a.webidl:2: the enum value "a" is there twice'],
  ["enum values with one C++ name", 'enum E { "a1-b",\n "a1b", "a1-b2", "a1-b-2" };',
    'a.webidl:2: the enum value "a1-b-2" has the same C++ name as "a1-b2"'],

  // Dictionaries.
  ["an empty dictionary", "dictionary D { };", "a.webidl:1: the dictionary D has no members"],
  ["inheritance", "dictionary A { long a; };\ndictionary B : A { long b; };",
    "a.webidl:2: a dictionary cannot inherit from another"],
  ["a partial dictionary", "dictionary A { long a; };\npartial dictionary A { long b; };",
    "a.webidl:2: partial dictionaries are not supported"],
  ["members of one name", "dictionary D { long a;\n long a; };",
    "a.webidl:2: the name a is used twice"],
  ["members of one C++ name", "dictionary D { long aB;\n long aB; };",
    "a.webidl:2: the name aB is used twice"],
  ["a member in snake case", "dictionary D { long a_b; };",
    "a.webidl:1: the name a_b is not in camelCase"],
  ["a nullable member without default", "dictionary D {\n\n long? a; };",
    "a.webidl:3: the member a is nullable: it must be required or have the default null, so that " +
      "absent and null mean the same"],
  ["a dictionary in itself", "dictionary D { sequence<D> a = []; };",
    "a.webidl:1: the dictionary D contains itself, directly or through another"],
  ["dictionaries in each other", "dictionary A { sequence<B> b = []; };\n" +
      "dictionary B { record<DOMString, A> a = {}; };",
    "a.webidl:1: the dictionary A contains itself, directly or through another"],
  ["an attribute of a member", "dictionary D { [Clamp] long a; };",
    "a.webidl:1: the extended attribute [Clamp] is not supported here"],

  // Types.
  ...["any", "object", "byte", "octet", "short", "unsigned short", "float", "bigint", "symbol",
    "unrestricted double", "ByteString", "Uint8Array", "DataView", "SharedArrayBuffer"].map(
    (type) => /** @type {[string, string, string]} */ ([`the type ${type}`,
      `dictionary D {\n required ${type} a; };`,
      `a.webidl:2: the type ${type} is not supported`])),
  ["a union", "dictionary D { required (long or DOMString) a; };",
    "a.webidl:1: union types are not supported"],
  ["a frozen array", "dictionary D { required FrozenArray<long> a; };",
    "a.webidl:1: the type FrozenArray is not supported"],
  ["a promise in a dictionary", "dictionary D { required Promise<long> a; };",
    "a.webidl:1: a Promise is supported only as an operation's result"],
  ["a record with other keys", "dictionary D { required record<ByteString, long> a; };",
    "a.webidl:1: the keys of a record must be DOMString or USVString"],
  ["a name nobody defines", "dictionary D { required\n Unknown a; };",
    "a.webidl:2: the type Unknown is not defined in any of the files"],
  ["an interface as a value",
    "[Exposed=Worker] interface I { Promise<long> a(); };\ndictionary D { required I a; };",
    "a.webidl:2: I is an interface, which is not a value"],

  // Default values.
  ["a number for a boolean", "dictionary D { boolean a = 1; };",
    "a.webidl:1: the default value must be true or false"],
  ["a default that is too large", "dictionary D { long a = 2147483648; };",
    "a.webidl:1: the default value must be an integer from -2147483648 to 2147483647"],
  ["a negative default", "dictionary D { unsigned long a = -1; };",
    "a.webidl:1: the default value must be an integer from 0 to 4294967295"],
  ["an infinite default", "dictionary D { double a = Infinity; };",
    "a.webidl:1: the default value must be a finite number"],
  ["a default that is no value of the enum", 'enum E { "a" };\ndictionary D { E a = "b"; };',
    "a.webidl:2: the default value must be a value of E"],
  ["null where it is not possible", "dictionary D { DOMString a = null; };",
    "a.webidl:1: the default value must be of the member's type, not null"],
  ["a text for a sequence", 'dictionary D { sequence<long> a = ""; };',
    "a.webidl:1: the default value must be []"],
  ["a sequence for a record", "dictionary D { record<DOMString, long> a = []; };",
    "a.webidl:1: the default value must be {}"],

  // Interfaces.
  ["an interface without operations", "[Exposed=Worker] interface I { };",
    "a.webidl:1: the interface I has no operations"],
  ["an interface that inherits", "[Exposed=Worker] interface I : J { Promise<long> a(); };",
    "a.webidl:1: an interface cannot inherit from another"],
  ["another exposure", "[Exposed=Window] interface I { Promise<long> a(); };",
    "a.webidl:1: the only extended attribute of an interface is [Exposed=Worker]"],
  ["no exposure", "interface I { Promise<long> a(); };",
    "a.webidl:1: Interfaces must have `[Exposed]` extended attribute. To fix, add, for example, " +
      "`[Exposed=Window]`. Please also consider carefully if your interface should also be exposed " +
      "in a Worker scope. Refer to the [WebIDL spec section on Exposed]" +
      "(https://heycam.github.io/webidl/#Exposed) for more information."],
  ["an attribute", "[Exposed=Worker] interface I {\n readonly attribute long a; };",
    "a.webidl:2: an interface may contain only operations, not an attribute"],
  ["a constant", "[Exposed=Worker] interface I { const long A = 1; };",
    "a.webidl:1: an interface may contain only operations, not a const"],
  ["a constructor", "[Exposed=Worker] interface I { constructor(); };",
    "a.webidl:1: an interface may contain only operations, not a constructor"],
  ["a static operation", "[Exposed=Worker] interface I { static Promise<long> a(); };",
    "a.webidl:1: static operations are not supported"],
  ["an operation without promise", "[Exposed=Worker] interface I {\n long a(); };",
    "a.webidl:2: an operation must return a Promise"],
  ["an overloaded operation",
    "[Exposed=Worker] interface I { Promise<long> a();\n Promise<long> a(long b); };",
    "a.webidl:2: the name a is used twice"],
  ["a variadic argument", "[Exposed=Worker] interface I { Promise<long> a(long... b); };",
    "a.webidl:1: variadic arguments are not supported"],
  ["an argument called context", "[Exposed=Worker] interface I { Promise<long> a(long context); };",
    "a.webidl:1: the argument name context is taken by the C++ call context"],
  ["an operation called as its interface", "[Exposed=Worker] interface Get { Promise<long> get(); };",
    "a.webidl:1: the C++ name Get of the operation get is taken"],
  ["an operation called as a C++ type", "[Exposed=Worker] interface I { Promise<long> buffer(); };",
    "a.webidl:1: the C++ name Buffer of the operation buffer is taken"],
  ["a required argument behind an optional one",
    "[Exposed=Worker] interface I { Promise<long> a(optional long b,\n long c); };",
    "a.webidl:2: the argument c must be optional, as the one before it is"],
  ["an optional nullable argument without default",
    "[Exposed=Worker] interface I { Promise<long> a(optional long? b); };",
    "a.webidl:1: the argument b is nullable: if it is optional, it must have a default"],
  ["a nullable dictionary as argument", "dictionary D { required long a; };\n" +
      "[Exposed=Worker] interface I { Promise<long> a(D? b); };",
    "a.webidl:2: Dictionary arguments cannot be nullable."],
  ["a dictionary argument that could be left out", "dictionary D { long a; };\n" +
      "[Exposed=Worker] interface I { Promise<long> a(D b); };",
    "a.webidl:2: Dictionary argument must be optional if it has no required fields"],
];

for (const [what, text, message] of REFUSED) {
  test(`refuses ${what}`, () => {
    assert.throws(() => generate([{ name: "a.webidl", text }]), (error) => {
      assert.ok(error instanceof IdlError, String(error));
      assert.equal(error.message, message);
      return true;
    });
  });
}

test("refuses files that use types of each other", () => {
  assert.throws(() => generate([
    { name: "a.webidl", text: 'enum A { "a" }; dictionary AA { required B b; };' },
    { name: "b.webidl", text: 'enum B { "b" }; dictionary BB { required A a; };' },
  ]), /^IdlError: a\.webidl:1: this file uses types of a file that uses types of this one \(b\.webidl\)$/);
});

test("names the file of an error in a second file", () => {
  assert.throws(() => generate([
    { name: "a.webidl", text: 'enum A { "a" };' },
    { name: "b.webidl", text: "\n\ndictionary B { A a; any b; };" },
  ]), /^IdlError: b\.webidl:3: the type any is not supported$/);
});
