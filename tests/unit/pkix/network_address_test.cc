// Addresses that no certificate can make Signet ask.
#include "pkix/network_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include <string>

namespace signet::pkix {
namespace {

Bytes AddressOf(const std::string& text) {
  const bool v6 = text.find(':') != std::string::npos;
  Bytes octets(v6 ? 16 : 4);
  EXPECT_EQ(inet_pton(v6 ? AF_INET6 : AF_INET, text.c_str(), octets.data()), 1) << text;
  return octets;
}

TEST(NetworkAddress, PrivateOnesInEveryForm) {
  for (const char* const text :
       {"0.0.0.0",      "10.0.0.1",      "10.255.255.255",   "100.64.0.1",      "100.127.255.255",
        "127.0.0.1",    "127.255.0.1",   "169.254.169.254",  "172.16.0.1",      "172.31.255.255",
        "192.0.0.8",    "192.0.2.1",     "192.168.0.1",      "198.18.0.1",      "198.19.255.255",
        "224.0.0.1",    "239.1.1.1",     "240.0.0.1",        "255.255.255.255", "::",
        "::1",          "::127.0.0.1",   "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::10.0.0.1",
        "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:1::1",   "2001::1",         "2001:db8::1",
        "100::1",       "fc00::1",       "fdff::1",          "fe80::1",         "febf::1",
        "fec0::1",      "ff02::1"}) {
    EXPECT_TRUE(IsPrivateAddress(AddressOf(text))) << text;
  }
}

TEST(NetworkAddress, PublicOnes) {
  for (const char* const text :
       {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "223.255.255.255", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        "2002:808:808::1", "fbff::1"}) {
    EXPECT_FALSE(IsPrivateAddress(AddressOf(text))) << text;
  }
}

TEST(NetworkAddress, WhatIsNoAddressIsNotPublic) {
  EXPECT_TRUE(IsPrivateAddress({}));
  EXPECT_TRUE(IsPrivateAddress(Bytes(5, 8)));
}

}  // namespace
}  // namespace signet::pkix
