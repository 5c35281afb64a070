#include "cli/passwords.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/bytes.h"
#include "cli/terminal.h"

namespace signet::cli {
namespace {

// A file of passwords; more is some other file.
constexpr std::size_t kFileOctets = std::size_t{64} << 10U;
// How often the person is asked for one password.
constexpr std::size_t kQuestions = 3;

// Where this thread is in its conversation with NSS about one token.
struct Conversation {
  std::size_t next_line = 0;
  // How many typed answers there had been when this thread took one.
  std::size_t seen_typed = 0;
};
thread_local Conversation conversation;

Reason Unreadable(const std::string& file, std::string why) {
  return MakeReason(ReasonCode::kFileUnreadable).With("path", file).Because(std::move(why));
}

// Read into memory that is wiped, without a buffer in between.
Result<nss::SecretBytes> ReadSecretFile(const std::string& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return Unreadable(file, std::generic_category().message(errno));
  }
  nss::SecretBytes content(kFileOctets);
  std::size_t length = 0;
  ssize_t count = 1;
  while (count != 0 && length < kFileOctets) {
    count = read(descriptor, content.data() + length, kFileOctets - length);
    if (count < 0 && errno != EINTR) {
      const int error = errno;
      close(descriptor);
      return Unreadable(file, std::generic_category().message(error));
    }
    length += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
  }
  close(descriptor);
  if (length == kFileOctets) {
    return Unreadable(file, "too long for a file of passwords");
  }
  content.Truncate(length);
  return content;
}

nss::SecretBytes Copy(ByteView octets) {
  nss::SecretBytes copy(octets.size());
  std::ranges::copy(octets, copy.data());
  return copy;
}

// The lines; the line end of the last one begins no further line.
std::vector<nss::SecretBytes> SplitLines(ByteView content) {
  std::vector<nss::SecretBytes> lines;
  do {
    const auto end = std::ranges::find(content, std::uint8_t{'\n'});
    ByteView line(content.begin(), end);
    content = content.subspan(std::min(content.size(), line.size() + 1));
    if (!line.empty() && line.back() == '\r') {
      line = line.first(line.size() - 1);
    }
    lines.push_back(Copy(line));
  } while (!content.empty());
  return lines;
}

std::string Text(const nss::SecretBytes& secret) {
  return std::string(AsText(secret.view()));
}

// nss::TokenName has none for it.
bool IsProfilesOwn(const std::string& token) {
  return token.empty();
}

}  // namespace

Result<std::shared_ptr<Passwords>> Passwords::Read(const std::string& file) {
  auto passwords = std::make_shared<Passwords>();
  if (!file.empty()) {
    SIGNET_ASSIGN(const nss::SecretBytes content, ReadSecretFile(file));
    passwords->lines_ = SplitLines(content.view());
  }
  return passwords;
}

std::optional<std::string> Passwords::ForToken(const std::string& token, bool again) {
  if (!again) {
    conversation = {};
  }
  if (conversation.next_line < lines_.size() && IsProfilesOwn(token)) {
    return Text(lines_[conversation.next_line++]);
  }
  const bool typed_before = conversation.seen_typed != 0;
  return Typed(token, again && typed_before);
}

// One thread asks, the others wait here and take what was typed.
std::optional<std::string> Passwords::Typed(const std::string& token, bool again) {
  const std::scoped_lock lock(mutex_);
  std::size_t& count = typed_count_[token];
  if (count > conversation.seen_typed) {
    conversation.seen_typed = count;
    return Text(typed_.at(token));
  }
  if (count == kQuestions || given_up_.contains(token)) {
    return std::nullopt;
  }
  auto answer = Ask(IsProfilesOwn(token) ? "the profile" : token, again);
  if (!answer) {
    given_up_.insert(token);
    return std::nullopt;
  }
  conversation.seen_typed = ++count;
  std::string text = Text(*answer);
  typed_.insert_or_assign(token, *std::move(answer));
  return text;
}

std::optional<nss::SecretBytes> Passwords::Ask(const std::string& about, bool again) {
  return ReadSecret((again ? "That password was wrong. Password for " : "Password for ") + about +
                    ": ");
}

}  // namespace signet::cli
