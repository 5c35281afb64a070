#include "host/session.h"

#include "host/version.h"

namespace signet::host {

Result<idl::ModuleInformation> Session::Information(const idl::CallContext& /*context*/) {
  return idl::ModuleInformation{
      .version = std::string(kVersion), .nss = nss::Version(), .owns_nss = !runtime_->hosted()};
}

}  // namespace signet::host
