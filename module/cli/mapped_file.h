// MappedFile: the octets of a file, without reading a large one into memory.
#ifndef SIGNET_CLI_MAPPED_FILE_H_
#define SIGNET_CLI_MAPPED_FILE_H_

#include <cstddef>
#include <filesystem>

#include "base/bytes.h"
#include "base/large_buffer.h"
#include "base/result.h"

namespace signet::cli {

// Owns the mapping. Move-only.
class MappedFile {
 public:
  // Open maps a regular file; a small one, and anything else that can be read (a pipe), is read as
  // a whole. Reasons: file-unreadable (text `path`), out-of-memory.
  [[nodiscard]] static Result<MappedFile> Open(const std::filesystem::path& path);
  // ReadStandardInput reads all of it, or maps it where it is a file.
  [[nodiscard]] static Result<MappedFile> ReadStandardInput();

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] ByteView octets() const;

 private:
  // Up to here reading takes less time than mapping, whose pages come with an interruption each.
  static constexpr std::size_t kReadOctets = std::size_t{64} << 10U;

  MappedFile() = default;
  [[nodiscard]] static Result<MappedFile> Of(int descriptor, const std::filesystem::path& path);
  void Release();

  void* address_ = nullptr;
  std::size_t size_ = 0;
  Bytes small_;
  LargeBuffer copy_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_MAPPED_FILE_H_
