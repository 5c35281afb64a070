#include "cli/terminal.h"

#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace signet::cli {
namespace {

// Longer than any password: what is typed beyond it is not taken.
constexpr std::size_t kMostOctets = 1024;

constexpr std::uint8_t kInterrupt = 0x03;
constexpr std::uint8_t kEndOfInput = 0x04;
constexpr std::uint8_t kBackspace = 0x08;
constexpr std::uint8_t kEraseLine = 0x15;
constexpr std::uint8_t kDelete = 0x7F;

// The controlling terminal with echo, line editing and signals off, so that every way out passes by
// the destructor. Not open: there is none.
class QuietTerminal {
 public:
  QuietTerminal() : descriptor_(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    if (descriptor_ < 0 || tcgetattr(descriptor_, &before_) != 0) {
      return;
    }
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON | ISIG);
    quiet.c_cc[VMIN] = 1;
    quiet.c_cc[VTIME] = 0;
    is_quiet_ = tcsetattr(descriptor_, TCSAFLUSH, &quiet) == 0;
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  QuietTerminal(QuietTerminal&&) = delete;
  QuietTerminal& operator=(QuietTerminal&&) = delete;
  ~QuietTerminal() {
    if (is_quiet_) {
      tcsetattr(descriptor_, TCSAFLUSH, &before_);
    }
    if (descriptor_ >= 0) {
      close(descriptor_);
    }
  }

  [[nodiscard]] bool is_quiet() const { return is_quiet_; }

  void Write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = write(descriptor_, text.data(), text.size());
      if (written < 0 && errno == EINTR) {
        continue;
      }
      if (written <= 0) {
        return;
      }
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  [[nodiscard]] std::optional<std::uint8_t> Next() const {
    std::uint8_t octet = 0;
    ssize_t count = -1;
    do {
      count = read(descriptor_, &octet, 1);
    } while (count < 0 && errno == EINTR);
    return count == 1 ? std::optional(octet) : std::nullopt;
  }

 private:
  int descriptor_;
  termios before_{};
  bool is_quiet_ = false;
};

// The length without the last character, which has several octets in UTF-8.
std::size_t WithoutLast(ByteView typed) {
  constexpr std::uint8_t kContinuationMask = 0xC0;
  constexpr std::uint8_t kContinuation = 0x80;
  std::size_t length = typed.size();
  while (length > 0) {
    --length;
    if ((typed[length] & kContinuationMask) != kContinuation) {
      break;
    }
  }
  return length;
}

struct Line {
  std::optional<nss::SecretBytes> secret;
  bool interrupted = false;
};

Line ReadLine(const QuietTerminal& terminal) {
  nss::SecretBytes secret(kMostOctets);
  std::size_t length = 0;
  while (true) {
    const auto octet = terminal.Next();
    if (!octet || (*octet == kEndOfInput && length == 0)) {
      return {};
    }
    switch (*octet) {
      case kInterrupt:
        return {.secret = std::nullopt, .interrupted = true};
      case '\r':
      case '\n':
        secret.Truncate(length);
        return {.secret = std::move(secret), .interrupted = false};
      case kBackspace:
      case kDelete:
        length = WithoutLast(secret.view().first(length));
        break;
      case kEraseLine:
        length = 0;
        break;
      default:
        if (length < kMostOctets) {
          secret.data()[length++] = *octet;
        }
    }
  }
}

}  // namespace

std::optional<nss::SecretBytes> ReadSecret(const std::string& prompt) {
  Line line;
  {
    const QuietTerminal terminal;
    if (!terminal.is_quiet()) {
      return std::nullopt;
    }
    terminal.Write(prompt);
    line = ReadLine(terminal);
    terminal.Write("\n");
  }
  if (line.interrupted) {
    static_cast<void>(raise(SIGINT));  // it cannot fail for a signal that exists
  }
  return std::move(line.secret);
}

}  // namespace signet::cli
