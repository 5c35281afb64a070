/**
 * The C++ header and source of one IDL file: `idl/<name>.h` and `idl/<name>.cc`.
 */
import { snakeCase } from "../names.mjs";
import { enumerationDeclaration, enumerationDefinition } from "./enumeration.mjs";
import { NOTICE, includeGuard } from "./text.mjs";

/**
 * @typedef {import("../parse.mjs").IdlFile} IdlFile
 */

/**
 * @param {IdlFile} file
 * @returns {string} "message_security" for "message-security.webidl".
 */
export function stem(file) {
  return snakeCase(file.name.replace(/\.webidl$/, ""));
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
export function headerText(file) {
  const path = `idl/${stem(file)}.h`;
  const body = file.enumerations.map(enumerationDeclaration).join("\n");
  return `// ${NOTICE}
// From idl/${file.name}.
#ifndef ${includeGuard(path)}
#define ${includeGuard(path)}

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace signet::idl {

${body}
}  // namespace signet::idl

#endif  // ${includeGuard(path)}
`;
}

/**
 * @param {IdlFile} file
 * @returns {string}
 */
export function sourceText(file) {
  const body = file.enumerations.map(enumerationDefinition).join("\n");
  return `// ${NOTICE}
// From idl/${file.name}.
#include "idl/${stem(file)}.h"

namespace signet::idl {

${body}
}  // namespace signet::idl
`;
}
