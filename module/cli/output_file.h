// OutputFile: a file that is there whole or not at all.
#ifndef SIGNET_CLI_OUTPUT_FILE_H_
#define SIGNET_CLI_OUTPUT_FILE_H_

#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::cli {

// OutputFile collects octets in a file without a name, in the folder of its target, so that nothing
// is left behind however the program ends; Commit gives it the target's name, in place of an older
// file. For standard output the octets are held back in the same way until Commit. Move-only.
//
// All functions fail with file-unwritable (text `path`).
class OutputFile {
 public:
  // Create begins a file; an empty path or "-" is standard output. A new file is readable by its
  // owner only, since it may hold what was secret; one that replaces a file keeps that one's mode.
  [[nodiscard]] static Result<OutputFile> Create(const std::string& path);

  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();

  [[nodiscard]] Result<void> Write(ByteView octets);
  // Commit ends the file. Without it there is none.
  [[nodiscard]] Result<void> Commit();

 private:
  OutputFile() = default;
  [[nodiscard]] Result<void> Open(const std::string& folder);
  [[nodiscard]] Result<void> CopyToStandardOutput() const;
  [[nodiscard]] Result<void> TakeName();
  void Abandon();

  // Empty: standard output.
  std::string path_;
  // The file's name until it has the target's; empty while it has none.
  std::string temporary_;
  int descriptor_ = -1;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_OUTPUT_FILE_H_
