// Which module this is.
#ifndef SIGNET_HOST_VERSION_H_
#define SIGNET_HOST_VERSION_H_

#include <string_view>

namespace signet::host {

// The project's version, given by the build.
inline constexpr std::string_view kVersion = SIGNET_VERSION;

}  // namespace signet::host

#endif  // SIGNET_HOST_VERSION_H_
