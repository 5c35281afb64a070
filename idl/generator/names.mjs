/**
 * Names: how an IDL name is spelled in C++ and in file names.
 */

/** Words that C++ keeps for itself and that an IDL author might want as a member. */
const CPP_KEYWORDS = new Set(
  ("alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t " +
    "char32_t class compl concept const consteval constexpr constinit const_cast continue co_await " +
    "co_return co_yield decltype default delete do double dynamic_cast else enum explicit export " +
    "extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq " +
    "nullptr operator or or_eq private protected public register reinterpret_cast requires return " +
    "short signed sizeof static static_assert static_cast struct switch template this thread_local " +
    "throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while " +
    "xor xor_eq").split(" "),
);

/** Names that the C++ and JavaScript around the generated code have for things of their own. */
export const TAKEN = new Set(("Answer Buffer Bytes ByteView CallContext CallOptions CancelFlag Implementations " +
  "Json ObjectReader ObjectWriter Operation Path Place Reader Result SignetError Time Transport Type " +
  "Writer").split(" "));

/**
 * The words of a camelCase, PascalCase, kebab-case or snake_case name, in lower case.
 *
 * @param {string} name
 * @returns {string[]}
 */
export function words(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/**
 * @param {string} name
 * @returns {string} "notBefore" → "not_before"
 */
export function snakeCase(name) {
  return words(name).join("_");
}

/**
 * @param {string} name
 * @returns {string} "not-for-email" → "NotForEmail"
 */
export function pascalCase(name) {
  return words(name)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join("");
}

/**
 * @param {string} name
 * @returns {string} The member or parameter name; a C++ keyword gets a trailing underscore.
 */
export function memberName(name) {
  const snake = snakeCase(name);
  return CPP_KEYWORDS.has(snake) ? `${snake}_` : snake;
}

/**
 * @param {string} value - An enum value of the IDL.
 * @returns {string} "not-for-email" → "kNotForEmail"
 */
export function enumeratorName(value) {
  return `k${pascalCase(value)}`;
}
