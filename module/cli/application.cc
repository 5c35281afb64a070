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

int RunSubcommand(int argc, char** argv, std::ostream& out, std::ostream& err) {
  CLI::App app("Signet checks and writes S/MIME mail and says why it is good or not.", "signet");
  app.set_version_flag("--version", [] {
    return std::string("signet " SIGNET_VERSION " (NSS ") + nss::Version() + ")";
  });
  app.require_subcommand(1);
  VerifyArguments verify;
  AddVerify(app, verify);
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
    return RunDecrypt(decrypt, out, err);
  }
  if (inspect.command->parsed()) {
    return RunInspect(inspect, out, err);
  }
  // The one place where the command line reads the clock.
  const Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (sign.options.command->parsed()) {
    sign.options.judging.now = now;
    return RunSign(sign, out, err);
  }
  if (encrypt.options.command->parsed()) {
    encrypt.options.judging.now = now;
    return RunEncrypt(encrypt, out, err);
  }
  if (cert.validate_command->parsed()) {
    return RunValidate(ArgumentsOf(cert, now), std::cin, out, err);
  }
  if (cert_action) {
    return cert_action({.now = now, .out = out, .err = err});
  }
  verify.judging.now = now;
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
