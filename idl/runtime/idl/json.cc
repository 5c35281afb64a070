#include "idl/json.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "idl/path.h"

namespace signet::idl {
namespace {

// TreeBuilder receives the events of nlohmann's parser, which itself takes no recursion, and builds
// the value. The parser's own builder would let the last of two equal names win, and would know
// neither depth nor place.
class TreeBuilder {
 public:
  // The names of these functions, and their unused parameters, are nlohmann's SAX interface.
  // NOLINTBEGIN(readability-identifier-naming)
  bool null() { return Add(nullptr); }
  bool boolean(bool value) { return Add(value); }
  bool number_integer(std::int64_t value) { return Add(value); }
  bool number_unsigned(std::uint64_t value) { return Add(value); }
  bool number_float(double value, const std::string& /*text*/) { return Add(value); }
  bool string(std::string& value) { return Add(std::move(value)); }
  bool binary(Json::binary_t& /*value*/) { return false; }

  bool start_object(std::size_t /*size*/) { return Open(Json::object()); }
  bool end_object() { return Close(); }
  bool start_array(std::size_t /*size*/) { return Open(Json::array()); }
  bool end_array() { return Close(); }

  bool key(std::string& name) {
    Level& level = levels_.back();
    level.key = std::move(name);
    if (level.value.contains(level.key)) {
      return Fail(ReasonCode::kInvalidRequest, "this name is there twice");
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) {
    std::string detail = "not valid JSON (octet " + std::to_string(position) + ')';
    if (std::string_view(error.what()).find("UTF-8") != std::string_view::npos) {
      detail = "not valid UTF-8 (octet " + std::to_string(position) + ')';
    }
    return Fail(ReasonCode::kInvalidRequest, detail);
  }
  // NOLINTEND(readability-identifier-naming)

  Result<Json> Finish(bool complete) && {
    if (complete) {
      return std::move(root_);
    }
    return std::unexpected(std::move(failure_));
  }

 private:
  struct Level {
    Json value;
    std::string key;  // The name whose value comes next, in an object.
  };

  bool Open(Json&& empty) {
    if (levels_.size() == limits::kCallDepth) {
      return Fail(ReasonCode::kLimitExceeded, "nested too deeply");
    }
    levels_.push_back({.value = std::move(empty), .key = ""});
    return true;
  }

  bool Close() {
    Json value = std::move(levels_.back().value);
    levels_.pop_back();
    return Add(std::move(value));
  }

  bool Add(Json&& value) {
    if (levels_.empty()) {
      root_ = std::move(value);
    } else if (Level& level = levels_.back(); level.value.is_array()) {
      level.value.push_back(std::move(value));
    } else {
      level.value.emplace(std::move(level.key), std::move(value));
    }
    return true;
  }

  bool Fail(ReasonCode code, const std::string& what) {
    const std::string place = Place();
    failure_ = MakeReason(code).Because(place.empty() ? what : place + ": " + what);
    if (code == ReasonCode::kLimitExceeded) {
      failure_.texts["limit"] = "kCallDepth";
    }
    return false;
  }

  // Place names the value that is being read.
  [[nodiscard]] std::string Place() const {
    Path path("");
    for (const Level& level : levels_) {
      if (level.value.is_array()) {
        path.Append(level.value.size());
      } else if (!level.key.empty()) {
        path.Append(level.key);
      }
    }
    return path.Text();
  }

  std::vector<Level> levels_;
  Json root_;
  signet::Reason failure_;
};

}  // namespace

Result<Json> ParseJson(std::string_view text) {
  if (text.size() > limits::kCallJsonOctets) {
    return MakeReason(ReasonCode::kLimitExceeded)
        .With("limit", "kCallJsonOctets")
        .Because("the request has " + std::to_string(text.size()) + " octets");
  }
  // nlohmann's parser takes this octet for the end of the text, and would not look behind it.
  if (const std::size_t position = text.find('\0'); position != std::string_view::npos) {
    return MakeReason(ReasonCode::kInvalidRequest)
        .Because("not valid JSON (octet " + std::to_string(position + 1) + ')');
  }
  TreeBuilder builder;
  const bool complete = Json::sax_parse(text, &builder);
  return std::move(builder).Finish(complete);
}

std::string WriteJson(const Json& value) {
  return value.dump();
}

}  // namespace signet::idl
