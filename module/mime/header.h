// Header fields of a message or part, as exact octets (RFC 5322, section 2.2).
//
// Values are not interpreted here: mime/content_type.h, mime/address.h and mime/date.h do that. All
// views point into the octets that were parsed, which the caller keeps alive.
#ifndef SIGNET_MIME_HEADER_H_
#define SIGNET_MIME_HEADER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::mime {

// HeaderField is one field with all its folded lines.
struct HeaderField {
  // The field's name as it was written, without the colon and without white space before it.
  std::string_view name;
  // What follows the colon, folded as received, without the last line end.
  std::string_view raw_value;
  // The whole field: name, colon, value and its line ends.
  ByteView octets;

  // Unfolded is the value on one line: line ends before white space are removed, white space around
  // the value is trimmed (RFC 5322, section 2.2.3).
  [[nodiscard]] std::string Unfolded() const;
};

// Header is the header block of one entity. Immutable after Parse.
class Header {
 public:
  // Parse reads the block at the start of `entity`, up to the first empty line (or the end). Lines
  // end with CRLF or a bare LF. A line that is no field and no continuation is skipped and counted.
  // Reason: limit-exceeded (kMimeHeaderOctets, kMimeHeaderFields).
  [[nodiscard]] static Result<Header> Parse(ByteView entity);

  [[nodiscard]] const std::vector<HeaderField>& fields() const { return fields_; }
  // The block without the empty line that ends it.
  [[nodiscard]] ByteView octets() const { return octets_; }
  // Octets of the block and the empty line: the body begins there.
  [[nodiscard]] std::size_t size_with_separator() const { return size_with_separator_; }
  // Lines that were neither a field nor a continuation.
  [[nodiscard]] std::size_t malformed_lines() const { return malformed_lines_; }

  // First is the first field of that name, compared without case, or null.
  [[nodiscard]] const HeaderField* First(std::string_view name) const;
  // All gives every field of that name in the order received.
  [[nodiscard]] std::vector<const HeaderField*> All(std::string_view name) const;

 private:
  std::vector<HeaderField> fields_;
  ByteView octets_;
  std::size_t size_with_separator_ = 0;
  std::size_t malformed_lines_ = 0;
};

// IsContentField: it says what the body is (Content-Type and its like). IsStructural: that, or it
// is MIME-Version, so that it belongs to the octets around it and not to the message (RFC
// 9788, 1.1).
[[nodiscard]] bool IsContentField(const HeaderField& field);
[[nodiscard]] bool IsStructural(const HeaderField& field);

// EqualIgnoringCase compares ASCII letters without case, as names and tokens of MIME are.
[[nodiscard]] bool EqualIgnoringCase(std::string_view a, std::string_view b);

// LowerCase changes ASCII letters only.
[[nodiscard]] std::string LowerCase(std::string_view text);

// DecodeText gives an unstructured value (Subject) as UTF-8, encoded words decoded (RFC 2047). What
// cannot be decoded stays as it is, invalid octets become U+FFFD; so it never fails.
[[nodiscard]] std::string DecodeText(std::string_view unfolded_value);

}  // namespace signet::mime

#endif  // SIGNET_MIME_HEADER_H_
