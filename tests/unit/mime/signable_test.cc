// The canonical form: what is changed, what must not be, and that nothing unsafe is left.
#include "mime/signable.h"

#include <gtest/gtest.h>

#include <string>

namespace signet::mime {
namespace {

std::string Signable(std::string_view message) {
  std::string text;
  const auto done = StreamSignable(AsBytes(message), [&](ByteView piece) -> Result<void> {
    text.append(AsText(piece));
    return {};
  });
  EXPECT_TRUE(done);
  return text;
}

TEST(SignableTest, LineEndsBecomeCrLf) {
  EXPECT_EQ(Signable("Content-Type: text/plain\n\none\ntwo\r\n"),
            "Content-Type: text/plain\r\n\r\none\r\ntwo\r\n");
}

TEST(SignableTest, FieldsThatAreNotOfTheContentStayOutside) {
  constexpr std::string_view kMessage =
      "From: a@example.com\nContent-Type: text/plain;\n charset=us-ascii\nSubject: x\n y\n"
      "Mime-Version: 1.0\n\nbody\n";
  EXPECT_EQ(Signable(kMessage), "Content-Type: text/plain;\r\n charset=us-ascii\r\n\r\nbody\r\n");
  EXPECT_EQ(*OuterHeader(AsBytes(kMessage)), "From: a@example.com\r\nSubject: x\r\n y\r\n");
  EXPECT_EQ(*OuterHeader(AsBytes("Content-Type: text/plain\n\nbody\n")), "");
}

TEST(SignableTest, AMessageWithoutBodyGetsItsEmptyLine) {
  EXPECT_EQ(Signable("Content-Type: text/plain\n"), "Content-Type: text/plain\r\n\r\n");
}

TEST(SignableTest, TextIsQuotedWhereItMustBe) {
  EXPECT_EQ(Signable("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                     "Gr\xc3\xbc\xc3\x9f"
                     "e an alle lieben Leute\n"),
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
            "quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe an alle lieben Leute\r\n");
  EXPECT_EQ(Signable("Content-Type: text/plain\n\nend \nFrom me\n"),
            "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            "end=20\r\n=46rom me\r\n");
  // Already quoted, but with a line that an mbox would escape.
  EXPECT_EQ(Signable("Content-Transfer-Encoding: quoted-printable\n\nFrom =C3=BC to you and you\n"),
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n=46rom =C3=BC to you and you\r\n");
}

TEST(SignableTest, TextInAnotherScriptAndBinaryBecomeBase64) {
  EXPECT_EQ(Signable("Content-Type: text/plain\n\n\xd0\xb4\xd0\xb0\n"),
            "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n0LTQsA0K\r\n");
  EXPECT_EQ(Signable(std::string("Content-Type: application/x\nContent-Transfer-Encoding: binary\n"
                                 "\na\0\n",
                                 66)),
            "Content-Type: application/x\r\nContent-Transfer-Encoding: base64\r\n\r\nYQAK\r\n");
}

TEST(SignableTest, EachPartOnItsOwn) {
  EXPECT_EQ(
      Signable("Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: 8bit\n\n"
               "--b\n\nplain\n--b\nContent-Type: text/plain\n\nwith space \n--b--\n"),
      "Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
      "--b\r\n\r\nplain\r\n--b\r\nContent-Type: text/plain\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nwith space=20\r\n--b--\r\n");
}

TEST(SignableTest, WhatWasSignedKeepsItsOctets) {
  constexpr std::string_view kSigned =
      "Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nwith space \r\n--b\r\n"
      "Content-Type: application/pkcs7-signature\r\n\r\nx\r\n--b--\r\n";
  EXPECT_EQ(Signable(kSigned), kSigned);
}

TEST(SignableTest, Safe) {
  for (const std::string_view safe : {"", "a", "a\r\n", "a\nb", "\r\n\r\n", " a\n", ">From x\n"}) {
    EXPECT_TRUE(IsTransportSafe(AsBytes(safe))) << safe;
  }
  for (const std::string_view unsafe :
       {"a ", "a\t\r\n", "From x", "a\nFrom x\n", ".\r\n", "a\rb", "\x80", "a\x7f\xff"}) {
    EXPECT_FALSE(IsTransportSafe(AsBytes(unsafe))) << unsafe;
  }
  EXPECT_FALSE(IsTransportSafe(AsBytes(std::string_view("\0", 1))));
  EXPECT_TRUE(IsTransportSafe(AsBytes(std::string(998, 'a') + "\r\n")));
  EXPECT_FALSE(IsTransportSafe(AsBytes(std::string(999, 'a') + "\r\n")));
}

// Lines that begin and end on both sides of the pieces in which text is looked at.
TEST(SignableTest, EveryPlaceOfABlankIsFound) {
  constexpr std::size_t kPiece = std::size_t{64} << 10U;
  for (std::size_t at = kPiece - 3; at < kPiece + 4; ++at) {
    std::string text(at, 'a');
    for (std::size_t line = 99; line < at; line += 100) {
      text[line] = '\n';
    }
    text += " \nend\n";
    EXPECT_FALSE(IsTransportSafe(AsBytes(text))) << at;
    text[at] = 'a';
    EXPECT_TRUE(IsTransportSafe(AsBytes(text))) << at;
  }
}

}  // namespace
}  // namespace signet::mime
