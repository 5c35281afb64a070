#include "cli/verify_command.h"

#include <memory>

#include "base/cancel.h"
#include "cli/certificate_files.h"
#include "cli/messages.h"
#include "cli/verdict_output.h"
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

// Judges the messages one after the other and keeps the worst outcome.
class Verifier {
 public:
  Verifier(const VerifyArguments& arguments, panel::Profile& profile, std::ostream& out,
           std::ostream& err)
      : arguments_(&arguments), panel_(profile), out_(&out), err_(&err) {}

  void Judge(const std::string& name, ByteView message) {
    idl::JudgeOptions options;
    options.time = ToMilliseconds(arguments_->at);
    options.check_address = arguments_->check_address;
    const CancelFlag never;
    judged_any_ = true;
    const auto view = panel_.Judge(options, message, {never});
    if (!view) {
      Fail(name, view.error());
      return;
    }
    *out_ << (arguments_->json ? VerdictLine(name, *view) + "\n" : VerdictText(name, *view));
    if (view->signature != idl::SignatureVerdict::kValid && status_ == kAllValid) {
      status_ = kSomeNotValid;
    }
  }

  void Fail(const std::string& name, const Reason& reason) {
    *err_ << FailureText(name, reason);
    status_ = kFailed;
  }

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] bool judged_any() const { return judged_any_; }

 private:
  const VerifyArguments* arguments_;
  panel::MessageSecurity panel_;
  std::ostream* out_;
  std::ostream* err_;
  int status_ = kAllValid;
  bool judged_any_ = false;
};

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
  Verifier verifier(arguments, profile, out, err);
  ForEachMessage(
      arguments.messages,
      [&verifier](const std::string& name, ByteView message) { verifier.Judge(name, message); },
      [&verifier](const std::string& name, const Reason& reason) { verifier.Fail(name, reason); });
  if (!verifier.judged_any() && verifier.status() == kAllValid) {
    err << "signet: there is no message in what was given\n";
    return kFailed;
  }
  out.flush();
  if (!out) {
    err << "signet: the output could not be written\n";
    return kFailed;
  }
  return verifier.status();
}

}  // namespace signet::cli
