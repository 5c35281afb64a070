// `signet cert export`: certificates without keys.
#include <CLI/CLI.hpp>
#include <memory>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cli/cert_store.h"
#include "cli/output_file.h"
#include "cli/verdict_output.h"
#include "mime/transfer.h"

namespace signet::cli {
namespace {

struct ExportArguments {
  StoreOptions store;
  std::vector<std::string> names;
  std::string out;
  std::string format = "pem";
};

// SignedData that carries certificates only (RFC 5652, section 5; RFC 8551, section 3.8).
Bytes CertificatesOnly(const std::vector<pkix::CertificatePtr>& certificates) {
  std::vector<Bytes> all;
  for (const pkix::CertificatePtr& certificate : certificates) {
    all.push_back(ToBytes(certificate->der()));
  }
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Oid(asn1::oid::kSignedData);
    info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& tagged) {
      tagged.Sequence([&](asn1::DerWriter& data) {
        data.Integer(1);
        data.Set([](asn1::DerWriter&) {});
        data.Sequence([](asn1::DerWriter& content) { content.Oid(asn1::oid::kData); });
        data.SetOf(all, asn1::ContextConstructedTag(0));
        data.Set([](asn1::DerWriter&) {});
      });
    });
  });
  return std::move(writer).Take();
}

std::string Pem(const pkix::Certificate& certificate) {
  std::string body = mime::EncodeBase64(certificate.der());
  std::erase_if(body, [](char c) { return c == '\r' || c == '\n'; });
  constexpr std::size_t kLine = 64;  // RFC 7468, section 2
  std::string text = "-----BEGIN CERTIFICATE-----\n";
  for (std::size_t at = 0; at < body.size(); at += kLine) {
    text += body.substr(at, kLine) + "\n";
  }
  return text + "-----END CERTIFICATE-----\n";
}

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
    octets = CertificatesOnly(certificates);
  } else if (arguments.format == "der") {
    octets = ToBytes(certificates.front()->der());
  } else {
    for (const pkix::CertificatePtr& certificate : certificates) {
      const std::string pem = Pem(*certificate);
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

void AddCertExport(CLI::App& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* const verb =
      cert.add_subcommand("export", "Write certificates to a file, without private keys");
  verb->add_option("NAME", arguments->names, "Address, fingerprint or owner")->required();
  verb->add_option("-o,--output", arguments->out, "The file; by default standard output")
      ->type_name("FILE");
  verb->add_option("--format", arguments->format, "pem, der or pkcs7")
      ->check(CLI::IsMember({"pem", "der", "pkcs7"}));
  AddStoreOptions(*verb, arguments->store);
  verb->callback([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunExport(*arguments, around); };
  });
}

}  // namespace signet::cli
