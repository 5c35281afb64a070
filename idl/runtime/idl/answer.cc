#include "idl/answer.h"

#include "idl/path.h"

namespace signet::idl {
namespace {

// Name shows a name from outside as a path would.
std::string Name(std::string_view interface, std::string_view operation) {
  Path path("");
  path.Append(interface);
  if (!operation.empty()) {
    path.Append(operation);
  }
  return path.Text();
}

}  // namespace

signet::Reason UnknownOperation(std::string_view interface, std::string_view operation) {
  return MakeReason(ReasonCode::kInvalidRequest)
      .Because(Name(interface, operation) + ": there is no such operation");
}

signet::Reason UnknownInterface(std::string_view interface) {
  return MakeReason(ReasonCode::kInvalidRequest)
      .Because(Name(interface, "") + ": there is no such interface");
}

signet::Reason MissingInterface(std::string_view interface) {
  return MakeReason(ReasonCode::kInvalidRequest)
      .Because(Name(interface, "") + ": this module does not provide the interface");
}

}  // namespace signet::idl
