#include "host/module.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "host/version.h"
#include "idl/contract.h"
#include "idl/json.h"
#include "idl/reader.h"
#include "idl/session_json.h"

namespace signet::host {
namespace {

// Request is what signet_call() is given, before it is known which operation it is for.
struct Request {
  std::string interface;
  std::string operation;
  std::uint64_t call_id = RunningCalls::kUnnamed;
  const idl::Json* arguments = nullptr;  // into the parsed text
};

// Text gives a member of an object that is a string, or "".
std::string Text(const idl::Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// CheckContract comes before the strict reading: a caller of another version may have other
// options.
Result<void> CheckContract(const idl::Json& options) {
  const std::string contract = Text(options, "contract");
  if (contract == idl::kContractHash) {
    return {};
  }
  const std::string version = Text(options, "version");
  return MakeReason(ReasonCode::kVersionMismatch)
      .With("scriptVersion", version)
      .With("moduleVersion", std::string(kVersion))
      .Because("the script (version " + version + ") has the contract " + contract +
               ", the module (version " + std::string(kVersion) + ") has " +
               std::string(idl::kContractHash));
}

Result<idl::OpenOptions> ReadOptions(std::string_view text) {
  SIGNET_ASSIGN(const idl::Json json, idl::ParseJson(text));
  if (json.is_object()) {
    SIGNET_TRY(CheckContract(json));
  }
  idl::Reader reader("open", {});
  idl::OpenOptions options;
  Read(json, reader, options);
  SIGNET_TRY(reader.Finish());
  return options;
}

Result<std::shared_ptr<const nss::Runtime>> StartNss(const idl::OpenOptions& options) {
  if (!options.profile) {
    return nss::Runtime::Join();
  }
  return nss::Runtime::Open({.profile = std::filesystem::path(*options.profile),
                             .writable = options.writable,
                             .builtin_roots = true,
                             .builtin_roots_module = {},
                             .password = {}});
}

template <typename Store>
std::unique_ptr<Store> OpenIfGiven(const std::optional<std::string>& file) {
  if (!file) {
    return nullptr;
  }
  auto opened = Store::Open(std::filesystem::path(*file));
  return opened ? *std::move(opened) : nullptr;
}

Result<Request> ReadRequest(const idl::Json& json) {
  idl::Reader reader("request", {});
  idl::ObjectReader object(json, reader);
  Request request;
  std::optional<std::uint64_t> call_id;
  object.Required("interface", request.interface);
  object.Required("operation", request.operation);
  object.Optional("callId", call_id);
  object.Raw("arguments", request.arguments);
  object.Finish();
  if (call_id) {
    request.call_id = *call_id;
    if (*call_id == RunningCalls::kUnnamed) {
      const idl::Path::Step step(reader.CurrentPath(), "callId");
      reader.Fail("must not be 0");
    }
  }
  SIGNET_TRY(reader.Finish());
  return request;
}

}  // namespace

Result<std::shared_ptr<Module>> Module::Open(std::string_view options) {
  SIGNET_ASSIGN(const idl::OpenOptions read, ReadOptions(options));
  SIGNET_ASSIGN(const std::shared_ptr<const nss::Runtime> runtime, StartNss(read));
  // Without a cache everything works, only not without a network; without a memory, verdicts on old
  // messages say less.
  return std::make_shared<Module>(runtime, OpenIfGiven<store::AnswerCache>(read.answers),
                                  OpenIfGiven<store::Sightings>(read.seen));
}

Result<idl::Answer> Module::Call(std::string_view request, std::span<const ByteView> buffers) {
  if (buffers.size() > limits::kCallBuffers) {
    return MakeReason(ReasonCode::kLimitExceeded)
        .With("limit", "kCallBuffers")
        .Because("the request has " + std::to_string(buffers.size()) + " byte buffers");
  }
  SIGNET_ASSIGN(const idl::Json json, idl::ParseJson(request));
  SIGNET_ASSIGN(const Request read, ReadRequest(json));
  const RunningCalls::Call call(calls_, read.call_id);
  SIGNET_TRY(call.Admission());
  return idl::Dispatch(interfaces_.All(), read.interface, read.operation, *read.arguments, buffers,
                       {.cancel = call.Flag()});
}

}  // namespace signet::host
