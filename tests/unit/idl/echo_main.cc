// The other end of the round trip (round_trip_test.mjs): answers one call of Echo from standard
// input on standard output.
//
// A message is a list of octet strings: JSON first, then the byte buffers. It is written as the
// number of strings and the length of each, as 32-bit little-endian integers, and then the strings.

#include <cstdint>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/cancel.h"
#include "base/result.h"
#include "idl/answer.h"
#include "idl/echo_json.h"
#include "idl/json.h"
#include "unit/idl/echo.h"

namespace signet::test {
namespace {

std::uint32_t ReadNumber(std::string_view& input) {
  std::uint32_t number = 0;
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    number |= std::uint32_t{static_cast<std::uint8_t>(input.at(0))} << shift;
    input.remove_prefix(1);
  }
  return number;
}

void WriteNumber(std::size_t number) {
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    std::cout.put(static_cast<char>((number >> shift) & 0xFFU));
  }
}

std::vector<std::string_view> ReadMessage(std::string_view input) {
  std::vector<std::size_t> lengths(ReadNumber(input));
  for (std::size_t& length : lengths) {
    length = ReadNumber(input);
  }
  std::vector<std::string_view> strings;
  for (const std::size_t length : lengths) {
    strings.push_back(input.substr(0, length));
    input.remove_prefix(length);
  }
  return strings;
}

Result<idl::Answer> Answer(std::string_view json, std::span<const ByteView> buffers) {
  SIGNET_ASSIGN(const idl::Json request, idl::ParseJson(json));
  Echo echo;
  const CancelFlag cancel;
  return Call(echo, request.at("operation").get<std::string>(), request.at("arguments"), buffers,
              {.cancel = cancel});
}

void Run() {
  const std::string input(std::istreambuf_iterator<char>(std::cin), {});
  const std::vector<std::string_view> strings = ReadMessage(input);
  std::vector<ByteView> buffers;
  for (const std::string_view octets : std::span(strings).subspan(1)) {
    buffers.push_back(AsBytes(octets));
  }
  const Result<idl::Answer> answer = Answer(strings.at(0), buffers);
  idl::Json json;
  std::vector<std::string_view> output{""};
  if (answer) {
    json["value"] = answer->value;
    for (const idl::Buffer& buffer : answer->buffers) {
      output.push_back(AsText(buffer.View()));
    }
  } else {
    json["error"] = {{"code", idl::ToString(answer.error().code)},
                     {"diagnostic", answer.error().diagnostic}};
  }
  const std::string text = idl::WriteJson(json);
  output[0] = text;
  WriteNumber(output.size());
  for (const std::string_view octets : output) {
    WriteNumber(octets.size());
  }
  for (const std::string_view octets : output) {
    std::cout << octets;
  }
}

}  // namespace
}  // namespace signet::test

int main() {
  try {
    signet::test::Run();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
