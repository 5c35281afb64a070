// Certificates, as strangers send them: read, shown, and put through every rule as their own
// issuer.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "nss/startup.h"
#include "pkix/address.h"
#include "pkix/certificate.h"
#include "pkix/fetch.h"
#include "pkix/path.h"

namespace {

using signet::ByteView;
namespace pkix = signet::pkix;

void Show(const pkix::Certificate& certificate) {
  std::string text = certificate.DisplayName() + certificate.IssuerDisplayName() +
                     certificate.subject().ToText() + certificate.SerialHex();
  for (const pkix::GeneralName& name : certificate.extensions().subject_alt_names) {
    text += name.ToText();
  }
  // What is shown never contains a control character.
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      std::abort();
    }
  }
  for (const std::string& address : certificate.addresses()) {
    // An address that can be compared at all is its own.
    if (pkix::ParseAddress(address) && !pkix::HasAddress(certificate, address)) {
      std::abort();
    }
  }
}

void Validate(const pkix::CertificatePtr& certificate, bool anchored) {
  const pkix::CertificatePool pool({certificate});
  pkix::AnchorSet anchors;
  if (anchored) {
    anchors.Add(*certificate,
                {.level = pkix::Trust::Level::kAnchor, .distrust_after = std::nullopt});
  }
  pkix::PathRequest request;
  request.target = certificate;
  request.sources = {&pool};
  request.trust = &anchors;
  request.at = certificate->not_before();
  request.purpose = pkix::Purpose::kEncryption;
  request.options.allow_weak = true;
  request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
  const pkix::PathResult result = pkix::ValidatePath(request);
  // Nothing is valid that is not trusted.
  if (result.paths.empty() || (result.valid() && !anchored)) {
    std::abort();
  }
  static_cast<void>(pkix::FindFetches(result, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  const auto certificate = pkix::Certificate::Parse(ByteView(data, size));
  if (!certificate) {
    return 0;
  }
  Show(**certificate);
  Validate(*certificate, false);
  Validate(*certificate, true);
  return 0;
}
