#include "support/keys.h"

#include <cryptohi.h>
#include <keyhi.h>
#include <pk11pub.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "nss/error.h"

namespace signet::testing {
namespace {

namespace oid = asn1::oid;

[[noreturn]] void GiveUp(std::string_view what) {
  static_cast<void>(std::fprintf(stderr, "test support: %s\n", nss::Failure(what).c_str()));
  std::abort();
}

SECItem Item(ByteView octets) {
  // NSS takes its inputs through the same struct that it writes outputs to.
  return {siBuffer, const_cast<unsigned char*>(octets.data()),  // NOLINT
          static_cast<unsigned int>(octets.size())};
}

ByteView View(const SECItem& item) {
  return {item.data, item.len};
}

nss::UniquePrivateKey Generate(CK_MECHANISM_TYPE mechanism, void* parameters,
                               nss::UniquePublicKey& public_key) {
  const nss::UniqueSlot slot(PK11_GetInternalSlot());
  SECKEYPublicKey* made = nullptr;
  nss::UniquePrivateKey key(
      PK11_GenerateKeyPair(slot.get(), mechanism, parameters, &made, PR_FALSE, PR_FALSE, nullptr));
  public_key.reset(made);
  return key;
}

nss::UniquePrivateKey GenerateRsa(int bits, nss::UniquePublicKey& public_key) {
  PK11RSAGenParams parameters = {bits, 65537};
  return Generate(CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters, public_key);
}

nss::UniquePrivateKey GenerateEc(CK_MECHANISM_TYPE mechanism, const Oid& curve,
                                 nss::UniquePublicKey& public_key) {
  const Bytes der = asn1::EncodeValue(asn1::kObjectIdentifier, curve.bytes());
  SECItem parameters = Item(der);
  return Generate(mechanism, &parameters, public_key);
}

KeyPair Make(KeyKind kind) {
  KeyPair pair;
  pair.kind = kind;
  nss::UniquePublicKey& out = pair.public_key;
  switch (kind) {
    case KeyKind::kP256:
      pair.private_key = GenerateEc(CKM_EC_KEY_PAIR_GEN, oid::kP256, out);
      break;
    case KeyKind::kP384:
      pair.private_key = GenerateEc(CKM_EC_KEY_PAIR_GEN, oid::kP384, out);
      break;
    case KeyKind::kP521:
      pair.private_key = GenerateEc(CKM_EC_KEY_PAIR_GEN, oid::kP521, out);
      break;
    case KeyKind::kRsa1024:
      pair.private_key = GenerateRsa(1024, out);
      break;
    case KeyKind::kRsa2048:
      pair.private_key = GenerateRsa(2048, out);
      break;
    case KeyKind::kRsa3072:
      pair.private_key = GenerateRsa(3072, out);
      break;
    case KeyKind::kEd25519:
      pair.private_key = GenerateEc(CKM_EC_EDWARDS_KEY_PAIR_GEN, oid::kEd25519, out);
      break;
    case KeyKind::kX25519:
      pair.private_key = GenerateEc(CKM_EC_MONTGOMERY_KEY_PAIR_GEN, oid::kX25519, out);
      break;
    case KeyKind::kMlKem768: {
      constexpr CK_MECHANISM_TYPE kGenerate = 0x0F;  // CKM_ML_KEM_KEY_PAIR_GEN
      CK_ULONG parameter_set = 2;                    // CKP_ML_KEM_768
      pair.private_key = Generate(kGenerate, &parameter_set, out);
      break;
    }
  }
  if (pair.private_key != nullptr) {
    const nss::UniqueItem info(SECKEY_EncodeDERSubjectPublicKeyInfo(out.get()));
    if (info != nullptr) {
      pair.subject_public_key_info = ToBytes(View(*info));
    }
  }
  return pair;
}

struct Keys {
  std::mutex mutex;
  std::map<std::pair<KeyKind, int>, KeyPair> made;
};

Keys& TheKeys() {
  static Keys keys;
  return keys;
}

enum class Family { kRsa, kPss, kEcdsa, kEdDsa };

// What a scheme is made of.
struct Parts {
  Family family;
  Oid algorithm;
  Oid digest;
  SECOidTag digest_tag;
  CK_MECHANISM_TYPE digest_mechanism;
  CK_RSA_PKCS_MGF_TYPE mgf;
  unsigned digest_size;
};

Parts PartsOf(Scheme scheme) {
  switch (scheme) {
    case Scheme::kRsaSha1:
      return {Family::kRsa, oid::kSha1WithRsa, oid::kSha1, SEC_OID_SHA1,
              CKM_SHA_1,    CKG_MGF1_SHA1,     20};
    case Scheme::kRsaMd5:
      return {Family::kRsa, oid::kMd5WithRsa, oid::kMd5, SEC_OID_SHA256,
              CKM_SHA256,   CKG_MGF1_SHA256,  32};
    case Scheme::kRsaSha384:
      return {Family::kRsa,
              oid::kSha384WithRsa,
              oid::kSha384,
              SEC_OID_SHA384,
              CKM_SHA384,
              CKG_MGF1_SHA384,
              48};
    case Scheme::kRsaSha512:
      return {Family::kRsa,
              oid::kSha512WithRsa,
              oid::kSha512,
              SEC_OID_SHA512,
              CKM_SHA512,
              CKG_MGF1_SHA512,
              64};
    case Scheme::kPssSha1:
      return {Family::kPss, oid::kRsassaPss, oid::kSha1, SEC_OID_SHA1,
              CKM_SHA_1,    CKG_MGF1_SHA1,   20};
    case Scheme::kPssSha256:
      return {Family::kPss,
              oid::kRsassaPss,
              oid::kSha256,
              SEC_OID_SHA256,
              CKM_SHA256,
              CKG_MGF1_SHA256,
              32};
    case Scheme::kPssSha384:
      return {Family::kPss,
              oid::kRsassaPss,
              oid::kSha384,
              SEC_OID_SHA384,
              CKM_SHA384,
              CKG_MGF1_SHA384,
              48};
    case Scheme::kPssSha512:
      return {Family::kPss,
              oid::kRsassaPss,
              oid::kSha512,
              SEC_OID_SHA512,
              CKM_SHA512,
              CKG_MGF1_SHA512,
              64};
    case Scheme::kEcdsaSha1:
      return {Family::kEcdsa, oid::kEcdsaWithSha1, oid::kSha1, SEC_OID_SHA1,
              CKM_SHA_1,      CKG_MGF1_SHA1,       20};
    case Scheme::kEcdsaSha256:
      return {Family::kEcdsa,
              oid::kEcdsaWithSha256,
              oid::kSha256,
              SEC_OID_SHA256,
              CKM_SHA256,
              CKG_MGF1_SHA256,
              32};
    case Scheme::kEcdsaSha384:
      return {Family::kEcdsa,
              oid::kEcdsaWithSha384,
              oid::kSha384,
              SEC_OID_SHA384,
              CKM_SHA384,
              CKG_MGF1_SHA384,
              48};
    case Scheme::kEcdsaSha512:
      return {Family::kEcdsa,
              oid::kEcdsaWithSha512,
              oid::kSha512,
              SEC_OID_SHA512,
              CKM_SHA512,
              CKG_MGF1_SHA512,
              64};
    case Scheme::kEd25519:
      return {Family::kEdDsa,
              oid::kEd25519,
              oid::kSha512,
              SEC_OID_SHA512,
              CKM_SHA512,
              CKG_MGF1_SHA512,
              64};
    case Scheme::kDefault:
    case Scheme::kRsaSha256:
      break;
  }
  return {Family::kRsa,
          oid::kSha256WithRsa,
          oid::kSha256,
          SEC_OID_SHA256,
          CKM_SHA256,
          CKG_MGF1_SHA256,
          32};
}

// NSS takes the point of a session's key for DER if it looks like an OCTET STRING: 04, then the
// number of octets that follow (one P-256 key in 256 begins so). Exported, such a key lacks these
// two octets, and no other program reads it. Keys in a database are not affected.
bool IsTakenForDer(const KeyPair& pair) {
  if (pair.public_key == nullptr || pair.public_key->keyType != ecKey) {
    return false;
  }
  const ByteView point = View(pair.public_key->u.ec.publicValue);
  return point.size() > 2 && point[0] == 0x04 && point[1] == point.size() - 2;
}

Bytes Hash(SECOidTag tag, unsigned size, ByteView octets) {
  Bytes digest(size);
  if (PK11_HashBuf(tag, digest.data(), octets.data(), static_cast<PRInt32>(octets.size())) !=
      SECSuccess) {
    GiveUp("PK11_HashBuf");
  }
  return digest;
}

// Raw private-key operation over `input`, an ECDSA value as r and s.
Bytes RawSign(const KeyPair& key, CK_MECHANISM_TYPE mechanism, SECItem* parameter, ByteView input) {
  const int size = PK11_SignatureLen(key.private_key.get());
  Bytes signature(static_cast<std::size_t>(size));
  SECItem out = Item(signature);
  const SECItem in = Item(input);
  if (PK11_SignWithMechanism(key.private_key.get(), mechanism, parameter, &out, &in) !=
      SECSuccess) {
    GiveUp("PK11_SignWithMechanism");
  }
  signature.resize(out.len);
  return signature;
}

void AlgorithmWithNull(asn1::DerWriter& writer, const Oid& algorithm) {
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Oid(algorithm);
    sequence.Null();
  });
}

}  // namespace

Bytes KeyPair::Pkcs8() const {
  const nss::UniqueSecretItem info(PK11_ExportDERPrivateKeyInfo(private_key.get(), nullptr));
  if (info == nullptr) {
    GiveUp("PK11_ExportDERPrivateKeyInfo");
  }
  return ToBytes(View(*info));
}

bool IsAvailable(KeyKind kind) {
  if (kind != KeyKind::kEd25519 && kind != KeyKind::kX25519 && kind != KeyKind::kMlKem768) {
    return true;
  }
  return !Make(kind).subject_public_key_info.empty();
}

const KeyPair& Key(KeyKind kind, int number) {
  Keys& keys = TheKeys();
  const std::lock_guard lock(keys.mutex);
  const auto [place, is_new] = keys.made.try_emplace({kind, number});
  if (is_new) {
    do {
      place->second = Make(kind);
    } while (IsTakenForDer(place->second));
    if (place->second.subject_public_key_info.empty()) {
      GiveUp("PK11_GenerateKeyPair");
    }
  }
  return place->second;
}

bool Fits(const nss::UniquePrivateKey& key, ByteView subject_public_key_info) {
  const SECItem spki = Item(subject_public_key_info);
  const nss::UniqueSubjectPublicKeyInfo info(SECKEY_DecodeDERSubjectPublicKeyInfo(&spki));
  const nss::UniquePublicKey public_key(SECKEY_ExtractPublicKey(info.get()));
  if (key == nullptr || public_key == nullptr) {
    return false;
  }
  const Bytes digest(32, 0x5a);
  Bytes signature(static_cast<std::size_t>(PK11_SignatureLen(key.get())));
  SECItem out = Item(signature);
  const SECItem in = Item(digest);
  return PK11_Sign(key.get(), &out, &in) == SECSuccess &&
         PK11_Verify(public_key.get(), &out, &in, nullptr) == SECSuccess;
}

void ForgetKeys() {
  Keys& keys = TheKeys();
  const std::lock_guard lock(keys.mutex);
  keys.made.clear();
}

Scheme Resolve(Scheme scheme, const KeyPair& key) {
  if (scheme != Scheme::kDefault) {
    return scheme;
  }
  switch (key.kind) {
    case KeyKind::kP256:
    case KeyKind::kX25519:
    case KeyKind::kMlKem768:
      return Scheme::kEcdsaSha256;
    case KeyKind::kP384:
      return Scheme::kEcdsaSha384;
    case KeyKind::kP521:
      return Scheme::kEcdsaSha512;
    case KeyKind::kEd25519:
      return Scheme::kEd25519;
    case KeyKind::kRsa1024:
    case KeyKind::kRsa2048:
    case KeyKind::kRsa3072:
      break;
  }
  return Scheme::kRsaSha256;
}

Bytes SignatureAlgorithm(Scheme scheme) {
  const Parts parts = PartsOf(scheme);
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Oid(parts.algorithm);
    if (parts.family == Family::kRsa) {
      sequence.Null();
    } else if (parts.family == Family::kPss) {
      // RFC 4055, section 3.1; all defaults (SHA-1) are an empty SEQUENCE.
      sequence.Sequence([&](asn1::DerWriter& pss) {
        if (parts.digest == oid::kSha1) {
          return;
        }
        pss.Constructed(asn1::ContextConstructedTag(0),
                        [&](asn1::DerWriter& hash) { AlgorithmWithNull(hash, parts.digest); });
        pss.Constructed(asn1::ContextConstructedTag(1), [&](asn1::DerWriter& mgf) {
          mgf.Sequence([&](asn1::DerWriter& algorithm) {
            algorithm.Oid(oid::kMgf1);
            AlgorithmWithNull(algorithm, parts.digest);
          });
        });
        pss.Constructed(asn1::ContextConstructedTag(2),
                        [&](asn1::DerWriter& salt) { salt.Integer(parts.digest_size); });
      });
    }
  });
  return std::move(writer).Take();
}

Bytes DigestAlgorithmOf(Scheme scheme) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) { sequence.Oid(PartsOf(scheme).digest); });
  return std::move(writer).Take();
}

Bytes DigestOf(Scheme scheme, ByteView octets) {
  const Parts parts = PartsOf(scheme);
  return Hash(parts.digest_tag, parts.digest_size, octets);
}

Bytes Sign(const KeyPair& key, Scheme scheme, ByteView octets) {
  scheme = Resolve(scheme, key);
  const Parts parts = PartsOf(scheme);
  switch (parts.family) {
    case Family::kEdDsa:
      return RawSign(key, CKM_EDDSA, nullptr, octets);
    case Family::kEcdsa: {
      const Bytes raw = RawSign(key, CKM_ECDSA, nullptr, DigestOf(scheme, octets));
      const ByteView view = raw;
      asn1::DerWriter writer;
      writer.Sequence([&](asn1::DerWriter& sequence) {
        sequence.UnsignedInteger(view.first(view.size() / 2));
        sequence.UnsignedInteger(view.subspan(view.size() / 2));
      });
      return std::move(writer).Take();
    }
    case Family::kPss: {
      CK_RSA_PKCS_PSS_PARAMS pss = {parts.digest_mechanism, parts.mgf, parts.digest_size};
      SECItem parameter = {siBuffer, reinterpret_cast<unsigned char*>(&pss), sizeof pss};  // NOLINT
      return RawSign(key, CKM_RSA_PKCS_PSS, &parameter, DigestOf(scheme, octets));
    }
    case Family::kRsa:
      break;
  }
  asn1::DerWriter info;
  info.Sequence([&](asn1::DerWriter& sequence) {
    AlgorithmWithNull(sequence, parts.digest);
    sequence.OctetString(DigestOf(scheme, octets));
  });
  return RawSign(key, CKM_RSA_PKCS, nullptr, info.octets());
}

Bytes SignedStructure(ByteView tbs, const KeyPair& key, Scheme scheme) {
  scheme = Resolve(scheme, key);
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(tbs);
    sequence.Raw(SignatureAlgorithm(scheme));
    sequence.BitString(Sign(key, scheme, tbs));
  });
  return std::move(writer).Take();
}

Bytes Sha1(ByteView octets) {
  return Hash(SEC_OID_SHA1, 20, octets);
}
Bytes Sha256(ByteView octets) {
  return Hash(SEC_OID_SHA256, 32, octets);
}

}  // namespace signet::testing
