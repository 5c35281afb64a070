// Names of algorithms, joined in the person's language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { algorithmInWords } from "../../../xul-ui/panels/algorithm-names.mjs";

/** @param {string} language */
function sayIn(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const file = new URL(`../../../locales/${language}/help.ftl`, import.meta.url);
  bundle.addResource(new FluentResource(readFileSync(file, "utf8")));
  return async (/** @type {import("../../../xul-ui/panels/algorithm-names.mjs").Message} */ { id, args }) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, args) : null;
  };
}

const LONG = "RSA-OAEP with SHA-256 and MGF1 with SHA-1";

test("in English they are as the module says them", async () => {
  for (const name of ["", "AES-256-GCM", "SHA-1", "RSA 2048 bits", "ECDSA with SHA-256", LONG]) {
    assert.equal(await algorithmInWords(sayIn("en-US"), name), name);
  }
});

test("in German nothing English is left between the names", async () => {
  const say = sayIn("de");
  assert.equal(await algorithmInWords(say, "RSA 1024 bits"), "RSA, 1024 Bit");
  assert.equal(await algorithmInWords(say, LONG), "RSA-OAEP mit SHA-256 und MGF1 mit SHA-1");
});

test("without words they are as the module says them", async () => {
  assert.equal(await algorithmInWords(async () => null, LONG), LONG);
});
