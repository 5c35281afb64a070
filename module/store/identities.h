// The person's own certificates, judged: which can sign, which can be encrypted for, which to take.
#ifndef SIGNET_STORE_IDENTITIES_H_
#define SIGNET_STORE_IDENTITIES_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/certificate_state.h"
#include "store/profile_keys.h"

namespace signet::store {

// One own certificate (its private key is on some token).
struct Identity {
  pkix::CertificatePtr certificate;
  // Every token that has it, by the names that people know.
  std::vector<std::string> tokens;
  // Using the key asks for a password first, wherever it is.
  bool locked = false;
  // For signing as the address that was asked for, and for receiving encrypted mail there:
  // certificate-for-other-address and certificate-without-address are among the reasons. What is
  // wrong with the certificate itself has the words for its owner (own-certificate-expired, …).
  CertificateState signing;
  CertificateState encryption;

  [[nodiscard]] const CertificateState& For(pkix::Purpose purpose) const {
    return purpose == pkix::Purpose::kSigning ? signing : encryption;
  }
};

// The own certificates for one address.
struct Identities {
  std::string address;
  // All of them, old ones too, each once: those that can do both first, then signing, then
  // encryption, then those that cannot be used but are for the address, then the rest; the newest
  // first within each.
  std::vector<Identity> all;
  // What to take: the newest usable certificate for signing, and for encryption the newest usable
  // one of the same issuer, or else of any. Indexes into `all`; nothing: none can be used.
  std::optional<std::size_t> proposed_signing;
  std::optional<std::size_t> proposed_encryption;
  // Why there is none, the most useful first; empty: there is. own-certificate-missing if none is
  // for the address.
  std::vector<Reason> signing_reasons;
  std::vector<Reason> encryption_reasons;

  [[nodiscard]] const Identity* Find(std::string_view sha256) const;
};

// JudgeIdentities judges own certificates (ProfileKeys::List) for an address, UTF-8; with an empty
// one, addresses are not asked for. NSS must run; thread-safe if the sources are; asks for no
// password.
[[nodiscard]] Identities JudgeIdentities(std::span<const OwnCertificate> own,
                                         std::string_view address, const JudgeContext& context);

// ProposedPartner gives the certificate that belongs with a chosen one: the same if it can serve,
// else the newest usable one of the same issuer, or of any. `purpose` is what the partner is
// wanted for: kSigning or kEncryption. Index into `all`; nothing: none can be used.
[[nodiscard]] std::optional<std::size_t> ProposedPartner(const Identities& identities,
                                                         const pkix::Certificate& chosen,
                                                         pkix::Purpose purpose);

}  // namespace signet::store

#endif  // SIGNET_STORE_IDENTITIES_H_
