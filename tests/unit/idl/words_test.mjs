/**
 * The catalogue of reasons: IDL and Fluent agree, in every language; and what the words generator
 * refuses.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { readCatalogue, reasonCodes } from "../../../idl/generator/words/catalogue.mjs";
import { wordsText } from "../../../idl/generator/words/cpp.mjs";
import { readFluent } from "../../../idl/generator/words/fluent.mjs";

const ROOT = new URL("../../../", import.meta.url);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

const codes = reasonCodes({ name: "reasons.webidl", text: read("idl/reasons.webidl") });
const languages = readdirSync(new URL("locales/", ROOT), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** @param {string} language */
const catalogue = (language) => readCatalogue(codes, {
  name: `locales/${language}/reasons.ftl`,
  text: read(`locales/${language}/reasons.ftl`),
}, { translation: language !== "en-US" });

test("English is there", () => {
  assert.ok(languages.includes("en-US"));
  assert.ok(codes.length > 50);
});

for (const language of languages) {
  test(`${language}: every reason has a sentence and a remedy, with the variables of English`, () => {
    const english = catalogue("en-US").entries;
    catalogue(language).entries.forEach(({ code, variables }, index) => {
      assert.deepEqual(variables, english[index].variables, code);
    });
  });

  test(`${language}: sentences end as sentences do`, () => {
    for (const { code, text, remedy } of catalogue(language).entries) {
      for (const pieces of [text, remedy]) {
        for (const end of ends(pieces)) {
          assert.match(end, /[.?!。]$/u, code);
        }
      }
    }
  });
}

/**
 * @param {import("../../../idl/generator/words/fluent.mjs").Piece[]} pieces
 * @returns {string[]} The literals that a text can end with.
 */
function ends(pieces) {
  const last = pieces[pieces.length - 1];
  if (last.kind === "select") {
    return [...last.variants.map(({ pieces: inner }) => inner), last.otherwise].flatMap(ends);
  }
  return [last.kind === "literal" ? last.text : ""];
}

/** A catalogue of one code, "a". */
const GOOD = "# $subject\nreason-a = Of { $subject }.\n    .remedy = Do it.\n" +
  "missing-subject = nobody\n";

test("a small catalogue is read", () => {
  const { entries, missing } = readCatalogue(["a"], { name: "r.ftl", text: GOOD });
  assert.deepEqual(entries, [{
    code: "a",
    text: [{ kind: "literal", text: "Of " }, { kind: "text", name: "subject" },
      { kind: "literal", text: "." }],
    remedy: [{ kind: "literal", text: "Do it." }],
    variables: new Map([["subject", "text"]]),
  }]);
  assert.deepEqual(missing, new Map([["subject", "nobody"]]));
});

test("a translation need not explain its variables, but needs all else", () => {
  /** @param {string} text */
  const translation = (text) => readCatalogue(["a"], { name: "r.ftl", text }, { translation: true });
  const bare = GOOD.replace("# $subject\n", "");
  assert.deepEqual(translation(bare).entries, readCatalogue(["a"], { name: "r.ftl", text: GOOD }).entries);
  assert.throws(() => translation(bare.replace(/missing.*\n/, "")), /missing-subject is missing/);
});

for (const [what, text, message] of /** @type {[string, string, string][]} */ ([
  ["a missing code", GOOD.replace("reason-a", "reason-b"),
    "r.ftl:1: the message reason-a is missing"],
  ["an orphan", `${GOOD}reason-b = B.\n    .remedy = C.\n`,
    "r.ftl:5: reason-b belongs to no code of the enum ReasonCode"],
  ["a missing remedy", GOOD.replace(/ {4}\.remedy.*\n/, ""),
    "r.ftl:2: reason-a must have the attribute remedy and no other"],
  ["a further attribute", GOOD.replace("missing", "    .title = T\nmissing"),
    "r.ftl:2: reason-a must have the attribute remedy and no other"],
  ["an undocumented variable", GOOD.replace("# $subject\n", ""),
    "r.ftl:1: the comment above reason-a does not mention $subject"],
  ["a variable that is documented only", GOOD.replace("# $subject", "# $subject, $issuer"),
    "r.ftl:2: the comment above reason-a mentions $issuer, which it does not use"],
  ["a variable without replacement", GOOD.replace(/missing.*\n/, ""),
    "r.ftl:1: the message missing-subject is missing: $subject is used"],
  ["a replacement without variable", `${GOOD}missing-issuer = x\n`,
    "r.ftl:5: missing-issuer is for a variable that no message uses"],
  ["a replacement with a variable", GOOD.replace("nobody", "{ $subject }"),
    "r.ftl:4: missing-subject must be plain text"],
  ["a variable as text and as date",
    GOOD.replace("Do it.", 'Do it { DATETIME($subject, dateStyle: "long") }.'),
    "r.ftl:2: $subject is used as a text and as a date"],
])) {
  test(`refuses ${what}`, () => {
    assert.throws(() => readCatalogue(["a"], { name: "r.ftl", text }),
      (/** @type {Error} */ error) => {
        assert.equal(error.message, message);
        return true;
      });
  });
}

for (const [what, text, message] of /** @type {[string, string, string][]} */ ([
  ["what is not Fluent", "a = b\n!\n", 'r.ftl:2: Expected an entry start'],
  ["a message twice", "a = b\na = c\n", "r.ftl:2: a is there twice"],
  ["an unknown message", "a = b\nc = { d }\n", "r.ftl:2: d is not in this file"],
  ["an unknown attribute", "a = b\nc = { a.d }\n", "r.ftl:2: a.d is not in this file"],
  ["an unknown term", "c = { -d }\n", "r.ftl:1: -d is not in this file"],
  ["a circle", "a = { b }\nb = { a }\n", "r.ftl:1: b refers to itself"],
  ["a term with arguments", '-t = T\nc = { -t(case: "upper") }\n',
    "r.ftl:2: arguments of a term are not supported"],
  ["another function", "c = { NUMBER($a) }\n",
    "r.ftl:1: the only function is DATETIME($variable, …)"],
  ["a date of a literal", 'c = { DATETIME("a", dateStyle: "long") }\n',
    "r.ftl:1: the only function is DATETIME($variable, …)"],
  ["another style of date", 'c = { DATETIME($a, dateStyle: "short") }\n',
    'r.ftl:1: DATETIME takes dateStyle: "long" and, if wanted, timeStyle: "short"'],
  ["another option of a date", 'c = { DATETIME($a, dateStyle: "long", hour12: 1) }\n',
    'r.ftl:1: DATETIME takes dateStyle: "long" and, if wanted, timeStyle: "short"'],
  ["a choice by number", "c = { $a ->\n   [1] one\n  *[other] many\n }\n",
    "r.ftl:2: the key of a variant must be a word"],
  ["a choice by a function", "c = { NUMBER($a) ->\n  *[other] many\n }\n",
    "r.ftl:1: only a variable can be selected by"],
])) {
  test(`refuses ${what}`, () => {
    assert.throws(() => readFluent("r.ftl", text), (/** @type {Error} */ error) => {
      assert.equal(error.message, message);
      return true;
    });
  });
}

test("references, terms, literals and choices are put together", () => {
  const messages = readFluent("r.ftl", `-brand = Signet
name = { -brand } { "{" }{ 1 }
    .of = of { name }
use = By { name.of }: { $kind ->
    [good] fine
   *[bad] poor, { $why }
}.
`);
  assert.deepEqual(messages.get("use")?.value, [
    { kind: "literal", text: "By of Signet {1: " },
    {
      kind: "select",
      name: "kind",
      variants: [{ key: "good", pieces: [{ kind: "literal", text: "fine" }] }],
      otherwise: [{ kind: "literal", text: "poor, " }, { kind: "text", name: "why" }],
    },
    { kind: "literal", text: "." },
  ]);
});

test("the C++ is as it was", () => {
  const text = wordsText(readCatalogue(["a", "b-c"], { name: "r.ftl", text: `# $subject, $at
reason-a = “{ $subject }” at { DATETIME($at, dateStyle: "long", timeStyle: "short") }.
    .remedy = Ask "them" by { DATETIME($at, dateStyle: "long") }.
# $how
reason-b-c = { $how ->
    [one] One.
   *[other] { $how } others.
}
    .remedy = None.
missing-subject = nobody
missing-at = never
missing-how = no
` }), "r.ftl");
  assert.match(text, /return Join\(\{"“", words\.TextOf\("subject", "nobody"\), "” at ", words\.DateAndTimeOf\("at", "never"\), "\."\}\);/);
  assert.match(text, /return Join\(\{"Ask \\"them\\" by ", words\.DateOf\("at", "never"\), "\."\}\);/);
  assert.match(text, /\(words\.Is\("how", "one"\) \? Join\(\{"One\."\}\) : Join\(\{words\.TextOf\("how", "no"\), " others\."\}\)\)/);
  assert.match(text, /kATexts = \{"subject"\}/);
  assert.match(text, /kADates = \{"at"\}/);
});
