/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What has been done to the host, and how it is undone: in reverse order, each step for itself, so
// that one that fails does not keep the others from being undone.

export class Undo {
  /** @type {(() => void)[]} */
  #steps = [];

  /**
   * Remembers how something that has just been done is undone.
   * @param {() => void} step
   */
  add(step) {
    this.#steps.push(step);
  }

  /**
   * Adds an event listener that is removed again.
   * @param {EventTarget} target
   * @param {string} type
   * @param {(event: any) => void} listener
   * @param {boolean | AddEventListenerOptions} [options]
   */
  listen(target, type, listener, options) {
    target.addEventListener(type, listener, options);
    this.add(() => target.removeEventListener(type, listener, options));
  }

  /** Undoes everything; afterwards there is nothing left to undo. */
  all() {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        step();
      } catch (error) {
        console.error("Signet: a change to the host could not be undone.", error);
      }
    }
  }
}
