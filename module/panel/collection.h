// What a judged message tells about its sender that is worth keeping.
#ifndef SIGNET_PANEL_COLLECTION_H_
#define SIGNET_PANEL_COLLECTION_H_

#include <cstddef>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "idl/message_security.h"
#include "panel/profile.h"
#include "smime/findings.h"
#include "smime/reader.h"
#include "store/certificate_state.h"
#include "store/collection.h"

namespace signet::panel {

// CollectableFrom gives the certificate to encrypt for to the sender of a message whose signature
// is valid: the one that the signer prefers, or else the signer's own, or else another one of the
// signer's in the message (RFC 8551, 2.5.3.1). It must be for the sender's address, and usable for
// encryption at the time of the context. Nothing: there is none. Nothing that is in the message
// counts unless the signature is valid. NSS must run.
[[nodiscard]] std::optional<store::Collectable> CollectableFrom(const smime::Findings& findings,
                                                                const store::JudgeContext& context);

// Collector stores it in a profile, and remembers what it has stored. Thread-safe.
class Collector {
 public:
  // The profile is not owned and outlives the collector.
  explicit Collector(Profile& profile) : profile_(&profile) {}

  // The fingerprints of certificates for a sender.
  using Known = std::set<std::string>;

  // KnownBefore gives those that are here before a message is judged. Asked for as early as
  // possible: Thunderbird stores a signer's certificate by itself, on a thread of its own, when it
  // has checked the signature, and what it stores is as new to the person as what is stored here.
  [[nodiscard]] Known KnownBefore(const smime::Opened& opened) const;

  // CollectFrom stores what a message brings, unless it is among those that are not to be stored,
  // and gives it if it is new, that is not `known`: also when an earlier message brought it, or the
  // same one whose judgement nobody waited for. Nothing: there is nothing, it was there before, or
  // it could not be stored, which is no reason to withhold the verdict.
  [[nodiscard]] std::optional<idl::CollectedCertificate> CollectFrom(
      const smime::Findings& findings, const Known& known, const idl::JudgeOptions& options);

 private:
  // A mailbox stepped through must not grow the memory.
  static constexpr std::size_t kRemembered = 1000;

  Profile* profile_;
  std::mutex mutex_;
  std::set<std::string> stored_;  // fingerprints
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_COLLECTION_H_
