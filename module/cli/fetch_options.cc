#include "cli/fetch_options.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/certificate_files.h"
#include "pkix/fetch.h"

namespace signet::cli {
namespace {

std::chrono::milliseconds Milliseconds(double seconds) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::duration<double>(seconds));
}

}  // namespace

std::string DefaultCache() {
  // NOLINTBEGIN(concurrency-mt-unsafe): nothing here changes the environment.
  const char* const cache = std::getenv("XDG_CACHE_HOME");
  const char* const home = std::getenv("HOME");
  // NOLINTEND(concurrency-mt-unsafe)
  if (cache != nullptr && *cache == '/') {
    return std::string{cache} + "/signet/answers.sqlite";
  }
  return home != nullptr && *home == '/' ? std::string{home} + "/.cache/signet/answers.sqlite"
                                         : std::string();
}

std::unique_ptr<store::AnswerCache> FetchOptions::OpenCache() const {
  std::error_code ignored;
  const bool wanted = mode() == RevocationMode::kOnline ||
                      (mode() == RevocationMode::kLocal && std::filesystem::exists(cache, ignored));
  if (cache.empty() || !wanted) {
    return nullptr;
  }
  // Without a cache everything works, only not without a network.
  auto opened = store::AnswerCache::Open(cache);
  return opened ? *std::move(opened) : nullptr;
}

RevocationMode FetchOptions::mode() const {
  return ParseRevocationMode(revocation).value_or(RevocationMode::kLocal);
}

HttpLimits FetchOptions::limits() const {
  HttpLimits limits;
  limits.time = Milliseconds(seconds);
  limits.together = Milliseconds(seconds_together);
  limits.allow_private_addresses = allow_private_addresses;
  return limits;
}

Result<Responder> FetchOptions::ReadResponder() const {
  Responder read{.url = responder, .signers = {}};
  if (!responder_certificate.empty()) {
    SIGNET_ASSIGN(read.signers, ReadCertificates(responder_certificate));
  }
  return read;
}

void AddFetchOptions(const Command& command, FetchOptions& options) {
  constexpr double kShortest = 0.001;
  constexpr double kLongest = 600;
  command
      .Value("--revocation", options.revocation,
             "Whether certificates were revoked: off, do not ask; local, use what is at hand; "
             "online, ask the authorities, and fetch missing issuers")
      .OneOf({"off", "local", "online"})
      .ShowDefault();
  command.Flag("--require-revocation", options.require_revocation,
               "Not valid unless every certificate is known not to be revoked");
  command.Flag("--allow-private-addresses", options.allow_private_addresses,
               "Also ask servers in private networks and on this computer");
  command
      .Value("--fetch-time", options.seconds, "Seconds that one answer over the network may take")
      .Type("SECONDS")
      .Between(kShortest, kLongest)
      .ShowDefault();
  command
      .Value("--fetch-time-together", options.seconds_together,
             "Seconds that all answers for one message or certificate may take")
      .Type("SECONDS")
      .Between(kShortest, kLongest)
      .ShowDefault();
  command
      .Value("--responder", options.responder,
             "Ask this service (OCSP) about every certificate, not the one that it names")
      .Type("URL")
      .Check([](const std::string& url) {
        return pkix::IsWebUrl(url) ? std::string() : "begins with neither http:// nor https://";
      });
  command
      .Value("--responder-cert", options.responder_certificate,
             "With whose key that service signs its answers; without it, those count that the "
             "authority has signed, or whom it has certified for this")
      .Type("FILE")
      .ExistingFile();
  command
      .Value("--cache", options.cache,
             "Where answers are kept for use without a network; empty: nowhere")
      .Type("FILE")
      // Not this person's own folder: the manual page is made from this text.
      .ShowDefault("$XDG_CACHE_HOME/signet/answers.sqlite");
}

}  // namespace signet::cli
