# What is generated from idl/*.webidl: build outputs below ${SIGNET_GENERATED_DIR}, never checked in.
#
#   signet_generated   C++ enums and dictionaries ("idl/<name>.h"); needs nothing but the library
#
# The generators run on Node.js with the packages of package-lock.json, which tools/ installs.
find_program(SIGNET_NODE NAMES node nodejs)
if(NOT SIGNET_NODE)
  message(FATAL_ERROR "Node.js was not found: it runs the IDL generator. "
    "Install it (Debian package: nodejs, 18 or newer), or run tools/test or tools/demo once.")
endif()
foreach(package IN ITEMS webidl2 @fluent/syntax)
  if(NOT EXISTS "${PROJECT_SOURCE_DIR}/node_modules/${package}/package.json")
    message(FATAL_ERROR "The npm package ${package} is missing from node_modules. "
      "Run `npm ci` in ${PROJECT_SOURCE_DIR}, or tools/test or tools/demo once.")
  endif()
endforeach()

set(SIGNET_GENERATED_DIR "${PROJECT_BINARY_DIR}/generated")
file(GLOB SIGNET_IDL_FILES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/idl/*.webidl")
file(GLOB_RECURSE SIGNET_IDL_GENERATOR CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/idl/generator/*.mjs")
list(FILTER SIGNET_IDL_GENERATOR EXCLUDE REGEX "/test/")

set(signet_generated_sources "")
foreach(path IN LISTS SIGNET_IDL_FILES)
  get_filename_component(name "${path}" NAME_WE)
  string(REPLACE "-" "_" name "${name}")
  list(APPEND signet_generated_sources
    "${SIGNET_GENERATED_DIR}/idl/${name}.h" "${SIGNET_GENERATED_DIR}/idl/${name}.cc")
endforeach()

add_custom_command(
  OUTPUT ${signet_generated_sources}
  COMMAND "${SIGNET_NODE}" "${PROJECT_SOURCE_DIR}/idl/generator/main.mjs"
          --out "${SIGNET_GENERATED_DIR}" ${SIGNET_IDL_FILES}
  DEPENDS ${SIGNET_IDL_FILES} ${SIGNET_IDL_GENERATOR}
  COMMENT "Generating from the IDL"
  VERBATIM)

add_library(signet_generated STATIC ${signet_generated_sources})
target_include_directories(signet_generated SYSTEM PUBLIC "${SIGNET_GENERATED_DIR}")
target_link_libraries(signet_generated PRIVATE signet_compiler)
