#include "cms/armor.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace signet::cms {
namespace {

// Programs write a few lines of text before the object; not more than this is looked through.
constexpr std::size_t kHeadOctets = std::size_t{64} << 10U;
constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::uint8_t kSequenceOctet = 0x30;
// SEQUENCE in base64: "MA" to "MI".
constexpr std::uint8_t kSequenceBase64 = 'M';

bool IsSpace(std::uint8_t octet) {
  return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
}

bool IsBase64(std::uint8_t octet) {
  return (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z') ||
         (octet >= '0' && octet <= '9') || octet == '+' || octet == '/' || octet == '=';
}

// UTF-8's byte order mark, which editors put in front.
ByteView WithoutMark(ByteView octets) {
  return AsText(octets).starts_with("\xEF\xBB\xBF") ? octets.subspan(3) : octets;
}

}  // namespace

Result<void> Unarmor::Push(ByteView octets) {
  if (armor_) {
    return Decode(octets);
  }
  head_.insert(head_.end(), octets.begin(), octets.end());
  if (!Detect(false)) {
    return {};
  }
  return Decode(std::exchange(head_, {}));
}

Result<void> Unarmor::Finish() {
  if (!armor_) {
    static_cast<void>(Detect(true));
    SIGNET_TRY(Decode(std::exchange(head_, {})));
  }
  if (*armor_ == Armor::kNone) {
    return {};
  }
  Bytes last;
  base64_.Finish(last);
  return last.empty() ? Result<void>{} : sink_(last);
}

// Decides what the octets are, as soon as head_ tells, and cuts what comes before the object.
bool Unarmor::Detect(bool is_end) {
  const ByteView head = WithoutMark(head_);
  const bool is_enough = is_end || head_.size() >= kHeadOctets;
  if (!head.empty() && head.front() == kSequenceOctet) {
    armor_ = Armor::kNone;
    return true;
  }
  if (const std::size_t begin = AsText(head_).find(kBegin); begin != std::string_view::npos) {
    const std::size_t line_end = AsText(head_).find('\n', begin);
    if (line_end == std::string_view::npos && !is_enough) {
      return false;
    }
    armor_ = Armor::kPem;
    head_.erase(head_.begin(), line_end == std::string_view::npos
                                   ? head_.end()
                                   : head_.begin() + static_cast<std::ptrdiff_t>(line_end) + 1);
    return true;
  }
  const auto first = std::ranges::find_if_not(head, IsSpace);
  // A line of base64 and nothing else, so that a text that begins with "M" is not taken for one.
  constexpr std::ptrdiff_t kEnough = 64;
  if (first != head.end() && *first == kSequenceBase64 &&
      (is_enough || head.end() - first >= kEnough)) {
    const auto last = is_enough ? head.end() : first + kEnough;
    const bool is_base64 = std::all_of(
        first, last, [](std::uint8_t octet) { return IsBase64(octet) || IsSpace(octet); });
    if (is_base64) {
      armor_ = Armor::kBase64;
      head_ = Bytes(first, head.end());
      return true;
    }
  }
  if (is_enough) {
    armor_ = Armor::kNone;
    return true;
  }
  return false;
}

Result<void> Unarmor::Decode(ByteView octets) {
  if (*armor_ == Armor::kNone) {
    return octets.empty() ? Result<void>{} : sink_(octets);
  }
  if (ended_) {
    return {};
  }
  if (*armor_ == Armor::kPem) {
    const auto end = std::ranges::find(octets, std::uint8_t{'-'});
    ended_ = end != octets.end();
    octets = octets.first(static_cast<std::size_t>(end - octets.begin()));
  }
  Bytes decoded;
  base64_.Update(octets, decoded);
  return decoded.empty() ? Result<void>{} : sink_(decoded);
}

Result<Bytes> UnarmorAll(ByteView octets) {
  Bytes object;
  Unarmor unarmor([&object](ByteView piece) -> Result<void> {
    object.insert(object.end(), piece.begin(), piece.end());
    return {};
  });
  SIGNET_TRY(unarmor.Push(octets));
  SIGNET_TRY(unarmor.Finish());
  return object;
}

}  // namespace signet::cms
