// AlgorithmIdentifier (RFC 5280, 4.1.1.2) as a value that owns its octets.
#ifndef SIGNET_CMS_ALGORITHM_IDENTIFIER_H_
#define SIGNET_CMS_ALGORITHM_IDENTIFIER_H_

#include "asn1/der_reader.h"
#include "base/bytes.h"
#include "base/result.h"

namespace signet::cms {

// AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }
struct AlgorithmIdentifier {
  // The whole SEQUENCE, DER.
  Bytes der;
  // Content octets of the object identifier; compare with an Oid constant.
  Bytes oid;
  // Tag, length and content of the parameters; empty where there are none.
  Bytes parameters;

  bool operator==(const AlgorithmIdentifier&) const = default;
};

// ReadAlgorithmIdentifier reads the next element of `reader`, which has the given tag (a context
// tag where it is IMPLICIT; `der` then starts with SEQUENCE nevertheless).
[[nodiscard]] Result<AlgorithmIdentifier> ReadAlgorithmIdentifier(asn1::DerReader& reader,
                                                                  asn1::Tag tag = asn1::kSequence);

// IsSameAlgorithm compares identifiers; absent parameters and NULL are the same (RFC 5754, 2).
[[nodiscard]] bool IsSameAlgorithm(const AlgorithmIdentifier& a, const AlgorithmIdentifier& b);

}  // namespace signet::cms

#endif  // SIGNET_CMS_ALGORITHM_IDENTIFIER_H_
