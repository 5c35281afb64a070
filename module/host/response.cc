#include "host/response.h"

#include <utility>

#include "base/bytes.h"
#include "host/reason_json.h"
#include "idl/json.h"

namespace signet::host {

Response::Response(Result<idl::Answer> result) {
  idl::Json json = idl::Json::object();
  if (result) {
    json["value"] = std::move(result->value);
    buffers_ = std::move(result->buffers);
  } else {
    json["error"] = ReasonJson(result.error());
  }
  text_ = idl::WriteJson(json);
  json_ = text_;
  views_.reserve(buffers_.size());
  for (const idl::Buffer& buffer : buffers_) {
    const ByteView view = buffer.View();
    views_.push_back({.data = view.data(), .size = view.size()});
  }
}

Response::Response(std::string_view constant_json) noexcept : json_(constant_json) {}

signet_answer Response::View() const noexcept {
  const ByteView octets = AsBytes(json_);
  return {.json = {.data = octets.data(), .size = octets.size()},
          .buffers = views_.data(),
          .buffer_count = views_.size()};
}

}  // namespace signet::host
