#include "cms/inflate.h"

#define ZLIB_CONST  // next_in is const then
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "base/limits.h"

namespace signet::cms {

void Inflate::End::operator()(z_stream_s* stream) const noexcept {
  inflateEnd(stream);
  const std::unique_ptr<z_stream> owned(stream);
}

Result<Inflate> Inflate::Begin(Sink sink) {
  auto stream = std::make_unique<z_stream>();
  if (inflateInit(stream.get()) != Z_OK) {
    return MakeReason(ReasonCode::kOutOfMemory).Because("inflateInit");
  }
  return Inflate(std::unique_ptr<z_stream, End>(stream.release()), std::move(sink));
}

Result<void> Inflate::Push(ByteView octets) {
  // Lengths of zlib are 32 bits wide.
  while (octets.size() > std::numeric_limits<uInt>::max()) {
    SIGNET_TRY(Push(octets.first(std::numeric_limits<uInt>::max())));
    octets = octets.subspan(std::numeric_limits<uInt>::max());
  }
  stream_->next_in = octets.data();
  stream_->avail_in = static_cast<uInt>(octets.size());
  while (true) {
    if (ended_) {
      if (stream_->avail_in > 0) {
        return Malformed("compressed data", "octets after the end");
      }
      return {};
    }
    stream_->next_out = buffer_.data();
    stream_->avail_out = static_cast<uInt>(buffer_.size());
    const int status = inflate(stream_.get(), Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      return Malformed("compressed data", "not in zlib's format");
    }
    ended_ = status == Z_STREAM_END;
    const std::size_t produced = buffer_.size() - stream_->avail_out;
    out_ += produced;
    if (out_ > limits::kDecompressedOctets) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kDecompressedOctets");
    }
    if (produced > 0) {
      SIGNET_TRY(sink_(ByteView(buffer_).first(produced)));
    }
    if (!ended_ && stream_->avail_in == 0 && stream_->avail_out > 0) {
      return {};
    }
  }
}

Result<void> Inflate::Finish() const {
  if (!ended_) {
    return Malformed("compressed data", "ends early");
  }
  return {};
}

}  // namespace signet::cms
