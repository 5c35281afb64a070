#include "cli/protection.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/certificate_files.h"
#include "cli/output_file.h"
#include "cli/reason_output.h"
#include "cli/verdict_output.h"
#include "mime/address.h"
#include "mime/header.h"
#include "mime/mailbox_file.h"
#include "pkix/address.h"
#include "pkix/strength.h"
#include "pkix/usage.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kFingerprintDigitsLeast = 8;

bool IsFingerprint(std::string_view text) {
  return text.size() >= kFingerprintDigitsLeast &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool IsWanted(const pkix::Certificate& certificate, std::string_view wanted) {
  return wanted.find('@') != std::string_view::npos
             ? pkix::HasAddress(certificate, wanted)
             : IsFingerprint(wanted) && certificate.sha256().starts_with(mime::LowerCase(wanted));
}

Json CertificateJson(const pkix::Certificate& certificate) {
  return {{"subject", certificate.DisplayName()},
          {"addresses", certificate.addresses()},
          {"sha256", certificate.sha256()}};
}

Json ChoiceJson(const std::string& file, const smime::ComposeRequest& request,
                const smime::ComposeChoice& choice) {
  Json line{{"file", file}};
  line["signature"] = Json();
  if (choice.signature) {
    line["signature"] = {{"algorithm", choice.signature->algorithm.Name()},
                         {"digest", nss::DigestName(choice.signature->digest)},
                         {"opaque", request.opaque},
                         {"signer", CertificateJson(*request.signer->certificate)}};
  }
  line["encryption"] = Json();
  if (choice.encryption) {
    Json recipients = Json::array();
    for (const smime::RecipientChoice& recipient : choice.encryption->recipients) {
      Json entry = CertificateJson(*recipient.certificate);
      entry["self"] = recipient.self;
      entry["algorithm"] = recipient.name;
      entry["reasons"] = ReasonsJson({recipient.because});
      recipients.push_back(std::move(entry));
    }
    line["encryption"] = {{"cipher", nss::CipherName(choice.encryption->cipher)},
                          {"recipients", std::move(recipients)},
                          {"reasons", ReasonsJson(choice.encryption->because)}};
  }
  return line;
}

// What went wrong around the message, as opposed to with it.
bool IsAround(ReasonCode code) {
  return code == ReasonCode::kFileUnwritable || code == ReasonCode::kFileUnreadable ||
         code == ReasonCode::kOutOfMemory || code == ReasonCode::kInternal ||
         code == ReasonCode::kInvalidRequest;
}

}  // namespace

void AddProtectionOptions(CLI::App& command, ProtectionOptions& options) {
  options.command = &command;
  command
      .add_option("FILE", options.message, "A message, or a MIME entity alone; - is standard input")
      ->required();
  AddKeyOptions(command, options.keys);
  command
      .add_option("--cert", options.certificates,
                  "Certificates of authorities and of recipients (PEM or DER)")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  auto* const output =
      command
          .add_option("-o,--output", options.output,
                      "Write to this file, whole or not at all, instead of standard output")
          ->type_name("FILE");
  command.add_flag("--json", options.json, "Print what was chosen, and why, as a JSON object")
      ->needs(output);
}

MessageFile::MessageFile(MappedFile file)
    : file_(std::move(file)), octets_(mime::WithoutStorePrefix(file_.octets())) {}

Result<MessageFile> MessageFile::Open(const std::string& path) {
  SIGNET_ASSIGN(MappedFile file,
                path == "-" ? MappedFile::ReadStandardInput() : MappedFile::Open(path));
  return MessageFile(std::move(file));
}

std::string MessageFile::From() const {
  const auto header = mime::Header::Parse(octets_);
  if (!header) {
    return {};
  }
  const std::vector<mime::Mailbox> from = mime::ReadOriginator(*header).from;
  return from.size() == 1 ? from.front().address : std::string();
}

std::vector<std::string> MessageFile::Receivers() const {
  std::vector<std::string> addresses;
  const auto header = mime::Header::Parse(octets_);
  if (!header) {
    return addresses;
  }
  for (const std::string_view name : {"to", "cc"}) {
    for (const mime::HeaderField* field : header->All(name)) {
      for (const mime::Mailbox& mailbox : mime::ParseMailboxes(field->Unfolded())) {
        if (std::ranges::find(addresses, mailbox.address) == addresses.end()) {
          addresses.push_back(mailbox.address);
        }
      }
    }
  }
  return addresses;
}

std::optional<Reason> CheckUsable(const pkix::CertificatePtr& certificate, pkix::Purpose purpose,
                                  Time at) {
  if (at > certificate->not_after()) {
    return certificate->About(ReasonCode::kCertificateExpired)
        .With("notAfter", certificate->not_after());
  }
  if (at < certificate->not_before()) {
    return certificate->About(ReasonCode::kCertificateNotYetValid)
        .With("notBefore", certificate->not_before());
  }
  auto usage = pkix::CheckUsage(*certificate, purpose);
  if (!usage.empty()) {
    return std::move(usage.front());
  }
  if (!certificate->public_key()) {
    return certificate->About(ReasonCode::kKeyInvalid);
  }
  if (const auto weak = pkix::CheckKeyStrength(*certificate->public_key())) {
    Reason reason = weak->reason;
    const Reason about = certificate->About(reason.code);
    reason.texts.insert(about.texts.begin(), about.texts.end());
    reason.certificate = about.certificate;
    return reason;
  }
  return std::nullopt;
}

Result<pkix::CertificatePtr> OwnCertificate(const Keys& keys, std::string_view wanted,
                                            pkix::Purpose purpose, Time at) {
  pkix::CertificatePtr best;
  std::optional<Reason> why_not;
  Time why_not_before;
  for (const Keys::Own& own : keys.List()) {
    if (!IsWanted(*own.certificate, wanted)) {
      continue;
    }
    if (auto reason = CheckUsable(own.certificate, purpose, at)) {
      if (!why_not || own.certificate->not_before() > why_not_before) {
        why_not_before = own.certificate->not_before();
        why_not = std::move(reason);
      }
    } else if (!best || own.certificate->not_before() > best->not_before()) {
      best = own.certificate;
    }
  }
  if (best) {
    return best;
  }
  if (why_not) {
    return std::unexpected(*std::move(why_not));
  }
  return MakeReason(ReasonCode::kOwnCertificateMissing).With("address", std::string(wanted));
}

Result<void> AddCertificates(const ProtectionOptions& options, const Keys& keys,
                             panel::Profile& profile) {
  for (const pkix::CertificatePtr& certificate : keys.certificates()) {
    profile.AddCertificate(certificate);
  }
  for (const std::string& path : options.certificates) {
    SIGNET_ASSIGN(const auto certificates, ReadCertificates(path));
    for (const pkix::CertificatePtr& certificate : certificates) {
      profile.AddCertificate(certificate);
    }
  }
  return {};
}

int Protect(const ProtectionOptions& options, const smime::ComposeRequest& request,
            std::ostream& out, std::ostream& err) {
  const auto fail = [&](const Reason& reason) {
    err << FailureText(options.message, reason);
    return IsAround(reason.code) ? kProtectionFailed : kNotProtected;
  };
  auto file = OutputFile::Create(options.output);
  if (!file) {
    return fail(file.error());
  }
  const auto choice =
      smime::Compose(request, [&file](ByteView octets) { return file->Write(octets); });
  if (!choice) {
    return fail(choice.error());
  }
  if (const auto committed = file->Commit(); !committed) {
    return fail(committed.error());
  }
  if (options.json) {
    out << ChoiceJson(options.message, request, *choice)
               .dump(-1, ' ', false, Json::error_handler_t::replace)
        << "\n";
  }
  return kProtected;
}

}  // namespace signet::cli
