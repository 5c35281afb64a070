#include "cli/verdict_output.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "cli/reason_output.h"
#include "idl/words.h"
#include "panel/reasons.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

Json ReasonOf(const idl::Reason& view) {
  const Reason reason = panel::ReasonOf(view);
  Json entry{{"code", idl::ToString(view.code)},
             {"severity", idl::ToString(view.severity)},
             {"text", words::Text(reason)},
             {"remedy", words::Remedy(reason)}};
  if (const auto oid = view.texts.find("oid"); oid != view.texts.end()) {
    entry["oid"] = oid->second;
  }
  if (view.where) {
    entry["where"] = *view.where;
  }
  if (view.certificate) {
    entry["certificate"] = *view.certificate;
  }
  if (view.diagnostic) {
    entry["diagnostic"] = *view.diagnostic;
  }
  return entry;
}

Json ReasonsOf(const std::vector<idl::Reason>& reasons) {
  Json list = Json::array();
  for (const idl::Reason& view : reasons) {
    list.push_back(ReasonOf(view));
  }
  return list;
}

Json TimeOf(const std::optional<double>& milliseconds) {
  return milliseconds ? Json(FormatRfc3339(FromMilliseconds(*milliseconds))) : Json();
}

Json RevocationOf(const std::vector<idl::RevocationView>& views) {
  Json list = Json::array();
  for (const idl::RevocationView& view : views) {
    list.push_back({{"certificate", view.certificate},
                    {"state", idl::ToString(view.state)},
                    {"evidence", idl::ToString(view.evidence)},
                    {"revoked_at", TimeOf(view.revoked_at)},
                    {"this_update", TimeOf(view.this_update)},
                    {"next_update", TimeOf(view.next_update)},
                    {"problems", ReasonsOf(view.problems)}});
  }
  return list;
}

Json HistoryOf(const std::optional<idl::SignerHistory>& history) {
  if (!history) {
    return {};
  }
  return {{"state", idl::ToString(history->state)},
          {"address", history->address},
          {"since", TimeOf(history->since)},
          {"previous", history->previous ? Json(*history->previous) : Json()},
          {"previous_used", TimeOf(history->previous_used)}};
}

Json TimeStampsOf(const std::vector<idl::TimeStampView>& stamps) {
  Json list = Json::array();
  for (const idl::TimeStampView& stamp : stamps) {
    list.push_back({{"valid", stamp.valid},
                    {"time", TimeOf(stamp.time)},
                    {"authority", stamp.certificate ? Json(stamp.certificate->subject) : Json()},
                    {"sha256", stamp.certificate ? Json(stamp.certificate->sha256) : Json()},
                    {"algorithm", stamp.algorithm},
                    {"revocation", RevocationOf(stamp.revocation)},
                    {"reasons", ReasonsOf(stamp.reasons)}});
  }
  return list;
}

Json SignerOf(const idl::SignerView& signer) {
  Json entry;
  if (signer.certificate) {
    entry["subject"] = signer.certificate->subject;
    entry["addresses"] = signer.certificate->addresses;
    entry["sha256"] = signer.certificate->sha256;
  } else {
    entry["subject"] = nullptr;
    entry["addresses"] = Json::array();
    entry["sha256"] = nullptr;
  }
  entry["revocation"] = RevocationOf(signer.revocation);
  entry["algorithm"] = signer.algorithm;
  entry["signing_time"] =
      signer.signing_time ? Json(FormatRfc3339(FromMilliseconds(*signer.signing_time))) : Json();
  entry["time_stamps"] = TimeStampsOf(signer.time_stamps);
  entry["valid"] = signer.valid;
  entry["reasons"] = ReasonsOf(signer.reasons);
  return entry;
}

Json LayerOf(const idl::LayerView& layer) {
  Json entry{{"kind", idl::ToString(layer.kind)},
             {"whole_message", layer.whole_message},
             {"part", layer.part},
             {"algorithm", layer.algorithm}};
  if (layer.recipients.empty()) {
    return entry;
  }
  entry["recipient_count"] = layer.recipient_count;
  entry["recipients"] = Json::array();
  for (const idl::RecipientView& recipient : layer.recipients) {
    Json view{{"certificate", recipient.certificate},
              {"algorithm", recipient.algorithm},
              {"state", idl::ToString(recipient.state)}};
    view["reason"] = recipient.reason ? ReasonOf(*recipient.reason) : Json();
    entry["recipients"].push_back(std::move(view));
  }
  return entry;
}

std::string_view SignatureHeadline(idl::SignatureVerdict verdict) {
  switch (verdict) {
    case idl::SignatureVerdict::kValid:
      return "validly signed";
    case idl::SignatureVerdict::kInvalid:
      return "NOT validly signed";
    case idl::SignatureVerdict::kUnknown:
      return "signature not checked";
    case idl::SignatureVerdict::kExpiredSince:
      return "signed with a certificate that has expired since";
    case idl::SignatureVerdict::kNone:
      break;
  }
  return "not signed";
}

std::string Headline(const idl::MessageSecurityView& view) {
  switch (view.encryption) {
    case idl::EncryptionVerdict::kFailed:
      // Whether there is a signature inside is not known.
      return view.signature == idl::SignatureVerdict::kNone
                 ? "NOT decrypted"
                 : "NOT decrypted, " + std::string(SignatureHeadline(view.signature));
    case idl::EncryptionVerdict::kDecrypted:
      return "decrypted, " + std::string(SignatureHeadline(view.signature));
    case idl::EncryptionVerdict::kNone:
      break;
  }
  return std::string(SignatureHeadline(view.signature));
}

}  // namespace

std::string VerdictLine(const std::string& file, const idl::MessageSecurityView& view,
                        bool with_history) {
  Json verdict{{"file", file},
               {"signature", idl::ToString(view.signature)},
               {"encryption", idl::ToString(view.encryption)}};
  verdict["address"] = view.address ? Json(*view.address) : Json();
  verdict["signers"] = Json::array();
  for (const idl::SignerView& signer : view.signers) {
    Json entry = SignerOf(signer);
    if (with_history) {
      entry["history"] = HistoryOf(signer.history);
    }
    verdict["signers"].push_back(std::move(entry));
  }
  verdict["layers"] = Json::array();
  for (const idl::LayerView& layer : view.layers) {
    verdict["layers"].push_back(LayerOf(layer));
  }
  verdict["reasons"] = ReasonsOf(view.reasons);
  return JsonLine(verdict);
}

std::string VerdictText(const std::string& file, const idl::MessageSecurityView& view) {
  std::string text = file + ": " + Headline(view) + "\n";
  for (const idl::Reason& entry : view.reasons) {
    const Reason reason = panel::ReasonOf(entry);
    text += "  " + words::Text(reason) + "\n";
    if (entry.severity != idl::Severity::kInformation) {
      text += "    " + words::Remedy(reason) + "\n";
    }
  }
  return text;
}

std::string FailureText(const std::string& about, const Reason& reason) {
  std::string text = "signet: " + about + ": " + words::Text(reason) + " " + words::Remedy(reason);
  if (!reason.diagnostic.empty()) {
    text += " (" + reason.diagnostic + ")";
  }
  return text + "\n";
}

}  // namespace signet::cli
