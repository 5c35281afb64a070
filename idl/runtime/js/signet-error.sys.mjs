// SignetError: what a call to the module fails with.

/**
 * @typedef {import("./reasons.sys.mjs").Reason} Reason
 */

/** An error that carries a reason of the catalogue: words and remedy are in Fluent. */
export class SignetError extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason.diagnostic ? `${reason.code}: ${reason.diagnostic}` : reason.code);
    this.name = "SignetError";
    /** @type {Reason} */
    this.reason = reason;
  }
}

/**
 * @param {import("./reasons.sys.mjs").ReasonCode} code
 * @param {string | null} diagnostic
 * @returns {SignetError} With a reason that script itself has found.
 */
export function errorOf(code, diagnostic) {
  return new SignetError({
    code,
    severity: "error",
    texts: {},
    dates: {},
    where: null,
    certificate: null,
    diagnostic,
  });
}
