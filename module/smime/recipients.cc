#include "smime/recipients.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "asn1/der_reader.h"
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

std::string NameOf(const cms::RecipientId& id, const ReaderSources& sources) {
  std::string text = IdText(id);
  if (text.empty() || !sources.find_signer) {
    return text;
  }
  const auto known = sources.find_signer({id.issuer_and_serial, id.key_identifier});
  return known.empty() ? text : known.front()->DisplayName() + " (" + text + ")";
}

std::vector<RecipientFindings> ListRecipients(const cms::EnvelopedData& enveloped,
                                              const ReaderSources& sources) {
  std::vector<RecipientFindings> list;
  const std::size_t count = std::min(enveloped.recipients.size(), kRecipientsListed);
  list.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const cms::Recipient& recipient = enveloped.recipients[i];
    list.push_back({NameOf(recipient.id, sources), recipient.algorithm, StateOf(recipient.state),
                    recipient.reason});
  }
  return list;
}

Reason WithRecipients(Reason reason, const std::vector<RecipientFindings>& recipients,
                      std::size_t recipient_count) {
  if (reason.code != ReasonCode::kNoMatchingKey) {
    return reason;
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
