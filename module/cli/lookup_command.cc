#include "cli/lookup_command.h"

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "cli/judging_options.h"
#include "cli/ldap_client.h"
#include "cli/ldap_library.h"
#include "cli/message_run.h"
#include "cli/nss_start.h"
#include "cli/oid_names.h"
#include "cli/output_file.h"
#include "cli/reason_output.h"
#include "cli/verdict_output.h"
#include "idl/words.h"
#include "store/export.h"
#include "store/recipient_certificates.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

struct LookupArguments {
  std::vector<std::string> addresses;
  std::string url;
  bool start_tls = false;
  std::string authorities;
  std::string bind_name;
  std::string password_file;
  std::string profile;
  JudgingOptions judging;
  std::string output;
  bool json = false;
};

// Why the server cannot be asked as it was said; empty: it can.
std::string Contradiction(const LookupArguments& arguments,
                          const std::optional<LdapServer>& server) {
  if (!server) {
    return LdapLibrary::Get() == nullptr ? "libldap is not installed"
                                         : "--ldap: '" + arguments.url + "' is no LDAP URL";
  }
  if (server->tls_from_start && arguments.start_tls) {
    return "--start-tls: an ldaps: URL has TLS from the start";
  }
  if (!arguments.bind_name.empty() && server->IsOpen()) {
    return "--bind: the password would go over the network for everybody to read; use ldaps: or "
           "--start-tls";
  }
  return {};
}

// The password to log in with: the first line of the file, or what the person types. False: there
// is none.
bool ReadPassword(const LookupArguments& arguments, LdapServer& server, std::ostream& err) {
  if (arguments.bind_name.empty()) {
    return true;
  }
  const auto passwords = Passwords::Read(arguments.password_file);
  if (!passwords) {
    err << FailureText(arguments.password_file, passwords.error());
    return false;
  }
  std::optional<nss::SecretBytes> password;
  if (!(*passwords)->lines().empty()) {
    const ByteView first = (*passwords)->lines().front().view();
    password.emplace(first.size());
    std::ranges::copy(first, password->data());
  } else {
    password = Passwords::Ask(arguments.bind_name, false);
  }
  // A bind with a name and no password is an anonymous one (RFC 4513, 5.1.2).
  if (!password || password->size() == 0) {
    err << "signet: --bind needs a password\n";
    return false;
  }
  server.password = *std::move(password);
  return true;
}

// What is known of one address when everything has been asked.
struct Found {
  store::RecipientCertificates certificates;
  pkix::CertificatePtr chosen;
  std::vector<Reason> reasons;
};

// The best one that is not revoked becomes the chosen one; each other says why not.
Found Choose(store::RecipientCertificates certificates, const CertificateJudge& judge,
             const directory::Finds& finds) {
  Found found{.certificates = std::move(certificates), .chosen = nullptr, .reasons = {}};
  for (store::RecipientCandidate& candidate : found.certificates.candidates) {
    if (!candidate.state.usable() || found.chosen != nullptr) {
      continue;
    }
    if (auto verdict = judge.Judge(candidate.certificate, pkix::Purpose::kEncryption);
        verdict.reason) {
      candidate.state.reasons = {*std::move(verdict.reason)};
      candidate.not_chosen = candidate.state.reasons;
    } else {
      found.chosen = candidate.certificate;
      candidate.not_chosen.clear();
    }
  }
  if (found.chosen == nullptr && !found.certificates.candidates.empty()) {
    found.reasons = found.certificates.candidates.front().state.reasons;
  }
  if (auto why = finds.WhyNot(found.certificates.address)) {
    found.reasons.push_back(*std::move(why));
  }
  if (found.reasons.empty()) {
    // It is no address: nobody was asked.
    found.reasons = found.certificates.reasons;
  }
  return found;
}

Json CandidateJson(const store::RecipientCandidate& candidate, const directory::Finds& finds) {
  const pkix::Certificate& certificate = *candidate.certificate;
  Json capabilities = Json::array();
  if (const auto known = finds.Find(certificate)) {
    for (const cms::SMimeCapability& capability : known->capabilities) {
      capabilities.push_back(OidText(capability.oid));
    }
  }
  return {{"sha256", certificate.sha256()},
          {"subject", certificate.subject().ToText()},
          {"issuer", certificate.issuer().ToText()},
          {"addresses", certificate.addresses()},
          {"not_before", FormatRfc3339(certificate.not_before())},
          {"not_after", FormatRfc3339(certificate.not_after())},
          {"capabilities", std::move(capabilities)},
          {"usable", candidate.state.usable()},
          {"reasons", ReasonsJson(candidate.not_chosen)}};
}

std::string FoundLine(const Found& found, const directory::Finds& finds) {
  Json candidates = Json::array();
  for (const store::RecipientCandidate& candidate : found.certificates.candidates) {
    candidates.push_back(CandidateJson(candidate, finds));
  }
  return JsonLine({{"address", found.certificates.address},
                   {"certificate", found.chosen ? Json(found.chosen->sha256()) : Json()},
                   {"reasons", ReasonsJson(found.reasons)},
                   {"candidates", std::move(candidates)}});
}

std::string FoundText(const Found& found) {
  constexpr std::size_t kDateCharacters = 10;
  std::string text = found.certificates.address + ": ";
  if (found.chosen != nullptr) {
    text += found.chosen->DisplayName() + ", issued by " + found.chosen->IssuerDisplayName() +
            ", until " + FormatRfc3339(found.chosen->not_after()).substr(0, kDateCharacters) + "\n";
  } else {
    text += "no certificate that can be used\n";
  }
  for (const Reason& reason : found.reasons) {
    const Reason complete = ForWords(reason);
    text += "  " + words::Text(complete) + "\n    " + words::Remedy(complete) + "\n";
  }
  return text;
}

Result<void> WriteChosen(const std::vector<Found>& all, const std::string& path) {
  SIGNET_ASSIGN(OutputFile file, OutputFile::Create(path));
  for (const Found& found : all) {
    if (found.chosen != nullptr) {
      SIGNET_TRY(file.Write(AsBytes(store::ToPem(*found.chosen))));
    }
  }
  return file.Commit();
}

// What asking needs, opened from the arguments.
struct Session {
  std::unique_ptr<panel::Profile> profile;
  std::unique_ptr<RevocationRun> revocation;
};

Result<Session> OpenSession(const LookupArguments& arguments) {
  SIGNET_ASSIGN(auto runtime, StartNss(arguments.profile, nullptr));
  Session session;
  session.profile = std::make_unique<panel::Profile>(std::move(runtime));
  SIGNET_TRY(AddFiles(arguments.judging, *session.profile));
  SIGNET_ASSIGN(session.revocation, RevocationRun::Open(arguments.judging));
  return session;
}

int RunLookup(const LookupArguments& arguments, const Surroundings& around) {
  std::optional<LdapServer> server = ParseLdapUrl(arguments.url);
  if (const std::string problem = Contradiction(arguments, server); !problem.empty()) {
    around.err << "signet: " << problem << "\n";
    return kFailed;
  }
  server->start_tls = arguments.start_tls;
  server->authorities = arguments.authorities;
  server->bind_name = arguments.bind_name;
  if (!ReadPassword(arguments, *server, around.err)) {
    return kFailed;
  }
  auto session = OpenSession(arguments);
  if (!session) {
    around.err << FailureText("lookup", session.error());
    return kFailed;
  }
  panel::Profile& profile = *session->profile;
  directory::Finds& finds = profile.directory();
  LookUp(*server, arguments.addresses, arguments.judging.fetch.limits().time, finds);
  const CertificateJudge judge(arguments.judging, profile, *session->revocation);
  const std::array<store::AddressLookup, 1> sources = {
      [&finds](std::string_view address) { return finds.FindByAddress(address); }};
  std::vector<Found> all;
  int status = kAllGood;
  for (auto& each : store::FindRecipientCertificates(arguments.addresses, sources,
                                                     profile.Judging(arguments.judging.at()))) {
    const Found& found = all.emplace_back(Choose(std::move(each), judge, finds));
    around.out << (arguments.json ? FoundLine(found, finds) : FoundText(found));
    status = found.chosen == nullptr ? kSomeFellShort : status;
  }
  if (!arguments.output.empty()) {
    if (const auto written = WriteChosen(all, arguments.output); !written) {
      around.err << FailureText(arguments.output, written.error());
      return kFailed;
    }
  }
  return status;
}

}  // namespace

void AddLookup(const Command& program, CertAction& chosen) {
  const auto arguments = std::make_shared<LookupArguments>();
  const Command lookup =
      program.Subcommand("lookup", "Look for people's certificates in a directory (LDAP)");
  lookup.Value("ADDRESS", arguments->addresses, "E-mail addresses").Required();
  lookup
      .Value("--ldap", arguments->url,
             "The directory: ldap://HOST[:PORT]/BASE[??SCOPE?FILTER], or ldaps: for TLS; SCOPE "
             "is sub unless it says one or base")
      .Type("URL")
      .Required();
  lookup.Flag("--start-tls", arguments->start_tls,
              "Begin TLS on an ldap: connection, or ask nothing");
  lookup
      .Value("--tls-ca", arguments->authorities,
             "Authorities that vouch for the directory's server (PEM); without it those of "
             "this system")
      .Type("FILE")
      .ExistingFile();
  lookup
      .Value("--bind", arguments->bind_name,
             "Log in with this name, such as uid=ann,ou=people,dc=example,dc=com")
      .Type("DN");
  lookup
      .Value("--password-file", arguments->password_file,
             "File with the password for --bind in its first line; without it, you are asked")
      .Type("FILE");
  lookup
      .Value("--profile", arguments->profile,
             "Use the trusted authorities of this Thunderbird profile or NSS database")
      .Type("DIR");
  AddJudgingOptions(lookup, arguments->judging,
                    "Certificates of authorities that may stand between (PEM or DER)",
                    "Judge certificates as of this time instead of now");
  lookup
      .Value("-o,--output", arguments->output,
             "Write the certificates that can be used to this file (PEM)")
      .Type("FILE");
  lookup.Flag("--json", arguments->json, "Print a JSON object for each address, a line each");
  lookup.Footer(
      "Several addresses are asked for in one search. All that comes is judged and ranked; the\n"
      "newest certificate is used that is for the address, valid, and vouched for by an authority\n"
      "that you trust. The directory is given --fetch-time seconds for everything; it is never\n"
      "believed itself, and where it refers to another server, that one is not asked.\n\n"
      "Exit status: 0, everybody has a certificate that can be used; 1, somebody has none; 2, "
      "wrong\n"
      "usage, or something could not be read or written.\n\n"
      "Example: signet lookup --ldap ldaps://ldap.example.com/dc=example,dc=com -o bob.pem\n"
      "         bob@example.com && signet encrypt --cert bob.pem --anchor ca.pem message.eml");
  lookup.WhenChosen([arguments, &chosen] {
    chosen = [arguments](const Surroundings& around) {
      arguments->judging.now = around.now;
      return RunLookup(*arguments, around);
    };
  });
}

}  // namespace signet::cli
