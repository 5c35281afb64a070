#include "mime/address.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/limits.h"
#include "mime/date.h"
#include "mime/gmime_text.h"

namespace signet::mime {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Reads an address-list (RFC 5322, section 3.4, obsolete forms of 4.4 included) octet by octet. It
// never repairs an address: what is odd in one stays in it, so that it matches no certificate.
class AddressReader {
 public:
  explicit AddressReader(std::string_view text) : text_(text) {}

  std::vector<Mailbox> Read() {
    while (at_ < text_.size() && mailboxes_.size() < limits::kMimeMailboxes) {
      Step();
    }
    Flush();
    return std::move(mailboxes_);
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (c == '(') {
      comment_ = Comment();
    } else if (c == '"') {
      QuotedString();
    } else if (c == '<') {
      AngleAddress();
    } else if (c == ',') {
      ++at_;
      Flush();
    } else if (c == ':' && group_.empty() && !has_angle_ && !has_at_sign_) {
      ++at_;
      group_ = DecodeText(phrase_);
      in_group_ = true;
      Clear();
    } else if (c == ';') {
      ++at_;
      Flush();
      group_.clear();
      in_group_ = false;
    } else if (c == '>') {
      ++at_;  // without its "<": noise
    } else if (IsSpace(c)) {
      ++at_;
      blank_ = true;
    } else {
      Append(std::string_view(&c, 1), std::string_view(&c, 1));
      ++at_;
    }
  }

  // Adds to the words before a "<": `shown` to the display name, `raw` to an address without
  // brackets, in which white space around "." and "@" means nothing.
  void Append(std::string_view shown, std::string_view raw) {
    if (blank_ && !phrase_.empty()) {
      phrase_ += ' ';
      const bool joins = raw == "." || raw == "@" || bare_.ends_with('.') || bare_.ends_with('@');
      if (!joins) {
        bare_ += ' ';
      }
    }
    blank_ = false;
    has_at_sign_ = has_at_sign_ || raw == "@";
    phrase_ += shown;
    bare_ += raw;
  }

  std::string Comment() {
    std::string content;
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size()) {
        content += text_[++at_];
        continue;
      }
      if (c == ')' && --depth == 0) {
        ++at_;
        break;
      }
      if (c != '(' || depth > 0) {
        content += c;
      }
      depth += c == '(' ? 1 : 0;
    }
    blank_ = true;
    return content;
  }

  void QuotedString() {
    std::string content;
    std::string raw = "\"";
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      raw += c;
      if (c == '"') {
        ++at_;
        break;
      }
      if (c == '\\' && at_ + 1 < text_.size()) {
        raw += text_[++at_];
        content += text_[at_];
      } else {
        content += c;
      }
    }
    Append(content, raw);
  }

  void AngleAddress() {
    if (has_angle_) {
      Flush();  // "<a@x> <b@y>" names two
    }
    has_angle_ = true;
    angle_.clear();
    bool quoted = false;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quoted || c == '"') {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == '\\' && at_ + 1 < text_.size()) {
          angle_ += c;
          ++at_;
        }
        angle_ += text_[at_];
      } else if (c == '>') {
        ++at_;
        break;
      } else if (c == '(') {
        static_cast<void>(Comment());
        --at_;
      } else if (!IsSpace(c)) {
        angle_ += c;
      }
    }
    // A source route (RFC 5322, section 4.4) is no part of the address.
    if (angle_.starts_with('@')) {
      const std::size_t colon = angle_.find(':');
      if (colon != std::string::npos) {
        angle_.erase(0, colon + 1);
      }
    }
  }

  void Flush() {
    Mailbox mailbox;
    mailbox.group = in_group_ ? group_ : std::string();
    mailbox.address = has_angle_ ? angle_ : bare_;
    if (has_angle_) {
      mailbox.name = DecodeText(phrase_);
    }
    if (mailbox.name.empty() && !comment_.empty()) {
      mailbox.name = DecodeText(comment_);
    }
    if (!mailbox.address.empty()) {
      mailbox.address = ValidUtf8(mailbox.address);
      mailboxes_.push_back(std::move(mailbox));
    }
    Clear();
  }

  void Clear() {
    phrase_.clear();
    bare_.clear();
    comment_.clear();
    angle_.clear();
    has_angle_ = false;
    has_at_sign_ = false;
    blank_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Mailbox> mailboxes_;
  std::string group_;
  bool in_group_ = false;
  std::string phrase_;
  std::string bare_;
  std::string comment_;
  std::string angle_;
  bool has_angle_ = false;
  bool has_at_sign_ = false;
  bool blank_ = false;
};

// Characters that show nothing and so can hide in the middle of an address: zero width, soft
// hyphen, direction marks.
constexpr std::array<std::string_view, 16> kInvisible = {
    "\xc2\xad",     "\xe2\x80\x8b", "\xe2\x80\x8c", "\xe2\x80\x8d", "\xe2\x80\x8e", "\xe2\x80\x8f",
    "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad", "\xe2\x80\xae", "\xe2\x81\xa0",
    "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa9", "\xef\xbb\xbf"};

// A full stop that compatibility composition leaves alone, and that domain names allow for ".".
constexpr std::string_view kIdeographicStop = "\xe3\x80\x82";

// The name as it looks: without invisible characters, look-alikes of ASCII as ASCII.
std::string AsItLooks(std::string_view name) {
  const std::string composed = Comparable(name);
  const std::string_view text = composed;
  std::string visible;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto* hidden = std::ranges::find_if(
        kInvisible, [&](std::string_view invisible) { return rest.starts_with(invisible); });
    if (hidden != kInvisible.end()) {
      at += hidden->size();
    } else if (rest.starts_with(kIdeographicStop)) {
      visible += '.';
      at += kIdeographicStop.size();
    } else {
      visible += text[at++];
    }
  }
  return visible;
}

bool IsLocalCharacter(char c) {
  const bool alphanumeric =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return alphanumeric || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view(".!#$%&*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool IsDomainCharacter(char c) {
  const bool alphanumeric =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return alphanumeric || c == '.' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

std::string AddressAround(std::string_view text, std::size_t at_sign) {
  std::size_t begin = at_sign;
  while (begin > 0 && IsLocalCharacter(text[begin - 1])) {
    --begin;
  }
  std::size_t end = at_sign + 1;
  while (end < text.size() && IsDomainCharacter(text[end])) {
    ++end;
  }
  while (end > at_sign + 1 && text[end - 1] == '.') {
    --end;  // the full stop of a sentence
  }
  const std::string_view domain = text.substr(at_sign + 1, end - at_sign - 1);
  if (begin == at_sign || domain.find('.') == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(begin, end - begin));
}

}  // namespace

std::vector<Mailbox> ParseMailboxes(std::string_view unfolded_value) {
  return AddressReader(unfolded_value).Read();
}

std::optional<std::string> AddressInName(const Mailbox& mailbox) {
  const std::string name = AsItLooks(mailbox.name);
  for (std::size_t at = name.find('@'); at != std::string::npos; at = name.find('@', at + 1)) {
    std::string address = AddressAround(name, at);
    if (!address.empty() && !EqualIgnoringCase(address, mailbox.address)) {
      return address;
    }
  }
  return std::nullopt;
}

Originator ReadOriginator(const Header& header) {
  Originator originator;
  const std::vector<const HeaderField*> from = header.All("From");
  for (const HeaderField* field : from) {
    std::ranges::move(ParseMailboxes(field->Unfolded()), std::back_inserter(originator.from));
  }
  for (const HeaderField* field : header.All("Sender")) {
    std::ranges::move(ParseMailboxes(field->Unfolded()), std::back_inserter(originator.sender));
  }
  if (const HeaderField* date = header.First("Date")) {
    originator.date = ParseDate(date->Unfolded());
  }
  if (originator.from.empty()) {
    originator.findings.push_back(MakeReason(ReasonCode::kNoFromAddress));
  }
  if (originator.from.size() > 1 || from.size() > 1) {
    originator.findings.push_back(MakeReason(ReasonCode::kSeveralFromAddresses)
                                      .Because(std::to_string(from.size()) + " From fields, " +
                                               std::to_string(originator.from.size()) +
                                               " mailboxes"));
  }
  for (const Mailbox& mailbox : originator.from) {
    if (AddressInName(mailbox)) {
      originator.findings.push_back(MakeReason(ReasonCode::kDisplayNameMisleads)
                                        .With("displayName", mailbox.name)
                                        .With("address", mailbox.address));
    }
  }
  return originator;
}

}  // namespace signet::mime
