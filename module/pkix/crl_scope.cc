#include "pkix/crl_scope.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "asn1/der_writer.h"

namespace signet::pkix {
namespace {

// Comparable forms of names of distribution points.
std::string KeyOf(const GeneralName& name) {
  const std::string kind = std::to_string(static_cast<int>(name.kind)) + ":";
  return kind + (name.kind == GeneralNameKind::kDirectory ? name.directory->key()
                                                          : std::string{AsText(name.value)});
}

// nameRelativeToCRLIssuer: the RDN at the end of the issuer's name (4.2.1.13).
std::optional<std::string> RelativeKey(const Name& issuer, const asn1::Element& relative) {
  asn1::DerReader outer(issuer.der());
  const auto rdns = outer.Read(asn1::kSequence);
  if (!rdns) {
    return std::nullopt;
  }
  Bytes content = ToBytes(*rdns);
  const Bytes rdn = asn1::EncodeValue(asn1::kSet, relative.content);
  content.insert(content.end(), rdn.begin(), rdn.end());
  const Bytes der = asn1::EncodeValue(asn1::kSequence, content);
  asn1::DerReader reader(der);
  const auto element = reader.ReadElement(asn1::kSequence);
  const auto name = element ? Name::Parse(*element) : Result<Name>{std::unexpected(Reason{})};
  if (!name) {
    return std::nullopt;
  }
  return std::to_string(static_cast<int>(GeneralNameKind::kDirectory)) + ":" + name->key();
}

std::set<std::string> KeysOf(const DistributionPoint& point, const Name& issuer) {
  std::set<std::string> keys;
  for (const GeneralName& name : point.full_name) {
    keys.insert(KeyOf(name));
  }
  if (point.relative_name) {
    if (auto key = RelativeKey(issuer, *point.relative_name)) {
      keys.insert(*std::move(key));
    }
  }
  return keys;
}

const Name* DirectoryOf(const std::vector<GeneralName>& names) {
  for (const GeneralName& name : names) {
    if (name.kind == GeneralNameKind::kDirectory) {
      return name.directory.get();
    }
  }
  return nullptr;
}

bool HasName(const DistributionPoint& point) {
  return !point.full_name.empty() || point.relative_name.has_value();
}

}  // namespace

ReasonMask MaskOf(const std::optional<asn1::BitString>& reasons) {
  if (!reasons) {
    return kAllReasons;
  }
  ReasonMask mask = 0;
  for (unsigned bit = 1; bit <= 8; ++bit) {
    mask = static_cast<ReasonMask>(mask | (reasons->Bit(bit) ? 1U << bit : 0U));
  }
  return mask;
}

bool IsFromRightIssuer(const Certificate& certificate, const DistributionPoint& point,
                       const Crl& crl) {
  if (point.crl_issuer.empty()) {
    return crl.issuer() == certificate.issuer();
  }
  const bool indirect = crl.issuing_point() && crl.issuing_point()->indirect;
  return indirect && std::ranges::any_of(point.crl_issuer, [&](const GeneralName& name) {
           return name.kind == GeneralNameKind::kDirectory && *name.directory == crl.issuer();
         });
}

bool CoversCertificate(const Certificate& certificate, const DistributionPoint& point,
                       const Crl& crl) {
  if (!crl.issuing_point()) {
    return true;
  }
  const IssuingDistributionPoint& issuing = *crl.issuing_point();
  // Certificates before version 3 do not say whether they are authorities'.
  const bool by_kind = issuing.only_user_certificates || issuing.only_authority_certificates;
  if (by_kind && certificate.version() != 3) {
    return false;
  }
  if (issuing.only_attribute_certificates ||
      (issuing.only_user_certificates && certificate.IsAuthority()) ||
      (issuing.only_authority_certificates && !certificate.IsAuthority())) {
    return false;  // (ii) to (iv)
  }
  if (!HasName(issuing.point)) {
    return true;
  }
  // (i): one name in common. A point without a name stands for the CRL issuer's.
  const Name* named_issuer = DirectoryOf(point.crl_issuer);
  std::set<std::string> keys =
      KeysOf(point, named_issuer != nullptr ? *named_issuer : certificate.issuer());
  if (!HasName(point)) {
    for (const GeneralName& name : point.crl_issuer) {
      keys.insert(KeyOf(name));
    }
  }
  const std::set<std::string> offered = KeysOf(issuing.point, crl.issuer());
  return std::ranges::any_of(offered, [&](const std::string& key) { return keys.contains(key); });
}

ReasonMask CoveredReasons(const DistributionPoint& point, const Crl& crl) {
  const ReasonMask of_crl =
      crl.issuing_point() ? MaskOf(crl.issuing_point()->point.reasons) : kAllReasons;
  return static_cast<ReasonMask>(MaskOf(point.reasons) & of_crl);
}

DistributionPoint IssuersOwnPoint(const Certificate& certificate) {
  GeneralName name;
  name.kind = GeneralNameKind::kDirectory;
  // Lends the certificate's own name; the pointer owns nothing.
  name.directory =
      std::shared_ptr<const Name>{std::shared_ptr<const Name>{}, &certificate.issuer()};
  DistributionPoint point;
  point.full_name.push_back(std::move(name));
  return point;
}

}  // namespace signet::pkix
