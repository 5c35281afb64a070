// The memory of what was seen: first times, certificates of an address, bounds, damage, and several
// processes.
#include "store/sightings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "support/certificate_builder.h"
#include "support/corpora.h"
#include "support/run.h"

namespace signet::store {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using testing::kTestTime;

class SightingsTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Sightings> Open(const SightingLimits& limits = {}) const {
    auto seen = Sightings::Open(file(), limits);
    EXPECT_TRUE(seen);
    return seen ? *std::move(seen) : nullptr;
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "seen.sqlite"; }

  static Sighting Seen(const std::string& signature, const std::string& certificate = "old",
                       const std::string& address = "alice@example.com") {
    return {.signature = signature, .certificate = certificate, .address = address};
  }

  testing::TemporaryFolder folder_;
};

TEST_F(SightingsTest, TheFirstTimeStays) {
  EXPECT_EQ(Open()->FirstSeen("a"), std::nullopt);
  Open()->Keep({Seen("a")}, kTestTime);
  Open()->Keep({Seen("a")}, kTestTime + days{400});
  EXPECT_EQ(Open()->FirstSeen("a"), kTestTime);
  EXPECT_EQ(Open()->FirstSeen("b"), std::nullopt);
}

TEST_F(SightingsTest, TheFirstMessageStaysTheFirst) {
  const auto seen = Open();
  EXPECT_FALSE(seen->Know(Seen("a")));
  seen->Keep({Seen("a")}, kTestTime);
  seen->Keep({Seen("b")}, kTestTime + days{1});
  const auto first = seen->Know(Seen("a"));
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->is_first);
  EXPECT_EQ(first->previous, std::nullopt);
  const auto second = seen->Know(Seen("b"));
  ASSERT_TRUE(second);
  EXPECT_FALSE(second->is_first);
  EXPECT_EQ(second->since, kTestTime);
}

TEST_F(SightingsTest, AnotherCertificateNamesTheOneBefore) {
  const auto seen = Open();
  seen->Keep({Seen("a", "older")}, kTestTime);
  seen->Keep({Seen("b", "old")}, kTestTime + days{2});
  seen->Keep({Seen("c", "old")}, kTestTime + days{9});
  seen->Keep({Seen("d", "new")}, kTestTime + days{20});
  // What comes later changes nothing about it.
  seen->Keep({Seen("e", "old")}, kTestTime + days{30});
  const auto known = seen->Know(Seen("d", "new"));
  ASSERT_TRUE(known);
  EXPECT_TRUE(known->is_first);
  EXPECT_EQ(known->since, kTestTime + days{20});
  EXPECT_EQ(known->previous, "old");
  EXPECT_EQ(known->previous_used, kTestTime + days{9});
}

TEST_F(SightingsTest, AddressesAreComparedAsMailDoes) {
  const auto seen = Open();
  seen->Keep({Seen("a", "old", "Alice@Example.COM")}, kTestTime);
  EXPECT_TRUE(seen->Know(Seen("b", "old", "alice@example.com")));
  EXPECT_FALSE(seen->Know(Seen("b", "old", "bob@example.com")));
  EXPECT_FALSE(seen->Know(Seen("b", "other", "alice@example.com")));
}

TEST_F(SightingsTest, WithoutAnAddressOnlyTheSignatureIsKept) {
  const auto seen = Open();
  seen->Keep({Seen("a", "old", "")}, kTestTime);
  EXPECT_EQ(seen->FirstSeen("a"), kTestTime);
  EXPECT_FALSE(seen->Know(Seen("a", "old", "")));
}

TEST_F(SightingsTest, WhatWasNotMetForLongestIsForgottenFirst) {
  const auto seen = Open({.signatures = 20, .certificates = 20});
  for (int i = 0; i < 100; ++i) {
    const std::string number = std::to_string(i);
    // "kept" is met again and again.
    seen->Keep({Seen(number, number, number + "@example.com"), Seen("kept", "kept")},
               kTestTime + days{2 * i});
  }
  EXPECT_EQ(seen->FirstSeen("kept"), kTestTime);
  EXPECT_TRUE(seen->Know(Seen("new", "kept")));
  int signatures = 0;
  int certificates = 0;
  for (int i = 0; i < 100; ++i) {
    const std::string number = std::to_string(i);
    signatures += seen->FirstSeen(number) ? 1 : 0;
    certificates += seen->Know(Seen(number, number, number + "@example.com")) ? 1 : 0;
  }
  EXPECT_LE(signatures, 20);
  EXPECT_GE(signatures, 15);
  EXPECT_LE(certificates, 20);
  EXPECT_TRUE(seen->FirstSeen("99"));
}

TEST_F(SightingsTest, ADamagedFileIsReplaced) {
  Open()->Keep({Seen("a")}, kTestTime);
  folder_.Write("seen.sqlite", std::string_view{"This is no database, and never was one. A text."});
  const auto seen = Open();
  EXPECT_EQ(seen->FirstSeen("a"), std::nullopt);
  seen->Keep({Seen("a")}, kTestTime);
  EXPECT_EQ(seen->FirstSeen("a"), kTestTime);
}

TEST_F(SightingsTest, OthersCannotReadIt) {
  static_cast<void>(Open());
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(file()).permissions() & (perms::group_all | perms::others_all),
            perms::none);
}

// A process that writes without end is killed at some moment: what it said it had kept is there.
TEST_F(SightingsTest, AProcessThatIsKilledLeavesItWhole) {
  for (int round = 0; round < 5; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      const auto seen = Open();
      for (std::uint8_t i = 0;; ++i) {
        seen->Keep({Seen(std::to_string(round) + "-" + std::to_string(i))}, kTestTime + seconds{i});
        if (write(ends[1], &i, 1) != 1) {
          _exit(1);
        }
      }
    }
    close(ends[1]);
    std::uint8_t last = 0;
    for (int count = 0; count < 20; ++count) {
      ASSERT_EQ(read(ends[0], &last, 1), 1);
    }
    kill(child, SIGKILL);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    close(ends[0]);
    const auto seen = Open();
    for (int i = 0; i <= last; ++i) {
      EXPECT_EQ(seen->FirstSeen(std::to_string(round) + "-" + std::to_string(i)),
                kTestTime + seconds{i});
    }
  }
}

}  // namespace
}  // namespace signet::store
