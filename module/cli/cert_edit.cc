// `signet cert trust` and `signet cert delete`.
#include <map>
#include <memory>

#include "cli/cert_store.h"
#include "cli/verdict_output.h"
#include "store/edit.h"

namespace signet::cli {
namespace {

using Level = pkix::Trust::Level;

struct EditArguments {
  StoreOptions store;
  std::string name;
  std::string email;
  bool with_key = false;
};

int RunTrust(const EditArguments& arguments, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, true, around.err);
  const auto found = opened ? FindOne(arguments.name, around.err) : nullptr;
  if (!found) {
    return opened ? kCertNotDone : kCertFailed;
  }
  const bool authority = found->certificate->IsAuthority();
  const std::map<std::string, Level> levels = {
      {"trusted", authority ? Level::kAnchor : Level::kPeer},
      {"distrusted", Level::kDistrusted},
      {"none", Level::kNone}};
  if (const auto done = store::SetEmailTrust(*found->certificate, levels.at(arguments.email));
      !done) {
    around.err << FailureText(arguments.name, done.error());
    return kCertNotDone;
  }
  opened->profile().Changed();
  return kCertDone;
}

int RunDelete(const EditArguments& arguments, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, true, around.err);
  const auto found = opened ? FindOne(arguments.name, around.err) : nullptr;
  if (!found) {
    return opened ? kCertNotDone : kCertFailed;
  }
  if (found->own && !arguments.with_key) {
    around.err << "signet: this is a certificate of your own: messages that were encrypted for it "
                  "could be read no more. To delete it with its private key all the same, give "
                  "--with-key\n";
    return kCertNotDone;
  }
  if (const auto done = store::DeleteCertificate(*found->certificate, found->own); !done) {
    around.err << FailureText(arguments.name, done.error());
    return kCertNotDone;
  }
  return kCertDone;
}

}  // namespace

void AddCertTrust(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<EditArguments>();
  const Command verb = cert.Subcommand(
      "trust", "Trust an authority to vouch for addresses, or one certificate, or distrust it");
  verb.Value("NAME", arguments->name, "Address, fingerprint or owner").Required();
  verb.Value("--email", arguments->email, "trusted, distrusted or none")
      .Required()
      .OneOf({"trusted", "distrusted", "none"});
  AddStoreOptions(verb, arguments->store);
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunTrust(*arguments, around); };
  });
}

void AddCertDelete(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<EditArguments>();
  const Command verb = cert.Subcommand("delete", "Take a certificate out of the profile");
  verb.Value("NAME", arguments->name, "Address, fingerprint or owner").Required();
  verb.Flag("--with-key", arguments->with_key,
            "Delete one's own certificate with its private key, for good");
  AddStoreOptions(verb, arguments->store);
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunDelete(*arguments, around); };
  });
}

}  // namespace signet::cli
