#include "idl/path.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace signet::idl {
namespace {

// Octets of a key that an error shows.
constexpr std::size_t kShownKeyOctets = 64;

bool IsIdentifier(std::string_view name) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && name.size() <= kShownKeyOctets && std::ranges::all_of(name, is_word);
}

std::string Quoted(std::string_view key) {
  const bool cut = key.size() > kShownKeyOctets;
  const nlohmann::json text = std::string(key.substr(0, kShownKeyOctets)) + (cut ? "..." : "");
  return text.dump(-1, ' ', /*ensure_ascii=*/true, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void Path::Append(std::string_view member) {
  if (IsIdentifier(member)) {
    text_ += text_.empty() ? "" : ".";
    text_ += member;
  } else {
    text_ += '[' + Quoted(member) + ']';
  }
}

void Path::Append(std::size_t index) {
  text_ += '[' + std::to_string(index) + ']';
}

}  // namespace signet::idl
