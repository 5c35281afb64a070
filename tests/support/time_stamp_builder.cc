#include "support/time_stamp_builder.h"

#include <utility>

#include "asn1/der_writer.h"
#include "asn1/tags.h"

namespace signet::testing {
namespace {

namespace oid = asn1::oid;
using asn1::DerWriter;

// "20260601120000.25Z"
Bytes GenTime(const TimeStampSpec& spec) {
  DerWriter whole;
  whole.GeneralizedTime(spec.time);
  std::string text(AsText(ByteView(whole.octets()).subspan(2)));
  text.insert(text.size() - 1, spec.fraction);
  return asn1::EncodeValue(asn1::kGeneralizedTime, AsBytes(text));
}

}  // namespace

CertificateBuilder ClockCertificate(int number) {
  CertificateBuilder builder;
  builder.Subject(CommonName("Clock Service"))
      .Key(Key(KeyKind::kP256, number))
      .KeyUsage(kDigitalSignature)
      .ExtendedKeyUsage({oid::kTimeStamping}, /*critical=*/true);
  return builder;
}

Bytes TimeStampInfoDer(const TimeStampSpec& spec, ByteView stamped) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& info) {
    info.Integer(spec.version);
    info.Oid(Oid{"1.2.3.4.1"});
    info.Sequence([&](DerWriter& imprint) {
      imprint.Sequence([&](DerWriter& algorithm) { algorithm.Oid(spec.imprint_algorithm); });
      imprint.OctetString(spec.imprint ? *spec.imprint : Sha256(stamped));
    });
    info.Integer(42);
    info.Raw(GenTime(spec));
    info.Raw(spec.members);
  });
  return std::move(writer).Take();
}

Bytes TimeStampTokenDer(const TimeStampSpec& spec, ByteView stamped) {
  SignedDataBuilder builder;
  builder.Content(TimeStampInfoDer(spec, stamped))
      .ContentType(spec.content_type)
      .Detached(spec.detached);
  SignerSpec signer;
  signer.certificate = spec.authority;
  signer.scheme = spec.scheme;
  signer.signing_time.reset();
  signer.signing_certificate_v2 = spec.signing_certificate;
  signer.damage = spec.damage;
  builder.Signer(signer);
  if (spec.second_signer != nullptr) {
    builder.Signer(*spec.second_signer);
  }
  if (!spec.with_certificate) {
    builder.WithoutSignerCertificates();
  }
  for (const Bytes& certificate : spec.certificates) {
    builder.AddCertificate(certificate);
  }
  for (const Bytes& crl : spec.crls) {
    builder.AddCrl(crl);
  }
  return builder.Build();
}

}  // namespace signet::testing
