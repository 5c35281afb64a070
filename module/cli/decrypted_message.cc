#include "cli/decrypted_message.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"

namespace signet::cli {
namespace {

bool DescribesBody(std::string_view name) {
  const std::string lower = mime::LowerCase(name);
  return lower.starts_with("content-") || lower == "mime-version";
}

// The header is complete with its empty line, or there is none at all.
bool HasWholeHeader(ByteView octets) {
  const std::string_view text = AsText(octets);
  return text.starts_with("\n") || text.starts_with("\r\n") ||
         text.find("\n\n") != std::string_view::npos ||
         text.find("\n\r\n") != std::string_view::npos;
}

// The field's lines with the line ends of what follows.
std::string WithLineEnds(ByteView field, std::string_view line_end) {
  std::string text;
  for (const char c : AsText(field)) {
    if (c == '\n') {
      text += line_end;
    } else if (c != '\r') {
      text += c;
    }
  }
  return text;
}

}  // namespace

Result<void> DecryptedMessage::Write(ByteView octets) {
  if (head_written_) {
    return sink_(octets);
  }
  head_.insert(head_.end(), octets.begin(), octets.end());
  return HasWholeHeader(head_) || head_.size() > limits::kMimeHeaderOctets ? WriteHead()
                                                                           : Result<void>();
}

Result<void> DecryptedMessage::Finish() {
  return head_written_ ? Result<void>() : WriteHead();
}

Result<void> DecryptedMessage::WriteHead() {
  head_written_ = true;
  const auto header =
      mime::Header::Parse(ByteView(head_).first(std::min(head_.size(), limits::kMimeHeaderOctets)));
  const bool has_header = header && !header->fields().empty() && header->malformed_lines() == 0;
  const auto first_end = std::ranges::find(head_, std::uint8_t{'\n'});
  const bool crlf =
      first_end != head_.end() && first_end != head_.begin() && *(first_end - 1) == '\r';
  const std::string_view line_end = crlf ? "\r\n" : "\n";
  std::string fields;
  for (const mime::HeaderField& field : received_->fields()) {
    const bool brought = has_header && header->First(field.name) != nullptr;
    if (!brought && !DescribesBody(field.name)) {
      fields += WithLineEnds(field.octets, line_end);
    }
  }
  if (!has_header || header->First("MIME-Version") == nullptr) {
    fields += "MIME-Version: 1.0" + std::string(line_end);
  }
  if (!has_header && !AsText(head_).starts_with("\n") && !AsText(head_).starts_with("\r\n")) {
    fields += line_end;  // plain text without any header
  }
  SIGNET_TRY(sink_(AsBytes(fields)));
  const Bytes head = std::exchange(head_, {});
  return sink_(head);
}

}  // namespace signet::cli
