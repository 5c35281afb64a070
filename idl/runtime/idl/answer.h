// Answer: what an operation comes back with, ready to cross the border.
#ifndef SIGNET_IDL_ANSWER_H_
#define SIGNET_IDL_ANSWER_H_

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "idl/buffer.h"
#include "idl/json.h"
#include "idl/writer.h"

namespace signet::idl {

// Answer is a value of the IDL as JSON (null for `undefined`) and the byte buffers it mentions by
// number.
struct Answer {
  Json value;
  std::vector<Buffer> buffers;
};

// MakeAnswer writes the result of an operation. The path of an error begins with "judge()".
template <typename T>
[[nodiscard]] Result<Answer> MakeAnswer(std::string_view operation, Result<T>&& result) {
  if (!result) {
    return std::unexpected(std::move(result).error());
  }
  Answer answer;
  if constexpr (!std::is_void_v<T>) {
    Writer writer(std::string(operation) + "()");
    Write(*result, writer, answer.value);
    SIGNET_ASSIGN(answer.buffers, std::move(writer).Finish());
  }
  return answer;
}

// UnknownOperation is the failure for a name that the interface does not have.
[[nodiscard]] signet::Reason UnknownOperation(std::string_view interface,
                                              std::string_view operation);

// UnknownInterface is the failure for a name that no interface has, and MissingInterface that for
// one that this host does not provide.
[[nodiscard]] signet::Reason UnknownInterface(std::string_view interface);
[[nodiscard]] signet::Reason MissingInterface(std::string_view interface);

}  // namespace signet::idl

#endif  // SIGNET_IDL_ANSWER_H_
