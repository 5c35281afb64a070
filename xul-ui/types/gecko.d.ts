/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the host's scripts find in their global scope, as far as Signet and its tests use it. The
// host's own services and interfaces are `any`: their types are not ours to write down, and what we
// rely on is looked for at run time (host/self-check.sys.mjs).

declare const Cc: any;
declare const Ci: any;
declare const Cr: any;
declare const Cu: any;
declare const Services: any;
declare const WebExtensionPolicy: any;

declare class Localization {
  constructor(files: string[]);
  formatValue(id: string, values?: Record<string, any>): Promise<string | null>;
  formatMessages(messages: { id: string; args?: Record<string, any> }[]): Promise<
    ({ value: string | null; attributes: { name: string; value: string }[] | null } | null)[]
  >;
}

declare const BrowsingContext: any;

declare const Components: {
  Exception(message: string, result: number): Error;
  isSuccessCode(result: number): boolean;
  manager: any;
};

declare const ChromeUtils: {
  importESModule(address: string): any;
  defineESModuleGetters(target: object, modules: Record<string, string>): void;
  generateQI(interfaces: string[]): (iid: any) => any;
};

declare const IOUtils: {
  stat(path: string): Promise<{ size: number }>;
  read(path: string, options?: { maxBytes?: number }): Promise<Uint8Array<ArrayBuffer>>;
  readUTF8(path: string): Promise<string>;
  write(path: string, data: Uint8Array, options?: { tmpPath?: string }): Promise<number>;
  makeDirectory(path: string, options?: { permissions?: number }): Promise<void>;
  remove(path: string, options?: { recursive?: boolean; ignoreAbsent?: boolean }): Promise<void>;
  getChildren(path: string): Promise<string[]>;
  exists(path: string): Promise<boolean>;
  computeHexDigest(path: string, algorithm: "sha256"): Promise<string>;
};

declare const PathUtils: {
  profileDir: string;
  join(...parts: string[]): string;
  filename(path: string): string;
};

declare const L10nRegistry: {
  getInstance(): {
    hasSource(name: string): boolean;
    registerSources(sources: L10nFileSource[]): void;
    removeSources(names: string[]): void;
  };
};

declare class L10nFileSource {
  constructor(name: string, kind: string, languages: string[], path: string);
}

/** The global scope of an Experiment's parent script: the API is found there under its name. */
declare var signet: any;

declare const ExtensionCommon: {
  ExtensionAPI: new (extension: any) => {
    extension: { id: string; version: string; rootURI: nsIURI };
  };
};

declare class ChromeWorker extends EventTarget {
  constructor(address: string, options?: { type: "module" });
  onmessage: ((event: { data: any }) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: any, transfer?: any[]): void;
  terminate(): void;
}

/** js-ctypes, in a ChromeWorker. */
declare const ctypes: any;

interface nsIURI {
  spec: string;
  [member: string]: any;
}

interface nsIRequest {
  cancel(status: number): void;
  [member: string]: any;
}

interface nsIInputStream {
  available(): number;
}

interface Window {
  browsingContext: any;
  windowUtils: any;
  /** What openDialog() of the opener was given. */
  arguments: any[];
  openDialog(address: string, name: string, features: string, ...values: any[]): Window;
}

interface Document {
  /** The host's tab container, a custom element with members of its own. */
  getElementById(id: "tabmail"): any;
  l10n: {
    formatValues(messages: { id: string; args?: Record<string, any> }[]): Promise<string[]>;
    formatMessages(messages: { id: string; args?: Record<string, any> }[]): Promise<
      ({ value: string | null; attributes: { name: string; value: string }[] | null } | null)[]
    >;
    setAttributes(element: Element, id: string, args?: Record<string, any>): void;
    translateElements(elements: Element[]): Promise<void>;
  };
  createXULElement(name: string, options?: { is: string }): Element;
}

interface Uint8Array {
  toBase64(): string;
}

