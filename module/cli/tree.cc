#include "cli/tree.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "pkix/text.h"

namespace signet::cli {

Tree& Tree::Add(std::string_view line) {
  return children.emplace_back(Tree{pkix::EscapeForDisplay(line)});
}

Tree& Tree::Add(std::string_view name, std::string_view value) {
  return Add(value.empty() ? std::string(name) : std::string(name) + ": " + std::string(value));
}

std::string Tree::ToText() const {
  std::string all;
  std::vector<std::pair<const Tree*, std::size_t>> left = {{this, 0}};
  while (!left.empty()) {
    const auto [tree, depth] = left.back();
    left.pop_back();
    all += std::string(2 * depth, ' ') + tree->text + "\n";
    for (auto child = tree->children.rbegin(); child != tree->children.rend(); ++child) {
      left.emplace_back(&*child, depth + 1);
    }
  }
  return all;
}

}  // namespace signet::cli
