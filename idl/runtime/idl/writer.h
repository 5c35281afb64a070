// Writer: from the structs of the IDL to JSON and the byte buffers beside it. What cannot be
// written (a number that is not finite or not exact in JavaScript, a text that is not UTF-8) is an
// error with its path, for it would be one on the other side.
#ifndef SIGNET_IDL_WRITER_H_
#define SIGNET_IDL_WRITER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "idl/buffer.h"
#include "idl/json.h"
#include "idl/path.h"

namespace signet::idl {

// Writer holds what is common to the writing of one value: place, first error, byte buffers.
class Writer {
 public:
  explicit Writer(std::string root) : path_(std::move(root)) {}

  [[nodiscard]] bool IsOk() const { return error_.empty(); }
  void Fail(std::string_view what);

  // AddBuffer puts octets beside the JSON and gives their number.
  [[nodiscard]] std::uint64_t AddBuffer(const Buffer& buffer);

  // Finish ends the writing: the buffers in the order of their numbers, or `internal` with the
  // error as diagnostic.
  [[nodiscard]] Result<std::vector<Buffer>> Finish() &&;

  [[nodiscard]] Path& CurrentPath() { return path_; }

 private:
  Path path_;
  std::vector<Buffer> buffers_;
  std::string error_;
};

void Write(bool value, Writer& writer, Json& out);
void Write(std::int32_t value, Writer& writer, Json& out);
void Write(std::uint32_t value, Writer& writer, Json& out);
void Write(std::int64_t value, Writer& writer, Json& out);
void Write(std::uint64_t value, Writer& writer, Json& out);
void Write(double value, Writer& writer, Json& out);
void Write(const std::string& value, Writer& writer, Json& out);
void Write(const Buffer& value, Writer& writer, Json& out);

// T?
template <typename T>
void Write(const std::optional<T>& value, Writer& writer, Json& out) {
  if (value) {
    Write(*value, writer, out);
  } else {
    out = nullptr;
  }
}

// sequence<T>
template <typename T>
void Write(const std::vector<T>& value, Writer& writer, Json& out) {
  out = Json::array();
  for (const T& element : value) {
    const Path::Step step(writer.CurrentPath(), out.size());
    out.emplace_back();
    Write(element, writer, out.back());
  }
}

// record<DOMString, T>
template <typename T>
void Write(const std::map<std::string, T>& value, Writer& writer, Json& out) {
  out = Json::object();
  for (const auto& [key, element] : value) {
    const Path::Step step(writer.CurrentPath(), key);
    Json name;
    Write(key, writer, name);
    Write(element, writer, out[key]);
  }
}

// ObjectWriter writes the members of a dictionary.
class ObjectWriter {
 public:
  // `writer` and `out` outlive this.
  ObjectWriter(Writer& writer, Json& out) : writer_(writer), out_(out) { out = Json::object(); }

  template <typename T>
  void Member(const char* name, const T& value) {
    const Path::Step step(writer_.CurrentPath(), std::string_view(name));
    Write(value, writer_, out_[name]);
  }

  // Optional leaves the member out if it is empty.
  template <typename T>
  void Optional(const char* name, const std::optional<T>& value) {
    if (value) {
      Member(name, *value);
    }
  }

 private:
  Writer& writer_;
  Json& out_;
};

}  // namespace signet::idl

#endif  // SIGNET_IDL_WRITER_H_
