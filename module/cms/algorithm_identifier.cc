#include "cms/algorithm_identifier.h"

#include <optional>

namespace signet::cms {

Result<AlgorithmIdentifier> ReadAlgorithmIdentifier(asn1::DerReader& reader, asn1::Tag tag) {
  SIGNET_ASSIGN(const asn1::Element element, reader.ReadElement(tag));
  asn1::DerReader inner(element);
  AlgorithmIdentifier algorithm;
  SIGNET_ASSIGN(const ByteView oid, inner.ReadOid());
  algorithm.oid = ToBytes(oid);
  if (!inner.AtEnd()) {
    SIGNET_ASSIGN(const asn1::Element parameters, inner.ReadAny());
    algorithm.parameters = ToBytes(parameters.der);
  }
  SIGNET_TRY(inner.Finish());
  algorithm.der = ToBytes(element.der);
  algorithm.der.front() = asn1::kSequence;
  return algorithm;
}

bool IsSameAlgorithm(const AlgorithmIdentifier& a, const AlgorithmIdentifier& b) {
  const auto has_none = [](const AlgorithmIdentifier& algorithm) {
    return algorithm.parameters.empty() || algorithm.parameters == Bytes{asn1::kNull, 0};
  };
  return a.oid == b.oid && (a.parameters == b.parameters || (has_none(a) && has_none(b)));
}

}  // namespace signet::cms
