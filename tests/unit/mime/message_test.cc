#include "mime/message.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "support/corpora.h"
#include "support/message_builder.h"

namespace signet::mime {
namespace {

std::vector<std::string> Paths(const Message& message) {
  std::vector<std::string> paths;
  for (const Entity& entity : message.entities()) {
    paths.push_back(entity.path + " " + entity.type.type + "/" + entity.type.subtype);
  }
  return paths;
}

std::vector<std::string> Oddities(const Message& message) {
  std::vector<std::string> oddities;
  for (const Reason& reason : message.irregularities()) {
    EXPECT_EQ(reason.code, ReasonCode::kMalformed);
    oddities.push_back(reason.where + ": " + reason.diagnostic);
  }
  return oddities;
}

// The bodies of a multipart's parts, for a boundary "b".
std::vector<std::string> Parts(const std::string& body) {
  const std::string text = "Content-Type: multipart/mixed; boundary=b\n\n" + body;
  const auto message = Message::Parse(AsBytes(text));
  EXPECT_TRUE(message.has_value());
  std::vector<std::string> parts;
  for (const std::size_t child : message->root().children) {
    parts.emplace_back(AsText(message->entities()[child].octets));
  }
  return parts;
}

TEST(MessageTest, ReadsAPlainMessage) {
  const std::string text = "From: a@example.com\r\n\r\nHello\r\n";
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(Paths(*message), (std::vector<std::string>{"1 text/plain"}));
  EXPECT_EQ(AsText(message->root().octets), text);
  EXPECT_EQ(AsText(message->root().body), "Hello\r\n");
  EXPECT_EQ(message->root().parent, Entity::kNone);
  EXPECT_TRUE(message->irregularities().empty());
}

// RFC 2046, section 5.1.1: the example, whose parts are said to end without and with a line end.
TEST(MessageTest, TakesPartsByTheStandardsExample) {
  const std::string text =
      "From: Nathaniel Borenstein <nsb@bellcore.com>\r\n"
      "To: Ned Freed <ned@innosoft.com>\r\n"
      "Date: Sun, 21 Mar 1993 23:56:48 -0800 (PST)\r\n"
      "Subject: Sample message\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-type: multipart/mixed; boundary=\"simple boundary\"\r\n"
      "\r\n"
      "This is the preamble.  It is to be ignored, though it\r\n"
      "is a handy place for composition agents to include an\r\n"
      "explanatory note to non-MIME conformant readers.\r\n"
      "\r\n"
      "--simple boundary\r\n"
      "\r\n"
      "This is implicitly typed plain US-ASCII text.\r\n"
      "It does NOT end with a linebreak.\r\n"
      "--simple boundary\r\n"
      "Content-type: text/plain; charset=us-ascii\r\n"
      "\r\n"
      "This is explicitly typed plain US-ASCII text.\r\n"
      "It DOES end with a linebreak.\r\n"
      "\r\n"
      "--simple boundary--\r\n"
      "\r\n"
      "This is the epilogue.  It is also to be ignored.\r\n";
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(Paths(*message),
            (std::vector<std::string>{"1 multipart/mixed", "1.1 text/plain", "1.2 text/plain"}));
  EXPECT_EQ(AsText(message->entities()[1].body),
            "This is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.");
  EXPECT_EQ(AsText(message->entities()[2].body),
            "This is explicitly typed plain US-ASCII text.\r\nIt DOES end with a linebreak.\r\n");
  EXPECT_TRUE(message->irregularities().empty());
}

TEST(MessageTest, TakesDelimitersAsTheStandardSays) {
  using List = std::vector<std::string>;
  EXPECT_EQ(Parts("--b\none\n--b\ntwo\n--b--\n"), (List{"one", "two"}));
  EXPECT_EQ(Parts("--b  \t\none\n--b-- \n"), (List{"one"})) << "white space after a delimiter";
  EXPECT_EQ(Parts("--b\none\n--bb\n--b--\n"), (List{"one\n--bb"})) << "another, longer boundary";
  EXPECT_EQ(Parts("--b\none\n--b x\n--b--\n"), (List{"one\n--b x"})) << "text after a delimiter";
  EXPECT_EQ(Parts("--b\none\n--b--x\n--b--\n"), (List{"one\n--b--x"}));
  EXPECT_EQ(Parts("--b\none --b\n--b--\n"), (List{"one --b"})) << "not at the start of a line";
  EXPECT_EQ(Parts("--b\n --b\n--b--\n"), (List{" --b"}));
  EXPECT_EQ(Parts("--b\none\n--b--\n--b\nafter\n--b--\n"), (List{"one"})) << "the epilogue";
  EXPECT_EQ(Parts("--b\n--b\n--b--\n"), (List{"", ""})) << "no octets between";
  EXPECT_EQ(Parts("--b\n\n--b--\n"), (List{""}));
  EXPECT_EQ(Parts("--b\n\n\n--b--\n"), (List{"\n"}));
  EXPECT_EQ(Parts("--b\r\none\r\n--b--\r\n"), (List{"one"}));
  EXPECT_EQ(Parts("--b\none\n--b--"), (List{"one"})) << "ends with the message";
  EXPECT_EQ(Parts("--b--\none\n"), List{});
  EXPECT_EQ(Parts("no delimiter\n"), List{});
  EXPECT_EQ(Parts("--b\none"), (List{"one"})) << "never closed";
  EXPECT_EQ(Parts("--b"), (List{""}));
  EXPECT_EQ(Parts("--b\rx\n--b\ny\n--b--\n"), (List{"y"})) << "CR alone ends no line";
}

TEST(MessageTest, OuterBoundariesEndInnerParts) {
  const std::string text =
      "Content-Type: multipart/mixed; boundary=outer\n\n"
      "--outer\n"
      "Content-Type: multipart/mixed; boundary=inner\n\n"
      "--inner\n\nfirst\n"
      "--outer\n\nsecond\n"
      "--inner--\n"
      "--outer--\n";
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(Paths(*message), (std::vector<std::string>{"1 multipart/mixed", "1.1 multipart/mixed",
                                                       "1.1.1 text/plain", "1.2 text/plain"}));
  EXPECT_EQ(AsText(message->entities()[2].body), "first");
  EXPECT_EQ(AsText(message->entities()[3].body), "second\n--inner--");
  EXPECT_EQ(Oddities(*message),
            (std::vector<std::string>{"part 1.1: the closing delimiter is missing"}));
}

TEST(MessageTest, FollowsMessagesAndDigests) {
  const std::string text =
      "Content-Type: multipart/digest; boundary=b\n\n"
      "--b\n\nSubject: one\n\nfirst\n"
      "--b\nContent-Type: text/plain\n\nsecond\n"
      "--b--\n";
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(Paths(*message), (std::vector<std::string>{"1 multipart/digest", "1.1 message/rfc822",
                                                       "1.1.1 text/plain", "1.2 text/plain"}));
  EXPECT_EQ(message->entities()[2].header.First("Subject")->Unfolded(), "one");
  EXPECT_EQ(AsText(message->entities()[2].body), "first");
  EXPECT_EQ(message->entities()[2].parent, 1U);
  EXPECT_EQ(message->entities()[2].depth, 2U);
}

TEST(MessageTest, ReportsWhatTwoProgramsMayReadDifferently) {
  const auto oddities = [](const std::string& text) {
    return Oddities(*Message::Parse(AsBytes(text)));
  };
  using List = std::vector<std::string>;
  EXPECT_EQ(oddities("Content-Type: text/plain\nContent-Type: text/html\n\n"),
            (List{"part 1: several Content-Type fields"}));
  EXPECT_EQ(oddities("Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\nx\n--a--\n"),
            (List{"part 1: parameter boundary of Content-Type occurs several times"}));
  EXPECT_EQ(oddities("Content-Type: multipart/mixed\n\nx\n"),
            (List{"part 1: a multipart without a usable boundary"}));
  EXPECT_EQ(oddities("Content-Type: nonsense\n\nx\n"),
            (List{"part 1: no media type in Content-Type"}));
  EXPECT_EQ(oddities("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\neA==\n"),
            (List{"part 1: a composite type with a transfer encoding"}));
  EXPECT_EQ(oddities("Hello\n\nx\n"), (List{"part 1: lines in the header that are no fields"}));
}

TEST(MessageTest, NamesParts) {
  const std::string text =
      "Content-Type: application/octet-stream; name=type.bin\n"
      "Content-Disposition: attachment; filename=disposition.bin\n\n";
  EXPECT_EQ(Message::Parse(AsBytes(text))->root().FileName(), "disposition.bin");
  EXPECT_EQ(Message::Parse(AsBytes("Content-Type: a/b; name=type.bin\n\n"))->root().FileName(),
            "type.bin");
  EXPECT_EQ(Message::Parse(AsBytes("A: b\n\n"))->root().FileName(), "");
}

TEST(MessageTest, LimitsDepth) {
  std::string text;
  for (std::size_t i = 0; i < limits::kMimeDepth; ++i) {
    text += "Content-Type: message/rfc822\n\n";
  }
  text += "\nend\n";
  EXPECT_TRUE(Message::Parse(AsBytes(text)).has_value());
  text.insert(0, "Content-Type: message/rfc822\n\n");
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_FALSE(message.has_value());
  EXPECT_EQ(message.error().code, ReasonCode::kLimitExceeded);
  EXPECT_EQ(message.error().texts.at("limit"), "kMimeDepth");
}

TEST(MessageTest, LimitsParts) {
  std::string text = "Content-Type: multipart/mixed; boundary=b\n\n";
  for (std::size_t i = 0; i <= limits::kMimeParts; ++i) {
    text += "--b\n\n";
  }
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_FALSE(message.has_value());
  EXPECT_EQ(message.error().texts.at("limit"), "kMimeParts");
}

// Each part of what the builder wrote comes back exactly, in either line end.
TEST(MessageTest, GivesBackTheExactOctetsThatWereSigned) {
  const std::string entity = testing::TextEntity("line one\nline two \n\n");
  const std::string crlf = testing::MultipartSigned({}, entity, AsBytes("not really a signature"));
  for (const bool bare : {false, true}) {
    const std::string text = bare ? testing::WithLf(crlf) : crlf;
    const auto message = Message::Parse(AsBytes(text));
    ASSERT_TRUE(message.has_value());
    ASSERT_EQ(message->root().children.size(), 2U);
    EXPECT_EQ(AsText(message->entities()[1].octets), bare ? testing::WithLf(entity) : entity);
    EXPECT_EQ(message->entities()[2].FileName(), "smime.p7s");
    EXPECT_EQ(message->entities()[2].encoding, TransferEncoding::kBase64);
    EXPECT_TRUE(message->irregularities().empty());
  }
}

TEST(MessageTest, ReadsEveryMessageOfThunderbirdsTests) {
  SIGNET_CORPUS_OR_SKIP(folder, "thunderbird");
  std::size_t count = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".eml") {
      continue;
    }
    const Bytes octets = testing::ReadFile(file.path());
    const auto message = Message::Parse(octets);
    ASSERT_TRUE(message.has_value()) << file.path();
    ++count;
    for (const Entity& entity : message->entities()) {
      EXPECT_LE(entity.body.size(), entity.octets.size());
    }
  }
  EXPECT_GT(count, 40U);
}

}  // namespace
}  // namespace signet::mime
