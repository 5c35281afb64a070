/**
 * C++ of an interface: an abstract class, and the function that calls it with arguments from JSON.
 */
import { cppComment, cppString } from "./text.mjs";
import { argumentType, cppType, initializer, mayBeAbsent, parameterType } from "./types.mjs";

/**
 * @typedef {import("../constructs/interface.mjs").Interface} Interface
 * @typedef {import("../constructs/interface.mjs").Operation} Operation
 */

/**
 * @param {Interface} definition
 * @returns {string}
 */
export function interfaceDeclaration(definition) {
  const { name } = definition;
  const operations = definition.operations
    .map((operation) => {
      const parameters = [
        ...operation.arguments.map((argument) => `${parameterType(argument)} ${argument.cppName}`),
        "const CallContext& context",
      ];
      const result = cppType(operation.result, "idl::");
      const head = `  [[nodiscard]] virtual Result<${result}> ${operation.cppName}(`;
      return `\n${cppComment(operation.comment, "  ")}${head}\n      ${
        parameters.join(",\n      ")}) = 0;\n`;
    })
    .join("");
  return `${cppComment(definition.comment)}class ${name} {
 public:
  ${name}() = default;
  ${name}(const ${name}&) = delete;
  ${name}& operator=(const ${name}&) = delete;
  ${name}(${name}&&) = delete;
  ${name}& operator=(${name}&&) = delete;
  virtual ~${name}() = default;
${operations}};
`;
}

/**
 * @param {Interface} definition
 * @returns {string}
 */
export function callDeclaration({ name }) {
  return `// Call carries out one operation of ${name}: reads its arguments, calls it, and writes the
// answer. \`buffers\` are the octets that the arguments mention by number.
[[nodiscard]] Result<Answer> Call(${name}& target, std::string_view operation,
                                  const Json& arguments, std::span<const ByteView> buffers,
                                  const CallContext& context);
`;
}

/**
 * @param {Interface} definition
 * @returns {string}
 */
export function callDefinition(definition) {
  const { name, operations } = definition;
  return `namespace {

${operations.map((operation) => operationCall(definition, operation)).join("\n")}
}  // namespace

Result<Answer> Call(${name}& target, std::string_view operation, const Json& arguments,
                    std::span<const ByteView> buffers, const CallContext& context) {
${operations
    .map((operation) => `  if (operation == ${cppString(operation.name)}) {
    return ${functionName(definition, operation)}(target, arguments, buffers, context);
  }
`)
    .join("")}  return UnknownOperation(${cppString(name)}, operation);
}
`;
}

/**
 * @param {Interface} definition
 * @param {Operation} operation
 * @returns {string}
 */
function functionName(definition, operation) {
  return `Call${definition.name}${operation.cppName}`;
}

/**
 * @param {Interface} definition
 * @param {Operation} operation
 * @returns {string}
 */
function operationCall(definition, operation) {
  const declarations = operation.arguments
    .map((argument) => {
      const begin = initializer(argument) || "{}";
      return `  ${argumentType(argument)} ${argument.cppName}${begin};\n`;
    })
    .join("");
  const reading = operation.arguments
    .map((argument) => {
      const how = mayBeAbsent(argument) ? "Optional" : argument.optional ? "Defaulted" : "Required";
      return `  object.${how}(${cppString(argument.name)}, ${argument.cppName});\n`;
    })
    .join("");
  const passed = [...operation.arguments.map(({ cppName }) => cppName), "context"].join(", ");
  return `Result<Answer> ${functionName(definition, operation)}(
    ${definition.name}& target, const Json& arguments, std::span<const ByteView> buffers,
    const CallContext& context) {
  Reader reader(${cppString(operation.name)}, buffers);
  ObjectReader object(arguments, reader);
${declarations}${reading}  object.Finish();
  SIGNET_TRY(reader.Finish());
  return MakeAnswer(${cppString(operation.name)}, target.${operation.cppName}(${passed}));
}
`;
}
