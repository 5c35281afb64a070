#include "nss/public_key.h"

#include <pk11pub.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <optional>

#include "base/limits.h"
#include "base/oid.h"
#include "nss/error.h"
#include "nss/oids.h"
#include "nss/quick_der.h"

namespace signet::nss {
namespace {

struct SpkiParts {
  SECItem algorithm;  // complete AlgorithmIdentifier
  SECItem key;        // BIT STRING; QuickDER gives its length in bits
};

constexpr std::array<SEC_ASN1Template, 4> kSpkiShape{{
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(SpkiParts)},
    {SEC_ASN1_ANY, offsetof(SpkiParts, algorithm), nullptr, 0},
    {SEC_ASN1_BIT_STRING, offsetof(SpkiParts, key), nullptr, 0},
    {0, 0, nullptr, 0},
}};

struct Integer {
  SECItem value;
};

struct DsaParameters {
  SECItem prime;
  SECItem subprime;
  SECItem base;
};

constexpr std::array<SEC_ASN1Template, 5> kDsaParametersShape{{
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(DsaParameters)},
    {SEC_ASN1_INTEGER, offsetof(DsaParameters, prime), nullptr, 0},
    {SEC_ASN1_INTEGER, offsetof(DsaParameters, subprime), nullptr, 0},
    {SEC_ASN1_INTEGER, offsetof(DsaParameters, base), nullptr, 0},
    {0, 0, nullptr, 0},
}};

constexpr std::array<SEC_ASN1Template, 2> kIntegerShape{{
    {SEC_ASN1_INTEGER, offsetof(Integer, value), nullptr, sizeof(Integer)},
    {0, 0, nullptr, 0},
}};

struct Curve {
  Oid oid;
  std::string_view name;
  std::size_t bits;
  bool in_nss;  // NSS reads keys of other curves, too, and fails when they are used
};

constexpr std::array<Curve, 7> kCurves{{
    {oid::kP256, "P-256", 256, true},
    {oid::kP384, "P-384", 384, true},
    {oid::kP521, "P-521", 521, true},
    {oid::kSecp256k1, "secp256k1", 256, false},
    {oid::kBrainpoolP256r1, "brainpoolP256r1", 256, false},
    {oid::kBrainpoolP384r1, "brainpoolP384r1", 384, false},
    {oid::kBrainpoolP512r1, "brainpoolP512r1", 512, false},
}};

bool IsCurveOfNss(std::string_view name) {
  return std::ranges::any_of(
      kCurves, [&](const Curve& curve) { return curve.in_nss && curve.name == name; });
}

// Keys that are one string of octets, without parameters.
struct OctetKey {
  Oid oid;
  KeyType type;
  std::string_view parameter_set;
  std::size_t octets;
  std::size_t bits;
};

constexpr std::array<OctetKey, 10> kOctetKeys{{
    {oid::kEd25519, KeyType::kEd25519, "", 32, 255},
    {oid::kEd448, KeyType::kEd448, "", 57, 448},
    {oid::kX25519, KeyType::kX25519, "", 32, 255},
    {oid::kX448, KeyType::kX448, "", 56, 448},
    {oid::kMlDsa44, KeyType::kMlDsa, "ML-DSA-44", 1312, 0},  // FIPS 204, table 2
    {oid::kMlDsa65, KeyType::kMlDsa, "ML-DSA-65", 1952, 0},
    {oid::kMlDsa87, KeyType::kMlDsa, "ML-DSA-87", 2592, 0},
    {oid::kMlKem512, KeyType::kMlKem, "ML-KEM-512", 800, 0},  // FIPS 203, table 3
    {oid::kMlKem768, KeyType::kMlKem, "ML-KEM-768", 1184, 0},
    {oid::kMlKem1024, KeyType::kMlKem, "ML-KEM-1024", 1568, 0},
}};

std::size_t BitsOf(ByteView magnitude) {
  return magnitude.empty() ? 0
                           : ((magnitude.size() - 1) * 8) +
                                 static_cast<std::size_t>(std::bit_width(magnitude[0]));
}

Reason InvalidKey(std::string diagnostic) {
  return MakeReason(ReasonCode::kKeyInvalid).Because(std::move(diagnostic));
}

// The content of a complete DER value that is an OBJECT IDENTIFIER of less than 128 octets.
std::optional<ByteView> OidOf(ByteView der) {
  if (der.size() < 3 || der[0] != 0x06 || der[1] != der.size() - 2) {
    return std::nullopt;
  }
  return der.subspan(2);
}

}  // namespace

Result<PublicKey> PublicKey::FromSpki(ByteView spki) {
  PublicKey key;
  key.spki_ = ToBytes(spki);
  const auto parts = QuickDerDecode<SpkiParts>(kSpkiShape.data(), key.spki_);
  if (!parts || parts->key.len % 8 != 0) {
    return Malformed("public key", "not a SubjectPublicKeyInfo");
  }
  const auto algorithm = DecodeAlgorithm(View(parts->algorithm));
  if (!algorithm) {
    return Malformed("public key", "not an AlgorithmIdentifier");
  }
  key.key_start_ = static_cast<std::size_t>(parts->key.data - key.spki_.data());
  key.key_size_ = parts->key.len / 8;
  if (algorithm->parameters.data != nullptr) {
    key.parameters_start_ = static_cast<std::size_t>(algorithm->parameters.data - key.spki_.data());
    key.parameters_size_ = algorithm->parameters.len;
  }
  const ByteView oid = View(algorithm->oid);
  if (oid == oid::kRsaEncryption || oid == oid::kRsassaPss) {
    key.type_ = oid == oid::kRsassaPss ? KeyType::kRsaPss : KeyType::kRsa;
    // RFC 3279, 2.3.1: parameters are NULL. Some issuers leave them out; nothing depends on it.
    if (key.type_ == KeyType::kRsa && !HasNullOrNoParameters(*algorithm)) {
      return InvalidKey("an RSA key with parameters");
    }
    SIGNET_TRY(key.CheckRsa());
  } else if (oid == oid::kEcPublicKey || oid == oid::kEcDh) {
    key.type_ = KeyType::kEc;
    SIGNET_TRY(key.CheckEc());
  } else if (oid == oid::kDsa) {
    key.type_ = KeyType::kDsa;
    SIGNET_TRY(key.CheckDsa());
  } else {
    key.parameter_set_ = DottedText(oid);
    for (const OctetKey& known : kOctetKeys) {
      if (oid == known.oid) {
        key.type_ = known.type;
        key.bits_ = known.bits;
        key.parameter_set_ = known.parameter_set;
        SIGNET_TRY(key.CheckOctets(known.octets));
      }
    }
  }
  return key;
}

ByteView PublicKey::key_octets() const {
  return ByteView{spki_}.subspan(key_start_, key_size_);
}

ByteView PublicKey::parameters() const {
  return ByteView{spki_}.subspan(parameters_start_, parameters_size_);
}

std::string PublicKey::Name() const {
  switch (type_) {
    case KeyType::kRsa:
    case KeyType::kRsaPss:
      return "RSA " + std::to_string(bits_) + " bits";
    case KeyType::kEc:
      return "EC " + parameter_set_;
    case KeyType::kDsa:
      return bits_ == 0 ? "DSA" : "DSA " + std::to_string(bits_) + " bits";
    case KeyType::kEd25519:
      return "Ed25519";
    case KeyType::kEd448:
      return "Ed448";
    case KeyType::kX25519:
      return "X25519";
    case KeyType::kX448:
      return "X448";
    case KeyType::kMlDsa:
    case KeyType::kMlKem:
    case KeyType::kUnknown:
      break;
  }
  return parameter_set_;
}

Result<void> PublicKey::CheckRsa() {
  const auto numbers = DecodeIntegerPair(key_octets());
  if (!numbers) {
    return InvalidKey("not an RSAPublicKey");
  }
  const auto modulus = PositiveMagnitude(View(numbers->first));
  const auto exponent = PositiveMagnitude(View(numbers->second));
  if (!modulus || !exponent) {
    return InvalidKey("an RSA number that is not positive or not in its shortest form");
  }
  bits_ = BitsOf(*modulus);
  if (bits_ > limits::kRsaBitsMost) {
    return InvalidKey("an RSA modulus of " + std::to_string(bits_) + " bits");
  }
  if ((modulus->back() & 1U) == 0) {
    return InvalidKey("an even RSA modulus");
  }
  // 1 makes every string its own signature; even ones have no inverse; giant ones cost seconds.
  const bool one = exponent->size() == 1 && exponent->front() == 1;
  if (one || (exponent->back() & 1U) == 0 || BitsOf(*exponent) > limits::kRsaExponentBitsMost ||
      BitsOf(*exponent) >= bits_) {
    return InvalidKey("an RSA exponent that is 1, even or too large");
  }
  return {};
}

Result<void> PublicKey::CheckEc() {
  const auto curve = OidOf(parameters());
  if (!curve) {
    // RFC 5480, 2.1.1: explicit and inherited curves must not be used.
    return InvalidKey("an EC key without a named curve");
  }
  parameter_set_ = DottedText(*curve);
  for (const Curve& known : kCurves) {
    if (*curve != known.oid) {
      continue;
    }
    parameter_set_ = known.name;
    bits_ = known.bits;
    const std::size_t coordinate = (known.bits + 7) / 8;
    const ByteView point = key_octets();
    const bool uncompressed = point.size() == 1 + (2 * coordinate) && point[0] == 0x04;
    const bool compressed =
        point.size() == 1 + coordinate && (point[0] == 0x02 || point[0] == 0x03);
    if (!uncompressed && !compressed) {
      return InvalidKey("an EC point of the wrong length or form");
    }
  }
  return {};
}

Result<void> PublicKey::CheckDsa() {
  const auto value = QuickDerDecode<Integer>(kIntegerShape.data(), key_octets());
  const auto magnitude = value ? PositiveMagnitude(View(value->value)) : std::nullopt;
  if (!magnitude || BitsOf(*magnitude) > limits::kDsaBitsMost) {
    return InvalidKey("not a DSA public key");
  }
  if (parameters().empty()) {
    return {};  // inherited
  }
  const auto numbers = QuickDerDecode<DsaParameters>(kDsaParametersShape.data(), parameters());
  if (!numbers) {
    return InvalidKey("not DSA parameters");
  }
  const auto prime = PositiveMagnitude(View(numbers->prime));
  const auto subprime = PositiveMagnitude(View(numbers->subprime));
  const auto base = PositiveMagnitude(View(numbers->base));
  if (!prime || !subprime || !base || (prime->back() & 1U) == 0 ||
      BitsOf(*prime) > limits::kDsaBitsMost || base->size() > prime->size()) {
    return InvalidKey("DSA parameters out of range");
  }
  // FIPS 186-4, 4.2: the subprime has 160, 224 or 256 bits.
  const std::size_t subprime_bits = BitsOf(*subprime);
  if (subprime_bits != 160 && subprime_bits != 224 && subprime_bits != 256) {
    return InvalidKey("a DSA subprime of " + std::to_string(subprime_bits) + " bits");
  }
  bits_ = BitsOf(*prime);
  return {};
}

Result<void> PublicKey::CheckOctets(std::size_t octets) const {
  if (key_size_ != octets) {
    return InvalidKey("a key of " + std::to_string(key_size_) + " octets instead of " +
                      std::to_string(octets));
  }
  if (parameters_size_ != 0) {
    // RFC 8410, section 3; RFC 9881, section 2; RFC 9935, section 3: absent.
    return InvalidKey("parameters where none may be");
  }
  return {};
}

bool PublicKey::InheritsParameters() const {
  return type_ == KeyType::kDsa && parameters_size_ == 0;
}

Result<PublicKey> PublicKey::WithParametersOf(const PublicKey& issuer) const {
  if (!InheritsParameters() || issuer.type_ != KeyType::kDsa || issuer.parameters_size_ == 0) {
    return InvalidKey("a DSA key whose issuer has no DSA parameters");
  }
  // The issuer's AlgorithmIdentifier with this key's BIT STRING.
  const auto theirs = QuickDerDecode<SpkiParts>(kSpkiShape.data(), issuer.spki_);
  if (!theirs) {
    return InvalidKey("not a SubjectPublicKeyInfo");
  }
  const auto append = [](Bytes& out, std::uint8_t tag, std::size_t size) {
    out.push_back(tag);
    if (size >= 0x80) {
      const auto octets = static_cast<std::size_t>((std::bit_width(size) + 7) / 8);
      out.push_back(static_cast<std::uint8_t>(0x80U | octets));
      for (std::size_t i = octets; i > 0; --i) {
        out.push_back(static_cast<std::uint8_t>((size >> (8 * (i - 1))) & 0xffU));
      }
    } else {
      out.push_back(static_cast<std::uint8_t>(size));
    }
  };
  Bytes body = ToBytes(View(theirs->algorithm));
  append(body, 0x03, key_size_ + 1);
  body.push_back(0);
  body.insert(body.end(), key_octets().begin(), key_octets().end());
  Bytes whole;
  append(whole, 0x30, body.size());
  whole.insert(whole.end(), body.begin(), body.end());
  return FromSpki(whole);
}

std::size_t PublicKey::modulus_octets() const {
  return type_ == KeyType::kRsa || type_ == KeyType::kRsaPss ? (bits_ + 7) / 8 : 0;
}

Result<UniquePublicKey> PublicKey::ImportRsa() const {
  // Not through NSS's own reading of the SubjectPublicKeyInfo: it makes keys with the PSS
  // identifier that the token refuses. The two numbers are the same for both kinds.
  const auto numbers = DecodeIntegerPair(key_octets());
  UniqueArena arena{PORT_NewArena(DER_DEFAULT_CHUNKSIZE)};
  auto* key = arena ? PORT_ArenaZNew(arena.get(), SECKEYPublicKey) : nullptr;
  if (key == nullptr || !numbers) {
    return MakeReason(ReasonCode::kInternal).Because("no memory for a key");
  }
  key->arena = arena.get();
  key->keyType = rsaKey;
  key->pkcs11Slot = nullptr;
  key->pkcs11ID = CK_INVALID_HANDLE;
  if (SECITEM_CopyItem(arena.get(), &key->u.rsa.modulus, &numbers->first) != SECSuccess ||
      SECITEM_CopyItem(arena.get(), &key->u.rsa.publicExponent, &numbers->second) != SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because("no memory for a key");
  }
  // SECKEY_DestroyPublicKey frees the arena, and with it the key itself.
  static_cast<void>(arena.release());
  return UniquePublicKey{key};
}

Result<UniquePublicKey> PublicKey::Import() const {
  if (type_ == KeyType::kRsa || type_ == KeyType::kRsaPss) {
    return ImportRsa();
  }
  if (InheritsParameters()) {
    return InvalidKey("a DSA key without parameters");
  }
  if (type_ == KeyType::kEc && !IsCurveOfNss(parameter_set_)) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported).With("algorithm", Name());
  }
  const SECItem der = Borrow(spki_);
  const UniqueSubjectPublicKeyInfo info{SECKEY_DecodeDERSubjectPublicKeyInfo(&der)};
  UniquePublicKey key{info ? SECKEY_ExtractPublicKey(info.get()) : nullptr};
  if (!key) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported)
        .With("algorithm", Name())
        .Because(Failure("SECKEY_ExtractPublicKey"));
  }
  return key;
}

}  // namespace signet::nss
