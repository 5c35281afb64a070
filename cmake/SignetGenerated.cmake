# What is generated from idl/*.webidl: build outputs below ${SIGNET_GENERATED_DIR}, never checked in.
#
#   signet_generated   "idl/<name>.h": C++ enums, structs and abstract classes, for every room
#   signet_idl         "idl/<name>_json.h", "idl/dispatcher.h": their JSON and the calls, for `host`;
#                      and the runtime of idl/runtime/idl/ that these stand on
#                      and "idl/words.h": what a reason says at the command line
#   js/                proxies, worker side and declarations for the add-on (SIGNET_GENERATED_JS)
#   reference.md       what the contract offers, for people
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
file(GLOB SIGNET_JS_RUNTIME CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/idl/runtime/js/*")

# signet_idl_generate(PREFIX folder files...) runs the generator into a folder when the files have
# changed. Sets PREFIX_TYPES (free of JSON), PREFIX_JSON (the C++ that needs signet_idl) and
# PREFIX_JS, the lists of what is written.
function(signet_idl_generate prefix folder)
  set(types "${folder}/idl/contract.h")
  set(json "${folder}/idl/dispatcher.h" "${folder}/idl/dispatcher.cc")
  set(js "${folder}/js/contract.sys.mjs" "${folder}/js/interfaces.sys.mjs")
  foreach(path IN LISTS ARGN)
    get_filename_component(name "${path}" NAME_WE)
    list(APPEND js "${folder}/js/${name}.sys.mjs" "${folder}/js/${name}.sys.d.mts")
    string(REPLACE "-" "_" name "${name}")
    foreach(suffix IN ITEMS h cc)
      list(APPEND types "${folder}/idl/${name}.${suffix}")
      list(APPEND json "${folder}/idl/${name}_json.${suffix}")
    endforeach()
  endforeach()
  foreach(path IN LISTS SIGNET_JS_RUNTIME)
    get_filename_component(name "${path}" NAME)
    list(APPEND js "${folder}/js/${name}")
  endforeach()
  add_custom_command(
    OUTPUT ${types} ${json} ${js} "${folder}/reference.md"
    COMMAND "${SIGNET_NODE}" "${PROJECT_SOURCE_DIR}/idl/generator/main.mjs" --out "${folder}" ${ARGN}
    DEPENDS ${ARGN} ${SIGNET_IDL_GENERATOR} ${SIGNET_JS_RUNTIME}
    COMMENT "Generating from the IDL into ${folder}"
    VERBATIM)
  set(${prefix}_TYPES ${types} PARENT_SCOPE)
  set(${prefix}_JSON ${json} PARENT_SCOPE)
  set(${prefix}_JS ${js} PARENT_SCOPE)
endfunction()

signet_idl_generate(SIGNET_GENERATED "${SIGNET_GENERATED_DIR}" ${SIGNET_IDL_FILES})

add_library(signet_generated STATIC ${SIGNET_GENERATED_TYPES})
target_include_directories(signet_generated
  PUBLIC "${SIGNET_GENERATED_DIR}" "${PROJECT_SOURCE_DIR}/idl/runtime"
  PRIVATE "${PROJECT_SOURCE_DIR}/module")
target_link_libraries(signet_generated PRIVATE signet_compiler)

# The words of the command line, from the Fluent file of the windows.
set(SIGNET_REASONS_FLUENT "${PROJECT_SOURCE_DIR}/locales/en-US/reasons.ftl")
set(SIGNET_WORDS "${SIGNET_GENERATED_DIR}/idl/words.cc")
list(APPEND SIGNET_GENERATED_JS "${SIGNET_GENERATED_DIR}/js/reason-variables.sys.mjs")
add_custom_command(
  OUTPUT "${SIGNET_WORDS}" "${SIGNET_GENERATED_DIR}/js/reason-variables.sys.mjs"
  COMMAND "${SIGNET_NODE}" "${PROJECT_SOURCE_DIR}/idl/generator/words/main.mjs"
          --out "${SIGNET_GENERATED_DIR}" --idl "${PROJECT_SOURCE_DIR}/idl/reasons.webidl"
          --fluent "${SIGNET_REASONS_FLUENT}"
  DEPENDS "${PROJECT_SOURCE_DIR}/idl/reasons.webidl" "${SIGNET_REASONS_FLUENT}"
          ${SIGNET_IDL_GENERATOR}
  COMMENT "Generating the words of the command line"
  VERBATIM)

file(GLOB signet_idl_runtime CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/idl/runtime/idl/*.cc")
add_library(signet_idl STATIC ${SIGNET_GENERATED_JSON} ${SIGNET_WORDS} ${signet_idl_runtime})
# The files above are made by one command; this target must wait for the other, not repeat it.
add_dependencies(signet_idl signet_generated)
target_link_libraries(signet_idl PUBLIC signet_base nlohmann_json::nlohmann_json
  PRIVATE signet_compiler)
