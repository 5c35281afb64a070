#include "smime/layers.h"

#include <deque>
#include <functional>
#include <memory>
#include <utility>
#include <variant>

#include "base/large_buffer.h"
#include "base/limits.h"
#include "cms/armor.h"
#include "mime/line_ends.h"
#include "mime/smime_part.h"
#include "mime/transfer.h"
#include "smime/content_keeper.h"
#include "smime/opened_content.h"

namespace signet::smime {
namespace {

using cms::ContentDigester;
using cms::ContentDigests;
using mime::SmimeForm;

// Where the peeling stands: an entity of a message, and whether that entity is that message's root
// or the content of a layer.
struct Position {
  const mime::Message* message = nullptr;
  std::size_t entity = 0;
};

// The octets of opened layers and the messages parsed from them live as long as the peeling, at
// stable addresses.
struct Opened {
  LargeBuffer octets;
  std::optional<mime::Message> message;
};

Result<ContentDigests> DigestCanonical(const cms::SignedData& data, ByteView content,
                                       const CancelFlag* cancel) {
  SIGNET_ASSIGN(auto digester, ContentDigester::ForDetached(data));
  SIGNET_TRY(mime::StreamCanonical(content, [&](ByteView piece) -> Result<void> {
    if (cancel != nullptr && cancel->IsCancelled()) {
      return MakeReason(ReasonCode::kCancelled);
    }
    return digester.Update(piece);
  }));
  return digester.Finish();
}

// The signature of binary content may have been made over bare LFs, which canonical form changes.
// Those octets are as exact as the canonical ones, so a signature over them is one over what is
// shown.
Result<ContentDigests> DigestAsStored(const cms::SignedData& data, ByteView content,
                                      const CancelFlag* cancel) {
  constexpr std::size_t kPieceOctets = std::size_t{1} << 20U;
  SIGNET_ASSIGN(auto digester, ContentDigester::ForDetached(data));
  while (!content.empty()) {
    if (cancel != nullptr && cancel->IsCancelled()) {
      return MakeReason(ReasonCode::kCancelled);
    }
    const ByteView piece = content.first(std::min(content.size(), kPieceOctets));
    SIGNET_TRY(digester.Update(piece));
    content = content.subspan(piece.size());
  }
  return digester.Finish();
}

Result<void> DigestDetached(ByteView content, const PeelOptions& options, PeeledLayer& layer) {
  SIGNET_ASSIGN(layer.canonical, DigestCanonical(*layer.signed_data, content, options.cancel));
  // Canonical form only adds octets.
  if (layer.canonical->octets != content.size()) {
    SIGNET_ASSIGN(layer.as_stored, DigestAsStored(*layer.signed_data, content, options.cancel));
  }
  return {};
}

// Reads the two halves of a multipart/signed into `layer`; gives the index of the content.
Result<std::size_t> ReadClearSigned(const Position& at, const PeelOptions& options,
                                    PeeledLayer& layer) {
  SIGNET_ASSIGN(const mime::ClearSigned halves, mime::SplitClearSigned(*at.message, at.entity));
  const mime::Entity& signature = at.message->entities()[halves.signature_index];
  SIGNET_ASSIGN(const Bytes der,
                mime::DecodedBody(signature.encoding, signature.body, limits::kCmsOverheadOctets,
                                  "kCmsOverheadOctets"));
  SIGNET_ASSIGN(layer.signed_data, cms::DecodeSignature(der));
  SIGNET_TRY(DigestDetached(halves.content, options, layer));
  return halves.content_index;
}

// Reads a CMS object, whose octets `feed` gives, into `layer`; gives the content, or nothing where
// it was too large to keep (and is not S/MIME itself).
using Feed = std::function<Result<void>(const mime::Sink& sink)>;

Result<std::optional<LargeBuffer>> ReadObject(const Feed& feed, const PeelOptions& options,
                                              PeeledLayer& layer) {
  ContentKeeper keeper(options.keep_content);
  cms::DecodeOptions decode_options;
  decode_options.keys = options.keys;
  decode_options.cancel = options.cancel;
  cms::Decoder decoder(keeper, decode_options);
  const auto pushed =
      feed([&decoder](ByteView piece) -> Result<void> { return decoder.Push(piece); });
  auto decoded = pushed ? decoder.Finish() : Result<cms::Decoded>(std::unexpected(pushed.error()));
  if (const cms::EnvelopedData* enveloped = decoder.Encrypted(); enveloped != nullptr) {
    layer.kind =
        enveloped->authenticated ? LayerKind::kAuthenticatedEncrypted : LayerKind::kEncrypted;
    layer.enveloped = *enveloped;
  }
  if (!decoded) {
    return std::unexpected(std::move(decoded).error());
  }
  if (decoded->trailing_octets != 0) {
    return Malformed("part " + layer.part, "octets follow the CMS object");
  }
  if (auto* data = std::get_if<cms::SignedData>(&decoded->object)) {
    layer.kind = LayerKind::kSigned;
    layer.signed_data = std::move(*data);
  } else if (auto* opened = std::get_if<cms::EnvelopedData>(&decoded->object)) {
    layer.kind = opened->authenticated ? LayerKind::kAuthenticatedEncrypted : LayerKind::kEncrypted;
    layer.enveloped = std::move(*opened);
  } else if (std::holds_alternative<cms::CompressedData>(decoded->object)) {
    layer.kind = LayerKind::kCompressed;
  } else {
    return MakeReason(ReasonCode::kContentTypeUnsupported)
        .At("part " + layer.part)
        .With("type", "Data")
        .With("oid", "1.2.840.113549.1.7.1");
  }
  return keeper.Take();
}

// What a label says of a layer that was not opened.
LayerKind KindByLabel(const mime::SmimePart& part) {
  if (part.smime_type == "enveloped-data") {
    return LayerKind::kEncrypted;
  }
  if (part.smime_type == "authenveloped-data") {
    return LayerKind::kAuthenticatedEncrypted;
  }
  return part.smime_type == "compressed-data" ? LayerKind::kCompressed : LayerKind::kSigned;
}

// A .p7c with certificates is no protection of anything.
bool IsProtection(const mime::SmimePart& part) {
  return part.form != SmimeForm::kNone && part.smime_type != "certs-only";
}

// Lists the S/MIME parts below `at`. The signature part of a multipart/signed is not one of its
// own.
void FindErrant(const Position& at, std::vector<ErrantLayer>& errant) {
  const auto& entities = at.message->entities();
  for (std::size_t index = at.entity + 1; index < entities.size(); ++index) {
    std::size_t above = entities[index].parent;
    while (above != mime::Entity::kNone && above > at.entity) {
      above = entities[above].parent;
    }
    if (above != at.entity) {
      continue;  // beside the payload, not in it
    }
    const mime::SmimePart part = mime::Classify(*at.message, index);
    const bool signature_of_parent =
        part.form == SmimeForm::kSignaturePart &&
        mime::Classify(*at.message, entities[index].parent).form == SmimeForm::kClearSigned;
    if (IsProtection(part) && !signature_of_parent) {
      errant.push_back({KindByLabel(part), entities[index].path});
    }
  }
}

// An irregularity matters where it concerns the envelope: the entities from the root to `at`. What
// lies inside of a signed layer was signed as it is.
void CollectIrregularities(const mime::Message& message, const Position& at,
                           std::vector<Reason>& irregularities) {
  for (const Reason& reason : message.irregularities()) {
    for (std::size_t index = at.message == &message ? at.entity : 0;;
         index = message.entities()[index].parent) {
      if (reason.where == "part " + message.entities()[index].path) {
        irregularities.push_back(reason);
        break;
      }
      if (message.entities()[index].parent == mime::Entity::kNone) {
        break;
      }
    }
  }
}

// Takes off the layers of one message or object.
class Peeling {
 public:
  explicit Peeling(const PeelOptions& options) : options_(&options) {}

  Result<PeeledMessage> Message(const mime::Message& message) {
    at_ = {&message, 0};
    outermost_ = at_;
    PeelFrom(&message);
    SIGNET_TRY(Conclude());
    CollectIrregularities(message, outermost_, peeled_.irregularities);
    return std::move(peeled_);
  }

  Result<PeeledMessage> Object(ByteView object, const std::optional<ByteView>& content) {
    PeeledLayer& layer = peeled_.layers.emplace_back();
    layer.part = "1";
    if (content) {
      layer.clear_signed = true;
      if (auto read = ReadDetached(object, *content, layer); !read) {
        layer.failure = std::move(read).error();
      }
    } else {
      const Feed feed = [object](const mime::Sink& sink) -> Result<void> {
        cms::Unarmor unarmor(sink);
        SIGNET_TRY(unarmor.Push(object));
        return unarmor.Finish();
      };
      if (Enter(ReadObject(feed, *options_, layer), layer)) {
        PeelFrom(nullptr);
      }
    }
    SIGNET_TRY(Conclude());
    return std::move(peeled_);
  }

 private:
  // Goes on from at_. `received` is the message whose envelope outermost_ follows.
  void PeelFrom(const mime::Message* received) {
    while (true) {
      const mime::SmimePart part = mime::Classify(*at_.message, at_.entity);
      if (!IsProtection(part) || part.form == SmimeForm::kSignaturePart) {
        return;
      }
      PeeledLayer& layer = peeled_.layers.emplace_back();
      const mime::Entity& entity = at_.message->entities()[at_.entity];
      layer.part = entity.path;
      layer.kind = KindByLabel(part);
      layer.clear_signed = part.form == SmimeForm::kClearSigned;
      if (peeled_.layers.size() > limits::kCmsLayers) {
        layer.failure = MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCmsLayers");
        at_.message = nullptr;
        return;
      }
      if (layer.clear_signed) {
        const auto content = ReadClearSigned(at_, *options_, layer);
        if (!content) {
          layer.failure = content.error();
          return;
        }
        at_.entity = *content;
        if (at_.message == received) {
          outermost_ = at_;
        }
        continue;
      }
      if (at_.message == received) {
        peeled_.opaque_part = entity.path;
      }
      const Feed feed = [&entity](const mime::Sink& sink) {
        return mime::DecodeBody(entity.encoding, entity.body, sink);
      };
      if (!Enter(ReadObject(feed, *options_, layer), layer)) {
        return;
      }
    }
  }

  // Goes into the content of `layer`. False: there is nothing to go into.
  bool Enter(Result<std::optional<LargeBuffer>> content, PeeledLayer& layer) {
    if (!content) {
      layer.failure = std::move(content).error();
      return false;
    }
    if (!content->has_value()) {
      return false;  // large, and its header says that it is no S/MIME
    }
    if (layer.kind == LayerKind::kEncrypted && !LooksLikeEntity((*content)->view())) {
      layer.failure = MakeReason(ReasonCode::kDecryptionFailed);
      return false;
    }
    Opened& inner = opened_.emplace_back();
    inner.octets = std::move(**content);
    auto parsed = mime::Message::Parse(inner.octets.view());
    if (!parsed) {
      layer.failure = std::move(parsed).error();
      return false;
    }
    inner.message.emplace(std::move(*parsed));
    at_ = {&*inner.message, 0};
    return true;
  }

  Result<void> ReadDetached(ByteView object, ByteView content, PeeledLayer& layer) {
    SIGNET_ASSIGN(const Bytes signature, cms::UnarmorAll(object));
    SIGNET_ASSIGN(layer.signed_data, cms::DecodeSignature(signature));
    return DigestDetached(content, *options_, layer);
  }

  Result<void> Conclude() {
    if (!peeled_.layers.empty() && peeled_.layers.back().failure &&
        peeled_.layers.back().failure->code == ReasonCode::kCancelled) {
      return std::unexpected(*peeled_.layers.back().failure);
    }
    if (at_.message != nullptr) {
      FindErrant(at_, peeled_.errant);
      const bool inside = !peeled_.layers.empty() && !peeled_.layers.back().failure;
      if (inside) {
        peeled_.protected_header = ReadProtectedHeader(at_.message->entities()[at_.entity]);
      }
    }
    KeepContent();
    return {};
  }

  void KeepContent() {
    if (!options_->keep_content || opened_.empty() || at_.message == nullptr) {
      return;
    }
    const PeeledLayer& last = peeled_.layers.back();
    if (last.failure && !last.clear_signed) {
      return;
    }
    if (at_.message == &*opened_.back().message && at_.entity == 0) {
      peeled_.content = ToBytes(opened_.back().octets.view());
    } else {
      peeled_.content = ToBytes(at_.message->entities()[at_.entity].octets);
    }
  }

  const PeelOptions* options_;
  PeeledMessage peeled_;
  std::deque<Opened> opened_;
  Position at_;
  Position outermost_;  // how far the envelope reaches within the received message
};

}  // namespace

Result<PeeledMessage> PeelLayers(const mime::Message& message, const PeelOptions& options) {
  return Peeling(options).Message(message);
}

Result<PeeledMessage> PeelObject(ByteView object, const std::optional<ByteView>& content,
                                 const PeelOptions& options) {
  return Peeling(options).Object(object, content);
}

}  // namespace signet::smime
