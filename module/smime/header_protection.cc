#include "smime/header_protection.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace signet::smime {
namespace {

// The fields that a mail program shows or answers to.
constexpr std::array<std::string_view, 6> kShown = {"Subject", "From",     "To",
                                                    "Cc",      "Reply-To", "Date"};

std::string TextOf(std::string_view unfolded) {
  const std::string text = mime::DecodeText(unfolded);
  // White space may have been folded anew on the way.
  std::string single;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t';
    if (!space || (!single.empty() && single.back() != ' ')) {
      single.push_back(space ? ' ' : c);
    }
  }
  return single;
}

const std::string* Find(const std::vector<std::pair<std::string, std::string>>& fields,
                        std::string_view name) {
  const std::string lower = mime::LowerCase(name);
  const auto found = std::ranges::find(fields, lower, &std::pair<std::string, std::string>::first);
  return found == fields.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<std::string> ProtectedHeader::Subject() const {
  const std::string* const subject = Find(fields, "subject");
  return subject == nullptr ? std::nullopt : std::optional(*subject);
}

std::optional<ProtectedHeader> ReadProtectedHeader(const mime::Entity& payload) {
  if (payload.type.parameters.Find("hp") == nullptr) {
    return std::nullopt;
  }
  ProtectedHeader header;
  for (const std::string_view name : kShown) {
    if (const mime::HeaderField* const field = payload.header.First(name); field != nullptr) {
      header.fields.emplace_back(mime::LowerCase(name), TextOf(field->Unfolded()));
    }
  }
  for (const mime::HeaderField* const field : payload.header.All("HP-Outer")) {
    const std::string value = field->Unfolded();
    if (const std::size_t colon = value.find(':'); colon != std::string::npos) {
      const std::size_t start = std::min(value.find_first_not_of(" \t", colon + 1), value.size());
      header.outer.emplace_back(mime::LowerCase(value.substr(0, colon)),
                                TextOf(std::string_view(value).substr(start)));
    }
  }
  return header;
}

std::vector<Reason> CompareHeaders(const ProtectedHeader& inner, const mime::Header& outer) {
  std::vector<Reason> differences;
  for (const std::string_view name : kShown) {
    const mime::HeaderField* const field = outer.First(name);
    const std::string* const inside = Find(inner.fields, name);
    if (field == nullptr || inside == nullptr) {
      continue;  // hidden by the sender, or not protected
    }
    const std::string outside = TextOf(field->Unfolded());
    const std::string* const meant = Find(inner.outer, name);
    if (outside != *inside && (meant == nullptr || outside != *meant)) {
      differences.push_back(MakeReason(ReasonCode::kProtectedHeaderDiffers)
                                .With("field", std::string(name))
                                .With("outer", outside)
                                .With("inner", *inside));
    }
  }
  return differences;
}

}  // namespace signet::smime
