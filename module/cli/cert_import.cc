// `signet cert import`: PKCS #12 files, and files of certificates.
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/cert_store.h"
#include "cli/mapped_file.h"
#include "cli/pkcs12_file.h"
#include "cli/verdict_output.h"
#include "idl/words.h"
#include "nss/token.h"
#include "store/import.h"
#include "store/key_holder.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ImportArguments {
  StoreOptions store;
  std::vector<std::string> files;
};

Result<store::ImportReport> ImportFile(const std::string& path, const CertStore& opened) {
  SIGNET_ASSIGN(const MappedFile file, MappedFile::Open(path));
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::InternalKeySlot());
  if (!store::IsPkcs12(file.octets())) {
    SIGNET_ASSIGN(const auto certificates, store::ReadCertificatesToImport(file.octets(), path));
    SIGNET_TRY(store::UnlockHolders(certificates));
    return store::ImportCertificates(certificates, token.get());
  }
  SIGNET_ASSIGN(const store::Pkcs12Contents contents,
                UnlockPkcs12(path, opened.passwords(), [&](std::string_view password) {
                  return store::ReadPkcs12ToImport(file.octets(), password, path);
                }));
  return store::Import(contents, token.get(), path);
}

std::string OutcomeName(store::Imported::Outcome outcome) {
  switch (outcome) {
    case store::Imported::Outcome::kStored:
      return "stored";
    case store::Imported::Outcome::kAlreadyThere:
      return "already-there";
    case store::Imported::Outcome::kFailed:
      break;
  }
  return "failed";
}

void Print(const store::Imported& entry, const std::string& path, bool json, std::ostream& out) {
  const std::string name = entry.certificate->DisplayName();
  if (json) {
    out << Json{{"file", path},
                {"sha256", entry.certificate->sha256()},
                {"name", name},
                {"with_key", entry.with_key},
                {"outcome", OutcomeName(entry.outcome)},
                {"reasons", CertReasonsJson(entry.reasons)}}
               .dump()
        << "\n";
    return;
  }
  if (entry.outcome == store::Imported::Outcome::kStored) {
    out << path << ": the certificate of " << name
        << (entry.with_key ? " and its private key were stored\n" : " was stored\n");
  }
  for (const Reason& reason : entry.reasons) {
    out << path << ": " << words::Text(reason) << " " << words::Remedy(reason) << "\n";
  }
}

int RunImport(const ImportArguments& arguments, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, true, around.err);
  if (!opened) {
    return kCertFailed;
  }
  int status = kCertDone;
  for (const std::string& path : arguments.files) {
    const auto report = ImportFile(path, *opened);
    if (!report) {
      if (arguments.store.json) {
        around.out << Json{{"file", path},
                           {"outcome", "failed"},
                           {"reasons", CertReasonsJson({report.error()})}}
                          .dump()
                   << "\n";
      }
      around.err << FailureText(path, report.error());
      status = report.error().code == ReasonCode::kFileUnreadable ? kCertFailed : kCertNotDone;
      continue;
    }
    for (const Reason& warning : report->warnings) {
      around.err << FailureText(path, warning);
    }
    for (const store::Imported& entry : report->entries) {
      Print(entry, path, arguments.store.json, around.out);
      if (entry.outcome == store::Imported::Outcome::kFailed) {
        status = kCertNotDone;
      }
    }
  }
  opened->profile().Changed();
  return status;
}

}  // namespace

void AddCertImport(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<ImportArguments>();
  const Command verb = cert.Subcommand(
      "import", "Store certificates, and private keys from PKCS #12 files, in the profile");
  verb.Value("FILE", arguments->files, "PKCS #12, PEM, DER or PKCS #7").Required();
  AddStoreOptions(verb, arguments->store);
  verb.Footer(
      "Nothing is replaced, and no authority becomes trusted (signet cert trust does that).\n\n"
      "Exit status: 0, all is in the profile; 1, something could not be stored; 2, wrong usage or\n"
      "something could not be read.");
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunImport(*arguments, around); };
  });
}

}  // namespace signet::cli
