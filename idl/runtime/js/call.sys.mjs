// A call, as the proxies make it and as the worker carries it out.

import { SignetError, errorOf } from "./signet-error.sys.mjs";
import { Place } from "./types.sys.mjs";

/**
 * @typedef {import("./types.sys.mjs").Member} Member
 * @typedef {import("./types.sys.mjs").Type<any>} AnyType
 */

/**
 * One operation of an interface; generated.
 * @typedef {object} Operation
 * @property {string} interface
 * @property {string} name
 * @property {Member[]} arguments
 * @property {AnyType} result
 */

/**
 * A call on its way to the worker: checked, and ready for structured cloning.
 * @typedef {object} CallRequest
 * @property {string} interface
 * @property {string} operation
 * @property {Record<string, unknown>} arguments - As JSON has them: a byte buffer is its number.
 * @property {ArrayBuffer[]} buffers
 */

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] - Ends the call early: it fails with the reason `cancelled`.
 * @property {boolean} [transfer] - Gives the byte buffers of the arguments away instead of copying
 *   them to the worker; afterwards they are empty here.
 * @property {boolean} [patient] - A person may be asked meanwhile: the call may take as long as they do.
 */

/**
 * Transport: what takes a call to the module and its value back. A proxy is made with one.
 * @typedef {object} Transport
 * @property {(request: CallRequest, options: CallOptions) => Promise<unknown>} call - Fulfilled with
 *   the decoded value, or rejected with a SignetError.
 */

/**
 * Checks the arguments of a call and makes it.
 *
 * @param {Transport} transport
 * @param {Operation} operation
 * @param {unknown[]} values - The arguments in the order of the IDL.
 * @param {CallOptions} [options]
 * @returns {Promise<any>} Rejected with a SignetError; its code is "invalid-request" if an argument
 *   is not as the IDL has it.
 */
export async function call(transport, operation, values, options = {}) {
  return transport.call(encodeCall(operation, values), options);
}

/**
 * @param {Operation} operation
 * @param {unknown[]} values
 * @returns {CallRequest}
 */
export function encodeCall(operation, values) {
  const place = new Place(operation.name);
  /** @type {Record<string, unknown>} */
  const json = {};
  operation.arguments.forEach(({ name, type, required }, index) => {
    place.at(name, () => {
      if (values[index] !== undefined) {
        json[name] = type.encode(values[index], place);
      } else if (required) {
        place.fail("is missing");
      }
    });
  });
  return {
    interface: operation.interface,
    operation: operation.name,
    arguments: json,
    buffers: place.buffers,
  };
}

/**
 * What crosses the C ABI: JSON text and the byte buffers that it mentions by number.
 * @typedef {{json: string, buffers: ArrayBuffer[]}} Message
 */

/**
 * Carries out a call where the module is loaded. Runs in the worker.
 *
 * @param {Record<string, Record<string, Operation>>} interfaces - From interfaces.sys.mjs.
 * @param {CallRequest} request
 * @param {number} callId - By which the call can be cancelled; not used twice.
 * @param {(message: Message) => Message} callModule - signet_call().
 * @returns {{value: unknown, buffers: ArrayBuffer[]}} The decoded value, and the byte buffers in it,
 *   for a transfer list. Throws a SignetError.
 */
export function carryOut(interfaces, request, callId, callModule) {
  const operation = ownMember(ownMember(interfaces, request.interface), request.operation);
  if (!operation) {
    throw errorOf("invalid-request",
      `${request.interface}.${request.operation}: there is no such operation`);
  }
  const { interface: name, operation: what, arguments: values } = request;
  const answer = callModule({
    json: JSON.stringify({ interface: name, operation: what, arguments: values, callId }),
    buffers: request.buffers,
  });
  return decodeAnswer(operation, answer);
}

/**
 * @param {Operation} operation
 * @param {Message} answer
 * @returns {{value: unknown, buffers: ArrayBuffer[]}}
 */
function decodeAnswer(operation, { json, buffers }) {
  const answer = JSON.parse(json);
  if (answer.error) {
    throw new SignetError(answer.error);
  }
  const place = new Place(`${operation.name}()`, buffers);
  const value = operation.result.decode(answer.value, place);
  place.finish();
  return { value, buffers };
}

/**
 * @template T
 * @param {Record<string, T> | undefined} object
 * @param {string} name
 * @returns {T | undefined} Nothing for a name that the object only inherits.
 */
function ownMember(object, name) {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}
