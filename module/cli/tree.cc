#include "cli/tree.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "pkix/text.h"

namespace signet::cli {
namespace {

// A file's name may be any octets; what is not UTF-8 in it is replaced rather than refused.
std::string Quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// One list of children on the way through the tree.
struct Level {
  const std::list<Tree>* list;
  std::list<Tree>::const_iterator next;
};

}  // namespace

Tree& Tree::Add(std::string_view line) {
  return children.emplace_back(Tree{pkix::EscapeForDisplay(line)});
}

Tree& Tree::Add(std::string_view label, std::string_view content) {
  return children.emplace_back(
      Tree{pkix::EscapeForDisplay(label), pkix::EscapeForDisplay(content)});
}

std::string Tree::ToText() const {
  std::string all;
  std::vector<std::pair<const Tree*, std::size_t>> left = {{this, 0}};
  while (!left.empty()) {
    const auto [tree, depth] = left.back();
    left.pop_back();
    all += std::string(2 * depth, ' ') + tree->name;
    all += (tree->value.empty() ? "" : ": " + tree->value) + "\n";
    for (auto child = tree->children.rbegin(); child != tree->children.rend(); ++child) {
      left.emplace_back(&*child, depth + 1);
    }
  }
  return all;
}

std::string Tree::ToJson() const {
  std::string all = "{\"file\":" + Quoted(name) + ",\"structure\":[";
  std::vector<Level> levels = {{&children, children.begin()}};
  while (!levels.empty()) {
    Level& level = levels.back();
    if (level.next == level.list->end()) {
      all += "]}";
      levels.pop_back();
      continue;
    }
    const Tree& line = *level.next;
    all += level.next == level.list->begin() ? "{" : ",{";
    ++level.next;
    all += "\"name\":" + Quoted(line.name);
    all += line.value.empty() ? "" : ",\"value\":" + Quoted(line.value);
    if (line.children.empty()) {
      all += "}";
    } else {
      all += ",\"children\":[";
      levels.push_back({&line.children, line.children.begin()});
    }
  }
  return all;
}

bool Tree::HasDamage() const {
  std::vector<const Tree*> left = {this};
  while (!left.empty()) {
    const Tree* const line = left.back();
    left.pop_back();
    if (line->damaged) {
      return true;
    }
    for (const Tree& child : line->children) {
      left.push_back(&child);
    }
  }
  return false;
}

}  // namespace signet::cli
