#include "cli/cert_options.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/judging_options.h"

namespace signet::cli {
namespace {

constexpr std::array<std::string_view, 5> kLists{"--anchor", "--cert", "--crl", "--ocsp",
                                                 "--policy"};
constexpr std::array<std::string_view, 10> kSingles{
    "--purpose", "--at",         "--address", "--revocation", "--max-work",
    "--profile", "--fetch-time", "--cache",   "--responder",  "--responder-cert"};

template <std::size_t kCount>
bool Has(const std::array<std::string_view, kCount>& names, std::string_view word) {
  return std::ranges::find(names, word) != names.end();
}

Option List(Option option, const std::string& type) {
  return option.Type(type).OneValueEach();
}

void AddFiles(const Command& command, ValidateRequest& request) {
  List(command.Value("--anchor", request.anchors,
                     "Trust the certificates in this file (PEM or DER)"),
       "FILE");
  List(command.Value("--cert", request.certificates,
                     "Certificates of authorities that may stand between (PEM or DER)"),
       "FILE");
  List(command.Value("--crl", request.crls, "Certificate revocation lists (PEM or DER)"), "FILE");
  List(command.Value("--ocsp", request.ocsp_responses, "OCSP responses (DER)"), "FILE");
}

void AddPolicies(const Command& command, ValidateRequest& request) {
  List(command.Value("--policy", request.policies,
                     "Policies that are acceptable, dotted; without any, all are"),
       "OID");
  command.Flag("--require-policy", request.require_policy,
               "Some acceptable policy must hold for the whole path");
  command.Flag("--inhibit-mapping", request.inhibit_mapping,
               "Policies of one authority do not stand for those of another");
  command.Flag("--inhibit-any-policy", request.inhibit_any_policy,
               "'Any policy' in a certificate does not count");
}

}  // namespace

void AddCert(const Command& app, CertOptions& options) {
  const Command cert =
      app.Subcommand("cert", "Certificates: look at them, import, export and edit them");
  cert.OneSubcommand();
  options.command = cert;
  const Command validate =
      cert.Subcommand("validate", "Say whether a certificate may be used, and if not, why");
  options.validate_command = validate;
  ValidateArguments& arguments = options.validate;
  validate.Value("CERT", arguments.request.certificate,
                 "The certificate (PEM or DER); not with --jsonl");
  validate
      .Value("--purpose", arguments.request.purpose,
             "What it is to be used for; any: the rules for e-mail are not applied")
      .OneOf({"signing", "encryption", "any"})
      .ShowDefault();
  AddFiles(validate, arguments.request);
  validate
      .Value("--profile", arguments.profile,
             "Take certificates and trust from this Thunderbird profile (NSS database)")
      .Type("DIR");
  validate.Value("--at", options.at, "Validate as of this time instead of now")
      .Type("RFC3339")
      .Check(CheckTime);
  validate.Value("--address", options.address, "It must vouch for this e-mail address")
      .Type("ADDRESS");
  AddPolicies(validate, arguments.request);
  validate.Flag("--allow-weak", arguments.request.allow_weak,
                "Accept SHA-1, DSA and short keys, with a warning");
  AddFetchOptions(validate, options.fetch);
  validate
      .Value("--max-work", options.max_work,
             "Give up after so many signature checks, or issuers looked at")
      .Positive();
  validate.Flag("--json", arguments.json, "Print a JSON object");
  validate.Flag("--jsonl", arguments.jsonl,
                "Read requests from standard input, a JSON object a line, and answer a line each");
  validate.Footer(
      "A request of --jsonl has the certificate's file as \"certificate\" and members named as "
      "the\n"
      "options are (\"anchor\", \"require_policy\", …); options given beside --jsonl are its "
      "defaults. A\n"
      "file may also be given as its PEM text. A member \"id\" comes back with the answer.\n\n"
      "Exit status: 0, valid; 1, not valid; 2, wrong usage or something could not be read.\n\n"
      "Example: signet cert validate --purpose signing --anchor ca.pem --crl ca.crl person.pem");
}

ValidateArguments ArgumentsOf(const CertOptions& options, Time now) {
  ValidateArguments arguments = options.validate;
  arguments.now = now;
  arguments.request.at = ParseRfc3339(options.at);
  arguments.request.revocation = options.fetch.mode();
  arguments.request.require_revocation = options.fetch.require_revocation;
  arguments.fetch = options.fetch;
  if (!options.address.empty()) {
    arguments.request.address = options.address;
  }
  if (options.max_work > 0) {
    arguments.request.max_work = options.max_work;
  }
  return arguments;
}

std::vector<std::string> SpreadLists(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2 || arguments[0] != "cert" || arguments[1] != "validate") {
    return arguments;
  }
  // The list that each word without an option before it follows on; empty: none.
  std::vector<std::string> list_of(arguments.size());
  std::vector<std::size_t> bare;
  std::string list;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (Has(kLists, word) || Has(kSingles, word)) {
      list = Has(kLists, word) ? word : "";
      ++i;  // its value
    } else if (word.starts_with("--")) {
      list.clear();
    } else {
      bare.push_back(i);
      list_of[i] = list;
    }
  }
  std::vector<std::string> spread;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool last_bare = !bare.empty() && i == bare.back();
    if (!list_of[i].empty() && !last_bare) {
      spread.push_back(list_of[i]);
    }
    spread.push_back(arguments[i]);
  }
  return spread;
}

}  // namespace signet::cli
