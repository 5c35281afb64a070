// Functions of libraries that are loaded when they are needed first.
#ifndef SIGNET_CLI_SHARED_LIBRARY_H_
#define SIGNET_CLI_SHARED_LIBRARY_H_

#include <dlfcn.h>

namespace signet::cli {

// FindFunction looks a function up in a library that was loaded (dlopen), or in one that it needs.
// False: it is not there.
template <typename Function>
[[nodiscard]] bool FindFunction(void* library, const char* name, Function& function) {
  // The system hands functions out as data.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

}  // namespace signet::cli

#endif  // SIGNET_CLI_SHARED_LIBRARY_H_
