// `signet cert list` and `signet cert show`.
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/cert_store.h"

namespace signet::cli {
namespace {

struct ListArguments {
  StoreOptions store;
  std::string name;
  bool own = false;
};

int RunList(const ListArguments& arguments, bool details, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, false, around.err);
  if (!opened) {
    return kCertFailed;
  }
  const auto found =
      arguments.name.empty() ? store::StoredCertificates() : CertStore::Find(arguments.name);
  const store::JudgeContext judging = opened->profile().Judging(around.now);
  for (const store::StoredCertificate& stored : found) {
    if (arguments.own && !stored.own) {
      continue;
    }
    if (arguments.store.json) {
      around.out << CertificateJson(stored, judging).dump() << "\n";
    } else {
      around.out << CertificateLines(stored, judging, details);
    }
  }
  if (details && found.empty()) {
    around.err << "signet: there is no certificate of " << arguments.name << "\n";
    return kCertNotDone;
  }
  return kCertDone;
}

}  // namespace

void AddCertList(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<ListArguments>();
  const Command verb = cert.Subcommand("list", "List certificates: one's own, others'");
  verb.Value("NAME", arguments->name, "Only of this address, fingerprint or owner");
  verb.Flag("--own", arguments->own, "Only those with a private key");
  AddStoreOptions(verb, arguments->store);
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunList(*arguments, false, around); };
  });
}

void AddCertShow(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<ListArguments>();
  const Command verb =
      cert.Subcommand("show", "Show a certificate: can it be used, and if not, why not");
  verb.Value("NAME", arguments->name, "Address, fingerprint or owner").Required();
  AddStoreOptions(verb, arguments->store);
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunList(*arguments, true, around); };
  });
}

}  // namespace signet::cli
