# Other people's test suites. Each program is tests/conformance/<name>_test.cc.

# signet_conformance_test(name room): against a room, with both NSS versions.
function(signet_conformance_test name room)
  add_executable(conformance_${name}
    "${PROJECT_SOURCE_DIR}/tests/conformance/${name}_test.cc"
    "${PROJECT_SOURCE_DIR}/tests/conformance/pem.cc")
  target_link_libraries(conformance_${name} PRIVATE signet_${room} signet_test_support GTest::gmock
    GTest::gtest GTest::gtest_main nlohmann_json::nlohmann_json signet_compiler)
  target_include_directories(conformance_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  signet_add_test(conformance.${name} COMMAND conformance_${name} LABELS conformance)
endfunction()

signet_conformance_test(pkits pkix)
signet_conformance_test(limbo pkix)
signet_conformance_test(boringssl_revocation pkix)
signet_conformance_test(rfc9216 pkix)
signet_conformance_test(mail smime)

# Generated chains, judged by OpenSSL and NSS, too. OpenSSL's library is linked by this test alone.
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
file(GLOB differential_sources CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/tests/conformance/differential/*.cc")
add_executable(conformance_differential
  "${PROJECT_SOURCE_DIR}/tests/conformance/differential_test.cc" ${differential_sources})
target_link_libraries(conformance_differential PRIVATE signet_pkix signet_test_support
  OpenSSL::Crypto signet_compiler)
target_include_directories(conformance_differential PRIVATE "${PROJECT_SOURCE_DIR}/tests")
signet_add_test(conformance.differential COMMAND conformance_differential LABELS conformance)
