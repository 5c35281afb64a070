// Tree: lines that contain lines, as `signet inspect` prints them.
#ifndef SIGNET_CLI_TREE_H_
#define SIGNET_CLI_TREE_H_

#include <list>
#include <string>
#include <string_view>

namespace signet::cli {

// One line and those below it. Children stay where they are when others are added.
struct Tree {
  std::string text;
  std::list<Tree> children = {};

  // Add puts a line below this one. Control characters in it are escaped: what a sender wrote must
  // not reach the terminal as commands.
  Tree& Add(std::string_view line);
  // The same for "name: value"; an empty value is left out, with its colon.
  Tree& Add(std::string_view name, std::string_view value);

  // ToText gives all lines, each with a line end, two spaces deeper a level.
  [[nodiscard]] std::string ToText() const;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_TREE_H_
