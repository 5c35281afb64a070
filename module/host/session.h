// Session: the IDL's interface about the module itself (idl/session.webidl).
#ifndef SIGNET_HOST_SESSION_H_
#define SIGNET_HOST_SESSION_H_

#include <memory>
#include <utility>

#include "base/result.h"
#include "idl/session.h"
#include "nss/startup.h"

namespace signet::host {

// Session is immutable.
class Session : public idl::Session {
 public:
  explicit Session(std::shared_ptr<const nss::Runtime> runtime) : runtime_(std::move(runtime)) {}

  [[nodiscard]] Result<idl::ModuleInformation> Information(
      const idl::CallContext& context) override;

 private:
  std::shared_ptr<const nss::Runtime> runtime_;
};

}  // namespace signet::host

#endif  // SIGNET_HOST_SESSION_H_
