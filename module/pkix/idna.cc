#include "pkix/idna.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "pkix/text.h"

namespace signet::pkix {
namespace {

constexpr std::size_t kLabelOctets = 63;    // RFC 1035, 2.3.4
constexpr std::size_t kDomainOctets = 253;  // the same, without length octets

// Parameters of Punycode (RFC 3492, section 5).
constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kTMin = 1;
constexpr std::uint32_t kTMax = 26;
constexpr std::uint32_t kSkew = 38;
constexpr std::uint32_t kDamp = 700;
constexpr std::uint32_t kInitialBias = 72;
constexpr std::uint32_t kInitialN = 128;

// Code points of text that is known to be UTF-8.
std::vector<std::uint32_t> CodePoints(std::string_view utf8) {
  std::vector<std::uint32_t> points;
  for (const char c : utf8) {
    const auto octet = static_cast<std::uint8_t>(c);
    if ((octet & 0xc0U) == 0x80U) {
      points.back() = (points.back() << 6U) | (octet & 0x3fU);
    } else if (octet < 0x80) {
      points.push_back(octet);
    } else if (octet < 0xe0) {
      points.push_back(octet & 0x1fU);
    } else if (octet < 0xf0) {
      points.push_back(octet & 0x0fU);
    } else {
      points.push_back(octet & 0x07U);
    }
  }
  return points;
}

// RFC 3492, 6.1.
std::uint32_t Adapt(std::uint32_t delta, std::uint32_t points, bool first) {
  delta = first ? delta / kDamp : delta / 2;
  delta += delta / points;
  std::uint32_t k = 0;
  while (delta > ((kBase - kTMin) * kTMax) / 2) {
    delta /= kBase - kTMin;
    k += kBase;
  }
  return k + (((kBase - kTMin + 1) * delta) / (delta + kSkew));
}

char Digit(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + static_cast<char>(value)
                                      : '0' + static_cast<char>(value - 26));
}

void AppendVariableLength(std::string& out, std::uint32_t delta, std::uint32_t bias) {
  std::uint32_t q = delta;
  for (std::uint32_t k = kBase;; k += kBase) {
    const std::uint32_t t = k <= bias ? kTMin : std::min(k - bias, kTMax);
    if (q < t) {
      break;
    }
    out.push_back(Digit(t + ((q - t) % (kBase - t))));
    q = (q - t) / (kBase - t);
  }
  out.push_back(Digit(q));
}

// RFC 3492, 6.3. At most 63 points of less than 2^21, so that delta stays below 2^28.
std::string Punycode(const std::vector<std::uint32_t>& points) {
  std::string out;
  for (const std::uint32_t point : points) {
    if (point < kInitialN) {
      out.push_back(static_cast<char>(point));
    }
  }
  const auto basic = static_cast<std::uint32_t>(out.size());
  std::uint32_t handled = basic;
  if (basic > 0) {
    out.push_back('-');
  }
  std::uint32_t n = kInitialN;
  std::uint32_t delta = 0;
  std::uint32_t bias = kInitialBias;
  while (handled < points.size()) {
    std::uint32_t next = UINT32_MAX;
    for (const std::uint32_t point : points) {
      if (point >= n) {
        next = std::min(next, point);
      }
    }
    delta += (next - n) * (handled + 1);
    n = next;
    for (const std::uint32_t point : points) {
      if (point < n) {
        ++delta;
      }
      if (point == n) {
        AppendVariableLength(out, delta, bias);
        bias = Adapt(delta, handled + 1, handled == basic);
        delta = 0;
        ++handled;
      }
    }
    ++delta;
    ++n;
  }
  return out;
}

bool HasUnwanted(std::string_view label) {
  return std::ranges::any_of(label, [](char c) {
    const auto octet = static_cast<std::uint8_t>(c);
    return octet <= 0x20 || octet == 0x7f || c == '@';
  });
}

}  // namespace

std::optional<std::string> ToALabel(std::string_view label) {
  // Before anything else, so that no work depends on a giant label: 63 A-label octets stand for at
  // most 59 characters of at most 4 octets.
  if (label.empty() || label.size() > 4 * kLabelOctets || HasUnwanted(label) || !IsUtf8(label)) {
    return std::nullopt;
  }
  // Some characters have a lower case in ASCII (the Kelvin sign).
  std::string encoded = IsAscii(label) ? LowerAscii(label) : LowerText(label);
  if (!IsAscii(encoded)) {
    const std::vector<std::uint32_t> points = CodePoints(encoded);
    if (points.size() > kLabelOctets) {
      return std::nullopt;
    }
    encoded = "xn--" + Punycode(points);
  }
  return encoded.size() <= kLabelOctets ? std::optional{encoded} : std::nullopt;
}

std::optional<std::string> ToALabels(std::string_view domain) {
  if (domain.size() > 4 * kDomainOctets) {
    return std::nullopt;
  }
  std::string encoded;
  std::size_t start = 0;
  while (start <= domain.size()) {
    const std::size_t end = std::min(domain.find('.', start), domain.size());
    const auto label = ToALabel(domain.substr(start, end - start));
    if (!label) {
      return std::nullopt;
    }
    encoded += (encoded.empty() ? "" : ".") + *label;
    start = end + 1;
  }
  return encoded.size() <= kDomainOctets ? std::optional{encoded} : std::nullopt;
}

}  // namespace signet::pkix
