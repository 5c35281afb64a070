#include "pkix/ocsp_request.h"

#include "asn1/der_writer.h"
#include "asn1/oids.h"

namespace signet::pkix {
namespace {

using asn1::ContextConstructedTag;
using asn1::DerWriter;

// base64 (RFC 4648) with "+", "/" and "=" percent-encoded.
std::string UrlBase64(ByteView octets) {
  static constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  const auto add = [&text](char c) {
    switch (c) {
      case '+':
        text += "%2B";
        break;
      case '/':
        text += "%2F";
        break;
      case '=':
        text += "%3D";
        break;
      default:
        text.push_back(c);
    }
  };
  for (std::size_t i = 0; i < octets.size(); i += 3) {
    const ByteView group = octets.subspan(i, std::min<std::size_t>(3, octets.size() - i));
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = (bits << 8U) | (k < group.size() ? group[k] : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      add(k <= group.size() ? kAlphabet[(bits >> (18 - (6 * k))) & 0x3fU] : '=');
    }
  }
  return text;
}

}  // namespace

Result<Bytes> MakeOcspRequest(const Certificate& certificate, const Certificate& issuer,
                              ByteView nonce, nss::DigestAlgorithm digest) {
  if (!issuer.public_key()) {
    return std::unexpected(issuer.public_key().error());
  }
  SIGNET_ASSIGN(const Bytes name, nss::ComputeDigest(digest, certificate.issuer().der()));
  SIGNET_ASSIGN(const Bytes key, nss::ComputeDigest(digest, issuer.public_key()->key_octets()));
  const Oid digest_oid = nss::DigestOid(digest);
  DerWriter request;
  request.Sequence([&](DerWriter& ocsp_request) {
    ocsp_request.Sequence([&](DerWriter& tbs) {
      tbs.Sequence([&](DerWriter& list) {
        list.Sequence([&](DerWriter& single) {
          single.Sequence([&](DerWriter& id) {
            id.Sequence([&](DerWriter& algorithm) {
              algorithm.Oid(digest_oid);
              algorithm.Null();
            });
            id.OctetString(name);
            id.OctetString(key);
            id.Value(asn1::kInteger, certificate.serial());
          });
        });
      });
      if (!nonce.empty()) {
        tbs.Constructed(ContextConstructedTag(2), [&](DerWriter& outer) {
          outer.Sequence([&](DerWriter& extensions) {
            extensions.Sequence([&](DerWriter& extension) {
              extension.Oid(asn1::oid::kOcspNonce);
              extension.OctetString(asn1::EncodeValue(asn1::kOctetString, nonce));
            });
          });
        });
      }
    });
  });
  return std::move(request).Take();
}

std::string OcspGetUrl(std::string_view responder, ByteView request) {
  const std::string encoded = UrlBase64(request);
  if (encoded.size() >= 255) {
    return {};
  }
  return std::string{responder} + (responder.ends_with('/') ? "" : "/") + encoded;
}

}  // namespace signet::pkix
