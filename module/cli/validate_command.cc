#include "cli/validate_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/nss_start.h"
#include "cli/reason_output.h"
#include "cli/validate_output.h"
#include "cli/validate_question.h"
#include "cli/verdict_output.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kValid = 0;
constexpr int kNotValid = 1;
constexpr int kFailed = 2;

int StatusOf(const ValidateAnswer& answer) {
  return answer.valid ? kValid : kNotValid;
}

int AnswerOne(const ValidateArguments& arguments, Validator& validator, std::ostream& out,
              std::ostream& err) {
  const auto answer = validator.Ask(arguments.request);
  if (!answer) {
    err << FailureText(arguments.request.certificate, answer.error());
    return kFailed;
  }
  out << (arguments.json ? JsonLine(AnswerJson(*answer))
                         : AnswerText(arguments.request.certificate, *answer));
  return StatusOf(*answer);
}

// One line: {"id": …, …the answer…}. An `id` of the request comes back as it was.
Json AnswerLine(const std::string& line, const ValidateRequest& defaults, Validator& validator,
                int& status) {
  const Json read = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  Json reply = Json::object();
  if (read.is_object() && read.contains("id")) {
    reply["id"] = read.at("id");
  }
  const auto request = ReadRequest(read, defaults);
  const std::string problem = request ? CheckRequest(*request) : request.error();
  if (!problem.empty()) {
    status = kFailed;
    reply.update(ErrorJson(problem));
    return reply;
  }
  const auto answer = validator.Ask(*request);
  if (!answer) {
    status = kFailed;
    reply.update(ErrorJson(answer.error()));
    return reply;
  }
  status = StatusOf(*answer);
  reply.update(AnswerJson(*answer));
  return reply;
}

int AnswerLines(const ValidateArguments& arguments, Validator& validator, std::istream& in,
                std::ostream& out) {
  int worst = kValid;
  std::string line;
  while (std::getline(in, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    int status = kValid;
    out << JsonLine(AnswerLine(line, arguments.request, validator, status)) << std::flush;
    worst = std::max(worst, status);
  }
  return worst;
}

}  // namespace

int RunValidate(const ValidateArguments& arguments, std::istream& in, std::ostream& out,
                std::ostream& err) {
  if (!arguments.jsonl) {
    if (const std::string problem = CheckRequest(arguments.request); !problem.empty()) {
      err << "signet: " << problem << "\n";
      return kFailed;
    }
  }
  const auto runtime = StartNss(arguments.profile, nullptr);
  if (!runtime) {
    err << FailureText(arguments.profile, runtime.error());
    return kFailed;
  }
  const auto cache = arguments.fetch.OpenCache();
  auto responder = arguments.fetch.ReadResponder();
  if (!responder) {
    err << FailureText(arguments.fetch.responder_certificate, responder.error());
    return kFailed;
  }
  Validator validator(*runtime, arguments.now, arguments.fetch.limits(), *std::move(responder),
                      cache.get());
  return arguments.jsonl ? AnswerLines(arguments, validator, in, out)
                         : AnswerOne(arguments, validator, out, err);
}

}  // namespace signet::cli
