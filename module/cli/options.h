// The options of the command line, as the commands declare them. They are CLI11's, which only
// options.cc includes: it is one header, and a compiler takes ten seconds for its code in every
// source that touches it.
//
// Command and Option are handles to what the CommandLine owns: cheap to copy, and good for as long
// as it lives. The variables that are bound to options must live until Parse has returned. One
// thread.
#ifndef SIGNET_CLI_OPTIONS_H_
#define SIGNET_CLI_OPTIONS_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace signet::cli {

// Option refines an option that a Command has declared; each function returns the option itself.
class Option {
 public:
  // Type is what --help calls the value: FILE.
  Option Type(const std::string& name) const;
  Option Required() const;
  // Each occurrence takes one value, and all occurrences count: --cert a.pem --cert b.pem.
  Option OneValueEach() const;
  Option OneOf(const std::vector<std::string>& values) const;
  Option Between(int least, int most) const;
  Option Between(double least, double most) const;
  Option Positive() const;
  Option ExistingFile() const;
  // Check gives "" for a good value, and otherwise what is wrong with it, in words.
  Option Check(std::function<std::string(const std::string&)> check) const;
  // --help shows what holds without the option: the variable's value now, or this text.
  Option ShowDefault() const;
  Option ShowDefault(const std::string& text) const;
  Option Needs(Option other) const;
  Option Excludes(Option other) const;

 private:
  friend class Command;
  explicit Option(CLI::Option* option) : option_(option) {}
  CLI::Option* option_;
};

// Command is the program or one of its subcommands. A Command made of nothing was never asked for.
class Command {
 public:
  Command() = default;

  Command Subcommand(const std::string& name, const std::string& description) const;
  // OneSubcommand makes it wrong usage not to name exactly one subcommand.
  void OneSubcommand() const;

  // An option (`names`: "-o,--output") or an argument by its place (`names`: "FILE").
  Option Value(const std::string& names, std::string& variable, const std::string& help) const;
  Option Value(const std::string& names, std::vector<std::string>& variable,
               const std::string& help) const;
  Option Value(const std::string& names, std::size_t& variable, const std::string& help) const;
  Option Value(const std::string& names, double& variable, const std::string& help) const;
  Option Flag(const std::string& name, bool& variable, const std::string& help) const;

  // Footer is shown after the options in --help: exit status, an example.
  void Footer(const std::string& text) const;
  // WhenChosen runs while Parse does, once the options are bound.
  void WhenChosen(std::function<void()> then) const;

  [[nodiscard]] std::string name() const;
  // Whether the person has named this command.
  [[nodiscard]] bool chosen() const;

 private:
  friend class CommandLine;
  explicit Command(CLI::App* app) : app_(app) {}
  CLI::App* app_ = nullptr;
};

// CommandLine is the program's own command, which owns all others.
class CommandLine {
 public:
  CommandLine(const std::string& description, const std::string& name);
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;
  CommandLine(CommandLine&&) = delete;
  CommandLine& operator=(CommandLine&&) = delete;
  ~CommandLine();

  [[nodiscard]] Command program();
  // Version makes --version print what `version` gives.
  void Version(std::function<std::string()> version);

  // Parse binds the arguments (without the program's name). Returns whether a command is to run;
  // otherwise help, the version, or what is wrong has been written, and `good` says which: false
  // for wrong usage.
  struct Parsed {
    bool run = false;
    bool good = true;
  };
  [[nodiscard]] Parsed Parse(std::vector<std::string> arguments, std::ostream& out,
                             std::ostream& err);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_OPTIONS_H_
