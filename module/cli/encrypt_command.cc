#include "cli/encrypt_command.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "cli/certificate_files.h"
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
  Recipients(Protection& run, Preparation& prepared) : run_(&run), prepared_(&prepared) {}

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

 private:
  // Certificates that the person named: whoever vouches for them, they are the ones that are meant.
  void AddFile(const std::string& path) {
    const auto certificates = ReadCertificates(path);
    if (!certificates) {
      prepared_->obstacles.push_back({path, certificates.error(), kFailed});
      return;
    }
    for (const pkix::CertificatePtr& certificate : *certificates) {
      const auto verdict = run_->judge().JudgeNamed(certificate, pkix::Purpose::kEncryption);
      if (verdict.reason) {
        prepared_->obstacles.push_back({path, *verdict.reason});
        continue;
      }
      if (!verdict.vouched_for) {
        prepared_->named_only.push_back(certificate->sha256());
      }
      prepared_->request.recipients.push_back({.certificate = certificate});
    }
  }

  void AddAddresses(const std::vector<std::string>& addresses) {
    const std::array<store::AddressLookup, 1> sources = {
        [this](std::string_view address) { return run_->profile().FindByAddress(address); }};
    for (const store::RecipientCertificates& found : store::FindRecipientCertificates(
             addresses, sources, run_->profile().Judging(run_->at()))) {
      if (auto reason = AddBest(found)) {
        prepared_->obstacles.push_back({found.address, *std::move(reason)});
      }
    }
  }

  // The best one that is not revoked. Gives why there is none.
  std::optional<Reason> AddBest(const store::RecipientCertificates& found) {
    if (!found.reasons.empty()) {
      return found.reasons.front();
    }
    std::optional<Reason> why_not;
    for (const store::RecipientCandidate& candidate : found.candidates) {
      if (!candidate.state.usable()) {
        break;  // the usable ones come first
      }
      auto verdict = run_->judge().Judge(candidate.certificate, pkix::Purpose::kEncryption);
      if (!verdict.reason) {
        prepared_->request.recipients.push_back(
            {.certificate = candidate.certificate,
             .capabilities = run_->profile().Capabilities(*candidate.certificate)});
        return std::nullopt;
      }
      if (!why_not) {
        why_not = std::move(verdict.reason);
      }
    }
    return why_not;
  }

  Protection* run_;
  Preparation* prepared_;
};

// The sender's own certificate. A sender who has none is told, and cannot read the message again.
void AddSelf(const EncryptArguments& arguments, const Protection& run, const Input& input,
             Preparation& prepared) {
  const std::string wanted = arguments.self.empty() ? FromOf(input.octets) : arguments.self;
  if (arguments.no_self || wanted.empty()) {
    return;
  }
  if (auto own = run.OwnCertificate(wanted, pkix::Purpose::kEncryption)) {
    prepared.request.own_encryption = std::move(own->certificate);
  } else {
    prepared.obstacles.push_back({input.name, own.error(), kAllGood});
  }
}

Preparation Prepare(const EncryptArguments& arguments, Protection& run, const Input& input) {
  Preparation prepared;
  prepared.request.message = input.octets;
  prepared.request.time = run.at();
  prepared.request.policy = PolicyOf(arguments);
  Recipients(run, prepared).Add(arguments.to.empty() ? ReceiversOf(input.octets) : arguments.to);
  if (prepared.obstacles.empty() && prepared.request.recipients.empty()) {
    prepared.obstacles.push_back({input.name, MakeReason(ReasonCode::kNoRecipients)});
  }
  if (prepared.obstacles.empty()) {
    AddSelf(arguments, run, input, prepared);
  }
  return prepared;
}

}  // namespace

void AddEncrypt(const Command& app, EncryptArguments& arguments) {
  const Command encrypt = app.Subcommand("encrypt", "Encrypt messages");
  AddProtectionOptions(encrypt, arguments.options);
  encrypt
      .Value("--to", arguments.to,
             "Encrypt for this address, whose certificate is looked for in the profile and "
             "the --cert files, or for the certificates in this file; without it for the "
             "addresses in To and Cc")
      .Type("ADDRESS|FILE")
      .OneValueEach();
  const Option self =
      encrypt
          .Value("--self", arguments.self,
                 "Encrypt for your own certificate for this address, or with this SHA-256 "
                 "fingerprint, too, instead of the one for the address in From")
          .Type("ADDRESS|SHA256");
  encrypt
      .Flag("--no-self", arguments.no_self,
            "Do not encrypt for yourself: you will not be able to read the message again")
      .Excludes(self);
  encrypt
      .Value("--cipher", arguments.cipher,
             "gcm: AES-256-GCM; cbc: AES-256-CBC; auto: gcm if all recipients are known to "
             "read it, otherwise cbc")
      .Type("NAME")
      .OneOf({"auto", "gcm", "cbc"});
  encrypt
      .Value("--rsa", arguments.rsa,
             "How the key is encrypted for RSA keys: oaep, pkcs1 (PKCS #1 v1.5), or auto: "
             "oaep for those who are known to read it")
      .Type("NAME")
      .OneOf({"auto", "oaep", "pkcs1"});
  encrypt.Footer(
      "A message keeps its header fields, which are not encrypted. It is encrypted for all\n"
      "recipients or not at all. To sign it, too, sign it first: signet sign … | signet encrypt …\n"
      "Whoever gets the message can see for which certificates it was encrypted: encrypt for the\n"
      "addresses in Bcc one by one. A certificate that is found for an address must be vouched for "
      "by\n"
      "an authority that you trust; one in a file that you name with --to is taken as it is, "
      "unless\n"
      "it is known to be revoked.\n\n"
      "Exit status: 0, every message was encrypted; 1, some recipient has no certificate that "
      "serves;\n"
      "2, wrong usage, or something could not be read or written.\n\n"
      "Example: signet encrypt --p12 ann.p12 --to bob.pem -o secret.eml message.eml");
}

int RunEncrypt(const EncryptArguments& arguments, std::ostream& out, std::ostream& err) {
  const std::unique_ptr<Protection> run = Protection::Open(arguments.options, err);
  if (!run) {
    return kFailed;
  }
  return run->Run([&](const Input& input) { return Prepare(arguments, *run, input); }, out, err);
}

}  // namespace signet::cli
