// Sightings: which signatures this machine has judged valid, and when first; and since when an
// address signs with which certificate.
//
// The first is what makes it known, after a certificate has expired, that something was signed
// before (smime/signer.h). The second tells a person that a sender whom they know has another
// certificate than last time. Both are memories: losing them makes a verdict say less, never more.
//
// On disk it is an SQLite database with a write-ahead log: any number of processes use it at the
// same time, and one that is killed at any moment leaves it whole. A file that is damaged or of
// another version is replaced. It is bounded; what was not met for longest is forgotten first.
#ifndef SIGNET_STORE_SIGHTINGS_H_
#define SIGNET_STORE_SIGHTINGS_H_

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace signet::store {

// A signature that was judged valid.
struct Sighting {
  // Its name (smime::SignerFindings::signature).
  std::string signature;
  // SHA-256 fingerprint of the signer's certificate.
  std::string certificate;
  // The address that the certificate vouches for and the message is from; empty: none.
  std::string address;
};

// What is known of an address and a certificate.
struct Acquaintance {
  // When the first valid signature of the two was seen.
  Time since;
  // The signature in question was that first one.
  bool is_first = false;
  // The certificate that the address had used most lately before, where there was another one; and
  // when it was seen last before this one was seen first.
  std::optional<std::string> previous;
  Time previous_used;
};

// How many are remembered: some twenty million octets.
struct SightingLimits {
  std::size_t signatures = 200000;
  std::size_t certificates = 20000;
};

// Thread-safe. The file may disappear or fill up at any time: then it forgets, and says nothing.
class Sightings {
 public:
  // Open opens or makes the database, for this user alone. Reason: file-unreadable (text `path`).
  [[nodiscard]] static Result<std::unique_ptr<Sightings>> Open(const std::filesystem::path& file,
                                                               const SightingLimits& limits = {});

  Sightings(const Sightings&) = delete;
  Sightings& operator=(const Sightings&) = delete;
  Sightings(Sightings&&) = delete;
  Sightings& operator=(Sightings&&) = delete;
  ~Sightings();

  // FirstSeen tells when a signature was first judged valid here; nothing: never.
  [[nodiscard]] std::optional<Time> FirstSeen(const std::string& signature);

  // Know tells what is known of a sighting's address and certificate; nothing: they were never seen
  // together.
  [[nodiscard]] std::optional<Acquaintance> Know(const Sighting& sighting);

  // Keep remembers signatures that are valid at `now`, the clock. What was seen before keeps its
  // first time.
  void Keep(const std::vector<Sighting>& sightings, Time now);

 private:
  struct State;
  explicit Sightings(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_SIGHTINGS_H_
