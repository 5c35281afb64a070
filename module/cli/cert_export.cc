// `signet cert export`: certificates without keys.
#include <memory>

#include "cli/cert_store.h"
#include "cli/output_file.h"
#include "cli/verdict_output.h"
#include "store/export.h"

namespace signet::cli {
namespace {

struct ExportArguments {
  StoreOptions store;
  std::vector<std::string> names;
  std::string out;
  std::string format = "pem";
};

int RunExport(const ExportArguments& arguments, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, false, around.err);
  if (!opened) {
    return kCertFailed;
  }
  std::vector<pkix::CertificatePtr> certificates;
  for (const std::string& name : arguments.names) {
    for (const store::StoredCertificate& stored : CertStore::Find(name)) {
      certificates.push_back(stored.certificate);
    }
  }
  if (certificates.empty()) {
    around.err << "signet: there is no such certificate\n";
    return kCertNotDone;
  }
  if (arguments.format == "der" && certificates.size() > 1) {
    around.err << "signet: a file in DER holds one certificate; choose pem or pkcs7\n";
    return kCertNotDone;
  }
  Bytes octets;
  if (arguments.format == "pkcs7") {
    octets = store::ToPkcs7(certificates);
  } else if (arguments.format == "der") {
    octets = ToBytes(certificates.front()->der());
  } else {
    for (const pkix::CertificatePtr& certificate : certificates) {
      const std::string pem = store::ToPem(*certificate);
      octets.insert(octets.end(), pem.begin(), pem.end());
    }
  }
  const auto written = [&]() -> Result<void> {
    SIGNET_ASSIGN(OutputFile file, OutputFile::Create(arguments.out));
    SIGNET_TRY(file.Write(octets));
    return file.Commit();
  }();
  if (!written) {
    around.err << FailureText(arguments.out, written.error());
    return kCertFailed;
  }
  return kCertDone;
}

}  // namespace

void AddCertExport(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  const Command verb =
      cert.Subcommand("export", "Write certificates to a file, without private keys");
  verb.Value("NAME", arguments->names, "Address, fingerprint or owner").Required();
  verb.Value("-o,--output", arguments->out, "The file; by default standard output").Type("FILE");
  verb.Value("--format", arguments->format, "pem, der or pkcs7").OneOf({"pem", "der", "pkcs7"});
  AddStoreOptions(verb, arguments->store);
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunExport(*arguments, around); };
  });
}

}  // namespace signet::cli
