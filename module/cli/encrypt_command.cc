#include "cli/encrypt_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <memory>
#include <utility>

#include "cli/certificate_files.h"
#include "cli/verdict_output.h"
#include "store/recipient_certificates.h"

namespace signet::cli {
namespace {

using smime::AlgorithmPolicy;

AlgorithmPolicy PolicyOf(const EncryptArguments& arguments) {
  AlgorithmPolicy policy;
  if (arguments.cipher != "auto") {
    policy.content =
        arguments.cipher == "gcm" ? AlgorithmPolicy::Content::kGcm : AlgorithmPolicy::Content::kCbc;
  }
  if (arguments.rsa != "auto") {
    policy.transport = arguments.rsa == "oaep" ? AlgorithmPolicy::Transport::kOaep
                                               : AlgorithmPolicy::Transport::kPkcs1;
  }
  return policy;
}

// Finds a certificate for everybody, or says for each who has none why.
class Recipients {
 public:
  Recipients(panel::Profile& profile, Time at, std::ostream& err)
      : profile_(&profile), at_(at), err_(&err) {}

  void Add(const std::vector<std::string>& to) {
    std::vector<std::string> addresses;
    for (const std::string& each : to) {
      std::error_code error;
      if (each.find('@') == std::string::npos || std::filesystem::exists(each, error)) {
        AddFile(each);
      } else {
        addresses.push_back(each);
      }
    }
    AddAddresses(addresses);
  }

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] std::vector<smime::Recipient> Take() { return std::move(recipients_); }

 private:
  // A certificate that the person named: its trust is not asked.
  void AddFile(const std::string& path) {
    const auto certificates = ReadCertificates(path);
    if (!certificates) {
      Fail(path, certificates.error(), kProtectionFailed);
      return;
    }
    for (const pkix::CertificatePtr& certificate : *certificates) {
      if (const auto reason = CheckUsable(certificate, pkix::Purpose::kEncryption, at_)) {
        Fail(path, *reason, kNotProtected);
      } else {
        recipients_.push_back({.certificate = certificate});
      }
    }
  }

  void AddAddresses(const std::vector<std::string>& addresses) {
    const std::array<store::AddressLookup, 1> sources = {
        [this](std::string_view address) { return profile_->FindByAddress(address); }};
    for (const store::RecipientCertificates& found :
         store::FindRecipientCertificates(addresses, sources, profile_->Judging(at_))) {
      if (const store::RecipientCandidate* const chosen = found.chosen()) {
        recipients_.push_back({.certificate = chosen->certificate});
      } else if (!found.reasons.empty()) {
        Fail(found.address, found.reasons.front(), kNotProtected);
      }
    }
  }

  void Fail(const std::string& about, const Reason& reason, int status) {
    *err_ << FailureText(about, reason);
    status_ = std::max(status_, status);
  }

  panel::Profile* profile_;
  Time at_;
  std::ostream* err_;
  std::vector<smime::Recipient> recipients_;
  int status_ = kProtected;
};

Result<void> AddAnchors(const EncryptArguments& arguments, panel::Profile& profile) {
  for (const std::string& path : arguments.anchors) {
    SIGNET_ASSIGN(const auto certificates, ReadCertificates(path));
    for (const pkix::CertificatePtr& certificate : certificates) {
      profile.AddAnchor(certificate);
    }
  }
  return {};
}

// The sender's own certificate. A sender who has none is told, and cannot read the message again.
pkix::CertificatePtr Self(const EncryptArguments& arguments, const Keys& keys,
                          const std::string& from, Time at, std::ostream& err) {
  const std::string wanted = arguments.self.empty() ? from : arguments.self;
  if (arguments.no_self || wanted.empty()) {
    return nullptr;
  }
  auto certificate = OwnCertificate(keys, wanted, pkix::Purpose::kEncryption, at);
  if (!certificate) {
    err << FailureText(arguments.options.message, certificate.error());
    return nullptr;
  }
  return *std::move(certificate);
}

}  // namespace

void AddEncrypt(CLI::App& app, EncryptArguments& arguments) {
  CLI::App* const encrypt = app.add_subcommand("encrypt", "Encrypt a message");
  AddProtectionOptions(*encrypt, arguments.options);
  encrypt
      ->add_option("--to", arguments.to,
                   "Encrypt for this address, whose certificate is looked for in the profile and "
                   "the --cert files, or for the certificates in this file; without it for the "
                   "addresses in To and Cc")
      ->type_name("ADDRESS|FILE")
      ->take_all()
      ->allow_extra_args(false);
  encrypt
      ->add_option("--anchor", arguments.anchors,
                   "Trust the certificates in this file (PEM or DER) to vouch for addresses")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  auto* const self =
      encrypt
          ->add_option("--self", arguments.self,
                       "Encrypt for your own certificate for this address, or with this SHA-256 "
                       "fingerprint, too, instead of the one for the address in From")
          ->type_name("ADDRESS|SHA256");
  encrypt
      ->add_flag("--no-self", arguments.no_self,
                 "Do not encrypt for yourself: you will not be able to read the message again")
      ->excludes(self);
  encrypt
      ->add_option("--cipher", arguments.cipher,
                   "gcm: AES-256-GCM; cbc: AES-256-CBC; auto: gcm if all recipients are known to "
                   "read it, otherwise cbc")
      ->type_name("NAME")
      ->check(CLI::IsMember({"auto", "gcm", "cbc"}));
  encrypt
      ->add_option("--rsa", arguments.rsa,
                   "How the key is encrypted for RSA keys: oaep, pkcs1 (PKCS #1 v1.5), or auto: "
                   "oaep for those who are known to read it")
      ->type_name("NAME")
      ->check(CLI::IsMember({"auto", "oaep", "pkcs1"}));
  encrypt->footer(
      "The message keeps its header fields, which are not encrypted. It is encrypted for all\n"
      "recipients or not at all. To sign it, too, sign it first: signet sign … | signet encrypt …\n"
      "Whoever gets the message can see for which certificates it was encrypted: encrypt for the\n"
      "addresses in Bcc one by one.\n\n"
      "Exit status: 0, the message was encrypted; 1, some recipient has no certificate that "
      "serves;\n"
      "2, wrong usage, or something could not be read or written.\n\n"
      "Example: signet encrypt --p12 ann.p12 --to bob.pem -o secret.eml message.eml");
}

int RunEncrypt(const EncryptArguments& arguments, Time at, std::ostream& out, std::ostream& err) {
  const ProtectionOptions& options = arguments.options;
  const auto fail = [&](const Reason& reason) {
    err << FailureText(options.message, reason);
    return kProtectionFailed;
  };
  const std::unique_ptr<Keys> keys = Keys::Open(options.keys, err);
  if (!keys) {
    return kProtectionFailed;
  }
  const auto message = MessageFile::Open(options.message);
  if (!message) {
    return fail(message.error());
  }
  panel::Profile profile(keys->runtime());
  if (const auto added = AddCertificates(options, *keys, profile); !added) {
    return fail(added.error());
  }
  if (const auto added = AddAnchors(arguments, profile); !added) {
    return fail(added.error());
  }
  Recipients recipients(profile, at, err);
  recipients.Add(arguments.to.empty() ? message->Receivers() : arguments.to);
  if (recipients.status() != kProtected) {
    return recipients.status();
  }
  smime::ComposeRequest request{.message = message->octets(), .time = at};
  request.recipients = recipients.Take();
  if (request.recipients.empty()) {
    err << FailureText(options.message, MakeReason(ReasonCode::kNoRecipients));
    return kNotProtected;
  }
  request.own_encryption = Self(arguments, *keys, message->From(), at, err);
  request.policy = PolicyOf(arguments);
  return Protect(options, request, out, err);
}

}  // namespace signet::cli
