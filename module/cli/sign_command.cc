#include "cli/sign_command.h"

#include <memory>
#include <string_view>
#include <utility>
namespace signet::cli {
namespace {

std::optional<nss::DigestAlgorithm> DigestNamed(const std::string& name) {
  if (name.empty()) {
    return std::nullopt;
  }
  if (name == "sha384") {
    return nss::DigestAlgorithm::kSha384;
  }
  return name == "sha512" ? nss::DigestAlgorithm::kSha512 : nss::DigestAlgorithm::kSha256;
}

// Whose key signs a message, and what goes with the signature.
class Signing {
 public:
  Signing(const SignArguments& arguments, Protection& run) : arguments_(&arguments), run_(&run) {}

  Preparation Prepare(const Input& input) const {
    Preparation prepared;
    const std::string wanted =
        arguments_->signer.empty() ? FromOf(input.octets) : arguments_->signer;
    if (wanted.empty()) {
      prepared.obstacles.push_back(
          {input.name, MakeReason(ReasonCode::kInvalidRequest), kFailed,
           "the message has no single address in From; name the signer with --signer"});
      return prepared;
    }
    auto own = run_->OwnCertificate(wanted, pkix::Purpose::kSigning);
    if (!own) {
      prepared.obstacles.push_back({input.name, own.error()});
      return prepared;
    }
    auto key = run_->keys().PrivateKey(*own->certificate);
    if (!key) {
      prepared.obstacles.push_back({input.name, key.error()});
      return prepared;
    }
    prepared.key = *std::move(key);
    smime::ComposeRequest& request = prepared.request;
    request.message = input.octets;
    request.time = run_->at();
    request.own_encryption = OwnEncryption(*own->certificate, wanted);
    request.signer = smime::SigningIdentity{std::move(own->certificate), prepared.key.get(),
                                            std::move(own->chain)};
    request.opaque = arguments_->opaque;
    request.policy.pss = arguments_->pss;
    request.policy.digest = DigestNamed(arguments_->digest);
    return prepared;
  }

 private:
  // So that others can answer encrypted. Null: there is none.
  pkix::CertificatePtr OwnEncryption(const pkix::Certificate& signer,
                                     const std::string& wanted) const {
    const std::string_view address =
        signer.addresses().empty() ? std::string_view(wanted) : signer.addresses().front();
    auto own = run_->OwnCertificate(address, pkix::Purpose::kEncryption);
    return own ? std::move(own->certificate) : nullptr;
  }

  const SignArguments* arguments_;
  Protection* run_;
};

}  // namespace

void AddSign(const Command& app, SignArguments& arguments) {
  const Command sign = app.Subcommand("sign", "Sign messages");
  AddProtectionOptions(sign, arguments.options);
  sign.Value("--signer", arguments.signer,
             "Sign with the certificate for this address, or with this SHA-256 fingerprint, "
             "instead of the one for the address in From")
      .Type("ADDRESS|SHA256");
  sign.Flag("--opaque", arguments.opaque,
            "Put the content inside of the signature (application/pkcs7-mime)");
  sign.Flag("--pss", arguments.pss, "Use RSA-PSS with an RSA key");
  sign.Value("--digest", arguments.digest, "sha256, sha384 or sha512 with RSA and EC keys")
      .Type("NAME")
      .OneOf({"sha256", "sha384", "sha512"});
  sign.Footer(
      "A message keeps its header fields. With the signature go the signer's certificate, its\n"
      "authorities and the signer's own certificate for encryption, as far as they are there.\n"
      "A certificate that is known to be revoked does not sign.\n\n"
      "Exit status: 0, every message was signed; 1, some could not be signed with what was given; "
      "2,\n"
      "wrong usage, or something could not be read or written.\n\n"
      "Example: signet sign --p12 ann.p12 -o signed.eml message.eml");
}

int RunSign(const SignArguments& arguments, std::ostream& out, std::ostream& err) {
  const std::unique_ptr<Protection> run = Protection::Open(arguments.options, err);
  if (!run) {
    return kFailed;
  }
  const Signing signing(arguments, *run);
  return run->Run([&signing](const Input& input) { return signing.Prepare(input); }, out, err);
}

}  // namespace signet::cli
