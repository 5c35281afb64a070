// Result and Reason: how every room says that something failed, or why a verdict is what it is.
//
// There is one kind of error in Signet. A Reason carries a stable code from the catalogue
// (idl/reasons.webidl), where it happened, and the variables of its Fluent message; the words are
// made from it only at the edge, by the window or the command line. No room throws across its
// border: what can fail returns Result<T>.
#ifndef SIGNET_BASE_RESULT_H_
#define SIGNET_BASE_RESULT_H_

#include <expected>
#include <map>
#include <string>
#include <utility>

#include "base/time.h"
#include "idl/reasons.h"

namespace signet {

using ReasonCode = idl::ReasonCode;

// Reason is one entry of the catalogue with what it speaks of. Value type.
struct Reason {
  ReasonCode code = ReasonCode::kInternal;
  // Variables of the Fluent message: names, addresses, algorithms, numbers as text.
  std::map<std::string, std::string> texts;
  // Variables of the Fluent message that are points in time; they are formatted by the locale.
  std::map<std::string, Time> dates;
  // Where it happened: "part 1.2", "signer 1", "byte 301". Empty: the whole.
  std::string where;
  // SHA-256 fingerprint in lower-case hexadecimal of the certificate it speaks of, or empty.
  std::string certificate;
  // For a bug report; not for parsing, never secret, not shown by default.
  std::string diagnostic;

  // The builders return the reason itself, so that one can be written in a single expression:
  //   return MakeReason(ReasonCode::kMalformed).At("signer 1").Because("signature is empty");
  Reason&& At(std::string place) &&;
  Reason&& Because(std::string detail) &&;
  Reason&& With(std::string name, std::string value) &&;
  Reason&& With(std::string name, Time value) &&;
  Reason&& About(std::string certificate_sha256) &&;

  // Converts to the failure of any Result.
  template <typename T>
  // NOLINTNEXTLINE(google-explicit-constructor): `return MakeReason(...)...;` reads as intended.
  operator std::expected<T, Reason>() && {
    return std::unexpected<Reason>(std::move(*this));
  }

  bool operator==(const Reason&) const = default;
};

template <typename T>
using Result = std::expected<T, Reason>;

// MakeReason starts a reason of this code.
[[nodiscard]] Reason MakeReason(ReasonCode code);

// Malformed is the commonest one: octets that do not follow their format.
[[nodiscard]] Reason Malformed(std::string where, std::string diagnostic);

}  // namespace signet

// SIGNET_TRY(expression): returns the failure of a Result from the enclosing function.
#define SIGNET_TRY(expression)                                  \
  do {                                                          \
    if (auto signet_result = (expression); !signet_result) {    \
      return std::unexpected(std::move(signet_result).error()); \
    }                                                           \
  } while (false)

// SIGNET_ASSIGN(declaration, expression): declares a variable from the value of a Result, or
// returns its failure: SIGNET_ASSIGN(const Header header, reader.ReadHeader());
#define SIGNET_ASSIGN(declaration, expression) \
  SIGNET_ASSIGN_NAMED(SIGNET_JOIN(signet_result_, __LINE__), declaration, expression)
#define SIGNET_JOIN(a, b) SIGNET_JOIN_INNER(a, b)
#define SIGNET_JOIN_INNER(a, b) a##b
#define SIGNET_ASSIGN_NAMED(name, declaration, expression)                        \
  auto name = (expression); /* NOLINT(bugprone-macro-parentheses): it declares */ \
  if (!name) {              /* NOLINT(bugprone-macro-parentheses) */              \
    return std::unexpected(std::move(name).error());                              \
  }                                                                               \
  declaration = std::move(name).value() /* NOLINT(bugprone-macro-parentheses) */

#endif  // SIGNET_BASE_RESULT_H_
