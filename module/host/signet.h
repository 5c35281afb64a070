/*
 * signet.h - the C ABI of libsignet.so: how script and other programs reach the module.
 *
 * Seven functions. What the module can do is not among them: it is the contract of idl/ (see
 * idl/README.md), and every operation of it goes through signet_call() as JSON with byte buffers
 * beside it. Proxies for JavaScript are generated; nobody writes this JSON by hand.
 *
 * A program's way through it:
 *
 *   signet_handle module = 0;
 *   signet_handle response = signet_open(options, options_size, &module);
 *   ... signet_read(response, &answer): {"value":null}, or {"error":Reason} and module stays 0
 *   signet_release(response);
 *
 *   response = signet_call(module, request, request_size, buffers, buffer_count);
 *   ... signet_read(response, &answer): {"value":...} or {"error":Reason}
 *   signet_release(response);
 *
 *   signet_close(module);
 *
 * Threads: every function may be called from any thread at any time, also several calls of one
 * module at once. A call runs on the thread that makes it. The one thing a caller has to order is
 * that it reads no response while it releases it.
 *
 * Handles: small integers (below 2^53, exact in a JavaScript number; 0 is none) that carry a
 * generation. A handle that was released, closed or made up is an error answer or no effect,
 * never a crash.
 *
 * Memory: what a caller passes stays the caller's and is read only during the call. What
 * signet_read() gives belongs to the response and is valid until its signet_release().
 *
 * Failure: no exception, abort or longjmp leaves a function. All failures are answers that carry
 * the IDL's dictionary Reason, also when memory is exhausted.
 *
 * Text is UTF-8, given with its length and not ended by a zero octet, except signet_version().
 */
#ifndef SIGNET_HOST_SIGNET_H_
#define SIGNET_HOST_SIGNET_H_

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define SIGNET_EXPORT __attribute__((visibility("default")))
#else
#define SIGNET_EXPORT
#endif

#ifdef __cplusplus
extern "C" {
#define SIGNET_NOEXCEPT noexcept
#else
#define SIGNET_NOEXCEPT
#endif

/* The number of this ABI. It grows when a function changes its meaning or goes; new functions do
 * not change it. */
#define SIGNET_ABI 1

/* NOLINTBEGIN(modernize-use-using): this header is C. */

/* A module or a response. */
typedef uint64_t signet_handle;

/* Octets that belong to somebody else. `data` may be null if `size` is 0. */
typedef struct signet_bytes {
  const uint8_t* data;
  size_t size;
} signet_bytes;

/* What a response holds. */
typedef struct signet_answer {
  /* {"value": ...}, as the IDL has it, or {"error": ...}, a dictionary Reason. */
  signet_bytes json;
  /* The byte buffers that the JSON mentions by number. */
  const signet_bytes* buffers;
  size_t buffer_count;
} signet_answer;

/* NOLINTEND(modernize-use-using) */

/*
 * signet_version says what this library is, as JSON: {"version": "0.1.0", "abi": 1, "contract":
 * "<SHA-256 in hexadecimal>", "nss": "3.87.1"}. Needs no open module. The text is ended by a zero
 * octet and valid as long as the library is loaded.
 */
SIGNET_EXPORT const char* signet_version(void) SIGNET_NOEXCEPT;

/*
 * signet_open starts the module and stores its handle, which signet_close() ends. `options` is
 * JSON, the IDL's dictionary OpenOptions: "contract"  CONTRACT_HASH of the caller's proxies. If it
 * is not the module's, the answer is the reason `version-mismatch`, and the diagnostic names both
 * sides. "version"   version of the caller, for that message "profile"   folder of an NSS database
 * to open ("writable": true if it may be changed); null to join the NSS that this process has
 * running already, as inside Thunderbird Several modules may be open; those on the same NSS share
 * it.
 */
SIGNET_EXPORT signet_handle signet_open(const char* options, size_t options_size,
                                        signet_handle* module) SIGNET_NOEXCEPT;

/*
 * signet_call carries out one operation and returns when it is done. `request` is JSON:
 *   "interface"  for example "MessageSecurity"
 *   "operation"  for example "judge"
 *   "arguments"  object with the arguments by name; an ArrayBuffer is the number of a byte buffer
 *   "callId"     optional: a number from 1 to 2^53 - 1, by which signet_cancel() knows the call
 * Every byte buffer is mentioned exactly once. Limits: kCallJsonOctets, kCallDepth and kCallBuffers
 * of module/base/limits.h.
 */
SIGNET_EXPORT signet_handle signet_call(signet_handle module, const char* request,
                                        size_t request_size, const signet_bytes* buffers,
                                        size_t buffer_count) SIGNET_NOEXCEPT;

/*
 * signet_cancel asks the call with this number to end early; its answer is then the reason
 * `cancelled`, unless it was done already. A call that has not arrived yet is cancelled when it
 * does, as long as not too many such numbers are waiting. Returns at once.
 */
SIGNET_EXPORT void signet_cancel(signet_handle module, uint64_t call_id) SIGNET_NOEXCEPT;

/*
 * signet_read looks into a response. Returns 1; or 0, with an empty answer, for a handle that is
 * not a response.
 */
SIGNET_EXPORT int signet_read(signet_handle response, signet_answer* answer) SIGNET_NOEXCEPT;

/* signet_release ends a response and frees what signet_read() gave. */
SIGNET_EXPORT void signet_release(signet_handle response) SIGNET_NOEXCEPT;

/*
 * signet_close ends a module: cancels its calls, waits for them, and lets go of NSS. Responses stay
 * readable. After the last module is closed, the last response released and every function has
 * returned, the library may be unloaded.
 */
SIGNET_EXPORT void signet_close(signet_handle module) SIGNET_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* SIGNET_HOST_SIGNET_H_ */
