// Echo: an implementation of cases/echo.webidl, for the tests of the generated code.
#ifndef SIGNET_TESTS_UNIT_IDL_ECHO_H_
#define SIGNET_TESTS_UNIT_IDL_ECHO_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "idl/buffer.h"
#include "idl/call.h"
#include "idl/echo.h"

namespace signet::test {

class Echo : public idl::Echo {
 public:
  using Context = idl::CallContext;
  using Flags = std::map<std::string, std::vector<bool>>;

  Result<void> Nothing(const Context& /*context*/) override { return {}; }
  Result<idl::Outer> Outer(const idl::Outer& value, const Context& /*context*/) override {
    return value;
  }
  Result<bool> Truth(bool value, const Context& /*context*/) override { return value; }
  Result<std::int32_t> Small(std::int32_t value, const Context& /*context*/) override {
    return value;
  }
  Result<std::uint32_t> Natural(std::uint32_t value, const Context& /*context*/) override {
    return value;
  }
  Result<std::int64_t> Wide(std::int64_t value, const Context& /*context*/) override {
    return value;
  }
  Result<std::uint64_t> WideNatural(std::uint64_t value, const Context& /*context*/) override {
    return value;
  }
  Result<double> Real(double value, const Context& /*context*/) override { return value; }
  Result<std::string> Text(const std::string& value, const Context& /*context*/) override {
    return value;
  }
  Result<idl::Level> Level(idl::Level value, const Context& /*context*/) override { return value; }
  Result<idl::Buffer> Octets(ByteView value, const Context& /*context*/) override {
    return ToBytes(value);
  }
  Result<std::optional<idl::Buffer>> MaybeOctets(const std::optional<ByteView>& value,
                                                 const Context& /*context*/) override {
    if (!value) {
      return std::nullopt;
    }
    return ToBytes(*value);
  }
  Result<std::vector<idl::Buffer>> List(const std::vector<idl::Buffer>& value,
                                        const Context& /*context*/) override {
    return value;
  }
  Result<Flags> Table(const Flags& value, const Context& /*context*/) override { return value; }
  Result<std::vector<std::optional<std::string>>> Defaults(const std::string& first,
                                                           const std::optional<std::string>& second,
                                                           const std::optional<std::string>& third,
                                                           const Context& /*context*/) override {
    return std::vector<std::optional<std::string>>{first, second, third};
  }
  Result<void> Fail(const std::string& diagnostic, const Context& /*context*/) override {
    return MakeReason(ReasonCode::kFileUnreadable).Because(diagnostic);
  }
};

}  // namespace signet::test

#endif  // SIGNET_TESTS_UNIT_IDL_ECHO_H_
