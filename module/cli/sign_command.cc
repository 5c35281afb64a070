#include "cli/sign_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/verdict_output.h"
#include "store/certificate_state.h"

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

}  // namespace

void AddSign(CLI::App& app, SignArguments& arguments) {
  CLI::App* const sign = app.add_subcommand("sign", "Sign a message");
  AddProtectionOptions(*sign, arguments.options);
  sign->add_option("--signer", arguments.signer,
                   "Sign with the certificate for this address, or with this SHA-256 fingerprint, "
                   "instead of the one for the address in From")
      ->type_name("ADDRESS|SHA256");
  sign->add_flag("--opaque", arguments.opaque,
                 "Put the content inside of the signature (application/pkcs7-mime)");
  sign->add_flag("--pss", arguments.pss, "Use RSA-PSS with an RSA key");
  sign->add_option("--digest", arguments.digest, "sha256, sha384 or sha512 with RSA and EC keys")
      ->type_name("NAME")
      ->check(CLI::IsMember({"sha256", "sha384", "sha512"}));
  sign->footer(
      "The message keeps its header fields. With the signature go the signer's certificate, its\n"
      "authorities and the signer's own certificate for encryption, as far as they are there.\n\n"
      "Exit status: 0, the message was signed; 1, it could not be signed with what was given; 2,\n"
      "wrong usage, or something could not be read or written.\n\n"
      "Example: signet sign --p12 ann.p12 -o signed.eml message.eml");
}

int RunSign(const SignArguments& arguments, Time at, std::ostream& out, std::ostream& err) {
  const ProtectionOptions& options = arguments.options;
  const auto fail = [&](const Reason& reason, int status) {
    err << FailureText(options.message, reason);
    return status;
  };
  const std::unique_ptr<Keys> keys = Keys::Open(options.keys, err);
  if (!keys) {
    return kProtectionFailed;
  }
  const auto message = MessageFile::Open(options.message);
  if (!message) {
    return fail(message.error(), kProtectionFailed);
  }
  panel::Profile profile(keys->runtime());
  if (const auto added = AddCertificates(options, *keys, profile); !added) {
    return fail(added.error(), kProtectionFailed);
  }
  const std::string from = message->From();
  const std::string wanted = arguments.signer.empty() ? from : arguments.signer;
  if (wanted.empty()) {
    err << "signet: " << options.message
        << ": the message has no single address in From; name the signer with --signer\n";
    return kProtectionFailed;
  }
  const auto certificate = OwnCertificate(*keys, wanted, pkix::Purpose::kSigning, at);
  if (!certificate) {
    return fail(certificate.error(), kNotProtected);
  }
  const auto key = keys->PrivateKey(**certificate);
  if (!key) {
    return fail(key.error(), kNotProtected);
  }
  smime::ComposeRequest request{.message = message->octets(), .time = at};
  const store::CertificateState state =
      store::StateOf(*certificate, pkix::Purpose::kSigning, profile.Judging(at));
  request.signer = smime::SigningIdentity{*certificate, key->get(), state.chain};
  const auto encryption = OwnCertificate(
      *keys,
      (*certificate)->addresses().empty() ? std::string_view(wanted)
                                          : std::string_view((*certificate)->addresses().front()),
      pkix::Purpose::kEncryption, at);
  if (encryption) {
    request.own_encryption = *encryption;
  }
  request.opaque = arguments.opaque;
  request.policy.pss = arguments.pss;
  request.policy.digest = DigestNamed(arguments.digest);
  return Protect(options, request, out, err);
}

}  // namespace signet::cli
