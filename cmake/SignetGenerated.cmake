# What is generated from idl/*.webidl: build outputs below ${SIGNET_GENERATED_DIR}, never checked in.
#
#   signet_generated   "idl/<name>.h": C++ enums, structs and abstract classes, for every room
#   signet_idl         "idl/<name>_json.h", "idl/dispatcher.h": their JSON and the calls, for `host`;
#                      and the runtime of idl/runtime/idl/ that these stand on
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

set(signet_type_files "${SIGNET_GENERATED_DIR}/idl/contract.h")
set(signet_json_files
  "${SIGNET_GENERATED_DIR}/idl/dispatcher.h" "${SIGNET_GENERATED_DIR}/idl/dispatcher.cc")
foreach(path IN LISTS SIGNET_IDL_FILES)
  get_filename_component(name "${path}" NAME_WE)
  string(REPLACE "-" "_" name "${name}")
  foreach(suffix IN ITEMS h cc)
    list(APPEND signet_type_files "${SIGNET_GENERATED_DIR}/idl/${name}.${suffix}")
    list(APPEND signet_json_files "${SIGNET_GENERATED_DIR}/idl/${name}_json.${suffix}")
  endforeach()
endforeach()

add_custom_command(
  OUTPUT ${signet_type_files} ${signet_json_files}
  COMMAND "${SIGNET_NODE}" "${PROJECT_SOURCE_DIR}/idl/generator/main.mjs"
          --out "${SIGNET_GENERATED_DIR}" ${SIGNET_IDL_FILES}
  DEPENDS ${SIGNET_IDL_FILES} ${SIGNET_IDL_GENERATOR}
  COMMENT "Generating from the IDL"
  VERBATIM)

add_library(signet_generated STATIC ${signet_type_files})
target_include_directories(signet_generated
  PUBLIC "${SIGNET_GENERATED_DIR}" "${PROJECT_SOURCE_DIR}/idl/runtime"
  PRIVATE "${PROJECT_SOURCE_DIR}/module")
target_link_libraries(signet_generated PRIVATE signet_compiler)

file(GLOB signet_idl_runtime CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/idl/runtime/idl/*.cc")
add_library(signet_idl STATIC ${signet_json_files} ${signet_idl_runtime})
# The files above are made by one command; this target must wait for the other, not repeat it.
add_dependencies(signet_idl signet_generated)
target_link_libraries(signet_idl PUBLIC signet_base nlohmann_json::nlohmann_json
  PRIVATE signet_compiler)
