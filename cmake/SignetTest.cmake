# Tests. Every unit test program runs twice: with the system's NSS and with the newer one that
# Thunderbird brings (labels nss-system and nss-thunderbird), because both are our hosts.
set(SIGNET_THUNDERBIRD_DIR "/usr/lib/thunderbird" CACHE PATH "Where Thunderbird's NSS lies")
if(NOT DEFINED ENV{SIGNET_CORPORA})
  set(SIGNET_CORPORA_DEFAULT "${PROJECT_SOURCE_DIR}/../shared/corpora")
else()
  set(SIGNET_CORPORA_DEFAULT "$ENV{SIGNET_CORPORA}")
endif()

# signet_add_test(NAME command... ) registers NAME.nss-system and NAME.nss-thunderbird.
# LABELS: further labels (unit, conformance, …).
function(signet_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS;COMMAND" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(SIGNET_SANITIZE)
    string(APPEND name ".sanitized")  # tools/test lists two builds in one run
  endif()
  # Behind another program, CMake does not replace a target by its file.
  list(GET ARG_COMMAND 0 program)
  if(TARGET "${program}")
    list(REMOVE_AT ARG_COMMAND 0)
    list(PREPEND ARG_COMMAND "$<TARGET_FILE:${program}>")
  endif()
  set(environment "SIGNET_CORPORA=${SIGNET_CORPORA_DEFAULT}" "UBSAN_OPTIONS=print_stacktrace=1")
  if(SIGNET_SANITIZE)
    list(APPEND environment "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
      "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
  endif()
  add_test(NAME ${name}.nss-system COMMAND ${ARG_COMMAND})
  set_tests_properties(${name}.nss-system PROPERTIES
    LABELS "${ARG_LABELS};nss-system" TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}"
    SKIP_RETURN_CODE 77)
  add_test(NAME ${name}.nss-thunderbird
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-thunderbird-nss" ${ARG_COMMAND})
  set_tests_properties(${name}.nss-thunderbird PROPERTIES
    LABELS "${ARG_LABELS};nss-thunderbird" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "${environment};SIGNET_THUNDERBIRD_DIR=${SIGNET_THUNDERBIRD_DIR}"
    SKIP_RETURN_CODE 77)
endfunction()

# signet_unit_test(room): one program of all tests/unit/<room>/*_test.cc.
function(signet_unit_test room)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/unit/${room}/*.cc")
  if(NOT sources)
    return()
  endif()
  add_executable(unit_${room} ${sources})
  target_link_libraries(unit_${room} PRIVATE signet_${room} signet_test_support GTest::gmock
    GTest::gtest GTest::gtest_main signet_compiler)
  signet_add_test(unit.${room} COMMAND unit_${room} LABELS unit)
endfunction()

# signet_fuzz_target(name room): tests/fuzz/<name>_fuzz.cc with the seeds in tests/fuzz/corpus/<name>/.
# With SIGNET_FUZZ it is a libFuzzer program; in every other build the same function is linked with a
# small driver that replays the seeds, so each test run exercises them under the sanitizers.
function(signet_fuzz_target name room)
  set(source "${PROJECT_SOURCE_DIR}/tests/fuzz/${name}_fuzz.cc")
  if(SIGNET_FUZZ)
    add_executable(fuzz_${name} "${source}")
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(fuzz_${name} "${source}" "${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cc")
    signet_add_test(fuzz-replay.${name} LABELS fuzz-replay
      COMMAND fuzz_${name} "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name}"
              "${SIGNET_CORPORA_DEFAULT}/fuzz-seeds-openssl")
  endif()
  target_link_libraries(fuzz_${name} PRIVATE signet_${room} signet_test_support signet_compiler)
endfunction()
