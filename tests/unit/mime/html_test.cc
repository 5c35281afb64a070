#include "mime/html.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "mime/css.h"

namespace signet::mime {
namespace {

HtmlFindings Inspect(std::string_view html, std::string_view charset = "utf-8") {
  auto findings = InspectHtml(AsBytes(html), charset);
  EXPECT_TRUE(findings.has_value());
  return findings ? *std::move(findings) : HtmlFindings();
}

// "load u (img src)", … in the order found.
std::vector<std::string> References(std::string_view html) {
  std::vector<std::string> references;
  for (const HtmlReference& reference : Inspect(html).references) {
    const char* kind = reference.kind == ReferenceKind::kLoad     ? "load "
                       : reference.kind == ReferenceKind::kSubmit ? "submit "
                                                                  : "follow ";
    references.push_back(kind + reference.url + " (" + reference.place + ")");
  }
  return references;
}

struct Case {
  const char* name;
  const char* html;
  std::vector<std::string> references;
};

class ReferenceTest : public ::testing::TestWithParam<Case> {};

TEST_P(ReferenceTest, IsFound) {
  EXPECT_EQ(References(GetParam().html), GetParam().references);
}

INSTANTIATE_TEST_SUITE_P(
    HtmlTest, ReferenceTest,
    ::testing::Values(
        Case{"Text", "<p>http://x/ is only text</p>", {}},
        Case{"Image", "<IMG SRC=' u '>", {"load u (img src)"}},
        Case{"ImageUnclosed", "<img src=\"http://x/\n<p>\">", {"load http://x/\n<p> (img src)"}},
        Case{"SourceSet",
             "<img srcset='a,b 1x, c 2x,d'>",
             {"load a,b (img srcset)", "load c (img srcset)", "load d (img srcset)"}},
        Case{"Input", "<input type=image src=u>", {"load u (input src)"}},
        Case{"Backgrounds",
             "<body background=a><table background=b><td background=c>",
             {"load a (body background)", "load b (table background)", "load c (td background)"}},
        Case{"Media",
             "<video poster=a src=b></video><audio src=c></audio><source src=d><track src=e>",
             {"load a (video poster)", "load b (video src)", "load c (audio src)",
              "load d (source src)", "load e (track src)"}},
        Case{"Frames",
             "<iframe src=a></iframe><frameset><frame src=b></frameset>",
             {"load a (iframe src)", "load b (frame src)"}},
        Case{"FrameDocument", "<iframe srcdoc='&lt;img src=u&gt;'></iframe>", {"load u (img src)"}},
        Case{"Objects",
             "<object data=a codebase=b></object><embed src=c><applet code=d archive=e></applet>"
             "<object><param name=Movie value=f></object>",
             {"load a (object data)", "load b (object codebase)", "load c (embed src)",
              "load d (applet code)", "load e (applet archive)", "load f (param movie)"}},
        Case{"Links",
             "<link rel=stylesheet href=a><link rel=dns-prefetch href=b><a href=c>c</a>"
             "<area href=d>",
             {"load a (link href)", "load b (link href)", "follow c (a href)",
              "follow d (area href)"}},
        Case{"Base", "<base href=u>", {"load u (base href)"}},
        Case{"Forms",
             "<form action=a><button formaction=b></button><input formaction=c></form>",
             {"submit a (form action)", "submit b (button formaction)",
              "submit c (input formaction)"}},
        Case{"Ping", "<a href=a ping=b>", {"follow a (a href)", "submit b (a ping)"}},
        Case{"Refresh",
             "<meta http-equiv=Refresh content='0; URL=\"u\"'>",
             {"load u (meta refresh)"}},
        Case{"Style", "<style>p { background: url(u) }</style>", {"load u (style url())"}},
        Case{"StyleUnclosed", "<style>p { background: url(u) }", {"load u (style url())"}},
        Case{"StyleAttribute",
             "<p style=\"background:url('u')\">",
             {"load u (style attribute url())"}},
        Case{"Svg",
             "<svg><image xlink:href=a /><use href=b /><rect fill='url(c)' filter='url(d)'/>"
             "<a xlink:href=e></a></svg>",
             {"load a (image xlink:href)", "load b (use href)", "load c (rect fill url())",
              "load d (rect filter url())", "follow e (a xlink:href)"}},
        Case{"Instruction",
             "<?xml-stylesheet type='text/css' href='u'?><p>",
             {"load u (xml-stylesheet)"}},
        Case{"Comment", "<!-- <img src=u> -->", {}},
        Case{"CharacterReferences",
             "<img src='&#104;ttp://x/?a&amp;b'>",
             {"load http://x/?a&b (img src)"}},
        Case{"UnknownElement", "<x-frame src=u></x-frame>", {"load u (x-frame src)"}}),
    [](const auto& test) { return test.param.name; });

TEST(HtmlTest, FindsActiveContent) {
  EXPECT_TRUE(Inspect("<p onx>text</p>").active_content) << "any attribute that begins with on";
  EXPECT_TRUE(Inspect("<script>x</script>").active_content);
  EXPECT_TRUE(Inspect("<p onclick=x>").active_content);
  EXPECT_TRUE(Inspect("<a href='java\nscript:x'>").active_content);
  EXPECT_TRUE(Inspect("<object data=x></object>").active_content);
  EXPECT_FALSE(Inspect("<p class=x>text<img src=u></p>").active_content);
}

TEST(HtmlTest, TellsWhatReachesOut) {
  for (const char* html : {"<img src=http://x/>", "<img src=//x/>", "<img src=relative.png>",
                           "<img src=file:///x>", "<style>@import 'x.css'</style>",
                           "<link rel=stylesheet href='data:text/css,@import url(http://x/)'>",
                           "<iframe src='data:text/html,<img src=http://x/>'></iframe>"}) {
    EXPECT_TRUE(Inspect(html).LoadsRemoteContent()) << html;
  }
  for (const char* html :
       {"<img src=cid:part1>", "<img src=CID:part1>", "<img src=mid:x>",
        "<img src='data:image/png;base64,AA=='>", "<use href=#shape>", "<a href=http://x/>link</a>",
        "<form action=http://x/></form>", "text"}) {
    EXPECT_FALSE(Inspect(html).LoadsRemoteContent()) << html;
  }
}

TEST(HtmlTest, ReadsCharsets) {
  const std::string_view utf16("<\0i\0m\0g\0 \0s\0r\0c\0=\0u\0>\0", 22);
  EXPECT_EQ(Inspect(utf16, "utf-16le").references.size(), 1U);
  EXPECT_EQ(Inspect("<img src=\xfc>", "iso-8859-1").references.at(0).url, "ü");
  // The label of the part counts, whatever the document says of itself.
  EXPECT_EQ(Inspect("<meta charset=utf-7><img src=a>", "utf-8").references.size(), 1U);
  EXPECT_EQ(Inspect("<img src=a>", "x-nonsense").references.size(), 1U);
  EXPECT_EQ(Inspect(std::string_view("<img\0 src=a><img src=b>", 23)).references.back().url, "b");
}

TEST(HtmlTest, HasLimits) {
  const std::string large(limits::kHtmlOctets + 1, ' ');
  const auto octets = InspectHtml(AsBytes(large), "utf-8");
  ASSERT_FALSE(octets.has_value());
  EXPECT_EQ(octets.error().texts.at("limit"), "kHtmlOctets");
  std::string many;
  for (std::size_t i = 0; i <= limits::kHtmlReferences; ++i) {
    many += "<img src=u>";
  }
  const auto references = InspectHtml(AsBytes(many), "utf-8");
  ASSERT_FALSE(references.has_value());
  EXPECT_EQ(references.error().texts.at("limit"), "kHtmlReferences");
}

TEST(HtmlTest, NestsWithoutRecursion) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) {
    deep += "<div>";
  }
  EXPECT_EQ(Inspect(deep + "<img src=u>").references.size(), 1U);
}

std::vector<std::string> Urls(std::string_view css) {
  std::vector<std::string> urls;
  for (const CssUrl& found : FindCssUrls(css)) {
    urls.push_back(found.url);
  }
  return urls;
}

TEST(CssTest, FindsUrls) {
  using List = std::vector<std::string>;
  EXPECT_EQ(Urls("a{b:url(x)}"), List{"x"});
  EXPECT_EQ(Urls("a{b:URL( \"x y\" )}"), List{"x y"});
  EXPECT_EQ(Urls("a{b:url(x"), List{"x"}) << "the end of the sheet closes everything";
  EXPECT_EQ(Urls("@import 'x';"), List{"x"});
  EXPECT_EQ(Urls("@IMPORT/**/\"x\";"), List{"x"});
  EXPECT_EQ(Urls("@import url(x);"), List{"x"});
  EXPECT_EQ(Urls("@font-face{src:url(x) format('y')}"), List{"x"});
  EXPECT_EQ(Urls("a{b:image-set('x' 1x, \"y\" 2x)}"), (List{"x", "y"}));
  EXPECT_EQ(Urls("a{b:-webkit-image-set(url(x) 1x)}"), List{"x"});
  EXPECT_EQ(Urls("a{b:u\\72l(x)}"), List{"x"});
  EXPECT_EQ(Urls("a{b:u\\000072 l(x)}"), List{"x"});
  EXPECT_EQ(Urls("a{b:\\url(x)}"), List{"x"});
  EXPECT_EQ(Urls("a{b:ur/*c*/l(x)}"), List{});
  EXPECT_EQ(Urls("/* url(x) */ a{}"), List{});
  EXPECT_EQ(Urls("/* url(x)"), List{});
  EXPECT_EQ(Urls("a{b:c}"), List{});
  EXPECT_EQ(Urls("a{b:url()}"), List{});
  EXPECT_EQ(Urls("\\"), List{});
}

// What ends later in our reading than in a browser's would hide the URL after it.
TEST(CssTest, IsNotMisled) {
  using List = std::vector<std::string>;
  EXPECT_EQ(Urls("a{content:\"/*\";b:url(x)}/**/"), List{"x"}) << "no comment in a string";
  EXPECT_EQ(Urls("a{b:url(cid:y/*);c:url(x)}/**/"), (List{"cid:y/*", "x"})) << "nor in a URL";
  EXPECT_EQ(Urls("a{content:\"\n;b:url(x)}"), List{"x"}) << "a line end breaks a string off";
  EXPECT_EQ(Urls("a{content:\"\\\n\";b:url(x)}"), List{"x"}) << "unless it is escaped";
  EXPECT_EQ(Urls("a{content:\"\\\"\";b:url(x)}"), List{"x"}) << "an escaped quote";
  EXPECT_EQ(Urls("a{content:\"\\22 \";b:url(x)}"), List{"x"});
  EXPECT_EQ(Urls("a{content:\"\\a \";b:url(x)}"), List{"x"});
  EXPECT_EQ(Urls("a{b:url(y\"z);c:url(x)}"), (List{"y", "x"})) << "a bad URL ends at its bracket";
  EXPECT_EQ(Urls("a{content:\"url(x)\"}"), List{});
  EXPECT_EQ(Urls("@charset 'y';@import 'x'"), List{"x"});
}

// Each of these took quadratic time in a first version.
TEST(CssTest, TakesLinearTime) {
  for (const std::string_view piece : {"url(", "image-set(", "url('", "@import ", "/*", "\\"}) {
    std::string css;
    while (css.size() < 4000000) {
      css += piece;
    }
    static_cast<void>(FindCssUrls(css));
  }
}

}  // namespace
}  // namespace signet::mime
