// Which messages the command line is asked about: files, folders (a maildir is one), mbox files and
// standard input; and CMS objects in files of their own (.p7m, .p7s, .p7c).
#ifndef SIGNET_CLI_MESSAGES_H_
#define SIGNET_CLI_MESSAGES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "cli/mapped_file.h"

namespace signet::cli {

// One message or object.
struct Input {
  // What it is called in the output: a file's path, a message of an mbox its path and "#" with its
  // number from 1 (the path alone where it is the only one), standard input "-".
  std::string name;
  // Alive as long as `file`.
  ByteView octets;
  std::shared_ptr<const MappedFile> file;
  // A CMS object (BER, PEM or base64) and not a message.
  bool is_object = false;
  // The first of its file: the octets of that file, for a progress bar; otherwise 0.
  std::uint64_t file_octets = 0;
};

using OnInput = std::function<void(Input input)>;
// Called for what cannot be read.
using OnUnreadable = std::function<void(const std::string& name, const Reason& reason)>;

// InputList is what the arguments name. Folders are walked recursively in the order of their names;
// files whose names begin with a dot and the tmp folder of a maildir are left out.
class InputList {
 public:
  // Of walks over folders and opens nothing.
  [[nodiscard]] static InputList Of(const std::vector<std::string>& arguments);

  // Octets of all files; standard input counts nothing.
  [[nodiscard]] std::uint64_t octets() const { return octets_; }
  [[nodiscard]] std::size_t files() const { return entries_.size(); }

  // ForEach opens one file after the other.
  void ForEach(const OnInput& on_input, const OnUnreadable& on_unreadable) const;

 private:
  struct Entry {
    std::string path;
    std::uint64_t octets = 0;
    // A folder that could not be walked (to its end).
    std::string error;
  };

  void Add(const std::string& argument);

  std::vector<Entry> entries_;
  std::uint64_t octets_ = 0;
};

// IsObject tells whether the octets of a file are a CMS object rather than a message, by their
// beginning, or for base64 by the file's name as well.
[[nodiscard]] bool IsObject(const std::string& name, ByteView octets);

}  // namespace signet::cli

#endif  // SIGNET_CLI_MESSAGES_H_
