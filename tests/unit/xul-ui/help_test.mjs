// The help pages: every way into them leads somewhere, and what they quote is what the windows say.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { reasonCodes } from "../../../idl/generator/words/catalogue.mjs";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const LOCALES = path.join(PROJECT, "locales");
const read = (/** @type {string[]} */ ...parts) => readFileSync(path.join(PROJECT, ...parts), "utf8");

const codes = reasonCodes({ name: "reasons.webidl", text: read("idl", "reasons.webidl") });

/** The files of script and pages. @returns {{name: string, text: string}[]} */
function sources() {
  return readdirSync(path.join(PROJECT, "xul-ui"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(mjs|js|xhtml)$/.test(name))
    .map((name) => ({ name, text: read("xul-ui", name) }));
}

/** Every value of an attribute in a page. @param {string} text @param {string} name */
const valuesOf = (text, name) =>
  Array.from(text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g")), ([, value]) => value);

/** @param {string} language @returns {FluentBundle} */
function bundleOf(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const name of readdirSync(path.join(LOCALES, language)).filter((each) => each.endsWith(".ftl"))) {
    assert.deepEqual(bundle.addResource(new FluentResource(read("locales", language, name))), []);
  }
  return bundle;
}

/** @param {FluentBundle} bundle @param {string} word "id" or "id.attribute" */
function wordOf(bundle, word) {
  const [id, attribute] = word.split(".");
  const message = bundle.getMessage(id);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  assert.ok(pattern, `there is no message ${word}`);
  return bundle.formatPattern(pattern);
}

/** As XHTML shows it. @param {string} text */
const shown = (text) =>
  text
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();

const pages = readdirSync(LOCALES)
  .filter((language) => existsSync(path.join(LOCALES, language, "help.xhtml")))
  .map((language) => ({ language, text: read("locales", language, "help.xhtml") }));
const english = pages.find(({ language }) => language === "en-US")?.text ?? "";

test("there is help in English, with the name of each of its languages in the page", () => {
  assert.ok(english);
  for (const { language, text } of pages) {
    assert.match(text, new RegExp(`<html [^>]*lang="${language}"`));
  }
});

for (const { language, text } of pages) {
  const ids = valuesOf(text, "id");

  test(`${language}: each reason has its place, and no place is without its reason`, () => {
    const places = ids.filter((id) => id.startsWith("reason-"));
    assert.deepEqual(places.sort(), codes.map((code) => `reason-${code}`).sort());
  });

  test(`${language}: every id is there once, and the same ones as in English`, () => {
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual([...ids].sort(), valuesOf(english, "id").sort());
  });

  test(`${language}: every link leads to a place in the page, nothing to the network`, () => {
    const links = valuesOf(text, "href");
    const inside = links.filter((link) => link.startsWith("#"));
    assert.ok(inside.length > 20);
    assert.deepEqual(inside.filter((link) => !ids.includes(link.slice(1))), []);
    const others = [...links.filter((link) => !link.startsWith("#")), ...valuesOf(text, "src")];
    assert.deepEqual(others.filter((link) => !link.startsWith("chrome://")), []);
  });

  test(`${language}: what it quotes is what the windows say`, () => {
    const bundle = bundleOf(language);
    const quotes = [...text.matchAll(/<b class="ui" data-word="([^"]+)">([^<]*)<\/b>/g)];
    assert.ok(quotes.length > 20);
    assert.equal(quotes.length, text.match(/class="ui"/g)?.length);
    for (const [, word, quoted] of quotes) {
      assert.equal(shown(quoted), wordOf(bundle, word), word);
    }
  });

  test(`${language}: it shows the icons of the header, each with its name`, () => {
    for (const icon of ["pen", "broken-pen", "question-pen", "clock-pen", "key", "broken-key"]) {
      assert.match(text, new RegExp(`<img [^>]*data-icon="${icon}" src="[^"]*/${icon}\\.svg" alt="[^"]+"`));
    }
  });

  test(`${language}: no heading leaves out a level`, () => {
    let last = 0;
    for (const [, level] of text.matchAll(/<h([1-6])\b/g)) {
      assert.ok(Number(level) <= last + 1, `h${level} after h${last}`);
      last = Number(level);
    }
  });
}

test("every window leads to a place in the help", () => {
  const ids = new Set(valuesOf(english, "id"));
  const places = sources().flatMap(({ text }) => [
    ...Array.from(text.matchAll(/offerHelp\("([^"]+)"\)/g), ([, place]) => place),
    ...valuesOf(text, "data-help"),
  ]);
  assert.ok(places.length >= 4);
  assert.deepEqual(places.filter((place) => !ids.has(place)), []);
});

test("every window has a Help button and F1", () => {
  const windows = sources().filter(({ name }) => /^panels\/.*\.xhtml$/.test(name));
  assert.ok(windows.length >= 3);
  for (const { name, text } of windows) {
    assert.match(text, /<button [^>]*class="help"/, name);
    const [script] = valuesOf(text, "src").filter((address) => address.endsWith(".mjs"));
    const source = script.replace("chrome://signet/content/", "");
    assert.match(read("xul-ui", source), /offerHelp\("/, source);
  }
});

test("the glossary has every technical word that a window uses", () => {
  /** What people outside of the field do not know → its place in the glossary. */
  const technical = {
    "administrator": "administrator", "authority": "authority", "Back Up": "backup", "backup": "backup",
    "Bcc": "bcc", "card": "card", "certificate": "certificate", "CRL": "crl", "decrypt": "decrypt",
    "distrusted": "distrusted", "Ed25519": "key-kind", "Elliptic curve": "key-kind", "encrypt": "encrypt",
    "fingerprint": "fingerprint", "header": "header", "Identity": "identity", "issuer": "issuer",
    "method": "method", "OCSP": "ocsp", "OpenPGP": "openpgp", "Organisation": "organisation",
    "password": "password", "PIN": "password", "PKCS": "pkcs12", "private key": "private-key",
    "profile": "profile", "public key": "public-key", "recipient": "recipient", "Request…": "certificate-request",
    "responder": "responder", "revoked": "revoked", "RSA": "key-kind", "S/MIME": "smime",
    "serial number": "serial", "SHA-1": "digest", "SHA-256": "digest", "signer": "signer",
    "signature": "signature", "trusted": "trust", "valid": "valid", "vouch": "authority",
  };
  const terms = new Set(valuesOf(english, "id").filter((id) => id.startsWith("term-")));
  const said = readdirSync(path.join(LOCALES, "en-US"))
    .filter((name) => name.endsWith(".ftl"))
    .map((name) => read("locales", "en-US", name).replace(/^#.*$/gm, ""))
    .join("\n");
  const used = Object.entries(technical).filter(([word]) => said.includes(word));
  assert.ok(used.length > 25);
  assert.deepEqual(used.filter(([, term]) => !terms.has(`term-${term}`)), []);
  // Abbreviations that nobody has put into the table are caught here.
  const abbreviations = new Set(said.match(/\b[A-Z]{3,}(?:[-/]\w+)?\b/g));
  const known = new Set([...Object.keys(technical), "AES-256", "AES-GCM", "DATETIME", "MIME"]);
  assert.deepEqual([...abbreviations].filter((each) => !known.has(each)), []);
});
