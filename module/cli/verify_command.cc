#include "cli/verify_command.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "base/cancel.h"
#include "cli/verdict_output.h"
#include "panel/message_security.h"
#include "panel/profile.h"
#include "store/sightings.h"

namespace signet::cli {
namespace {

// Judges messages, on any thread.
class Verifier {
 public:
  Verifier(const VerifyArguments& arguments, panel::Profile& profile,
           panel::RevocationSupport revocation, std::optional<ByteView> content,
           store::Sightings* seen)
      : arguments_(&arguments), content_(content), panel_(profile), seen_(seen) {
    panel_.UseRevocation(std::move(revocation));
    // What is valid as of another time was not seen then.
    panel_.UseMemory(seen, !arguments.seen.empty() && arguments.judging.at_text.empty());
  }

  MessageReport Judge(const Input& input) {
    const auto view = View(input);
    if (!view) {
      return {.status = kFailed, .err = FailureText(input.name, view.error())};
    }
    const bool valid = view->signature == idl::SignatureVerdict::kValid &&
                       view->encryption != idl::EncryptionVerdict::kFailed;
    return {.status = valid ? kAllGood : kSomeFellShort,
            .out = arguments_->options.json ? VerdictLine(input.name, *view, seen_ != nullptr)
                                            : VerdictText(input.name, *view)};
  }

 private:
  Result<idl::MessageSecurityView> View(const Input& input) {
    idl::JudgeOptions options;
    options.time = ToMilliseconds(arguments_->judging.at());
    options.check_address = !arguments_->no_address_check;
    const CancelFlag never;
    return input.is_object ? panel_.JudgeObject(options, input.octets, content_, {never})
                           : panel_.Judge(options, input.octets, {never});
  }

  const VerifyArguments* arguments_;
  std::optional<ByteView> content_;
  panel::MessageSecurity panel_;
  store::Sightings* seen_;
};

// What was seen before: in the file that was named, which is made, or in the profile, as
// Thunderbird left it. Null: nothing is known.
Result<std::unique_ptr<store::Sightings>> OpenSightings(const VerifyArguments& arguments) {
  if (!arguments.seen.empty()) {
    return store::Sightings::Open(arguments.seen);
  }
  const std::filesystem::path file =
      std::filesystem::path(arguments.keys.profile) / "signet-seen.sqlite";
  std::error_code ignored;
  if (arguments.keys.profile.empty() || !std::filesystem::exists(file, ignored)) {
    return std::unique_ptr<store::Sightings>();
  }
  auto opened = store::Sightings::Open(file);
  return opened ? *std::move(opened) : nullptr;
}

Result<std::optional<MappedFile>> OpenContent(const std::string& path) {
  if (path.empty()) {
    return std::optional<MappedFile>();
  }
  SIGNET_ASSIGN(MappedFile file, MappedFile::Open(path));
  return std::optional<MappedFile>(std::move(file));
}

}  // namespace

void AddVerify(const Command& app, VerifyArguments& arguments) {
  const Command verify =
      app.Subcommand("verify", "Judge the signatures of messages, and open what is encrypted");
  arguments.command = verify;
  AddMessageOptions(verify, arguments.options,
                    "Messages, mbox files, folders, CMS objects (.p7m, .p7s); - is standard input",
                    "Print one JSON object a message, a line each");
  AddKeyOptions(verify, arguments.keys);
  AddJudgingOptions(verify, arguments.judging,
                    "Certificates that messages may need but not bring (PEM or DER)",
                    "Judge as of this time instead of now");
  verify
      .Value("--seen", arguments.seen,
             "Remember in this file what is valid, and since when; by default, what the "
             "profile remembers is used")
      .Type("FILE");
  verify.Flag("--no-address-check", arguments.no_address_check,
              "Do not compare the certificate's addresses with From");
  verify
      .Value("--content", arguments.content,
             "What CMS objects with detached signatures (.p7s) were made over")
      .Type("FILE");
  verify.Footer(
      "Exit status: 0, every message is validly signed; 1, some message is not; 2, wrong usage or\n"
      "something could not be read.\n\n"
      "Example: signet verify --anchor ca.pem --json inbox/");
}

int RunVerify(const VerifyArguments& arguments, std::ostream& out, std::ostream& err) {
  const auto fail = [&err](const std::string& about, const Reason& reason) {
    err << FailureText(about, reason);
    return kFailed;
  };
  const std::unique_ptr<Keys> keys = Keys::Open(arguments.keys, err);
  if (!keys) {
    return kFailed;
  }
  panel::Profile profile(keys->runtime());
  profile.UseKeys(keys->source());
  for (const pkix::CertificatePtr& certificate : keys->certificates()) {
    profile.AddCertificate(certificate);
  }
  if (const auto added = AddFiles(arguments.judging, profile); !added) {
    return fail("verify", added.error());
  }
  const auto content = OpenContent(arguments.content);
  if (!content) {
    return fail(arguments.content, content.error());
  }
  const auto revocation = RevocationRun::Open(arguments.judging);
  if (!revocation) {
    return fail("verify", revocation.error());
  }
  const auto seen = OpenSightings(arguments);
  if (!seen) {
    return fail("verify", seen.error());
  }
  Verifier verifier(arguments, profile, (*revocation)->Support(),
                    *content ? std::optional((*content)->octets()) : std::nullopt, seen->get());
  return RunMessages(
      arguments.options,
      [&verifier](Input input) -> MessageWork {
        return [&verifier, input = std::move(input)] { return verifier.Judge(input); };
      },
      out, err);
}

}  // namespace signet::cli
