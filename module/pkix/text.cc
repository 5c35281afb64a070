#include "pkix/text.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace signet::pkix {
namespace {

struct FreeGlib {
  void operator()(char* text) const { g_free(text); }
};
using UniqueGlibText = std::unique_ptr<char, FreeGlib>;

void AppendUtf8(std::string& out, char32_t point) {
  std::array<char, 6> buffer{};
  const int octets = g_unichar_to_utf8(point, buffer.data());
  out.append(buffer.data(), static_cast<std::size_t>(octets));
}

// Characters of `width` octets each, most significant octet first.
std::optional<std::string> FromFixedWidth(ByteView octets, std::size_t width) {
  if (octets.size() % width != 0) {
    return std::nullopt;
  }
  std::string text;
  for (std::size_t i = 0; i < octets.size(); i += width) {
    char32_t point = 0;
    for (const std::uint8_t octet : octets.subspan(i, width)) {
      point = (point << 8U) | octet;
    }
    if (point == 0 || g_unichar_validate(point) == FALSE) {
      return std::nullopt;
    }
    AppendUtf8(text, point);
  }
  return text;
}

// Whether showing the character misleads: controls, invisible and bidirectional formatting ones.
bool IsMisleading(char32_t point) {
  return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0x00ad || point == 0x061c ||
         point == 0x180e || (point >= 0x200b && point <= 0x200f) ||
         (point >= 0x2028 && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) ||
         point == 0xfeff || (point >= 0xfff9 && point <= 0xfffb) ||
         (point >= 0xe0000 && point <= 0xe007f);
}

void AppendEscaped(std::string& out, std::string_view octets) {
  for (const char c : octets) {
    const auto octet = static_cast<std::uint8_t>(c);
    out += "\\" + ToHex({&octet, 1});
  }
}

// RFC 4518, 2.6.1, with one space where the RFC counts two: only equality matters here.
std::string CollapseSpace(std::string_view text) {
  std::string out;
  bool pending = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (space) {
      pending = !out.empty();
      continue;
    }
    if (pending) {
      out.push_back(' ');
      pending = false;
    }
    out.push_back(c);
  }
  return out;
}

}  // namespace

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool IsUtf8(std::string_view text) {
  return g_utf8_validate_len(text.data(), text.size(), nullptr) != FALSE;
}

std::string LowerAscii(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return lower;
}

std::optional<std::string> DecodeText(asn1::Tag tag, ByteView octets) {
  const std::string_view text = AsText(octets);
  switch (tag) {
    case asn1::kUtf8String:
      return IsUtf8(text) ? std::optional{std::string{text}} : std::nullopt;
    case asn1::kNumericString:
    case asn1::kPrintableString:
    case asn1::kIa5String:
    case asn1::kVisibleString:
      return IsAscii(text) && !text.contains('\0') ? std::optional{std::string{text}}
                                                   : std::nullopt;
    case asn1::kTeletexString:
      return FromFixedWidth(octets, 1);
    case asn1::kBmpString:
      return FromFixedWidth(octets, 2);
    case asn1::kUniversalString:
      return FromFixedWidth(octets, 4);
    default:
      return std::nullopt;
  }
}

std::string FoldText(std::string_view utf8) {
  if (IsAscii(utf8)) {
    return CollapseSpace(LowerAscii(utf8));
  }
  const auto length = static_cast<gssize>(utf8.size());
  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): the length goes with it
  const UniqueGlibText folded{g_utf8_casefold(utf8.data(), length)};
  const UniqueGlibText composed{g_utf8_normalize(folded.get(), -1, G_NORMALIZE_ALL_COMPOSE)};
  // NFKC has made ASCII spaces of the other ones (RFC 4518, 2.2 and 2.3).
  return composed ? CollapseSpace(composed.get()) : std::string{utf8};
}

std::string LowerText(std::string_view utf8) {
  std::string lower;
  const char* const end = utf8.data() + utf8.size();
  for (const char* p = utf8.data(); p < end; p = g_utf8_next_char(p)) {
    AppendUtf8(lower, g_unichar_tolower(g_utf8_get_char(p)));
  }
  const UniqueGlibText composed{
      g_utf8_normalize(lower.data(), static_cast<gssize>(lower.size()), G_NORMALIZE_NFC)};
  return composed ? std::string{composed.get()} : lower;
}

std::string EscapeForDisplay(std::string_view text) {
  std::string out;
  std::size_t position = 0;
  while (position < text.size()) {
    const std::string_view rest = text.substr(position);
    const gunichar point = g_utf8_get_char_validated(rest.data(), static_cast<gssize>(rest.size()));
    // Two values of its own mean that no character begins here.
    const bool valid = point < 0x110000 && (point != 0 || rest.front() == '\0');
    const std::size_t octets =
        valid && point != 0 ? static_cast<std::size_t>(g_unichar_to_utf8(point, nullptr)) : 1;
    const std::string_view character = rest.substr(0, octets);
    if (!valid || IsMisleading(point)) {
      AppendEscaped(out, character);
    } else {
      out += character;
    }
    position += octets;
  }
  return out;
}

}  // namespace signet::pkix
