#include "cli/decrypt_command.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "cli/decrypted_message.h"
#include "cli/message_outputs.h"
#include "cli/reason_output.h"
#include "cli/verdict_output.h"
#include "mime/message.h"
#include "smime/decrypt.h"
#include "smime/recipients.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

Json RecipientsJson(const std::vector<smime::RecipientFindings>& recipients) {
  Json list = Json::array();
  for (const smime::RecipientFindings& recipient : recipients) {
    list.push_back({{"certificate", recipient.certificate},
                    {"algorithm", recipient.algorithm},
                    {"state", idl::ToString(recipient.state)},
                    {"reason", recipient.reason ? ReasonJson(*recipient.reason) : Json()}});
  }
  return list;
}

// Decrypts one message into its output.
class Decrypter {
 public:
  Decrypter(const Input& input, MessageOutputs::Output& output, Keys& keys)
      : input_(&input), output_(&output), keys_(&keys) {}

  MessageReport Run(bool json) {
    if (output_->file) {
      Decrypt();
    } else {
      outcome_.failure = output_->file.error();
    }
    MessageReport report{.status = Status(), .err = Text()};
    if (json) {
      report.out = Line();
    }
    return report;
  }

 private:
  void Decrypt() {
    OutputFile& file = *output_->file;
    const auto write = [this, &file](ByteView octets) {
      octets_ += octets.size();
      return file.Write(octets);
    };
    if (input_->is_object) {
      outcome_ = smime::DecryptObject(input_->octets, keys_->source(), write);
    } else {
      DecryptMessage(write);
    }
    if (outcome_.failure && outcome_.enveloped) {
      outcome_.failure = smime::WithRecipients(*std::move(outcome_.failure), Recipients(),
                                               outcome_.enveloped->recipients.size());
    } else if (!outcome_.failure) {
      if (auto committed = file.Commit(); !committed) {
        outcome_.failure = std::move(committed).error();
      }
    }
  }

  void DecryptMessage(const smime::PlaintextSink& write) {
    const auto message = mime::Message::Parse(input_->octets);
    if (!message) {
      outcome_.failure = message.error();
      return;
    }
    DecryptedMessage decrypted(message->root().header, write);
    outcome_ = smime::DecryptMessage(*message, keys_->source(), [&decrypted](ByteView octets) {
      return decrypted.Write(octets);
    });
    if (!outcome_.failure) {
      if (auto finished = decrypted.Finish(); !finished) {
        outcome_.failure = std::move(finished).error();
      }
    }
  }

  [[nodiscard]] std::vector<smime::RecipientFindings> Recipients() const {
    return outcome_.enveloped ? smime::ListRecipients(*outcome_.enveloped, {})
                              : std::vector<smime::RecipientFindings>();
  }

  // Why there is nothing, or what is worth saying of what there is.
  [[nodiscard]] std::vector<Reason> Reasons() const {
    if (outcome_.failure) {
      return {*outcome_.failure};
    }
    return outcome_.enveloped ? outcome_.enveloped->findings : std::vector<Reason>();
  }

  [[nodiscard]] int Status() const {
    if (!outcome_.failure) {
      return kAllGood;
    }
    return outcome_.failure->code == ReasonCode::kFileUnwritable ? kFailed : kSomeFellShort;
  }

  [[nodiscard]] std::string Text() const {
    std::string text;
    for (const Reason& reason : Reasons()) {
      text += FailureText(input_->name, reason);
    }
    return text;
  }

  [[nodiscard]] std::string Line() const {
    const bool is_encrypted = outcome_.enveloped.has_value();
    Json line{{"file", input_->name}};
    line["output"] = outcome_.failure || output_->path.empty() ? Json() : Json(output_->path);
    line["encryption"] = !outcome_.failure ? "decrypted" : is_encrypted ? "failed" : "none";
    line["cipher"] = is_encrypted ? Json(outcome_.enveloped->cipher) : Json();
    line["authenticated"] = is_encrypted && outcome_.enveloped->authenticated;
    line["octets"] = outcome_.failure ? 0 : octets_;
    line["recipient_count"] = is_encrypted ? outcome_.enveloped->recipients.size() : 0;
    line["recipients"] = RecipientsJson(Recipients());
    line["reasons"] = ReasonsJson(Reasons());
    return JsonLine(line);
  }

  const Input* input_;
  MessageOutputs::Output* output_;
  Keys* keys_;
  smime::DecryptOutcome outcome_;
  std::uint64_t octets_ = 0;
};

}  // namespace

void AddDecrypt(const Command& app, DecryptArguments& arguments) {
  const Command decrypt = app.Subcommand("decrypt", "Take the encryption off messages");
  arguments.command = decrypt;
  const Option json =
      AddMessageOptions(decrypt, arguments.options,
                        "Messages, mbox files, folders, CMS objects (.p7m); - is standard input",
                        "Print what became of it as a JSON object a message, a line each");
  AddKeyOptions(decrypt, arguments.keys);
  json.Needs(decrypt
                 .Value("-o,--output", arguments.output,
                        "Write to this file, or for several messages into this folder")
                 .Type("FILE"));
  decrypt.Footer(
      "A message keeps its header fields; of a CMS object the content is written as it is. "
      "Signatures\n"
      "inside stay as they are and are not judged: signet verify does that. What could not be\n"
      "decrypted to its end is not written at all.\n\n"
      "Exit status: 0, everything was decrypted; 1, some message was not; 2, wrong usage, or\n"
      "something could not be read or written.\n\n"
      "Example: signet decrypt --p12 ann.p12 -o plain.eml secret.eml");
}

int RunDecrypt(const DecryptArguments& arguments, std::ostream& out, std::ostream& err) {
  const std::unique_ptr<Keys> keys = Keys::Open(arguments.keys, err);
  if (!keys) {
    return kFailed;
  }
  return WriteMessages(
      arguments.options, MessageOutputs(arguments.output, "decrypt"),
      [&arguments, &keys](const Input& input, MessageOutputs::Output& output) {
        return Decrypter(input, output, *keys).Run(arguments.options.json);
      },
      out, err);
}

}  // namespace signet::cli
