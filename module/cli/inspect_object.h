// InspectObject: the structure of a CMS object in words.
#ifndef SIGNET_CLI_INSPECT_OBJECT_H_
#define SIGNET_CLI_INSPECT_OBJECT_H_

#include <functional>
#include <optional>

#include "base/bytes.h"
#include "base/large_buffer.h"
#include "base/result.h"
#include "cli/tree.h"
#include "cms/enveloped_data.h"

namespace signet::cli {

// Pushes the octets of an object (BER) into a sink.
using ObjectFeed = std::function<Result<void>(const std::function<Result<void>(ByteView)>& sink)>;

// InspectObject adds the structure of one object below `tree`. An encrypted one is opened if `keys`
// (may be null) can. What Signet has no reader for, or cannot read to its end, is shown as plain
// ASN.1. Gives the content, where it was read and is small enough to look into.
std::optional<LargeBuffer> InspectObject(const ObjectFeed& feed, cms::KeySource* keys, Tree& tree);

}  // namespace signet::cli

#endif  // SIGNET_CLI_INSPECT_OBJECT_H_
