#include "smime/recipients.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "asn1/der_reader.h"
#include "pkix/address.h"
#include "pkix/name.h"

namespace signet::smime {
namespace {

// Certificates that are named in one sentence.
constexpr std::size_t kNamed = 4;

std::string IssuerText(ByteView der) {
  asn1::DerReader reader(der);
  if (const auto element = reader.ReadAny()) {
    if (const auto name = pkix::Name::Parse(*element)) {
      return pkix::DisplayText(*name);
    }
  }
  return {};
}

std::string IdText(const cms::RecipientId& id) {
  if (id.issuer_and_serial) {
    const std::string issuer = IssuerText(id.issuer_and_serial->issuer);
    return (issuer.empty() ? "" : issuer + ", ") + ToHex(id.issuer_and_serial->serial);
  }
  return id.key_identifier ? ToHex(*id.key_identifier) : std::string();
}

RecipientFindings::State StateOf(cms::RecipientState state) {
  using State = RecipientFindings::State;
  switch (state) {
    case cms::RecipientState::kOpened:
      return State::kOpened;
    case cms::RecipientState::kNotTried:
      return State::kNotTried;
    case cms::RecipientState::kFailed:
      return State::kFailed;
    case cms::RecipientState::kUnusable:
      return State::kUnusable;
    case cms::RecipientState::kNotOurs:
      break;
  }
  return State::kNotOurs;
}

}  // namespace

pkix::CertificatePtr KnownCertificate(const cms::RecipientId& id, const ReaderSources& sources) {
  if (!sources.find_signer || (!id.issuer_and_serial && !id.key_identifier)) {
    return nullptr;
  }
  const auto known = sources.find_signer({id.issuer_and_serial, id.key_identifier});
  return known.empty() ? nullptr : known.front();
}

std::string NameOf(const cms::RecipientId& id, const pkix::CertificatePtr& known) {
  const std::string text = IdText(id);
  return known == nullptr ? text : known->DisplayName() + " (" + text + ")";
}

std::vector<RecipientFindings> ListRecipients(const cms::EnvelopedData& enveloped,
                                              const ReaderSources& sources) {
  std::vector<RecipientFindings> list;
  const std::size_t count = std::min(enveloped.recipients.size(), kRecipientsListed);
  list.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const cms::Recipient& recipient = enveloped.recipients[i];
    pkix::CertificatePtr known = KnownCertificate(recipient.id, sources);
    std::string name = NameOf(recipient.id, known);
    list.push_back({std::move(name), recipient.algorithm, StateOf(recipient.state),
                    recipient.reason, std::move(known)});
  }
  return list;
}

Reason WithRecipients(Reason reason, const std::vector<RecipientFindings>& recipients,
                      std::size_t recipient_count, const std::vector<std::string>& own_addresses) {
  if (reason.code != ReasonCode::kNoMatchingKey) {
    return reason;
  }
  for (const RecipientFindings& recipient : recipients) {
    const bool own = recipient.known != nullptr &&
                     std::ranges::any_of(own_addresses, [&](const std::string& address) {
                       return pkix::HasAddress(*recipient.known, address);
                     });
    if (own) {
      return recipient.known->About(ReasonCode::kPrivateKeyMissing);
    }
  }
  std::string names;
  std::size_t named = 0;
  for (const RecipientFindings& recipient : recipients) {
    if (recipient.certificate.empty()) {
      continue;
    }
    if (named == kNamed) {
      break;
    }
    names += (named == 0 ? "" : "; ") + recipient.certificate;
    ++named;
  }
  if (named == 0) {
    return reason;
  }
  if (named < recipient_count) {
    names += "; …";
  }
  return std::move(reason).With("recipients", names);
}

}  // namespace signet::smime
