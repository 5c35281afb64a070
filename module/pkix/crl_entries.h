// CrlEntries: the revokedCertificates of a CRL (RFC 5280, 5.1.2.6 and 5.3), looked up in place.
//
// CRLs of a million entries occur. Nothing is made of an entry until it is asked for: one pass
// checks the framing of all of them, and then
//  - entries in ascending order of serial numbers, as many authorities write them, are found by
//    binary search over the octets, with the help of the place of every 64th entry;
//  - for others the first few questions are answered by going through the octets once more; then an
//    index of hashes and places is made, which is searched. It takes as long as about eight such
//    answers, and most lists are asked about one or two certificates in the life of a process.
//
#ifndef SIGNET_PKIX_CRL_ENTRIES_H_
#define SIGNET_PKIX_CRL_ENTRIES_H_

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "pkix/name.h"

namespace signet::pkix {

// CRLReason (5.3.1).
enum class CrlReason : std::uint8_t {
  kUnspecified = 0,
  kKeyCompromise = 1,
  kCaCompromise = 2,
  kAffiliationChanged = 3,
  kSuperseded = 4,
  kCessationOfOperation = 5,
  kCertificateHold = 6,
  kRemoveFromCrl = 8,
  kPrivilegeWithdrawn = 9,
  kAaCompromise = 10,
};

// One entry, read.
struct CrlEntry {
  Time revoked_at;
  CrlReason reason = CrlReason::kUnspecified;
  std::optional<Time> invalid_since;
};

// Thread-safe once scanned. Views the octets of the CRL, which outlive it.
class CrlEntries {
 public:
  CrlEntries() = default;

  // Scan checks the framing of all entries: the content of the SEQUENCE OF. `offset` is where it
  // begins in the CRL. Reason: malformed.
  [[nodiscard]] Result<void> Scan(ByteView content, std::size_t offset);

  // Find looks for a serial number (content octets of the INTEGER) of a certificate of `issuer`.
  // The entry's own certificateIssuer, or that of the last one before it that has one, decides
  // whose it is (5.3.3); before the first it is the CRL's issuer. Reason: malformed (the entry).
  [[nodiscard]] Result<std::optional<CrlEntry>> Find(ByteView serial, const Name& issuer,
                                                     const Name& crl_issuer) const;

  [[nodiscard]] std::size_t size() const { return count_; }
  // A critical extension of some entry that Signet does not process, dotted: the CRL must not be
  // used at all (5.3). Empty: none.
  [[nodiscard]] const std::string& unknown_critical() const { return unknown_critical_; }
  // Whether entries of other issuers' certificates may be among them.
  [[nodiscard]] bool has_certificate_issuers() const { return has_certificate_issuers_; }
  [[nodiscard]] bool is_sorted() const { return sorted_; }

 private:
  struct Indexed {
    std::uint64_t key = 0;  // the last octets of the serial number
    std::uint32_t place = 0;
  };

  [[nodiscard]] std::optional<std::size_t> FindSorted(ByteView serial) const;
  // Goes through the entries from one place to another, which entries begin at.
  [[nodiscard]] std::optional<std::size_t> FindLinear(ByteView serial, std::size_t place,
                                                      std::size_t end) const;
  [[nodiscard]] std::optional<std::size_t> FindUnsorted(ByteView serial) const;
  [[nodiscard]] std::optional<std::size_t> FindIndexed(ByteView serial) const;
  [[nodiscard]] Result<std::optional<CrlEntry>> FindOfIssuer(ByteView serial, const Name& issuer,
                                                             const Name& crl_issuer) const;
  [[nodiscard]] Result<CrlEntry> Read(std::size_t place) const;
  [[nodiscard]] Result<void> ScanExtensions(ByteView octets, std::size_t place);
  void BuildIndex() const;

  ByteView content_;
  std::size_t offset_ = 0;
  std::size_t count_ = 0;
  bool sorted_ = true;
  bool has_certificate_issuers_ = false;
  std::string unknown_critical_;
  std::vector<std::uint32_t> places_;  // of every 64th entry
  mutable std::atomic<unsigned> questions_ = 0;
  mutable std::once_flag index_once_;
  mutable std::vector<Indexed> index_;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_CRL_ENTRIES_H_
