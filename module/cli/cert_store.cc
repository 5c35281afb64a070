#include "cli/cert_store.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/nss_start.h"
#include "cli/verdict_output.h"
#include "idl/words.h"
#include "pkix/address.h"
#include "store/certificate_state.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string KindOf(const store::StoredCertificate& stored) {
  if (stored.own) {
    return "own";
  }
  return stored.certificate->IsAuthority() ? "authority" : "person";
}

std::string TrustName(pkix::Trust::Level level) {
  switch (level) {
    case pkix::Trust::Level::kAnchor:
      return "trusted";
    case pkix::Trust::Level::kPeer:
      return "peer";
    case pkix::Trust::Level::kDistrusted:
      return "distrusted";
    case pkix::Trust::Level::kNone:
      break;
  }
  return "none";
}

Json StateJson(const store::CertificateState& state) {
  return {{"usable", state.usable()}, {"reasons", CertReasonsJson(state.reasons)}};
}

bool IsFingerprint(const std::string& name) {
  constexpr std::size_t kLeastDigits = 8;
  return name.size() >= kLeastDigits &&
         name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

void AddStoreOptions(const Command& verb, StoreOptions& options) {
  verb.Value("--profile", options.profile, "The Thunderbird profile (NSS database)")
      .Type("DIR")
      .Required();
  verb.Value("--password-file", options.password_file,
             "Passwords of files and of the profile, one a line; what is missing is asked for "
             "on the terminal")
      .Type("FILE");
  verb.Flag("--json", options.json, "Print one JSON object a certificate, a line each");
}

std::unique_ptr<CertStore> CertStore::Open(const StoreOptions& options, bool writable,
                                           std::ostream& err) {
  const auto passwords = Passwords::Read(options.password_file);
  if (!passwords) {
    err << FailureText(options.password_file, passwords.error());
    return nullptr;
  }
  const auto runtime = StartNss(options.profile, *passwords, writable);
  if (!runtime) {
    err << FailureText(options.profile, runtime.error());
    return nullptr;
  }
  return std::unique_ptr<CertStore>(new CertStore(*runtime, *passwords));
}

std::vector<store::StoredCertificate> CertStore::Find(const std::string& name) {
  std::vector<store::StoredCertificate> all = store::StoredCertificates();
  std::erase_if(all, [&](const store::StoredCertificate& stored) {
    const pkix::Certificate& certificate = *stored.certificate;
    const bool fingerprint = IsFingerprint(name) && certificate.sha256().starts_with(name);
    return !fingerprint && !pkix::HasAddress(certificate, name) &&
           certificate.DisplayName() != name;
  });
  return all;
}

std::unique_ptr<store::StoredCertificate> FindOne(const std::string& name, std::ostream& err) {
  std::vector<store::StoredCertificate> found = CertStore::Find(name);
  if (found.size() == 1) {
    return std::make_unique<store::StoredCertificate>(std::move(found.front()));
  }
  if (found.empty()) {
    err << "signet: there is no certificate of " << name << "\n";
  } else {
    err << "signet: " << name << " stands for several certificates; give one's fingerprint:\n";
    for (const store::StoredCertificate& each : found) {
      err << "  " << each.certificate->sha256() << "\n";
    }
  }
  return nullptr;
}

Json CertReasonsJson(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& reason : reasons) {
    Json entry{{"code", idl::ToString(reason.code)},
               {"text", words::Text(reason)},
               {"remedy", words::Remedy(reason)}};
    if (!reason.diagnostic.empty()) {
      entry["diagnostic"] = reason.diagnostic;
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json CertificateJson(const store::StoredCertificate& stored, const store::JudgeContext& judging) {
  const pkix::Certificate& certificate = *stored.certificate;
  Json entry{{"sha256", certificate.sha256()},
             {"kind", KindOf(stored)},
             {"name", certificate.DisplayName()},
             {"addresses", certificate.addresses()},
             {"subject", certificate.subject().ToText()},
             {"issuer", certificate.issuer().ToText()},
             {"serial", certificate.SerialHex()},
             {"not_before", FormatRfc3339(certificate.not_before())},
             {"not_after", FormatRfc3339(certificate.not_after())}};
  entry["public_key"] = certificate.public_key() ? certificate.public_key()->Name() : "";
  for (const std::string& token : stored.tokens) {
    entry["tokens"].push_back(token.empty() ? "profile" : token);
  }
  entry["trust"] = TrustName(judging.trust->EmailTrust(certificate).level);
  entry["signing"] =
      StateJson(store::StateOf(stored.certificate, pkix::Purpose::kSigning, judging));
  entry["encryption"] =
      StateJson(store::StateOf(stored.certificate, pkix::Purpose::kEncryption, judging));
  return entry;
}

std::string CertificateLines(const store::StoredCertificate& stored,
                             const store::JudgeContext& judging, bool details) {
  const pkix::Certificate& certificate = *stored.certificate;
  constexpr std::size_t kDateCharacters = 10;
  constexpr std::size_t kShownDigits = 16;
  std::string addresses;
  for (const std::string& address : certificate.addresses()) {
    addresses += " <" + address + ">";
  }
  std::string text = certificate.sha256().substr(0, details ? std::string::npos : kShownDigits) +
                     "  " + KindOf(stored) + "  until " +
                     FormatRfc3339(certificate.not_after()).substr(0, kDateCharacters) + "  " +
                     certificate.DisplayName() + addresses + ", issued by " +
                     certificate.IssuerDisplayName() + "\n";
  if (!details) {
    return text;
  }
  text += "  trust for e-mail: " + TrustName(judging.trust->EmailTrust(certificate).level) + "\n";
  const auto add = [&](const char* use, pkix::Purpose purpose) {
    const store::CertificateState state = store::StateOf(stored.certificate, purpose, judging);
    text += std::string("  ") + use + (state.usable() ? ": can be used\n" : ": cannot be used\n");
    for (const Reason& reason : state.reasons) {
      text += "    " + words::Text(reason) + "\n      " + words::Remedy(reason) + "\n";
    }
  };
  add("signing", pkix::Purpose::kSigning);
  add("encryption", pkix::Purpose::kEncryption);
  return text;
}

void AddCertStoreVerbs(const Command& cert, CertAction& chosen) {
  AddCertList(cert, chosen);
  AddCertShow(cert, chosen);
  AddCertImport(cert, chosen);
  AddCertRequest(cert, chosen);
  AddCertExport(cert, chosen);
  AddCertBackup(cert, chosen);
  AddCertTrust(cert, chosen);
  AddCertDelete(cert, chosen);
}

}  // namespace signet::cli
