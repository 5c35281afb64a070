#include "directory/answer.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "cms/armor.h"
#include "cms/decoder.h"
#include "cms/verify_signer.h"
#include "mime/header.h"

namespace signet::directory {
namespace {

// Without options, whose meaning shows in the octets themselves.
bool IsAsked(std::string_view attribute) {
  const std::string name = mime::LowerCase(attribute.substr(0, attribute.find(';')));
  return name == "usercertificate" || name == "usersmimecertificate";
}

class Reader {
 public:
  void Read(const Value& value) {
    if (answer_.cut || looked_at_ == limits::kDirectoryValues) {
      answer_.cut = true;
      return;
    }
    ++looked_at_;
    const bool plausible =
        IsAsked(value.attribute) && value.octets.size() <= limits::kDirectoryValueOctets;
    const auto octets = plausible ? cms::UnarmorAll(value.octets) : std::unexpected(Reason{});
    if (!octets || !(ReadCertificate(*octets) || ReadSignedData(*octets))) {
      ++answer_.unreadable;
    }
  }

  Answer Take() { return std::move(answer_); }

 private:
  bool ReadCertificate(ByteView octets) {
    const auto certificate = pkix::Certificate::Parse(octets);
    return certificate && Add(*certificate);
  }

  bool ReadSignedData(ByteView octets) {
    const auto signed_data = cms::DecodeSignature(octets);
    if (!signed_data) {
      return false;
    }
    std::vector<pkix::CertificatePtr> certificates;
    for (const Bytes& der : signed_data->certificates) {
      if (auto certificate = pkix::Certificate::Parse(der)) {
        Add(*certificate);
        certificates.push_back(*std::move(certificate));
      }
    }
    for (std::size_t index = 0; index < signed_data->signers.size(); ++index) {
      Announce(*signed_data, index, certificates);
    }
    return !certificates.empty();
  }

  bool Add(const pkix::CertificatePtr& certificate) {
    if (!seen_.insert(certificate->sha256()).second) {
      return true;
    }
    if (seen_.size() > limits::kDirectoryValues) {
      answer_.cut = true;
      return true;
    }
    if (certificate->IsAuthority()) {
      answer_.authorities.push_back(certificate);
    }
    // People who made their certificate themselves often made it one of an authority.
    if (!certificate->IsAuthority() || !certificate->addresses().empty()) {
      answer_.candidates.push_back({.certificate = certificate});
    }
    return true;
  }

  // Takes the capabilities of a signer whose signature is right.
  void Announce(const cms::SignedData& signed_data, std::size_t index,
                const std::vector<pkix::CertificatePtr>& certificates) {
    const cms::SignerInfo& signer = signed_data.signers[index];
    if (!signer.signed_attributes || signer.signed_attributes->capabilities.empty()) {
      return;
    }
    const auto owner = std::ranges::find_if(certificates, [&](const auto& certificate) {
      return cms::MatchesSigner(signer.id, certificate->der());
    });
    if (owner == certificates.end() || !IsRight(signed_data, index, **owner)) {
      return;
    }
    for (Candidate& candidate : answer_.candidates) {
      // A second certificate of another issuer may be of somebody who only has the same name.
      if (candidate.certificate->subject() == (*owner)->subject() &&
          candidate.certificate->issuer() == (*owner)->issuer()) {
        candidate.capabilities = signer.signed_attributes->capabilities;
        candidate.announced_at = signer.signed_attributes->signing_time;
      }
    }
  }

  static bool IsRight(const cms::SignedData& signed_data, std::size_t index,
                      const pkix::Certificate& owner) {
    if (signed_data.has_content) {
      return cms::VerifySigner(signed_data, index, nullptr, owner.der()).valid;
    }
    // No content is one without octets.
    auto digester = cms::ContentDigester::ForDetached(signed_data);
    const auto digests = digester ? digester->Finish() : std::unexpected(digester.error());
    return digests && cms::VerifySigner(signed_data, index, &*digests, owner.der()).valid;
  }

  Answer answer_;
  std::size_t looked_at_ = 0;
  std::set<std::string> seen_;  // fingerprints
};

}  // namespace

Answer ReadAnswer(std::span<const Value> values) {
  Reader reader;
  for (const Value& value : values) {
    reader.Read(value);
  }
  return reader.Take();
}

}  // namespace signet::directory
