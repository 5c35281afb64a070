// Reads any octets as a message and asks for everything that the mime room tells of one.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/bytes.h"
#include "mime/address.h"
#include "mime/header.h"
#include "mime/line_ends.h"
#include "mime/mailbox_file.h"
#include "mime/message.h"
#include "mime/smime_part.h"
#include "mime/transfer.h"

namespace {

using signet::ByteView;
using signet::Result;

void Require(bool condition) {
  if (!condition) {
    std::abort();
  }
}

bool IsWithin(ByteView inner, ByteView outer) {
  return inner.empty() || (inner.data() >= outer.data() &&
                           inner.data() + inner.size() <= outer.data() + outer.size());
}

// Canonical octets have no bare LF, and making them canonical again changes nothing.
void CheckCanonical(ByteView octets) {
  signet::Bytes canonical;
  Require(signet::mime::StreamCanonical(octets, [&](ByteView piece) -> Result<void> {
            canonical.insert(canonical.end(), piece.begin(), piece.end());
            return {};
          }).has_value());
  Require(!signet::mime::HasBareLf(canonical));
  Require(canonical.size() >= octets.size());
}

void CheckMessage(ByteView octets) {
  const auto message = signet::mime::Message::Parse(octets);
  if (!message) {
    return;
  }
  for (std::size_t i = 0; i < message->entities().size(); ++i) {
    const signet::mime::Entity& entity = message->entities()[i];
    Require(IsWithin(entity.octets, octets) && IsWithin(entity.body, entity.octets));
    if (entity.parent != signet::mime::Entity::kNone) {
      Require(entity.parent < i);
      Require(IsWithin(entity.octets, message->entities()[entity.parent].body));
    }
    static_cast<void>(entity.FileName());
    const auto part = signet::mime::Classify(*message, i);
    if (part.form == signet::mime::SmimeForm::kClearSigned) {
      static_cast<void>(signet::mime::SplitClearSigned(*message, i));
    }
    static_cast<void>(
        signet::mime::DecodedBody(entity.encoding, entity.body, entity.body.size(), "kTest"));
    static_cast<void>(signet::mime::ReadOriginator(entity.header));
    for (const signet::mime::HeaderField& field : entity.header.fields()) {
      static_cast<void>(signet::mime::DecodeText(field.Unfolded()));
    }
  }
}

void CheckEncoders(ByteView octets) {
  const std::string base64 = signet::mime::EncodeBase64(octets);
  const auto back = signet::mime::DecodedBody(signet::mime::TransferEncoding::kBase64,
                                              signet::AsBytes(base64), octets.size(), "kTest");
  Require(back.has_value() && signet::Equal(*back, octets));
  static_cast<void>(signet::mime::EncodeQuotedPrintable(octets));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView octets(data, size);
  CheckMessage(octets);
  CheckMessage(signet::mime::WithoutStorePrefix(octets));
  signet::mime::MboxReader mbox(octets);
  while (const auto message = mbox.Next()) {
    Require(IsWithin(*message, octets));
  }
  CheckCanonical(octets);
  CheckEncoders(octets);
  return 0;
}
