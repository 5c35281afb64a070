#include "cli/http_client.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "cli/curl_library.h"
#include "pkix/network_address.h"

// libcurl's options are variadic by design.
// NOLINTBEGIN(cppcoreguidelines-pro-type-vararg,hicpp-vararg)

namespace signet::cli {
namespace {

// Only what the library made is given back to it, so it is there.
struct EasyDeleter {
  void operator()(CURL* handle) const { CurlLibrary::Get()->easy_cleanup(handle); }
};
struct MultiDeleter {
  void operator()(CURLM* handle) const { CurlLibrary::Get()->multi_cleanup(handle); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { CurlLibrary::Get()->slist_free_all(list); }
};

// One fetch under way.
struct Transfer {
  const pkix::Fetch* fetch = nullptr;
  std::unique_ptr<CURL, EasyDeleter> handle;
  std::unique_ptr<curl_slist, ListDeleter> headers;
  Bytes answer;
  store::HttpValidators condition;
  store::HttpValidators validators;
  bool too_large = false;
  bool address_refused = false;
  CURLcode outcome = CURLE_OK;
};

std::size_t TakeAnswer(const char* data, std::size_t size, std::size_t count, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  const std::size_t octets = size * count;
  if (octets > transfer.fetch->most_octets - transfer.answer.size()) {
    transfer.too_large = true;
    return 0;  // fewer than given: stop
  }
  const ByteView piece = AsBytes({data, octets});
  transfer.answer.insert(transfer.answer.end(), piece.begin(), piece.end());
  return octets;
}

// The value of a field, if the line is that field; at most as long as anybody's validators are.
void TakeField(std::string_view line, std::string_view name, std::string& value) {
  constexpr std::size_t kMostOctets = 500;
  const bool is_it = line.size() > name.size() && line[name.size()] == ':' &&
                     std::ranges::equal(line.substr(0, name.size()), name, {},
                                        [](char c) { return static_cast<char>(c | 0x20); });
  if (!is_it) {
    return;
  }
  line.remove_prefix(name.size() + 1);
  const std::size_t first = line.find_first_not_of(" \t");
  const std::size_t last = line.find_last_not_of(" \t\r\n");
  value = first == std::string_view::npos || last - first >= kMostOctets
              ? std::string()
              : std::string(line.substr(first, last - first + 1));
}

// Header lines of every answer on the way; those of the last one count.
std::size_t TakeHeader(const char* data, std::size_t size, std::size_t count, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  const std::string_view line(data, size * count);
  if (line.starts_with("HTTP/")) {
    transfer.validators = {};
  }
  TakeField(line, "etag", transfer.validators.entity_tag);
  TakeField(line, "last-modified", transfer.validators.last_modified);
  return size * count;
}

// An address of the socket API as octets; empty: another kind of network.
Bytes OctetsOf(const curl_sockaddr& address) {
  Bytes octets;
  if (address.family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address.addr, sizeof v4);
    octets.resize(sizeof v4.sin_addr);
    std::memcpy(octets.data(), &v4.sin_addr, octets.size());
  } else if (address.family == AF_INET6) {
    // curl_sockaddr holds more octets than the type of its member says.
    sockaddr_in6 v6{};
    std::memcpy(&v6, static_cast<const void*>(&address.addr), sizeof v6);
    octets.resize(sizeof v6.sin6_addr);
    std::memcpy(octets.data(), &v6.sin6_addr, octets.size());
  }
  return octets;
}

curl_socket_t OpenSocket(void* context, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(context);
  if (pkix::IsPrivateAddress(OctetsOf(*address))) {
    transfer.address_refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype, address->protocol);
}

// Whether the URL itself names a private address or this computer.
bool NamesPrivateAddress(const std::string& url) {
  std::string host = pkix::HostOf(url);
  if (host.starts_with('[')) {
    host = host.substr(1, host.size() - 2);
  }
  if (const auto octets = pkix::ParseNetworkAddress(host)) {
    return pkix::IsPrivateAddress(*octets);
  }
  return host == "localhost" || host.ends_with(".localhost");
}

// The proxy that the environment names for this URL; empty: none.
std::string ProxyOf(const std::string& url) {
  const bool secure = url.starts_with("https:") || url.starts_with("HTTPS:");
  const std::array<const char*, 3> names =
      secure ? std::array{"https_proxy", "HTTPS_PROXY", "all_proxy"}
             : std::array{"http_proxy", "all_proxy", "ALL_PROXY"};
  for (const char* const name : names) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here changes the environment.
    if (const char* const value = std::getenv(name); value != nullptr && *value != '\0') {
      return value;
    }
  }
  return {};
}

void SetAddressRules(const CurlLibrary& curl, Transfer& transfer, const HttpLimits& limits) {
  CURL* const handle = transfer.handle.get();
  const std::string proxy = ProxyOf(transfer.fetch->url);
  curl.easy_setopt(handle, CURLOPT_PROXY, proxy.c_str());
  curl.easy_setopt(handle, CURLOPT_NOPROXY, "");
  if (limits.allow_private_addresses || transfer.fetch->chosen) {
    return;
  }
  if (proxy.empty()) {
    curl.easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &OpenSocket);
    curl.easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
  } else {
    // Redirects would be followed without a look at their addresses.
    curl.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    transfer.address_refused = NamesPrivateAddress(transfer.fetch->url);
  }
}

bool Prepare(const CurlLibrary& curl, Transfer& transfer, const HttpLimits& limits) {
  transfer.handle.reset(curl.easy_init());
  CURL* const handle = transfer.handle.get();
  if (handle == nullptr) {
    return false;
  }
  const pkix::Fetch& fetch = *transfer.fetch;
  curl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl.easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl.easy_setopt(handle, CURLOPT_MAXREDIRS, limits.redirects);
  curl.easy_setopt(handle, CURLOPT_POSTREDIR, static_cast<long>(CURL_REDIR_POST_ALL));
  curl.easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.time.count()));
  curl.easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(fetch.most_octets));
  curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, &TakeAnswer);
  curl.easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  curl.easy_setopt(handle, CURLOPT_HEADERFUNCTION, &TakeHeader);
  curl.easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
  curl.easy_setopt(handle, CURLOPT_PRIVATE, &transfer);
  SetAddressRules(curl, transfer, limits);
  curl_slist* headers = curl.slist_append(nullptr, ("Accept: " + fetch.accept).c_str());
  const store::HttpValidators& condition = transfer.condition;
  if (!condition.entity_tag.empty()) {
    headers = curl.slist_append(headers, ("If-None-Match: " + condition.entity_tag).c_str());
  }
  if (!condition.last_modified.empty()) {
    headers = curl.slist_append(headers, ("If-Modified-Since: " + condition.last_modified).c_str());
  }
  if (!fetch.body.empty()) {
    headers = curl.slist_append(headers, ("Content-Type: " + fetch.content_type).c_str());
    curl.easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(fetch.body.size()));
    curl.easy_setopt(handle, CURLOPT_POSTFIELDS, fetch.body.data());
  }
  transfer.headers.reset(headers);
  curl.easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  return curl.easy_setopt(handle, CURLOPT_URL, fetch.url.c_str()) == CURLE_OK;
}

// Whether anything of an answer had come.
bool HasBegun(const CurlLibrary& curl, const Transfer& transfer) {
  curl_off_t microseconds = 0;
  curl.easy_getinfo(transfer.handle.get(), CURLINFO_STARTTRANSFER_TIME_T, &microseconds);
  return microseconds > 0;
}

ReasonCode CodeOf(const CurlLibrary& curl, const Transfer& transfer) {
  if (transfer.address_refused) {
    return ReasonCode::kFetchAddressRefused;
  }
  if (transfer.too_large) {
    return ReasonCode::kFetchTooLarge;
  }
  switch (transfer.outcome) {
    case CURLE_FILESIZE_EXCEEDED:
      return ReasonCode::kFetchTooLarge;
    case CURLE_TOO_MANY_REDIRECTS:
      return ReasonCode::kFetchRedirectedTooOften;
    case CURLE_OPERATION_TIMEDOUT:
      return HasBegun(curl, transfer) ? ReasonCode::kFetchTooSlow : ReasonCode::kFetchNoAnswer;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
      return HasBegun(curl, transfer) ? ReasonCode::kFetchCutShort : ReasonCode::kFetchNoAnswer;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return ReasonCode::kFetchNotSecure;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
      return ReasonCode::kFetchAnswerNotExpected;
    default:
      return ReasonCode::kFetchNoAnswer;
  }
}

Result<HttpAnswer> ResultOf(const CurlLibrary& curl, Transfer& transfer) {
  const std::string host = pkix::HostOf(transfer.fetch->url);
  if (transfer.outcome != CURLE_OK || (transfer.address_refused && transfer.answer.empty())) {
    return MakeReason(CodeOf(curl, transfer))
        .With("host", host)
        .Because(transfer.fetch->url + ": " + curl.easy_strerror(transfer.outcome));
  }
  long status = 0;
  curl.easy_getinfo(transfer.handle.get(), CURLINFO_RESPONSE_CODE, &status);
  constexpr long kOk = 200;
  constexpr long kNotModified = 304;
  if (status == kNotModified && !transfer.condition.empty()) {
    return HttpAnswer{.octets = {}, .validators = {}, .not_modified = true};
  }
  if (status != kOk) {
    return MakeReason(ReasonCode::kFetchRefused)
        .With("host", host)
        .With("status", std::to_string(status))
        .Because(transfer.fetch->url);
  }
  return HttpAnswer{.octets = std::move(transfer.answer),
                    .validators = std::move(transfer.validators)};
}

void RunAll(const CurlLibrary& curl, CURLM* multi) {
  int running = 1;
  while (running > 0) {
    if (curl.multi_perform(multi, &running) != CURLM_OK) {
      return;
    }
    constexpr int kWaitMilliseconds = 1000;
    if (running > 0 && curl.multi_poll(multi, nullptr, 0, kWaitMilliseconds, nullptr) != CURLM_OK) {
      return;
    }
  }
}

void CollectOutcomes(const CurlLibrary& curl, CURLM* multi) {
  int left = 0;
  while (const CURLMsg* const message = curl.multi_info_read(multi, &left)) {
    if (message->msg == CURLMSG_DONE) {
      void* transfer = nullptr;
      curl.easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
      static_cast<Transfer*>(transfer)->outcome = message->data.result;
    }
  }
}

// Without the library nobody can be asked.
std::vector<Result<HttpAnswer>> NobodyAsked(const std::vector<pkix::Fetch>& fetches) {
  std::vector<Result<HttpAnswer>> results;
  results.reserve(fetches.size());
  for (const pkix::Fetch& fetch : fetches) {
    results.emplace_back(MakeReason(ReasonCode::kFetchNoAnswer)
                             .With("host", pkix::HostOf(fetch.url))
                             .Because("libcurl is not there, or could not start"));
  }
  return results;
}

std::vector<Result<HttpAnswer>> PerformWith(const CurlLibrary& curl,
                                            const std::vector<pkix::Fetch>& fetches,
                                            const HttpLimits& limits,
                                            const std::vector<store::HttpValidators>& conditions) {
  const std::unique_ptr<CURLM, MultiDeleter> multi(curl.multi_init());
  std::vector<Transfer> transfers(fetches.size());  // stays where it is
  for (std::size_t i = 0; i < fetches.size(); ++i) {
    Transfer& transfer = transfers[i];
    transfer.fetch = &fetches[i];
    transfer.outcome = CURLE_FAILED_INIT;
    if (i < conditions.size()) {
      transfer.condition = conditions[i];
    }
    if (multi != nullptr && Prepare(curl, transfer, limits) && !transfer.address_refused) {
      curl.multi_add_handle(multi.get(), transfer.handle.get());
    }
  }
  if (multi != nullptr) {
    RunAll(curl, multi.get());
    CollectOutcomes(curl, multi.get());
  }
  std::vector<Result<HttpAnswer>> results;
  results.reserve(transfers.size());
  for (Transfer& transfer : transfers) {
    results.push_back(ResultOf(curl, transfer));
    if (multi != nullptr && transfer.handle != nullptr) {
      curl.multi_remove_handle(multi.get(), transfer.handle.get());
    }
  }
  return results;
}

}  // namespace

std::vector<Result<HttpAnswer>> Perform(const std::vector<pkix::Fetch>& fetches,
                                        const HttpLimits& limits,
                                        const std::vector<store::HttpValidators>& conditions) {
  const CurlLibrary* const curl = CurlLibrary::Get();
  return curl == nullptr ? NobodyAsked(fetches) : PerformWith(*curl, fetches, limits, conditions);
}

}  // namespace signet::cli

// NOLINTEND(cppcoreguidelines-pro-type-vararg,hicpp-vararg)
