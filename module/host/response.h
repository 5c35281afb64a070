// Response: an answer that waits to be read through the C ABI, with everything it points to.
#ifndef SIGNET_HOST_RESPONSE_H_
#define SIGNET_HOST_RESPONSE_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "host/signet.h"
#include "idl/answer.h"
#include "idl/buffer.h"

namespace signet::host {

// Response is immutable once made; it never moves, because its views point into it.
class Response {
 public:
  // {"value": ...} with the byte buffers of the answer, or {"error": ...}.
  explicit Response(Result<idl::Answer> result);

  // A response that points to a constant text, and allocates nothing.
  explicit Response(std::string_view constant_json) noexcept;

  Response(const Response&) = delete;
  Response& operator=(const Response&) = delete;
  Response(Response&&) = delete;
  Response& operator=(Response&&) = delete;
  ~Response() = default;

  // View is valid while the response lives.
  [[nodiscard]] signet_answer View() const noexcept;

 private:
  std::string text_;
  std::string_view json_;
  std::vector<idl::Buffer> buffers_;
  std::vector<signet_bytes> views_;
};

// kOutOfMemory is the answer when there is no memory to make another.
inline constexpr std::string_view kOutOfMemory =
    R"({"error":{"code":"out-of-memory","severity":"error","texts":{},"dates":{},)"
    R"("where":null,"certificate":null,"diagnostic":null}})";

}  // namespace signet::host

#endif  // SIGNET_HOST_RESPONSE_H_
