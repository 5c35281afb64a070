#include "nss/startup.h"

#include <fcntl.h>
#include <nss.h>
#include <pk11pub.h>
#include <secmod.h>
#include <secport.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <fstream>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

#include "nss/error.h"
#include "nss/owners.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

// The one NSS of the process that was started here, if any.
struct Process {
  std::mutex mutex;
  std::condition_variable stopped;
  bool running = false;
  std::weak_ptr<const Runtime> runtime;
  std::atomic<const Runtime*> asks_passwords = nullptr;
};

thread_local bool refused_on_this_thread = false;

Process& TheProcess() {
  static Process process;
  return process;
}

Reason Unusable(const std::filesystem::path& profile, std::string problem, std::string diagnostic) {
  return MakeReason(ReasonCode::kProfileUnusable)
      .With("path", profile.string())
      .With("problem", std::move(problem))
      .Because(std::move(diagnostic));
}

// Another process that writes holds SQLite's exclusive lock, and NSS would wait for it without a
// word.
bool IsLocked(const std::filesystem::path& file) {
  // SQLite's file format, section "Locking": the shared range begins two octets after the pending
  // one.
  constexpr off_t kSharedFirst = 0x40000002;
  constexpr off_t kSharedSize = 510;
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return false;
  }
  struct flock range = {};
  range.l_type = F_RDLCK;
  range.l_whence = SEEK_SET;
  range.l_start = kSharedFirst;
  range.l_len = kSharedSize;
  const bool locked = fcntl(descriptor, F_GETLK, &range) == 0 && range.l_type == F_WRLCK;
  close(descriptor);
  return locked;
}

// Finds out why a folder cannot be an NSS database before NSS is asked, because its own answer is
// one code for everything.
Result<void> CheckProfile(const std::filesystem::path& profile) {
  std::error_code error;
  if (!std::filesystem::is_directory(profile, error)) {
    return Unusable(profile, "missing", "not a folder");
  }
  const std::filesystem::path database = profile / "cert9.db";
  if (!std::filesystem::exists(database, error)) {
    if (error) {
      return Unusable(profile, "unreadable", error.message());
    }
    if (std::filesystem::exists(profile / "cert8.db", error)) {
      return Unusable(profile, "old-format", "cert8.db without cert9.db");
    }
    return Unusable(profile, "not-a-database", "no cert9.db");
  }
  std::ifstream file(database, std::ios::binary);
  if (!file) {
    return Unusable(profile, "unreadable", "cert9.db cannot be opened");
  }
  static constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::array<char, kMagic.size()> head{};
  file.read(head.data(), head.size());
  if (std::string_view(head.data(), static_cast<std::size_t>(file.gcount())) != kMagic) {
    return Unusable(profile, "not-a-database", "cert9.db is not an SQLite file");
  }
  if (IsLocked(database)) {
    return Unusable(profile, "locked", "another process writes in cert9.db");
  }
  return {};
}

// The internal module's parameter syntax quotes with " and escapes with a backslash.
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
    }
    quoted += c;
  }
  return quoted + '"';
}

bool HasBuiltinRoots() {
  const UniqueSlotList slots(PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, nullptr));
  if (!slots) {
    return false;
  }
  for (PK11SlotListElement* element = PK11_GetFirstSafe(slots.get()); element != nullptr;
       element = PK11_GetNextSafe(slots.get(), element, PR_FALSE)) {
    if (PK11_HasRootCerts(element->slot) == PR_TRUE) {
      PK11_FreeSlotListElement(slots.get(), element);
      return true;
    }
  }
  return false;
}

Result<void> LoadBuiltinRoots(const StartupOptions& options) {
  if (HasBuiltinRoots()) {  // named in the profile's own list of modules
    return {};
  }
  const std::string library = options.builtin_roots_module.empty()
                                  ? std::string("libnssckbi.so")
                                  : options.builtin_roots_module.string();
  std::string specification = "name=\"Builtin Roots Module\" library=" + Quoted(library);
  const UniqueModule module(SECMOD_LoadUserModule(specification.data(), nullptr, PR_FALSE));
  if (!module || module->loaded == PR_FALSE) {
    return Unusable(options.profile, "roots-missing", Failure("SECMOD_LoadUserModule"));
  }
  return {};
}

}  // namespace

Runtime::Runtime(bool hosted, std::filesystem::path profile, PasswordSource password)
    : hosted_(hosted), profile_(std::move(profile)), password_(std::move(password)) {}

Runtime::~Runtime() {
  if (!initialized_) {
    return;
  }
  Process& process = TheProcess();
  const std::lock_guard lock(process.mutex);
  process.asks_passwords = nullptr;
  PK11_SetPasswordFunc(nullptr);
  // Fails (SEC_ERROR_BUSY) if a handle outlives its Runtime: a defect of the caller, that a test
  // environment asserts by NSS_IsInitialized.
  static_cast<void>(NSS_Shutdown());
  process.running = false;
  process.stopped.notify_all();
}

char* Runtime::AskPassword(PK11SlotInfo* slot, int retry, void* /*context*/) {
  const Runtime* runtime = TheProcess().asks_passwords;
  if (runtime == nullptr || !runtime->password_) {
    return nullptr;
  }
  refused_on_this_thread = refused_on_this_thread || retry == PR_TRUE;
  std::optional<std::string> password = runtime->password_(TokenName(slot), retry == PR_TRUE);
  if (!password) {
    return nullptr;
  }
  char* copy = PORT_Strdup(password->c_str());  // NSS clears and frees it
  explicit_bzero(password->data(), password->size());
  return copy;
}

Result<void> Runtime::Initialize(const StartupOptions& options) {
  if (options.profile.empty()) {
    if (NSS_NoDB_Init(nullptr) != SECSuccess) {
      return Unusable(options.profile, "other", Failure("NSS_NoDB_Init"));
    }
  } else {
    SIGNET_TRY(CheckProfile(options.profile));
    const std::string directory = "sql:" + options.profile.string();
    // NSS would otherwise look for the module of built-in roots in the folder, on every start.
    const PRUint32 flags =
        NSS_INIT_NOROOTINIT | (options.writable ? 0U : PRUint32{NSS_INIT_READONLY});
    if (NSS_Initialize(directory.c_str(), "", "", SECMOD_DB, flags) != SECSuccess) {
      return Unusable(options.profile, "other", Failure("NSS_Initialize"));
    }
  }
  initialized_ = true;
  TheProcess().asks_passwords = this;
  PK11_SetPasswordFunc(&Runtime::AskPassword);
  return {};
}

Result<std::shared_ptr<const Runtime>> Runtime::Open(const StartupOptions& options) {
  Process& process = TheProcess();
  std::unique_lock lock(process.mutex);
  if (std::shared_ptr<const Runtime> running = process.runtime.lock()) {
    if (running->hosted_ || running->profile_ != options.profile) {
      return MakeReason(ReasonCode::kInvalidRequest)
          .Because("NSS already runs with another profile");
    }
    if (options.builtin_roots) {
      SIGNET_TRY(LoadBuiltinRoots(options));
    }
    return running;
  }
  process.stopped.wait(lock, [&process] { return !process.running; });
  if (NSS_IsInitialized() == PR_TRUE) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("NSS belongs to the host");
  }
  // make_shared cannot reach the private constructor.
  std::shared_ptr<Runtime> runtime(new Runtime(false, options.profile, options.password));
  Result<void> started = runtime->Initialize(options);
  process.running = runtime->initialized_;
  if (started && options.builtin_roots) {
    started = LoadBuiltinRoots(options);
  }
  if (!started) {
    lock.unlock();  // its destructor stops NSS again and takes the lock for it
    return std::unexpected(std::move(started).error());
  }
  process.runtime = runtime;
  return runtime;
}

Result<std::shared_ptr<const Runtime>> Runtime::Join() {
  Process& process = TheProcess();
  const std::lock_guard lock(process.mutex);
  if (std::shared_ptr<const Runtime> running = process.runtime.lock()) {
    return running;
  }
  if (process.running || NSS_IsInitialized() == PR_FALSE) {
    return Unusable({}, "not-started", "the host has not started NSS");
  }
  std::shared_ptr<const Runtime> runtime(new Runtime(true, {}, nullptr));
  process.runtime = runtime;
  return runtime;
}

bool PasswordWasRefused() {
  return std::exchange(refused_on_this_thread, false);
}

std::string Version() {
  return NSS_GetVersion();
}

}  // namespace signet::nss
