#include "cli/pkcs12_file.h"

#include "base/bytes.h"

namespace signet::cli {
namespace {

// How often the person is asked for a file's password.
constexpr int kQuestions = 3;

bool IsWrongPassword(const Result<store::Pkcs12Contents>& contents) {
  return !contents && contents.error().code == ReasonCode::kPasswordWrong;
}

}  // namespace

Result<store::Pkcs12Contents> UnlockPkcs12(const std::string& path, const Passwords& passwords,
                                           const Pkcs12Reader& read) {
  for (const nss::SecretBytes& line : passwords.lines()) {
    auto contents = read(AsText(line.view()));
    if (!IsWrongPassword(contents)) {
      return contents;
    }
  }
  auto contents = read({});
  for (int question = 0; question < kQuestions && IsWrongPassword(contents); ++question) {
    const auto typed = Passwords::Ask(path, question > 0);
    if (!typed) {
      const bool was_tried = question > 0 || !passwords.lines().empty();
      return MakeReason(was_tried ? ReasonCode::kPasswordWrong : ReasonCode::kPasswordNeeded)
          .With("token", path);
    }
    contents = read(AsText(typed->view()));
  }
  return contents;
}

}  // namespace signet::cli
