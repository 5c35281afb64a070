#include "support/message_builder.h"

#include "support/certificate_builder.h"

namespace signet::testing {
namespace {

constexpr std::string_view kBoundary = "=_test_boundary_7f3a";

// Base64 in lines of 64 characters that end with CRLF, from the PEM form without its frame.
std::string Base64Body(ByteView octets) {
  std::string pem = Pem("X", octets);
  pem.erase(0, pem.find('\n') + 1);
  pem.erase(pem.find("-----END"));
  return WithCrlf(pem);
}

std::string OuterFields(const MessageFields& fields) {
  std::string text = "From: " + fields.from + "\r\nTo: " + fields.to +
                     "\r\nSubject: " + fields.subject + "\r\nDate: " + fields.date +
                     "\r\nMessage-ID: <test@example.com>\r\nMIME-Version: 1.0\r\n";
  for (const std::string& field : fields.more) {
    text += field + "\r\n";
  }
  return text;
}

}  // namespace

std::string WithCrlf(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char last = 0;
  for (const char c : text) {
    if (c == '\n' && last != '\r') {
      out += '\r';
    }
    out += c;
    last = c;
  }
  return out;
}

std::string WithLf(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      continue;
    }
    out += text[i];
  }
  return out;
}

std::string TextEntity(std::string_view body) {
  return "Content-Type: text/plain; charset=us-ascii\r\n\r\n" + WithCrlf(body);
}

std::string MultipartSigned(const MessageFields& fields, std::string_view entity,
                            ByteView signature, std::string_view micalg) {
  const std::string boundary(kBoundary);
  return OuterFields(fields) +
         "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n micalg=" +
         std::string(micalg) + "; boundary=\"" + boundary +
         "\"\r\n\r\nThis is an S/MIME signed message\r\n\r\n--" + boundary + "\r\n" +
         std::string(entity) + "\r\n--" + boundary +
         "\r\nContent-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
         "Content-Transfer-Encoding: base64\r\n"
         "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n" +
         Base64Body(signature) + "\r\n--" + boundary + "--\r\n";
}

std::string OpaqueMessage(const MessageFields& fields, ByteView cms, std::string_view smime_type) {
  const std::string name = smime_type == "certs-only" ? "smime.p7c" : "smime.p7m";
  return OuterFields(fields) +
         "Content-Type: application/pkcs7-mime; smime-type=" + std::string(smime_type) +
         "; name=\"" + name +
         "\"\r\nContent-Transfer-Encoding: base64\r\n"
         "Content-Disposition: attachment; filename=\"" +
         name + "\"\r\n\r\n" + Base64Body(cms);
}

std::string PlainMessage(const MessageFields& fields, std::string_view entity) {
  return OuterFields(fields) + std::string(entity);
}

std::string Multipart(std::string_view subtype, const std::vector<std::string>& parts) {
  // Nested multiparts need boundaries of their own, the same in every run.
  std::string boundary = "=_part";
  for (const std::string& part : parts) {
    while (part.find("--" + boundary) != std::string::npos) {
      boundary += 'x';
    }
  }
  std::string text =
      "Content-Type: multipart/" + std::string(subtype) + "; boundary=\"" + boundary + "\"\r\n\r\n";
  for (const std::string& part : parts) {
    text.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
  }
  return text + "--" + boundary + "--\r\n";
}

}  // namespace signet::testing
