// `signet cert request`: a key pair in the profile and a request for an authority.
#include <map>
#include <memory>
#include <ranges>

#include "cli/cert_store.h"
#include "cli/output_file.h"
#include "cli/verdict_output.h"
#include "nss/token.h"
#include "store/export.h"
#include "store/request.h"

namespace signet::cli {
namespace {

using Key = store::RequestedKey;

struct RequestArguments {
  StoreOptions store;
  store::RequestedSubject subject;
  std::string key = "rsa-3072";
  std::string token;
  std::string out = "-";
};

const std::map<std::string, Key>& Keys() {
  static const std::map<std::string, Key> keys = {
      {"rsa-2048", Key::kRsa2048}, {"rsa-3072", Key::kRsa3072}, {"rsa-4096", Key::kRsa4096},
      {"p-256", Key::kP256},       {"p-384", Key::kP384},       {"p-521", Key::kP521},
      {"ed25519", Key::kEd25519}};
  return keys;
}

Result<void> MakeAndWrite(const RequestArguments& arguments) {
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::TokenNamed(arguments.token));
  // Before the key is made: it would be of no use without its request.
  SIGNET_ASSIGN(OutputFile file, OutputFile::Create(arguments.out));
  SIGNET_ASSIGN(const Bytes request,
                store::MakeRequest(arguments.subject, Keys().at(arguments.key), token.get()));
  SIGNET_TRY(file.Write(AsBytes(store::PemText("CERTIFICATE REQUEST", request))));
  return file.Commit();
}

int RunRequest(const RequestArguments& arguments, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, true, around.err);
  if (!opened) {
    return kCertFailed;
  }
  if (const auto done = MakeAndWrite(arguments); !done) {
    around.err << FailureText(arguments.subject.address, done.error());
    return done.error().code == ReasonCode::kFileUnwritable ? kCertFailed : kCertNotDone;
  }
  return kCertDone;
}

}  // namespace

void AddCertRequest(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<RequestArguments>();
  const Command verb = cert.Subcommand(
      "request", "Make a key pair, and a request (PKCS #10, PEM) for an authority to certify it");
  verb.Value("ADDRESS", arguments->subject.address, "Your e-mail address").Required();
  verb.Value("--name", arguments->subject.name, "Your name; without it, the address");
  verb.Value("--organization", arguments->subject.organization, "Where you work");
  verb.Value("--key", arguments->key,
             "rsa-2048, rsa-3072, rsa-4096, p-256, p-384, p-521 or ed25519 (signs only)")
      .OneOf({std::views::keys(Keys()).begin(), std::views::keys(Keys()).end()})
      .ShowDefault();
  verb.Value("--token", arguments->token,
             "The card or device that makes and keeps the key; without it, the profile");
  verb.Value("-o,--out", arguments->out, "Write the request there; -: standard output")
      .Type("FILE");
  AddStoreOptions(verb, arguments->store);
  verb.Footer(
      "The private key stays in the profile. When the authority answers, import the certificate "
      "with\n"
      "signet cert import: it finds its key.\n\n"
      "Exit status: 0, made; 1, not made, and why; 2, wrong usage or something could not be read "
      "or\n"
      "written.");
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunRequest(*arguments, around); };
  });
}

}  // namespace signet::cli
