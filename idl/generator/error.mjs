/**
 * What the generator refuses: one kind of error, which always says where.
 */
export class IdlError extends Error {
  /**
   * @param {string} file - Name of the file as it was given.
   * @param {number} line - Line in it, counted from 1.
   * @param {string} reason - What is wrong there.
   */
  constructor(file, line, reason) {
    super(`${file}:${line}: ${reason}`);
    this.name = "IdlError";
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
