// Certificates that were read before are not read again.
#include "pkix/certificate_cache.h"

#include <gtest/gtest.h>

#include <string>

#include "support/certificate_builder.h"

namespace signet::pkix {
namespace {

using testing::CertificateAuthority;
using testing::PersonCertificate;

TEST(CertificateCacheTest, TheSameOctetsGiveTheSameCertificate) {
  const CertificateAuthority authority("Test CA");
  const Bytes alice = authority.Issue(PersonCertificate("alice@example.com")).der;
  const Bytes bob = authority.Issue(PersonCertificate("bob@example.com")).der;
  CertificateCache cache;
  const CertificatePtr first = cache.Parse(alice).value();
  EXPECT_EQ(cache.Parse(Bytes(alice)).value(), first);
  EXPECT_NE(cache.Parse(bob).value(), first);
  EXPECT_EQ(first->addresses().front(), "alice@example.com");
  EXPECT_EQ(cache.size(), 2U);
}

TEST(CertificateCacheTest, WhatCannotBeReadIsNotRemembered) {
  Bytes damaged = CertificateAuthority("Test CA").der();
  damaged.pop_back();
  CertificateCache cache;
  EXPECT_FALSE(cache.Parse(damaged).has_value());
  EXPECT_FALSE(cache.Parse({}).has_value());
  EXPECT_EQ(cache.size(), 0U);
}

TEST(CertificateCacheTest, NeitherManyNorLargeOnesFillTheMemory) {
  const CertificateAuthority authority("Test CA");
  CertificateCache cache;
  const Bytes large =
      authority
          .Issue(PersonCertificate(std::string(CertificateCache::kOctets, 'a') + "@example.com"))
          .der;
  EXPECT_TRUE(cache.Parse(large).has_value());
  EXPECT_EQ(cache.size(), 0U);
  Bytes other = authority.der();
  for (std::size_t index = 0; index <= CertificateCache::kEntries; ++index) {
    other[other.size() - 1] = static_cast<std::uint8_t>(index);
    other[other.size() - 2] = static_cast<std::uint8_t>(index >> 8U);
    ASSERT_TRUE(cache.Parse(other).has_value());
  }
  EXPECT_EQ(cache.size(), 1U);
}

}  // namespace
}  // namespace signet::pkix
