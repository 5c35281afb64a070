# The program `signet` at the top of the build folder.
find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
list(FILTER cli_sources EXCLUDE REGEX "main\\.cc$")
add_library(signet_cli STATIC ${cli_sources})
target_include_directories(signet_cli PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
# A system header: its own warnings are not ours.
target_include_directories(signet_cli SYSTEM PRIVATE "${CLI11_INCLUDE_DIR}")
# Fetching for revocation and missing issuers; nothing below this room has a network.
find_package(CURL REQUIRED)
target_link_libraries(signet_cli PUBLIC ${lower} PRIVATE signet_compiler CURL::libcurl)
target_compile_definitions(signet_cli PRIVATE SIGNET_VERSION="${PROJECT_VERSION}")

add_executable(signet "${CMAKE_CURRENT_SOURCE_DIR}/cli/main.cc")
target_link_libraries(signet PRIVATE signet_cli signet_compiler)
set_target_properties(signet PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
