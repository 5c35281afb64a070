// Evidence: what is at hand for one question beyond the certificates that it names: CRLs and OCSP
// responses, issuers that were fetched, and what became of each fetch.
//
// The question goes round: ask, see what could be fetched, fetch it, ask again.
//
//   Evidence evidence;                                   // with what files and the message brought
//   do {
//     request.revocation.data = &evidence.data();
//     result = ValidatePath(request);                    // evidence.issuers() among its sources
//     wanted = FindFetches(result, settings);
//   } while (fetch each of evidence.Next(wanted), then Supply or Fail; until it is empty);
//   evidence.Explain(wanted, mode, result);
#ifndef SIGNET_PKIX_EVIDENCE_H_
#define SIGNET_PKIX_EVIDENCE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "pkix/fetch.h"
#include "pkix/path.h"
#include "pkix/revocation.h"

namespace signet::pkix {

// What became of one fetch. Neither supplied nor a problem: it is under way.
struct FetchRecord {
  Fetch fetch;
  bool supplied = false;
  // fetch-…: why there is no answer, or none that can be read.
  std::optional<Reason> problem;
  // The answer, read: one of them, by the kind of the fetch.
  std::vector<CertificatePtr> issuers;
  CrlPtr crl;
  OcspResponsePtr ocsp_response;
};

// Move-only; what was moved from is of no use. One thread at a time.
class Evidence {
 public:
  void Add(CrlPtr crl) { data_.crls.push_back(std::move(crl)); }
  void Add(SuppliedOcspResponse response) { data_.ocsp_responses.push_back(std::move(response)); }
  void Add(CertificatePtr issuer) { issuers_->Add(std::move(issuer)); }

  // What is at hand; valid as long as this object stays where it is. Contents change with Add and
  // Supply.
  [[nodiscard]] const RevocationData& data() const { return data_; }
  [[nodiscard]] const CertificatePool& issuers() const { return *issuers_; }

  // Next gives those of the wanted fetches that should be made now, and takes them as under way:
  // what was not tried before, missing issuers before OCSP answers before CRLs, since a later kind
  // may turn out not to be needed. Empty: nothing is left, or enough rounds were made
  // (limits::kFetchRounds).
  [[nodiscard]] std::vector<Fetch> Next(const std::vector<Fetch>& wanted);

  // Supply takes the answer to a fetch. `nonce` is the one of the question, if it had any. An
  // answer that cannot be read is a problem of the record: fetch-answer-not-expected (a web page,
  // say), fetch-answer-damaged.
  void Supply(const Fetch& fetch, Bytes answer, ByteView nonce = {});
  // Fail says that there was no answer, and why (a reason fetch-…).
  void Fail(const Fetch& fetch, Reason problem);

  // AddStored takes an answer that was stored earlier. The fetch stays to be made as long as the
  // question wants it. False: it cannot be read, or was added before.
  [[nodiscard]] bool AddStored(const Fetch& fetch, Bytes answer);

  // In the order in which they were made.
  [[nodiscard]] const std::vector<FetchRecord>& records() const { return records_; }
  // The record of a fetch of the same URL and body, whatever it was for; null: none was made.
  [[nodiscard]] const FetchRecord* Find(const Fetch& fetch) const;

  // Explain writes what became of the fetches into a result. Revocation that nobody asked about,
  // though somebody could be asked, is "not checked", and revocation-not-checked takes the place of
  // revocation-unknown among the warnings; where it was asked in vain, the reason is added.
  // `wanted`: what FindFetches says of this result.
  void Explain(const std::vector<Fetch>& wanted, RevocationSettings::Mode mode,
               PathResult& result) const;

 private:
  [[nodiscard]] FetchRecord& RecordOf(const Fetch& fetch);
  // Reads an answer into the record and adds it to what is at hand.
  [[nodiscard]] bool Take(FetchRecord& record, Bytes answer, ByteView nonce);
  void ExplainPath(const std::vector<Fetch>& wanted, RevocationSettings::Mode mode,
                   Path& path) const;

  RevocationData data_;
  std::unique_ptr<CertificatePool> issuers_ = std::make_unique<CertificatePool>();
  std::vector<FetchRecord> records_;
  std::vector<Fetch> stored_;
  std::size_t rounds_ = 0;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_EVIDENCE_H_
