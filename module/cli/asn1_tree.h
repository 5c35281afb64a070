// Asn1Tree: the plain structure of any BER value, for objects that Signet has no names for.
#ifndef SIGNET_CLI_ASN1_TREE_H_
#define SIGNET_CLI_ASN1_TREE_H_

#include "base/bytes.h"
#include "cli/tree.h"

namespace signet::cli {

// AddAsn1 adds each element of `octets` below `tree`, as far as it is BER, with a line about where
// it is not. At most a few thousand elements are shown.
void AddAsn1(ByteView octets, Tree& tree);

}  // namespace signet::cli

#endif  // SIGNET_CLI_ASN1_TREE_H_
