// Module: what signet_open() opens. It holds NSS and the interfaces, and takes a request from its
// text to its answer. The C ABI (host/abi.cc) is a thin layer over it.
#ifndef SIGNET_HOST_MODULE_H_
#define SIGNET_HOST_MODULE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "base/result.h"
#include "host/calls.h"
#include "host/dispatch.h"
#include "idl/answer.h"
#include "nss/startup.h"

namespace signet::host {

// Module is thread-safe: calls run side by side on their callers' threads.
class Module {
 public:
  // Open reads the options (dictionary OpenOptions as JSON), compares the contract, and starts or
  // joins NSS. Reasons: invalid-request, version-mismatch, and those of nss::Runtime.
  [[nodiscard]] static Result<std::shared_ptr<Module>> Open(std::string_view options);

  // Call carries out one request (see signet_call). `buffers` are viewed during the call.
  [[nodiscard]] Result<idl::Answer> Call(std::string_view request,
                                         std::span<const ByteView> buffers);

  // Cancel and Close: see RunningCalls.
  void Cancel(std::uint64_t call_id) { calls_.Cancel(call_id); }
  void Close() { calls_.Close(); }

  Module(const std::shared_ptr<const nss::Runtime>& runtime,
         std::unique_ptr<store::AnswerCache> answers, std::unique_ptr<store::Sightings> seen)
      : interfaces_(runtime, std::move(answers), std::move(seen)) {}

 private:
  Interfaces interfaces_;
  RunningCalls calls_;
};

}  // namespace signet::host

#endif  // SIGNET_HOST_MODULE_H_
