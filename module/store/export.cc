#include "store/export.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "mime/transfer.h"

namespace signet::store {

std::string PemText(std::string_view label, ByteView octets) {
  std::string body = mime::EncodeBase64(octets);
  std::erase_if(body, [](char c) { return c == '\r' || c == '\n'; });
  constexpr std::size_t kLine = 64;
  std::string text = "-----BEGIN " + std::string(label) + "-----\n";
  for (std::size_t at = 0; at < body.size(); at += kLine) {
    text += body.substr(at, kLine) + "\n";
  }
  return text + "-----END " + std::string(label) + "-----\n";
}

std::string ToPem(const pkix::Certificate& certificate) {
  return PemText("CERTIFICATE", certificate.der());
}

Bytes ToPkcs7(std::span<const pkix::CertificatePtr> certificates) {
  std::vector<Bytes> all;
  all.reserve(certificates.size());
  for (const pkix::CertificatePtr& certificate : certificates) {
    all.push_back(ToBytes(certificate->der()));
  }
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Oid(asn1::oid::kSignedData);
    info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& tagged) {
      tagged.Sequence([&](asn1::DerWriter& data) {
        data.Integer(1);
        data.Set([](asn1::DerWriter&) {});
        data.Sequence([](asn1::DerWriter& content) { content.Oid(asn1::oid::kData); });
        data.SetOf(all, asn1::ContextConstructedTag(0));
        data.Set([](asn1::DerWriter&) {});
      });
    });
  });
  return std::move(writer).Take();
}

}  // namespace signet::store
