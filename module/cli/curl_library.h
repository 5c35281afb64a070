// CurlLibrary: libcurl, loaded when something is fetched first.
//
// libcurl brings three dozen other libraries with it, and loading them takes longer than judging a
// message; most runs fetch nothing.
#ifndef SIGNET_CLI_CURL_LIBRARY_H_
#define SIGNET_CLI_CURL_LIBRARY_H_

#include <curl/curl.h>

namespace signet::cli {

// The functions of libcurl that are used, under its own names without the prefix. Its variadic ones
// are called as its manual says: curl.easy_setopt(handle, CURLOPT_URL, url).
struct CurlLibrary {
  decltype(&::curl_global_init) global_init = nullptr;
  decltype(&::curl_easy_init) easy_init = nullptr;
  decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&::curl_easy_setopt) easy_setopt = nullptr;
  decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&::curl_easy_strerror) easy_strerror = nullptr;
  decltype(&::curl_multi_init) multi_init = nullptr;
  decltype(&::curl_multi_cleanup) multi_cleanup = nullptr;
  decltype(&::curl_multi_add_handle) multi_add_handle = nullptr;
  decltype(&::curl_multi_remove_handle) multi_remove_handle = nullptr;
  decltype(&::curl_multi_perform) multi_perform = nullptr;
  decltype(&::curl_multi_poll) multi_poll = nullptr;
  decltype(&::curl_multi_info_read) multi_info_read = nullptr;
  decltype(&::curl_slist_append) slist_append = nullptr;
  decltype(&::curl_slist_free_all) slist_free_all = nullptr;

  // Get loads and starts the library once, and never unloads it. Null: it is not here, or could not
  // start. Thread-safe.
  [[nodiscard]] static const CurlLibrary* Get();
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_CURL_LIBRARY_H_
