// AnswerCache: what was fetched for checking certificates and counted, kept on disk: OCSP
// responses, CRLs and certificates of authorities. It makes a check possible without a network.
//
// Nothing in it is believed: what comes out is judged like what comes from the network. Only what
// decided a check goes in, so that no server can push out what is good with what is not.
//
// On disk it is an SQLite database with a write-ahead log: any number of processes use it at the
// same time, and one that is killed at any moment leaves it whole. A file that is damaged or of
// another version is replaced, since all in it can be fetched again.
#ifndef SIGNET_STORE_ANSWER_CACHE_H_
#define SIGNET_STORE_ANSWER_CACHE_H_

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/result.h"
#include "base/time.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "pkix/path.h"

namespace signet::store {

// One stored answer, for people who look at what there is.
struct StoredAnswer {
  pkix::FetchKind kind = pkix::FetchKind::kIssuer;
  // What it is found by: the certificate's fingerprint with OCSP, otherwise the URL.
  std::string key;
  std::string url;
  // With OCSP, the owner of the certificate that it is about.
  std::string subject;
  // Who issued it, or the authority itself.
  std::string issuer;
  Time this_update;
  // nextUpdate, the end of the certificate's validity, or what the RFC allows where the answer does
  // not say.
  Time expires;
  std::size_t octets = 0;
};

// What a web server gives with an answer, to ask it later whether that has changed (RFC 9110, 8.8):
// sent back as they came, and not understood.
struct HttpValidators {
  std::string entity_tag;
  std::string last_modified;

  [[nodiscard]] bool empty() const { return entity_tag.empty() && last_modified.empty(); }
};

// A stored answer whose server can be asked whether it has changed.
struct StoredCopy {
  Bytes answer;
  HttpValidators validators;
};

struct AnswerCacheLimits {
  std::size_t octets = limits::kCacheOctets;
  std::size_t entries = limits::kCacheEntries;
};

// Thread-safe. The file may disappear or fill up at any time: then the cache forgets, and says
// nothing.
class AnswerCache {
 public:
  // Open opens or makes the database; its folder is made for this user alone. Reason:
  // file-unreadable (text `path`).
  [[nodiscard]] static Result<std::unique_ptr<AnswerCache>> Open(
      const std::filesystem::path& file, const AnswerCacheLimits& limits = {});

  AnswerCache(const AnswerCache&) = delete;
  AnswerCache& operator=(const AnswerCache&) = delete;
  AnswerCache(AnswerCache&&) = delete;
  AnswerCache& operator=(AnswerCache&&) = delete;
  ~AnswerCache();

  // Fill adds to the evidence what is stored for the wanted fetches of the kinds, and tells whether
  // it added anything. What has expired at `now` stays out.
  bool Fill(const std::vector<pkix::Fetch>& wanted, const std::vector<pkix::FetchKind>& kinds,
            Time now, pkix::Evidence& evidence);

  // Keep stores those fetched answers that decided about the best path of the result. An answer
  // replaces an older one under its key, never a newer one. What is too much goes: first what has
  // expired, then what was used least recently.
  void Keep(const pkix::Evidence& evidence, const pkix::PathResult& result, Time now);

  // Copy gives what is stored for a fetch of a CRL, whether expired or not, with the validators
  // that came with it; nothing: there are none.
  [[nodiscard]] std::optional<StoredCopy> Copy(const pkix::Fetch& fetch);
  // NoteValidators stores the validators of an answer, if that is what is stored for the fetch.
  void NoteValidators(const pkix::Fetch& fetch, ByteView answer, const HttpValidators& validators);

  // List gives all, the latest stored first; Delete removes one.
  [[nodiscard]] std::vector<StoredAnswer> List();
  void Delete(pkix::FetchKind kind, const std::string& key);

  // Renewal is the fetch that brings a stored CRL or OCSP response anew; nothing: there is none.
  [[nodiscard]] std::optional<pkix::Fetch> Renewal(pkix::FetchKind kind, const std::string& key);
  // Renew stores what the renewal brought, if it is newer. It is looked at only as far as a mistake
  // must not push out what is good: a CRL is of the same issuer, an OCSP response a successful one.
  // Whatever uses it verifies it. Reasons: fetch-answer-not-expected, fetch-answer-damaged,
  // revocation-answer-mismatched, revocation-responder-failed.
  [[nodiscard]] Result<void> Renew(const pkix::Fetch& renewal, Bytes answer, Time now);

 private:
  struct State;
  explicit AnswerCache(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_ANSWER_CACHE_H_
