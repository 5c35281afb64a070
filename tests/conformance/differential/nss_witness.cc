#include <cert.h>
#include <nss.h>
#include <prerror.h>

#include <array>
#include <memory>
#include <vector>

#include "conformance/differential/witness.h"

namespace signet::differential {
namespace {

struct DestroyCertificate {
  void operator()(CERTCertificate* certificate) const { CERT_DestroyCertificate(certificate); }
};
using Certificate = std::unique_ptr<CERTCertificate, DestroyCertificate>;

struct DestroyList {
  void operator()(CERTCertList* list) const { CERT_DestroyCertList(list); }
};

Certificate Read(const Bytes& der) {
  Bytes copy = der;
  SECItem item{siBuffer, copy.data(), static_cast<unsigned>(copy.size())};
  return Certificate(
      CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &item, nullptr, PR_FALSE, PR_TRUE));
}

CERTValInParam Parameter(CERTValParamInType type) {
  CERTValInParam parameter{};
  parameter.type = type;
  return parameter;
}

}  // namespace

std::string NssVersion() {
  return NSS_GetVersion();
}

Verdict AskNss(const Chain& chain) {
  const Certificate target = Read(chain.target);
  const Certificate anchor = Read(chain.anchor);
  if (target == nullptr || anchor == nullptr) {
    return {.why = "it cannot be read"};
  }
  // As long as they are held, NSS finds them.
  std::vector<Certificate> others;
  others.reserve(chain.others.size());
  for (const Bytes& der : chain.others) {
    others.push_back(Read(der));
  }
  const std::unique_ptr<CERTCertList, DestroyList> anchors(CERT_NewCertList());
  CERT_AddCertToListTail(anchors.get(), CERT_DupCertificate(anchor.get()));
  // "Nothing is asked" for the certificate and for the authorities.
  std::array<PRUint64, 2> methods{};
  CERTRevocationFlags revocation{};
  for (CERTRevocationTests* tests : {&revocation.leafTests, &revocation.chainTests}) {
    tests->number_of_defined_methods = static_cast<PRUint32>(methods.size());
    tests->cert_rev_flags_per_method = methods.data();
  }
  std::array parameters{Parameter(cert_pi_trustAnchors), Parameter(cert_pi_useOnlyTrustAnchors),
                        Parameter(cert_pi_date), Parameter(cert_pi_revocationFlags),
                        Parameter(cert_pi_end)};
  parameters[0].value.pointer.chain = anchors.get();
  parameters[1].value.scalar.b = PR_TRUE;
  parameters[2].value.scalar.time =
      static_cast<PRTime>(std::chrono::microseconds(testing::kTestTime.time_since_epoch()).count());
  parameters[3].value.pointer.revocation = &revocation;
  CERTValOutParam nothing{};
  nothing.type = cert_po_end;
  if (CERT_PKIXVerifyCert(target.get(), certificateUsageEmailSigner, parameters.data(), &nothing,
                          nullptr) == SECSuccess) {
    return {.valid = true, .why = {}};
  }
  const PRErrorCode error = PORT_GetError();
  const char* const name = PR_ErrorToName(error);
  return {.why = name != nullptr ? name : "error " + std::to_string(error)};
}

}  // namespace signet::differential
