#include "support/certificate_builder.h"

#include <algorithm>
#include <array>
#include <atomic>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "asn1/tags.h"

namespace signet::testing {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerWriter;

// Complete values of any kind, one after the other.
Bytes Joined(const std::vector<Bytes>& values) {
  Bytes all;
  for (const Bytes& value : values) {
    all.insert(all.end(), value.begin(), value.end());
  }
  return all;
}

Bytes KeyIdentifier(ByteView subject_public_key_info) {
  return Sha1(subject_public_key_info);
}

// The content octets of an INTEGER.
Bytes IntegerContent(ByteView magnitude) {
  DerWriter writer;
  writer.UnsignedInteger(magnitude);
  const Bytes& der = writer.octets();
  return {der.begin() + 2, der.end()};  // serial numbers are short: one octet of length
}

}  // namespace

Bytes Name(const std::vector<NameAttribute>& attributes) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& name) {
    for (const NameAttribute& attribute : attributes) {
      name.Set([&](DerWriter& relative) {
        relative.Sequence([&](DerWriter& pair) {
          pair.Oid(attribute.type);
          pair.Text(attribute.tag, attribute.value);
        });
      });
    }
  });
  return std::move(writer).Take();
}

Bytes CommonName(std::string_view common_name) {
  return Name({{oid::kCommonName, std::string(common_name)}});
}

Bytes Rfc822Name(std::string_view address) {
  return asn1::EncodeValue(ContextTag(1), AsBytes(address));
}

Bytes DnsName(std::string_view name) {
  return asn1::EncodeValue(ContextTag(2), AsBytes(name));
}

Bytes UriName(std::string_view uri) {
  return asn1::EncodeValue(ContextTag(6), AsBytes(uri));
}

Bytes DirectoryName(ByteView name) {
  return asn1::EncodeValue(ContextConstructedTag(4), name);
}

Bytes SmtpUtf8Mailbox(std::string_view address) {
  DerWriter writer;
  writer.Constructed(ContextConstructedTag(0), [&](DerWriter& other_name) {
    other_name.Oid(oid::kOnSmtpUtf8Mailbox);
    other_name.Constructed(ContextConstructedTag(0),
                           [&](DerWriter& value) { value.Text(asn1::kUtf8String, address); });
  });
  return std::move(writer).Take();
}

CertificateBuilder::CertificateBuilder() {
  static std::atomic<std::uint64_t> next_serial{0x1000};
  Serial(next_serial.fetch_add(1));
}

CertificateBuilder& CertificateBuilder::Version(int version) {
  version_ = version;
  return *this;
}

CertificateBuilder& CertificateBuilder::Serial(ByteView magnitude) {
  serial_ = IntegerContent(magnitude);
  return *this;
}

CertificateBuilder& CertificateBuilder::Serial(std::uint64_t number) {
  std::array<std::uint8_t, 8> magnitude{};
  for (std::size_t i = 0; i < magnitude.size(); ++i) {
    magnitude.at(magnitude.size() - 1 - i) = static_cast<std::uint8_t>(number >> (8 * i));
  }
  return Serial(magnitude);
}

CertificateBuilder& CertificateBuilder::Issuer(ByteView name) {
  issuer_ = ToBytes(name);
  return *this;
}

CertificateBuilder& CertificateBuilder::Subject(ByteView name) {
  subject_ = ToBytes(name);
  return *this;
}

CertificateBuilder& CertificateBuilder::NotBefore(Time time) {
  not_before_ = time;
  return *this;
}

CertificateBuilder& CertificateBuilder::NotAfter(Time time) {
  not_after_ = time;
  return *this;
}

CertificateBuilder& CertificateBuilder::Key(const KeyPair& key) {
  key_ = &key;
  subject_public_key_info_ = key.subject_public_key_info;
  return *this;
}

CertificateBuilder& CertificateBuilder::SubjectPublicKeyInfo(ByteView der) {
  subject_public_key_info_ = ToBytes(der);
  return *this;
}

CertificateBuilder& CertificateBuilder::Extension(const Oid& oid, bool critical,
                                                  ByteView value_der) {
  ExtensionField field{ToBytes(oid.bytes()), critical, ToBytes(value_der)};
  const auto place = std::ranges::find(extensions_, field.oid, &ExtensionField::oid);
  if (place != extensions_.end()) {
    *place = std::move(field);
  } else {
    extensions_.push_back(std::move(field));
  }
  return *this;
}

CertificateBuilder& CertificateBuilder::Without(const Oid& oid) {
  std::erase_if(extensions_,
                [&](const ExtensionField& field) { return Equal(field.oid, oid.bytes()); });
  return *this;
}

bool CertificateBuilder::Has(const Oid& extension) const {
  return std::ranges::any_of(extensions_, [&](const ExtensionField& field) {
    return Equal(field.oid, extension.bytes());
  });
}

CertificateBuilder& CertificateBuilder::BasicConstraints(bool authority,
                                                         std::optional<unsigned> path_length) {
  DerWriter value;
  value.Sequence([&](DerWriter& sequence) {
    if (authority) {
      sequence.Boolean(true);
    }
    if (path_length) {
      sequence.Integer(*path_length);
    }
  });
  return Extension(oid::kBasicConstraints, true, value.octets());
}

CertificateBuilder& CertificateBuilder::KeyUsage(unsigned bits, bool critical) {
  DerWriter value;
  value.NamedBits(static_cast<std::uint16_t>(bits));
  return Extension(oid::kKeyUsage, critical, value.octets());
}

CertificateBuilder& CertificateBuilder::ExtendedKeyUsage(const std::vector<Oid>& purposes,
                                                         bool critical) {
  DerWriter value;
  value.Sequence([&](DerWriter& sequence) {
    for (const Oid& purpose : purposes) {
      sequence.Oid(purpose);
    }
  });
  return Extension(oid::kExtendedKeyUsage, critical, value.octets());
}

CertificateBuilder& CertificateBuilder::SubjectAltName(const std::vector<Bytes>& names,
                                                       bool critical) {
  return Extension(oid::kSubjectAltName, critical,
                   asn1::EncodeValue(asn1::kSequence, Joined(names)));
}

CertificateBuilder& CertificateBuilder::NameConstraints(const std::vector<Bytes>& permitted,
                                                        const std::vector<Bytes>& excluded,
                                                        bool critical) {
  const auto subtrees = [](DerWriter& writer, unsigned number, const std::vector<Bytes>& bases) {
    if (bases.empty()) {
      return;
    }
    writer.Constructed(ContextConstructedTag(number), [&](DerWriter& list) {
      for (const Bytes& base : bases) {
        list.Sequence([&](DerWriter& subtree) { subtree.Raw(base); });
      }
    });
  };
  DerWriter value;
  value.Sequence([&](DerWriter& sequence) {
    subtrees(sequence, 0, permitted);
    subtrees(sequence, 1, excluded);
  });
  return Extension(oid::kNameConstraints, critical, value.octets());
}

CertificateBuilder& CertificateBuilder::CertificatePolicies(const std::vector<Oid>& policies,
                                                            bool critical) {
  DerWriter value;
  value.Sequence([&](DerWriter& sequence) {
    for (const Oid& policy : policies) {
      sequence.Sequence([&](DerWriter& information) { information.Oid(policy); });
    }
  });
  return Extension(oid::kCertificatePolicies, critical, value.octets());
}

CertificateBuilder& CertificateBuilder::SubjectKeyIdentifier(ByteView identifier) {
  return Extension(oid::kSubjectKeyIdentifier, false,
                   asn1::EncodeValue(asn1::kOctetString, identifier));
}

CertificateBuilder& CertificateBuilder::AuthorityKeyIdentifier(ByteView identifier) {
  DerWriter value;
  value.Sequence([&](DerWriter& sequence) { sequence.Value(ContextTag(0), identifier); });
  return Extension(oid::kAuthorityKeyIdentifier, false, value.octets());
}

CertificateBuilder& CertificateBuilder::CrlDistributionPoint(std::string_view uri) {
  DerWriter value;
  value.Sequence([&](DerWriter& points) {
    points.Sequence([&](DerWriter& point) {
      point.Constructed(ContextConstructedTag(0), [&](DerWriter& name) {
        name.Constructed(ContextConstructedTag(0),
                         [&](DerWriter& full_name) { full_name.Raw(UriName(uri)); });
      });
    });
  });
  return Extension(oid::kCrlDistributionPoints, false, value.octets());
}

CertificateBuilder& CertificateBuilder::AuthorityInformationAccess(const Oid& method,
                                                                   std::string_view uri) {
  DerWriter value;
  value.Sequence([&](DerWriter& descriptions) {
    descriptions.Sequence([&](DerWriter& description) {
      description.Oid(method);
      description.Raw(UriName(uri));
    });
  });
  return Extension(oid::kAuthorityInformationAccess, false, value.octets());
}

CertificateBuilder& CertificateBuilder::Damage(CertificateDamage damage) {
  damage_ = damage;
  return *this;
}

Bytes CertificateBuilder::TbsCertificate(Scheme scheme) const {
  std::vector<ExtensionField> extensions = extensions_;
  Bytes serial = serial_;
  Bytes key = subject_public_key_info_;
  Time not_after = not_after_;
  bool write_version = version_ != 1;
  bool write_extensions = !extensions.empty();
  switch (damage_) {
    case CertificateDamage::kNegativeSerial:
      serial = {0x80};
      break;
    case CertificateDamage::kZeroSerial:
      serial = {0};
      break;
    case CertificateDamage::kEmptyValidity:
      not_after = not_before_ - std::chrono::seconds(1);
      break;
    case CertificateDamage::kRepeatedExtension:
      extensions.push_back(extensions.front());
      break;
    case CertificateDamage::kUnknownCritical: {
      static constexpr Oid kUnknown{"2.25.4711"};
      extensions.push_back({ToBytes(kUnknown.bytes()), true, {0x05, 0x00}});
      write_extensions = true;
      break;
    }
    case CertificateDamage::kExtensionsInVersion1:
      write_version = false;
      break;
    case CertificateDamage::kEmptyExtensions:
      extensions.clear();
      write_extensions = true;
      break;
    case CertificateDamage::kMalformedExtension:
      extensions.front().value.pop_back();
      break;
    case CertificateDamage::kMalformedKey: {
      DerWriter cut;  // the BIT STRING is the last value: shorten what the outer length covers
      cut.Value(asn1::kSequence, ByteView(key).subspan(key.size() > 129 ? 4 : 2,
                                                       key.size() - (key.size() > 129 ? 5 : 3)));
      key = std::move(cut).Take();
      break;
    }
    default:
      break;
  }
  DerWriter writer;
  writer.Sequence([&](DerWriter& tbs) {
    if (write_version) {
      tbs.Constructed(ContextConstructedTag(0),
                      [&](DerWriter& version) { version.Integer(version_ - 1); });
    }
    tbs.Value(asn1::kInteger, serial);
    tbs.Raw(SignatureAlgorithm(scheme));
    tbs.Raw(issuer_);
    tbs.Sequence([&](DerWriter& validity) {
      validity.Time(not_before_);
      validity.Time(not_after);
    });
    tbs.Raw(subject_);
    tbs.Raw(key);
    if (write_extensions) {
      tbs.Constructed(ContextConstructedTag(3), [&](DerWriter& outer) {
        outer.Sequence([&](DerWriter& list) {
          for (const ExtensionField& field : extensions) {
            list.Sequence([&](DerWriter& extension) {
              extension.Oid(ByteView(field.oid));
              if (field.critical) {
                extension.Boolean(true);
              }
              extension.OctetString(field.value);
            });
          }
        });
      });
    }
  });
  return std::move(writer).Take();
}

Bytes CertificateBuilder::Build(const KeyPair& issuer_key, Scheme scheme) const {
  scheme = Resolve(scheme, issuer_key);
  Bytes tbs = TbsCertificate(scheme);
  Bytes signature = Sign(issuer_key, scheme, tbs);
  Bytes algorithm = SignatureAlgorithm(scheme);
  switch (damage_) {
    case CertificateDamage::kSignatureBit:
      signature.at(signature.size() / 2) ^= 1U;
      break;
    case CertificateDamage::kSignatureEmpty:
      signature.clear();
      break;
    case CertificateDamage::kChangedAfterSigning: {
      const auto place = std::ranges::search(tbs, serial_).begin();
      *(place + static_cast<std::ptrdiff_t>(serial_.size()) - 1) ^= 1U;
      break;
    }
    case CertificateDamage::kAlgorithmsDiffer:
      algorithm = SignatureAlgorithm(scheme == Scheme::kRsaSha256 ? Scheme::kRsaSha512
                                                                  : Scheme::kRsaSha256);
      break;
    default:
      break;
  }
  DerWriter writer;
  const auto fill = [&](DerWriter& certificate) {
    certificate.Raw(tbs);
    certificate.Raw(algorithm);
    certificate.BitString(signature);
  };
  writer.Sequence(fill);
  Bytes der = std::move(writer).Take();
  if (damage_ == CertificateDamage::kTrailingOctets) {
    der.insert(der.end(), {0x05, 0x00});
  } else if (damage_ == CertificateDamage::kTruncated) {
    der.pop_back();
  } else if (damage_ == CertificateDamage::kNonMinimalLength) {
    // Certificates have 256 to 65535 octets here: 82 xx xx becomes 83 00 xx xx.
    der.at(1) = 0x83;
    der.insert(der.begin() + 2, std::uint8_t{0});
  }
  return der;
}

std::string Certificate::Sha256Hex() const {
  return ToHex(Sha256(der));
}

CertificateBuilder PersonCertificate(std::string_view address, KeyKind kind, int number) {
  const KeyPair& key = testing::Key(kind, number);
  const bool rsa =
      kind == KeyKind::kRsa1024 || kind == KeyKind::kRsa2048 || kind == KeyKind::kRsa3072;
  unsigned usage = kDigitalSignature | (rsa ? kKeyEncipherment : kKeyAgreement);
  if (kind == KeyKind::kEd25519) {
    usage = kDigitalSignature;
  } else if (kind == KeyKind::kX25519) {
    usage = kKeyAgreement;
  } else if (kind == KeyKind::kMlKem768) {
    usage = kKeyEncipherment;  // RFC 9935, section 5
  }
  CertificateBuilder builder;
  builder.Subject(CommonName(address.substr(0, address.find('@'))))
      .Key(key)
      .SubjectAltName({Rfc822Name(address)})
      .KeyUsage(usage)
      .ExtendedKeyUsage({oid::kEmailProtection})
      .SubjectKeyIdentifier(KeyIdentifier(key.subject_public_key_info));
  return builder;
}

CertificateBuilder CertificateAuthority::Prepared(std::string_view name, KeyKind kind,
                                                  int key_number) {
  const KeyPair& key = testing::Key(kind, key_number);
  CertificateBuilder builder;
  builder.Subject(CommonName(name))
      .Key(key)
      .BasicConstraints(true)
      .KeyUsage(kKeyCertSign | kCrlSign)
      .SubjectKeyIdentifier(KeyIdentifier(key.subject_public_key_info));
  return builder;
}

CertificateAuthority::CertificateAuthority(std::string_view name, KeyKind kind, int key_number)
    : CertificateAuthority(Prepared(name, kind, key_number)) {}

CertificateAuthority::CertificateAuthority(const CertificateBuilder& builder) {
  CertificateBuilder root = builder;
  root.Issuer(root.subject());
  certificate_ = {.der = root.Build(*root.key()),
                  .issuer = root.subject(),
                  .subject = root.subject(),
                  .serial = root.serial(),
                  .key = root.key()};
}

Certificate CertificateAuthority::Issue(CertificateBuilder builder, Scheme scheme) const {
  if (builder.issuer().empty()) {
    builder.Issuer(name());
  }
  if (!builder.Has(oid::kAuthorityKeyIdentifier)) {
    builder.AuthorityKeyIdentifier(KeyIdentifier(key().subject_public_key_info));
  }
  return {.der = builder.Build(key(), scheme),
          .issuer = builder.issuer(),
          .subject = builder.subject(),
          .serial = builder.serial(),
          .key = builder.key()};
}

CertificateAuthority CertificateAuthority::Subordinate(std::string_view name,
                                                       int key_number) const {
  return Subordinate(Prepared(name, KeyKind::kP256, key_number));
}

CertificateAuthority CertificateAuthority::Subordinate(const CertificateBuilder& builder) const {
  return CertificateAuthority(Issue(builder));
}

std::string Pem(std::string_view label, ByteView der) {
  static constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text = "-----BEGIN " + std::string(label) + "-----\n";
  std::size_t column = 0;
  for (std::size_t i = 0; i < der.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, der.size() - i);
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = (group << 8U) | (j < count ? der[i + j] : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      text += j <= count ? kAlphabet[(group >> (18 - (6 * j))) & 63U] : '=';
    }
    column += 4;
    if (column == 64) {
      text += '\n';
      column = 0;
    }
  }
  if (column != 0) {
    text += '\n';
  }
  return text + "-----END " + std::string(label) + "-----\n";
}

}  // namespace signet::testing
