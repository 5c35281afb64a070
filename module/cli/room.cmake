# The program `signet` at the top of the build folder.
find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
list(FILTER cli_sources EXCLUDE REGEX "main\\.cc$")
add_library(signet_cli STATIC ${cli_sources})
target_include_directories(signet_cli PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
# A system header: its own warnings are not ours.
target_include_directories(signet_cli SYSTEM PRIVATE "${CLI11_INCLUDE_DIR}")
# Fetching for revocation and missing issuers; nothing below this room has a network. The library is
# loaded when something is fetched (curl_library.h), so only its header is needed here.
find_package(CURL REQUIRED)
target_include_directories(signet_cli SYSTEM PRIVATE ${CURL_INCLUDE_DIRS})
# The same of libldap (ldap_library.h).
find_path(LDAP_INCLUDE_DIR ldap.h REQUIRED)
target_include_directories(signet_cli SYSTEM PRIVATE "${LDAP_INCLUDE_DIR}")
target_link_libraries(signet_cli PUBLIC ${lower} PRIVATE signet_compiler ${CMAKE_DL_LIBS})
target_compile_definitions(signet_cli PRIVATE SIGNET_VERSION="${PROJECT_VERSION}")

add_executable(signet "${CMAKE_CURRENT_SOURCE_DIR}/cli/main.cc")
target_link_libraries(signet PRIVATE signet_cli signet_compiler)
# The build ID would be computed from what a debugger needs as well, which has the names of folders in it.
target_link_options(signet PRIVATE -Wl,--build-id=none)
if(NOT SIGNET_SANITIZE)
  # Half of the time that judging a small message takes is the dynamic loader's; the C++ library, with
  # thousands of symbols to resolve, is most of that.
  target_link_options(signet PRIVATE -static-libstdc++ -static-libgcc)
endif()
set_target_properties(signet PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
