// Every language says the same as English: the same messages with the same variables; and nothing that
// a person reads stands in script or markup.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FluentParser, Visitor } from "@fluent/syntax";
import { LANGUAGES, languageOfHelp } from "../../../xul-ui/host/languages.sys.mjs";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const read = (/** @type {string[]} */ ...parts) => readFileSync(path.join(PROJECT, ...parts), "utf8");
const folders = readdirSync(path.join(PROJECT, "locales"));
/** Languages whose words are not written in letters of which one could be the access key. */
const WITHOUT_LETTERS = ["ja"];

/** The variables and functions of a pattern. */
class Uses extends Visitor {
  /** @type {Set<string>} */
  found = new Set();
  /** @override @param {any} node */
  visitVariableReference(node) {
    this.found.add(`$${node.id.name}`);
  }
  /** @override @param {any} node */
  visitFunctionReference(node) {
    const named = node.arguments.named.map((/** @type {any} */ each) => `${each.name.name}=${each.value.value}`);
    this.found.add(`${node.id.name}(${named.sort()})`);
    this.genericVisit(node);
  }
  /** Variants are chosen by what is passed, words of code, except plural forms. @override @param {any} node */
  visitSelectExpression(node) {
    const keys = node.variants.map((/** @type {any} */ { key }) => key.name ?? key.value);
    const plural = ["zero", "one", "two", "few", "many", "other"];
    this.found.add(`select ${keys.filter((/** @type {string} */ key) => !plural.includes(key)).sort()}`);
    this.genericVisit(node);
  }
}

/** @param {any} pattern */
function usesOf(pattern) {
  const uses = new Uses();
  uses.visit(pattern);
  return [...uses.found].sort();
}

/**
 * @param {string} language
 * @param {string} file
 * @returns {Record<string, string[]>} "id" or "id.attribute" → what it uses.
 */
function patternsOf(language, file) {
  /** @type {Record<string, string[]>} */
  const patterns = {};
  for (const entry of /** @type {any[]} */ (new FluentParser().parse(read("locales", language, file)).body)) {
    assert.notEqual(entry.type, "Junk", `${language}/${file}: ${entry.content}`);
    if (entry.type !== "Message") {
      continue;
    }
    assert.ok(!(entry.id.name in patterns), `${language}/${file} has ${entry.id.name} twice`);
    patterns[entry.id.name] = entry.value ? usesOf(entry.value) : ["nothing"];
    for (const { id, value } of entry.attributes) {
      patterns[`${entry.id.name}.${id.name}`] = usesOf(value);
    }
  }
  return patterns;
}

/** @param {string} language @param {string} ending */
const filesOf = (language, ending) =>
  readdirSync(path.join(PROJECT, "locales", language)).filter((name) => name.endsWith(ending));

test("the languages that the add-on registers are those that are there, English first", () => {
  assert.equal(LANGUAGES[0], "en-US");
  assert.deepEqual([...LANGUAGES].sort(), [...folders].sort());
});

test("the help is in a language that has it, whatever the host speaks", () => {
  const withHelp = folders.filter((language) => filesOf(language, "help.xhtml").length > 0);
  const host = /** @type {any} */ (globalThis);
  for (const spoken of folders) {
    /** @type {string[]} */
    let offered = [];
    host.Services = {
      locale: {
        appLocalesAsBCP47: [spoken, "en-US"],
        langNegStrategyLookup: 2,
        negotiateLanguages: (/** @type {string[]} */ wanted, /** @type {string[]} */ there) => {
          offered = there;
          return [wanted.find((language) => there.includes(language))];
        },
      },
    };
    assert.equal(languageOfHelp(), withHelp.includes(spoken) ? spoken : "en-US");
    assert.deepEqual([...offered].sort(), [...withHelp].sort());
  }
  delete host.Services;
});

for (const language of folders) {
  test(`${language}: the same files, messages, attributes and variables as in English`, () => {
    assert.deepEqual(filesOf(language, ".ftl"), filesOf("en-US", ".ftl"));
    for (const file of filesOf("en-US", ".ftl")) {
      assert.deepEqual(patternsOf(language, file), patternsOf("en-US", file), file);
    }
  });

  test(`${language}: the same texts in the files that are not Fluent's`, () => {
    for (const file of filesOf("en-US", ".properties")) {
      const keys = (/** @type {string} */ name) =>
        Array.from(read("locales", name, file).matchAll(/^([\w-]+)=\S/gm), ([, key]) => key);
      assert.deepEqual(keys(language), keys("en-US"), file);
    }
  });

  test(`${language}: no message is empty, and an access key is a letter of its label`, () => {
    for (const file of filesOf(language, ".ftl")) {
      for (const entry of /** @type {any[]} */ (new FluentParser().parse(read("locales", language, file)).body)) {
        if (entry.type !== "Message") {
          continue;
        }
        const text = (/** @type {any} */ pattern) =>
          (pattern?.elements ?? []).map((/** @type {any} */ each) => each.value ?? "{}").join("");
        const attribute = (/** @type {string} */ name) =>
          text(entry.attributes.find((/** @type {any} */ { id }) => id.name === name)?.value);
        for (const pattern of [entry.value, ...entry.attributes.map((/** @type {any} */ { value }) => value)]) {
          assert.ok(!pattern || text(pattern).trim(), entry.id.name);
        }
        const key = attribute("accesskey");
        if (key) {
          assert.equal([...key].length, 1, entry.id.name);
          const label = attribute("label") || text(entry.value);
          const among = label.toLocaleLowerCase(language).includes(key.toLocaleLowerCase(language));
          assert.ok(among || WITHOUT_LETTERS.includes(language), `${entry.id.name}: ${key} in ${label}`);
        }
      }
    }
  });
}

/** @param {RegExp} pattern Of names. @returns {{name: string, text: string}[]} */
function sources(pattern) {
  return readdirSync(path.join(PROJECT, "xul-ui"), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, text: read("xul-ui", name) }));
}

const SAID = "textContent|innerText|title|label|placeholder|alt|ariaLabel|tooltipText";

test("no markup holds text", () => {
  const pages = sources(/\.xhtml$/);
  assert.ok(pages.length >= 3);
  for (const { name, text } of pages) {
    const markup = text.replace(/<!--[^]*?-->/g, "").replace(/<[?!][^>]*>/g, "");
    const between = Array.from(markup.matchAll(/>([^<]+)</g), ([, each]) => each.trim()).filter(Boolean);
    assert.deepEqual(between, [], name);
    const said = /\s(title|label|alt|placeholder|aria-label|tooltiptext|accesskey)="[^"]+"/g;
    assert.deepEqual(markup.match(said) ?? [], [], name);
  }
});

test("no script says a text of its own", () => {
  const scripts = sources(/\.m?js$/);
  assert.ok(scripts.length > 20);
  const assigned = new RegExp(`\\.(${SAID})\\s*=\\s*["'\`](?=[^"'\`]*\\p{L}{2})[^"'\`$]*["'\`]`, "gu");
  const attribute = new RegExp(
    `setAttribute\\(\\s*"(label|title|alt|placeholder|aria-label|tooltiptext|accesskey)",\\s*["'\`][^"'\`$]`, "g");
  for (const { name, text } of scripts) {
    assert.deepEqual(text.match(assigned) ?? [], [], name);
    assert.deepEqual(text.match(attribute) ?? [], [], name);
  }
});
