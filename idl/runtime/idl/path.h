// Path: where in a request or an answer something is, as an error names it:
// "judge.options.time", "judge().signers[0].reasons[2].texts["a b"]".
#ifndef SIGNET_IDL_PATH_H_
#define SIGNET_IDL_PATH_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace signet::idl {

// Path grows and shrinks with the reading; it costs no allocation once it was as long.
class Path {
 public:
  explicit Path(std::string root) : text_(std::move(root)) {}

  [[nodiscard]] const std::string& Text() const { return text_; }

  // Append goes down into a member of an object or a key of a record, or into an element of an
  // array. Long and unprintable keys are shortened and escaped: they come from outside.
  void Append(std::string_view member);
  void Append(std::size_t index);

  // Step is one level further down for as long as it lives.
  class Step {
   public:
    Step(Path& path, std::string_view member) : path_(path), length_before_(path.text_.size()) {
      path.Append(member);
    }
    Step(Path& path, std::size_t index) : path_(path), length_before_(path.text_.size()) {
      path.Append(index);
    }
    ~Step() { path_.text_.resize(length_before_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    Step(Step&&) = delete;
    Step& operator=(Step&&) = delete;

   private:
    Path& path_;
    std::size_t length_before_;
  };

 private:
  std::string text_;
};

}  // namespace signet::idl

#endif  // SIGNET_IDL_PATH_H_
