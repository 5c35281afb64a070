#include "panel/certificates.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/time.h"
#include "cms/capabilities.h"
#include "nss/cipher.h"
#include "nss/digest.h"
#include "panel/certificate_row.h"
#include "panel/certificate_summary.h"
#include "store/export.h"

namespace signet::panel {
namespace {

// A screen has room for fewer.
constexpr std::size_t kMostRows = 200;

// Ciphers that the owner has announced; those that Signet writes, too, are the ones that matter.
std::vector<std::string> CapabilityNames(const std::optional<store::Capabilities>& capabilities) {
  std::vector<std::string> names;
  if (!capabilities) {
    return names;
  }
  for (const cms::SMimeCapability& capability : *capabilities) {
    const std::optional<nss::Cipher> cipher = nss::CipherFromOid(capability.oid);
    if (cipher) {
      names.emplace_back(nss::CipherName(*cipher));
    }
  }
  return names;
}

}  // namespace

std::shared_ptr<const CertificateList> Certificates::TheList() {
  const std::uint64_t generation = profile_->Generation();
  {
    const std::scoped_lock lock(mutex_);
    if (list_ != nullptr && generation_ == generation) {
      return list_;
    }
  }
  // Made without the lock: a slow card delays only whoever asks.
  auto list =
      std::make_shared<const CertificateList>(store::StoredCertificates(store::BuiltIn::kInclude));
  const std::scoped_lock lock(mutex_);
  list_ = list;
  generation_ = generation;
  return list;
}

std::vector<store::StoredCertificate> Certificates::Named(const std::vector<std::string>& sha256s) {
  const auto list = TheList();
  std::vector<store::StoredCertificate> named;
  for (const std::string& sha256 : sha256s) {
    if (const store::StoredCertificate* found = list->Find(sha256)) {
      named.push_back(*found);
    }
  }
  return named;
}

Result<idl::CertificatePage> Certificates::List(const idl::CertificateQuery& query,
                                                const idl::CallContext& /*context*/) {
  const store::JudgeContext judging = profile_->Judging(FromMilliseconds(query.time));
  const auto list = TheList();
  const auto found = list->Search(query.group, query.text);
  idl::CertificatePage page;
  page.total = static_cast<std::uint32_t>(found.size());
  const std::size_t first = std::min<std::size_t>(query.first, found.size());
  const std::size_t count =
      std::min({found.size() - first, static_cast<std::size_t>(query.count), kMostRows});
  for (std::size_t i = first; i < first + count; ++i) {
    page.rows.push_back(RowOf(*found[i], StateOfStored(*found[i], judging), judging));
  }
  return page;
}

Result<std::optional<idl::CertificateDetails>> Certificates::Details(
    const std::string& sha256, double time, const idl::CallContext& /*context*/) {
  const store::JudgeContext judging = profile_->Judging(FromMilliseconds(time));
  const auto list = TheList();
  const store::StoredCertificate* const stored = list->Find(sha256);
  if (stored == nullptr) {
    return std::optional<idl::CertificateDetails>();
  }
  const pkix::Certificate& certificate = *stored->certificate;
  const StoredState state = StateOfStored(*stored, judging);
  idl::CertificateDetails details;
  details.row = RowOf(*stored, state, judging);
  for (const pkix::CertificatePtr& each : state.any.chain) {
    details.chain.push_back(SummaryOf(*each));
  }
  details.signing = UseOf(state.signing);
  details.encryption = UseOf(state.encryption);
  SIGNET_ASSIGN(const Bytes sha1,
                nss::ComputeDigest(nss::DigestAlgorithm::kSha1, certificate.der()));
  details.sha1 = ToHex(sha1);
  if (certificate.signature_scheme()) {
    details.signature_algorithm = certificate.signature_scheme()->Name();
  }
  details.capabilities = CapabilityNames(profile_->Capabilities(certificate));
  return details;
}

Result<std::vector<idl::Buffer>> Certificates::Chain(const std::string& sha256, double time,
                                                     const idl::CallContext& /*context*/) {
  const store::JudgeContext judging = profile_->Judging(FromMilliseconds(time));
  const auto list = TheList();
  std::vector<idl::Buffer> chain;
  if (const store::StoredCertificate* const stored = list->Find(sha256)) {
    for (const pkix::CertificatePtr& each : StateOfStored(*stored, judging).any.chain) {
      chain.emplace_back(ToBytes(each->der()));
    }
  }
  return chain;
}

Result<idl::Buffer> Certificates::ExportFile(const std::vector<std::string>& sha256s,
                                             idl::CertificateFormat format,
                                             const idl::CallContext& /*context*/) {
  const std::vector<store::StoredCertificate> named = Named(sha256s);
  if (named.empty()) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("no such certificate");
  }
  if (format == idl::CertificateFormat::kDer) {
    return idl::Buffer(ToBytes(named.front().certificate->der()));
  }
  if (format == idl::CertificateFormat::kPem) {
    std::string text;
    for (const store::StoredCertificate& each : named) {
      text += store::ToPem(*each.certificate);
    }
    return idl::Buffer(ToBytes(AsBytes(text)));
  }
  std::vector<pkix::CertificatePtr> certificates;
  certificates.reserve(named.size());
  for (const store::StoredCertificate& each : named) {
    certificates.push_back(each.certificate);
  }
  return idl::Buffer(store::ToPkcs7(certificates));
}

Result<std::uint32_t> Certificates::Dependents(const std::string& sha256,
                                               const idl::CallContext& /*context*/) {
  const auto list = TheList();
  const store::StoredCertificate* const authority = list->Find(sha256);
  if (authority == nullptr) {
    return 0U;
  }
  return static_cast<std::uint32_t>(
      std::ranges::count_if(list->all(), [&](const store::StoredCertificate& each) {
        return each.certificate->issuer() == authority->certificate->subject() &&
               *each.certificate != *authority->certificate;
      }));
}

}  // namespace signet::panel
