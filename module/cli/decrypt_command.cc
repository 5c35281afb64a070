#include "cli/decrypt_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "cli/decrypted_message.h"
#include "cli/messages.h"
#include "cli/output_file.h"
#include "cli/verdict_output.h"
#include "mime/message.h"
#include "smime/decrypt.h"
#include "smime/recipients.h"

namespace signet::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kAllDecrypted = 0;
constexpr int kSomeNotDecrypted = 1;
constexpr int kFailed = 2;

class Decrypter {
 public:
  Decrypter(const DecryptArguments& arguments, Keys& keys, std::ostream& err)
      : arguments_(&arguments), keys_(&keys), err_(&err) {
    std::error_code error;
    into_folder_ = fs::is_directory(arguments.output, error);
  }

  void Take(const Input& input) {
    ++messages_;
    if (messages_ > 1 && !into_folder_) {
      if (messages_ == 2) {
        *err_ << "signet: several messages need a folder: decrypt -o FOLDER\n";
      }
      status_ = kFailed;
      return;
    }
    auto file = OutputFile::Create(into_folder_ ? TargetOf(input) : arguments_->output);
    if (!file) {
      Fail(input.name, file.error());
      return;
    }
    const auto outcome = Decrypt(input, *file);
    if (outcome.failure) {
      FallShort(input.name, WithNames(*outcome.failure, outcome.enveloped));
      return;
    }
    if (outcome.enveloped) {
      for (const Reason& reason : outcome.enveloped->findings) {
        *err_ << FailureText(input.name, reason);
      }
    }
    if (auto committed = file->Commit(); !committed) {
      Fail(input.name, committed.error());
    }
  }

  void Fail(const std::string& name, const Reason& reason) {
    *err_ << FailureText(name, reason);
    status_ = kFailed;
  }

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] bool took_any() const { return messages_ > 0; }

 private:
  void FallShort(const std::string& name, const Reason& reason) {
    if (reason.code == ReasonCode::kFileUnwritable) {
      Fail(name, reason);
      return;
    }
    *err_ << FailureText(name, reason);
    if (status_ == kAllDecrypted) {
      status_ = kSomeNotDecrypted;
    }
  }

  smime::DecryptOutcome Decrypt(const Input& input, OutputFile& file) {
    const auto write = [&file](ByteView octets) { return file.Write(octets); };
    if (input.is_object) {
      return smime::DecryptObject(input.octets, keys_->source(), write);
    }
    const auto message = mime::Message::Parse(input.octets);
    if (!message) {
      return {.enveloped = std::nullopt, .failure = message.error()};
    }
    DecryptedMessage decrypted(message->root().header, write);
    auto outcome = smime::DecryptMessage(*message, keys_->source(), [&decrypted](ByteView octets) {
      return decrypted.Write(octets);
    });
    if (!outcome.failure) {
      if (auto finished = decrypted.Finish(); !finished) {
        outcome.failure = std::move(finished).error();
      }
    }
    return outcome;
  }

  static Reason WithNames(Reason reason, const std::optional<cms::EnvelopedData>& enveloped) {
    if (!enveloped) {
      return reason;
    }
    return smime::WithRecipients(std::move(reason), smime::ListRecipients(*enveloped, {}),
                                 enveloped->recipients.size());
  }

  // A name in the folder that no other message of this run has.
  std::string TargetOf(const Input& input) {
    std::string name = input.name == "-" ? "message" : fs::path(input.name).filename().string();
    if (const std::size_t number = name.rfind('#'); number != std::string::npos) {
      name[number] = '-';
    }
    fs::path stem = name;
    const std::string extension = input.is_object ? "" : ".eml";
    if (stem.extension() == ".eml" || input.is_object) {
      stem = stem.stem();
    }
    std::string candidate = stem.string() + extension;
    for (int copy = 2; !names_.insert(candidate).second; ++copy) {
      candidate = stem.string() + "-" + std::to_string(copy) + extension;
    }
    return (fs::path(arguments_->output) / candidate).string();
  }

  const DecryptArguments* arguments_;
  Keys* keys_;
  std::ostream* err_;
  bool into_folder_ = false;
  std::set<std::string> names_;
  std::size_t messages_ = 0;
  int status_ = kAllDecrypted;
};

}  // namespace

void AddDecrypt(CLI::App& app, DecryptArguments& arguments) {
  CLI::App* const decrypt = app.add_subcommand("decrypt", "Take the encryption off messages");
  arguments.command = decrypt;
  decrypt
      ->add_option("FILE", arguments.messages,
                   "Messages, mbox files, folders, CMS objects (.p7m); - is standard input")
      ->required();
  AddKeyOptions(*decrypt, arguments.keys);
  decrypt
      ->add_option("-o,--output", arguments.output,
                   "Write to this file, or for several messages into this folder")
      ->type_name("FILE");
  decrypt->footer(
      "A message keeps its header fields; of a CMS object the content is written as it is. "
      "Signatures\n"
      "inside stay as they are and are not judged: signet verify does that. What could not be\n"
      "decrypted to its end is not written at all.\n\n"
      "Exit status: 0, everything was decrypted; 1, some message was not; 2, wrong usage, or\n"
      "something could not be read or written.\n\n"
      "Example: signet decrypt --p12 ann.p12 -o plain.eml secret.eml");
}

int RunDecrypt(const DecryptArguments& arguments, std::ostream& err) {
  const std::unique_ptr<Keys> keys = Keys::Open(arguments.keys, err);
  if (!keys) {
    return kFailed;
  }
  Decrypter decrypter(arguments, *keys, err);
  InputList::Of(arguments.messages)
      .ForEach([&decrypter](const Input& input) { decrypter.Take(input); },
               [&decrypter](const std::string& name, const Reason& reason) {
                 decrypter.Fail(name, reason);
               });
  if (!decrypter.took_any() && decrypter.status() == kAllDecrypted) {
    err << "signet: there is no message in what was given\n";
    return kFailed;
  }
  return decrypter.status();
}

}  // namespace signet::cli
