#include "asn1/ber_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace signet::asn1 {
namespace {

constexpr std::uint32_t kOctetStringTag = 4;

Reason MalformedAt(std::uint64_t offset, std::string diagnostic) {
  return Malformed("byte " + std::to_string(offset), std::move(diagnostic));
}

Reason LimitExceeded(std::string_view limit, std::uint64_t offset) {
  return MakeReason(ReasonCode::kLimitExceeded)
      .With("limit", std::string(limit))
      .At("byte " + std::to_string(offset));
}

}  // namespace

Result<void> BerReader::Push(ByteView octets) {
  if (failure_) {
    return std::unexpected(*failure_);
  }
  Result<void> result = Run(octets);
  if (!result) {
    failure_ = result.error();
  }
  return result;
}

Result<void> BerReader::Finish() const {
  if (failure_) {
    return std::unexpected(*failure_);
  }
  if (!complete_) {
    return MalformedAt(offset_, "the object ends early");
  }
  return {};
}

Result<void> BerReader::Run(ByteView octets) {
  while (!octets.empty()) {
    if (complete_) {
      trailing_ += octets.size();
      return {};
    }
    if (in_body_) {
      SIGNET_TRY(TakeBody(octets));
      continue;
    }
    SIGNET_ASSIGN(const bool has_header, TakeHeader(octets));
    if (has_header) {
      SIGNET_TRY(StartElement());
    }
  }
  return {};
}

Result<void> BerReader::TakeBody(ByteView& octets) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(body_left_, octets.size()));
  const ByteView piece = octets.first(count);
  octets = octets.subspan(count);
  offset_ += count;
  body_left_ -= count;
  if (body_mode_ == Mode::kCollect) {
    SIGNET_TRY(Collect(piece));
  } else if (body_mode_ == Mode::kStream && !piece.empty()) {
    SIGNET_TRY(handler_->OnChunk(body_element_, piece));
  }
  if (body_left_ == 0) {
    in_body_ = false;
    SIGNET_TRY(EndBody());
    return CloseFrames();
  }
  return {};
}

// Takes octets until a header is complete; true when it is (in header_).
Result<bool> BerReader::TakeHeader(ByteView& octets) {
  BerElement probe;
  while (!octets.empty()) {
    if (offset_ >= Bound()) {
      return MalformedAt(offset_, "an element reaches past the end of the one around it");
    }
    header_[header_size_++] = octets.front();
    octets = octets.subspan(1);
    ++offset_;
    switch (ParseBerHeader(ByteView(header_).first(header_size_), probe)) {
      case BerHeaderState::kComplete:
        return true;
      case BerHeaderState::kInvalid:
        return MalformedAt(offset_ - header_size_, "a tag or length has too many octets");
      case BerHeaderState::kIncomplete:
        break;
    }
  }
  return false;
}

Result<void> BerReader::StartElement() {
  BerElement element;
  if (ParseBerHeader(ByteView(header_).first(header_size_), element) != BerHeaderState::kComplete) {
    return MakeReason(ReasonCode::kInternal).Because("BerReader: no header");
  }
  header_size_ = 0;
  element.offset = offset_ - element.header_octets;
  element.depth = frames_.size();
  if (element.number == 0 && (element.identifier & 0xC0U) == 0) {
    if (element.identifier != 0 || element.length != 0 || element.header_octets != 2) {
      return MalformedAt(element.offset, "universal tag 0");
    }
    return EndOfContents();
  }
  if (!element.length && !element.IsConstructed()) {
    return MalformedAt(element.offset, "a primitive element without length");
  }
  const std::uint64_t bound = Bound();
  std::uint64_t end = bound;
  if (element.length) {
    if (*element.length > bound - offset_) {
      return MalformedAt(element.offset, "an element reaches past the end of the one around it");
    }
    end = offset_ + *element.length;
  }
  if (frames_.empty() || frames_.back().mode == Mode::kEnter) {
    return StartReported(element, end);
  }
  return StartInside(element, end);
}

// An element whose parent was entered: the handler decides.
Result<void> BerReader::StartReported(const BerElement& element, std::uint64_t end) {
  SIGNET_ASSIGN(const BerTake take, handler_->OnElement(element));
  switch (take) {
    case BerTake::kEnter:
      if (!element.IsConstructed()) {
        return MalformedAt(element.offset, "primitive where it must be constructed");
      }
      SIGNET_TRY(OpenFrame(element, Mode::kEnter, end, true));
      return CloseFrames();
    case BerTake::kStream:
      if (element.IsConstructed()) {
        SIGNET_TRY(OpenFrame(element, Mode::kStream, end, true));
        return CloseFrames();
      }
      return StartBody(element, Mode::kStream, true);
    case BerTake::kCollect:
      if (element.length && *element.length > limits_.value_octets) {
        return LimitExceeded("kAsn1ValueOctets", element.offset);
      }
      collected_.clear();
      SIGNET_TRY(Collect(ByteView(header_).first(element.header_octets)));
      if (!element.length) {
        return OpenFrame(element, Mode::kCollect, end, true);
      }
      return StartBody(element, Mode::kCollect, true);
    case BerTake::kSkip:
      if (!element.length) {
        return OpenFrame(element, Mode::kSkip, end, true);
      }
      return StartBody(element, Mode::kSkip, true);
  }
  return {};
}

// An element inside of one that is collected, skipped or streamed.
Result<void> BerReader::StartInside(const BerElement& element, std::uint64_t end) {
  const Mode mode = frames_.back().mode;
  if (mode == Mode::kStream) {
    // X.690, 8.7.3.2: the segments of an OCTET STRING are OCTET STRINGs.
    if (!element.IsUniversal(kOctetStringTag)) {
      return MalformedAt(element.offset, "a string segment that is no OCTET STRING");
    }
    if (element.IsConstructed()) {
      SIGNET_TRY(OpenFrame(element, mode, end, false));
      return CloseFrames();
    }
    return StartBody(element, mode, false);
  }
  if (mode == Mode::kCollect) {
    if (element.length && *element.length > limits_.value_octets) {
      return LimitExceeded("kAsn1ValueOctets", element.offset);
    }
    SIGNET_TRY(Collect(ByteView(header_).first(element.header_octets)));
  }
  if (!element.length) {
    return OpenFrame(element, mode, end, false);
  }
  return StartBody(element, mode, false);
}

Result<void> BerReader::OpenFrame(const BerElement& element, Mode mode, std::uint64_t bound,
                                  bool is_root) {
  if (frames_.size() >= limits_.depth) {
    return LimitExceeded("kAsn1Depth", element.offset);
  }
  frames_.push_back({element, mode, bound, is_root});
  return {};
}

Result<void> BerReader::StartBody(const BerElement& element, Mode mode, bool is_root) {
  body_mode_ = mode;
  body_is_root_ = is_root;
  body_left_ = element.length.value_or(0);
  // Chunks carry the element that the handler asked to stream, not its segment.
  if (is_root) {
    body_element_ = element;
  } else {
    const auto root = std::find_if(frames_.rbegin(), frames_.rend(),
                                   [](const Frame& frame) { return frame.is_root; });
    body_element_ = root->element;
  }
  if (body_left_ == 0) {
    SIGNET_TRY(EndBody());
    return CloseFrames();
  }
  in_body_ = true;
  return {};
}

// The content of a primitive or counted element has been read.
Result<void> BerReader::EndBody() {
  if (!body_is_root_) {
    return {};
  }
  if (body_mode_ == Mode::kCollect) {
    Result<void> result = handler_->OnValue(body_element_, collected_);
    collected_.clear();
    return result;
  }
  if (body_mode_ == Mode::kStream) {
    return handler_->OnEnd(body_element_);
  }
  return {};
}

Result<void> BerReader::EndOfContents() {
  if (frames_.empty() || frames_.back().element.length) {
    return MalformedAt(offset_ - 2, "end-of-contents outside of an indefinite length");
  }
  if (frames_.back().mode == Mode::kCollect) {
    static constexpr std::array<std::uint8_t, 2> kEndOfContents = {0, 0};
    SIGNET_TRY(Collect(kEndOfContents));
  }
  SIGNET_TRY(CloseTop());
  return CloseFrames();
}

// Closes the innermost frame.
Result<void> BerReader::CloseTop() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (!frame.is_root) {
    return {};
  }
  switch (frame.mode) {
    case Mode::kEnter:
    case Mode::kStream:
      return handler_->OnEnd(frame.element);
    case Mode::kCollect: {
      Result<void> result = handler_->OnValue(frame.element, collected_);
      collected_.clear();
      return result;
    }
    case Mode::kSkip:
      break;
  }
  return {};
}

// Closes the frames of definite length that end here, and notices the end of the outermost element.
Result<void> BerReader::CloseFrames() {
  while (!frames_.empty() && frames_.back().element.length && frames_.back().bound == offset_) {
    SIGNET_TRY(CloseTop());
  }
  complete_ = frames_.empty() && !in_body_;
  return {};
}

Result<void> BerReader::Collect(ByteView octets) {
  if (octets.size() > limits_.value_octets - std::min(limits_.value_octets, collected_.size())) {
    return LimitExceeded("kAsn1ValueOctets", offset_);
  }
  collected_total_ += octets.size();
  if (collected_total_ > limits_.collected_octets) {
    return LimitExceeded("kCmsOverheadOctets", offset_);
  }
  collected_.insert(collected_.end(), octets.begin(), octets.end());
  return {};
}

// One past the last octet that the next element may reach.
std::uint64_t BerReader::Bound() const {
  return frames_.empty() ? UINT64_MAX : frames_.back().bound;
}

}  // namespace signet::asn1
