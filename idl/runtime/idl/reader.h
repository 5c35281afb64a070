// Reader: from JSON to the structs of the IDL, strictly. The generated code calls Read() for each
// type; what is wrong is said once, with its path: "judge.options.time: expected a number".
//
// Strictly means: no member that the IDL does not have, none missing that is required, no
// conversion between types, integers in their range, strings in UTF-8, and every byte buffer beside
// the JSON mentioned exactly once.
#ifndef SIGNET_IDL_READER_H_
#define SIGNET_IDL_READER_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "idl/buffer.h"
#include "idl/json.h"
#include "idl/path.h"

namespace signet::idl {

// The largest integer that a JavaScript number holds exactly, 2^53 - 1.
inline constexpr std::int64_t kSafeInteger = 9007199254740991;

// Reader holds what is common to the reading of one value: place, first error, byte buffers.
// Belongs to one call.
class Reader {
 public:
  // `root` begins every path; `buffers` lie beside the JSON and outlive what is read.
  Reader(std::string root, std::span<const ByteView> buffers)
      : path_(std::move(root)), buffers_(buffers), taken_(buffers.size(), false) {}

  [[nodiscard]] bool IsOk() const { return error_.empty(); }

  // Fail notes what is wrong at the present place. Only the first error is kept: those that follow
  // are mostly its consequences.
  void Fail(std::string_view what);

  // TakeBuffer gives the byte buffer with this number, once.
  [[nodiscard]] ByteView TakeBuffer(std::uint64_t number);

  // Finish ends the reading: `invalid-request` with the error as diagnostic, if there was one or
  // if a byte buffer was left over.
  [[nodiscard]] Result<void> Finish();

  [[nodiscard]] Path& CurrentPath() { return path_; }

 private:
  Path path_;
  std::span<const ByteView> buffers_;
  std::vector<bool> taken_;
  std::string error_;
};

void Read(const Json& json, Reader& reader, bool& out);
void Read(const Json& json, Reader& reader, std::int32_t& out);
void Read(const Json& json, Reader& reader, std::uint32_t& out);
void Read(const Json& json, Reader& reader, std::int64_t& out);   // within ±kSafeInteger
void Read(const Json& json, Reader& reader, std::uint64_t& out);  // up to kSafeInteger
void Read(const Json& json, Reader& reader, double& out);
void Read(const Json& json, Reader& reader, std::string& out);
void Read(const Json& json, Reader& reader, ByteView& out);
void Read(const Json& json, Reader& reader, Buffer& out);

// T?: null is nothing.
template <typename T>
void Read(const Json& json, Reader& reader, std::optional<T>& out) {
  if (json.is_null()) {
    out.reset();
  } else {
    Read(json, reader, out.emplace());
  }
}

// sequence<T>
template <typename T>
void Read(const Json& json, Reader& reader, std::vector<T>& out) {
  out.clear();
  if (!json.is_array()) {
    reader.Fail("expected an array");
    return;
  }
  out.reserve(json.size());
  for (const Json& element : json) {
    const Path::Step step(reader.CurrentPath(), out.size());
    T value{};
    Read(element, reader, value);
    if (!reader.IsOk()) {
      return;
    }
    out.push_back(std::move(value));
  }
}

// record<DOMString, T>
template <typename T>
void Read(const Json& json, Reader& reader, std::map<std::string, T>& out) {
  out.clear();
  if (!json.is_object()) {
    reader.Fail("expected an object");
    return;
  }
  for (const auto& [key, element] : json.items()) {
    const Path::Step step(reader.CurrentPath(), key);
    Read(element, reader, out[key]);
    if (!reader.IsOk()) {
      return;
    }
  }
}

// ReadEnumeration is Read() for an enumeration: `from_string` and `expected` are generated.
template <typename Enumeration>
void ReadEnumeration(const Json& json, Reader& reader, Enumeration& out,
                     std::optional<Enumeration> (*from_string)(std::string_view),
                     std::string_view expected) {
  std::string word;
  Read(json, reader, word);
  if (!reader.IsOk()) {
    return;
  }
  if (const auto value = from_string(word)) {
    out = *value;
  } else {
    reader.Fail("expected " + std::string(expected));
  }
}

// ObjectReader reads the members of a dictionary, or the arguments of an operation, by name.
class ObjectReader {
 public:
  // `json` and `reader` outlive this.
  ObjectReader(const Json& json, Reader& reader);

  // Required reads a member that must be there.
  template <typename T>
  void Required(std::string_view name, T& out) {
    if (const Json* member = Find(name); member != nullptr) {
      ReadMember(name, *member, out);
    } else if (reader_.IsOk()) {
      const Path::Step step(reader_.CurrentPath(), name);
      reader_.Fail("is missing");
    }
  }

  // Defaulted leaves `out` at its default if the member is absent.
  template <typename T>
  void Defaulted(std::string_view name, T& out) {
    if (const Json* member = Find(name); member != nullptr) {
      ReadMember(name, *member, out);
    }
  }

  // Optional leaves `out` empty if the member is absent; null is not a value.
  template <typename T>
  void Optional(std::string_view name, std::optional<T>& out) {
    if (const Json* member = Find(name); member != nullptr) {
      ReadMember(name, *member, out.emplace());
    }
  }

  // Raw gives a member that must be there as it is; `out` points into the object.
  void Raw(std::string_view name, const Json*& out);

  // Finish fails if the object has a member that was not asked for.
  void Finish();

 private:
  [[nodiscard]] const Json* Find(std::string_view name);

  template <typename T>
  void ReadMember(std::string_view name, const Json& member, T& out) {
    const Path::Step step(reader_.CurrentPath(), name);
    Read(member, reader_, out);
  }

  const Json& json_;
  Reader& reader_;
  std::vector<std::string_view> known_;
};

}  // namespace signet::idl

#endif  // SIGNET_IDL_READER_H_
