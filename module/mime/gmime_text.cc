#include "mime/gmime_text.h"

#include <gmime/gmime-charset.h>
#include <gmime/gmime-parser-options.h>
#include <gmime/gmime-utils.h>

#include <array>
#include <bit>
#include <cstddef>
#include <memory>

#include "mime/header.h"

// g_mime_utils_generate_message_id, which nothing calls but which lies in the same object file, is
// GMime's only use of libidn2 there. These stand in for it, so that the module does not load that
// library and its tables into the host.
extern "C" {
int idn2_to_ascii_8z(const char* input, char** output, int flags);
void idn2_free(void* memory);

int idn2_to_ascii_8z(const char* /*input*/, char** /*output*/, int /*flags*/) {
  constexpr int kIdn2NoCodeset = -101;
  return kIdn2NoCodeset;
}

void idn2_free(void* /*memory*/) {}
}

// GMime's archive is not position independent: it reaches GLib's table of UTF-8 lengths directly,
// which a shared library may do only with a symbol of its own. The content is UTF-8's, and GLib's.
namespace {

constexpr std::array<char, 256> Utf8Lengths() {
  std::array<char, 256> lengths{};
  for (std::size_t first = 0; first < lengths.size(); ++first) {
    const bool starts_sequence = first >= 0xC0 && first < 0xFE;
    const int ones = std::countl_one(static_cast<unsigned char>(first));
    lengths.at(first) = static_cast<char>(starts_sequence ? ones : 1);
  }
  return lengths;
}

constexpr std::array<char, 256> kUtf8Lengths = Utf8Lengths();

}  // namespace

extern "C" {
// NOLINTNEXTLINE(readability-identifier-naming): GLib's name.
const gchar* const g_utf8_skip = kUtf8Lengths.data();
}

namespace signet::mime {
namespace {

struct FreeWithGlib {
  void operator()(char* text) const { g_free(text); }
  void operator()(GDateTime* time) const { g_date_time_unref(time); }
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
using UniqueGText = std::unique_ptr<char, FreeWithGlib>;

// GMime's own start-up would register its object types; these two tables are all that is needed.
GMimeParserOptions* Options() {
  static const std::unique_ptr<GMimeParserOptions, FreeWithGlib> options = [] {
    g_mime_charset_map_init();
    return std::unique_ptr<GMimeParserOptions, FreeWithGlib>(g_mime_parser_options_new());
  }();
  return options.get();
}

// Text for functions that stop at a NUL: one inside is shown as U+FFFD rather than ending the
// value.
std::string WithoutNul(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    if (c == '\0') {
      safe += "\xef\xbf\xbd";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string DecodeWords(std::string_view text) {
  const std::string safe = WithoutNul(text);
  const UniqueGText decoded(g_mime_utils_header_decode_text(Options(), safe.c_str()));
  return decoded == nullptr ? ValidUtf8(safe) : ValidUtf8(decoded.get());
}

std::optional<std::string> ConvertToUtf8(std::string_view text, std::string_view charset) {
  static_cast<void>(Options());
  const std::string label = LowerCase(charset);
  if (label == "utf-8" || label == "utf8" || label == "us-ascii") {
    return ValidUtf8(text);
  }
  if (label.empty() || label.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  const char* name = g_mime_charset_iconv_name(label.c_str());
  gsize written = 0;
  const UniqueGText converted(g_convert_with_fallback(
      text.data(), static_cast<gssize>(text.size()), "UTF-8",
      name == nullptr ? label.c_str() : name, "\xef\xbf\xbd", nullptr, &written, nullptr));
  if (converted == nullptr) {
    return std::nullopt;
  }
  return ValidUtf8({converted.get(), written});
}

std::string ValidUtf8(std::string_view text) {
  const UniqueGText valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  return valid.get();
}

std::string Comparable(std::string_view text) {
  const std::string valid = ValidUtf8(text);
  const UniqueGText normal(
      g_utf8_normalize(valid.data(), static_cast<gssize>(valid.size()), G_NORMALIZE_ALL_COMPOSE));
  return normal == nullptr ? valid : normal.get();
}

std::optional<Time> DecodeDate(std::string_view text) {
  const std::string safe = WithoutNul(text);
  const std::unique_ptr<GDateTime, FreeWithGlib> date(
      g_mime_utils_header_decode_date(safe.c_str()));
  if (date == nullptr) {
    return std::nullopt;
  }
  return Time(std::chrono::seconds(g_date_time_to_unix(date.get())));
}

}  // namespace signet::mime
