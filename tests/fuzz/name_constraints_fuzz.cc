// Names against constraints, any form against any: two GeneralNames, one after the other.
#include <cstdint>
#include <cstdlib>

#include "asn1/der_reader.h"
#include "pkix/idna.h"
#include "pkix/name_constraints.h"
#include "pkix/text.h"

namespace {

using signet::ByteView;
namespace pkix = signet::pkix;

void Match(const pkix::GeneralName& name, const pkix::GeneralName& base) {
  const pkix::NameMatch permitted = pkix::MatchName(name, base, false);
  const pkix::NameMatch excluded = pkix::MatchName(name, base, true);
  // An excluded subtree never lets through what a permitted one takes in.
  if (permitted == pkix::NameMatch::kInside && excluded != pkix::NameMatch::kInside) {
    std::abort();
  }
  if ((permitted == pkix::NameMatch::kOtherForm) != (excluded == pkix::NameMatch::kOtherForm)) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView octets(data, size);
  if (const auto domain = pkix::ToALabels(signet::AsText(octets))) {
    // The comparable form is final.
    if (pkix::ToALabels(*domain) != domain) {
      std::abort();
    }
  }
  static_cast<void>(pkix::EscapeForDisplay(signet::AsText(octets)));
  signet::asn1::DerReader reader(octets);
  const auto first = pkix::ReadGeneralName(reader);
  const auto second = first ? pkix::ReadGeneralName(reader) : first;
  if (!second) {
    return 0;
  }
  static_cast<void>(first->ToText());
  Match(*first, *second);
  Match(*second, *first);
  Match(*first, *first);
  return 0;
}
