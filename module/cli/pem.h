// PEM (RFC 7468): the octets of blocks with certain labels.
#ifndef SIGNET_CLI_PEM_H_
#define SIGNET_CLI_PEM_H_

#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace signet::cli {

// PemBlocks gives the content of every block with one of the labels, in order. Text around blocks,
// and blocks with other labels, are skipped; a block that does not end is none.
[[nodiscard]] std::vector<Bytes> PemBlocks(std::string_view text,
                                           std::initializer_list<std::string_view> labels);

}  // namespace signet::cli

#endif  // SIGNET_CLI_PEM_H_
