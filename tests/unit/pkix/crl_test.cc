// CRLs: their form, and looking up entries in sorted, unsorted and very long ones.
#include "pkix/crl.h"

#include <chrono>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "support/revocation_builder.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using testing::CertificateAuthority;
using testing::CrlBuilder;
using testing::Day;
using testing::KeyKind;

// A positive serial number of 16 octets that looks random and follows from its number.
Bytes SerialOf(std::uint64_t number) {
  Bytes serial(16, 0x5a);
  const std::uint64_t mixed = (number + 1) * 0x9e3779b97f4a7c15U;
  for (std::size_t i = 0; i < 8; ++i) {
    serial[i] = static_cast<std::uint8_t>(mixed >> (8 * i));
    serial[8 + i] = static_cast<std::uint8_t>(number >> (8 * (7 - i)));
  }
  serial[0] = static_cast<std::uint8_t>((serial[0] & 0x3fU) | 0x40U);
  return serial;
}

class CrlLookup : public ::testing::Test {
 protected:
  [[nodiscard]] pkix::CrlPtr Build(const std::vector<Bytes>& serials) const {
    CrlBuilder builder(root_.name());
    for (const Bytes& serial : serials) {
      builder.Revoke(serial, Day(2026, 3, 1), std::uint8_t{1});
    }
    return pkix::Crl::Parse(builder.Build(root_.key())).value();
  }
  [[nodiscard]] static bool Lists(const pkix::Crl& crl, const Bytes& serial) {
    return crl.entries().Find(serial, crl.issuer(), crl.issuer()).value().has_value();
  }

  CertificateAuthority root_{"Root", KeyKind::kP256, 1};
};

TEST_F(CrlLookup, FindsEachEntryAndNoOther) {
  constexpr std::uint64_t kEntries = 1000;
  std::vector<Bytes> serials;
  serials.reserve(kEntries);
  for (std::uint64_t i = 0; i < kEntries; ++i) {
    serials.push_back(SerialOf(i));
  }
  const auto unsorted = Build(serials);
  EXPECT_FALSE(unsorted->entries().is_sorted());
  std::ranges::sort(serials);
  const auto sorted = Build(serials);
  EXPECT_TRUE(sorted->entries().is_sorted());
  for (const auto& crl : {unsorted, sorted}) {
    EXPECT_EQ(crl->entries().size(), 1000U);
    for (std::uint64_t i = 0; i < 1000; ++i) {
      EXPECT_TRUE(Lists(*crl, SerialOf(i))) << i;
      EXPECT_FALSE(Lists(*crl, SerialOf(i + 1000))) << i;
    }
  }
}

TEST_F(CrlLookup, FirstAndLastOfSortedOnes) {
  for (const std::uint8_t size : Bytes{1, 2, 63, 64, 65, 127}) {
    std::vector<Bytes> serials;
    serials.reserve(size);
    for (std::uint8_t i = 1; i <= size; ++i) {
      serials.push_back(Bytes{i});
    }
    const auto crl = Build(serials);
    EXPECT_TRUE(Lists(*crl, Bytes{1})) << int{size};
    EXPECT_TRUE(Lists(*crl, Bytes{size})) << int{size};
    EXPECT_FALSE(Lists(*crl, Bytes{0})) << int{size};
    EXPECT_FALSE(Lists(*crl, Bytes{0x00, 0x80})) << int{size};
  }
}

// Serial numbers with the INTEGER 5 inside of them, in descending order: only the one that is it is
// found, wherever it stands.
TEST_F(CrlLookup, WhatOnlyLooksLikeAnEntryIsNone) {
  constexpr std::uint8_t kOthers = 200;
  for (const std::size_t place : std::vector<std::size_t>{0, 63, 64, 100, kOthers}) {
    std::vector<Bytes> serials;
    serials.reserve(kOthers + 1U);
    for (std::uint8_t i = 0; i < kOthers; ++i) {
      serials.push_back({0x40, static_cast<std::uint8_t>(0xff - i), 0x02, 0x01, 0x05, 0x02, 0x01});
    }
    const auto without = Build(serials);
    EXPECT_FALSE(without->entries().is_sorted());
    EXPECT_FALSE(Lists(*without, Bytes{5}));
    serials.insert(serials.begin() + static_cast<std::ptrdiff_t>(place), Bytes{5});
    const auto crl = Build(serials);
    EXPECT_FALSE(crl->entries().is_sorted());
    EXPECT_TRUE(Lists(*crl, Bytes{5})) << place;
    EXPECT_FALSE(Lists(*crl, Bytes{0x02})) << place;
  }
}

// Longer than a short INTEGER can be.
TEST_F(CrlLookup, VeryLongNumbersAreFoundToo) {
  const Bytes first(130, 0x42);
  const Bytes second(130, 0x41);
  const auto crl = Build({first, second});
  EXPECT_FALSE(crl->entries().is_sorted());
  EXPECT_TRUE(Lists(*crl, second));
  EXPECT_FALSE(Lists(*crl, Bytes(130, 0x43)));
}

TEST_F(CrlLookup, ReadsTheEntry) {
  CrlBuilder builder(root_.name());
  builder.RevokeWith(Bytes{7}, Day(2026, 3, 1),
                     {testing::ExtensionValue(oid::kReasonCode, false, Bytes{0x0a, 0x01, 0x04}),
                      testing::ExtensionValue(oid::kInvalidityDate, false, [] {
                        asn1::DerWriter writer;
                        writer.GeneralizedTime(Day(2026, 2, 1));
                        return std::move(writer).Take();
                      }())});
  const auto crl = pkix::Crl::Parse(builder.Build(root_.key())).value();
  const auto entry = crl->entries().Find(Bytes{7}, crl->issuer(), crl->issuer()).value();
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->revoked_at, Day(2026, 3, 1));
  EXPECT_EQ(entry->reason, pkix::CrlReason::kSuperseded);
  EXPECT_EQ(entry->invalid_since, Day(2026, 2, 1));
}

TEST_F(CrlLookup, NobodyElsesCertificatesInADirectCrl) {
  const auto crl = Build({{7}});
  const CertificateAuthority other("Other", KeyKind::kP256, 2);
  const auto certificate = testing::Parse(other.certificate());
  EXPECT_FALSE(crl->entries().Find(Bytes{7}, certificate->subject(), crl->issuer()).value());
}

// A million entries: found at once by the order that they are in, or by an index made once.
// A million are looked up by tests/bench: the sanitizers would take minutes for them.
TEST_F(CrlLookup, ALargeList) {
  constexpr std::uint64_t kEntries = 50000;
  for (const bool sorted : {true, false}) {
    std::vector<Bytes> serials;
    serials.reserve(kEntries);
    for (std::uint64_t i = 0; i < kEntries; ++i) {
      serials.push_back(SerialOf(i));
    }
    if (sorted) {
      std::ranges::sort(serials);
    }
    const auto crl = Build(serials);
    EXPECT_EQ(crl->entries().size(), kEntries);
    EXPECT_EQ(crl->entries().is_sorted(), sorted);
    // In no order: some without an index, then some with one.
    for (std::uint64_t i = 0; i < kEntries; i += kEntries / 9 - 1) {
      EXPECT_TRUE(Lists(*crl, SerialOf(i)));
      EXPECT_FALSE(Lists(*crl, SerialOf(i + kEntries)));
    }
  }
}

TEST(CrlParse, DamagedOnesAreMalformed) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const Bytes good =
      CrlBuilder(root.name()).Number(1).Revoke(Bytes{1}).Revoke(Bytes{2}).Build(root.key());
  ASSERT_TRUE(pkix::Crl::Parse(good));
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(pkix::Crl::Parse(Bytes(good.begin(), good.begin() + static_cast<long>(size))));
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(pkix::Crl::Parse(longer));
}

struct BadCrl {
  std::string_view name;
  Oid oid;
  Bytes value;
};

class CrlExtension : public ::testing::TestWithParam<BadCrl> {};

TEST_P(CrlExtension, OfTheWrongFormIsMalformed) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const auto crl = pkix::Crl::Parse(
      CrlBuilder(root.name()).Extension(GetParam().oid, true, GetParam().value).Build(root.key()));
  ASSERT_FALSE(crl);
  EXPECT_EQ(crl.error().code, ReasonCode::kMalformed);
}

INSTANTIATE_TEST_SUITE_P(
    All, CrlExtension,
    ::testing::Values(
        BadCrl{"NegativeNumber", oid::kCrlNumber, {0x02, 0x01, 0xff}},
        BadCrl{"NumberIsNone", oid::kCrlNumber, {0x05, 0x00}},
        BadCrl{"BaseIsNone", oid::kDeltaCrlIndicator, {0x05, 0x00}},
        BadCrl{"PointSaysNothing", oid::kIssuingDistributionPoint, {0x30, 0x00}},
        BadCrl{"PointWithMore", oid::kIssuingDistributionPoint, {0x30, 0x03, 0x86, 0x01, 0xff}}),
    [](const auto& instance) { return std::string{instance.param.name}; });

TEST(CrlParse, NumbersAreComparedAsNumbers) {
  EXPECT_TRUE(pkix::CompareNumbers(Bytes{1}, Bytes{2}) < 0);
  EXPECT_TRUE(pkix::CompareNumbers(Bytes{0x7f}, Bytes{0x00, 0x80}) < 0);
  EXPECT_TRUE(pkix::CompareNumbers(Bytes{0x01, 0x00}, Bytes{0x7f}) > 0);
  EXPECT_TRUE(pkix::CompareNumbers(Bytes{5}, Bytes{5}) == 0);
}

}  // namespace
}  // namespace signet
