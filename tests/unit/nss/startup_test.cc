#include "nss/startup.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <nss.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <thread>
#include <vector>

#include "nss/token.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet::nss {
namespace {

using testing::NssEnvironment;
using testing::RunProgram;
using testing::TemporaryFolder;

// These tests start NSS themselves.
class StartupTest : public ::testing::Test {
 protected:
  void SetUp() override { NssEnvironment::Stop(); }
  void TearDown() override { NssEnvironment::Start(); }

  // Makes an empty NSS database with a password.
  static void MakeDatabase(const TemporaryFolder& folder, const std::string& password) {
    folder.Write("password", password + "\n");
    const auto made =
        RunProgram(folder.path(), {"certutil", "-N", "-d", "sql:.", "-f", "password"});
    ASSERT_EQ(made.status, 0) << made.err;
  }

  static std::string ProblemOf(const std::filesystem::path& profile) {
    const auto runtime = Runtime::Open({.profile = profile});
    if (runtime) {
      return "none";
    }
    EXPECT_EQ(runtime.error().code, ReasonCode::kProfileUnusable);
    EXPECT_EQ(runtime.error().texts.at("path"), profile.string());
    return runtime.error().texts.at("problem");
  }
};

TEST_F(StartupTest, RunsWithoutDatabaseAndStops) {
  {
    const auto runtime = Runtime::Open({});
    ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
    EXPECT_FALSE((*runtime)->hosted());
    EXPECT_TRUE((*runtime)->profile().empty());
    EXPECT_TRUE(NSS_IsInitialized());
  }
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(StartupTest, SharesOneRuntime) {
  auto first = Runtime::Open({});
  ASSERT_TRUE(first.has_value());
  auto second = Runtime::Open({});
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(*first, *second);
  first->reset();
  EXPECT_TRUE(NSS_IsInitialized());
  second->reset();
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(StartupTest, RefusesASecondProfile) {
  const auto first = Runtime::Open({});
  ASSERT_TRUE(first.has_value());
  const TemporaryFolder folder;
  const auto second = Runtime::Open({.profile = folder.path()});
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, ReasonCode::kInvalidRequest);
}

TEST_F(StartupTest, StartsAndStopsFromManyThreads) {
  std::vector<std::thread> threads;
  threads.reserve(8);
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([] {
      for (int round = 0; round < 5; ++round) {
        const auto runtime = Runtime::Open({});
        ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
        EXPECT_TRUE(NSS_IsInitialized());
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(StartupTest, JoinsAHostAndLeavesItRunning) {
  ASSERT_EQ(NSS_NoDB_Init(nullptr), SECSuccess);  // what a host does
  {
    const auto runtime = Runtime::Join();
    ASSERT_TRUE(runtime.has_value());
    EXPECT_TRUE((*runtime)->hosted());
    const auto opened = Runtime::Open({});
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, ReasonCode::kInvalidRequest);
  }
  EXPECT_TRUE(NSS_IsInitialized());
  EXPECT_FALSE(Runtime::Open({}).has_value());
  EXPECT_EQ(NSS_Shutdown(), SECSuccess);
}

TEST_F(StartupTest, HasNothingToJoin) {
  const auto runtime = Runtime::Join();
  ASSERT_FALSE(runtime.has_value());
  EXPECT_EQ(runtime.error().texts.at("problem"), "not-started");
}

TEST_F(StartupTest, OpensADatabaseAndChangesNothing) {
  const TemporaryFolder folder;
  MakeDatabase(folder, "secret");
  const auto before = std::filesystem::last_write_time(folder.path() / "cert9.db");
  {
    const auto runtime = Runtime::Open({.profile = folder.path()});
    ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
    EXPECT_EQ((*runtime)->profile(), folder.path());
  }
  EXPECT_EQ(std::filesystem::last_write_time(folder.path() / "cert9.db"), before);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "cert9.db-journal"));
}

TEST_F(StartupTest, OpensAFolderWithQuotesInItsName) {
  const TemporaryFolder folder;
  const std::filesystem::path odd = folder.path() / "O'Brien \\ Söhne";
  std::filesystem::create_directory(odd);
  const auto made = RunProgram(odd, {"certutil", "-N", "-d", "sql:.", "--empty-password"});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(ProblemOf(odd), "none");
}

TEST_F(StartupTest, SaysWhyAProfileIsUnusable) {
  const TemporaryFolder folder;
  EXPECT_EQ(ProblemOf(folder.path() / "nowhere"), "missing");
  EXPECT_EQ(ProblemOf(folder.path()), "not-a-database");
  folder.Write("cert8.db", "old");
  EXPECT_EQ(ProblemOf(folder.path()), "old-format");
  folder.Write("cert9.db", "this is no database");
  EXPECT_EQ(ProblemOf(folder.path()), "not-a-database");
  EXPECT_EQ(ProblemOf(folder.path() / "cert9.db"), "missing");
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(StartupTest, SaysThatADatabaseIsDamaged) {
  const TemporaryFolder folder;
  folder.Write("cert9.db", std::string("SQLite format 3\0", 16) + std::string(4000, 'x'));
  EXPECT_EQ(ProblemOf(folder.path()), "other");
  EXPECT_FALSE(NSS_IsInitialized());
}

// Another process that holds SQLite's exclusive lock on a database, until its end.
class LockHolder {
 public:
  explicit LockHolder(const std::filesystem::path& database) {
    EXPECT_EQ(pipe(held_.data()), 0);
    EXPECT_EQ(pipe(release_.data()), 0);
    child_ = fork();
    if (child_ == 0) {
      close(release_[1]);
      const int file = open(database.c_str(), O_RDWR);
      struct flock range = {};
      range.l_type = F_WRLCK;
      range.l_whence = SEEK_SET;
      range.l_start = 0x40000000;  // the pending, the reserved and the shared octets
      range.l_len = 512;
      char octet = fcntl(file, F_SETLK, &range) == 0 ? 'y' : 'n';
      static_cast<void>(write(held_[1], &octet, 1) + read(release_[0], &octet, 1));
      _exit(0);
    }
    char octet = 0;
    EXPECT_EQ(read(held_[0], &octet, 1), 1);
    EXPECT_EQ(octet, 'y');
  }
  LockHolder(const LockHolder&) = delete;
  LockHolder& operator=(const LockHolder&) = delete;
  LockHolder(LockHolder&&) = delete;
  LockHolder& operator=(LockHolder&&) = delete;
  ~LockHolder() {
    close(release_[1]);
    waitpid(child_, nullptr, 0);
    close(release_[0]);
    close(held_[0]);
    close(held_[1]);
  }

 private:
  std::array<int, 2> held_{};
  std::array<int, 2> release_{};
  pid_t child_ = -1;
};

TEST_F(StartupTest, SaysThatAnotherProcessHoldsTheDatabase) {
  const TemporaryFolder folder;
  MakeDatabase(folder, "");
  {
    const LockHolder holder(folder.path() / "cert9.db");
    EXPECT_EQ(ProblemOf(folder.path()), "locked");
  }
  EXPECT_EQ(ProblemOf(folder.path()), "none");
}

TEST_F(StartupTest, AsksForThePasswordOfTheToken) {
  const TemporaryFolder folder;
  MakeDatabase(folder, "secret");
  std::vector<bool> asked;
  const auto runtime = Runtime::Open(
      {.profile = folder.path(),
       .password = [&](const std::string& token, bool again) -> std::optional<std::string> {
         EXPECT_EQ(token, "");
         asked.push_back(again);
         if (asked.size() == 1) {
           return "wrong";
         }
         return "secret";
       }});
  ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
  auto slot = InternalKeySlot();
  ASSERT_TRUE(slot.has_value());
  EXPECT_TRUE(IsLocked(slot->get()));
  const auto unlocked = Unlock(slot->get());
  EXPECT_TRUE(unlocked.has_value());
  EXPECT_EQ(asked, (std::vector<bool>{false, true}));
  EXPECT_FALSE(IsLocked(slot->get()));
}

TEST_F(StartupTest, NeverAsksWithoutAPasswordSource) {
  const TemporaryFolder folder;
  MakeDatabase(folder, "secret");
  const auto runtime = Runtime::Open({.profile = folder.path()});
  ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
  auto slot = InternalKeySlot();
  ASSERT_TRUE(slot.has_value());
  const auto unlocked = Unlock(slot->get());
  ASSERT_FALSE(unlocked.has_value());
  EXPECT_EQ(unlocked.error().code, ReasonCode::kPasswordNeeded);
  EXPECT_FALSE(unlocked.error().texts.contains("token"));

  const auto wrong = UnlockWith(slot->get(), "wrong");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ReasonCode::kPasswordWrong);
  EXPECT_TRUE(UnlockWith(slot->get(), "secret").has_value());
}

TEST_F(StartupTest, TellsAWrongPasswordFromNone) {
  const TemporaryFolder folder;
  MakeDatabase(folder, "secret");
  const auto runtime =
      Runtime::Open({.profile = folder.path(),
                     .password = [](const std::string&, bool again) -> std::optional<std::string> {
                       return again ? std::nullopt : std::optional<std::string>("wrong");
                     }});
  ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
  auto slot = InternalKeySlot();
  ASSERT_TRUE(slot.has_value());
  const auto unlocked = Unlock(slot->get());
  ASSERT_FALSE(unlocked.has_value());
  EXPECT_EQ(unlocked.error().code, ReasonCode::kPasswordWrong);
}

TEST_F(StartupTest, LoadsBuiltinRootsOnlyWhenAsked) {
  const TemporaryFolder folder;
  MakeDatabase(folder, "");
  const auto has_roots = [] {
    for (const UniqueSlot& slot : AllTokens()) {
      if (PK11_HasRootCerts(slot.get()) == PR_TRUE) {
        return true;
      }
    }
    return false;
  };
  {
    const auto runtime = Runtime::Open({.profile = folder.path()});
    ASSERT_TRUE(runtime.has_value());
    EXPECT_FALSE(has_roots());
  }
  {
    const auto runtime = Runtime::Open({.profile = folder.path(), .builtin_roots = true});
    ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
    EXPECT_TRUE(has_roots());
  }
  const auto missing = Runtime::Open({.profile = folder.path(),
                                      .builtin_roots = true,
                                      .builtin_roots_module = folder.path() / "no-such.so"});
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().texts.at("problem"), "roots-missing");
  EXPECT_FALSE(NSS_IsInitialized());
}

TEST_F(StartupTest, TellsTheVersionThatRuns) {
  const std::string version = Version();
  EXPECT_TRUE(version.starts_with("3.")) << version;
}

}  // namespace
}  // namespace signet::nss
