#include "cli/message_run.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "cli/ordered_jobs.h"
#include "cli/progress.h"
#include "cli/verdict_output.h"

namespace signet::cli {
namespace {

constexpr int kJobsMost = 256;

// Prints what became of the messages, in their order and on one thread at a time.
class Reporter {
 public:
  Reporter(Progress& progress, std::ostream& out, std::ostream& err)
      : progress_(&progress), out_(&out), err_(&err) {}

  void Take(const MessageReport& report, std::uint64_t octets, std::size_t files) {
    status_ = std::max(status_, report.status);
    if (!report.out.empty() || !report.err.empty()) {
      progress_->Clear();
    }
    *out_ << report.out;
    if (!report.err.empty()) {
      out_->flush();
      *err_ << report.err;
    }
    progress_->Advance(octets, files);
  }

  [[nodiscard]] int status() const { return status_; }

 private:
  Progress* progress_;
  std::ostream* out_;
  std::ostream* err_;
  int status_ = kAllGood;
};

}  // namespace

Option AddMessageOptions(const Command& command, MessageOptions& options, const std::string& help,
                         const std::string& json_help) {
  command.Value("FILE", options.messages, help).Required();
  command.Value("--jobs", options.jobs, "Work on so many messages at the same time")
      .Type("N")
      .Between(1, kJobsMost);
  return command.Flag("--json", options.json, json_help);
}

int RunMessages(const MessageOptions& options, const BeginMessage& begin, std::ostream& out,
                std::ostream& err) {
  const InputList inputs = InputList::Of(options.messages);
  Progress progress(inputs.octets(), inputs.files());
  Reporter reporter(progress, out, err);
  bool met_any = false;
  {
    OrderedJobs jobs(options.jobs);
    inputs.ForEach(
        [&](Input input) {
          met_any = true;
          const std::uint64_t octets = input.file_octets;
          jobs.Add([&reporter, octets, work = begin(std::move(input))]() -> Outcome {
            return [&reporter, octets, report = work()] {
              reporter.Take(report, octets, octets > 0 ? 1 : 0);
            };
          });
        },
        [&](const std::string& name, const Reason& reason) {
          met_any = true;
          jobs.Add([&reporter, text = FailureText(name, reason)]() -> Outcome {
            return [&reporter, text] { reporter.Take({.status = kFailed, .err = text}, 0, 1); };
          });
        });
  }
  progress.Clear();
  if (!met_any) {
    err << "signet: there is no message in what was given\n";
    return kFailed;
  }
  return reporter.status();
}

}  // namespace signet::cli
