#include "cli/key_options.h"

#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "cli/mapped_file.h"
#include "cli/nss_start.h"
#include "cli/pkcs12_file.h"
#include "cli/verdict_output.h"
#include "store/pkcs12.h"

namespace signet::cli {
namespace {

Result<store::Pkcs12Contents> ReadFile(const std::string& path, const Passwords& passwords) {
  SIGNET_ASSIGN(const MappedFile file, MappedFile::Open(path));
  auto contents = UnlockPkcs12(path, passwords, [&](std::string_view password) {
    return store::ReadPkcs12(file.octets(), password, path);
  });
  if (!contents && contents.error().code == ReasonCode::kMalformed) {
    const Reason& error = contents.error();
    return MakeReason(ReasonCode::kFileDamaged)
        .With("path", path)
        .Because(error.where + ": " + error.diagnostic);
  }
  return contents;
}

}  // namespace

void AddKeyOptions(const Command& command, KeyOptions& options) {
  command
      .Value("--profile", options.profile,
             "Take certificates, keys and trust from this Thunderbird profile (NSS database)")
      .Type("DIR");
  command
      .Value("--p12", options.pkcs12, "Take certificates and private keys from this PKCS #12 file")
      .Type("FILE")
      .OneValueEach();
  command
      .Value("--password-file", options.password_file,
             "Passwords for PKCS #12 files and the profile, one a line; what is missing is "
             "asked for on the terminal")
      .Type("FILE");
}

std::unique_ptr<Keys> Keys::Open(const KeyOptions& options, std::ostream& err) {
  const auto fail = [&err](const std::string& about, const Reason& reason) {
    err << FailureText(about, reason);
    return nullptr;
  };
  const auto passwords = Passwords::Read(options.password_file);
  if (!passwords) {
    return fail(options.password_file, passwords.error());
  }
  const auto runtime = StartNss(options.profile, *passwords);
  if (!runtime) {
    return fail(options.profile, runtime.error());
  }
  std::unique_ptr<Keys> keys(new Keys(*runtime));
  for (const std::string& path : options.pkcs12) {
    auto contents = ReadFile(path, **passwords);
    if (!contents) {
      return fail(path, contents.error());
    }
    keys->Add(path, *std::move(contents));
  }
  std::vector<cms::KeySource*> sources;
  for (const auto& file : keys->files_) {
    sources.push_back(&file->keys);
  }
  if (!options.profile.empty()) {
    sources.push_back(&keys->profile_keys_.emplace(*runtime));
  }
  keys->ring_.emplace(std::move(sources));
  return keys;
}

void Keys::Add(const std::string& path, store::Pkcs12Contents contents) {
  certificates_.insert(certificates_.end(), contents.certificates.begin(),
                       contents.certificates.end());
  auto& file = files_.emplace_back(std::make_unique<File>());
  file->path = path;
  file->keys.Add(std::move(contents));
}

std::vector<Keys::Own> Keys::List() const {
  std::vector<Own> own;
  for (const auto& file : files_) {
    for (const store::Pkcs12Key& key : file->keys.keys()) {
      own.push_back({key.certificate, file->path});
    }
  }
  if (profile_keys_) {
    for (const store::OwnCertificate& known : profile_keys_->List()) {
      own.push_back({known.certificate, known.token});
    }
  }
  return own;
}

Result<nss::UniquePrivateKey> Keys::PrivateKey(const pkix::Certificate& certificate) const {
  std::optional<Reason> reason;
  for (const auto& file : files_) {
    auto key = file->keys.PrivateKey(certificate);
    if (key) {
      return key;
    }
    if (key.error().code != ReasonCode::kPrivateKeyMissing) {
      reason = std::move(key).error();
    }
  }
  if (profile_keys_) {
    auto key = profile_keys_->PrivateKey(certificate);
    if (key || !reason) {
      return key;
    }
  }
  return std::unexpected(reason ? *std::move(reason)
                                : certificate.About(ReasonCode::kPrivateKeyMissing));
}

}  // namespace signet::cli
