// PeelLayers: takes off the S/MIME layers of a message one after the other, from the outside in
// (RFC 8551, section 3; nesting by section 3.7).
//
// A layer belongs to the envelope while each one's content is, as a whole, the next one: a clear-
// signed multipart, an application/pkcs7-mime object, and so on down to the first entity that is
// neither. S/MIME parts found further inside are errant: they are listed and never verified here.
//
// Iterative; the number of layers is bounded (limits::kCmsLayers). Content of an opaque layer is
// kept in memory only as far as it is needed to look inside (limits::kLayerKeptOctets).
#ifndef SIGNET_SMIME_LAYERS_H_
#define SIGNET_SMIME_LAYERS_H_

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/cancel.h"
#include "base/result.h"
#include "cms/decoder.h"
#include "cms/signed_data.h"
#include "mime/message.h"
#include "smime/findings.h"
#include "smime/header_protection.h"

namespace signet::smime {

// PeeledLayer is one layer of the envelope.
struct PeeledLayer {
  LayerKind kind = LayerKind::kSigned;
  // MIME part number within the layer around it.
  std::string part;
  // multipart/signed, as opposed to an application/pkcs7-mime object.
  bool clear_signed = false;
  // Set for a signed layer that could be read.
  std::optional<cms::SignedData> signed_data;
  // Clear-signed only: digests of the exact content in canonical line ends; and, where the stored
  // line ends were not canonical throughout, digests of the octets as they are stored.
  std::optional<cms::ContentDigests> canonical;
  std::optional<cms::ContentDigests> as_stored;
  // Set for an encrypted layer whose head could be read, opened or not.
  std::optional<cms::EnvelopedData> enveloped;
  // Why the layer could not be read or opened, if it could not. It is then the last.
  std::optional<Reason> failure;
};

// ErrantLayer is an S/MIME part that does not cover the whole message.
struct ErrantLayer {
  LayerKind kind = LayerKind::kSigned;
  std::string part;
};

// PeeledMessage is the result. Value type; independent of the octets it was made from.
struct PeeledMessage {
  std::vector<PeeledLayer> layers;
  std::vector<ErrantLayer> errant;
  // What the layers protect: the entity inside of the innermost one, header and body, or one that
  // is still clear-signed where its signature could not be read. Set only if it is to be kept, if
  // there is an opaque layer, whose part it takes the place of, and if every opaque layer could be
  // opened.
  std::optional<Bytes> content;
  // MIME part number of the outermost opaque layer in the received message; empty without one.
  std::string opaque_part;
  // The header that the sender protected inside of the layers; nothing without layers, or where the
  // payload does not say so.
  std::optional<ProtectedHeader> protected_header;
  // What is odd about the structure around the envelope in a way that can make two programs see two
  // different messages (mime::Message::irregularities).
  std::vector<Reason> irregularities;
};

struct PeelOptions {
  // Null: encrypted layers are described, not opened.
  cms::KeySource* keys = nullptr;
  const CancelFlag* cancel = nullptr;
  // Keep PeeledMessage::content, which is then in memory whole, whatever its size (limit
  // kNestedLayerOctets).
  bool keep_content = false;
};

// PeelLayers reads `message`, which was parsed already. Fails only with cancelled; whatever is
// wrong with the message is in the result.
[[nodiscard]] Result<PeeledMessage> PeelLayers(const mime::Message& message,
                                               const PeelOptions& options);

// PeelObject reads one CMS object that is not in a message: BER, PEM or base64. `content` is that
// of a detached signature, where it is given; line ends do not matter for it.
[[nodiscard]] Result<PeeledMessage> PeelObject(ByteView object,
                                               const std::optional<ByteView>& content,
                                               const PeelOptions& options);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_LAYERS_H_
