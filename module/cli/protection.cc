#include "cli/protection.h"

#include <algorithm>
#include <utility>

#include "cli/message_outputs.h"
#include "cli/protection_output.h"
#include "cli/verdict_output.h"
#include "mime/address.h"
#include "mime/header.h"
#include "pkix/address.h"

namespace signet::cli {
namespace {

constexpr std::size_t kFingerprintDigitsLeast = 8;

bool IsFingerprint(std::string_view text) {
  return text.size() >= kFingerprintDigitsLeast &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool IsWanted(const pkix::Certificate& certificate, std::string_view wanted) {
  return wanted.find('@') != std::string_view::npos
             ? pkix::HasAddress(certificate, wanted)
             : IsFingerprint(wanted) && certificate.sha256().starts_with(mime::LowerCase(wanted));
}

// What went wrong around the message, as opposed to with it.
bool IsAround(ReasonCode code) {
  return code == ReasonCode::kFileUnwritable || code == ReasonCode::kFileUnreadable ||
         code == ReasonCode::kOutOfMemory || code == ReasonCode::kInternal ||
         code == ReasonCode::kInvalidRequest;
}

// Protects one message.
class Protector {
 public:
  Protector(const Input& input, MessageOutputs::Output& output, bool json)
      : input_(&input), output_(&output), json_(json) {}

  MessageReport Protect(const std::function<Preparation(const Input&)>& prepare) {
    if (!output_->file) {
      return Refuse({{input_->name, output_->file.error(), kFailed}});
    }
    if (input_->is_object) {
      return Refuse({{input_->name, Malformed("message", "this is a CMS object, no message")}});
    }
    const Preparation prepared = prepare(*input_);
    const bool stopped = std::ranges::any_of(
        prepared.obstacles, [](const Obstacle& obstacle) { return obstacle.status != kAllGood; });
    if (stopped) {
      return Refuse(prepared.obstacles);
    }
    const auto choice = smime::Compose(
        prepared.request, [this](ByteView octets) { return output_->file->Write(octets); });
    auto written = choice ? output_->file->Commit() : std::unexpected(choice.error());
    if (!written) {
      const Reason& reason = written.error();
      return Refuse({{input_->name, reason, IsAround(reason.code) ? kFailed : kSomeFellShort}});
    }
    MessageReport report{.err = ObstacleText(prepared.obstacles)};
    if (json_) {
      report.out = ProtectionLine(input_->name, output_->path, prepared, *choice);
    }
    return report;
  }

 private:
  MessageReport Refuse(const std::vector<Obstacle>& obstacles) {
    MessageReport report{.err = ObstacleText(obstacles)};
    for (const Obstacle& obstacle : obstacles) {
      report.status = std::max(report.status, obstacle.status);
    }
    if (json_) {
      report.out = RefusalLine(input_->name, obstacles);
    }
    return report;
  }

  const Input* input_;
  MessageOutputs::Output* output_;
  bool json_;
};

}  // namespace

void AddProtectionOptions(const Command& command, ProtectionOptions& options) {
  options.command = command;
  const Option json =
      AddMessageOptions(command, options.options,
                        "Messages, MIME entities alone, mbox files, folders; - is standard input",
                        "Print what was chosen, and why, as a JSON object a message, a line each");
  AddKeyOptions(command, options.keys);
  AddJudgingOptions(command, options.judging,
                    "Certificates of authorities and of recipients (PEM or DER)",
                    "Judge certificates, and sign, as of this time instead of now");
  json.Needs(command
                 .Value("-o,--output", options.output,
                        "Write to this file, whole or not at all, instead of standard "
                        "output, or for several messages into this folder")
                 .Type("FILE"));
}

std::string FromOf(ByteView message) {
  const auto header = mime::Header::Parse(message);
  if (!header) {
    return {};
  }
  const std::vector<mime::Mailbox> from = mime::ReadOriginator(*header).from;
  return from.size() == 1 ? from.front().address : std::string();
}

std::vector<std::string> ReceiversOf(ByteView message) {
  std::vector<std::string> addresses;
  const auto header = mime::Header::Parse(message);
  if (!header) {
    return addresses;
  }
  for (const std::string_view name : {"to", "cc"}) {
    for (const mime::HeaderField* field : header->All(name)) {
      for (const mime::Mailbox& mailbox : mime::ParseMailboxes(field->Unfolded())) {
        if (std::ranges::find(addresses, mailbox.address) == addresses.end()) {
          addresses.push_back(mailbox.address);
        }
      }
    }
  }
  return addresses;
}

std::unique_ptr<Protection> Protection::Open(const ProtectionOptions& options, std::ostream& err) {
  const auto fail = [&](const Reason& reason) {
    err << FailureText(options.command.name(), reason);
    return nullptr;
  };
  std::unique_ptr<Protection> run(new Protection(options));
  run->keys_ = Keys::Open(options.keys, err);
  if (!run->keys_) {
    return nullptr;
  }
  run->profile_ = std::make_unique<panel::Profile>(run->keys_->runtime());
  for (const pkix::CertificatePtr& certificate : run->keys_->certificates()) {
    run->profile_->AddCertificate(certificate);
  }
  if (const auto added = AddFiles(options.judging, *run->profile_); !added) {
    return fail(added.error());
  }
  auto revocation = RevocationRun::Open(options.judging);
  if (!revocation) {
    return fail(revocation.error());
  }
  run->revocation_ = *std::move(revocation);
  run->judge_ =
      std::make_unique<CertificateJudge>(options.judging, *run->profile_, *run->revocation_);
  return run;
}

Result<Protection::Own> Protection::OwnCertificate(std::string_view wanted,
                                                   pkix::Purpose purpose) const {
  std::vector<pkix::CertificatePtr> candidates;
  for (const Keys::Own& own : keys_->List()) {
    if (IsWanted(*own.certificate, wanted)) {
      candidates.push_back(own.certificate);
    }
  }
  std::ranges::stable_sort(candidates, std::ranges::greater(),
                           [](const auto& certificate) { return certificate->not_before(); });
  std::optional<Reason> why_not;
  for (const pkix::CertificatePtr& certificate : candidates) {
    auto reason = CheckUsable(certificate, purpose, at());
    if (!reason) {
      auto verdict = judge_->JudgeNamed(certificate, purpose);
      if (!verdict.reason) {
        return Own{.certificate = certificate, .chain = std::move(verdict.chain)};
      }
      reason = std::move(verdict.reason);
    }
    if (!why_not) {
      why_not = std::move(reason);
    }
  }
  if (why_not) {
    return std::unexpected(*std::move(why_not));
  }
  return MakeReason(ReasonCode::kOwnCertificateMissing).With("address", std::string(wanted));
}

int Protection::Run(const std::function<Preparation(const Input&)>& prepare, std::ostream& out,
                    std::ostream& err) const {
  return WriteMessages(
      options_->options, MessageOutputs(options_->output, options_->command.name()),
      [this, &prepare](const Input& input, MessageOutputs::Output& output) {
        return Protector(input, output, options_->options.json).Protect(prepare);
      },
      out, err);
}

}  // namespace signet::cli
