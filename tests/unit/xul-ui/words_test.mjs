// Every word that the add-on asks for is there, and every reason can be said with what it carries.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** As it is packed: beside what is generated. */
const PACKED = path.join(process.env.SIGNET_BUILD ?? path.join(PROJECT, "build/release"), "xul-ui/xpi");
/** @type {typeof import("../../../xul-ui/panels/reasons.mjs")} */
const { reasonsInWords } = await import(
  pathToFileURL(path.join(PACKED, "content/panels/reasons.mjs")).href
);
const LANGUAGES = path.join(PROJECT, "locales");

/** @param {string} language */
function bundleOf(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of ["signet", "reasons", "message-security", "compose-security"]) {
    const text = readFileSync(path.join(LANGUAGES, language, `${file}.ftl`), "utf8");
    assert.deepEqual(bundle.addResource(new FluentResource(text)), []);
  }
  return bundle;
}

/** As the host's Localization formats. @param {FluentBundle} bundle */
function formatterOf(bundle) {
  return {
    /** @param {{id: string, args?: Record<string, any>}[]} messages */
    formatMessages: async (messages) =>
      messages.map(({ id, args }) => {
        const message = bundle.getMessage(id);
        assert.ok(message, `there is no message ${id}`);
        return {
          value: message.value ? bundle.formatPattern(message.value, args, []) : null,
          attributes: Object.entries(message.attributes).map(([name, pattern]) => ({
            name,
            value: bundle.formatPattern(pattern, args, []),
          })),
        };
      }),
  };
}

/** @returns {string[]} The text of each file of the add-on's script and pages. */
function sources() {
  const folder = path.join(PROJECT, "xul-ui");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(mjs|js|xhtml)$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}

for (const language of readdirSync(LANGUAGES)) {
  const bundle = bundleOf(language);

  test(`${language}: whatever the add-on asks for by a fixed name is there`, () => {
    const asked = sources().flatMap((text) => [
      ...text.matchAll(/["`']((?:message-security|compose-security|notice|header-icon)-[a-z-]*[a-z])["`']/g),
    ]);
    // Names of windows, folders and files look alike but are no messages.
    const ids = new Set(asked.map(([, id]) => id));
    for (const id of ids) {
      assert.ok(bundle.hasMessage(id), `${id} is missing`);
    }
    assert.ok(ids.size > 30);
  });

  test(`${language}: whatever the add-on asks for by a composed name is there`, () => {
    const composed = [
      ...["none", "valid", "invalid", "unknown", "expired-since"].map((name) => `message-security-signature-${name}`),
      ...["none", "decrypted", "failed"].map((name) => `message-security-encryption-${name}`),
      ...["first-time", "changed", "known"].map((name) => `message-security-history-${name}`),
      ...["pen", "broken-pen", "question-pen", "clock-pen", "key", "broken-key"].map((name) => `header-icon-${name}`),
      ...["button", "never", "required", "sign", "info"].map((name) => `compose-security-${name}`),
      ...["yes", "no", "not-possible"].map((name) => `compose-security-${name}`),
    ];
    assert.deepEqual(composed.filter((id) => !bundle.hasMessage(id)), []);
  });

  test(`${language}: a reason is said with its texts, dates and remedy`, async () => {
    const formatter = formatterOf(bundle);
    const [expired, nameless, revoked] = await reasonsInWords(formatter, [
      {
        code: "certificate-expired",
        severity: "error",
        texts: { subject: "Anna <b>Berger</b>", issuer: "Trust & Co" },
        dates: { notAfter: Date.UTC(2025, 4, 3, 12) },
        where: null,
        certificate: null,
        diagnostic: null,
      },
      {
        code: "weak-digest",
        severity: "error",
        texts: {},
        dates: {},
        where: null,
        certificate: null,
        diagnostic: null,
      },
      {
        code: "certificate-revoked",
        severity: "error",
        texts: { subject: "Ben", issuer: "Trust" },
        dates: {},
        where: null,
        certificate: null,
        diagnostic: null,
      },
    ]);
    assert.match(expired.sentence, /Anna <b>Berger<\/b>/);
    assert.match(expired.sentence, /2025/);
    assert.match(expired.remedy, /Trust & Co/);
    const [unnamed, undated] = await formatter.formatMessages([
      { id: "missing-algorithm" },
      { id: "missing-revokedAt" },
    ]);
    assert.ok(unnamed.value && nameless.sentence.includes(unnamed.value));
    assert.ok(undated.value && revoked.sentence.includes(undated.value));
    assert.doesNotMatch(revoked.sentence, /[{}]/);
  });
}

test("a sentence that two reasons share is said once", async () => {
  const formatter = formatterOf(bundleOf("en-US"));
  const altered = /** @type {any} */ ({ code: "altered", severity: "error", texts: {}, dates: {} });
  assert.equal((await reasonsInWords(formatter, [altered, altered])).length, 1);
});
