// Helpers of this room's tests: a sink that remembers, decoding in pieces, verdicts as words.
#ifndef SIGNET_TESTS_UNIT_CMS_SUPPORT_H_
#define SIGNET_TESTS_UNIT_CMS_SUPPORT_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "cms/decoder.h"
#include "cms/verify_signer.h"

namespace signet::cms {

// RememberingSink keeps what it is given.
class RememberingSink final : public ContentSink {
 public:
  Result<void> OnContentType(ByteView content_type) override {
    content_type_ = ToBytes(content_type);
    ++types_;
    return {};
  }
  Result<void> OnContent(ByteView octets) override {
    content_.insert(content_.end(), octets.begin(), octets.end());
    return {};
  }

  [[nodiscard]] const Bytes& content() const { return content_; }
  [[nodiscard]] std::string text() const { return std::string(AsText(content_)); }
  [[nodiscard]] const Bytes& content_type() const { return content_type_; }
  [[nodiscard]] int types() const { return types_; }

 private:
  Bytes content_type_;
  Bytes content_;
  int types_ = 0;
};

// Decode pushes an object in pieces of `piece` octets.
inline Result<Decoded> Decode(ByteView octets, ContentSink& sink, std::size_t piece = SIZE_MAX,
                              DecodeOptions options = {}) {
  Decoder decoder(sink, std::move(options));
  while (!octets.empty()) {
    const ByteView next = octets.first(std::min(piece, octets.size()));
    octets = octets.subspan(next.size());
    SIGNET_TRY(decoder.Push(next));
  }
  return decoder.Finish();
}

// CodeName is the code as the catalogue writes it.
inline std::string CodeName(ReasonCode code) {
  return std::string(idl::ToString(code));
}

// Describe is "code(text value, ...)" for messages of failed expectations.
inline std::string Describe(const Reason& reason) {
  std::string text = CodeName(reason.code);
  for (const auto& [name, value] : reason.texts) {
    text.append(" ").append(name).append("=").append(value);
  }
  if (!reason.where.empty()) {
    text.append(" at ").append(reason.where);
  }
  if (!reason.diagnostic.empty()) {
    text.append(": ").append(reason.diagnostic);
  }
  return text;
}

// Codes lists the codes of reasons, joined by commas.
inline std::string Codes(const std::vector<Reason>& reasons) {
  std::string codes;
  for (const Reason& reason : reasons) {
    codes.append(codes.empty() ? "" : ",").append(CodeName(reason.code));
  }
  return codes;
}

// Verdict is "valid" or the first reason's code; with weak reasons "valid,weak-digest".
inline std::string Verdict(const SignerOutcome& outcome) {
  if (outcome.valid) {
    return outcome.reasons.empty() ? "valid" : "valid," + Codes(outcome.reasons);
  }
  return outcome.reasons.empty() ? "invalid without reason" : CodeName(outcome.reasons[0].code);
}

// FindCertificate gives the certificate of the message that a signer names, or nothing.
inline Bytes FindCertificate(const SignedData& data, std::size_t signer) {
  if (signer >= data.signers.size()) {
    return {};
  }
  const auto found = std::ranges::find_if(data.certificates, [&](const Bytes& certificate) {
    return MatchesSigner(data.signers[signer].id, certificate);
  });
  return found == data.certificates.end() ? Bytes{} : *found;
}

}  // namespace signet::cms

#endif  // SIGNET_TESTS_UNIT_CMS_SUPPORT_H_
