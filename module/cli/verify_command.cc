#include "cli/verify_command.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/cancel.h"
#include "cli/certificate_files.h"
#include "cli/messages.h"
#include "cli/online.h"
#include "cli/ordered_jobs.h"
#include "cli/progress.h"
#include "cli/verdict_output.h"
#include "nss/random.h"
#include "panel/message_security.h"
#include "panel/profile.h"

namespace signet::cli {
namespace {

constexpr int kAllValid = 0;
constexpr int kSomeNotValid = 1;
constexpr int kFailed = 2;

Result<void> AddFiles(const VerifyArguments& arguments, panel::Profile& profile) {
  for (const std::string& path : arguments.anchors) {
    SIGNET_ASSIGN(const auto certificates, ReadCertificates(path));
    for (const pkix::CertificatePtr& certificate : certificates) {
      profile.AddAnchor(certificate);
    }
  }
  for (const std::string& path : arguments.certificates) {
    SIGNET_ASSIGN(const auto certificates, ReadCertificates(path));
    for (const pkix::CertificatePtr& certificate : certificates) {
      profile.AddCertificate(certificate);
    }
  }
  return {};
}

// What of revocation is at hand, asked, fetched and stored in one run.
class Revocation {
 public:
  explicit Revocation(const VerifyArguments& arguments)
      : arguments_(&arguments), cache_(arguments.fetch.OpenCache()) {}

  // The functions of the support use this object, which outlives them.
  Result<panel::RevocationSupport> Support() {
    using Mode = pkix::RevocationSettings::Mode;
    const RevocationMode asked = arguments_->fetch.mode();
    panel::RevocationSupport support;
    support.settings.mode = arguments_->fetch.require_revocation ? Mode::kRequire
                            : asked == RevocationMode::kOff      ? Mode::kOff
                                                                 : Mode::kCheck;
    for (const std::string& path : arguments_->crls) {
      SIGNET_ASSIGN(auto crls, ReadCrls(path));
      std::ranges::move(crls, std::back_inserter(support.at_hand.crls));
    }
    for (const std::string& path : arguments_->ocsp_responses) {
      SIGNET_ASSIGN(const auto responses, ReadOcspResponses(path));
      for (const pkix::OcspResponsePtr& response : responses) {
        support.at_hand.ocsp_responses.push_back(
            {.response = response, .certificate = {}, .nonce = {}});
      }
    }
    if (asked == RevocationMode::kOff) {
      return support;
    }
    AskOnOptions options{.online = asked == RevocationMode::kOnline,
                         .nonce = {},
                         .http = arguments_->fetch.limits(),
                         .cache = cache_.get(),
                         .memo = &memo_,
                         .now = arguments_->now};
    if (options.online) {
      SIGNET_ASSIGN(options.nonce, nss::RandomOctets(kNonceOctets));
      support.fetches.nonce = options.nonce;
    }
    support.go_on = [options](std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
                              const std::function<std::vector<pkix::Fetch>()>& ask) {
      AskOn(options, std::move(wanted), evidence, ask);
    };
    if (cache_ != nullptr) {
      support.keep = [this](const pkix::Evidence& evidence, const pkix::PathResult& result) {
        cache_->Keep(evidence, result, arguments_->now);
      };
    }
    return support;
  }

 private:
  const VerifyArguments* arguments_;
  std::unique_ptr<store::AnswerCache> cache_;
  FetchMemo memo_;
};

// Judges messages, prints in the order in which they come and keeps the worst outcome.
class Verifier {
 public:
  Verifier(const VerifyArguments& arguments, panel::Profile& profile,
           panel::RevocationSupport revocation, std::optional<ByteView> content, Progress& progress,
           std::ostream& out, std::ostream& err)
      : arguments_(&arguments),
        content_(content),
        panel_(profile),
        progress_(&progress),
        out_(&out),
        err_(&err) {
    panel_.UseRevocation(std::move(revocation));
  }

  // On any thread; what it gives prints.
  Outcome Judge(const Input& input) {
    const auto view = View(input);
    if (!view) {
      return Failure(input.name, view.error(), input.file_octets);
    }
    const bool valid = view->signature == idl::SignatureVerdict::kValid &&
                       view->encryption != idl::EncryptionVerdict::kFailed;
    std::string text =
        arguments_->json ? VerdictLine(input.name, *view) + "\n" : VerdictText(input.name, *view);
    return [this, valid, text = std::move(text), octets = input.file_octets] {
      judged_any_ = true;
      if (!valid && status_ == kAllValid) {
        status_ = kSomeNotValid;
      }
      progress_->Clear();
      *out_ << text;
      progress_->Advance(octets, octets > 0 ? 1 : 0);
    };
  }

  Outcome Failure(const std::string& name, const Reason& reason, std::uint64_t octets) {
    return [this, octets, text = FailureText(name, reason)] {
      status_ = kFailed;
      progress_->Clear();
      out_->flush();
      *err_ << text;
      progress_->Advance(octets, 1);
    };
  }

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] bool judged_any() const { return judged_any_; }

 private:
  Result<idl::MessageSecurityView> View(const Input& input) {
    idl::JudgeOptions options;
    options.time = ToMilliseconds(arguments_->at);
    options.check_address = arguments_->check_address;
    const CancelFlag never;
    return input.is_object ? panel_.JudgeObject(options, input.octets, content_, {never})
                           : panel_.Judge(options, input.octets, {never});
  }

  const VerifyArguments* arguments_;
  std::optional<ByteView> content_;
  panel::MessageSecurity panel_;
  Progress* progress_;
  std::ostream* out_;
  std::ostream* err_;
  int status_ = kAllValid;
  bool judged_any_ = false;
};

Result<std::optional<MappedFile>> OpenContent(const std::string& path) {
  if (path.empty()) {
    return std::optional<MappedFile>();
  }
  SIGNET_ASSIGN(MappedFile file, MappedFile::Open(path));
  return std::optional<MappedFile>(std::move(file));
}

}  // namespace

int RunVerify(const VerifyArguments& arguments, std::ostream& out, std::ostream& err) {
  const std::unique_ptr<Keys> keys = Keys::Open(arguments.keys, err);
  if (!keys) {
    return kFailed;
  }
  panel::Profile profile(keys->runtime());
  profile.UseKeys(keys->source());
  for (const pkix::CertificatePtr& certificate : keys->certificates()) {
    profile.AddCertificate(certificate);
  }
  if (const auto added = AddFiles(arguments, profile); !added) {
    err << FailureText("verify", added.error());
    return kFailed;
  }
  const auto content = OpenContent(arguments.content);
  if (!content) {
    err << FailureText(arguments.content, content.error());
    return kFailed;
  }
  const InputList inputs = InputList::Of(arguments.messages);
  Progress progress(inputs.octets(), inputs.files());
  Revocation revocation(arguments);
  auto support = revocation.Support();
  if (!support) {
    err << FailureText("verify", support.error());
    return kFailed;
  }
  Verifier verifier(arguments, profile, *std::move(support),
                    *content ? std::optional((*content)->octets()) : std::nullopt, progress, out,
                    err);
  {
    OrderedJobs jobs(arguments.jobs);
    inputs.ForEach(
        [&](Input input) {
          jobs.Add([&verifier, input = std::move(input)] { return verifier.Judge(input); });
        },
        [&](const std::string& name, const Reason& reason) {
          jobs.Add([&verifier, name, reason] { return verifier.Failure(name, reason, 0); });
        });
  }
  progress.Clear();
  if (!verifier.judged_any() && verifier.status() == kAllValid) {
    err << "signet: there is no message in what was given\n";
    return kFailed;
  }
  return verifier.status();
}

}  // namespace signet::cli
