#include "asn1/ber_to_der.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "asn1/ber_header.h"
#include "asn1/tags.h"
#include "base/limits.h"

namespace signet::asn1 {
namespace {

// The universal types that are strings, whose constructed form is a row of segments
// (X.690, 8.6, 8.7 and 8.23): BIT STRING, OCTET STRING, ObjectDescriptor, UTF8String and from
// NumericString to BMPString, without the tag that was never given to a string type.
bool IsStringTag(std::uint32_t number) {
  return number == 3 || number == 4 || number == 7 || number == 12 ||
         (number >= 18 && number <= 30 && number != 29);
}

// A constructed element whose content is being rewritten.
struct Frame {
  ByteView identifier;
  bool is_definite = false;
  // One past its last octet, in the input; of an indefinite one: that it must not pass.
  std::size_t end = 0;
  // Its content, rewritten.
  Bytes content;
  // A string made of segments; `is_segment`: and itself a segment of one.
  bool is_string = false;
  bool is_segment = false;
  bool is_bit_string = false;
  // BIT STRING: unused bits of the last segment; a segment after one that has any is malformed.
  std::uint8_t unused_bits = 0;
};

void AppendLength(std::size_t length, Bytes& out) {
  if (length < 0x80) {
    out.push_back(static_cast<std::uint8_t>(length));
    return;
  }
  std::size_t octets = 1;
  while (octets < sizeof(length) && (length >> (8 * octets)) != 0) {
    ++octets;
  }
  out.push_back(static_cast<std::uint8_t>(0x80U | octets));
  while (octets > 0) {
    --octets;
    out.push_back(static_cast<std::uint8_t>(length >> (8 * octets)));
  }
}

void Append(ByteView octets, Bytes& out) {
  out.insert(out.end(), octets.begin(), octets.end());
}

class Rewriter {
 public:
  explicit Rewriter(ByteView ber) : ber_(ber) {}

  Result<Bytes> Run() {
    do {
      SIGNET_TRY(Step());
      SIGNET_TRY(CloseDefinite());
    } while (!frames_.empty());
    if (at_ != ber_.size()) {
      return Fail("octets after the element");
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] Reason Fail(std::string diagnostic) const {
    return Malformed("byte " + std::to_string(at_), std::move(diagnostic));
  }

  [[nodiscard]] std::size_t End() const {
    return frames_.empty() ? ber_.size() : frames_.back().end;
  }

  Result<void> Step() {
    const ByteView rest = ber_.subspan(at_, End() - at_);
    BerElement element;
    if (ParseBerHeader(rest, element) != BerHeaderState::kComplete) {
      return Fail("an incomplete or oversized header");
    }
    if (element.IsUniversal(0)) {
      if (element.identifier != 0 || element.length != 0 || element.header_octets != 2 ||
          frames_.empty() || frames_.back().is_definite) {
        return Fail("end-of-contents outside of an indefinite length");
      }
      at_ += element.header_octets;
      return Close();
    }
    if (element.length && *element.length > rest.size() - element.header_octets) {
      return Fail("an element reaches past the end of the one around it");
    }
    if (element.IsConstructed()) {
      return Open(element, rest);
    }
    if (!element.length) {
      return Fail("a primitive element without length");
    }
    const ByteView content =
        rest.subspan(element.header_octets, static_cast<std::size_t>(*element.length));
    if (!frames_.empty() && frames_.back().is_string) {
      SIGNET_TRY(AppendSegment(element, content));
    } else {
      Emit(Identifier(element, rest), content);
    }
    at_ += element.header_octets + content.size();
    return {};
  }

  // The identifier octets of an element.
  static ByteView Identifier(const BerElement& element, ByteView octets) {
    std::size_t count = 1;
    if ((element.identifier & 0x1FU) == 0x1FU) {
      do {
        ++count;
      } while ((octets[count - 1] & 0x80U) != 0);
    }
    return octets.first(count);
  }

  Result<void> Open(const BerElement& element, ByteView rest) {
    if (frames_.size() >= limits::kAsn1Depth) {
      return MakeReason(ReasonCode::kLimitExceeded)
          .With("limit", "kAsn1Depth")
          .At("byte " + std::to_string(at_));
    }
    Frame frame;
    frame.identifier = Identifier(element, rest);
    frame.is_definite = element.length.has_value();
    frame.end = element.length
                    ? at_ + element.header_octets + static_cast<std::size_t>(*element.length)
                    : End();
    if (!frames_.empty() && frames_.back().is_string) {
      SIGNET_TRY(CheckSegment(element));
      frame.is_string = true;
      frame.is_segment = true;
      frame.is_bit_string = frames_.back().is_bit_string;
    } else if ((element.identifier & 0xC0U) == 0 && IsStringTag(element.number)) {
      frame.is_string = true;
      frame.is_bit_string = element.number == 3;
    }
    at_ += element.header_octets;
    frames_.push_back(std::move(frame));
    return {};
  }

  // Segments of a BIT STRING are BIT STRINGs, all others OCTET STRINGs
  // (X.690, 8.6.4, 8.7.3, 8.23.2).
  [[nodiscard]] Result<void> CheckSegment(const BerElement& element) const {
    if (!element.IsUniversal(frames_.back().is_bit_string ? 3 : 4)) {
      return Fail("a string segment of another type");
    }
    return {};
  }

  Result<void> AppendSegment(const BerElement& element, ByteView content) {
    SIGNET_TRY(CheckSegment(element));
    Frame& frame = frames_.back();
    if (frame.is_bit_string) {
      if (content.empty() || content.front() > 7 || frame.unused_bits != 0) {
        return Fail("a BIT STRING segment with wrong unused bits");
      }
      frame.unused_bits = content.front();
      content = content.subspan(1);
    }
    Append(content, frame.content);
    return {};
  }

  // Writes a finished element into the one around it.
  void Emit(ByteView identifier, ByteView content) {
    Bytes& out = frames_.empty() ? result_ : frames_.back().content;
    Append(identifier, out);
    AppendLength(content.size(), out);
    Append(content, out);
  }

  Result<void> Close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (!frame.is_string) {
      Emit(frame.identifier, frame.content);
      return {};
    }
    if (frame.is_segment) {
      Frame& parent = frames_.back();
      if (parent.unused_bits != 0 && !frame.content.empty()) {
        return Fail("a BIT STRING segment with wrong unused bits");
      }
      parent.unused_bits = frame.unused_bits;
      Append(frame.content, parent.content);
      return {};
    }
    if (frame.is_bit_string) {
      frame.content.insert(frame.content.begin(), frame.unused_bits);
    }
    // Every string tag fits one octet.
    const auto identifier = static_cast<std::uint8_t>(frame.identifier.front() &
                                                      ~static_cast<unsigned>(kConstructedBit));
    Emit({&identifier, 1}, frame.content);
    return {};
  }

  Result<void> CloseDefinite() {
    while (!frames_.empty() && frames_.back().is_definite && frames_.back().end == at_) {
      SIGNET_TRY(Close());
    }
    return {};
  }

  ByteView ber_;
  std::size_t at_ = 0;
  std::vector<Frame> frames_;
  Bytes result_;
};

}  // namespace

Result<Bytes> BerToDer(ByteView ber) {
  return Rewriter(ber).Run();
}

}  // namespace signet::asn1
