#include "cli/curl_library.h"

#include <dlfcn.h>

#include <optional>

namespace signet::cli {
namespace {

// The name is that of libcurl's ABI, which has been the same since 2006.
constexpr const char* kFile = "libcurl.so.4";

template <typename Function>
bool Find(void* library, const char* name, Function& function) {
  // The system hands functions out as data.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

std::optional<CurlLibrary> Load() {
  void* const library = dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    return std::nullopt;
  }
  CurlLibrary curl;
  const bool complete = Find(library, "curl_global_init", curl.global_init) &&
                        Find(library, "curl_easy_init", curl.easy_init) &&
                        Find(library, "curl_easy_cleanup", curl.easy_cleanup) &&
                        Find(library, "curl_easy_setopt", curl.easy_setopt) &&
                        Find(library, "curl_easy_getinfo", curl.easy_getinfo) &&
                        Find(library, "curl_easy_strerror", curl.easy_strerror) &&
                        Find(library, "curl_multi_init", curl.multi_init) &&
                        Find(library, "curl_multi_cleanup", curl.multi_cleanup) &&
                        Find(library, "curl_multi_add_handle", curl.multi_add_handle) &&
                        Find(library, "curl_multi_remove_handle", curl.multi_remove_handle) &&
                        Find(library, "curl_multi_perform", curl.multi_perform) &&
                        Find(library, "curl_multi_poll", curl.multi_poll) &&
                        Find(library, "curl_multi_info_read", curl.multi_info_read) &&
                        Find(library, "curl_slist_append", curl.slist_append) &&
                        Find(library, "curl_slist_free_all", curl.slist_free_all);
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
