// What the CMS writers write, the decoder reads: any content, cut anywhere, signed or encrypted in
// every way, comes back the same, and the signature holds. The first octet chooses the way, the
// second the size of the pieces, the rest is the content.
#include <keyhi.h>
#include <pk11pub.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/algorithm_encoding.h"
#include "cms/capabilities.h"
#include "cms/decoder.h"
#include "cms/enveloped_data_writer.h"
#include "cms/signed_data_writer.h"
#include "cms/verify_signer.h"
#include "fuzz/keys.h"
#include "nss/quick_der.h"
#include "nss/startup.h"
#include "unit/cms/support.h"

namespace {

using signet::Bytes;
using signet::ByteView;
using signet::Result;
using signet::asn1::DerWriter;
namespace cms = signet::cms;
namespace nss = signet::nss;
namespace oid = signet::asn1::oid;

nss::UniquePrivateKey Import(std::string_view hex) {
  Bytes der;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    der.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  const nss::UniqueSlot slot(PK11_GetInternalSlot());
  SECItem item = nss::Borrow(der);
  SECKEYPrivateKey* key = nullptr;
  if (PK11_ImportDERPrivateKeyInfoAndReturnKey(slot.get(), &item, nullptr, nullptr, PR_FALSE,
                                               PR_TRUE, KU_ALL, &key, nullptr) != SECSuccess) {
    std::abort();
  }
  return nss::UniquePrivateKey(key);
}

// As much of a certificate as CMS needs: it is named, and has a key.
Bytes CertificateFor(SECKEYPrivateKey* key, std::uint8_t serial) {
  const nss::UniquePublicKey public_key(SECKEY_ConvertToPublicKey(key));
  const nss::UniqueItem info(SECKEY_EncodeDERSubjectPublicKeyInfo(public_key.get()));
  if (!info) {
    std::abort();
  }
  DerWriter writer;
  writer.Sequence([&](DerWriter& certificate) {
    const Bytes algorithm = cms::EncodeAlgorithm(oid::kSha256WithRsa);
    certificate.Sequence([&](DerWriter& tbs) {
      tbs.Integer(serial);
      tbs.Raw(algorithm);
      tbs.Sequence([](DerWriter&) {});
      tbs.Sequence([](DerWriter&) {});
      tbs.Sequence([](DerWriter&) {});
      tbs.Raw(nss::View(*info));
    });
    certificate.Raw(algorithm);
    certificate.BitString({});
  });
  return std::move(writer).Take();
}

struct Person {
  nss::UniquePrivateKey key;
  Bytes certificate;
};

struct People {
  People() {
    rsa.key = Import(signet::fuzz::kRsaKey);
    rsa.certificate = CertificateFor(rsa.key.get(), 2);
    ec.key = Import(signet::fuzz::kEcKey);
    ec.certificate = CertificateFor(ec.key.get(), 1);
  }
  Person rsa;
  Person ec;
};

// The serial number tells whose a message is.
class Keys final : public cms::KeySource {
 public:
  explicit Keys(const People& people) : people_(&people) {}
  bool Owns(const cms::RecipientId& /*id*/) override { return true; }
  Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override {
    const bool is_ec = id.issuer_and_serial->serial.back() == 1;
    return nss::UniquePrivateKey(
        SECKEY_CopyPrivateKey((is_ec ? people_->ec : people_->rsa).key.get()));
  }

 private:
  const People* people_;
};

void Demand(bool holds) {
  if (!holds) {
    std::abort();
  }
}

// Pushes octets in pieces.
template <typename Push>
void InPieces(ByteView octets, std::size_t piece, Push push) {
  while (!octets.empty()) {
    const ByteView next = octets.first(std::min(piece, octets.size()));
    octets = octets.subspan(next.size());
    Demand(push(next).has_value());
  }
}

signet::mime::Sink AppendTo(Bytes& out) {
  return [&out](ByteView piece) -> Result<void> {
    out.insert(out.end(), piece.begin(), piece.end());
    return {};
  };
}

void RoundTripSigned(const Person& signer, unsigned way, std::size_t piece, ByteView content) {
  const bool detached = (way & 1U) != 0;
  const bool is_rsa = (way & 2U) != 0;
  cms::SignedDataPlan plan{.certificate = signer.certificate,
                           .key = signer.key.get(),
                           .algorithm = {.scheme = is_rsa ? nss::SignatureScheme::kRsaPkcs1
                                                          : nss::SignatureScheme::kEcdsa,
                                         .digest = nss::DigestAlgorithm::kSha256}};
  plan.detached = detached;
  plan.capabilities = cms::OwnCapabilities(nullptr);
  plan.encryption_certificate = signer.certificate;
  Bytes object;
  auto writer = cms::SignedDataWriter::Begin(plan, AppendTo(object));
  Demand(writer.has_value());
  InPieces(content, piece, [&](ByteView next) { return writer->Update(next); });
  Demand(writer->Finish().has_value());

  cms::RememberingSink sink;
  cms::Decoder decoder(sink);
  InPieces(object, piece, [&](ByteView next) { return decoder.Push(next); });
  const auto decoded = decoder.Finish();
  Demand(decoded.has_value());
  const auto& data = std::get<cms::SignedData>(decoded->object);
  cms::ContentDigests digests;
  if (detached) {
    auto digester = cms::ContentDigester::ForDetached(data);
    Demand(digester.has_value() && digester->Update(content).has_value());
    digests = *digester->Finish();
  } else {
    Demand(std::ranges::equal(sink.content(), content));
  }
  Demand(cms::VerifySigner(data, 0, detached ? &digests : nullptr, signer.certificate).valid);
}

void RoundTripEncrypted(const People& people, unsigned way, std::size_t piece, ByteView content) {
  cms::EnvelopedDataPlan plan;
  plan.cipher = (way & 1U) != 0 ? nss::Cipher::kAes256Gcm : nss::Cipher::kAes256Cbc;
  if ((way & 2U) != 0) {
    cms::RsaTransport transport;
    if ((way & 8U) != 0) {
      transport.oaep =
          nss::OaepParameters{nss::DigestAlgorithm::kSha256, nss::DigestAlgorithm::kSha256, {}};
    }
    plan.recipients.push_back({people.rsa.certificate, transport});
  } else {
    plan.recipients.push_back(
        {people.ec.certificate,
         cms::EphemeralAgreement{.scheme = {}, .wrap = nss::KeyWrap::kAes256}});
  }
  Bytes object;
  auto writer = cms::EnvelopedDataWriter::Begin(plan, AppendTo(object));
  Demand(writer.has_value());
  InPieces(content, piece, [&](ByteView next) { return writer->Update(next); });
  Demand(writer->Finish().has_value());

  Keys keys(people);
  cms::RememberingSink sink;
  cms::DecodeOptions options;
  options.keys = &keys;
  cms::Decoder decoder(sink, options);
  InPieces(object, piece, [&](ByteView next) { return decoder.Push(next); });
  Demand(decoder.Finish().has_value());
  Demand(std::ranges::equal(sink.content(), content));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = nss::Runtime::Open({});
  Demand(kRuntime.has_value());
  static const People kPeople;
  if (size < 2) {
    return 0;
  }
  const unsigned way = data[0];
  const std::size_t piece = std::size_t{data[1]} + 1;
  const ByteView content(data + 2, size - 2);
  if ((way & 4U) != 0) {
    RoundTripEncrypted(kPeople, way, piece, content);
  } else {
    RoundTripSigned((way & 2U) != 0 ? kPeople.rsa : kPeople.ec, way, piece, content);
  }
  return 0;
}
