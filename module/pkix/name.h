// Name: a distinguished name (X.501 Name; RFC 5280, 4.1.2.4), its comparison and its readable text.
#ifndef SIGNET_PKIX_NAME_H_
#define SIGNET_PKIX_NAME_H_

#include <optional>
#include <string>
#include <vector>

#include "asn1/der_reader.h"
#include "base/bytes.h"
#include "base/oid.h"
#include "base/result.h"

namespace signet::pkix {

// One AttributeTypeAndValue. Its views lead into the octets that the name was read from.
struct NameAttribute {
  ByteView type;      // content octets of the OID
  asn1::Tag tag = 0;  // of the value
  ByteView value;     // content octets of the value
  // The value as UTF-8, if it is a character string that is well formed.
  std::optional<std::string> text;
  // Its number of the relative distinguished name, from 0; several attributes may share one.
  std::size_t rdn = 0;
};

// Name is immutable. It views into the octets it was read from, which outlive it (a certificate
// owns both).
class Name {
 public:
  // The empty name.
  Name() = default;

  // Reads a complete RDNSequence. Reason: malformed.
  [[nodiscard]] static Result<Name> Parse(const asn1::Element& element);

  // As it came, tag and length included.
  [[nodiscard]] ByteView der() const { return der_; }
  [[nodiscard]] const std::vector<NameAttribute>& attributes() const { return attributes_; }
  [[nodiscard]] bool empty() const { return attributes_.empty(); }

  // The form in which names are compared (RFC 5280, 7.1; RFC 4518): types and values in order,
  // strings of all encodings as UTF-8, case folded, NFKC, surplus white space removed; values that
  // are no strings, octet by octet. Two names are the same exactly if their keys are.
  [[nodiscard]] const std::string& key() const { return key_; }
  // Whether this name lies within the subtree `base` (RFC 5280, 4.2.1.10: its first RDNs are
  // equal).
  [[nodiscard]] bool IsWithin(const Name& base) const;

  // Readable text in the way of RFC 4514, most specific part first: "CN=Alice,O=Example,C=DE". What
  // would mislead a reader (control characters, bidirectional overrides) is escaped. Not for
  // comparison.
  [[nodiscard]] std::string ToText() const;
  // The last value of this type, as UTF-8.
  [[nodiscard]] std::optional<std::string> Find(const Oid& type) const;

  friend bool operator==(const Name& a, const Name& b) { return a.key_ == b.key_; }

 private:
  ByteView der_;
  std::vector<NameAttribute> attributes_;
  std::string key_;
  std::vector<std::size_t> rdn_key_ends_;  // ends of the RDNs within key_
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_NAME_H_
