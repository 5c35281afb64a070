#include "cli/ldap_client.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <utility>

#include "base/bytes.h"
#include "base/limits.h"
#include "cli/ldap_library.h"
#include "directory/outcome.h"

namespace signet::cli {
namespace {

using Clock = std::chrono::steady_clock;

// Connections to a directory at the same time.
constexpr std::size_t kAtOnce = 4;

timeval TimeLeft(Clock::time_point until) {
  constexpr std::chrono::microseconds kLeast{1000};  // none at all would mean for ever
  const auto left =
      std::max(std::chrono::duration_cast<std::chrono::microseconds>(until - Clock::now()), kLeast);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
  return {.tv_sec = seconds.count(), .tv_usec = (left - seconds).count()};
}

// Ends a connection when its time is over, whatever libldap waits for: it has no limit for the
// beginning of TLS, and takes octets that drip as long as they do.
class Watchdog {
 public:
  explicit Watchdog(const LdapLibrary& ldap, Clock::time_point until)
      : ldap_(&ldap), guard_([this, until](const std::stop_token& stop) { Watch(stop, until); }) {
    callbacks_.lc_add = [](LDAP* /*handle*/, Sockbuf* socket, LDAPURLDesc* /*url*/,
                           sockaddr* /*address*/, ldap_conncb* self) {
      static_cast<Watchdog*>(self->lc_arg)->Take(socket);
      return 0;
    };
    callbacks_.lc_del = [](LDAP* /*handle*/, Sockbuf* /*socket*/, ldap_conncb* /*self*/) {};
    callbacks_.lc_arg = this;
  }
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  Watchdog(Watchdog&&) = delete;
  Watchdog& operator=(Watchdog&&) = delete;
  ~Watchdog() {
    guard_ = {};  // ended before what it uses
    Drop();
  }

  // For LDAP_OPT_CONNECT_CB.
  [[nodiscard]] ldap_conncb* callbacks() { return &callbacks_; }

 private:
  void Watch(const std::stop_token& stop, Clock::time_point until) {
    std::unique_lock lock(mutex_);
    over_.wait_until(lock, stop, until, [] { return false; });
    if (!stop.stop_requested()) {
      late_ = true;
      if (descriptor_ >= 0) {
        shutdown(descriptor_, SHUT_RDWR);
      }
    }
  }

  // A descriptor of our own for the same connection: libldap's may be another one's by then.
  void Take(Sockbuf* socket) {
    int descriptor = -1;
    ldap_->ber_sockbuf_ctrl(socket, LBER_SB_OPT_GET_FD, &descriptor);
    const std::scoped_lock lock(mutex_);
    Drop();
    descriptor_ = dup(descriptor);
    if (late_ && descriptor_ >= 0) {
      shutdown(descriptor_, SHUT_RDWR);
    }
  }

  void Drop() {
    if (descriptor_ >= 0) {
      close(std::exchange(descriptor_, -1));
    }
  }

  const LdapLibrary* ldap_;
  ldap_conncb callbacks_ = {};
  std::mutex mutex_;
  std::condition_variable_any over_;
  int descriptor_ = -1;
  bool late_ = false;
  std::jthread guard_;
};

// What one search brought; the values view into `octets`.
struct Answered {
  std::deque<Bytes> octets;
  directory::Outcome outcome;
};

// One connection, for one search.
class Connection {
 public:
  Connection(const LdapLibrary& library, const LdapServer& server, Clock::time_point until)
      : ldap_(&library),
        server_(&server),
        until_(until),
        watchdog_(library, until),
        handle_(nullptr, Unbind{&library}) {}

  Answered Ask(const directory::Search& search) {
    most_octets_ = search.most_octets;
    if (Open() && Protect() && Bind()) {
      Search(search);
    }
    return std::move(answered_);
  }

 private:
  struct Unbind {
    const LdapLibrary* ldap;
    void operator()(LDAP* handle) const { ldap->ldap_unbind_ext(handle, nullptr, nullptr); }
  };
  struct Free {
    const LdapLibrary* ldap;
    void operator()(LDAPMessage* message) const { ldap->ldap_msgfree(message); }
  };
  using Message = std::unique_ptr<LDAPMessage, Free>;

  bool Fail(ReasonCode code) {
    answered_.outcome.problem = code;
    return false;
  }

  // Fails with what libldap says of a connection.
  bool FailWith(int error) {
    switch (error) {
      case LDAP_TIMEOUT:
        return Fail(begun_ ? ReasonCode::kFetchTooSlow : ReasonCode::kFetchNoAnswer);
      case LDAP_SERVER_DOWN:
      case LDAP_CONNECT_ERROR:
        if (Clock::now() >= until_) {
          return Fail(begun_ ? ReasonCode::kFetchTooSlow : ReasonCode::kFetchNoAnswer);
        }
        if (starting_tls_ && HasDiagnostic()) {
          return Fail(ReasonCode::kFetchNotSecure);
        }
        return Fail(begun_ ? ReasonCode::kFetchCutShort : ReasonCode::kFetchNoAnswer);
      case LDAP_DECODING_ERROR:
        return Fail(ReasonCode::kFetchAnswerDamaged);
      default:
        answered_.outcome.result_code = error;
        return false;
    }
  }

  // libldap says more only where TLS failed; of an unreachable server it says nothing.
  [[nodiscard]] bool HasDiagnostic() const {
    char* text = nullptr;
    ldap_->ldap_get_option(handle_.get(), LDAP_OPT_DIAGNOSTIC_MESSAGE, static_cast<void*>(&text));
    const bool has = text != nullptr && *text != '\0';
    ldap_->ldap_memfree(text);
    return has;
  }

  void Set(int option, int value) const { ldap_->ldap_set_option(handle_.get(), option, &value); }

  bool Open() {
    LDAP* handle = nullptr;
    if (ldap_->ldap_initialize(&handle, server_->url.c_str()) != LDAP_SUCCESS) {
      return Fail(ReasonCode::kFetchNoAnswer);
    }
    handle_.reset(handle);
    Set(LDAP_OPT_PROTOCOL_VERSION, LDAP_VERSION3);
    Set(LDAP_OPT_DEREF, LDAP_DEREF_NEVER);
    // Whatever a configuration file of this computer says.
    ldap_->ldap_set_option(handle, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
    if (server_->tls_from_start || server_->start_tls) {
      Set(LDAP_OPT_X_TLS_REQUIRE_CERT, LDAP_OPT_X_TLS_DEMAND);
      if (!server_->authorities.empty()) {
        ldap_->ldap_set_option(handle, LDAP_OPT_X_TLS_CACERTFILE, server_->authorities.c_str());
      }
      Set(LDAP_OPT_X_TLS_NEWCTX, 0);
    }
    const timeval left = TimeLeft(until_);
    ldap_->ldap_set_option(handle, LDAP_OPT_NETWORK_TIMEOUT, &left);
    ldap_->ldap_set_option(handle, LDAP_OPT_TIMEOUT, &left);
    ldap_->ldap_set_option(handle, LDAP_OPT_CONNECT_CB, watchdog_.callbacks());
    starting_tls_ = server_->tls_from_start;
    return true;
  }

  // No single message of the server may be larger than all of them.
  void BoundMessages() const {
    Sockbuf* socket = nullptr;
    if (ldap_->ldap_get_option(handle_.get(), LDAP_OPT_SOCKBUF, static_cast<void*>(&socket)) ==
            LDAP_OPT_SUCCESS &&
        socket != nullptr) {
      auto most = static_cast<ber_len_t>(most_octets_);
      ldap_->ber_sockbuf_ctrl(socket, LBER_SB_OPT_SET_MAX_INCOMING, &most);
    }
  }

  bool Protect() {
    if (!server_->start_tls) {
      return true;
    }
    starting_tls_ = true;
    int id = 0;
    if (const int error = ldap_->ldap_start_tls(handle_.get(), nullptr, nullptr, &id);
        error != LDAP_SUCCESS) {
      starting_tls_ = false;  // the connection itself
      return FailWith(error);
    }
    const Message message = Next(id);
    if (!message) {
      return false;
    }
    // A server that refuses to begin with TLS is not talked to without it.
    if (ResultOf(message) != LDAP_SUCCESS ||
        ldap_->ldap_install_tls(handle_.get()) != LDAP_SUCCESS) {
      return Fail(ReasonCode::kFetchNotSecure);
    }
    starting_tls_ = false;
    return true;
  }

  bool Bind() {
    if (server_->bind_name.empty()) {
      return true;
    }
    const ByteView password = server_->password.view();
    // libldap takes a changeable value and does not change it.
    Bytes copy = ToBytes(password);
    berval credentials{.bv_len = copy.size(),
                       // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
                       .bv_val = reinterpret_cast<char*>(copy.data())};
    int id = 0;
    const int error = ldap_->ldap_sasl_bind(handle_.get(), server_->bind_name.c_str(),
                                            LDAP_SASL_SIMPLE, &credentials, nullptr, nullptr, &id);
    std::ranges::fill(copy, std::uint8_t{0});
    if (error != LDAP_SUCCESS) {
      return FailWith(error);
    }
    const Message message = Next(id);
    if (!message) {
      return false;
    }
    answered_.outcome.result_code = ResultOf(message);
    answered_.outcome.logged_in = answered_.outcome.result_code == LDAP_SUCCESS;
    return answered_.outcome.logged_in;
  }

  void Search(const directory::Search& search) {
    std::vector<std::string> names = search.attributes;
    std::vector<char*> attributes;
    attributes.reserve(names.size() + 1);
    for (std::string& name : names) {
      attributes.push_back(name.data());
    }
    attributes.push_back(nullptr);
    const int scope = search.scope == directory::Scope::kBase  ? LDAP_SCOPE_BASE
                      : search.scope == directory::Scope::kOne ? LDAP_SCOPE_ONELEVEL
                                                               : LDAP_SCOPE_SUBTREE;
    timeval left = TimeLeft(until_);
    int id = 0;
    if (const int error = ldap_->ldap_search_ext(
            handle_.get(), search.base.c_str(), scope, search.filter.c_str(), attributes.data(), 0,
            nullptr, nullptr, &left, static_cast<int>(search.most_entries), &id);
        error != LDAP_SUCCESS) {
      FailWith(error);
      return;
    }
    starting_tls_ = false;
    BoundMessages();
    while (const Message message = Next(id)) {
      const int type = ldap_->ldap_msgtype(message.get());
      if (type == LDAP_RES_SEARCH_RESULT) {
        answered_.outcome.result_code = ResultOf(message);
        return;
      }
      // Continuation references are left alone.
      if (type == LDAP_RES_SEARCH_ENTRY && !Read(message, search)) {
        ldap_->ldap_abandon_ext(handle_.get(), id, nullptr, nullptr);
        Fail(ReasonCode::kFetchTooLarge);
        return;
      }
    }
  }

  // The next message; null after Fail.
  Message Next(int id) {
    if (Clock::now() >= until_) {
      Fail(begun_ ? ReasonCode::kFetchTooSlow : ReasonCode::kFetchNoAnswer);
      return Message(nullptr, Free{ldap_});
    }
    timeval left = TimeLeft(until_);
    LDAPMessage* message = nullptr;
    errno = 0;
    const int type = ldap_->ldap_result(handle_.get(), id, LDAP_MSG_ONE, &left, &message);
    if (type > 0) {
      begun_ = true;
      return Message(message, Free{ldap_});
    }
    if (type < 0 && errno == ERANGE) {  // BoundMessages
      Fail(ReasonCode::kFetchTooLarge);
    } else if (type == 0) {
      FailWith(LDAP_TIMEOUT);
    } else {
      int error = LDAP_SERVER_DOWN;
      ldap_->ldap_get_option(handle_.get(), LDAP_OPT_RESULT_CODE, &error);
      FailWith(error);
    }
    return Message(nullptr, Free{ldap_});
  }

  int ResultOf(const Message& message) {
    int code = LDAP_OTHER;
    const int error = ldap_->ldap_parse_result(handle_.get(), message.get(), &code, nullptr,
                                               nullptr, nullptr, nullptr, 0);
    return error == LDAP_SUCCESS ? code : LDAP_OTHER;
  }

  // Keeps the values of an entry. False: it is too much.
  bool Read(const Message& message, const directory::Search& search) {
    BerElement* position = nullptr;
    char* name = ldap_->ldap_first_attribute(handle_.get(), message.get(), &position);
    bool fits = true;
    while (name != nullptr) {
      berval** const values = ldap_->ldap_get_values_len(handle_.get(), message.get(), name);
      for (berval** value = values; fits && value != nullptr && *value != nullptr; ++value) {
        fits = Keep(name, **value, search);
      }
      ldap_->ldap_value_free_len(values);
      ldap_->ldap_memfree(name);
      name = ldap_->ldap_next_attribute(handle_.get(), message.get(), position);
    }
    ldap_->ber_free(position, 0);
    return fits;
  }

  bool Keep(const char* name, const berval& value, const directory::Search& search) {
    octets_ += value.bv_len;
    if (octets_ > most_octets_ || answered_.octets.size() >= search.most_values) {
      return false;
    }
    answered_.octets.push_back(ToBytes(AsBytes(std::string_view(value.bv_val, value.bv_len))));
    answered_.outcome.values.push_back({.attribute = name, .octets = answered_.octets.back()});
    return true;
  }

  const LdapLibrary* ldap_;
  const LdapServer* server_;
  Clock::time_point until_;
  Watchdog watchdog_;
  std::unique_ptr<LDAP, Unbind> handle_;
  Answered answered_;
  std::size_t most_octets_ = 0;
  std::size_t octets_ = 0;
  // Something came from the server.
  bool begun_ = false;
  bool starting_tls_ = false;
};

// Makes searches, some at the same time. Gives the addresses to be asked for again, one by one.
std::vector<std::string> Perform(const LdapLibrary& ldap, const LdapServer& server,
                                 const std::vector<directory::Search>& searches,
                                 Clock::time_point until, directory::Finds& finds) {
  std::vector<std::vector<std::string>> again(searches.size());
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::min(kAtOnce, searches.size()); ++i) {
      workers.emplace_back([&] {
        for (std::size_t index = next++; index < searches.size(); index = next++) {
          const Answered answered = Connection(ldap, server, until).Ask(searches[index]);
          again[index] = directory::Take(server.host, searches[index], answered.outcome, finds);
        }
      });
    }
  }
  std::vector<std::string> all;
  for (const auto& some : again) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// NobodyAsked notes that libldap is not there.
void NobodyAsked(const LdapServer& server, const std::vector<directory::Search>& searches,
                 directory::Finds& finds) {
  for (const directory::Search& search : searches) {
    static_cast<void>(directory::Take(
        server.host, search,
        {.values = {}, .problem = ReasonCode::kFetchNoAnswer, .result_code = 0}, finds));
  }
}

// Whether there is something in the third part, after the base and the attributes.
bool NamesScope(const std::string& url) {
  const std::size_t base_end = url.find('?');
  const std::size_t begin =
      base_end == std::string::npos ? std::string::npos : url.find('?', base_end + 1);
  return begin != std::string::npos && begin + 1 < url.size() && url[begin + 1] != '?';
}

directory::Scope ScopeOf(int scope) {
  return scope == LDAP_SCOPE_BASE       ? directory::Scope::kBase
         : scope == LDAP_SCOPE_ONELEVEL ? directory::Scope::kOne
                                        : directory::Scope::kSubtree;
}

}  // namespace

bool LdapServer::IsOpen() const {
  const bool stays =
      host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127.");
  return !tls_from_start && !start_tls && !stays;
}

std::optional<LdapServer> ParseLdapUrl(const std::string& url) {
  const LdapLibrary* const ldap = LdapLibrary::Get();
  LDAPURLDesc* parsed = nullptr;
  if (ldap == nullptr || ldap->ldap_url_parse(url.c_str(), &parsed) != LDAP_URL_SUCCESS) {
    return std::nullopt;
  }
  const std::unique_ptr<LDAPURLDesc, decltype(ldap->ldap_free_urldesc)> owner(
      parsed, ldap->ldap_free_urldesc);
  const std::string scheme = parsed->lud_scheme;
  const std::string host = parsed->lud_host != nullptr ? parsed->lud_host : "";
  if ((scheme != "ldap" && scheme != "ldaps") || host.empty() || parsed->lud_crit_exts != 0) {
    return std::nullopt;
  }
  LdapServer server;
  const bool is_v6 = host.find(':') != std::string::npos && !host.starts_with('[');
  server.url =
      scheme + "://" + (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(parsed->lud_port);
  server.host = host;
  server.tls_from_start = scheme == "ldaps";
  server.place.base = parsed->lud_dn != nullptr ? parsed->lud_dn : "";
  server.place.scope = NamesScope(url) ? ScopeOf(parsed->lud_scope) : directory::Scope::kSubtree;
  server.place.filter = parsed->lud_filter != nullptr ? parsed->lud_filter : "";
  return server;
}

void LookUp(const LdapServer& server, const std::vector<std::string>& addresses,
            std::chrono::milliseconds time, directory::Finds& finds) {
  const Clock::time_point until = Clock::now() + time;
  const LdapLibrary* const ldap = LdapLibrary::Get();
  const auto searches =
      directory::MakeSearches(server.place, addresses, limits::kDirectoryAddresses);
  if (ldap == nullptr) {
    NobodyAsked(server, searches, finds);
    return;
  }
  const std::vector<std::string> again = Perform(*ldap, server, searches, until, finds);
  if (!again.empty()) {
    static_cast<void>(
        Perform(*ldap, server, directory::MakeSearches(server.place, again, 1), until, finds));
  }
}

}  // namespace signet::cli
