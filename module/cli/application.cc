#include "cli/application.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "base/time.h"
#include "cli/cert_options.h"
#include "cli/cert_store.h"
#include "cli/decrypt_command.h"
#include "cli/encrypt_command.h"
#include "cli/inspect_command.h"
#include "cli/key_options.h"
#include "cli/sign_command.h"
#include "cli/verify_command.h"
#include "nss/startup.h"

namespace signet::cli {
namespace {

constexpr int kUsage = 2;
constexpr int kOutputFailed = 2;

std::string CheckTime(const std::string& text) {
  return ParseRfc3339(text) ? std::string()
                            : "'" + text + "' is not a time like 2026-06-01T12:00:00Z";
}

void AddVerify(CLI::App& app, VerifyArguments& arguments, std::string& at, bool& no_address) {
  CLI::App* const verify =
      app.add_subcommand("verify", "Judge the signatures of messages, and open what is encrypted");
  verify
      ->add_option("FILE", arguments.messages,
                   "Messages, mbox files, folders, CMS objects (.p7m, .p7s); - is standard input")
      ->required();
  AddKeyOptions(*verify, arguments.keys);
  verify
      ->add_option("--anchor", arguments.anchors,
                   "Trust the certificates in this file (PEM or DER) to vouch for addresses")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  verify
      ->add_option("--cert", arguments.certificates,
                   "Certificates that messages may need but not bring (PEM or DER)")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  for (auto* const option :
       {verify->add_option("--crl", arguments.crls, "Certificate revocation lists (PEM or DER)"),
        verify->add_option("--ocsp", arguments.ocsp_responses, "OCSP responses (DER)")}) {
    option->type_name("FILE")->take_all()->allow_extra_args(false);
  }
  AddFetchOptions(*verify, arguments.fetch);
  verify->add_option("--at", at, "Judge as of this time instead of now")
      ->type_name("RFC3339")
      ->check(CheckTime);
  verify->add_flag("--no-address-check", no_address,
                   "Do not compare the certificate's addresses with From");
  verify
      ->add_option("--content", arguments.content,
                   "What CMS objects with detached signatures (.p7s) were made over")
      ->type_name("FILE");
  verify->add_option("--jobs", arguments.jobs, "Judge so many messages at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  verify->add_flag("--json", arguments.json, "Print one JSON object a message, a line each");
  verify->footer(
      "Exit status: 0, every message is validly signed; 1, some message is not; 2, wrong usage or\n"
      "something could not be read.\n\n"
      "Example: signet verify --anchor ca.pem --json inbox/");
}

int RunSubcommand(int argc, char** argv, std::ostream& out, std::ostream& err) {
  CLI::App app("Signet checks and writes S/MIME mail and says why it is good or not.", "signet");
  app.set_version_flag("--version", [] {
    return std::string("signet " SIGNET_VERSION " (NSS ") + nss::Version() + ")";
  });
  app.require_subcommand(1);
  VerifyArguments verify;
  std::string at;
  bool no_address = false;
  AddVerify(app, verify, at, no_address);
  DecryptArguments decrypt;
  AddDecrypt(app, decrypt);
  SignArguments sign;
  AddSign(app, sign);
  EncryptArguments encrypt;
  AddEncrypt(app, encrypt);
  InspectArguments inspect;
  AddInspect(app, inspect);
  CertOptions cert;
  AddCert(app, cert);
  CertAction cert_action;
  AddCertStoreVerbs(app, cert_action);
  try {
    std::vector<std::string> arguments = SpreadLists({argv + 1, argv + argc});
    std::ranges::reverse(arguments);  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return app.exit(error, out, err) == 0 ? 0 : kUsage;
  }
  if (decrypt.command->parsed()) {
    return RunDecrypt(decrypt, err);
  }
  if (inspect.command->parsed()) {
    return RunInspect(inspect, out, err);
  }
  // The one place where the command line reads the clock.
  const Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (sign.options.command->parsed()) {
    return RunSign(sign, now, out, err);
  }
  if (encrypt.options.command->parsed()) {
    return RunEncrypt(encrypt, now, out, err);
  }
  if (cert.validate_command->parsed()) {
    return RunValidate(ArgumentsOf(cert, now), std::cin, out, err);
  }
  if (cert_action) {
    return cert_action({.now = now, .out = out, .err = err});
  }
  verify.check_address = !no_address;
  verify.now = now;
  verify.at = at.empty() ? now : *ParseRfc3339(at);
  return RunVerify(verify, out, err);
}

}  // namespace

int Run(int argc, char** argv, std::ostream& out, std::ostream& err) {
  const int status = RunSubcommand(argc, argv, out, err);
  out.flush();
  if (!out) {
    err << "signet: the output could not be written\n";
    return kOutputFailed;
  }
  return status;
}

}  // namespace signet::cli
