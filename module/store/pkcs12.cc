#include "store/pkcs12.h"

#include <keyhi.h>
#include <pk11pub.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "asn1/ber_header.h"
#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "cms/identifiers.h"
#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/secret_bytes.h"
#include "store/pkcs12_password.h"

namespace signet::store {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::DerReader;

// RFC 7292, section 4.2 and appendix D.
constexpr Oid kKeyBag{"1.2.840.113549.1.12.10.1.1"};
constexpr Oid kShroudedKeyBag{"1.2.840.113549.1.12.10.1.2"};
constexpr Oid kCertificateBag{"1.2.840.113549.1.12.10.1.3"};
constexpr Oid kSafeContentsBag{"1.2.840.113549.1.12.10.1.6"};
constexpr Oid kX509Certificate{"1.2.840.113549.1.9.22.1"};
constexpr Oid kFriendlyName{"1.2.840.113549.1.9.20"};
constexpr Oid kLocalKeyId{"1.2.840.113549.1.9.21"};

// What a bag says of itself.
struct BagLabels {
  std::string name;
  Bytes local_key_id;
};

// Reads one file. What was decrypted is wiped with the reader.
class Pkcs12Reader {
 public:
  Pkcs12Reader(const Pkcs12Password& password, std::string_view label)
      : password_(password), label_(label) {}

  Result<Pkcs12Contents> Read(ByteView file) {
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(file));
    DerReader outer(der);
    SIGNET_ASSIGN(DerReader pfx, outer.ReadSequence());
    SIGNET_ASSIGN(const std::uint64_t version, pfx.ReadUnsigned());
    if (version != 3) {
      return pfx.Fail("PFX version " + std::to_string(version));
    }
    SIGNET_ASSIGN(DerReader info, pfx.ReadSequence());
    SIGNET_ASSIGN(const ByteView type, info.ReadOid());
    if (!(type == oid::kData)) {
      return MakeReason(ReasonCode::kAlgorithmUnsupported)
          .With("algorithm", "PKCS #12 " + DottedText(type))
          .With("oid", DottedText(type));
    }
    SIGNET_ASSIGN(DerReader tagged, info.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(const ByteView safe, tagged.ReadOctetString());
    if (!pfx.AtEnd()) {
      SIGNET_TRY(Authenticate(pfx, safe));
    }
    SIGNET_TRY(ReadSafe(safe));
    ImportKeys();
    return std::move(contents_);
  }

 private:
  // A private key (PrivateKeyInfo, DER) that waits until all certificates were read.
  struct Waiting {
    nss::SecretBytes info;
    BagLabels labels;
  };
  struct LabelledCertificate {
    pkix::CertificatePtr certificate;
    BagLabels labels;
  };

  [[nodiscard]] Reason WrongPassword(std::string diagnostic) const {
    return MakeReason(ReasonCode::kPasswordWrong)
        .With("token", label_)
        .Because(std::move(diagnostic));
  }

  // MacData (RFC 7292, section 4).
  Result<void> Authenticate(DerReader& pfx, ByteView safe) {
    SIGNET_ASSIGN(DerReader data, pfx.ReadSequence());
    SIGNET_ASSIGN(DerReader info, data.ReadSequence());
    SIGNET_ASSIGN(DerReader algorithm, info.ReadSequence());
    Pkcs12Mac mac;
    SIGNET_ASSIGN(mac.digest_algorithm, algorithm.ReadOid());
    if (!algorithm.AtEnd()) {
      SIGNET_ASSIGN(const asn1::Element parameters, algorithm.ReadAny());
      mac.parameters = parameters.der;
    }
    SIGNET_ASSIGN(mac.digest, info.ReadOctetString());
    SIGNET_ASSIGN(mac.salt, data.ReadOctetString());
    if (!data.AtEnd()) {
      SIGNET_ASSIGN(mac.iterations, data.ReadUnsigned());
    }
    SIGNET_ASSIGN(const bool right, IsMacRight(mac, safe, password_));
    if (!right) {
      // A damaged file must not make a person doubt the password: if it opens what is encrypted, it
      // is the right one.
      static_cast<void>(ReadSafe(safe));
      if (opened_) {
        return Malformed("", "the MAC differs, but the password is right");
      }
      return WrongPassword("the MAC differs");
    }
    contents_.authenticated = true;
    return {};
  }

  // Decrypts, and says what a failure most probably is.
  Result<nss::SecretBytes> Decrypt(ByteView algorithm, ByteView ciphertext) {
    auto plain = DecryptWithPassword(algorithm, ciphertext, password_);
    if (!plain && plain.error().code == ReasonCode::kDecryptionFailed) {
      if (contents_.authenticated) {
        return Malformed("", "encrypted with another password than the file is authenticated with");
      }
      return WrongPassword("decryption failed");
    }
    if (!plain) {
      return plain;
    }
    // By chance, once in 256 times, a wrong password leaves right padding, but not a whole SEQUENCE
    // as well, which both SafeContents and PrivateKeyInfo are.
    if (IsSequence(plain->view())) {
      opened_ = true;
    } else if (!contents_.authenticated) {
      return WrongPassword("what was decrypted is no SEQUENCE");
    }
    return plain;
  }

  static bool IsSequence(ByteView octets) {
    asn1::BerElement header;
    return asn1::ParseBerHeader(octets, header) == asn1::BerHeaderState::kComplete &&
           octets.front() == asn1::kSequence &&
           (!header.length || *header.length == octets.size() - header.header_octets);
  }

  // AuthenticatedSafe: a SEQUENCE OF ContentInfo.
  Result<void> ReadSafe(ByteView safe) {
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(safe));
    DerReader outer(der);
    SIGNET_ASSIGN(DerReader infos, outer.ReadSequence());
    while (!infos.AtEnd()) {
      SIGNET_ASSIGN(DerReader info, infos.ReadSequence());
      SIGNET_ASSIGN(const ByteView type, info.ReadOid());
      if (type == oid::kData) {
        SIGNET_ASSIGN(DerReader tagged, info.Enter(ContextConstructedTag(0)));
        SIGNET_ASSIGN(const ByteView content, tagged.ReadOctetString());
        SIGNET_TRY(ReadContents(content));
      } else if (type == oid::kEncryptedData) {
        SIGNET_TRY(ReadEncrypted(info));
      } else {
        ++contents_.skipped;  // enveloped for a public key
      }
    }
    return {};
  }

  // EncryptedData (RFC 5652, section 8).
  Result<void> ReadEncrypted(DerReader& info) {
    SIGNET_ASSIGN(DerReader tagged, info.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(DerReader data, tagged.ReadSequence());
    SIGNET_TRY(data.ReadUnsigned());
    SIGNET_ASSIGN(DerReader content, data.ReadSequence());
    SIGNET_TRY(content.ReadOid());
    SIGNET_ASSIGN(const asn1::Element algorithm, content.ReadElement(asn1::kSequence));
    SIGNET_ASSIGN(const Bytes ciphertext, cms::ReadImplicitOctetString(content, 0));
    SIGNET_ASSIGN(const nss::SecretBytes plain, Decrypt(algorithm.der, ciphertext));
    return ReadContents(plain.view());
  }

  // SafeContents, and the ones nested in it, without recursion.
  Result<void> ReadContents(ByteView contents) {
    SIGNET_ASSIGN(Bytes der, asn1::BerToDer(contents));
    const nss::SecretBytes guard = Copy(der);  // may hold keys that were not shrouded
    explicit_bzero(der.data(), der.size());
    DerReader outer(guard.view());
    SIGNET_ASSIGN(const DerReader first, outer.ReadSequence());
    std::vector<DerReader> open = {first};
    while (!open.empty()) {
      if (open.back().AtEnd()) {
        open.pop_back();
        continue;
      }
      if (++bags_ > limits::kPkcs12Bags) {
        return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kPkcs12Bags");
      }
      SIGNET_ASSIGN(DerReader bag, open.back().ReadSequence());
      SIGNET_ASSIGN(const ByteView type, bag.ReadOid());
      SIGNET_ASSIGN(DerReader value, bag.Enter(ContextConstructedTag(0)));
      if (type == kSafeContentsBag) {
        SIGNET_ASSIGN(const DerReader nested, value.ReadSequence());
        open.push_back(nested);
        continue;
      }
      SIGNET_ASSIGN(const BagLabels labels, ReadLabels(bag));
      SIGNET_TRY(ReadBag(type, value, labels));
    }
    return {};
  }

  static nss::SecretBytes Copy(ByteView octets) {
    nss::SecretBytes copy(octets.size());
    std::ranges::copy(octets, copy.data());
    return copy;
  }

  static Result<BagLabels> ReadLabels(DerReader& bag) {
    BagLabels labels;
    if (bag.AtEnd()) {
      return labels;
    }
    SIGNET_ASSIGN(DerReader attributes, bag.ReadSet());
    while (!attributes.AtEnd()) {
      SIGNET_ASSIGN(DerReader attribute, attributes.ReadSequence());
      SIGNET_ASSIGN(const ByteView type, attribute.ReadOid());
      SIGNET_ASSIGN(DerReader values, attribute.ReadSet());
      if (values.AtEnd()) {
        continue;
      }
      SIGNET_ASSIGN(const asn1::Element value, values.ReadAny());
      if (type == kFriendlyName && value.tag == asn1::kBmpString) {
        labels.name = FromBmp(value.content);
      } else if (type == kLocalKeyId && value.tag == asn1::kOctetString) {
        labels.local_key_id = ToBytes(value.content);
      }
    }
    return labels;
  }

  // UTF-16, big-endian, to UTF-8; what is none becomes U+FFFD.
  static std::string FromBmp(ByteView units) {
    std::string text;
    for (std::size_t i = 0; i + 1 < units.size(); i += 2) {
      std::uint32_t point = (std::uint32_t{units[i]} << 8U) | units[i + 1];
      if (point >= 0xd800U && point < 0xdc00U && i + 3 < units.size() &&
          (units[i + 2] & 0xfcU) == 0xdcU) {
        const std::uint32_t low = (std::uint32_t{units[i + 2]} << 8U) | units[i + 3];
        point = 0x10000U + ((point - 0xd800U) << 10U) + (low - 0xdc00U);
        i += 2;
      } else if (point >= 0xd800U && point <= 0xdfffU) {
        point = 0xfffdU;
      }
      const auto append = [&](std::uint32_t octet) { text += static_cast<char>(octet); };
      if (point < 0x80U) {
        append(point);
      } else if (point < 0x800U) {
        append(0xc0U | (point >> 6U));
        append(0x80U | (point & 0x3fU));
      } else if (point < 0x10000U) {
        append(0xe0U | (point >> 12U));
        append(0x80U | ((point >> 6U) & 0x3fU));
        append(0x80U | (point & 0x3fU));
      } else {
        append(0xf0U | (point >> 18U));
        append(0x80U | ((point >> 12U) & 0x3fU));
        append(0x80U | ((point >> 6U) & 0x3fU));
        append(0x80U | (point & 0x3fU));
      }
    }
    return text;
  }

  Result<void> ReadBag(ByteView type, DerReader& value, const BagLabels& labels) {
    if (type == kKeyBag) {
      SIGNET_ASSIGN(const asn1::Element info, value.ReadElement(asn1::kSequence));
      waiting_.push_back({Copy(info.der), labels});
    } else if (type == kShroudedKeyBag) {
      SIGNET_ASSIGN(DerReader shrouded, value.ReadSequence());
      SIGNET_ASSIGN(const asn1::Element algorithm, shrouded.ReadElement(asn1::kSequence));
      SIGNET_ASSIGN(const ByteView ciphertext, shrouded.ReadOctetString());
      SIGNET_ASSIGN(nss::SecretBytes info, Decrypt(algorithm.der, ciphertext));
      waiting_.push_back({std::move(info), labels});
    } else if (type == kCertificateBag) {
      SIGNET_ASSIGN(DerReader bag, value.ReadSequence());
      SIGNET_ASSIGN(const ByteView form, bag.ReadOid());
      SIGNET_ASSIGN(DerReader tagged, bag.Enter(ContextConstructedTag(0)));
      SIGNET_ASSIGN(const ByteView der, tagged.ReadOctetString());
      auto certificate = pkix::Certificate::Parse(der);
      if (form == kX509Certificate && certificate) {
        contents_.certificates.push_back(*certificate);
        certificates_.push_back({*std::move(certificate), labels});
      } else {
        ++contents_.skipped;
      }
    } else {
      ++contents_.skipped;  // CRLs and secrets
    }
    return {};
  }

  void ImportKeys() {
    for (const Waiting& waiting : waiting_) {
      contents_.keys.push_back(Import(waiting));
    }
  }

  // The certificate that the file says belongs to the key; if it says nothing, the only one there
  // is, or the only one that is no authority.
  [[nodiscard]] pkix::CertificatePtr CertificateOf(const BagLabels& labels) const {
    if (!labels.local_key_id.empty()) {
      for (const LabelledCertificate& candidate : certificates_) {
        if (candidate.labels.local_key_id == labels.local_key_id) {
          return candidate.certificate;
        }
      }
    }
    if (waiting_.size() != 1) {
      return nullptr;
    }
    pkix::CertificatePtr only;
    for (const LabelledCertificate& candidate : certificates_) {
      if (certificates_.size() == 1 || !candidate.certificate->IsAuthority()) {
        if (only != nullptr) {
          return nullptr;
        }
        only = candidate.certificate;
      }
    }
    return only;
  }

  // PrivateKeyInfo (RFC 5208) with the algorithm that NSS can import: an id-RSASSA-PSS key is an
  // RSA key to it, and 3.87 knows no other name for one.
  static Result<nss::SecretBytes> Importable(ByteView info, Bytes& algorithm) {
    DerReader outer(info);
    SIGNET_ASSIGN(DerReader sequence, outer.ReadSequence());
    SIGNET_ASSIGN(const std::uint64_t version, sequence.ReadUnsigned());
    SIGNET_ASSIGN(DerReader identifier, sequence.ReadSequence());
    SIGNET_ASSIGN(const ByteView type, identifier.ReadOid());
    algorithm = ToBytes(type);
    if (!(type == oid::kRsassaPss)) {
      return Copy(info);
    }
    SIGNET_ASSIGN(const ByteView key, sequence.ReadOctetString());
    asn1::DerWriter writer;
    writer.Sequence([&](asn1::DerWriter& rewritten) {
      rewritten.Integer(static_cast<std::int64_t>(version));
      rewritten.Sequence([](asn1::DerWriter& rsa) {
        rsa.Oid(oid::kRsaEncryption);
        rsa.Null();
      });
      rewritten.OctetString(key);
    });
    Bytes der = std::move(writer).Take();
    nss::SecretBytes copy = Copy(der);
    explicit_bzero(der.data(), der.size());
    return copy;
  }

  static std::string AlgorithmName(ByteView algorithm) {
    if (algorithm == oid::kEd25519) {
      return "Ed25519";
    }
    if (algorithm == oid::kX25519) {
      return "X25519";
    }
    if (algorithm == oid::kEd448) {
      return "Ed448";
    }
    return algorithm == oid::kX448 ? "X448" : DottedText(algorithm);
  }

  [[nodiscard]] Pkcs12Key Import(const Waiting& waiting) const {
    Pkcs12Key result;
    result.name = waiting.labels.name;
    result.certificate = CertificateOf(waiting.labels);
    Bytes algorithm;
    auto info = Importable(waiting.info.view(), algorithm);
    if (!info) {
      result.unusable.push_back(info.error());
      return result;
    }
    SECItem der = nss::Borrow(info->view());
    // NSS wants the public point of an elliptic-curve key with it.
    nss::UniquePublicKey public_key;
    SECItem point = {siBuffer, nullptr, 0};
    if (result.certificate != nullptr) {
      const SECItem spki = nss::Borrow(result.certificate->spki());
      const nss::UniqueSubjectPublicKeyInfo decoded(SECKEY_DecodeDERSubjectPublicKeyInfo(&spki));
      public_key.reset(decoded == nullptr ? nullptr : SECKEY_ExtractPublicKey(decoded.get()));
      if (public_key != nullptr && public_key->keyType != rsaKey &&
          public_key->keyType != rsaPssKey) {
        point = public_key->u.ec.publicValue;
      }
    }
    const nss::UniqueSlot slot(PK11_GetInternalSlot());
    SECKEYPrivateKey* key = nullptr;
    constexpr unsigned kAllUsages =
        0xffU;  // KU_ALL: what the certificate allows is judged elsewhere
    if (slot == nullptr || PK11_ImportDERPrivateKeyInfoAndReturnKey(
                               slot.get(), &der, nullptr, point.data == nullptr ? nullptr : &point,
                               PR_FALSE, PR_TRUE, kAllUsages, &key, nullptr) != SECSuccess) {
      result.unusable.push_back(
          MakeReason(ReasonCode::kAlgorithmUnsupported)
              .With("algorithm", AlgorithmName(algorithm))
              .With("oid", DottedText(algorithm))
              .Because(nss::Failure("PK11_ImportDERPrivateKeyInfoAndReturnKey")));
      return result;
    }
    result.key.reset(key);
    result.info = *std::move(info);
    return result;
  }

  const Pkcs12Password& password_;
  std::string label_;
  Pkcs12Contents contents_;
  std::vector<Waiting> waiting_;
  std::vector<LabelledCertificate> certificates_;
  std::size_t bags_ = 0;
  bool opened_ = false;
};

}  // namespace

Result<Pkcs12Contents> ReadPkcs12(ByteView file, std::string_view password,
                                  std::string_view label) {
  if (file.size() > limits::kPkcs12Octets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kPkcs12Octets");
  }
  SIGNET_ASSIGN(const Pkcs12Password secret, Pkcs12Password::From(password));
  return Pkcs12Reader(secret, label).Read(file);
}

}  // namespace signet::store
