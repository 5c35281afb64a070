# Tests that are scripts: unit tests of script, lint, and the journeys through a real Thunderbird. They
# do not depend on how the module is compiled, so only the release build runs them.
if(NOT SIGNET_SANITIZE AND NOT SIGNET_COVERAGE AND NOT SIGNET_FUZZ)
  # signet_script_test(name FILE file [TIMEOUT seconds] [RESOURCE_LOCK name] LABELS label...)
  function(signet_script_test name)
    cmake_parse_arguments(ARG "" "FILE;TIMEOUT;RESOURCE_LOCK" "LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
      set(ARG_TIMEOUT 300)
    endif()
    add_test(NAME ${name} COMMAND "${SIGNET_NODE}" --test "${ARG_FILE}"
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
      RESOURCE_LOCK "${ARG_RESOURCE_LOCK}"
      ENVIRONMENT "SIGNET_BUILD=${CMAKE_BINARY_DIR};SIGNET_CORPORA=${SIGNET_CORPORA_DEFAULT}")
  endfunction()

  # tests/unit/**/*_test.mjs, named after the path: unit.idl.parse for tests/unit/idl/parse_test.mjs.
  file(GLOB_RECURSE unit_scripts CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/unit"
    "unit/*_test.mjs")
  foreach(script IN LISTS unit_scripts)
    string(REGEX REPLACE "_test\\.mjs$" "" name "${script}")
    string(REPLACE "/" "." name "unit.${name}")
    signet_script_test(${name} FILE "tests/unit/${script}" LABELS unit script)
  endforeach()

  # tests/interop/*_test.mjs: other programs write, signet reads, and the other way round.
  file(GLOB exchanges CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" "interop/*_test.mjs")
  foreach(script IN LISTS exchanges)
    string(REGEX REPLACE "_test\\.mjs$" "" name "${script}")
    string(REPLACE "/" "." name "${name}")
    signet_script_test(${name} FILE "tests/${script}" LABELS interop script TIMEOUT 900)
  endforeach()

  # tests/e2e/<window>/*_test.mjs. One Thunderbird at a time: two would slow each other down and make
  # what a person sees depend on it.
  file(GLOB_RECURSE journeys CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/e2e"
    "e2e/*_test.mjs")
  foreach(script IN LISTS journeys)
    string(REGEX REPLACE "_test\\.mjs$" "" name "${script}")
    string(REPLACE "/" "." name "e2e.${name}")
    signet_script_test(${name} FILE "tests/e2e/${script}" LABELS e2e RESOURCE_LOCK thunderbird
      TIMEOUT 600)
  endforeach()

  # What clang-tidy has not passed yet is looked at here (tools/tidy.mjs); in a tree as it was committed
  # that is nothing.
  foreach(check IN ITEMS format script tidy types shell)
    add_test(NAME lint.${check} COMMAND "${PROJECT_SOURCE_DIR}/tools/lint" ${check})
    set_tests_properties(lint.${check} PROPERTIES LABELS lint TIMEOUT 300)
  endforeach()
  set_tests_properties(lint.tidy PROPERTIES TIMEOUT 3600)
endif()
