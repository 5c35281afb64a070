/**
 * C++ over all files: the dispatcher, `idl/dispatcher.h` and `.cc`, and the contract's hash,
 * `idl/contract.h`.
 */
import { memberName } from "../names.mjs";
import { cppString, fileText, headerText } from "./text.mjs";
import { stem } from "./header.mjs";

/**
 * @typedef {import("../parse.mjs").Model} Model
 */

const ORIGIN = "From all files of idl/.";

/**
 * @param {Model} model
 * @returns {Map<string, string>} Path below the output folder → content.
 */
export function dispatcherFiles(model) {
  return new Map([
    ["idl/dispatcher.h", headerText("idl/dispatcher.h", ORIGIN, header(model))],
    ["idl/dispatcher.cc", fileText(ORIGIN, source(model))],
  ]);
}

/**
 * @param {string} hash
 * @returns {Map<string, string>}
 */
export function contractFiles(hash) {
  return new Map([["idl/contract.h", headerText("idl/contract.h", ORIGIN, `#include <string_view>

namespace signet::idl {

// kContractHash is the SHA-256, in lower-case hexadecimal, of what the IDL says (not of its
// comments). Script and module compare theirs before the first call.
inline constexpr std::string_view kContractHash =
    ${cppString(hash)};

}  // namespace signet::idl
`)]]);
}

/**
 * @param {Model} model
 * @returns {{name: string, file: string}[]}
 */
function interfaces(model) {
  return model.files.flatMap((file) =>
    file.interfaces.map(({ name }) => ({ name, file: stem(file.name) })));
}

/**
 * @param {Model} model
 * @param {string} suffix
 * @returns {string}
 */
function includes(model, suffix) {
  return model.files
    .filter((file) => file.interfaces.length > 0)
    .map((file) => `#include "idl/${stem(file.name)}${suffix}.h"\n`)
    .sort()
    .join("");
}

/**
 * @param {Model} model
 * @returns {string}
 */
function header(model) {
  const members = interfaces(model)
    .map(({ name }) => `  ${name}* ${memberName(name)} = nullptr;\n`)
    .join("");
  return `#include <span>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "idl/answer.h"
#include "idl/call.h"
#include "idl/json.h"
${includes(model, "")}
namespace signet::idl {

// Implementations names who carries out each interface. None is owned, and each outlives every
// call; one that is null is an error to call.
struct Implementations {
${members}};

// Dispatch carries out one operation. Thread-safe as far as the implementations are.
[[nodiscard]] Result<Answer> Dispatch(const Implementations& implementations,
                                      std::string_view interface, std::string_view operation,
                                      const Json& arguments, std::span<const ByteView> buffers,
                                      const CallContext& context);

}  // namespace signet::idl
`;
}

/**
 * @param {Model} model
 * @returns {string}
 */
function source(model) {
  const cases = interfaces(model)
    .map(({ name }) => `  if (interface == ${cppString(name)}) {
    return CallIfProvided(implementations.${memberName(name)}, ${cppString(name)}, operation,
                          arguments, buffers, context);
  }
`)
    .join("");
  return `#include "idl/dispatcher.h"

${includes(model, "_json")}
namespace signet::idl {
namespace {

template <typename Interface>
Result<Answer> CallIfProvided(Interface* target, std::string_view name, std::string_view operation,
                              const Json& arguments, std::span<const ByteView> buffers,
                              const CallContext& context) {
  if (target == nullptr) {
    return MissingInterface(name);
  }
  return Call(*target, operation, arguments, buffers, context);
}

}  // namespace

Result<Answer> Dispatch(const Implementations& implementations, std::string_view interface,
                        std::string_view operation, const Json& arguments,
                        std::span<const ByteView> buffers, const CallContext& context) {
${cases}  return UnknownInterface(interface);
}

}  // namespace signet::idl
`;
}
