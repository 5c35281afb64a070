#include "cli/protection_output.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/reason_output.h"
#include "cli/verdict_output.h"
#include "nss/cipher.h"
#include "nss/digest.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

Json CertificateJson(const pkix::Certificate& certificate) {
  return {{"subject", certificate.DisplayName()},
          {"addresses", certificate.addresses()},
          {"sha256", certificate.sha256()}};
}

Json ObstaclesJson(const std::vector<Obstacle>& obstacles) {
  Json list = Json::array();
  for (const Obstacle& obstacle : obstacles) {
    Json entry{{"about", obstacle.about}};
    entry.update(ReasonJson(obstacle.reason));
    if (!obstacle.text.empty()) {
      entry["text"] = obstacle.text;
      entry.erase("remedy");
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json SignatureJson(const smime::ComposeRequest& request, const smime::SignatureChoice& choice) {
  return {{"algorithm", choice.algorithm.Name()},
          {"digest", nss::DigestName(choice.digest)},
          {"opaque", request.opaque},
          {"signer", CertificateJson(*request.signer->certificate)}};
}

Json EncryptionJson(const Preparation& prepared, const smime::EncryptionChoice& choice) {
  Json recipients = Json::array();
  for (const smime::RecipientChoice& recipient : choice.recipients) {
    Json entry = CertificateJson(*recipient.certificate);
    entry["self"] = recipient.self;
    entry["vouched_for"] =
        std::ranges::find(prepared.named_only, recipient.certificate->sha256()) ==
        prepared.named_only.end();
    entry["algorithm"] = recipient.name;
    entry["reasons"] = ReasonsJson({recipient.because});
    recipients.push_back(std::move(entry));
  }
  return {{"cipher", nss::CipherName(choice.cipher)},
          {"recipients", std::move(recipients)},
          {"reasons", ReasonsJson(choice.because)}};
}

}  // namespace

std::string ObstacleText(const std::vector<Obstacle>& obstacles) {
  std::string text;
  for (const Obstacle& obstacle : obstacles) {
    text += obstacle.text.empty() ? FailureText(obstacle.about, obstacle.reason)
                                  : "signet: " + obstacle.about + ": " + obstacle.text + "\n";
  }
  return text;
}

std::string ProtectionLine(const std::string& file, const std::string& output,
                           const Preparation& prepared, const smime::ComposeChoice& choice) {
  Json line{{"file", file}};
  line["output"] = output.empty() ? Json() : Json(output);
  line["signature"] =
      choice.signature ? SignatureJson(prepared.request, *choice.signature) : Json();
  line["encryption"] = choice.encryption ? EncryptionJson(prepared, *choice.encryption) : Json();
  line["reasons"] = ObstaclesJson(prepared.obstacles);
  return JsonLine(line);
}

std::string RefusalLine(const std::string& file, const std::vector<Obstacle>& obstacles) {
  Json line{{"file", file}, {"output", nullptr}, {"signature", nullptr}, {"encryption", nullptr}};
  line["reasons"] = ObstaclesJson(obstacles);
  return JsonLine(line);
}

}  // namespace signet::cli
