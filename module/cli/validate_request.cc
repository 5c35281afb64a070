#include "cli/validate_request.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/oid.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

// Takes one member; each overload says false where the value is of the wrong kind.
bool Take(const Json& value, std::string& text) {
  if (!value.is_string()) {
    return false;
  }
  text = value.get<std::string>();
  return true;
}

bool Take(const Json& value, std::optional<std::string>& text) {
  return Take(value, text.emplace());
}

bool Take(const Json& value, bool& flag) {
  if (!value.is_boolean()) {
    return false;
  }
  flag = value.get<bool>();
  return true;
}

bool Take(const Json& value, std::vector<std::string>& texts) {
  texts.clear();
  if (value.is_string()) {
    texts.push_back(value.get<std::string>());
    return true;
  }
  return value.is_array() && std::ranges::all_of(value, [&](const Json& element) {
           return Take(element, texts.emplace_back());
         });
}

bool Take(const Json& value, std::optional<Time>& time) {
  if (!value.is_string()) {
    return false;
  }
  time = ParseRfc3339(value.get<std::string>());
  return time.has_value();
}

bool Take(const Json& value, std::optional<std::size_t>& number) {
  if (!value.is_number_unsigned()) {
    return false;
  }
  number = value.get<std::size_t>();
  return true;
}

bool Take(const Json& value, RevocationMode& mode) {
  const auto read = value.is_string() ? ParseRevocationMode(value.get<std::string>())
                                      : std::optional<RevocationMode>();
  mode = read.value_or(mode);
  return read.has_value();
}

// False: there is no such member, or (`known`) its value is of the wrong kind.
bool TakeMember(const std::string& name, const Json& value, ValidateRequest& request, bool& known) {
  known = true;
  if (name == "certificate") {
    return Take(value, request.certificate);
  }
  if (name == "purpose") {
    return Take(value, request.purpose);
  }
  if (name == "anchor") {
    return Take(value, request.anchors);
  }
  if (name == "cert") {
    return Take(value, request.certificates);
  }
  if (name == "crl") {
    return Take(value, request.crls);
  }
  if (name == "ocsp") {
    return Take(value, request.ocsp_responses);
  }
  if (name == "at") {
    return Take(value, request.at);
  }
  if (name == "address") {
    return Take(value, request.address);
  }
  if (name == "policy") {
    return Take(value, request.policies);
  }
  if (name == "require_policy") {
    return Take(value, request.require_policy);
  }
  if (name == "inhibit_mapping") {
    return Take(value, request.inhibit_mapping);
  }
  if (name == "inhibit_any_policy") {
    return Take(value, request.inhibit_any_policy);
  }
  if (name == "allow_weak") {
    return Take(value, request.allow_weak);
  }
  if (name == "revocation") {
    return Take(value, request.revocation);
  }
  if (name == "require_revocation") {
    return Take(value, request.require_revocation);
  }
  if (name == "max_work") {
    return Take(value, request.max_work);
  }
  known = name == "id";
  return known;
}

}  // namespace

std::optional<RevocationMode> ParseRevocationMode(std::string_view word) {
  if (word == "off") {
    return RevocationMode::kOff;
  }
  if (word == "local") {
    return RevocationMode::kLocal;
  }
  if (word == "online") {
    return RevocationMode::kOnline;
  }
  return std::nullopt;
}

std::expected<ValidateRequest, std::string> ReadRequest(const Json& line,
                                                        const ValidateRequest& defaults) {
  ValidateRequest request = defaults;
  if (!line.is_object()) {
    return std::unexpected("the line is not a JSON object");
  }
  for (const auto& [key, value] : line.items()) {
    std::string name = key;
    std::ranges::replace(name, '-', '_');
    bool known = false;
    if (!TakeMember(name, value, request, known)) {
      return std::unexpected(known ? "the value of '" + key + "' is not what it has to be"
                                   : "there is no member '" + key + "'");
    }
  }
  return request;
}

std::string CheckRequest(const ValidateRequest& request) {
  if (request.certificate.empty()) {
    return "the certificate to validate is missing";
  }
  constexpr std::array<std::string_view, 3> kPurposes{"signing", "encryption", "any"};
  if (std::ranges::find(kPurposes, request.purpose) == kPurposes.end()) {
    return "'" + request.purpose + "' is not a purpose: signing, encryption or any";
  }
  for (const std::string& policy : request.policies) {
    if (!ParseOid(policy)) {
      return "'" + policy + "' is not an object identifier like 2.16.840.1.101.3.2.1.48.1";
    }
  }
  return {};
}

}  // namespace signet::cli
