#include "cli/application.h"

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
#include "cli/lookup_command.h"
#include "cli/sign_command.h"
#include "cli/verify_command.h"
#include "nss/startup.h"

namespace signet::cli {
namespace {

constexpr int kUsage = 2;
constexpr int kOutputFailed = 2;

int RunSubcommand(int argc, char** argv, std::ostream& out, std::ostream& err) {
  CommandLine line("Signet checks and writes S/MIME mail and says why it is good or not.",
                   "signet");
  line.Version(
      [] { return std::string("signet " SIGNET_VERSION " (NSS ") + nss::Version() + ")"; });
  const Command program = line.program();
  program.OneSubcommand();
  VerifyArguments verify;
  AddVerify(program, verify);
  DecryptArguments decrypt;
  AddDecrypt(program, decrypt);
  SignArguments sign;
  AddSign(program, sign);
  EncryptArguments encrypt;
  AddEncrypt(program, encrypt);
  InspectArguments inspect;
  AddInspect(program, inspect);
  CertOptions cert;
  AddCert(program, cert);
  CertAction cert_action;
  AddCertStoreVerbs(cert.command, cert_action);
  AddLookup(program, cert_action);
  const CommandLine::Parsed parsed = line.Parse(SpreadLists({argv + 1, argv + argc}), out, err);
  if (!parsed.run) {
    return parsed.good ? 0 : kUsage;
  }
  if (decrypt.command.chosen()) {
    return RunDecrypt(decrypt, out, err);
  }
  if (inspect.command.chosen()) {
    return RunInspect(inspect, out, err);
  }
  // The one place where the command line reads the clock.
  const Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (sign.options.command.chosen()) {
    sign.options.judging.now = now;
    return RunSign(sign, out, err);
  }
  if (encrypt.options.command.chosen()) {
    encrypt.options.judging.now = now;
    return RunEncrypt(encrypt, out, err);
  }
  if (cert.validate_command.chosen()) {
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
