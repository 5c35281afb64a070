# The shared library: build/<preset>/libsignet.so. It exports the functions of host/signet.h and
# nothing else; the static libraries in it stay its own (host/signet.map, --exclude-libs).
target_compile_definitions(signet_host PUBLIC SIGNET_VERSION="${PROJECT_VERSION}")
target_link_libraries(signet_host PUBLIC signet_idl)

# abi.cc once more, as an object of the library itself: symbols of an archive would not be exported.
add_library(signet_module SHARED "${CMAKE_CURRENT_SOURCE_DIR}/host/abi.cc")
target_link_libraries(signet_module PRIVATE signet_host signet_compiler)
target_link_options(signet_module PRIVATE
  "-Wl,--version-script=${CMAKE_CURRENT_SOURCE_DIR}/host/signet.map"
  # The build ID would be computed from what a debugger needs as well, which has the names of folders in it.
  -Wl,--build-id=none
  -Wl,--exclude-libs,ALL $<$<NOT:$<BOOL:${SIGNET_SANITIZE}>>:-Wl,-z,defs>)
set_target_properties(signet_module PROPERTIES
  OUTPUT_NAME signet
  LINK_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/host/signet.map"
  LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
