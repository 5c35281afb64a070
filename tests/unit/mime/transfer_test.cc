#include "mime/transfer.h"

#include <gtest/gtest.h>

#include <random>

namespace signet::mime {
namespace {

std::string Decoded(TransferEncoding encoding, std::string_view body) {
  const auto octets = DecodedBody(encoding, AsBytes(body), 1U << 24U, "kTest");
  return octets ? std::string(AsText(*octets)) : "(" + octets.error().texts.at("limit") + ")";
}

std::string FromBase64(std::string_view text) {
  return Decoded(TransferEncoding::kBase64, text);
}
std::string FromQuoted(std::string_view text) {
  return Decoded(TransferEncoding::kQuotedPrintable, text);
}

Bytes RandomOctets(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);  // NOLINT(cert-msc51-cpp): the same octets in every run
  Bytes octets(size);
  for (std::uint8_t& octet : octets) {
    octet = static_cast<std::uint8_t>(random());
  }
  return octets;
}

TEST(Base64Test, DecodesTheStandardsVectors) {  // RFC 4648, section 10
  EXPECT_EQ(FromBase64(""), "");
  EXPECT_EQ(FromBase64("Zg=="), "f");
  EXPECT_EQ(FromBase64("Zm8="), "fo");
  EXPECT_EQ(FromBase64("Zm9v"), "foo");
  EXPECT_EQ(FromBase64("Zm9vYg=="), "foob");
  EXPECT_EQ(FromBase64("Zm9vYmE="), "fooba");
  EXPECT_EQ(FromBase64("Zm9vYmFy"), "foobar");
}

TEST(Base64Test, EncodesTheStandardsVectors) {
  EXPECT_EQ(EncodeBase64({}), "");
  EXPECT_EQ(EncodeBase64(AsBytes("f")), "Zg==\r\n");
  EXPECT_EQ(EncodeBase64(AsBytes("fo")), "Zm8=\r\n");
  EXPECT_EQ(EncodeBase64(AsBytes("foobar")), "Zm9vYmFy\r\n");
}

TEST(Base64Test, SkipsWhatIsNotOfTheAlphabet) {
  EXPECT_EQ(FromBase64("Z m\r\n9\tv!\nY*g=="), "foob");
  Base64Decoder decoder;
  Bytes out;
  decoder.Update(AsBytes("Zm!9v\nYg==\n"), out);
  decoder.Finish(out);
  EXPECT_EQ(AsText(out), "foob");
  EXPECT_EQ(decoder.skipped(), 1U);
  EXPECT_FALSE(decoder.data_after_end());
}

TEST(Base64Test, EndsAtPadding) {
  Base64Decoder decoder;
  Bytes out;
  decoder.Update(AsBytes("Zg==Zm9v"), out);
  decoder.Finish(out);
  EXPECT_EQ(AsText(out), "f");
  EXPECT_TRUE(decoder.data_after_end());
}

TEST(Base64Test, TakesMissingPadding) {
  EXPECT_EQ(FromBase64("Zg"), "f");
  EXPECT_EQ(FromBase64("Zm8"), "fo");
  EXPECT_EQ(FromBase64("Z"), "");
}

TEST(Base64Test, GivesTheSameInPiecesOfAnySize) {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 56U, 57U, 58U, 1000U, 70000U}) {
    const Bytes octets = RandomOctets(size, static_cast<unsigned>(size));
    const std::string text = EncodeBase64(octets);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{77}, text.size()}) {
      Base64Decoder decoder;
      Bytes out;
      for (std::size_t at = 0; at < text.size(); at += piece) {
        decoder.Update(AsBytes(text.substr(at, piece)), out);
      }
      decoder.Finish(out);
      EXPECT_EQ(out, octets);
    }
    Base64Encoder encoder;
    std::string in_pieces;
    for (const std::uint8_t octet : octets) {
      encoder.Update({&octet, 1}, in_pieces);
    }
    encoder.Finish(in_pieces);
    EXPECT_EQ(in_pieces, text);
  }
}

TEST(Base64Test, WritesLinesOf76Characters) {
  const std::string text = EncodeBase64(RandomOctets(57 * 3 + 1, 1));
  EXPECT_EQ(text.size(), 78U * 3 + 6);
  EXPECT_EQ(text.substr(76, 2), "\r\n");
}

TEST(QuotedPrintableTest, Decodes) {  // RFC 2045, section 6.7
  EXPECT_EQ(
      FromQuoted("Now's the time =\r\nfor all folk to come=\r\n to the aid of their country."),
      "Now's the time for all folk to come to the aid of their country.");
  EXPECT_EQ(FromQuoted("a=3Db=0D=0A"), "a=b\r\n");
  EXPECT_EQ(FromQuoted("Gr=FC=df"), "Gr\xfc\xdf") << "lower-case digits are accepted";
  EXPECT_EQ(FromQuoted("trailing \t\r\nline\n"), "trailing\r\nline\n");
  EXPECT_EQ(FromQuoted("kept=20\r\n"), "kept \r\n");
  EXPECT_EQ(FromQuoted("soft=  \r\nbreak"), "softbreak");
  EXPECT_EQ(FromQuoted("odd =XY = =4"), "odd =XY = =4");
  EXPECT_EQ(FromQuoted("end="), "end");
}

TEST(QuotedPrintableTest, Encodes) {
  EXPECT_EQ(EncodeQuotedPrintable(AsBytes("plain\r\ntext\n")), "plain\r\ntext\r\n");
  EXPECT_EQ(EncodeQuotedPrintable(AsBytes("a=b\tc \n")), "a=3Db\tc=20\r\n");
  EXPECT_EQ(EncodeQuotedPrintable(AsBytes("From me\n.\n..x\n")), "=46rom me\r\n=2E\r\n=2E.x\r\n");
  EXPECT_EQ(EncodeQuotedPrintable(AsBytes("\xc3\xbc")), "=C3=BC");
}

TEST(QuotedPrintableTest, RoundTripsAndKeepsLinesShort) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    Bytes octets = RandomOctets(500, seed);
    for (std::uint8_t& octet : octets) {
      if (octet == '\r' || octet == '\n') {
        octet = AsBytes("\r. F")[seed % 4];  // line ends are made below
      }
      if (seed % 2 == 0) {
        octet = AsBytes("From .=x\xfc")[octet % 9];
      }
    }
    std::string text(AsText(octets));
    text.insert(250, "\r\n");
    const std::string encoded = EncodeQuotedPrintable(AsBytes(text));
    EXPECT_EQ(FromQuoted(encoded), text);
    for (std::size_t at = 0; at < encoded.size();) {
      const std::size_t end = std::min(encoded.find("\r\n", at), encoded.size());
      const std::string line = encoded.substr(at, end - at);
      EXPECT_LE(line.size(), 76U);
      EXPECT_FALSE(line.starts_with("From ") || line.starts_with('.')) << line;
      EXPECT_FALSE(line.ends_with(' ') || line.ends_with('\t')) << line;
      at = end + 2;
    }
  }
}

TEST(TransferTest, GivesPiecesOfBoundedSize) {
  const std::string long_line(1000000, 'x');  // valid base64, and one line of quoted-printable
  for (const TransferEncoding encoding :
       {TransferEncoding::kQuotedPrintable, TransferEncoding::kBase64}) {
    std::size_t octets = 0;
    const auto result =
        DecodeBody(encoding, AsBytes(long_line), [&](ByteView piece) -> Result<void> {
          EXPECT_LE(piece.size(), std::size_t{64} << 10U);
          octets += piece.size();
          return {};
        });
    EXPECT_TRUE(result.has_value());
    EXPECT_EQ(octets, encoding == TransferEncoding::kBase64 ? 750000U : 1000000U);
  }
}

TEST(TransferTest, PassesOtherEncodingsWithoutCopying) {
  const std::string body = "as it is";
  for (const TransferEncoding encoding : {TransferEncoding::k7bit, TransferEncoding::k8bit,
                                          TransferEncoding::kBinary, TransferEncoding::kUnknown}) {
    const auto result = DecodeBody(encoding, AsBytes(body), [&](ByteView piece) -> Result<void> {
      EXPECT_EQ(piece.data(), AsBytes(body).data());
      EXPECT_EQ(piece.size(), body.size());
      return {};
    });
    EXPECT_TRUE(result.has_value());
  }
}

TEST(TransferTest, LimitsWhatItCollects) {
  const auto octets = DecodedBody(TransferEncoding::kBase64, AsBytes("Zm9vYmFy"), 5, "kTest");
  ASSERT_FALSE(octets.has_value());
  EXPECT_EQ(octets.error().code, ReasonCode::kLimitExceeded);
  EXPECT_TRUE(DecodedBody(TransferEncoding::kBase64, AsBytes("Zm9vYmFy"), 6, "kTest").has_value());
}

}  // namespace
}  // namespace signet::mime
