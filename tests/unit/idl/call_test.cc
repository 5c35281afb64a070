// Generated reading, calling and writing, on cases/echo.webidl and cases/dictionary.webidl.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/cancel.h"
#include "idl/answer.h"
#include "idl/dictionary_json.h"
#include "idl/echo_json.h"
#include "idl/json.h"
#include "unit/idl/echo.h"

namespace signet::idl {
namespace {

Result<Answer> CallEcho(std::string_view operation, std::string_view arguments,
                        const std::vector<ByteView>& buffers = {}) {
  SIGNET_ASSIGN(const Json json, ParseJson(arguments));
  test::Echo echo;
  const CancelFlag cancel;
  return Call(echo, operation, json, buffers, {.cancel = cancel});
}

// Complaint gives what is wrong with the arguments, or "".
std::string Complaint(std::string_view operation, std::string_view arguments,
                      const std::vector<ByteView>& buffers = {}) {
  const auto answer = CallEcho(operation, arguments, buffers);
  if (answer) {
    return "";
  }
  EXPECT_EQ(answer.error().code, ReasonCode::kInvalidRequest);
  return answer.error().diagnostic;
}

std::string Echoed(std::string_view operation, const std::string& value) {
  const auto answer = CallEcho(operation, "{\"value\": " + value + "}");
  return answer ? WriteJson(answer->value) : answer.error().diagnostic;
}

// An Outer with all that is required, and one member replaced.
std::string Outer(std::string_view member = "", std::string_view value = "") {
  Json json = {{"truth", true},
               {"small", -1},
               {"natural", 1},
               {"wide", -9007199254740991},
               {"wideNatural", 9007199254740991},
               {"real", 0.25},
               {"text", "a"},
               {"scalarText", "b"},
               {"octets", 0},
               {"level", "low"},
               {"inner", {{"flag", true}}},
               {"list", Json::array({{{"flag", false}}})},
               {"table", {{"k", 1.5}}},
               {"maybe", nullptr}};
  if (!member.empty()) {
    json[std::string(member)] = *ParseJson(value);
  }
  return "{\"value\": " + WriteJson(json) + "}";
}

const Bytes kOctets = {1, 2, 3};

std::string OuterComplaint(std::string_view member, std::string_view value) {
  return Complaint("outer", Outer(member, value), {kOctets});
}

TEST(Call, GivesDictionariesBackWithTheirDefaults) {
  const auto answer = CallEcho("outer", Outer(), {kOctets});
  ASSERT_TRUE(answer) << answer.error().diagnostic;
  const Json& value = answer->value;
  EXPECT_EQ(value.at("wide"), -9007199254740991);
  EXPECT_EQ(value.at("wideNatural"), 9007199254740991);
  EXPECT_EQ(value.at("inner").at("flag"), true);
  EXPECT_EQ(value.at("maybe"), nullptr);
  EXPECT_EQ(value.at("yes"), true);
  EXPECT_EQ(value.at("least"), -2147483648);
  EXPECT_EQ(value.at("whole"), 3.0);
  EXPECT_EQ(value.at("quoted"), "back\\slash \?\?/");
  EXPECT_EQ(value.at("start"), "very-high");
  EXPECT_EQ(value.at("given"), "here");
  EXPECT_EQ(value.at("default"), false);
  EXPECT_FALSE(value.contains("absent"));
  ASSERT_EQ(answer->buffers.size(), 1U);
  // Not copied on the way: the answer views the caller's octets.
  EXPECT_EQ(answer->buffers[0].View().data(), kOctets.data());
}

TEST(Call, NamesThePathOfWhatIsWrong) {
  EXPECT_EQ(OuterComplaint("truth", "1"), "outer.value.truth: expected true or false");
  EXPECT_EQ(OuterComplaint("real", "\"1\""), "outer.value.real: expected a number");
  EXPECT_EQ(OuterComplaint("text", "null"), "outer.value.text: expected a string");
  EXPECT_EQ(OuterComplaint("level", "\"high\""),
            "outer.value.level: expected one of \"low\", \"very-high\"");
  EXPECT_EQ(OuterComplaint("level", "0"), "outer.value.level: expected a string");
  EXPECT_EQ(OuterComplaint("inner", "[]"), "outer.value.inner: expected an object");
  EXPECT_EQ(OuterComplaint("inner", "{}"), "outer.value.inner.flag: is missing");
  EXPECT_EQ(OuterComplaint("inner", R"({"flag": true, "more": 1})"),
            "outer.value.inner.more: is not known");
  EXPECT_EQ(OuterComplaint("list", "{}"), "outer.value.list: expected an array");
  EXPECT_EQ(OuterComplaint("list", R"([{"flag": true}, {"flag": null}])"),
            "outer.value.list[1].flag: expected true or false");
  EXPECT_EQ(OuterComplaint("table", R"({"a b": "x"})"),
            "outer.value.table[\"a b\"]: expected a number");
  EXPECT_EQ(OuterComplaint("absent", "null"), "outer.value.absent: expected a string");
  EXPECT_EQ(OuterComplaint("other", "1"), "outer.value.other: is not known");
  EXPECT_EQ(Complaint("outer", R"({"value": {}})"), "outer.value.truth: is missing");
  EXPECT_EQ(Complaint("outer", "{}"), "outer.value: is missing");
  EXPECT_EQ(Complaint("nothing", R"({"value": 1})"), "nothing.value: is not known");
  EXPECT_EQ(Complaint("nothing", "[]"), "nothing: expected an object");
  EXPECT_EQ(Complaint("none", "{}"), "Echo.none: there is no such operation");
}

TEST(Call, KeepsIntegersInTheirRange) {
  EXPECT_EQ(Echoed("small", "-2147483648"), "-2147483648");
  EXPECT_EQ(Echoed("small", "2147483647.0"), "2147483647");
  EXPECT_EQ(Echoed("small", "1e3"), "1000");
  const std::string small = "small.value: expected an integer from -2147483648 to 2147483647";
  for (const char* value : {"2147483648", "-2147483649", "0.5", "1e300", "18446744073709551615",
                            "99999999999999999999999"}) {
    EXPECT_EQ(Echoed("small", value), small) << value;
  }
  EXPECT_EQ(Echoed("natural", "4294967295"), "4294967295");
  EXPECT_EQ(Echoed("natural", "-1"), "natural.value: expected an integer from 0 to 4294967295");
  EXPECT_EQ(Echoed("wide", "-9007199254740991"), "-9007199254740991");
  EXPECT_EQ(Echoed("wide", "9007199254740992"),
            "wide.value: expected an integer from -9007199254740991 to 9007199254740991");
  EXPECT_EQ(Echoed("wideNatural", "9007199254740991"), "9007199254740991");
  EXPECT_EQ(Echoed("wideNatural", "-0.0"), "0");
  EXPECT_EQ(Echoed("wideNatural", "9007199254740992"),
            "wideNatural.value: expected an integer from 0 to 9007199254740991");
}

TEST(Call, TakesEachByteBufferOnce) {
  const Bytes a = {1};
  const Bytes b = {2, 2};
  const auto answer = CallEcho("list", R"({"value": [1, 0]})", {a, b});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, Json::array({0, 1}));
  ASSERT_EQ(answer->buffers.size(), 2U);
  EXPECT_TRUE(Equal(answer->buffers[0].View(), b));
  EXPECT_TRUE(Equal(answer->buffers[1].View(), a));

  EXPECT_EQ(Complaint("list", R"({"value": [0, 0]})", {a}),
            "list.value[1]: the byte buffer 0 is used twice");
  EXPECT_EQ(Complaint("list", R"({"value": [0]})", {a, b}), "list: the byte buffer 1 is not used");
  EXPECT_EQ(Complaint("list", R"({"value": [1]})", {a}),
            "list.value[0]: there is no byte buffer 1");
  EXPECT_EQ(Complaint("list", R"({"value": ["0"]})", {a}),
            "list.value[0]: expected the number of a byte buffer");
  EXPECT_EQ(Complaint("octets", R"({"value": -1})", {a}),
            "octets.value: expected an integer from 0 to 4294967295");
  EXPECT_EQ(Complaint("nothing", "{}", {a}), "nothing: the byte buffer 0 is not used");
}

TEST(Call, PassesNothingForNull) {
  const auto answer = CallEcho("maybeOctets", R"({"value": null})");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value, nullptr);
  EXPECT_TRUE(answer->buffers.empty());
}

TEST(Call, FillsInWhatIsOptional) {
  const auto Defaults = [](std::string_view arguments) {
    const auto answer = CallEcho("defaults", arguments);
    return answer ? WriteJson(answer->value) : answer.error().diagnostic;
  };
  EXPECT_EQ(Defaults("{}"), R"(["one",null,null])");
  EXPECT_EQ(Defaults(R"({"first": "1", "second": "2", "third": "3"})"), R"(["1","2","3"])");
  EXPECT_EQ(Defaults(R"({"third": null})"), R"(["one",null,null])");
  EXPECT_EQ(Defaults(R"({"second": null})"), "defaults.second: expected a string");
}

TEST(Call, PassesFailuresOn) {
  const auto answer = CallEcho("fail", R"({"diagnostic": "so"})");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ReasonCode::kFileUnreadable);
  EXPECT_EQ(answer.error().diagnostic, "so");
}

// Written gives what is wrong with a result, as its path and words.
template <typename T>
std::string Written(T value) {
  const auto answer = MakeAnswer("op", Result<T>(std::move(value)));
  if (answer) {
    return WriteJson(answer->value);
  }
  EXPECT_EQ(answer.error().code, ReasonCode::kInternal);
  return answer.error().diagnostic;
}

TEST(MakeAnswer, RefusesWhatScriptCouldNotRead) {
  EXPECT_EQ(Written(std::nan("")), "op(): the number is not finite");
  EXPECT_EQ(Written(std::vector{1.0, std::numeric_limits<double>::infinity()}),
            "op()[1]: the number is not finite");
  EXPECT_EQ(Written(std::int64_t{9007199254740992}),
            "op(): the integer is too large for JavaScript");
  EXPECT_EQ(Written(std::uint64_t{18446744073709551615U}),
            "op(): the integer is too large for JavaScript");
  EXPECT_EQ(Written(std::string("\xff")), "op(): is not valid UTF-8");
  EXPECT_EQ(Written(std::map<std::string, std::string>{{"a", "\x80"}}),
            "op().a: is not valid UTF-8");
  EXPECT_EQ(Written(std::map<std::string, bool>{{"\xff", true}}),
            "op()[\"\\ufffd\"]: is not valid UTF-8");
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): that is the case.
  EXPECT_EQ(Written(static_cast<Level>(77)), "op(): is not a value of Level");
}

TEST(Enumeration, WordsGoBothWays) {
  for (const Level level : kLevelValues) {
    EXPECT_EQ(LevelFromString(ToString(level)), level);
  }
  EXPECT_EQ(ToString(Level::kVeryHigh), "very-high");
  EXPECT_FALSE(LevelFromString("Low"));
  EXPECT_FALSE(LevelFromString(""));
}

TEST(Buffer, OwnsOrBorrows) {
  Bytes octets = {1, 2};
  const Bytes same = octets;
  const Buffer borrowed = Buffer::Borrow(same);
  EXPECT_EQ(borrowed.View().data(), same.data());
  const std::uint8_t* const place = octets.data();
  const Buffer owned(std::move(octets));
  EXPECT_EQ(owned.View().data(), place);
  const Buffer copy = owned;  // NOLINT(performance-unnecessary-copy-initialization): shared.
  EXPECT_EQ(copy.View().data(), place);
  EXPECT_EQ(owned, borrowed);
  EXPECT_TRUE(Buffer().View().empty());
}

}  // namespace
}  // namespace signet::idl
