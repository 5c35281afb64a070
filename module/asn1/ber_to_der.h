// BerToDer: rewrites BER (ITU-T X.690, section 8) as DER, as far as that can be done without
// knowing what the values mean.
//
// CMS lets senders write BER nearly everywhere, but its small parts are best read strictly, and
// signed attributes are digested as DER whatever was sent (RFC 5652, 5.4). Lengths get their
// shortest definite form, and strings that were cut into segments are joined where the tag says
// that it is a string (universal class). The order of a SET OF, the form of integers and strings
// behind context tags stay as they were.
#ifndef SIGNET_ASN1_BER_TO_DER_H_
#define SIGNET_ASN1_BER_TO_DER_H_

#include "base/bytes.h"
#include "base/result.h"

namespace signet::asn1 {

// BerToDer rewrites one element with everything in it. `ber` holds exactly that element. Reasons:
// malformed, limit-exceeded (kAsn1Depth). Does not recurse; its work is bounded by the size of the
// input times kAsn1Depth.
[[nodiscard]] Result<Bytes> BerToDer(ByteView ber);

}  // namespace signet::asn1

#endif  // SIGNET_ASN1_BER_TO_DER_H_
