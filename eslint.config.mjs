// One configuration for all script: the add-on (inside Thunderbird), the IDL compiler, tests and
// tools (in Node.js).
// @ts-ignore: it brings no types
import js from "@eslint/js";

/** @param {string[]} names */
const known = (...names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

const everywhere = known(
  "AbortController", "AbortSignal", "Blob", "Buffer", "TextDecoder", "TextEncoder", "URL", "URLSearchParams",
  "clearTimeout", "console", "performance", "queueMicrotask", "setInterval", "clearInterval",
  "setTimeout", "structuredClone", "btoa", "atob", "crypto",
);
const node = known("process");
const page = known(
  "CustomEvent", "DOMParser", "DOMRect", "Document", "Element", "Event", "EventTarget", "HTMLElement", "KeyboardEvent",
  "MouseEvent", "MutationObserver", "Node", "OffscreenCanvas", "ResizeObserver", "Window",
  "customElements", "document", "requestAnimationFrame", "window",
);
const gecko = known(
  "BrowsingContext", "Cc", "Ci", "ChromeUtils", "ChromeWorker", "Components", "Cr", "Cu", "ExtensionAPI",
  "ExtensionCommon", "IOUtils", "L10nFileSource", "L10nRegistry", "Localization", "PathUtils",
  "Services", "WebExtensionPolicy", "Worker", "ctypes", "postMessage", "self", "onmessage",
  "importScripts",
);

export default [
  { ignores: ["build/", "node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: everywhere },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "error",
      curly: "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-constructor-return": "error",
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-useless-rename": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["idl/**", "tests/**", "tools/**", "*.mjs"], languageOptions: { globals: node } },
  // Journeys pass functions to the host, so their files are of both worlds.
  {
    files: ["xul-ui/**", "tests/e2e/**", "tests/unit/xul-ui/**", "tests/bench/**"],
    languageOptions: { globals: { ...page, ...gecko } },
  },
  // Scripts that the host loads the old way have no modules.
  { files: ["xul-ui/**/*.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["xul-ui/**"],
    rules: {
      "max-lines": ["error", { max: 400 }],
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map(
        (property) => ({ property, message: "What a sender wrote is text, never markup." }),
      )],
    },
  },
];
