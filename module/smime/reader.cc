#include "smime/reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mime/message.h"
#include "mime/smime_part.h"
#include "smime/layers.h"
#include "smime/recipients.h"

namespace signet::smime {
namespace {

void Add(std::vector<Finding>& findings, Reason reason) {
  const Severity severity = SeverityOf(reason.code);
  findings.push_back({std::move(reason), severity});
}

bool IsSigned(const PeeledLayer& layer) {
  return layer.kind == LayerKind::kSigned;
}

bool IsEncrypted(LayerKind kind) {
  return kind == LayerKind::kEncrypted || kind == LayerKind::kAuthenticatedEncrypted;
}

// All certificates that the layers bring; unreadable ones are no use as authorities.
std::vector<pkix::CertificatePtr> CollectCertificates(const PeeledMessage& peeled,
                                                      const ReaderSources& sources) {
  std::vector<pkix::CertificatePtr> certificates;
  for (const PeeledLayer& layer : peeled.layers) {
    if (!layer.signed_data) {
      continue;
    }
    for (const Bytes& der : layer.signed_data->certificates) {
      if (auto certificate = ReadCertificate(der, sources)) {
        certificates.push_back(std::move(*certificate));
      }
    }
  }
  return certificates;
}

// Revocation data that the layers bring (RFC 5940) and that is at hand otherwise; unreadable ones
// say nothing. Nothing is believed yet.
pkix::RevocationData CollectRevocationData(const PeeledMessage& peeled,
                                           const ReaderSources& sources) {
  pkix::RevocationData data;
  if (sources.revocation.mode == pkix::RevocationSettings::Mode::kOff) {
    return data;
  }
  if (sources.evidence != nullptr) {
    data = sources.evidence->data();
  }
  for (const PeeledLayer& layer : peeled.layers) {
    if (!layer.signed_data) {
      continue;
    }
    for (const Bytes& der : layer.signed_data->crls) {
      if (auto crl = pkix::Crl::Parse(der)) {
        data.crls.push_back(*std::move(crl));
      }
    }
    for (const Bytes& der : layer.signed_data->ocsp_responses) {
      if (auto response = pkix::OcspResponse::Parse(der)) {
        data.ocsp_responses.push_back(
            {.response = *std::move(response), .certificate = {}, .nonce = {}});
      }
    }
  }
  return data;
}

// A signature inside of another one, by somebody else than From. Two opaque signatures are one
// object to every program, and the outer signer, who is held against From, vouches for the inner
// one as for any other content. A clear-signed layer, however, is shown by mail programs as a
// signature of its own, the outer by some and the inner by others: who signed "the message" is then
// ambiguous, and ambiguity is not shown as good.
// Directly inside only: a signature around encryption says nothing of what is in it, so its signer
// vouches for no other one.
bool InnerSignerIsRemark(const PeeledMessage& peeled, std::size_t layer) {
  return layer > 0 && !peeled.layers[layer].clear_signed && IsSigned(peeled.layers[layer - 1]) &&
         !peeled.layers[layer - 1].clear_signed;
}

// The first signer of the content itself. Null: all signed around the encryption, which shows no
// relation to what is in it: "a recipient of a message that is encrypted and then signed … cannot
// determine any relationship between the signer and the unencrypted contents" (RFC 8551, 3.7).
const SignerFindings* SignerOfContent(const PeeledMessage& peeled, const Findings& findings) {
  std::size_t inside = 0;
  for (std::size_t index = 0; index < peeled.layers.size(); ++index) {
    if (IsEncrypted(peeled.layers[index].kind)) {
      inside = index + 1;
    }
  }
  const auto found = std::ranges::find_if(
      findings.signers, [inside](const SignerFindings& signer) { return signer.layer >= inside; });
  return found == findings.signers.end() ? nullptr : &*found;
}

void JudgeSigners(const PeeledMessage& peeled, std::size_t index, const SignerContext& context,
                  Findings& findings) {
  const PeeledLayer& layer = peeled.layers[index];
  for (std::size_t number = 0; number < layer.signed_data->signers.size(); ++number) {
    SignerFindings signer = JudgeSigner(layer, number, context);
    signer.layer = index;
    if (InnerSignerIsRemark(peeled, index)) {
      for (Finding& finding : signer.findings) {
        if (finding.reason.code == ReasonCode::kAddressMismatch) {
          finding.severity = Severity::kWarning;
        }
      }
      SortAndMerge(signer.findings);
      if (signer.certificate != nullptr) {
        Weigh(signer);
      }
    }
    findings.findings.insert(findings.findings.end(), signer.findings.begin(),
                             signer.findings.end());
    findings.signers.push_back(std::move(signer));
  }
}

std::string AlgorithmOf(const PeeledLayer& layer, std::size_t index, const Findings& findings) {
  if (layer.enveloped) {
    return layer.enveloped->cipher;
  }
  for (const SignerFindings& signer : findings.signers) {
    if (signer.layer == index) {
      return signer.algorithm;
    }
  }
  return {};
}

void JudgeSignedLayer(const PeeledMessage& peeled, std::size_t index, const SignerContext& context,
                      Findings& findings) {
  const PeeledLayer& layer = peeled.layers[index];
  if (layer.signed_data && layer.signed_data->signers.empty()) {
    Add(findings.findings, MakeReason(ReasonCode::kNoSigner).At("part " + layer.part));
  } else if (layer.signed_data) {
    JudgeSigners(peeled, index, context, findings);
  }
  if (layer.failure) {
    Add(findings.findings, *layer.failure);
  }
}

void JudgeEncryptedLayer(const PeeledLayer& layer, const ReaderSources& sources,
                         const ReadOptions& options, Findings& findings) {
  if (layer.enveloped) {
    for (const Reason& reason : layer.enveloped->findings) {
      Add(findings.findings, reason);
    }
  }
  if (layer.failure) {
    const std::vector<RecipientFindings> recipients =
        layer.enveloped ? ListRecipients(*layer.enveloped, sources)
                        : std::vector<RecipientFindings>();
    Add(findings.findings, WithRecipients(*layer.failure, recipients,
                                          layer.enveloped ? layer.enveloped->recipients.size() : 0,
                                          options.own_addresses));
    findings.encryption = EncryptionVerdict::kFailed;
  } else if (findings.encryption == EncryptionVerdict::kNone) {
    findings.encryption = EncryptionVerdict::kDecrypted;
  }
}

void DescribeLayers(const PeeledMessage& peeled, const ReaderSources& sources, Findings& findings) {
  for (std::size_t index = 0; index < peeled.layers.size(); ++index) {
    const PeeledLayer& layer = peeled.layers[index];
    Layer& view = findings.layers.emplace_back();
    view = {layer.kind, true, layer.part, AlgorithmOf(layer, index, findings)};
    if (layer.enveloped) {
      view.recipients = ListRecipients(*layer.enveloped, sources);
      view.recipient_count = layer.enveloped->recipients.size();
    }
  }
  for (const ErrantLayer& errant : peeled.errant) {
    findings.layers.push_back({errant.kind, false, errant.part, {}});
    Add(findings.findings, MakeReason(IsEncrypted(errant.kind) ? ReasonCode::kEncryptedInPart
                                                               : ReasonCode::kPartlySigned)
                               .At("part " + errant.part));
  }
}

// A signed whole that contains another S/MIME part is still signed as a whole: "only a part of this
// message is signed" would be false.
void DropPartlySigned(Findings& findings) {
  std::erase_if(findings.findings, [](const Finding& finding) {
    return finding.reason.code == ReasonCode::kPartlySigned;
  });
}

void Conclude(const PeeledMessage& peeled, Findings& findings) {
  const bool failed = std::ranges::any_of(
      peeled.layers, [](const PeeledLayer& layer) { return layer.failure && IsSigned(layer); });
  const bool has_signed_layer = std::ranges::any_of(peeled.layers, IsSigned);
  if (has_signed_layer) {
    DropPartlySigned(findings);
  }
  if (has_signed_layer && findings.signers.empty() && !failed) {
    return;  // the form of a signed message without a signer: not signed, and `no-signer` says so
  }
  if (has_signed_layer) {
    const bool all_hold = !findings.signers.empty() &&
                          std::ranges::all_of(findings.signers, [](const SignerFindings& signer) {
                            return signer.valid || signer.valid_then;
                          });
    const bool every_layer_has_signer =
        std::ranges::all_of(peeled.layers, [](const PeeledLayer& layer) {
          return !IsSigned(layer) || (layer.signed_data && !layer.signed_data->signers.empty());
        });
    const bool holds =
        all_hold && every_layer_has_signer && !failed && peeled.irregularities.empty();
    const SignerFindings* const signer = SignerOfContent(peeled, findings);
    if (!holds) {
      findings.signature = SignatureVerdict::kInvalid;
    } else if (signer != nullptr &&
               std::ranges::any_of(findings.signers, &SignerFindings::valid_then)) {
      findings.signature = SignatureVerdict::kExpiredSince;
    } else if (signer != nullptr) {
      findings.signature = SignatureVerdict::kValid;
      Add(findings.findings, signer->certificate->About(ReasonCode::kValid));
    } else {
      const pkix::Certificate& outside = *findings.signers.front().certificate;
      Add(findings.findings, outside.About(ReasonCode::kSignedOutsideEncryption));
    }
  } else if (std::ranges::none_of(findings.findings, [](const Finding& finding) {
               return finding.reason.code == ReasonCode::kPartlySigned;
             })) {
    Add(findings.findings, MakeReason(ReasonCode::kNotSigned));
  }
}

// Encryption without a check of its own keeps readers out, not writers: who can flip octets on the
// way can change what is read. A valid signature inside is such a check.
void RemarkOnAlterable(const PeeledMessage& peeled, Findings& findings) {
  const bool alterable = std::ranges::any_of(peeled.layers, [](const PeeledLayer& layer) {
    return layer.kind == LayerKind::kEncrypted && !layer.failure;
  });
  if (alterable && findings.signature != SignatureVerdict::kValid) {
    Add(findings.findings, MakeReason(ReasonCode::kEncryptionNotAuthenticated));
  }
}

// A message that is not wholly here: its labels tell whether there is something to judge at all. Of
// one that is not here at all not even that is known.
Findings JudgeIncomplete(const mime::Message& message, Findings findings) {
  const mime::SmimePart part = mime::Classify(message, 0);
  if (part.form == mime::SmimeForm::kNone && !message.root().octets.empty()) {
    Add(findings.findings, MakeReason(ReasonCode::kNotSigned));
    return findings;
  }
  findings.signature = SignatureVerdict::kUnknown;
  Add(findings.findings, MakeReason(ReasonCode::kContentNotAvailable));
  return findings;
}

void JudgeLayers(const PeeledMessage& peeled, const SignerContext& context,
                 const ReadOptions& options, Findings& findings) {
  for (std::size_t index = 0; index < peeled.layers.size(); ++index) {
    const PeeledLayer& layer = peeled.layers[index];
    if (IsSigned(layer)) {
      JudgeSignedLayer(peeled, index, context, findings);
    } else if (IsEncrypted(layer.kind)) {
      JudgeEncryptedLayer(layer, *context.sources, options, findings);
    } else if (layer.failure) {
      Add(findings.findings, *layer.failure);
    }
  }
}

}  // namespace

Result<Opened> Open(ByteView message, const ReaderSources& sources, const ReadOptions& options) {
  Opened opened;
  auto parsed = mime::Message::Parse(message);
  if (!parsed) {
    // Too large or too deep to be looked at: whether it is signed cannot be said, so nothing good
    // is.
    Findings& findings = opened.settled.emplace();
    findings.signature = SignatureVerdict::kInvalid;
    Add(findings.findings, std::move(parsed).error());
    return opened;
  }
  opened.originator = mime::ReadOriginator(parsed->root().header);
  if (options.incomplete) {
    Findings findings;
    findings.address = SenderAddress(opened.originator);
    opened.settled = JudgeIncomplete(*parsed, std::move(findings));
    return opened;
  }
  SIGNET_ASSIGN(opened.peeled,
                PeelLayers(*parsed, {sources.keys, options.cancel, options.keep_content}));
  if (opened.peeled.protected_header) {
    opened.header_differences =
        CompareHeaders(*opened.peeled.protected_header, parsed->root().header);
  }
  return opened;
}

Result<Opened> OpenObject(ByteView object, const std::optional<ByteView>& content,
                          const ReaderSources& sources, const ReadOptions& options) {
  Opened opened;
  opened.has_originator = false;
  SIGNET_ASSIGN(opened.peeled, PeelObject(object, content, {sources.keys, options.cancel}));
  return opened;
}

Findings Judge(const Opened& opened, const ReaderSources& sources, const ReadOptions& options) {
  if (opened.settled) {
    return *opened.settled;
  }
  const PeeledMessage& peeled = opened.peeled;
  Findings findings;
  findings.address = SenderAddress(opened.originator);
  findings.certificates = CollectCertificates(peeled, sources);
  const pkix::CertificatePool pool(findings.certificates);
  const pkix::RevocationData revocation = CollectRevocationData(peeled, sources);
  JudgeLayers(peeled,
              {.sources = &sources,
               .message_certificates = &pool,
               .revocation_data = &revocation,
               .originator = &opened.originator,
               .time = options.time,
               .check_address = options.check_address && opened.has_originator},
              options, findings);
  if (!peeled.layers.empty()) {
    for (const Reason& reason : peeled.irregularities) {
      Add(findings.findings, reason);
    }
  }
  for (const Reason& reason : opened.header_differences) {
    Add(findings.findings, reason);
  }
  if (peeled.protected_header) {
    findings.protected_subject = peeled.protected_header->Subject();
  }
  DescribeLayers(peeled, sources, findings);
  Conclude(peeled, findings);
  RemarkOnAlterable(peeled, findings);
  SortAndMerge(findings.findings);
  return findings;
}

Result<Findings> Read(ByteView message, const ReaderSources& sources, const ReadOptions& options) {
  SIGNET_ASSIGN(const Opened opened, Open(message, sources, options));
  return Judge(opened, sources, options);
}

Result<Findings> ReadObject(ByteView object, const std::optional<ByteView>& content,
                            const ReaderSources& sources, const ReadOptions& options) {
  SIGNET_ASSIGN(const Opened opened, OpenObject(object, content, sources, options));
  return Judge(opened, sources, options);
}

}  // namespace signet::smime
