#include "pkix/crl_entries.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <iterator>

#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "pkix/extensions.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;
using asn1::DerReader;

constexpr std::size_t kStride = 64;
// An index takes as long as so many questions that are answered without one.
constexpr unsigned kQuestionsWithoutIndex = 8;

// The extensions of nearly every entry that has some: a reasonCode, up to its last octet.
constexpr std::array<std::uint8_t, 13> kReasonCodeOnly{0x30, 0x0c, 0x30, 0x0a, 0x06, 0x03, 0x55,
                                                       0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01};

// The frame of one entry.
struct Frame {
  ByteView serial;
  ByteView extensions;  // complete, or empty
  std::size_t size = 0;
};

// Reads a header with a definite length in its shortest form; 0 octets of header: not well formed.
struct Header {
  std::size_t header = 0;
  std::size_t length = 0;
};

Header ReadHeader(ByteView octets, std::uint8_t tag) {
  if (octets.size() < 2 || octets[0] != tag) {
    return {};
  }
  if (octets[1] < 0x80) {
    return octets.size() - 2 >= octets[1] ? Header{.header = 2, .length = octets[1]} : Header{};
  }
  // Entries of more than 127 octets are rare; the general reader knows the rules.
  DerReader reader(octets);
  const auto element = reader.ReadElement(tag);
  return element ? Header{.header = element->der.size() - element->content.size(),
                          .length = element->content.size()}
                 : Header{};
}

// Nearly every entry: all lengths below 128, and not at the very end, so that every octet of it may
// be looked at. Gives false where the general way has to decide.
bool ReadShortFrame(ByteView octets, Frame& frame) {
  constexpr std::size_t kLongest = 2 + 0x7f;
  if (octets.size() < kLongest + 2 || octets[0] != asn1::kSequence || octets[1] >= 0x80 ||
      octets[2] != asn1::kInteger) {
    return false;
  }
  const std::size_t end = 2 + std::size_t{octets[1]};
  const std::size_t serial = octets[3];
  const std::size_t time = 4 + serial;
  if (serial == 0 || time + 2 > end ||
      (octets[time] != asn1::kUtcTime && octets[time] != asn1::kGeneralizedTime)) {
    return false;
  }
  const std::size_t extensions = time + 2 + octets[time + 1];
  if (octets[time + 1] >= 0x80 || extensions > end) {
    return false;
  }
  frame = {.serial = octets.subspan(4, serial),
           .extensions = octets.subspan(extensions, end - extensions),
           .size = end};
  return true;
}

// Entry ::= SEQUENCE { userCertificate INTEGER, revocationDate Time, crlEntryExtensions OPTIONAL }.
// The fields themselves are read when the entry is asked for.
std::optional<Frame> ReadFrame(ByteView octets) {
  if (Frame short_one; ReadShortFrame(octets, short_one)) {
    return short_one;
  }
  const Header outer = ReadHeader(octets, asn1::kSequence);
  if (outer.header == 0) {
    return std::nullopt;
  }
  ByteView rest = octets.subspan(outer.header, outer.length);
  const Header serial = ReadHeader(rest, asn1::kInteger);
  if (serial.header == 0 || serial.length == 0) {
    return std::nullopt;
  }
  Frame frame{.serial = rest.subspan(serial.header, serial.length),
              .extensions = {},
              .size = outer.header + outer.length};
  rest = rest.subspan(serial.header + serial.length);
  if (rest.empty()) {
    return std::nullopt;
  }
  const Header time =
      ReadHeader(rest, rest[0] == asn1::kUtcTime ? asn1::kUtcTime : asn1::kGeneralizedTime);
  if (time.header == 0) {
    return std::nullopt;
  }
  frame.extensions = rest.subspan(time.header + time.length);
  return frame;
}

// The order in which entries are searched: by length, then octet by octet. Among positive numbers
// in their shortest form that is the order of the numbers.
std::strong_ordering Compare(ByteView a, ByteView b) {
  if (a.size() != b.size()) {
    return a.size() <=> b.size();
  }
  return AsText(a) <=> AsText(b);
}

// The last eight octets: random in most serial numbers, different in counted ones.
std::uint64_t KeyOf(ByteView serial) {
  std::uint64_t key = serial.size();
  for (const std::uint8_t octet : serial.last(std::min<std::size_t>(serial.size(), 8))) {
    key = (key << 8U) | octet;
  }
  return key;
}

// The directory names among GeneralNames.
Result<std::vector<GeneralName>> ReadCertificateIssuer(DerReader reader) {
  SIGNET_ASSIGN(const DerReader names, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  return ReadGeneralNames(names);
}

}  // namespace

Result<void> CrlEntries::Scan(ByteView content, std::size_t offset) {
  content_ = content;
  offset_ = offset;
  ByteView previous;
  std::size_t place = 0;
  while (place < content.size()) {
    const auto frame = ReadFrame(content.subspan(place));
    if (!frame) {
      return Malformed("byte " + std::to_string(offset + place), "not an entry of a CRL");
    }
    if (count_ % kStride == 0) {
      places_.push_back(static_cast<std::uint32_t>(place));
    }
    sorted_ = sorted_ && (count_ == 0 || Compare(previous, frame->serial) <= 0);
    if (!frame->extensions.empty()) {
      SIGNET_TRY(ScanExtensions(frame->extensions, place));
    }
    previous = frame->serial;
    place += frame->size;
    ++count_;
  }
  return {};
}

Result<void> CrlEntries::ScanExtensions(ByteView octets, std::size_t place) {
  if (octets.size() == kReasonCodeOnly.size() + 1 &&
      std::ranges::equal(octets.first(kReasonCodeOnly.size()), kReasonCodeOnly)) {
    return {};
  }
  DerReader reader(octets, offset_ + place);
  SIGNET_ASSIGN(const std::vector<Extension> extensions, ReadExtensionList(reader));
  SIGNET_TRY(reader.Finish());
  for (const Extension& extension : extensions) {
    if (extension.oid == oid::kCertificateIssuer) {
      has_certificate_issuers_ = true;
    } else if (extension.critical && extension.oid != oid::kReasonCode &&
               extension.oid != oid::kInvalidityDate && extension.oid != oid::kHoldInstruction) {
      unknown_critical_ = DottedText(extension.oid);
    }
  }
  return {};
}

Result<std::optional<CrlEntry>> CrlEntries::Find(ByteView serial, const Name& issuer,
                                                 const Name& crl_issuer) const {
  if (has_certificate_issuers_) {
    return FindOfIssuer(serial, issuer, crl_issuer);
  }
  if (!(issuer == crl_issuer)) {
    return std::optional<CrlEntry>{};
  }
  std::optional<std::size_t> place;
  if (sorted_) {
    place = FindSorted(serial);
  } else if (questions_.fetch_add(1, std::memory_order_relaxed) < kQuestionsWithoutIndex) {
    place = FindUnsorted(serial);
  } else {
    place = FindIndexed(serial);
  }
  if (!place) {
    return std::optional<CrlEntry>{};
  }
  SIGNET_ASSIGN(const CrlEntry entry, Read(*place));
  return std::optional{entry};
}

std::optional<std::size_t> CrlEntries::FindSorted(ByteView serial) const {
  // The last marked entry that is not above it. Places are of entries that Scan has read.
  const auto after = std::ranges::upper_bound(
      places_, serial, [](ByteView a, ByteView b) { return Compare(a, b) < 0; },
      [this](std::uint32_t place) { return ReadFrame(content_.subspan(place))->serial; });
  if (after == places_.begin()) {
    return std::nullopt;
  }
  std::size_t place = *std::prev(after);
  for (std::size_t i = 0; i < kStride && place < content_.size(); ++i) {
    const auto frame = ReadFrame(content_.subspan(place));
    const auto order = Compare(frame->serial, serial);
    if (order == 0) {
      return place;
    }
    if (order > 0) {
      return std::nullopt;
    }
    place += frame->size;
  }
  return std::nullopt;
}

std::optional<std::size_t> CrlEntries::FindLinear(ByteView serial, std::size_t place,
                                                  std::size_t end) const {
  while (place < end) {
    const auto frame = ReadFrame(content_.subspan(place));
    if (Equal(frame->serial, serial)) {
      return place;
    }
    place += frame->size;
  }
  return std::nullopt;
}

// The INTEGER is looked for octet by octet, which takes a fraction of the time of going from entry
// to entry; where it occurs, the entries between two marks are read. What begins before a mark is
// no serial number after it, so that none is passed over and none is read twice.
std::optional<std::size_t> CrlEntries::FindUnsorted(ByteView serial) const {
  constexpr std::size_t kShortLength = 0x7f;
  if (serial.size() > kShortLength) {
    return FindLinear(serial, 0, content_.size());
  }
  Bytes integer{asn1::kInteger, static_cast<std::uint8_t>(serial.size())};
  integer.insert(integer.end(), serial.begin(), serial.end());
  std::size_t from = 0;
  while (from < content_.size()) {
    const ByteView rest = content_.subspan(from);
    const void* const hit = memmem(rest.data(), rest.size(), integer.data(), integer.size());
    if (hit == nullptr) {
      return std::nullopt;
    }
    const std::size_t at =
        from + static_cast<std::size_t>(static_cast<const std::uint8_t*>(hit) - rest.data());
    const auto after = std::ranges::upper_bound(places_, at);
    from = after == places_.end() ? content_.size() : *after;
    if (const auto place = FindLinear(serial, *std::prev(after), from)) {
      return place;
    }
  }
  return std::nullopt;
}

void CrlEntries::BuildIndex() const {
  index_.reserve(count_);
  std::size_t place = 0;
  while (place < content_.size()) {
    const auto frame = ReadFrame(content_.subspan(place));
    index_.push_back({.key = KeyOf(frame->serial), .place = static_cast<std::uint32_t>(place)});
    place += frame->size;
  }
  std::ranges::sort(index_, {}, &Indexed::key);
}

std::optional<std::size_t> CrlEntries::FindIndexed(ByteView serial) const {
  std::call_once(index_once_, [this] { BuildIndex(); });
  const std::uint64_t key = KeyOf(serial);
  auto candidate = std::ranges::lower_bound(index_, key, {}, &Indexed::key);
  for (; candidate != index_.end() && candidate->key == key; ++candidate) {
    if (Equal(ReadFrame(content_.subspan(candidate->place))->serial, serial)) {
      return candidate->place;
    }
  }
  return std::nullopt;
}

// An indirect CRL: whose an entry is depends on those before it, so that they are gone through in
// order.
Result<std::optional<CrlEntry>> CrlEntries::FindOfIssuer(ByteView serial, const Name& issuer,
                                                         const Name& crl_issuer) const {
  bool ours = issuer == crl_issuer;
  std::size_t place = 0;
  while (place < content_.size()) {
    const auto frame = ReadFrame(content_.subspan(place));
    if (!frame->extensions.empty()) {
      DerReader reader(frame->extensions, offset_ + place);
      SIGNET_ASSIGN(const std::vector<Extension> extensions, ReadExtensionList(reader));
      for (const Extension& extension : extensions) {
        if (extension.oid != oid::kCertificateIssuer) {
          continue;
        }
        SIGNET_ASSIGN(const auto names,
                      ReadCertificateIssuer(DerReader(extension.value, extension.offset)));
        ours = std::ranges::any_of(names, [&](const GeneralName& name) {
          return name.kind == GeneralNameKind::kDirectory && *name.directory == issuer;
        });
      }
    }
    if (ours && Equal(frame->serial, serial)) {
      SIGNET_ASSIGN(const CrlEntry entry, Read(place));
      return std::optional{entry};
    }
    place += frame->size;
  }
  return std::optional<CrlEntry>{};
}

Result<CrlEntry> CrlEntries::Read(std::size_t place) const {
  DerReader reader(content_.subspan(place), offset_ + place);
  SIGNET_ASSIGN(DerReader fields, reader.ReadSequence());
  SIGNET_TRY(fields.ReadInteger());
  CrlEntry entry;
  SIGNET_ASSIGN(entry.revoked_at, fields.ReadTime());
  if (fields.AtEnd()) {
    return entry;
  }
  SIGNET_ASSIGN(const std::vector<Extension> extensions, ReadExtensionList(fields));
  SIGNET_TRY(fields.Finish());
  for (const Extension& extension : extensions) {
    DerReader value(extension.value, extension.offset);
    if (extension.oid == oid::kReasonCode) {
      SIGNET_ASSIGN(const std::uint64_t code, value.ReadUnsigned(asn1::kEnumerated));
      // 5.3.1: 7 is not used; other numbers are none of ours, and revoked is revoked.
      const bool known = code <= 10 && code != 7;
      entry.reason = known ? static_cast<CrlReason>(code) : CrlReason::kUnspecified;
    } else if (extension.oid == oid::kInvalidityDate) {
      SIGNET_ASSIGN(entry.invalid_since, value.ReadGeneralizedTime());
    }
  }
  return entry;
}

}  // namespace signet::pkix
