// Tree: lines that contain lines, as `signet inspect` prints them.
#ifndef SIGNET_CLI_TREE_H_
#define SIGNET_CLI_TREE_H_

#include <list>
#include <string>
#include <string_view>

namespace signet::cli {

// One line and those below it. Children stay where they are when others are added.
struct Tree {
  std::string name;
  // Empty: a line without one.
  std::string value = {};
  std::list<Tree> children = {};
  // What this line is about is damaged.
  bool damaged = false;

  // Add puts a line below this one. Control characters in it are escaped: what a sender wrote must
  // not reach the terminal as commands.
  Tree& Add(std::string_view line);
  // The same for "name: value"; an empty value is left out, with its colon.
  Tree& Add(std::string_view name, std::string_view value);

  // ToText gives all lines, each with a line end, two spaces deeper a level.
  [[nodiscard]] std::string ToText() const;
  // ToJson gives one JSON object without a line end: `file`, the name of this line, and
  // `structure`, the lines below it, each with `name`, and `value` and `children` where it has any.
  [[nodiscard]] std::string ToJson() const;

  // HasDamage tells whether this line or any below it is about something damaged.
  [[nodiscard]] bool HasDamage() const;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_TREE_H_
