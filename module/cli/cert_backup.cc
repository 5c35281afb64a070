// `signet cert backup`: private keys with their certificates, as a PKCS #12 file.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "cli/cert_store.h"
#include "cli/output_file.h"
#include "cli/verdict_output.h"
#include "nss/secret_bytes.h"
#include "store/backup.h"

namespace signet::cli {
namespace {

struct BackupArguments {
  StoreOptions store;
  std::vector<std::string> names;
  std::string out;
  std::string backup_password_file;
};

// The first line of the file, or what is typed twice.
Result<nss::SecretBytes> NewPassword(const BackupArguments& arguments) {
  const auto copy = [](ByteView octets) {
    nss::SecretBytes secret(octets.size());
    std::ranges::copy(octets, secret.data());
    return secret;
  };
  if (!arguments.backup_password_file.empty()) {
    SIGNET_ASSIGN(const auto file, Passwords::Read(arguments.backup_password_file));
    if (!file->lines().empty()) {
      return copy(file->lines().front().view());
    }
  }
  const auto first = Passwords::Ask("the backup (a new one)", false);
  const auto second = first ? Passwords::Ask("the backup, again", false) : std::nullopt;
  if (!first || !second) {
    return MakeReason(ReasonCode::kPasswordNeeded).With("token", arguments.out);
  }
  if (!Equal(first->view(), second->view())) {
    return MakeReason(ReasonCode::kPasswordWrong).With("token", arguments.out);
  }
  return copy(first->view());
}

Result<void> BackUp(const BackupArguments& arguments,
                    const std::vector<store::StoredCertificate>& own, CertStore& opened, Time now) {
  std::vector<store::BackupEntry> entries;
  std::vector<pkix::CertificatePtr> chain;
  const store::JudgeContext judging = opened.profile().Judging(now);
  for (const store::StoredCertificate& stored : own) {
    SIGNET_ASSIGN(nss::UniquePrivateKey key,
                  opened.profile().own_keys().PrivateKey(*stored.certificate));
    entries.push_back({.key = std::move(key),
                       .certificate = stored.certificate,
                       .name = stored.certificate->DisplayName()});
    const auto state = store::StateOf(stored.certificate, pkix::Purpose::kAny, judging);
    chain.insert(chain.end(), state.chain.begin(), state.chain.end());
  }
  SIGNET_ASSIGN(const nss::SecretBytes password, NewPassword(arguments));
  SIGNET_ASSIGN(const Bytes file, store::WriteBackup(entries, chain, AsText(password.view())));
  SIGNET_ASSIGN(OutputFile output, OutputFile::Create(arguments.out));
  SIGNET_TRY(output.Write(file));
  return output.Commit();
}

int RunBackup(const BackupArguments& arguments, const Surroundings& around) {
  const auto opened = CertStore::Open(arguments.store, false, around.err);
  if (!opened) {
    return kCertFailed;
  }
  std::vector<store::StoredCertificate> own;
  if (arguments.names.empty()) {
    own = store::StoredCertificates();
  }
  for (const std::string& name : arguments.names) {
    const auto found = CertStore::Find(name);
    own.insert(own.end(), found.begin(), found.end());
  }
  std::erase_if(own, [](const store::StoredCertificate& stored) { return !stored.own; });
  if (own.empty()) {
    around.err << "signet: there is no certificate with a private key to back up\n";
    return kCertNotDone;
  }
  if (const auto done = BackUp(arguments, own, *opened, around.now); !done) {
    around.err << FailureText(arguments.out, done.error());
    return kCertNotDone;
  }
  around.err << "signet: " << own.size() << (own.size() == 1 ? " certificate" : " certificates")
             << " backed up to " << arguments.out << "\n";
  return kCertDone;
}

}  // namespace

void AddCertBackup(const Command& cert, CertAction& chosen) {
  const auto arguments = std::make_shared<BackupArguments>();
  const Command verb =
      cert.Subcommand("backup", "Write private keys with their certificates to a PKCS #12 file");
  verb.Value("NAME", arguments->names, "Address, fingerprint or owner; by default all");
  verb.Value("-o,--output", arguments->out, "The file").Type("FILE").Required();
  verb.Value("--backup-password-file", arguments->backup_password_file,
             "Its first line protects the backup; without it the password is asked for twice")
      .Type("FILE");
  AddStoreOptions(verb, arguments->store);
  verb.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) { return RunBackup(*arguments, around); };
  });
}

}  // namespace signet::cli
