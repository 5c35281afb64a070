#include "idl/reader.h"

#include <algorithm>
#include <cmath>

#include "idl/utf8.h"

namespace signet::idl {
namespace {

// ReadInteger accepts a JSON number without fraction that lies in [least, most]. A number written
// with a fraction or exponent ("1e3", "1.0") is a double to the parser; it is accepted if it is
// whole, because JSON.stringify chooses between the forms by size alone.
template <typename T>
void ReadInteger(const Json& json, Reader& reader, T& out, std::int64_t least, std::int64_t most) {
  std::int64_t value = 0;
  bool whole = false;
  if (json.is_number_unsigned()) {
    const auto wide = json.get<std::uint64_t>();
    whole = std::in_range<std::int64_t>(wide);
    value = whole ? static_cast<std::int64_t>(wide) : 0;
  } else if (json.is_number_integer()) {
    value = json.get<std::int64_t>();
    whole = true;
  } else if (json.is_number_float()) {
    const auto real = json.get<double>();
    whole = std::trunc(real) == real && std::abs(real) <= static_cast<double>(kSafeInteger);
    value = whole ? static_cast<std::int64_t>(real) : 0;
  } else {
    reader.Fail("expected a number");
    return;
  }
  if (!whole || value < least || value > most) {
    reader.Fail("expected an integer from " + std::to_string(least) + " to " +
                std::to_string(most));
    return;
  }
  out = static_cast<T>(value);
}

template <typename T>
void ReadNarrow(const Json& json, Reader& reader, T& out) {
  ReadInteger(json, reader, out, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
}

}  // namespace

void Reader::Fail(std::string_view what) {
  if (error_.empty()) {
    error_ = path_.Text() + ": ";
    error_ += what;
  }
}

ByteView Reader::TakeBuffer(std::uint64_t number) {
  if (number >= buffers_.size()) {
    Fail("there is no byte buffer " + std::to_string(number));
    return {};
  }
  if (taken_[number]) {
    Fail("the byte buffer " + std::to_string(number) + " is used twice");
    return {};
  }
  taken_[number] = true;
  return buffers_[number];
}

Result<void> Reader::Finish() {
  if (const auto left = std::ranges::find(taken_, false); left != taken_.end()) {
    Fail("the byte buffer " + std::to_string(left - taken_.begin()) + " is not used");
  }
  if (!IsOk()) {
    return MakeReason(ReasonCode::kInvalidRequest).Because(error_);
  }
  return {};
}

void Read(const Json& json, Reader& reader, bool& out) {
  if (!json.is_boolean()) {
    reader.Fail("expected true or false");
    return;
  }
  out = json.get<bool>();
}

void Read(const Json& json, Reader& reader, std::int32_t& out) {
  ReadNarrow(json, reader, out);
}

void Read(const Json& json, Reader& reader, std::uint32_t& out) {
  ReadNarrow(json, reader, out);
}

void Read(const Json& json, Reader& reader, std::int64_t& out) {
  ReadInteger(json, reader, out, -kSafeInteger, kSafeInteger);
}

void Read(const Json& json, Reader& reader, std::uint64_t& out) {
  ReadInteger(json, reader, out, 0, kSafeInteger);
}

void Read(const Json& json, Reader& reader, double& out) {
  if (!json.is_number() || !std::isfinite(json.get<double>())) {
    reader.Fail("expected a number");
    return;
  }
  out = json.get<double>();
}

void Read(const Json& json, Reader& reader, std::string& out) {
  if (!json.is_string()) {
    reader.Fail("expected a string");
    return;
  }
  out = json.get_ref<const std::string&>();
  if (!IsUtf8(out)) {
    reader.Fail("is not valid UTF-8");
  }
}

void Read(const Json& json, Reader& reader, ByteView& out) {
  std::uint32_t number = 0;
  if (!json.is_number()) {
    reader.Fail("expected the number of a byte buffer");
    return;
  }
  Read(json, reader, number);
  if (reader.IsOk()) {
    out = reader.TakeBuffer(number);
  }
}

void Read(const Json& json, Reader& reader, Buffer& out) {
  ByteView view;
  Read(json, reader, view);
  out = Buffer::Borrow(view);
}

ObjectReader::ObjectReader(const Json& json, Reader& reader) : json_(json), reader_(reader) {
  if (!json.is_object()) {
    reader.Fail("expected an object");
  }
}

const Json* ObjectReader::Find(std::string_view name) {
  if (!reader_.IsOk()) {
    return nullptr;
  }
  known_.push_back(name);
  const auto member = json_.find(name);
  return member == json_.end() ? nullptr : &*member;
}

void ObjectReader::Raw(std::string_view name, const Json*& out) {
  out = Find(name);
  if (out == nullptr && reader_.IsOk()) {
    const Path::Step step(reader_.CurrentPath(), name);
    reader_.Fail("is missing");
  }
}

void ObjectReader::Finish() {
  if (!reader_.IsOk()) {
    return;
  }
  for (const auto& [name, value] : json_.items()) {
    if (std::ranges::find(known_, std::string_view(name)) == known_.end()) {
      const Path::Step step(reader_.CurrentPath(), std::string_view(name));
      reader_.Fail("is not known");
      return;
    }
  }
}

}  // namespace signet::idl
