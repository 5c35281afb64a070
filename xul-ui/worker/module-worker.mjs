/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A worker that has the native module loaded. The first message says in which role:
//
//   { role: "control", library, options }  opens the module; afterwards takes { cancel: callId } and
//                                           { close: true }, at any time, because it makes no calls
//   { role: "calls", library, version, module }  carries out the calls that a Channel sends
//
// The answer to it is { ready: true, module } or { failed: Reason | null, details }.

import { interfaces } from "../generated/js/interfaces.sys.mjs";
import { serve } from "../generated/js/channel.sys.mjs";
import { NativeModule } from "./native-module.mjs";

/** @typedef {import("../generated/js/session.sys.mjs").OpenOptions} OpenOptions */

self.onmessage = ({ data }) => {
  try {
    const module = data.role === "control" ? control(data) : calls(data);
    self.postMessage({ ready: true, module });
  } catch (error) {
    const { reason = null, message = String(error) } = /** @type {any} */ (error);
    self.postMessage({ failed: reason, details: message });
  }
};

/** @param {{library: string, options: OpenOptions}} order @returns {number} */
function control({ library, options }) {
  const native = new NativeModule(library, options.version);
  const handle = native.open(options);
  self.onmessage = ({ data }) => {
    if (data.close) {
      native.close();
      self.postMessage({ closed: true });
      self.onmessage = null;
    } else {
      native.cancel(data.cancel);
    }
  };
  return handle;
}

/** @param {{library: string, version: string, module: number}} order @returns {number} */
function calls({ library, version, module }) {
  const native = new NativeModule(library, version);
  serve(/** @type {any} */ (self), interfaces, (message) => native.call(message));
  return native.adopt(module);
}
