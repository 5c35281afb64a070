#include "store/request.h"

#include <keyhi.h>

#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "nss/error.h"
#include "nss/owners.h"
#include "nss/public_key.h"
#include "nss/quick_der.h"
#include "nss/random.h"
#include "nss/signing.h"
#include "nss/token.h"
#include "pkix/address.h"
#include "pkix/text.h"
#include "store/edit.h"
#include "store/import.h"

namespace signet::store {
namespace {

namespace oid = asn1::oid;
using asn1::DerWriter;
using nss::DigestAlgorithm;
using nss::SignatureAlgorithm;
using nss::SignatureScheme;

// PKCS #11 3.0, 2.3.1; NSS 3.87's headers lack it.
constexpr CK_MECHANISM_TYPE kEdwardsKeyPairGeneration = 0x1055;

// KeyUsage (RFC 5280, 4.2.1.3), as DerWriter::NamedBits takes it.
constexpr std::uint16_t kDigitalSignature = 0x8000;
constexpr std::uint16_t kKeyEncipherment = 0x2000;
constexpr std::uint16_t kKeyAgreement = 0x0800;

// How keys of one kind are made and used.
struct Kind {
  std::string_view name;
  // 0: not RSA.
  int rsa_bits = 0;
  Oid curve;
  // Of the signature.
  Oid signature;
  SignatureAlgorithm algorithm;
  std::uint16_t usage = 0;
};

Kind KindOf(RequestedKey key) {
  const auto rsa = [](std::string_view name, int bits) {
    return Kind{
        .name = name,
        .rsa_bits = bits,
        .curve = oid::kEd25519,
        .signature = oid::kSha256WithRsa,
        .algorithm = {.scheme = SignatureScheme::kRsaPkcs1, .digest = DigestAlgorithm::kSha256},
        .usage = kDigitalSignature | kKeyEncipherment};
  };
  const auto ec = [](std::string_view name, const Oid& curve, const Oid& signature,
                     DigestAlgorithm digest) {
    return Kind{.name = name,
                .curve = curve,
                .signature = signature,
                .algorithm = {.scheme = SignatureScheme::kEcdsa, .digest = digest},
                .usage = kDigitalSignature | kKeyAgreement};
  };
  switch (key) {
    case RequestedKey::kRsa2048:
      return rsa("RSA 2048 bits", 2048);
    case RequestedKey::kRsa3072:
      return rsa("RSA 3072 bits", 3072);
    case RequestedKey::kRsa4096:
      return rsa("RSA 4096 bits", 4096);
    case RequestedKey::kP256:
      return ec("EC P-256", oid::kP256, oid::kEcdsaWithSha256, DigestAlgorithm::kSha256);
    case RequestedKey::kP384:
      return ec("EC P-384", oid::kP384, oid::kEcdsaWithSha384, DigestAlgorithm::kSha384);
    case RequestedKey::kP521:
      return ec("EC P-521", oid::kP521, oid::kEcdsaWithSha512, DigestAlgorithm::kSha512);
    case RequestedKey::kEd25519:
      break;
  }
  return {.name = "Ed25519",
          .curve = oid::kEd25519,
          .signature = oid::kEd25519,
          .algorithm = {.scheme = SignatureScheme::kEd25519, .digest = std::nullopt},
          .usage = kDigitalSignature};
}

struct KeyPair {
  nss::UniquePrivateKey private_key;
  nss::PublicKey public_key;
};

Reason KeyNotMade(PK11SlotInfo* token, const Kind& kind, std::string_view function) {
  return nss::WithToken(MakeReason(ReasonCode::kKeyNotMade)
                            .With("algorithm", std::string(kind.name))
                            .Because(nss::Failure(function)),
                        token);
}

Result<KeyPair> MakeKeyPair(PK11SlotInfo* token, const Kind& kind) {
  constexpr unsigned long kExponent = 65537;
  PK11RSAGenParams rsa = {.keySizeInBits = kind.rsa_bits, .pe = kExponent};
  DerWriter curve_writer;
  curve_writer.Oid(kind.curve);
  const Bytes curve = std::move(curve_writer).Take();
  SECItem curve_item = nss::Borrow(curve);
  const bool edwards = kind.algorithm.scheme == SignatureScheme::kEd25519;
  const CK_MECHANISM_TYPE elliptic = edwards ? kEdwardsKeyPairGeneration : CKM_EC_KEY_PAIR_GEN;
  const CK_MECHANISM_TYPE mechanism = kind.rsa_bits > 0 ? CKM_RSA_PKCS_KEY_PAIR_GEN : elliptic;
  void* const parameters = kind.rsa_bits > 0 ? static_cast<void*>(&rsa) : &curve_item;
  if (PK11_DoesMechanism(token, mechanism) == PR_FALSE) {
    return KeyNotMade(token, kind, "PK11_DoesMechanism");
  }
  SECKEYPublicKey* made = nullptr;
  // Stored on the token, and marked as what it must not give away in the clear.
  nss::UniquePrivateKey private_key(
      PK11_GenerateKeyPair(token, mechanism, parameters, &made, PR_TRUE, PR_TRUE, nullptr));
  const nss::UniquePublicKey public_key(made);
  if (private_key == nullptr || public_key == nullptr) {
    return KeyNotMade(token, kind, "PK11_GenerateKeyPair");
  }
  // By the public key NSS knows an own certificate while the token is locked.
  if (PK11_ImportPublicKey(token, public_key.get(), PR_TRUE) == CK_INVALID_HANDLE) {
    return KeyNotMade(token, kind, "PK11_ImportPublicKey");
  }
  const nss::UniqueItem spki(SECKEY_EncodeDERSubjectPublicKeyInfo(public_key.get()));
  if (spki == nullptr) {
    return KeyNotMade(token, kind, "SECKEY_EncodeDERSubjectPublicKeyInfo");
  }
  SIGNET_ASSIGN(nss::PublicKey readable, nss::PublicKey::FromSpki(nss::View(*spki)));
  return KeyPair{.private_key = std::move(private_key), .public_key = std::move(readable)};
}

void WriteName(DerWriter& out, const std::vector<std::pair<Oid, std::string>>& attributes) {
  out.Sequence([&](DerWriter& name) {
    for (const auto& named : attributes) {
      name.Set([&](DerWriter& relative) {
        relative.Sequence([&](DerWriter& attribute) {
          attribute.Oid(named.first);
          attribute.Text(asn1::kUtf8String, named.second);
        });
      });
    }
  });
}

void WriteExtension(DerWriter& out, const Oid& type, bool critical, const DerWriter& value) {
  out.Sequence([&](DerWriter& extension) {
    extension.Oid(type);
    if (critical) {
      extension.Boolean(true);
    }
    extension.OctetString(value.octets());
  });
}

// What a certificate for e-mail has (RFC 8550, 4.4).
void WriteExtensions(DerWriter& out, const Kind& kind, std::string_view address) {
  out.Sequence([&](DerWriter& extensions) {
    DerWriter basic;
    basic.Sequence([](DerWriter&) {});  // not an authority
    WriteExtension(extensions, oid::kBasicConstraints, true, basic);
    DerWriter usage;
    usage.NamedBits(kind.usage);
    WriteExtension(extensions, oid::kKeyUsage, true, usage);
    DerWriter purposes;
    purposes.Sequence([](DerWriter& list) { list.Oid(oid::kEmailProtection); });
    WriteExtension(extensions, oid::kExtendedKeyUsage, false, purposes);
    DerWriter names;
    names.Sequence([&](DerWriter& list) {
      list.Text(asn1::ContextTag(1), address);  // rfc822Name
    });
    WriteExtension(extensions, oid::kSubjectAltName, false, names);
  });
}

void WriteSignatureAlgorithm(DerWriter& out, const Kind& kind) {
  out.Sequence([&](DerWriter& algorithm) {
    algorithm.Oid(kind.signature);
    if (kind.rsa_bits > 0) {
      algorithm.Null();
    }
  });
}

// SEQUENCE { what is signed, the algorithm, the signature }.
Result<Bytes> Sign(const Bytes& signed_part, const KeyPair& keys, const Kind& kind) {
  SIGNET_ASSIGN(const Bytes signature, nss::SignData(keys.private_key.get(), keys.public_key,
                                                     kind.algorithm, signed_part));
  DerWriter writer;
  writer.Sequence([&](DerWriter& whole) {
    whole.Raw(signed_part);
    WriteSignatureAlgorithm(whole, kind);
    whole.BitString(signature);
  });
  return std::move(writer).Take();
}

// rfc822Name is an IA5String (RFC 5280, 4.2.1.6).
Result<void> CheckAddress(std::string_view address) {
  if (!pkix::ParseAddress(address) || !pkix::IsAscii(address)) {
    return MakeReason(ReasonCode::kAddressNotUsable).With("address", std::string(address));
  }
  return {};
}

std::vector<std::pair<Oid, std::string>> NameOf(const RequestedSubject& subject) {
  std::vector<std::pair<Oid, std::string>> attributes;
  if (!subject.organization.empty()) {
    attributes.emplace_back(oid::kOrganization, subject.organization);
  }
  attributes.emplace_back(oid::kCommonName, subject.name.empty() ? subject.address : subject.name);
  return attributes;
}

Result<Bytes> WriteTryout(const RequestedSubject& subject, Time now, const KeyPair& keys,
                          const Kind& kind) {
  constexpr std::size_t kSerialOctets = 16;
  constexpr std::chrono::days kValid{365};
  SIGNET_ASSIGN(const Bytes serial, nss::RandomOctets(kSerialOctets));
  RequestedSubject marked = subject;
  marked.name = (subject.name.empty() ? subject.address : subject.name) + " (tryout)";
  marked.organization = "Made to try things out: nobody vouches for it";
  DerWriter writer;
  writer.Sequence([&](DerWriter& certificate) {
    certificate.Constructed(asn1::ContextConstructedTag(0),
                            [](DerWriter& version) { version.Integer(2); });
    certificate.UnsignedInteger(serial);
    WriteSignatureAlgorithm(certificate, kind);
    WriteName(certificate, NameOf(marked));
    certificate.Sequence([&](DerWriter& validity) {
      validity.Time(now - std::chrono::hours{1});  // clocks differ
      validity.Time(now + kValid);
    });
    WriteName(certificate, NameOf(marked));
    certificate.Raw(keys.public_key.spki());
    certificate.Constructed(asn1::ContextConstructedTag(3), [&](DerWriter& tagged) {
      WriteExtensions(tagged, kind, subject.address);
    });
  });
  return Sign(std::move(writer).Take(), keys, kind);
}

}  // namespace

Result<Bytes> MakeRequest(const RequestedSubject& subject, RequestedKey key, PK11SlotInfo* token) {
  SIGNET_TRY(CheckAddress(subject.address));
  const Kind kind = KindOf(key);
  SIGNET_TRY(nss::Unlock(token));
  SIGNET_ASSIGN(const KeyPair keys, MakeKeyPair(token, kind));
  DerWriter writer;
  writer.Sequence([&](DerWriter& info) {
    info.Integer(0);
    WriteName(info, NameOf(subject));
    info.Raw(keys.public_key.spki());
    info.Constructed(asn1::ContextConstructedTag(0), [&](DerWriter& attributes) {
      attributes.Sequence([&](DerWriter& attribute) {
        attribute.Oid(oid::kExtensionRequest);
        attribute.Set([&](DerWriter& values) { WriteExtensions(values, kind, subject.address); });
      });
    });
  });
  return Sign(std::move(writer).Take(), keys, kind);
}

Result<pkix::CertificatePtr> MakeTryout(const RequestedSubject& subject, Time now,
                                        PK11SlotInfo* token) {
  SIGNET_TRY(CheckAddress(subject.address));
  const Kind kind = KindOf(RequestedKey::kP256);
  SIGNET_TRY(nss::Unlock(token));
  SIGNET_ASSIGN(const KeyPair keys, MakeKeyPair(token, kind));
  SIGNET_ASSIGN(const Bytes der, WriteTryout(subject, now, keys, kind));
  SIGNET_ASSIGN(pkix::CertificatePtr certificate, pkix::Certificate::Parse(der));
  SIGNET_ASSIGN(const ImportReport report, ImportCertificates({&certificate, 1}, token));
  if (report.entries.front().outcome == Imported::Outcome::kFailed) {
    return std::unexpected(report.entries.front().reasons.front());
  }
  SIGNET_TRY(SetEmailTrust(*certificate, pkix::Trust::Level::kPeer));
  return certificate;
}

}  // namespace signet::store
