#include "cli/inspect_command.h"

#include <memory>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "cli/inspect_object.h"
#include "cli/messages.h"
#include "cli/tree.h"
#include "cli/verdict_output.h"
#include "cms/armor.h"
#include "mime/message.h"
#include "mime/smime_part.h"
#include "mime/transfer.h"

namespace signet::cli {
namespace {

class Inspector {
 public:
  explicit Inspector(cms::KeySource& keys) : keys_(&keys) {}

  Tree Inspect(const Input& input) {
    Tree tree{input.name};
    if (input.is_object) {
      const ObjectFeed feed = [&input](const auto& sink) -> Result<void> {
        cms::Unarmor unarmor(sink);
        SIGNET_TRY(unarmor.Push(input.octets));
        return unarmor.Finish();
      };
      Object(feed, tree, 0);
    } else {
      Message(input.octets, tree, 0);
    }
    return tree;
  }

 private:
  // `layer` counts CMS objects around it, which bounds the recursion.
  void Object(const ObjectFeed& feed, Tree& tree, std::size_t layer) {
    const auto content = InspectObject(feed, keys_, tree);
    if (!content) {
      return;
    }
    if (layer == limits::kCmsLayers) {
      tree.Add("further layers inside are not shown");
    } else if (IsObject({}, content->view())) {
      Object([&content](const auto& sink) { return sink(content->view()); }, tree.Add("content"),
             layer + 1);
    } else {
      Message(content->view(), tree.Add("content"), layer + 1);
    }
  }

  void Message(ByteView octets, Tree& tree, std::size_t layer) {
    const auto message = mime::Message::Parse(octets);
    if (!message) {
      tree.Add("not a message that can be read", message.error().diagnostic).damaged = true;
      return;
    }
    std::vector<Tree*> lines;
    const auto& entities = message->entities();
    for (std::size_t index = 0; index < entities.size(); ++index) {
      const mime::Entity& entity = entities[index];
      Tree& around = entity.parent == mime::Entity::kNone ? tree : *lines[entity.parent];
      Tree& line =
          around.Add("part " + entity.path + ": " + entity.type.type + "/" + entity.type.subtype +
                     ", " + std::to_string(entity.body.size()) + " octets");
      lines.push_back(&line);
      const mime::SmimeForm form = mime::Classify(*message, index).form;
      if (form == mime::SmimeForm::kPkcs7Mime || form == mime::SmimeForm::kSignaturePart) {
        Object(
            [&entity](const auto& sink) {
              return mime::DecodeBody(entity.encoding, entity.body, sink);
            },
            line, layer);
      }
    }
    for (const Reason& reason : message->irregularities()) {
      tree.Add("irregular", reason.where + ": " + reason.diagnostic);
    }
  }

  cms::KeySource* keys_;
};

}  // namespace

void AddInspect(const Command& app, InspectArguments& arguments) {
  const Command inspect =
      app.Subcommand("inspect", "Show the structure of messages and CMS objects");
  arguments.command = inspect;
  AddMessageOptions(inspect, arguments.options,
                    "Messages, mbox files, folders, CMS objects (BER, PEM or base64); - is "
                    "standard input",
                    "Print the tree as one JSON object a message, a line each");
  AddKeyOptions(inspect, arguments.keys);
  inspect.Footer(
      "Nothing is judged: signet verify does that. Encrypted layers are opened where a key "
      "fits.\n\n"
      "Exit status: 0, everything was shown; 1, something is damaged and was shown as far as it "
      "goes;\n"
      "2, wrong usage, or something could not be read.\n\n"
      "Example: signet inspect smime.p7m");
}

int RunInspect(const InspectArguments& arguments, std::ostream& out, std::ostream& err) {
  const std::unique_ptr<Keys> keys = Keys::Open(arguments.keys, err);
  if (!keys) {
    return kFailed;
  }
  return RunMessages(
      arguments.options,
      [&](Input input) -> MessageWork {
        return [&arguments, &keys, input = std::move(input)] {
          Inspector inspector(keys->source());
          const Tree tree = inspector.Inspect(input);
          return MessageReport{
              .status = tree.HasDamage() ? kSomeFellShort : kAllGood,
              .out = arguments.options.json ? tree.ToJson() + "\n" : tree.ToText()};
        };
      },
      out, err);
}

}  // namespace signet::cli
