#include "smime/composer.h"

#include <functional>
#include <utility>

#include "cms/capabilities.h"
#include "cms/enveloped_data_writer.h"
#include "cms/signed_data_writer.h"
#include "mime/signable.h"
#include "mime/transfer.h"
#include "nss/public_key.h"
#include "nss/random.h"

namespace signet::smime {
namespace {

// Gives an entity to a sink.
using Producer = std::function<Result<void>(const mime::Sink&)>;

constexpr std::size_t kBoundaryOctets = 24;

// RFC 8551, 3.5.3.2.
std::string_view MicalgName(nss::DigestAlgorithm digest) {
  switch (digest) {
    case nss::DigestAlgorithm::kSha224:
      return "sha-224";
    case nss::DigestAlgorithm::kSha384:
      return "sha-384";
    case nss::DigestAlgorithm::kSha512:
      return "sha-512";
    default:
      return "sha-256";
  }
}

// Passes octets on as lines of base64.
class Base64Output {
 public:
  explicit Base64Output(const mime::Sink& sink) : sink_(&sink) {}

  Result<void> Write(ByteView octets) {
    text_.clear();
    encoder_.Update(octets, text_);
    return text_.empty() ? Result<void>() : (*sink_)(AsBytes(text_));
  }
  Result<void> Finish() {
    text_.clear();
    encoder_.Finish(text_);
    return text_.empty() ? Result<void>() : (*sink_)(AsBytes(text_));
  }

 private:
  const mime::Sink* sink_;
  mime::Base64Encoder encoder_;
  std::string text_;
};

Result<void> WriteText(const mime::Sink& sink, std::string_view text) {
  return sink(AsBytes(text));
}

// The header of an application/pkcs7-mime (RFC 8551, 3.2).
std::string Pkcs7MimeHeader(std::string_view smime_type, std::string_view description) {
  std::string header = "Content-Type: application/pkcs7-mime; smime-type=";
  header.append(smime_type).append(";\r\n name=\"smime.p7m\"\r\n");
  header.append("Content-Transfer-Encoding: base64\r\n");
  header.append("Content-Disposition: attachment; filename=\"smime.p7m\"\r\n");
  header.append("Content-Description: ").append(description).append("\r\n\r\n");
  return header;
}

// Signs with what was chosen.
cms::SignedDataPlan PlanFor(const ComposeRequest& request, const SignatureChoice& choice) {
  const SigningIdentity& signer = *request.signer;
  cms::SignedDataPlan plan;
  plan.certificate = ToBytes(signer.certificate->der());
  plan.key = signer.key;
  plan.algorithm = choice.algorithm;
  plan.content_digest = choice.digest;
  for (const pkix::CertificatePtr& authority : signer.chain) {
    // Who does not have the root gains nothing by being sent it.
    if (!authority->IsSelfIssued()) {
      plan.certificates.push_back(ToBytes(authority->der()));
    }
  }
  plan.signing_time = request.time;
  const nss::PublicKey* encryption_key = nullptr;
  if (request.own_encryption) {
    plan.encryption_certificate = ToBytes(request.own_encryption->der());
    const Result<nss::PublicKey>& key = request.own_encryption->public_key();
    encryption_key = key ? &*key : nullptr;
  }
  plan.capabilities = cms::OwnCapabilities(encryption_key);
  plan.detached = !request.opaque;
  return plan;
}

// A reason of signing, with the name of the signer.
Reason AboutSigner(const ComposeRequest& request, Reason reason) {
  const Reason about = request.signer->certificate->About(reason.code);
  reason.texts.insert(about.texts.begin(), about.texts.end());
  reason.certificate = about.certificate;
  return reason;
}

Result<void> Signed(Result<void> result, const ComposeRequest& request) {
  if (!result && (result.error().code == ReasonCode::kSigningFailed ||
                  result.error().code == ReasonCode::kAlgorithmUnsupported)) {
    return std::unexpected(AboutSigner(request, std::move(result).error()));
  }
  return result;
}

// RFC 8551, 3.5.3: the entity, then a detached signature over exactly its octets.
Result<void> WriteClearSigned(const ComposeRequest& request, const SignatureChoice& choice,
                              const Producer& entity, const mime::Sink& sink) {
  SIGNET_ASSIGN(const Bytes random, nss::RandomOctets(kBoundaryOctets));
  // "=_" can occur neither in base64 nor in quoted-printable (RFC 2045, 6.7).
  const std::string boundary = "=_signet_" + ToHex(random);
  std::string header = "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";";
  header.append("\r\n micalg=").append(MicalgName(choice.digest));
  header.append("; boundary=\"").append(boundary).append("\"\r\n\r\n");
  header.append("This is a message with an S/MIME signature.\r\n\r\n");
  header.append("--").append(boundary).append("\r\n");
  SIGNET_TRY(WriteText(sink, header));
  Bytes signature;
  SIGNET_ASSIGN(
      cms::SignedDataWriter writer,
      cms::SignedDataWriter::Begin(PlanFor(request, choice), [&](ByteView piece) -> Result<void> {
        signature.insert(signature.end(), piece.begin(), piece.end());
        return {};
      }));
  SIGNET_TRY(entity([&](ByteView piece) -> Result<void> {
    auto updated = writer.Update(piece);
    return updated ? sink(piece) : updated;
  }));
  SIGNET_TRY(Signed(writer.Finish(), request));
  std::string rest = "\r\n--";
  rest.append(boundary).append("\r\n");
  rest.append("Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n");
  rest.append("Content-Transfer-Encoding: base64\r\n");
  rest.append("Content-Disposition: attachment; filename=\"smime.p7s\"\r\n");
  rest.append("Content-Description: S/MIME signature\r\n\r\n");
  rest.append(mime::EncodeBase64(signature));
  rest.append("\r\n--").append(boundary).append("--\r\n");
  return WriteText(sink, rest);
}

// RFC 8551, 3.5.2.
Result<void> WriteOpaqueSigned(const ComposeRequest& request, const SignatureChoice& choice,
                               const Producer& entity, const mime::Sink& sink) {
  SIGNET_TRY(WriteText(sink, Pkcs7MimeHeader("signed-data", "S/MIME signed message")));
  Base64Output output(sink);
  SIGNET_ASSIGN(cms::SignedDataWriter writer,
                cms::SignedDataWriter::Begin(PlanFor(request, choice),
                                             [&](ByteView piece) { return output.Write(piece); }));
  SIGNET_TRY(entity([&](ByteView piece) { return writer.Update(piece); }));
  SIGNET_TRY(Signed(writer.Finish(), request));
  return output.Finish();
}

// RFC 8551, 3.3 and 3.4.
Result<void> WriteEncrypted(const EncryptionChoice& choice, const Producer& entity,
                            const mime::Sink& sink) {
  cms::EnvelopedDataPlan plan;
  plan.cipher = choice.cipher;
  for (const RecipientChoice& recipient : choice.recipients) {
    plan.recipients.push_back({ToBytes(recipient.certificate->der()), recipient.method});
  }
  const std::string_view smime_type =
      nss::IsAuthenticated(choice.cipher) ? "authEnveloped-data" : "enveloped-data";
  SIGNET_TRY(WriteText(sink, Pkcs7MimeHeader(smime_type, "S/MIME encrypted message")));
  Base64Output output(sink);
  SIGNET_ASSIGN(
      cms::EnvelopedDataWriter writer,
      cms::EnvelopedDataWriter::Begin(plan, [&](ByteView piece) { return output.Write(piece); }));
  SIGNET_TRY(entity([&](ByteView piece) { return writer.Update(piece); }));
  SIGNET_TRY(writer.Finish());
  return output.Finish();
}

}  // namespace

Result<ComposeChoice> Choose(const ComposeRequest& request) {
  if (!request.signer && request.recipients.empty()) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("neither signed nor encrypted");
  }
  ComposeChoice choice;
  if (request.signer) {
    SIGNET_ASSIGN(choice.signature, ChooseSignature(*request.signer->certificate, request.policy));
  }
  if (!request.recipients.empty()) {
    std::vector<Recipient> recipients = request.recipients;
    if (request.own_encryption) {
      recipients.push_back(
          {.certificate = request.own_encryption, .capabilities = {}, .self = true});
    }
    SIGNET_ASSIGN(choice.encryption, ChooseEncryption(recipients, request.policy));
  }
  return choice;
}

Result<ComposeChoice> Compose(const ComposeRequest& request, const mime::Sink& sink) {
  SIGNET_ASSIGN(ComposeChoice choice, Choose(request));
  std::string outer;
  if (!request.payload) {
    SIGNET_ASSIGN(outer, mime::OuterHeader(request.message));
  }
  if (!outer.empty()) {
    outer.append("MIME-Version: 1.0\r\n");
    SIGNET_TRY(WriteText(sink, outer));
  }
  Producer producer = [&request](const mime::Sink& to) {
    const auto output = [&](ByteView piece) -> Result<void> {
      if (request.cancel != nullptr && request.cancel->IsCancelled()) {
        return MakeReason(ReasonCode::kCancelled);
      }
      return to(piece);
    };
    return mime::StreamSignable(
        request.message, output,
        request.payload ? mime::OtherFields::kInside : mime::OtherFields::kOutside);
  };
  if (choice.signature) {
    producer = [&request, &signature = *choice.signature,
                entity = std::move(producer)](const mime::Sink& to) {
      return request.opaque ? WriteOpaqueSigned(request, signature, entity, to)
                            : WriteClearSigned(request, signature, entity, to);
    };
  }
  if (choice.encryption) {
    SIGNET_TRY(WriteEncrypted(*choice.encryption, producer, sink));
  } else {
    SIGNET_TRY(producer(sink));
  }
  return choice;
}

}  // namespace signet::smime
