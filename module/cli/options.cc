#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

namespace signet::cli {

Option Option::Type(const std::string& name) const {
  option_->type_name(name);
  return *this;
}

Option Option::Required() const {
  option_->required();
  return *this;
}

Option Option::OneValueEach() const {
  option_->take_all()->allow_extra_args(false);
  return *this;
}

Option Option::OneOf(const std::vector<std::string>& values) const {
  option_->check(CLI::IsMember(values));
  return *this;
}

Option Option::Between(int least, int most) const {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option Option::Between(double least, double most) const {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option Option::Positive() const {
  option_->check(CLI::PositiveNumber);
  return *this;
}

Option Option::ExistingFile() const {
  option_->check(CLI::ExistingFile);
  return *this;
}

Option Option::Check(std::function<std::string(const std::string&)> check) const {
  option_->check(std::move(check));
  return *this;
}

Option Option::ShowDefault() const {
  option_->capture_default_str();
  return *this;
}

Option Option::ShowDefault(const std::string& text) const {
  option_->default_str(text);
  return *this;
}

Option Option::Needs(Option other) const {
  option_->needs(other.option_);
  return *this;
}

Option Option::Excludes(Option other) const {
  option_->excludes(other.option_);
  return *this;
}

Command Command::Subcommand(const std::string& name, const std::string& description) const {
  return Command(app_->add_subcommand(name, description));
}

void Command::OneSubcommand() const {
  app_->require_subcommand(1);
}

Option Command::Value(const std::string& names, std::string& variable,
                      const std::string& help) const {
  return Option(app_->add_option(names, variable, help));
}

Option Command::Value(const std::string& names, std::vector<std::string>& variable,
                      const std::string& help) const {
  return Option(app_->add_option(names, variable, help));
}

Option Command::Value(const std::string& names, std::size_t& variable,
                      const std::string& help) const {
  return Option(app_->add_option(names, variable, help));
}

Option Command::Value(const std::string& names, double& variable, const std::string& help) const {
  return Option(app_->add_option(names, variable, help));
}

Option Command::Flag(const std::string& name, bool& variable, const std::string& help) const {
  return Option(app_->add_flag(name, variable, help));
}

void Command::Footer(const std::string& text) const {
  app_->footer(text);
}

void Command::WhenChosen(std::function<void()> then) const {
  app_->callback(std::move(then));
}

std::string Command::name() const {
  return app_->get_name();
}

bool Command::chosen() const {
  return app_ != nullptr && app_->parsed();
}

CommandLine::CommandLine(const std::string& description, const std::string& name)
    : app_(std::make_unique<CLI::App>(description, name)) {}

CommandLine::~CommandLine() = default;

Command CommandLine::program() {
  return Command(app_.get());
}

void CommandLine::Version(std::function<std::string()> version) {
  app_->set_version_flag("--version", std::move(version));
}

CommandLine::Parsed CommandLine::Parse(std::vector<std::string> arguments, std::ostream& out,
                                       std::ostream& err) {
  std::ranges::reverse(arguments);  // as CLI11 takes them
  try {
    app_->parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return {.run = false, .good = app_->exit(error, out, err) == 0};
  }
  return {.run = true};
}

}  // namespace signet::cli
