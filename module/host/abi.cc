// The functions of host/signet.h. Here, and only here, exceptions end: what the rooms below throw
// can be only bad_alloc and its like, and becomes an answer.

#include <array>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/result.h"
#include "host/handles.h"
#include "host/module.h"
#include "host/response.h"
#include "host/signet.h"
#include "host/version.h"
#include "idl/contract.h"
#include "idl/json.h"
#include "nss/startup.h"

namespace {

using signet::ByteView;
using signet::MakeReason;
using signet::ReasonCode;
using signet::Result;
using signet::host::HandleKind;
using signet::host::HandleTable;
using signet::host::Module;
using signet::host::Response;
using signet::idl::Answer;

// The tables are never destroyed: threads of the host may still call while the process ends.
// NOLINTBEGIN(cppcoreguidelines-owning-memory)
HandleTable<Module>& Modules() {
  static auto* const table = new HandleTable<Module>(HandleKind::kModule);
  return *table;
}

HandleTable<Response>& Responses() {
  static auto* const table = new HandleTable<Response>(HandleKind::kResponse);
  return *table;
}
// NOLINTEND(cppcoreguidelines-owning-memory)

// The response for when no other can be made: its handle is in no table, and it is never released.
constexpr signet_handle kOutOfMemoryHandle = (std::uint64_t{1} << 53U) - 1;

const Response& OutOfMemory() {
  static const Response response(signet::host::kOutOfMemory);
  return response;
}

std::string_view TextOf(const char* text, std::size_t size) {
  return text == nullptr ? std::string_view() : std::string_view(text, size);
}

signet_handle Keep(Result<Answer> result) {
  const auto handle = Responses().Add(std::make_shared<Response>(std::move(result)));
  // Whoever releases nothing gets the same answer as whoever has no memory.
  return handle.value_or(kOutOfMemoryHandle);
}

// Answering runs an action that ends in an answer, and keeps the answer whatever happens.
template <typename Action>
signet_handle Answering(Action&& action) noexcept {
  try {
    try {
      return Keep(std::forward<Action>(action)());
    } catch (const std::bad_alloc&) {
      return kOutOfMemoryHandle;
    } catch (const std::exception& error) {
      return Keep(MakeReason(ReasonCode::kInternal).Because(error.what()));
    } catch (...) {
      return Keep(MakeReason(ReasonCode::kInternal).Because("an exception of no known type"));
    }
  } catch (...) {
    return kOutOfMemoryHandle;
  }
}

std::vector<ByteView> Views(std::span<const signet_bytes> buffers) {
  std::vector<ByteView> views;
  views.reserve(buffers.size());
  for (const signet_bytes& buffer : buffers) {
    views.emplace_back(buffer.data, buffer.data == nullptr ? 0 : buffer.size);
  }
  return views;
}

std::string VersionText() {
  const signet::idl::Json json = {{"version", signet::host::kVersion},
                                  {"abi", SIGNET_ABI},
                                  {"contract", signet::idl::kContractHash},
                                  {"nss", signet::nss::Version()}};
  return signet::idl::WriteJson(json);
}

}  // namespace

const char* signet_version() noexcept {
  try {
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): as the tables.
    static const auto* const text = new std::string(VersionText());
    return text->c_str();
  } catch (...) {
    return "{}";
  }
}

signet_handle signet_open(const char* options, size_t options_size,
                          signet_handle* module) noexcept {
  return Answering([&]() -> Result<Answer> {
    if (module == nullptr) {
      return MakeReason(ReasonCode::kInvalidRequest)
          .Because("open: there is no place for a handle");
    }
    *module = 0;
    SIGNET_ASSIGN(std::shared_ptr<Module> opened, Module::Open(TextOf(options, options_size)));
    const auto handle = Modules().Add(std::move(opened));
    if (!handle) {
      return MakeReason(ReasonCode::kLimitExceeded)
          .With("limit", "kCallHandles")
          .Because("open: too many modules are open");
    }
    *module = *handle;
    return Answer{};
  });
}

signet_handle signet_call(signet_handle module, const char* request, size_t request_size,
                          const signet_bytes* buffers, size_t buffer_count) noexcept {
  return Answering([&]() -> Result<Answer> {
    const std::shared_ptr<Module> target = Modules().Find(module);
    if (target == nullptr) {
      return MakeReason(ReasonCode::kInvalidRequest).Because("call: there is no such module");
    }
    if (buffer_count > signet::limits::kCallBuffers) {
      return MakeReason(ReasonCode::kLimitExceeded)
          .With("limit", "kCallBuffers")
          .Because("call: there are " + std::to_string(buffer_count) + " byte buffers");
    }
    const std::vector<ByteView> views =
        buffers == nullptr ? std::vector<ByteView>() : Views({buffers, buffer_count});
    return target->Call(TextOf(request, request_size), views);
  });
}

void signet_cancel(signet_handle module, uint64_t call_id) noexcept {
  try {
    if (const std::shared_ptr<Module> target = Modules().Find(module)) {
      target->Cancel(call_id);
    }
  } catch (...) {
    // No memory to remember a call that has not come yet: it will not be cancelled.
    return;
  }
}

int signet_read(signet_handle response, signet_answer* answer) noexcept {
  if (answer == nullptr) {
    return 0;
  }
  *answer = {};
  if (response == kOutOfMemoryHandle) {
    *answer = OutOfMemory().View();
    return 1;
  }
  const std::shared_ptr<Response> found = Responses().Find(response);
  if (found == nullptr) {
    return 0;
  }
  *answer = found->View();
  return 1;
}

void signet_release(signet_handle response) noexcept {
  Responses().Remove(response);
}

void signet_close(signet_handle module) noexcept {
  try {
    if (const std::shared_ptr<Module> target = Modules().Remove(module)) {
      target->Close();
    }
  } catch (...) {
    return;
  }
}
