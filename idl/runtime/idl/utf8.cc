#include "idl/utf8.h"

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace signet::idl {
namespace {

// A row of table 3-7 of the Unicode standard: which lead octets, how many octets follow, and the
// range of the first of them (the others are 80..BF).
struct Form {
  std::uint8_t lead_first;
  std::uint8_t lead_last;
  std::uint8_t following;
  std::uint8_t second_first;
  std::uint8_t second_last;
};

constexpr Form kForms[] = {
    {0x00, 0x7F, 0, 0x00, 0x00}, {0xC2, 0xDF, 1, 0x80, 0xBF}, {0xE0, 0xE0, 2, 0xA0, 0xBF},
    {0xE1, 0xEC, 2, 0x80, 0xBF}, {0xED, 0xED, 2, 0x80, 0x9F}, {0xEE, 0xEF, 2, 0x80, 0xBF},
    {0xF0, 0xF0, 3, 0x90, 0xBF}, {0xF1, 0xF3, 3, 0x80, 0xBF}, {0xF4, 0xF4, 3, 0x80, 0x8F},
};

const Form* FormOf(std::uint8_t lead) {
  for (const Form& form : kForms) {
    if (lead >= form.lead_first && lead <= form.lead_last) {
      return &form;
    }
  }
  return nullptr;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  const ByteView bytes = AsBytes(text);
  std::size_t position = 0;
  while (position < bytes.size()) {
    const Form* form = FormOf(bytes[position]);
    if (form == nullptr || bytes.size() - position <= form->following) {
      return false;
    }
    for (std::size_t i = 1; i <= form->following; ++i) {
      const std::uint8_t octet = bytes[position + i];
      const bool second = i == 1;
      if (octet < (second ? form->second_first : 0x80) ||
          octet > (second ? form->second_last : 0xBF)) {
        return false;
      }
    }
    position += 1U + form->following;
  }
  return true;
}

}  // namespace signet::idl
