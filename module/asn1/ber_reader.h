// BerReader: reads BER (ITU-T X.690, section 8) that arrives in pieces, in bounded memory.
//
// CMS objects come from strangers, may be larger than memory, and are written in any BER form:
// indefinite lengths, strings cut into segments, lengths with more octets than needed. The reader
// is fed octets in pieces of any size and reports elements to a BerHandler, which decides for each
// element what it wants: its children one by one, its complete octets, or its content streamed. The
// events do not depend on how the octets were cut (only OnChunk may come in other pieces).
//
// Nothing here recurses; nesting, the size of a collected element and the sum of all of them are
// limited (base/limits.h), and memory grows with the octets that came, never with a length that
// was merely announced.
//
// The reader knows tags and lengths only. What is small is collected and then read strictly with
// DerReader, after BerToDer (asn1/ber_to_der.h) where the sender did not write DER.
#ifndef SIGNET_ASN1_BER_READER_H_
#define SIGNET_ASN1_BER_READER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "asn1/ber_header.h"
#include "base/bytes.h"
#include "base/limits.h"
#include "base/result.h"

namespace signet::asn1 {

// What the handler wants of an element.
enum class BerTake : std::uint8_t {
  // Its children reported one by one, then OnEnd. For constructed elements only; a primitive one
  // answered so is malformed.
  kEnter,
  // All its octets, header included, in one OnValue.
  kCollect,
  // It is an OCTET STRING, of whatever tag: its content in OnChunk pieces, segments joined (X.690,
  // 8.7), then OnEnd.
  kStream,
  // Nothing.
  kSkip,
};

// BerHandler is told what is in the input. An error that it returns ends the reading and is
// returned from BerReader::Push.
class BerHandler {
 public:
  BerHandler() = default;
  BerHandler(const BerHandler&) = delete;
  BerHandler& operator=(const BerHandler&) = delete;
  BerHandler(BerHandler&&) = delete;
  BerHandler& operator=(BerHandler&&) = delete;
  virtual ~BerHandler() = default;

  // OnElement is called at the header of each element whose parent was entered.
  virtual Result<BerTake> OnElement(const BerElement& element) = 0;
  // OnValue delivers a collected element; `octets` is valid during the call.
  virtual Result<void> OnValue(const BerElement& element, ByteView octets) = 0;
  // OnChunk delivers content of the streamed element; never empty; valid during the call.
  virtual Result<void> OnChunk(const BerElement& element, ByteView octets) = 0;
  // OnEnd closes an entered or streamed element.
  virtual Result<void> OnEnd(const BerElement& element) = 0;
};

// BerReader reads one outermost element. Not thread-safe; one reader belongs to one thread at a
// time.
class BerReader {
 public:
  struct Limits {
    std::size_t depth = limits::kAsn1Depth;
    std::size_t value_octets = limits::kAsn1ValueOctets;
    std::size_t collected_octets = limits::kCmsOverheadOctets;
  };

  // The handler is not owned and outlives the reader.
  explicit BerReader(BerHandler& handler) : BerReader(handler, Limits{}) {}
  BerReader(BerHandler& handler, Limits limits) : handler_(&handler), limits_(limits) {}

  // Push reads the next octets. What follows the outermost element is counted and left alone. After
  // an error every further Push returns the same error.
  [[nodiscard]] Result<void> Push(ByteView octets);

  // Finish fails if the outermost element is not complete.
  [[nodiscard]] Result<void> Finish() const;

  // IsComplete is true once the outermost element has ended.
  [[nodiscard]] bool IsComplete() const { return complete_; }
  // Octets read so far, up to the end of the outermost element.
  [[nodiscard]] std::uint64_t Offset() const { return offset_; }
  // Octets that came after the outermost element.
  [[nodiscard]] std::uint64_t TrailingOctets() const { return trailing_; }

 private:
  enum class Mode : std::uint8_t { kEnter, kCollect, kStream, kSkip };

  // A constructed element that is open. Inside of a collected or skipped element only those of
  // indefinite length are frames: everything else is counted through.
  struct Frame {
    BerElement element;
    Mode mode = Mode::kEnter;
    // One past the last octet that it may reach.
    std::uint64_t bound = 0;
    // The element that the handler answered for; events carry it.
    bool is_root = false;
  };

  [[nodiscard]] Result<void> Run(ByteView octets);
  [[nodiscard]] Result<void> TakeBody(ByteView& octets);
  [[nodiscard]] Result<bool> TakeHeader(ByteView& octets);
  [[nodiscard]] Result<void> StartElement();
  [[nodiscard]] Result<void> StartReported(const BerElement& element, std::uint64_t end);
  [[nodiscard]] Result<void> StartInside(const BerElement& element, std::uint64_t end);
  [[nodiscard]] Result<void> OpenFrame(const BerElement& element, Mode mode, std::uint64_t bound,
                                       bool is_root);
  [[nodiscard]] Result<void> StartBody(const BerElement& element, Mode mode, bool is_root);
  [[nodiscard]] Result<void> EndBody();
  [[nodiscard]] Result<void> EndOfContents();
  [[nodiscard]] Result<void> CloseFrames();
  [[nodiscard]] Result<void> CloseTop();
  [[nodiscard]] Result<void> Collect(ByteView octets);
  [[nodiscard]] std::uint64_t Bound() const;

  BerHandler* handler_;
  Limits limits_;
  std::vector<Frame> frames_;
  // The header that is being read.
  std::array<std::uint8_t, kBerHeaderOctets> header_{};
  std::size_t header_size_ = 0;
  // Content octets that are still to come of the element that is not a frame.
  std::uint64_t body_left_ = 0;
  bool in_body_ = false;
  Mode body_mode_ = Mode::kSkip;
  BerElement body_element_;
  bool body_is_root_ = false;
  Bytes collected_;
  std::uint64_t collected_total_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t trailing_ = 0;
  bool complete_ = false;
  std::optional<Reason> failure_;
};

}  // namespace signet::asn1

#endif  // SIGNET_ASN1_BER_READER_H_
