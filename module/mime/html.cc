#include "mime/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "mime/css.h"
#include "mime/gmime_text.h"
#include "mime/header.h"

namespace signet::mime {
namespace {

// One attribute that names a URL. An empty element stands for every element.
struct UrlAttribute {
  std::string_view element;
  std::string_view attribute;
  ReferenceKind kind;
};

// From the HTML standard's index of attributes, with what it calls obsolete but programs honour.
constexpr ReferenceKind kLoad = ReferenceKind::kLoad;
constexpr ReferenceKind kSubmit = ReferenceKind::kSubmit;
constexpr ReferenceKind kFollow = ReferenceKind::kFollow;
constexpr std::array kUrlAttributes = std::to_array<UrlAttribute>({
    {"a", "href", kFollow},
    {"area", "href", kFollow},
    {"a", "xlink:href", kFollow},
    {"a", "ping", kSubmit},
    {"area", "ping", kSubmit},
    {"form", "action", kSubmit},
    {"button", "formaction", kSubmit},
    {"input", "formaction", kSubmit},
    {"isindex", "action", kSubmit},
    {"blockquote", "cite", kFollow},
    {"q", "cite", kFollow},
    {"ins", "cite", kFollow},
    {"del", "cite", kFollow},
    {"", "longdesc", kFollow},
    {"", "src", kLoad},
    {"", "href", kLoad},
    {"", "xlink:href", kLoad},
    {"", "background", kLoad},
    {"", "poster", kLoad},
    {"", "lowsrc", kLoad},
    {"", "dynsrc", kLoad},
    {"", "data", kLoad},
    {"", "code", kLoad},
    {"", "codebase", kLoad},
    {"", "archive", kLoad},
    {"", "classid", kLoad},
    {"", "manifest", kLoad},
    {"", "profile", kLoad},
    {"", "usemap", kFollow},
    {"", "icon", kLoad},
    {"", "xml:base", kLoad},
    {"", "pluginspage", kFollow},
});

constexpr std::array<std::string_view, 5> kActiveElements = {"script", "object", "embed", "applet",
                                                             "iframe"};

std::string_view Text(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));  // NOLINT
}

std::string Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

// A URL as it is fetched: browsers drop line ends and tabs inside, so that "ja\nvascript:" is a
// scheme.
std::string SchemeOf(std::string_view url) {
  std::string scheme;
  for (const char c : url) {
    if (c == ':') {
      return scheme;
    }
    if (c == '\t' || c == '\r' || c == '\n' || static_cast<unsigned char>(c) <= ' ') {
      continue;
    }
    const bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '+' || c == '-' || c == '.';
    if (!part) {
      return {};
    }
    scheme += LowerCase(std::string_view(&c, 1));
  }
  return {};
}

// data: URLs of types that cannot refer to anything else.
bool IsInertData(std::string_view url) {
  const std::string type = LowerCase(Trimmed(url.substr(url.find(':') + 1)));
  if (type.starts_with("image/svg")) {
    return false;
  }
  return type.starts_with("image/") || type.starts_with("font/") || type.starts_with("audio/") ||
         type.starts_with("video/") || type.starts_with("application/font") ||
         type.starts_with("application/x-font");
}

// Collects from the parser's events.
class Inspector {
 public:
  HtmlFindings findings;
  // Documents inside of attributes (srcdoc), to be read afterwards.
  std::vector<std::string> nested;
  bool too_many = false;

  void Start(std::string_view element, const xmlChar** attributes) {
    if (std::ranges::find(kActiveElements, element) != kActiveElements.end()) {
      findings.active_content = true;
    }
    in_style_ = element == "style";
    if (attributes == nullptr) {
      return;
    }
    for (std::size_t i = 0; attributes[i] != nullptr; i += 2) {
      Attribute(element, LowerCase(Text(attributes[i])), Text(attributes[i + 1]));
    }
    if (element == "meta") {
      Meta(attributes);
    } else if (element == "param") {
      Param(attributes);
    }
  }

  void End(std::string_view element) {
    if (element == "style") {
      Css(style_, "style");
      style_.clear();
      in_style_ = false;
    }
  }

  void Characters(std::string_view text) {
    if (in_style_) {
      style_ += text;
    }
  }

  void Instruction(std::string_view target, std::string_view data) {
    if (target == "xml-stylesheet") {
      const std::size_t href = data.find("href");
      const std::size_t quote = data.find_first_of("\"'", href);
      if (href != std::string_view::npos && quote != std::string_view::npos) {
        const std::size_t end = data.find(data[quote], quote + 1);
        Add(kLoad, data.substr(quote + 1, end - quote - 1), "xml-stylesheet");
      }
    }
  }

  // What is left when the document ends inside a style element.
  void Finish() { Css(style_, "style"); }

 private:
  void Add(ReferenceKind kind, std::string_view url, std::string place) {
    std::string trimmed = Trimmed(url);
    if (trimmed.empty()) {
      return;
    }
    if (SchemeOf(trimmed) == "javascript" || SchemeOf(trimmed) == "vbscript") {
      findings.active_content = true;
    }
    if (findings.references.size() == limits::kHtmlReferences) {
      too_many = true;
      return;
    }
    findings.references.push_back({kind, std::move(trimmed), std::move(place)});
  }

  void Css(std::string_view css, const std::string& place) {
    for (const CssUrl& found : FindCssUrls(css)) {
      Add(kLoad, found.url, place + " " + std::string(found.construct));
    }
  }

  void Attribute(std::string_view element, const std::string& name, std::string_view value) {
    const std::string place = std::string(element) + " " + name;
    if (name.starts_with("on")) {
      findings.active_content = true;
    } else if (name == "style") {
      Css(value, "style attribute");
    } else if (name == "srcset" || name == "imagesrcset") {
      SourceSet(value, place);
    } else if (name == "srcdoc") {
      nested.emplace_back(value);
    } else if (const auto kind = KindOf(element, name)) {
      Add(*kind, value, place);
    } else if (name.starts_with("xmlns") || name == "content" || name == "value") {
      // Names of vocabularies; the values of meta and param are looked at in their elements.
    } else if (value.find('(') != std::string_view::npos) {
      Css(value, place);  // presentation attributes of SVG: fill="url(…)", filter, mask, …
    }
  }

  [[nodiscard]] static std::optional<ReferenceKind> KindOf(std::string_view element,
                                                           std::string_view name) {
    std::optional<ReferenceKind> kind;
    for (const UrlAttribute& known : kUrlAttributes) {
      if (known.attribute == name && known.element == element) {
        return known.kind;
      }
      if (known.attribute == name && known.element.empty()) {
        kind = known.kind;
      }
    }
    return kind;
  }

  // "a.png 1x, b.png 2x" (HTML standard, 4.8.4.2.1): a URL may contain commas, but does not end
  // with one.
  void SourceSet(std::string_view value, const std::string& place) {
    constexpr std::string_view kBlanks = " \t\r\n\f";
    while (true) {
      const std::size_t begin = value.find_first_not_of(" \t\r\n\f,");
      if (begin == std::string_view::npos) {
        return;
      }
      value.remove_prefix(begin);
      const std::size_t end = std::min(value.find_first_of(kBlanks), value.size());
      std::string_view url = value.substr(0, end);
      value.remove_prefix(end);
      const bool ends_with_comma = url.ends_with(',');
      while (url.ends_with(',')) {
        url.remove_suffix(1);
      }
      Add(kLoad, url, place);
      if (!ends_with_comma) {
        const std::size_t comma = value.find(',');
        value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
      }
    }
  }

  static std::string_view ValueOf(const xmlChar** attributes, std::string_view name) {
    for (std::size_t i = 0; attributes[i] != nullptr; i += 2) {
      if (EqualIgnoringCase(Text(attributes[i]), name)) {
        return Text(attributes[i + 1]);
      }
    }
    return {};
  }

  // <meta http-equiv=refresh content="0; url=…">
  void Meta(const xmlChar** attributes) {
    const std::string_view content = ValueOf(attributes, "content");
    const std::string equivalent = LowerCase(Trimmed(ValueOf(attributes, "http-equiv")));
    if (equivalent == "refresh") {
      const std::size_t url = LowerCase(content).find("url");
      const std::size_t equals = content.find('=', url);
      if (url != std::string_view::npos && equals != std::string_view::npos) {
        std::string target = Trimmed(content.substr(equals + 1));
        std::erase_if(target, [](char c) { return c == '"' || c == '\''; });
        Add(kLoad, target, "meta refresh");
      }
    } else if (equivalent == "link" || equivalent == "content-location" ||
               equivalent == "content-base") {
      Add(kLoad, content, "meta " + equivalent);
    }
    const std::string name = LowerCase(Trimmed(ValueOf(attributes, "name")));
    if (name.starts_with("msapplication-")) {
      Add(kFollow, content, "meta " + name);
    }
  }

  // <param name=src value=…> of an object
  void Param(const xmlChar** attributes) {
    const std::string name = LowerCase(Trimmed(ValueOf(attributes, "name")));
    for (const std::string_view known : {"src", "movie", "data", "url", "filename", "href"}) {
      if (name == known) {
        Add(kLoad, ValueOf(attributes, "value"), "param " + name);
      }
    }
  }

  bool in_style_ = false;
  std::string style_;
};

Inspector& From(void* context) {
  return *static_cast<Inspector*>(context);
}

std::string LocalName(const xmlChar* name) {
  return LowerCase(Text(name));
}

htmlSAXHandler Handler() {
  htmlSAXHandler handler = {};
  handler.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    From(context).Start(LocalName(name), attributes);
  };
  handler.endElement = [](void* context, const xmlChar* name) {
    From(context).End(LocalName(name));
  };
  const auto characters = [](void* context, const xmlChar* text, int length) {
    // Not ended by a NUL.
    From(context).Characters(AsText({text, static_cast<std::size_t>(length)}));
  };
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.ignorableWhitespace = characters;
  handler.processingInstruction = [](void* context, const xmlChar* target, const xmlChar* data) {
    From(context).Instruction(LocalName(target), Text(data));
  };
  return handler;
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

// Reads one document (UTF-8) into the inspector.
Result<void> Read(std::string_view html, Inspector& inspector) {
  htmlSAXHandler handler = Handler();
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreatePushParserCtxt(&handler, &inspector, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (parser == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because("htmlCreatePushParserCtxt");
  }
  // Nothing is fetched, nothing is printed; IGNORE_ENC: a meta element cannot change the charset
  // that the text was converted from.
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  constexpr std::size_t kPiece = std::size_t{64} << 10U;
  while (!html.empty()) {
    const std::string_view piece = html.substr(0, kPiece);
    htmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0);
    html.remove_prefix(piece.size());
  }
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  inspector.Finish();
  return {};
}

}  // namespace

bool HtmlFindings::LoadsRemoteContent() const {
  return std::ranges::any_of(references, [](const HtmlReference& reference) {
    if (reference.kind != ReferenceKind::kLoad || reference.url.starts_with('#')) {
      return false;
    }
    const std::string scheme = SchemeOf(reference.url);
    if (scheme == "data") {
      return !IsInertData(reference.url);
    }
    return scheme != "cid" && scheme != "mid" && scheme != "about";
  });
}

Result<HtmlFindings> InspectHtml(ByteView html, std::string_view charset) {
  if (html.size() > limits::kHtmlOctets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kHtmlOctets");
  }
  Inspector inspector;
  // A NUL would end the text for the parser; shown as U+FFFD it ends nothing.
  inspector.nested.push_back(
      ConvertToUtf8(AsText(html), charset).value_or(ValidUtf8(AsText(html))));
  std::size_t octets = 0;
  while (!inspector.nested.empty()) {
    const std::string document = std::move(inspector.nested.back());
    inspector.nested.pop_back();
    octets += document.size();
    // Documents inside documents lose a layer of quoting each, so this ends; the sum is bounded all
    // the same.
    if (octets > limits::kHtmlOctets * 4) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kHtmlOctets");
    }
    SIGNET_TRY(Read(document, inspector));
    if (inspector.too_many) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kHtmlReferences");
    }
  }
  return std::move(inspector.findings);
}

}  // namespace signet::mime
