#include "store/backup.h"

#include <keyhi.h>
#include <pk11pub.h>
#include <secasn1.h>
#include <secoid.h>

#include <set>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/token.h"
#include "store/pkcs12_password.h"

namespace signet::store {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerWriter;

// RFC 7292, section 4.2 and appendix D.
constexpr Oid kShroudedKeyBag{"1.2.840.113549.1.12.10.1.2"};
constexpr Oid kCertificateBag{"1.2.840.113549.1.12.10.1.3"};
constexpr Oid kX509Certificate{"1.2.840.113549.1.9.22.1"};
constexpr Oid kFriendlyName{"1.2.840.113549.1.9.20"};
constexpr Oid kLocalKeyId{"1.2.840.113549.1.9.21"};

struct FreeEncryptedKey {
  void operator()(SECKEYEncryptedPrivateKeyInfo* info) const {
    SECKEY_DestroyEncryptedPrivateKeyInfo(info, PR_TRUE);
  }
};
using UniqueEncryptedKey = std::unique_ptr<SECKEYEncryptedPrivateKeyInfo, FreeEncryptedKey>;

Bytes OctetsOf(const std::string& hexadecimal_fingerprint) {
  return ToBytes(AsBytes(hexadecimal_fingerprint.substr(0, 20)));
}

// friendlyName and localKeyId: what ties a key and its certificate together.
Result<Bytes> Attributes(const BackupEntry& entry) {
  std::vector<Bytes> attributes;
  if (!entry.name.empty()) {
    SIGNET_ASSIGN(const Pkcs12Password name, Pkcs12Password::From(entry.name));
    DerWriter writer;
    writer.Sequence([&](DerWriter& attribute) {
      attribute.Oid(kFriendlyName);
      attribute.Set([&](DerWriter& values) {
        values.Value(asn1::kBmpString, name.bmp().first(name.bmp().size() - 2));
      });
    });
    attributes.push_back(std::move(writer).Take());
  }
  DerWriter writer;
  writer.Sequence([&](DerWriter& attribute) {
    attribute.Oid(kLocalKeyId);
    attribute.Set(
        [&](DerWriter& values) { values.OctetString(OctetsOf(entry.certificate->sha256())); });
  });
  attributes.push_back(std::move(writer).Take());
  DerWriter set;
  set.SetOf(std::move(attributes));
  return std::move(set).Take();
}

// EncryptedPrivateKeyInfo (RFC 5958, section 3), made inside the key's token.
Result<Bytes> EncryptKey(const BackupEntry& entry, const Pkcs12Password& password) {
  SECItem secret = nss::Borrow(password.utf8());
  const nss::UniqueSlot slot(PK11_GetSlotFromPrivateKey(entry.key.get()));
  const UniqueEncryptedKey info(PK11_ExportEncryptedPrivKeyInfoV2(
      slot.get(), SEC_OID_PKCS5_PBES2, SEC_OID_AES_256_CBC, SEC_OID_HMAC_SHA256, &secret,
      entry.key.get(), kPkcs12WrittenIterations, nullptr));
  if (info == nullptr) {
    return nss::WithToken(entry.certificate->About(ReasonCode::kKeyNotExtractable)
                              .Because(nss::Failure("PK11_ExportEncryptedPrivKeyInfoV2")),
                          slot.get());
  }
  const nss::UniqueItem algorithm(SEC_ASN1EncodeItem(nullptr, nullptr, &info->algorithm,
                                                     SEC_ASN1_GET(SECOID_AlgorithmIDTemplate)));
  if (algorithm == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("SEC_ASN1EncodeItem"));
  }
  DerWriter writer;
  writer.Sequence([&](DerWriter& shrouded) {
    shrouded.Raw(nss::View(*algorithm));
    shrouded.OctetString(nss::View(info->encryptedData));
  });
  return std::move(writer).Take();
}

void WriteCertificateBag(DerWriter& bags, const pkix::Certificate& certificate,
                         ByteView attributes) {
  bags.Sequence([&](DerWriter& bag) {
    bag.Oid(kCertificateBag);
    bag.Constructed(ContextConstructedTag(0), [&](DerWriter& tagged) {
      tagged.Sequence([&](DerWriter& value) {
        value.Oid(kX509Certificate);
        value.Constructed(ContextConstructedTag(0),
                          [&](DerWriter& octets) { octets.OctetString(certificate.der()); });
      });
    });
    bag.Raw(attributes);
  });
}

// A ContentInfo of type data.
void WriteData(DerWriter& out, ByteView content) {
  out.Sequence([&](DerWriter& info) {
    info.Oid(oid::kData);
    info.Constructed(ContextConstructedTag(0),
                     [&](DerWriter& tagged) { tagged.OctetString(content); });
  });
}

// A ContentInfo of type encryptedData (RFC 5652, section 8).
void WriteEncryptedData(DerWriter& out, const PasswordEncrypted& encrypted) {
  out.Sequence([&](DerWriter& info) {
    info.Oid(oid::kEncryptedData);
    info.Constructed(ContextConstructedTag(0), [&](DerWriter& tagged) {
      tagged.Sequence([&](DerWriter& data) {
        data.Integer(0);
        data.Sequence([&](DerWriter& content) {
          content.Oid(oid::kData);
          content.Raw(encrypted.algorithm);
          content.Value(ContextTag(0), encrypted.ciphertext);
        });
      });
    });
  });
}

// MacData (RFC 7292, section 4).
Result<Bytes> Authenticate(ByteView safe, const Pkcs12Password& password) {
  Bytes salt(16);
  if (PK11_GenerateRandom(salt.data(), static_cast<int>(salt.size())) != SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("PK11_GenerateRandom"));
  }
  const Pkcs12Mac mac{.digest_algorithm = oid::kSha256.bytes(),
                      .parameters = {},
                      .digest = {},
                      .salt = salt,
                      .iterations = kPkcs12WrittenIterations};
  SIGNET_ASSIGN(const Bytes value, ComputeMac(mac, safe, password));
  DerWriter writer;
  writer.Sequence([&](DerWriter& data) {
    data.Sequence([&](DerWriter& digest) {
      digest.Sequence([](DerWriter& algorithm) {
        algorithm.Oid(oid::kSha256);
        algorithm.Null();
      });
      digest.OctetString(value);
    });
    data.OctetString(salt);
    data.Integer(kPkcs12WrittenIterations);
  });
  return std::move(writer).Take();
}

}  // namespace

Result<Bytes> WriteBackup(std::span<const BackupEntry> entries,
                          std::span<const pkix::CertificatePtr> chain, std::string_view password) {
  SIGNET_ASSIGN(const Pkcs12Password secret, Pkcs12Password::From(password));
  DerWriter keys;
  DerWriter certificates;
  std::set<std::string> written;
  for (const BackupEntry& entry : entries) {
    SIGNET_ASSIGN(const Bytes attributes, Attributes(entry));
    SIGNET_ASSIGN(const Bytes encrypted, EncryptKey(entry, secret));
    keys.Sequence([&](DerWriter& bag) {
      bag.Oid(kShroudedKeyBag);
      bag.Constructed(ContextConstructedTag(0), [&](DerWriter& tagged) { tagged.Raw(encrypted); });
      bag.Raw(attributes);
    });
    if (written.insert(entry.certificate->sha256()).second) {
      WriteCertificateBag(certificates, *entry.certificate, attributes);
    }
  }
  for (const pkix::CertificatePtr& certificate : chain) {
    if (written.insert(certificate->sha256()).second) {
      WriteCertificateBag(certificates, *certificate, {});
    }
  }
  const Bytes key_contents = asn1::EncodeValue(asn1::kSequence, keys.octets());
  const Bytes certificate_contents = asn1::EncodeValue(asn1::kSequence, certificates.octets());
  SIGNET_ASSIGN(const PasswordEncrypted encrypted,
                EncryptWithPassword(certificate_contents, secret));
  DerWriter safe;
  safe.Sequence([&](DerWriter& infos) {
    WriteEncryptedData(infos, encrypted);
    WriteData(infos, key_contents);
  });
  SIGNET_ASSIGN(const Bytes mac, Authenticate(safe.octets(), secret));
  DerWriter file;
  file.Sequence([&](DerWriter& pfx) {
    pfx.Integer(3);
    WriteData(pfx, safe.octets());
    pfx.Raw(mac);
  });
  return std::move(file).Take();
}

}  // namespace signet::store
