// CRLs, as strangers serve them: whatever is listed is found, however it is looked up.
#include <cstdint>
#include <cstdlib>

#include "asn1/der_reader.h"
#include "nss/startup.h"
#include "pkix/crl.h"
#include "pkix/crl_entries.h"

namespace {

using signet::ByteView;
namespace pkix = signet::pkix;
namespace asn1 = signet::asn1;

// The revokedCertificates, found by another way than the CRL's own.
ByteView EntriesOf(ByteView der) {
  asn1::DerReader outer(der);
  auto list = outer.ReadSequence();
  auto tbs = list ? list->ReadSequence() : std::move(list);
  if (!tbs) {
    return {};
  }
  int sequences = 0;
  while (!tbs->AtEnd()) {
    const auto element = tbs->ReadAny();
    if (!element) {
      return {};
    }
    // After algorithm and issuer.
    if (element->tag == asn1::kSequence && ++sequences == 3) {
      return element->content;
    }
  }
  return {};
}

void LookUp(const pkix::Crl& crl) {
  asn1::DerReader entries(EntriesOf(crl.der()));
  constexpr int kMost = 200;
  for (int i = 0; i < kMost && !entries.AtEnd(); ++i) {
    auto entry = entries.ReadSequence();
    const auto serial = entry ? entry->ReadInteger() : std::unexpected(signet::Reason{});
    if (!serial) {
      return;  // found out when it is asked for
    }
    const auto found = crl.entries().Find(*serial, crl.issuer(), crl.issuer());
    const bool indirect = crl.entries().has_certificate_issuers();
    if (found && !*found && !indirect) {
      std::abort();
    }
  }
  static_cast<void>(crl.entries().Find(signet::Bytes{0x7f, 0x11}, crl.issuer(), crl.issuer()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  const auto crl = pkix::Crl::Parse(signet::ToBytes(ByteView(data, size)));
  if (crl) {
    LookUp(**crl);
  }
  return 0;
}
