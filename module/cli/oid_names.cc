#include "cli/oid_names.h"

#include <array>
#include <string_view>

#include "asn1/oids.h"
#include "base/oid.h"
#include "cms/content_encryption.h"
#include "nss/digest.h"
#include "nss/oid_names.h"
#include "nss/signature.h"

namespace signet::cli {
namespace {

namespace oid = asn1::oid;

struct Named {
  Oid oid;
  std::string_view name;
};

// By the names of their standards, where NSS has another name or none.
constexpr std::array kNames = {
    Named{oid::kData, "data"},
    Named{oid::kSignedData, "signedData"},
    Named{oid::kEnvelopedData, "envelopedData"},
    Named{oid::kDigestedData, "digestedData"},
    Named{oid::kEncryptedData, "encryptedData"},
    Named{oid::kAuthenticatedData, "authenticatedData"},
    Named{oid::kCompressedData, "compressedData"},
    Named{oid::kAuthEnvelopedData, "authEnvelopedData"},
    Named{oid::kTstInfo, "TSTInfo"},
    Named{oid::kReceipt, "receipt"},
    Named{oid::kZlibCompress, "zlib"},
    Named{oid::kContentType, "content type"},
    Named{oid::kMessageDigest, "message digest"},
    Named{oid::kSigningTime, "signing time"},
    Named{oid::kCountersignature, "countersignature"},
    Named{oid::kSmimeCapabilities, "S/MIME capabilities"},
    Named{oid::kReceiptRequest, "receipt request"},
    Named{oid::kEssSecurityLabel, "security label"},
    Named{oid::kMlExpansionHistory, "mailing list expansion history"},
    Named{oid::kContentHint, "content hints"},
    Named{oid::kMsgSigDigest, "message signature digest"},
    Named{oid::kContentIdentifier, "content identifier"},
    Named{oid::kEncryptionKeyPreference, "encryption key preference"},
    Named{oid::kSigningCertificate, "signing certificate"},
    Named{oid::kTimeStampToken, "time-stamp token"},
    Named{oid::kSigningCertificateV2, "signing certificate V2"},
    Named{oid::kCmsAlgorithmProtection, "algorithm protection"},
    Named{oid::kMicrosoftEncryptionKeyPreference, "encryption key preference (Microsoft)"},
    Named{oid::kRecipientInfoKem, "KEMRecipientInfo"},
};

std::string WithNumber(std::string_view name, ByteView oid) {
  return name.empty() ? DottedText(oid) : std::string(name) + " (" + DottedText(oid) + ")";
}

}  // namespace

std::string OidText(ByteView oid) {
  for (const Named& named : kNames) {
    if (oid == named.oid) {
      return WithNumber(named.name, oid);
    }
  }
  return WithNumber(nss::OidName(oid), oid);
}

std::string DigestText(const cms::AlgorithmIdentifier& algorithm) {
  const auto digest = nss::DigestFromOid(algorithm.oid);
  return digest ? WithNumber(nss::DigestName(*digest), algorithm.oid) : OidText(algorithm.oid);
}

std::string SignatureText(const cms::AlgorithmIdentifier& algorithm,
                          const cms::AlgorithmIdentifier& digest) {
  const auto parsed = nss::ParseSignatureAlgorithm(algorithm.der, nss::DigestFromOid(digest.oid));
  return parsed ? WithNumber(parsed->Name(), algorithm.oid) : OidText(algorithm.oid);
}

std::string CipherText(const cms::AlgorithmIdentifier& algorithm) {
  const auto cipher = cms::ReadContentEncryption(algorithm);
  return cipher ? WithNumber(cipher->Name(), algorithm.oid) : OidText(algorithm.oid);
}

}  // namespace signet::cli
