// The C ABI from C++, with both NSS versions and under the sanitizers. What script sees of it is in
// abi_test.mjs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "host/reason_json.h"
#include "host/response.h"
#include "host/signet.h"
#include "idl/contract.h"
#include "idl/json.h"
#include "idl/utf8.h"

namespace signet::host {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kInformation =
    R"({"interface":"Session","operation":"information","arguments":{}})";

idl::Json Take(signet_handle response) {
  signet_answer answer{};
  EXPECT_EQ(signet_read(response, &answer), 1);
  const auto json = idl::ParseJson(AsText(ByteView(answer.json.data, answer.json.size)));
  EXPECT_TRUE(json);
  signet_release(response);
  EXPECT_EQ(signet_read(response, &answer), 0);
  EXPECT_EQ(answer.json.data, nullptr);
  return json ? *json : idl::Json();
}

idl::Json Call(signet_handle module, std::string_view request,
               const std::vector<signet_bytes>& buffers = {}) {
  return Take(signet_call(module, request.data(), request.size(), buffers.data(), buffers.size()));
}

std::string Options() {
  return R"({"version":"1","profile":"","contract":")" + std::string(idl::kContractHash) + "\"}";
}

// A module without a database.
class Abi : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string options = Options();
    EXPECT_EQ(Take(signet_open(options.data(), options.size(), &module_)).dump(),
              R"({"value":null})");
    ASSERT_NE(module_, 0U);
  }
  void TearDown() override { signet_close(module_); }

  signet_handle module_ = 0;
};

TEST_F(Abi, AnswersACall) {
  const idl::Json answer = Call(module_, kInformation);
  EXPECT_EQ(answer.at("value").at("ownsNss"), true);
  EXPECT_EQ(answer.at("value").at("nss"), idl::ParseJson(signet_version())->at("nss"));
}

TEST_F(Abi, JudgesOctetsThatLieBesideTheJson) {
  const std::string message = "From: a@example.org\r\n\r\nText\r\n";
  const ByteView octets = AsBytes(message);
  const idl::Json answer = Call(
      module_,
      R"({"interface":"MessageSecurity","operation":"judge","arguments":{"options":{"time":1},"message":0}})",
      {{.data = octets.data(), .size = octets.size()}});
  EXPECT_EQ(answer.at("value").at("signature"), "none");
}

TEST_F(Abi, TakesNothingForSomething) {
  EXPECT_TRUE(Call(module_, "").contains("error"));
  EXPECT_TRUE(Take(signet_call(module_, nullptr, 0, nullptr, 0)).contains("error"));
  EXPECT_TRUE(Take(signet_call(module_, nullptr, 5, nullptr, 5)).contains("error"));
  EXPECT_TRUE(Take(signet_open(nullptr, 0, nullptr)).contains("error"));
  signet_handle module = 1;
  EXPECT_TRUE(Take(signet_open(nullptr, 0, &module)).contains("error"));
  EXPECT_EQ(module, 0U);
  EXPECT_EQ(signet_read(0, nullptr), 0);
  signet_release(0);
  signet_close(0);
  signet_cancel(0, 0);
}

TEST_F(Abi, RefusesAModuleThatIsClosed) {
  const std::string options = Options();
  signet_handle other = 0;
  Take(signet_open(options.data(), options.size(), &other));
  ASSERT_NE(other, 0U);
  EXPECT_NE(other, module_);
  signet_close(other);
  signet_close(other);
  signet_cancel(other, 1);
  EXPECT_THAT(Call(other, kInformation).dump(), HasSubstr("no such module"));
  EXPECT_TRUE(Call(module_, kInformation).contains("value"));
}

TEST_F(Abi, RunsCallsSideBySideWhileOthersCancelAndClose) {
  const std::string options = Options();
  signet_handle other = 0;
  Take(signet_open(options.data(), options.size(), &other));
  std::atomic<int> unanswered = 0;
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&unanswered, other, thread] {
      for (int i = 0; i < 200; ++i) {
        const std::string id = std::to_string(thread * 1000 + i + 1);
        const std::string request = std::string(kInformation.substr(0, kInformation.size() - 1)) +
                                    R"(,"callId":)" + id + "}";
        const idl::Json answer = Call(other, request);
        if (!answer.contains("value") && !answer.contains("error")) {
          ++unanswered;
        }
      }
    });
  }
  for (std::uint64_t id = 0; id < 500; ++id) {
    signet_cancel(other, id);
  }
  signet_close(other);
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(unanswered, 0);
  EXPECT_TRUE(Call(module_, kInformation).contains("value"));
}

TEST_F(Abi, HasAnAnswerWhenThereAreTooManyResponses) {
  constexpr std::size_t kTooMany = 5000;
  std::vector<signet_handle> responses;
  responses.reserve(kTooMany);
  while (responses.size() < kTooMany) {
    responses.push_back(signet_call(module_, "", 0, nullptr, 0));
  }
  signet_answer answer{};
  ASSERT_EQ(signet_read(responses.back(), &answer), 1);
  EXPECT_THAT(std::string(AsText(ByteView(answer.json.data, answer.json.size))),
              HasSubstr("out-of-memory"));
  for (const signet_handle response : responses) {
    signet_release(response);
  }
  EXPECT_TRUE(Call(module_, kInformation).contains("value"));
}

TEST(Open, SaysBothVersionsWhenTheContractIsAnother) {
  const std::string_view options = R"({"contract":"00","version":"7.7.7"})";
  signet_handle module = 0;
  const idl::Json error = Take(signet_open(options.data(), options.size(), &module)).at("error");
  EXPECT_EQ(error.at("code"), "version-mismatch");
  EXPECT_EQ(error.at("texts").at("scriptVersion"), "7.7.7");
  EXPECT_EQ(error.at("texts").at("moduleVersion"), idl::ParseJson(signet_version())->at("version"));
}

TEST(Response, OutOfMemoryIsTheDictionaryOfTheContract) {
  const idl::Json expected = {{"error", ReasonJson(MakeReason(ReasonCode::kOutOfMemory))}};
  EXPECT_EQ(*idl::ParseJson(kOutOfMemory), expected);
}

TEST(ReasonJson, MakesHostileTextFitToCross) {
  const idl::Json json = ReasonJson(MakeReason(ReasonCode::kInternal)
                                        .With("subject", "a\xff\xc3\xa9")
                                        .At("\x80")
                                        .Because("\xed\xa0\x80"));
  EXPECT_EQ(json.at("texts").at("subject"), "a\uFFFD\u00e9");
  EXPECT_EQ(json.at("where"), "\uFFFD");
  EXPECT_TRUE(idl::IsUtf8(json.at("diagnostic").get<std::string>()));
  EXPECT_EQ(json.at("severity"), "error");
  EXPECT_EQ(json.at("certificate"), nullptr);
}

}  // namespace
}  // namespace signet::host
