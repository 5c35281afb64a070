#include "idl/writer.h"

#include <cmath>

#include "idl/reader.h"
#include "idl/utf8.h"

namespace signet::idl {

void Writer::Fail(std::string_view what) {
  if (error_.empty()) {
    error_ = path_.Text() + ": ";
    error_ += what;
  }
}

std::uint64_t Writer::AddBuffer(const Buffer& buffer) {
  buffers_.push_back(buffer);
  return buffers_.size() - 1;
}

Result<std::vector<Buffer>> Writer::Finish() && {
  if (!IsOk()) {
    return MakeReason(ReasonCode::kInternal).Because(error_);
  }
  return std::move(buffers_);
}

void Write(bool value, Writer& /*writer*/, Json& out) {
  out = value;
}

void Write(std::int32_t value, Writer& /*writer*/, Json& out) {
  out = value;
}

void Write(std::uint32_t value, Writer& /*writer*/, Json& out) {
  out = value;
}

void Write(std::int64_t value, Writer& writer, Json& out) {
  if (value < -kSafeInteger || value > kSafeInteger) {
    writer.Fail("the integer is too large for JavaScript");
  }
  out = value;
}

void Write(std::uint64_t value, Writer& writer, Json& out) {
  if (std::cmp_greater(value, kSafeInteger)) {
    writer.Fail("the integer is too large for JavaScript");
  }
  out = value;
}

void Write(double value, Writer& writer, Json& out) {
  if (!std::isfinite(value)) {
    writer.Fail("the number is not finite");
  }
  out = value;
}

void Write(const std::string& value, Writer& writer, Json& out) {
  if (!IsUtf8(value)) {
    writer.Fail("is not valid UTF-8");
  }
  out = value;
}

void Write(const Buffer& value, Writer& writer, Json& out) {
  out = writer.AddBuffer(value);
}

}  // namespace signet::idl
