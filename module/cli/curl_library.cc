#include "cli/curl_library.h"

#include <dlfcn.h>

#include <optional>

#include "cli/shared_library.h"

namespace signet::cli {
namespace {

// The name is that of libcurl's ABI, which has been the same since 2006.
constexpr const char* kFile = "libcurl.so.4";

std::optional<CurlLibrary> Load() {
  void* const library = dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    return std::nullopt;
  }
  CurlLibrary curl;
  const bool complete =
      FindFunction(library, "curl_global_init", curl.global_init) &&
      FindFunction(library, "curl_easy_init", curl.easy_init) &&
      FindFunction(library, "curl_easy_cleanup", curl.easy_cleanup) &&
      FindFunction(library, "curl_easy_setopt", curl.easy_setopt) &&
      FindFunction(library, "curl_easy_getinfo", curl.easy_getinfo) &&
      FindFunction(library, "curl_easy_strerror", curl.easy_strerror) &&
      FindFunction(library, "curl_multi_init", curl.multi_init) &&
      FindFunction(library, "curl_multi_cleanup", curl.multi_cleanup) &&
      FindFunction(library, "curl_multi_add_handle", curl.multi_add_handle) &&
      FindFunction(library, "curl_multi_remove_handle", curl.multi_remove_handle) &&
      FindFunction(library, "curl_multi_perform", curl.multi_perform) &&
      FindFunction(library, "curl_multi_poll", curl.multi_poll) &&
      FindFunction(library, "curl_multi_info_read", curl.multi_info_read) &&
      FindFunction(library, "curl_slist_append", curl.slist_append) &&
      FindFunction(library, "curl_slist_free_all", curl.slist_free_all);
  if (!complete || curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    return std::nullopt;
  }
  return curl;
}

}  // namespace

const CurlLibrary* CurlLibrary::Get() {
  static const std::optional<CurlLibrary> loaded = Load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace signet::cli
