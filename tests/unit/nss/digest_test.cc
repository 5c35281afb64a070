#include "nss/digest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "nss/oids.h"
#include "support/nss_environment.h"

namespace signet::nss {
namespace {

struct DigestCase {
  DigestAlgorithm algorithm;
  std::string name;
  // Of "abc": FIPS 180-4's examples, FIPS 202's.
  std::string abc;
};

const std::vector<DigestCase> kCases = {
    {DigestAlgorithm::kSha1, "SHA-1", "a9993e364706816aba3e25717850c26c9cd0d89d"},
    {DigestAlgorithm::kSha224, "SHA-224",
     "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
    {DigestAlgorithm::kSha256, "SHA-256",
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {DigestAlgorithm::kSha384, "SHA-384",
     "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
     "8086072ba1e7cc2358baeca134c825a7"},
    {DigestAlgorithm::kSha512, "SHA-512",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
     "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"},
    {DigestAlgorithm::kSha3_224, "SHA3-224",
     "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"},
    {DigestAlgorithm::kSha3_256, "SHA3-256",
     "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"},
    {DigestAlgorithm::kSha3_384, "SHA3-384",
     "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2"
     "98d88cea927ac7f539f1edf228376d25"},
    {DigestAlgorithm::kSha3_512, "SHA3-512",
     "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
     "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0"},
};

class DigestTest : public ::testing::TestWithParam<DigestCase> {};

TEST_P(DigestTest, KnowsItsNames) {
  const DigestCase& test = GetParam();
  EXPECT_EQ(DigestName(test.algorithm), test.name);
  EXPECT_EQ(DigestFromOid(DigestOid(test.algorithm).bytes()), test.algorithm);
  EXPECT_EQ(DigestOctets(test.algorithm), test.abc.size() / 2);
}

TEST_P(DigestTest, HashesInPieces) {
  const DigestCase& test = GetParam();
  if (!IsAvailable(test.algorithm)) {
    const auto digest = Digest::Begin(test.algorithm);
    ASSERT_FALSE(digest);
    EXPECT_EQ(digest.error().code, ReasonCode::kAlgorithmUnsupported);
    EXPECT_EQ(digest.error().texts.at("algorithm"), test.name);
    GTEST_SKIP() << "this NSS has no " << test.name;
  }
  const auto at_once = ComputeDigest(test.algorithm, AsBytes("abc"));
  ASSERT_TRUE(at_once);
  EXPECT_EQ(ToHex(*at_once), test.abc);
  auto digest = Digest::Begin(test.algorithm);
  ASSERT_TRUE(digest);
  for (const char character : std::string("abc")) {
    ASSERT_TRUE(digest->Update(AsBytes({&character, 1})));
  }
  ASSERT_TRUE(digest->Update({}));
  EXPECT_EQ(*digest->Finish(), *at_once);
}

INSTANTIATE_TEST_SUITE_P(Algorithms, DigestTest, ::testing::ValuesIn(kCases),
                         [](const auto& tested) {
                           std::string name = tested.param.name;
                           std::erase(name, '-');
                           return name;
                         });

TEST(DigestNamesTest, RefusedAndUnknown) {
  EXPECT_EQ(DigestFromOid(oid::kMd5.bytes()), std::nullopt);
  EXPECT_EQ(RefusedDigestName(oid::kMd5.bytes()), "MD5");
  EXPECT_EQ(RefusedDigestName(oid::kMd4.bytes()), "MD4");
  EXPECT_EQ(RefusedDigestName(oid::kMd2.bytes()), "MD2");
  EXPECT_EQ(RefusedDigestName(oid::kSha256.bytes()), "");
  EXPECT_EQ(DigestFromOid(oid::kAes128Cbc.bytes()), std::nullopt);
  EXPECT_EQ(DigestFromOid({}), std::nullopt);
}

}  // namespace
}  // namespace signet::nss
