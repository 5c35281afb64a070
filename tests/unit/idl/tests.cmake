# Tests of the IDL compiler. The scripts *_test.mjs are found by script.cmake; here are the programs,
# on an IDL of their own that uses every feature (cases/).
set(signet_idl_cases "")
foreach(name IN ITEMS dictionary echo)
  list(APPEND signet_idl_cases "${CMAKE_CURRENT_SOURCE_DIR}/unit/idl/cases/${name}.webidl")
endforeach()
signet_idl_generate(SIGNET_IDL_CASES "${CMAKE_CURRENT_BINARY_DIR}/idl_generated"
  ${signet_idl_cases})

# Its dispatcher would be a second definition of the product's.
set(signet_idl_cases_sources ${SIGNET_IDL_CASES_TYPES} ${SIGNET_IDL_CASES_JSON})
list(FILTER signet_idl_cases_sources EXCLUDE REGEX "/dispatcher\\.")
add_library(signet_idl_cases STATIC ${signet_idl_cases_sources})
target_include_directories(signet_idl_cases
  PUBLIC "${CMAKE_CURRENT_BINARY_DIR}/idl_generated" "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(signet_idl_cases PUBLIC signet_idl PRIVATE signet_compiler)

if(SIGNET_CPP_TESTS)
  file(GLOB sources CONFIGURE_DEPENDS "unit/idl/*_test.cc")
  add_executable(unit_idl ${sources})
  target_link_libraries(unit_idl PRIVATE signet_idl_cases GTest::gmock GTest::gtest GTest::gtest_main
    signet_compiler)
  # It has nothing to do with NSS, so once is enough; the label is that of the default.
  add_test(NAME unit.idl COMMAND unit_idl)
  set_tests_properties(unit.idl PROPERTIES LABELS "unit;nss-system" TIMEOUT 300)
endif()

add_executable(unit_idl_echo unit/idl/echo_main.cc)
target_link_libraries(unit_idl_echo PRIVATE signet_idl_cases signet_compiler)
