// PEM blocks in a text (RFC 7468).
#include "mime/pem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signet::mime {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(PemBlocks, InTheirOrderWithTextAround) {
  const auto blocks = PemBlocks(
      "Subject: a\n-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\nnote\n"
      "-----BEGIN X509 CRL-----\r\nBA\r\nUG\r\n-----END X509 CRL-----\r\n");
  ASSERT_THAT(blocks, SizeIs(2));
  EXPECT_EQ(blocks[0].label, "CERTIFICATE");
  EXPECT_THAT(DecodePem(blocks[0].body.value()), ElementsAre(1, 2, 3));
  EXPECT_EQ(blocks[1].label, "X509 CRL");
  EXPECT_THAT(DecodePem(blocks[1].body.value()), ElementsAre(4, 5, 6));
}

TEST(PemBlocks, OneThatDoesNotEndIsNone) {
  EXPECT_THAT(PemBlocks("-----BEGIN CERTIFICATE-----\nAQID\n"), IsEmpty());
  EXPECT_THAT(PemBlocks("-----BEGIN CERTIFICATE"), IsEmpty());
  EXPECT_THAT(PemBlocks(""), IsEmpty());
}

TEST(PemBlocks, ALabelThatRunsIntoTheEndHasNoBody) {
  const auto blocks = PemBlocks("-----BEGIN CERTIFICATE-----END CERTIFICATE-----\n");
  ASSERT_THAT(blocks, SizeIs(1));
  EXPECT_EQ(blocks[0].body, std::nullopt);
}

}  // namespace
}  // namespace signet::mime
