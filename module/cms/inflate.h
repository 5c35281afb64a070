// Inflate: zlib's format (RFC 1950) that arrives in pieces, with bounded expansion.
#ifndef SIGNET_CMS_INFLATE_H_
#define SIGNET_CMS_INFLATE_H_

#include <cstdint>
#include <functional>
#include <memory>

#include "base/bytes.h"
#include "base/result.h"

// zlib's z_stream.
struct z_stream_s;

namespace signet::cms {

// Inflate decompresses to a function that takes the next octets. One thread at a time.
class Inflate {
 public:
  using Sink = std::function<Result<void>(ByteView)>;

  // Begin fails with out-of-memory.
  [[nodiscard]] static Result<Inflate> Begin(Sink sink);

  // Push reads the next compressed octets. Reasons: malformed; limit-exceeded (kDecompressedOctets,
  // and kDecompressionRatio for all that came so far); those of the sink.
  [[nodiscard]] Result<void> Push(ByteView octets);
  // Finish fails where the compressed data is not complete.
  [[nodiscard]] Result<void> Finish() const;

  // Octets that came out.
  [[nodiscard]] std::uint64_t octets() const { return out_; }

 private:
  struct End {
    void operator()(z_stream_s* stream) const noexcept;
  };

  Inflate(std::unique_ptr<z_stream_s, End> stream, Sink sink)
      : stream_(std::move(stream)), sink_(std::move(sink)), buffer_(kBufferOctets) {}

  static constexpr std::size_t kBufferOctets = std::size_t{64} << 10U;

  // zlib keeps a pointer to it: it must not move.
  std::unique_ptr<z_stream_s, End> stream_;
  Sink sink_;
  Bytes buffer_;
  std::uint64_t out_ = 0;
  bool ended_ = false;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_INFLATE_H_
